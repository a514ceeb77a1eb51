"""Moving a bound of the selected detection with the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.snapping import snapped
from relay_desktop.timeline.track_layout import TrackLayout

_GRIP_PX = 4.0
# Of a region as narrow as this only the outer sides grip: inside, a click still means the region.
_NARROW_PX = 10.0


@dataclass(frozen=True)
class BoundsDrag:
    """A bound of a shown row under way: `fixed_s` stays where it is, `at_s` moves."""

    row: int
    fixed_s: float
    at_s: float

    @property
    def bounds_s(self) -> tuple[float, float]:
        """Start and end as they would be now."""
        return min(self.fixed_s, self.at_s), max(self.fixed_s, self.at_s)

    def moved(self, picture: TimelinePicture, x: float, *, may_snap: bool) -> BoundsDrag:
        """The bound under pixel `x`, inside the file, snapped where that is wished."""
        at_s = min(max(0.0, picture.view.seconds(x)), picture.view.duration_s)
        return BoundsDrag(
            self.row, self.fixed_s, snapped(picture, at_s, but_row=self.row) if may_snap else at_s
        )


def bound_at(picture: TimelinePicture, layout: TrackLayout, point: QPointF) -> BoundsDrag | None:
    """The bound of the selected row that a press at a point would take: over the sound or in the row's lane."""
    row = picture.selected_row
    if row is None or row >= len(picture.table):
        return None
    name = picture.table.artifact_type(row)
    lane = layout.lane_rect(name)
    is_there = layout.audio.contains(point) or (lane is not None and lane.contains(point))
    if not is_there or not picture.is_type_visible(name):
        return None
    start_s, end_s = picture.row_extent_s(row)
    left, right = picture.view.x(start_s), picture.view.x(end_s)
    inner = _GRIP_PX if right - left >= _NARROW_PX else 0.0
    if left - _GRIP_PX <= point.x() <= left + inner:
        return BoundsDrag(row, end_s, start_s)
    if right - inner <= point.x() <= right + _GRIP_PX:
        return BoundsDrag(row, start_s, end_s)
    return None
