"""Time axis: where the ticks are, and the ruler over the tracks."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from relay_desktop.look import Look, ui_font
from relay_desktop.timeline.ruler import Ruler
from relay_desktop.timeline.view_range import ViewRange

AXIS_HEIGHT = 24
_MIN_LABEL_PX = 96
_KEPT_FREE_PX = 26  # for the button of the view's options
CLOCK = Ruler()


class Ticks(NamedTuple):
    """Labelled times with their labels, and unlabelled times between them."""

    major_s: list[float]
    labels: list[str]
    minor_s: list[float]


def ticks(view: ViewRange, ruler: Ruler = CLOCK, min_label_px: float = _MIN_LABEL_PX) -> Ticks:
    """Round times that leave `min_label_px` between two labels."""
    unit_s, step, parts = ruler.step(view.seconds_per_pixel * min_label_px)
    step_s = unit_s * step
    first, last = math.floor(view.start_s / step_s), math.ceil(view.stop_s / step_s)
    # Multiplied before divided: the thousandth tick of a tenth is exactly a hundred.
    major = [number * step * unit_s for number in range(first, last + 1)]
    minor = [at + part * step_s / parts for at in major for part in range(1, parts)]
    major = [at for at in major if view.start_s <= at <= view.stop_s]
    with_hours = view.duration_s >= 3600
    labels = [ruler.label(at, step_s, with_hours=with_hours) for at in major]
    return Ticks(major, labels, [at for at in minor if view.start_s <= at <= view.stop_s])


def paint_axis(painter: QPainter, rect: QRectF, view: ViewRange, look: Look, ruler: Ruler) -> None:
    """The ruler: labels right of their ticks."""
    marks = ticks(view, ruler)
    painter.fillRect(rect, look.panel)
    painter.setFont(ui_font(11))
    painter.setPen(QPen(look.border, 1))
    for at in marks.minor_s:
        x = _crisp(rect.left() + view.x(at))
        painter.drawLine(QPointF(x, rect.bottom() - 4), QPointF(x, rect.bottom()))
    for at, label in zip(marks.major_s, marks.labels, strict=True):
        x = _crisp(rect.left() + view.x(at))
        painter.setPen(QPen(look.border, 1))
        painter.drawLine(QPointF(x, rect.top() + 4), QPointF(x, rect.bottom()))
        if x + 5 + painter.fontMetrics().horizontalAdvance(label) > rect.right() - _KEPT_FREE_PX:
            continue
        painter.setPen(look.muted)
        place = QRectF(x + 5, rect.top(), 160, rect.height() - 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
    painter.setPen(QPen(look.line, 1))
    painter.drawLine(QPointF(rect.left(), rect.bottom() - 0.5), QPointF(rect.right(), rect.bottom() - 0.5))


def paint_grid(painter: QPainter, rect: QRectF, view: ViewRange, look: Look, ruler: Ruler) -> None:
    """Faint lines under the tracks at the labelled times."""
    painter.setPen(QPen(look.grid, 1))
    for at in ticks(view, ruler).major_s:
        x = _crisp(rect.left() + view.x(at))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def _crisp(x: float) -> float:
    return math.floor(x) + 0.5
