"""What the service says about jobs, brought to the rows of their files and to the list of jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inference.contract import AudioFile, InferenceJob
from inference.detections import DetectionTable
from relay_desktop.errors import JobNotFound
from relay_desktop.session.review_file import WAITING, ReviewFile
from relay_desktop.work.crew import Crew
from relay_desktop.work.job_desk import CLOSED, JobDesk, fields_from_wire, is_settled, job_from_wire
from relay_desktop.work.job_shelf import LOST


class JobNews(QObject):
    """Listens to the watcher; partial results arrive file by file while the job goes on."""

    job_ended = Signal(str)  # job id: every result that will come is here

    def __init__(
        self, crew: Crew, detect: Callable[[Iterable[ReviewFile]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._crew = crew
        self._desks = crew.desks
        self._detect = detect
        crew.desks.recounted.connect(self.look_for_the_end)
        crew.watcher.job_seen.connect(self._on_job_seen)
        crew.watcher.file_seen.connect(self._on_file_seen)
        crew.watcher.job_lost.connect(self._on_job_lost)

    def look_for_the_end(self, desk: JobDesk) -> None:
        """Stop asking once every file of the job has ended and its result is here."""
        if desk.job is None or not desk.members or not desk.is_settled or desk.is_cancelling:
            return
        if self._crew.watcher.is_watching(desk.job.job_id):
            self._crew.watcher.unwatch(desk.job.job_id)
            self.job_ended.emit(desk.job.job_id)

    def _on_job_seen(self, told: InferenceJob) -> None:
        desk, known = self._desks.by_job.get(told.id), self._crew.session.jobs.get(told.id)
        if desk is None:
            self._desks.take_job(job_from_wire(told, known, None), known)
            if told.is_terminal:
                self._crew.watcher.unwatch(told.id)
            return
        desk.wire_status = told.status
        desk.is_cancelling = desk.is_cancelling and not told.is_terminal
        self._match(desk, told)
        by_id = desk.by_file_id()
        for file in told.files:
            row = by_id.get(file.file_id)
            if row is not None and not (row.status == "completed" and file.status == "completed"):
                self._change(row, file)
        if told.status in CLOSED:
            self._end_unfinished(desk, told)
        self._desks.take_job(job_from_wire(told, desk.job, desk), desk.job)
        self.look_for_the_end(desk)

    def _end_unfinished(self, desk: JobDesk, told: InferenceJob) -> None:
        """A cancelled or failed job does nothing more for its files, whatever their last status was.

        Those that were done before keep their results, also when these are still to be fetched.
        """
        done = {file.file_id for file in told.files if file.status == "completed"}
        for file in desk.members:
            if not is_settled(file) and file.status != "completed" and file.file_id not in done:
                self._desks.change(file, status=told.status, progress=None, problem=told.error_message)
                self._drop_part(file)

    def _change(self, file: ReviewFile, told: AudioFile) -> None:
        self._desks.change(file, **fields_from_wire(file, told))
        if told.is_terminal and told.status != "completed":
            self._drop_part(file)

    def _drop_part(self, file: ReviewFile) -> None:
        """A file that was not heard to its end has no result: what was heard of it would pass for the whole."""
        if file.is_partial:
            self._give(file, None)

    def _give(self, file: ReviewFile, raw: DetectionTable | None, heard_s: float | None = None) -> None:
        file.heard_s = heard_s
        if self._desks.of(file) is self._desks.current:
            self._crew.session.set_raw(file, raw)
        else:
            file.set_raw(raw)

    def _match(self, desk: JobDesk, told: InferenceJob) -> None:
        fresh, is_current = desk.adopt(told), desk is self._desks.current
        if fresh and desk.files and is_current:
            self._crew.session.add_review_files(fresh)  # the conductor puts them on the desk
        else:
            desk.files += fresh
            self._desks.bind(desk)
            if fresh and is_current:
                self._crew.session.open_desk(desk.job, desk.files, self._crew.session.rules)
        if desk.wants_resend:
            desk.wants_resend = False
            if (self._crew.settings.detect_on_open or desk.goes_on) and desk.takes_files:
                unsent = [f for f in desk.files if f.file_id is None and f.status == WAITING]
                self._detect(file for file in unsent if file.path is not None)

    def _on_file_seen(self, job_id: str, told: AudioFile) -> None:
        desk = self._desks.by_job.get(job_id)
        file = desk.by_file_id().get(told.file_id) if desk is not None else None
        if desk is None or file is None:
            return
        if told.status == "completed":
            raw = told.detections if told.detections is not None else DetectionTable.empty()
            self._crew.reviews.keep_result(job_id, file, raw)
            self._give(file, raw)
        elif told.status == "processing" and told.detections is not None and not file.is_terminal:
            self._give(file, told.detections, told.heard_s or 0.0)
        self._change(file, told)
        self._desks.keep(file)
        self._desks.touch(desk)

    def _on_job_lost(self, job_id: str, error: BaseException) -> None:
        if not isinstance(error, JobNotFound):
            self._crew.problems.report_error(
                error, retry=lambda: self._crew.watcher.watch(job_id), key=f"watch {job_id}"
            )
            return
        desk, job = self._desks.by_job.get(job_id), self._crew.session.jobs.get(job_id)
        if desk is not None:
            desk.wire_status = "failed"
            for file in desk.files:
                if file.raw is None or file.is_partial:
                    self._desks.change(file, status="failed", problem=LOST, progress=None)
                    self._drop_part(file)
        if job is not None:
            self._desks.take_job(replace(job, status="failed", error_message=LOST), job)
        self.job_ended.emit(job_id)
