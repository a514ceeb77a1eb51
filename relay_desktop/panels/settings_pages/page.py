"""What every page of the settings is made of: headings, rows of a control with its words, switches.

A page applies at once what is changed on it, and `refresh` shows what is in force, however it came to be so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from relay_desktop.panels.heading import toned
from relay_desktop.settings import Settings
from relay_desktop.translation import spoken

_CHOICE_PX: Final = 280
Control = TypeVar("Control", bound=QWidget)


class SettingsPage(QScrollArea):
    """One page; it scrolls where the dialog is low. `refresh` is called when the page comes into view and, for
    pages that `follow` the settings, whenever one of them changes."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setObjectName(f"settingsPage{title.split(maxsplit=1)[0].strip(',')}")
        self.setAccessibleName(spoken(title))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setProperty("surface", "panel")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(18, 6, 18, 14)
        self.column.setSpacing(6)
        self.column.addWidget(toned(spoken(title), "title"))
        self.setWidget(inside)

    def refresh(self) -> None:
        """Show what is in force now."""

    def follow(self, settings: Settings) -> None:
        """Show every change of the settings, wherever it was made."""
        settings.changed.connect(self._on_changed)

    def _on_changed(self, _name: str) -> None:
        self.refresh()

    def add_heading(self, words: str) -> None:
        """The name of a group of rows."""
        self.column.addSpacing(8)
        self.column.addWidget(toned(words.upper(), "heading"))

    def add_words(self, words: str, tone: str = "muted") -> QLabel:
        """A sentence over the whole width."""
        label = toned(words, tone)
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label

    def add_row(self, words: str, control: Control, help: str = "") -> Control:
        """A control under its name, with a sentence of help below it."""
        name = toned(words, "")
        name.setBuddy(control)
        control.setAccessibleName(words)
        self.column.addSpacing(4)
        self.column.addWidget(name)
        self.column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        self._explain(control, help)
        return control

    def add_switch(self, words: str, set_on: Callable[[bool], None], help: str = "") -> QCheckBox:
        """A check box that calls `set_on` when the person clicks it."""
        switch = QCheckBox(words)
        switch.setAccessibleName(words)
        # Through a function of ours: PySide miscounts the arguments of a partial.
        switch.clicked.connect(lambda is_on: set_on(bool(is_on)))
        self.column.addSpacing(4)
        self.column.addWidget(switch)
        self._explain(switch, help)
        return switch

    def add_choice(
        self, words: str, choices: Sequence[tuple[str, str]], choose: Callable[[str], None], help: str = ""
    ) -> QComboBox:
        """A list of (value, words); `choose` is called with the value that the person picks."""
        box = QComboBox()
        for value, text in choices:
            box.addItem(text, value)
        box.setMinimumWidth(_CHOICE_PX)
        box.activated.connect(lambda place: choose(box.itemData(place)))
        return self.add_row(words, box, help)

    def add_end(self) -> None:
        """Rows keep to the top."""
        self.column.addStretch(1)

    def _explain(self, control: QWidget, help: str) -> None:
        if help:
            control.setAccessibleDescription(help)
            self.add_words(help, "faint")


def show_choice(box: QComboBox, value: str) -> None:
    """Put a list on a value without telling anybody."""
    place = box.findData(value)
    if place >= 0:
        box.setCurrentIndex(place)
