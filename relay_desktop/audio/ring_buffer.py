"""RingBuffer: frames from one writer thread to one reader (the sound callback), without locks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


class RingBuffer:
    """A ring of float32 frames; `written` and `taken` only grow, each changed by one side alone.

    The interpreter makes reading and storing one integer indivisible, so neither side ever waits.
    """

    def __init__(self, frames: int, channels: int) -> None:
        self._data = np.zeros((frames, channels), dtype=np.float32)
        self.capacity = frames
        self.written = 0
        self.taken = 0

    @property
    def free(self) -> int:
        """Frames that can be written now."""
        return self.capacity - (self.written - self.taken)

    def write(self, samples: Samples) -> int:
        """Appends as many frames as there is room for; gives their number. Writer side."""
        count = min(len(samples), self.free)
        place = self.written % self.capacity
        head = min(count, self.capacity - place)
        self._data[place : place + head] = samples[:head]
        self._data[: count - head] = samples[head:count]
        self.written += count
        return count

    def take(self, out: Samples) -> int:
        """Moves up to len(out) frames into `out`; gives their number. Reader side: no allocation of samples."""
        count = min(len(out), self.written - self.taken)
        place = self.taken % self.capacity
        head = min(count, self.capacity - place)
        out[:head] = self._data[place : place + head]
        out[head:count] = self._data[: count - head]
        self.taken += count
        return count
