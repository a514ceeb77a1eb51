"""Other programme out of the same recordings: a corpus of hours must sound like more than its own instruments.

Only training uses this; evaluation hears recordings as they are. A drum kit played at another speed is another kit,
and snares whose wires rattle in spikes are what most resembles clicks and is none.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.signal import butter, sosfilt

from inference.training.artifacts.canvas import Samples, log_uniform, peak
from inference.training.corpus import SourcePool
from inference.training.programme import make_programme

_OTHER_SPEED_SHARE = 0.6
_RATTLING_SHARE = {"drums": 0.5, "electronic": 0.2, "music": 0.1, "effects": 0.1}

Wave = npt.NDArray[np.float64]


def varied_programme(
    rng: np.random.Generator, pool: SourcePool, kind: str, seconds: float, rate_hz: int
) -> Samples:
    """As :func:`make_programme`, at times faster or slower by up to two fifths, at times with rattling drums on top.

    Samples (frames, 1 or 2) of exactly ``seconds`` at ``rate_hz``, peak at most 0.95.
    """
    speed = 1.0
    if kind != "electronic" and rng.random() < _OTHER_SPEED_SHARE:
        speed = log_uniform(rng, 0.7, 1.4)
    frames = round(seconds * rate_hz)
    slow_hz = round(rate_hz / speed)
    programme = make_programme(rng, pool, kind, frames / slow_hz, slow_hz)
    if rng.random() < _RATTLING_SHARE.get(kind, 0.0):
        programme = with_rattles(rng, programme, rate_hz)
    return programme


def with_rattles(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """One or two rattling drums played over the programme, on a grid or freely, each stroke a little different."""
    out = samples.astype(np.float64)
    loudest = max(peak(samples), 0.05)
    for _ in range(int(rng.integers(1, 3))):
        strokes = [rattle(rng, rate_hz) for _ in range(3)]
        gain = loudest * log_uniform(rng, 0.15, 1.5)
        step, is_free = log_uniform(rng, 0.12, 1.0) * rate_hz, rng.random() < 0.4
        place = rng.uniform(0, step)
        while place < len(out):
            stroke = strokes[int(rng.integers(len(strokes)))][: len(out) - int(place)]
            out[int(place) : int(place) + len(stroke)] += stroke[:, None] * (gain * rng.uniform(0.3, 1.0))
            place += step * (rng.uniform(0.4, 2.0) if is_free else rng.choice([0.5, 1.0, 1.0, 2.0]))
    return np.asarray(out * min(1.0, 0.95 / max(float(np.abs(out).max()), 1e-6)), dtype=np.float32)


def rattle(rng: np.random.Generator, rate_hz: int) -> Wave:
    """A struck drum with loose wires, a tambourine, a shaker: a swarm of spikes that sets in and dies away; peak 1."""
    length_s = log_uniform(rng, 0.06, 0.4)
    time = np.arange(round(length_s * rate_hz)) / rate_hz
    spikes = rng.laplace(size=len(time)) * (rng.random(len(time)) < log_uniform(rng, 300.0, 20_000.0) / rate_hz)
    sets_in = 1.0 - np.exp(-time / log_uniform(rng, 1e-4, 4e-3))
    dies_away = np.exp(-time * rng.uniform(4.0, 9.0) / length_s)
    wave = (spikes + 0.15 * rng.uniform() * rng.standard_normal(len(time))) * sets_in * dies_away
    corner = min(0.9, log_uniform(rng, 200.0, 3000.0) * 2 / rate_hz)
    wave = np.asarray(sosfilt(butter(1, corner, "high", output="sos"), wave))
    wave /= max(float(np.abs(wave).max()), 1e-9)
    pitch = log_uniform(rng, 90.0, 420.0) * (1 + 0.5 * np.exp(-time * 60))
    body = np.sin(2 * np.pi * np.cumsum(pitch) / rate_hz) * np.exp(-time * rng.uniform(12, 40))
    wave += body * rng.choice([0.0, rng.uniform(0.1, 1.5)])
    return np.asarray(wave / max(float(np.abs(wave).max()), 1e-9))
