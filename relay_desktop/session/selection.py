"""What is selected is a sound, not a row: finding rows for spans, and the row beside one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable

Span: TypeAlias = tuple[str, int, int]  # artifact type, start_ms, end_ms


def spans_of(shown: DetectionTable | None, rows: Iterable[int]) -> list[Span]:
    """The spans that rows of a table stand for; rows that are not there are left out."""
    if shown is None:
        return []
    return [
        (shown.artifact_type(row), int(shown.start_ms[row]), int(shown.end_ms[row]))
        for row in rows
        if row < len(shown)
    ]


def rows_covering(
    shown: DetectionTable | None, spans: Iterable[Span], hidden_types: frozenset[str]
) -> tuple[int, ...]:
    """For every span the row that covers most of it, each row once; nothing for hidden types."""
    if shown is None:
        return ()
    found = (_row_covering(shown, span) for span in spans if span[0] not in hidden_types)
    return tuple(dict.fromkeys(row for row in found if row is not None))


def _row_covering(shown: DetectionTable, span: Span) -> int | None:
    artifact_type, start_ms, end_ms = span
    if artifact_type not in shown.types:
        return None
    overlap = np.minimum(shown.end_ms, end_ms) - np.maximum(shown.start_ms, start_ms)
    overlap = np.where(shown.type_codes == shown.types.index(artifact_type), overlap, -1)
    if len(overlap) == 0 or overlap.max() < 0:
        return None
    return int(np.argmax(overlap))


def row_beside(
    shown: DetectionTable | None, visible: NDArray[np.int64], row: int | None, step: int, *, same_type: bool
) -> int | None:
    """The visible row after (`step` 1) or before (-1) a row; from nothing the first or last; None at the end."""
    if shown is None or len(visible) == 0:
        return None
    if row is None:
        return int(visible[0] if step > 0 else visible[-1])
    rows: Sequence[int] | NDArray[np.int64] = visible
    if same_type:
        rows = visible[shown.type_codes[visible] == shown.type_codes[row]]
    place = int(np.searchsorted(rows, row, side="right" if step > 0 else "left")) + min(step, 0)
    return int(rows[place]) if 0 <= place < len(rows) else None
