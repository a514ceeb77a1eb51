"""Ticks: round, distinct, far enough apart, in every unit and at every zoom."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.timeline.ruler import Ruler, TimeUnit
from relay_desktop.timeline.time_axis import ticks
from relay_desktop.timeline.view_range import whole_file


@given(st.floats(0.0005, 86_400), st.floats(0, 1), st.integers(50, 4000), st.sampled_from(TimeUnit))
def test_labels_are_distinct_and_far_enough_apart(span: float, part: float, width: int, unit: TimeUnit) -> None:
    view = whole_file(86_400.0, width).showing(part * (86_400 - span), part * (86_400 - span) + span)
    marks = ticks(view, Ruler(unit, 48_000))
    places = [view.x(at) for at in marks.major_s]
    assert all(right - left >= 95.9 for left, right in pairwise(places))
    assert len(places) <= width / 95 + 1
    assert len(set(marks.labels)) == len(marks.labels) == len(marks.major_s)


@given(st.floats(0.0005, 86_400), st.floats(0, 1))
def test_a_label_of_the_clock_is_the_very_time_of_its_tick(span: float, part: float) -> None:
    view = whole_file(86_400.0, 1000).showing(part * (86_400 - span), part * (86_400 - span) + span)
    marks = ticks(view)
    for at, label in zip(marks.major_s, marks.labels, strict=True):
        hours, minutes, seconds = label.split(":")
        assert int(hours) * 3600 + int(minutes) * 60 + float(seconds) == pytest.approx(at, abs=1e-7)


@pytest.mark.parametrize(
    ("start", "span", "unit", "labels"),
    [
        (10, 20, TimeUnit.CLOCK, ["00:00:10", "00:00:12"]),
        (100, 0.005, TimeUnit.CLOCK, ["00:01:40.0000", "00:01:40.0005"]),
        (10, 20, TimeUnit.SECONDS, ["10 s", "12 s", "14 s"]),
        (1, 0.001, TimeUnit.SAMPLES, ["48,000", "48,005"]),
        (60, 0.5, TimeUnit.TIMECODE_25, ["00:01:00:00", "00:01:00:02"]),
        (60, 0.5, TimeUnit.TIMECODE_24, ["00:01:00:00", "00:01:00:02"]),
    ],
)
def test_labels(start: float, span: float, unit: TimeUnit, labels: list[str]) -> None:
    view = whole_file(3600.0, 1000).showing(start, start + span)
    assert ticks(view, Ruler(unit, 48_000)).labels[: len(labels)] == labels
