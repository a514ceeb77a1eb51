"""Another recording in place of the one on the desk: at the same times, at whatever rate it has."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from inference.audio_file import UnreadableAudio
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.player import Player
from relay_desktop.audio.sound_output import OutputChoice
from relay_desktop.audio.stand_in import StandIn
from tests.relay_desktop.audio.conftest import MakeRecording, noise


def test_outside_it_there_is_silence(write: MakeRecording) -> None:
    samples = noise(100)
    other = StandIn(write(samples))
    heard = other.read(-10, 120)
    np.testing.assert_array_equal(heard[10:110], samples)
    assert not heard[:10].any()
    assert not heard[110:].any()
    other.close()


def test_it_takes_over_where_the_first_one_is(write: MakeRecording) -> None:
    """An event at 0.3 s of a file at another rate is heard at 0.3 s of the desk's time."""
    other = np.zeros((8_000, 1), dtype=np.float32)
    other[2400:2440] = 0.9
    stand_in = StandIn(write(other, rate_hz=8_000, name="b.wav"))
    player = Player(OutputChoice(is_silent=True))
    player.set_stand_in(stand_in)
    with AudioClip(write(np.zeros((48_000, 1), dtype=np.float32))) as clip:
        player.load(clip)
        player.set_stand_in(stand_in)
        player.play(12_000)
        heard, pause = np.zeros((0, 2), dtype=np.float32), threading.Event()
        while len(heard) < 4000:
            heard = np.concatenate([heard, player.heard_samples()])
            pause.wait(0.01)
        loud = np.flatnonzero(np.abs(heard[:, 0]) > 0.5)
        assert loud[0] == pytest.approx(14_400 - 12_000, abs=12)
        assert player.position_frames() == pytest.approx(12_000 + len(heard), abs=4800)
        player.set_stand_in(None)
        assert player.is_playing
        player.close()
    stand_in.close()


def test_a_file_that_is_none(write: MakeRecording) -> None:
    with pytest.raises(UnreadableAudio):
        StandIn(write(noise(10)).with_name("missing.wav"))
