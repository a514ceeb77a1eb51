"""Mains hum: 50 or 60 Hz with harmonics over a stretch."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from inference.training.artifacts.canvas import Canvas, Mechanism, Span, decibels, ramp_window

TYPE = "hum"
Amplitudes = npt.NDArray[np.float64]
Law = Callable[[np.random.Generator, int], Amplitudes]


def _earth_loop(rng: np.random.Generator, count: int) -> Amplitudes:
    """Falling harmonics, the odd ones stronger."""
    number = np.arange(1, count + 1)
    odd = np.where(number % 2, 1.0, rng.uniform(0.1, 1.0))
    return np.asarray(number ** -rng.uniform(0.6, 2.0) * odd * _wild(rng, count), dtype=np.float64)


def _rectifier(rng: np.random.Generator, count: int) -> Amplitudes:
    """A power supply's ripple: 100 or 120 Hz and its multiples lead."""
    number = np.arange(1, count + 1)
    even = np.where(number % 2, rng.uniform(0.02, 0.4), 1.0)
    return np.asarray(even * number ** -rng.uniform(0.5, 1.5) * _wild(rng, count), dtype=np.float64)


def _dimmer(rng: np.random.Generator, count: int) -> Amplitudes:
    """A thyristor's buzz: harmonics that hardly fall."""
    number = np.arange(1, count + 1)
    return np.asarray(number ** -rng.uniform(0.0, 0.6) * _wild(rng, count), dtype=np.float64)


def _pure(rng: np.random.Generator, count: int) -> Amplitudes:
    """Nearly the fundamental alone, with two or three weak harmonics."""
    amplitudes = np.zeros(count)
    amplitudes[: min(4, count)] = np.array([1.0, 0.3, 0.3, 0.1])[:count] * rng.uniform(0.3, 1.0, min(4, count))
    amplitudes[0] = 1.0
    return amplitudes


def _wild(rng: np.random.Generator, count: int) -> Amplitudes:
    return np.asarray(rng.uniform(0.3, 1.0, count) * (rng.random(count) < 0.9), dtype=np.float64)


def _level(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> float:
    """Graded against the programme's usual level; a pause of speech lets less through than music does."""
    view = np.abs(canvas.view(start, length)).mean(axis=1)
    block = canvas.count(0.05)
    usable = len(view) // block * block
    levels = view[:usable].reshape(-1, block).mean(axis=1) if usable else view
    quiet, middle = np.quantile(levels, [0.15, 0.6])
    reference = max(np.sqrt(max(quiet, middle * 0.03) * middle), 0.002)
    return float(np.clip(reference * decibels(rng.uniform(-10, 14)), 0.0012, 0.2))


def _added(rng: np.random.Generator, canvas: Canvas, start: int, length: int, law: Law) -> list[Span]:
    view = canvas.view(start, length)
    if len(view) < canvas.count(0.3):
        return []
    mains = float(rng.choice([50.0, 60.0])) * (1.0 + rng.uniform(-0.002, 0.002))
    highest = min(0.45 * canvas.rate_hz, rng.choice([400.0, 1000.0, 2500.0]))
    count = int(np.clip(highest // mains, 3, 40))
    wave = _wave(rng, law(rng, count), mains, len(view), canvas.rate_hz)
    wave *= _level(rng, canvas, start, length) / max(float(np.sqrt(np.mean(wave**2))), 1e-9)
    rise, fall = (canvas.count(float(rng.choice([0.005, 0.02, 0.05, 0.15, 0.4]))) for _ in range(2))
    view += (wave[:, None] * ramp_window(len(view), rise, fall)).astype(np.float32)
    return [(start, start + len(view))]


def _wave(
    rng: np.random.Generator, amplitudes: Amplitudes, mains: float, length: int, rate_hz: int
) -> npt.NDArray[np.float64]:
    """One period tabled finely and read at the mains frequency: cheap for any number of harmonics."""
    size = 4096
    turn = 2 * np.pi * np.arange(size) / size
    number = np.arange(1, len(amplitudes) + 1)
    phases = rng.uniform(0, 2 * np.pi, len(amplitudes))
    table = (amplitudes[:, None] * np.sin(number[:, None] * turn + phases[:, None])).sum(axis=0)
    time = np.arange(length) / rate_hz
    wander = rng.uniform(0, 0.02) * np.sin(2 * np.pi * rng.uniform(0.05, 0.5) * time)
    at = ((time * mains + wander + rng.random()) * size).astype(np.int64) % size
    swell = 1.0 + rng.uniform(0, 0.25) * np.sin(2 * np.pi * rng.uniform(0.1, 2.0) * time)
    return np.asarray(table[at] * swell, dtype=np.float64)


def _with(law: Law) -> Callable[[np.random.Generator, Canvas, int, int], list[Span]]:
    def apply(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
        return _added(rng, canvas, start, length, law)

    return apply


MECHANISMS = (
    Mechanism("earth loop", TYPE, _with(_earth_loop), 0.5, 20.0, 2.0, needs_programme=False),
    Mechanism("rectifier", TYPE, _with(_rectifier), 0.5, 20.0, 1.2, needs_programme=False),
    Mechanism("dimmer", TYPE, _with(_dimmer), 0.5, 20.0, 1.0, needs_programme=False),
    Mechanism("pure", TYPE, _with(_pure), 0.5, 20.0, 0.8, needs_programme=False),
)
