"""Faults made as life makes them: real encoders, damaged bytes, real decoders; damaged files; overflow.

Labels come from comparing the damaged decode with the clean decode of the same stream.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import soxr

from inference.training import file_faults
from inference.training.artifacts.canvas import Samples, ramp_window, rms
from inference.training.artifacts.catalogue import NAMES_OF_DAMAGE
from inference.training.comparison import (
    Difference,
    differences,
    faint_events,
    is_bordered,
    named,
    steady_differences,
)
from inference.training.exposure import spectral_change
from inference.training.frame_damage import Site, damaged_bytes
from inference.training.injection import Event
from inference.training.opus_stream import RATE_HZ as OPUS_HZ
from inference.training.opus_stream import OpusError, OpusMissing, Repair, decode_packets, encode_packets
from inference.training.storage import fitted
from inference.training.streams import NATIVE_RATES, Stream, StreamRefused, decode_stream, encode_stream


@dataclass(frozen=True)
class Damaged:
    """Damaged samples with their labels; ``storage`` names how it came about."""

    samples: Samples
    events: list[Event]
    storage: str


@dataclass(frozen=True)
class Variety:
    """Bit rates and kinds of damage: training and judging use different ones."""

    bitrates: dict[str, tuple[int | None, ...]]
    hows: tuple[str, ...]
    opus_bitrates: tuple[int, ...]
    packets_s: tuple[float, ...] = (0.01, 0.02, 0.02, 0.04, 0.06)
    longest_shift_s: float = 0.25
    is_wide: bool = False
    """Also repaired, thinned and sparse losses, and faint differences as either way."""
    is_all_streams: bool = False
    """Nothing but damaged streams, in up to 14 places each."""

    @property
    def most_sites(self) -> int:
        """Places at which one stream is damaged."""
        return 14 if self.is_all_streams else 9 if self.is_wide else 5


TRAINING = Variety(
    {"mp3": (32_000, 48_000, 64_000, 96_000, 128_000, 160_000, 192_000), "sbc": (None,), "g722": (64_000,),
     "aac": (48_000, 64_000, 96_000, 128_000, 160_000), "vorbis": (48_000, 64_000, 96_000, 128_000),
     "gsm": (None,), "g726": (None,)},
    ("zero", "noise", "flip", "flip", "previous", "drop", "drop", "drop", "twice", "stale", "half", "header", "swap",
     "zeroed"),
    (8_000, 12_000, 16_000, 24_000, 32_000, 40_000, 64_000, 96_000),
    (0.0025, 0.005, 0.01, 0.02, 0.02, 0.02, 0.04, 0.06), longest_shift_s=0.6, is_wide=True,
)  # fmt: skip
STREAMS = replace(TRAINING, is_all_streams=True)
"""Of examples of all other kinds one in 130 is a damaged AAC stream that can be heard, one in 40 an MP3 stream."""
JUDGING = Variety(
    {"mp3": (80_000, 112_000), "aac": (80_000, 112_000), "sbc": (None,), "g722": (64_000,),
     "vorbis": (80_000, 112_000)},
    ("ones", "torn", "drop", "previous"), (20_000, 48_000),
)  # fmt: skip

Fault = Callable[[np.random.Generator, Samples, int, Variety], Damaged]
_MOST_EVENTS = 40
_STARVED_DB = 2.0
_FAINT_KINDS = ("distortion", "glitch", "dropout", "click", "noise_burst")
_LONGEST_EVENT_S = 1.6


def damage(
    rng: np.random.Generator, samples: Samples, rate_hz: int, variety: Variety = TRAINING
) -> Damaged | None:
    """One real fault on clean samples, or None when this material or machine does not allow it."""
    faults = _STREAM_FAULTS if variety.is_all_streams else _WIDE_FAULTS if variety.is_wide else _FAULTS
    try:
        damaged = faults[int(rng.integers(len(faults)))](rng, samples, rate_hz, variety)
    except (StreamRefused, OpusError, OpusMissing, ValueError, IndexError):
        return None
    if variety.is_wide:
        damaged = _fair(damaged, rate_hz)
    return damaged if _is_usable(damaged) else None


def _fair(damaged: Damaged, rate_hz: int) -> Damaged:
    """Gaps without programme on both sides are asked of nobody."""
    events = [
        replace(e, counts=e.counts and (e.artifact_type != "dropout" or is_bordered(e, damaged.samples, rate_hz)))
        for e in damaged.events
    ]
    return replace(damaged, events=events)


def _is_usable(damaged: Damaged) -> bool:
    """Streams that fell apart altogether teach nothing: their labels would be guesses."""
    lengths = [event.end_s - event.start_s for event in damaged.events if event.counts]
    sustained = any(event.mechanism.startswith(("starved", "overflow", "gain")) for event in damaged.events)
    return 0 < len(lengths) <= _MOST_EVENTS and (sustained or max(lengths) < _LONGEST_EVENT_S)


def _at(samples: Samples, rate_hz: int, wanted: int) -> Samples:
    return samples if rate_hz == wanted else np.asarray(soxr.resample(samples, rate_hz, wanted), np.float32)


def _stream_fault(rng: np.random.Generator, samples: Samples, rate_hz: int, variety: Variety) -> Damaged:
    """Encode, damage some frames, decode both ways, compare."""
    codecs = _STREAM_CODECS if variety.is_all_streams else _WIDE_CODECS if variety.is_wide else _CODECS
    codec = str(rng.choice(list(codecs), p=list(codecs.values())))
    native = _nearest_rate(codec, rate_hz)
    source = _at(samples, rate_hz, native)
    options = _steady_options(rng, codec) if variety.is_wide else ()
    stream = encode_stream(source, native, codec, _drawn(rng, variety.bitrates[codec]), options)
    sites = draw_sites(rng, stream, len(source) / native, variety.hows, variety.most_sites)
    by_libsndfile = codec in ("mp3", "vorbis") and rng.random() < 0.35
    clean = decode_stream(stream, stream.data, by_libsndfile=by_libsndfile)
    damaged = decode_stream(stream, damaged_bytes(rng, stream, sites), by_libsndfile=by_libsndfile)
    mechanism = f"{codec} {sites[0].how}" if sites else codec
    found = differences(clean, damaged, native, variety.longest_shift_s)
    if variety.is_wide and _is_doubtful(codec, found, len(damaged) / len(clean), native):
        raise StreamRefused("what was lost in time and what was replaced cannot be told apart")
    events = named(found, clean, damaged, native, "glitch", mechanism, strict=variety.is_wide)
    if variety.is_wide and not any(item.lost_frames for item in found):
        events += faint_events(clean, damaged, native, events, _FAINT_KINDS, mechanism)
    events += _other_names(events) if variety.is_wide else []
    return Damaged(_finished(damaged, samples, native, rate_hz), events, codec)


def _other_names(events: list[Event]) -> list[Event]:
    """What a damaged stream sounds like has no one name: whoever calls it otherwise is not wrong."""
    return [
        replace(event, artifact_type=name, counts=False)
        for event in events
        for name in NAMES_OF_DAMAGE
        if event.counts and name != event.artifact_type
    ]


def _is_doubtful(codec: str, found: list[Difference], share: float, rate_hz: int) -> bool:
    """A decoder that gave up, or a difference longer than the damaged frames can be.

    Vorbis decoders leave out what they cannot read: what differs for long without time being lost was misjudged.
    """
    held_s, lost_s = (0.06, 0.25) if codec == "vorbis" else (0.5, 0.5)
    return share < 0.8 or any(
        item.span[1] - item.span[0] > (lost_s if item.lost_frames else held_s) * rate_hz for item in found
    )


def _steady_options(rng: np.random.Generator, codec: str) -> tuple[str, ...]:
    """AAC without noise substitution (it differs for ever after a lost frame), Ogg in small pages."""
    if codec == "aac":
        return ("-aac_pns", "0")
    return ("-page_duration", str(int(rng.integers(20_000, 160_000)))) if codec == "vorbis" else ()


def _finished(damaged: Samples, like: Samples, native: int, rate_hz: int) -> Samples:
    """Back to the example's rate and length; a peak above full scale is taken down."""
    out = fitted(_at(damaged, native, rate_hz), len(like))
    return out / np.float32(max(1.0, float(np.max(np.abs(out), initial=0.0))))


