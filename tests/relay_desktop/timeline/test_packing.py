"""Overlapping detections of one type have places of their own in their lane."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from inference.detections import DetectionTable
from relay_desktop.timeline.packing import packed, part_of


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 40), st.integers(0, 20)), max_size=12))
def test_rows_that_share_time_never_share_a_place_while_there_are_three(rows: list[tuple[str, int, int]]) -> None:
    rows = sorted(rows, key=lambda row: row[1])
    table = DetectionTable.from_columns(
        [name for name, _, _ in rows], [at for _, at, _ in rows], [at + long for _, at, long in rows], [0.5] * len(rows)
    )
    places, needed = packed(table, np.arange(len(rows)))
    for one, (name, start, _long) in enumerate(rows):
        assert 0 <= places[one] < needed[one] <= 3
        others = [
            other
            for other in range(one)
            if rows[other][0] == name and rows[other][1] + rows[other][2] > start
        ]
        if len(others) < 3 and all(needed[other] < 3 for other in others):
            assert all(places[other] != places[one] for other in others)
    alone = [name for name in "ab" if sum(row[0] == name for row in rows) == 1]
    assert all(needed[at] == 1 for at, row in enumerate(rows) if row[0] in alone)


def test_the_parts_of_a_lane_fill_it() -> None:
    lane = QRectF(0, 10, 100, 18)
    parts = [part_of(lane, place, 3) for place in range(3)]
    assert [part.top() for part in parts] == [10, 16, 22]
    assert parts[-1].bottom() == lane.bottom()
    assert part_of(lane, 0, 1) == lane
