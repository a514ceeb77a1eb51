"""Packing: detections of one type that overlap (a hand-made one over the model's) share the height of their lane."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF

from inference.detections import DetectionTable
from relay_desktop.timeline.region_index import Rows

_MOST = 3


def packed(table: DetectionTable, rows: Rows) -> tuple[Rows, Rows]:
    """Of rows in order of start: the place of each in its lane, and how many places that lane needs, int64 (n,) both.

    Rows that share time have different places, three at most; beyond that they lie over one another.
    """
    places = np.zeros(len(rows), dtype=np.int64)
    ends: dict[int, list[int]] = {}
    columns = (table.type_codes[rows], table.start_ms[rows], table.end_ms[rows])
    codes = columns[0]
    for at, (code, start, end) in enumerate(zip(*(column.tolist() for column in columns), strict=True)):
        taken = ends.setdefault(code, [])
        place = next((number for number, until in enumerate(taken) if until <= start), len(taken))
        if place == len(taken) and place < _MOST:
            taken.append(end)
        place = min(place, _MOST - 1)
        taken[place] = max(taken[place], end)
        places[at] = place
    needed = {code: len(taken) for code, taken in ends.items()}
    return places, np.array([needed[code] for code in codes.tolist()], dtype=np.int64)


def part_of(lane: QRectF, place: int, needed: int) -> QRectF:
    """The part of a lane's height that belongs to one place."""
    height = lane.height() / needed
    return QRectF(lane.left(), lane.top() + place * height, lane.width(), height)
