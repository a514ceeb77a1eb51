"""SMPTE timecode: frames of picture counted as HH:MM:SS:FF, with and without drop-frame. Source: SMPTE ST 12-1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_DAY_H = 24


@dataclass(frozen=True)
class FrameRate:
    """`counted` frames per second of timecode; real time runs at `counted * 1000 / 1001` where `is_slowed`."""

    counted: int
    is_slowed: bool = False
    is_drop: bool = False

    def frame_at(self, us: int) -> int:
        """The picture frame that contains a moment."""
        numerator, denominator = (self.counted * 1000, 1001) if self.is_slowed else (self.counted, 1)
        return us * numerator // (denominator * 1_000_000)

    def text(self, frame: int) -> str:
        """`HH:MM:SS:FF`, a semicolon before FF for drop-frame; wraps after 24 hours, as timecode does."""
        if self.is_drop:
            frame = self._with_dropped(frame)
        seconds, picture = divmod(frame, self.counted)
        minutes, second = divmod(seconds, 60)
        hours, minute = divmod(minutes, 60)
        mark = ";" if self.is_drop else ":"
        return f"{hours % _DAY_H:02d}:{minute:02d}:{second:02d}{mark}{picture:02d}"

    def frames_of_hours(self, hours: int) -> int:
        """How many frames pass until the timecode shows a full hour."""
        frames = hours * 3600 * self.counted
        return frames - hours * 54 * self._drops if self.is_drop else frames

    @property
    def _drops(self) -> int:
        """Numbers left out at the start of each minute that is no tenth: 2 at 29.97, 4 at 59.94."""
        return self.counted // 15

    def _with_dropped(self, frame: int) -> int:
        per_minute = self.counted * 60 - self._drops
        per_ten = per_minute * 10 + self._drops
        tens, rest = divmod(frame, per_ten)
        skipped_minutes = max(0, rest - self._drops) // per_minute
        return frame + self._drops * (9 * tens + skipped_minutes)


FRAME_RATES: Mapping[str, FrameRate] = {
    "23.976": FrameRate(24, is_slowed=True),
    "24": FrameRate(24),
    "25": FrameRate(25),
    "29.97": FrameRate(30, is_slowed=True),
    "29.97df": FrameRate(30, is_slowed=True, is_drop=True),
    "30": FrameRate(30),
    "50": FrameRate(50),
    "59.94": FrameRate(60, is_slowed=True),
    "59.94df": FrameRate(60, is_slowed=True, is_drop=True),
    "60": FrameRate(60),
}
