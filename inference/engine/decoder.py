"""From frame confidences to raw detections, independently of any threshold.

A segment is a peak of a type's confidence: its bounds lie where the confidence falls below a share of that very
peak (hysteresis relative to the peak), so they hold still whatever threshold is chosen later. What a type needs to
stay in one piece, closing of gaps and a running mean, belongs to the model (:class:`TypeDecoding`, in its card). A
segment's confidence is the probability that it is an artifact: a logistic model of its peak, mean and length, of what
else the network believes to hear there, of what it believes to hear of the type around it and of how it lies in its
programme, and a monotone table, both fitted on pieces kept for calibration. Of a file that is heard in part, what later
frames cannot change any more is given as it will be at the end.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, pairwise, takewhile
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from inference.detections import DetectionTable
from inference.engine.breaks import break_edges
from inference.engine.evidence import MARKS, Evidence
from inference.engine.front_end import SUBFRAMES
from inference.engine.gaps import HOLE_BEFORE_FRAMES, gap_edges, hole_bounds
from inference.engine.mains import REACH_FRAMES, STEP_FRAMES, hum_bounds
from inference.engine.segments import (
    AROUND_FRAMES,
    CROWD,
    DESCRIPTIONS,
    EDGES,
    LOOKS,
    SEGMENT_FLOOR,
    TRAITS,
    FloatArray,
    Segment,
    crowds,
    described_spans,
    descriptions,
    find_spans,
    running_totals,
    surroundings,
)

CONFIDENCE_FLOOR = 0.02
FACTS = DESCRIPTIONS - LOOKS - MARKS - CROWD
OLDER_DESCRIPTIONS = (4, 1 + TRAITS, 1 + TRAITS + EDGES, FACTS, FACTS + LOOKS, FACTS + LOOKS + MARKS)
"""How many weights cards have from before rivals and surroundings, edges, products, closer looks, marks and crowds
counted."""
KEPT_FRAMES = 1000
"""What is kept before what is needed: more than anything depends on."""
INAUDIBLE = -9.2
"""log10 power of 1.25 ms below which nothing is a fault: the last of 16 bits, coming and going as a fade ends."""
REFINEMENTS = ("none", "spike", "hole", "hum")
LATER_REACH_FRAMES = {"hum": REACH_FRAMES + 2 * STEP_FRAMES}
"""How far before its segment refined bounds may begin, where it is more than a gap's do."""


@dataclass(frozen=True)
class TypeDecoding:
    """How one type's segments are found; frames are 10 ms.

    ``closing_frames``: dips up to this long are bridged. ``mean_frames``: running mean (odd). ``bound_share``:
    bounds lie where the confidence falls below this share of the segment's peak. ``refine``: ``spike`` puts short
    segments on the sample that prediction fails most at, ``hole`` on the edges of the energy gap, ``hum`` where the
    harmonics of the mains come and go.
    ``weights``: logistic model of what :func:`descriptions` says, with the beliefs of all of the model's types or
    without. ``table``: score to confidence, two ascending lists of the same length.
    """

    closing_frames: int = 1
    mean_frames: int = 1
    bound_share: float = 0.5
    refine: str = "none"
    weights: tuple[float, ...] = (0.0, 1.0, *(0.0,) * (DESCRIPTIONS - 2))
    table: tuple[tuple[float, ...], tuple[float, ...]] = ((0.0, 1.0), (0.0, 1.0))

    @classmethod
    def from_card(cls, fields: Mapping[str, Any]) -> TypeDecoding:
        """From the card's JSON. Raises ValueError when something in it cannot be meant."""
        try:
            scores, confidences = (tuple(float(v) for v in column) for column in fields["table"])
            weights = tuple(float(v) for v in fields["weights"])
            if len(weights) in OLDER_DESCRIPTIONS:
                weights = _brought_up_to_date(weights)
            made = cls(
                int(fields["closing_frames"]), int(fields["mean_frames"]), float(fields["bound_share"]),
                str(fields["refine"]), weights, (scores, confidences),
            )  # fmt: skip
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"the decoding of a type is not complete ({error})") from error
        made._check()
        return made

    def _check(self) -> None:
        sane = (
            1 <= self.closing_frames <= 1000
            and 1 <= self.mean_frames <= 1001
            and 0.0 < self.bound_share < 1.0
            and self.refine in REFINEMENTS
            and len(self.weights) >= DESCRIPTIONS
            and all(math.isfinite(weight) for weight in self.weights)
            and len(self.table[0]) == len(self.table[1]) >= 2
            and all(a <= b for column in self.table for a, b in pairwise(column))
        )
        if not sane:
            raise ValueError("the decoding of a type is out of range")


