"""Recordings for tests, made from nothing."""

from __future__ import annotations

import io

import numpy as np
import soundfile
from numpy.typing import NDArray

RATE_HZ = 16_000


def programme(seconds: float, seed: int = 1) -> NDArray[np.float32]:
    """A tune with clicks, gaps, clipping and bursts in it, float32 (n,)."""
    chance = np.random.default_rng(seed)
    time_s = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    tune = sum(np.sin(2 * np.pi * f * time_s + p) for f, p in ((220, 0.0), (331, 1.0), (487, 2.0)))
    samples = 0.12 * tune * (1 + 0.3 * np.sin(2 * np.pi * 1.3 * time_s)) + 0.005 * chance.normal(
        size=len(time_s)
    )
    for start in range(RATE_HZ // 2, len(samples) - RATE_HZ, RATE_HZ):
        kind, at = chance.integers(4), start + int(chance.integers(RATE_HZ // 4))
        if kind == 0:
            samples[at : at + 3] += 0.8
        elif kind == 1:
            samples[at : at + RATE_HZ // 10] = 0.0
        elif kind == 2:
            samples[at : at + RATE_HZ // 5] = np.clip(8 * samples[at : at + RATE_HZ // 5], -0.5, 0.5)
        else:
            samples[at : at + RATE_HZ // 8] += 0.3 * chance.normal(size=RATE_HZ // 8)
    return samples.astype(np.float32)


def wav(samples: NDArray[np.float32]) -> bytes:
    """As the bytes of a WAV file."""
    buffer = io.BytesIO()
    soundfile.write(buffer, samples, RATE_HZ, format="WAV", subtype="FLOAT")
    return buffer.getvalue()
