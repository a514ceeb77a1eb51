"""How a click or a splice lies in its programme: a fault comes and goes, what a drum or a plosive begins with stays."""

from __future__ import annotations

import numpy as np

from inference.engine.front_end import SUBFRAMES
from inference.engine.gaps import Evidence, FloatArray, mean_level
from inference.engine.segments import EDGES, Segment

REACHES = (2, 8), (8, 48)
"""From how many to how many pieces of 1.25 ms before and after it: 2.5 to 10 ms, 10 to 60 ms."""
NEAR_PIECES, PEAK_PIECES = 16, 24
LOOKED_AT_FRAMES = 8


def break_edges(segment: Segment, evidence: Evidence) -> tuple[float, ...]:
    """How the place at which prediction fails most lies in its programme, :data:`EDGES` numbers in log10 of power.

    How far the level after it lies above the one before and how far below, for each of :data:`REACHES`; how far it
    stands out itself; how far the greatest piece after it lies above the greatest one before.
    """
    first = max(0, segment.peak_at - LOOKED_AT_FRAMES)
    pieces = evidence.pieces(first, segment.peak_at + LOOKED_AT_FRAMES + 1)
    at = (segment.peak_at - first) * SUBFRAMES + int(evidence.spike(segment.peak_at) * SUBFRAMES)
    steps = [_rise(*_beside(pieces, at, *reach)) for reach in REACHES]
    near = np.concatenate(_beside(pieces, at, 2, NEAR_PIECES))
    own = float(pieces[max(0, at - 1) : at + 2].max())
    before, after = _beside(pieces, at, 2, PEAK_PIECES)
    edges = (
        *(part for step in steps for part in (max(0.0, step), max(0.0, -step))),
        own - mean_level(near) if len(near) else 0.0,
        max(0.0, float(after.max() - before.max())) if len(before) and len(after) else 0.0,
    )
    assert len(edges) == EDGES
    return edges


def _beside(pieces: FloatArray, at: int, nearest: int, farthest: int) -> tuple[FloatArray, FloatArray]:
    """The pieces so far before and after place ``at``; fewer at the ends of the recording."""
    return pieces[max(0, at - farthest) : max(0, at - nearest + 1)], pieces[at + nearest : at + farthest + 1]


def _rise(before: FloatArray, after: FloatArray) -> float:
    """How much louder it is afterwards; nothing is known where the recording begins or ends."""
    return mean_level(after) - mean_level(before) if len(before) and len(after) else 0.0
