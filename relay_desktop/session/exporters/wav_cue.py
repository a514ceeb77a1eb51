"""A WAV copy of a recording with the detections as cue points; the recording itself is only read.

A WAV is copied byte for byte, chunk by chunk, its own markers kept and ours added; anything else is decoded. Above
4 GB the copy is an RF64 (EBU Tech 3306).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from inference.audio_file import open_audio
from inference.sentences import sentence
from relay_desktop.session.exporters import riff
from relay_desktop.session.exporters.cue_points import chunks_with, points_of, read_points
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
)
from relay_desktop.session.exporters.label_text import parse_label
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader
from relay_desktop.session.exporters.wav_sound import write_sound

_COPY_BYTES = 1 << 20
# Written anew, or of no use in the copy.
_REPLACED = (b"ds64", b"cue ")


def write(
    document: ExportDocument, _options: ExportOptions, stream: BinaryIO, *, limit: int = riff.RIFF_LIMIT
) -> None:
    """The copy. `limit`: length from which it is an RF64. Raises ExportProblem, UnreadableAudio, OSError."""
    file = document.the_file()
    if file.path is None:
        raise ExportProblem(
            sentence(
                "The audio of {name} is not on this computer, so no marked copy can be made.", name=file.name
            ),
            sentence("Download it, or export a marker file instead."),
        )
    with Path(file.path).open("rb") as source:
        if riff.is_wav(source):
            _copy_wav(file, source, stream, limit)
            return
    with open_audio(file.path) as audio:
        tail = chunks_with(points_of(file, audio.info.sample_rate_hz))
        write_sound(stream, audio, 0, audio.info.frames, tail)


def _copy_wav(file: ExportFile, source: BinaryIO, stream: BinaryIO, limit: int) -> None:
    chunks = riff.read_chunks(source)
    form = riff.format_of(source, chunks)
    tail = chunks_with(points_of(file, form.sample_rate_hz), *_own_markers(source, chunks))
    kept = [chunk for chunk in chunks if chunk.name not in _REPLACED and not _is_adtl(source, chunk)]
    data_bytes = next((chunk.size for chunk in kept if chunk.name == b"data"), 0)
    body_bytes = sum(chunk.stored_bytes for chunk in kept) + len(tail)
    stream.write(riff.header(body_bytes, data_bytes, form.block_bytes, limit))
    for chunk in kept:
        is_long = chunk.name == b"data" and body_bytes + 4 > limit
        head = riff.data_head(chunk.size, is_long=is_long) if chunk.name == b"data" else _head(chunk)
        stream.write(head)
        _copy(source, chunk, stream)
    stream.write(tail)


def _head(chunk: riff.Chunk) -> bytes:
    return chunk.name + chunk.size.to_bytes(4, "little")


def _copy(source: BinaryIO, chunk: riff.Chunk, stream: BinaryIO) -> None:
    source.seek(chunk.offset)
    left = chunk.size
    while left:
        block = source.read(min(_COPY_BYTES, left))
        if not block:
            raise ExportProblem(
                sentence("The recording became shorter while it was copied."), sentence("Try again.")
            )
        stream.write(block)
        left -= len(block)
    stream.write(b"\0" * (chunk.size % 2))


def _own_markers(source: BinaryIO, chunks: Sequence[riff.Chunk]) -> tuple[bytes, list[bytes]]:
    cue = next((riff.content_of(source, chunk) for chunk in chunks if chunk.name == b"cue "), b"")
    return cue, [riff.content_of(source, chunk) for chunk in chunks if _is_adtl(source, chunk)]


def _is_adtl(source: BinaryIO, chunk: riff.Chunk) -> bool:
    if chunk.name != b"LIST":
        return False
    source.seek(chunk.offset)
    return source.read(4) == b"adtl"


def read(path: Path, audio: Audio) -> ImportPreview:
    """The cue points of a WAV file. Raises ExportProblem, OSError."""
    with path.open("rb") as source:
        chunks = riff.read_chunks(source)
        form = riff.format_of(source, chunks)
        points = read_points(*_own_markers(source, chunks))
        data_bytes = next((chunk.size for chunk in chunks if chunk.name == b"data"), 0)
    named = audio if audio.name else replace(audio, name=path.name, path=str(path))
    frames = data_bytes // form.block_bytes
    reader = RowReader(
        replace(named, sample_rate_hz=form.sample_rate_hz, channels=form.channels, frames=frames)
    )
    for number, point in enumerate(points, 1):
        parts = parse_label(point.text)
        row = ExportRow(parts.artifact_type or "marker", 0, 0, *parts[1:])
        reader.take_frames(number, point.text, row, point.start, point.start + point.length)
    return reader.preview("wav")
