"""RingBuffer: frames from one writer thread to one reader (the sound callback), without locks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


class RingBuffer:
    """A ring of float32 frames; `written` and `taken` only grow, each changed by one side alone.

    The last `history` frames that were taken can still be looked at (`peek`): the meters follow what is heard.

    The interpreter makes reading and storing one integer indivisible, so neither side ever waits.
    """

    def __init__(self, frames: int, channels: int, history: int = 0) -> None:
        self._data = np.zeros((frames + history, channels), dtype=np.float32)
        self.capacity = frames
        self.history = history
        self.written = 0
        self.taken = 0

    @property
    def free(self) -> int:
        """Frames that can be written now."""
        return self.capacity - (self.written - self.taken)

    def write(self, samples: Samples) -> int:
        """Appends as many frames as there is room for; gives their number. Writer side."""
        count = min(len(samples), self.free)
        place = self.written % len(self._data)
        head = min(count, len(self._data) - place)
        self._data[place : place + head] = samples[:head]
        self._data[: count - head] = samples[head:count]
        self.written += count
        return count

    def take(self, out: Samples) -> int:
        """Moves up to len(out) frames into `out`; gives their number. Reader side: no allocation of samples."""
        count = min(len(out), self.written - self.taken)
        place = self.taken % len(self._data)
        head = min(count, len(self._data) - place)
        out[:head] = self._data[place : place + head]
        out[head:count] = self._data[: count - head]
        self.taken += count
        return count

    def peek(self, start: int, stop: int) -> Samples:
        """A copy of the frames start..stop (counted as `taken` is) that are still there. Any thread."""
        start = max(start, self.taken - self.history, 0)
        places = np.arange(start, max(start, min(stop, self.written))) % len(self._data)
        return self._data[places]
