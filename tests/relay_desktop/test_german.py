"""The program in German: words, numbers, fields; and what leaves it, which is the same in every language."""

from __future__ import annotations

import csv
import json
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from inference.audio_info import UnreadableAudio
from inference.sentences import sentence, sentence_of_count
from relay_desktop.commands import COMMANDS
from relay_desktop.errors import FileProblem, KeyRejected
from relay_desktop.look import Appearance, type_label
from relay_desktop.panels.decimal_box import DecimalBox
from relay_desktop.panels.export_dialog import ExportDialog
from relay_desktop.panels.help_dialog import help_pages
from relay_desktop.panels.settings_pages.appearance import AppearancePage
from relay_desktop.problems import problem_of
from relay_desktop.session.export_snapshot import take_snapshot
from relay_desktop.session.exporters.catalogue import FORMATS
from relay_desktop.settings import Settings
from relay_desktop.translation import error_said, install, number, own_name, remove, said_many, spoken
from tests.relay_desktop.panels.desks import desk, many, raw_table


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    installed = install(qapp, "de")
    assert len(installed) == 2, "ours and Qt's own"
    yield
    remove(qapp, installed)


def exported(folder: Path, qtbot: QtBot) -> dict[str, bytes]:
    """Every format that is text, of two recordings, written by the dialog's own request."""
    session = desk((raw_table(), many(50)))
    taken = take_snapshot(session, None, session.files, "0.1.0")
    snapshot = replace(taken, taken_at="2026-01-31T12:00:00+00:00")
    dialog = ExportDialog(snapshot, snapshot, folder)
    qtbot.addWidget(dialog)
    requests = []
    dialog.requested.connect(requests.append)
    for key, form in FORMATS.items():
        if form.lines is not None and key != "sonic-visualiser-svl":  # that one needs a sample rate
            dialog.formats.setCurrentIndex(dialog.formats.findData(key))
            dialog.export_button.click()
    return {path.name: path.read_bytes() for request in requests for path in request.run()}


def test_what_is_exported_is_the_same_to_the_byte(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    english = exported(tmp_path / "en", qtbot)
    installed = install(qapp, "de")
    try:
        german = exported(tmp_path / "de", qtbot)
    finally:
        remove(qapp, installed)
    assert len(english) > 10
    assert [name for name in english if german[name] != english[name]] == []
    rows = list(csv.DictReader(german["detections.csv"].decode("utf-8-sig").splitlines()))
    assert {row["artifact_type"] for row in rows} >= {"click"}
    assert all(0 <= float(row["confidence"]) <= 1 for row in rows)
    assert json.loads(german["detections.relay.json"])


def test_words_and_counts(german: None) -> None:
    assert spoken(KeyRejected.title) == "Der Dienst hat den API-Schlüssel nicht angenommen."
    assert said_many("{n:,} file", "{n:,} files", 1) == "1 Datei"
    assert said_many("{n:,} file", "{n:,} files", 1200) == "1.200 Dateien"
    assert type_label("noise_burst") == "Rauschstoß"
    assert type_label("wow_and_flutter") == "wow and flutter", "a type nobody knows keeps its name"
    assert spoken("no such words") == "no such words"


def test_numbers_follow_the_language_and_sentences_stay_english_inside(german: None) -> None:
    assert (number(1234.5, ",.1f"), number(0.5, ".0%")) == ("1.234,5", "50\u202f%")
    words = sentence("{name} holds no sound: its length is zero.", name="“a.wav”")
    assert str(words) == "“a.wav” holds no sound: its length is zero."
    assert spoken(words) == "“a.wav” enthält keinen Ton: Die Länge ist null."
    assert sentence_of_count("{n:,} file", "{n:,} files", 1) == "1 file"
    assert pickle.loads(pickle.dumps(words)) == str(words)
    assert json.dumps({"problem": words}) == json.dumps({"problem": str(words)})


def test_parts_that_are_sentences_or_errors_are_said_too(german: None) -> None:
    inner = UnreadableAudio(Path("a.wav"), sentence("{name} is a folder, not an audio file.", name="“a”"))
    assert error_said(inner) == "“a” ist ein Ordner, keine Audiodatei."
    outer = FileProblem("a.wav", sentence("{name} cannot be read: {error}.", name="b", error=inner))
    assert problem_of(outer).title == "b lässt sich nicht lesen: “a” ist ein Ordner, keine Audiodatei.."
    assert problem_of(outer).advice.startswith("Prüfen Sie, ob die Datei noch da ist")
    name = sentence("Saved {name}.", name="Start")
    assert spoken(name) == "Start gespeichert.", "a file's name is never translated"


def test_a_field_takes_comma_and_point(german: None, qtbot: QtBot) -> None:
    box = DecimalBox()
    qtbot.addWidget(box)
    box.setRange(0, 1)
    box.setDecimals(2)
    for typed in ("0.91", "0,91"):
        box.setValue(0)
        box.selectAll()
        qtbot.keyClicks(box, typed)
        assert (box.value(), box.text()) == (0.91, "0,91")


def test_qt_speaks_it_too(german: None, qtbot: QtBot) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.buttons()[0].text() == "Abbrechen"


def test_the_help_is_there_in_german(german: None) -> None:
    titles = [title for title, _text in help_pages(COMMANDS)]
    assert titles == [
        "Erste Schritte", "Die drei Regler", "Zeitleiste", "Prüfen", "Formate", "Dienste", "Einen Dienst betreiben",
        "Dateiformate", "Tasten",
    ]  # fmt: skip


def test_a_language_without_a_file_is_english_whole(qapp: QApplication) -> None:
    assert install(qapp, "fi") == []
    try:
        assert QLocale().decimalPoint() == "."
        assert number(1234.5, ",.1f") == "1,234.5"
    finally:
        remove(qapp, [])


def test_the_choice_is_kept_for_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings, holder = Settings(tmp_path / "settings.ini"), QDialogButtonBox()
    page = AppearancePage(settings, Appearance(app, "dark", holder))
    qtbot.addWidget(holder)
    qtbot.addWidget(page)
    names = [page.language.itemText(place) for place in range(page.language.count())]
    assert names[1:] == ["English", "Deutsch"]
    page.language.setCurrentIndex(2)
    page.language.activated.emit(2)
    settings.sync()
    assert Settings(tmp_path / "settings.ini").language == "de"
    assert own_name("de") == "Deutsch"
