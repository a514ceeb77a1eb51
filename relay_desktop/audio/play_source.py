"""PlaySource: the samples of one order on their way to the ear: folded down, filtered, at the device's rate."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from inference.audio_info import AudioInfo
from relay_desktop.audio.band_pass import BandPass
from relay_desktop.audio.listening import Listening, limited
from relay_desktop.audio.play_order import PlayOrder
from relay_desktop.audio.span_reader import Readable, SpanReader
from relay_desktop.audio.time_stretch import TimeStretch

Samples = NDArray[np.float32]

_RESAMPLE_QUALITY = "HQ"
PLAIN = Listening()


class Playable(Readable, Protocol):
    """A recording to play."""

    @property
    def info(self) -> AudioInfo:
        """Sample rate, channels, frames."""
        ...


class PlaySource:
    """Reads an order block by block. Any thread, one at a time."""

    def __init__(
        self, clip: Playable, order: PlayOrder, rate_hz: int, outputs: int, listening: Listening = PLAIN
    ) -> None:
        info = clip.info
        speed = listening.speed * abs(order.shuttle)
        self.order = order
        # Frames of the device for a frame of the file.
        self.ratio = rate_hz / (info.sample_rate_hz * speed)
        self.gap_frames = round(order.gap_s * info.sample_rate_hz * speed)
        self._reader = SpanReader(clip, order, info.sample_rate_hz, self.gap_frames)
        self._matrix = listening.matrix(info.channels, outputs)
        self._is_amplified = listening.gain_db > 0
        self._is_unchanged = bool(np.array_equal(self._matrix, np.eye(info.channels, outputs)))
        self._band = BandPass(listening.band, info.sample_rate_hz) if listening.band is not None else None
        keeps_pitch = listening.keeps_pitch and speed < 1
        self._stretch = TimeStretch(speed, rate_hz, outputs) if keeps_pitch else None
        self._resampler = _resampler(info.sample_rate_hz * (1.0 if keeps_pitch else speed), rate_hz, outputs)
        self.is_exhausted = False

    def next_block(self, frames: int) -> Samples:
        """About `frames` frames of the file as float32 (n, outputs) at the device's rate; n may be 0 at first.

        Sets `is_exhausted` with the last block. Raises UnreadableAudio when the file broke.
        """
        samples = self._reader.read(frames)
        self.is_exhausted = is_last = len(samples) < frames
        heard = samples if self._is_unchanged else samples @ self._matrix
        if self._band is not None:
            heard = self._band.process(heard, is_last=is_last)
        if self._resampler is not None:
            heard = self._resampler.resample_chunk(np.ascontiguousarray(heard), last=is_last)
        if self._stretch is not None:
            heard = self._stretch.process(heard, is_last=is_last)
        if self._is_amplified:
            heard = limited(heard)
        return np.ascontiguousarray(heard, dtype=np.float32)


def _resampler(from_hz: float, to_hz: int, channels: int) -> Any:
    if from_hz == to_hz:
        return None
    import soxr  # only when a device does not take the file's rate, or at another speed

    return soxr.ResampleStream(from_hz, to_hz, channels, dtype="float32", quality=_RESAMPLE_QUALITY)
