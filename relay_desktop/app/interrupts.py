"""Signals of the system, heard while Qt runs the loop."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer


class Interrupts(QObject):
    """Ctrl-C and a polite kill close the window in order; Python's own handlers wait for Qt to hand over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._signals = (signal.SIGINT, signal.SIGTERM)
        self._before = {number: signal.getsignal(number) for number in self._signals}
        self._receiver, self._sender = socket.socketpair()
        self._receiver.setblocking(False)
        self._sender.setblocking(False)
        self._notifier = QSocketNotifier(self._receiver.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        self._old_wakeup = signal.set_wakeup_fd(self._sender.fileno(), warn_on_full_buffer=False)
        for number in self._signals:
            signal.signal(number, self._quit)

    def close(self) -> None:
        """Put back what was there before."""
        signal.set_wakeup_fd(self._old_wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._receiver.close()
        self._sender.close()

    def _quit(self, number: int, frame: FrameType | None) -> None:
        # Posted, because the event loop may not have begun yet.
        QTimer.singleShot(0, self, lambda: QCoreApplication.exit(128 + number))

    def _drain(self) -> None:
        """Being woken up is all that is needed: Python runs its handler when it gets the word."""
        self._receiver.recv(64)
