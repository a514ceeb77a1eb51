"""Samples of a clip: exact, cut to the file, from several threads, also after closing."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from inference.audio_file import UnreadableAudio
from relay_desktop.audio.clip import AudioClip
from tests.relay_desktop.audio.conftest import MakeRecording, noise


def test_any_stretch_is_the_files_own(write: MakeRecording) -> None:
    samples = noise(50_000)
    with AudioClip(write(samples)) as clip:
        assert clip.info.frames == 50_000
        for start, stop in ((0, 10), (40_000, 50_000), (10, 20), (20, 30), (29, 31)):
            np.testing.assert_array_equal(clip.read(start, stop), samples[start:stop])


def test_beyond_the_ends_nothing_comes(write: MakeRecording) -> None:
    samples = noise(1000)
    with AudioClip(write(samples)) as clip:
        np.testing.assert_array_equal(clip.read(-50, 20), samples[:20])
        np.testing.assert_array_equal(clip.read(990, 5000), samples[990:])
        assert clip.read(2000, 3000).shape == (0, 2)
        assert clip.read(10, 10).shape == (0, 2)


def test_many_threads_get_what_they_asked_for(write: MakeRecording) -> None:
    samples = noise(100_000)
    wrong: list[int] = []
    with AudioClip(write(samples, subtype="PCM_24")) as clip:

        def read(seed: int) -> None:
            for start in np.random.default_rng(seed).integers(0, 99_000, 200).tolist():
                if not np.allclose(clip.read(start, start + 100), samples[start : start + 100], atol=1e-6):
                    wrong.append(start)

        threads = [threading.Thread(target=read, args=(seed,)) for seed in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not wrong


def test_a_closed_clip_gives_no_frames(write: MakeRecording) -> None:
    clip = AudioClip(write(noise(1000)))
    clip.close()
    clip.close()
    assert not clip.is_open
    assert clip.read(0, 10).shape == (0, 2)


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableAudio, match="not there"):
        AudioClip(tmp_path / "gone.wav")
