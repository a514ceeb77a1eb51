"""What a person notes about whole files: done, stretches to leave out, the evidence a threshold was chosen from.

Tables of the library's database; each change is committed before the method returns.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from relay_desktop.session.verdict_store import Transaction

MARK_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS done_files (
    job_id TEXT NOT NULL, file_key TEXT NOT NULL, done_by TEXT NOT NULL, done_at TEXT NOT NULL,
    PRIMARY KEY (job_id, file_key)
);
CREATE TABLE IF NOT EXISTS exclusions (
    exclusion_id INTEGER PRIMARY KEY AUTOINCREMENT, job_id TEXT NOT NULL, file_key TEXT NOT NULL,
    start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, label TEXT NOT NULL, made_by TEXT NOT NULL,
    made_at TEXT NOT NULL, withdrawn_at TEXT
);
CREATE INDEX IF NOT EXISTS exclusions_of_job ON exclusions (job_id, file_key);
CREATE TABLE IF NOT EXISTS evidence (
    evidence_id INTEGER PRIMARY KEY AUTOINCREMENT, job_id TEXT NOT NULL, artifact_type TEXT NOT NULL,
    chosen_by TEXT NOT NULL, chosen_at TEXT NOT NULL, numbers TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS progress (
    job_id TEXT NOT NULL, file_key TEXT NOT NULL, settled INTEGER NOT NULL, visible INTEGER NOT NULL,
    PRIMARY KEY (job_id, file_key)
);
"""


@dataclass(frozen=True)
class Exclusion:
    """A stretch whose detections are left out (slate, leader, applause). `exclusion_id`: its number in the library."""

    start_ms: int
    end_ms: int
    label: str = ""
    made_by: str = ""
    made_at: str = ""
    exclusion_id: int | None = None


@dataclass(frozen=True)
class ChosenThreshold:
    """A threshold that was taken over, with the numbers that spoke for it."""

    artifact_type: str
    chosen_by: str
    chosen_at: str
    numbers: dict[str, Any]


class MarkStore:
    """Marks of the library. Every method raises sqlite3.OperationalError when nothing of it could be written."""

    def __init__(self, write: Transaction, read: Transaction) -> None:
        self._write, self._read = write, read

    # done

    def set_done(self, job_id: str, file_key: str, *, is_done: bool, by: str, at: str) -> None:
        """Mark a file as done, or as not."""
        with self._write() as db:
            if is_done:
                db.execute("INSERT OR REPLACE INTO done_files VALUES (?,?,?,?)", (job_id, file_key, by, at))
            else:
                db.execute("DELETE FROM done_files WHERE job_id = ? AND file_key = ?", (job_id, file_key))

    def done(self, job_id: str) -> dict[str, str]:
        """Files of a job that are done: key -> who said so and when, in words."""
        with self._read() as db:
            rows = db.execute("SELECT * FROM done_files WHERE job_id = ?", (job_id,)).fetchall()
        return {
            row["file_key"]: f"{row['done_by']}, {row['done_at'][:16].replace('T', ' ')} UTC" for row in rows
        }

    # exclusions

    def add_exclusions(self, job_id: str, file_key: str, given: Iterable[Exclusion]) -> list[Exclusion]:
        """Write stretches; they come back with their numbers."""
        insert = (
            "INSERT INTO exclusions (job_id, file_key, start_ms, end_ms, label, made_by, made_at)"
            " VALUES (?,?,?,?,?,?,?)"
        )
        with self._write() as db:
            return [
                replace(
                    one, exclusion_id=db.execute(insert, (job_id, file_key, *_exclusion_row(one))).lastrowid
                )
                for one in given
            ]

    def hold_exclusions(self, exclusions: Sequence[Exclusion], withdrawn_at: str | None) -> None:
        """Take stretches back (with the time of it), or let them hold again (None)."""
        with self._write() as db:
            rows = [(withdrawn_at, one.exclusion_id) for one in exclusions]
            db.executemany("UPDATE exclusions SET withdrawn_at = ? WHERE exclusion_id = ?", rows)

    def exclusions(self, job_id: str) -> dict[str, tuple[Exclusion, ...]]:
        """Stretches that hold, by key of their file, in order of time."""
        with self._read() as db:
            rows = db.execute(
                "SELECT * FROM exclusions WHERE job_id = ? AND withdrawn_at IS NULL ORDER BY start_ms, end_ms",
                (job_id,),
            ).fetchall()
        found: dict[str, tuple[Exclusion, ...]] = {}
        names = ("start_ms", "end_ms", "label", "made_by", "made_at", "exclusion_id")
        for row in rows:
            one = Exclusion(*(row[name] for name in names))
            found[row["file_key"]] = (*found.get(row["file_key"], ()), one)
        return found

    # evidence

    def add_evidence(self, job_id: str, chosen: ChosenThreshold) -> None:
        """Keep why a threshold was chosen."""
        row = (job_id, chosen.artifact_type, chosen.chosen_by, chosen.chosen_at, json.dumps(chosen.numbers))
        with self._write() as db:
            db.execute(
                "INSERT INTO evidence (job_id, artifact_type, chosen_by, chosen_at, numbers) VALUES (?,?,?,?,?)",
                row,
            )

    def evidence(self, job_id: str) -> list[ChosenThreshold]:
        """Every threshold that was chosen from evidence, the latest last."""
        with self._read() as db:
            rows = db.execute(
                "SELECT * FROM evidence WHERE job_id = ? ORDER BY evidence_id", (job_id,)
            ).fetchall()
        return [
            ChosenThreshold(
                row["artifact_type"], row["chosen_by"], row["chosen_at"], json.loads(row["numbers"])
            )
            for row in rows
        ]

    # progress

    def put_progress(self, job_id: str, counts: dict[str, tuple[int, int]]) -> None:
        """How far the files of a job are: key -> settled and visible detections."""
        with self._write() as db:
            rows = [(job_id, key, settled, visible) for key, (settled, visible) in counts.items()]
            db.executemany("INSERT OR REPLACE INTO progress VALUES (?,?,?,?)", rows)

    def progress(self, *, without_job: str = "") -> tuple[int, int]:
        """Settled and visible detections of all jobs that are still in the list, but for one."""
        with self._read() as db:
            row = db.execute(
                "SELECT COALESCE(SUM(settled), 0), COALESCE(SUM(visible), 0) FROM progress JOIN jobs USING (job_id)"
                " WHERE is_forgotten = 0 AND job_id != ?",
                (without_job,),
            ).fetchone()
        return int(row[0]), int(row[1])


def _exclusion_row(one: Exclusion) -> tuple[Any, ...]:
    return one.start_ms, one.end_ms, one.label, one.made_by, one.made_at
