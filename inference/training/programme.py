"""Clean programme from the corpus: speech with pauses, music, drums played in patterns, effects, mixtures."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import soxr

from inference.training.artifacts.canvas import Samples, decibels, log_uniform, peak, ramp_window, rms
from inference.training.corpus import Source, SourcePool
from inference.training.electronic import electronic_programme

RATES_HZ = (8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000)
_RATE_WEIGHTS = np.array([0.11, 0.05, 0.15, 0.10, 0.06, 0.23, 0.22, 0.08])
_TRAINING_RATE_WEIGHTS = np.array([0.15, 0.07, 0.18, 0.13, 0.06, 0.18, 0.17, 0.06])
KIND_WEIGHTS = {"speech": 0.32, "music": 0.28, "drums": 0.12, "effects": 0.11, "electronic": 0.12, "mixture": 0.05}

_SHORTEST_REST_S = 0.045

Maker = Callable[[np.random.Generator, SourcePool, float, int], tuple[Samples, int]]


def draw_rate(rng: np.random.Generator) -> int:
    return int(rng.choice(RATES_HZ, p=_RATE_WEIGHTS))


def draw_training_rate(rng: np.random.Generator) -> int:
    """As ``draw_rate``, the low rates oftener: they are the hardest."""
    return int(rng.choice(RATES_HZ, p=_TRAINING_RATE_WEIGHTS))


def draw_kind(rng: np.random.Generator, pool: SourcePool) -> str:
    """A kind that this pool can make."""
    kinds = [k for k in KIND_WEIGHTS if k in pool.kinds or k in ("electronic", "mixture")]
    weights = np.array([KIND_WEIGHTS[kind] for kind in kinds])
    return str(rng.choice(kinds, p=weights / weights.sum()))


def make_programme(
    rng: np.random.Generator, pool: SourcePool, kind: str, seconds: float, rate_hz: int
) -> Samples:
    """Clean samples (frames, 1 or 2) of exactly ``seconds`` at ``rate_hz``, peak at most 0.95."""
    frames = round(seconds * rate_hz)
    if kind == "electronic":
        made, rate = electronic_programme(rng, frames, rate_hz, 1 if rng.random() < 0.6 else 2), rate_hz
    else:
        channels = 1 if rng.random() < 0.45 else 2
        made, rate = _MAKERS[kind](rng, pool, seconds + 0.05, channels)
    made = _at_rate(made, rate, rate_hz)[:frames]
    if len(made) < frames:
        made = np.concatenate([made, np.zeros((frames - len(made), made.shape[1]), np.float32)])
    top = peak(made)
    return np.ascontiguousarray(made * np.float32(0.95 / top) if top > 0.95 else made)


def _at_rate(samples: Samples, rate: int, wanted: int) -> Samples:
    if rate == wanted:
        return samples
    return np.asarray(soxr.resample(samples, rate, wanted, quality="MQ" if wanted > rate else "HQ"), np.float32)


def _as_channels(samples: Samples, channels: int, rng: np.random.Generator) -> Samples:
    if samples.shape[1] == channels:
        return samples
    if channels == 1:
        return samples[:, int(rng.integers(2))][:, None] if rng.random() < 0.3 else samples.mean(axis=1, keepdims=True)
    return np.repeat(samples, 2, axis=1) * np.array([1.0, rng.uniform(0.5, 1.0)], np.float32)


def _excerpt(rng: np.random.Generator, pool: SourcePool, source: Source, seconds: float) -> Samples:
    """A random stretch of a source; what was cut is not faded here."""
    frames = round(seconds * source.rate_hz)
    start = int(rng.integers(0, max(1, source.frames - frames)))
    return pool.read(source, start, frames)


def _softened(samples: Samples, rate_hz: int, edge_s: float = 0.006) -> Samples:
    """Fade both ends: a file that starts or stops in mid sound must not look like a fault."""
    edge = round(edge_s * rate_hz)
    return samples * ramp_window(len(samples), edge, edge)


def speech(rng: np.random.Generator, pool: SourcePool, seconds: float, channels: int) -> tuple[Samples, int]:
    """Sentences of one speaker with pauses of digital zero, of room noise, or none to speak of."""
    first = pool.pick(rng, "speech")
    siblings = [s for s in pool.siblings(first) if s.rate_hz == first.rate_hz]
    rate = first.rate_hz
    out = np.zeros((round(seconds * rate), 1), np.float32)
    place = int(rng.uniform(0, 0.4) * rate)
    source = first
    while place < len(out):
        words = _softened(_mono(pool.read(source, 0, round(seconds * rate))), rate, rng.uniform(0.002, 0.02))
        count = min(len(words), len(out) - place)
        out[place : place + count] = words[:count]
        place += len(words) + round(rate * log_uniform(rng, 0.02, 1.2))
        source = siblings[int(rng.integers(len(siblings)))]
    if rng.random() < 0.5:
        out += (rng.standard_normal(out.shape) * rms(out) * decibels(rng.uniform(-60, -25))).astype(np.float32)
    return _as_channels(out, channels, rng), rate


def _mono(samples: Samples) -> Samples:
    return samples[:, :1]


def music(rng: np.random.Generator, pool: SourcePool, seconds: float, channels: int) -> tuple[Samples, int]:
    """A stretch of one piece, at times with a fade in or out or a soft mute in it."""
    source = pool.pick(rng, "music")
    for _ in range(4):
        if source.duration_s >= seconds:
            break
        source = pool.pick(rng, "music")
    samples = _as_channels(_excerpt(rng, pool, source, seconds), channels, rng)
    if len(samples) < seconds * source.rate_hz:
        samples = _softened(samples, source.rate_hz)
    return samples, source.rate_hz


def drums(rng: np.random.Generator, pool: SourcePool, seconds: float, channels: int) -> tuple[Samples, int]:
    """A kit playing a pattern: hits overlap, some are choked within milliseconds."""
    first = pool.pick(rng, "drums")
    kit = [s for s in pool.siblings(first) if s.rate_hz == first.rate_hz]
    rate = first.rate_hz
    out = np.zeros((round(seconds * rate), channels), np.float32)
    for _ in range(int(rng.integers(1, 5))):
        hit = kit[int(rng.integers(len(kit)))]
        sound = _as_channels(pool.read(hit, 0, 2 * rate), channels, rng)
        _play(rng, out, _softened(sound, rate, 0.001) if rng.random() < 0.8 else sound, rate)
    return out, rate


def _play(rng: np.random.Generator, out: Samples, sound: Samples, rate: int) -> None:
    """Strike one drum over and over, on a grid with some swing, with varied force, at times choked.

    A choke leaves a rest or none: a few milliseconds of nothing between two strokes would be a dropout.
    """
    step = rate * log_uniform(rng, 0.1, 1.2)
    choke = round(rate * log_uniform(rng, 0.05, 2.0))
    choked = sound
    if choke < len(sound) and rng.random() < 0.5:
        release = rng.choice([0.001, log_uniform(rng, 0.002, 0.03)])
        choked = sound[:choke] * ramp_window(choke, 0, max(1, round(release * rate)))
    retriggers = rng.random() < 0.25
    place = rng.uniform(0, step)
    while place < len(out):
        following = step * rng.choice([0.5, 1.0, 1.0, 1.0, 2.0]) * rng.uniform(0.97, 1.03)
        gap = following - len(choked)
        stroke = sound if 0 <= gap < _SHORTEST_REST_S * rate else choked
        count = min(len(stroke), len(out) - int(place))
        if retriggers or stroke is sound:  # one voice: the new stroke ends the old one
            old = out[int(place) : int(place) + len(sound)]
            old *= 1 - ramp_window(len(old), round(0.003 * rate), 0)
        out[int(place) : int(place) + count] += stroke[:count] * np.float32(rng.uniform(0.3, 1.0))
        place += following


def effects(rng: np.random.Generator, pool: SourcePool, seconds: float, channels: int) -> tuple[Samples, int]:
    """Effects one after the other, with silence or a soft bed between; most ends faded, a few hard."""
    first = pool.pick(rng, "effects")
    rate = first.rate_hz
    out = np.zeros((round(seconds * rate), channels), np.float32)
    siblings = [s for s in pool.siblings(first) if s.rate_hz == rate]
    place, source = int(rng.uniform(0, 0.5) * rate), first
    while place < len(out):
        sound = _as_channels(_excerpt(rng, pool, source, 6.0), channels, rng)
        sound = _softened(sound, rate, log_uniform(rng, 0.001, 0.05)) if rng.random() < 0.75 else sound
        count = min(len(sound), len(out) - place)
        out[place : place + count] += sound[:count]
        place += round(len(sound) * rng.uniform(0.7, 1.0)) + round(rate * log_uniform(rng, 0.03, 2.0))
        source = siblings[int(rng.integers(len(siblings)))]
    return out, rate


def mixture(rng: np.random.Generator, pool: SourcePool, seconds: float, channels: int) -> tuple[Samples, int]:
    """A voice over music."""
    voice, voice_rate = speech(rng, pool, seconds, channels)
    bed, rate = music(rng, pool, seconds, channels)
    voice = _at_rate(voice, voice_rate, rate)
    count = min(len(voice), len(bed))
    gain = decibels(rng.uniform(-24, -6)) * max(rms(voice), 1e-3) / max(rms(bed), 1e-3)
    return voice[:count] + bed[:count] * np.float32(gain), rate


_MAKERS: dict[str, Maker] = {
    "speech": speech, "music": music, "drums": drums, "effects": effects, "mixture": mixture,
}  # fmt: skip
