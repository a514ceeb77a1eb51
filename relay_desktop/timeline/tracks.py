"""Tracks: the widget under the overview. It paints the layers in two cached pictures and turns the mouse into wishes.

The first picture holds what is costly and changes with the view alone (ruler, waveform, spectrogram), the second
one that with the regions on it. The playhead is drawn over the second, so that playing repaints a strip.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from relay_desktop.look import ui_font
from relay_desktop.timeline.detection_layer import DetectionLayer
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.playhead import Playhead
from relay_desktop.timeline.region_text import describe_row
from relay_desktop.timeline.score_lane import ScoreLane
from relay_desktop.timeline.span_text import describe_span
from relay_desktop.timeline.spectrogram_item import SpectrogramItem, SpectrogramView
from relay_desktop.timeline.time_axis import paint_axis, paint_grid
from relay_desktop.timeline.track_layout import TrackLayout, lay_out
from relay_desktop.timeline.waveform_item import WaveformItem

_DRAG_FROM_PX = 4.0
_WHEEL_NOTCH = 120.0
_ZOOM_PER_NOTCH = 0.8
_PAN_PER_NOTCH = 0.12


class _Drag(Enum):
    """What a pressed button does once the mouse moves."""

    NONE = auto()
    PAN = auto()
    SPAN = auto()


class Tracks(QWidget):
    """Paints a `TimelinePicture`; knows no session and changes nothing by itself."""

    row_clicked = Signal(int)
    row_activated = Signal(int)
    row_hovered = Signal(object)
    seek_wished = Signal(float)
    span_wished = Signal(float, float)
    span_finished = Signal()
    zoom_wished = Signal(float, float)  # factor, at seconds
    pan_wished = Signal(float)  # by seconds
    amplitude_wished = Signal(float)  # factor
    resized = Signal(int)

    def __init__(
        self, picture: TimelinePicture, spectrogram: SpectrogramView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._spectrogram_view = spectrogram
        self._spectrogram = SpectrogramItem(picture, spectrogram)
        self._waveform = WaveformItem(picture)
        self._regions = DetectionLayer(picture)
        self._score = ScoreLane(picture)
        self._playhead = Playhead(picture)
        self._sound_picture: QPixmap | None = None
        self._whole_picture: QPixmap | None = None
        self._drag = _Drag.NONE
        self._pressed_at = QPointF()
        self._dragged_from = QPointF()
        self._has_moved = False
        self._painted_strip = QRect()
        self._lanes: tuple[str, ...] = ()
        self._is_focused = False
        self.setMouseTracking(True)
        self.setMinimumHeight(120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Painting -------------------------------------------------------------------------------------

    def tracks(self) -> TrackLayout:
        """Where the tracks lie now."""
        picture = self._picture
        return lay_out(
            self.width(),
            self.height(),
            picture.lane_types(),
            has_score=picture.scores is not None,
            has_spectrogram=self._spectrogram_view.reader is not None,
        )

    def repaint_sound(self) -> None:
        """The view, the sound or the look changed: everything is painted again."""
        self._sound_picture = None
        self.repaint_regions()

    def repaint_regions(self) -> None:
        """Only the detections, the selection or the scores changed."""
        self._whole_picture = None
        self.update()

    def take_lanes(self) -> None:
        """The detections changed, perhaps in their types: new lanes make the waveform another height."""
        lanes = tuple(self._picture.lane_types())
        if lanes != self._lanes:
            self._lanes = lanes
            self._sound_picture = None
        self.repaint_regions()

    def set_focused(self, is_focused: bool) -> None:
        """Whether the keyboard's keys come here: then a frame says so."""
        self._is_focused = is_focused
        self.update()

    def move_playhead(self) -> None:
        """Only the playhead moved: two strips are painted again."""
        strip = self._playhead.strip(self.height())
        if strip != self._painted_strip:
            self.update(self._painted_strip)
            self.update(strip)
            self._painted_strip = strip

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._whole())
        self._playhead.paint(painter, self.height())
        if self._is_focused:
            painter.setPen(QPen(self._picture.look.focus, 1))
            painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        painter.end()

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _sound(self) -> QPixmap:
        if self._sound_picture is None:
            pixmap = self._blank()
            pixmap.fill(self._picture.look.sunken)
            painter = QPainter(pixmap)
            layout = self.tracks()
            below = QRectF(0, layout.axis.bottom(), self.width(), self.height() - layout.axis.bottom())
            paint_grid(painter, below, self._picture.view, self._picture.look, self._picture.ruler)
            self._waveform.paint(painter, layout.waveform, self.devicePixelRatioF())
            self._spectrogram.paint(painter, layout.spectrogram, self.devicePixelRatioF())
            paint_axis(painter, layout.axis, self._picture.view, self._picture.look, self._picture.ruler)
            painter.end()
            self._sound_picture = pixmap
        return self._sound_picture

    def _whole(self) -> QPixmap:
        if self._whole_picture is None:
            pixmap = self._sound().copy()
            painter = QPainter(pixmap)
            layout, ratio = self.tracks(), self.devicePixelRatioF()
            self._regions.paint_over_sound(painter, layout, ratio)
            self._paint_header(painter, layout)
            self._regions.paint_lanes(painter, layout, ratio)
            self._score.paint(painter, layout.score)
            self._regions.paint_marked(painter, layout)
            self._paint_span(painter, layout)
            painter.end()
            self._whole_picture = pixmap
        return self._whole_picture

    def _paint_header(self, painter: QPainter, layout: TrackLayout) -> None:
        if layout.header.isEmpty():
            return
        look = self._picture.look
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(layout.header.topLeft(), layout.header.topRight())
        painter.setFont(ui_font(10))
        painter.setPen(look.faint)
        painter.drawText(layout.header.adjusted(10, 1, 0, 0), Qt.AlignmentFlag.AlignVCenter, "DETECTIONS")

    def _paint_span(self, painter: QPainter, layout: TrackLayout) -> None:
        span, view, look = self._picture.span_s, self._picture.view, self._picture.look
        if span is None or span[1] <= view.start_s or span[0] >= view.stop_s:
            return
        left, right = max(-4.0, view.x(span[0])), min(view.width + 4.0, view.x(span[1]))
        rect = QRectF(left, layout.audio.top(), max(1.0, right - left), layout.audio.height())
        fill = look.accent
        painter.setOpacity(0.22)
        painter.fillRect(rect, fill)
        painter.setOpacity(1.0)
        painter.setPen(QPen(look.accent, 1))
        painter.drawLine(rect.topLeft(), rect.bottomLeft())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setFont(ui_font(11))
        text = describe_span(self._picture)
        plate = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(text) + 12, 18)
        plate.moveCenter(QPointF(rect.center().x(), rect.top() + 14))
        plate.moveLeft(min(max(2.0, plate.left()), self.width() - plate.width() - 2))
        painter.fillRect(plate, look.accent_fill)
        painter.setPen(look.on_accent)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.width())
        self.repaint_sound()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.repaint_sound()

    # The mouse ------------------------------------------------------------------------------------

    def row_at(self, point: QPointF) -> int | None:
        """The region meant by a point: any over the sound, those of one type in its lane."""
        layout, picture = self.tracks(), self._picture
        lane = layout.lane_at(point)
        if lane is not None:
            return picture.index.hit(point.x(), picture.view, [picture.table.types.index(lane)])
        if layout.audio.contains(point):
            return picture.index.hit(point.x(), picture.view, picture.visible_codes())
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = self._dragged_from = event.position()
        self._has_moved = False
        on_ruler = self.tracks().axis.contains(event.position())
        if event.button() == Qt.MouseButton.MiddleButton or (on_ruler and _is_left(event)):
            self._drag = _Drag.PAN
        elif _is_left(event):
            self._drag = _Drag.SPAN

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._drag is _Drag.NONE:
            self._hover(point, event.globalPosition().toPoint())
            return
        if not self._has_moved and abs(point.x() - self._pressed_at.x()) < _DRAG_FROM_PX:
            return
        self._has_moved = True
        view = self._picture.view
        if self._drag is _Drag.PAN:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan_wished.emit((self._dragged_from.x() - point.x()) * view.seconds_per_pixel)
            self._dragged_from = point
        else:
            ends = sorted(view.seconds(x) for x in (self._pressed_at.x(), point.x()))
            self.span_wished.emit(max(0.0, ends[0]), min(view.duration_s, ends[1]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, _Drag.NONE
        self.unsetCursor()
        if self._has_moved:
            if drag is _Drag.SPAN:
                self.span_finished.emit()
            return
        if _is_left(event) and drag is not _Drag.NONE:
            self._click(event.position())

    def _click(self, point: QPointF) -> None:
        """Over the sound a click is a place to listen from and, on a region, that region too; in a lane only this."""
        row = self.row_at(point)
        if self.tracks().lane_at(point) is None or row is None:
            self.seek_wished.emit(self._picture.view.seconds(point.x()))
        if row is not None:
            self.row_clicked.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if _is_left(event) and row is not None:
            self.row_activated.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.row_hovered.emit(None)

    def _hover(self, point: QPointF, global_point: QPoint) -> None:
        row = self.row_at(point)
        if row == self._picture.hovered_row:
            return
        self.row_hovered.emit(row)
        if row is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(global_point, describe_row(self._picture, row), self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Wheel: zoom at the pointer. Shift or sideways: pan. Alt: waveform height."""
        delta, modifiers = event.angleDelta(), event.modifiers()
        view = self._picture.view
        if modifiers & Qt.KeyboardModifier.AltModifier:
            notches = (delta.y() or delta.x()) / _WHEEL_NOTCH
            self.amplitude_wished.emit(_ZOOM_PER_NOTCH**-notches)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            notches = (delta.x() if abs(delta.x()) > abs(delta.y()) else delta.y()) / _WHEEL_NOTCH
            self.pan_wished.emit(-notches * _PAN_PER_NOTCH * view.span_s)
        elif delta.y():
            notches = delta.y() / _WHEEL_NOTCH
            self.zoom_wished.emit(_ZOOM_PER_NOTCH**notches, view.seconds(event.position().x()))
        event.accept()


def _is_left(event: QMouseEvent) -> bool:
    return event.button() == Qt.MouseButton.LeftButton
