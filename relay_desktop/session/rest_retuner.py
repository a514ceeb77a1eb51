"""Retunes the files that are not in view, in slices between events, so that a dragged slider never waits for them."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from inference.tuning import TuningRules
from relay_desktop.session.review_file import ReviewFile

# How long one slice may hold the GUI thread.
_SLICE_S = 0.006


class RestRetuner(QObject):
    """Works through a list of files; begun anew by every change of the rules."""

    retuned = Signal(object)  # ReviewFile
    sliced = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rules = TuningRules()
        self._stale: deque[ReviewFile] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._retune_slice)

    def begin(self, files: Iterable[ReviewFile], rules: TuningRules) -> None:
        """Retune these files, beginning with the next free moment."""
        self._rules = rules
        self._stale = deque(files)
        self._timer.start()

    def leave_out(self, keys: Collection[str]) -> None:
        """Files that were taken off the desk."""
        self._stale = deque(file for file in self._stale if file.key not in keys)

    def _retune_slice(self) -> None:
        ends = perf_counter() + _SLICE_S
        while self._stale and perf_counter() < ends:
            file = self._stale.popleft()
            if file.retune(self._rules):
                self.retuned.emit(file)
        if not self._stale:
            self._timer.stop()
        self.sliced.emit()
