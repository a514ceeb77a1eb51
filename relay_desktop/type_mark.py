"""The mark of an artifact type: its colour and, for eyes that cannot use colour, its own shape."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from math import cos, pi, sin
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QPolygonF

from relay_desktop.look import Look, canonical_type, type_colour

MARK_PX = 12


def _polygon(points: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _bar() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.34, 0.02, 0.32, 0.96), 0.1, 0.1)
    return path


def _zigzag() -> QPainterPath:
    return _polygon([(0.58, 0.0), (0.08, 0.58), (0.42, 0.58), (0.36, 1.0), (0.92, 0.38), (0.54, 0.38)])


def _gap() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.0, 0.1, 0.34, 0.8), 0.08, 0.08)
    path.addRoundedRect(QRectF(0.66, 0.1, 0.34, 0.8), 0.08, 0.08)
    return path


def _flat_top() -> QPainterPath:
    return _polygon([(0.0, 0.95), (0.26, 0.12), (0.74, 0.12), (1.0, 0.95)])


def _steps() -> QPainterPath:
    return _polygon([(0.0, 0.95), (0.0, 0.66), (0.34, 0.66), (0.34, 0.36), (0.66, 0.36), (0.66, 0.05),
                     (1.0, 0.05), (1.0, 0.95)])  # fmt: skip


def _burst() -> QPainterPath:
    spikes = [(0.5 + r * sin(k * pi / 6), 0.5 - r * cos(k * pi / 6))
              for k, r in ((k, 0.52 if k % 2 == 0 else 0.3) for k in range(12))]  # fmt: skip
    return _polygon(spikes)


def _wave() -> QPainterPath:
    path = QPainterPath()
    for top in (0.12, 0.56):
        path.addRoundedRect(QRectF(0.0, top, 1.0, 0.3), 0.15, 0.15)
    return path


def _disc() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.06, 0.06, 0.88, 0.88))
    return path


def _diamond() -> QPainterPath:
    return _polygon([(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)])


def _triangle() -> QPainterPath:
    return _polygon([(0.5, 0.06), (1.0, 0.94), (0.0, 0.94)])


_SHAPES: Mapping[str, Callable[[], QPainterPath]] = MappingProxyType(
    {
        "click": _bar, "glitch": _zigzag, "dropout": _gap, "clipping": _flat_top,
        "distortion": _steps, "noise_burst": _burst, "hum": _wave,
    }
)  # fmt: skip
_OTHER_SHAPES = (_disc, _diamond, _triangle)


def type_shape(artifact_type: str) -> QPainterPath:
    """The shape of a type in a box of 1 x 1; unknown names share three shapes, each name always the same."""
    name = canonical_type(artifact_type)
    make = _SHAPES.get(name) or _OTHER_SHAPES[zlib.crc32(name.encode()[::-1]) % len(_OTHER_SHAPES)]
    return make()


def paint_mark(
    painter: QPainter, box: QRectF, artifact_type: str, look: Look, colour: QColor | None = None
) -> None:
    """Paint the mark of a type into a box, in its colour or another."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width(), box.height())
    painter.fillPath(type_shape(artifact_type), colour or type_colour(artifact_type, look))
    painter.restore()


def type_icon(artifact_type: str, look: Look) -> QIcon:
    """The mark of a type as an icon, sharp at 1x, 2x and 3x."""
    made = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(MARK_PX * scale, MARK_PX * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_mark(painter, QRectF(0, 0, MARK_PX * scale, MARK_PX * scale), artifact_type, look)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # or Qt would tint the mark of a selected row
            made.addPixmap(pixmap, mode)
    return made
