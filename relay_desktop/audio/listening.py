"""Listening: help for the ear that changes nothing in the file: gain, channels, a band of frequencies, speed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from relay_desktop.audio.band_pass import Band
from relay_desktop.audio.fold_down import fold_down_matrix

Samples = NDArray[np.float32]

GAIN_RANGE_DB = (-60.0, 40.0)
SPEED_RANGE = (0.05, 4.0)
# Below this size the limiter changes nothing; above, it bends towards full scale and never reaches it.
_KNEE = np.float32(0.9)


class Channels(Enum):
    """Which channels are heard."""

    ALL = "all channels"
    MONO = "mono: every channel, mixed"
    MID = "mid: the sum of both sides"
    SIDE = "side: their difference"


@dataclass(frozen=True)
class Listening:
    """How a clip is heard. `solo` is one channel of the file, counted from 0, on both loudspeakers.

    `speed` 0.5 takes twice as long; with `keeps_pitch` it sounds as high as before, else lower like a slow tape.
    """

    gain_db: float = 0.0
    channels: Channels = Channels.ALL
    solo: int | None = None
    band: Band | None = None
    speed: float = 1.0
    keeps_pitch: bool = False

    def __post_init__(self) -> None:
        if not GAIN_RANGE_DB[0] <= self.gain_db <= GAIN_RANGE_DB[1]:
            raise ValueError(f"the gain is between {GAIN_RANGE_DB[0]:g} and {GAIN_RANGE_DB[1]:g} dB")
        if not SPEED_RANGE[0] <= self.speed <= SPEED_RANGE[1]:
            raise ValueError(f"the speed is between {SPEED_RANGE[0]:g} and {SPEED_RANGE[1]:g}")

    def matrix(self, channels: int, outputs: int) -> Samples:
        """float32 (channels, outputs): `samples @ matrix` is what the device plays, gain included."""
        gain = np.float32(10 ** (self.gain_db / 20))
        return np.asarray(self._chosen(channels, outputs) * gain, dtype=np.float32)

    def _chosen(self, channels: int, outputs: int) -> Samples:
        if self.solo is not None and self.solo < channels:
            alone = np.zeros((channels, outputs), dtype=np.float32)
            alone[self.solo, : min(2, outputs)] = 1
            return alone
        if self.channels is Channels.ALL:
            return fold_down_matrix(channels, outputs)
        if self.channels is Channels.MONO:
            return np.full((channels, outputs), 1 / channels, dtype=np.float32)
        sides = fold_down_matrix(channels, 2)
        sign = 1 if self.channels is Channels.MID else -1
        one = (sides[:, :1] + sign * sides[:, 1:]) / 2
        return np.asarray(np.repeat(one, outputs, axis=1), dtype=np.float32)


def limited(samples: Samples) -> Samples:
    """Samples up to 0.9 unchanged, louder ones bent so that none reaches 1."""
    size = np.abs(samples)
    if not (size > _KNEE).any():
        return samples
    room = np.float32(1) - _KNEE
    bent = _KNEE + room * np.tanh((size - _KNEE) / room)
    return np.where(size > _KNEE, np.copysign(bent, samples), samples).astype(np.float32)
