"""The table of commands: every key once, every verb there, menus and tooltips made from it."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.actions import Actions, find_verb, shown_key, tooltip
from relay_desktop.commands import COMMANDS, CONTEXTS, MENUS, Command, command
from relay_desktop.look import LOOKS, RESOURCES


def test_ids_are_unique_and_places_are_known() -> None:
    assert max(Counter(item.id for item in COMMANDS).values()) == 1
    assert {item.menu for item in COMMANDS} <= {*MENUS, ""}
    assert {item.context for item in COMMANDS} == set(CONTEXTS)
    assert {item.menu for item in COMMANDS} >= set(MENUS), "no menu is empty"


def test_every_key_means_one_thing_wherever_it_is_pressed() -> None:
    """A key of the whole window is nobody else's; keys of parts may repeat in other parts."""
    everywhere = [key for item in COMMANDS if item.context == "window" for key in item.keys]
    assert max(Counter(everywhere).values()) == 1
    for context in set(CONTEXTS) - {"window"}:
        keys = [key for item in COMMANDS if item.context == context for key in item.keys]
        assert not set(keys) & set(everywhere), context
        assert max(Counter(keys).values(), default=1) == 1, context


@pytest.mark.parametrize("item", COMMANDS, ids=lambda item: item.id)
def test_every_command_is_whole(item: Command) -> None:
    for keys in item.keys:
        assert not QKeySequence(keys).isEmpty(), keys
        assert QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText) == keys
    assert item.text
    assert item.help.endswith(".")
    assert not item.icon or (RESOURCES / "icons" / f"{item.icon}.svg").exists()


def test_tooltips_name_the_key() -> None:
    assert tooltip(command("play")).startswith(f"Play or pause ({shown_key(command('play'))})\n")
    assert shown_key(command("about")) == ""
    assert tooltip(command("about")).startswith("About Relay Desktop\n")
    with pytest.raises(KeyError):
        command("no such command")


class _Room(QWidget):
    """Hears what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def move_by(self, way: float) -> None:
        self.heard.append(way)

    def switch(self, is_on: bool) -> None:
        self.heard.append(is_on)

    def here(self) -> None:
        self.heard.append("here")


class _Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.room = _Room()
        self.room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.other = QWidget()
        self.other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        holder = QWidget()
        self.setCentralWidget(holder)
        self.room.setParent(holder)
        self.other.setParent(holder)


TABLE = (
    Command("back", "Back", ("B",), "room.move_by(-2.5)", "Play", "Go back.", icon="previous"),
    Command("loop", "Loop", ("L",), "room.switch", "Play", "Again and again.", is_checkable=True),
    Command("here", "Here", ("H",), "room.here", "View", "Only in the room.", context="table"),
)


@pytest.fixture
def window(qtbot: QtBot) -> _Window:
    window = _Window()
    qtbot.addWidget(window)
    window.actions_made = Actions(window, {"table": window.room}, LOOKS["dark"], TABLE)  # type: ignore[attr-defined]
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def test_keys_call_verbs_with_their_number_and_state(window: _Window) -> None:
    window.other.setFocus()
    for key in (Qt.Key.Key_B, Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_H):
        QTest.keyClick(window.other, key)
    assert window.room.heard == [-2.5, True, False]
    window.room.setFocus()
    QTest.keyClick(window.room, Qt.Key.Key_H)
    assert window.room.heard[-1] == "here"


def test_menus_hold_the_commands_in_their_order(window: _Window) -> None:
    menus = window.actions_made.fill(window.menuBar())  # type: ignore[attr-defined]
    assert list(menus) == list(MENUS)
    assert [action.text() for action in menus["Play"].actions()] == ["Back", "Loop"]
    menus["Play"].actions()[0].trigger()
    assert window.room.heard == [-2.5]


def test_a_verb_that_is_not_there_is_found_out() -> None:
    with pytest.raises(AttributeError):
        find_verb(_Window, "room.nothing")
