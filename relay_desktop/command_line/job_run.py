"""One job from the command line: make it, hand the files over, wait, fetch what was found.

The same wire as the window: the job is a raw capture, tuning comes afterwards.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from inference.contract import AudioFile, InferenceJob, ModelCard
from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.backend.batch import upload_files
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.transfer import upload_file
from relay_desktop.command_line.backends import JobBackend
from relay_desktop.command_line.progress import Progress
from relay_desktop.errors import LocalServiceFailed, RelayError


@dataclass(frozen=True)
class Pace:
    """How often the job is asked for: after `first_s`, `growth` times later while nothing ends, `longest_s` at most."""

    first_s: float
    longest_s: float
    growth: float


LOCAL_PACE = Pace(first_s=0.1, longest_s=1.0, growth=1.5)
REMOTE_PACE = Pace(first_s=1.0, longest_s=30.0, growth=2.0)


class UnknownModel(Exception):
    """No model of that name is installed; the text names those that are."""


@dataclass
class FileResult:
    """What became of one file. `raw` is None unless it is completed."""

    path: Path
    file_id: str | None = None
    status: str = "pending"
    raw: DetectionTable | None = None
    error_message: str | None = None
    audio_seconds: float = 0.0
    device: str | None = None

    def fail(self, sentence: str) -> None:
        """Nothing more will come of this file."""
        self.status, self.error_message = "failed", sentence

    def take(self, file: AudioFile) -> None:
        """Keep what the service says about a file it is done with."""
        self.status = file.status
        self.raw = file.detections
        self.error_message = file.error_message
        self.audio_seconds = file.audio_seconds or 0.0
        self.device = file.device


def choose_model(service: JobBackend, model_id: str | None) -> ModelCard:
    """The model of that id, or the first one installed. Raises UnknownModel, RelayError."""
    cards = service.call(lambda client: client.models())
    chosen = [card for card in cards if model_id in (None, card.id)]
    if chosen:
        return chosen[0]
    names = ", ".join(card.id for card in cards) or "none"
    if model_id is None:
        raise LocalServiceFailed("No model is installed.", "Put a model folder into the models folder.")
    raise UnknownModel(f"There is no model {model_id!r} on this computer. Installed: {names}.")


class JobRun:
    """Runs one job to its end; `results` grows complete while it does."""

    def __init__(self, service: JobBackend, paths: Sequence[Path], progress: Progress) -> None:
        self.results = [FileResult(path) for path in paths]
        self._service = service
        self._progress = progress
        self._job_id = ""
        self._pause = threading.Event()

    def run(self, model_id: str, capture: TuningConfig) -> None:
        """Detect in every file; a file that fails is a result too. Raises RelayError when the whole fails."""
        self._job_id = self._service.call(lambda client: client.create_job(model_id, capture)).id
        try:
            self._hand_over()
            self._wait()
        except BaseException:
            self._cancel()
            raise

    def _hand_over(self) -> None:
        if self._service.is_remote:
            self._send_over_network()
            return
        for result in self.results:
            try:
                result.file_id = self._service.call(partial(self._upload, result.path))
            except RelayError as error:
                result.fail(f"{error.title} {error.advice}")
                self._progress.finished(result.path, result.status, result.error_message)

    def _send_over_network(self) -> None:
        """Several at a time, with their bytes on the progress line."""
        paths = [result.path for result in self.results]

        def show(path: Path, sent: int, total: int) -> None:
            self._progress.sending(path, sent / total if total else 1.0)

        sent = upload_files(self._service.client, self._job_id, paths, on_progress=show)
        for result, outcome in zip(self.results, sent, strict=True):
            result.file_id = outcome.file_id
            if outcome.error is not None:
                result.fail(f"{outcome.error.title} {outcome.error.advice}")
                self._progress.finished(result.path, result.status, result.error_message)

    def _upload(self, path: Path, client: RelayClient) -> str:
        file_id: str = upload_file(client, self._job_id, path, _told_to_nobody, _never)
        return file_id

    def _fetch(self, file_id: str, client: RelayClient) -> AudioFile:
        return client.get_file(self._job_id, file_id)

    def _wait(self) -> None:
        waiting = {result.file_id: result for result in self.results if result.file_id is not None}
        pace = REMOTE_PACE if self._service.is_remote else LOCAL_PACE
        pause_s = pace.first_s
        while waiting:
            job = self._service.call(lambda client: client.get_job(self._job_id, include_detections=False))
            ended = self._collect(job, waiting)
            self._show(job, waiting)
            pause_s = pace.first_s if ended else min(pause_s * pace.growth, pace.longest_s)
            if waiting:
                self._pause.wait(pause_s)

    def _collect(self, job: InferenceJob, waiting: dict[str, FileResult]) -> bool:
        """Take the results of the files that ended out of `waiting`; whether there were any."""
        job_is_lost = job.status in {"failed", "cancelled"}
        ended = [file.file_id for file in job.files if file.is_terminal and file.file_id in waiting]
        for file_id in ended:
            result = waiting.pop(file_id)
            result.take(self._service.call(partial(self._fetch, file_id)))
            self._progress.finished(result.path, result.status, result.error_message)
        if job_is_lost:
            for result in waiting.values():
                result.fail(job.error_message or f"The job is {job.status}.")
            waiting.clear()
        return bool(ended)

    def _show(self, job: InferenceJob, waiting: dict[str, FileResult]) -> None:
        at_work = [file for file in job.files if file.status == "processing" and file.file_id in waiting]
        done = len(self.results) - len(waiting)
        if at_work:
            self._progress.working(done, waiting[at_work[0].file_id].path, at_work[0].progress)

    def _cancel(self) -> None:
        """Stop the engine's work before the service goes; it goes in any case."""
        try:
            self._service.client.cancel_job(self._job_id)
        except RelayError as error:
            self._progress.note(f"The job could not be cancelled: {error}")


def _told_to_nobody(bytes_done: int, bytes_total: int) -> None:
    """Files reach this computer's own service by a link, at once: not worth showing."""


def _never() -> bool:
    """Ctrl-C arrives here as an exception, not as a question."""
    return False
