"""Hand-made detections: what a person adds beside the model's, or puts in the place of one of them.

They are rows of the same table as the model's, so that they are drawn, judged and exported like those; no rule hides
them. One that stands for a detection of the model (other bounds, another type) withholds the raw rows it replaces
from the rules: the same sound is never shown twice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable, concatenate
from inference.tuning import Retuned, Tuner, TuningRules
from inference.tuning_config import TuningConfig

Rows = NDArray[np.int64]


class Replaced(NamedTuple):
    """The detection of the model that a hand-made one stands for: type and times it was shown with."""

    artifact_type: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True)
class HandMade:
    """One detection by a person. `hand_id` is its number in the library; `made_at` ISO 8601 in UTC."""

    artifact_type: str
    start_ms: int
    end_ms: int
    replaces: Replaced | None = None
    made_by: str = ""
    made_at: str = ""
    hand_id: int | None = None


def table_of(made: Iterable[HandMade]) -> DetectionTable:
    """Hand-made detections as a table, in their order; their confidence is 1, since no model gave one."""
    rows = tuple(made)
    return DetectionTable.from_columns(
        [row.artifact_type for row in rows],
        [row.start_ms for row in rows],
        [row.end_ms for row in rows],
        np.ones(len(rows)),
    )


class HandMadeTuner:
    """Retunes a model's detections together with hand-made ones; used as a `Tuner` is.

    `raw` holds the model's rows first, all of them, then the hand-made ones: `Retuned.members` count its rows.
    """

    def __init__(self, heard: DetectionTable, made: Sequence[HandMade]) -> None:
        in_time = sorted(made, key=lambda row: (row.start_ms, row.end_ms, row.artifact_type))
        self._own = table_of(in_time)
        self._heard_count = len(heard)
        self.raw = concatenate([heard, self._own])
        self._kept = np.flatnonzero(~is_replaced(heard, made))
        self._tuner = Tuner(heard.recoded(self.raw.types).select(self._kept))

    def retune(self, rules: TuningRules | TuningConfig) -> Retuned:
        """The rules on what the model heard, the hand-made ones between them in order of time."""
        inner = self._tuner.retune(rules)
        count, own = len(inner.shown), len(self._own)
        together = concatenate([inner.shown, self._own])
        places = _places(together, count)
        order = np.insert(np.arange(count, dtype=np.int64), places, np.arange(count, count + own))

        def members() -> tuple[Rows, Rows, Rows]:
            offsets = inner.member_offsets
            grouped = np.concatenate((self._kept[inner.member_rows], self._heard_count + np.arange(own)))
            first = np.insert(offsets[:-1], places, offsets[-1] + np.arange(own))
            return grouped, first, np.insert(np.diff(offsets), places, 1)

        return replace(
            inner,
            shown=together.select(order),
            raw_count=inner.raw_count + own,
            by_hand=np.flatnonzero(order >= count),
            _find_members=members,
        )


def is_replaced(heard: DetectionTable, made: Iterable[HandMade]) -> NDArray[np.bool_]:
    """Raw rows of the model that share at least a point with a replaced detection of their type."""
    is_gone = np.zeros(len(heard), dtype=np.bool_)
    for old in (row.replaces for row in made):
        if old is not None and old.artifact_type in heard.types:
            touches = (heard.start_ms <= old.end_ms) & (heard.end_ms >= old.start_ms)
            is_gone |= touches & (heard.type_codes == heard.types.index(old.artifact_type))
    return is_gone


def _places(together: DetectionTable, count: int) -> Rows:
    """Before which of the first `count` rows each later row belongs, int64: by start, end, type, after equal ones."""
    ranks = together.type_ranks[together.type_codes]

    def key(row: int) -> tuple[int, int, int]:
        return int(together.start_ms[row]), int(together.end_ms[row]), int(ranks[row])

    later = range(count, len(together))
    return np.array([bisect_right(range(count), key(row), key=key) for row in later], dtype=np.int64)
