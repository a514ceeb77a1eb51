"""What `relay-desktop watch` does with recordings: one job per batch, one result file per recording, nothing twice."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inference.contract import AudioFile, InferenceJob
from inference.detections import DetectionTable
from inference.tuning import TuningRules, retune
from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.backend.batch import Sent, upload_files
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.watch_folder import (
    DONE,
    FAILED,
    SENT,
    TAKEN,
    FolderScan,
    Ledger,
    Recording,
    TakenRecording,
)
from relay_desktop.command_line import formats, output
from relay_desktop.command_line.backends import JobBackend
from relay_desktop.command_line.job_run import LOCAL_PACE, REMOTE_PACE
from relay_desktop.command_line.progress import Progress
from relay_desktop.errors import JobConflict, JobNotFound, RelayError

MOST_IN_A_BATCH = 100
ENDINGS = {"json": ".json", "csv": ".csv", "audacity": ".txt"}


@dataclass(frozen=True)
class WatchPlan:
    """What is watched, how it is detected and shown, where the results go. `rules` None: untuned."""

    folder: Path
    results: Path
    model_id: str
    rules: TuningRules | None
    capture: TuningConfig
    form: str = "json"

    def result_of(self, path: Path) -> Path:
        """Where the result of a recording goes: at the same place below the folder of results."""
        inside = path.relative_to(self.folder)
        return self.results / inside.with_name(inside.name + ENDINGS[self.form])


class WatchRun:
    """Brings batches to a backend and their results to the disk. The ledger is written before each step."""

    def __init__(self, backend: JobBackend, ledger: Ledger, plan: WatchPlan, progress: Progress) -> None:
        self._backend = backend
        self._ledger = ledger
        self._plan = plan
        self._progress = progress
        self._pause = threading.Event()

    def go_on(self) -> None:
        """Finish what an earlier run left unfinished. Raises RelayError when the backend is not there."""
        batches: dict[str, list[TakenRecording]] = {}
        for taken in self._ledger.unfinished():
            batches.setdefault(taken.batch, []).append(taken)
        for batch, recordings in batches.items():
            self._carry_out(batch, recordings)

    def take(self, scan: FolderScan) -> int:
        """Detect in what is new and complete; how many recordings that were.

        Raises RelayError when the backend is not there (the ledger keeps what was taken), OSError without a folder.
        """
        fresh = scan.look(MOST_IN_A_BATCH)
        if fresh:
            batch = uuid.uuid4().hex
            self._ledger.take(fresh, batch)
            self._carry_out(batch, [TakenRecording(recording, batch, TAKEN) for recording in fresh])
        return len(fresh)

    def _carry_out(self, batch: str, recordings: Sequence[TakenRecording]) -> None:
        job_id = next((taken.job_id for taken in recordings if taken.job_id is not None), None)
        try:
            if job_id is not None:
                recordings = self._adopt(job_id, recordings)
            else:
                job_id = self._create(batch, recordings)
            recordings = self._send(job_id, recordings)
        except (JobNotFound, JobConflict):
            # The server no longer has the job, or it takes no more files: what has no result goes to a new one.
            again = [replace(taken, state=TAKEN, file_id=None) for taken in recordings]
            job_id = self._create(uuid.uuid4().hex, again)
            recordings = self._send(job_id, again)
        self._collect(job_id, recordings)

    def _create(self, creation_key: str, recordings: Sequence[TakenRecording]) -> str:
        plan = self._plan
        job = self._backend.call(
            lambda client: client.create_job(plan.model_id, plan.capture, creation_key)
        )
        for taken in recordings:
            self._ledger.note(taken.recording, TAKEN, job_id=job.id)
        return job.id

    def _adopt(self, job_id: str, recordings: Sequence[TakenRecording]) -> list[TakenRecording]:
        """Find files that had arrived when the run before this one was killed. Raises JobNotFound."""
        job = self._backend.call(lambda client: client.get_job(job_id, include_detections=False))
        known = {taken.file_id for taken in recordings}
        strays = [file for file in job.files if file.file_id not in known and file.status != "pending"]
        return [taken if taken.file_id else self._adopted(taken, strays) for taken in recordings]

    def _adopted(self, taken: TakenRecording, strays: list[AudioFile]) -> TakenRecording:
        for file in strays:
            is_size = file.file_size_bytes in (None, taken.recording.size)
            if file.original_filename == taken.recording.path.name and is_size:
                strays.remove(file)
                self._ledger.note(taken.recording, SENT, file_id=file.file_id)
                return replace(taken, state=SENT, file_id=file.file_id)
        return taken

    def _send(self, job_id: str, recordings: Sequence[TakenRecording]) -> list[TakenRecording]:
        """Bring what is not there yet; what cannot be sent gets a result that says why. Raises RelayError."""
        unsent = {taken.recording.path: taken for taken in recordings if taken.file_id is None}
        ids: dict[Path, str] = {}

        def note(sent: Sent) -> None:
            if sent.file_id is not None:
                ids[sent.path] = sent.file_id
                self._ledger.note(unsent[sent.path].recording, SENT, file_id=sent.file_id)

        sent = upload_files(self._backend.client, job_id, list(unsent), on_sent=note) if unsent else []
        for outcome in sent:
            if outcome.error is not None:
                self._give_up_or_raise(unsent[outcome.path].recording, outcome.error)
        there = [taken for taken in recordings if taken.file_id is not None]
        return there + [replace(unsent[path], state=SENT, file_id=file_id) for path, file_id in ids.items()]

    def _give_up_or_raise(self, recording: Recording, error: RelayError) -> None:
        if error.is_temporary or isinstance(error, JobNotFound | JobConflict):
            raise error
        self._write(recording, "failed", None, f"{error.title} {error.advice}", 0.0)

    def _collect(self, job_id: str, recordings: Sequence[TakenRecording]) -> None:
        """Write each result as soon as it is there. Raises RelayError."""
        waiting = {taken.file_id: taken.recording for taken in recordings if taken.file_id is not None}
        pace = REMOTE_PACE if self._backend.is_remote else LOCAL_PACE
        pause_s = pace.first_s
        while waiting:
            job = self._backend.call(lambda client: client.get_job(job_id, include_detections=False))
            ended = self._take_ended(job, waiting)
            pause_s = pace.first_s if ended else min(pace.longest_s, pause_s * pace.growth)
            if waiting:
                self._pause.wait(pause_s)
        self._tidy(job_id)

    def _take_ended(self, job: InferenceJob, waiting: dict[str, Recording]) -> int:
        ended = [file.file_id for file in job.files if file.is_terminal and file.file_id in waiting]
        for file_id in ended:
            file = self._backend.call(self._file(job.id, file_id))
            self._write(
                waiting.pop(file_id), file.status, file.detections, file.error_message, file.audio_seconds or 0.0
            )
        if job.status in {"failed", "cancelled"}:
            sentence = job.error_message or f"The job is {job.status}."
            for file_id in list(waiting):
                self._write(waiting.pop(file_id), job.status, None, sentence, 0.0)
        return len(ended)

    def _file(self, job_id: str, file_id: str) -> Callable[[RelayClient], AudioFile]:
        return lambda client: client.get_file(job_id, file_id)

    def _write(
        self,
        recording: Recording,
        status: str,
        raw: DetectionTable | None,
        error_message: str | None,
        audio_seconds: float,
    ) -> None:
        """The result first, then the ledger: a kill between the two writes the same result again."""
        rules, plan = self._plan.rules, self._plan
        table = DetectionTable.empty() if raw is None else raw
        shown = retune(table, rules).shown if rules is not None else table.sorted()
        answer = formats.FileAnswer(recording.path, status, shown, error_message, audio_seconds)
        place = plan.result_of(recording.path)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise output.OutputProblem(f"The folder {place.parent} cannot be made: {error.strerror}.") from error
        output.write(self._text(answer), place)
        self._ledger.note(recording, DONE if status == "completed" else FAILED)
        self._progress.finished(recording.path, status, error_message)

    def _text(self, file: formats.FileAnswer) -> str:
        rules = self._plan.rules or TuningRules(RAW_CAPTURE)
        config, model = rules.to_json(), self._plan.model_id
        answer = formats.Answer(model, config, None, file.audio_seconds, 0.0, [file])
        if self._plan.form == "audacity":
            return formats.as_labels(file.detections)
        return formats.as_csv(answer) if self._plan.form == "csv" else formats.as_json(answer)

    def _tidy(self, job_id: str) -> None:
        """This computer's own service need not keep what is written; a server's jobs are its owner's."""
        if not self._backend.is_remote:
            self._backend.call(lambda client: client.forget_job(job_id))
