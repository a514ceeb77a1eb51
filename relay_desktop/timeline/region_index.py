"""RegionIndex: which detections lie in view, and which one is meant by a click. No Qt, no scan of the table.

Rows are sorted by start, so a binary search bounds what begins in view. What began before and still reaches in is
found among the long rows, which are kept apart: a short one cannot have begun far to the left.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from relay_desktop.timeline.view_range import ViewRange

Rows = NDArray[np.int64]
Pixels = NDArray[np.float32]

# A 1 ms click in an hour is a hundredth of a pixel; it is drawn, and hit, at least this wide.
MIN_WIDTH_PX = 3.0
HIT_REACH_PX = 6.0
# So near counts as on it: a click inside a hum over the whole file must not need a surgeon's hand.
_ON_IT_PX = 3.0
# Confidence is shown in this many steps of opacity.
LEVELS = 8
_LONG_MS = 2_000


class RowsInView(NamedTuple):
    """Rows first..last and, beside them, long rows that began earlier. May hold some that end before the view."""

    first: int
    last: int
    earlier: Rows

    def __len__(self) -> int:
        return self.last - self.first + len(self.earlier)

    def parts(self) -> tuple[tuple[slice | Rows, int], ...]:
        """As two selections of the table's columns, each with its number of rows."""
        return (slice(self.first, self.last), self.last - self.first), (self.earlier, len(self.earlier))


class RegionIndex:
    """Search over a table of detections sorted by start (as `retune` gives it); of the rows that pass, bool (n,)."""

    def __init__(self, table: DetectionTable, passing: NDArray[np.bool_] | None = None) -> None:
        self.table = table
        self.passing = passing

    @cached_property
    def _long_rows(self) -> Rows:
        return np.flatnonzero(self.table.duration_ms() > _LONG_MS)

    @cached_property
    def shades(self) -> NDArray[np.int32]:
        """Type code and step of confidence of every row in one number: code * 8 + step, int32 (n,)."""
        steps = np.minimum(self.table.confidence * LEVELS, LEVELS - 1).astype(np.int32)
        return np.asarray(self.table.type_codes * np.int32(LEVELS) + steps, dtype=np.int32)

    def in_view(self, start_ms: float, stop_ms: float) -> RowsInView:
        """What touches the stretch, found by search."""
        start = self.table.start_ms
        # Whole numbers, or numpy would first make floats of the whole column.
        first = int(np.searchsorted(start, math.ceil(start_ms - _LONG_MS), "left"))
        last = int(np.searchsorted(start, math.floor(stop_ms), "right"))
        if self.passing is not None:  # a few rows here and there, so none of them as a slice
            among = np.flatnonzero(self.passing[:last])
            return RowsInView(last, last, among[self.table.end_ms[among] >= start_ms])
        if first == 0:
            return RowsInView(first, last, np.zeros(0, dtype=np.int64))
        before = self._long_rows[: int(np.searchsorted(self._long_rows, first))]
        return RowsInView(first, last, before[self.table.end_ms[before] >= start_ms])

    def drawn_in(self, view: ViewRange) -> RowsInView:
        """What touches the view as drawn: short regions just outside reach into it with their least width."""
        beyond_s = MIN_WIDTH_PX / 2 * view.seconds_per_pixel
        return self.in_view((view.start_s - beyond_s) * 1000, (view.stop_s + beyond_s) * 1000)

    def rows_between(self, start_ms: float, stop_ms: float, codes: Sequence[int] | None = None) -> Rows:
        """Exactly the rows that touch the stretch, in order of start; of the given type codes only."""
        found = self.in_view(start_ms, stop_ms)
        rows = np.concatenate((found.earlier, np.arange(found.first, found.last, dtype=np.int64)))
        rows = rows[self.table.end_ms[rows] >= start_ms]
        if codes is None:
            return rows
        wanted = np.zeros(max(1, len(self.table.types)), dtype=np.bool_)
        wanted[list(codes)] = True
        return np.asarray(rows[wanted[self.table.type_codes[rows]]])

    def hit(self, x: float, view: ViewRange, codes: Sequence[int] | None = None) -> int | None:
        """The row meant by a click at pixel `x`: of those it lies on the shortest, else the nearest within reach."""
        reach_ms = (HIT_REACH_PX + MIN_WIDTH_PX) * view.seconds_per_pixel * 1000
        at_ms = view.seconds(x) * 1000
        found = self.in_view(at_ms - reach_ms, at_ms + reach_ms)
        near = [self._near(rows, count, x, view, codes) for rows, count in found.parts() if count]
        if not near:
            return None
        rows, distance, off_centre = (np.concatenate(parts) for parts in zip(*near, strict=True))
        if len(rows) == 0:
            return None
        best = np.flatnonzero(distance <= max(float(distance.min()), _ON_IT_PX))
        duration = self.table.end_ms[rows[best]] - self.table.start_ms[rows[best]]
        best = best[duration == duration.min()]
        return int(rows[best[off_centre[best].argmin()]])

    def _near(
        self, rows: Rows | slice, count: int, x: float, view: ViewRange, codes: Sequence[int] | None
    ) -> tuple[Rows, Pixels, Pixels]:
        """Of these rows those within reach of a pixel: row, distance to it, distance of their centre from it."""
        left, right = drawn_extent(self.table, rows, view)
        at = np.float32(x)
        is_near = (left <= at + np.float32(HIT_REACH_PX)) & (right >= at - np.float32(HIT_REACH_PX))
        chosen = np.flatnonzero(is_near)
        if codes is not None:
            chosen = chosen[np.isin(self.table.type_codes[rows][chosen], np.asarray(codes))]
        left, right = left[chosen], right[chosen]
        numbers = chosen + rows.start if isinstance(rows, slice) else rows[chosen]
        distance = np.maximum(np.maximum(left - at, at - right), np.float32(0))
        return numbers, distance, np.abs((left + right) / 2 - at)


def drawn_extent(table: DetectionTable, rows: Rows | slice, view: ViewRange) -> tuple[Pixels, Pixels]:
    """Left and right edge in pixels as drawn, float32 (n,): the true edges, widened about their centre to 3 px.

    Whole milliseconds are subtracted before anything is rounded, so that nothing drifts hours into a file.
    """
    origin_ms = int(view.start_s * 1000)
    scale = np.float32(view.width / view.span_s / 1000)
    shift = np.float32((view.start_s * 1000 - origin_ms) * scale)
    left = (table.start_ms[rows] - origin_ms).astype(np.float32)
    right = (table.end_ms[rows] - origin_ms).astype(np.float32)
    short = right - left
    short *= -scale / 2
    short += np.float32(MIN_WIDTH_PX / 2)
    np.maximum(short, 0, out=short)
    short += shift
    left *= scale
    left -= short
    short -= 2 * shift
    right *= scale
    right += short
    return left, right
