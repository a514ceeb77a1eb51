"""Verdicts on disk: every decision is committed before the next key, none is ever deleted.

A table of the library's database. A decision taken back keeps its row and gets a time of withdrawal, so that undo and
redo are one small write each and the history stays whole.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any, Final

from relay_desktop.session.verdicts import JudgedSpan, Verdict

VERDICT_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS verdicts (
    span_id INTEGER PRIMARY KEY AUTOINCREMENT, job_id TEXT NOT NULL, file_key TEXT NOT NULL,
    artifact_type TEXT NOT NULL, start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, verdict TEXT NOT NULL,
    reviewer TEXT NOT NULL, judged_at TEXT NOT NULL, severity TEXT, reason TEXT, note TEXT NOT NULL,
    tuning TEXT NOT NULL, withdrawn_at TEXT
);
CREATE INDEX IF NOT EXISTS verdicts_of_file ON verdicts (job_id, file_key);
"""

_COLUMNS: Final = (
    "artifact_type", "start_ms", "end_ms", "verdict", "reviewer", "judged_at", "severity", "reason", "note", "tuning",
)  # fmt: skip

Transaction = Callable[[], AbstractContextManager[sqlite3.Connection]]


class VerdictStore:
    """The verdicts of the library. `write` and `read` give a connection inside one transaction.

    Every method raises sqlite3.OperationalError when the disk is full or the file is locked for too long; then
    nothing of the call was written.
    """

    def __init__(self, write: Transaction, read: Transaction) -> None:
        self._write, self._read = write, read
        self._version: int | None = None

    def was_changed_elsewhere(self) -> bool:
        """Whether another window has written into the library since this was last asked."""
        with self._read() as db:
            version = int(db.execute("PRAGMA data_version").fetchone()[0])
        before, self._version = self._version, version
        return before is not None and version != before

    def add(self, job_id: str, file_key: str, spans: Iterable[JudgedSpan]) -> list[JudgedSpan]:
        """Write decisions, all or none; they come back with their ids."""
        given = list(spans)
        marks = ",".join("?" * (3 + len(_COLUMNS)))
        insert = f"INSERT INTO verdicts (span_id, job_id, file_key, {', '.join(_COLUMNS)}) VALUES ({marks})"
        with self._write() as db:
            # The transaction holds the only pen, so that the ids that come next are known.
            last = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'verdicts'").fetchone()
            first = (last[0] if last is not None else 0) + 1
            saved = [replace(span, span_id=first + place) for place, span in enumerate(given)]
            db.executemany(insert, [(span.span_id, job_id, file_key, *_values(span)) for span in saved])
        return saved

    def withdraw(self, span_ids: Sequence[int], withdrawn_at: str) -> None:
        """Take decisions back."""
        self._mark(span_ids, withdrawn_at)

    def restore(self, span_ids: Sequence[int]) -> None:
        """Let decisions that were taken back hold again."""
        self._mark(span_ids, None)

    def _mark(self, span_ids: Sequence[int], withdrawn_at: str | None) -> None:
        with self._write() as db:
            rows = [(withdrawn_at, span_id) for span_id in span_ids]
            db.executemany("UPDATE verdicts SET withdrawn_at = ? WHERE span_id = ?", rows)

    def reviewers(self, job_id: str) -> list[str]:
        """Whose verdicts hold on a job, by name."""
        with self._read() as db:
            rows = db.execute(
                "SELECT DISTINCT reviewer FROM verdicts WHERE job_id = ? AND withdrawn_at IS NULL ORDER BY reviewer",
                (job_id,),
            ).fetchall()
        return [row[0] for row in rows]

    def of_file(self, job_id: str, file_key: str) -> list[JudgedSpan]:
        """The decisions that hold on one file, in the order they were made."""
        select = (
            f"SELECT {', '.join(_COLUMNS)}, span_id FROM verdicts"
            " WHERE job_id = ? AND file_key = ? AND withdrawn_at IS NULL ORDER BY span_id"
        )
        with self._read() as db:
            cursor = db.cursor()
            cursor.row_factory = None  # plain tuples: a hundred thousand of them are made at once
            rows = cursor.execute(select, (job_id, file_key)).fetchall()
        return [_span_of(row) for row in rows]


def _values(span: JudgedSpan) -> tuple[Any, ...]:
    """The columns of a decision in their order."""
    return tuple(map(span.__dict__.__getitem__, _COLUMNS))


_VERDICT_OF: Final = {str(verdict): verdict for verdict in Verdict}


def _span_of(row: tuple[Any, ...]) -> JudgedSpan:
    return JudgedSpan(row[0], row[1], row[2], _VERDICT_OF[row[3]], *row[4:])
