"""Is a recording clean enough to be called clean? Clipped files and files with hard holes teach the wrong thing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]

_FLAT_FRACTION = 2e-4
_LOUDEST_JUMP = 0.5


@dataclass(frozen=True)
class Screening:
    """What screening saw. ``reason`` is empty for a file fit to be called clean."""

    peak: float
    rms: float
    flat_fraction: float
    hard_holes: int
    reason: str


def screen(samples: Samples, rate_hz: int) -> Screening:
    """Judge samples (frames, channels): too quiet, too short, clipped, or holes with hard edges inside."""
    peak = float(np.max(np.abs(samples), initial=0.0))
    rms = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if samples.size else 0.0
    flat = flat_top_fraction(samples, peak)
    holes = hard_holes(samples, rate_hz)
    reason = ""
    if len(samples) < rate_hz * 0.05:
        reason = "shorter than 50 ms"
    elif rms < 1e-4:
        reason = "silent"
    elif flat > _FLAT_FRACTION:
        reason = "clipped"
    elif holes > 0:
        reason = "holes with hard edges"
    return Screening(peak, rms, flat, holes, reason)


def flat_top_fraction(samples: Samples, peak: float) -> float:
    """Share of samples inside runs of three or more at the peak (within 0.2 %), over the worst channel."""
    if peak <= 0.0 or len(samples) < 3:
        return 0.0
    at_top = np.abs(samples) >= 0.998 * peak
    same = (np.sign(samples[1:]) == np.sign(samples[:-1])) & at_top[1:] & at_top[:-1]
    runs = same[1:] & same[:-1]
    return float(runs.mean(axis=0).max())


def hard_holes(samples: Samples, rate_hz: int) -> int:
    """How many stretches of exact zeros (2 ms to 1.5 s, all channels) begin and end from loud programme."""
    loud = np.max(np.abs(samples), axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], (loud == 0.0).astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    length = ends - starts
    inner = (length >= rate_hz // 500) & (length <= rate_hz * 3 // 2) & (starts > 0) & (ends < len(loud))
    starts, ends = starts[inner], ends[inner]
    return int(np.count_nonzero((loud[starts - 1] > 0.03) & (loud[np.minimum(ends, len(loud) - 1)] > 0.03)))
