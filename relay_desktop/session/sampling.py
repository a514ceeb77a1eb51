"""Samples of evidence from the files on the desk: decisions, what waits for one, and what the model missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from relay_desktop.session.evidence import Samples, together
from relay_desktop.session.hand_made import HandMade, is_replaced
from relay_desktop.session.verdicts import State, Verdict, VerdictBook

Floats = NDArray[np.float64]


def samples_by_type(
    files: Iterable[tuple[DetectionTable, VerdictBook, Sequence[HandMade]]],
) -> dict[str, Samples]:
    """Samples of every type over files, each as what the model heard, its verdicts and its hand-made detections."""
    parts: dict[str, list[Samples]] = defaultdict(list)
    for heard, book, made in files:
        for name, samples in _of_file(heard, book, made).items():
            parts[name].append(samples)
    return {name: together(found) for name, found in parts.items()}


def _of_file(heard: DetectionTable, book: VerdictBook, made: Sequence[HandMade]) -> dict[str, Samples]:
    # What a hand-made detection stands for is told by that one.
    is_kept = ~is_replaced(heard, made)
    found = book.samples(np.flatnonzero(is_kept))
    is_said = found.state != State.UNSURE
    more: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    missed = _take_hand_made(more, heard, book, made)
    is_open = is_kept & (book.raw_states()[: len(heard)] == State.UNREVIEWED)
    parts = {}
    for name in {*more, *missed, *heard.types}:
        code = book.raw.types.index(name) if name in book.raw.types else -1
        own = is_said & (found.type_codes == code)
        confidence = np.append(found.confidence[own], [sure for sure, _ in more[name]])
        is_artifact = np.append(found.state[own] == State.ARTIFACT, [said for _, said in more[name]])
        waiting = _waiting(heard, is_open, name)
        parts[name] = Samples(confidence, is_artifact.astype(np.bool_), missed.get(name, 0), waiting)
    return parts


def _take_hand_made(
    decisions: dict[str, list[tuple[float, bool]]],
    heard: DetectionTable,
    book: VerdictBook,
    made: Sequence[HandMade],
) -> dict[str, int]:
    """Misses by type. A detection with other bounds was heard; one with another type was heard as the wrong one."""
    missed: dict[str, int] = defaultdict(int)
    for one in made:
        if book.verdict_on(one.artifact_type, one.start_ms, one.end_ms) != Verdict.ARTIFACT:
            continue
        old = one.replaces
        sure = _confidence_under(heard, *old) if old is not None else None
        if old is None or sure is None:
            missed[one.artifact_type] += 1
            continue
        is_same_type = old.artifact_type == one.artifact_type
        decisions[old.artifact_type].append((sure, is_same_type))
        missed[one.artifact_type] += not is_same_type
    return missed


def _confidence_under(heard: DetectionTable, name: str, start_ms: int, end_ms: int) -> float | None:
    if name not in heard.types:
        return None
    touches = (heard.start_ms <= end_ms) & (heard.end_ms >= start_ms)
    found = heard.confidence[touches & (heard.type_codes == heard.types.index(name))]
    return float(found.max()) if len(found) else None


def _waiting(heard: DetectionTable, is_open: NDArray[np.bool_], name: str) -> Floats:
    if name not in heard.types:
        return np.zeros(0)
    return np.asarray(heard.confidence[is_open & (heard.type_codes == heard.types.index(name))])
