"""Clipping: hard or soft saturation over a stretch, at any level (clipped, then turned down)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from inference.training.artifacts.canvas import (
    Canvas,
    Mechanism,
    Samples,
    Span,
    decibels,
    log_uniform,
    peak,
    ramp_window,
)

TYPE = "clipping"
NEW_EVENT_S = 0.4
_FEWEST_SAMPLES = 4
_BENT = 0.8
_LEAST_BENT_S = 0.004

Shape = Callable[[Samples, float], Samples]
Flags = npt.NDArray[np.bool_]


def ceiling_for(samples: Samples, share: float) -> float:
    """The ceiling above which ``share`` of the samples lie, over the louder channel."""
    return float(np.quantile(np.max(np.abs(samples), axis=1), 1.0 - share))


def events_of(flags: Flags, rate_hz: int) -> list[Span]:
    """First to last flagged sample; a new span after 0.4 s without any."""
    where = np.flatnonzero(flags)
    if not len(where):
        return []
    breaks = np.flatnonzero(np.diff(where) > NEW_EVENT_S * rate_hz)
    starts = where[np.concatenate(([0], breaks + 1))]
    ends = where[np.concatenate((breaks, [len(where) - 1]))] + 1
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]


def _saturate(
    canvas: Canvas, start: int, length: int, new: Samples, clipped: Flags, *, whole: bool = False
) -> list[Span]:
    """Write ``new``; stretches with next to no clipped samples are left as they were, and unlabelled.

    ``whole``: the curve moves unclipped samples too, so all is written and all is labelled.
    """
    view = canvas.view(start, length)
    spans: list[Span] = []
    keep = np.zeros(len(view), dtype=bool)
    for first, last in events_of(clipped, canvas.rate_hz):
        piece = clipped[first:last]
        if whole or (np.count_nonzero(piece) >= _FEWEST_SAMPLES and _has_flat_top(piece)):
            spans.append((start + first, start + last))
        else:
            keep[first:last] = True
    if spans:
        view[~keep] = new[~keep]
    return spans


def _has_flat_top(flags: Flags) -> bool:
    return bool(np.any(flags[1:] & flags[:-1])) if len(flags) > 1 else False


def _shaped(
    rng: np.random.Generator, canvas: Canvas, start: int, length: int, shape: Shape, least_share: float
) -> list[Span]:
    view = canvas.view(start, length)
    ceiling = ceiling_for(view, log_uniform(rng, least_share, 0.25))
    if ceiling < 4e-3:
        return []
    clipped = np.any(np.abs(view) > ceiling, axis=1)
    return _saturate(canvas, start, length, shape(view, ceiling), clipped)


def _hard(samples: Samples, ceiling: float) -> Samples:
    return np.asarray(np.clip(samples, -ceiling, ceiling), dtype=np.float32)


def _curved(rng: np.random.Generator, samples: Samples, ceiling: float) -> Samples:
    """One of the usual soft curves, slope 1 at zero and ``ceiling`` at its end, the same above and below or not."""
    x = samples.astype(np.float64) / ceiling
    curve = int(rng.integers(6))
    if curve == 0:
        bent = np.tanh(x)
    elif curve == 1:
        bent = np.arctan(x * 1.5) / 1.5
    elif curve == 2:
        inside = np.clip(x, -1.5, 1.5)
        bent = inside - 4.0 / 27.0 * inside**3
    elif curve == 3:
        bent = np.sign(x) * -np.expm1(-np.abs(x))
    elif curve == 4:  # a diode: the lower half bends sooner
        bent = np.where(x >= 0, np.tanh(x), -np.expm1(-np.abs(x * 2.0)) / 2.0)
    else:  # straight up to a knee, then bent
        knee = rng.uniform(0.5, 0.85)
        size = np.abs(x)
        bent = np.sign(x) * np.where(size > knee, knee + (1 - knee) * np.tanh((size - knee) / (1 - knee)), size)
    return (bent * ceiling).astype(np.float32)


def hard(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    return _shaped(rng, canvas, start, length, _hard, 0.002)


def soft(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Driven 4 to 24 dB into a soft curve; clipped is what the curve takes 2 dB or more from."""
    view = canvas.view(start, length)
    top = peak(view)
    drive = rng.uniform(4.0, 24.0)
    ceiling = top * decibels(-drive)
    if top < 8e-3 or ceiling < 8e-4:
        return []
    new = _curved(rng, view, ceiling)
    bent = np.any((np.abs(new) < _BENT * np.abs(view)) & (np.abs(view) > 0.1 * ceiling), axis=1)
    if np.count_nonzero(bent) < canvas.count(_LEAST_BENT_S):
        return []
    if rng.random() < 0.5:
        new = new * np.float32(top / max(peak(new), 1e-6) * rng.uniform(0.5, 1.0))
        edge = canvas.count(rng.uniform(0.002, 0.02))
        view += ramp_window(len(view), edge, edge) * (new - view)
        return [(start + a, start + b) for a, b in events_of(bent, canvas.rate_hz)]
    return _saturate(canvas, start, length, new, bent, whole=True)


