"""How far two reviewers agree: Cohen's kappa per type with its interval, and the detections they disagree on.

Kappa after J. Cohen (1960), "A coefficient of agreement for nominal scales"; its large-sample standard error after
J. L. Fleiss, J. Cohen and B. S. Everitt (1969), "Large sample standard errors of kappa and weighted kappa".
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.tuning import Retuned
from relay_desktop.session.evidence import Z_95
from relay_desktop.session.verdicts import ReviewStates, State

KINDS = (State.ARTIFACT, State.NOT_AN_ARTIFACT, State.UNSURE)


@dataclass(frozen=True)
class Agreement:
    """Of one type (or of all): how many both judged, how many alike, kappa with its 95 % interval (nan: undefined)."""

    artifact_type: str
    judged: int
    alike: int
    kappa: float
    low: float
    high: float

    @property
    def share(self) -> float:
        """How many of those that both judged they judged alike; nan where there are none."""
        return self.alike / self.judged if self.judged else math.nan


@dataclass(frozen=True)
class Disagreement:
    """A shown row that two reviewers judged differently."""

    row: int
    first: State
    second: State


def kappa(counts: NDArray[np.int64]) -> tuple[float, float, float]:
    """Kappa and the ends of its 95 % interval from a square table of counts; nan where it is not defined."""
    total = int(counts.sum())
    if total == 0:
        return math.nan, math.nan, math.nan
    shares = counts / total
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    observed, by_chance = float(np.trace(shares)), float(rows @ columns)
    if by_chance >= 1.0 - 1e-12:  # both said one and the same thing always: chance alone explains it
        return math.nan, math.nan, math.nan
    value = (observed - by_chance) / (1 - by_chance)
    own = float(np.sum(np.diag(shares) * (1 - (rows + columns) * (1 - value)) ** 2))
    cross = shares * (columns[:, None] + rows[None, :]) ** 2
    others = (1 - value) ** 2 * float(cross.sum() - np.trace(cross))
    variance = (own + others - (value - by_chance * (1 - value)) ** 2) / (total * (1 - by_chance) ** 2)
    reach = Z_95 * math.sqrt(max(0.0, variance))
    return value, max(-1.0, value - reach), min(1.0, value + reach)


def disagreements(first: ReviewStates, second: ReviewStates) -> list[Disagreement]:
    """Rows both settled, each in another way, in order of time."""
    differ = first.is_settled & second.is_settled & (first.state != second.state)
    return [
        Disagreement(row, State(int(first.state[row])), State(int(second.state[row])))
        for row in np.flatnonzero(differ).tolist()
    ]


def agreement_by_type(
    files: Iterable[tuple[Retuned, ReviewStates, ReviewStates]],
) -> list[Agreement]:
    """Agreement of every type over files, by name, and of all types together at the end (named "")."""
    tables: dict[str, NDArray[np.int64]] = {}
    for retuned, first, second in files:
        both = np.flatnonzero(first.is_settled & second.is_settled)
        codes = retuned.shown.type_codes[both]
        for code in np.unique(codes).tolist():
            at = both[codes == code]
            table = tables.setdefault(retuned.shown.types[code], np.zeros((3, 3), dtype=np.int64))
            np.add.at(table, (first.state[at] - 1, second.state[at] - 1), 1)
    found = [_agreement(name, tables[name]) for name in sorted(tables)]
    return [*found, _agreement("", sum(tables.values(), np.zeros((3, 3), dtype=np.int64)))]


def _agreement(name: str, table: NDArray[np.int64]) -> Agreement:
    return Agreement(name, int(table.sum()), int(np.trace(table)), *kappa(table))
