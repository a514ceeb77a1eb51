"""From files that are ready to a job that has them: makes the job where there is none yet, sends the files."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from inference.contract import InferenceJob, ModelCard
from inference.tuning_config import RAW_CAPTURE
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.work.crew import Crew
from relay_desktop.work.job_desk import EMBEDDED, JobDesk, counted, job_title
from relay_desktop.work.service_link import is_passing

PROBLEM_KEY: Final = "create-job"
PATIENCE: Final = 5
PAUSE_MS: Final = 1000


class JobMaker(QObject):
    """A desk gets its job when its first file is ready, the service is up and a model is known."""

    def __init__(self, crew: Crew, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crew = crew
        self._drafts: list[JobDesk] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._create_jobs)
        crew.models.changed.connect(self._create_jobs)
        crew.sender.sent.connect(self._on_sent)
        crew.sender.failed.connect(lambda job_id, file: self.give_up(file))

    def close(self) -> None:
        """Ask for no more jobs."""
        self._pause.stop()

    def is_waiting(self, desk: JobDesk) -> bool:
        """Whether a desk waits for its job to be made."""
        return desk in self._drafts

    def submit(self, desk: JobDesk, file: ReviewFile) -> None:
        """Send a file as soon as that is possible."""
        desk.outbox.append(file)
        if desk.job is not None:
            self._crew.desks.touch(desk)
            self._crew.sender.send(desk.job.job_id, file)
            return
        if desk not in self._drafts:
            self._drafts.append(desk)
        self._create_jobs()

    def withdraw(self, desk: JobDesk) -> None:
        """What was not sent yet is not sent any more."""
        unsent, desk.outbox = desk.outbox, []
        for file in unsent:
            self._crew.sender.cancel(file)
            self._crew.desks.change(file, status="cancelled", progress=None)
            self._crew.desks.keep(file)

    def give_up(self, file: ReviewFile) -> None:
        """The file cannot be sent; its row says why, the others go on."""
        desk = self._crew.desks.of(file)
        if desk is None:
            return
        desk.outbox = [other for other in desk.outbox if other is not file]
        self._crew.desks.keep(file)
        self._crew.desks.touch(desk)

    def _create_jobs(self) -> None:
        """Called whenever one of the conditions may have come true."""
        model = self._crew.models.chosen
        if not self._crew.link.is_ready or model is None:
            return
        for desk in self._drafts:
            if desk.creation is None:
                self._create_job(desk, model)

    def _create_job(self, desk: JobDesk, model: ModelCard) -> None:
        desk.creation = self._crew.link.call(
            lambda client, token: client.create_job(model.id, RAW_CAPTURE, desk.creation_key),
            lambda told: self._on_created(desk, told, model),
            lambda error: self._on_not_created(desk, error),
            name="create job",
        )

    def _on_created(self, desk: JobDesk, told: InferenceJob, model: ModelCard) -> None:
        desk.creation, desk.failed_creations = None, 0
        self._drafts.remove(desk)
        self._crew.problems.clear(PROBLEM_KEY)
        job = DeskJob(
            job_id=told.id,
            model_id=model.id,
            title=job_title(desk.files),
            backend=EMBEDDED,
            status=told.status,
            config=told.config or RAW_CAPTURE,
            created_at=told.created_at,
        )
        desk.job = counted(job, desk)
        is_on_desk = desk is self._crew.desks.current
        self._crew.desks.bind(desk)
        self._crew.keeper.keep_new_job(desk.job, desk.files, is_on_desk=is_on_desk)
        if is_on_desk:
            self._crew.session.attach_job(desk.job)
        else:
            self._crew.session.upsert_job(desk.job)
        for file in desk.outbox:
            self._crew.sender.send(told.id, file)
        self._crew.watcher.watch(told.id)

    def _on_not_created(self, desk: JobDesk, error: BaseException) -> None:
        """Asked for again by itself while the service comes back, else when the person says so.

        The service on this computer knows the desk's creation key, so no job is made twice.
        """
        desk.creation = None
        desk.failed_creations += 1
        if is_passing(error) and desk.failed_creations < PATIENCE:
            self._pause.start()
        elif self._crew.link.is_ready:
            self._crew.problems.report_error(error, retry=self._create_jobs, key=PROBLEM_KEY)

    def _on_sent(self, job_id: str, file: ReviewFile) -> None:
        desk = self._crew.desks.of(file)
        if desk is None:
            return
        desk.outbox = [other for other in desk.outbox if other is not file]
        self._crew.desks.keep(file, with_stat=True)
        self._crew.desks.touch(desk)
        self._crew.watcher.watch(job_id)
