"""Does a short fault show at all? What a predictor of the programme around it makes of it.

A click below the programme's own grain, or a splice of hiss with hiss, cannot be heard by anyone; asking for it
would teach the network to guess.
"""

from __future__ import annotations

import numpy as np
from scipy.linalg import LinAlgError, solve_toeplitz
from scipy.signal import lfilter

from inference.training.artifacts.canvas import Samples, Span

_AROUND_S = 0.03
_ORDER = 32
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
