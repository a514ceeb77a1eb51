"""Jobs, files and results on disk: every change is one SQLite transaction, committed before it is answered.

Statuses change here and nowhere else. A file goes pending -> queued -> processing -> completed | failed, or
cancelled from any of the first three. A job is pending while it has no confirmed file, processing while one
is unfinished, completed when all are finished; cancelled and failed are set from outside and final.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Select, case, func, insert, select, update

from inference.service.refusals import Refusal, no_such_file, no_such_job
from inference.service.rows import Claim, FileRow, Finished, JobRow
from inference.service.schema import creations, files, jobs, open_database, results, secrets_table
from inference.tuning_config import TuningConfig

MAX_ATTEMPTS = 2
"""A file at which the worker died this often is given up."""
MAX_INTERRUPTIONS = 5
"""A file at which the whole service died this often is given up."""

LOST_SENTENCE = (
    "The detection engine stopped unexpectedly each time it worked on this file. "
    "The file may be damaged or too large for the memory of this computer."
)


_FILE_COLUMNS = tuple(files.c[name] for name in FileRow._fields)


class Store:
    """The database of one service. Thread-safe: reads run side by side, writes one after the other."""

    def __init__(self, path: Path) -> None:
        self._engine = open_database(path)
        self._writing = threading.Lock()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that changes something; committed at the end, rolled back on an error."""
        with self._writing, self._engine.connect() as plain:
            connection = plain.execution_options(immediate=True)
            with connection.begin():
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close all connections; the write-ahead log is folded into the database."""
        self._engine.dispose()

    # Jobs

    def add_job(
        self, job_id: str, model_id: str, config: TuningConfig, creation_key: str | None = None
    ) -> JobRow:
        """Keep a new, empty job; a creation key that was used before gives the job it made then."""
        values = config.to_json() | {
            "id": job_id,
            "model_id": model_id,
            "status": "pending",
            "created_at": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        }
        with self.write() as connection:
            if creation_key is not None:
                made = select(creations.c.job_id).where(creations.c.creation_key == creation_key)
                known = connection.execute(made).scalar()
                if known is not None:
                    return _job(connection, str(known))
                connection.execute(insert(creations).values(creation_key=creation_key, job_id=job_id))
            connection.execute(insert(jobs).values(values))
            return _job(connection, job_id)

    def job(self, job_id: str) -> JobRow:
        """One job. Raises Refusal 404."""
        with self.read() as connection:
            return _job(connection, job_id)

    def list_jobs(
        self, model_id: str | None = None, status: str | None = None, limit: int = 1000, offset: int = 0
    ) -> list[JobRow]:
        """Jobs, the newest first."""
        query = select(jobs).order_by(jobs.c.seq.desc()).limit(limit).offset(offset)
        if model_id is not None:
            query = query.where(jobs.c.model_id == model_id)
        if status is not None:
            query = query.where(jobs.c.status == status)
        with self.read() as connection:
            return [_job_row(row) for row in connection.execute(query)]

    def cancel_job(self, job_id: str) -> JobRow:
        """Cancel a pending or processing job with its unfinished files. Raises Refusal 404 or 409."""
        with self.write() as connection:
            job = _job(connection, job_id)
            if job.status not in {"pending", "processing"}:
                raise Refusal(
                    409, f"The job is {job.status}; only a pending or processing job can be cancelled."
                )
            unfinished = files.c.status.in_(("pending", "queued", "processing"))
            connection.execute(
                update(files).where(files.c.job_id == job_id, unfinished).values(status="cancelled")
            )
            connection.execute(update(jobs).where(jobs.c.id == job_id).values(status="cancelled"))
            return _job(connection, job_id)

    def fail_job(self, job_id: str, sentence: str) -> None:
        """Mark a job that cannot run at all as failed, its unfinished files with it."""
        with self.write() as connection:
            unfinished = files.c.status.in_(("pending", "queued", "processing"))
            connection.execute(
                update(files)
                .where(files.c.job_id == job_id, unfinished)
                .values(status="failed", error_message=sentence)
            )
            done = select(func.count()).where(files.c.job_id == job_id, files.c.status.in_(_PROCESSED))
            connection.execute(
                update(jobs)
                .where(jobs.c.id == job_id, jobs.c.status != "cancelled")
                .values(
                    status="failed",
                    error_message=sentence,
                    processed_files=done.scalar_subquery(),
                    total_files=done.scalar_subquery(),
                )
            )

    def remove_job(self, job_id: str) -> list[FileRow]:
        """Forget a job with its files and results; returns the files. Raises Refusal 404."""
        mine = select(files.c.id).where(files.c.job_id == job_id)
        with self.write() as connection:
            _job(connection, job_id)
            query = select(*_FILE_COLUMNS).where(files.c.job_id == job_id)
            rows = [FileRow._make(row) for row in connection.execute(query)]
            connection.execute(results.delete().where(results.c.file_id.in_(mine)))
            connection.execute(files.delete().where(files.c.job_id == job_id))
            connection.execute(creations.delete().where(creations.c.job_id == job_id))
            connection.execute(jobs.delete().where(jobs.c.id == job_id))
            return rows

    # Files

    def stored_names(self) -> set[str]:
        """The names of all audio in the inbox that some file refers to."""
        with self.read() as connection:
            return set(connection.execute(select(files.c.stored_name)).scalars())

    def add_file(self, row: FileRow) -> None:
        """Keep a file that is to be uploaded. Raises Refusal 404 or 409."""
        with self.write() as connection:
            _refuse_closed(_job(connection, row.job_id))
            connection.execute(insert(files).values(row._asdict()))

    def file(self, job_id: str, file_id: str) -> FileRow:
        """One file of a job. Raises Refusal 404."""
        with self.read() as connection:
            _job(connection, job_id)
            return _file(connection, job_id, file_id)

    def file_by_id(self, file_id: str) -> FileRow | None:
        """One file of any job."""
        with self.read() as connection:
            row = connection.execute(select(*_FILE_COLUMNS).where(files.c.id == file_id)).first()
            return None if row is None else FileRow._make(row)

    def job_with_files(self, job_id: str) -> tuple[JobRow, list[FileRow]]:
        """A job and its files in the order they were announced, of one moment. Raises Refusal 404."""
        query = select(*_FILE_COLUMNS).where(files.c.job_id == job_id).order_by(files.c.seq)
        with self.read() as connection:
            job = _job(connection, job_id)
            return job, [FileRow._make(row) for row in connection.execute(query)]

    def unfinished_files(self) -> int:
        """Files announced, queued or being worked on, over all jobs."""
        query = select(func.count()).where(files.c.status.in_(("pending", "queued", "processing")))
        with self.read() as connection:
            return int(connection.execute(query).scalar_one())

    def counts_by_status(self) -> dict[str, int]:
        """Files per status, over all jobs."""
        query = select(files.c.status, func.count()).group_by(files.c.status)
        with self.read() as connection:
            return {str(status): int(count) for status, count in connection.execute(query)}

    def note_hash(self, file_id: str, sha256: str) -> None:
        """Keep the hash of an upload that has arrived."""
        with self.write() as connection:
            connection.execute(update(files).where(files.c.id == file_id).values(sha256=sha256))

    def queue_file(self, job_id: str, file_id: str) -> FileRow:
        """Pending -> queued. Repeating it changes nothing. Raises Refusal 404 or 409."""
        with self.write() as connection:
            job = _job(connection, job_id)
            file = _file(connection, job_id, file_id)
            if file.status == "pending":
                _refuse_closed(job)
                connection.execute(update(files).where(files.c.id == file_id).values(status="queued"))
                connection.execute(
                    update(jobs)
                    .where(jobs.c.id == job_id)
                    .values(status="processing", total_files=jobs.c.total_files + 1)
                )
            return _file(connection, job_id, file_id)

    def expire_tickets(self, now: float) -> list[FileRow]:
        """Forget announced files whose ticket ran out before they were confirmed; returns them."""
        gone = (files.c.status == "pending") & (files.c.ticket_until < now)
        with self.write() as connection:
            rows = [FileRow._make(row) for row in connection.execute(select(*_FILE_COLUMNS).where(gone))]
            if rows:
                connection.execute(files.delete().where(gone))
            return rows

    # The queue

    def claim_next(self) -> Claim | None:
        """Queued -> processing for the next file, taking turns between jobs; None when nothing is queued."""
        with self.write() as connection:
            job = _row(connection, _next_job())
            if job is None:
                return None
            first = (
                select(*_FILE_COLUMNS)
                .where(files.c.job_id == job.id, files.c.status == "queued")
                .order_by(files.c.seq)
                .limit(1)
            )
            file = FileRow._make(connection.execute(first).one())
            turn = select(func.max(jobs.c.last_turn) + 1).scalar_subquery()
            connection.execute(update(files).where(files.c.id == file.id).values(status="processing"))
            connection.execute(update(jobs).where(jobs.c.id == job.id).values(last_turn=turn))
            stored = _job_row(job)
            return Claim(file._replace(status="processing"), stored.model_id, stored.config)

    def complete_file(self, file: FileRow, finished: Finished) -> bool:
        """Processing -> completed with its result; False when it was cancelled meanwhile."""
        values = {
            "status": "completed",
            "error_message": None,
            "detection_count": finished.detection_count,
            "audio_seconds": finished.audio_seconds,
            "device": finished.device,
            "speed": finished.speed,
        }
        with self.write() as connection:
            if not _end_file(connection, file, values):
                return False
            connection.execute(
                insert(results).values(file_id=file.id, raw=finished.raw, scores=finished.scores)
            )
            return True

    def fail_file(self, file: FileRow, sentence: str) -> bool:
        """Processing -> failed; False when it was cancelled meanwhile."""
        with self.write() as connection:
            return _end_file(connection, file, {"status": "failed", "error_message": sentence})

    def lose_attempt(self, file: FileRow) -> None:
        """The worker died at this file: queue it again, or give it up after MAX_ATTEMPTS."""
        if file.attempts + 1 >= MAX_ATTEMPTS:
            self.fail_file(file, LOST_SENTENCE)
        else:
            self.requeue_file(file, attempts=file.attempts + 1)

    def requeue_file(self, file: FileRow, *, attempts: int | None = None) -> None:
        """Processing -> queued, because the work was put off and not because it failed."""
        values = {"status": "queued", "attempts": file.attempts if attempts is None else attempts}
        with self.write() as connection:
            still = (files.c.id == file.id) & (files.c.status == "processing")
            connection.execute(update(files).where(still).values(values))

    def recover(self) -> int:
        """At start: queue again what a killed service left in work; returns how many files."""
        with self.write() as connection:
            query = select(*_FILE_COLUMNS, files.c.interruptions).where(files.c.status == "processing")
            left = connection.execute(query).all()
            for row in left:
                _recover_file(connection, FileRow._make(row[:-1]), int(row[-1]) + 1)
            return len(left)

    def secret(self, name: str, make: Callable[[], bytes]) -> bytes:
        """A secret of this data folder, made at the first call."""
        known = select(secrets_table.c.value).where(secrets_table.c.name == name)
        with self.write() as connection:
            row = connection.execute(known).first()
            if row is not None:
                return bytes(row[0])
            value = make()
            connection.execute(insert(secrets_table).values(name=name, value=value))
            return value

    # Results

    def raw_result(self, file_id: str) -> bytes | None:
        """The bytes of the raw detections of a completed file."""
        return self._blob(results.c.raw, file_id)

    def raw_results(self, file_ids: Sequence[str]) -> dict[str, bytes]:
        """The bytes of the raw detections of several files, those without a result left out."""
        query = select(results.c.file_id, results.c.raw).where(results.c.file_id.in_(file_ids))
        with self.read() as connection:
            return {str(file_id): bytes(raw) for file_id, raw in connection.execute(query)}

    def scores(self, file_id: str) -> bytes | None:
        """The bytes of the frame scores of a completed file."""
        return self._blob(results.c.scores, file_id)

    def _blob(self, column: Any, file_id: str) -> bytes | None:
        with self.read() as connection:
            row = connection.execute(select(column).where(results.c.file_id == file_id)).first()
            return None if row is None else bytes(row[0])


_PROCESSED = ("completed", "failed")


def _row(connection: Connection, query: Select[Any]) -> Row[Any] | None:
    return connection.execute(query).first()


def _job_row(row: Row[Any]) -> JobRow:
    config = TuningConfig(
        threshold=row.threshold, merge_window_ms=row.merge_window_ms, min_duration_ms=row.min_duration_ms
    )
    return JobRow(
        id=row.id,
        model_id=row.model_id,
        status=row.status,
        error_message=row.error_message,
        created_at=row.created_at,
        config=config,
        total_files=row.total_files,
        processed_files=row.processed_files,
    )


def _job(connection: Connection, job_id: str) -> JobRow:
    row = _row(connection, select(jobs).where(jobs.c.id == job_id))
    if row is None:
        raise no_such_job(job_id)
    return _job_row(row)


def _file(connection: Connection, job_id: str, file_id: str) -> FileRow:
    query = select(*_FILE_COLUMNS).where(files.c.id == file_id, files.c.job_id == job_id)
    row = _row(connection, query)
    if row is None:
        raise no_such_file(file_id)
    return FileRow._make(row)


def _refuse_closed(job: JobRow) -> None:
    if job.status in {"cancelled", "failed"}:
        raise Refusal(409, f"The job is {job.status} and takes no more files. Make a new job for them.")


def _next_job() -> Select[Any]:
    has_queued = (
        select(files.c.seq).where(files.c.job_id == jobs.c.id, files.c.status == "queued").limit(1).exists()
    )
    waiting = jobs.c.status == "processing"
    return select(jobs).where(waiting, has_queued).order_by(jobs.c.last_turn, jobs.c.seq).limit(1)


def _end_file(connection: Connection, file: FileRow, values: dict[str, Any]) -> bool:
    still = (files.c.id == file.id) & (files.c.status == "processing")
    if connection.execute(update(files).where(still).values(values)).rowcount == 0:
        return False
    processed = jobs.c.processed_files + 1
    status = case((processed >= jobs.c.total_files, "completed"), else_="processing")
    connection.execute(
        update(jobs).where(jobs.c.id == file.job_id).values(processed_files=processed, status=status)
    )
    return True


def _recover_file(connection: Connection, file: FileRow, interruptions: int) -> None:
    if interruptions >= MAX_INTERRUPTIONS:
        _end_file(connection, file, {"status": "failed", "error_message": LOST_SENTENCE})
        return
    values = {"status": "queued", "interruptions": interruptions}
    connection.execute(update(files).where(files.c.id == file.id).values(values))
