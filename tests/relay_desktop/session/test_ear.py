"""The verbs of the ear: steps, rounds, and what another recording does to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from relay_desktop.audio.clip import AudioClip
from relay_desktop.session.ear import Channels, Ear
from relay_desktop.session.transport import Transport
from tests.relay_desktop.session.deaf_player import DeafPlayer

Open = Callable[[int], None]


@pytest.fixture
def transport(qtbot: QtBot) -> Iterator[Transport]:
    transport = Transport(DeafPlayer())
    yield transport
    transport.close()


@pytest.fixture
def open_with(transport: Transport, tmp_path: Path) -> Iterator[Open]:
    clips: list[AudioClip] = []

    def open_clip(channels: int) -> None:
        path = tmp_path / f"{channels}.wav"
        soundfile.write(path, np.zeros((100, channels)), 8000)
        clips.append(AudioClip(path))
        transport.set_clip(clips[-1])

    yield open_clip
    for clip in clips:
        clip.close()


def test_gain_stops_at_its_ends(transport: Transport) -> None:
    ear = Ear(transport)
    for _ in range(30):
        ear.gain_by(3)
    assert ear.listening.gain_db == 40
    assert not ear.is_plain
    for _ in range(60):
        ear.gain_by(-3)
    assert ear.listening.gain_db == -60
    ear.reset()
    assert ear.is_plain


def test_speeds_step_down_and_up_again(transport: Transport) -> None:
    ear = Ear(transport)
    down = []
    for _ in range(4):
        ear.step_speed(-1)
        down.append(ear.listening.speed)
    assert down == [0.5, 0.25, 0.1, 0.1]
    ear.step_speed(1)
    assert ear.listening.speed == 0.25


def test_channels_go_round_and_fall_back_with_another_recording(transport: Transport, open_with: Open) -> None:
    ear = Ear(transport)
    open_with(2)
    seen = []
    for _ in range(7):
        ear.next_channels()
        seen.append((ear.listening.channels, ear.listening.solo))
    assert seen == [
        (Channels.MONO, None), (Channels.MID, None), (Channels.SIDE, None), (Channels.ALL, 0), (Channels.ALL, 1),
        (Channels.ALL, None), (Channels.MONO, None),
    ]  # fmt: skip
    ear.choose_channels(Channels.ALL, 1)
    open_with(1)
    assert (ear.listening.channels, ear.listening.solo) == (Channels.ALL, None)
    assert ear.choices() == [(Channels.ALL, None)]
