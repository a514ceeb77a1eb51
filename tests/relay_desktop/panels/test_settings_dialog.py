"""The settings: every page applies at once, follows what is changed elsewhere, and names its controls."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.keymap import Keymap
from relay_desktop.look import LOOKS, Appearance
from relay_desktop.panels.settings_dialog import SettingsDialog
from relay_desktop.panels.settings_pages.appearance import AppearancePage
from relay_desktop.panels.settings_pages.caches import CachesPage, size_words
from relay_desktop.panels.settings_pages.general import GeneralPage
from relay_desktop.panels.settings_pages.page import SettingsPage
from relay_desktop.panels.settings_pages.privacy import PrivacyPage
from relay_desktop.panels.settings_pages.shortcuts import ShortcutsPage
from relay_desktop.settings import Settings
from relay_desktop.work.cache_keeper import CacheKeeper
from relay_desktop.work.tasks import Tasks


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


def test_general_applies_at_once_and_follows(settings: Settings, qtbot: QtBot) -> None:
    devices: list[str] = []
    page = GeneralPage(settings, devices.append)
    qtbot.addWidget(page)
    page.detect_on_open.click()
    page.restore.click()
    page.single.click()
    assert (settings.detect_on_open, settings.restore_last, settings.single_instance) == (False,) * 3
    settings.detect_on_open = True
    assert page.detect_on_open.isChecked(), "changed elsewhere, shown here"
    page.device.activated.emit(page.device.findData("cpu"))
    assert devices == ["cpu"]


def test_appearance_changes_look_and_words_at_once(
    settings: Settings, qtbot: QtBot, qapp: QApplication
) -> None:
    appearance = Appearance(qapp, "dark")
    page = AppearancePage(settings, appearance)
    qtbot.addWidget(page)
    page.look.activated.emit(page.look.findData("contrast"))
    assert appearance.look is LOOKS["contrast"]
    assert settings.look == "contrast"
    small = qapp.font().pixelSize()
    page.font_scale.activated.emit(page.font_scale.findData("150"))
    assert qapp.font().pixelSize() == round(small * 1.5)
    assert settings.font_percent == 150
    appearance.set_font_percent(100)
    appearance.set_choice("dark")


@pytest.fixture
def shortcuts(settings: Settings, qtbot: QtBot) -> ShortcutsPage:
    page = ShortcutsPage(Keymap(settings))
    qtbot.addWidget(page)
    page.resize(600, 500)
    page.show()
    return page


def choose(page: ShortcutsPage, words: str) -> None:
    (item,) = page.table.findItems(words, Qt.MatchFlag.MatchExactly, 0)
    page.table.setCurrentItem(item)


def test_a_key_is_pressed_and_its_owner_named_before_it_is_taken(shortcuts: ShortcutsPage) -> None:
    choose(shortcuts, "Export")
    assert not shortcuts.set_button.isEnabled()
    QTest.keyClick(shortcuts.key_edit, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert "“Open files”" in shortcuts.remark.text()
    shortcuts.set_button.click()
    keymap = shortcuts._keymap
    assert keymap.keys("export") == ("Ctrl+O",)
    assert keymap.keys("open_files") == ()
    assert shortcuts.chosen is not None
    assert shortcuts.chosen.id == "export"
    shortcuts.default_button.click()
    assert keymap.keys("export") == ("Ctrl+E",)


def test_keys_are_added_taken_off_and_reset(shortcuts: ShortcutsPage) -> None:
    choose(shortcuts, "Export")
    shortcuts.key_edit.setKeySequence(QKeySequence("F12"))
    shortcuts.add_button.click()
    assert shortcuts._keymap.keys("export") == ("Ctrl+E", "F12")
    shortcuts.none_button.click()
    assert shortcuts._keymap.keys("export") == ()
    shortcuts.reset_button.click()
    assert shortcuts._keymap.keys("export") == ("Ctrl+E",)


def test_find_and_preset(shortcuts: ShortcutsPage) -> None:
    QTest.keyClicks(shortcuts.find_box, "verdict")
    table = shortcuts.table
    seen = [table.topLevelItem(n) for n in range(table.topLevelItemCount())]
    assert {item.text(0) for item in seen if item is not None and not item.isHidden()} >= {
        "Next without a verdict"
    }
    shortcuts.preset.activated.emit(shortcuts.preset.findData("left_hand"))
    assert shortcuts._keymap.keys("next") == ("E", "N")


def test_caches_are_measured_and_cleared_away_from_the_window(
    settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "peaks"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "one.peaks").write_bytes(bytes(2500))
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    titles = {"peaks": ("Waveforms", "Outlines."), "audio": ("Fetched", "Sound.")}
    keeper = CacheKeeper(tasks, {"peaks": folder, "audio": tmp_path / "never made"}, titles)
    page = CachesPage(keeper)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: page.sizes["peaks"].text() == "2.5 KB")
    assert not page.buttons["audio"].isEnabled()
    page.buttons["peaks"].click()
    qtbot.waitUntil(lambda: page.sizes["peaks"].text() == "0 bytes")
    assert list(folder.iterdir()) == []
    tasks.close()
    assert errors == []


@pytest.mark.parametrize(("size", "words"), [(0, "0 bytes"), (999, "999 bytes"), (3_400_000_000, "3.4 GB")])
def test_sizes_are_read_by_people(size: int, words: str) -> None:
    assert size_words(size) == words


def test_the_dialog_turns_pages_and_every_control_has_a_name(
    settings: Settings, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    shown: list[Path] = []
    pages: list[SettingsPage] = [
        GeneralPage(settings, lambda device: None),
        AppearancePage(settings, Appearance(qapp, "dark")),
        ShortcutsPage(Keymap(settings)),
        PrivacyPage([("Logs", tmp_path)], shown.append),
    ]
    dialog = SettingsDialog(pages)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_page("Privacy")
    assert dialog.stack.currentWidget() is pages[3]
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    assert dialog.stack.currentWidget() is pages[2]
    unnamed = [
        child.objectName() or type(child).__name__
        for child in dialog.findChildren(QWidget)
        if child.focusPolicy() and not child.accessibleName() and not getattr(child, "text", lambda: "x")()
        and not child.objectName().startswith("qt_")
    ]  # fmt: skip
    assert unnamed == []
