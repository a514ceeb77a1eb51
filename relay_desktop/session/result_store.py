"""Results kept beside the verdicts: what the model heard in each file of a job.

With them a review can be read, compared, exported and handed on where its service is not at hand.
"""

from __future__ import annotations

import io
import json
import sqlite3
from typing import Final

import numpy as np

from inference.detections import DetectionTable
from relay_desktop.session.verdict_store import Transaction

RESULT_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS results (
    job_id TEXT NOT NULL, file_key TEXT NOT NULL, duration_s REAL, detections BLOB NOT NULL,
    PRIMARY KEY (job_id, file_key)
)
"""


class ResultStore:
    """The results of the library."""

    def __init__(self, write: Transaction, read: Transaction) -> None:
        self._write, self._read = write, read

    def put(self, job_id: str, file_key: str, heard: DetectionTable, duration_s: float | None) -> None:
        """Write what was heard in a file; it takes the place of what was there. Raises sqlite3.OperationalError."""
        row = (job_id, file_key, duration_s, packed(heard))
        with self._write() as db:
            db.execute("INSERT OR REPLACE INTO results VALUES (?,?,?,?)", row)

    def of_file(self, job_id: str, file_key: str) -> DetectionTable | None:
        """What was heard in a file; None when it is not kept (or cannot be read any more)."""
        row = self._row(job_id, file_key)
        try:
            return None if row is None else unpacked(row["detections"])
        except ValueError:
            return None

    def duration_s(self, job_id: str, file_key: str) -> float | None:
        """The length of the recording, where it was known."""
        row = self._row(job_id, file_key)
        return None if row is None else row["duration_s"]

    def _row(self, job_id: str, file_key: str) -> sqlite3.Row | None:
        with self._read() as db:
            found: sqlite3.Row | None = db.execute(
                "SELECT duration_s, detections FROM results WHERE job_id = ? AND file_key = ?",
                (job_id, file_key),
            ).fetchone()
        return found


def packed(table: DetectionTable) -> bytes:
    """A table as bytes: numpy's own archive of columns, the names of the types as JSON beside them."""
    stream = io.BytesIO()
    names = np.frombuffer(json.dumps(table.types).encode(), dtype=np.uint8)
    np.savez_compressed(
        stream, types=names, type_codes=table.type_codes, start_ms=table.start_ms, end_ms=table.end_ms,
        confidence=table.confidence,
    )  # fmt: skip
    return stream.getvalue()


def unpacked(content: bytes) -> DetectionTable:
    """What `packed` gave. Raises ValueError when it is something else; nothing in it is ever executed."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as columns:
            types = json.loads(bytes(columns["types"]))
            rest = (columns[name] for name in ("type_codes", "start_ms", "end_ms", "confidence"))
            return DetectionTable(types, *rest)
    except Exception as error:
        # A damaged archive fails in many ways (zip, zlib, JSON, shapes); for the reader they are one.
        raise ValueError(f"these are no detections: {error}") from error
