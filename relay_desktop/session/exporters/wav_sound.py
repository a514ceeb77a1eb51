"""WAV files from decoded sound: for recordings that are no WAV themselves, and for clips.

16-bit sound stays 16-bit, 24-bit and what decodes to it 24-bit; the rest is written as 32-bit float, which holds
everything the decoder gave.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

import numpy as np

from inference.audio_file import AudioReader
from relay_desktop.session.exporters import riff

_BLOCK_FRAMES = 65_536
_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_GUID_TAIL = bytes.fromhex("000000001000800000aa00389b71")
_INTEGER_24 = {"PCM_24", "ALAC_24", "DWVW_24", "ALAC_20"}
_INTEGER_16 = {"PCM_16", "PCM_S8", "PCM_U8", "ALAC_16"}


def write_sound(stream: BinaryIO, audio: AudioReader, start: int, stop: int, tail: bytes) -> None:
    """Frames `start` to `stop` as a WAV, then the ready-made chunks `tail`. The stream must be seekable.

    Raises UnreadableAudio. Where the sound ends before `stop`, so does the WAV.
    """
    info = audio.info
    width = 2 if info.subtype in _INTEGER_16 else 3 if info.subtype in _INTEGER_24 else 4
    form = _format_chunks(info.channels, info.sample_rate_hz, width, stop - start)
    promised = (stop - start) * width * info.channels
    is_long = _body_bytes(form, promised, tail) + 4 > riff.RIFF_LIMIT
    _write_heads(stream, form, promised, tail, width * info.channels, is_long=is_long)
    written = 0
    for block in _encoded(audio, start, stop, width):
        stream.write(block)
        written += len(block)
    stream.write(b"\0" * (written % 2))
    stream.write(tail)
    if written != promised:
        frames = written // (width * info.channels)
        form = _format_chunks(info.channels, info.sample_rate_hz, width, frames)
        stream.seek(0)
        _write_heads(stream, form, written, tail, width * info.channels, is_long=is_long)


def _write_heads(
    stream: BinaryIO, form: bytes, data_bytes: int, tail: bytes, block_bytes: int, *, is_long: bool
) -> None:
    limit = 0 if is_long else riff.RIFF_LIMIT
    stream.write(riff.header(_body_bytes(form, data_bytes, tail), data_bytes, block_bytes, limit))
    stream.write(form)
    stream.write(riff.data_head(data_bytes, is_long=is_long))


def _body_bytes(form: bytes, data_bytes: int, tail: bytes) -> int:
    return len(form) + 8 + data_bytes + data_bytes % 2 + len(tail)


def _format_chunks(channels: int, rate: int, width: int, frames: int) -> bytes:
    block = channels * width
    tag = _FLOAT if width == 4 else _PCM
    if channels <= 2:
        content = struct.pack("<HHIIHH", tag, channels, rate, rate * block, block, width * 8)
    else:
        head = struct.pack("<HHIIHH", _EXTENSIBLE, channels, rate, rate * block, block, width * 8)
        content = head + struct.pack("<HHIH", 22, width * 8, 0, tag) + _GUID_TAIL
    fact = riff.chunk_bytes(b"fact", struct.pack("<I", min(frames, riff.RIFF_LIMIT))) if width == 4 else b""
    return riff.chunk_bytes(b"fmt ", content) + fact


def _encoded(audio: AudioReader, start: int, stop: int, width: int) -> Iterator[bytes]:
    if width == 2 and audio.info.is_integer_16:
        yield from _integer_16(audio, start, stop)
        return
    for samples in audio.blocks(_BLOCK_FRAMES, start, stop):
        if width == 4:
            yield samples.astype("<f4").tobytes()
        elif width == 2:
            yield np.clip(np.rint(samples * 2.0**15), -(2**15), 2**15 - 1).astype("<i2").tobytes()
        else:
            whole = np.clip(np.rint(samples * 2.0**23), -(2**23), 2**23 - 1).astype("<i4")
            yield whole.reshape(-1, 1).view(np.uint8)[:, :3].tobytes()


def _integer_16(audio: AudioReader, start: int, stop: int) -> Iterator[bytes]:
    audio.seek(start)
    block = np.empty((_BLOCK_FRAMES, audio.info.channels), dtype=np.int16)
    while start < stop:
        got = audio.read_int16_into(block[: min(_BLOCK_FRAMES, stop - start)])
        if got == 0:
            return
        start += got
        yield block[:got].astype("<i2").tobytes()
