"""When the window was seen for the first time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Calls once, when a window was painted for the first time (or was not within a second: it is hidden)."""

    LATEST_MS: Final = 1000
    # One frame later: the picture is on the screen and a first key or click was heard before anything is imported.
    AFTER_MS: Final = 16

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        self._is_over = False
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        QTimer.singleShot(self.LATEST_MS, self, self._call)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event of any part of the window."""
        is_paint = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget)
        if is_paint and watched.window() is self._window:  # type: ignore[attr-defined]
            QTimer.singleShot(self.AFTER_MS, self, self._call)
        return False

    def _call(self) -> None:
        application = QApplication.instance()
        if self._is_over or application is None:
            return
        self._is_over = True
        application.removeEventFilter(self)
        self._then()
