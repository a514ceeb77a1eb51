"""Search over regions against a plain scan of all of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from inference.detections import DetectionTable
from inference.tuning import retune
from inference.tuning_config import TuningConfig
from relay_desktop.timeline.region_index import HIT_REACH_PX, MIN_WIDTH_PX, RegionIndex, drawn_extent
from relay_desktop.timeline.view_range import ViewRange, whole_file

LENGTH_MS = 100_000
TYPES = ("click", "hum", "glitch")


@st.composite
def tables(draw: st.DrawFn) -> DetectionTable:
    count = draw(st.integers(0, 40))
    start = draw(st.lists(st.integers(0, LENGTH_MS), min_size=count, max_size=count))
    lengths = st.sampled_from([0, 1, 3, 50, 999, 2000, 2001, 9000, 60_000])
    length = draw(st.lists(lengths, min_size=count, max_size=count))
    codes = draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    confidence = draw(st.lists(st.floats(0, 1), min_size=count, max_size=count))
    end = [min(LENGTH_MS, a + b) for a, b in zip(start, length, strict=True)]
    return DetectionTable(TYPES, codes, start, end, confidence).sorted()


@st.composite
def views(draw: st.DrawFn) -> ViewRange:
    start = draw(st.floats(0, LENGTH_MS / 1000))
    return whole_file(LENGTH_MS / 1000, draw(st.integers(50, 2000))).showing(start, start + draw(st.floats(0.01, 100)))


@given(tables(), st.floats(0, LENGTH_MS), st.floats(0, LENGTH_MS), st.sets(st.integers(0, 2)))
def test_rows_between_equals_a_scan(table: DetectionTable, start: float, length: float, codes: set[int]) -> None:
    stop = start + length
    touching = (table.start_ms <= stop) & (table.end_ms >= start)
    index = RegionIndex(table)
    assert index.rows_between(start, stop).tolist() == np.flatnonzero(touching).tolist()
    wanted = touching & np.isin(table.type_codes, list(codes))
    assert index.rows_between(start, stop, sorted(codes)).tolist() == np.flatnonzero(wanted).tolist()


@given(tables(), views(), st.floats(0, 1))
def test_a_hit_is_the_nearest_then_the_shortest(table: DetectionTable, view: ViewRange, part: float) -> None:
    x = part * view.width
    left, right = drawn_extent(table, slice(None), view)
    distance = np.maximum(np.maximum(left - x, x - right), 0)
    got = RegionIndex(table).hit(x, view)
    if len(table) == 0 or distance.min() > HIT_REACH_PX + 0.01:
        assert got is None
    elif distance.min() < HIT_REACH_PX - 0.01:
        assert got is not None
        assert distance[got] <= max(distance.min(), 3.0) + 0.01
        surely_on_it = distance < 2.99
        if surely_on_it.any():
            assert table.duration_ms()[got] <= table.duration_ms()[surely_on_it].min()


@given(tables(), views())
def test_drawn_extents_are_true_and_never_too_narrow(table: DetectionTable, view: ViewRange) -> None:
    left, right = drawn_extent(table, slice(None), view)
    true_left = np.array([view.x(ms / 1000) for ms in table.start_ms.tolist()])
    true_right = np.array([view.x(ms / 1000) for ms in table.end_ms.tolist()])
    narrow = np.maximum(MIN_WIDTH_PX - (true_right - true_left), 0) / 2
    near = (np.abs(true_left) < 20_000) & (np.abs(true_right) < 20_000)
    np.testing.assert_allclose(left[near], (true_left - narrow)[near], atol=0.05)
    np.testing.assert_allclose(right[near], (true_right + narrow)[near], atol=0.05)


def test_a_click_of_a_millisecond_in_an_hour_is_hit_within_six_pixels() -> None:
    table = DetectionTable(("click",), [0], [1_800_000], [1_800_001], [0.9])
    view = whole_file(3600.0, 1200)
    x = view.x(1800.0)
    index = RegionIndex(table)
    assert [index.hit(x + off, view) for off in (-7, -5, 0, 5, 7)] == [0, 0, 0, 0, 0]
    assert index.hit(x + 8, view) is None
    assert index.hit(x - 8, view) is None


def test_within_a_hum_over_the_whole_file_the_click_is_hit() -> None:
    raw = DetectionTable(("hum", "click"), [0, 1], [0, 50_000], [100_000, 50_001], [0.9, 0.5])
    index = RegionIndex(retune(raw, TuningConfig(threshold=0, merge_window_ms=0, min_duration_ms=0)).shown)
    view = whole_file(100.0, 1000)
    assert index.hit(500, view) == 1
    assert index.hit(400, view) == 0
    assert index.hit(500, view, [0]) == 0


def test_no_drift_at_the_end_of_a_day() -> None:
    start = 86_390_000
    table = DetectionTable(("click",), [0], [start], [start + 10], [0.9])
    view = whole_file(86_400.0, 1000).showing(86_390.0, 86_390.02)
    left, right = drawn_extent(table, slice(None), view)
    np.testing.assert_allclose([left[0], right[0]], [0, 500], atol=0.01)
