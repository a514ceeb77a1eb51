"""Two runs on the same audio: what only one of them has, what both have, and in what those differ.

Detections of one type are a pair where they overlap or lie within a tolerance; each belongs to one pair at most, the
greatest overlap first. The same matching carries verdicts to a redelivered version of a recording.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from relay_desktop.session.verdicts import JudgedSpan

TOLERANCE_MS: Final = 50
CONFIDENCE_STEP: Final = 0.05


class Kind(StrEnum):
    """What became of a detection from one run to the other."""

    ONLY_FIRST = "only in A"
    ONLY_SECOND = "only in B"
    MOVED = "other bounds"
    CONFIDENCE = "other confidence"
    SAME = "the same"


@dataclass(frozen=True)
class Difference:
    """A row of A, of B or of both (None: it is not there)."""

    kind: Kind
    artifact_type: str
    start_ms: int
    end_ms: int
    first: int | None
    second: int | None


def pairs(
    first: DetectionTable, second: DetectionTable, tolerance_ms: int = TOLERANCE_MS
) -> list[tuple[int, int]]:
    """Rows of both tables that are one sound, in order of the first."""
    found: list[tuple[int, int]] = []
    for name in first.types:
        if name in second.types:
            ours = np.flatnonzero(first.type_codes == first.types.index(name))
            theirs = np.flatnonzero(second.type_codes == second.types.index(name))
            found += _pairs_of_type(first, second, ours, theirs, tolerance_ms)
    return sorted(found)


def _pairs_of_type(
    first: DetectionTable,
    second: DetectionTable,
    ours: NDArray[np.int64],
    theirs: NDArray[np.int64],
    tolerance_ms: int,
) -> list[tuple[int, int]]:
    theirs = theirs[np.argsort(second.start_ms[theirs], kind="stable")]
    start, end = second.start_ms[theirs], second.end_ms[theirs]
    if len(ours) == 0 or len(theirs) == 0:
        return []
    reach = np.maximum.accumulate(end)
    from_ = np.searchsorted(reach, first.start_ms[ours] - tolerance_ms, side="left")
    until = np.searchsorted(start, first.end_ms[ours] + tolerance_ms, side="right")
    count = np.maximum(until - from_, 0)
    a = np.repeat(np.arange(len(ours)), count)
    b = np.arange(len(a)) - np.repeat(np.cumsum(count) - count, count) + from_[a]
    a_start, a_end = first.start_ms[ours[a]], first.end_ms[ours[a]]
    overlap = np.minimum(a_end, end[b]) - np.maximum(a_start, start[b])
    fits = overlap >= -tolerance_ms
    a, b, overlap = a[fits], b[fits], overlap[fits]
    apart = np.abs(a_start[fits] - start[b]) + np.abs(a_end[fits] - end[b])
    return _best(ours[a], theirs[b], np.lexsort((apart, -overlap)))


def _best(a: NDArray[np.int64], b: NDArray[np.int64], order: NDArray[np.int64]) -> list[tuple[int, int]]:
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    for ours, theirs in zip(a[order].tolist(), b[order].tolist(), strict=True):
        if ours not in taken_a and theirs not in taken_b:
            taken_a.add(ours)
            taken_b.add(theirs)
            found.append((ours, theirs))
    return found


def compare(
    first: DetectionTable, second: DetectionTable, tolerance_ms: int = TOLERANCE_MS
) -> list[Difference]:
    """Every detection of both, pairs as one, in order of time."""
    matched = pairs(first, second, tolerance_ms)
    found = [_difference(first, second, a, b) for a, b in matched]
    lone_a = np.setdiff1d(np.arange(len(first)), [a for a, _ in matched])
    lone_b = np.setdiff1d(np.arange(len(second)), [b for _, b in matched])
    found += [_lone(Kind.ONLY_FIRST, first, row) for row in lone_a.tolist()]
    found += [_lone(Kind.ONLY_SECOND, second, row) for row in lone_b.tolist()]
    return sorted(found, key=lambda one: (one.start_ms, one.end_ms, one.artifact_type))


def _difference(first: DetectionTable, second: DetectionTable, a: int, b: int) -> Difference:
    ours, theirs = ((int(t.start_ms[row]), int(t.end_ms[row])) for t, row in ((first, a), (second, b)))
    if ours != theirs:
        kind = Kind.MOVED
    elif abs(float(first.confidence[a]) - float(second.confidence[b])) >= CONFIDENCE_STEP - 1e-9:
        kind = Kind.CONFIDENCE
    else:
        kind = Kind.SAME
    return Difference(kind, first.artifact_type(a), *ours, a, b)


def _lone(kind: Kind, table: DetectionTable, row: int) -> Difference:
    ours, theirs = (row, None) if kind is Kind.ONLY_FIRST else (None, row)
    return Difference(
        kind, table.artifact_type(row), int(table.start_ms[row]), int(table.end_ms[row]), ours, theirs
    )


def carried(
    spans: Sequence[JudgedSpan], onto: DetectionTable, tolerance_ms: int = TOLERANCE_MS
) -> list[JudgedSpan]:
    """The decisions on the detections that they fit by time and type, latest last; those that fit none are left out."""
    latest: dict[tuple[str, int, int], JudgedSpan] = {}
    for span in spans:
        key = (span.artifact_type, span.start_ms, span.end_ms)
        latest.pop(key, None)
        latest[key] = span
    kept = list(latest.values())
    table = DetectionTable.from_columns(
        [span.artifact_type for span in kept],
        [span.start_ms for span in kept],
        [span.end_ms for span in kept],
        np.zeros(len(kept)),
    )
    return [
        replace(kept[a], start_ms=int(onto.start_ms[b]), end_ms=int(onto.end_ms[b]), span_id=None)
        for a, b in pairs(table, onto, tolerance_ms)
    ]
