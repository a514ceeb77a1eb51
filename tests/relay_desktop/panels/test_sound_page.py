"""The page about sound and the quick menu: both show and change one choice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.audio import sound_output
from relay_desktop.audio.sound_output import OutputDevice
from relay_desktop.errors import NoSoundDevice
from relay_desktop.panels.settings_pages.sound import SoundPage
from relay_desktop.panels.sound_menu import SoundMenu
from relay_desktop.session.audition import Audition
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.sound_devices import SoundDevices
from relay_desktop.session.transport import Transport
from tests.relay_desktop.session.deaf_player import DeafPlayer

BOXES = [OutputDevice("ALSA", "Box", 2, 48_000), OutputDevice("Windows WASAPI", "Studio", 2, 96_000)]


@pytest.fixture
def devices(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundDevices]:
    """Two devices that no test machine has."""
    monkeypatch.setattr(sound_output, "output_devices", lambda: list(BOXES))
    monkeypatch.setattr(sound_output, "refresh_devices", lambda: BOXES[:1])
    transport = Transport(DeafPlayer())
    yield SoundDevices(transport, transport)
    transport.close()


@pytest.fixture
def page(devices: SoundDevices, qtbot: QtBot) -> SoundPage:
    transport = devices.parent()
    assert isinstance(transport, Transport)
    page = SoundPage(devices, Audition(ReviewSession(transport), transport, transport))
    qtbot.addWidget(page)
    page.refresh()
    return page


def _pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_a_device_its_rate_and_buffer(page: SoundPage, devices: SoundDevices) -> None:
    assert not page.exclusive.isEnabled()
    _pick(page.device, "Studio (Windows WASAPI)")
    _pick(page.rate, "96000")
    _pick(page.buffer, "0.2")
    assert page.exclusive.isEnabled()
    page.exclusive.click()
    choice = devices.choice
    assert (choice.device, choice.rate_hz, choice.latency_s, choice.is_exclusive) == (BOXES[1], 96_000, 0.2, True)
    _pick(page.rate, "0")
    _pick(page.device, "silent")
    assert (devices.choice.rate_hz, devices.choice.is_silent, devices.choice.device) == (None, True, None)
    _pick(page.device, "default")
    assert not devices.choice.is_silent


def test_a_device_that_is_gone_stays_the_choice_and_in_the_list(page: SoundPage, devices: SoundDevices) -> None:
    devices.choose_device(BOXES[1])
    page.again.click()
    assert devices.devices == BOXES[:1]
    assert page.device.currentText() == "Studio (Windows WASAPI)"


def test_no_sound_at_all_is_said(page: SoundPage, devices: SoundDevices, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_here() -> list[OutputDevice]:
        raise NoSoundDevice("The sound library is missing.", "Install it.")

    monkeypatch.setattr(sound_output, "refresh_devices", none_here)
    devices.refresh()
    assert page.why_none.text() == "The sound library is missing. Install it."


def test_the_quick_menu(devices: SoundDevices, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = SoundMenu(devices, owner)
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions()]
    assert names[:4] == ["The system's default", "Box (ALSA)", "Studio (Windows WASAPI)", "No sound"]
    menu.actions()[1].trigger()
    assert devices.choice.device == BOXES[0]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Box (ALSA)"]
    menu.actions()[3].trigger()
    assert devices.choice.is_silent
