"""The list of jobs: what the library remembers, brought up to date by what the service knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from inference.contract import InferenceJob
from inference.sentences import sentence
from inference.tuning import TuningRules
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.job_ids import EMBEDDED, REVIEW_BACKEND, desk_id
from relay_desktop.session.library import NO_JOB, Library, StoredDesk
from relay_desktop.session.review_file import WAITING, DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.work.job_desk import JobDesk, desk_job, job_from_wire, review_files
from relay_desktop.work.job_watcher import JobWatcher
from relay_desktop.work.link import Link, is_passing
from relay_desktop.work.links import Links

REFRESH_MS: Final = 60_000
LOST: Final = sentence("The service no longer has this job. Run the detection again.")


class JobShelf(QObject):
    """Reads the library; asks the service for its jobs whenever it comes up or the person comes back."""

    def __init__(
        self,
        *,
        session: ReviewSession,
        links: Links,
        watcher: JobWatcher,
        library: Library,
        problems: ProblemDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._links = links
        self._watcher = watcher
        self._library = library
        self._problems = problems
        self._refused: set[str] = set()
        self._again = QTimer(self)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self._refresh_accounts)

    def load(self) -> None:
        """Show what the library remembers, newest first."""
        self._session.set_jobs(desk_job(job) for job in reversed(self._library.jobs()))

    def take_in(self, job_id: str) -> None:
        """A job was put into the library from elsewhere: show it in the list."""
        for job in self._library.jobs():
            if job.job_id == job_id:
                self._session.upsert_job(desk_job(job))

    def last_desk(self) -> StoredDesk | None:
        """What was open when a window was last used; None on the first start."""
        desk = self._library.desk()
        return desk if desk is not None and (desk.files or desk.job_id != NO_JOB) else None

    def desk_of(self, job: DeskJob) -> JobDesk:
        """A job of the library as it can be put on the desk."""
        files = review_files(self._library.files(job.job_id))
        return JobDesk(job, files=files, wire_status=job.status, wants_resend=True)

    def unsent_jobs(self) -> list[str]:
        """Jobs of servers that had not got all their files when the window was last closed."""
        going = [job for job in self._session.jobs.values() if job.is_remote and not job.is_terminal]
        return [job.job_id for job in going if any(map(_is_unsent, self.desk_of(job).files))]

    def unfinished_desk(self, stored: StoredDesk) -> JobDesk:
        """A desk that had no job yet."""
        return JobDesk(files=review_files(stored.files))

    def tuning_of(self, job_id: str) -> TuningRules | None:
        """The tuning a job was left with."""
        return self._library.tuning(job_id)

    def refresh_when_active(self, state: Qt.ApplicationState) -> None:
        """Another window may have made jobs while the person was there."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._ask(self._links.local)
            self._refresh_accounts()

    def follow(self, link: Link) -> None:
        """Ask for its jobs whenever this link's backend comes up; a server's again and again."""
        link.ready.connect(lambda: self._greet(link))
        if link.backend != EMBEDDED:
            self._again.start()

    def close(self) -> None:
        """Ask no more."""
        self._again.stop()

    def refresh(self) -> None:
        """Ask every backend for its jobs, those that had refused too."""
        self._refused.clear()
        self._ask(self._links.local)
        self._refresh_accounts()

    def _greet(self, link: Link) -> None:
        self._refused.discard(link.backend)
        self._ask(link)

    def _refresh_accounts(self) -> None:
        """By itself; a server that refused is not asked again and again."""
        for link in self._links.accounts:
            if link.backend not in self._refused:
                self._ask(link)

    def _ask(self, link: Link) -> None:
        if link.is_ready:
            link.call(
                lambda client, token: client.list_jobs(),
                lambda told: self._on_jobs(link, told),
                lambda error: self._on_error(link, error),
                name="list jobs",
            )

    def _on_jobs(self, link: Link, told: list[InferenceJob]) -> None:
        """Jobs nobody here knows are shown unless they are empty (left by a crash) or were forgotten."""
        forgotten = self._library.forgotten_jobs()
        named = (job.model_copy(update={"id": desk_id(link.backend, job.id)}) for job in told)
        by_id = {job.id: job for job in named if job.id not in forgotten}
        for job in sorted(by_id.values(), key=lambda job: job.created_at or ""):
            known = self._session.jobs.get(job.id)
            if known is None and job.total_files == 0:
                continue
            if not self._watcher.is_watching(job.id):
                self._take(job, known)
        if link.backend == EMBEDDED:
            self._find_lost(by_id)

    def _find_lost(self, by_id: Mapping[str, InferenceJob]) -> None:
        """This computer's service lists all it has; another server's list may end somewhere."""
        for known in list(self._session.jobs.values()):
            is_followed = self._watcher.is_watching(known.job_id)  # the watcher finds out by itself
            is_asked_for = known.backend != REVIEW_BACKEND  # no service knows what came with a review
            is_gone = is_asked_for and known.job_id not in by_id and known.status != "failed"
            if is_gone and not is_followed and not known.is_remote:
                self._session.upsert_job(replace(known, status="failed", error_message=LOST))

    def _take(self, job: InferenceJob, known: DeskJob | None) -> None:
        is_open = self._session.job is not None and self._session.job.job_id == job.id
        shown = job_from_wire(job, known, None)
        if known is not None and known.total_files:
            # What this desk expects of the job may be more than what had arrived there.
            shown.total_files = max(known.total_files, shown.total_files)
        if shown != known and not is_open:
            self._session.upsert_job(shown)
        # A server's jobs may be anybody's: those that were never opened here are followed by the list alone.
        is_ours = not shown.is_remote or (known is not None and known.job_id in self._kept())
        if not job.is_terminal and (is_open or is_ours):
            self._watcher.watch(job.id, with_results=is_open)

    def _kept(self) -> frozenset[str]:
        """Jobs of the library."""
        return frozenset(job.job_id for job in self._library.jobs())

    def _on_error(self, link: Link, error: BaseException) -> None:
        if not is_passing(error):
            self._refused.add(link.backend)
            self._problems.report_error(error, retry=lambda: self._ask(link), key=f"jobs {link.backend}")


def _is_unsent(file: ReviewFile) -> bool:
    return file.file_id is None and file.status == WAITING and file.path is not None
