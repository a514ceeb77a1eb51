"""Files and folders dropped anywhere in the window, and the frame that says so while they hover."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from relay_desktop.look import Look, ui_font
from relay_desktop.translation import said


def dropped_paths(mime: QMimeData) -> list[Path]:
    """The local files and folders of a drop, in their order."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class DropFrame(QWidget):
    """A frame over the whole window while files hover over it; the mouse goes through it."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil, a dashed frame, a sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self.look.background)
        veil.setAlphaF(0.72)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self.look.accent, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(14, 14, -14, -14), 8, 8)
        painter.setPen(self.look.text)
        painter.setFont(ui_font(18))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, said("Drop to open"))


class DropZone(QObject):
    """Makes a window take files. `dropped(list[Path])`."""

    dropped = Signal(list)

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self.frame = DropFrame(window, look)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what has local files in it; leave everything else alone."""
        kind = event.type()
        if isinstance(event, QDropEvent) and kind in {QEvent.Type.DragEnter, QEvent.Type.DragMove}:
            return self._hover(event)
        if kind == QEvent.Type.DragLeave:
            self.frame.hide()
        if isinstance(event, QDropEvent) and kind == QEvent.Type.Drop:
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _hover(self, event: QDropEvent) -> bool:
        if not dropped_paths(event.mimeData()):
            return False
        event.acceptProposedAction()
        self.frame.setGeometry(self._window.rect())
        self.frame.raise_()
        self.frame.show()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.frame.hide()
        paths = dropped_paths(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        self.dropped.emit(paths)
        return True
