"""From frame confidences of calibration pieces to each type's decoding: smoothing, score, calibration table.

A segment *meets* an event of its type by the judges' rule (onset within the collar, end within the greater of collar
and half the length), and *touches* one when they overlap. A real fault has no one name: what a damaged stream sounds
like (:data:`~inference.training.artifacts.catalogue.NAMES_OF_DAMAGE`) touches whatever event of it overlaps. Confidence
is the share of those that touch: a logistic model of what describes a segment, then isotonic regression. Which
smoothing is taken, and how often untouched programme counts in either of the two, is decided by the F1 of those that
meet at a threshold of 0.5 (of types that last, by its mean with the F1 of the time they fill), among the choices that
keep false alarms per hour of untouched programme below a limit; those that find nothing in noise go first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression

from inference.engine.decoder import Decoder, Placed, TypeDecoding, place, scores_of
from inference.engine.evidence import MARKS, Evidence
from inference.engine.segments import CROWD, DESCRIPTIONS, Segment, descriptions
from inference.training.artifacts.catalogue import NAMES_OF_DAMAGE, SUSTAINED
from inference.training.crew import crew
from inference.training.dataset import TYPES
from inference.training.scoring import Interval, collar_of, fits, overlaps

SMOOTHINGS = {
    "click": [(1, 1), (3, 1)],
    "glitch": [(1, 1), (5, 1), (9, 1), (15, 1), (15, 3)],
    "dropout": [(1, 1), (5, 1), (15, 1)],
    "clipping": [(21, 5), (41, 5), (41, 15), (61, 9)],
    "distortion": [(5, 3), (11, 5), (21, 11), (41, 15), (41, 5)],
    "noise_burst": [(1, 1), (3, 1), (5, 1), (5, 3), (9, 3)],
    "hum": [(25, 9), (51, 25), (101, 25), (101, 51), (151, 51)],
}
"""Frames closed over, frames of the running mean."""
SHARES = (0.15, 0.3, 0.5)
RANKING_WEIGHTS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
CLEAN_WEIGHTS = tuple(np.geomspace(0.15, 20.0, 40).tolist())
"""How often a segment in untouched programme counts, where segments are ranked and where their share is taken: most
programme that a person opens is clean. What ranks best is not what asks most of a detection."""
MOST_FALSE_PER_HOUR = {
    "click": 0.75, "glitch": 1.5, "dropout": 4.25, "clipping": 1.25, "distortion": 0.75, "noise_burst": 0.3,
    "hum": 0.75,
}  # fmt: skip
"""What each type may cost at a threshold of 0.5: a good 9 in all, since an hour of other programme gives up to twice as
many; more where one more buys more of the artifacts."""
THRESHOLD = 0.5
_MOST_STEPS, _SMALLEST_STEP = 30, 1e-4
MARKED = ("click", "glitch", "distortion")
"""Types that samples that wrap, and exact repeats, say something of."""
CROWDED = ("click", "dropout")
"""Types that programme resembles over and over: how many are suspected around one says something of it."""
RIVALLED = ("click", "clipping", "distortion")
"""Types that another one is taken for: which of the others are believed where they are suspected says something."""
REFINE = {"click": "spike", "glitch": "spike", "dropout": "hole", "hum": "hum"}


@dataclass(frozen=True)
class Heard:
    """Frame confidences (types, T) of one piece with its true events (type code, start s, end s).

    ``is_noise``: it holds no programme at all, but noise. ``is_real``: its faults are real decoders'.
    """

    confidence: NDArray[np.floating]
    evidence: Evidence
    hop_s: float
    events: tuple[tuple[int, float, float], ...]
    is_noise: bool = False
    is_real: bool = False

    @property
    def hours(self) -> float:
        """How much of it is untouched programme."""
        return 0.0 if self.events or self.is_noise else self.confidence.shape[1] * self.hop_s / 3600


@dataclass(frozen=True)
class Judged:
    """One segment found: what it is described by, whether it meets an event, or touches one; is all else clean?

    ``is_nameless``: among real faults, which could have its name or another: whether it meets one is not asked.
    ``lasts_s``: how long it is, and ``right_s``: how long together with events.
    """

    segment: Segment
    meets: bool
    touches: bool
    in_clean: bool
    in_noise: bool = False
    is_nameless: bool = False
    lasts_s: float = 0.0
    right_s: float = 0.0


@dataclass(frozen=True)
class Truth:
    """How many events there were, and how long they were together."""

    events: int
    seconds: float


def judge(heard: Sequence[Heard], code: int, decoding: TypeDecoding) -> tuple[list[Judged], Truth]:
    """All segments of one type, judged, and what there was to find."""
    judged: list[Judged] = []
    total, seconds = 0, 0.0
    for one in heard:
        events = [Interval(TYPES[code], start, end) for kind, start, end in one.events if kind == code]
        is_nameless = one.is_real and TYPES[code] in NAMES_OF_DAMAGE
        right = [Interval(TYPES[code], *span) for _, *span in one.events] if is_nameless else events
        if not is_nameless:
            total += len(events)
            seconds += sum(event.end_s - event.start_s for event in events)
        placed = place(one.confidence, code, decoding, one.evidence, one.hop_s)
        met = _match(placed, events, TYPES[code])
        judged += [
            Judged(
                each.segment, n in met, _touches(each, right), not one.events, one.is_noise, is_nameless,
                each.end_s - each.start_s, _together_s(each, events),
            )
            for n, each in enumerate(placed)
        ]  # fmt: skip
    return judged, Truth(total, seconds)


def _match(placed: Sequence[Placed], events: Sequence[Interval], name: str) -> set[int]:
    """Numbers of the segments that meet an event; the surest segment is matched first, each event once."""
    free = list(events)
    right: set[int] = set()
    for n in sorted(range(len(placed)), key=lambda n: -placed[n].segment.peak):
        met = [event for event in free if fits(event, _interval(placed[n], name), collar_of(name))]
        if met:
            free.remove(met[0])
            right.add(n)
    return right


def _touches(placed: Placed, events: Sequence[Interval]) -> bool:
    return any(overlaps(event, _interval(placed, event.artifact_type)) for event in events)


def _together_s(placed: Placed, events: Sequence[Interval]) -> float:
    shared = (min(event.end_s, placed.end_s) - max(event.start_s, placed.start_s) for event in events)
    return sum(max(0.0, seconds) for seconds in shared)


def _interval(placed: Placed, name: str) -> Interval:
    return Interval(name, placed.start_s, placed.end_s)


def fit_type(heard: Sequence[Heard], code: int) -> TypeDecoding:
    """The best decoding of one type among all smoothings, bounds and weights of untouched programme."""
    hours = sum(one.hours for one in heard)
    best: tuple[int, float, TypeDecoding] = (0, -1.0, TypeDecoding())
    for (closing, mean), share in product(SMOOTHINGS[TYPES[code]], SHARES):
        plain = TypeDecoding(closing, mean, share, REFINE.get(TYPES[code], "none"))
        judged, truth = judge(heard, code, plain)
        for fitted, confidences in _fitted(plain, judged, TYPES[code]):
            kept = [judged[n] for n in np.flatnonzero(confidences >= THRESHOLD)]
            is_quiet = false_per_hour(kept, hours) <= MOST_FALSE_PER_HOUR[TYPES[code]]
            quiet = is_quiet + (is_quiet and not any(one.in_noise for one in kept))
            best = max(best, (quiet, goodness(kept, truth, TYPES[code]), fitted), key=lambda choice: choice[:2])
    return best[2]


def fit_decoder(heard: Sequence[Heard], workers: int = 1) -> Decoder:
    """The decoder of a network, fitted on calibration pieces."""
    codes = range(len(TYPES))
    if workers <= 1:
        fitted = [fit_type(heard, code) for code in codes]
    else:
        with crew(workers) as pool:
            fitted = list(pool.map(partial(fit_type, heard), codes))
    return Decoder(TYPES, dict(zip(TYPES, fitted, strict=True)))


def _fitted(
    plain: TypeDecoding, judged: Sequence[Judged], name: str
) -> Iterator[tuple[TypeDecoding, NDArray[np.float64]]]:
    """The decoding with its confidence fitted, for all weights of untouched programme; the segments' confidences."""
    described = descriptions([one.segment.fields for one in judged])
    if name not in MARKED:
        described[:, DESCRIPTIONS - CROWD - MARKS : DESCRIPTIONS - CROWD] = 0.0
    if name not in CROWDED:
        described[:, DESCRIPTIONS - CROWD : DESCRIPTIONS] = 0.0
    if name not in RIVALLED:
        described = described[:, :DESCRIPTIONS]
    if sum(one.touches for one in judged) < 5:
        unfitted = replace(plain, table=((0.0, 1.0), (0.0, 0.9)))
        yield unfitted, np.interp(scores_of(described, unfitted.weights), *unfitted.table)
        return
    touches = np.array([one.touches for one in judged], dtype=np.float64)
    in_clean = np.array([one.in_clean for one in judged])
    for ranking_weight in RANKING_WEIGHTS:
        weights = logistic(described, touches, np.where(in_clean, ranking_weight, 1.0))
        scores = scores_of(described, weights)
        for clean_weight in CLEAN_WEIGHTS:
            table = isotonic(scores, touches, np.where(in_clean, clean_weight, 1.0))
            yield replace(plain, weights=weights, table=table), np.interp(scores, *table)


