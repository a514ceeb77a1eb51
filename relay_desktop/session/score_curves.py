"""ScoreCurves: the model's confidence over time in the file that is open, so that a person sees why.

The service keeps it beside the detections of jobs on this computer. Background work fetches it when `wanted` asks and
gives it with `give`; the curve shown is that of the selected detection's type.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from inference.detections import DetectionTable
from inference.frame_scores import FrameScores
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession


class Curve(NamedTuple):
    """One type: start of every frame in seconds (n,), its score 0-1 (n,), the threshold that holds for it.

    `heard`: the model's detections of the type in order of time, hidden ones included. A detection's confidence is
    worked out from the score's peak, mean and length, so it may lie below the score; the threshold is about it.
    """

    artifact_type: str
    times_s: NDArray[np.float64]
    values: NDArray[np.float32]
    threshold: float
    heard: DetectionTable


class ScoreCurves(QObject):
    """Scores of the open file while somebody wants to see them. Lives on the GUI thread."""

    wanted = Signal(str, object)  # job id, ReviewFile
    changed = Signal()

    def __init__(self, session: ReviewSession, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._is_shown = False
        self._scores: FrameScores | None = None
        self._asked_for: tuple[str, str] | None = None
        self._type = ""
        self._heard: DetectionTable | None = None
        self._dense: dict[str, tuple[NDArray[np.float32], DetectionTable]] = {}
        session.current_file_changed.connect(lambda _file: self._start_afresh())
        session.detections_changed.connect(self._on_detections)
        session.tuning_changed.connect(self._on_tuning)
        session.selection_changed.connect(self._on_selection)

    def set_shown(self, is_shown: bool) -> None:
        """Nothing is fetched while nobody looks."""
        if is_shown != self._is_shown:
            self._is_shown = is_shown
            self._ask()
            self.changed.emit()

    def give(self, file: ReviewFile, scores: FrameScores) -> None:
        """The scores of a file have come; those of another than the open one are dropped."""
        if file is self._session.current:
            self._scores, self._dense = scores, {}
            self.changed.emit()

    def curve(self) -> Curve | None:
        """What to draw; None while nothing is known or nobody looks."""
        scores = self._scores
        if not self._is_shown or scores is None or not scores.frames:
            return None
        name = self._type if self._type in scores.frames else next(iter(scores.frames))
        if name not in self._dense:
            heard = self._session.current.heard if self._session.current is not None else None
            of_type = DetectionTable.empty() if heard is None else heard.of_type(name).sorted()
            self._dense[name] = scores.dense(name), of_type
        values, of_type = self._dense[name]
        times = np.arange(scores.frame_count, dtype=np.float64) * (scores.hop_ms / 1000)
        return Curve(name, times, values, self._session.rules.for_type(name).threshold, of_type)

    def _start_afresh(self) -> None:
        self._scores, self._dense, self._asked_for = None, {}, None
        self._ask()
        self.changed.emit()

    def _on_detections(self, file: ReviewFile) -> None:
        if file is self._session.current:
            if file.heard is not self._heard:
                self._heard, self._dense = file.heard, {}
            self._ask()

    def _on_tuning(self) -> None:
        if self._scores is not None and self._is_shown:
            self.changed.emit()

    def _on_selection(self) -> None:
        row, shown = self._session.selected_row, self._session.shown
        if row is None or shown is None or row >= len(shown):
            return
        name = shown.artifact_type(row)
        if name != self._type:
            self._type = name
            if self._is_shown:
                self.changed.emit()

    def _ask(self) -> None:
        job, file = self._session.job, self._session.current
        if not self._is_shown or job is None or file is None or file.file_id is None or file.heard is None:
            return
        if file.is_partial:
            return
        question = (job.job_id, file.file_id)
        if job.backend == "embedded" and question != self._asked_for:
            self._asked_for = question
            self.wanted.emit(job.job_id, file)
