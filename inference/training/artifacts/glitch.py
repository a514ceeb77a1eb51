"""Faults of digital buffers: repeated, skipped, stuttered, shuffled or stale."""

from __future__ import annotations

import numpy as np

from inference.training.artifacts.canvas import (
    Canvas,
    Mechanism,
    Samples,
    Span,
    draw_buffer,
    log_uniform,
    ramp_window,
    rms,
)

TYPE = "glitch"
_HEARD = 0.5
_AUDIBLE = 2e-3


def _is_heard(before: Samples, after: Samples) -> bool:
    """Does the new course differ from the old one by half of its level at least?"""
    count = min(len(before), len(after))
    level = min(rms(before[:count]), rms(after[:count]))
    return rms(before[:count] - after[:count]) > max(_HEARD * rms(before[:count]), _AUDIBLE) and level > _AUDIBLE / 2


def _draw_fade(rng: np.random.Generator, canvas: Canvas) -> int:
    """Most splices are hard; some players cross-fade for up to 2 ms."""
    return canvas.count(log_uniform(rng, 0.0002, 0.002)) if rng.random() < 0.15 else 0


def _replace(canvas: Canvas, start: int, new: Samples, fade: int = 0) -> list[Span]:
    """Put ``new`` over the programme and label the stretch, unless nobody would hear it."""
    view = canvas.view(start, len(new))
    new = new[: len(view)]
    if len(view) < 4 or not _is_heard(view, new):
        return []
    window = ramp_window(len(view), fade, fade)
    view[:] = window * new + (1 - window) * view
    return [(start, start + len(view))]


