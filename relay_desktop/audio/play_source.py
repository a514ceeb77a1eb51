"""PlaySource: the samples of one order to play, folded down, at the device's rate, looped without a seam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.listening import Listening, limited

Samples = NDArray[np.float32]

# A loop up to this long is decoded once and kept (5.8 MB at 48 kHz stereo).
_KEPT_LOOP_S = 15.0
_RESAMPLE_QUALITY = "HQ"
PLAIN = Listening()


@dataclass(frozen=True)
class PlayOrder:
    """What to play: from `first_frame`, inside start_frame..stop_frame (frames of the file), looped or once."""

    first_frame: int
    start_frame: int
    stop_frame: int
    is_loop: bool

    def frame_after(self, played: float) -> float:
        """The place in the file after `played` frames of the order were heard."""
        frame = self.first_frame + max(0.0, played)
        if frame < self.stop_frame:
            return frame
        if not self.is_loop:
            return float(self.stop_frame)
        return self.start_frame + (frame - self.start_frame) % (self.stop_frame - self.start_frame)


class PlaySource:
    """Reads an order block by block. Any thread, one at a time."""

    def __init__(
        self, clip: AudioClip, order: PlayOrder, rate_hz: int, outputs: int, listening: Listening = PLAIN
    ) -> None:
        self.order = order
        self.ratio = rate_hz / clip.info.sample_rate_hz
        self._clip = clip
        self._cursor = order.first_frame
        self._matrix = listening.matrix(clip.info.channels, outputs)
        self._is_amplified = listening.gain_db > 0
        self._is_unchanged = bool(np.array_equal(self._matrix, np.eye(clip.info.channels, outputs)))
        self._kept_loop: Samples | None = None
        self._resampler = self._make_resampler(rate_hz, outputs)
        self.is_exhausted = False

    def _make_resampler(self, rate_hz: int, outputs: int) -> Any:
        if rate_hz == self._clip.info.sample_rate_hz:
            return None
        import soxr  # only when a device does not take the file's rate

        return soxr.ResampleStream(
            self._clip.info.sample_rate_hz, rate_hz, outputs, dtype="float32", quality=_RESAMPLE_QUALITY
        )

    def next_block(self, frames: int) -> Samples:
        """About `frames` frames of the file as float32 (n, outputs) at the device's rate; n may be 0 at first.

        Sets `is_exhausted` with the last block. Raises UnreadableAudio when the file broke.
        """
        samples = self._read(frames)
        self.is_exhausted = len(samples) < frames
        folded = samples if self._is_unchanged else samples @ self._matrix
        if self._resampler is not None:
            folded = self._resampler.resample_chunk(folded, last=self.is_exhausted)
        if self._is_amplified:
            folded = limited(folded)
        return np.ascontiguousarray(folded, dtype=np.float32)

    def _read(self, frames: int) -> Samples:
        parts: list[Samples] = []
        missing = frames
        while missing > 0:
            part = self._read_straight(min(missing, self.order.stop_frame - self._cursor))
            parts.append(part)
            self._cursor += len(part)
            missing -= len(part)
            if self._cursor >= self.order.stop_frame and self.order.is_loop:
                self._cursor = self.order.start_frame
            elif len(part) == 0:
                break
        return np.concatenate(parts) if len(parts) != 1 else parts[0]

    def _read_straight(self, frames: int) -> Samples:
        order = self.order
        if order.is_loop and self._kept_loop is None and self._is_short_loop():
            self._kept_loop = self._clip.read(order.start_frame, order.stop_frame)
        if self._kept_loop is None or not order.start_frame <= self._cursor < order.stop_frame:
            return self._clip.read(self._cursor, self._cursor + max(0, frames))
        place = self._cursor - order.start_frame
        return self._kept_loop[place : place + frames]

    def _is_short_loop(self) -> bool:
        return self.order.stop_frame - self.order.start_frame <= _KEPT_LOOP_S * self._clip.info.sample_rate_hz
