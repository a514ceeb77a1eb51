"""ReviewQueue: which detection comes next, over all files of the desk, and how long the rest will take.

In order of time it goes on from where the person is. The orders by confidence look at everything that is still open;
samples are drawn once, so that their progress can be counted, and keep spans, not rows: retuning moves rows.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from time import monotonic
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from inference.tuning import Retuned
from relay_desktop.session.file_marks import FileMarks
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.selection import Span, rows_covering, spans_of

BINS: Final = 10
# A longer gap between two verdicts was a pause, not work.
PAUSE_S: Final = 60.0
PACE_OVER: Final = 30


class Order(StrEnum):
    """How a queue goes through what is open."""

    TIME = "time"
    UNCERTAIN = "most uncertain first"
    CONFIDENT = "most confident first"
    STRATIFIED = "stratified sample"
    RANDOM = "random sample"


SAMPLES: Final = frozenset({Order.STRATIFIED, Order.RANDOM})


@dataclass(frozen=True)
class QueuePlan:
    """An order. `size`: of a random sample; `per_bin`: of each type in each tenth of confidence; `seed`: repeatable."""

    order: Order = Order.TIME
    size: int = 50
    per_bin: int = 5
    seed: int = 1


@dataclass(frozen=True)
class Progress:
    """How many of how many need no further look."""

    settled: int = 0
    total: int = 0

    @property
    def left(self) -> int:
        """How many are still open."""
        return self.total - self.settled


class ReviewQueue(QObject):
    """Goes on through the desk in the order of its plan."""

    changed = Signal()

    def __init__(
        self, session: ReviewSession, review: Review, marks: FileMarks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._review, self._marks = session, review, marks
        self.plan = QueuePlan()
        self._sample: list[tuple[str, Span]] = []
        self._found: dict[str, tuple[Retuned, tuple[int, ...]]] = {}
        self._times: deque[float] = deque(maxlen=PACE_OVER + 1)
        review.go_on = self.go_on
        review.judged.connect(self._on_judged)
        review.verdicts_changed.connect(lambda _file: self.changed.emit())
        marks.changed.connect(lambda _file: self.changed.emit())
        session.desk_changed.connect(self._on_desk)

    # -- the order -----------------------------------------------------------------------------------------------

    def set_plan(self, plan: QueuePlan) -> None:
        """Go through the desk in another order; a sample is drawn now."""
        self.plan = plan
        self._draw()
        self.changed.emit()

    def go_on(self) -> bool:
        """Select the next detection that needs a verdict, in another file if need be; False when none is left."""
        if self.plan.order is Order.TIME:
            return self._next_in_time()
        if self.plan.order in SAMPLES:
            return self._next_of_sample()
        return self._next_by_confidence()

    def _next_in_time(self) -> bool:
        files, current = self._session.files, self._session.current
        if current is None or current not in files:
            return False
        at, after = files.index(current), self._session.selected_row
        rows = self._open_rows(current)
        later = rows[rows > after] if after is not None else rows
        if len(later):
            return self._look_at(current, int(later[0]))
        for file in (*files[at + 1 :], *files[:at]):
            if not self._marks.is_done(file) and len(rows_there := self._open_rows(file)):
                return self._look_at(file, int(rows_there[0]))
        return self._look_at(current, int(rows[0])) if len(rows) else False

    def _next_by_confidence(self) -> bool:
        best: tuple[float, ReviewFile, int] | None = None
        for file in self._files():
            rows = self._open_rows(file)
            if len(rows) == 0 or file.retuned is None:
                continue
            sure = file.retuned.shown.confidence[rows]
            # The confidence is the model's probability of being right: at 0.5 it knows nothing.
            rank = np.abs(sure - 0.5) if self.plan.order is Order.UNCERTAIN else -sure
            place = int(np.argmin(rank))
            if best is None or rank[place] < best[0]:
                best = float(rank[place]), file, int(rows[place])
        return best is not None and self._look_at(best[1], best[2])

    def _next_of_sample(self) -> bool:
        for file, row, is_settled in self._sample_rows():
            if not is_settled:
                return self._look_at(file, row)
        return False

    # -- progress ------------------------------------------------------------------------------------------------

    def of_file(self, file: ReviewFile) -> Progress:
        """Progress of one file; all of it when it is marked done."""
        total = self._session.visible_count(file) or 0
        settled = total if self._marks.is_done(file) else self._review.reviewed_count(file)
        return Progress(settled, total)

    def of_job(self) -> Progress:
        """Progress of all files on the desk."""
        parts = [self.of_file(file) for file in self._session.files if file.retuned is not None]
        return Progress(sum(part.settled for part in parts), sum(part.total for part in parts))

    def of_sample(self) -> Progress | None:
        """Progress of the sample; None when the plan draws none."""
        if self.plan.order not in SAMPLES:
            return None
        rows = self._sample_rows()
        return Progress(sum(is_settled for _, _, is_settled in rows), len(rows))

    @property
    def pace_s(self) -> float | None:
        """Seconds from one verdict to the next, the median without pauses; None before the third verdict."""
        times = tuple(self._times)
        gaps = [after - before for before, after in pairwise(times)]
        working = [gap for gap in gaps if gap <= PAUSE_S]
        return float(np.median(working)) if len(working) >= 2 else None

    # -- inside --------------------------------------------------------------------------------------------------

    def _files(self) -> list[ReviewFile]:
        return [
            file for file in self._session.files if file.retuned is not None and not self._marks.is_done(file)
        ]

    def _open_rows(self, file: ReviewFile) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        file.retune(self._session.rules)
        states = self._review.states(file)
        rows = self._session.visible_rows_of(file)
        return rows if states is None else rows[~states.is_settled[rows]]

    def _look_at(self, file: ReviewFile, row: int) -> bool:
        self._session.open_file(file)
        self._session.select_row(row)
        return True

    def _draw(self) -> None:
        self._sample, self._found = [], {}
        if self.plan.order not in SAMPLES:
            return
        rng = np.random.default_rng(self.plan.seed)
        names: list[tuple[int, int]] = []
        strata: list[tuple[str, int]] = []
        files = self._files()
        for place, file in enumerate(files):
            assert file.retuned is not None
            shown, rows = file.retuned.shown, self._session.visible_rows_of(file)
            bins = np.minimum((shown.confidence[rows] * BINS).astype(int), BINS - 1).tolist()
            codes = shown.type_codes[rows].tolist()
            names += [(place, row) for row in rows.tolist()]
            strata += [(shown.types[code], bin_) for code, bin_ in zip(codes, bins, strict=True)]
        chosen = self._chosen(rng.permutation(len(names)).tolist(), strata)
        for place, row in (names[at] for at in chosen):
            file = files[place]
            assert file.retuned is not None
            self._sample.append((file.key, spans_of(file.retuned.shown, [row])[0]))

    def _chosen(self, shuffled: list[int], strata: list[tuple[str, int]]) -> list[int]:
        if self.plan.order is Order.RANDOM:
            return shuffled[: self.plan.size]
        taken: dict[tuple[str, int], int] = {}
        chosen = []
        for at in shuffled:
            taken[strata[at]] = taken.get(strata[at], 0) + 1
            if taken[strata[at]] <= self.plan.per_bin:
                chosen.append(at)
        return chosen

    def _sample_rows(self) -> list[tuple[ReviewFile, int, bool]]:
        """What the sample's sounds are shown as now: file, row, whether settled; without those that tuning hides."""
        found = []
        for file in self._files():
            states = self._review.states(file)
            if states is not None:
                found += [(file, row, bool(states.is_settled[row])) for row in self._rows_of_sample(file)]
        return found

    def _rows_of_sample(self, file: ReviewFile) -> tuple[int, ...]:
        """Found once for what the rules show, since each span is looked for among all rows."""
        assert file.retuned is not None
        known = self._found.get(file.key)
        if known is None or known[0] is not file.retuned:
            spans = [span for key, span in self._sample if key == file.key]
            known = file.retuned, rows_covering(file.retuned.shown, spans, frozenset())
            self._found[file.key] = known
        return known[1]

    def _on_judged(self) -> None:
        self._times.append(monotonic())

    def _on_desk(self) -> None:
        self._times.clear()
        self._draw()
        self.changed.emit()
