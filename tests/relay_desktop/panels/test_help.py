"""Help inside the program: pages with the keys in force, About with a report to copy, the tour and its ways out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.commands import COMMANDS
from relay_desktop.look import LOOKS
from relay_desktop.panels.about_dialog import AboutDialog
from relay_desktop.panels.help_dialog import HelpDialog, help_pages
from relay_desktop.panels.tour import Stop, Tour, place_beside
from relay_desktop.session.exporters.catalogue import all_formats


def test_pages_name_the_keys_in_force() -> None:
    commands = [replace(c, keys=("F11",)) if c.id == "next" else c for c in COMMANDS]
    pages = dict(help_pages(commands, "en"))
    assert "`F11`" in pages["First steps"]
    assert re.findall(r"`\{\w+\}`", "".join(pages.values())) == []


def test_formats_and_keys_come_from_the_tables() -> None:
    pages = dict(help_pages(COMMANDS, "en"))
    for form in all_formats():
        assert form.title in pages["Formats"]
    assert "Play or pause" in pages["Keys"]
    assert list(pages)[:2] == ["First steps", "What each slider does"]


def test_a_language_without_pages_gets_english() -> None:
    assert help_pages(COMMANDS, "xx") == help_pages(COMMANDS, "en")


def test_topics_are_turned_with_the_keyboard(qtbot: QtBot) -> None:
    dialog = HelpDialog(COMMANDS)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "First steps" in dialog.reader.toPlainText()
    QTest.keyClick(dialog.topics, Qt.Key.Key_Down)
    assert "Merge window" in dialog.reader.toPlainText()


def test_about_copies_a_report(qtbot: QtBot) -> None:
    dialog = AboutDialog([("Device", "cpu · 2 threads")], None)
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert "Device: cpu · 2 threads" in QGuiApplication.clipboard().text()
    assert "no keys" in dialog.copied.text()
    assert "Lesser General Public" in dialog.licences.toPlainText()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    page = QWidget()
    row = QHBoxLayout(page)
    for words in ("left", "right"):
        row.addWidget(QLabel(words))
    window.setCentralWidget(page)
    window.resize(1000, 600)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


def tour_over(window: QMainWindow) -> Tour:
    left, right = window.findChildren(QLabel)[:2]
    tour = Tour(
        window, [Stop(lambda: left, "One", "first"), Stop(lambda: right, "Two", "second")], LOOKS["dark"]
    )
    tour.start()
    return tour


def test_the_tour_goes_through_its_stops(window: QMainWindow, qtbot: QtBot) -> None:
    tour = tour_over(window)
    assert (tour.title.text(), tour.back_button.isEnabled()) == ("One", False)
    tour.next_button.click()
    assert (tour.title.text(), tour.next_button.text()) == ("Two", "Done")
    tour.back_button.click()
    assert tour.title.text() == "One"
    tour.next_button.click()
    with qtbot.waitSignal(tour.ended):
        tour.next_button.click()
    assert not tour.isVisible()


def test_the_tour_is_skipped_by_button_and_by_esc(window: QMainWindow, qtbot: QtBot) -> None:
    tour = tour_over(window)
    with qtbot.waitSignal(tour.ended):
        tour.skip_button.click()
    again = tour_over(window)
    with qtbot.waitSignal(again.ended):
        QTest.keyClick(again, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("area", "place"),
    [
        (QRect(0, 100, 200, 300), QPoint(213, 114)),
        (QRect(800, 100, 200, 300), QPoint(446, 114)),
        (QRect(0, 0, 1000, 600), QPoint(330, 14)),
        (QRect(0, 590, 200, 10), QPoint(213, 386)),
    ],
)
def test_the_card_stands_beside_its_part_and_inside_the_window(area: QRect, place: QPoint) -> None:
    assert place_beside(area, 340, 200, QRect(0, 0, 1000, 600)) == place
