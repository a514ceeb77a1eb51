"""CSV: a row per detection with every field, for spreadsheets and scripts. Reads itself and simpler tables back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from inference.sentences import sentence, words_of
from relay_desktop.session.exporters.document import (
    SCOPES,
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
    Scope,
)
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text
from relay_desktop.session.exporters.row_fields import ROW_FIELDS, member_values, row_from_fields

COLUMNS = ("file", "path", *ROW_FIELDS, "exported", "model_id")
_NEEDED = {"artifact_type", "start_ms", "end_ms"}


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """Header and rows; UTF-8, comma, LF, quoted where needed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    # The plain one leaves a carriage return bare, which readers take for the end of the row.
    careful = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for file in document.files:
        head = (file.name, file.path or "")
        tail = (document.scope, document.model_id or "")
        for row in file.rows:
            values = (*head, *row_values(row), *tail)
            (careful if _has_return(values) else writer).writerow(values)
            if text.tell() > 1 << 16:
                yield text.getvalue()
                text.seek(0)
                text.truncate()
    yield text.getvalue()


def _has_return(values: tuple[object, ...]) -> bool:
    return any(type(value) is str and "\r" in value for value in values)


def row_values(row: ExportRow) -> tuple[Any, ...]:
    """The values of ROW_FIELDS, None or empty where there is nothing; members as JSON."""
    members = json.dumps(member_values(row)) if row.members else ""
    return (
        row.artifact_type,
        row.start_ms,
        row.end_ms,
        row.confidence,
        row.verdict,
        row.severity,
        row.reason,
        row.note,
        row.start_frame,
        row.end_frame,
        members,
    )


def read(content: bytes, audio: Audio) -> ImportPreview:
    """A table with at least artifact_type, start_ms and end_ms in its header. Raises ExportProblem."""
    text = as_text(content)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    reader = RowReader(audio)
    files: dict[tuple[str, str], list[ExportRow]] = {}
    scope, model_id = "shown", ""
    try:
        header = [name.strip().casefold() for name in next(table, [])]
        if not set(header) >= _NEEDED:
            raise ExportProblem(sentence("This table has no columns artifact_type, start_ms and end_ms."))
        for values in table:
            fields = dict(zip(header, values, strict=False))
            key = fields.get("file", ""), fields.get("path", "")
            scope, model_id = fields.get("exported") or scope, fields.get("model_id") or model_id
            if row := _row(reader, table.line_num, values, fields):
                files.setdefault(key, []).append(row)
    except csv.Error as error:
        raise ExportProblem(
            sentence("This table is damaged at line {line}: {error}.", line=table.line_num, error=error)
        ) from error
    document = ExportDocument(
        tuple(_file(key, rows, audio) for key, rows in files.items()), _scope(scope), model_id or None
    )
    return ImportPreview("csv", document, tuple(reader.skipped))


def _row(reader: RowReader, line: int, values: list[str], fields: dict[str, str]) -> ExportRow | None:
    if not values:
        return None
    try:
        return row_from_fields(fields)
    except ValueError as error:
        reader.skip(line, ",".join(values), words_of(error))
        return None


def _file(key: tuple[str, str], rows: list[ExportRow], audio: Audio) -> ExportFile:
    name, path = key
    known = audio.as_file(rows)
    if name and name != known.name:
        known = replace(known, name=name, sample_rate_hz=None, channels=None, frames=None, path=None)
    return replace(known, path=path or known.path)


def _scope(told: str) -> Scope:
    return told if told in SCOPES else "shown"


def _delimiter(text: str) -> str:
    header = text[: text.find("\n") + 1] or text
    return max(",;\t", key=header.count)


def recognises(head: str) -> bool:
    """Whether the first line names our columns."""
    first = head.lstrip("\ufeff").split("\n", 1)[0].casefold()
    return all(name in first for name in _NEEDED)
