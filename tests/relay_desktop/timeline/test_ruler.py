"""Units of the ruler."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.timeline.ruler import Ruler, TimeUnit, timecode

DROP = TimeUnit.TIMECODE_2997_DROP


def _counted_drop_frame(number: int) -> str:
    """Drop-frame timecode by counting, as the standard tells it: numbers 0 and 1 are left out at a minute's start."""
    hours, minutes, seconds, frames = 0, 0, 0, 0
    for _ in range(number):
        frames += 1
        if frames == 30:
            frames, seconds = 0, seconds + 1
        if seconds == 60:
            seconds, minutes = 0, minutes + 1
            frames = 0 if minutes % 10 == 0 else 2
        if minutes == 60:
            minutes, hours = 0, hours + 1
    return f"{hours:02d}:{minutes:02d}:{seconds:02d};{frames:02d}"


@pytest.mark.parametrize("number", [0, 1, 1799, 1800, 1801, 3597, 3598, 17981, 17982, 17983, 19780, 19782, 40_000])
def test_drop_frame_by_counting(number: int) -> None:
    assert timecode(number * 1001 / 30_000, DROP) == _counted_drop_frame(number)


def test_drop_frame_keeps_the_clock() -> None:
    assert timecode(3600.0, DROP) == "01:00:00;00"


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (TimeUnit.TIMECODE_24, "01:01:01:12"),
        (TimeUnit.TIMECODE_25, "01:01:01:12"),
        (TimeUnit.TIMECODE_30, "01:01:01:14"),
    ],
)
def test_timecode(unit: TimeUnit, text: str) -> None:
    assert timecode(3661.48, unit) == text


@given(st.floats(1e-6, 1e6), st.sampled_from(TimeUnit))
def test_a_step_is_long_enough_and_not_much_longer(least_s: float, unit: TimeUnit) -> None:
    unit_s, step, parts = Ruler(unit, 48_000).step(least_s)
    assert unit_s * step >= least_s * (1 - 1e-6)
    assert parts >= 1
    finest = {TimeUnit.SAMPLES: 1 / 48_000}.get(unit, 0.05)
    assert unit_s * step <= max(2.6 * least_s, finest) or least_s > 0.3


def test_samples_have_thousands() -> None:
    assert Ruler(TimeUnit.SAMPLES, 44_100).label(100.0, 1.0) == "4,410,000"
