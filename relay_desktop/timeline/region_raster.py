"""Regions to pixels, vectorised: per type and pixel column the strongest confidence that lies there.

A million regions in view become an array of types x columns, so painting costs the same for ten as for a million.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from relay_desktop.timeline.region_index import LEVELS, RegionIndex, Rows, RowsInView, drawn_extent
from relay_desktop.timeline.view_range import ViewRange

Levels = NDArray[np.uint8]

# On tall rectangles up to this many stretches of one colour are filled one by one: the pixels between cost nothing.
_FEW_RUNS = 120
_TALL_PX = 40


def coverage(index: RegionIndex, found: RowsInView, view: ViewRange) -> Levels:
    """uint8 (types, width): 0 where nothing of the type lies, else 1..8 by the greatest confidence in the column.

    Difference arrays: a region adds one where it begins and takes one where it ends; running sums tell what is
    covered.
    """
    types, width = max(1, len(index.table.types)), view.width
    edges = np.zeros(types * LEVELS * (width + 1), dtype=np.int64)
    for rows, count in found.parts():
        if count:
            _count_edges(edges, index, rows, view)
    covered = np.cumsum(edges.reshape(types, LEVELS, width + 1), axis=2)[:, :, :width] > 0
    steps = np.arange(1, LEVELS + 1, dtype=np.uint8)[None, :, None]
    return np.asarray((covered * steps).max(axis=1), dtype=np.uint8)


def _count_edges(edges: NDArray[np.int64], index: RegionIndex, rows: Rows | slice, view: ViewRange) -> None:
    bins = index.shades[rows] * np.int32(view.width + 1)
    for places, count in zip(drawn_extent(index.table, rows, view), (np.add, np.subtract), strict=True):
        pixels = np.clip(places + np.float32(0.5), 0, view.width).astype(np.int32)
        count(edges, np.bincount(pixels + bins, minlength=len(edges)), out=edges)


def opacity_ramp(faintest: float, strongest: float) -> NDArray[np.float32]:
    """Opacity of level 0 (nothing) and 1..8, float32 (9,)."""
    ramp = np.zeros(LEVELS + 1, dtype=np.float32)
    ramp[1:] = np.linspace(faintest, strongest, LEVELS)
    return ramp


def lane_pixels(levels: Levels, colour: QColor, opacity: NDArray[np.float32]) -> NDArray[np.uint32]:
    """One row of premultiplied ARGB32 pixels, uint32 (width,), for one type's levels (width,)."""
    return _packed(_premultiplied(colour, opacity))[levels]


def blended_pixels(
    levels: Levels, colours: Sequence[QColor], opacities: Sequence[NDArray[np.float32]]
) -> NDArray[np.uint32]:
    """All types over one another in one row of premultiplied ARGB32, uint32 (width,); rarer types on top.

    One colour and one opacity ramp per type.
    """
    total = np.zeros((levels.shape[1], 4), dtype=np.float32)
    for code in np.argsort(-np.count_nonzero(levels, axis=1), kind="stable"):
        over = _premultiplied(colours[code], opacities[code])[levels[code]]
        total *= 1 - over[:, 3:] / 255
        total += over
    return _packed(total)


def paint_pixel_row(painter: QPainter, rect: QRectF, pixels: NDArray[np.uint32]) -> None:
    """Stretches one row of premultiplied pixels over a rectangle."""
    starts = np.concatenate(([0], np.flatnonzero(pixels[1:] != pixels[:-1]) + 1))
    if len(starts) > _FEW_RUNS or rect.height() < _TALL_PX:
        image = QImage(pixels.data, len(pixels), 1, QImage.Format.Format_ARGB32_Premultiplied)
        painter.drawImage(rect, image)
        return
    scale = rect.width() / len(pixels)
    places = [*(rect.left() + starts * scale).tolist(), rect.right()]
    for start, left, right in zip(starts.tolist(), places, places[1:], strict=False):
        if pixels[start]:
            colour = _straight(int(pixels[start]))
            painter.fillRect(QRectF(left, rect.top(), right - left, rect.height()), colour)


def _straight(pixel: int) -> QColor:
    """The colour behind a premultiplied pixel."""
    alpha = pixel >> 24
    red, green, blue = (min(255, round((pixel >> shift & 255) * 255 / alpha)) for shift in (16, 8, 0))
    return QColor(red, green, blue, alpha)


def _premultiplied(colour: QColor, opacity: NDArray[np.float32]) -> NDArray[np.float32]:
    solid = np.array([colour.blue(), colour.green(), colour.red(), 255], dtype=np.float32)
    return np.asarray(opacity[:, None] * solid, dtype=np.float32)


def _packed(bgra: NDArray[np.float32]) -> NDArray[np.uint32]:
    """Float channels to machine words 0xAARRGGBB."""
    parts = np.rint(bgra).astype(np.uint32)
    return np.asarray(parts[:, 0] | parts[:, 1] << 8 | parts[:, 2] << 16 | parts[:, 3] << 24, dtype=np.uint32)
