"""Brings the model's frame scores of the open file from the service on this computer."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from inference.frame_scores import FrameScores
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.score_curves import ScoreCurves
from relay_desktop.work.service_link import ServiceLink
from relay_desktop.work.tasks import Task

log = logging.getLogger(__name__)


class ScoreLoader(QObject):
    """One file at a time; a newer question drops the older one."""

    def __init__(self, link: ServiceLink, scores: ScoreCurves, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._scores = scores
        self._task: Task[FrameScores] | None = None
        self._waiting: tuple[str, ReviewFile] | None = None
        scores.wanted.connect(self.load)
        link.ready.connect(self._load_waiting)

    def load(self, job_id: str, file: ReviewFile) -> None:
        """Fetch, now or as soon as the service is up."""
        if self._task is not None:
            self._task.cancel()
        self._waiting = (job_id, file)
        if self._link.is_ready:
            self._load_waiting()

    def _load_waiting(self) -> None:
        if self._waiting is None:
            return
        (job_id, file), self._waiting = self._waiting, None
        file_id = file.file_id or ""
        self._task = self._link.call(
            lambda client, token: FrameScores.from_bytes(client.scores(job_id, file_id)),
            lambda scores: self._scores.give(file, scores),
            # A curve that is not there (an older job) is no problem of the person's: the lane stays away.
            lambda error: log.info("no scores of %s: %s", file.name, error),
            name=f"scores of {file.name}",
        )
