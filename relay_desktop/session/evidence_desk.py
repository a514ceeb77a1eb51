"""EvidenceDesk: the evidence of the files on the desk, type by type, and thresholds taken over from it."""

from __future__ import annotations

import math
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from inference.detections import DetectionTable
from inference.tuning import TypeTuning
from relay_desktop.session import evidence
from relay_desktop.session.evidence import Curve, Proposal, Samples
from relay_desktop.session.mark_store import ChosenThreshold, MarkStore
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.sampling import samples_by_type
from relay_desktop.translation import said

DEFAULT_TARGET = 0.95


class EvidenceDesk(QObject):
    """Worked out anew when somebody asks after verdicts have changed."""

    changed = Signal()
    save_failed = Signal(str)  # a sentence

    def __init__(
        self, session: ReviewSession, review: Review, store: MarkStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._review, self._store = session, review, store
        self._samples: dict[str, Samples] | None = None
        self._curves: dict[str, Curve] = {}
        self._raws: dict[str, DetectionTable | None] = {}  # what the samples were taken from
        self.target = DEFAULT_TARGET
        review.verdicts_changed.connect(lambda _file: self._forget())
        session.detections_changed.connect(lambda file: self._forget() if self._is_outdated(file) else None)
        session.desk_changed.connect(self._forget)

    def samples(self) -> dict[str, Samples]:
        """What is known of every type with detections or decisions."""
        if self._samples is None:
            self._raws = {file.key: file.raw for file in self._session.files}
            parts = []
            for file in self._session.files:
                book = self._review.book_of(file)
                if file.heard is not None and book is not None:
                    parts.append((file.heard, book, file.hand_made))
            self._samples, self._curves = samples_by_type(parts), {}
        return self._samples

    def curve(self, artifact_type: str) -> Curve:
        """Precision and recall of one type."""
        samples = self.samples().get(artifact_type) or evidence.together([])
        if artifact_type not in self._curves:
            self._curves[artifact_type] = evidence.curve(samples)
        return self._curves[artifact_type]

    def proposal(self, artifact_type: str) -> Proposal:
        """The threshold that reaches the target."""
        return evidence.propose(self.curve(artifact_type), self.target)

    def set_target(self, target: float) -> None:
        """The precision to reach, 0-1."""
        if target != self.target:
            self.target = target
            self.changed.emit()

    def apply(self, artifact_type: str) -> bool:
        """Give the type the proposed threshold, and keep why. False when there is none or it cannot be kept."""
        proposal, job = self.proposal(artifact_type), self._session.job
        if proposal.threshold is None or job is None:
            return False
        numbers = {k: v for k, v in vars(proposal).items() if not (isinstance(v, float) and math.isnan(v))}
        chosen = ChosenThreshold(
            artifact_type, self._review.reviewer, datetime.now(UTC).isoformat(timespec="seconds"), numbers
        )
        try:
            self._store.add_evidence(job.job_id, chosen)
        except sqlite3.OperationalError as error:
            self.save_failed.emit(said("The library says: {error}.", error=error))
            return False
        own = self._session.rules.by_type.get(artifact_type, TypeTuning())
        self._session.set_type_tuning(artifact_type, replace(own, threshold=proposal.threshold))
        return True

    def chosen(self) -> list[ChosenThreshold]:
        """Thresholds of this job that were taken over before."""
        job = self._session.job
        return self._store.evidence(job.job_id) if job is not None else []

    def table(self) -> str:
        """All curves as CSV."""
        curves = {name: self.curve(name) for name in sorted(self.samples())}
        return "\n".join(evidence.table_lines(curves)) + "\n"

    def _is_outdated(self, file: ReviewFile) -> bool:
        """Retuning changes no evidence; other detections do."""
        return self._samples is not None and self._raws.get(file.key) is not file.raw

    def _forget(self) -> None:
        self._samples = None
        self.changed.emit()
