"""The short tour of the first start: a card beside the part it speaks of, a frame around that part; can be skipped.

It stops nothing: the window goes on working under it, and Help > Show the tour brings it back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from relay_desktop.look import Look, scaled
from relay_desktop.panels.heading import toned

_CARD_PX: Final = 340
_GAP_PX: Final = 14
_SIDE_PX: Final = 16


@dataclass(frozen=True)
class Stop:
    """One thing to see: which part, and two or three sentences about it."""

    part: Callable[[], QWidget]
    title: str
    text: str


class _Outline(QWidget):
    """A frame around a part; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.look: Look | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame alone."""
        if self.look is not None:
            painter = QPainter(self)
            painter.setPen(QPen(self.look.focus, 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))


class Tour(QFrame):
    """A card over the window. `ended` comes once, whether it was gone through or skipped."""

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop], look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._stops = tuple(stops)
        self._at = 0
        self._outline = _Outline(window)
        self._outline.look = look
        self.setObjectName("tour")
        self.setAccessibleName(self.tr("Tour"))
        self.setProperty("surface", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.text, self.place = toned("", "title"), toned("", ""), toned("", "faint")
        self.text.setWordWrap(True)
        self.title.setWordWrap(True)
        self.next_button = QPushButton(self.tr("Next"))
        self.next_button.setProperty("kind", "primary")
        self.back_button = QPushButton(self.tr("Back"))
        self.skip_button = QPushButton(self.tr("Skip the tour"))
        self.skip_button.setProperty("kind", "link")
        self._lay_out()
        self.next_button.clicked.connect(lambda: self.go_to(self._at + 1))
        self.back_button.clicked.connect(lambda: self.go_to(self._at - 1))
        self.skip_button.clicked.connect(self.end)
        window.installEventFilter(self)

    def start(self) -> None:
        """Show the first stop."""
        self.go_to(0)
        self.show()
        self.raise_()
        self.next_button.setFocus()

    def go_to(self, place: int) -> None:
        """Another stop; behind the last one the tour ends."""
        if place >= len(self._stops):
            self.end()
            return
        self._at = max(0, place)
        stop = self._stops[self._at]
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        self.place.setText(self.tr("{number} of {count}").format(number=self._at + 1, count=len(self._stops)))
        self.setAccessibleDescription(f"{stop.title} {stop.text}")
        is_last = self._at == len(self._stops) - 1
        self.next_button.setText(self.tr("Done") if is_last else self.tr("Next"))
        self.back_button.setEnabled(self._at > 0)
        self.skip_button.setVisible(not is_last)
        self._settle()

    def end(self) -> None:
        """Take card and frame away."""
        self._window.removeEventFilter(self)
        self._outline.hide()
        self.hide()
        self.ended.emit()
        self._outline.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the part when the window changes its size."""
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settle()
        return False

    def event(self, event: QEvent) -> bool:
        """Esc is the card's own while it has the keyboard, not the stop key of the window."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc skips."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for widget in (self.skip_button, self.place):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        for button in (self.back_button, self.next_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE_PX, 14, _SIDE_PX, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(buttons)
        self._buttons = buttons

    def _settle(self) -> None:
        part = self._stops[self._at].part()
        area = QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())
        self._outline.setGeometry(area)
        self._outline.setVisible(part.isVisible())
        self._outline.raise_()
        width = max(scaled(_CARD_PX), self._buttons.minimumSize().width() + 2 * _SIDE_PX)
        self.setFixedWidth(width)
        self.setFixedHeight(
            self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        )
        self.move(place_beside(area, self.size().width(), self.size().height(), self._window.rect()))
        self.raise_()


def place_beside(area: QRect, width: int, height: int, window: QRect) -> QPoint:
    """Where a card stands: right or left of a part where there is room, else inside its upper corner."""
    top = max(_GAP_PX, min(area.top() + _GAP_PX, window.height() - height - _GAP_PX))
    if window.width() - area.right() > width + 2 * _GAP_PX:
        return QPoint(area.right() + _GAP_PX, top)
    if area.left() > width + 2 * _GAP_PX:
        return QPoint(area.left() - width - _GAP_PX, top)
    return QPoint(max(_GAP_PX, area.left() + area.width() // 2 - width // 2), top)
