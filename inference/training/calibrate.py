"""From frame confidences of validation examples to each type's decoding: smoothing, score, calibration table.

A segment is right when it meets an event of its type by the judges' rule (onset within 50 ms, end within the
greater of 50 ms and half the length; 0.2 s, or 0.5 s for hum, for the sustained types by onset alone). A logistic model
of a segment's peak, mean and length, then isotonic regression, make its confidence the share of right ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from inference.engine.context import INPUT_NAMES
from inference.engine.decoder import Decoder, Evidence, Placed, Segment, TypeDecoding, place, score_of
from inference.engine.front_end import SUBFRAMES
from inference.engine.network import WitnessNetwork
from inference.training.dataset import TYPES, Prepared
from inference.training.train import batch_logits

SUSTAINED = ("clipping", "distortion", "hum")
LOOSE_ONSET_S = {"clipping": 0.2, "distortion": 0.2, "hum": 0.5}
CANDIDATES = {
    "click": [(1, 1), (3, 1)],
    "glitch": [(1, 1), (3, 1), (9, 1)],
    "dropout": [(1, 1), (5, 1)],
    "clipping": [(21, 5), (41, 5), (41, 15)],
    "distortion": [(5, 3), (11, 5), (21, 11), (41, 15)],
    "noise_burst": [(1, 1), (5, 1), (5, 3)],
    "hum": [(51, 25), (101, 51)],
}
SHARES = (0.3, 0.5)
LEAST_PEAK = 0.03
CLEAN_WEIGHT = 3.0
"""Segments in examples without any event count this often: most programme that a person opens is clean."""

REFINE = {"click": "spike", "glitch": "spike", "dropout": "hole"}


@dataclass(frozen=True)
class Heard:
    """Frame confidences (types, T) of one example with its true events (type code, start s, end s)."""

    confidence: NDArray[np.float32]
    evidence: Evidence
    hop_s: float
    events: tuple[tuple[int, float, float], ...]


@dataclass(frozen=True)
class Judged:
    """One segment found: what it is described by, whether it is right, how often it counts."""

    segment: Segment
    is_right: bool
    weight: float


def hear(network: WitnessNetwork, examples: Sequence[Prepared]) -> list[Heard]:
    """Run the network over examples."""
    network.eval()
    heard = []
    with torch.inference_mode():
        for one in examples:
            confidence = torch.sigmoid(batch_logits(network, [one]))[0].numpy()
            heard.append(Heard(confidence, _evidence(one), one.hop_s, one.events))
    return heard


def _evidence(example: Prepared) -> Evidence:
    """What the prepared inputs still tell of the envelope: the energy of whole frames."""
    energy = example.inputs[:, INPUT_NAMES.index("energy")].astype(np.float32).min(0)
    return Evidence.of(
        np.full(len(energy), 0.5, dtype=np.float32), np.repeat(energy[:, None], SUBFRAMES, axis=1)
    )


def judge(heard: Sequence[Heard], code: int, decoding: TypeDecoding) -> tuple[list[Judged], int]:
    """All segments of one type, judged, and how many events there were."""
    judged: list[Judged] = []
    total = 0
    for one in heard:
        events = [(start, end) for kind, start, end in one.events if kind == code]
        total += len(events)
        placed = place(one.confidence[code], decoding, one.evidence, one.hop_s)
        placed = [each for each in placed if each.segment.peak >= LEAST_PEAK]
        right = _match(placed, events, TYPES[code])
        weight = 1.0 if one.events else CLEAN_WEIGHT
        judged += [Judged(each.segment, n in right, weight) for n, each in enumerate(placed)]
    return judged, total


def _match(placed: list[Placed], events: list[tuple[float, float]], name: str) -> set[int]:
    """Numbers of the segments that are right; the surest segment is matched first, each event once."""
    free = list(events)
    right: set[int] = set()
    for n in sorted(range(len(placed)), key=lambda n: -placed[n].segment.peak):
        for event in free:
            if _meets(placed[n].start_s, placed[n].end_s, event, name):
                free.remove(event)
                right.add(n)
                break
    return right


def _meets(start_s: float, end_s: float, event: tuple[float, float], name: str) -> bool:
    if name in SUSTAINED:
        overlap = min(end_s, event[1]) - max(start_s, event[0])
        return abs(start_s - event[0]) <= LOOSE_ONSET_S[name] and overlap > 0
    end_collar = max(0.05, 0.5 * (event[1] - event[0]))
    return abs(start_s - event[0]) <= 0.05 and abs(end_s - event[1]) <= end_collar


def fit_type(heard: Sequence[Heard], code: int) -> TypeDecoding:
    """The best decoding of one type: every candidate smoothing is fitted, the best F1 at 0.5 wins."""
    best: tuple[float, TypeDecoding] = (-1.0, TypeDecoding())
    for closing, mean in CANDIDATES[TYPES[code]]:
        for share in SHARES:
            plain = TypeDecoding(closing, mean, share, REFINE.get(TYPES[code], "none"))
            judged, total = judge(heard, code, plain)
            fitted = _fit_confidence(plain, judged)
            quality = f1_at(fitted, judged, total)
            if quality > best[0]:
                best = (quality, fitted)
    return best[1]


def fit_decoder(heard: Sequence[Heard]) -> Decoder:
    """The decoder of a network, fitted on validation examples."""
    return Decoder(TYPES, {name: fit_type(heard, code) for code, name in enumerate(TYPES)})


def _fit_confidence(plain: TypeDecoding, judged: Sequence[Judged]) -> TypeDecoding:
    if sum(one.is_right for one in judged) < 5:
        return replace(plain, table=((0.0, 1.0), (0.0, 0.9)))
    described = np.array([one.segment.describe for one in judged])
    right = np.array([one.is_right for one in judged], dtype=np.float64)
    weight = np.array([one.weight for one in judged])
    weighted = replace(plain, weights=logistic(described, right, weight))
    scores = np.array([score_of(one.segment, weighted) for one in judged])
    return replace(weighted, table=isotonic(scores, right, weight))


def logistic(
    described: NDArray[np.float64], right: NDArray[np.float64], weight: NDArray[np.float64]
) -> tuple[float, float, float, float]:
    """Weights of a logistic model with a light pull towards zero; peak and mean never count against a segment."""
    used = np.ones(described.shape[1], dtype=bool)
    while True:
        coefficients = np.zeros(described.shape[1])
        coefficients[used] = _newton(described[:, used], right, weight)
        wrong = used & np.array([False, True, True, False]) & (coefficients < 0)
        if not wrong.any():
            a, b, c, d = (float(round(value, 5)) for value in coefficients)
            return a, b, c, d
        used &= ~wrong


def _newton(
    described: NDArray[np.float64], right: NDArray[np.float64], weight: NDArray[np.float64]
) -> NDArray[np.float64]:
    coefficients = np.zeros(described.shape[1])
    pull = np.full(described.shape[1], 1e-2)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(described @ coefficients, -30, 30)))
        gradient = described.T @ (weight * (right - chance)) - pull * coefficients
        curvature = (described * (weight * chance * (1 - chance) + 1e-6)[:, None]).T @ described + np.diag(
            pull
        )
        step = np.linalg.solve(curvature, gradient)
        coefficients += step * min(1.0, 5.0 / (np.abs(step).max() + 1e-9))
    return coefficients


def isotonic(
    scores: NDArray[np.float64], right: NDArray[np.float64], weight: NDArray[np.float64], knots: int = 24
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Score to confidence: pooled adjacent violators, drawn as a line through at most ``knots`` points."""
    order = np.argsort(scores)
    blocks: list[list[float]] = []  # score sum, right sum, weight sum
    for score, is_right, w in zip(scores[order], right[order], weight[order], strict=True):
        blocks.append([score * w, is_right * w, w])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    # A pinch of doubt keeps small blocks at the ends from claiming 0 or 1.
    xs = [block[0] / block[2] for block in blocks]
    ys = [(block[1] + 0.3) / (block[2] + 0.6) for block in blocks]
    ys = list(np.maximum.accumulate(ys))
    if len(xs) > knots:
        kept = np.unique(np.linspace(0, len(xs) - 1, knots).round().astype(int))
        xs, ys = [xs[n] for n in kept], [ys[n] for n in kept]
    points = [(0.0, 0.0), *zip(xs, ys, strict=True), (1.0, max(ys[-1], 0.99 * ys[-1]))]
    return tuple(round(float(x), 5) for x, _ in points), tuple(round(float(y), 5) for _, y in points)


