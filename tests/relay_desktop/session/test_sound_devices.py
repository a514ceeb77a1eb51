"""Where sound goes: a choice by name, and the way back to the system's own device."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.sound_output import OutputDevice
from relay_desktop.errors import NoSoundDevice
from relay_desktop.session.sound_devices import OutputChoice, SoundDevices
from relay_desktop.session.transport import Transport
from tests.relay_desktop.session.deaf_player import DeafPlayer

BOX = OutputDevice("ALSA", "Old box", 2, 48_000)


@pytest.fixture
def transport(qtbot: QtBot, tmp_path: Path) -> Iterator[Transport]:
    soundfile.write(tmp_path / "a.wav", np.zeros((8000, 1)), 1000)
    transport = Transport(DeafPlayer())
    with AudioClip(tmp_path / "a.wav") as clip:
        transport.set_clip(clip)
        yield transport
        transport.close()


def test_a_chosen_device_that_vanishes_gives_way_to_the_systems_own(transport: Transport, qtbot: QtBot) -> None:
    devices, problems = SoundDevices(transport), []
    transport.problem.connect(problems.append)
    devices.choose_device(BOX)
    transport.play_span(2.0, 6.0)
    player = transport.player
    assert isinstance(player, DeafPlayer)
    player.at_frame, player.is_on = 3000.0, False
    assert player.on_problem is not None
    with qtbot.waitSignal(transport.problem):
        player.on_problem(NoSoundDevice())
    assert devices.choice == OutputChoice()
    assert ("output", OutputChoice()) in player.orders
    assert player.orders[-2:] == [("play", 2000, 6000, False), ("from", 3000)]
    assert "Old box" in problems[0].title
    assert transport.is_playing


def test_the_systems_own_device_that_fails_is_told_and_nothing_is_tried_again(transport: Transport) -> None:
    devices = SoundDevices(transport)
    problems: list[object] = []
    transport.problem.connect(problems.append)
    player = transport.player
    assert isinstance(player, DeafPlayer)
    player.has_device = False
    transport.play_pause()
    assert len(problems) == 1
    assert devices.choice == OutputChoice()
    assert not transport.is_playing


def test_choices_in_words(transport: Transport) -> None:
    devices = SoundDevices(transport)
    assert devices.words == "The system's default"
    devices.choose_device(BOX)
    assert devices.words == "Old box (ALSA)"
    assert not devices.can_be_exclusive
    devices.choose_silence()
    assert devices.words == "No sound"
    assert devices.choice.is_silent
