"""Ticks and how times are written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.timeline.time_axis import format_duration, format_time, ticks
from relay_desktop.timeline.view_range import whole_file


@pytest.mark.parametrize(
    ("seconds", "decimals", "text"),
    [
        (0, 3, "00:00:00.000"),
        (2467.312, 3, "00:41:07.312"),
        (59.9996, 3, "00:01:00.000"),
        (3599.9999, 2, "01:00:00.00"),
        (86_399.0, 0, "23:59:59"),
        (360_000, 0, "100:00:00"),
        (0.00002, 5, "00:00:00.00002"),
        (-1.5, 1, "-00:00:01.5"),
        (-0.0001, 1, "00:00:00.0"),
    ],
)
def test_times(seconds: float, decimals: int, text: str) -> None:
    assert format_time(seconds, decimals) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.0, "0 µs"), (0.00002, "20 µs"), (0.003, "3 ms"), (0.9999, "1.00 s"), (1.1, "1.10 s"), (59.999, "1:00 min"),
     (125, "2:05 min"), (3599.9, "01:00:00"), (7265, "02:01:05")],
)  # fmt: skip
def test_durations(seconds: float, text: str) -> None:
    assert format_duration(seconds) == text


@given(st.floats(0.0005, 86_400), st.floats(0, 1), st.integers(50, 4000))
def test_labels_are_round_distinct_and_far_enough_apart(span: float, part: float, width: int) -> None:
    view = whole_file(86_400.0, width).showing(part * (86_400 - span), part * (86_400 - span) + span)
    marks = ticks(view)
    places = [view.x(at) for at in marks.major_s]
    assert all(right - left >= 95.9 for left, right in pairwise(places))
    assert len(marks.major_s) <= width / 95 + 1
    labels = [format_time(at, marks.decimals) for at in marks.major_s]
    assert len(set(labels)) == len(labels)
    assert all(abs(round(at, marks.decimals) - at) < 1e-9 + at * 1e-12 for at in marks.major_s)


@pytest.mark.parametrize(("span", "decimals"), [(0.01, 3), (0.001, 4), (20, 0), (3600, 0)])
def test_decimals_follow_the_zoom(span: float, decimals: int) -> None:
    assert ticks(whole_file(3600, 1000).showing(100, 100 + span)).decimals == decimals
