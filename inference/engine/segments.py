"""Segments of frame confidences: peaks with bounds relative to them, and the statistics their own confidence needs.

An hour holds tens of thousands, most of them hopeless: they are found as plain numbers and described many at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations_with_replacement, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.engine.evidence import MARKS

SEGMENT_FLOOR = 0.01
LEAST_PEAK = 0.03
"""What stays below this is no segment: nothing so faint was ever calibrated."""
AROUND_FRAMES = 300
"""How far on either side of a segment its type is listened for: programme that resembles it does so again and again."""

FloatArray = NDArray[np.float32]
Span = tuple[int, int, int, float, float]
"""Start, stop, peak's frame, peak, mean."""
CROWD_PEAKS = (0.05, 0.1, 0.2, 0.4)
TRAITS, EDGES, LOOKS, CROWD = 5, 6, 3, len(CROWD_PEAKS)
DESCRIPTIONS = 1 + TRAITS + TRAITS * (TRAITS + 1) // 2 + 2 * EDGES + LOOKS + MARKS + CROWD
"""Of every segment; what is believed of each of the model's types there comes after them."""
_OWN = 0.5
"""Stands for what is believed of a segment's own type, which its mean says already: a logit of 0."""
_THIRD = 1 / 3
"""Logits run from -9 to 9: in thirds, their products are of the size of the rest."""
_PLACES = tuple(accumulate((8, MARKS, CROWD, EDGES)))
"""Where marks, crowd, edges and beliefs begin among a segment's fields."""


@dataclass(frozen=True)
class Segment:
    """Frames ``[start, stop)`` with the statistics that its confidence is made of.

    ``rival``: the greatest mean confidence of another type in these frames. ``around``: the mean confidence of its own
    type within :data:`AROUND_FRAMES` before and after it. ``look``: the logit of the closest look at it (0: none).
    ``marks``: what :meth:`Evidence.marks_in` says. ``crowd``: how many others are suspected near it, as
    :func:`crowds` says. ``edges``: how it lies in its programme, where its type asks. ``beliefs``: the mean confidence
    of each type in these frames, 0.5 for its own; of no type when it is alone.
    """

    start: int
    stop: int
    peak_at: int
    peak: float
    mean: float
    rival: float = 0.0
    around: float = 0.0
    look: float = 0.0
    marks: tuple[float, ...] = (0.0,) * MARKS
    crowd: tuple[float, ...] = (0.0,) * CROWD
    edges: tuple[float, ...] = (0.0,) * EDGES
    beliefs: tuple[float, ...] = ()

    @classmethod
    def of(cls, fields: Sequence[float]) -> Segment:
        """From its :attr:`fields`."""
        start, stop, peak_at, peak, mean, rival, around, look = fields[:8]
        parts = (tuple(fields[first:last]) for first, last in pairwise((*_PLACES, len(fields))))
        return cls(int(start), int(stop), int(peak_at), peak, mean, rival, around, look, *parts)

    @property
    def fields(self) -> tuple[float, ...]:
        """All of it as plain numbers, marks, crowd, edges and beliefs one by one."""
        return (
            self.start, self.stop, self.peak_at, self.peak, self.mean, self.rival, self.around, self.look,
            *self.marks, *self.crowd, *self.edges, *self.beliefs,
        )  # fmt: skip


def descriptions(fields: Sequence[tuple[float, ...]]) -> NDArray[np.float64]:
    """(n, DESCRIPTIONS + types): what the logistic model sees of segments, given by their fields.

    1; the traits: logits of peak and mean, log10 of the length, logits of rival and around; the products of any two
    traits; the edges; the edges times the first trait; the look, its product with the first trait, its square; the
    samples that wrap, n as n / (n + 2); the shares that repeat; the crowd, n as log10 (1 + n); the logits of the
    beliefs, in thirds.
    """
    columns = np.array(fields, dtype=np.float64).reshape(len(fields), -1).T
    start, stop, _, *shares = columns[:7]
    look = columns[7] * _THIRD
    peak, mean, rival, around = (_logits(share) for share in shares)
    traits = (peak, mean, np.log10(stop - start), rival, around)
    (wraps, *repeats), others, edges, beliefs = np.split(columns[8:], [place - 8 for place in _PLACES[1:]])
    products = [one * other * _THIRD**2 for one, other in combinations_with_replacement(traits, 2)]
    looks = look, look * (peak * _THIRD), look**2
    marks = wraps / (wraps + 2.0), *repeats
    crowd = np.log10(1.0 + others)
    ones = np.ones(len(fields))
    every = (ones, *traits, *products, *edges, *edges * (peak * _THIRD), *looks, *marks, *crowd)
    return np.stack((*every, *_logits(beliefs) * _THIRD), axis=1)


