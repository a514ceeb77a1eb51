"""The door to audio files: every format read whole and true, every bad one with a sentence."""

from __future__ import annotations

import os
import pickle
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from inference.audio_file import UnreadableAudio, find_audio, open_audio, probe_audio

LOSSLESS: list[tuple[str, dict[str, Any]]] = [
    ("a.wav", {"subtype": "PCM_16"}),
    ("b.wav", {"subtype": "PCM_24"}),
    ("c.wav", {"subtype": "FLOAT"}),
    ("d.wav", {"subtype": "PCM_U8"}),
    ("e.rf64", {"format": "RF64"}),
    ("f.w64", {}),
    ("g.aiff", {}),
    ("h.flac", {"subtype": "PCM_24"}),
    ("i.caf", {}),
]
LOSSY: list[tuple[str, dict[str, Any]]] = [
    ("a.ogg", {}),
    ("b.opus", {"format": "OGG", "subtype": "OPUS"}),
    ("c.mp3", {}),
]


def tone(frames: int = 24_000, channels: int = 2, rate: int = 48_000) -> NDArray[np.float32]:
    time = np.arange(frames)[:, None] / rate
    return (0.5 * np.sin(2 * np.pi * (440 + 110 * np.arange(channels)) * time)).astype(np.float32)


@pytest.mark.parametrize(("name", "options"), LOSSLESS + LOSSY, ids=str)
def test_format_reads_block_by_block(tmp_path: Path, name: str, options: dict[str, Any]) -> None:
    sound = tone()
    soundfile.write(tmp_path / name, sound, 48_000, **options)
    with open_audio(tmp_path / name) as audio:
        assert (audio.info.sample_rate_hz, audio.info.channels) == (48_000, 2)
        assert audio.info.duration_s == pytest.approx(0.5, abs=0.001)
        got = np.concatenate(list(audio.blocks(1_000)))
    whole, _ = soundfile.read(tmp_path / name, dtype="float32")
    assert np.array_equal(got, whole)
    if (name, options) in LOSSLESS:
        assert np.abs(got - sound).max() < 1 / 120
    else:
        assert np.corrcoef(got[2000:20_000, 0], sound[2000:20_000, 0])[0, 1] > 0.99


@pytest.mark.parametrize("rate", [8_000, 11_025, 44_100, 96_000, 192_000, 384_000])
@pytest.mark.parametrize("channels", [1, 8, 64])
def test_rates_and_channels(tmp_path: Path, rate: int, channels: int) -> None:
    sound = tone(500, channels, rate)
    soundfile.write(tmp_path / "x.wav", sound, rate, subtype="FLOAT")
    with open_audio(tmp_path / "x.wav") as audio:
        assert audio.info.sample_rate_hz == rate
        assert np.array_equal(audio.read(1000), sound)


def test_seek_and_spans_are_exact_to_the_frame(tmp_path: Path) -> None:
    sound = tone()
    soundfile.write(tmp_path / "x.wav", sound, 48_000, subtype="FLOAT")
    with open_audio(tmp_path / "x.wav") as audio:
        got = np.concatenate(list(audio.blocks(700, start=1_234, stop=5_678)))
        assert np.array_equal(got, sound[1_234:5_678])
        audio.seek(23_999)
        assert np.array_equal(audio.read(10), sound[23_999:])
        assert len(audio.read(10)) == 0


def test_int16_reads_are_exact(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "x.wav", tone(), 48_000, subtype="PCM_16")
    block = np.empty((24_000, 2), dtype=np.int16)
    with open_audio(tmp_path / "x.wav") as audio:
        assert audio.info.is_integer_16
        assert audio.read_int16_into(block) == 24_000
        audio.seek(0)
        assert np.array_equal(audio.read(24_000), block / np.float32(32768))


def test_samples_that_are_no_numbers_become_silence_and_are_counted(tmp_path: Path) -> None:
    sound = tone()
    sound[100, 0], sound[200], sound[300, 1] = np.nan, np.inf, -np.inf
    soundfile.write(tmp_path / "x.wav", sound, 48_000, subtype="FLOAT")
    with open_audio(tmp_path / "x.wav") as audio:
        got = np.concatenate(list(audio.blocks(250)))
        assert audio.non_finite_samples == 4
    assert np.isfinite(got).all()
    assert np.array_equal(got[np.isfinite(sound)], sound[np.isfinite(sound)])


def test_huge_finite_samples_are_left_alone(tmp_path: Path) -> None:
    sound = np.full((1000, 1), 3e38, dtype=np.float32)
    soundfile.write(tmp_path / "x.wav", sound, 48_000, subtype="FLOAT")
    with open_audio(tmp_path / "x.wav") as audio:
        assert np.array_equal(audio.read(1000), sound)
        assert audio.non_finite_samples == 0


