"""Why the service says no: each refusal is an HTTP status and a sentence."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import OperationalError


class Refusal(Exception):
    """A request that is not carried out; `sentence` is what the client reads in `detail`."""

    def __init__(self, status: int, sentence: str, *, retry_after_s: int | None = None) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.retry_after_s = retry_after_s


def no_such_job(job_id: str) -> Refusal:
    """404 for a job."""
    return Refusal(404, f"There is no inference job {job_id[:80]!r} here.")


def no_such_file(file_id: str) -> Refusal:
    """404 for a file of a job."""
    return Refusal(404, f"The job has no file {file_id[:80]!r}.")


def disk_full() -> Refusal:
    """507: nothing was kept."""
    return Refusal(507, "The disk of the service is full. Free some space, then send it again.")


def is_disk_full(error: BaseException) -> bool:
    """Whether an error of the file system or of SQLite means that there is no room left."""
    if isinstance(error, OperationalError):
        return is_disk_full(error.orig) if error.orig is not None else False
    if isinstance(error, sqlite3.OperationalError):
        return "full" in str(error) or "disk I/O error" in str(error)
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
