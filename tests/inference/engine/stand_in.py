"""Tones and noise with plain faults: stand-ins for programme, for tests only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATES = (8000, 16000, 22050, 44100, 48000)


@dataclass(frozen=True)
class StandInEvent:
    artifact_type: str
    start_s: float
    end_s: float
    counts: bool = True


@dataclass(frozen=True)
class StandIn:
    samples: NDArray[np.float32]
    rate_hz: int
    events: list[StandInEvent]
    content_kind: str = "tones"


def programme(rng: np.random.Generator, rate_hz: int, seconds: float) -> NDArray[np.float64]:
    """Notes with decay over coloured noise."""
    t = np.arange(int(rate_hz * seconds)) / rate_hz
    wave = 10 ** rng.uniform(-4, -2) * np.convolve(rng.standard_normal(t.size), np.ones(5) / 5, "same")
    for _ in range(int(seconds * rng.uniform(1, 6))):
        start, length = rng.uniform(0, seconds), rng.uniform(0.2, 3)
        pitch = rng.uniform(80, min(2000, rate_hz / 5))
        inside = np.clip((t - start) / 0.02, 0, 1) * np.exp(-np.clip(t - start, 0, None) / length * 4)
        for partial in range(1, 5):
            if pitch * partial < rate_hz / 2.2:
                wave += rng.uniform(0.02, 0.2) / partial * inside * np.sin(2 * np.pi * pitch * partial * t)
    return wave / max(0.1, np.abs(wave).max()) * rng.uniform(0.1, 0.9)


def example(number: int, seconds: float = 12.0) -> StandIn:
    """One example: half are clean, the others have two to five faults."""
    rng = np.random.default_rng([77, number])
    rate = int(rng.choice(RATES))
    wave = programme(rng, rate, seconds)
    events: list[StandInEvent] = []
    if number % 2:
        for slot in np.sort(rng.permutation(5)[: rng.integers(2, 5)]):
            kind = str(
                rng.choice(("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum"))
            )
            events.append(_damage(rng, wave, rate, kind, 0.6 + slot * 2.2))
    return StandIn(wave.astype(np.float32)[:, None], rate, events)


def _damage(
    rng: np.random.Generator, wave: NDArray[np.float64], rate: int, kind: str, start_s: float
) -> StandInEvent:
    seconds = {"click": 0.001, "glitch": 0.08, "dropout": 0.06, "noise_burst": 0.1}.get(kind, 1.5)
    if kind in ("dropout", "noise_burst"):
        seconds *= rng.uniform(0.3, 3)
    at, stop = int(start_s * rate), int((start_s + seconds) * rate)
    part = wave[at:stop]
    level = max(0.02, np.sqrt(np.mean(wave**2)))
    if kind == "click":
        wave[at : at + 3] += rng.choice((-1, 1)) * level * rng.uniform(3, 8)
    elif kind == "glitch":
        size = int(0.02 * rate)
        wave[at:stop] = np.resize(wave[at - size : at], stop - at)
    elif kind == "dropout":
        part[:] = 0
    elif kind == "noise_burst":
        part += rng.standard_normal(part.size) * level * rng.uniform(1, 4)
    elif kind == "clipping":
        top = np.abs(part).max() * rng.uniform(0.2, 0.5)
        np.clip(part, -top, top, out=part)
    elif kind == "distortion":
        step = np.abs(part).max() / 6 + 1e-6
        part[:] = np.round(part / step) * step
    else:
        t = np.arange(part.size) / rate
        part += level * 0.5 * sum(np.sin(2 * np.pi * 50 * n * t) / n for n in (1, 2, 3, 5))
    return StandInEvent(kind, at / rate, stop / rate)
