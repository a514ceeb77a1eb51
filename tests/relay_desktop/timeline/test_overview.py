"""The overview: the whole file, its window to drag, its density."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relay_desktop.timeline.overview import Overview
from relay_desktop.timeline.timeline_view import TimelineView
from tests.relay_desktop.timeline.conftest import retuned

LEFT = Qt.MouseButton.LeftButton


def _overview(view: TimelineView) -> Overview:
    found = view.findChild(Overview)
    assert found is not None
    return found


def test_a_click_jumps_there(timeline: TimelineView) -> None:
    timeline.set_view_range_s(0, 2)
    QTest.mouseClick(_overview(timeline), LEFT, pos=QPoint(500, 20))
    assert timeline.view_range_s() == pytest.approx((9.0, 11.0), abs=0.02)


def test_the_window_is_dragged_from_where_it_is_gripped(timeline: TimelineView) -> None:
    timeline.set_view_range_s(4, 8)
    overview = _overview(timeline)
    QTest.mousePress(overview, LEFT, pos=QPoint(210, 20))
    assert timeline.view_range_s() == (4, 8)
    QTest.mouseMove(overview, QPoint(310, 20))
    QTest.mouseRelease(overview, LEFT, pos=QPoint(310, 20))
    assert timeline.view_range_s() == pytest.approx((6.0, 10.0), abs=0.02)
    QTest.mouseMove(overview, QPoint(600, 20))
    assert timeline.view_range_s() == pytest.approx((6.0, 10.0), abs=0.02)


def test_with_everything_in_view_a_click_is_a_place_to_listen_from(timeline: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.seek_requested) as sought:
        QTest.mouseClick(_overview(timeline), LEFT, pos=QPoint(250, 20))
    assert sought.args == pytest.approx([5.0], abs=0.03)


def test_keys_move_the_window(timeline: TimelineView) -> None:
    timeline.set_view_range_s(4, 8)
    overview = _overview(timeline)
    QTest.keyClick(overview, Qt.Key.Key_Right)
    assert timeline.view_range_s() == pytest.approx((6, 10))
    QTest.keyClick(overview, Qt.Key.Key_Left)
    assert timeline.view_range_s() == pytest.approx((4, 8))
    QTest.keyClick(overview, Qt.Key.Key_End)
    assert timeline.view_range_s() == pytest.approx((16, 20))
    QTest.keyClick(overview, Qt.Key.Key_Home)
    assert timeline.view_range_s() == pytest.approx((0, 4))


def test_a_narrow_view_still_has_a_window_to_grip(timeline: TimelineView) -> None:
    timeline.set_view_range_s(10, 10.001)
    assert _overview(timeline).window_rect().width() >= 6


def test_density_shows_where_detections_are(timeline: TimelineView) -> None:
    overview = _overview(timeline)
    timeline.set_detections(retuned([("click", 15_000, 15_001, 1.0)]))
    overview.repaint_sound()
    image = overview.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    bottom = [QColor(int(pixel)) for pixel in pixels[overview.height() - 5]]
    coloured = [x for x, pixel in enumerate(bottom) if pixel.red() - pixel.blue() > 60]
    assert coloured
    assert abs(np.mean(coloured) - 750) < 3
