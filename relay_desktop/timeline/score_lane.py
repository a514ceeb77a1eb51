"""Score lane: what the model thought at every moment and what it made of it, so that a person sees why.

The line is the score of single frames; the bars are the confidences of the detections made from it, which the
threshold is about: a high but short score may be worth little.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from relay_desktop.look import type_label, ui_font
from relay_desktop.timeline.picture import ScoreCurve, TimelinePicture
from relay_desktop.timeline.region_index import MIN_WIDTH_PX, RegionIndex, drawn_extent
from relay_desktop.timeline.view_range import ViewRange
from relay_desktop.translation import said

MIN_COLUMNS = int(MIN_WIDTH_PX)
_SHOWN, _HIDDEN = 0.45, 0.18


class ScoreLane:
    """Paints `picture`'s score curve and the confidences of the detections made from it."""

    def __init__(self, picture: TimelinePicture) -> None:
        self._picture = picture
        self._index: RegionIndex | None = None

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Bars as high as the detections' confidences, the greatest score per pixel as a line, the threshold dashed."""
        picture, scores = self._picture, self._picture.scores
        if scores is None or rect.height() < 10:
            return
        look, colour = picture.look, picture.colour(scores.artifact_type)
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        ground = rect.adjusted(0, 4, 0, -3)
        columns = max(1, round(rect.width()))
        _paint_bars(painter, ground, self._confidences(scores, columns), scores.threshold, colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_curve(painter, ground, column_maxima(scores, picture.view, columns), colour)
        y = ground.bottom() - scores.threshold * ground.height()
        painter.setPen(QPen(look.muted, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(ground.left(), y), QPointF(ground.right(), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(look.faint)
        painter.setFont(ui_font(10))
        title = said("{type} score", type=type_label(scores.artifact_type)).strip().upper()
        title = f"{title}  ·  {said('bars: confidence')}"
        painter.drawText(rect.adjusted(10, 3, 0, 0), Qt.AlignmentFlag.AlignLeft, title)

    def _confidences(self, scores: ScoreCurve, columns: int) -> NDArray[np.float32]:
        if self._index is None or self._index.table is not scores.heard:
            self._index = RegionIndex(scores.heard)
        return confidence_columns(self._index, self._picture.view.with_width(columns))


def confidence_columns(index: RegionIndex, view: ViewRange) -> NDArray[np.float32]:
    """The greatest confidence of the rows that lie, as drawn, in every pixel column, float32 (width,)."""
    highest = np.zeros(view.width + MIN_COLUMNS, dtype=np.float32)
    # What lies just outside may reach into the view as drawn, no narrower than a few pixels.
    margin_s = MIN_COLUMNS * view.span_s / view.width
    rows = index.rows_between((view.start_s - margin_s) * 1000, (view.stop_s + margin_s) * 1000)
    left, right = drawn_extent(index.table, rows, view)
    first = np.clip(np.rint(left), 0, view.width).astype(np.int64)
    last = np.clip(np.rint(right), 0, view.width).astype(np.int64)
    sure = index.table.confidence[rows].astype(np.float32)
    for column in range(MIN_COLUMNS):
        np.maximum.at(highest, first + column, np.where(first + column < last, sure, np.float32(0)))
    for row in np.flatnonzero(last - first > MIN_COLUMNS).tolist():
        part = highest[first[row] : last[row]]
        np.maximum(part, sure[row], out=part)
    return highest[: view.width]


def column_maxima(scores: ScoreCurve, view: ViewRange, columns: int) -> NDArray[np.float32]:
    """Greatest value in every pixel column, float32 (columns,); closer than one value a column they are held."""
    edges = np.linspace(view.start_s, view.stop_s, columns + 1)
    places = np.searchsorted(scores.times_s, edges, "right") - 1
    first = np.maximum(places[:-1], 0)
    last = np.maximum(places[1:], first)
    if len(scores.values) == 0:
        return np.zeros(columns, dtype=np.float32)
    stop = int(last[-1]) + 1
    inside = np.maximum.reduceat(scores.values[:stop], first)
    found = np.maximum(inside, scores.values[last])
    return np.where(places[1:] < 0, np.float32(0), found).astype(np.float32)


def _paint_bars(
    painter: QPainter, rect: QRectF, highest: NDArray[np.float32], threshold: float, colour: QColor
) -> None:
    """One rectangle per run of equal columns; what the threshold keeps out is fainter."""
    starts = np.concatenate(([0], np.flatnonzero(highest[1:] != highest[:-1]) + 1, [len(highest)]))
    for start, stop in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        height = float(highest[start])
        if height > 0:
            fill = QColor(colour)
            fill.setAlphaF(_SHOWN if height >= threshold else _HIDDEN)
            top = rect.bottom() - height * rect.height()
            painter.fillRect(QRectF(rect.left() + start, top, stop - start, rect.bottom() - top), fill)


def _paint_curve(painter: QPainter, rect: QRectF, values: NDArray[np.float32], colour: QColor) -> None:
    y = rect.bottom() - np.clip(values, 0, 1) * rect.height()
    line = QPainterPath(QPointF(rect.left(), float(y[0])))
    # Only where the value changes: most of a score curve is a flat floor.
    changes = np.flatnonzero((y[1:] != y[:-1]) | np.append(y[2:] != y[1:-1], True)) + 1
    for x in changes.tolist():
        line.lineTo(rect.left() + x + 0.5, float(y[x]))
    line.lineTo(rect.right(), float(y[-1]))
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(line)
