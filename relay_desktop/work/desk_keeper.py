"""Writes what happens on the desk into the library as it happens, so that any death of the window costs nothing.

A new job and files put on the desk are written at once. News of rows under way come in bursts, each the price of
a disk write: they are written together, a blink later; what a kill cuts off there the service still knows. What
changes many times a second (tuning under a dragged slider, the file in view) is written when it has rested.
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
from relay_desktop.translation import said
from relay_desktop.work.job_desk import stored_file, stored_job

BURST_MS: Final = 200
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
        self._jobs: dict[str, DeskJob] = {}  # waiting to be written, by job id
        self._rows: dict[str, dict[ReviewFile, bool]] = {}  # by job id; whether size and time are to be read
        self._burst = self._timer(BURST_MS, self.write_rows)
        self._rest = self._timer(REST_MS, self.flush)
        session.tuning_changed.connect(self._on_tuning)
        session.current_file_changed.connect(self._on_current)
        session.files_removed.connect(self._on_files_removed)

    def keep_job(self, job: DeskJob) -> None:
        """Write a job, soon."""
        self._jobs[job.job_id] = job
        if not self._burst.isActive():
            self._burst.start()

    def keep_row(self, job_id: str, file: ReviewFile, *, with_stat: bool = False) -> None:
        """Write a file of a job (`NO_JOB`: of the desk that has none yet), soon."""
        rows = self._rows.setdefault(job_id, {})
        rows[file] = rows.get(file, False) or with_stat
        if not self._burst.isActive():
            self._burst.start()

    def keep_files(self, job_id: str, files: Sequence[ReviewFile]) -> None:
        """Write files that were put on the desk."""
        rows = [stored_file(file) for file in files]
        self._write(lambda: self._library.put_files(job_id, rows))

    def keep_new_job(self, job: DeskJob, files: Sequence[ReviewFile], *, is_on_desk: bool) -> None:
        """A desk has become a job: its files belong to the job from now on."""
        if is_on_desk:
            self._rows.pop(NO_JOB, None)
        rows = [stored_file(file) for file in files]

        def write() -> None:
            with self._library.together():
                self._library.put_job(stored_job(job))
                self._library.put_files(job.job_id, rows)
                if is_on_desk:
                    self._library.clear_files(NO_JOB)

        self._write(write)

    def keep_no_desk(self) -> None:
        """The files of a desk without a job are no longer wanted."""
        self._rows.pop(NO_JOB, None)
        self._write(lambda: self._library.clear_files(NO_JOB))

    def forget_job(self, job_id: str) -> None:
        """Take a job out of the library for good."""
        self._jobs.pop(job_id, None)
        self._rows.pop(job_id, None)
        self._write(lambda: self._library.forget_job(job_id))

    def desk_opened(self, job_id: str) -> None:
        """Another job (or `NO_JOB`) is on the desk; call `flush` before it is put there."""
        self._job_id = job_id
        self._is_desk_noted = False
        if self._session.files:
            self.flush()

    def flush(self) -> None:
        """Write now everything that was waiting."""
        self._rest.stop()
        self.write_rows()
        self._is_desk_noted = True
        job_id, rules, current = self._job_id, self._session.rules, self._session.current
        is_touched = self._is_tuning_touched and job_id != NO_JOB

        def write() -> None:
            with self._library.together():
                if is_touched:
                    self._library.put_tuning(job_id, rules)
                self._library.put_desk(job_id, current.key if current is not None else None)

        self._is_tuning_touched = self._is_tuning_touched and not is_touched
        self._write(write)

    def keep_tuning_now(self) -> None:
        """Write the tuning of the open job as it is, touched or not: what is handed on says how it was shown."""
        if self._job_id != NO_JOB:
            self._is_tuning_touched = True
        self.flush()

    def write_rows(self) -> None:
        """Write now the rows and jobs that were waiting."""
        self._burst.stop()
        jobs, rows = list(self._jobs.values()), self._rows
        self._jobs, self._rows = {}, {}
        if not jobs and not rows:
            return

        def write() -> None:
            with self._library.together():
                for job in jobs:
                    self._library.put_job(stored_job(job))
                for job_id, files in rows.items():
                    stored = [stored_file(file, with_stat=with_stat) for file, with_stat in files.items()]
                    self._library.put_files(job_id, stored)

        self._write(write)

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
        waiting = self._rows.get(job_id, {})
        for file in files:
            waiting.pop(file, None)
        self._write(lambda: self._library.remove_files(job_id, keys))

    def _timer(self, interval_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(then)
        return timer

    def _write(self, write: Callable[[], None]) -> None:
        try:
            write()
        except (sqlite3.Error, OSError) as error:
            self._desk.report(
                Problem(
                    said("The library of jobs could not be written."),
                    f"{error} ({self._library.path})",
                    said(
                        "Free some space on the disk or check the folder; until then a restart may not find everything."
                    ),
                    key=PROBLEM_KEY,
                )
            )
        else:
            self._desk.clear(PROBLEM_KEY)
