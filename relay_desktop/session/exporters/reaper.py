"""REAPER region/marker list (`Region/Marker Manager > Export regions/markers`): UTF-8 without BOM.

`#,Name,Start,End,Length,Color`; `R1` is a region, `M1` a marker without end. Times as `H:MM:SS.mmm`, the notation
REAPER reads under any ruler. Source: files REAPER writes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from inference.sentences import sentence
from relay_desktop.session.exporters.document import ExportDocument, ExportOptions, ExportProblem
from relay_desktop.session.exporters.label_text import label_of
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text
from relay_desktop.session.exporters.times import clock_text, parse_time_us, span_us
from relay_desktop.session.exporters.type_colours import colour_of

_NEEDED = {"#", "name", "start"}


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """Regions, and markers for what has no length, numbered each on their own."""
    file = document.the_file()
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("#", "Name", "Start", "End", "Length", "Color"))
    regions = markers = 0
    for row in file.rows:
        start, end = (round_to_ms(us) for us in span_us(row, file))
        colour = colour_of(row.artifact_type)
        if start == end:
            markers += 1
            writer.writerow((f"M{markers}", label_of(row), clock_text(start), "", "", colour))
        else:
            regions += 1
            span = clock_text(start), clock_text(end), clock_text(end - start)
            writer.writerow((f"R{regions}", label_of(row), *span, colour))
    yield text.getvalue()


def round_to_ms(us: int) -> int:
    """To the resolution of the notation, so that start + length is the end."""
    return (us + 500) // 1000 * 1000


def read(content: bytes, audio: Audio) -> ImportPreview:
    """A list REAPER or this program wrote; columns in any order. Raises ExportProblem."""
    table = csv.reader(io.StringIO(as_text(content), newline=""))
    reader = RowReader(audio)
    try:
        header = [name.strip().casefold() for name in next(table, [])]
        if not set(header) >= _NEEDED:
            raise ExportProblem(
                sentence("This is no REAPER region list: it lacks the columns #, Name and Start.")
            )
        for values in table:
            if values:
                _read_row(reader, table.line_num, values, dict(zip(header, values, strict=False)))
    except csv.Error as error:
        raise ExportProblem(
            sentence("This list is damaged at line {line}: {error}.", line=table.line_num, error=error)
        ) from error
    return reader.preview("reaper")


def _read_row(reader: RowReader, line: int, values: list[str], fields: Mapping[str, str]) -> None:
    shown = ",".join(values)
    try:
        start = parse_time_us(fields.get("start", ""))
        if fields.get("end", "").strip():
            end = parse_time_us(fields["end"])
        elif fields.get("length", "").strip():
            end = start + parse_time_us(fields["length"])
        else:
            end = start
    except ValueError as error:
        advice = "set REAPER's ruler to minutes:seconds and export again"
        reader.skip(line, shown, sentence("{error}; {advice}", error=error, advice=advice))
        return
    reader.take_label(line, fields.get("name", ""), start, end)


def recognises(head: str) -> bool:
    """Whether the first line is REAPER's."""
    return head.lstrip("\ufeff").casefold().startswith("#,name,start")
