"""RIFF, RF64 and BW64 containers of WAV files: which chunks lie where, and headers for what is written.

Sources: Microsoft/IBM "Multimedia Programming Interface" (RIFF), EBU Tech 3306 (RF64), ITU-R BS.2088 (BW64).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from inference.sentences import sentence
from relay_desktop.session.exporters.document import ExportProblem

RIFF_LIMIT = 0xFFFF_FFFF
_UNKNOWN_32 = 0xFFFF_FFFF
_DS64_BYTES = 28
_KINDS = (b"RIFF", b"RF64", b"BW64")


@dataclass(frozen=True)
class Chunk:
    """One chunk of a file: its four letters, where its content begins, how long that is."""

    name: bytes
    offset: int
    size: int

    @property
    def stored_bytes(self) -> int:
        """With its head and the padding to an even length."""
        return 8 + self.size + self.size % 2


@dataclass(frozen=True)
class WavFormat:
    """What the `fmt ` chunk says of rate and block."""

    channels: int
    sample_rate_hz: int
    block_bytes: int


def is_wav(stream: BinaryIO) -> bool:
    """Whether the file begins as a WAV of any of the three kinds."""
    stream.seek(0)
    head = stream.read(12)
    return head[:4] in _KINDS and head[8:12] == b"WAVE"


def read_chunks(stream: BinaryIO) -> list[Chunk]:
    """All chunks of a WAV in file order, `ds64` among them. A last chunk that breaks off is as long as there is.

    Raises ExportProblem when it is no WAV.
    """
    if not is_wav(stream):
        raise ExportProblem(sentence("This is no WAV file."))
    end = stream.seek(0, os.SEEK_END)
    chunks: list[Chunk] = []
    long_sizes: dict[bytes, int] = {}
    at = 12
    while at + 8 <= end:
        stream.seek(at)
        name, size = struct.unpack("<4sI", stream.read(8))
        if size == _UNKNOWN_32:
            size = long_sizes.get(name, end - at - 8)
        chunk = Chunk(name, at + 8, min(size, end - at - 8))
        if name == b"ds64":
            long_sizes = _long_sizes(stream, chunk)
        chunks.append(chunk)
        at += chunk.stored_bytes
    return chunks


def _long_sizes(stream: BinaryIO, chunk: Chunk) -> dict[bytes, int]:
    content = content_of(stream, chunk)
    if len(content) < _DS64_BYTES:
        return {}
    _riff, data, _samples, entries = struct.unpack_from("<QQQI", content)
    sizes = {b"data": data}
    for entry in range(min(entries, (len(content) - _DS64_BYTES) // 12)):
        name, size = struct.unpack_from("<4sQ", content, _DS64_BYTES + entry * 12)
        sizes[name] = size
    return sizes


def content_of(stream: BinaryIO, chunk: Chunk) -> bytes:
    """The bytes of a chunk (not for `data`: that is not read whole)."""
    stream.seek(chunk.offset)
    return stream.read(chunk.size)


def format_of(stream: BinaryIO, chunks: list[Chunk]) -> WavFormat:
    """Rate and block of a WAV. Raises ExportProblem when it lacks what a WAV must have."""
    found = next((chunk for chunk in chunks if chunk.name == b"fmt " and chunk.size >= 16), None)
    if found is None:
        raise ExportProblem(sentence("This WAV file is damaged: it does not say its format."))
    _tag, channels, rate, _bytes_per_s, block = struct.unpack_from("<HHIIH", content_of(stream, found))
    if not channels or not rate or not block:
        raise ExportProblem(sentence("This WAV file is damaged: its format cannot be."))
    return WavFormat(channels, rate, block)


def chunk_bytes(name: bytes, content: bytes) -> bytes:
    """A chunk as it is stored. Raises ExportProblem above 4 GB."""
    if len(content) > RIFF_LIMIT:
        raise ExportProblem(sentence("There are too many markers for a WAV file."))
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)


def header(body_bytes: int, data_bytes: int, block_bytes: int, limit: int = RIFF_LIMIT) -> bytes:
    """The head of a WAV whose chunks take `body_bytes`: RIFF, or RF64 with its `ds64` where that is too long."""
    if body_bytes + 4 <= limit:
        return struct.pack("<4sI4s", b"RIFF", body_bytes + 4, b"WAVE")
    riff_bytes = body_bytes + 4 + 8 + _DS64_BYTES
    sizes = struct.pack("<QQQI", riff_bytes, data_bytes, data_bytes // max(1, block_bytes), 0)
    return struct.pack("<4sI4s", b"RF64", _UNKNOWN_32, b"WAVE") + chunk_bytes(b"ds64", sizes)


def data_head(data_bytes: int, *, is_long: bool) -> bytes:
    """The head of the `data` chunk; its length is in `ds64` where the file is RF64."""
    return struct.pack("<4sI", b"data", _UNKNOWN_32 if is_long else data_bytes)


def sub_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of the chunks inside a LIST (after its four letters)."""
    at = 4
    while at + 8 <= len(content):
        name, size = struct.unpack_from("<4sI", content, at)
        yield name, content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
