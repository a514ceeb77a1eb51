"""A job as this window works on it: which files belong to it, what of it is on its way, how it looks outside.

Pure bookkeeping: no call, no timer. Conversions between the wire, the library and the session live here.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from inference.contract import AudioFile, InferenceJob
from inference.sentences import sentence
from inference.statuses import FILE_TERMINAL, JOB_TERMINAL
from relay_desktop.session.job_ids import EMBEDDED, backend_of, wire_id
from relay_desktop.session.job_plan import JobPlan
from relay_desktop.session.library import StoredFile, StoredJob
from relay_desktop.session.review_file import MISSING, WAITING, DeskJob, ReviewFile
from relay_desktop.translation import said
from relay_desktop.work.tasks import Task

CANCELLING: Final = "cancelling"
CLOSED: Final = frozenset({"cancelled", "failed"})  # a job in these takes no more files
UNDER_WAY: Final = frozenset({"uploading", "confirming", "queued", "processing"})


@dataclass(eq=False)
class JobDesk:
    """The files of one job (or of a desk that has none yet) and what is still to be sent of them."""

    job: DeskJob | None = None
    plan: JobPlan = field(default_factory=JobPlan)
    files: list[ReviewFile] = field(default_factory=list)
    outbox: list[ReviewFile] = field(default_factory=list)
    creation: Task[InferenceJob] | None = None
    creation_key: str = field(
        default_factory=lambda: uuid.uuid4().hex
    )  # the same job, however often it is asked for
    failed_creations: int = 0
    needs_word: bool = False  # whether a job was made is not known; the person decides about a second try
    wire_status: str = "pending"  # the service's own word about the job
    is_cancelling: bool = False
    goes_on: bool = False  # begun before the window was last closed, and to be finished without a word
    wants_resend: bool = False  # opened from the library: files that never arrived are sent again

    @property
    def members(self) -> list[ReviewFile]:
        """Files that take part in the job: sent, on their way, or failed on the way."""
        unsent = {file.key for file in self.outbox}
        return [file for file in self.files if takes_part(file) or file.key in unsent]

    @property
    def is_settled(self) -> bool:
        """Whether every file that takes part has ended and its result is here."""
        return all(is_settled(file) for file in self.members) and not self.outbox

    @property
    def takes_files(self) -> bool:
        """Whether the job may be given more files."""
        return not self.is_cancelling and self.wire_status not in CLOSED

    def by_file_id(self) -> dict[str, ReviewFile]:
        """The files that the backend knows."""
        return {file.file_id: file for file in self.files if file.file_id is not None}

    def adopt(self, told: InferenceJob) -> list[ReviewFile]:
        """Bind files of the service that a crash kept us from noting to the rows they were sent for.

        Returns rows that a desk without any (a job made elsewhere) is to get, also for what comes to it later.
        """
        known = self.by_file_id()
        strangers = [file for file in told.files if file.file_id not in known and file.status != "pending"]
        is_elsewhere = self.job is not None and self.job.backend != EMBEDDED
        has_all_ids = all(file.file_id is not None or file.is_terminal for file in self.files)
        if (not self.files and self.wants_resend) or (is_elsewhere and has_all_ids and not self.outbox):
            return [_row_of(file) for file in strangers]
        unbound = [file for file in self.files if file.file_id is None and file.status == WAITING]
        for stranger in strangers:
            match = next((file for file in unbound if file.name == stranger.original_filename), None)
            if match is not None:
                match.file_id = stranger.file_id
                unbound.remove(match)
        return []


def _row_of(told: AudioFile) -> ReviewFile:
    """The row of a file whose audio is not on this computer."""
    return ReviewFile(
        path=None,
        name=told.original_filename,
        file_id=told.file_id,
        size_bytes=told.file_size_bytes,
        sha256=told.sha256,
    )


def takes_part(file: ReviewFile) -> bool:
    """Whether a file was given to a job, successfully or not."""
    return file.file_id is not None or file.status in FILE_TERMINAL or file.status in UNDER_WAY


def is_settled(file: ReviewFile) -> bool:
    """Whether nothing more is to come for a file."""
    return file.status in FILE_TERMINAL and (file.status != "completed" or file.raw is not None)


def fields_from_wire(file: ReviewFile, told: AudioFile) -> dict[str, Any]:
    """What a backend's word about a file changes in its row.

    A file whose detections are still to be fetched shows as processing, so that no row says "completed" with
    nothing in it.
    """
    has_result = file.raw is not None and not file.is_partial
    is_early = told.status == "completed" and not has_result and told.detections is None
    fields: dict[str, Any] = {
        "file_id": told.file_id,
        "status": "processing" if is_early else told.status,
        "progress": 1.0 if is_early else told.progress if told.status == "processing" else None,
        "device": told.device or file.device,
        "speed": told.speed or file.speed,
    }
    if told.status == "failed":
        fields["problem"] = told.error_message or sentence("The detection of this file failed.")
    elif told.status != "completed":
        fields["problem"] = None
    if file.size_bytes is None and told.file_size_bytes is not None:
        fields |= {"size_bytes": told.file_size_bytes, "sha256": told.sha256}
    if file.duration_s is None and told.audio_seconds is not None:
        fields["duration_s"] = told.audio_seconds
    return fields


def job_title(files: Sequence[ReviewFile]) -> str:
    """A name a person recognises: the first file, and how many more."""
    if not files:
        return said("Empty job")
    first = " ".join(files[0].name.split())
    return first if len(files) == 1 else said("{name} and {n:,} more", name=first, n=len(files) - 1)


def job_from_wire(told: InferenceJob, known: DeskJob | None, desk: JobDesk | None) -> DeskJob:
    """The job as the panel shows it: the wire's word, counted over the files this desk expects."""
    title = known.title if known is not None else _title_from_wire(told)
    job = DeskJob(
        job_id=told.id,
        model_id=told.model_id or (known.model_id if known is not None else ""),
        title=title,
        backend=backend_of(told.id),
        status=told.status,
        processed_files=told.processed_files,
        total_files=told.total_files,
        error_message=told.error_message,
        config=told.config or (known.config if known is not None else None),
        created_at=told.created_at or (known.created_at if known is not None else None),
        progress=told.processed_files / told.total_files if told.total_files else 0.0,
    )
    if known is not None and known.status == CANCELLING and told.status not in JOB_TERMINAL:
        job.status = CANCELLING
    return job if desk is None else counted(job, desk)


