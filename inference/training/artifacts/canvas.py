"""The programme while it is being damaged, and what a mechanism of damage looks like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]
Span = tuple[int, int]
"""First disturbed frame and the frame after the last one."""

SPLICE_S = 0.002


@dataclass
class Canvas:
    """Samples (capacity, channels) float32 of which the first ``frames`` are programme.

    The rest is programme kept in reserve, so that a skip can pull it forward.
    """

    samples: Samples
    rate_hz: int
    frames: int

    def count(self, seconds: float, least: int = 1) -> int:
        """Frames in ``seconds``, at least ``least``."""
        return max(least, round(seconds * self.rate_hz))

    def view(self, start: int, length: int) -> Samples:
        """A writable view of a stretch, cut at both ends of the programme."""
        return self.samples[max(0, start) : max(0, min(start + length, self.frames))]

    def channel(self, index: int) -> Canvas:
        """One channel alone, sharing its memory."""
        return Canvas(self.samples[:, index : index + 1], self.rate_hz, self.frames)

    def around(self, start: int, length: int, margin_s: float) -> Samples:
        """A stretch with some programme on both sides."""
        margin = self.count(margin_s)
        first = max(0, start - margin)
        return self.samples[first : min(self.frames, start + length + margin)]

    def splice_span(self, frame: int) -> Span:
        """The 2 ms by which a splice is labelled."""
        return frame, min(self.frames, frame + self.count(SPLICE_S, least=2))


Apply = Callable[[np.random.Generator, Canvas, int, int], list[Span]]
"""Damage ``length`` frames from ``start`` in place; the spans to be labelled (none: nothing was touched)."""


@dataclass(frozen=True)
class Mechanism:
    """One way in which an artifact comes about. Lengths are drawn log-uniformly between the two bounds."""

    name: str
    artifact_type: str
    apply: Apply
    shortest_s: float
    longest_s: float
    weight: float = 1.0
    needs_programme: bool = True
    moves_time: bool = False

    def draw_length_s(self, rng: np.random.Generator) -> float:
        return log_uniform(rng, self.shortest_s, self.longest_s)


def log_uniform(rng: np.random.Generator, low: float, high: float) -> float:
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def decibels(value: float) -> float:
    """A level in dB as a factor."""
    return float(10.0 ** (value / 20.0))


def rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if samples.size else 0.0


def peak(samples: Samples) -> float:
    return float(np.max(np.abs(samples), initial=0.0))


def outermost(samples: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """(frames,): the greatest magnitude in any channel. Channel by channel, many times as fast as along short rows."""
    loud = np.abs(samples[:, 0])
    for channel in range(1, samples.shape[1]):
        np.maximum(loud, np.abs(samples[:, channel]), out=loud)
    return np.asarray(loud)


def ramp_window(length: int, rise: int, fall: int) -> npt.NDArray[np.float32]:
    """A window (length, 1) of ones with raised-cosine ramps at both ends."""
    window = np.ones(length, dtype=np.float32)
    rise, fall = min(rise, length // 2), min(fall, length // 2)
    if rise > 0:
        window[:rise] = 0.5 - 0.5 * np.cos(np.pi * (np.arange(rise) + 0.5) / rise)
    if fall > 0:
        window[length - fall :] = 0.5 + 0.5 * np.cos(np.pi * (np.arange(fall) + 0.5) / fall)
    return window[:, None]


_DRIVER_FRAMES = (64, 96, 128, 192, 240, 256, 441, 480, 512, 576, 960, 1024, 1152, 1920, 2048, 4096)
_DRIVER_S = (0.0025, 0.005, 0.01, 0.01, 0.02, 0.02, 0.03, 0.04, 0.06)


def draw_buffer(rng: np.random.Generator, canvas: Canvas, longest_s: float = 0.2) -> int:
    """A buffer as sound systems use them: a driver's size or some milliseconds, at times any number of frames."""
    choice = rng.random()
    if choice < 0.55:
        size = int(rng.choice(_DRIVER_FRAMES))
    elif choice < 0.8:
        size = canvas.count(float(rng.choice(_DRIVER_S)))
    else:
        size = canvas.count(log_uniform(rng, 0.0015, longest_s))
    return int(np.clip(size, max(8, canvas.rate_hz // 700), canvas.count(longest_s)))
