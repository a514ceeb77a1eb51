"""Languages: every table's words reach the `.ts` file, lengthened words reach the window and break no layout."""

from __future__ import annotations

import importlib
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.commands import COMMANDS
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import problem_of
from relay_desktop.session.library import Library
from relay_desktop.translation import LONGER, install, install_pseudo, languages, lengthened, remove
from tests.relay_desktop.test_main_window import make_window

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    """The program speaks in words four tenths longer."""
    translator = install_pseudo(qapp)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def window(pseudo: None, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    library = Library(tmp_path / "library.sqlite")
    window = make_window(tmp_path, library)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    yield window
    window.transport.close()
    library.close()


def test_longer_words_are_four_tenths_longer() -> None:
    words = "Back to the model's own values for all three sliders"
    assert round(len(lengthened(words)) / len(words), 1) == LONGER
    assert lengthened("— 3") == "— 3"
    assert lengthened("{n} of {m}").count("{") == 2


def test_the_one_command_collects_widgets_and_every_table(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(CHECKOUT / "packaging"))
    translate = importlib.import_module("translate")
    monkeypatch.setattr(translate, "CHECKOUT", CHECKOUT)
    monkeypatch.setattr(translate, "FOLDER", tmp_path)
    monkeypatch.setattr(translate, "TABLES", tmp_path / "tables.py")
    assert translate.main(["fr"]) == 0
    tree = ElementTree.parse(tmp_path / "relay_desktop_fr.ts")
    there = {
        (context.findtext("name"), message.findtext("source"))
        for context in tree.iter("context")
        for message in context.iter("message")
    }
    assert [pair for pair in translate.table_words() if pair not in there] == []
    assert ("SettingsDialog", "Changes apply at once.") in there
    assert (tmp_path / "relay_desktop_fr.qm").exists()
    assert translate.untranslated(tmp_path / "relay_desktop_fr.ts")


def test_a_translated_file_reaches_the_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "relay_desktop_de.ts"
    source.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="de">'
        "<context><name>Commands</name><message><source>Undo</source><translation>Zurücknehmen</translation>"
        "</message></context></TS>",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(CHECKOUT / "packaging"))
    release = importlib.import_module("translate").tool("lrelease")
    subprocess.run(
        [release, str(source), "-qm", str(source.with_suffix(".qm"))], check=True, capture_output=True
    )
    monkeypatch.setattr("relay_desktop.translation.FOLDER", tmp_path)
    assert languages() == ["en", "de"]
    installed = install(qapp, "de")
    try:
        assert QCoreApplication.translate("Commands", "Undo") == "Zurücknehmen"
    finally:
        remove(qapp, installed)


def test_commands_menus_and_errors_are_translated(window: MainWindow) -> None:
    texts = {action.text() for action in window.findChildren(QAction) if action.objectName()}
    assert {lengthened(item.text) for item in COMMANDS if item.id in ("play", "export", "settings")} <= texts
    assert window.menuBar().actions()[0].text() == "&" + lengthened("File")
    from relay_desktop.errors import NoSoundDevice

    assert problem_of(NoSoundDevice()).title == lengthened(NoSoundDevice.title)


def test_longer_words_break_no_layout(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 800
    cut = [
        f"{button.objectName()}: {button.text()}"
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width()
    ]
    assert cut == []
    outside = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and not widget.visibleRegion().isEmpty() and not _is_inside(widget)
    ]
    assert outside == []


def _is_inside(widget: QWidget) -> bool:
    """Nothing stands over the right edge of its own part (down it may scroll)."""
    parent = widget.parentWidget()
    return parent is None or widget.isWindow() or widget.geometry().right() <= parent.rect().right() + 1
