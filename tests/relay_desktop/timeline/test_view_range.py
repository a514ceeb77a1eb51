"""Pixels and seconds: exact both ways, inside the file, without drift hours into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.timeline.view_range import NARROWEST_S, ViewRange, whole_file

DAY_S = 86_400.0


@st.composite
def views(draw: st.DrawFn) -> ViewRange:
    duration = draw(st.floats(0.001, DAY_S))
    start = draw(st.floats(0, duration))
    span = draw(st.floats(NARROWEST_S, DAY_S))
    return whole_file(duration, draw(st.integers(1, 5000))).showing(start, start + span)


def _is_inside(view: ViewRange) -> bool:
    slack = 1e-9 * view.duration_s
    return -slack <= view.start_s < view.stop_s <= view.duration_s + slack


@given(views(), st.floats(0, 1))
def test_there_and_back(view: ViewRange, part: float) -> None:
    x = part * view.width
    assert view.x(view.seconds(x)) == pytest.approx(x, abs=1e-3)
    assert view.x(view.start_s) == 0
    assert view.x(view.stop_s) == pytest.approx(view.width)


@given(views(), st.floats(0.001, 1000), st.floats(0, 1))
def test_zoom_keeps_the_place_under_the_pointer(view: ViewRange, factor: float, part: float) -> None:
    at_s = view.seconds(part * view.width)
    zoomed = view.zoomed(factor, at_s)
    assert _is_inside(zoomed)
    touches_an_end = zoomed.start_s <= 1e-9 or zoomed.stop_s >= view.duration_s - 1e-9
    if not touches_an_end:
        assert zoomed.x(at_s) == pytest.approx(part * view.width, abs=0.01)


@given(views(), st.floats(-2 * DAY_S, 2 * DAY_S))
def test_moving_keeps_the_length_and_stays_inside(view: ViewRange, by_s: float) -> None:
    moved = view.moved(by_s)
    assert moved.span_s == pytest.approx(view.span_s, abs=1e-9)
    assert _is_inside(moved)


@given(views(), st.floats(-DAY_S, DAY_S), st.floats(-DAY_S, DAY_S))
def test_any_wish_ends_inside_the_file(view: ViewRange, start_s: float, stop_s: float) -> None:
    assert _is_inside(view.showing(start_s, stop_s))


def test_no_drift_after_ten_thousand_small_steps() -> None:
    view = whole_file(DAY_S, 1500).showing(80_000.0, 80_000.01)
    for _ in range(10_000):
        view = view.moved(0.001)
    for _ in range(10_000):
        view = view.moved(-0.001)
    assert view.start_s == pytest.approx(80_000.0, abs=1e-6)


def test_a_sample_has_its_pixel_at_the_end_of_a_day() -> None:
    """192 kHz, 24 hours in: neighbouring samples lie the right number of pixels apart."""
    rate = 192_000
    frame = int(DAY_S * rate) - 1000
    view = whole_file(DAY_S, 1500).showing(frame / rate, (frame + 100) / rate)
    assert view.x((frame + 51) / rate) - view.x((frame + 50) / rate) == pytest.approx(15, abs=0.01)
