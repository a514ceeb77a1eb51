"""Edit > Settings…: a list of pages at the left, the chosen page beside it. What is changed applies at once.

A part of the program that has settings of its own adds its page where it is wired:

    window.dialogs.add_settings_page("Audio", lambda: AudioPage(...))

Pages are made anew each time the dialog opens, so that they show what is in force.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from relay_desktop.look import scaled
from relay_desktop.panels.heading import toned
from relay_desktop.panels.settings_pages.page import SettingsPage
from relay_desktop.translation import spoken

_LIST_PX: Final = 168
_ROW_PAD_PX: Final = 6


class SettingsDialog(QDialog):
    """Over the window; `pages` in the order of the list."""

    def __init__(self, pages: Sequence[SettingsPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self.resize(min(scaled(920), 1200), min(scaled(620), 740))
        self.pages = tuple(pages)
        self.list = QListWidget()
        self.list.setObjectName("settingsPages")
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.list.setFixedWidth(scaled(_LIST_PX))
        self.stack = QStackedWidget()
        for page in self.pages:
            item = QListWidgetItem(spoken(page.title))
            item.setSizeHint(QSize(0, self.list.fontMetrics().height() + 2 * _ROW_PAD_PX))
            self.list.addItem(item)
            self.stack.addWidget(page)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_page)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def show_page(self, title: str) -> None:
        """Turn to the page of this title, if there is one."""
        for place, page in enumerate(self.pages):
            if page.title == title:
                self.list.setCurrentRow(place)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(toned(self.tr("Changes apply at once."), "faint"), 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _show_page(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.pages[place].refresh()