def _logits(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log odds, kept within ±9.2."""
    kept = probabilities.clip(1e-4, 1 - 1e-4)
    odds: NDArray[np.float64] = np.log(kept / (1 - kept))
    return odds


def find_segments(line: FloatArray, bound_share: float) -> list[Segment]:
    """The segments of a smoothed line, in order, at least one frame apart."""
    spans = find_spans(line, bound_share)
    return [Segment(*span) for span in described_spans(line, spans)]


def find_spans(line: FloatArray, bound_share: float) -> list[tuple[int, int, int]]:
    """Start, stop and peak of each segment, in order."""
    line = np.ascontiguousarray(line, dtype=np.float32)
    above = np.flatnonzero(np.diff(np.concatenate(([0], (line >= SEGMENT_FLOOR).view(np.int8), [0]))))
    runs = above.reshape(-1, 2)
    found: list[tuple[int, int, int]] = []
    for start, stop in runs.tolist():
        if stop - start == 1:
            found.append((start, stop, start))
        else:
            _split(line, line.data, (start, stop), bound_share, found)
    found.sort()
    return found


def _split(
    line: FloatArray,
    values: memoryview[Any],
    run: tuple[int, int],
    bound_share: float,
    found: list[tuple[int, int, int]],
) -> None:
    """Peaks of one run, the greatest first; what is left on either side counts if it has a peak of its own."""
    pending = [run]
    while pending:
        first, last = pending.pop()
        if last <= first:
            continue
        at = first + int(line[first:last].argmax())
        peak = values[at]
        # The highest point of what is left may be the slope of the segment taken before it: no peak of its own.
        falls_in = at == first > run[0] and values[first - 1] >= peak
        falls_out = at == last - 1 < run[1] - 1 and values[last] >= peak
        limit = float(np.float32(bound_share) * line[at])
        left, right = at, at + 1
        while left > first and values[left - 1] >= limit:
            left -= 1
        while right < last and values[right] >= limit:
            right += 1
        if not (falls_in or falls_out):
            found.append((left, right, at))
        # One frame on either side stays free, so that segments never touch.
        pending += [(first, left - 1), (right + 1, last)]


def described_spans(line: FloatArray, spans: Sequence[tuple[int, int, int]]) -> list[Span]:
    """The spans with the value at their peak and their mean; not those of too faint a peak."""
    if not spans:
        return []
    start, stop, at = np.array(spans).T
    total = running_totals(line)
    means = (total[stop] - total[start]) / (stop - start)
    described = zip(*zip(*spans, strict=True), line[at].tolist(), means.tolist(), strict=True)
    return [one for one in described if one[3] >= LEAST_PEAK]


def running_totals(lines: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """(..., T + 1): the sum of what lies before each frame of (..., T)."""
    sums = np.zeros((*lines.shape[:-1], lines.shape[-1] + 1))
    np.cumsum(lines, axis=-1, dtype=np.float64, out=sums[..., 1:])
    return sums


def surroundings(
    totals: NDArray[np.float64], code: int, described: Sequence[Span]
) -> tuple[list[float], list[float], list[list[float]]]:
    """Of each segment its rival, what is around it and its beliefs, as :class:`Segment` says."""
    start = np.array([one[0] for one in described], dtype=np.int64)
    stop = np.array([one[1] for one in described], dtype=np.int64)
    means = (totals[:, stop] - totals[:, start]) / (stop - start)
    means[code] = 0.0
    rivals = means.max(0, initial=0.0)
    means[code] = _OWN
    own = totals[code]
    first, last = np.maximum(0, start - AROUND_FRAMES), np.minimum(len(own) - 1, stop + AROUND_FRAMES)
    outside = (last - first) - (stop - start)
    heard = (own[last] - own[first]) - (own[stop] - own[start])
    around = np.where(outside > 0, heard / np.maximum(outside, 1), 0.0)
    return rivals.tolist(), around.tolist(), means.T.tolist()


def crowds(line: NDArray[np.floating[Any]], described: Sequence[Span]) -> NDArray[np.int64]:
    """(n, CROWD): how many others of their type are suspected around segments, of at least each of CROWD_PEAKS.

    ``line`` (T,): the type's confidence, not smoothed. What peaks within :data:`AROUND_FRAMES` of a segment's own peak
    counts: sticks on a rim look like clicks one by one, but there are many, and none is sure.
    """
    at = np.array([one[2] for one in described], dtype=np.int64)
    padded = np.pad(line, 1, constant_values=-1.0)
    is_peak = (padded[1:-1] >= padded[:-2]) & (padded[1:-1] > padded[2:])
    first, last = np.maximum(0, at - AROUND_FRAMES + 2), np.minimum(len(line), at + AROUND_FRAMES - 1)
    found = np.zeros((len(at), CROWD), np.int64)
    for column, least in zip(found.T, CROWD_PEAKS, strict=True):
        counted = is_peak & (line >= least)
        so_far = np.concatenate(([0], np.cumsum(counted)))
        column[:] = so_far[last] - so_far[first] - counted[at]
    return found
