"""Overview: the whole recording in a strip, where its detections are dense, and the window on what is visible."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from relay_desktop.audio.peaks import PeakColumns
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.region_raster import coverage, lane_pixels, opacity_ramp, paint_pixel_row
from relay_desktop.timeline.region_text import say_stretch
from relay_desktop.timeline.single_shot import single_shot
from relay_desktop.timeline.view_range import ViewRange, whole_file
from relay_desktop.timeline.wave_raster import paint_indices, wave_image, wave_palette

HEIGHT = 66
_TYPE_ROW_PX = 3.0
_GAP_PX = 4.0
_SEVERITY_PX = 3.0
_NARROWEST_WINDOW_PX = 6.0
_DENSITY = opacity_ramp(0.45, 1.0)
# The strip may be a moment behind a slider; the regions themselves never are.
_DENSITY_DELAY_MS = 60


class Overview(QWidget):
    """Paints a `TimelinePicture` whole; dragging or clicking moves the view."""

    ACCESSIBLE_ROLE = QAccessible.Role.ScrollBar

    view_wished = Signal(float)  # the time to have in the middle
    seek_wished = Signal(float)

    def __init__(self, picture: TimelinePicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._wave: QPixmap | None = None
        self._density: QPixmap | None = None
        self._grip_s: float | None = None
        self._density_timer = single_shot(self, _DENSITY_DELAY_MS, self._drop_density)
        self.setObjectName("overview")
        self.setAccessibleName(self.tr("Overview of the whole recording"))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def accessible_value(self) -> str:
        """The stretch in view, for assistive technology."""
        return say_stretch(self._picture)

    def whole(self) -> ViewRange:
        """The view of everything at this widget's width."""
        return whole_file(self._picture.view.duration_s, self.width())

    def repaint_sound(self) -> None:
        """Peaks, file or look changed."""
        self._wave = None
        self._drop_density()

    def repaint_density(self) -> None:
        """Detections changed: painted again soon, once for several changes."""
        if not self._density_timer.isActive():
            self._density_timer.start()

    def _drop_density(self) -> None:
        self._density_timer.stop()
        self._density = None
        self.update()

    def window_rect(self) -> QRectF:
        """The window on the visible stretch, never narrower than a finger can grip."""
        whole, view = self.whole(), self._picture.view
        left, right = whole.x(view.start_s), whole.x(view.stop_s)
        if right - left < _NARROWEST_WINDOW_PX:
            centre = (left + right) / 2
            left, right = centre - _NARROWEST_WINDOW_PX / 2, centre + _NARROWEST_WINDOW_PX / 2
        return QRectF(left, 0.5, right - left, self.height() - 1)

    # Painting -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._picture.look
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._wave_pixmap())
        painter.drawPixmap(0, 0, self._density_pixmap())
        self._paint_window(painter)
        if self._picture.playhead_s is not None and self._picture.info is not None:
            x = math.floor(self.whole().x(self._picture.playhead_s)) + 0.5
            painter.setPen(QPen(look.playhead, 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        if self.hasFocus():
            painter.setPen(QPen(look.focus, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        painter.end()

    def _paint_window(self, painter: QPainter) -> None:
        if self._picture.info is None or self._picture.view.is_whole:
            return
        look, window = self._picture.look, self.window_rect()
        shade = QColor(look.background)
        shade.setAlphaF(0.45)
        painter.fillRect(QRectF(0, 0, window.left(), self.height()), shade)
        painter.fillRect(QRectF(window.right(), 0, self.width() - window.right(), self.height()), shade)
        fill = QColor(look.view_window)
        fill.setAlphaF(0.16)
        painter.setBrush(fill)
        painter.setPen(QPen(look.view_window, 1))
        painter.drawRect(window)

    def _blank(self, fill: QColor | Qt.GlobalColor) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(fill)
        return pixmap

    def _wave_rect(self) -> QRectF:
        types = len(self._picture.lane_types())
        below = types * self._type_row_height() + (_GAP_PX if types else 0)
        return QRectF(0, 4, self.width(), max(8.0, self.height() - 8 - below))

    def _type_row_height(self) -> float:
        types = len(self._picture.lane_types())
        return min(_TYPE_ROW_PX, 24.0 / types) if types else 0.0

    def _wave_pixmap(self) -> QPixmap:
        if self._wave is None:
            picture = self._picture
            pixmap = self._blank(picture.look.panel)
            if picture.pyramid is not None:
                painter = QPainter(pixmap)
                rect, ratio = self._wave_rect(), self.devicePixelRatioF()
                columns = max(1, round(self.width() * ratio))
                peaks = _all_channels(picture.pyramid.columns(0.0, float(picture.pyramid.frames), columns))
                gain = np.float32(picture.height_gain)
                low, high, rms = (part[0] * gain for part in (peaks.low, peaks.high, peaks.rms))
                image = wave_image(low, high, rms, peaks.is_ready, max(2, round(rect.height() * ratio)))
                paint_indices(painter, rect, image, wave_palette(picture.look, picture.look.panel))
                painter.end()
            self._wave = pixmap
        return self._wave

    def _density_pixmap(self) -> QPixmap:
        if self._density is None:
            pixmap = self._blank(Qt.GlobalColor.transparent)
            self._paint_density(pixmap)
            self._density = pixmap
        return self._density

    def _paint_density(self, pixmap: QPixmap) -> None:
        picture, table = self._picture, self._picture.table
        if len(table) == 0:
            return
        painter = QPainter(pixmap)
        self._paint_severities(painter)
        whole = self.whole().with_width(pixmap.width())
        levels = coverage(picture.index, picture.index.drawn_in(whole), whole)
        row = self._type_row_height()
        top = self.height() - 3 - row * len(picture.lane_types())
        for place, name in enumerate(picture.lane_types()):
            pixels = lane_pixels(levels[table.types.index(name)], picture.colour(name), _DENSITY)
            paint_pixel_row(painter, QRectF(0, top + place * row, self.width(), max(1.0, row - 0.5)), pixels)
        painter.end()

    def _paint_severities(self, painter: QPainter) -> None:
        """What people called an issue or a blocker, along the upper edge, the graver over the lighter."""
        look, whole = self._picture.look, self.whole()
        colours = {"FYI": look.muted, "issue": look.warning, "blocker": look.danger}
        grades = list(colours)
        known = (one for one in self._picture.severe_s if one[2] in colours)
        for start_s, stop_s, severity in sorted(known, key=lambda one: grades.index(one[2])):
            left = whole.x(start_s)
            mark = QRectF(left, 0, max(_SEVERITY_PX, whole.x(stop_s) - left), _SEVERITY_PX)
            painter.fillRect(mark, colours[severity])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.repaint_sound()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.repaint_sound()

    # Mouse and keys -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._picture.info is None:
            return
        at_s, view = self.whole().seconds(event.position().x()), self._picture.view
        middle = (view.start_s + view.stop_s) / 2
        if not self.window_rect().contains(event.position()):
            self.view_wished.emit(at_s)
            middle = at_s
        self._grip_s = at_s - middle
        if view.is_whole:
            self.seek_wished.emit(at_s)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip_s is not None:
            self.view_wished.emit(self.whole().seconds(event.position().x()) - self._grip_s)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip_s = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.seek_wished.emit(self.whole().seconds(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the window by half its length, Home and End to the ends."""
        view = self._picture.view
        middle, step = (view.start_s + view.stop_s) / 2, view.span_s / 2
        wishes = {
            Qt.Key.Key_Left: middle - step,
            Qt.Key.Key_Right: middle + step,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: view.duration_s,
        }
        wish = wishes.get(Qt.Key(event.key()))
        if wish is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.view_wished.emit(wish)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _all_channels(peaks: PeakColumns) -> PeakColumns:
    """One envelope round every channel, so that a fault in one of eight is seen."""
    rms = np.sqrt(np.square(peaks.rms).mean(axis=0, keepdims=True))
    return PeakColumns(
        peaks.low.min(axis=0, keepdims=True), peaks.high.max(axis=0, keepdims=True), rms, peaks.is_ready
    )