def _drawn(rng: np.random.Generator, choices: tuple[int | None, ...]) -> int | None:
    return choices[int(rng.integers(len(choices)))]


def _nearest_rate(codec: str, rate_hz: int) -> int:
    return min(NATIVE_RATES[codec], key=lambda rate: (abs(rate - rate_hz), rate))


def draw_sites(
    rng: np.random.Generator, stream: Stream, seconds: float, hows: tuple[str, ...], most: int = 5
) -> list[Site]:
    """One to ``most`` runs of frames, well apart, each damaged in the same way or another."""
    total = len(stream.starts)
    wanted = int(rng.integers(1, most + 1))
    apart = max(2, round(total * 0.7 / max(seconds, 0.1)))
    longest = max(1, round(total * 0.2 / max(seconds, 0.1)))
    how = str(rng.choice(hows))
    sites: list[Site] = []
    for first in np.sort(rng.choice(np.arange(2, max(3, total - 2)), min(wanted, max(1, total - 4)), replace=False)):
        if sites and first - sites[-1].first < apart:
            continue
        count = int(min(rng.geometric(0.4), longest, total - 1 - first))
        sites.append(Site(int(first), max(1, count), how if rng.random() < 0.7 else str(rng.choice(hows))))
    return sites


def _opus_loss(rng: np.random.Generator, samples: Samples, rate_hz: int, variety: Variety) -> Damaged:
    """Opus packets lost in bursts and concealed by libopus itself."""
    packet_s = float(rng.choice(variety.packets_s))
    source = _at(samples, rate_hz, OPUS_HZ)
    bits = int(rng.choice(variety.opus_bitrates)) * source.shape[1]
    repair = _draw_repair(rng) if variety.is_wide else None
    packets, lookahead = encode_packets(source, bits, packet_s, bool(rng.random() < 0.4), repair)
    clean = decode_packets(packets, packet_s, source.shape[1], lookahead)
    sparse = variety.is_wide and rng.random() < 0.4
    lost = lose_singly(rng, len(packets), packet_s) if sparse else lose(rng, len(packets), packet_s)
    kept = [None if gone else packet for packet, gone in zip(packets, lost, strict=True)]
    repairs = repair is not None and repair.expected_loss > 0 and rng.random() < 0.6
    damaged = decode_packets(kept, packet_s, source.shape[1], lookahead, repairs=repairs)
    found = steady_differences(clean, damaged, OPUS_HZ)
    events = named(found, clean, damaged, OPUS_HZ, "distortion", "opus loss", strict=variety.is_wide)
    if variety.is_wide:
        events += faint_events(clean, damaged, OPUS_HZ, events, _FAINT_KINDS, "opus loss")
        events += _other_names(events)
    return Damaged(_finished(damaged, samples, OPUS_HZ, rate_hz), events, "opus")


