"""RegionIndex: which detections lie in view, and which one is meant by a click. No Qt, no scan of the table.

Rows are sorted by start. A long detection that began far to the left would make a search by start blind, so rows
are kept in three classes by length; within a class a binary search bounds both ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from relay_desktop.timeline.view_range import ViewRange

Rows = NDArray[np.int64]
Pixels = NDArray[np.float64]

# A 1 ms click in an hour is a hundredth of a pixel; it is drawn, and hit, at least this wide.
MIN_WIDTH_PX = 3.0
HIT_REACH_PX = 6.0
_CLASS_LIMITS_MS = (1_000, 30_000)


class _LengthClass(NamedTuple):
    """Rows of similar length in order of start; `rows` is None when the class is the whole table."""

    rows: Rows | None
    start_ms: Rows
    longest_ms: int


class RegionIndex:
    """Search over a table of detections sorted by start."""

    def __init__(self, table: DetectionTable) -> None:
        """`table` is sorted (as `retune` gives it)."""
        self.table = table

    @cached_property
    def _classes(self) -> list[_LengthClass]:
        start, duration = self.table.start_ms, self.table.duration_ms()
        if len(duration) == 0:
            return []
        if int(duration.max()) <= _CLASS_LIMITS_MS[0]:
            return [_LengthClass(None, start, int(duration.max()))]
        number = np.zeros(len(duration), dtype=np.int8)
        for limit in _CLASS_LIMITS_MS:
            number += duration > limit
        found = (np.flatnonzero(number == it) for it in range(len(_CLASS_LIMITS_MS) + 1))
        return [_LengthClass(rows, start[rows], int(duration[rows].max())) for rows in found if len(rows)]

    def rows_between(self, start_ms: float, stop_ms: float, codes: Sequence[int] | None = None) -> Rows:
        """Rows that touch the stretch, of the given type codes only; in order of start."""
        parts = [self._rows_of_class(it, start_ms, stop_ms) for it in self._classes]
        if not parts:
            return np.zeros(0, dtype=np.int64)
        rows = parts[0] if len(parts) == 1 else np.sort(np.concatenate(parts))
        return rows if codes is None else self._of_codes(rows, codes)

    def _rows_of_class(self, members: _LengthClass, start_ms: float, stop_ms: float) -> Rows:
        first = int(np.searchsorted(members.start_ms, start_ms - members.longest_ms, "left"))
        last = int(np.searchsorted(members.start_ms, stop_ms, "right"))
        rows = np.arange(first, last, dtype=np.int64) if members.rows is None else members.rows[first:last]
        if first == 0 and start_ms <= 0:
            return rows
        return rows[self.table.end_ms[rows] >= start_ms]

    def _of_codes(self, rows: Rows, codes: Sequence[int]) -> Rows:
        wanted = np.zeros(max(1, len(self.table.types)), dtype=np.bool_)
        wanted[list(codes)] = True
        return rows[wanted[self.table.type_codes[rows]]]

    def hit(self, x: float, view: ViewRange, codes: Sequence[int] | None = None) -> int | None:
        """The row meant by a click at pixel `x`: the nearest drawn one within reach, of several the shortest."""
        reach_ms = (HIT_REACH_PX + MIN_WIDTH_PX) * view.seconds_per_pixel * 1000
        at_ms = view.seconds(x) * 1000
        rows = self.rows_between(at_ms - reach_ms, at_ms + reach_ms, codes)
        if len(rows) == 0:
            return None
        left, right = drawn_extent(self.table, rows, view)
        distance = np.maximum(np.maximum(left - x, x - right), 0.0)
        duration = self.table.end_ms[rows] - self.table.start_ms[rows]
        centre = np.abs((left + right) / 2 - x)
        best = np.lexsort((centre, duration, distance))[0]
        return int(rows[best]) if distance[best] <= HIT_REACH_PX else None


def drawn_extent(table: DetectionTable, rows: Rows | slice, view: ViewRange) -> tuple[Pixels, Pixels]:
    """Left and right edge in pixels as drawn, float64 (n,): the true edges, widened about their centre to 3 px."""
    scale = view.width / view.span_s
    left = table.start_ms[rows] * (0.001 * scale) - view.start_s * scale
    right = table.end_ms[rows] * (0.001 * scale) - view.start_s * scale
    short = np.maximum(MIN_WIDTH_PX - (right - left), 0.0) / 2
    return left - short, right + short