def asymmetric(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """One polarity hits its ceiling before the other."""
    view = canvas.view(start, length)
    ceiling = ceiling_for(view, log_uniform(rng, 0.003, 0.2))
    if ceiling < 4e-3:
        return []
    sign = np.float32(1.0 if rng.random() < 0.5 else -1.0)
    other = ceiling * rng.uniform(1.2, 3.0)
    new = np.clip(view * sign, -other, ceiling) * sign
    return _saturate(canvas, start, length, new, np.any(new != view, axis=1))


def overdriven(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """The gain rises over the stretch and the programme runs into the ceiling it had before."""
    view = canvas.view(start, length)
    gain = log_uniform(rng, 1.4, 8.0)
    edge = canvas.count(rng.uniform(0.005, 0.06))
    raised = view * (1.0 + ramp_window(len(view), edge, edge) * np.float32(gain - 1.0))
    ceiling = max(peak(canvas.around(start, length, 0.3)), ceiling_for(raised, 0.2)) * rng.uniform(0.7, 1.0)
    clipped = np.any(np.abs(raised) > ceiling, axis=1)
    if not _has_flat_top(clipped):
        return []
    return _saturate(canvas, start, length, _hard(raised, ceiling), clipped, whole=True)


def slanted(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Clipped, then through a high-pass (a coupling capacitor): the tops lean."""
    view = canvas.view(start, length)
    ceiling = ceiling_for(view, log_uniform(rng, 0.01, 0.25))
    if ceiling < 4e-3:
        return []
    clipped = np.any(np.abs(view) > ceiling, axis=1)
    new = _hard(view, ceiling)
    return _saturate(canvas, start, length, new - _slow_part(new, canvas, rng.uniform(8.0, 40.0)), clipped)


def _slow_part(samples: Samples, canvas: Canvas, cutoff_hz: float) -> Samples:
    """Below the cutoff, by one pole forward; starts and ends at rest so that the edges do not jump."""
    from scipy.signal import lfilter

    pole = float(np.exp(-2 * np.pi * cutoff_hz / canvas.rate_hz))
    slow = lfilter([1.0 - pole], [1.0, -pole], samples, axis=0)
    edge = canvas.count(0.02)
    return np.asarray(slow * ramp_window(len(samples), edge, edge), dtype=np.float32)


MECHANISMS = (
    Mechanism("hard", TYPE, hard, 0.15, 6.0, 2.5),
    Mechanism("soft", TYPE, soft, 0.2, 5.0, 2.4),
    Mechanism("asymmetric", TYPE, asymmetric, 0.15, 5.0, 0.8),
    Mechanism("overdriven", TYPE, overdriven, 0.15, 4.0, 1.4),
    Mechanism("slanted", TYPE, slanted, 0.2, 4.0, 0.6),
)
