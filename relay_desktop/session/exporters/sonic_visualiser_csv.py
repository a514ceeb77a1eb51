"""Sonic Visualiser regions as CSV with the header it writes itself: `TIME,VALUE,DURATION,LABEL`, seconds.

The value is the confidence. Source: Sonic Visualiser 4, File > Export Annotation Layer; svcore `CSVFormat`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from inference.sentences import sentence
from relay_desktop.session.exporters.document import ExportDocument, ExportOptions, ExportProblem, ExportRow
from relay_desktop.session.exporters.label_text import label_of, parse_label
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text
from relay_desktop.session.exporters.times import parse_seconds_us, seconds_text, span_us


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """One region per row; nine decimals, as Sonic Visualiser writes them."""
    file = document.the_file()
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("TIME", "VALUE", "DURATION", "LABEL"))
    for row in file.rows:
        start, end = span_us(row, file)
        value = 0.0 if row.confidence is None else row.confidence
        writer.writerow(
            (seconds_text(start) + "000", repr(value), seconds_text(end - start) + "000", label_of(row))
        )
    yield text.getvalue()


def read(content: bytes, audio: Audio) -> ImportPreview:
    """A table with TIME or FRAME, and DURATION or ENDTIME, of Sonic Visualiser. Raises ExportProblem."""
    table = csv.reader(io.StringIO(as_text(content), newline=""))
    reader = RowReader(audio)
    try:
        header = [name.strip().casefold() for name in next(table, [])]
        if not {"time", "frame"} & set(header):
            raise ExportProblem(
                sentence("This is no table of Sonic Visualiser: its first line names neither TIME nor FRAME.")
            )
        for values in table:
            if values:
                _read_row(reader, table.line_num, ",".join(values), dict(zip(header, values, strict=False)))
    except csv.Error as error:
        raise ExportProblem(
            sentence("This table is damaged at line {line}: {error}.", line=table.line_num, error=error)
        ) from error
    return reader.preview("sonic-visualiser-csv")


def _read_row(reader: RowReader, line: int, shown: str, fields: Mapping[str, str]) -> None:
    try:
        row = row_of(fields.get("label", ""), fields.get("value", ""))
        if "frame" in fields:
            start = int(fields["frame"])
            reader.take_frames(line, shown, row, start, start + int(fields.get("duration") or 0))
            return
        start = parse_seconds_us(fields["time"])
        end = start + parse_seconds_us(fields.get("duration") or "0")
        if fields.get("endtime"):
            end = parse_seconds_us(fields["endtime"])
        reader.take(line, shown, row, start, end)
    except (ValueError, KeyError) as error:
        reader.skip(line, shown, sentence("it holds no time: {error}", error=error))


def row_of(label: str, value: str) -> ExportRow:
    """Type and the rest from the label; where that holds a confidence, the exact one is the value."""
    parts = parse_label(label)
    confidence = parts.confidence
    if confidence is not None and value:
        exact = float(value)
        confidence = exact if 0.0 <= exact <= 1.0 and abs(exact - confidence) <= 0.0051 else confidence
    return ExportRow(parts.artifact_type or "region", 0, 0, confidence, *parts[2:])


def recognises(head: str) -> bool:
    """Whether the first line is Sonic Visualiser's."""
    first = head.lstrip("\ufeff").split("\n", 1)[0].strip().split(",")
    return first[0] in ("TIME", "FRAME") and len(first) > 1
