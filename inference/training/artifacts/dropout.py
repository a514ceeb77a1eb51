"""Dropouts: the programme falls to zero or near zero and comes back."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from inference.training.artifacts.canvas import (
    Canvas,
    Mechanism,
    Samples,
    Span,
    decibels,
    log_uniform,
    ramp_window,
    rms,
)

TYPE = "dropout"


def _is_heard(canvas: Canvas, start: int, length: int) -> bool:
    """There must be programme on both sides and inside, or the gap is only a pause."""
    side = canvas.count(0.015)
    before, after = canvas.view(start - side, side), canvas.view(start + length, side)
    inside = canvas.view(start, length)
    usual = rms(canvas.around(start, length, 0.3))
    return min(rms(before), rms(after), rms(inside)) > max(3e-3, 0.06 * usual)


def _gap(canvas: Canvas, start: int, length: int, keep: float, rise: int, fall: int) -> list[Span]:
    """Take the programme down to ``keep`` with the given ramps; the label ends in the middle of the ramps."""
    if start + length > canvas.frames or not _is_heard(canvas, start, length):
        return []
    window = ramp_window(length, rise, fall)
    view = canvas.view(start, length)
    view *= 1.0 - window * np.float32(1.0 - keep)
    return [(start + min(rise, length // 2) // 2, start + length - min(fall, length // 2) // 2)]


def zeros(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Exact zeros with hard edges, at times in whole blocks."""
    if rng.random() < 0.4:
        block = int(2 ** rng.integers(5, 12))
        length = max(block, round(length / block) * block)
        start = start // block * block
    return _gap(canvas, start, length, 0.0, 0, 0)


def muted(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Down by 24 to 60 dB with hard or very short edges."""
    rise, fall = (canvas.count(log_uniform(rng, 0.0001, 0.005)) for _ in range(2))
    return _gap(canvas, start, length, decibels(rng.uniform(-65, -26)), rise, fall)


def ramped(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Short ramps at one side or both (a codec or a gate lets go)."""
    rise, fall = (canvas.count(log_uniform(rng, 0.001, 0.012)) for _ in range(2))
    if rng.random() < 0.35:
        rise = 0
    keep = 0.0 if rng.random() < 0.6 else decibels(rng.uniform(-55, -30))
    return _gap(canvas, start, length, keep, rise, fall)


def noise_filled(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A gap in which a low noise remains (tape, radio, comfort noise)."""
    level = rms(canvas.view(start, length)) * decibels(rng.uniform(-50, -24))
    edge = canvas.count(log_uniform(rng, 0.0002, 0.004))
    spans = _gap(canvas, start, length, 0.0, edge, edge)
    if spans:
        view = canvas.view(start, length)
        view += (rng.standard_normal(view.shape) * level).astype(np.float32)
    return spans


def offset_filled(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """The converter rests on a small constant instead of zero."""
    spans = _gap(canvas, start, length, 0.0, 0, 0)
    if spans:
        view = canvas.view(start, length)
        view += np.float32(rng.uniform(-1, 1) * 0.01)
    return spans


def tape_dip(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A rounded dip, deep in the middle, as of tape lifted off its head."""
    if start + length > canvas.frames or not _is_heard(canvas, start, length):
        return []
    depth = decibels(rng.uniform(-60, -30))
    shape = np.sin(np.pi * (np.arange(length) + 0.5) / length) ** rng.uniform(0.15, 0.4)
    view = canvas.view(start, length)
    view *= _curve(shape, depth)
    return [(start, start + length)]


def _curve(shape: npt.NDArray[np.float64], depth: float) -> Samples:
    gain = 1.0 - np.clip(shape * 1.05, 0, 1) * (1.0 - depth)
    return np.asarray(gain, dtype=np.float32)[:, None]


MECHANISMS = (
    Mechanism("zeros", TYPE, zeros, 0.002, 1.5, 2.8),
    Mechanism("muted", TYPE, muted, 0.003, 1.5, 1.5),
    Mechanism("ramped", TYPE, ramped, 0.01, 1.5, 1.2),
    Mechanism("noise filled", TYPE, noise_filled, 0.004, 1.2, 1.0),
    Mechanism("offset filled", TYPE, offset_filled, 0.002, 0.6, 0.3),
    Mechanism("tape dip", TYPE, tape_dip, 0.015, 0.4, 0.5),
)
