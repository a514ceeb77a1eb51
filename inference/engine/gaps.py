"""What the evidence says of gaps: where they begin and end, and how.

A gap in one programme lies between two levels that are alike, and falls and rises steeply; a rest between two sounds
seldom does all of that.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from inference.engine.evidence import Evidence
from inference.engine.front_end import SUBFRAMES
from inference.engine.segments import EDGES, Segment

HOLE_BEFORE_FRAMES = 10
HOLE_AFTER_FRAMES = 160
BESIDE_PIECES = 24
"""Pieces of 1.25 ms on either side of a gap whose level is the programme's there: 30 ms."""
RIM_PIECES = 3

FloatArray = NDArray[np.float32]


def hole_bounds(segment: Segment, evidence: Evidence) -> tuple[int, int]:
    """The quiet stretch around the segment's quietest piece, as far as it goes, in pieces of an eighth of a frame.

    Quiet is what lies below the middle (in decibels) of the quietest piece and the programme around: the network
    is surest where a gap begins, and may be silent about the rest of a long one.
    """
    first = max(0, segment.start - HOLE_BEFORE_FRAMES)
    pieces = evidence.pieces(first, segment.stop + HOLE_AFTER_FRAMES)
    own = slice((segment.start - first) * SUBFRAMES, (segment.stop - first) * SUBFRAMES)
    quietest = int(pieces[own].argmin()) + own.start
    outside = min(float(pieces[: quietest + 1].max()), float(pieces[quietest:].max()))
    loud = np.flatnonzero(pieces > (outside + float(pieces[quietest])) / 2)
    before, after = loud[loud < quietest], loud[loud > quietest]
    start = int(before[-1]) + 1 if before.size else own.start
    stop = int(after[0]) if after.size else own.stop
    return first * SUBFRAMES + start, first * SUBFRAMES + stop


def gap_edges(first: int, last: int, evidence: Evidence) -> tuple[float, ...]:
    """How a gap lies in its programme, :data:`EDGES` numbers in log10 of power; its pieces are [first, last).

    The difference of the levels before and after it; how deep it is; how steeply it falls and rises within 4 ms; how
    far the last and the first moments of the programme lie below its level.
    """
    last = max(first + 1, last)
    from_frame = max(0, (first - BESIDE_PIECES) // SUBFRAMES)
    pieces = evidence.pieces(from_frame, (last + BESIDE_PIECES) // SUBFRAMES + 1)
    first, last = first - from_frame * SUBFRAMES, last - from_frame * SUBFRAMES
    before = pieces[max(0, first - BESIDE_PIECES) : max(1, first)]
    inside = pieces[min(first, len(pieces) - 1) : last]
    after = pieces[last : last + BESIDE_PIECES]
    after = after if len(after) else pieces[-1:]
    level_before, level_inside, level_after = (_mean_level(part) for part in (before, inside, after))
    rim_before, rim_after = float(before[-RIM_PIECES:].max()), float(after[:RIM_PIECES].max())
    edges = (
        abs(level_after - level_before),
        min(level_before, level_after) - level_inside,
        rim_before - float(inside[:RIM_PIECES].min()),
        rim_after - float(inside[-RIM_PIECES:].min()),
        level_before - rim_before,
        level_after - rim_after,
    )
    assert len(edges) == EDGES
    return edges


def _mean_level(pieces: FloatArray) -> float:
    """log10 of the mean power of pieces given as log10 power."""
    return float(np.log10(np.mean(np.power(10.0, pieces, dtype=np.float64))))
