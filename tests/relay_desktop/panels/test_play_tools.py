"""The tools beside the time: what they say is what is in force, and what they change is at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from relay_desktop.actions import Actions
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.levels import Levels
from relay_desktop.commands import COMMANDS
from relay_desktop.look import LOOKS
from relay_desktop.panels.level_strip import LevelStrip
from relay_desktop.panels.play_tools import PlayTools
from relay_desktop.session.audition import Audition, Voice
from relay_desktop.session.ear import Band, Channels, Ear
from relay_desktop.session.level_watch import LevelWatch
from relay_desktop.session.other_file import OtherFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.transport import Transport
from tests.relay_desktop.session.deaf_player import DeafPlayer

HEARING = ("hearing.", "follow_playhead")


class Hearing:
    """The parts of the session, and the tools over them in a window that has those commands."""

    def __init__(self, window: QMainWindow, clip: AudioClip) -> None:
        self.player = DeafPlayer()
        self.transport = Transport(self.player, window)
        self.transport.set_clip(clip)
        self.audition = Audition(ReviewSession(window), self.transport, window)
        self.ear = Ear(self.transport, window)
        self.other_file = OtherFile(self.transport, window)
        window.hearing = self  # type: ignore[attr-defined]
        window.follow_playhead = lambda is_on: None  # type: ignore[attr-defined]
        table = [item for item in COMMANDS if item.verb.startswith(HEARING)]
        self.actions = Actions(window, {}, LOOKS["dark"], table)
        self.tools = PlayTools(
            self.transport, self.audition, self.ear, self.other_file, self.actions, LOOKS["dark"]
        )
        window.setCentralWidget(self.tools)


@pytest.fixture
def hearing(qtbot: QtBot, tmp_path: Path) -> Iterator[Hearing]:
    soundfile.write(tmp_path / "a.wav", np.zeros((8000, 2)), 8000)
    window = QMainWindow()
    qtbot.addWidget(window)
    with AudioClip(tmp_path / "a.wav") as clip:
        hearing = Hearing(window, clip)
        window.show()
        yield hearing
        hearing.transport.stop()
        hearing.other_file.close()
        hearing.transport.close()


def test_rolls_and_gap(hearing: Hearing) -> None:
    assert hearing.tools.roll_button.text() == "−0.5 +0.5 s"
    panel = hearing.tools.audition_panel
    panel.pre_roll.setValue(1.25)
    panel.post_roll.setValue(0.0)
    panel.gap.setValue(0.4)
    panel.soft_seams.click()
    choices = hearing.audition.choices
    assert (choices.pre_roll_s, choices.post_roll_s, choices.loop_gap_s) == (1.25, 0.0, 0.4)
    assert not choices.has_soft_seams
    assert hearing.tools.roll_button.text() == "−1.25 +0 s"


def test_a_switch_in_the_menu_is_the_switch_in_the_panel(hearing: Hearing) -> None:
    hearing.actions["play_on_selection"].setChecked(True)
    assert hearing.audition.choices.plays_on_selection
    hearing.audition.set_plays_on_selection(False)
    assert not hearing.actions["play_on_selection"].isChecked()


def test_gain_channels_and_band(hearing: Hearing) -> None:
    panel, ear = hearing.tools.ear_panel, hearing.ear
    assert hearing.tools.ear_button.text() == "Ear"
    panel.gain.setValue(24)
    assert ear.listening.gain_db == 12
    assert panel.gain_box.value() == 12
    assert hearing.tools.ear_button.text() == "+12 dB"
    panel.channels.setCurrentIndex(3)
    panel.channels.activated.emit(3)
    assert ear.listening.channels is Channels.SIDE
    panel.low.setValue(300)
    panel.band.click()
    assert ear.listening.band == Band(300, 4000)
    panel.high.setValue(3400)
    assert ear.listening.band == Band(300, 3400)
    assert hearing.tools.ear_button.text() == "+12 dB +2"
    assert "300–3400 Hz" in hearing.tools.ear_button.toolTip()
    panel.reset.click()
    assert ear.is_plain
    assert not panel.band.isChecked()
    assert hearing.tools.ear_button.text() == "Ear"


def test_speed_and_shuttle(hearing: Hearing) -> None:
    button = hearing.tools.speed_button
    assert button.text() == "1×"
    next(action for action in button.menu().actions() if action.data() == 0.25).trigger()
    assert hearing.ear.listening.speed == 0.25
    assert button.text() == "0.25×"
    hearing.actions["keep_pitch"].trigger()
    assert hearing.ear.listening.keeps_pitch
    hearing.ear.reset()
    assert not hearing.actions["keep_pitch"].isChecked()
    hearing.transport.shuttle(-1)
    assert button.text() == "−1×"
    hearing.transport.stop()
    assert button.text() == "1×"


def test_voices_are_said(hearing: Hearing) -> None:
    hearing.actions["bridged"].trigger()
    assert hearing.audition.voice is Voice.BRIDGED
    assert hearing.tools.ear_button.text() == "Bridged"
    hearing.actions["neighbour"].trigger()
    assert not hearing.actions["bridged"].isChecked()
    assert hearing.tools.ear_button.text() == "Neighbour"
    hearing.actions["neighbour"].trigger()
    assert hearing.tools.ear_button.text() == "Ear"


def test_another_file(hearing: Hearing, tmp_path: Path) -> None:
    assert not hearing.actions["other_file"].isEnabled()
    soundfile.write(tmp_path / "b.wav", np.zeros((80, 1)), 8000)
    hearing.other_file.compare_with(str(tmp_path / "b.wav"))
    switch = hearing.tools.ear_panel.switches["other_file"]
    assert (switch.text(), switch.isChecked()) == ("Another file: b.wav", True)
    assert hearing.tools.ear_button.text() == "Other file"
    hearing.actions["other_file"].trigger()
    assert not hearing.other_file.is_heard


def test_panels_open_under_their_buttons(hearing: Hearing) -> None:
    for button, panel in (
        (hearing.tools.roll_button, hearing.tools.audition_panel),
        (hearing.tools.ear_button, hearing.tools.ear_panel),
    ):
        button.click()
        assert panel.isVisible()
        panel.close()


def test_the_meters_tell_and_are_taken_back(hearing: Hearing, qtbot: QtBot) -> None:
    watch = LevelWatch(hearing.transport, hearing.transport)
    strip = LevelStrip(watch, LOOKS["light"])
    qtbot.addWidget(strip)
    strip.show()
    quiet = strip.grab().toImage()
    hearing.player.underruns = 2
    watch._show(Levels((-3.0, -20.0), (-9.0, -26.0), (0.4, -19.0), (True, False)))
    loud = strip.grab().toImage()
    assert "True peak: 0.4 dBTP" in strip.toolTip()
    assert "interrupted 2 times" in strip.toolTip()
    assert loud != quiet
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert strip.grab().toImage() == quiet
    assert hearing.player.underruns == 0
