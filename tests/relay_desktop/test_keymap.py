"""Keys in force: presets, the person's own, clashes, and what the next start finds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relay_desktop.commands import COMMANDS
from relay_desktop.keymap import PRESETS, Keymap
from relay_desktop.settings import Settings


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def keymap(settings: Settings) -> Keymap:
    return Keymap(settings)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_gives_a_key_twice(keymap: Keymap, preset: str) -> None:
    keymap.set_preset(preset)
    for item in keymap.commands:
        for key in item.keys:
            assert keymap.clashes(item.id, key) == [], (item.id, key)


def test_without_choices_the_table_rules(keymap: Keymap) -> None:
    assert keymap.commands == COMMANDS


def test_a_chosen_key_is_taken_from_its_owner_and_remembered(
    keymap: Keymap, settings: Settings, qtbot: QtBot
) -> None:
    assert [item.id for item in keymap.clashes("export", "Ctrl+O")] == ["open_files"]
    with qtbot.waitSignal(keymap.changed):
        keymap.set_keys("export", ["Ctrl+O", "Ctrl+E"])
    assert keymap.keys("export") == ("Ctrl+O", "Ctrl+E")
    assert keymap.keys("open_files") == ()
    settings.sync()
    again = Keymap(Settings(settings.path))
    assert again.keys("export") == ("Ctrl+O", "Ctrl+E")
    assert again.is_own("open_files")


def test_a_key_of_one_part_does_not_clash_with_another_part(keymap: Keymap) -> None:
    shared = [key for key, times in Counter(k for c in COMMANDS for k in c.keys).items() if times > 1]
    assert "Del" in shared, "the lists of files and jobs both know it"
    assert keymap.clashes("remove_files", "Del") == []


def test_reset_takes_the_key_back(keymap: Keymap) -> None:
    keymap.set_keys("export", ["Ctrl+O"])
    keymap.reset("open_files")
    assert keymap.keys("open_files") == ("Ctrl+O",)
    assert keymap.keys("export") == ()
    keymap.reset_all()
    assert keymap.commands == COMMANDS


def test_a_preset_leaves_own_choices_alone(keymap: Keymap) -> None:
    keymap.set_keys("play", ["Space", "Ctrl+Space"])
    keymap.set_preset("left_hand")
    assert keymap.keys("play") == ("Space", "Ctrl+Space")
    assert keymap.keys("judge_unsure") == ("S",)
    with pytest.raises(KeyError):
        keymap.set_preset("pedal")


def test_nonsense_in_the_file_is_passed_over(settings: Settings) -> None:
    settings.write("keys/preset", "pedal")
    settings.write("keys/own/export", "{")
    settings.write("keys/own/open_files", '{"a": 1}')
    assert Keymap(settings).commands == COMMANDS