def _brought_up_to_date(weights: tuple[float, ...]) -> tuple[float, ...]:
    """Weights of an older card: what it does not know counts nothing."""
    if len(weights) >= FACTS:
        return (*weights, *(0.0,) * (DESCRIPTIONS - len(weights)))
    traits = weights[: 1 + TRAITS]
    edges = weights[1 + TRAITS :] or (0.0,) * EDGES
    products = FACTS - (1 + TRAITS + 2 * EDGES)
    facts = (*traits, *(0.0,) * (1 + TRAITS - len(traits) + products), *edges, *(0.0,) * EDGES)
    return (*facts, *(0.0,) * (DESCRIPTIONS - FACTS))


def smooth(confidence: FloatArray, decoding: TypeDecoding) -> FloatArray:
    """One type's confidence (T,) after its closing and its running mean."""
    line = torch.from_numpy(np.ascontiguousarray(confidence, dtype=np.float32))[None, None]
    if decoding.closing_frames > 1:
        half = decoding.closing_frames // 2
        # Room beyond the ends, or what lies near them would be drawn out to them.
        wider = F.max_pool1d(F.pad(line, (half, half)), 2 * half + 1, 1, half)
        line = -F.max_pool1d(-wider, 2 * half + 1, 1)
    if decoding.mean_frames > 1:
        half = decoding.mean_frames // 2
        line = F.avg_pool1d(line, 2 * half + 1, 1, half, count_include_pad=False)
    smoothed: FloatArray = line[0, 0].numpy()
    return smoothed


def settled_frames(smoothed: FloatArray, decoding: TypeDecoding) -> int:
    """How many frames of one type's smoothed confidence (T,) hold segments that no later frame can change.

    What is around a segment must have been heard, what smooths it too, and the run that it is a part of must be over.
    """
    final = len(smoothed) - 2 * (decoding.closing_frames // 2) - decoding.mean_frames // 2
    if final <= 0:
        return 0
    return max(0, min(_run_start(smoothed, final), len(smoothed) - AROUND_FRAMES))


def _run_start(smoothed: FloatArray, frame: int) -> int:
    """Where the stretch of confidence begins that reaches up to this frame; the frame itself when there is none."""
    below = np.flatnonzero(smoothed[:frame] < SEGMENT_FLOOR)
    return int(below[-1]) + 1 if below.size else 0


def confidence_of(segment: Segment, decoding: TypeDecoding) -> float:
    """The calibrated probability that the segment is an artifact."""
    return _confidences([segment.fields], decoding)[0]


def _confidences(fields: Sequence[tuple[float, ...]], decoding: TypeDecoding) -> list[float]:
    """:func:`confidence_of` of many at once, each the fields of a segment."""
    if not fields:
        return []
    scores = scores_of(descriptions(fields), decoding.weights)
    confidences: list[float] = np.interp(scores, *decoding.table).tolist()
    return confidences


def scores_of(described: NDArray[np.float64], weights: Sequence[float]) -> NDArray[np.float64]:
    """(n,) 0–1, not calibrated, of segments described (n, DESCRIPTIONS + types); beliefs without a weight count
    nothing."""
    # Column by column: a product of matrices may add up in another order for another number of rows.
    total = np.zeros(len(described))
    for column, weight in zip(described.T, weights, strict=False):
        total += column * weight
    scores: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-total.clip(-30.0, 30.0)))
    return scores


def bounds(segment: Segment, decoding: TypeDecoding, evidence: Evidence) -> tuple[float, float]:
    """Start and end of a segment in frames, refined to 1.25 ms or to the hum's own course where the type asks."""
    if decoding.refine == "hole":
        first, last = hole_bounds(segment, evidence)
        return first / SUBFRAMES, last / SUBFRAMES
    if decoding.refine == "hum":
        return hum_bounds(evidence.mains, segment.start, segment.stop)
    return segment.start, segment.stop


@dataclass(frozen=True)
class Placed:
    """A segment with its refined bounds in seconds, and the frame from which the network heard it.

    Of several that became one: the surest of them, and the bounds and the first frame of all.
    """

    start_s: float
    end_s: float
    segment: Segment
    heard_from: int


