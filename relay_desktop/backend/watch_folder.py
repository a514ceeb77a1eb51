"""A folder that is watched: which recordings in it are complete, and which were taken before.

A recording is complete when its size and its time have not changed for a while. What was taken is written into a
small SQLite ledger before anything is sent, so that a restart or a kill sends nothing twice; a recording that was
changed afterwards counts as a new one. The windows and the command line use the same ledger and the same rules.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inference.sentences import sentence

STABLE_S: Final = 5.0
MOST_WAITING: Final = 1000
_TEMPORARY: Final = (".part", ".tmp", ".crdownload", ".download", ".partial")

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS taken (
    path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, batch TEXT NOT NULL,
    state TEXT NOT NULL, job_id TEXT, file_id TEXT, PRIMARY KEY (path, size, mtime_ns)
);
"""
TAKEN, SENT, DONE, FAILED = "taken", "sent", "done", "failed"


@dataclass(frozen=True)
class Recording:
    """One version of a file: another size or time makes another recording."""

    path: Path
    size: int
    mtime_ns: int


@dataclass(frozen=True)
class TakenRecording:
    """A recording that was taken: in which batch, how far it is, as what it is known to a backend."""

    recording: Recording
    batch: str
    state: str
    job_id: str | None = None
    file_id: str | None = None


class Ledger:
    """What was taken, on disk. Thread-safe; each call is one committed transaction."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._db = sqlite3.connect(path, timeout=10.0, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Everything is on disk already."""
        with self._lock:
            self._db.close()

    def knows(self, recording: Recording) -> bool:
        """Whether this version of the file was taken before."""
        query = "SELECT 1 FROM taken WHERE path = ? AND size = ? AND mtime_ns = ?"
        with self._lock:
            return self._db.execute(query, _key(recording)).fetchone() is not None

    def take(self, recordings: Iterable[Recording], batch: str) -> None:
        """Note recordings as taken, all of them or none, before anything is done with them."""
        rows = [(*_key(recording), batch, TAKEN) for recording in recordings]
        with self._lock, self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany(
                "INSERT OR IGNORE INTO taken (path, size, mtime_ns, batch, state) VALUES (?,?,?,?,?)", rows
            )

    def note(
        self, recording: Recording, state: str, *, job_id: str | None = None, file_id: str | None = None
    ) -> None:
        """How far a recording is, and what it is called there; what is not given stays."""
        with self._lock:
            self._db.execute(
                "UPDATE taken SET state = ?, job_id = COALESCE(?, job_id), file_id = COALESCE(?, file_id)"
                " WHERE path = ? AND size = ? AND mtime_ns = ?",
                (state, job_id, file_id, *_key(recording)),
            )

    def unfinished(self) -> list[TakenRecording]:
        """What was taken and is not done or given up, in the order it was taken."""
        query = "SELECT * FROM taken WHERE state IN (?, ?) ORDER BY rowid"
        with self._lock:
            rows = self._db.execute(query, (TAKEN, SENT)).fetchall()
        return [_taken(row) for row in rows]

    def counts(self) -> dict[str, int]:
        """Recordings per state."""
        with self._lock:
            return dict(self._db.execute("SELECT state, COUNT(*) FROM taken GROUP BY state").fetchall())


class FolderScan:
    """Looks through a folder again and again; gives each complete recording that the ledger does not know."""

    def __init__(
        self,
        folder: Path,
        ledger: Ledger,
        *,
        find: Callable[[Sequence[Path]], Iterable[Path]],
        stable_s: float = STABLE_S,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`find` walks the folder for audio files."""
        self._folder = folder
        self._ledger = ledger
        self._find = find
        self._stable_s = stable_s
        self._now = now
        self._seen: dict[Path, tuple[Recording, float]] = {}

    @property
    def is_waiting(self) -> bool:
        """Whether something is there that is not complete yet."""
        return bool(self._seen)

    def look(self, most: int = MOST_WAITING) -> list[Recording]:
        """Up to `most` complete new recordings, the oldest first. Raises OSError when the folder is gone."""
        if not self._folder.is_dir():
            raise FileNotFoundError(sentence("The folder {folder} is not there.", folder=self._folder))
        now, seen, complete = self._now(), {}, []
        for path in self._find([self._folder]):
            recording = _recording(path)
            if recording is None or self._ledger.knows(recording):
                continue
            before, since = self._seen.get(path, (None, now))
            since = since if before == recording else now
            seen[path] = (recording, since)
            if now - since >= self._stable_s and recording.size > 0:
                complete.append(recording)
        self._seen = seen
        complete.sort(key=lambda recording: (recording.mtime_ns, recording.path))
        return complete[:most]


def _recording(path: Path) -> Recording | None:
    """The file as it is now; None for one that is gone, hidden or still being made under another name."""
    if path.name.startswith(".") or path.suffix.lower() in _TEMPORARY:
        return None
    try:
        facts = os.stat(path)
    except OSError:
        return None
    return Recording(path, facts.st_size, facts.st_mtime_ns)


def _key(recording: Recording) -> tuple[str, int, int]:
    # Names on Linux may be no valid text; SQLite takes only what is.
    return (json.dumps(str(recording.path)), recording.size, recording.mtime_ns)


def _taken(row: tuple[str, int, int, str, str, str | None, str | None]) -> TakenRecording:
    path, size, mtime_ns, batch, state, job_id, file_id = row
    return TakenRecording(Recording(Path(json.loads(path)), size, mtime_ns), batch, state, job_id, file_id)