def counted(job: DeskJob, desk: JobDesk) -> DeskJob:
    """The same job with counts, progress and status over the files that take part.

    The wire may call a job completed while a later file of ours is still being uploaded, and may wait for ever
    for an upload that a crash cut off.
    """
    members = desk.members
    ended = sum(file.status in FILE_TERMINAL for file in members)
    done = sum(_share(file) for file in members)
    total = len(members)
    status = CANCELLING if desk.is_cancelling else desk.wire_status
    if status not in CLOSED and status != CANCELLING and total:
        is_over = ended == total and not desk.outbox
        all_failed = is_over and all(file.status == "failed" for file in members)
        status = (
            "failed"
            if all_failed
            else "completed"
            if is_over
            else "processing"
            if ended or done
            else "queued"
        )
    title = job_title(members) if members else job.title
    return replace(
        job,
        title=title,
        status=status,
        processed_files=ended,
        total_files=total,
        progress=done / total if total else 0.0,
    )


def _share(file: ReviewFile) -> float:
    if file.status in FILE_TERMINAL:
        return 1.0
    return (file.progress or 0.0) if file.status == "processing" else 0.0


def _title_from_wire(told: InferenceJob) -> str:
    names = [ReviewFile(path=None, name=file.original_filename) for file in told.files]
    return job_title(names) if names else said("Job {id}", id=wire_id(told.id)[:8])


def stored_job(job: DeskJob) -> StoredJob:
    """For the library."""
    return StoredJob(
        job_id=job.job_id,
        backend=job.backend,
        model_id=job.model_id,
        title=job.title,
        status=job.status,
        processed_files=job.processed_files,
        total_files=job.total_files,
        error_message=job.error_message,
        config=job.config,
        created_at=job.created_at,
    )


def desk_job(stored: StoredJob) -> DeskJob:
    """From the library."""
    total = stored.total_files
    return DeskJob(
        job_id=stored.job_id,
        model_id=stored.model_id or "",
        title=stored.title,
        backend=stored.backend,
        status=stored.status,
        processed_files=stored.processed_files,
        total_files=total,
        error_message=stored.error_message,
        config=stored.config,
        created_at=stored.created_at,
        progress=stored.processed_files / total if total else 0.0,
    )


def stored_file(file: ReviewFile, *, with_stat: bool = False) -> StoredFile:
    """For the library; `with_stat` adds size and time of the file as it lies on the disk now."""
    size = mtime_ns = None
    if with_stat and file.path is not None:
        try:
            stat = file.path.stat()
        except OSError:
            pass  # gone since it was sent: the library keeps what it knows
        else:
            size, mtime_ns = stat.st_size, stat.st_mtime_ns
    return StoredFile(file.key, file.path, file.name, file.file_id, size, mtime_ns, file.status, file.problem)


def review_files(stored: Iterable[StoredFile]) -> list[ReviewFile]:
    """From the library. What was on its way when the window died waits again."""
    files = []
    for row in stored:
        is_known = row.file_id is not None or row.status in FILE_TERMINAL or row.status == MISSING
        status = row.status if is_known and row.status not in ("uploading", "confirming") else WAITING
        files.append(
            ReviewFile(
                path=row.path,
                name=row.name,
                key=row.key,
                file_id=row.file_id,
                status=status,
                problem=row.problem,
            )
        )
    return files
