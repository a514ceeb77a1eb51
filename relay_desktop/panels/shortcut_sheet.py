"""The sheet of shortcuts, made from the table of commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import Sentence, sentence
from relay_desktop.actions import all_keys
from relay_desktop.commands import CONTEXTS, MENUS, Command
from relay_desktop.panels.heading import toned
from relay_desktop.translation import spoken, translated

_USUAL_PX: Final = 860
_WIDEST_PX: Final = 1240
_AROUND_PX: Final = 60  # margins and the bar at the side


def sheet_sections(commands: Sequence[Command]) -> dict[str, list[Command]]:
    """Commands that have a key, by menu and then by the part of the window they work in."""
    sections: dict[str, list[Command]] = {}
    for menu in MENUS:
        found = [c for c in commands if c.keys and c.menu == menu and c.context == "window"]
        if found:
            sections[menu] = found
    if found := [c for c in commands if c.keys and not c.menu and c.context == "window"]:
        sections[sentence("With a stretch selected by dragging")] = found
    for context, words in CONTEXTS.items():
        found = [c for c in commands if c.keys and c.context == context and context != "window"]
        if found:
            sections[words] = found
    return sections


class ShortcutSheet(QDialog):
    """Every key there is, with a field to find one."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._sections = sheet_sections(commands)
        self.find_box = QLineEdit()
        self.find_box.setPlaceholderText(self.tr("Find a command or a key"))
        self.find_box.setAccessibleName(self.tr("Find a command or a key"))
        self.find_box.setClearButtonEnabled(True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.find_box)
        column.addWidget(self._scroll, 1)
        column.addWidget(buttons)
        self.find_box.textChanged.connect(self._fill)
        self._fill("")
        page = self._scroll.widget()
        needed = page.minimumSizeHint().width() + _AROUND_PX if page is not None else 0
        self.resize(max(_USUAL_PX, min(needed, _WIDEST_PX)), 640)

    def _fill(self, words: str) -> None:
        wanted = words.strip().casefold()
        page = QWidget()
        page.setProperty("surface", "panel")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(28)
        sides = [QVBoxLayout(), QVBoxLayout()]
        for side in sides:
            side.setSpacing(14)
            row.addLayout(side, 1)
        heights = [0, 0]
        for title, commands in self._sections.items():
            found = [c for c in commands if _matches(c, wanted)]
            if found:
                place = heights.index(min(heights))
                sides[place].addWidget(_section(title, found))
                heights[place] += len(found) + 2
        for side in sides:
            side.addStretch(1)
        self._scroll.setWidget(page)


def _matches(item: Command, wanted: str) -> bool:
    return wanted in " ".join((item.text, item.help, *all_keys(item))).casefold()


def section_title(title: str) -> str:
    """The heading of a section in the language of the window."""
    return spoken(title) if isinstance(title, Sentence) else translated("Commands", title)


def _section(title: str, commands: Sequence[Command]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    grid.addWidget(toned(section_title(title).upper(), "heading"), 0, 0, 1, 2)
    for place, item in enumerate(commands, start=1):
        name = toned(item.text.rstrip("…"), "")
        name.setToolTip(item.help)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for key in all_keys(item):
            keys.addWidget(toned(key, "key"))
        grid.addWidget(name, place, 0)
        grid.addLayout(keys, place, 1, Qt.AlignmentFlag.AlignRight)
    return box