def place(
    confidence: NDArray[np.floating[Any]], code: int, decoding: TypeDecoding, evidence: Evidence, hop_s: float
) -> list[Placed]:
    """The segments of one type of the confidences (types, T), bounds refined; those that then overlap are one."""
    part = Part(confidence, evidence)
    return _place(part, running_totals(confidence), code, decoding, hop_s, 0.0)


@dataclass(frozen=True)
class Part:
    """Consecutive frames of a file: confidences (types, T), and the evidence beside them.

    ``first``: the number of the first of them in the file. ``told``: per type, from which frame of the file on its
    segments are yet to be told; all when empty.
    """

    confidence: NDArray[np.floating[Any]]
    evidence: Evidence
    first: int = 0
    told: tuple[int, ...] = ()


def _place(
    part: Part, totals: NDArray[np.float64], code: int, decoding: TypeDecoding, hop_s: float, floor: float
) -> list[Placed]:
    """The segments that can have a confidence of ``floor`` or more; ``totals`` are those of all types."""
    evidence = part.evidence
    line = part.confidence[code].astype(np.float32)
    smoothed = smooth(line, decoding)
    found = find_spans(smoothed, decoding.bound_share)
    if decoding.refine != "hole":
        found = list(compress(found, evidence.sounds_in(found, INAUDIBLE)))
    spans = described_spans(smoothed, found)
    starts, stops = (np.array([span[n] for span in spans], dtype=np.int64) for n in (0, 1))
    looks, marks = evidence.closest_look(code, starts, stops), evidence.marks_in(starts, stops)
    crowd = crowds(line, spans)
    is_spike = decoding.refine == "spike"
    edges = break_edges([span[2] for span in spans], evidence) if is_spike else np.zeros((len(spans), EDGES))
    rivals, arounds, beliefs = surroundings(totals, code, spans)
    beside = np.concatenate((marks, crowd, edges), axis=1).tolist()
    described: list[tuple[float, ...]] = [
        (*span, rival, around, look, *numbers, *believed)
        for span, rival, around, look, numbers, believed in zip(
            spans, rivals, arounds, looks.tolist(), beside, beliefs, strict=True
        )
    ]
    if decoding.refine != "hole":  # these do not join: what is dropped now would not have counted
        kept = np.array(_confidences(described, decoding)) >= floor
        described = list(compress(described, kept.tolist()))
    placed: list[Placed] = []
    for numbers in described:
        here = _placed(Segment.of(numbers), decoding, part, hop_s)
        while placed and here.start_s <= placed[-1].end_s:
            here = _joined(placed.pop(), here)
        placed.append(here)
    return placed


def _placed(segment: Segment, decoding: TypeDecoding, part: Part, hop_s: float) -> Placed:
    """The segment where it belongs; a gap's edges are known from then on."""
    if decoding.refine == "spike" and segment.stop - segment.start <= 3:
        at_s = (part.first + segment.peak_at + part.evidence.spike(segment.peak_at)) * hop_s
        return Placed(at_s, at_s + 0.001, segment, segment.start)
    start, end = bounds(segment, decoding, part.evidence)
    if decoding.refine == "hole":
        edges = gap_edges(round(start * SUBFRAMES), round(end * SUBFRAMES), part.evidence)
        segment = replace(segment, edges=edges)
    start_s, end_s = ((part.first + frame) * hop_s for frame in (start, end))
    return Placed(start_s, end_s, segment, segment.start)


def _joined(one: Placed, other: Placed) -> Placed:
    surer = max(one.segment, other.segment, key=lambda segment: segment.peak)
    start_s, end_s = min(one.start_s, other.start_s), max(one.end_s, other.end_s)
    return Placed(start_s, end_s, surer, min(one.heard_from, other.heard_from))


