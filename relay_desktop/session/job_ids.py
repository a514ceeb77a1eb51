"""How a job is called on the desk: the server's own id, marked with the account where it is not this computer's.

Two servers may use the same id for different jobs; on the desk and in the library each has a name of its own.
"""

from __future__ import annotations

from typing import Final

EMBEDDED: Final = "embedded"
"""This computer, as a backend."""
REVIEW_BACKEND: Final = "review"
"""What came with a review file, as a backend: no service knows it."""
_MARK: Final = "@"


def desk_id(backend: str, wire_id: str) -> str:
    """The job `wire_id` of a backend as the desk calls it."""
    return wire_id if backend == EMBEDDED else f"{_MARK}{backend}:{wire_id}"


def backend_of(job_id: str) -> str:
    """The backend of a job: EMBEDDED or the id of an account."""
    return job_id[1:].partition(":")[0] if job_id.startswith(_MARK) and ":" in job_id else EMBEDDED


def wire_id(job_id: str) -> str:
    """The id by which its server knows a job."""
    return job_id.partition(":")[2] if backend_of(job_id) != EMBEDDED else job_id
