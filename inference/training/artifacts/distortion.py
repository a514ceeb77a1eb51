"""Distortion: bit reduction, sample hold, codec mush, robotic concealment, folding and wrapping."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.signal import lfilter

from inference.training.artifacts import packets, spectral
from inference.training.artifacts.canvas import (
    Canvas,
    Mechanism,
    Samples,
    Span,
    decibels,
    log_uniform,
    peak,
    ramp_window,
    rms,
)  # fmt: skip
from inference.training.exposure import spectral_change

TYPE = "distortion"
Process = Callable[[np.random.Generator, Samples, int], Samples | None]
_HEARD_DB_MOST_OF_THE_TIME = ((0.8, 2.0), (0.95, 6.0))
"""The least spectral change that anyone can be asked to hear: exceeded in a fifth, or a twentieth, of the moments."""
_HEARD_ERROR = 0.5
_ATTEMPTS = 3


def _mixed(rng: np.random.Generator, canvas: Canvas, start: int, length: int, process: Process) -> list[Span]:
    """Cross-fade the processed stretch in and out and label it with its ramps."""
    dry = canvas.view(start, length)
    if len(dry) < canvas.count(0.03) or rms(dry) < 3e-3:
        return []
    wet = _severe(rng, dry, canvas.rate_hz, process)
    if wet is None:
        return []
    edges = [canvas.count(0.03 * rng.random() ** 2) if rng.random() < 0.7 else 0 for _ in range(2)]
    window = ramp_window(len(dry), edges[0], edges[1])
    dry += window * (wet - dry)
    return [(start, start + len(dry))]


def _severe(rng: np.random.Generator, dry: Samples, rate_hz: int, process: Process) -> Samples | None:
    """The processed stretch at a strength that is heard, or None when a few draws do not give one."""
    for _ in range(_ATTEMPTS):
        wet = process(rng, dry.copy(), rate_hz)
        if wet is not None and _is_heard(dry, wet, rate_hz):
            return wet
    return None


def _is_heard(dry: Samples, wet: Samples, rate_hz: int) -> bool:
    if rms(wet - dry) > _HEARD_ERROR * rms(dry):
        return True
    return any(spectral_change(dry, wet, rate_hz, share) >= least for share, least in _HEARD_DB_MOST_OF_THE_TIME)


def _bit_reduction(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Rounded, floored or truncated to few steps, at times with dither."""
    step = peak(dry) / 2.0 ** rng.uniform(0.7, 5.5)
    how = rng.random()
    if how < 0.25:
        return np.asarray((np.floor(dry / step) + 0.5) * step, dtype=np.float32)
    if how < 0.5:
        return np.asarray(np.fix(dry / step) * step, dtype=np.float32)
    if how < 0.65:
        dither = rng.random(dry.shape) + rng.random(dry.shape) - 1.0
        return np.asarray(np.round(dry / step + dither) * step, dtype=np.float32)
    return np.asarray(np.round(dry / step) * step, dtype=np.float32)


