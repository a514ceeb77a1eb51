"""Verdicts: what a person decided about a stretch of sound, and what that says of the detections shown now.

A verdict is bound to the span it was given on (type, start, end), never to a row: no slider move loses one. A raw
detection takes the latest verdict of its type that overlaps it. A shown detection is judged by its members: where they
disagree it is mixed, where only some were judged it is partly reviewed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from inference.sentences import sentence
from inference.tuning import Retuned


class Verdict(StrEnum):
    """What a person may say of a detection."""

    ARTIFACT = "artifact"
    NOT_AN_ARTIFACT = "not an artifact"
    UNSURE = "unsure"


VERDICT_WORDS = {
    Verdict.ARTIFACT: sentence("artifact"),
    Verdict.NOT_AN_ARTIFACT: sentence("not an artifact"),
    Verdict.UNSURE: sentence("unsure"),
}


class State(IntEnum):
    """What is known of a shown detection; the first four are also the codes of single raw rows."""

    UNREVIEWED = 0
    ARTIFACT = 1
    NOT_AN_ARTIFACT = 2
    UNSURE = 3
    MIXED = 4


STATE_OF: Final = {
    Verdict.ARTIFACT: State.ARTIFACT,
    Verdict.NOT_AN_ARTIFACT: State.NOT_AN_ARTIFACT,
    Verdict.UNSURE: State.UNSURE,
}


@dataclass(frozen=True)
class JudgedSpan:
    """One decision: the span and type it was given on, what was said, by whom and when, under which tuning."""

    artifact_type: str
    start_ms: int
    end_ms: int
    verdict: Verdict
    reviewer: str = ""
    judged_at: str = ""
    severity: str | None = None
    reason: str | None = None
    note: str = ""
    tuning: str = ""
    span_id: int | None = None

    @property
    def state(self) -> State:
        """The state a row has that this span decides."""
        return STATE_OF[self.verdict]


@dataclass(frozen=True)
class ReviewStates:
    """What the decisions say of m shown rows.

    `state` int8 (m,) of State; `is_partial` bool (m,); `span` int64 (m,): place of the latest deciding span, or -1.
    """

    state: NDArray[np.int8]
    is_partial: NDArray[np.bool_]
    span: NDArray[np.int64]

    @property
    def is_settled(self) -> NDArray[np.bool_]:
        """Rows that need no further look: judged whole and of one mind."""
        is_open = (self.state == State.UNREVIEWED) | (self.state == State.MIXED)
        settled: NDArray[np.bool_] = ~(is_open | self.is_partial)
        return settled

    def settled(self, rows: NDArray[np.int64]) -> int:
        """How many of these rows are settled."""
        return int(np.count_nonzero(self.is_settled[rows]))


class Samples(NamedTuple):
    """What single decisions said: type code of the raw table, State, the greatest confidence decided; each (k,)."""

    type_codes: NDArray[np.int32]
    state: NDArray[np.int8]
    confidence: NDArray[np.float64]


@dataclass
class VerdictBook:
    """All decisions on one file in the order they were made, over its raw table."""

    raw: DetectionTable
    spans: list[JudgedSpan] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._rows_of_type = {name: _TypeRows(self.raw, name) for name in self.raw.types}
        self._latest = np.full(len(self.raw), -1, dtype=np.int64)
        self._codes = np.zeros(0, dtype=np.int8)
        given, self.spans = list(self.spans), []
        self.judge(given)

    def judge(self, spans: Iterable[JudgedSpan]) -> None:
        """Add decisions; each overrides earlier ones on the raw rows that it overlaps."""
        added, places = list(spans), defaultdict[str, list[int]](list)
        for place, span in enumerate(added):
            places[span.artifact_type].append(place)
        for name, at in places.items():
            if name in self._rows_of_type:
                starts = np.array([added[place].start_ms for place in at], dtype=np.int64)
                ends = np.array([added[place].end_ms for place in at], dtype=np.int64)
                rows, which = self._rows_of_type[name].overlapping(starts, ends)
                np.maximum.at(self._latest, rows, np.array(at, dtype=np.int64)[which] + len(self.spans))
        self._codes = np.concatenate((self._codes, np.array([span.state for span in added], dtype=np.int8)))
        self.spans += added

    def withdraw(self, span_ids: Iterable[int]) -> None:
        """Take decisions back (undo); what they had overridden holds again."""
        gone = set(span_ids)
        kept = [span for span in self.spans if span.span_id not in gone]
        if len(kept) == len(self.spans):
            return
        self._latest[:] = -1
        self._codes = np.zeros(0, dtype=np.int8)
        self.spans = []
        self.judge(kept)

    def raw_states(self) -> NDArray[np.int8]:
        """What the decisions say of every raw row, int8 (n,) of State; no row is mixed."""
        return np.append(self._codes, np.int8(State.UNREVIEWED))[self._latest]

    def samples(self, rows: NDArray[np.int64]) -> Samples:
        """One sample per decision that decides any of these raw rows."""
        judged = rows[self._latest[rows] >= 0]
        by = self._latest[judged]
        confidence = np.full(len(self.spans), -1.0)
        type_codes = np.zeros(len(self.spans), dtype=np.int32)
        np.maximum.at(confidence, by, self.raw.confidence[judged])
        type_codes[by] = self.raw.type_codes[judged]
        deciding = np.flatnonzero(confidence >= 0)
        return Samples(type_codes[deciding], self._codes[deciding], confidence[deciding])

    def verdict_on(self, artifact_type: str, start_ms: int, end_ms: int) -> Verdict | None:
        """What was said last of exactly this span."""
        wanted = (artifact_type, start_ms, end_ms)
        said = (
            it.verdict for it in reversed(self.spans) if (it.artifact_type, it.start_ms, it.end_ms) == wanted
        )
        return next(said, None)

    def states(self, retuned: Retuned) -> ReviewStates:
        """What the decisions say of the rows that are shown now."""
        shown = len(retuned.shown)
        if shown == 0 or not self.spans:
            unseen = np.zeros(shown, dtype=np.int8)
            return ReviewStates(unseen, np.zeros(shown, dtype=np.bool_), np.full(shown, -1, dtype=np.int64))
        span_of_member = self._latest[retuned.member_rows]
        code = self.raw_states()[retuned.member_rows]
        heads = retuned.member_offsets[:-1]
        greatest = np.maximum.reduceat(code, heads)
        is_unseen = code == State.UNREVIEWED
        least = np.minimum.reduceat(np.where(is_unseen, np.int8(State.MIXED), code), heads)
        is_partial = np.logical_or.reduceat(is_unseen, heads) & (greatest != State.UNREVIEWED)
        is_mixed = (greatest != State.UNREVIEWED) & (least != greatest)
        state = np.where(is_mixed, np.int8(State.MIXED), greatest)
        return ReviewStates(state, is_partial, np.maximum.reduceat(span_of_member, heads))


class _TypeRows:
    """The raw rows of one type in time order, to find those under a span by two binary searches."""

    def __init__(self, raw: DetectionTable, name: str) -> None:
        rows = np.flatnonzero(raw.type_codes == raw.types.index(name))
        self._rows = rows[np.lexsort((raw.end_ms[rows], raw.start_ms[rows]))]
        self._start = raw.start_ms[self._rows]
        self._end = raw.end_ms[self._rows]
        self._reach = np.maximum.accumulate(self._end)

    def overlapping(
        self, start_ms: NDArray[np.int64], end_ms: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Pairs of a raw row and the place of a span (k,) that share at least a point."""
        first = np.searchsorted(self._reach, start_ms, side="left")
        last = np.searchsorted(self._start, end_ms, side="right")
        count = np.maximum(last - first, 0)
        which = np.repeat(np.arange(len(start_ms)), count)
        at = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count) + first[which]
        touches = self._end[at] >= start_ms[which]
        return self._rows[at[touches]], which[touches]