def _draw_repair(rng: np.random.Generator) -> Repair:
    loss = int(rng.choice([0, 0, 10, 30]))
    return Repair(loss, sends_silence=bool(rng.random() < 0.9), complexity=int(rng.choice([1, 5, 9, 10])))


def lose_singly(rng: np.random.Generator, count: int, packet_s: float) -> list[bool]:
    """Lone packets, or pairs, every half second or so."""
    lost = np.zeros(count, dtype=bool)
    place = rng.uniform(0.1, 1.0)
    while round(place / packet_s) < count - 2:
        first = max(2, round(place / packet_s))
        lost[first : first + int(rng.choice([1, 1, 1, 2, 3]))] = True
        place += rng.uniform(0.25, 1.2) + packet_s
    return [bool(gone) for gone in lost]


def lose(rng: np.random.Generator, count: int, packet_s: float) -> list[bool]:
    """Bursts of lost packets: one to six bursts, each of some packets with holes in between."""
    lost = np.zeros(count, dtype=bool)
    for _ in range(int(rng.integers(1, 6))):
        length = int(rng.integers(1, max(2, round(rng.choice([0.06, 0.3, 1.0]) / packet_s))))
        first = int(rng.integers(2, max(3, count - length)))
        density = 1.0 if rng.random() < 0.5 else rng.uniform(0.3, 0.8)
        lost[first : first + length] |= rng.random(len(lost[first : first + length])) < density
        lost[first] = True
    return [bool(gone) for gone in lost]


