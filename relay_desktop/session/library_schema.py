"""The tables of the library, version by version, and the way from any older one to the newest.

A step is never changed once it was released; what comes later is a step of its own at the end. Before the first step a
copy of the library is put beside it, and each step is one transaction: a cut in the middle leaves a whole library.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from inference.sentences import sentence
from relay_desktop.session.hand_made_store import HAND_MADE_SCHEMA
from relay_desktop.session.mark_store import MARK_SCHEMA
from relay_desktop.session.result_store import RESULT_SCHEMA
from relay_desktop.session.verdict_store import VERDICT_SCHEMA

_JOBS: Final = """
CREATE TABLE IF NOT EXISTS jobs (
    job_id TEXT PRIMARY KEY, backend TEXT NOT NULL, model_id TEXT, title TEXT NOT NULL, status TEXT NOT NULL,
    processed_files INTEGER NOT NULL, total_files INTEGER NOT NULL, error_message TEXT, config TEXT,
    created_at TEXT, tuning TEXT, is_forgotten INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS files (
    job_id TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL, path TEXT, name TEXT NOT NULL,
    file_id TEXT, size INTEGER, mtime_ns INTEGER, status TEXT NOT NULL, problem TEXT,
    PRIMARY KEY (job_id, key)
);
CREATE TABLE IF NOT EXISTS desk (one INTEGER PRIMARY KEY CHECK (one = 1), job_id TEXT NOT NULL, key TEXT);
"""

MIGRATIONS: Final = (
    _JOBS,  # 1: jobs, files, desk
    VERDICT_SCHEMA,  # 2: verdicts
    HAND_MADE_SCHEMA,  # 3: hand-made detections
    MARK_SCHEMA + RESULT_SCHEMA,  # 4: files marked done, excluded stretches, evidence, progress; results
)
SCHEMA_VERSION: Final = len(MIGRATIONS)


class LibraryTooNew(Exception):
    """The library was written by a newer program; str() is the sentence for a person."""


def checked_version(db: sqlite3.Connection, path: Path) -> int:
    """The version of the library, 0 for a new one. Raises LibraryTooNew."""
    version = _version(db)
    if version > SCHEMA_VERSION:
        raise LibraryTooNew(
            sentence(
                "The library {path} was written by a newer version of Relay Desktop. Start that version, or"
            " move the file away to begin a new library.",
                path=path,
            )
        )
    return version


def bring_up_to_date(db: sqlite3.Connection, path: Path, version: int) -> None:
    """All steps that are missing, after a copy of what was there."""
    if version >= SCHEMA_VERSION:
        return
    if version > 0:
        _back_up(db, path.with_name(f"{path.stem}.before-version-{SCHEMA_VERSION}{path.suffix}"))
    for step in range(version, SCHEMA_VERSION):
        _take_step(db, step)


def _take_step(db: sqlite3.Connection, step: int) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        if _version(db) == step:  # another window may have been quicker
            for statement in MIGRATIONS[step].split(";"):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {step + 1}")
    except BaseException:
        db.rollback()
        raise
    db.commit()


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _back_up(db: sqlite3.Connection, target: Path) -> None:
    """The library as the older program left it, in case one has to go back to that."""
    if target.exists():
        return
    unfinished = target.with_name(f"{target.name}.part")
    copy = sqlite3.connect(unfinished)
    try:
        db.backup(copy)
    finally:
        copy.close()
    unfinished.replace(target)
