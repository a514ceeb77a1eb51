"""HeardMark: what is heard, as a bar in the ruler, and the detection that sounds right now, lit up."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.track_layout import TrackLayout

_BAR_PX = 3.0
_LEAST_PX = 3.0


class HeardMark:
    """Paints over the finished tracks."""

    def __init__(self, picture: TimelinePicture) -> None:
        self._picture = picture

    def paint(self, painter: QPainter, layout: TrackLayout) -> None:
        """The bar, and the light over the sound."""
        picture = self._picture
        if picture.heard_s is not None:
            bar = self._area(picture.heard_s, layout.axis.bottom() - _BAR_PX, _BAR_PX)
            painter.fillRect(bar, picture.look.playhead)
        row = picture.sounding_row
        if row is not None and row < len(picture.table):
            area = self._area(picture.row_extent_s(row), layout.audio.top(), layout.audio.height())
            painter.setOpacity(0.35)
            painter.fillRect(area, picture.colour(picture.table.artifact_type(row)))
            painter.setOpacity(1.0)

    def _area(self, stretch_s: tuple[float, float], top: float, height: float) -> QRectF:
        view = self._picture.view
        left, right = max(-4.0, view.x(stretch_s[0])), min(view.width + 4.0, view.x(stretch_s[1]))
        if right < left:
            return QRectF()
        return QRectF(left, top, max(_LEAST_PX, right - left), height)
