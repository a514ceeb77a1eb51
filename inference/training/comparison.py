"""Where a damaged decode differs from the clean decode of the same stream, even when time was lost in between."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.ndimage import uniform_filter1d

from inference.training.artifacts.canvas import SPLICE_S, Samples, Span, decibels, outermost, peak, rms
from inference.training.exposure import exposure, spectral_change
from inference.training.injection import Event

_QUIET_S = 0.1
_PROBE_S = 0.05
_HEARD = 0.15
_MOST = 40
_STRONG = 0.5
_SHORTEST_SHIFTED_S, _AFTER_S = 0.015, 1.5
_SHOWS, _SHOWS_IN_LONG, _SHOWS_CLEARLY = 1.0, 1.5, 2.0
_CHANGE_DB, _LONG_S = 7.0, 0.09


@dataclass(frozen=True)
class Difference:
    """One disturbed stretch of the damaged decode, and the frames of programme lost (< 0: gained) by its end."""

    span: Span
    lost_frames: int


def steady_differences(clean: Samples, damaged: Samples, rate_hz: int) -> list[Difference]:
    """For decoders that never lose time: every run that is clearly heard (their tails fade for long)."""
    runs = _wrong_runs(clean, damaged, 0, 0, rate_hz, heard=2.5 * _HEARD)
    return [Difference(span, 0) for span in runs]


def differences(clean: Samples, damaged: Samples, rate_hz: int, longest_shift_s: float = 0.25) -> list[Difference]:
    """Walk both decodes; at each difference find where they agree again, shifted or not."""
    found: list[Difference] = []
    shift, place = 0, 0
    while place < len(damaged):
        runs = _wrong_runs(clean, damaged, place, shift, rate_hz)
        reach = round(longest_shift_s * rate_hz)
        held, broken, (again, shift_after) = _until_lost(clean, damaged, runs, shift, rate_hz, reach)
        found += [Difference(span, 0) for span in held]
        if broken is None:
            break
        found.append(Difference((broken, again), shift_after - shift))
        place, shift = max(again, broken + 1), shift_after
        if len(found) > _MOST:
            break
    return found


def _wrong_runs(
    clean: Samples, damaged: Samples, place: int, shift: int, rate_hz: int, heard: float = _HEARD
) -> list[Span]:
    """Runs of frames that differ; runs less than 100 ms apart are one."""
    wrong = np.flatnonzero(_error(clean, damaged, place, shift, len(damaged) - place, rate_hz, heard)) + place
    return _runs(wrong, rate_hz, _QUIET_S)


def _runs(wrong: npt.NDArray[np.intp], rate_hz: int, apart_s: float) -> list[Span]:
    """First and last of the wrong frames that are no more than ``apart_s`` apart."""
    if not len(wrong):
        return []
    breaks = np.flatnonzero(np.diff(wrong) > apart_s * rate_hz)
    starts = wrong[np.concatenate(([0], breaks + 1))]
    ends = wrong[np.concatenate((breaks, [len(wrong) - 1]))] + 1
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]


def _until_lost(
    clean: Samples, damaged: Samples, runs: list[Span], shift: int, rate_hz: int, reach: int
) -> tuple[list[Span], int | None, tuple[int, int]]:
    """Runs until the first that is better explained by lost time: where it begins, and (agreement, new shift)."""
    for number, (start, end) in enumerate(runs):
        if end - start > rate_hz:
            at, probe = start + round(0.4 * rate_hz), round(4 * _PROBE_S * rate_hz)
            return runs[:number], start, _shifted_agreement(clean, damaged, start, (at, probe), shift, rate_hz, reach)
        if end - start > _SHORTEST_SHIFTED_S * rate_hz:
            is_long = end - start > 2.5 * _PROBE_S * rate_hz
            at = (start + end) // 2 if is_long else start
            again, moved = _shifted_agreement(clean, damaged, start, (at, end - at), shift, rate_hz, reach)
            if again < len(damaged) and moved != shift and _goes_on(clean, damaged, end, (shift, moved), rate_hz):
                return runs[:number], start, (again, moved)
    return runs, None, (0, shift)


def _goes_on(clean: Samples, damaged: Samples, place: int, shifts: tuple[int, int], rate_hz: int) -> bool:
    """Does the new shift fit what comes after, and the old one not? (The old one does after an old frame in place.)"""
    old, new = (
        np.count_nonzero(_error(clean, damaged, place, shift, round(_AFTER_S * rate_hz), rate_hz)) for shift in shifts
    )
    return bool(new < 0.5 * old and old > 0.01 * rate_hz)


def _error(
    clean: Samples, damaged: Samples, start: int, shift: int, count: int, rate_hz: int, heard: float = _HEARD
) -> npt.NDArray[np.bool_]:
    """Per frame: is the difference heard against the level of the clean programme around it?"""
    low = max(0, start + shift)
    a, b = clean[low : max(low, start + shift + count)], damaged[start : start + count]
    size = min(len(a), len(b))
    difference = outermost(a[:size] - b[:size])
    level = outermost(a[:size])
    usual = uniform_filter1d(level, max(1, round(0.02 * rate_hz)), mode="nearest") if size else level
    return np.asarray(difference > np.maximum(heard * usual, 1.5e-3))


def _shifted_agreement(
    clean: Samples, damaged: Samples, first: int, place: tuple[int, int], shift: int, rate_hz: int, reach: int
) -> tuple[int, int]:
    """Correlate a later probe (its start and length) to find a new shift, then go back to where that one begins.

    The end of the damaged decode and the old shift when nothing fits.
    """
    at, probe = place
    needle = damaged[at : at + probe].mean(axis=1)
    low = max(0, at + shift - reach)
    hay = clean[low : at + shift + reach + probe].mean(axis=1)
    if len(needle) < probe or len(hay) <= probe or rms(needle) < 1e-4:
        return len(damaged), shift
    size = len(hay) + probe
    scores = np.fft.irfft(np.fft.rfft(hay, size) * np.conj(np.fft.rfft(needle, size)), size)[: len(hay) - probe]
    new = low + int(np.argmax(scores)) - at
    wrong = np.flatnonzero(_error(clean, damaged, first, new, at - first, rate_hz))
    tail = np.count_nonzero(_error(clean, damaged, at, new, probe, rate_hz))
    if tail > probe // 10:
        return len(damaged), shift
    return first + (int(wrong[-1]) + 1 if len(wrong) else 0), new


def faint_events(
    clean: Samples, damaged: Samples, rate_hz: int, counted: list[Event], kinds: tuple[str, ...], mechanism: str
) -> list[Event]:
    """What differs, but too little or too near to a counted event to be asked for: either answer is right there."""
    wrong = _error(clean, damaged, 0, 0, len(damaged), rate_hz, 0.5 * _HEARD)
    if np.mean(wrong) > 0.5:
        return []
    found = _runs(np.flatnonzero(wrong), rate_hz, 0.02)
    taken = [(event.start_s - 0.01, event.end_s + 0.01) for event in counted]
    spans = [(a / rate_hz, b / rate_hz) for a, b in found]
    free = [span for span in spans if not any(a < span[0] and span[1] < b for a, b in taken)]
    return [Event(kind, a, b, mechanism, counts=False) for a, b in free for kind in kinds]


def named(
    found: list[Difference],
    clean: Samples,
    damaged: Samples,
    rate_hz: int,
    concealed: str,
    mechanism: str,
    *,
    strict: bool = False,
) -> list[Event]:
    """Give each difference its type. ``concealed``: what an audible, not silent, not noisy one is called.

    ``strict``: what differs in its samples alone, and sounds the same, does not count.
    """
    events, shift = [], 0
    for item in found:
        if item.lost_frames or _is_strong(item, clean, damaged, shift, rate_hz):
            event = _named(item, clean, damaged, shift, rate_hz, concealed, mechanism)
            events.append(replace(event, counts=not strict or _is_heard(item, clean, damaged, shift, rate_hz)))
        shift += item.lost_frames
    return events


def _is_strong(item: Difference, clean: Samples, damaged: Samples, shift: int, rate_hz: int) -> bool:
    """A difference that nobody could hear (short and faint) is no event."""
    start, end = item.span
    was, now = clean[max(0, start + shift) : max(0, end + shift)], damaged[start:end]
    size = min(len(was), len(now))
    around = rms(damaged[max(0, start - rate_hz // 50) : end + rate_hz // 50])
    error = was[:size] - now[:size]
    if end - start < 0.01 * rate_hz:
        return peak(error) > max(1.5 * around, 0.01)
    return rms(error) > max(_STRONG * 0.6 * around, 2e-3)


def _is_heard(item: Difference, clean: Samples, damaged: Samples, shift: int, rate_hz: int) -> bool:
    """Does it show at one of its edges, or is it long and far from the clean decode in its spectrum?

    A short concealment without edges sounds like the sound going on: without the clean decode beside it nobody can
    tell, and labels that nothing in the sound supports teach guessing.
    """
    start, end = item.span
    edge = round(SPLICE_S * rate_hz)
    usual = rms(damaged[max(0, start - rate_hz) : end + rate_hz])
    around = damaged[max(0, start - rate_hz // 50) : end + rate_hz // 50]
    before = clean[max(0, start + shift) : max(0, end + shift)]
    if max(rms(around), rms(before)) < max(0.03 * usual, 1e-3):
        return False
    if item.lost_frames or end - start < 4 * edge:
        return exposure(damaged, item.span, rate_hz) >= (_SHOWS if end - start < 4 * edge else _SHOWS_IN_LONG)
    shows = max(exposure(damaged, (place, place + edge), rate_hz) for place in (start, max(start, end - edge)))
    if shows >= _SHOWS_CLEARLY:
        return True
    is_long = end - start > _LONG_S * rate_hz
    return is_long and spectral_change(before, damaged[start:end], rate_hz) >= _CHANGE_DB


def _named(
    item: Difference, clean: Samples, damaged: Samples, shift: int, rate_hz: int, concealed: str, mechanism: str
) -> Event:
    start, end = item.span
    length = end - start
    was, now = rms(clean[max(0, start + shift) : max(0, end + shift)]), rms(damaged[start:end])
    if length < 0.008 * rate_hz:
        return Event("glitch", start / rate_hz, (start + round(SPLICE_S * rate_hz)) / rate_hz, mechanism)
    silent = _silent_share(damaged[start:end], max(was, 2e-3))
    kind = concealed
    if silent > 0.7:
        kind = "dropout"
    elif now > 2.5 * max(was, 3e-3) and length < 0.5 * rate_hz:
        kind = "noise_burst"
    return Event(kind, start / rate_hz, end / rate_hz, mechanism)


def is_bordered(event: Event, damaged: Samples, rate_hz: int) -> bool:
    """Is there programme just before and just after? A gap at the rim of a pause is a pause to every listener."""
    start, end, side = round(event.start_s * rate_hz), round(event.end_s * rate_hz), round(0.04 * rate_hz)
    usual = rms(damaged[max(0, start - 8 * side) : end + 8 * side])
    before, after = rms(damaged[max(0, start - side) : start]), rms(damaged[end : end + side])
    return min(before, after) > max(0.05 * usual, 1.5e-3)


def _silent_share(samples: Samples, level: float) -> float:
    return float(np.mean(outermost(samples) < decibels(-24.0) * level)) if len(samples) else 0.0
