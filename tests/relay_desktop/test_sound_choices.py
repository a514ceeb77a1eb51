"""What a person prefers about playing is there again after a restart, and nonsense in the file harms nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relay_desktop.app.sound_choices import keep_sound_choices
from relay_desktop.session.audition import AuditionChoices
from relay_desktop.session.library import Library
from relay_desktop.session.sound_devices import OutputChoice, OutputDevice
from relay_desktop.settings import Settings
from tests.relay_desktop.test_main_window import make_window

BOX = OutputDevice("ALSA", "Box", 2, 48_000)


@pytest.fixture
def kept(tmp_path: Path, qtbot: QtBot) -> tuple[AuditionChoices, OutputChoice]:
    """A first start in which things are chosen; what a second start finds."""
    for is_second in (False, True):
        library = Library(tmp_path / "library.sqlite")
        window = make_window(tmp_path, library)
        qtbot.addWidget(window)
        keep_sound_choices(window, window.settings)
        hearing = window.hearing
        if not is_second:
            hearing.audition.choose(pre_roll_s=1.5, plays_on_selection=True)
            hearing.sound.choose(OutputChoice(BOX, rate_hz=96_000, latency_s=0.2))
            window.settings.sync()
        found = hearing.audition.choices, hearing.sound.choice
        window.transport.close()
        library.close()
    return found


def test_choices_come_back(kept: tuple[AuditionChoices, OutputChoice]) -> None:
    assert kept[0] == AuditionChoices(pre_roll_s=1.5, plays_on_selection=True)
    assert kept[1] == OutputChoice(BOX, rate_hz=96_000, latency_s=0.2)


@pytest.mark.parametrize("nonsense", ["{", "[1]", '{"pre_roll_s": "long"}', '{"device": {"name": 3}}', '{"future": 1}'])
def test_nonsense_is_the_default(tmp_path: Path, qtbot: QtBot, nonsense: str) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.write("play/audition", nonsense)
    settings.write("play/output", nonsense)
    settings.sync()
    library = Library(tmp_path / "library.sqlite")
    window = make_window(tmp_path, library)
    qtbot.addWidget(window)
    keep_sound_choices(window, window.settings)
    assert window.hearing.audition.choices == AuditionChoices()
    assert window.hearing.sound.choice == OutputChoice()
    window.transport.close()
    library.close()
