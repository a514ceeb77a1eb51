"""The list of jobs: what the library remembers, brought up to date by what the service knows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt

from inference.contract import InferenceJob
from inference.tuning import TuningRules
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.library import NO_JOB, Library, StoredDesk
from relay_desktop.session.review_file import DeskJob
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.work.job_desk import JobDesk, desk_job, job_from_wire, review_files
from relay_desktop.work.job_watcher import JobWatcher
from relay_desktop.work.service_link import ServiceLink, is_passing

LOST = "The service no longer has this job. Run the detection again."


class JobShelf(QObject):
    """Reads the library; asks the service for its jobs whenever it comes up or the person comes back."""

    def __init__(
        self,
        *,
        session: ReviewSession,
        link: ServiceLink,
        watcher: JobWatcher,
        library: Library,
        problems: ProblemDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._link = link
        self._watcher = watcher
        self._library = library
        self._problems = problems
        link.ready.connect(self.refresh)

    def load(self) -> None:
        """Show what the library remembers, newest first."""
        self._session.set_jobs(desk_job(job) for job in reversed(self._library.jobs()))

    def last_desk(self) -> StoredDesk | None:
        """What was open when a window was last used; None on the first start."""
        desk = self._library.desk()
        return desk if desk is not None and (desk.files or desk.job_id != NO_JOB) else None

    def desk_of(self, job: DeskJob) -> JobDesk:
        """A job of the library as it can be put on the desk."""
        files = review_files(self._library.files(job.job_id))
        return JobDesk(job, files, wire_status=job.status, wants_resend=True)

    def unfinished_desk(self, stored: StoredDesk) -> JobDesk:
        """A desk that had no job yet."""
        return JobDesk(None, review_files(stored.files))

    def tuning_of(self, job_id: str) -> TuningRules | None:
        """The tuning a job was left with."""
        return self._library.tuning(job_id)

    def refresh_when_active(self, state: Qt.ApplicationState) -> None:
        """Another window may have made jobs while the person was there."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.refresh()

    def refresh(self) -> None:
        """Ask the service for its jobs."""
        if self._link.is_ready:
            self._link.call(
                lambda client, token: client.list_jobs(), self._on_jobs, self._on_error, name="list jobs"
            )

    def _on_jobs(self, told: list[InferenceJob]) -> None:
        """Jobs nobody here knows are shown unless they are empty (left by a crash) or were forgotten."""
        forgotten = self._library.forgotten_jobs()
        by_id = {job.id: job for job in told if job.id not in forgotten}
        for job in sorted(by_id.values(), key=lambda job: job.created_at or ""):
            known = self._session.jobs.get(job.id)
            if known is None and job.total_files == 0:
                continue
            if not self._watcher.is_watching(job.id):
                self._take(job, known)
        for known in list(self._session.jobs.values()):
            is_followed = self._watcher.is_watching(known.job_id)  # the watcher finds out by itself
            if known.job_id not in by_id and known.status != "failed" and not is_followed:
                self._session.upsert_job(replace(known, status="failed", error_message=LOST))

    def _take(self, job: InferenceJob, known: DeskJob | None) -> None:
        is_open = self._session.job is not None and self._session.job.job_id == job.id
        shown = job_from_wire(job, known, None)
        if known is not None and known.total_files:
            # What this desk expects of the job may be more than what had arrived there.
            shown.total_files = max(known.total_files, shown.total_files)
        if shown != known and not is_open:
            self._session.upsert_job(shown)
        if not job.is_terminal:
            self._watcher.watch(job.id, with_results=is_open)

    def _on_error(self, error: BaseException) -> None:
        if not is_passing(error):
            self._problems.report_error(error, retry=self.refresh, key="jobs")
