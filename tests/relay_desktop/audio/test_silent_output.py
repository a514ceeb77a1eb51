"""No device: time goes on, the playhead with it."""

from __future__ import annotations

import threading

import numpy as np

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.player import Player
from relay_desktop.audio.sound_output import OutputChoice
from tests.relay_desktop.audio.conftest import MakeRecording, noise


def test_a_clip_is_played_to_its_end_in_silence(write: MakeRecording) -> None:
    samples = noise(2400)
    finished = threading.Event()
    player = Player(OutputChoice(is_silent=True))
    player.on_finished = finished.set
    with AudioClip(write(samples)) as clip:
        player.load(clip)
        player.play(0)
        assert player.device_name == "No sound"
        assert finished.wait(20)
        assert player.position_frames() == 2400
        player.close()


def test_what_was_heard_can_be_measured(write: MakeRecording) -> None:
    samples = noise(48_000)
    player = Player(OutputChoice(is_silent=True))
    with AudioClip(write(samples)) as clip:
        player.load(clip)
        player.play(0)
        pause, heard = threading.Event(), np.zeros((0, 2), dtype=np.float32)
        while len(heard) < 4000:
            heard = np.concatenate([heard, player.heard_samples()])
            pause.wait(0.01)
        np.testing.assert_array_equal(heard, samples[: len(heard)])
        player.stop()
        assert len(player.heard_samples()) < 48_000
        player.close()
