"""The nearest clean stretch, against the slow way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.detections import DetectionTable
from relay_desktop.session.neighbour import clean_neighbour_ms

SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)), max_size=6)


def _table(spans: list[tuple[int, int]]) -> DetectionTable:
    starts, lengths = [a for a, _ in spans], [b for _, b in spans]
    ends = [a + b for a, b in zip(starts, lengths, strict=True)]
    return DetectionTable.from_columns(["click"] * len(spans), starts, ends, [0.5] * len(spans))


@given(spans=SPANS, around=st.integers(0, 100), length=st.integers(1, 40))
def test_it_is_free_whole_and_nearest(spans: list[tuple[int, int]], around: int, length: int) -> None:
    duration = 130
    found = clean_neighbour_ms(_table(spans), around, length, duration)
    free = [
        begin
        for begin in range(duration - length + 1)
        if all(begin + length <= a or begin >= a + b for a, b in spans)
    ]
    if found is None:
        assert not free
        return
    assert 0 <= found <= duration - length
    assert all(found + length <= a or found >= a + b for a, b in spans)
    assert abs(found - (around - length / 2)) <= min(abs(b - (around - length / 2)) for b in free)


def test_nothing_longer_than_the_file() -> None:
    assert clean_neighbour_ms(_table([]), 50, 131, 130) is None
    assert clean_neighbour_ms(_table([]), 0, 130, 130) == pytest.approx(0)
