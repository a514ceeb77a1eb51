"""Which jobs of the list are shown: by server, model, status and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from relay_desktop.session.review_file import DeskJob

# What a person filters by, and the statuses of wire and desk that it means.
STATUS_GROUPS: Final = {
    "running": frozenset({"pending", "queued", "processing", "cancelling"}),
    "completed": frozenset({"completed"}),
    "failed": frozenset({"failed"}),
    "cancelled": frozenset({"cancelled"}),
}


@dataclass(frozen=True)
class JobFilter:
    """None lets everything through; `words` must each stand in title, model, id or message."""

    backend: str | None = None
    model_id: str | None = None
    status: str | None = None
    words: str = ""

    @property
    def is_on(self) -> bool:
        """Whether anything may be kept out."""
        return self != JobFilter()

    def passes(self, job: DeskJob, place: str) -> bool:
        """Whether a job is shown; `place` is what its backend is called."""
        if self.backend is not None and job.backend != self.backend:
            return False
        if self.model_id is not None and job.model_id != self.model_id:
            return False
        if self.status is not None and job.status not in STATUS_GROUPS.get(self.status, {self.status}):
            return False
        text = " ".join((place, job.title, job.model_id, job.wire_id, job.error_message or "")).casefold()
        return all(word in text for word in self.words.casefold().split())
