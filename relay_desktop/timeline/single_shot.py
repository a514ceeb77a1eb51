"""A timer that fires once after it was started: several changes, one answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def single_shot(parent: QObject, delay_ms: int, call: Callable[[], None]) -> QTimer:
    """Stopped; every `start()` leads to one `call()` after `delay_ms`."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(delay_ms)
    timer.timeout.connect(call)
    return timer