@pytest.mark.parametrize(
    "name", ["two words.wav", "quo'te\".wav", "new\nline.wav", "émoji 😀.wav", "-dash.wav"]
)
def test_odd_names(tmp_path: Path, name: str) -> None:
    soundfile.write(tmp_path / name, tone(10), 48_000)
    assert probe_audio(tmp_path / name).frames == 10
    (tmp_path / name).write_bytes(b"no audio")
    with pytest.raises(UnreadableAudio) as caught:
        open_audio(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_one_sample_is_enough(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "x.wav", tone(1), 48_000)
    with open_audio(tmp_path / "x.wav") as audio:
        assert audio.read(100).shape == (1, 2)


def _truncated_wav(path: Path) -> None:
    soundfile.write(path, tone(), 48_000)
    path.write_bytes(path.read_bytes()[:20])


@pytest.mark.parametrize(
    ("name", "make", "sentence"),
    [
        ("x.wav", lambda path: path.write_bytes(b""), "is empty"),
        ("x.wav", lambda path: path.write_text("hello " * 100), "damaged or is not really"),
        ("x.txt", lambda path: path.write_text("hello " * 100), "not audio this program can read"),
        ("x.m4a", lambda path: path.write_bytes(b"\0\0\0 ftypM4A " * 9), "cannot decode. Convert it"),
        ("x.wav", lambda path: soundfile.write(path, tone(0), 48_000), "its length is zero"),
        ("x.wav", _truncated_wav, "damaged or is not really"),
        ("x.wav", lambda path: path.mkdir(), "is a folder"),
        ("x.wav", lambda path: None, "is not there any more"),
    ],
)
def test_bad_file_says_why(tmp_path: Path, name: str, make: Any, sentence: str) -> None:
    make(tmp_path / name)
    with pytest.raises(UnreadableAudio, match=sentence) as caught:
        probe_audio(tmp_path / name)
    assert name in str(caught.value) or "folder" in sentence
    back = pickle.loads(pickle.dumps(caught.value))
    assert (str(back), back.path) == (str(caught.value), tmp_path / name)


def test_a_wav_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "x.wav", tone(), 48_000, subtype="PCM_16")
    data = (tmp_path / "x.wav").read_bytes()
    (tmp_path / "x.wav").write_bytes(data[: 44 + 4 * 1000])
    with open_audio(tmp_path / "x.wav") as audio:
        assert sum(len(block) for block in audio.blocks(300)) == 1000


def test_a_flac_cut_short_says_where(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "x.flac", tone(48_000), 48_000)
    data = (tmp_path / "x.flac").read_bytes()
    (tmp_path / "x.flac").write_bytes(data[: len(data) // 2])
    with open_audio(tmp_path / "x.flac") as audio, pytest.raises(UnreadableAudio, match=r"after 0\.\d s"):
        list(audio.blocks(4_800))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_file_nobody_may_read(tmp_path: Path) -> None:
    # As root every file may be read; another user asks on our behalf.
    path = tmp_path / "x.wav"
    soundfile.write(path, tone(10), 48_000)
    path.chmod(stat.S_IWUSR)
    if os.geteuid() != 0:
        with pytest.raises(UnreadableAudio, match="permissions"):
            open_audio(path)
        return
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == "root" and folder != Path("/tmp") and Path("/tmp") in folder.parents:
            folder.chmod(0o755)
    program = (
        "import os, sys; sys.path[:0] = sys.argv[2:]; import inference.audio_file as door\n"
        "os.setuid(65534)\n"
        "try: door.open_audio(sys.argv[1])\n"
        "except door.UnreadableAudio as error: print(error)"
    )
    command = [sys.executable, "-c", program, str(path), *[entry for entry in sys.path if entry]]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "check its permissions" in said


def test_folders_are_walked_and_files_taken_as_given(tmp_path: Path) -> None:
    for name in ("b.wav", "a.FLAC", "deep/er/c.ogg", "notes.txt", ".hidden.wav", ".git/d.wav"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = find_audio([tmp_path, tmp_path / "notes.txt", tmp_path / "b.wav"])
    expected = ["a.FLAC", "b.wav", "deep/er/c.ogg", "notes.txt"]
    assert [str(path.relative_to(tmp_path)) for path in found] == expected


@pytest.mark.parametrize(("name", "options"), LOSSLESS + LOSSY, ids=str)
def test_any_block_size_and_any_seek_give_the_same_samples(
    tmp_path: Path, name: str, options: dict[str, Any]
) -> None:
    rng = np.random.default_rng(7)
    sound = tone(200_000) * (0.2 + 0.8 * rng.random((200, 1)).repeat(1000, axis=0)).astype(np.float32)
    soundfile.write(tmp_path / name, sound, 48_000, **options)
    with open_audio(tmp_path / name) as audio:
        whole = audio.read(200_000)
    for block_frames in (333, 1152, 4096, 70_000):
        with open_audio(tmp_path / name) as audio:
            assert np.array_equal(np.concatenate(list(audio.blocks(block_frames))), whole)
    with open_audio(tmp_path / name) as audio:
        for start in (0, 5, 12_345, 150_000, 199_990, 60_000, 60_500, 1_152):
            audio.seek(start)
            assert np.array_equal(audio.read(3_000), whole[start : start + 3_000]), start
