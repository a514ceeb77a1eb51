"""Score lane: the model's confidence over time with the threshold on it, so that a person sees why."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from relay_desktop.look import type_label, ui_font
from relay_desktop.timeline.picture import ScoreCurve, TimelinePicture
from relay_desktop.timeline.view_range import ViewRange


class ScoreLane:
    """Paints `picture`'s score curve."""

    def __init__(self, picture: TimelinePicture) -> None:
        self._picture = picture

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Greatest value per pixel, filled, with the threshold dashed."""
        picture, scores = self._picture, self._picture.scores
        if scores is None or rect.height() < 10:
            return
        look, colour = picture.look, picture.colour(scores.artifact_type)
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        ground = rect.adjusted(0, 4, 0, -3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest = column_maxima(scores, picture.view, max(1, round(rect.width())))
        _paint_curve(painter, ground, highest, colour)
        y = ground.bottom() - scores.threshold * ground.height()
        painter.setPen(QPen(look.muted, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(ground.left(), y), QPointF(ground.right(), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(look.faint)
        painter.setFont(ui_font(10))
        title = f"{type_label(scores.artifact_type)} score".strip().upper()
        painter.drawText(rect.adjusted(10, 3, 0, 0), Qt.AlignmentFlag.AlignLeft, title)


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


def _paint_curve(painter: QPainter, rect: QRectF, values: NDArray[np.float32], colour: QColor) -> None:
    y = rect.bottom() - np.clip(values, 0, 1) * rect.height()
    line = QPainterPath(QPointF(rect.left(), float(y[0])))
    # Only where the value changes: most of a score curve is a flat floor.
    changes = np.flatnonzero((y[1:] != y[:-1]) | np.append(y[2:] != y[1:-1], True)) + 1
    for x in changes.tolist():
        line.lineTo(rect.left() + x + 0.5, float(y[x]))
    line.lineTo(rect.right(), float(y[-1]))
    area = QPainterPath(line)
    area.lineTo(rect.bottomRight())
    area.lineTo(rect.bottomLeft())
    fill = QColor(colour)
    fill.setAlphaF(0.22)
    painter.fillPath(area, fill)
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(line)
