"""A clean neighbour: the nearest stretch of a wanted length without any detection, to compare by ear."""

from __future__ import annotations

import numpy as np

from inference.detections import DetectionTable


def clean_neighbour_ms(
    table: DetectionTable, around_ms: float, length_ms: float, duration_ms: float
) -> float | None:
    """Where the stretch begins whose middle is nearest to `around_ms`; None when nothing that long is free."""
    starts, ends = table.start_ms.astype(np.float64), table.end_ms.astype(np.float64)
    by_start = np.argsort(starts, kind="stable")
    starts, ends = starts[by_start], np.maximum.accumulate(ends[by_start]) if len(ends) else ends
    free_from = np.concatenate([[0.0], ends])
    free_to = np.concatenate([starts, [duration_ms]])
    fits = free_to - free_from >= length_ms
    if length_ms > duration_ms or not fits.any():
        return None
    wanted = around_ms - length_ms / 2
    begins = np.clip(wanted, free_from[fits], free_to[fits] - length_ms)
    return float(begins[int(np.argmin(np.abs(begins - wanted)))])
