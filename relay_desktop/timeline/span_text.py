"""The selected stretch in numbers: length, samples, peak, RMS, strongest frequency."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from relay_desktop.audio.peaks import Floats
from relay_desktop.look import type_label
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.time_format import format_duration
from relay_desktop.translation import number, said

# Up to this many frames are measured sample by sample; longer stretches from the finest peaks (128 frames).
_FEW_FRAMES = 1 << 18
_KEYS = 9
_FEWEST_FOR_FREQUENCY = 64
_MOST_FOR_FREQUENCY = 1 << 16


class Measured(NamedTuple):
    """Of all drawn channels: greatest size of a sample, RMS of the loudest channel, strongest frequency if known."""

    peak: float
    rms: float
    frequency_hz: float | None


def describe_span(picture: TimelinePicture) -> str:
    """One line: "250 ms · 12,000 samples · peak -3.1 dB · RMS -18.0 dB · 440 Hz"."""
    if picture.span_s is None:
        return ""
    start, stop = picture.span_s
    parts = [format_duration(stop - start), said("{n:,} samples", n=round((stop - start) * picture.rate_hz))]
    measured = measure_span(picture, start, stop)
    if measured is not None:
        parts += [
            said("peak {level}", level=_decibels(measured.peak)),
            said("RMS {level}", level=_decibels(measured.rms)),
        ]
        if measured.frequency_hz is not None:
            parts.append(f"{number(measured.frequency_hz, ',.0f')} Hz")
    return "  ·  ".join(parts)


def describe_marks(picture: TimelinePicture) -> str:
    """Which key makes a detection of the stretch: "1 click  ·  2 glitch"; "" where there is nothing to add to."""
    if picture.retuned is None:
        return ""
    names = [type_label(name) for name in picture.markable_types[:_KEYS]]
    return "  ·  ".join(f"{number} {name}" for number, name in enumerate(names, 1))


def measure_span(picture: TimelinePicture, start_s: float, stop_s: float) -> Measured | None:
    """Numbers of a stretch; None while nothing of it is known."""
    rate = picture.rate_hz
    first, last = round(start_s * rate), round(stop_s * rate)
    if picture.detail is not None and 0 < last - first <= _FEW_FRAMES:
        samples = picture.detail.samples(first, last)
        if samples is not None and len(samples):
            rms = float(np.sqrt(np.square(samples, dtype=np.float64).mean(axis=0)).max())
            return Measured(float(np.abs(samples).max()), rms, dominant_frequency_hz(samples, rate))
    if picture.pyramid is None:
        return None
    columns = picture.pyramid.columns(first, last, 1)
    if not columns.is_ready.all():
        return None
    return Measured(float(max(-columns.low.min(), columns.high.max())), float(columns.rms.max()), None)


def dominant_frequency_hz(samples: Floats, rate_hz: int) -> float | None:
    """The strongest frequency of samples (frames, channels), refined between bins by a parabola; None when silent."""
    frames = samples[:_MOST_FOR_FREQUENCY]
    if len(frames) < _FEWEST_FOR_FREQUENCY:
        return None
    spectrum = np.abs(np.fft.rfft(frames * np.hanning(len(frames))[:, None], axis=0)).max(axis=1)
    spectrum[:2] = 0  # no direct current
    place = int(spectrum.argmax())
    if spectrum[place] <= 1e-6:
        return None
    beside = 0.0
    if place + 1 < len(spectrum):
        below, here, above = np.log(np.maximum(spectrum[place - 1 : place + 2], 1e-12)).tolist()
        curve = below - 2 * here + above
        beside = 0.5 * (below - above) / curve if curve else 0.0
    return (place + beside) * rate_hz / len(frames)


def _decibels(value: float) -> str:
    return f"{number(20 * np.log10(value), '.1f')} dB".replace("-", "−") if value > 1e-6 else "−∞ dB"
