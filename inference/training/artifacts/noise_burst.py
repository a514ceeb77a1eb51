"""Noise bursts: broadband, static or radio interference, 5 to 500 ms."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from inference.training.artifacts.canvas import (
    Canvas,
    Mechanism,
    Samples,
    Span,
    log_uniform,
    ramp_window,
    rms,
)

TYPE = "noise_burst"
Noise = Callable[[np.random.Generator, int, int], Samples]


def _level(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> float:
    """Graded against the programme at that place, never below what a pause would let through."""
    near = rms(canvas.around(start, length, 0.1))
    return float(np.clip(max(near, 0.004) * log_uniform(rng, 0.5, 6.0), 2e-3, 0.5))


def _envelope(rng: np.random.Generator, canvas: Canvas, length: int) -> Samples:
    choice = rng.random()
    if choice < 0.45:
        edge = canvas.count(log_uniform(rng, 0.0003, 0.02))
        return ramp_window(length, edge, edge)
    if choice < 0.6:
        return np.ones((length, 1), dtype=np.float32)
    time = (np.arange(length) + 0.5) / length
    if choice < 0.85:
        fall = np.exp(-rng.uniform(1.0, 3.0) * time) * ramp_window(length, 1, max(1, length // 6))[:, 0]
        return fall.astype(np.float32)[:, None]
    return np.sin(np.pi * time).astype(np.float32)[:, None] ** np.float32(0.7)


def coloured(rng: np.random.Generator, length: int, rate_hz: int) -> Samples:
    """White, pink, brown or blue noise, at times through a band."""
    size = max(64, int(2 ** np.ceil(np.log2(length))))
    spectrum = np.fft.rfft(rng.standard_normal(size))
    frequency = np.fft.rfftfreq(size, 1 / rate_hz)
    slope = float(rng.choice([0.0, 0.0, 0.0, -0.5, -1.0, 0.5]))
    spectrum *= np.maximum(frequency, 40.0) ** slope
    if rng.random() < 0.35:
        low = log_uniform(rng, 100.0, 0.2 * rate_hz)
        high = min(rate_hz / 2, low * log_uniform(rng, 3.0, 20.0))
        spectrum *= 1.0 / (1.0 + (low / np.maximum(frequency, 1.0)) ** 4) / (1.0 + (frequency / high) ** 8)
    return np.fft.irfft(spectrum, size)[:length].astype(np.float32)


def static(rng: np.random.Generator, length: int, rate_hz: int) -> Samples:
    """Dense random impulses of random heights."""
    density = log_uniform(rng, 0.02, 0.4)
    impulses = rng.standard_normal(length) ** 3 * (rng.random(length) < density)
    return np.convolve(impulses, [1.0, rng.uniform(-0.6, 0.6)], mode="same").astype(np.float32)


def radio(rng: np.random.Generator, length: int, rate_hz: int) -> Samples:
    """The buzz of a mobile phone: bursts at 217 Hz (or its kin) with sharp edges."""
    pitch = float(rng.choice([217.0, 217.0, 100.0, 1000.0 / 9.23, 50.0, 400.0]))
    phase = (np.arange(length) * pitch / rate_hz + rng.random()) % 1.0
    duty = rng.uniform(0.08, 0.3)
    pulses = (phase < duty).astype(np.float64) - duty
    grain = rng.standard_normal(length) * rng.uniform(0.05, 0.6) * (phase < duty)
    return np.diff(pulses + grain, prepend=0.0).astype(np.float32)


def data(rng: np.random.Generator, length: int, rate_hz: int) -> Samples:
    """Bytes of something else played as sound: uniform, or with the structure of words."""
    words = rng.integers(0, 256, (length, 2))
    if rng.random() < 0.5:
        words[:, 0] = rng.integers(0, int(rng.integers(2, 64)), length)
    return ((words[:, 0] * 256 + words[:, 1]) / 32768.0 - 1.0).astype(np.float32)


def sweep(rng: np.random.Generator, length: int, rate_hz: int) -> Samples:
    """A whistle of interference under noise: heterodyne, then squelch."""
    low, high = log_uniform(rng, 300, 0.2 * rate_hz), log_uniform(rng, 300, 0.4 * rate_hz)
    phase = 2 * np.pi * np.cumsum(np.linspace(low, high, length)) / rate_hz
    return (np.sin(phase) * 0.7 + rng.standard_normal(length)).astype(np.float32)


def _added(rng: np.random.Generator, canvas: Canvas, start: int, length: int, noise: Noise) -> list[Span]:
    view = canvas.view(start, length)
    if len(view) < canvas.count(0.004):
        return []
    level = _level(rng, canvas, start, length)
    burst = noise(rng, len(view), canvas.rate_hz)[:, None]
    if view.shape[1] > 1 and rng.random() < 0.5:
        burst = np.concatenate([burst, noise(rng, len(view), canvas.rate_hz)[:, None]], axis=1)
    burst = burst * (level / max(rms(burst), 1e-6)) * _envelope(rng, canvas, len(view))
    if rng.random() < 0.2:
        view *= 1.0 - _envelope(rng, canvas, len(view)) * np.float32(rng.uniform(0.5, 1.0))
    view += np.clip(burst, -1.2, 1.2)
    return [(start, start + len(view))]


def _with(noise: Noise) -> Callable[[np.random.Generator, Canvas, int, int], list[Span]]:
    def apply(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
        return _added(rng, canvas, start, length, noise)

    return apply


MECHANISMS = (
    Mechanism("coloured", TYPE, _with(coloured), 0.007, 0.5, 2.5, needs_programme=False),
    Mechanism("static", TYPE, _with(static), 0.012, 0.5, 1.2, needs_programme=False),
    Mechanism("radio", TYPE, _with(radio), 0.03, 0.5, 1.0, needs_programme=False),
    Mechanism("data", TYPE, _with(data), 0.006, 0.4, 0.8, needs_programme=False),
    Mechanism("sweep", TYPE, _with(sweep), 0.03, 0.5, 0.4, needs_programme=False),
)
