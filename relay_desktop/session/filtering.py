"""Filtering: the criteria in force and the stretches that are left out, given to the session as one filter.

What does not pass is neither in the table nor in the lanes, the counts, the queue or an export of what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from inference.tuning import Retuned
from relay_desktop.session.file_marks import FileMarks
from relay_desktop.session.mark_store import Exclusion
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.row_criteria import RowCriteria, outside
from relay_desktop.session.verdicts import ReviewStates

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class _Answer:
    """What passed, and what it was worked out from."""

    retuned: Retuned
    states: ReviewStates | None
    criteria: RowCriteria
    exclusions: tuple[Exclusion, ...]
    passing: Mask

    def is_about(
        self,
        retuned: Retuned,
        states: ReviewStates | None,
        criteria: RowCriteria,
        exclusions: tuple[Exclusion, ...],
    ) -> bool:
        """Whether nothing has changed since."""
        is_same_table = self.retuned is retuned and self.states is states
        return is_same_table and (self.criteria, self.exclusions) == (criteria, exclusions)


class Filtering(QObject):
    """One filter for all files of the desk."""

    changed = Signal()

    def __init__(
        self, session: ReviewSession, review: Review, marks: FileMarks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._review, self._marks = session, review, marks
        self.criteria = RowCriteria()
        self.is_excluding = True
        self._answers: dict[str, _Answer] = {}
        session.desk_changed.connect(self._forget)
        session.current_file_changed.connect(lambda _file: self._forget_time())
        review.verdicts_changed.connect(self._on_verdicts)
        marks.changed.connect(lambda _file: self._install())

    def set_criteria(self, criteria: RowCriteria) -> None:
        """Let through only what is like this."""
        if criteria != self.criteria:
            self.criteria = criteria
            self._install()
            self._let_go()

    def set_excluding(self, is_on: bool) -> None:
        """Whether detections inside stretches that are left out are hidden."""
        if is_on != self.is_excluding:
            self.is_excluding = is_on
            self._install()
            self._let_go()

    def words(self) -> str:
        """What is filtered out, for an export; "" for nothing."""
        left_out = "stretches left out" if self._has_exclusions() else ""
        return ", ".join(part for part in (self.criteria.words(), left_out) if part)

    @property
    def is_active(self) -> bool:
        """Whether anything may be filtered out."""
        return not self.criteria.is_empty or self._has_exclusions()

    def hidden_count(self, file: ReviewFile) -> int:
        """How many rows of visible types the filter keeps out of a file."""
        passing = self.passing(file)
        if passing is None:
            return 0
        return int(np.count_nonzero(~passing[file.visible_rows(self._session.hidden_types)]))

    def passing(self, file: ReviewFile) -> Mask | None:
        """Which shown rows of a file pass, bool (m,); None: all."""
        retuned = file.retuned
        exclusions = self._marks.exclusions(file) if self.is_excluding else ()
        if retuned is None or (self.criteria.is_empty and not exclusions):
            return None
        states = self._review.states(file) if self.criteria.asks_for_verdicts else None
        known = self._answers.get(file.key)
        if known is not None and known.is_about(retuned, states, self.criteria, exclusions):
            return known.passing
        spans = self._review.spans(file) if self.criteria.asks_for_verdicts else ()
        passing = self.criteria.passing(retuned.shown, states, spans)
        passing &= outside(retuned.shown, ((one.start_ms, one.end_ms) for one in exclusions))
        self._answers[file.key] = _Answer(retuned, states, self.criteria, exclusions, passing)
        return passing

    def _has_exclusions(self) -> bool:
        return self.is_excluding and any(self._marks.exclusions(file) for file in self._session.files)

    def _on_verdicts(self, file: ReviewFile) -> None:
        if self.criteria.asks_for_verdicts:
            self._install()

    def _forget(self) -> None:
        self._answers.clear()
        self._install()

    def _forget_time(self) -> None:
        """A time range belongs to one recording; in the next one it would mean nothing."""
        if self.criteria.from_ms or self.criteria.until_ms is not None:
            self.set_criteria(RowCriteria(**{**vars(self.criteria), "from_ms": 0, "until_ms": None}))

    def _let_go(self) -> None:
        """What a person filters out is not selected either; what they judged stays so until they go on."""
        file, rows = self._session.current, self._session.selected_rows
        passing = self.passing(file) if file is not None else None
        if passing is not None:
            self._session.select_rows(row for row in rows if passing[row])

    def _install(self) -> None:
        self._session.set_row_filter(self.passing if self.is_active else None)
        self.changed.emit()
