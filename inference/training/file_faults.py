"""Faults of files and buffers on 16-bit samples: lost and stale blocks, shifted bytes, overflow, underruns, gain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from inference.training.artifacts.canvas import SPLICE_S, Samples, Span, log_uniform, outermost, peak, rms
from inference.training.artifacts.clipping import events_of
from inference.training.injection import Event

Words = npt.NDArray[np.int16]
_LABELLED_APART_S = 0.25
_STRETCH_S = 0.05
FileFault = Callable[[np.random.Generator, Words, int], list[Event]]


def damage_file(rng: np.random.Generator, samples: Samples, rate_hz: int) -> tuple[Samples, list[Event]]:
    """One kind of damage; the damaged samples and their labels."""
    faults: tuple[FileFault, ...] = (zeroed_blocks, stale_blocks, shifted_bytes, overflow, underruns, gain_staging)
    fault = faults[int(rng.integers(len(faults)))]
    words = np.round(np.clip(samples, -1, 1) * 32767).astype(np.int16)
    events = fault(rng, words, rate_hz)
    return words.astype(np.float32) / np.float32(32768), events


def _event(kind: str, span: Span, rate_hz: int, mechanism: str) -> Event:
    return Event(kind, span[0] / rate_hz, span[1] / rate_hz, mechanism)


def _blocks(rng: np.random.Generator, words: Words, rate_hz: int, longest_s: float) -> list[Span]:
    """Stretches at multiples of a disk or buffer block, where the programme is heard, well apart."""
    frame_bytes = 2 * words.shape[1]
    block = max(16, int(2 ** rng.integers(9, 14)) // frame_bytes)
    most = max(1, round(longest_s * rate_hz / block))
    spans: list[Span] = []
    free_from = rate_hz // 5
    for _ in range(40):
        if len(spans) >= 5:
            break
        start = int(rng.integers(1, max(2, len(words) // block))) * block
        length = min(block * int(min(rng.geometric(0.45), most)), round(longest_s * rate_hz))
        near = words[max(0, start - 200) : start + length + 200].astype(np.float32) / np.float32(32768)
        apart = all(start > b + free_from or start + length < a - free_from for a, b in spans)
        if apart and start + length < len(words) - free_from and rms(near) > 0.01 and start > free_from:
            spans.append((start, start + length))
    return sorted(spans)[: int(rng.integers(1, 6))]


def _is_heard_at_edges(words: Words, span: Span) -> bool:
    side = 160
    before, after = words[max(0, span[0] - side) : span[0]], words[span[1] : span[1] + side]
    return min(_level(before), _level(after), _level(words[span[0] : span[1]])) > 0.004


def _level(words: Words) -> float:
    return rms(words.astype(np.float32) / np.float32(32768)) if len(words) else 0.0


def zeroed_blocks(rng: np.random.Generator, words: Words, rate_hz: int) -> list[Event]:
    """Blocks that were never written: zeros."""
    spans = [s for s in _blocks(rng, words, rate_hz, 0.6) if _is_heard_at_edges(words, s)]
    for first, last in spans:
        words[first:last] = 0
    return [_event("dropout", span, rate_hz, "zeroed blocks") for span in spans]


def stale_blocks(rng: np.random.Generator, words: Words, rate_hz: int) -> list[Event]:
    """Blocks that hold what the disk or the buffer held before."""
    whole = words.copy()
    events: list[Event] = []
    for first, last in _blocks(rng, words, rate_hz, 0.5):
        other = int(rng.integers(0, max(1, len(words) - (last - first))))
        stale = whole[other : other + last - first]
        if _level(stale - whole[first:last]) > max(0.35 * _level(whole[first:last]), 0.004):
            words[first:last] = stale
            events.append(_event("glitch", (first, last), rate_hz, "stale blocks"))
    return events


def shifted_bytes(rng: np.random.Generator, words: Words, rate_hz: int) -> list[Event]:
    """A byte too many or too few: words are read across their border until the next good block."""
    events: list[Event] = []
    for first, last in _blocks(rng, words, rate_hz, 0.45):
        data = words[first:last].tobytes()
        words[first:last] = np.frombuffer(data[1:] + data[:1], np.int16).reshape(-1, words.shape[1])
        events.append(_event("noise_burst", (first, last), rate_hz, "shifted bytes"))
    return events


def overflow(rng: np.random.Generator, words: Words, rate_hz: int) -> list[Event]:
    """Too much gain in 16-bit arithmetic that wraps around."""
    loud = outermost(words.astype(np.int32))
    share = log_uniform(rng, 1e-4, 0.03)
    gain = 32768.0 / max(float(np.quantile(loud, 1.0 - share)), 200.0)
    raised = np.round(words.astype(np.float64) * gain)
    wrapped = np.any(np.abs(raised + 0.5) > 32768, axis=1)
    words[:] = ((raised.astype(np.int64) + 32768) % 65536 - 32768).astype(np.int16)
    spans = events_of(wrapped, rate_hz)
    if rng.random() < 0.5:
        words[:] = (words.astype(np.float32) * rng.uniform(0.2, 0.9)).astype(np.int16)
    shortest = round(0.005 * rate_hz)
    return [event for a, b in spans for event in _overflowed((a, max(b, a + shortest)), rate_hz)]


def _overflowed(span: Span, rate_hz: int) -> list[Event]:
    """Samples that wrap here and there are clicks, over a stretch they are distortion; the other name is not wrong."""
    names = ("click", "distortion") if span[1] - span[0] < _STRETCH_S * rate_hz else ("distortion", "click")
    heard, other = (_event(name, span, rate_hz, "overflow") for name in names)
    return [heard, replace(other, counts=False)]


def underruns(rng: np.random.Generator, words: Words, rate_hz: int) -> list[Event]:
    """A player's buffer runs dry: it plays silence, or the same buffer again, and then goes on."""
    events: list[Event] = []
    again = rng.random() < 0.5
    size = int(2 ** rng.integers(6, 12))
    keep = words.copy()
    place, read = 0, 0
    stops = sorted(int(s) for s in rng.choice(np.arange(rate_hz // 5, max(rate_hz // 5 + 6, len(words) - rate_hz // 2)),
                                              int(rng.integers(1, 6)), replace=False))  # fmt: skip
    for stop in stops:
        if stop < place + round(_LABELLED_APART_S * rate_hz):
            continue
        words[place:stop] = keep[read : read + stop - place]
        read += stop - place
        place = stop
        event, place = _starve(rng, words, place, size, rate_hz, again)
        events += event
    words[place:] = keep[read : read + len(words) - place]
    return events


def _starve(
    rng: np.random.Generator, words: Words, place: int, size: int, rate_hz: int, again: bool
) -> tuple[list[Event], int]:
    """Fill ``size`` frames (or some times as many) with zeros or with the buffer before; label it."""
    times = int(min(rng.geometric(0.4), 12))
    end = min(len(words), place + size * times)
    if _level(words[max(0, place - 400) : place]) < 0.006 or end - place < 0.002 * rate_hz or place < size:
        return [], place
    if not again:
        words[place:end] = 0
        return [_event("dropout", (place, end), rate_hz, "underrun, silence")], end
    words[place:end] = np.tile(words[place - size : place], (times, 1))[: end - place]
    last = end if times > 1 else place + round(SPLICE_S * rate_hz)
    return [_event("glitch", (place, last), rate_hz, "underrun, repeated")], end


def gain_staging(rng: np.random.Generator, words: Words, rate_hz: int) -> list[Event]:
    """Recorded too hot into 16 bits, then turned down: flat tops all along the loud places."""
    samples = words.astype(np.float32) / np.float32(32768)
    loud = outermost(samples)
    gain = 1.0 / max(float(np.quantile(loud, 1.0 - log_uniform(rng, 3e-4, 0.08))), 1e-3)
    hot = np.asarray(np.clip(samples * gain, -1, 1), dtype=np.float32)
    clipped = np.any(np.abs(samples * gain) >= 1.0, axis=1)
    level = rng.uniform(0.1, 1.0) / max(peak(hot), 1e-6)
    words[:] = np.round(hot * min(level, 1.0) * 32767).astype(np.int16)
    spans = [span for span in events_of(clipped, rate_hz) if _has_run(clipped[slice(*span)])]
    return [_event("clipping", span, rate_hz, "gain staging") for span in spans]


def _has_run(flags: npt.NDArray[np.bool_]) -> bool:
    """Two clipped samples in a row somewhere: a lone one leaves nothing to see."""
    return bool(np.any(flags[1:] & flags[:-1]))
