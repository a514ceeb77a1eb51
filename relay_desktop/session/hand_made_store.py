"""Hand-made detections on disk: each change is committed before the next key, none is ever deleted.

A table of the library's database, kept like the verdicts: what is taken back or was changed keeps its row and gets a
time of withdrawal, so that undo and redo are one small write each.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from relay_desktop.session.hand_made import HandMade, Replaced
from relay_desktop.session.verdict_store import Transaction

HAND_MADE_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS hand_made (
    hand_id INTEGER PRIMARY KEY AUTOINCREMENT, job_id TEXT NOT NULL, file_key TEXT NOT NULL,
    artifact_type TEXT NOT NULL, start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL,
    replaced_type TEXT, replaced_start_ms INTEGER, replaced_end_ms INTEGER,
    made_by TEXT NOT NULL, made_at TEXT NOT NULL, withdrawn_at TEXT
);
CREATE INDEX IF NOT EXISTS hand_made_of_job ON hand_made (job_id, file_key);
"""

_COLUMNS: Final = (
    "job_id, file_key, artifact_type, start_ms, end_ms,"
    " replaced_type, replaced_start_ms, replaced_end_ms, made_by, made_at"
)


class HandMadeStore:
    """The hand-made detections of the library.

    Every method raises sqlite3.OperationalError when the disk is full or the file is locked for too long; then
    nothing of the call was written.
    """

    def __init__(self, write: Transaction, read: Transaction) -> None:
        self._write, self._read = write, read

    def put(self, job_id: str, file_key: str, made: HandMade, instead_of: HandMade | None = None) -> HandMade:
        """Write one; with `instead_of` that one no longer holds. It comes back with its number."""
        old = made.replaces or (None, None, None)
        row = (made.artifact_type, made.start_ms, made.end_ms, *old, made.made_by, made.made_at)
        with self._write() as db:
            self._mark(db, instead_of, made.made_at)
            insert = f"INSERT INTO hand_made ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)"
            return replace(made, hand_id=db.execute(insert, (job_id, file_key, *row)).lastrowid)

    def put_many(self, job_id: str, file_key: str, made: Sequence[HandMade]) -> list[HandMade]:
        """Write several, all or none; they come back with their numbers."""
        with self._write():
            return [self.put(job_id, file_key, one) for one in made]

    def hold_many(self, made: Sequence[HandMade], withdrawn_at: str | None) -> None:
        """Let several hold no longer (from that time), or again (None)."""
        with self._write() as db:
            for one in made:
                self._mark(db, one, withdrawn_at)

    def swap(self, gone: HandMade | None, back: HandMade | None, at: str) -> None:
        """Undo and redo: one no longer holds (from the time `at`), the other holds again."""
        with self._write() as db:
            self._mark(db, gone, at)
            self._mark(db, back, None)

    @staticmethod
    def _mark(db: sqlite3.Connection, made: HandMade | None, withdrawn_at: str | None) -> None:
        if made is not None:
            update = "UPDATE hand_made SET withdrawn_at = ? WHERE hand_id = ?"
            db.execute(update, (withdrawn_at, made.hand_id))

    def of_job(self, job_id: str) -> dict[str, tuple[HandMade, ...]]:
        """Those that hold, by key of their file, in the order they were made."""
        select = f"SELECT hand_id, {_COLUMNS} FROM hand_made WHERE job_id = ? AND withdrawn_at IS NULL"
        with self._read() as db:
            rows: Sequence[sqlite3.Row] = db.execute(f"{select} ORDER BY hand_id", (job_id,)).fetchall()
        found: dict[str, tuple[HandMade, ...]] = {}
        for row in rows:
            found[row["file_key"]] = (*found.get(row["file_key"], ()), _made_of(row))
        return found


def _made_of(row: sqlite3.Row) -> HandMade:
    old = row["replaced_type"], row["replaced_start_ms"], row["replaced_end_ms"]
    return HandMade(
        row["artifact_type"],
        row["start_ms"],
        row["end_ms"],
        None if old[0] is None else Replaced(*old),
        row["made_by"],
        row["made_at"],
        row["hand_id"],
    )
