"""BulkVerdicts: many detections of the file in view judged at once, as one step that one undo takes back.

What a person has already settled is never overridden in bulk; only rows that are visible are judged.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdicts import VERDICT_WORDS, Verdict
from relay_desktop.translation import said, said_many

Rows = NDArray[np.int64]


class BulkVerdicts(QObject):
    """Verbs of the menu; each says what it did."""

    judged = Signal(str)  # a sentence

    def __init__(self, session: ReviewSession, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._review = session, review

    def less_confident_artifact(self) -> None:
        """The selected one and all less confident of its type are artifacts."""
        self._judge(self.less_confident(), Verdict.ARTIFACT)

    def less_confident_not_artifact(self) -> None:
        """The selected one and all less confident of its type are none."""
        self._judge(self.less_confident(), Verdict.NOT_AN_ARTIFACT)

    def less_confident_unsure(self) -> None:
        """Somebody else should decide on the selected one and all less confident of its type."""
        self._judge(self.less_confident(), Verdict.UNSURE)

    def all_shown_artifact(self) -> None:
        """All visible ones without a verdict are artifacts."""
        self._judge(self.all_shown(), Verdict.ARTIFACT)

    def all_shown_not_artifact(self) -> None:
        """All visible ones without a verdict are none."""
        self._judge(self.all_shown(), Verdict.NOT_AN_ARTIFACT)

    def all_shown_unsure(self) -> None:
        """Somebody else should decide on all visible ones without a verdict."""
        self._judge(self.all_shown(), Verdict.UNSURE)

    def less_confident(self) -> Rows:
        """Open rows of the selected one's type that the model is at most as sure of, that one among them."""
        shown, row = self._session.shown, self._session.selected_row
        if shown is None or row is None:
            return np.zeros(0, dtype=np.int64)
        rows = self.all_shown()
        is_like = (shown.type_codes[rows] == shown.type_codes[row]) & (
            shown.confidence[rows] <= shown.confidence[row]
        )
        return np.union1d(rows[is_like], [row])

    def all_shown(self) -> Rows:
        """Visible rows of the file in view that still need a verdict."""
        file = self._session.current
        states = self._review.states(file) if file is not None else None
        if file is None or states is None:
            return np.zeros(0, dtype=np.int64)
        rows = self._session.visible_rows_of(file)
        return np.asarray(rows[~states.is_settled[rows]])

    def _judge(self, rows: Rows, verdict: Verdict) -> None:
        if len(rows) == 0:
            self.judged.emit(
                said("Nothing was judged: every detection shown has a verdict, or none is selected.")
            )
            return
        if not self._review.judge_rows(rows.tolist(), verdict):
            return
        if self._review.is_auto_advancing:
            self._review.go_on()
        self.judged.emit(
            said_many(
                "One detection judged: {verdict}. Undo takes it back.",
                "{n:,} detections judged: {verdict}. Undo takes all of it back.",
                len(rows),
                verdict=VERDICT_WORDS[verdict],
            )
        )
