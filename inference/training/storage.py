"""What happens to programme after the fault: level, fades, and the format it is kept in."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import soundfile

from inference.training.artifacts.canvas import Samples, decibels, peak, ramp_window

_BLOCK = 16_384
_OPUS_RATES = frozenset({8_000, 12_000, 16_000, 24_000, 48_000})
_MP3_RATES = frozenset({8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000})


def draw_storage(rng: np.random.Generator, rate_hz: int, lossy_share: float) -> str:
    """"pcm16", "pcm24", "float", or the name of a lossy format that knows this rate."""
    if rng.random() >= lossy_share:
        return str(rng.choice(["pcm16", "pcm24", "float"], p=[0.8, 0.1, 0.1]))
    formats = ["OGG"]
    if rate_hz in _MP3_RATES:
        formats += ["MP3", "MP3"]
    if rate_hz in _OPUS_RATES and rng.random() < 0.5:
        formats += ["OPUS"]
    return str(rng.choice(formats))


def store(rng: np.random.Generator, samples: Samples, rate_hz: int, storage: str) -> Samples:
    """The samples as they come back from that storage, same length, same alignment."""
    if storage == "float":
        return samples
    if storage in ("pcm16", "pcm24"):
        steps = np.float32(32767.0 if storage == "pcm16" else 8388607.0)
        return np.asarray(np.round(np.clip(samples, -1, 1) * steps) / steps, dtype=np.float32)
    return through_codec(samples, rate_hz, storage, float(rng.uniform(0.1, 0.85)))


def through_codec(samples: Samples, rate_hz: int, codec: str, compression: float) -> Samples:
    """Encode and decode through libsndfile. ``codec``: "MP3", "OGG" (Vorbis) or "OPUS"; compression 0..1.

    Raises soundfile.LibsndfileError when the codec refuses the rate or the number of channels.
    """
    encoded = encode(samples, rate_hz, codec, compression)
    decoded, rate = soundfile.read(io.BytesIO(encoded), dtype="float32", always_2d=True)
    if rate != rate_hz:
        raise soundfile.LibsndfileError(0, f"{codec} changed the rate to {rate}")
    return fitted(decoded, len(samples))


def encode(samples: Samples, rate_hz: int, codec: str, compression: float) -> bytes:
    """The bytes of a file in that codec."""
    kept = io.BytesIO()
    options: dict[str, Any] = {"format": "MP3", "subtype": "MPEG_LAYER_III"} if codec == "MP3" else {"format": "OGG"}
    if codec != "MP3":
        options["subtype"] = "OPUS" if codec == "OPUS" else "VORBIS"
    with soundfile.SoundFile(
        kept, "w", rate_hz, samples.shape[1], compression_level=compression, **options
    ) as file:
        for place in range(0, len(samples), _BLOCK):  # libsndfile's Vorbis writer wants small blocks
            file.write(samples[place : place + _BLOCK])
    return kept.getvalue()


def fitted(samples: Samples, frames: int) -> Samples:
    """Cut, or filled up with zeros, to exactly this length."""
    if len(samples) >= frames:
        return samples[:frames]
    return np.concatenate([samples, np.zeros((frames - len(samples), samples.shape[1]), np.float32)])


def levelled(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Samples:
    """A level of -30 to -1 dB at the peak, and now and then a fade in or out over seconds."""
    level = decibels(-1.0 - 29.0 * rng.random() ** 1.6)
    out = samples * np.float32(level / max(peak(samples), 1e-4))
    if rng.random() < 0.1:
        rise, fall = (round(rate_hz * rng.uniform(0.0, 2.5)) for _ in range(2))
        out = out * ramp_window(len(out), rise, fall)
    return out
