"""What studios, rooms and telephones do to programme, which is no fault: the hard negatives.

Gates and mutes resemble dropouts, limiters clipping, band limits and tremolo distortion; training has to hear all
of them both alone and under real faults.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import soxr
from scipy.ndimage import maximum_filter1d, minimum_filter1d, uniform_filter1d
from scipy.signal import butter, oaconvolve, sosfilt

from inference.training.artifacts.canvas import (
    Samples,
    decibels,
    log_uniform,
    outermost,
    peak,
    ramp_window,
    rms,
)
from inference.training.storage import fitted

Treat = Callable[[np.random.Generator, Samples, int], Samples]


def treated(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """One or two treatments drawn at random; peak at most 0.95."""
    for _ in range(int(rng.integers(1, 3))):
        samples = _TREATMENTS[int(rng.integers(len(_TREATMENTS)))](rng, samples, rate_hz)
    top = peak(samples)
    return np.asarray(samples * np.float32(0.95 / top) if top > 0.95 else samples, dtype=np.float32)


def _level(samples: Samples, rate_hz: int, window_s: float) -> npt.NDArray[np.float32]:
    loud = outermost(samples)
    return np.asarray(uniform_filter1d(loud, max(1, round(window_s * rate_hz))), dtype=np.float32)


def band_limited(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """A telephone, a small loudspeaker, an old tape: no highs, no lows, or neither."""
    nyquist = rate_hz / 2
    high = min(0.95, log_uniform(rng, 2500.0, 16_000.0) / nyquist)
    low = min(0.5 * high, log_uniform(rng, 40.0, 500.0) / nyquist)
    order = int(rng.choice([2, 4, 8]))
    if rng.random() < 0.5:
        return np.asarray(sosfilt(butter(order, high, output="sos"), samples, axis=0), np.float32)
    return np.asarray(sosfilt(butter(order // 2, [low, high], "bandpass", output="sos"), samples, axis=0), np.float32)


def limited(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """A loud master: a look-ahead limiter rides the gain so that peaks touch the ceiling without flat tops."""
    drive = decibels(rng.uniform(3.0, 14.0))
    ceiling = max(peak(samples), 1e-3)
    window = round(rng.uniform(0.002, 0.02) * rate_hz) | 1
    loud = maximum_filter1d(outermost(samples * np.float32(drive)), 2 * window + 1)
    gain = uniform_filter1d(np.minimum(1.0, ceiling / np.maximum(loud, 1e-6)), window)
    return np.asarray(samples * np.float32(drive) * gain[:, None], dtype=np.float32)


def compressed(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """Quiet comes up, loud goes down, with audible pumping at times."""
    level = np.maximum(_level(samples, rate_hz, log_uniform(rng, 0.01, 0.2)), 1e-4)
    gain = level ** np.float32(-rng.uniform(0.3, 0.7))
    out = samples * np.minimum(gain, 30.0 * gain.min())[:, None]
    return np.asarray(out * (peak(samples) / max(peak(out), 1e-6)), dtype=np.float32)


def gated(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """A noise gate: between words and notes there is nothing; it opens and closes within 2 to 60 ms.

    A fast one stays shut for 150 ms at least: shorter holes would be dropouts.
    """
    level = _level(samples, rate_hz, 0.01)
    threshold = float(np.quantile(level, 0.95)) * decibels(rng.uniform(-35, -15))
    hold = round(rng.uniform(0.05, 0.25) * rate_hz)
    is_open = maximum_filter1d((level > threshold).astype(np.float32), 2 * hold + 1)
    if rng.random() < 0.5:
        gain = uniform_filter1d(is_open, round(rng.uniform(0.02, 0.06) * rate_hz))
        return np.asarray(samples * gain[:, None], dtype=np.float32)
    rest = round(0.15 * rate_hz)
    is_open = minimum_filter1d(maximum_filter1d(is_open, rest), rest)
    edge = max(3, round(log_uniform(rng, 0.002, 0.02) * rate_hz))
    return np.asarray(samples * uniform_filter1d(is_open, edge)[:, None], dtype=np.float32)


def sharpened(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """What a transient designer does: attacks stand out of what follows them, or give way to it."""
    sudden = _level(samples, rate_hz, log_uniform(rng, 0.0006, 0.003)) + np.float32(1e-4)
    lasting = _level(samples, rate_hz, log_uniform(rng, 0.02, 0.08)) + np.float32(1e-4)
    gain = (sudden / lasting).clip(0.25, 6.0) ** np.float32(rng.uniform(0.3, 1.2) * rng.choice([1, 1, 1, -0.5]))
    out = samples * gain[:, None]
    return np.asarray(out * (peak(samples) / max(peak(out), 1e-6)), dtype=np.float32)


def tremolo(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """The level swings 1 to 12 times a second, at times down to nothing, always smoothly."""
    depth = rng.uniform(0.3, 1.0)
    turn = 2 * np.pi * log_uniform(rng, 1.0, 12.0) * np.arange(len(samples)) / rate_hz
    return np.asarray(samples * (1 - depth * (0.5 + 0.5 * np.sin(turn)))[:, None], dtype=np.float32)


def faded(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """An engineer's fader: down to silence within 40 to 400 ms, a pause, and up again."""
    out = samples.copy()
    for _ in range(int(rng.integers(1, 4))):
        length = round(log_uniform(rng, 0.2, 2.0) * rate_hz)
        edges = [min(length // 2, round(log_uniform(rng, 0.04, 0.4) * rate_hz)) for _ in range(2)]
        start = int(rng.integers(0, max(1, len(out) - length)))
        window = ramp_window(length, *edges)[: len(out) - start]
        out[start : start + length] *= 1.0 - window
    return out


def in_a_room(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """Reverberation: noise that decays, 0.1 to 0.6 s long."""
    length = round(rng.uniform(0.1, 0.6) * rate_hz)
    decay = np.exp(-7.0 * np.arange(length) / length)[:, None]
    room = rng.standard_normal((length, samples.shape[1])) * decay
    wet = oaconvolve(samples, room.astype(np.float32), axes=0)[: len(samples)]
    share = decibels(rng.uniform(-20, -3)) * rms(samples) / max(rms(wet.astype(np.float32)), 1e-6)
    return np.asarray(samples + wet * share, dtype=np.float32)


def with_bed(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """The hiss of a tape or a room behind everything."""
    hiss = rng.standard_normal(samples.shape).astype(np.float32)
    if rng.random() < 0.6:
        cut = min(0.9, log_uniform(rng, 500.0, 8000.0) * 2 / rate_hz)
        hiss = np.asarray(sosfilt(butter(1, cut, output="sos"), hiss, axis=0), np.float32)
    return np.asarray(samples + hiss * (max(rms(samples), 1e-3) * decibels(rng.uniform(-50, -18))), np.float32)


def afterwards(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """What is done to a finished recording, faults and all, without moving anything in time.

    A gentle equaliser, or a narrower format that it passed through.
    """
    if rng.random() < 0.4:
        narrow = soxr.resample(samples, rate_hz, round(rate_hz * rng.uniform(0.5, 0.95)))
        back = soxr.resample(narrow, len(narrow), len(samples))
        return np.asarray(fitted(np.asarray(back, np.float32), len(samples)))
    corner = min(0.8, log_uniform(rng, 150.0, 0.3 * rate_hz) * 2 / rate_hz)
    side = butter(1, corner, "low" if rng.random() < 0.5 else "high", output="sos")
    band = np.asarray(sosfilt(side, samples, axis=0), np.float32)
    return np.asarray(samples + band * np.float32(rng.uniform(-0.7, 1.5)), np.float32)


_TREATMENTS: tuple[Treat, ...] = (
    band_limited, band_limited, limited, limited, compressed, sharpened, sharpened, gated, gated, tremolo, faded,
    faded, in_a_room, with_bed,
)  # fmt: skip
TREATMENTS: dict[str, Treat] = {treat.__name__: treat for treat in _TREATMENTS}
