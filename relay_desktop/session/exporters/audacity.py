"""Audacity label track: `start<TAB>end<TAB>label` in seconds with six decimals; a point has start = end.

Source: Audacity manual, "Importing and Exporting Labels", and `LabelTrack.cpp` (a second line that begins with a
backslash holds frequencies; unknown ones are skipped; a row whose second word is no number is a point).
"""

from __future__ import annotations

from collections.abc import Iterator

from inference.sentences import sentence
from relay_desktop.session.exporters.document import ExportDocument, ExportOptions
from relay_desktop.session.exporters.label_text import label_of
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text, lines_of
from relay_desktop.session.exporters.times import parse_seconds_us, seconds_text, span_us


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """The label track of the document's one file."""
    file = document.the_file()
    for row in file.rows:
        start, end = span_us(row, file)
        yield f"{seconds_text(start)}\t{seconds_text(end)}\t{label_of(row)}\n"


def read(content: bytes, audio: Audio) -> ImportPreview:
    """Labels of Audacity or of another program that writes them."""
    reader = RowReader(audio)
    for number, line in enumerate(lines_of(as_text(content)), 1):
        if line.strip() and not line.startswith("\\"):
            _read_line(reader, number, line)
    return reader.preview("audacity")


def _read_line(reader: RowReader, number: int, line: str) -> None:
    first, _, rest = line.partition("\t")
    second, _, label = rest.partition("\t")
    try:
        start = parse_seconds_us(first)
    except ValueError:
        reader.skip(number, line, sentence("it does not begin with a time in seconds"))
        return
    try:
        end = parse_seconds_us(second)
    except ValueError:
        end, label = start, rest
    reader.take_label(number, label, start, end)


def recognises(head: str) -> bool:
    """Whether the beginning of a file looks like a label track."""
    words = next((line for line in lines_of(head) if line.strip()), "").split("\t")
    try:
        return len(words) >= 2 and parse_seconds_us(words[0]) <= parse_seconds_us(words[1])
    except ValueError:
        return False
