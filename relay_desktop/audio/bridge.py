"""Bridging: what could have stood in a damaged span, guessed from both sides, so that the ear can compare.

Linear prediction from the left runs forward, from the right backward, and one fades into the other (I. Kauppinen,
K. Roth, "Audio signal extrapolation", DAFx 2002). The coefficients are Burg's, whose filter is stable.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Signal = NDArray[np.float64]

LONGEST_BRIDGE_S = 0.5
_CONTEXT_S = 0.05
_LEAST_CONTEXT = 256
_MOST_ORDER = 400


class _Readable(Protocol):
    def read(self, start_frame: int, stop_frame: int) -> Samples: ...


def bridged_samples(clip: _Readable, start: int, stop: int, rate_hz: int) -> Samples:
    """float32 (stop - start, channels) to stand in for the clip's frames start..stop. Raises UnreadableAudio."""
    context = max(_LEAST_CONTEXT, round(_CONTEXT_S * rate_hz))
    before, after = clip.read(start - context, start), clip.read(stop, stop + context)
    channels = max(before.shape[1], after.shape[1])
    bridge = np.zeros((stop - start, channels), dtype=np.float32)
    for channel in range(channels):
        left = before[:, channel].astype(np.float64) if len(before) else np.zeros(0)
        right = after[:, channel].astype(np.float64) if len(after) else np.zeros(0)
        bridge[:, channel] = _between(left, right, stop - start)
    return bridge


def _between(left: Signal, right: Signal, count: int) -> Signal:
    forward = extrapolated(left, count)
    backward = extrapolated(right[::-1], count)[::-1]
    weight = (1 - np.cos(np.pi * (np.arange(count) + 0.5) / count)) / 2
    if len(left) == 0 or len(right) == 0:
        return forward + backward
    # Weights that add up to one keep a tone that runs through at its level.
    return forward * (1 - weight) + backward * weight


def extrapolated(signal: Signal, count: int) -> Signal:
    """`count` samples that go on after `signal`, as a linear predictor sees it."""
    order = min(_MOST_ORDER, len(signal) // 3)
    if order < 1 or not np.any(signal):
        return np.zeros(count)
    weights = _burg(signal, order)[::-1]
    grown = np.concatenate([signal[-order:], np.zeros(count)])
    for place in range(count):
        grown[order + place] = weights @ grown[place : place + order]
    return np.asarray(np.nan_to_num(grown[order:]))


def _burg(signal: Signal, order: int) -> Signal:
    """Weights of the last samples, newest first, that predict the next one (J. P. Burg, 1967)."""
    ahead, behind = signal[1:].copy(), signal[:-1].copy()
    polynomial = np.ones(1)
    for _ in range(order):
        power = ahead @ ahead + behind @ behind
        if power <= 1e-20:
            break
        reflection = -2 * (ahead @ behind) / power
        polynomial = np.append(polynomial, 0.0)
        polynomial = polynomial + reflection * polynomial[::-1]
        ahead, behind = (ahead + reflection * behind)[1:], (behind + reflection * ahead)[:-1]
    return np.asarray(-np.concatenate([polynomial[1:], np.zeros(order + 1 - len(polynomial))]))
