"""The desks of this window: the one in view and those whose jobs go on in the background."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from relay_desktop.session.library import NO_JOB
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.work.desk_keeper import DeskKeeper
from relay_desktop.work.job_desk import JobDesk, counted

RECOUNT_MS: Final = 50


class Desks(QObject):
    """Finds the desk of a file or a job, changes its rows in view or in silence, and keeps them in the library.

    Counts and progress of a job follow its rows a blink later, so that a burst of news is counted once.
    """

    recounted = Signal(object)  # JobDesk whose rows had changed

    def __init__(self, session: ReviewSession, keeper: DeskKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = keeper
        self._by_key: dict[str, JobDesk] = {}
        self.by_job: dict[str, JobDesk] = {}
        self.current = JobDesk()
        self._touched: dict[JobDesk, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RECOUNT_MS)
        self._timer.timeout.connect(self.recount)

    def bind(self, desk: JobDesk) -> None:
        """Remember which files and which job belong to a desk; again whenever it got more of them."""
        self._by_key.update((file.key, desk) for file in desk.files)
        if desk.job is not None:
            self.by_job[desk.job.job_id] = desk

    def unbind(self, file: ReviewFile) -> None:
        """The file was taken off its desk."""
        desk = self._by_key.pop(file.key, None)
        if desk is not None:
            desk.files = [other for other in desk.files if other is not file]
            desk.outbox = [other for other in desk.outbox if other is not file]

    def of(self, file: ReviewFile) -> JobDesk | None:
        """The desk a file lies on."""
        return self._by_key.get(file.key)

    def change(self, file: ReviewFile, **fields: Any) -> None:
        """Set fields of a row: told to the views when it is in view, silent when its job is in the background."""
        if self.of(file) is self.current:
            self._session.update_file(file, **fields)
            return
        for name, value in fields.items():
            setattr(file, name, value)

    def keep(self, file: ReviewFile, *, with_stat: bool = False) -> None:
        """Write a row into the library."""
        desk = self.of(file)
        if desk is not None:
            self._keeper.keep_row(NO_JOB if desk.job is None else desk.job.job_id, file, with_stat=with_stat)

    def touch(self, desk: JobDesk) -> None:
        """Rows of a desk changed: so do the counts, the progress and perhaps the status of its job, soon."""
        self._touched[desk] = None
        if not self._timer.isActive():
            self._timer.start()

    def is_touched(self, desk: JobDesk) -> bool:
        """Whether a desk is still to be counted."""
        return desk in self._touched

    def recount(self) -> None:
        """Count now what was touched."""
        self._timer.stop()
        touched, self._touched = self._touched, {}
        for desk in touched:
            if desk.job is not None:
                self.take_job(counted(desk.job, desk), desk.job)
            self.recounted.emit(desk)

    def take_job(self, job: DeskJob, known: DeskJob | None) -> None:
        """Show and keep a job as it is now, if it is different from what was known."""
        if job == known:
            return
        desk = self.by_job.get(job.job_id)
        if desk is not None:
            desk.job = job
        self._session.upsert_job(job)
        if known is None or replace(job, progress=0.0) != replace(known, progress=0.0):
            self._keeper.keep_job(job)
