"""iZotope RX markers and regions: two lines of header, then `name<TAB>start<TAB>end`.

Times as `HH:MM:SS.` with eight decimals, as RX itself writes them. Source: files RX exports and converters of others.
"""

from __future__ import annotations

from collections.abc import Iterator

from inference.sentences import sentence
from relay_desktop.session.exporters.document import ExportDocument, ExportOptions, ExportProblem, ExportRow
from relay_desktop.session.exporters.label_text import label_of, parse_label
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text, lines_of
from relay_desktop.session.exporters.times import clock_text, parse_time_us, span_us

_FIRST = "Marker file version: 1"
_TIME = "Time format: Time"
_SAMPLES = "Time format: Samples"


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """Regions; a marker for what has no length."""
    file = document.the_file()
    yield f"{_FIRST}\n{_TIME}\n"
    for row in file.rows:
        start, end = (clock_text(us, decimals=6, hour_digits=2) + "00" for us in span_us(row, file))
        yield f"{label_of(row)}\t{start}\n" if start == end else f"{label_of(row)}\t{start}\t{end}\n"


def read(content: bytes, audio: Audio) -> ImportPreview:
    """A file with times or samples. Raises ExportProblem."""
    rows = lines_of(as_text(content))
    form = rows[1].strip() if len(rows) > 1 else ""
    if not rows[0].startswith("Marker file version:") or form not in (_TIME, _SAMPLES):
        raise ExportProblem(
            sentence("This is no RX marker file with times or samples: its first two lines do not say so.")
        )
    reader = RowReader(audio)
    for number, line in enumerate(rows[2:], 3):
        if line.strip():
            _read_line(reader, number, line, in_samples=form == _SAMPLES)
    return reader.preview("rx")


def _read_line(reader: RowReader, number: int, line: str, *, in_samples: bool) -> None:
    name, start_text, end_text = (*line.split("\t"), "", "")[:3]
    end_text = end_text.strip() or start_text
    try:
        if in_samples:
            parts = parse_label(name)
            row = ExportRow(parts.artifact_type or "marker", 0, 0, *parts[1:])
            reader.take_frames(number, line, row, int(start_text), int(end_text))
        else:
            reader.take_label(number, name, parse_time_us(start_text), parse_time_us(end_text))
    except ExportProblem:
        raise
    except ValueError:
        reader.skip(number, line, sentence("its second word is no time"))


def recognises(head: str) -> bool:
    """Whether the first line is RX's."""
    return head.lstrip("\ufeff").startswith("Marker file version:")
