"""What was never shown asks for the room that it needs in its style."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.panels.layout import settle


def test_a_page_that_was_never_shown_asks_for_the_room_of_its_style(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.styleSheet()
    tabs, page, inner = QTabWidget(), QWidget(), QWidget()
    qtbot.addWidget(tabs)
    button = QPushButton("words")
    QVBoxLayout(inner).addWidget(button)
    QVBoxLayout(page).addWidget(inner)
    tabs.addTab(QWidget(), "first")
    tabs.addTab(page, "second")
    tabs.show()
    bare = page.minimumSizeHint().width()
    qapp.setStyleSheet("QPushButton { padding: 0 200px; }")
    settle(page)
    assert page.minimumSizeHint().width() > bare + 300
    qapp.setStyleSheet(before)
