"""How a click or a splice lies in its programme: a fault comes and goes, what a drum or a plosive begins with stays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from inference.engine.evidence import Evidence
from inference.engine.front_end import SUBFRAMES
from inference.engine.segments import EDGES

REACHES = (2, 8), (8, 48)
"""From how many to how many pieces of 1.25 ms before and after it: 2.5 to 10 ms, 10 to 60 ms."""
NEAR, PEAK = (2, 16), (2, 24)
FARTHEST = max(reach[1] for reach in (*REACHES, NEAR, PEAK))
TOGETHER = 4096
"""So many places are looked at together: a day of faults needs no more memory than a minute."""

FloatArray = NDArray[np.float64]


def break_edges(frames: Sequence[int], evidence: Evidence) -> FloatArray:
    """(n, EDGES) log10 of power: how the places at which prediction fails most in these frames lie in their programme.

    How far the level after it lies above the one before and how far below, for each of :data:`REACHES`; how far it
    stands out itself; how far the greatest piece after it lies above the greatest one before.
    """
    places = np.asarray(frames, dtype=np.int64)
    parts = [
        _edges(_Around(places[at : at + TOGETHER], evidence)) for at in range(0, len(places), TOGETHER)
    ]
    return np.concatenate(parts) if parts else np.zeros((0, EDGES))


def _edges(around: _Around) -> FloatArray:
    steps = [around.mean(after) - around.mean(before) for before, after in map(_sides, REACHES)]
    before, after = _sides(NEAR)
    near = around.mean(np.concatenate((before, after)))
    before, after = _sides(PEAK)
    rise_of_peaks = around.greatest(after) - around.greatest(before)
    edges: FloatArray = np.stack(
        (
            *(part for step in steps for part in (np.maximum(step, 0.0), np.maximum(-step, 0.0))),
            around.greatest(np.arange(-1, 2)) - near,
            np.maximum(rise_of_peaks, 0.0),
        ),
        axis=1,
    )
    # Where the recording begins or ends nothing is known.
    edges[np.isnan(edges)] = 0.0
    return edges


def _sides(reach: tuple[int, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pieces so far before and after a place, relative to it."""
    nearest, farthest = reach
    return np.arange(-farthest, -nearest + 1), np.arange(nearest, farthest + 1)


class _Around:
    """The pieces around places, NaN beyond the ends of the recording."""

    def __init__(self, frames: NDArray[np.int64], evidence: Evidence) -> None:
        pieces = evidence.levels.reshape(-1)
        at = frames * SUBFRAMES + evidence.spikes[frames].astype(np.int64) * SUBFRAMES // 256
        place = at[:, None] + np.arange(-FARTHEST, FARTHEST + 1)
        is_inside = (place >= 0) & (place < len(pieces))
        twentieths = pieces[place.clip(0, len(pieces) - 1)]
        self._levels = np.where(is_inside, twentieths / 20.0 - 10.0, np.nan)

    def mean(self, places: NDArray[np.int64]) -> FloatArray:
        """log10 of the mean power there, (n,)."""
        levels = self._levels[:, places + FARTHEST]
        is_known = ~np.isnan(levels)
        # One column after the other: the sum of a place is then the same whatever others are beside it.
        power = np.zeros(len(levels))
        for column in np.where(is_known, 10.0**levels, 0.0).T:
            power += column
        count = is_known.sum(axis=1)
        mean: FloatArray = np.log10(np.maximum(power, 1e-30) / np.maximum(count, 1))
        mean[count == 0] = np.nan
        return mean

    def greatest(self, places: NDArray[np.int64]) -> FloatArray:
        """The greatest level there, (n,)."""
        greatest: FloatArray = np.fmax.reduce(self._levels[:, places + FARTHEST], axis=1)
        return greatest
