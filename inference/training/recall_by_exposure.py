"""How much of what stands out is found: recall of short faults by how far prediction fails at them.

Evaluation asks for every fault that was made, also for a click below the programme's own grain. What is missed of those
that stand out is the detector's; of the others it can hardly be told from untouched programme.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import soundfile

from inference.training import scoring
from inference.training.artifacts.canvas import Samples
from inference.training.evaluation_set import Item
from inference.training.exposure import exposure
from inference.training.injection import Event
from inference.training.scoring import Heard

SHORT_S = 0.01
EDGE_S = 0.002
EDGES = (0.0, 1.0, 2.0, 4.0, 8.0, float("inf"))
KINDS = ("click", "glitch", "dropout")
"""What breaks the course of the wave where it begins or ends; the others may fade in."""
REAL = "real faults"
SEAMLESS = ("clipping", "hum")
"""Of real faults, what never breaks it there."""

Rows = list[dict[str, float]]


def exposures(samples: Samples, rate_hz: int, events: Sequence[Event]) -> list[float]:
    """Per event how many times the usual surprise it is: the whole of a short one, else the greater of its two edges.

    ``samples`` float32 (frames, channels). See :func:`~inference.training.exposure.exposure`.
    """
    return [max(exposure(samples, span, rate_hz) for span in _edges(event, rate_hz)) for event in events]


def _edges(event: Event, rate_hz: int) -> list[tuple[int, int]]:
    start, end = round(event.start_s * rate_hz), round(event.end_s * rate_hz)
    if end - start <= SHORT_S * rate_hz:
        return [(start, max(end, start + 1))]
    edge = max(1, round(EDGE_S * rate_hz))
    return [(max(0, place - edge // 2), place + edge) for place in (start, end)]


def recall_by_exposure(items: Sequence[Item], heard: Sequence[Heard]) -> dict[str, Rows]:
    """Of each of :data:`KINDS`, and of real faults under any name: rows of least exposure ("from"), events, recall.

    ``heard``: what was detected above the threshold. Reads the files again.
    """
    seen: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for item, one in zip(items, heard, strict=True):
        if not item.events:
            continue
        samples, rate_hz = soundfile.read(item.file, dtype="float32", always_2d=True)
        found = _found(item, one)
        for number, (event, shown) in enumerate(
            zip(item.events, exposures(samples, rate_hz, item.events), strict=True)
        ):
            name = REAL if item.group == "real" else event.artifact_type
            if name != REAL or event.artifact_type not in SEAMLESS:
                seen[name].append((shown, number in found))
    return {name: _rows(seen[name]) for name in (*KINDS, REAL) if name in seen}


def _found(item: Item, one: Heard) -> set[int]:
    """Which events were found: by the judges' rule, real faults whatever they were called."""
    if item.group == "real":
        return {n for n, truth in enumerate(one.truth) if any(scoring.overlaps(truth, d) for d in one.detected)}
    return {n for kind in KINDS for n in scoring.matched(one, kind, scoring.collar_of(kind))[0]}


def _rows(seen: Sequence[tuple[float, bool]]) -> Rows:
    rows = []
    for low, high in pairwise(EDGES):
        found = [is_found for shown, is_found in seen if low <= shown < high]
        if found:
            rows.append({"from": low, "events": len(found), "recall": sum(found) / len(found)})
    return rows
