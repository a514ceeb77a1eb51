"""Playhead: the line at the audible place; it moves without anything else being painted again."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from relay_desktop.timeline.picture import TimelinePicture

_HANDLE_PX = 6.0
_HANDLE_TOP = 15.0


class Playhead:
    """Paints `picture`'s playhead over the finished tracks."""

    def __init__(self, picture: TimelinePicture) -> None:
        self._picture = picture

    def x(self) -> float | None:
        """Its place in pixels; None out of view."""
        at_s, view = self._picture.playhead_s, self._picture.view
        if at_s is None or not view.start_s <= at_s <= view.stop_s:
            return None
        return view.x(at_s)

    def strip(self, height: int) -> QRect:
        """The pixels it touches; empty out of view."""
        x = self.x()
        if x is None:
            return QRect()
        reach = math.ceil(_HANDLE_PX) + 1
        return QRect(math.floor(x) - reach, 0, 2 * reach + 1, height)

    def paint(self, painter: QPainter, height: int) -> None:
        """A line with a handle in the ruler."""
        x = self.x()
        if x is None:
            return
        x = math.floor(x) + 0.5
        colour = self._picture.look.playhead
        painter.fillRect(QRectF(x - 0.75, _HANDLE_TOP, 1.5, height - _HANDLE_TOP), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = ((x - _HANDLE_PX, 0), (x + _HANDLE_PX, 0), (x, 8))
        painter.drawPolygon(QPolygonF([QPointF(at, _HANDLE_TOP + down) for at, down in corners]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
