"""Parquet: the table of `csv_table` in columns, with the settings in its metadata. Needs pyarrow, which is optional.

pyarrow is 150 MB installed, more than the rest of the window together, so it is not asked for by the program itself.
"""

from __future__ import annotations

import io
import json
from typing import Any, BinaryIO

from inference.sentences import sentence
from relay_desktop.session.exporters import native_json
from relay_desktop.session.exporters.csv_table import row_values
from relay_desktop.session.exporters.document import ExportDocument, ExportOptions, ExportProblem
from relay_desktop.session.exporters.preview import Audio, ImportPreview
from relay_desktop.session.exporters.row_fields import ROW_FIELDS

_MISSING = "Parquet needs the package pyarrow, which is not installed. Choose CSV, or install relay-desktop[parquet]."
_METADATA = b"relay_export"
_WHOLE = {"start_ms", "end_ms", "start_frame", "end_frame"}


def write(document: ExportDocument, options: ExportOptions, stream: BinaryIO) -> None:
    """One table of all files. Raises ExportProblem when pyarrow is not there."""
    arrow, parquet = _pyarrow()
    columns = list(zip(*(row_values(row) for file in document.files for row in file.rows), strict=True))
    names = [number for number, file in enumerate(document.files) for _row in file.rows]
    arrays = {
        "file": arrow.array([document.files[number].name for number in names], arrow.string()),
        "file_number": arrow.array(names, arrow.int32()),
    }
    for place, name in enumerate(ROW_FIELDS):
        kind = (
            arrow.int64() if name in _WHOLE else arrow.float64() if name == "confidence" else arrow.string()
        )
        arrays[name] = arrow.array(columns[place] if columns else [], kind)
    table = arrow.table(arrays)
    parquet.write_table(table.replace_schema_metadata({_METADATA: _head(document, options)}), stream)


def _head(document: ExportDocument, options: ExportOptions) -> bytes:
    """The document without its rows, as our JSON."""
    from dataclasses import replace

    bare = replace(document, files=tuple(replace(file, rows=()) for file in document.files))
    return "".join(native_json.lines(bare, options)).encode()


def read(content: bytes, _audio: Audio) -> ImportPreview:
    """A table this module wrote. Raises ExportProblem."""
    arrow, parquet = _pyarrow()
    try:
        table = parquet.read_table(io.BytesIO(content))
    except (arrow.ArrowException, OSError) as error:
        raise ExportProblem(sentence("This Parquet file is damaged or is none.")) from error
    head = (table.schema.metadata or {}).get(_METADATA)
    if head is None:
        raise ExportProblem(sentence("This Parquet file was not written by Relay Desktop."))
    found: dict[str, Any] = json.loads(head)
    for file in found["files"]:
        file["detections"] = []
    for fields in table.to_pylist():
        found["files"][fields.pop("file_number")]["detections"].append(fields)
    preview = native_json.read(json.dumps(found).encode(), Audio())
    return ImportPreview("parquet", preview.document, preview.skipped)


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ExportProblem(_MISSING) from error
    return pyarrow, pyarrow.parquet


def recognises(head: str) -> bool:
    """Whether the file begins like Parquet."""
    return head.startswith("PAR1")
