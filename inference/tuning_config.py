"""The three numbers of an inference job. Apart from the contract, so that the window starts without its machinery."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final

_RANGES: Final = {"threshold": (0.0, 1.0), "merge_window_ms": (0, 5000), "min_duration_ms": (0, 1000)}


@dataclass(frozen=True)
class TuningConfig:
    """Threshold, merge window and minimum duration, with the ranges and defaults of the API's documentation.

    Raises ValueError, with a sentence that names the number, outside its range.
    """

    threshold: float = 0.5
    merge_window_ms: int = 200
    min_duration_ms: int = 50

    def __post_init__(self) -> None:
        for name, (least, most) in _RANGES.items():
            number = _number(name, getattr(self, name))
            if not least <= number <= most:
                raise ValueError(f"{name} is {number:g}; it goes from {least:g} to {most:g}")
            object.__setattr__(self, name, number if name == "threshold" else _whole(name, number))

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> TuningConfig:
        """From a JSON object; what it lacks is the default, what it has besides is left aside. Raises ValueError."""
        names = {field.name for field in fields(cls)}
        return cls(**{name: number for name, number in value.items() if name in names})

    def with_values(self, **values: float) -> TuningConfig:
        """The same with other values of some numbers. Raises ValueError outside the ranges."""
        return replace(self, **values)  # type: ignore[arg-type]


def _number(name: str, value: object) -> float:
    try:
        if isinstance(value, bool):
            raise TypeError
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} is {value!r}, which is no number") from error
    if not math.isfinite(number):
        raise ValueError(f"{name} is {value!r}, which is no number")
    return number


def _whole(name: str, number: float) -> int:
    if number != int(number):
        raise ValueError(f"{name} is {number:g}; it is a whole number of milliseconds")
    return int(number)


RAW_CAPTURE: Final = TuningConfig(threshold=0.05, merge_window_ms=0, min_duration_ms=0)
"""The config our own jobs are created with, so that every slider position can be shown exactly afterwards."""


def shows_exactly(made: TuningConfig, wanted: TuningConfig) -> bool:
    """Whether detections made with one config can be retuned to another as if they had been made with it.

    What lies below one of the three numbers is gone. Rows that were merged keep the highest confidence only, so a
    higher threshold may take a part of one away that cannot be cut out any more; short rows that were dropped are
    missing as bridges of a wider merge window.
    """
    if wanted.threshold < made.threshold or wanted.merge_window_ms < made.merge_window_ms:
        return False
    if wanted.min_duration_ms < made.min_duration_ms:
        return False
    if made.merge_window_ms > 0 and wanted.threshold > made.threshold:
        return False
    return made.min_duration_ms == 0 or wanted.merge_window_ms == made.merge_window_ms
