"""Building from real files: progress, cancel, order, files that break off."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from inference.audio_file import UnreadableAudio
from relay_desktop.audio import peak_builder
from relay_desktop.audio.peak_builder import build_peaks
from relay_desktop.audio.peaks import PeakPyramid
from tests.relay_desktop.audio.conftest import MakeRecording, noise


@pytest.mark.parametrize(
    ("name", "subtype", "tolerance"),
    [
        ("a.wav", "PCM_16", 1 / 32768),
        ("a.wav", "PCM_24", 1e-6),
        ("a.wav", "FLOAT", 0),
        ("a.flac", "PCM_16", 1 / 32768),
        ("a.w64", "DOUBLE", 1e-7),
        ("a.aiff", "PCM_16", 1 / 32768),
    ],
)
def test_the_extremes_of_a_file(write: MakeRecording, name: str, subtype: str, tolerance: float) -> None:
    samples = noise(200_000)
    got = build_peaks(write(samples, name=name, subtype=subtype)).columns(0, 200_000, 1)
    np.testing.assert_allclose(got.low[:, 0], samples.min(axis=0), atol=tolerance, rtol=0)
    np.testing.assert_allclose(got.high[:, 0], samples.max(axis=0), atol=tolerance, rtol=0)


@pytest.mark.parametrize(("name", "subtype"), [("a.mp3", None), ("a.ogg", "VORBIS"), ("a.ogg", "OPUS")])
def test_lossy_files_are_complete(write: MakeRecording, name: str, subtype: str | None) -> None:
    path = write(noise(300_000, 1), name=name, subtype=subtype)
    pyramid = build_peaks(path)
    assert pyramid.is_complete
    assert pyramid.columns(0, pyramid.frames, 20).rms[0].min() > 0.1


def test_first_the_first_chunk_is_told_at_last_the_whole(write: MakeRecording) -> None:
    ready: list[int] = []
    pyramid = build_peaks(write(noise(1_000_000)), lambda it: ready.append(it.frames_ready))
    assert ready[0] == pyramid.chunk_frames
    assert ready[-1] == 1_000_000
    assert pyramid.is_complete


def test_cancel_leaves_it_incomplete_and_uncached(
    write: MakeRecording, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peak_builder, "_WORTH_CACHING_FRAMES", 0)
    seen: list[PeakPyramid] = []
    cache = tmp_path / "cache"
    pyramid = build_peaks(write(noise(1_000_000)), seen.append, lambda: bool(seen), cache)
    assert pyramid.frames_ready == pyramid.chunk_frames
    assert not list(cache.glob("*"))


def test_the_wanted_place_is_read_first(write: MakeRecording) -> None:
    order: list[list[bool]] = []

    def look_near_the_end(pyramid: PeakPyramid) -> None:
        order.append([pyramid.is_chunk_ready(chunk) for chunk in range(pyramid.chunks)])
        pyramid.want(pyramid.frames - 1)

    steps = 0

    def stop_after_two() -> bool:
        nonlocal steps
        steps += 1
        return steps > 2

    pyramid = build_peaks(write(noise(1_000_000)), look_near_the_end, stop_after_two)
    ready = [pyramid.is_chunk_ready(chunk) for chunk in range(pyramid.chunks)]
    assert ready[0]
    assert ready[-1]
    assert sum(ready) == 2


@pytest.mark.expects_log("is damaged")
def test_a_truncated_file_is_silent_where_samples_are_missing(write: MakeRecording) -> None:
    path = write(noise(400_000, 1), subtype="PCM_16", name="t.flac")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    pyramid = build_peaks(path)
    assert pyramid.is_complete
    assert pyramid.missing_frames > 0


def test_not_audio(tmp_path: Path) -> None:
    path = tmp_path / "notes.wav"
    path.write_text("not sound")
    with pytest.raises(UnreadableAudio):
        build_peaks(path)


def test_not_numbers_are_drawn_as_silence(write: MakeRecording) -> None:
    samples = noise(200_000, 1)
    samples[500], samples[600], samples[700] = np.nan, np.inf, -np.inf
    got = build_peaks(write(samples)).columns(0, 200_000, 4)
    assert np.isfinite(got.low).all()
    assert np.isfinite(got.rms).all()
    assert got.high.max() < 1
