"""Evidence for a threshold: how precise the model is above it, told by verdicts, with honest intervals.

One decision is one sample, however many raw detections it covered: its confidence is the greatest of those that still
take their verdict from it. Unsure decisions are no sample. What a person added by hand was missed at every threshold;
it makes recall an estimate instead of a guess, over what was found at all.

Intervals are those of E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference",
without continuity correction, at 95 %.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

Z_95: Final = 1.959963984540054
STEPS: Final = 101  # thresholds 0.00, 0.01 … 1.00
FEWEST: Final = 5  # no threshold is proposed from fewer decisions


@dataclass(frozen=True)
class Samples:
    """What is known of one type: confidences of decisions (k,), whether each was an artifact, and misses.

    `waiting`: confidences of detections nobody has decided on yet.
    """

    confidence: Floats
    is_artifact: NDArray[np.bool_]
    missed: int = 0
    waiting: Floats = field(default_factory=lambda: np.zeros(0))

    def __len__(self) -> int:
        return len(self.confidence)


@dataclass(frozen=True)
class Curve:
    """Columns over thresholds, float64 (STEPS,); nan where no decision lies at or above the threshold."""

    threshold: Floats
    decided: NDArray[np.int64]
    correct: NDArray[np.int64]
    precision: Floats
    low: Floats
    high: Floats
    recall: Floats
    recall_low: Floats
    recall_high: Floats
    missed: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was decided yet."""
        return int(self.decided[0]) == 0


@dataclass(frozen=True)
class Proposal:
    """The lowest threshold that reaches a precision. `threshold` is None when none does (or too little is known);
    then the other numbers are those of the most precise threshold, if there is any.
    """

    target: float
    threshold: float | None
    decided: int = 0
    precision: float = math.nan
    low: float = math.nan
    high: float = math.nan
    recall: float = math.nan
    best_threshold: float = math.nan

    @property
    def is_sure(self) -> bool:
        """Whether even the lower end of the interval reaches the target."""
        return self.threshold is not None and self.low >= self.target


def wilson(correct: NDArray[np.int64], of: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Lower and upper end of the 95 % interval of `correct / of`; nan where `of` is 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        n = of.astype(np.float64)
        share = correct / n
        denominator = 1 + Z_95**2 / n
        centre = (share + Z_95**2 / (2 * n)) / denominator
        reach = Z_95 * np.sqrt(share * (1 - share) / n + Z_95**2 / (4 * n**2)) / denominator
        low, high = np.maximum(centre - reach, 0.0), np.minimum(centre + reach, 1.0)
    is_known = of > 0
    return np.where(is_known, low, np.nan), np.where(is_known, high, np.nan)


def curve(samples: Samples) -> Curve:
    """Precision and recall at every threshold."""
    threshold = np.linspace(0.0, 1.0, STEPS)
    decided = _at_least(samples.confidence, threshold)
    correct = _at_least(samples.confidence[samples.is_artifact], threshold)
    found = np.full(STEPS, correct[0] + samples.missed, dtype=np.int64)
    with np.errstate(divide="ignore", invalid="ignore"):
        precision = np.where(decided > 0, correct / decided, np.nan)
        recall = np.where(found > 0, correct / found, np.nan)
    return Curve(
        threshold, decided, correct, precision, *wilson(correct, decided),
        recall, *wilson(correct, found), samples.missed,
    )  # fmt: skip


def _at_least(values: Floats, thresholds: Floats) -> NDArray[np.int64]:
    """How many values reach each threshold."""
    ordered = np.sort(values)
    # A confidence of 0.58 counts at the threshold 0.58, whatever the last bit of either says.
    return np.asarray(len(ordered) - np.searchsorted(ordered, thresholds - 1e-9, side="left"), dtype=np.int64)


def propose(of: Curve, target: float) -> Proposal:
    """The lowest threshold with at least this precision, from five decisions or more."""
    is_usable = of.decided >= FEWEST
    reaches = np.flatnonzero(is_usable & (of.precision >= target))
    if len(reaches):
        return _proposal(of, target, int(reaches[0]), is_reached=True)
    usable = np.flatnonzero(is_usable)
    if len(usable) == 0:
        return Proposal(target, None, int(of.decided[0]))
    return _proposal(of, target, int(usable[np.argmax(of.precision[usable])]), is_reached=False)


def _proposal(of: Curve, target: float, place: int, *, is_reached: bool) -> Proposal:
    at = round(float(of.threshold[place]), 2)
    precision, low, high, recall = (float(c[place]) for c in (of.precision, of.low, of.high, of.recall))
    threshold = at if is_reached else None
    return Proposal(target, threshold, int(of.decided[place]), precision, low, high, recall, at)


def by_verdict(samples: Samples, bins: int) -> NDArray[np.int64]:
    """Decisions per confidence bin, int64 (3, bins): artifacts, not artifacts, not decided yet."""
    parts = (
        samples.confidence[samples.is_artifact],
        samples.confidence[~samples.is_artifact],
        samples.waiting,
    )
    return np.stack([_binned(part, bins) for part in parts])


def _binned(values: Floats, bins: int) -> NDArray[np.int64]:
    places = np.minimum((values * bins).astype(np.int64), bins - 1)
    return np.asarray(np.bincount(places, minlength=bins), dtype=np.int64)


def together(parts: Sequence[Samples]) -> Samples:
    """Samples of several files as one."""
    if not parts:
        return Samples(np.zeros(0), np.zeros(0, dtype=np.bool_))
    return Samples(
        np.concatenate([part.confidence for part in parts]),
        np.concatenate([part.is_artifact for part in parts]),
        sum(part.missed for part in parts),
        np.concatenate([part.waiting for part in parts]),
    )


TABLE_FIELDS: Final = (
    "artifact_type", "threshold", "decided", "correct", "precision", "precision_low", "precision_high",
    "missed", "recall", "recall_low", "recall_high",
)  # fmt: skip


def table_lines(curves: Mapping[str, Curve]) -> list[str]:
    """The curves as CSV, header first: one line per type and threshold; empty where nothing is known."""
    lines = [",".join(TABLE_FIELDS)]
    for name, of in curves.items():
        columns = (
            of.threshold, of.decided, of.correct, of.precision, of.low, of.high,
            np.full(STEPS, of.missed), of.recall, of.recall_low, of.recall_high,
        )  # fmt: skip
        quoted = '"' + name.replace('"', '""') + '"' if set(name) & set(',"\n\r') else name
        rows = zip(*(column.tolist() for column in columns), strict=True)
        lines += [",".join([quoted, *map(_number, row)]) for row in rows]
    return lines


def _number(value: float) -> str:
    return (
        "" if math.isnan(value) else f"{value:.4f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
    )
