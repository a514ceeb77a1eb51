"""Ruler: the units in which the time axis counts and how it writes them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from relay_desktop.timeline.time_format import format_time
from relay_desktop.translation import number


class TimeUnit(Enum):
    """What the time axis counts."""

    CLOCK = "h:m:s"
    SECONDS = "seconds"
    SAMPLES = "samples"
    TIMECODE_24 = "timecode 24"
    TIMECODE_25 = "timecode 25"
    TIMECODE_2997_DROP = "timecode 29.97 drop"
    TIMECODE_30 = "timecode 30"


_TIMECODES = {
    TimeUnit.TIMECODE_24: (24, 24.0),
    TimeUnit.TIMECODE_25: (25, 25.0),
    TimeUnit.TIMECODE_2997_DROP: (30, 30_000 / 1001),
    TimeUnit.TIMECODE_30: (30, 30.0),
}
_WHOLE_SECONDS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400)
_PARTS = {1: 5, 2: 4, 5: 5, 10: 5, 15: 3, 30: 3, 60: 6, 120: 4, 300: 5, 600: 5, 900: 3, 1800: 3, 3600: 6}
# SMPTE ST 12-1 drop frame: two numbers are left out every minute but every tenth.
_DROP_PER_TEN_MINUTES, _DROP_PER_MINUTE = 17_982, 1_798


@dataclass(frozen=True)
class Ruler:
    """A unit; samples need the recording's rate."""

    unit: TimeUnit = TimeUnit.CLOCK
    rate_hz: int = 48_000

    def step(self, least_s: float) -> tuple[float, float, int]:
        """The shortest round step of at least `least_s` seconds: unit in seconds, units in a step, parts of a step."""
        if self.unit in _TIMECODES:
            return self._timecode_step(least_s)
        if self.unit is TimeUnit.SAMPLES:
            return 1 / self.rate_hz, max(1.0, _round_up(least_s * self.rate_hz)), 5
        whole = next((step for step in _WHOLE_SECONDS if step >= least_s), None)
        if least_s > 0.5 and whole is not None and self.unit is TimeUnit.CLOCK:
            return 1.0, float(whole), _PARTS.get(whole, 4)
        return 1.0, _round_up(least_s) if whole is not None else math.ceil(least_s / 86_400) * 86_400.0, 5

    def _timecode_step(self, least_s: float) -> tuple[float, float, int]:
        nominal, exact = _TIMECODES[self.unit]
        for frames in (1, 2, 5, 10):
            if frames / exact >= least_s:
                return 1 / exact, float(frames), 1
        whole = next(
            (step for step in _WHOLE_SECONDS if step >= least_s), math.ceil(least_s / 86_400) * 86_400
        )
        return 1 / exact, float(whole * nominal), _PARTS.get(whole, 4)

    def label(self, at_s: float, step_s: float, *, with_hours: bool = True) -> str:
        """A time as this ruler writes it, with the decimals that steps of `step_s` need."""
        if self.unit in _TIMECODES:
            return timecode(at_s, self.unit)
        if self.unit is TimeUnit.SAMPLES:
            return number(round(at_s * self.rate_hz), ",")
        decimals = max(0, -math.floor(math.log10(step_s) + 1e-9)) if step_s < 1 else 0
        if self.unit is TimeUnit.SECONDS:
            return f"{at_s:.{decimals}f} s"
        return format_time(at_s, decimals, with_hours=with_hours)


def timecode(at_s: float, unit: TimeUnit) -> str:
    """hh:mm:ss:ff of the frame nearest to a time; with a semicolon before the frames where numbers are dropped."""
    nominal, exact = _TIMECODES[unit]
    number = round(at_s * exact)
    mark = ":"
    if unit is TimeUnit.TIMECODE_2997_DROP:
        tens, rest = divmod(number, _DROP_PER_TEN_MINUTES)
        number += 18 * tens + (2 * ((rest - 2) // _DROP_PER_MINUTE) if rest >= 2 else 0)
        mark = ";"
    seconds, frame = divmod(number, nominal)
    return f"{format_time(seconds, 0)}{mark}{frame:02d}"


def _round_up(value: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value) + 1e-12)
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value * (1 - 1e-9))
