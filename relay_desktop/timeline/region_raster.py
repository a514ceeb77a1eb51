"""Regions to pixels, vectorised: per type and pixel column the strongest confidence that lies there.

A million regions in view become an array of types x columns, so painting costs the same for ten as for a million.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from inference.detections import DetectionTable
from relay_desktop.timeline.region_index import Rows, drawn_extent
from relay_desktop.timeline.view_range import ViewRange

Levels = NDArray[np.uint8]

# Confidence is shown in this many steps of opacity.
LEVELS = 8


def confidence_levels(confidence: NDArray[np.float64]) -> NDArray[np.int32]:
    """Step 0..7 of every confidence."""
    return np.minimum((confidence * LEVELS).astype(np.int32), LEVELS - 1)


def coverage(table: DetectionTable, rows: Rows | slice, view: ViewRange) -> Levels:
    """uint8 (types, width): 0 where nothing of the type lies, else 1..8 by the greatest confidence in the column.

    Difference arrays: a region adds one where it begins and takes one where it ends; running sums tell what is
    covered.
    """
    width, types = view.width, max(1, len(table.types))
    left, right = drawn_extent(table, rows, view)
    first = np.clip(left + 0.5, 0, width).astype(np.int32)
    last = np.clip(right + 0.5, 0, width).astype(np.int32)
    bins = (table.type_codes[rows] * LEVELS + confidence_levels(table.confidence[rows])) * (width + 1)
    size = types * LEVELS * (width + 1)
    edges = np.bincount(bins + first, minlength=size) - np.bincount(bins + last, minlength=size)
    covered = np.cumsum(edges.reshape(types, LEVELS, width + 1), axis=2)[:, :, :width] > 0
    steps = np.arange(1, LEVELS + 1, dtype=np.uint8)[None, :, None]
    return np.asarray((covered * steps).max(axis=1), dtype=np.uint8)


def opacity_ramp(faintest: float, strongest: float) -> NDArray[np.float32]:
    """Opacity of level 0 (nothing) and 1..8, float32 (9,)."""
    ramp = np.zeros(LEVELS + 1, dtype=np.float32)
    ramp[1:] = np.linspace(faintest, strongest, LEVELS)
    return ramp


def lane_pixels(levels: Levels, colour: QColor, opacity: NDArray[np.float32]) -> NDArray[np.uint32]:
    """One row of premultiplied ARGB32 pixels, uint32 (width,), for one type's levels (width,)."""
    return _packed(_premultiplied(colour, opacity))[levels]


def blended_pixels(
    levels: Levels, colours: Sequence[QColor], opacity: NDArray[np.float32]
) -> NDArray[np.uint32]:
    """All types over one another in one row of premultiplied ARGB32, uint32 (width,); rarer types on top."""
    total = np.zeros((levels.shape[1], 4), dtype=np.float32)
    for code in np.argsort(-np.count_nonzero(levels, axis=1), kind="stable"):
        over = _premultiplied(colours[code], opacity)[levels[code]]
        total *= 1 - over[:, 3:] / 255
        total += over
    return _packed(total)


def paint_pixel_row(painter: QPainter, rect: QRectF, pixels: NDArray[np.uint32]) -> None:
    """Stretches one row of premultiplied pixels over a rectangle."""
    image = QImage(pixels.data, len(pixels), 1, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(rect, image)


def _premultiplied(colour: QColor, opacity: NDArray[np.float32]) -> NDArray[np.float32]:
    solid = np.array([colour.blue(), colour.green(), colour.red(), 255], dtype=np.float32)
    return np.asarray(opacity[:, None] * solid, dtype=np.float32)


def _packed(bgra: NDArray[np.float32]) -> NDArray[np.uint32]:
    """Float channels to machine words 0xAARRGGBB."""
    parts = np.rint(bgra).astype(np.uint32)
    return np.asarray(parts[:, 0] | parts[:, 1] << 8 | parts[:, 2] << 16 | parts[:, 3] << 24, dtype=np.uint32)
