"""SpanReader: the frames of an order as the file has them: looped, with gaps and guarded seams, bridged, backwards."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from relay_desktop.audio.bridge import bridged_samples
from relay_desktop.audio.play_order import PlayOrder

Samples = NDArray[np.float32]

# A loop up to this long is decoded once and kept (5.8 MB at 48 kHz stereo).
_KEPT_LOOP_S = 15.0


class Readable(Protocol):
    """What samples can be read from, in any thread."""

    def read(self, start_frame: int, stop_frame: int) -> Samples:
        """Samples of the half-open range, float32 (frames, channels), fewer at the end."""
        ...


class SpanReader:
    """Reads an order block by block. Any thread, one at a time."""

    def __init__(self, clip: Readable, order: PlayOrder, rate_hz: int, gap_frames: int = 0) -> None:
        """`rate_hz` and `gap_frames` (silence between rounds) count frames of the file."""
        self.order = order
        self._clip = clip
        self._rate_hz = rate_hz
        self._cursor = order.first_frame
        self._gap_frames = gap_frames
        self._gap_left = 0
        self._channels = 1  # known with the first part; a gap comes after it
        self._fade = self._fade_frames()
        self._is_first_round = True
        self._kept_loop: Samples | None = None
        self._bridge: Samples | None = None

    def _fade_frames(self) -> int:
        order = self.order
        length = order.stop_frame - order.start_frame
        return min(round(order.fade_s * self._rate_hz), length // 4) if order.is_loop else 0

    def read(self, frames: int) -> Samples:
        """`frames` frames, fewer only with the last ones. Raises UnreadableAudio when the file broke."""
        if self.order.is_backwards:
            return self._read_backwards(frames)
        parts: list[Samples] = []
        missing = frames
        while missing > 0:
            part = self._next_part(missing)
            parts.append(part)
            missing -= len(part)
            if len(part) == 0 and self._gap_left == 0:
                break
        return np.concatenate(parts) if len(parts) != 1 else parts[0]

    def _next_part(self, frames: int) -> Samples:
        if self._gap_left > 0:
            count = min(frames, self._gap_left)
            self._gap_left -= count
            return np.zeros((count, self._channels), dtype=np.float32)
        part = self._read_span(self._cursor, min(self._cursor + frames, self.order.stop_frame))
        self._channels = part.shape[1]
        if self._fade:
            part = self._guarded(part)
        self._cursor += len(part)
        if self._cursor >= self.order.stop_frame and self.order.is_loop:
            self._cursor, self._is_first_round, self._gap_left = self.order.start_frame, False, self._gap_frames
        return part

    def _read_backwards(self, frames: int) -> Samples:
        begin = max(self.order.start_frame, self._cursor - frames)
        samples = self._clip.read(begin, self._cursor)
        self._cursor = begin
        return samples[::-1]

    def _read_span(self, start: int, stop: int) -> Samples:
        kept = self._kept()
        if kept is None or start < self.order.start_frame:
            samples = self._clip.read(start, max(start, stop))
        else:
            samples = kept[start - self.order.start_frame : stop - self.order.start_frame]
        return self._with_bridge(samples, start)

    def _kept(self) -> Samples | None:
        order = self.order
        if order.is_loop and self._kept_loop is None and self._is_short_loop():
            self._kept_loop = self._clip.read(order.start_frame, order.stop_frame)
        return self._kept_loop

    def _is_short_loop(self) -> bool:
        return self.order.stop_frame - self.order.start_frame <= _KEPT_LOOP_S * self._rate_hz

    def _with_bridge(self, samples: Samples, start: int) -> Samples:
        if self.order.bridged is None:
            return samples
        first, last = self.order.bridged
        begin, end = max(first, start), min(last, start + len(samples))
        if begin >= end:
            return samples
        if self._bridge is None:
            self._bridge = bridged_samples(self._clip, first, last, self._rate_hz)
        changed = samples.copy()
        changed[begin - start : end - start] = self._bridge[begin - first : end - first]
        return changed

    def _guarded(self, part: Samples) -> Samples:
        """Fades out before the seam and, but for the first round, in after it."""
        place = np.arange(self._cursor, self._cursor + len(part))
        to_end = (self.order.stop_frame - place) / self._fade
        from_start = (place - self.order.start_frame + 1) / self._fade
        size = to_end if self._is_first_round else np.minimum(to_end, from_start)
        return part if len(part) == 0 or size.min() >= 1 else part * np.minimum(size, 1).astype(np.float32)[:, None]
