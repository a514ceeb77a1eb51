"""The grid of frames laid over a file: one frame is 10 ms at the file's own rate, to the nearest whole sample."""

from __future__ import annotations

from dataclasses import dataclass

NOMINAL_HOP_S = 0.01
SMALLEST_HOP = 10
HALO_FRAMES = 5
"""Frames of samples that most of a frame's witnesses look at on either side of it."""
PAST_FRAMES = 20
"""Frames of samples before it that are searched for repeats of a frame: 200 ms."""


@dataclass(frozen=True)
class FrameGrid:
    """Frames of ``hop`` samples at ``rate_hz``; frame ``i`` covers samples ``[i * hop, (i + 1) * hop)``."""

    rate_hz: int
    hop: int

    @classmethod
    def for_rate(cls, rate_hz: int) -> FrameGrid:
        """The grid for a file of this sample rate (Hz)."""
        return cls(rate_hz, max(SMALLEST_HOP, round(rate_hz * NOMINAL_HOP_S)))

    @property
    def hop_s(self) -> float:
        """Length of one frame in seconds, 0.01 but for rounding to whole samples."""
        return self.hop / self.rate_hz

    def frames_in(self, samples: int) -> int:
        """Frames needed to cover this many samples; the last may be partly past the end."""
        return -(-samples // self.hop)
