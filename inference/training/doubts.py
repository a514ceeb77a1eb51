"""What in untouched programme nobody can tell from a fault: there, either answer is right."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import maximum_filter1d

from inference.training.artifacts.canvas import Samples, decibels, outermost
from inference.training.artifacts.clipping import events_of
from inference.training.injection import Event

_RECORDED_KINDS = frozenset({"effects", "drums"})
"""Sounds of games and kits, many of them driven into saturation by their makers."""
_SHORTEST_S, _LONGEST_S = 0.0015, 0.02


def doubtful_events(programme: Samples, rate_hz: int, kind: str) -> list[Event]:
    """Events that do not count, in clean programme of this kind."""
    saturated = saturated_sources(programme, rate_hz) if kind in _RECORDED_KINDS else []
    return saturated + short_rests(programme, rate_hz)


def saturated_sources(programme: Samples, rate_hz: int) -> list[Event]:
    """Where a recorded sound itself sits at its ceiling most of the time."""
    block = round(0.05 * rate_hz)
    count = len(programme) // block
    size = outermost(programme[: count * block]).reshape(count, block)
    top = size.max(axis=1)
    is_full = (np.mean(size > 0.8 * top[:, None], axis=1) > 0.5) & (top > 0.03)
    spans = events_of(np.repeat(is_full, block), rate_hz)
    kinds = ("clipping", "distortion")
    return [Event(kind, a / rate_hz, b / rate_hz, "source", counts=False) for a, b in spans for kind in kinds]


def short_rests(programme: Samples, rate_hz: int) -> list[Event]:
    """Some milliseconds of nothing between two loud sounds, as a choked drum or a staccato note leaves them."""
    level = outermost(programme)
    if not np.any(level):
        return []
    loud = float(np.quantile(level[level > 0], 0.95))
    is_still = level < max(loud * decibels(-60.0), 1e-5)
    side = max(1, round(0.008 * rate_hz))
    nearby = maximum_filter1d(level, side)
    return [
        Event("dropout", a / rate_hz, b / rate_hz, "rest", counts=False)
        for a, b in _runs(is_still)
        if _SHORTEST_S * rate_hz <= b - a <= _LONGEST_S * rate_hz
        and a > side
        and b + side < len(level)
        and min(nearby[a - side // 2 - 1], nearby[b + side // 2]) > loud * decibels(-20.0)
    ]


def _runs(flags: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
