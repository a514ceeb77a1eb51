"""How times and lengths are written."""

from __future__ import annotations

import pytest

from relay_desktop.timeline.time_format import format_duration, format_time


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
