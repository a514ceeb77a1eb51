"""What must survive the window: jobs, which file on this disk belongs to which of them, the tuning of each.

One SQLite file in the user data folder, in WAL mode, every write committed before the method returns. Two
windows may hold it open at once. Results themselves stay with the service; here is only what it cannot know.
A database that cannot be read is set aside (never deleted) and a new one is begun.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from inference.tuning import TuningRules
from inference.tuning_config import TuningConfig
from relay_desktop.session.hand_made_store import HandMadeStore
from relay_desktop.session.library_schema import (
    SCHEMA_VERSION,
    LibraryTooNew,
    bring_up_to_date,
    checked_version,
)
from relay_desktop.session.mark_store import MarkStore
from relay_desktop.session.result_store import ResultStore
from relay_desktop.session.verdict_store import VerdictStore

__all__ = ["NO_JOB", "SCHEMA_VERSION", "Library", "LibraryTooNew", "StoredDesk", "StoredFile", "StoredJob"]

BUSY_TIMEOUT_S: Final = 10.0
NO_JOB: Final = ""  # the files of a desk that has no job yet


@dataclass(frozen=True)
class StoredJob:
    """A job as it was last known. `config` is the floor it was made with, None when unknown."""

    job_id: str
    backend: str
    model_id: str | None
    title: str
    status: str
    processed_files: int = 0
    total_files: int = 0
    error_message: str | None = None
    config: TuningConfig | None = None
    created_at: str | None = None


@dataclass(frozen=True)
class StoredFile:
    """A file of a job on this desk; size and mtime are those of the moment it was handed over."""

    key: str
    path: Path | None
    name: str
    file_id: str | None = None
    size: int | None = None
    mtime_ns: int | None = None
    status: str = "waiting"
    problem: str | None = None


@dataclass(frozen=True)
class StoredDesk:
    """What was open when a window was last used."""

    job_id: str
    current_key: str | None = None
    files: tuple[StoredFile, ...] = field(default=())


class Library:
    """The library of one user; safe to call from every thread, each call is one transaction.

    Raises LibraryTooNew on opening; sqlite3.OperationalError when the disk is full or the file is locked for
    longer than ten seconds.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.set_aside: Path | None = None
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        self._db = self._open()
        self.verdicts = VerdictStore(self._write, self._read)
        self.hand_made = HandMadeStore(self._write, self._read)
        self.marks = MarkStore(self._write, self._read)
        self.results = ResultStore(self._write, self._read)

    def close(self) -> None:
        """Nothing is written here that was not on disk already."""
        with self._lock:
            self._db.close()

    # jobs

    def put_job(self, job: StoredJob) -> None:
        """Write a job as it is now; its tuning and its files stay as they are."""
        config = None if job.config is None else json.dumps(job.config.to_json())
        row = (job.job_id, job.backend, job.model_id, job.title, job.status, job.processed_files)
        row_rest = (job.total_files, job.error_message, config, job.created_at)
        with self._write() as db:
            db.execute(
                "INSERT INTO jobs (job_id, backend, model_id, title, status, processed_files, total_files,"
                " error_message, config, created_at) VALUES (?,?,?,?,?,?,?,?,?,?)"
                " ON CONFLICT (job_id) DO UPDATE SET backend=excluded.backend, model_id=excluded.model_id,"
                " title=excluded.title, status=excluded.status, processed_files=excluded.processed_files,"
                " total_files=excluded.total_files, error_message=excluded.error_message,"
                " config=excluded.config, created_at=excluded.created_at",
                row + row_rest,
            )

    def jobs(self) -> list[StoredJob]:
        """Every job that was not forgotten, oldest first."""
        with self._read() as db:
            rows = db.execute(
                "SELECT * FROM jobs WHERE is_forgotten = 0 ORDER BY created_at, rowid"
            ).fetchall()
        return [_job_of(row) for row in rows]

    def forget_job(self, job_id: str) -> None:
        """Take a job out of the list for good, also when the service still lists it."""
        with self._write() as db:
            db.execute(
                "INSERT INTO jobs (job_id, backend, title, status, processed_files, total_files,"
                " is_forgotten) VALUES (?, '', '', 'forgotten', 0, 0, 1)"
                " ON CONFLICT (job_id) DO UPDATE SET is_forgotten = 1, tuning = NULL",
                (job_id,),
            )
            db.execute("DELETE FROM files WHERE job_id = ?", (job_id,))
            db.execute("DELETE FROM results WHERE job_id = ?", (job_id,))
            db.execute("DELETE FROM desk WHERE job_id = ?", (job_id,))

    def forgotten_jobs(self) -> frozenset[str]:
        """Ids of jobs the person no longer wants to see."""
        with self._read() as db:
            rows = db.execute("SELECT job_id FROM jobs WHERE is_forgotten = 1").fetchall()
        return frozenset(row["job_id"] for row in rows)

    # files

    def put_files(self, job_id: str, files: Iterable[StoredFile]) -> None:
        """Write files of a job (`NO_JOB`: of the desk without one), each at its old place or at the end.

        A size or time that is not given stays as it was.
        """
        with self._write() as db:
            last = db.execute(
                "SELECT COALESCE(MAX(place), -1) FROM files WHERE job_id = ?", (job_id,)
            ).fetchone()
            rows = [_file_row(job_id, place, file) for place, file in enumerate(files, last[0] + 1)]
            db.executemany(
                "INSERT INTO files VALUES (?,?,?,?,?,?,?,?,?,?) ON CONFLICT (job_id, key) DO UPDATE SET"
                " path=excluded.path, name=excluded.name, file_id=excluded.file_id,"
                " size=COALESCE(excluded.size, size), mtime_ns=COALESCE(excluded.mtime_ns, mtime_ns),"
                " status=excluded.status, problem=excluded.problem",
                rows,
            )

    def remove_files(self, job_id: str, keys: Iterable[str]) -> None:
        """Forget some files of a job."""
        with self._write() as db:
            db.executemany("DELETE FROM files WHERE job_id = ? AND key = ?", [(job_id, key) for key in keys])

    def clear_files(self, job_id: str) -> None:
        """Forget all files of a job."""
        with self._write() as db:
            db.execute("DELETE FROM files WHERE job_id = ?", (job_id,))

    def files(self, job_id: str) -> tuple[StoredFile, ...]:
        """The files of a job in the order of the desk."""
        with self._read() as db:
            rows = db.execute("SELECT * FROM files WHERE job_id = ? ORDER BY place", (job_id,)).fetchall()
        return tuple(_file_of(row) for row in rows)

    # tuning

    def put_tuning(self, job_id: str, rules: TuningRules) -> None:
        """Write the tuning of a job; a job the library does not know is ignored."""
        with self._write() as db:
            db.execute("UPDATE jobs SET tuning = ? WHERE job_id = ?", (json.dumps(rules.to_json()), job_id))

    def tuning(self, job_id: str) -> TuningRules | None:
        """The tuning a job was left with; None when it was never touched."""
        with self._read() as db:
            row = db.execute("SELECT tuning FROM jobs WHERE job_id = ?", (job_id,)).fetchone()
        return (
            None if row is None or row["tuning"] is None else TuningRules.from_json(json.loads(row["tuning"]))
        )

    # desk

    def put_desk(self, job_id: str, current_key: str | None) -> None:
        """Remember what is open, so that the next start shows it again."""
        with self._write() as db:
            db.execute("INSERT OR REPLACE INTO desk VALUES (1, ?, ?)", (job_id, current_key))

    def desk(self) -> StoredDesk | None:
        """What was open last; None on the first start and after its job was forgotten."""
        with self._read() as db:
            row = db.execute("SELECT job_id, key FROM desk").fetchone()
        return None if row is None else StoredDesk(row["job_id"], row["key"], self.files(row["job_id"]))

    # the file itself

    def _open(self) -> sqlite3.Connection:
        try:
            return _connect(self.path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            self.set_aside = _free_name(self.path)
            self.path.rename(self.set_aside)
            for suffix in ("-wal", "-shm"):
                Path(f"{self.path}{suffix}").unlink(missing_ok=True)
            return _connect(self.path)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several writes as one transaction, for the price of one: all of them are kept or none."""
        with self._write():
            yield

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._db.in_transaction:  # inside `together`
                yield self._db
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.rollback()
                raise
            self._db.commit()

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            yield self._db


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    try:
        db.row_factory = sqlite3.Row
        version = checked_version(db, path)  # before anything is written into a newer program's library
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")  # a verdict that was given outlives a power cut
        bring_up_to_date(db, path, version)
    except BaseException:
        db.close()
        raise
    return db


def _free_name(path: Path) -> Path:
    number = 1
    while (candidate := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    return candidate


def _job_of(row: sqlite3.Row) -> StoredJob:
    config = None if row["config"] is None else TuningConfig(**json.loads(row["config"]))
    names = ("job_id", "backend", "model_id", "title", "status", "processed_files", "total_files")
    known = {name: row[name] for name in (*names, "error_message", "created_at")}
    return StoredJob(**known, config=config)


def _file_row(job_id: str, place: int, file: StoredFile) -> tuple[Any, ...]:
    path = None if file.path is None else _path_to_text(file.path)
    about = (file.name, file.file_id, file.size, file.mtime_ns, file.status, file.problem)
    return (job_id, file.key, place, path, *about)


def _file_of(row: sqlite3.Row) -> StoredFile:
    path = None if row["path"] is None else _text_to_path(row["path"])
    names = ("key", "name", "file_id", "size", "mtime_ns", "status", "problem")
    return StoredFile(path=path, **{name: row[name] for name in names})


def _path_to_text(path: Path) -> str:
    """Names on Linux may be no valid text; SQLite takes only what is."""
    return json.dumps(str(path))


def _text_to_path(text: str) -> Path:
    return Path(json.loads(text))
