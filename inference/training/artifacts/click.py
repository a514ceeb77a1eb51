"""Clicks and pops: a few samples to some milliseconds."""

from __future__ import annotations

import numpy as np
from scipy.signal import butter, lfilter, sosfilt

from inference.training.artifacts.canvas import (
    Canvas,
    Mechanism,
    Samples,
    Span,
    log_uniform,
    peak,
    ramp_window,
    rms,
)

TYPE = "click"
_LEAST_S = 0.001


def roughness(canvas: Canvas, start: int) -> float:
    """The greatest second difference within 15 ms: what an impulse has to stand out of."""
    near = canvas.around(start, 1, 0.015)
    return peak(np.diff(near, 2, axis=0)) if len(near) > 2 else 0.0


def loudness(canvas: Canvas, start: int) -> float:
    return max(peak(canvas.around(start, 1, 0.05)), 0.01)


def _impulse_height(rng: np.random.Generator, canvas: Canvas, start: int) -> float:
    """Graded: from about the roughness of the programme to far above its peak."""
    by_roughness = log_uniform(rng, 0.9, 20.0) * roughness(canvas, start) / 2
    floor = log_uniform(rng, 0.012, 0.3) * loudness(canvas, start)
    return float(np.clip(max(by_roughness, floor), 2e-3, 1.8 * loudness(canvas, start) + 0.1))


def _sign(rng: np.random.Generator) -> float:
    return 1.0 if rng.random() < 0.5 else -1.0


def _label(canvas: Canvas, start: int, length: int) -> list[Span]:
    return [(start, min(canvas.frames, start + max(length, canvas.count(_LEAST_S))))]


def _add(canvas: Canvas, start: int, shape: Samples) -> list[Span]:
    """Add one shape (frames,) to all channels and label it."""
    view = canvas.view(start, len(shape))
    view += shape[: len(view), None]
    return _label(canvas, start, len(view))


