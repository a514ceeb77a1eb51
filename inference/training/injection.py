"""Where faults fall in a programme, and their injection in order of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from inference.training.artifacts.canvas import Canvas, Mechanism, Span, decibels, log_uniform, outermost
from inference.training.artifacts.catalogue import SUSTAINED, draw_mechanism
from inference.training.exposure import exposure

HOP_S = 0.01
_APART_S = 0.2
_EDGE_S = 0.15
_SWARM_APART_S = 0.03
_SPLICE_MOST_S = 0.0025
_SHOWS = 1.0
_TRAIN_TYPES = frozenset({"click", "dropout", "glitch", "noise_burst"})


@dataclass(frozen=True)
class Event:
    """A labelled artifact, seconds from the start of the example.

    ``counts`` False: so faint that hearing it and missing it are both right.
    """

    artifact_type: str
    start_s: float
    end_s: float
    mechanism: str = ""
    counts: bool = True


@dataclass(frozen=True)
class Fault:
    """A fault that was drawn, before it is applied. ``channel`` None: all channels."""

    mechanism: Mechanism
    start_s: float
    length_s: float
    channel: int | None = None


class Ground:
    """Which 10 ms of a programme are loud enough to be damaged audibly, and which are still free."""

    def __init__(self, canvas: Canvas) -> None:
        hop = canvas.count(HOP_S)
        count = canvas.frames // hop
        blocks = outermost(canvas.samples[: count * hop]).reshape(count, hop)
        level = blocks.max(axis=1) if count else np.zeros(0)
        loud = float(np.quantile(level, 0.95)) if count else 0.0
        self.is_loud: npt.NDArray[np.bool_] = level > max(loud * decibels(-26.0), 0.004)
        self.is_free = np.ones(count, dtype=bool)

    def place(self, rng: np.random.Generator, length_s: float, needs_programme: bool) -> float | None:
        """A start for a fault of this length with room around it, or None."""
        length = max(1, round(length_s / HOP_S))
        edge, apart = round(_EDGE_S / HOP_S), round(_APART_S / HOP_S)
        taken = np.concatenate(([0], np.cumsum(~self.is_free)))
        starts = np.arange(edge, len(self.is_free) - length - edge)
        if not len(starts):
            return None
        room = taken[np.minimum(starts + length + apart, len(taken) - 1)] == taken[np.maximum(starts - apart, 0)]
        if needs_programme:
            room &= self.is_loud[starts] & self.is_loud[starts - 1] & self.is_loud[starts + length]
        starts = starts[room]
        if not len(starts):
            return None
        return float((rng.choice(starts) + rng.random()) * HOP_S)

    def is_programme(self, start_s: float, length_s: float) -> bool:
        """Whether it is loud where this begins, and just after its end."""
        first, last = int(start_s / HOP_S), int((start_s + length_s) / HOP_S) + 1
        return last < len(self.is_loud) and bool(self.is_loud[first] and self.is_loud[last])

    def take(self, start_s: float, length_s: float) -> None:
        first = max(0, int(start_s / HOP_S))
        self.is_free[first : int((start_s + length_s) / HOP_S) + 1] = False


DrawMechanism = Callable[[np.random.Generator], Mechanism]


def draw_count(rng: np.random.Generator, seconds: float, density: float) -> int:
    """How many faults training puts into an example: often many (each is worth learning), sometimes a lone one.

    ``density``: the usual number in a second.
    """
    return 1 + (0 if rng.random() < 0.25 else int(rng.poisson(density * seconds)))


def draw_short_mechanism(rng: np.random.Generator) -> Mechanism:
    """A mechanism of one of the types whose faults are short."""
    while (drawn := draw_mechanism(rng)).artifact_type not in _TRAIN_TYPES:
        pass
    return drawn


def draw_faults(
    rng: np.random.Generator, canvas: Canvas, seconds: float, count: int, draw: DrawMechanism = draw_mechanism
) -> list[Fault]:
    """``count`` faults or series of faults of any types, at free places, in order of time.

    ``draw`` chooses the mechanisms.
    """
    ground = Ground(canvas)
    ground.is_free[round(seconds / HOP_S) :] = False
    faults: list[Fault] = []
    for _ in range(count):
        mechanism = draw(rng)
        times = int(rng.integers(2, 9)) if mechanism.artifact_type in _TRAIN_TYPES and rng.random() < 0.25 else 1
        for _ in range(times):
            fault = _draw_fault(rng, canvas, ground, mechanism, seconds)
            if fault is not None:
                faults.append(fault)
    return sorted(faults, key=lambda fault: fault.start_s)


def draw_swarm(rng: np.random.Generator, canvas: Canvas, seconds: float) -> list[Fault]:
    """One fault over and over for a while, as of a worn record, a wrong clock or buffers that run dry.

    Up to 25 a second, at random or as regular as a machine; in order of time.
    """
    mechanism = draw_short_mechanism(rng)
    is_click = mechanism.artifact_type == "click"
    every_s = 1.0 / log_uniform(rng, 1.5, 25.0 if is_click else 7.0)
    lasts_s = log_uniform(rng, min(8.0 * every_s, 0.5 * seconds), seconds - 2 * _EDGE_S)
    place_s = _EDGE_S + rng.uniform(0.0, seconds - 2 * _EDGE_S - lasts_s)
    stop_s, is_regular = place_s + lasts_s, rng.random() < 0.4
    longest_s = max(mechanism.shortest_s, 0.4 * every_s)
    ground = Ground(canvas)
    faults: list[Fault] = []
    while place_s < stop_s:
        length_s = min(mechanism.draw_length_s(rng), longest_s)
        if not mechanism.needs_programme or ground.is_programme(place_s, length_s):
            faults.append(Fault(mechanism, place_s, length_s))
        step_s = every_s * (rng.uniform(0.97, 1.03) if is_regular else rng.exponential())
        place_s += max(step_s, length_s + _SWARM_APART_S)
    return faults


def _draw_fault(
    rng: np.random.Generator, canvas: Canvas, ground: Ground, mechanism: Mechanism, seconds: float
) -> Fault | None:
    channels = canvas.samples.shape[1]
    channel = int(rng.integers(channels)) if channels > 1 and not mechanism.moves_time and rng.random() < 0.3 else None
    if mechanism.artifact_type in SUSTAINED and rng.random() < _whole_share(mechanism):
        if not np.all(ground.is_free[: round(seconds / HOP_S)]) and mechanism.artifact_type != "hum":
            return None
        ground.take(0.0, seconds) if mechanism.artifact_type != "hum" else None
        return Fault(mechanism, 0.0, seconds, channel)
    length_s = min(mechanism.draw_length_s(rng), 0.7 * seconds)
    start_s = ground.place(rng, length_s, mechanism.needs_programme)
    if start_s is None:
        return None
    ground.take(start_s, length_s)
    return Fault(mechanism, start_s, length_s, channel)


def _whole_share(mechanism: Mechanism) -> float:
    return 0.3 if mechanism.artifact_type == "hum" else 0.1


def inject(rng: np.random.Generator, canvas: Canvas, faults: list[Fault]) -> list[Event]:
    """Apply faults in order of time, so that a skip moves only what has not been labelled yet.

    Hum comes last: it lies over all the rest and nothing may cut it.
    """
    events: list[Event] = []
    for fault in sorted(faults, key=lambda f: (f.mechanism.artifact_type == "hum", f.start_s)):
        target = canvas if fault.channel is None else canvas.channel(fault.channel)
        start, length = canvas.count(fault.start_s, 0), canvas.count(fault.length_s)
        try:
            spans = fault.mechanism.apply(rng, target, start, length)
        except (ValueError, IndexError):  # no room where an earlier fault moved the programme
            continue
        events += [_event(fault.mechanism, span, canvas.rate_hz) for span in spans]
    return events


def _event(mechanism: Mechanism, span: Span, rate_hz: int) -> Event:
    return Event(mechanism.artifact_type, span[0] / rate_hz, span[1] / rate_hz, mechanism.name)


def excused(events: list[Event], canvas: Canvas) -> list[Event]:
    """Clicks and splices that do not show in the finished programme no longer count."""
    return [replace(event, counts=event.counts and _shows(event, canvas)) for event in events]


def _shows(event: Event, canvas: Canvas) -> bool:
    rate_hz, length_s = canvas.rate_hz, event.end_s - event.start_s
    if event.artifact_type != "click" and (event.artifact_type != "glitch" or length_s > _SPLICE_MOST_S):
        return True
    span = round(event.start_s * rate_hz), round(event.end_s * rate_hz)
    return exposure(canvas.samples[: canvas.frames], span, rate_hz) >= _SHOWS


def trimmed(events: list[Event], seconds: float) -> list[Event]:
    """Events inside the example, in order; what sticks out is cut, what is nearly outside is left out."""
    kept = [
        replace(e, end_s=min(e.end_s, seconds))
        for e in events
        if e.start_s < seconds - 0.02
    ]
    return sorted(kept, key=lambda event: (event.start_s, event.end_s))


