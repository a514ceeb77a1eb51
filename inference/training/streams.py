"""Encoded streams, cut into frames so that single ones can be damaged, and decoded again as in life."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass

import numpy as np
import soundfile

from inference.training.artifacts.canvas import Samples

FFMPEG_SECONDS = 60
LONGEST_S = 120.0
"""Of what is decoded here; examples last some seconds."""
_BLOCK = 16_384
_MP3_BITRATES = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}
_MP3_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


class StreamRefused(Exception):
    """An encoder or decoder would not take this stream."""


@dataclass(frozen=True)
class Stream:
    """A codec's name, its bytes, and where its frames begin."""

    codec: str
    data: bytes
    starts: tuple[int, ...]
    rate_hz: int
    channels: int


_ENCODERS: dict[str, tuple[str, ...]] = {
    "mp3": ("-c:a", "libmp3lame", "-f", "mp3", "-write_xing", "0", "-id3v2_version", "0"),
    "aac": ("-c:a", "aac", "-f", "adts"),
    "sbc": ("-c:a", "sbc", "-f", "sbc"),
    "g722": ("-c:a", "g722", "-f", "g722"),
    "vorbis": ("-c:a", "libvorbis", "-f", "ogg"),
    "gsm": ("-c:a", "libgsm", "-f", "gsm"),
    "g726": ("-c:a", "g726", "-f", "g726"),
}
NATIVE_RATES: dict[str, tuple[int, ...]] = {
    "mp3": (8000, 11025, 16000, 22050, 32000, 44100, 48000),
    "aac": (8000, 11025, 16000, 22050, 32000, 44100, 48000, 96000),
    "sbc": (16000, 32000, 44100, 48000),
    "g722": (16000,),
    "vorbis": (8000, 11025, 16000, 22050, 32000, 44100, 48000),
    "gsm": (8000,),
    "g726": (8000,),
}
_MONO = frozenset({"g722", "gsm", "g726"})


def encode_stream(
    samples: Samples, rate_hz: int, codec: str, bits_per_second: int | None, options: tuple[str, ...] = ()
) -> Stream:
    """Encode (frames, channels) with ffmpeg; telephone codecs take one channel. Raises StreamRefused.

    ``options``: further ones of the encoder or the container.
    """
    channels = 1 if codec in _MONO else samples.shape[1]
    source = samples[:, :channels] if channels < samples.shape[1] else samples
    rate = ("-b:a", str(bits_per_second)) if bits_per_second else ()
    head = ("-f", "f32le", "-ar", str(rate_hz), "-ac", str(channels), "-i", "-")
    data = _ffmpeg((*head, *_ENCODERS[codec], *rate, *options, "-"), np.ascontiguousarray(source, np.float32).tobytes())
    return Stream(codec, data, _frames_of(codec, data), rate_hz, channels)


def decode_stream(stream: Stream, data: bytes, *, by_libsndfile: bool = False) -> Samples:
    """Decode possibly damaged bytes of a stream. Raises StreamRefused when nothing comes out."""
    if by_libsndfile:
        return _by_libsndfile(data)
    source: tuple[str, ...] = ("-f", {"vorbis": "ogg"}.get(stream.codec, stream.codec))
    if stream.codec == "g726":
        source += ("-ar", str(stream.rate_hz), "-code_size", "4")
    out = ("-f", "f32le", "-ar", str(stream.rate_hz), "-ac", str(stream.channels), "-")
    raw = _ffmpeg((*source, "-i", "-", *out), data, tolerant=True)
    samples = np.frombuffer(raw[: len(raw) // (4 * stream.channels) * 4 * stream.channels], np.float32)
    if not len(samples):
        raise StreamRefused(f"nothing could be decoded from the damaged {stream.codec} stream")
    return np.nan_to_num(samples.reshape(-1, stream.channels), posinf=1.0, neginf=-1.0).clip(-4.0, 4.0)


def _by_libsndfile(data: bytes) -> Samples:
    """What libsndfile reads before it gives up. A damaged stream may never end for it: that one is refused."""
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            blocks: list[Samples] = []
            while len(block := file.read(_BLOCK, dtype="float32", always_2d=True)):
                if len(blocks) * _BLOCK > LONGEST_S * file.samplerate:
                    raise StreamRefused("the damaged stream does not end")
                blocks.append(block)
    except soundfile.LibsndfileError as error:
        raise StreamRefused(str(error)) from error
    if not blocks:
        raise StreamRefused("nothing could be decoded")
    return np.asarray(np.nan_to_num(np.concatenate(blocks)).clip(-4.0, 4.0), np.float32)


def _ffmpeg(options: tuple[str, ...], data: bytes, *, tolerant: bool = False) -> bytes:
    command = ["ffmpeg", "-v", "quiet", "-threads", "1", *options]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=FFMPEG_SECONDS, check=not tolerant)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, FileNotFoundError) as error:
        raise StreamRefused(str(error)) from error
    return done.stdout


def _frames_of(codec: str, data: bytes) -> tuple[int, ...]:
    if codec == "mp3":
        return _mp3_frames(data)
    if codec == "aac":
        return _adts_frames(data)
    if codec == "vorbis":
        return _ogg_pages(data)
    size = {"sbc": _sbc_size(data), "g722": 160, "gsm": 33, "g726": 80}[codec]
    return tuple(range(0, len(data), size))


def _mp3_frames(data: bytes) -> tuple[int, ...]:
    starts: list[int] = []
    place = 0
    while place + 4 <= len(data):
        size = _mp3_size(data[place : place + 4])
        if size is None:
            place += 1
            continue
        starts.append(place)
        place += size
    return tuple(starts)


def _mp3_size(header: bytes) -> int | None:
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    if header[0] != 0xFF or header[1] < 0xE0 or version == 1 or layer != 1 or header[2] >> 2 & 3 == 3:
        return None
    bits = _MP3_BITRATES[1 if version == 3 else 2][header[2] >> 4]
    rate = _MP3_RATES[version][header[2] >> 2 & 3]
    return (144 if version == 3 else 72) * bits * 1000 // rate + (header[2] >> 1 & 1) or None


def _adts_frames(data: bytes) -> tuple[int, ...]:
    starts: list[int] = []
    place = 0
    while place + 7 <= len(data) and data[place] == 0xFF:
        starts.append(place)
        place += max(7, (data[place + 3] & 3) << 11 | data[place + 4] << 3 | data[place + 5] >> 5)
    return tuple(starts)


def _ogg_pages(data: bytes) -> tuple[int, ...]:
    """Page starts without the headers' pages (the first two)."""
    starts: list[int] = []
    place = data.find(b"OggS")
    while place >= 0:
        starts.append(place)
        place = data.find(b"OggS", place + 27)
    return tuple(starts[2:])


def _sbc_size(data: bytes) -> int:
    """All frames of one encoding are alike: the distance to the next sync byte with the same header."""
    size = data.find(data[:3], 8)
    return size if size > 0 else max(1, len(data))