def _starved_codec(rng: np.random.Generator, samples: Samples, rate_hz: int, variety: Variety) -> Damaged:
    """A stretch through a codec that got far too few bits: mush."""
    codec = str(rng.choice(["opus", "mp3", "gsm", "g726", "aac"], p=[0.4, 0.2, 0.15, 0.1, 0.15]))
    mushy = _starved_opus(samples, rate_hz) if codec == "opus" else _starved_stream(samples, rate_hz, codec)
    seconds = len(samples) / rate_hz
    length_s = float(rng.uniform(0.3, min(5.0, 0.6 * seconds)))
    start = round(rng.uniform(0.1, seconds - length_s - 0.1) * rate_hz)
    length = round(length_s * rate_hz)
    edge = round(rng.uniform(0.0, 0.03) * rate_hz)
    out = samples.copy()
    dry, wet = out[start : start + length], mushy[start : start + length]
    least = _STARVED_DB if variety.is_wide else 0.0
    if rms(wet - dry) < 0.05 * rms(dry) or spectral_change(dry, wet, rate_hz, 0.8) < least:
        return Damaged(samples, [], codec)
    dry += ramp_window(length, edge, edge) * (wet - dry)
    return Damaged(out, [Event("distortion", start / rate_hz, (start + length) / rate_hz, f"starved {codec}")], "pcm")


def _starved_opus(samples: Samples, rate_hz: int) -> Samples:
    packets, lookahead = encode_packets(_at(samples, rate_hz, OPUS_HZ), 6_000, 0.02, False)
    decoded = decode_packets(packets, 0.02, samples.shape[1], lookahead)
    return fitted(_at(decoded, OPUS_HZ, rate_hz), len(samples))


def _starved_stream(samples: Samples, rate_hz: int, codec: str) -> Samples:
    native = {"mp3": 16_000, "aac": 16_000, "gsm": 8_000, "g726": 8_000}[codec]
    bits = {"mp3": 8_000, "aac": 10_000}.get(codec)
    stream = encode_stream(_at(samples, rate_hz, native), native, codec, bits)
    decoded = decode_stream(stream, stream.data)
    back = fitted(_at(decoded, native, rate_hz), len(samples) + rate_hz // 5)
    return _aligned(back, samples, rate_hz)


def _aligned(late: Samples, like: Samples, rate_hz: int) -> Samples:
    """Take the codec's delay (up to 150 ms) out, by correlation; one channel becomes as many as wanted."""
    size = len(late) + len(like)
    spectrum = np.fft.rfft(late.mean(axis=1), size) * np.conj(np.fft.rfft(like.mean(axis=1), size))
    delay = int(np.argmax(np.fft.irfft(spectrum, size)[: round(0.15 * rate_hz)]))
    out = fitted(late[delay:], len(like))
    return np.repeat(out, like.shape[1], axis=1) if out.shape[1] < like.shape[1] else out


def _file_fault(rng: np.random.Generator, samples: Samples, rate_hz: int, variety: Variety) -> Damaged:
    """Damage to the samples as a file or a buffer holds them (16-bit integers)."""
    out, events = file_faults.damage_file(rng, samples, rate_hz)
    return Damaged(out, events, "pcm16")


_FAULTS: tuple[Fault, ...] = (
    _stream_fault, _stream_fault, _stream_fault, _opus_loss, _opus_loss, _starved_codec, _file_fault, _file_fault,
    _file_fault,
)  # fmt: skip
_WIDE_FAULTS: tuple[Fault, ...] = (
    _stream_fault, _stream_fault, _stream_fault, _stream_fault, _stream_fault, _opus_loss, _opus_loss, _opus_loss,
    _starved_codec, _starved_codec, _file_fault, _file_fault, _file_fault,
)  # fmt: skip
_STREAM_FAULTS: tuple[Fault, ...] = (_stream_fault, _stream_fault, _stream_fault, _opus_loss)
_CODECS = {"mp3": 0.3, "aac": 0.2, "vorbis": 0.2, "sbc": 0.15, "g722": 0.15}
_WIDE_CODECS = {"mp3": 0.32, "aac": 0.25, "vorbis": 0.12, "sbc": 0.13, "g722": 0.1, "gsm": 0.05, "g726": 0.03}
_STREAM_CODECS = {"mp3": 0.28, "aac": 0.34, "vorbis": 0.12, "sbc": 0.12, "g722": 0.1, "gsm": 0.02, "g726": 0.02}
"""Damaged AAC can be heard less often: there is more of it."""