def skip(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Frames are lost, a driver's buffer or any number: the programme jumps ahead, hard or cross-faded."""
    size = draw_buffer(rng, canvas, 0.3) if rng.random() < 0.6 else length
    size = min(size, len(canvas.samples) - start - canvas.count(0.1))
    probe = canvas.count(0.004)
    if size < 8 or start < probe or not _is_heard(canvas.view(start, probe), canvas.samples[start + size :][:probe]):
        return []
    fade = _draw_fade(rng, canvas)
    lead = canvas.samples[start : start + fade].copy()
    canvas.samples[start:-size] = canvas.samples[start + size :].copy()
    canvas.samples[-size:] = 0.0
    canvas.frames = min(canvas.frames, len(canvas.samples) - size)
    _cross_fade(canvas, start, lead)
    return [canvas.splice_span(start)]


def _cross_fade(canvas: Canvas, start: int, lead: Samples) -> None:
    """Let the old course die away over the new one."""
    if len(lead):
        fall = np.linspace(1.0, 0.0, len(lead), dtype=np.float32)[:, None]
        view = canvas.view(start, len(lead))
        view[:] = fall[: len(view)] * lead[: len(view)] + (1 - fall[: len(view)]) * view


def repeat(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """One buffer is played twice and what follows comes later."""
    size = min(draw_buffer(rng, canvas), start, canvas.frames - start)
    probe = canvas.count(0.004)
    old = canvas.samples[start - size : start].copy()
    if size < 8 or not _is_heard(canvas.view(start, min(probe, size)), old[:probe]):
        return []
    lead = canvas.samples[start : start + _draw_fade(rng, canvas)].copy()
    canvas.samples[start + size :] = canvas.samples[start:-size].copy()
    canvas.samples[start : start + size] = old
    _cross_fade(canvas, start, lead)
    return [canvas.splice_span(start)]


def repeat_in_place(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """One buffer is played again in place of the one after it."""
    size = min(draw_buffer(rng, canvas, 0.045), start, canvas.frames - start)
    old = canvas.samples[start - size : start].copy()
    if size < 8 or not _replace(canvas, start, old):
        return []
    return [canvas.splice_span(start)]


def stutter(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A buffer comes again and again (3 times or more) in place of the programme."""
    size = min(draw_buffer(rng, canvas, 0.12), max(8, length // 3), start)
    if size < 8:
        return []
    old = canvas.samples[start - size : start].copy()
    return _replace(canvas, start, np.tile(old, (max(2, round(length / size)), 1)))


def freeze(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A very short loop, heard as a buzz."""
    size = min(canvas.count(float(rng.uniform(0.001, 0.012)), least=6), start)
    if size < 4:
        return []
    old = canvas.samples[start - size : start].copy()
    times = -(-length // size)
    return _replace(canvas, start, np.tile(old, (times, 1))[:length])


def hold(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """The last sample is held (a stalled converter)."""
    value = canvas.samples[start - 1 : start].copy()
    if not value.size or float(np.max(np.abs(value))) < 0.02:
        return []
    return _replace(canvas, start, np.repeat(value, length, axis=0))


def shuffle(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Buffers in the wrong order."""
    size = draw_buffer(rng, canvas, 0.06)
    count = int(np.clip(length // size, 2, 40))
    view = canvas.view(start, count * size)
    if len(view) < count * size:
        return []
    order = rng.permutation(count)
    if np.all(order == np.arange(count)):
        order = order[::-1]
    blocks = view.reshape(count, size, -1)[order].reshape(count * size, -1)
    return _trimmed(canvas, start, blocks)


def _trimmed(canvas: Canvas, start: int, new: Samples) -> list[Span]:
    """Replace; label from the first to the last frame that really changed."""
    before = canvas.view(start, len(new)).copy()
    if not _replace(canvas, start, new):
        return []
    changed = np.flatnonzero(np.any(before != canvas.view(start, len(new)), axis=1))
    return [(start + int(changed[0]), start + int(changed[-1]) + 1)]


def old_buffer(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A stretch of what was played 20 ms to 2.5 s before, or of what comes later, hard or with short fades."""
    if rng.random() < 0.4:
        buffer = draw_buffer(rng, canvas, 0.1)
        length = max(1, round(length / buffer)) * buffer
    fade = min(_draw_fade(rng, canvas), length // 4)
    back = canvas.count(log_uniform(rng, 0.02, 2.5))
    if rng.random() < 0.15:
        later = canvas.samples[start + back : start + back + length].copy()
        return _replace(canvas, start, later, fade) if len(later) == length else []
    if start - back < 0 or back < length // 3:
        return []
    return _replace(canvas, start, canvas.samples[start - back : start - back + length].copy(), fade)


def reversed_blocks(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Each buffer runs backwards."""
    size = draw_buffer(rng, canvas, 0.06)
    count = max(1, length // size)
    view = canvas.view(start, count * size)
    if len(view) < count * size:
        return []
    return _replace(canvas, start, view.reshape(count, size, -1)[:, ::-1].reshape(count * size, -1).copy())


def interleaved_old(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Every second buffer is the one before it: a ring buffer read too early."""
    size = draw_buffer(rng, canvas, 0.03)
    count = max(2, length // size // 2 * 2)
    if start < size:
        return []
    view = canvas.view(start, count * size)
    if len(view) < count * size:
        return []
    blocks = view.reshape(count, size, -1).copy()
    blocks[1::2] = blocks[:-1:2]
    return _trimmed(canvas, start, blocks.reshape(count * size, -1))


def jump(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A hard cut to another place of the programme, or a flip of polarity."""
    probe = canvas.count(0.006)
    if rng.random() < 0.4:
        rest = canvas.samples[start:]
        if rms(rest[: canvas.count(0.003)]) < 5e-3 or abs(float(rest[0].max())) < 0.02:
            return []
        rest *= np.float32(-1.0)
        return [canvas.splice_span(start)]
    back = min(start, canvas.count(float(rng.uniform(0.2, 2.0))))
    new = canvas.samples[start - back : len(canvas.samples) - back].copy()
    if back < probe or not _is_heard(canvas.view(start, probe), new[:probe]):
        return []
    canvas.samples[start:] = new
    return [canvas.splice_span(start)]


MECHANISMS = (
    Mechanism("skip", TYPE, skip, 0.001, 0.5, 3.2, moves_time=True),
    Mechanism("repeat", TYPE, repeat, 0.002, 0.2, 1.8, moves_time=True),
    Mechanism("repeat in place", TYPE, repeat_in_place, 0.002, 0.045, 1.2),
    Mechanism("stutter", TYPE, stutter, 0.03, 1.0, 1.4),
    Mechanism("freeze", TYPE, freeze, 0.02, 1.0, 1.0),
    Mechanism("hold", TYPE, hold, 0.01, 0.2, 0.4),
    Mechanism("shuffle", TYPE, shuffle, 0.03, 0.8, 1.0),
    Mechanism("old buffer", TYPE, old_buffer, 0.015, 0.7, 2.6),
    Mechanism("reversed blocks", TYPE, reversed_blocks, 0.02, 0.5, 0.4),
    Mechanism("interleaved old", TYPE, interleaved_old, 0.02, 0.6, 0.6),
    Mechanism("jump", TYPE, jump, 0.002, 0.01, 0.7, moves_time=True),
)
