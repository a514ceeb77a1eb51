"""Snapping: a dragged end sticks to what a person probably means."""

from __future__ import annotations

import numpy as np

from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.time_axis import ticks

_REACH_PX = 5.0


def snapped(picture: TimelinePicture, at_s: float, *, but_row: int | None = None) -> float:
    """The nearest end of a detection, playhead, labelled line of the ruler or end of the file within 5 pixels.

    The ends of `but_row` do not count (it is the one being dragged). Without any: the time itself.
    """
    if not picture.display.is_snapping:
        return at_s
    view = picture.view
    reach = _REACH_PX * view.seconds_per_pixel
    rows = picture.index.rows_between((at_s - reach) * 1000, (at_s + reach) * 1000, picture.visible_codes())
    if but_row is not None:
        rows = rows[rows != but_row]
    edges = np.concatenate((picture.table.start_ms[rows], picture.table.end_ms[rows])) / 1000
    near = [0.0, view.duration_s, *ticks(view, picture.ruler).major_s]
    near += [] if picture.playhead_s is None else [picture.playhead_s]
    places = np.concatenate((edges, near))
    best = float(places[np.abs(places - at_s).argmin()])
    return best if abs(best - at_s) <= reach else at_s