def _companded(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Few bits behind a logarithmic law: rough even when soft."""
    top, law = max(peak(dry), 1e-4), log_uniform(rng, 15.0, 400.0)
    steps = 2.0 ** rng.uniform(1.5, 3.5)
    bent = np.sign(dry) * np.log1p(law * np.abs(dry) / top) / np.log1p(law)
    coarse = np.round(bent * steps) / steps
    return np.asarray(np.sign(coarse) * np.expm1(np.abs(coarse) * np.log1p(law)) / law * top, dtype=np.float32)


def _sample_hold(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Samples held for a whole or broken number of frames, the clock steady or trembling.

    The clock lies between 1.2 and 10 kHz, where one hears the images.
    """
    hold = max(2.0, rate_hz / log_uniform(rng, 1200.0, min(10_000.0, rate_hz / 2)))
    if rng.random() < 0.4:
        hold = float(round(hold))
    ticks = np.arange(0.0, len(dry) + hold, hold)
    if rng.random() < 0.2:
        ticks = ticks + rng.uniform(-0.4, 0.4, len(ticks)) * hold * rng.random()
    number = np.clip(np.searchsorted(ticks, np.arange(len(dry)), side="right") - 1, 0, None)
    at = np.clip(ticks[number], 0, np.arange(len(dry))).astype(int)
    return np.asarray(dry[at], dtype=np.float32)


def _aliasing(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Thinned without a filter, then joined by straight lines."""
    step = max(2.5, rate_hz / log_uniform(rng, 1500.0, min(9000.0, rate_hz / 2.5)))
    at = np.unique(np.arange(0.0, len(dry), step).astype(int))
    frames = np.arange(len(dry))
    lines = [np.interp(frames, at, dry[at, channel]) for channel in range(dry.shape[1])]
    return np.stack(lines, axis=1).astype(np.float32)


def _fold_back(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """What exceeds the ceiling is mirrored down again, with sharp corners or (a sine as the curve) round ones."""
    ceiling = peak(dry) * log_uniform(rng, 0.08, 0.6)
    if rng.random() < 0.5:
        level = rng.uniform(0.4, 1.0) * peak(dry)
        return np.asarray(np.sin(dry / ceiling * (np.pi / 2) + rng.choice([0.0, 0.3])) * level, dtype=np.float32)
    phase = np.abs((dry / ceiling + 1.0) % 4.0 - 2.0) - 1.0
    gain = rng.choice([1.0, 1.0, peak(dry) / ceiling * 0.7])
    return np.asarray(-phase * ceiling * gain, dtype=np.float32)


def _wrap_around(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples | None:
    """Integer overflow: what exceeds the ceiling comes in again from below."""
    ceiling = float(np.quantile(np.abs(dry), 1.0 - log_uniform(rng, 0.003, 0.1)))
    return np.asarray((dry + ceiling) % (2 * ceiling) - ceiling, dtype=np.float32) if ceiling > 5e-3 else None


def _slewed(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """An amplifier too slow for steep flanks: each step is held to a limit, what drifts off is led back at 30 Hz."""
    most = float(np.quantile(np.abs(np.diff(dry, axis=0)), rng.uniform(0.3, 0.75))) + 1e-6
    steps = np.clip(np.diff(dry, axis=0, prepend=dry[:1]), -most, most)
    slow = np.cumsum(steps, axis=0)
    leak = float(np.exp(-2 * np.pi * 30.0 / rate_hz))
    wet = np.asarray(lfilter([1.0, -1.0], [1.0, -leak], slow, axis=0), dtype=np.float32)
    return wet * np.float32(rms(dry) / max(rms(wet), 1e-6))


def _ring_modulation(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    frequency = log_uniform(rng, 30.0, 600.0)
    carrier = np.sin(2 * np.pi * frequency * np.arange(len(dry)) / rate_hz)
    depth = rng.uniform(0.6, 1.0)
    return np.asarray(dry * (1 - depth + depth * carrier[:, None]), dtype=np.float32)


def _rectified(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Half or full wave: a broken amplifier stage."""
    share = rng.uniform(0.6, 1.0)
    wet = dry + share * (np.abs(dry) - dry) * (1.0 if rng.random() < 0.5 else 0.5)
    return np.asarray(wet - wet.mean(axis=0), dtype=np.float32)


def _crossover(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Small samples vanish: a push-pull stage without bias, or a gate per sample."""
    dead = rms(dry) * log_uniform(rng, 0.4, 1.5)
    return np.asarray(np.sign(dry) * np.maximum(np.abs(dry) - dead, 0.0), dtype=np.float32)


def _wrong_law(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Decoded with the wrong companding law: everything small is blown up or crushed."""
    scale = max(peak(dry), 1e-4)
    power = rng.choice([0.3, 0.4, 2.5, 3.0])
    wet = np.sign(dry) * (np.abs(dry) / scale) ** power
    return np.asarray(wet * (rms(dry) / max(rms(wet.astype(np.float32)), 1e-6)), dtype=np.float32)


def _mush(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Severe low-bitrate coding: bins below a moving threshold vanish, the rest is coarsely quantised."""
    spare_db = rng.uniform(6.0, 20.0)
    step_db = rng.uniform(3.0, 9.0)
    cut = rng.uniform(0.1, 0.45) if rng.random() < 0.6 else 1.0

    def change(spectrum: np.ndarray) -> np.ndarray:
        level = 20 * np.log10(np.abs(spectrum) + 1e-9)
        smooth = lfilter(np.ones(9) / 9, [1.0], level, axis=1)
        threshold = np.maximum(smooth, level.max() - 70) + rng.uniform(-spare_db, spare_db * 0.5, level.shape[-1])
        coarse = 10 ** (np.round(level / step_db) * step_db / 20)
        kept = np.where(level > threshold, coarse * np.exp(1j * np.angle(spectrum)), 0.0)
        kept[:, int(cut * kept.shape[1]) :] = 0.0
        return np.asarray(kept)

    return spectral.changed(dry, rate_hz, float(rng.choice([0.012, 0.023, 0.046])), change)


def _robot(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """All phases set to zero, or drawn anew: the voice of a machine or of a well."""
    random = rng.random() < 0.4

    def change(spectrum: np.ndarray) -> np.ndarray:
        size = np.abs(spectrum)
        if random:
            return np.asarray(size * np.exp(2j * np.pi * rng.random(spectrum.shape)))
        return np.asarray(size, dtype=np.complex64)

    return spectral.changed(dry, rate_hz, float(rng.choice([0.01, 0.016, 0.023, 0.04])), change)


def _pitch_period(past: Samples, rate_hz: int) -> int:
    """The lag (2.5 to 15 ms) at which the last 30 ms repeat best."""
    mono = past.mean(axis=1)
    shortest, longest = round(0.0025 * rate_hz), round(0.015 * rate_hz)
    size = min(len(mono) - longest, round(0.015 * rate_hz))
    if size < 8:
        return shortest
    last = len(mono) - size
    windows = np.lib.stride_tricks.sliding_window_view(mono, size)[last - longest : last - shortest + 1]
    scores = windows @ mono[last:] / (np.linalg.norm(windows, axis=1) + 1e-9)
    return longest - int(np.argmax(scores))


def _concealed(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples | None:
    """Packets lost and concealed: the last pitch period goes on, fading from one packet to the next."""
    packet = round(rate_hz * float(rng.choice([0.01, 0.02, 0.03, 0.04, 0.06])))
    loss = rng.uniform(0.25, 0.7)
    count = len(dry) // packet
    lost = rng.random(count) < loss
    if count < 3 or not np.any(lost[1:]):
        return None
    fade = decibels(rng.uniform(-6.0, -0.5))
    run = 0
    for number in range(1, count):
        run = run + 1 if lost[number] else 0
        if run:
            _conceal_packet(dry, number * packet, packet, rate_hz, fade**run)
    return dry


def _conceal_packet(wet: Samples, start: int, packet: int, rate_hz: int, gain: float) -> None:
    """Continue the course before ``start`` for one packet, joined to what follows by 2.5 ms of cross-fade."""
    past = wet[max(0, start - round(0.04 * rate_hz)) : start]
    period = min(_pitch_period(past, rate_hz), len(past))
    filled = np.tile(past[-period:], (-(-packet // period), 1))[:packet] * np.float32(gain)
    overlap = min(round(0.0025 * rate_hz), packet // 2)
    window = ramp_window(packet, 0, overlap)
    wet[start : start + packet] = window * filled + (1 - window) * wet[start : start + packet]


def _with(process: Process) -> Callable[[np.random.Generator, Canvas, int, int], list[Span]]:
    def apply(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
        return _mixed(rng, canvas, start, length, process)

    return apply


MECHANISMS = (
    Mechanism("bit reduction", TYPE, _with(_bit_reduction), 0.08, 5.0, 1.5),
    Mechanism("sample hold", TYPE, _with(_sample_hold), 0.08, 5.0, 1.2),
    Mechanism("aliasing", TYPE, _with(_aliasing), 0.1, 4.0, 0.8),
    Mechanism("fold back", TYPE, _with(_fold_back), 0.08, 4.0, 3.0),
    Mechanism("wrap around", TYPE, _with(_wrap_around), 0.08, 4.0, 0.8),
    Mechanism("ring modulation", TYPE, _with(_ring_modulation), 0.2, 3.0, 0.4),
    Mechanism("rectified", TYPE, _with(_rectified), 0.1, 4.0, 0.5),
    Mechanism("crossover", TYPE, _with(_crossover), 0.1, 4.0, 0.7),
    Mechanism("wrong law", TYPE, _with(_wrong_law), 0.1, 3.0, 0.4),
    Mechanism("slewed", TYPE, _with(_slewed), 0.1, 4.0, 0.3),
    Mechanism("companded", TYPE, _with(_companded), 0.1, 4.0, 0.5),
    Mechanism("mush", TYPE, _with(_mush), 0.25, 5.0, 1.0),
    Mechanism("energy share", TYPE, _with(spectral.energy_share), 0.2, 4.5, 1.2),
    Mechanism("sparse peaks", TYPE, _with(spectral.sparse_peaks), 0.2, 4.5, 1.0),
    Mechanism("holes", TYPE, _with(spectral.holes), 0.2, 4.0, 0.8),
    Mechanism("vocoder", TYPE, _with(spectral.vocoder), 0.2, 3.5, 0.5),
    Mechanism("smeared", TYPE, _with(spectral.smeared), 0.2, 3.5, 0.5),
    Mechanism("coarse transform", TYPE, _with(spectral.coarse_mdct), 0.2, 4.5, 1.2),
    Mechanism("narrowed", TYPE, _with(spectral.narrowed), 0.2, 4.0, 0.4),
    Mechanism("robot", TYPE, _with(_robot), 0.2, 3.0, 0.7),
    Mechanism("concealed packets", TYPE, _with(_concealed), 0.1, 3.0, 1.4),
    Mechanism("repeated packets", TYPE, _with(packets.repeated), 0.1, 3.5, 2.2),
    Mechanism("lengthened", TYPE, _with(packets.lengthened), 0.3, 2.5, 0.4),
    Mechanism("muted packets", TYPE, _with(packets.muted_some), 0.2, 2.5, 0.5),
)
