"""How a slider's way maps to a value: straight for confidences, stretched at the low end for milliseconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

POSITIONS: Final = 1000


class Scale(Protocol):
    """Slider positions 0 to POSITIONS on one side, values on the other."""

    @property
    def maximum(self) -> float:
        """The greatest value."""

    def position(self, value: float) -> int:
        """The position that stands for a value."""

    def value(self, position: int) -> float:
        """The value at a position."""

    def stepped(self, value: float, steps: int) -> float:
        """The value so many key presses away, within the range."""


@dataclass(frozen=True)
class ConfidenceScale:
    """0 to 1 in hundredths."""

    maximum: float = 1.0

    def position(self, value: float) -> int:
        """The position that stands for a confidence."""
        return round(value * POSITIONS)

    def value(self, position: int) -> float:
        """The confidence at a position, in hundredths."""
        return round(position / POSITIONS, 2)

    def stepped(self, value: float, steps: int) -> float:
        """A hundredth per step."""
        return min(self.maximum, max(0.0, round(value + steps * 0.01, 3)))


@dataclass(frozen=True)
class MillisecondScale:
    """0 to `maximum` ms along a power curve: a quarter of the way holds the first few per cent of the range."""

    maximum: float
    power: float = 2.5

    def position(self, value: float) -> int:
        """The position that stands for so many milliseconds."""
        way = float((value / self.maximum) ** (1 / self.power))
        return round(POSITIONS * way)

    def value(self, position: int) -> float:
        """Milliseconds at a position: whole ones, rounded to what a hand can aim at."""
        exact = self.maximum * float((position / POSITIONS) ** self.power)
        grain = _grain(exact)
        return min(self.maximum, round(exact / grain) * grain)

    def stepped(self, value: float, steps: int) -> float:
        """1 ms per step below 20 ms, coarser above."""
        direction = 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            step = _step(value if direction > 0 else value - 1)
            value = (value // step + 1) * step if direction > 0 else ((value - 1) // step) * step
        return float(min(self.maximum, max(0, value)))


def _grain(value: float) -> int:
    return 1 if value < 100 else 5 if value < 500 else 10 if value < 2000 else 50


def _step(value: float) -> int:
    return 1 if value < 20 else 5 if value < 100 else 10 if value < 500 else 50 if value < 2000 else 100