def logistic(
    described: NDArray[np.float64], right: NDArray[np.float64], weight: NDArray[np.float64]
) -> tuple[float, ...]:
    """Weights of a logistic model with a light pull towards zero, by Newton's method."""
    coefficients = np.zeros(described.shape[1])
    pull = np.full(described.shape[1], 1e-2)
    for _ in range(_MOST_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(described @ coefficients, -30, 30)))
        gradient = described.T @ (weight * (right - chance)) - pull * coefficients
        curvature = (described * (weight * chance * (1 - chance) + 1e-6)[:, None]).T @ described + np.diag(
            pull
        )
        step = np.linalg.solve(curvature, gradient)
        coefficients += step * min(1.0, 5.0 / (np.abs(step).max() + 1e-9))
        if np.abs(step).max() < _SMALLEST_STEP:
            break
    return tuple(float(round(value, 5)) for value in coefficients)


def isotonic(
    scores: NDArray[np.float64], right: NDArray[np.float64], weight: NDArray[np.float64], knots: int = 24
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Score to confidence: pooled adjacent violators, drawn as a line through at most ``knots`` points."""
    order = np.argsort(scores)
    pooled = isotonic_regression(right[order], weights=weight[order])
    first = pooled.blocks[:-1]
    # A pinch of doubt keeps small blocks at the ends from claiming 0 or 1.
    xs = list(np.add.reduceat(scores[order] * weight[order], first) / pooled.weights)
    ys = (pooled.x[first] * pooled.weights + 0.3) / (pooled.weights + 0.6)
    ys = list(np.maximum.accumulate(ys))
    if len(xs) > knots:
        kept = np.unique(np.linspace(0, len(xs) - 1, knots).round().astype(int))
        xs, ys = [xs[n] for n in kept], [ys[n] for n in kept]
    points = [(0.0, 0.0), *zip(xs, ys, strict=True), (1.0, max(ys[-1], 0.99 * ys[-1]))]
    return tuple(round(float(x), 5) for x, _ in points), tuple(round(float(y), 5) for _, y in points)


def goodness(kept: Sequence[Judged], truth: Truth, name: str) -> float:
    """F1 of what is shown, in pieces with events; of a type that lasts its mean with the F1 of the time it fills."""
    in_question = [one for one in kept if not one.in_clean and not one.is_nameless]
    by_event = 2 * sum(one.meets for one in in_question) / max(1, len(in_question) + truth.events)
    if name not in SUSTAINED:
        return by_event
    filled_s = sum(one.lasts_s for one in in_question) + truth.seconds
    by_time = 2 * sum(one.right_s for one in in_question) / filled_s if filled_s else 0.0
    return (by_event + by_time) / 2


def false_per_hour(kept: Sequence[Judged], hours: float) -> float:
    """How many of those shown lie in untouched programme, per hour of it."""
    return sum(one.in_clean and not one.in_noise for one in kept) / hours if hours else 0.0
