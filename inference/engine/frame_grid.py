"""The grid of frames laid over a file: one frame is 10 ms at the file's own rate, to the nearest whole sample."""

from __future__ import annotations

from dataclasses import dataclass

NOMINAL_HOP_S = 0.01
SMALLEST_HOP = 10
HALO_FRAMES = 5
"""Frames of samples that most of a frame's witnesses look at on either side of it."""
PAST_S, PAST_ABOVE_96_KHZ_S = 2.6, 0.2
"""How much sound before a frame is searched for repeats of it; less where it would cost too much."""


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

    @property
    def past_frames(self) -> int:
        """Frames before a frame that are searched for repeats of it."""
        return round((PAST_S if self.rate_hz <= 96_000 else PAST_ABOVE_96_KHZ_S) / NOMINAL_HOP_S)

    @property
    def around_frames(self) -> int:
        """Frames of samples that a stretch has more than those it is asked for: before it and after it."""
        return self.past_frames + HALO_FRAMES

    def frames_in(self, samples: int) -> int:
        """Frames needed to cover this many samples; the last may be partly past the end."""
        return -(-samples // self.hop)
