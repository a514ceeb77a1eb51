"""Time axis: where the ticks are, how a time is written, and the ruler over the tracks."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from relay_desktop.look import Look, ui_font
from relay_desktop.timeline.view_range import ViewRange

AXIS_HEIGHT = 24
_MIN_LABEL_PX = 96
_STEPS_S = (
    0.00001, 0.00002, 0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5,
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400,
)  # fmt: skip
_PARTS = {1: 5, 2: 4, 5: 5, 10: 5, 15: 3, 30: 3, 60: 6, 120: 4, 300: 5, 600: 5, 900: 3, 1800: 3, 3600: 6}


class Ticks(NamedTuple):
    """Labelled times, unlabelled times between them, and the figures after the decimal point of a label."""

    major_s: list[float]
    minor_s: list[float]
    decimals: int


def ticks(view: ViewRange, min_label_px: float = _MIN_LABEL_PX) -> Ticks:
    """Round times that leave `min_label_px` between two labels."""
    wanted = view.seconds_per_pixel * min_label_px
    step = next((step for step in _STEPS_S if step >= wanted), _STEPS_S[-1] * math.ceil(wanted / _STEPS_S[-1]))
    parts = _PARTS.get(int(step), 4) if step >= 1 else 5
    first, last = math.floor(view.start_s / step), math.ceil(view.stop_s / step)
    major = [number * step for number in range(first, last + 1)]
    minor = [at + part * step / parts for at in major for part in range(1, parts)]
    decimals = 0 if step >= 1 else -math.floor(math.log10(step) + 1e-9)
    return Ticks(
        [at for at in major if view.start_s <= at <= view.stop_s],
        [at for at in minor if view.start_s <= at <= view.stop_s],
        decimals,
    )


def format_time(seconds: float, decimals: int = 3, *, with_hours: bool = True) -> str:
    """hh:mm:ss.mmm, rounded as a whole so that 59.9996 never reads 60.000."""
    units = 10**decimals
    total = round(abs(seconds) * units)
    whole, part = divmod(total, units)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours:02d}:{minute:02d}:{second:02d}" if with_hours or hours else f"{minute:02d}:{second:02d}"
    sign = "-" if seconds < 0 and total else ""
    return f"{sign}{text}.{part:0{decimals}d}" if decimals else sign + text


def format_duration(seconds: float) -> str:
    """A length as a person says it: 3 ms, 1.10 s, 2:05 min."""
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    if seconds < 0.9995:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 59.995:
        return f"{seconds:.2f} s"
    if seconds < 3599.5:
        minutes, rest = divmod(round(seconds), 60)
        return f"{minutes}:{rest:02d} min"
    return format_time(seconds, 0)


def paint_axis(painter: QPainter, rect: QRectF, view: ViewRange, look: Look) -> None:
    """The ruler: labels right of their ticks."""
    marks = ticks(view)
    painter.fillRect(rect, look.panel)
    painter.setFont(ui_font(11))
    painter.setPen(QPen(look.border, 1))
    for at in marks.minor_s:
        x = _crisp(rect.left() + view.x(at))
        painter.drawLine(QPointF(x, rect.bottom() - 4), QPointF(x, rect.bottom()))
    with_hours = view.duration_s >= 3600
    for at in marks.major_s:
        x = _crisp(rect.left() + view.x(at))
        painter.setPen(QPen(look.border, 1))
        painter.drawLine(QPointF(x, rect.top() + 4), QPointF(x, rect.bottom()))
        painter.setPen(look.muted)
        label = format_time(at, marks.decimals, with_hours=with_hours)
        place = QRectF(x + 5, rect.top(), 160, rect.height() - 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
    painter.setPen(QPen(look.line, 1))
    painter.drawLine(QPointF(rect.left(), rect.bottom() - 0.5), QPointF(rect.right(), rect.bottom() - 0.5))


def paint_grid(painter: QPainter, rect: QRectF, view: ViewRange, look: Look) -> None:
    """Faint lines under the tracks at the labelled times."""
    painter.setPen(QPen(look.grid, 1))
    for at in ticks(view).major_s:
        x = _crisp(rect.left() + view.x(at))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def _crisp(x: float) -> float:
    return math.floor(x) + 0.5
