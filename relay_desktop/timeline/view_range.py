"""ViewRange: which stretch of time the timeline shows, and the arithmetic between pixels and seconds.

Everything is in double precision seconds from the file's start: at 24 hours a double still resolves a hundredth
of a nanosecond, so nothing drifts.
"""

from __future__ import annotations

from dataclasses import dataclass

# The closest look: this many pixels lie between two samples of a 48 kHz file at most.
NARROWEST_S = 0.0005


@dataclass(frozen=True)
class ViewRange:
    """start_s..stop_s drawn over `width` pixels of a file that lasts `duration_s`."""

    start_s: float
    stop_s: float
    width: int
    duration_s: float

    @property
    def span_s(self) -> float:
        """Length of the visible stretch."""
        return self.stop_s - self.start_s

    @property
    def seconds_per_pixel(self) -> float:
        """Time under one pixel."""
        return self.span_s / max(1, self.width)

    @property
    def is_whole(self) -> bool:
        """Whether the whole file is visible."""
        return self.span_s >= self.duration_s

    def x(self, seconds: float) -> float:
        """The place of a time, in pixels from the left edge."""
        return (seconds - self.start_s) / self.span_s * self.width

    def seconds(self, x: float) -> float:
        """The time under a place."""
        return self.start_s + x / max(1, self.width) * self.span_s

    def with_width(self, width: int) -> ViewRange:
        """The same stretch over another number of pixels."""
        return ViewRange(self.start_s, self.stop_s, max(1, width), self.duration_s)

    def showing(self, start_s: float, stop_s: float) -> ViewRange:
        """Another stretch, brought into the file and to a length that can be shown."""
        shortest = min(NARROWEST_S, self.duration_s)
        span = min(max(stop_s - start_s, shortest), self.duration_s)
        if span != stop_s - start_s:
            start_s = (start_s + stop_s - span) / 2
        start_s = min(max(0.0, start_s), self.duration_s - span)
        return ViewRange(start_s, start_s + span, self.width, self.duration_s)

    def zoomed(self, factor: float, at_s: float) -> ViewRange:
        """`factor` times longer (closer below 1); the time `at_s` keeps its place on the screen."""
        span = min(max(self.span_s * factor, min(NARROWEST_S, self.duration_s)), self.duration_s)
        part = (at_s - self.start_s) / self.span_s
        return self.showing(at_s - part * span, at_s - part * span + span)

    def moved(self, by_s: float) -> ViewRange:
        """The same length elsewhere; stops at the file's ends."""
        start = min(max(0.0, self.start_s + by_s), max(0.0, self.duration_s - self.span_s))
        return ViewRange(start, start + self.span_s, self.width, self.duration_s)


def whole_file(duration_s: float, width: int) -> ViewRange:
    """The view of everything."""
    return ViewRange(0.0, max(duration_s, NARROWEST_S), max(1, width), max(duration_s, NARROWEST_S))
