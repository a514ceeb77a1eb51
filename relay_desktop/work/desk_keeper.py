"""Writes what happens on the desk into the library as it happens, so that any death of the window costs nothing.

Jobs and files are written at once. What changes many times a second (tuning under a dragged slider, the file in
view) is written when it has rested for a moment, and when the desk changes or the window closes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.library import NO_JOB, Library
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.work.job_desk import stored_file, stored_job

REST_MS: Final = 300
PROBLEM_KEY: Final = "library"


class DeskKeeper(QObject):
    """Between the session and the library. A library that cannot be written is a problem, never a crash."""

    def __init__(
        self, session: ReviewSession, library: Library, desk: ProblemDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._library = library
        self._desk = desk
        self._is_tuning_touched = False
        self._job_id = NO_JOB
        self._is_desk_noted = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.flush)
        session.tuning_changed.connect(self._on_tuning)
        session.current_file_changed.connect(self._on_current)
        session.files_removed.connect(self._on_files_removed)

    def keep_job(self, job: DeskJob) -> None:
        """Write a job."""
        self._write(lambda: self._library.put_job(stored_job(job)))

    def keep_files(self, job_id: str, files: Sequence[ReviewFile], *, with_stat: bool = False) -> None:
        """Write files of a job (`NO_JOB`: of the desk that has none yet)."""
        rows = [stored_file(file, with_stat=with_stat) for file in files]
        self._write(lambda: self._library.put_files(job_id, rows))

    def keep_new_job(self, job: DeskJob, files: Sequence[ReviewFile], *, is_on_desk: bool) -> None:
        """A desk has become a job: its files belong to the job from now on."""
        self.keep_job(job)
        self.keep_files(job.job_id, files, with_stat=True)
        if is_on_desk:
            self.keep_no_desk()

    def keep_no_desk(self) -> None:
        """The files of a desk without a job are no longer wanted."""
        self._write(lambda: self._library.clear_files(NO_JOB))

    def forget_job(self, job_id: str) -> None:
        """Take a job out of the library for good."""
        self._write(lambda: self._library.forget_job(job_id))

    def desk_opened(self, job_id: str) -> None:
        """Another job (or `NO_JOB`) is on the desk; call `flush` before it is put there."""
        self._job_id = job_id
        self._is_desk_noted = False
        if self._session.files:
            self.flush()

    def flush(self) -> None:
        """Write now what was waiting for a rest."""
        self._rest.stop()
        self._is_desk_noted = True
        job_id, rules = self._job_id, self._session.rules
        current = self._session.current
        if self._is_tuning_touched and job_id != NO_JOB:
            self._is_tuning_touched = False
            self._write(lambda: self._library.put_tuning(job_id, rules))
        self._write(lambda: self._library.put_desk(job_id, current.key if current is not None else None))

    def _on_current(self, file: ReviewFile | None) -> None:
        """The first file of a desk makes it one to come back to, at once; the next ones may rest."""
        if self._is_desk_noted or file is None:
            self._rest.start()
        else:
            self.flush()

    def _on_tuning(self) -> None:
        if self._session.rules != self._session.default_rules or self._session.undo_stack.count():
            self._is_tuning_touched = True
            self._rest.start()

    def _on_files_removed(self, files: list[ReviewFile]) -> None:
        job_id, keys = self._job_id, [file.key for file in files]
        self._write(lambda: self._library.remove_files(job_id, keys))

    def _write(self, write: Callable[[], None]) -> None:
        try:
            write()
        except (sqlite3.Error, OSError) as error:
            self._desk.report(
                Problem(
                    "The library of jobs could not be written.",
                    f"{error} ({self._library.path})",
                    "Free some space on the disk or check the folder; until then a restart may not find everything.",
                    key=PROBLEM_KEY,
                )
            )
        else:
            self._desk.clear(PROBLEM_KEY)
