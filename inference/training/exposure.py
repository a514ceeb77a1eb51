"""Does a short fault show at all? What a predictor of the programme around it makes of it.

A click below the programme's own grain, or a splice of hiss with hiss, cannot be heard by anyone; asking for it
would teach the network to guess.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.linalg import LinAlgError, solve_toeplitz
from scipy.signal import lfilter

from inference.training.artifacts.canvas import Samples, Span

_AROUND_S = 0.03
_ORDER = 32
_HEARD_RANGE_DB = 45.0
_BANDS = 14
_USUAL_MOST = 0.995
"""The quantile of the surprise elsewhere that the fault has to exceed."""


def exposure(samples: Samples, span: Span, rate_hz: int) -> float:
    """The greatest surprise within a short span over the usual greatest one within 30 ms around, best channel.

    Untouched programme stays below 1.5 nearly always, below 1 in four cases of five.
    """
    margin = round(_AROUND_S * rate_hz)
    low, high = max(0, span[0] - margin), min(len(samples), span[1] + margin)
    inside = (span[0] - low, span[1] - low)
    return max((_channel_exposure(samples[low:high, c], inside) for c in range(samples.shape[1])), default=0.0)


def _channel_exposure(course: Samples, span: Span) -> float:
    wave = course.astype(np.float64)
    order = min(_ORDER, len(wave) // 8)
    if order < 4 or not np.any(wave):
        return 0.0
    size = 2 ** int(np.ceil(np.log2(2 * len(wave))))
    likeness = np.fft.irfft(np.abs(np.fft.rfft(wave, size)) ** 2)[: order + 1]
    likeness[0] = likeness[0] * (1 + 1e-5) + 1e-12
    try:
        predictor = solve_toeplitz(likeness[:order], likeness[1:])
    except LinAlgError:
        return 0.0
    surprise = np.abs(lfilter(np.concatenate(([1.0], -predictor)), [1.0], wave))[order:]
    first, last = max(0, span[0] - order - 2), max(1, span[1] - order // 2)
    elsewhere = np.concatenate([surprise[:first], surprise[last:]])
    if not len(elsewhere) or first >= len(surprise):
        return 0.0
    return float(np.max(surprise[first:last], initial=0.0) / max(np.quantile(elsewhere, _USUAL_MOST), 1e-7))


def spectral_change(before: Samples, after: Samples, rate_hz: int, share: float = 1.0) -> float:
    """How far the levels of broad bands differ, in dB: their mean in 20 ms, the loud bands weighing most.

    Of all loud 20 ms the worst one, or that which this share of them does not exceed. A good encoder at a low bit rate
    stays below 1.5 dB in four fifths of them.
    """
    size = max(32, round(0.02 * rate_hz))
    count = min(len(before), len(after))
    if count < size // 2:
        return 0.0
    levels = [_band_levels(one[:count].mean(axis=1), size, rate_hz) for one in (before, after)]
    floor = max(float(np.max(one)) for one in levels) - _HEARD_RANGE_DB
    was, now = (np.maximum(one, floor) for one in levels)
    weight = np.maximum(was, now) - floor + 1.0
    change = np.sum(np.abs(was - now) * weight, axis=1) / np.sum(weight, axis=1)
    loud = np.max(np.maximum(was, now), axis=1) > floor + _HEARD_RANGE_DB / 3
    return float(np.quantile(change[loud], share)) if np.any(loud) else 0.0


def _band_levels(mono: Samples, size: int, rate_hz: int) -> npt.NDArray[np.float64]:
    """Levels (frames, bands) in dB of half-overlapping frames in bands of a third to a half octave."""
    hop = size // 2
    padded = np.pad(mono, (0, max(0, size - len(mono))))
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop]
    power = np.abs(np.fft.rfft(frames * np.hanning(size), 2 * size, axis=1)) ** 2
    edges = np.geomspace(120.0, rate_hz / 2, _BANDS + 1) / (rate_hz / 2) * (power.shape[1] - 1)
    bounds = np.unique(np.round(edges).astype(int))
    return 10 * np.log10(np.add.reduceat(power, bounds[:-1], axis=1) + 1e-10)
