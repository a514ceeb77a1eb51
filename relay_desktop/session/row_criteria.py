"""RowCriteria: which of the shown detections a person wants to see now. Pure numpy over what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from relay_desktop.session.verdicts import JudgedSpan, ReviewStates, State

Mask = NDArray[np.bool_]

ANY: Final = ""
_ON_STATES: Final[Mapping[str, Callable[[ReviewStates], Mask]]] = {
    "open": lambda states: ~states.is_settled,
    "reviewed": lambda states: states.state != State.UNREVIEWED,
    "artifact": lambda states: states.state == State.ARTIFACT,
    "not an artifact": lambda states: states.state == State.NOT_AN_ARTIFACT,
    "unsure": lambda states: states.state == State.UNSURE,
    "mixed": lambda states: (states.state == State.MIXED) | states.is_partial,
}
VERDICT_CHOICES: Final = (ANY, *_ON_STATES)
SEVERITY_CHOICES: Final = (ANY, "FYI", "issue", "blocker", "none")


@dataclass(frozen=True)
class RowCriteria:
    """What a row must be like to be seen. Bounds are inclusive; None has no bound; times in ms of the file."""

    verdict: str = ANY
    severity: str = ANY
    least_confidence: float = 0.0
    greatest_confidence: float = 1.0
    shortest_ms: int = 0
    longest_ms: int | None = None
    from_ms: int = 0
    until_ms: int | None = None
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether they let everything through."""
        return self == RowCriteria()

    @property
    def asks_for_verdicts(self) -> bool:
        """Whether a verdict may change what passes."""
        return bool(self.verdict or self.severity or self.note)

    def passing(
        self, shown: DetectionTable, states: ReviewStates | None, spans: Sequence[JudgedSpan]
    ) -> Mask:
        """Which rows pass, bool (m,). A row passes a time range when it touches it."""
        confidence, duration = shown.confidence, shown.duration_ms()
        passing = (confidence >= self.least_confidence - 1e-9) & (
            confidence <= self.greatest_confidence + 1e-9
        )
        passing &= (duration >= self.shortest_ms) & (shown.end_ms >= self.from_ms)
        if self.longest_ms is not None:
            passing &= duration <= self.longest_ms
        if self.until_ms is not None:
            passing &= shown.start_ms <= self.until_ms
        if self.asks_for_verdicts:
            passing &= self._passing_verdicts(states, spans, len(shown))
        return passing

    def _passing_verdicts(self, states: ReviewStates | None, spans: Sequence[JudgedSpan], count: int) -> Mask:
        if states is None:
            return np.full(count, self.verdict == "open" and not self.severity and not self.note)
        passing = np.ones(count, dtype=np.bool_)
        if self.verdict:
            passing &= _ON_STATES[self.verdict](states)
        if self.severity:
            wanted = None if self.severity == "none" else self.severity
            passing &= _of_spans(states, (span.severity == wanted for span in spans)) & (states.span >= 0)
        if self.note:
            text = self.note.casefold()
            passing &= _of_spans(states, (text in span.note.casefold() for span in spans))
        return passing

    def words(self) -> str:
        """The criteria as a person reads them in an export: "confidence 0.50 to 0.80, at most 40 ms"; "" for none."""
        parts = [f"verdict {self.verdict}" if self.verdict else ""]
        parts.append(f"severity {self.severity}" if self.severity else "")
        if (self.least_confidence, self.greatest_confidence) != (0.0, 1.0):
            parts.append(f"confidence {self.least_confidence:.2f} to {self.greatest_confidence:.2f}")
        parts.append(f"at least {self.shortest_ms} ms" if self.shortest_ms else "")
        parts.append(f"at most {self.longest_ms} ms" if self.longest_ms is not None else "")
        if self.from_ms or self.until_ms is not None:
            until = "the end" if self.until_ms is None else f"{self.until_ms / 1000:.3f} s"
            parts.append(f"from {self.from_ms / 1000:.3f} s to {until}")
        parts.append(f"note contains “{self.note}”" if self.note else "")
        return ", ".join(part for part in parts if part)


def _of_spans(states: ReviewStates, said: Iterable[bool]) -> Mask:
    """What holds of the deciding span of every row; False where there is none."""
    column = np.append(np.fromiter(said, dtype=np.bool_), False)
    return np.asarray(column[states.span])


def outside(shown: DetectionTable, stretches: Iterable[tuple[int, int]]) -> Mask:
    """Rows that lie in none of the stretches (start_ms, end_ms) as a whole, bool (m,)."""
    passing = np.ones(len(shown), dtype=np.bool_)
    for start_ms, end_ms in stretches:
        passing &= ~((shown.start_ms >= start_ms) & (shown.end_ms <= end_ms))
    return passing
