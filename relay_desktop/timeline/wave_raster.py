"""Waveform columns to an image: numpy compares whole lanes, edges are smoothed by their exact coverage."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from relay_desktop.audio.peaks import Floats
from relay_desktop.look import Look

Pixels = NDArray[np.uint8]
Edge = NDArray[np.float32]

# Palette: 0 ground, 1..8 towards the peaks' colour by coverage, 9..16 from there to the RMS colour, then these.
_STEPS = 8
_CLIPPED = 2 * _STEPS + 1
_GRID = 2 * _STEPS + 2
_MIDDLE = 2 * _STEPS + 3
_CLIP_MARK_PX = 3
# One step below full scale of 16 bits: integer files cannot reach +1.
_FULL_SCALE = 32767 / 32768


def wave_palette(look: Look, ground: QColor) -> NDArray[np.uint32]:
    """Opaque colours 0xFFRRGGBB for the indices of `wave_image`."""
    peak, rms = look.waveform, look.waveform_rms
    faint = [_mixed(ground, peak, step / _STEPS) for step in range(_STEPS + 1)]
    mixed = [_mixed(peak, rms, step / _STEPS) for step in range(1, _STEPS + 1)]
    colours = (*faint, *mixed, look.waveform_clipped, look.grid, look.border)
    return np.array([colour.rgba() for colour in colours], dtype=np.uint32)


def wave_image(low: Floats, high: Floats, rms: Floats, is_ready: NDArray[np.bool_], height: int) -> Pixels:
    """Palette indices uint8 (height, columns) of one channel whose lane spans +1 (top) to -1 (bottom).

    `low`, `high`, `rms` (columns,) are already scaled (amplitude zoom, dB); beyond +-1 they are cut and marked.
    """
    top, bottom = _joined_edges(np.clip(high, -1, 1), np.clip(low, -1, 1), height)
    image = _filled(top, bottom, height)
    level = np.minimum(rms, 1)
    core_top = np.maximum(top, _y(np.minimum(level, high), height))
    core_bottom = np.minimum(bottom, _y(np.maximum(-level, low), height))
    has_core = (rms > 0) & (core_bottom - core_top >= 1)
    core = _filled(np.where(has_core, core_top, 0), np.where(has_core, core_bottom, 0), height)
    image = np.where(core > 0, core + np.uint8(_STEPS), image)
    image[:_CLIP_MARK_PX, high >= _FULL_SCALE] = _CLIPPED
    image[height - _CLIP_MARK_PX :, low <= -_FULL_SCALE] = _CLIPPED
    image[:, ~is_ready] = 0
    return image


def add_ground_lines(image: Pixels, grid_columns: Iterable[int]) -> None:
    """Grid and zero line where the waveform leaves the ground free."""
    height, width = image.shape
    for column in grid_columns:
        if 0 <= column < width:
            line = image[:, column]
            line[line == 0] = _GRID
    middle = image[height // 2]
    middle[middle == 0] = _MIDDLE


def paint_indices(painter: QPainter, rect: QRectF, image: Pixels, palette: NDArray[np.uint32]) -> None:
    """Draws palette indices as opaque pixels."""
    height, width = image.shape
    indexed = QImage(np.ascontiguousarray(image).data, width, height, width, QImage.Format.Format_Indexed8)
    indexed.setColorTable(palette.tolist())
    painter.drawImage(rect, indexed)


def _y(value: Floats, height: int) -> Edge:
    return np.asarray((1 - value) * np.float32(height / 2), dtype=np.float32)


def _joined_edges(high: Floats, low: Floats, height: int) -> tuple[Edge, Edge]:
    """Upper and lower edge in pixels; neighbouring columns touch, and nothing is thinner than a pixel."""
    top, bottom = _y(high, height), _y(low, height)
    joined_top, joined_bottom = top.copy(), bottom.copy()
    np.minimum(joined_top[1:], bottom[:-1], out=joined_top[1:])
    np.maximum(joined_bottom[1:], top[:-1], out=joined_bottom[1:])
    thin = np.maximum(1 - (joined_bottom - joined_top), 0) / 2
    joined_top = np.clip(joined_top - thin, 0, height - 1)
    return joined_top, np.clip(np.maximum(joined_bottom + thin, joined_top + 1), 1, height)


def _filled(top: Edge, bottom: Edge, height: int) -> Pixels:
    """Coverage 0..8 of every pixel by the stretch top..bottom of its column."""
    first, last = np.floor(top).astype(np.int16), np.ceil(bottom).astype(np.int16) - 1
    rows = np.arange(height, dtype=np.int16)[:, None]
    image = ((rows > first) & (rows < last)).view(np.uint8) * np.uint8(_STEPS)
    columns = np.flatnonzero(bottom > top)
    first, last = first[columns], last[columns]
    above = np.minimum(first + 1 - top[columns], 1)
    below = np.minimum(bottom[columns] - last, 1)
    image[first, columns] = np.ceil(above * _STEPS).astype(np.uint8)
    image[last, columns] = np.maximum(image[last, columns] * (first == last), np.ceil(below * _STEPS)).astype(
        np.uint8
    )
    return image


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a + (b - a) * part) for a, b in pairs))
