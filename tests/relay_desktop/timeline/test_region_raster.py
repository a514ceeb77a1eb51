"""What is painted is what the arithmetic says, column by column."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from inference.detections import DetectionTable
from relay_desktop.timeline.region_index import LEVELS, RegionIndex, drawn_extent
from relay_desktop.timeline.region_raster import (
    blended_pixels,
    coverage,
    lane_pixels,
    opacity_ramp,
    paint_pixel_row,
)
from relay_desktop.timeline.view_range import ViewRange
from tests.relay_desktop.timeline.test_region_index import tables, views

COLOURS = [QColor("#f2c14e"), QColor("#9a7558"), QColor("#e4572c")]


# The glitch begins half a pixel beyond the view and is drawn three pixels wide.
@example(
    DetectionTable(("click", "hum", "glitch"), [2], [51_500], [51_501], [0.0]),
    ViewRange(0.0, 51.0, 50, 100.0),
)
@given(tables(), views())
def test_coverage_equals_painting_one_by_one(table: DetectionTable, view: ViewRange) -> None:
    index = RegionIndex(table)
    found = index.drawn_in(view)
    expected = np.zeros((3, view.width), dtype=np.uint8)
    left, right = drawn_extent(table, slice(None), view)
    for row in range(len(table)):
        first, last = (int(np.clip(edge[row] + np.float32(0.5), 0, view.width)) for edge in (left, right))
        level = 1 + min(LEVELS - 1, int(table.confidence[row] * LEVELS))
        stretch = expected[int(table.type_codes[row]), first:last]
        np.maximum(stretch, level, out=stretch)
    np.testing.assert_array_equal(coverage(index, found, view), expected)


def test_a_row_of_pixels_is_the_types_colour_by_confidence() -> None:
    levels = np.array([0, 1, 8], dtype=np.uint8)
    pixels = lane_pixels(levels, QColor(255, 0, 0), opacity_ramp(0.5, 1.0))
    assert [hex(pixel) for pixel in pixels.tolist()] == ["0x0", "0x80800000", "0xffff0000"]


def test_the_rarer_type_lies_on_top() -> None:
    levels = np.zeros((2, 10), dtype=np.uint8)
    levels[0] = 8
    levels[1, 4] = 8
    pixels = blended_pixels(levels, [QColor(255, 0, 0), QColor(0, 0, 255)], [opacity_ramp(1.0, 1.0)] * 2)
    assert pixels[3] == 0xFFFF0000
    assert pixels[4] == 0xFF0000FF


@pytest.mark.parametrize("height", [10, 200])
@pytest.mark.parametrize("runs", [3, 500])
def test_a_row_fills_its_rectangle_and_nothing_else(height: int, runs: int) -> None:
    """Few or many stretches, low or tall: the same picture."""
    pixels = np.where(np.arange(1000) * runs // 1000 % 2 == 1, 0xFF00FF00, 0).astype(np.uint32)
    image = QImage(1000, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_pixel_row(painter, QRectF(0, 20, 1000, height), pixels)
    painter.end()
    drawn = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(300, 1000)
    np.testing.assert_array_equal(drawn[20 : 20 + height], np.tile(pixels, (height, 1)))
    assert not drawn[:20].any()
    assert not drawn[20 + height :].any()
