"""ViewHistory: back and forward through the stretches a person zoomed to."""

from __future__ import annotations

Stretch = tuple[float, float]

_KEPT = 100
# Wheel notches in a row make many small steps; a stretch that differs less than this is the same step.
_SAME_STEP = 1.6


class ViewHistory:
    """Two stacks of stretches in seconds."""

    def __init__(self) -> None:
        self._past: list[Stretch] = []
        self._future: list[Stretch] = []

    def clear(self) -> None:
        """Forgets everything: another recording."""
        self._past.clear()
        self._future.clear()

    def leave(self, stretch: Stretch) -> None:
        """A zoom is about to leave `stretch`."""
        self._future.clear()
        if self._past and _is_same_step(self._past[-1], stretch):
            return
        self._past.append(stretch)
        del self._past[:-_KEPT]

    def back(self, current: Stretch) -> Stretch | None:
        """Where to go from `current`; None at the beginning."""
        return self._step(self._past, self._future, current)

    def forward(self, current: Stretch) -> Stretch | None:
        """Where `back` came from; None at the end."""
        return self._step(self._future, self._past, current)

    @staticmethod
    def _step(source: list[Stretch], other: list[Stretch], current: Stretch) -> Stretch | None:
        if not source:
            return None
        other.append(current)
        return source.pop()


def _is_same_step(one: Stretch, other: Stretch) -> bool:
    spans = one[1] - one[0], other[1] - other[0]
    shift = abs(one[0] + one[1] - other[0] - other[1]) / 2
    return max(spans) < _SAME_STEP * min(spans) and shift < min(spans) / 2
