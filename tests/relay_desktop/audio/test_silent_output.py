"""No device: time goes on, the playhead with it."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.listening import Listening
from relay_desktop.audio.play_order import PlayOrder
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


@pytest.mark.parametrize(
    ("listening", "order", "end_frame", "lasts_s"),
    [
        (Listening(speed=0.5), PlayOrder(0, 0, 9600), 9600, 0.4),
        (Listening(speed=0.25, keeps_pitch=True), PlayOrder(0, 0, 4800), 4800, 0.4),
        (Listening(), PlayOrder(0, 0, 48_000, shuttle=4.0), 48_000, 0.25),
        (Listening(), PlayOrder(38_400, 0, 38_400, shuttle=-2.0), 0, 0.4),
    ],
    ids=["tape at half speed", "a quarter, pitch kept", "shuttle on", "shuttle back"],
)
def test_other_speeds_take_their_time_and_end_where_they_should(
    write: MakeRecording, listening: Listening, order: PlayOrder, end_frame: int, lasts_s: float
) -> None:
    finished, player = threading.Event(), Player(OutputChoice(is_silent=True))
    player.on_finished = finished.set
    with AudioClip(write(noise(48_000))) as clip:
        player.load(clip)
        player.set_listening(listening)
        player.play_order(order)
        begun, places, pause = time.monotonic(), [], threading.Event()
        while not finished.is_set():
            places.append(player.position_frames())
            assert time.monotonic() - begun < 20
            pause.wait(0.005)
        took_s = time.monotonic() - begun
        steps = np.diff(places) * (-1 if order.is_backwards else 1)
        assert (steps >= 0).all()
        assert player.position_frames() == end_frame
        # Never shorter; how much longer is a matter of the machine.
        assert took_s > lasts_s * 0.8
        player.close()
