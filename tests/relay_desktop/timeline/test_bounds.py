"""Bounds by mouse: where they grip, what they stick to, and what is asked for in the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from relay_desktop.timeline.display import Display
from relay_desktop.timeline.hands_on_tracks import HandsOnTracks
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.region_index import RegionIndex
from relay_desktop.timeline.snapping import snapped
from relay_desktop.timeline.timeline_view import TimelineView
from relay_desktop.timeline.view_range import ViewRange
from tests.relay_desktop.timeline.conftest import DURATION_S, retuned, row_of

LEFT = Qt.MouseButton.LeftButton
PIXEL_S = DURATION_S / 1000


def _tracks(view: TimelineView) -> HandsOnTracks:
    found = view.findChild(HandsOnTracks)
    assert found is not None
    return found


def _drag(view: TimelineView, from_x: float, to_x: float, *modifiers: Qt.KeyboardModifier) -> None:
    tracks = _tracks(view)
    y = round(tracks.tracks().waveform.center().y())
    held = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
    QTest.mousePress(tracks, LEFT, pos=QPoint(round(from_x), y))
    for x in ((from_x + to_x) / 2, to_x):
        at = QPointF(round(x), y)
        move = QMouseEvent(QMouseEvent.Type.MouseMove, at, tracks.mapToGlobal(at), LEFT, LEFT, held)
        QApplication.sendEvent(tracks, move)
    QTest.mouseRelease(tracks, LEFT, pos=QPoint(round(to_x), y))


def test_an_edge_of_the_selected_region_is_dragged(timeline: TimelineView, qtbot: QtBot) -> None:
    row = row_of(timeline, "noise_burst", 12_000)
    timeline.set_selected(row)
    view = timeline.picture.view
    with qtbot.waitSignal(timeline.bounds_wished) as wished, qtbot.assertNotEmitted(timeline.span_selected):
        _drag(timeline, view.x(12.9), view.x(14.33))
    assert wished.args is not None
    assert wished.args[0] == row
    assert wished.args[1:] == pytest.approx([12.0, 14.33], abs=PIXEL_S)
    assert timeline.picture.dragged_bounds_s is None


def test_dragged_past_the_other_edge_the_ends_change_places(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.set_selected(row_of(timeline, "noise_burst", 12_000))
    view = timeline.picture.view
    with qtbot.waitSignal(timeline.bounds_wished) as wished:
        _drag(timeline, view.x(12.0), view.x(13.53))
    assert wished.args is not None
    assert wished.args[1:] == pytest.approx([12.9, 13.53], abs=PIXEL_S)


def test_an_edge_of_what_is_not_selected_does_not_grip(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.set_selected(None)
    view = timeline.picture.view
    with qtbot.waitSignal(timeline.span_selected), qtbot.assertNotEmitted(timeline.bounds_wished):
        _drag(timeline, view.x(12.9), view.x(14.0))


def test_while_it_is_dragged_the_new_bounds_are_drawn(timeline: TimelineView) -> None:
    timeline.set_selected(row_of(timeline, "noise_burst", 12_000))
    tracks, view = _tracks(timeline), timeline.picture.view
    y = round(tracks.tracks().waveform.center().y())
    before = tracks.grab().toImage()
    QTest.mousePress(tracks, LEFT, pos=QPoint(round(view.x(12.9)), y))
    QTest.mouseMove(tracks, QPoint(round(view.x(13.9)), y))
    QTest.mouseMove(tracks, QPoint(round(view.x(14.33)), y))
    during = tracks.grab().toImage()
    x = round(view.x(13.7))
    assert during.pixel(x, 26) != before.pixel(x, 26)
    QTest.mouseRelease(tracks, LEFT, pos=QPoint(round(view.x(14.33)), y))


def test_a_dragged_span_sticks_to_a_detection_and_control_lets_it_go(timeline: TimelineView, qtbot: QtBot) -> None:
    view = timeline.picture.view
    with qtbot.waitSignal(timeline.span_selected) as stuck:
        _drag(timeline, view.x(9.47), view.x(12.0) + 3)
    with qtbot.waitSignal(timeline.span_selected) as free:
        _drag(timeline, view.x(9.47), view.x(12.0) + 3, Qt.KeyboardModifier.ControlModifier)
    assert stuck.args is not None
    assert free.args is not None
    assert stuck.args[1] == 12.0
    assert free.args[1] == pytest.approx(12.0 + 3 * PIXEL_S, abs=PIXEL_S / 2)


@given(
    at=st.floats(0, 100),
    starts=st.lists(st.integers(0, 99_000), max_size=6),
    span=st.floats(0.5, 100),
    playhead=st.floats(0, 100),
)
def test_snapping_moves_by_five_pixels_at_most_and_to_something_real(
    at: float, starts: list[int], span: float, playhead: float
) -> None:
    picture = TimelinePicture(playhead_s=playhead)
    picture.view = ViewRange(0.0, 100.0, 1000, 100.0).showing(at - span / 2, at + span / 2)
    picture.index = RegionIndex(retuned([("click", start, start + 700, 0.9) for start in starts]).shown)
    found = snapped(picture, at)
    assert abs(found - at) <= 5.001 * picture.view.seconds_per_pixel
    table = picture.index.table  # those that overlap are one there
    edges = [edge / 1000 for edge in (*table.start_ms.tolist(), *table.end_ms.tolist())]
    near = [edge for edge in (*edges, playhead) if abs(edge - at) <= 4.9 * picture.view.seconds_per_pixel]
    if near:
        assert abs(found - at) <= min(abs(edge - at) for edge in near) + 1e-9
    picture.display = Display(is_snapping=False)
    assert snapped(picture, at) == at
