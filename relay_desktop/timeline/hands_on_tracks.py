"""HandsOnTracks: the tracks under mouse and wheel. What a person does becomes wishes; nothing is changed here."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from relay_desktop.timeline.bounds_drag import BoundsDrag, bound_at
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.region_text import describe_row
from relay_desktop.timeline.snapping import snapped
from relay_desktop.timeline.tracks import Tracks

_DRAG_FROM_PX = 4.0
_WHEEL_NOTCH = 120.0
_ZOOM_PER_NOTCH = 0.8
_PAN_PER_NOTCH = 0.12


class _Drag(Enum):
    """What a pressed button does once the mouse moves."""

    NONE = auto()
    PAN = auto()
    SPAN = auto()
    BOUND = auto()


class HandsOnTracks(Tracks):
    """Click, double click, hover, drag (ruler: pan; sound: a stretch; edge of the selected region: its bound), wheel.

    Control held while dragging: nothing snaps.
    """

    row_clicked = Signal(int)
    row_activated = Signal(int)
    row_hovered = Signal(object)
    seek_wished = Signal(float)
    span_wished = Signal(float, float)
    span_finished = Signal()
    bounds_dragged = Signal(object)  # BoundsDrag | None
    bounds_wished = Signal(int, float, float)  # row, start, end
    zoom_wished = Signal(float, float)  # factor, at seconds
    pan_wished = Signal(float)  # by seconds
    amplitude_wished = Signal(float)  # factor

    def __init__(self, picture: TimelinePicture, parent: QWidget | None = None) -> None:
        super().__init__(picture, parent)
        self._drag = _Drag.NONE
        self._bound: BoundsDrag | None = None
        self._pressed_at = QPointF()
        self._dragged_from = QPointF()
        self._has_moved = False

    def row_at(self, point: QPointF) -> int | None:
        """The region meant by a point: any over the sound, those of one type in its lane."""
        layout, picture = self.tracks(), self._picture
        lane = layout.lane_at(point)
        if lane is not None:
            return picture.index.hit(point.x(), picture.view, [picture.table.types.index(lane)])
        if layout.audio.contains(point):
            return picture.index.hit(point.x(), picture.view, picture.visible_codes())
        return None

    # Buttons --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = self._dragged_from = event.position()
        self._has_moved = False
        on_ruler = self.tracks().axis.contains(event.position())
        if event.button() == Qt.MouseButton.MiddleButton or (on_ruler and _is_left(event)):
            self._drag = _Drag.PAN
        elif _is_left(event):
            self._bound = bound_at(self._picture, self.tracks(), event.position())
            self._drag = _Drag.SPAN if self._bound is None else _Drag.BOUND

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._drag is _Drag.NONE:
            self._hover(point, event.globalPosition().toPoint())
            return
        if not self._has_moved and abs(point.x() - self._pressed_at.x()) < _DRAG_FROM_PX:
            return
        self._has_moved = True
        self._go_on(point, may_snap=not event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def _go_on(self, point: QPointF, *, may_snap: bool) -> None:
        view = self._picture.view
        if self._drag is _Drag.PAN:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan_wished.emit((self._dragged_from.x() - point.x()) * view.seconds_per_pixel)
            self._dragged_from = point
        elif self._bound is not None:
            self._bound = self._bound.moved(self._picture, point.x(), may_snap=may_snap)
            self.bounds_dragged.emit(self._bound)
        else:
            ends = [view.seconds(x) for x in (self._pressed_at.x(), point.x())]
            start, stop = sorted(snapped(self._picture, end) for end in ends) if may_snap else sorted(ends)
            self.span_wished.emit(max(0.0, start), min(view.duration_s, stop))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, _Drag.NONE
        bound, self._bound = self._bound, None
        self.unsetCursor()
        if bound is not None:
            self.bounds_dragged.emit(None)
        if self._has_moved:
            if drag is _Drag.SPAN:
                self.span_finished.emit()
            elif bound is not None:
                self.bounds_wished.emit(bound.row, *bound.bounds_s)
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

    # Pointing and the wheel -----------------------------------------------------------------------

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.row_hovered.emit(None)

    def _hover(self, point: QPointF, global_point: QPoint) -> None:
        if bound_at(self._picture, self.tracks(), point) is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()
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
