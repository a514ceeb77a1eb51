"""SpectrogramItem: the tiles of the stretch in view, each pixel the column and row that lie under it."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from relay_desktop.audio.spectrogram import (
    FLOOR_DB,
    ROWS,
    Tile,
    TileKey,
    column_frames,
    row_edges_hz,
    tile_columns,
)
from relay_desktop.look import ui_font
from relay_desktop.timeline.colour_maps import level_colours
from relay_desktop.timeline.picture import TimelinePicture

_LABELS_HZ = (50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
_LABEL_APART_PX = 22.0


class SpectrogramItem:
    """Paints `picture`'s spectrogram into a rectangle and asks for the tiles that are missing."""

    def __init__(self, picture: TimelinePicture) -> None:
        self._picture = picture

    def paint(self, painter: QPainter, rect: QRectF, device_ratio: float) -> None:
        """Finished tiles; the ground where one is still being computed or no sound is."""
        if self._picture.tiles is None or self._picture.info is None or rect.height() < 4:
            return
        width, height = (
            max(1, round(rect.width() * device_ratio)),
            max(1, round(rect.height() * device_ratio)),
        )
        levels, is_known = self._columns(width)
        rows = np.arange(height) * ROWS // height
        image = np.ascontiguousarray(levels[rows])
        indexed = QImage(image.data, width, height, width, QImage.Format.Format_Indexed8)
        shown = self._picture.display
        indexed.setColorTable(level_colours(shown.colours, shown.low_db, shown.high_db, FLOOR_DB))
        painter.drawImage(rect, indexed)
        self._hide_unknown(painter, rect, is_known)
        self._paint_labels(painter, rect)

    def _columns(self, width: int) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
        """Levels (rows, width) under every pixel's middle, and whether they are known."""
        view, rate, reader = self._picture.view, self._picture.rate_hz, self._picture.tiles
        assert reader is not None
        column = column_frames(view.span_s * rate / width)
        middles = (view.start_s + (np.arange(width) + 0.5) * (view.span_s / width)) * rate
        places = np.floor(middles / column).astype(np.int64)
        per_tile = tile_columns(column)
        first, last = max(0, int(places[0]) // per_tile), max(0, int(places[-1])) // per_tile
        keys = [
            TileKey(self._picture.display.spectrogram, column, number) for number in range(first, last + 1)
        ]
        found = reader.tiles(_from_the_middle(keys))
        whole = np.concatenate([found.get(key, _nothing(key)) for key in keys], axis=1)
        is_there = np.repeat([key in found for key in keys], per_tile)
        inside = np.clip(places - first * per_tile, 0, whole.shape[1] - 1)
        in_file = (middles >= 0) & (middles < self._picture.view.duration_s * rate)
        return whole[:, inside], is_there[inside] & in_file

    def _hide_unknown(self, painter: QPainter, rect: QRectF, is_known: NDArray[np.bool_]) -> None:
        edges = np.flatnonzero(np.diff(np.concatenate(([True], is_known, [True])).astype(np.int8)))
        scale = rect.width() / len(is_known)
        for start, stop in zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True):
            place = QRectF(rect.left() + start * scale, rect.top(), (stop - start) * scale, rect.height())
            painter.fillRect(place, self._picture.look.sunken)

    def _paint_labels(self, painter: QPainter, rect: QRectF) -> None:
        look = self._picture.look
        edges = row_edges_hz(self._picture.rate_hz, self._picture.display.spectrogram.scale)
        painter.setFont(ui_font(10))
        lowest_free = rect.bottom() - 6
        for hertz in _LABELS_HZ:
            y = rect.bottom() - float(np.interp(hertz, edges, np.arange(ROWS + 1))) / ROWS * rect.height()
            if hertz >= edges[-1] or y > lowest_free or y < rect.top() + 10:
                continue
            text = f"{hertz // 1000} kHz" if hertz >= 1000 else f"{hertz} Hz"
            plate = QRectF(0, y - 7, painter.fontMetrics().horizontalAdvance(text) + 12, 14)
            painter.setOpacity(0.6)
            painter.fillRect(plate, look.background)
            painter.setOpacity(1.0)
            painter.setPen(QPen(look.text, 1))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
            lowest_free = y - _LABEL_APART_PX
        painter.setPen(QPen(look.line, 1))
        top = math.floor(rect.top()) + 0.5
        painter.drawLine(QPointF(rect.left(), top), QPointF(rect.right(), top))


def _from_the_middle(keys: list[TileKey]) -> list[TileKey]:
    """Where a person looks comes first."""
    middle = (len(keys) - 1) / 2
    return [key for _, key in sorted(enumerate(keys), key=lambda it: abs(it[0] - middle))]


def _nothing(key: TileKey) -> Tile:
    return np.zeros((ROWS, key.columns), dtype=np.uint8)
