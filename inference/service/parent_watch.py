"""Ends the service when its stdin ends: the window that started it is gone or wants it to stop."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)


class ParentWatch:
    """Watches from the first moment on; until `then` is told how to stop in order, the process just ends."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._has_ended = False
        self._stop: Callable[[], None] = _leave
        threading.Thread(target=self._watch, name="parent-watch", daemon=True).start()

    def then(self, stop: Callable[[], None]) -> None:
        """From now on stop this way; at once when the parent has ended already."""
        with self._lock:
            self._stop = stop
            if self._has_ended:
                stop()

    def _watch(self) -> None:
        # Straight from the descriptor: the reader of sys.stdin holds a lock that the end of Python wants.
        while os.read(sys.stdin.fileno(), 4096):
            pass
        log.info("the parent has ended; stopping")
        with self._lock:
            self._has_ended = True
            self._stop()


def _leave() -> None:
    """Nothing is served yet and nothing was promised."""
    os._exit(0)
