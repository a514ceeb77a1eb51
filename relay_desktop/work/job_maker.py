"""From files that are ready to a job that has them: makes the job where there is none yet, sends the files."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from inference.contract import InferenceJob
from relay_desktop.backend.answers import was_never_sent
from relay_desktop.session.job_ids import EMBEDDED, desk_id
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.work.crew import Crew
from relay_desktop.work.job_desk import JobDesk, counted, job_title
from relay_desktop.work.link import Link, is_passing

PROBLEM_KEY: Final = "create-job"
PATIENCE: Final = 5
PAUSE_MS: Final = 1000


class JobMaker(QObject):
    """A desk gets its job when its first file is ready, the backend is there and the model is known."""

    job_made = Signal(object, str)  # JobDesk, job id; before anything of it is kept or sent

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

    def follow(self, link: Link) -> None:
        """Make the jobs that wait for this link whenever its backend comes up."""
        link.ready.connect(self._create_jobs)

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
        for desk in list(self._drafts):
            model_id = self._model_of(desk)
            link = self._crew.links.of(desk.plan.backend)
            is_free = desk.creation is None and not desk.needs_word
            if is_free and link.is_ready and model_id is not None:
                self._create_job(desk, link, model_id)

    def _model_of(self, desk: JobDesk) -> str | None:
        if desk.plan.model_id is not None or desk.plan.backend != EMBEDDED:
            return desk.plan.model_id
        chosen = self._crew.models.chosen
        return None if chosen is None else chosen.id

    def _create_job(self, desk: JobDesk, link: Link, model_id: str) -> None:
        config = desk.plan.config
        desk.creation = link.call(
            lambda client, token: client.create_job(model_id, config, desk.creation_key),
            lambda told: self._on_created(desk, told, model_id),
            lambda error: self._on_not_created(desk, link, error),
            name="create job",
        )

    def _on_created(self, desk: JobDesk, told: InferenceJob, model_id: str) -> None:
        desk.creation, desk.failed_creations = None, 0
        self._drafts.remove(desk)
        self._crew.problems.clear(PROBLEM_KEY)
        self._crew.links.remember_model(desk.plan.backend, model_id)
        job = DeskJob(
            job_id=desk_id(desk.plan.backend, told.id),
            model_id=model_id,
            title=job_title(desk.files),
            backend=desk.plan.backend,
            status=told.status,
            config=told.config or desk.plan.config,
            created_at=told.created_at,
        )
        self.job_made.emit(desk, job.job_id)
        desk.job = counted(job, desk)
        is_on_desk = desk is self._crew.desks.current
        self._crew.desks.bind(desk)
        self._crew.keeper.keep_new_job(desk.job, desk.files, is_on_desk=is_on_desk)
        if is_on_desk:
            self._crew.session.attach_job(desk.job)
        else:
            self._crew.session.upsert_job(desk.job)
        for file in desk.outbox:
            self._crew.sender.send(job.job_id, file)
        self._crew.watcher.watch(job.job_id)

    def _on_not_created(self, desk: JobDesk, link: Link, error: BaseException) -> None:
        """Asked for again by itself while the service on this computer comes back, else when the person says so.

        That service knows the desk's creation key, so no job is made twice; another server may not.
        """
        desk.creation = None
        desk.failed_creations += 1
        is_safe = desk.plan.backend == EMBEDDED or was_never_sent(error)
        if is_safe and is_passing(error) and desk.failed_creations < PATIENCE:
            self._pause.start()
        elif link.is_ready or desk.plan.backend != EMBEDDED:
            desk.needs_word = desk.plan.backend != EMBEDDED
            self._crew.problems.report_error(error, retry=lambda: self._try_again(desk), key=PROBLEM_KEY)

    def _try_again(self, desk: JobDesk) -> None:
        desk.needs_word, desk.failed_creations = False, 0
        self._create_jobs()

    def _on_sent(self, job_id: str, file: ReviewFile) -> None:
        desk = self._crew.desks.of(file)
        if desk is None:
            return
        desk.outbox = [other for other in desk.outbox if other is not file]
        self._crew.desks.keep(file, with_stat=True)
        self._crew.desks.touch(desk)
        self._crew.watcher.watch(job_id)
