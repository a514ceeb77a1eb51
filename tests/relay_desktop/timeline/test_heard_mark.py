"""What is heard is marked in the ruler, the detection that sounds lights up, and both go away in silence."""

from __future__ import annotations

from PySide6.QtGui import QImage

from relay_desktop.timeline.timeline_view import TimelineView
from tests.relay_desktop.timeline.conftest import row_of


def _picture(view: TimelineView) -> QImage:
    return view.grab().toImage()


def _changed(before: QImage, after: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(0, before.width(), 2)
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    }


def test_the_heard_stretch_is_a_bar_over_its_own_width(timeline: TimelineView) -> None:
    silent = _picture(timeline)
    timeline.mark_heard((5.0, 10.0), None)
    changed = _changed(silent, _picture(timeline))
    xs, ys = {x for x, _ in changed}, {y for _, y in changed}
    assert min(xs) >= 249
    assert max(xs) <= 501
    assert max(xs) - min(xs) > 240
    assert len(ys) <= 4
    timeline.mark_heard(None, None)
    assert _picture(timeline) == silent


def test_what_sounds_lights_up(timeline: TimelineView) -> None:
    silent = _picture(timeline)
    timeline.mark_heard((0.0, 20.0), row_of(timeline, "noise_burst", 12_000))
    changed = {x for x, y in _changed(silent, _picture(timeline)) if y > 200}
    assert min(changed) >= 598
    assert max(changed) <= 647
    timeline.mark_heard((30.0, 31.0), 99)
    assert _picture(timeline) == silent, "out of view, and a row that is gone, is nothing"