@dataclass(frozen=True)
class Decoder:
    """Turns a file's frame confidences into its raw detections."""

    types: tuple[str, ...]
    by_type: Mapping[str, TypeDecoding] = field(default_factory=dict)

    def decode(
        self, confidence: NDArray[np.floating[Any]], evidence: Evidence, hop_s: float, duration_s: float
    ) -> DetectionTable:
        """Raw detections of a file from confidences (types, T): every segment of confidence 0.02 or more."""
        return self.decode_part(Part(confidence, evidence), hop_s, duration_s, is_whole=True)[0]

    def decode_part(
        self, part: Part, hop_s: float, duration_s: float, *, is_whole: bool
    ) -> tuple[DetectionTable, Part]:
        """The detections of a part of a file that are to be told now, and what is still needed of the part.

        ``is_whole``: the file ends with it. Else only what no later frame can change is told, exactly as it would be
        with the whole file at hand; the part that remains is cut where nothing that is told later begins.
        """
        rows: list[tuple[int, int, int, float]] = []
        told, needed = [], []
        totals = running_totals(part.confidence)
        for code, artifact_type in enumerate(self.types):
            decoding = self.by_type.get(artifact_type, TypeDecoding())
            placed = _place(part, totals, code, decoding, hop_s, CONFIDENCE_FLOOR)
            if part.told:
                placed = [one for one in placed if one.heard_from >= part.told[code] - part.first]
            if not is_whole:
                smoothed = smooth(part.confidence[code].astype(np.float32), decoding)
                placed, until = _settled(placed, smoothed, decoding, part.first, hop_s)
                told.append(part.first + until)
                needed.append(_run_start(smoothed, until))
            rows += [(code, *row) for row in _rows(placed, decoding, duration_s)]
        columns: Sequence[Any] = tuple(zip(*rows, strict=True)) if rows else ((), (), (), ())
        cut = max(0, min(needed, default=0) - KEPT_FRAMES) // STEP_FRAMES * STEP_FRAMES
        rest = Part(part.confidence[:, cut:], part.evidence.since(cut), part.first + cut, tuple(told))
        return DetectionTable(self.types, *columns).sorted(), rest


def _settled(
    placed: Sequence[Placed], smoothed: FloatArray, decoding: TypeDecoding, first: int, hop_s: float
) -> tuple[list[Placed], int]:
    """Those that no later frame can change, and from which frame of the part on all others begin.

    They end within what is settled, and not so late that a later one's bound may reach back to them. ``first``: the
    number of the part's first frame in the file.
    """
    frames = settled_frames(smoothed, decoding)
    reach = LATER_REACH_FRAMES.get(decoding.refine, HOLE_BEFORE_FRAMES)
    last_s = (first + frames - reach - 1) * hop_s
    now = list(takewhile(lambda one: one.segment.stop <= frames and one.end_s <= last_s, placed))
    later = [one.heard_from for one in placed[len(now) :][:1]]
    return now, min([frames, *later, *_begun_before(smoothed, frames, decoding)])


def _begun_before(smoothed: FloatArray, frame: int, decoding: TypeDecoding) -> list[int]:
    """Where a segment begins that goes on at this frame, however unlikely it is an artifact so far; none or one."""
    begin = _run_start(smoothed, frame)
    after = np.flatnonzero(smoothed[frame:] < SEGMENT_FLOOR)
    end = frame + int(after[0]) if after.size else len(smoothed)
    spans = find_spans(smoothed[begin:end], decoding.bound_share)
    return [begin + start for start, stop, _ in spans if begin + start < frame < begin + stop]


def _rows(
    placed: Sequence[Placed], decoding: TypeDecoding, duration_s: float
) -> list[tuple[int, int, float]]:
    """Start and end in whole milliseconds and the confidence, of those of confidence 0.02 or more."""
    last_ms = _ceil_ms(duration_s)
    found: list[tuple[int, int, float]] = []
    described = [one.segment.fields for one in placed]
    for one, confidence in zip(placed, _confidences(described, decoding), strict=True):
        if confidence < CONFIDENCE_FLOOR:
            continue
        start = min(math.floor(round(one.start_s * 1000, 6)), last_ms)
        found.append((start, max(start, min(_ceil_ms(one.end_s), last_ms)), round(confidence, 6)))
    return keep_apart(found)


def keep_apart(found: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Rows (start, end, confidence) of one type made at least 1 ms apart: those that touch become one."""
    apart: list[tuple[int, int, float]] = []
    for start, end, confidence in sorted(found):
        if apart and start - apart[-1][1] < 1:
            before = apart[-1]
            apart[-1] = (before[0], max(before[1], end), max(before[2], confidence))
        else:
            apart.append((start, end, confidence))
    return apart


def _ceil_ms(seconds: float) -> int:
    """The first whole millisecond that is not before; 0.566 s is 566 ms although 0.566 * 1000 is a hair more."""
    return math.ceil(round(seconds * 1000, 6))