def impulse(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """One to four samples thrown off."""
    count = int(rng.choice([1, 1, 2, 3, 4]))
    height = _impulse_height(rng, canvas, start)
    shape = height * rng.uniform(0.4, 1.0, count) * _sign(rng)
    if rng.random() < 0.3:
        shape *= np.where(np.arange(count) % 2, -1.0, 1.0)
    return _add(canvas, start, shape.astype(np.float32))


def wrong_samples(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Samples replaced: by zero, by full scale, by a flipped top bit, or by noise."""
    view = canvas.view(start, int(rng.integers(1, 8)))
    before = view.copy()
    choice = rng.integers(0, 4)
    if choice == 0 and rms(view) > 0.3 * loudness(canvas, start):
        view[:] = 0.0
    elif choice == 1:
        view[:] = _sign(rng) * max(loudness(canvas, start), rng.uniform(0.3, 1.0))
    elif choice == 2:
        bit = 0.5 ** rng.integers(1, 4) * max(1.0, 2.0 * loudness(canvas, start))
        view += np.where(view >= 0, -bit, bit).astype(np.float32)
    else:
        view[:] = (rng.uniform(-1, 1, view.shape) * loudness(canvas, start) * 1.2).astype(np.float32)
    if peak(view - before) < max(0.6 * roughness(canvas, start), 2e-3):
        view[:] = before
        return []
    return _label(canvas, start, len(view))


def decaying_pop(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A pop as of a record or a plug: a sudden rise and an exponential fall, at times with an undershoot."""
    time = np.arange(length) / length
    shape = np.exp(-5.0 * time) * (1 - time)
    if rng.random() < 0.5:
        shape *= np.cos(np.pi * time * rng.uniform(0.5, 4.0))
    height = max(_impulse_height(rng, canvas, start), loudness(canvas, start) * log_uniform(rng, 0.15, 1.5))
    return _add(canvas, start, (shape * height * _sign(rng)).astype(np.float32))


def ringing(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A short damped oscillation: a click that passed a filter."""
    length = max(length, canvas.count(_LEAST_S))
    frequency = log_uniform(rng, 600.0, 0.45 * canvas.rate_hz)
    time = np.arange(length) / canvas.rate_hz
    decay = np.exp(-6.0 * np.arange(length) / length)
    shape = np.sin(2 * np.pi * frequency * time + rng.uniform(0, np.pi)) * decay
    return _add(canvas, start, (shape * _impulse_height(rng, canvas, start)).astype(np.float32))


def dulled(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """One to three impulses behind a low-pass or a band: a click as a loudspeaker or a telephone passes it on."""
    length = max(length, canvas.count(_LEAST_S))
    shape = np.zeros(length)
    for _ in range(int(rng.choice([1, 1, 2, 3]))):
        shape[int(rng.integers(0, max(1, length // 3)))] += rng.uniform(0.4, 1.0) * _sign(rng)
    high = min(0.9, log_uniform(rng, 900.0, 9000.0) * 2 / canvas.rate_hz)
    if rng.random() < 0.6:
        filtered = sosfilt(butter(int(rng.choice([1, 2, 4])), high, output="sos"), shape)
    else:
        filtered = sosfilt(butter(1, [high * rng.uniform(0.1, 0.6), high], "bandpass", output="sos"), shape)
    filtered *= ramp_window(length, 0, length // 3)[:, 0]
    height = max(_impulse_height(rng, canvas, start), loudness(canvas, start) * log_uniform(rng, 0.05, 0.8))
    return _add(canvas, start, (filtered * height / max(np.max(np.abs(filtered)), 1e-9)).astype(np.float32))


def tick_of_noise(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A fraction of a millisecond of noise under a falling envelope (dust, crackle)."""
    shape = rng.standard_normal(length) * np.exp(-4.0 * np.arange(length) / length)
    shape *= _impulse_height(rng, canvas, start) / max(np.max(np.abs(shape)), 1e-6)
    return _add(canvas, start, shape.astype(np.float32))


def pulse(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A smooth bump (half a sine or a whole one): a scratch seen through a cartridge."""
    turns = float(rng.choice([0.5, 1.0, 1.5]))
    shape = np.sin(2 * np.pi * turns * (np.arange(length) + 0.5) / length)
    height = max(_impulse_height(rng, canvas, start), loudness(canvas, start) * log_uniform(rng, 0.1, 1.2))
    return _add(canvas, start, (shape * height * _sign(rng)).astype(np.float32))


def scratch(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Some decays, rings and grit on one another behind whatever follows: a needle's jump, a plug in its socket."""
    length = max(length, canvas.count(_LEAST_S))
    time = np.arange(length) / length
    shape = rng.uniform(0.0, 0.6) * rng.standard_normal(length) * np.exp(-log_uniform(rng, 2.0, 30.0) * time)
    for _ in range(int(rng.integers(1, 4))):
        since = time - rng.uniform(0.0, 0.3) * (rng.random() < 0.5)
        decay = np.exp(-log_uniform(rng, 3.0, 40.0) * since) * (since >= 0)
        if rng.random() < 0.4:
            turns = log_uniform(rng, 0.5, max(1.0, 0.3 * length))
            decay *= np.cos(2 * np.pi * (turns * since + rng.random()))
        shape += _sign(rng) * rng.uniform(0.2, 1.0) * decay
    if rng.random() < 0.5:
        shape = lfilter([1.0], [1.0, -rng.uniform(0.0, 0.9)], shape)
    elif rng.random() < 0.3:
        shape = np.diff(shape, prepend=0.0)
    shape *= (1 - time) / max(np.max(np.abs(shape)), 1e-9)
    height = max(_impulse_height(rng, canvas, start), loudness(canvas, start) * log_uniform(rng, 0.15, 2.0))
    return _add(canvas, start, (shape * height).astype(np.float32))


def level_step(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A jump of the baseline that a coupling capacitor takes back within milliseconds."""
    height = max(_impulse_height(rng, canvas, start), loudness(canvas, start) * log_uniform(rng, 0.2, 1.2))
    shape = (1.0 - np.arange(length) / length) ** 2
    return _add(canvas, start, (shape * height * _sign(rng)).astype(np.float32))


MECHANISMS = (
    Mechanism("impulse", TYPE, impulse, 0.0001, 0.0005, 1.6, needs_programme=False),
    Mechanism("wrong samples", TYPE, wrong_samples, 0.0001, 0.001, 1.0, needs_programme=False),
    Mechanism("decaying pop", TYPE, decaying_pop, 0.0003, 0.005, 1.2, needs_programme=False),
    Mechanism("ringing", TYPE, ringing, 0.0003, 0.004, 0.8, needs_programme=False),
    Mechanism("dulled", TYPE, dulled, 0.001, 0.006, 1.4, needs_programme=False),
    Mechanism("tick of noise", TYPE, tick_of_noise, 0.0002, 0.003, 0.8, needs_programme=False),
    Mechanism("pulse", TYPE, pulse, 0.0002, 0.003, 0.8, needs_programme=False),
    Mechanism("scratch", TYPE, scratch, 0.0005, 0.005, 1.6, needs_programme=False),
    Mechanism("level step", TYPE, level_step, 0.0005, 0.005, 0.6, needs_programme=False),
)
