"""LevelWatch: the levels of what is heard, thirty times a second while something plays."""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from relay_desktop.audio.levels import SILENCE_DB, LevelMeter, Levels
from relay_desktop.session.transport import Transport

__all__ = ["SILENCE_DB", "LevelWatch", "Levels"]

_EVERY_MS: Final = 33


class LevelWatch(QObject):
    """Asks the player what was heard since it asked last. In silence it rests; held peaks stay until `reset`."""

    changed = Signal(object)  # Levels

    def __init__(self, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = transport.player
        self._meter = LevelMeter()
        self._asked_s = 0.0
        self.levels = Levels()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._ask)
        transport.playing_changed.connect(self._on_playing)
        transport.clip_changed.connect(self._on_clip)

    @property
    def underruns(self) -> int:
        """How often the device wanted sound that was not there, since the last `reset`."""
        return self._player.underruns

    def reset(self) -> None:
        """Forget held peaks, clip lights and interruptions."""
        self._player.underruns = 0
        self._meter.reset()
        self._show(Levels())

    def _on_clip(self) -> None:
        self._meter.reset()
        self._show(Levels())

    def _on_playing(self, is_playing: bool) -> None:
        if is_playing:
            self._asked_s = monotonic()
            self._timer.start()
        else:
            self._timer.stop()
            nothing = self._player.heard_samples()[:0]
            self._show(self._meter.add(nothing, self._player.rate_hz or 1, 1000.0))

    def _ask(self) -> None:
        now = monotonic()
        heard = self._player.heard_samples()
        if heard.shape[1]:
            self._show(self._meter.add(heard, self._player.rate_hz or 1, now - self._asked_s))
        self._asked_s = now

    def _show(self, levels: Levels) -> None:
        self.levels = levels
        self.changed.emit(levels)
