"""What the service does, without HTTP: the verbs of the API over store, inbox, models and dispatcher."""

from __future__ import annotations

import logging
import secrets
import threading
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from inference.contract import UploadTicket
from inference.service.catalogue import Catalogue
from inference.service.dispatcher import Bell, Dispatcher
from inference.service.inbox import Arrival, Inbox, bare_name, stored_name
from inference.service.keys import KeyRing
from inference.service.refusals import Refusal, no_such_file
from inference.service.rows import FileRow, JobRow, file_row
from inference.service.settings import ServiceSettings
from inference.service.signing import Signer
from inference.service.store import Store
from inference.service.worker_process import WorkerExecutor, worker_command, worker_environment
from inference.tuning_config import TuningConfig

log = logging.getLogger(__name__)

EXPIRY_SWEEP_S = 60.0


@dataclass(frozen=True)
class Announcement:
    """A file a client wants to send: its name as the client says it, MIME type and size in bytes."""

    filename: str
    content_type: str
    size_bytes: int


class JobDesk:
    """One running service: everything but the HTTP around it. All methods are thread-safe and blocking."""

    def __init__(self, settings: ServiceSettings) -> None:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.settings = settings
        self.store = Store(settings.database)
        self.keys = KeyRing(self.store, settings.api_key)
        self.catalogue = Catalogue(settings.models_dirs)
        self.started_at = time.time()
        self.instance = uuid.uuid4().hex
        self._inbox = Inbox(settings.inbox)
        self._signer = Signer(self.store.secret("signing", lambda: secrets.token_bytes(32)))
        self.dispatcher = self._make_dispatcher()
        self._sweeping = threading.Lock()
        self._swept_at = 0.0

    def _make_dispatcher(self) -> Dispatcher:
        settings, bell = self.settings, Bell()
        command = settings.worker_command or worker_command(
            settings.device, settings.models_dirs, background=settings.parent_watch
        )
        executors = [
            WorkerExecutor(
                command,
                environment=worker_environment(index, settings.workers, settings.gpus),
                on_change=bell.ring,
                file_limit_s=settings.file_time_limit_s,
                cancel_grace_s=settings.cancel_grace_s,
            )
            for index in range(settings.workers)
        ]
        return Dispatcher(self.store, settings.inbox, executors, bell, settings.max_audio_s)

    def start(self) -> None:
        """Take up what an earlier service left, and start working."""
        self._expire_tickets()
        self._inbox.sweep(self.store.stored_names())
        left = self.store.recover()
        if left:
            log.warning("%d files were under way when the service last ended; queued again", left)
        self.dispatcher.start()

    def stop(self) -> None:
        """Put work under way back into the queue, end the workers, close the database."""
        self.dispatcher.stop()
        self.store.close()

    def create_job(self, model_id: str, config: TuningConfig, creation_key: str | None = None) -> JobRow:
        """Keep a new job, or find the one this creation key made. Raises Refusal 422 for an unknown model."""
        self.catalogue.require(model_id)
        return self.store.add_job(str(uuid.uuid4()), model_id, config, creation_key)

    def cancel_job(self, job_id: str) -> JobRow:
        """Cancel a job and stop the work under way. Raises Refusal 404 or 409."""
        job = self.store.cancel_job(job_id)
        self.dispatcher.cancel_job(job_id)
        return job

    def forget_job(self, job_id: str) -> None:
        """Remove a job, its results and its audio; work under way stops. Raises Refusal 404."""
        files = self.store.remove_job(job_id)
        self.dispatcher.cancel_job(job_id)
        for file in files:
            self._inbox.remove(file.stored_name)

    def ticket(
        self, job_id: str, announced: Announcement, base_url: str, *, as_file: bool = False
    ) -> UploadTicket:
        """Where to send a file of a job; `as_file` asks for a place on this computer's disk instead of a URL.

        Raises Refusal 404, 409, 413 or 429.
        """
        self._expire_tickets()
        self._check_limits(announced)
        name = bare_name(announced.filename)
        file_id = str(uuid.uuid4())
        lifetime = self.settings.ticket_lifetime_s
        file = file_row(
            file_id=file_id,
            job_id=job_id,
            name=name,
            stored_name=stored_name(file_id, name),
            content_type=announced.content_type,
            size=announced.size_bytes,
            lifetime_s=lifetime,
        )
        self.store.add_file(file)
        if as_file:
            place = self._inbox.path(file.stored_name).resolve().as_uri()
            return UploadTicket(upload_url=place, upload_fields={}, file_id=file_id)
        url = f"{base_url}/uploads/{self._signer.sign('upload', file_id, lifetime)}"
        fields = {"key": file_id, "Content-Type": announced.content_type}
        return UploadTicket(upload_url=url, upload_fields=fields, file_id=file_id)

    def _check_limits(self, announced: Announcement) -> None:
        limit = self.settings.max_file_bytes
        if announced.size_bytes > limit:
            raise Refusal(413, f"The file has {announced.size_bytes:,} bytes; at most {limit:,} are taken.")
        if self.store.unfinished_files() >= self.settings.max_open_files:
            sentence = (
                f"{self.settings.max_open_files:,} files are waiting already. Send more when some are done."
            )
            raise Refusal(429, sentence, retry_after_s=30)

    def _expire_tickets(self) -> None:
        with self._sweeping:
            if time.time() - self._swept_at < EXPIRY_SWEEP_S:
                return
            self._swept_at = time.time()
        for file in self.store.expire_tickets(time.time()):
            self._inbox.remove(file.stored_name)

    def begin_upload(self, token: str) -> tuple[FileRow, Arrival]:
        """Open the place for an upload. Raises Refusal 403, 404, 409 or 507."""
        file = self._pending(self._signer.file_id("upload", token))
        return file, self._inbox.arrival(file.stored_name)

    def end_upload(self, file: FileRow, arrival: Arrival) -> None:
        """The upload is whole: keep it. Raises Refusal 400 when its size is not the announced one, 409, 507."""
        if arrival.size != file.size_bytes:
            raise Refusal(
                400,
                f"The upload has {arrival.size:,} bytes, but {file.size_bytes:,} were announced. Send it again.",
            )
        self._pending(file.id)
        arrival.finish()
        self.store.note_hash(file.id, arrival.sha256)

    def _pending(self, file_id: str) -> FileRow:
        file = self.store.file_by_id(file_id)
        if file is None:
            raise no_such_file(file_id)
        if file.status != "pending":
            raise Refusal(
                409, f"The file is {file.status} already. Ask for a new upload to send another one."
            )
        return file

    def confirm(self, job_id: str, file_id: str) -> FileRow:
        """Queue an uploaded file; repeating it is harmless. Raises Refusal 404, 409 or 507."""
        file = self.store.file(job_id, file_id)
        if file.status == "pending":
            self._check_arrived(file)
            self._inbox.settle(file.stored_name)
            file = self.store.queue_file(job_id, file_id)
            self.dispatcher.wake()
        return file

    def _check_arrived(self, file: FileRow) -> None:
        size = self._inbox.size(file.stored_name)
        if size is None:
            raise Refusal(409, "The file has not been uploaded yet. Upload it, then confirm it.")
        if size != file.size_bytes:
            raise Refusal(
                409,
                f"{size:,} bytes have arrived, but {file.size_bytes:,} were announced. Send the file again.",
            )

    def download_url(self, job_id: str, file_id: str, base_url: str) -> str:
        """A link to the original audio. Raises Refusal 404 or 409."""
        file = self.store.file(job_id, file_id)
        if file.status == "pending" or not self._inbox.path(file.stored_name).is_file():
            raise Refusal(404, "The original audio of this file is not here.")
        token = self._signer.sign("download", file_id, self.settings.ticket_lifetime_s)
        return f"{base_url}/downloads/{token}"

    def download(self, token: str) -> tuple[FileRow, Path]:
        """The file a download link stands for and where its audio lies. Raises Refusal 403 or 404."""
        file = self.store.file_by_id(self._signer.file_id("download", token))
        if file is None or not self._inbox.path(file.stored_name).is_file():
            raise Refusal(404, "The original audio of this file is not here any more.")
        return file, self._inbox.path(file.stored_name)
