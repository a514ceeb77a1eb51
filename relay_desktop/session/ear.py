"""Ear: how things are heard: gain, channels, a band of frequencies, speed. Changes nothing in any file."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from relay_desktop.audio.band_pass import Band
from relay_desktop.audio.listening import GAIN_RANGE_DB, Channels, Listening
from relay_desktop.session.transport import Transport

__all__ = ["GAIN_RANGE_DB", "SPEEDS", "Band", "Channels", "Ear", "Listening"]

SPEEDS: Final = (0.1, 0.25, 0.5, 1.0)
PLAIN: Final = Listening()


class Ear(QObject):
    """The verbs behind the controls; what is in force is the transport's own state."""

    changed = Signal()

    def __init__(self, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transport = transport
        transport.listening_changed.connect(self.changed)
        # Another recording may have other channels.
        transport.clip_changed.connect(self._on_clip)

    @property
    def listening(self) -> Listening:
        """What is in force."""
        return self._transport.listening

    @property
    def is_plain(self) -> bool:
        """Whether the file is heard as it is."""
        return self.listening == PLAIN

    @property
    def channels(self) -> int:
        """Channels of the recording; 0 without one."""
        return self._transport.channels

    def set(self, **changes: object) -> None:
        """Change some of it: `set(gain_db=6.0)`. Raises ValueError for what makes no sense."""
        self._transport.set_listening(replace(self.listening, **changes))  # type: ignore[arg-type]

    def gain_by(self, step_db: float) -> None:
        """Louder or quieter."""
        self.set(gain_db=min(max(self.listening.gain_db + step_db, GAIN_RANGE_DB[0]), GAIN_RANGE_DB[1]))

    def step_speed(self, step: float) -> None:
        """The next slower (-1) or faster (1) speed of `SPEEDS`."""
        slower = [speed for speed in SPEEDS if speed < self.listening.speed]
        faster = [speed for speed in SPEEDS if speed > self.listening.speed]
        if step < 0 and slower:
            self.set(speed=slower[-1])
        elif step > 0 and faster:
            self.set(speed=faster[0])

    def set_keeps_pitch(self, is_on: bool) -> None:
        """Whether slow sound stays as high as it was."""
        self.set(keeps_pitch=is_on)

    def choices(self) -> list[tuple[Channels, int | None]]:
        """What can be heard of the channels: all, mono, mid, side, and each alone."""
        named: list[tuple[Channels, int | None]] = [(Channels.ALL, None)]
        if self.channels > 1:
            named += [(Channels.MONO, None), (Channels.MID, None), (Channels.SIDE, None)]
            named += [(Channels.ALL, channel) for channel in range(self.channels)]
        return named

    def choose_channels(self, channels: Channels, solo: int | None) -> None:
        """Hear these channels."""
        self.set(channels=channels, solo=solo)

    def next_channels(self) -> None:
        """The next of `choices`, round and round."""
        choices = self.choices()
        now = (self.listening.channels, self.listening.solo)
        place = choices.index(now) if now in choices else -1
        self.choose_channels(*choices[(place + 1) % len(choices)])

    def reset(self) -> None:
        """Hear the file as it is."""
        self._transport.set_listening(PLAIN)

    def _on_clip(self) -> None:
        if (self.listening.channels, self.listening.solo) not in self.choices() and self.channels:
            self.choose_channels(Channels.ALL, None)
        self.changed.emit()
