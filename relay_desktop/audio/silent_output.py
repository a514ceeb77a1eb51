"""SilentOutput: for computers without a sound device: nothing is heard, but time, playhead and meters go on."""

from __future__ import annotations

import threading
import time

import numpy as np

from relay_desktop.audio.sound_output import FillBuffer

_TURN_S = 0.02


class SilentOutput:
    """Has the interface of `SoundOutput`. Asks for samples as fast as a device would, by the computer's clock."""

    channels = 2
    device_name = "No sound"
    latency_s = 0.0

    def __init__(self, rate_hz: int, fill: FillBuffer) -> None:
        self.rate_hz = rate_hz
        self._fill = fill
        self._thread: threading.Thread | None = None
        self._end = threading.Event()

    @property
    def time_s(self) -> float:
        """The clock now."""
        return time.monotonic()

    @property
    def is_running(self) -> bool:
        """Whether samples are being asked for."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Begins to ask for samples."""
        if not self.is_running:
            self._end.clear()
            self._thread = threading.Thread(target=self._ask, name="silent-output", daemon=True)
            self._thread.start()

    def pause(self) -> None:
        """Stops asking."""
        self._end.set()
        if self._thread is not None:
            self._thread.join()
        self._thread = None

    def close(self) -> None:
        """The same: there is nothing to give back."""
        self.pause()

    def _ask(self) -> None:
        begun_s, asked = time.monotonic(), 0
        while not self._end.wait(_TURN_S):
            due = round((time.monotonic() - begun_s) * self.rate_hz) - asked
            self._fill(np.zeros((due, self.channels), dtype=np.float32), begun_s + asked / self.rate_hz, False)
            asked += due
