"""How many detections of each type a file has, and how sure the model was of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from relay_desktop.session.review_file import ReviewFile


@dataclass(frozen=True)
class TypeCount:
    """One type of a file: raw rows, shown rows, raw rows under the threshold, merged rows too short."""

    artifact_type: str
    raw: int
    shown: int
    hidden_by_threshold: int
    hidden_by_min_duration: int


def type_counts(
    file: ReviewFile | None, artifact_types: Iterable[str], passing: NDArray[np.bool_] | None = None
) -> list[TypeCount]:
    """The counts of these types; `passing`: the shown rows to count, bool (m,), None for all of them."""
    retuned = file.retuned if file else None
    raw = file.heard.counts_by_type() if file and file.heard is not None else {}
    shown: dict[str, int] = {}
    if retuned:
        counted = retuned.shown if passing is None else retuned.shown.select(passing)
        shown = counted.counts_by_type()
    return [
        TypeCount(
            name,
            raw.get(name, 0),
            shown.get(name, 0),
            retuned.hidden_by_threshold.get(name, 0) if retuned else 0,
            retuned.hidden_by_min_duration.get(name, 0) if retuned else 0,
        )
        for name in artifact_types
    ]


def confidence_histogram(
    raw: DetectionTable | None, bins: int, artifact_type: str | None, hidden_types: frozenset[str]
) -> NDArray[np.int64]:
    """Raw rows per confidence bin over 0-1, int64 (bins,), of one type or of all that are not hidden."""
    if raw is None or len(raw) == 0:
        return np.zeros(bins, dtype=np.int64)
    if artifact_type is not None:
        raw = raw.of_type(artifact_type)
    elif hidden_types:
        is_visible = np.array([name not in hidden_types for name in raw.types])
        raw = raw.select(is_visible[raw.type_codes])
    bin_of = np.minimum((raw.confidence * bins).astype(np.int64), bins - 1)
    return np.bincount(bin_of, minlength=bins)
