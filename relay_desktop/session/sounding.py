"""Sounding: which shown detection the playhead passes right now."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.transport import Transport

# A click of a few samples is marked at least this long.
_FLASH_MS: Final = 150
_LOOK_BACK_ROWS: Final = 2000


class Sounding(QObject):
    """Detections flash by as they are heard."""

    changed = Signal(object)  # the row, or None

    def __init__(self, session: ReviewSession, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._transport = transport
        self.row: int | None = None
        transport.position_changed.connect(self._on_position)
        transport.playing_changed.connect(lambda is_playing: None if is_playing else self._show(None))

    def _on_position(self, position_s: float) -> None:
        if self._transport.is_playing:
            self._show(self._row_at(position_s * 1000))

    def _row_at(self, at_ms: float) -> int | None:
        """The visible row that begins last among those that sound."""
        shown = self._session.shown
        if shown is None or len(shown) == 0:
            return None
        last = int(np.searchsorted(shown.start_ms, math.floor(at_ms), side="right"))
        first = max(0, last - _LOOK_BACK_ROWS)
        ends = np.maximum(shown.end_ms[first:last], shown.start_ms[first:last] + _FLASH_MS)
        hidden = self._session.hidden_types
        for row in (first + np.flatnonzero(ends >= at_ms))[::-1].tolist():
            if shown.artifact_type(row) not in hidden:
                return int(row)
        return None

    def _show(self, row: int | None) -> None:
        if row != self.row:
            self.row = row
            self.changed.emit(row)
