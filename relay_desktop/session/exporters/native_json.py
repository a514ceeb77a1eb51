"""Our own JSON: everything, losslessly. The same shape as the answer of `relay-desktop detect`, which it also reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from inference.sentences import sentence, words_of
from inference.tuning import TuningRules
from inference.tuning_config import RAW_CAPTURE
from relay_desktop.session.exporters.document import (
    SCOPE_TEXT,
    SCOPES,
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
    Scope,
)
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text
from relay_desktop.session.exporters.row_fields import member_values, row_from_fields

VERSION = 1
_FILE_FIELDS: Mapping[str, type] = {
    "path": str,
    "sample_rate_hz": int,
    "channels": int,
    "frames": int,
    "duration_s": float,
    "audio_sha256": str,
}


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """One object, one detection per line."""
    head = {
        "relay_export_version": VERSION,
        "app_version": document.app_version,
        "created_at": document.created_at,
        "exported": document.scope,
        "exported_text": SCOPE_TEXT[document.scope],
        "model_id": document.model_id,
        "job_id": document.job_id,
        "reviewer": document.reviewer,
        "config": document.rules.to_json() if document.rules else None,
    }
    if document.filter_words:
        head["filter"] = document.filter_words
    yield "{\n"
    for name, value in head.items():
        yield f" {_text(name)}: {_text(value)},\n"
    yield ' "files": ['
    for number, file in enumerate(document.files):
        yield "\n" if number == 0 else ",\n"
        yield from _file_lines(file)
    yield "\n ]\n}\n"


def _file_lines(file: ExportFile) -> Iterator[str]:
    yield f'  {{\n   "original_filename": {_text(file.name)},\n'
    for name in _FILE_FIELDS:
        if (value := getattr(file, name)) is not None:
            yield f"   {_text(name)}: {_text(value)},\n"
    yield f'   "detection_count": {len(file.rows)},\n   "detections": ['
    for number, row in enumerate(file.rows):
        yield ("\n    " if number == 0 else ",\n    ") + _text(_row_value(row))
    yield "]\n  }"


def _row_value(row: ExportRow) -> dict[str, Any]:
    value: dict[str, Any] = {
        "artifact_type": row.artifact_type,
        "start_ms": row.start_ms,
        "end_ms": row.end_ms,
        "confidence": row.confidence,
    }
    for name in ("verdict", "severity", "reason", "note"):
        if said := getattr(row, name):
            value[name] = said
    if row.start_frame is not None:
        value["start_frame"] = row.start_frame
    if row.end_frame is not None:
        value["end_frame"] = row.end_frame
    if row.members:
        value["members"] = member_values(row)
    return value


def _text(value: object) -> str:
    """JSON; what is no valid Unicode (a file name of old) is escaped so that it survives."""
    text = json.dumps(value, ensure_ascii=False)
    return (
        text
        if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)
        else json.dumps(value)
    )


def read(content: bytes, audio: Audio) -> ImportPreview:
    """Our own export, the answer of `detect`, or a bare list of detections. Raises ExportProblem."""
    text = as_text(content)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExportProblem(sentence("This is not JSON: {error}.", error=error)) from error
    if isinstance(found, list):
        reader = RowReader(audio)
        _read_rows(reader, found)
        return ImportPreview("json", ExportDocument((audio.as_file(reader.rows),)), tuple(reader.skipped))
    if not isinstance(found, dict) or not isinstance(found.get("files"), list):
        raise ExportProblem(
            sentence("This JSON holds no detections: there is neither a list of them nor “files”.")
        )
    return _read_object(found, audio)


def _read_object(found: Mapping[str, Any], audio: Audio) -> ImportPreview:
    reader = RowReader(audio)
    files = []
    for number, value in enumerate(found["files"], 1):
        if isinstance(value, dict):
            files.append(_read_file(reader, value, audio if len(found["files"]) == 1 else Audio()))
        else:
            reader.skip(number, str(value), sentence("it is not a recording"))
    rules = _rules(found.get("config"))
    document = ExportDocument(
        tuple(files),
        _scope(found, rules),
        _str_or_none(found.get("model_id")),
        _str_or_none(found.get("job_id")),
        rules,
        _str_or_none(found.get("reviewer")),
        str(found.get("app_version") or ""),
        str(found.get("created_at") or ""),
        str(found.get("filter") or ""),
    )
    return ImportPreview("json", document, tuple(reader.skipped))


def _read_file(reader: RowReader, value: Mapping[str, Any], audio: Audio) -> ExportFile:
    reader.rows = []
    name = str(value.get("original_filename") or value.get("path") or audio.name)
    rows = value.get("detections")
    if value.get("status") not in (None, "completed"):
        reader.skip(
            0,
            name,
            sentence(
                "its detection did not complete: {what}", what=value.get("error_message") or value["status"]
            ),
        )
    _read_rows(reader, rows if isinstance(rows, list) else [])
    known = {field: getattr(audio, field, None) for field in _FILE_FIELDS}
    for field, kind in _FILE_FIELDS.items():
        told = value.get(field)
        if isinstance(told, (int, float) if kind is float else kind) and not isinstance(told, bool):
            known[field] = told
    return ExportFile(name, **known, rows=tuple(reader.rows))


def _read_rows(reader: RowReader, rows: list[Any]) -> None:
    for number, value in enumerate(rows, 1):
        if not isinstance(value, dict):
            reader.skip(number, str(value), sentence("it is not a detection"))
            continue
        try:
            reader.rows.append(row_from_fields(value))
        except ValueError as error:
            reader.skip(number, json.dumps(value, ensure_ascii=False), words_of(error))


def _rules(value: object) -> TuningRules | None:
    if not isinstance(value, dict):
        return None
    try:
        return TuningRules.from_json(value)
    except (ValueError, TypeError) as error:
        raise ExportProblem(sentence("The tuning rules in this file cannot be read.")) from error


def _scope(found: Mapping[str, Any], rules: TuningRules | None) -> Scope:
    told = found.get("exported")
    if told in SCOPES:
        return told  # type: ignore[no-any-return]
    return "raw" if rules == TuningRules(RAW_CAPTURE) else "shown"


def _str_or_none(value: object) -> str | None:
    return None if value is None else str(value)


def recognises(head: str) -> bool:
    """Whether the beginning of a file looks like JSON."""
    return head.lstrip()[:1] in ("{", "[")