def f1_at(decoding: TypeDecoding, judged: Sequence[Judged], total: int, threshold: float = 0.5) -> float:
    """F1 of the segments of at least this confidence; wrong ones count by their weight."""
    kept = [one for one in judged if np.interp(score_of(one.segment, decoding), *decoding.table) >= threshold]
    right = sum(one.is_right for one in kept)
    wrong = sum(one.weight for one in kept if not one.is_right)
    return 2 * right / max(1.0, right + wrong + total)


def report(heard: Sequence[Heard], decoder: Decoder, hours: float) -> dict[str, dict[str, float]]:
    """Per type: F1, precision, recall at 0.5 by the rule above, and false ones per hour in examples without events."""
    rows: dict[str, dict[str, float]] = {}
    for code, name in enumerate(TYPES):
        decoding = decoder.by_type[name]
        judged, total = judge(heard, code, decoding)
        kept = [one for one in judged if np.interp(score_of(one.segment, decoding), *decoding.table) >= 0.5]
        right = sum(one.is_right for one in kept)
        false_clean = sum(one.weight > 1 for one in kept)
        rows[name] = {
            "f1": 2 * right / max(1, len(kept) + total),
            "precision": right / max(1, len(kept)),
            "recall": right / max(1, total),
            "events": total,
            "false_per_clean_hour": false_clean / max(hours, 1e-9),
        }
    return rows


def reliability(heard: Sequence[Heard], decoder: Decoder, bins: int = 10) -> list[dict[str, float]]:
    """Of all types together, per tenth of confidence: how many segments, their mean confidence, the share right."""
    pairs: list[tuple[float, bool]] = []
    for code, name in enumerate(TYPES):
        decoding = decoder.by_type[name]
        judged, _ = judge(heard, code, decoding)
        pairs += [
            (float(np.interp(score_of(one.segment, decoding), *decoding.table)), one.is_right)
            for one in judged
        ]
    table = []
    for low in range(bins):
        inside = [pair for pair in pairs if low == min(bins - 1, int(pair[0] * bins))]
        if inside:
            confidence, right = (float(np.mean(column)) for column in zip(*inside, strict=True))
            table.append(
                {"count": len(inside), "confidence": round(confidence, 3), "share_right": round(right, 3)}
            )
    return table
