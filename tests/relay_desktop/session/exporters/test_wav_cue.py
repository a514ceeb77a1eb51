"""Marked WAV copies: read by libsndfile and by ourselves, sound untouched, RF64 where RIFF ends."""

from __future__ import annotations

import hashlib
import io
import struct
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relay_desktop.session.exporters import riff, wav_cue
from relay_desktop.session.exporters.catalogue import FORMATS, export, read_markers
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
)
from tests.relay_desktop.session.exporters import strategies as made

RATE = 48_000
ROWS = (
    ExportRow("click", 10, 10, 0.91),
    ExportRow("noise_burst", 20, 420, 0.5, "artifact", "issue", note="Knistern, “laut” 😀"),
)
SFC_GET_CUE = 0x10CE


def sound(seconds: float = 1.0, channels: int = 2) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Noise that no encoder turns into something regular."""
    return np.random.default_rng(3).uniform(-0.5, 0.5, (int(seconds * RATE), channels))


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """One second of stereo noise, 24 bits."""
    path = tmp_path / "take.wav"
    soundfile.write(path, sound(), RATE, "PCM_24")
    return path


def document_of(path: Path, rows: tuple[ExportRow, ...] = ROWS, rate: int = RATE) -> ExportDocument:
    return ExportDocument((ExportFile(path.name, str(path), rate, 2, rows=rows),))


def marked(document: ExportDocument, place: Path, **how: Any) -> Path:
    with place.open("wb") as stream:
        wav_cue.write(document, ExportOptions(), stream, **how)
    return place


def cues_by_libsndfile(path: Path) -> list[tuple[int, int, str]]:
    """dwPosition, dwSampleOffset and label of every cue point, as libsndfile reads them."""
    with soundfile.SoundFile(path) as file:
        buffer = soundfile._ffi.new("char[]", 4 + 100 * 280)
        soundfile._snd.sf_command(file._file, SFC_GET_CUE, buffer, 4 + 100 * 280)
        content = bytes(soundfile._ffi.buffer(buffer))
    found = []
    for number in range(struct.unpack_from("<I", content)[0]):
        _identity, position, _chunk, _start, _block, offset, name = struct.unpack_from(
            "<iIiiiI256s", content, 4 + number * 280
        )
        found.append((position, offset, name.split(b"\0")[0].decode()))
    return found


def test_libsndfile_reads_positions_and_labels(recording: Path, tmp_path: Path) -> None:
    copy = marked(document_of(recording), tmp_path / "copy.wav")
    assert cues_by_libsndfile(copy) == [
        (480, 480, "click 0.91"),
        (960, 960, "noise_burst 0.50 [artifact] {issue} ; Knistern, “laut” 😀"),
    ]


def test_the_bytes_of_a_region(recording: Path, tmp_path: Path) -> None:
    content = marked(document_of(recording), tmp_path / "copy.wav").read_bytes()
    assert struct.pack("<I4sIIHHHH", 20, b"\x02\0\0\0", 400 * 48, 0x206E6772, 0, 0, 0, 65001) in content
    assert b"cue " + struct.pack("<II", 4 + 2 * 24, 2) in content
    assert struct.unpack_from("<I", content, 4)[0] == len(content) - 8


def test_the_sound_is_the_same_and_the_original_untouched(recording: Path, tmp_path: Path) -> None:
    before = hashlib.sha256(recording.read_bytes()).digest(), recording.stat().st_mtime_ns
    copy = marked(document_of(recording), tmp_path / "copy.wav")
    assert (hashlib.sha256(recording.read_bytes()).digest(), recording.stat().st_mtime_ns) == before
    assert np.array_equal(soundfile.read(copy, dtype="int32")[0], soundfile.read(recording, dtype="int32")[0])


def test_other_chunks_and_markers_of_the_recording_stay(recording: Path, tmp_path: Path) -> None:
    with recording.open("ab") as file:
        file.write(riff.chunk_bytes(b"bext", b"a broadcast chunk"))
    once = marked(document_of(recording), tmp_path / "once.wav")
    twice = marked(document_of(once, (ExportRow("hum", 900, 950, 0.7),)), tmp_path / "twice.wav")
    assert [cue[2] for cue in cues_by_libsndfile(twice)] == [
        *(cue[2] for cue in cues_by_libsndfile(once)),
        "hum 0.70",
    ]
    assert b"a broadcast chunk" in twice.read_bytes()
    assert twice.read_bytes().count(b"cue ") == 1
    assert len(read_markers(twice).document.files[0].rows) == 3


@pytest.mark.parametrize("name", ["take.rf64", "take.w64", "take.flac", "take.aiff", "take.ogg"])
def test_every_kind_of_recording_gets_a_wav(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    form = {"take.rf64": "RF64", "take.w64": "W64"}.get(name)
    soundfile.write(path, sound(), RATE, "VORBIS" if name == "take.ogg" else "PCM_16", format=form)
    copy = marked(document_of(path), tmp_path / "copy.wav")
    assert len(cues_by_libsndfile(copy)) == 2
    before, after = (soundfile.read(file, dtype="float32")[0] for file in (path, copy))
    assert np.array_equal(before, after)


@pytest.mark.parametrize(("subtype", "channels"), [("PCM_24", 6), ("FLOAT", 1), ("DOUBLE", 3), ("PCM_S8", 2)])
def test_decoded_sound_keeps_its_resolution(subtype: str, channels: int, tmp_path: Path) -> None:
    path = tmp_path / "take.aiff"
    soundfile.write(path, sound(0.2, channels).astype(np.float32), RATE, subtype)
    copy = marked(document_of(path), tmp_path / "copy.wav")
    assert np.array_equal(*(soundfile.read(file, dtype="float32")[0] for file in (path, copy)))


def test_beyond_the_limit_of_riff_it_is_an_rf64(recording: Path, tmp_path: Path) -> None:
    copy = marked(document_of(recording), tmp_path / "copy.wav", limit=1000)
    content = copy.read_bytes()
    assert content[:4] == b"RF64"
    assert struct.unpack_from("<I", content, 4)[0] == 0xFFFF_FFFF
    riff_bytes, data_bytes, frames = struct.unpack_from("<QQQ", content, 20)
    assert (riff_bytes, data_bytes, frames) == (len(content) - 8, RATE * 6, RATE)
    assert soundfile.info(copy).format == "RF64"
    assert np.array_equal(*(soundfile.read(file, dtype="int32")[0] for file in (recording, copy)))
    assert (
        read_markers(copy).document.files[0].rows
        == read_markers(marked(document_of(recording), tmp_path / "short.wav")).document.files[0].rows
    )


def test_a_wav_that_breaks_off_is_copied_as_far_as_it_goes(recording: Path, tmp_path: Path) -> None:
    recording.write_bytes(recording.read_bytes()[:100_001])
    copy = marked(document_of(recording), tmp_path / "copy.wav")
    assert len(cues_by_libsndfile(copy)) == 2
    assert len(soundfile.read(copy)[0]) == len(soundfile.read(recording)[0])


def test_positions_beyond_32_bits_are_refused_with_a_sentence(recording: Path, tmp_path: Path) -> None:
    late = ExportRow("click", 90_000_000, 90_000_001, 0.5)
    with pytest.raises(ExportProblem, match=r"reach 24.9 hours far"):
        marked(document_of(recording, (late,)), tmp_path / "copy.wav")


def test_audio_that_is_not_here_is_told() -> None:
    document = ExportDocument((ExportFile("take.wav", rows=ROWS),))
    with pytest.raises(ExportProblem, match="not on this computer"):
        wav_cue.write(document, ExportOptions(), io.BytesIO())


def test_the_recording_itself_is_never_the_target(recording: Path) -> None:
    from relay_desktop.errors import FileProblem

    with pytest.raises(FileProblem, match="is a recording of this review"):
        export(document_of(recording), FORMATS["wav"], recording, overwrite=True)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_rows_come_back_exact_to_the_sample(data: st.DataObject, tmp_path: Path) -> None:
    rows = made.in_order(
        data.draw(st.lists(made.rows(exact=False) | made.framed_rows(RATE), max_size=4)), RATE
    )
    source = tmp_path / "source.wav"
    if not source.exists():
        with source.open("wb") as stream:
            stream.write(riff.header(24 + 8, 0, 4))
            stream.write(riff.chunk_bytes(b"fmt ", struct.pack("<HHIIHH", 1, 2, RATE, RATE * 4, 4, 16)))
            stream.write(riff.data_head(0, is_long=False))
    copy = marked(document_of(source, rows), tmp_path / "copy.wav")
    reader = partial(read_markers, copy)
    with copy.open("rb") as stream:
        assert riff.read_chunks(stream)[-1].name == b"LIST"
    preview = reader()
    far = [row for row in rows if row.start_ms > 1_000]
    assert Counter(preview.document.files[0].rows) == Counter(row for row in rows if row not in far)
    assert len(preview.skipped) == len(far)
