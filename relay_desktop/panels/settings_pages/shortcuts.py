"""Settings, Shortcuts: every command with its keys; press the new key, see whom it would be taken from, apply."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from inference.sentences import sentence
from relay_desktop.commands import CONTEXTS, Command
from relay_desktop.keymap import PRESETS, Keymap
from relay_desktop.look import scaled
from relay_desktop.panels.heading import toned
from relay_desktop.panels.settings_pages.page import Control, SettingsPage, show_choice
from relay_desktop.translation import spoken, translated

PRESET_NAMES: Final = {
    "relay": sentence("Relay Desktop"),
    "audacity": sentence("Like Audacity"),
    "reaper": sentence("Like REAPER"),
    "left_hand": sentence("Left hand judges, right hand on the mouse"),
    "video": sentence("J, K and L shuttle, as in video editors"),
}
_ID: Final = Qt.ItemDataRole.UserRole


class ShortcutsPage(SettingsPage):
    """A table of the commands over a row to change the keys of the chosen one."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(sentence("Shortcuts"))
        self._keymap = keymap
        self.preset = self.add_choice(
            self.tr("Keys of"),
            [(name, spoken(PRESET_NAMES[name])) for name in PRESETS],
            keymap.set_preset,
            self.tr("What you choose below stays yours over every preset."),
        )
        self._make_controls()
        self._lay_out()
        self._wire()
        self.refresh()

    @property
    def chosen(self) -> Command | None:
        """The command whose keys can be changed now."""
        item = self.table.currentItem()
        wanted = item.data(0, _ID) if item is not None else None
        return next((c for c in self._keymap.commands if c.id == wanted), None)

    def refresh(self) -> None:
        """Show the keys in force, and keep the chosen command."""
        show_choice(self.preset, self._keymap.preset)
        chosen = self.chosen.id if self.chosen is not None else None
        self.table.blockSignals(True)
        self.table.clear()
        for item in self._keymap.commands:
            row = QTreeWidgetItem([_words(item), _key_words(item), translated("Commands", CONTEXTS[item.context])])
            row.setData(0, _ID, item.id)
            row.setToolTip(0, item.help)
            if self._keymap.is_own(item.id):
                font = row.font(1)
                font.setBold(True)
                row.setFont(1, font)
                row.setToolTip(1, self.tr("Chosen by you"))
            self.table.addTopLevelItem(row)
            if item.id == chosen:
                self.table.setCurrentItem(row)
        self.table.blockSignals(False)
        self._narrow(self.find_box.text())
        self._show_chosen()

    # -- inside ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.find_box = _named(QLineEdit(), self.tr("Find a command or a key"))
        self.find_box.setPlaceholderText(self.tr("Find a command or a key"))
        self.find_box.setClearButtonEnabled(True)
        self.table = _named(QTreeWidget(), self.tr("Commands and their keys"))
        self.table.setHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("Where")])
        self.table.setRootIsDecorated(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(220)
        header, mode = self.table.header(), QHeaderView.ResizeMode
        for place, resizing in enumerate((mode.Stretch, mode.Interactive, mode.ResizeToContents)):
            header.setSectionResizeMode(place, resizing)
        header.resizeSection(1, scaled(190))
        self.key_edit = _named(QKeySequenceEdit(), self.tr("New key"))
        self.key_edit.setMaximumSequenceLength(1)
        self.key_edit.setClearButtonEnabled(True)
        self.set_button = _named(QPushButton(self.tr("Use")), self.tr("Use this key for the chosen command"))
        self.add_button = _named(QPushButton(self.tr("Add")), self.tr("Add this key to the chosen command"))
        self.none_button = _named(QPushButton(self.tr("No key")), self.tr("Take the keys off the command"))
        self.default_button = _named(
            QPushButton(self.tr("Default")), self.tr("Back to the key of the preset")
        )
        self.reset_button = _named(
            QPushButton(self.tr("Reset every key")), self.tr("Back to the preset's keys everywhere")
        )
        self.remark = toned("", "muted")
        self.remark.setWordWrap(True)
        self.remark.setAccessibleName(self.tr("What the new key would do"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.key_edit, 1)
        for button in (self.set_button, self.add_button, self.none_button, self.default_button):
            row.addWidget(button)
        self.column.addSpacing(4)
        self.column.addWidget(self.find_box)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.remark)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.reset_button)
        self.column.addLayout(last)

    def _wire(self) -> None:
        self._keymap.changed.connect(self.refresh)
        self.find_box.textChanged.connect(self._narrow)
        self.table.currentItemChanged.connect(self._on_chosen)
        self.key_edit.keySequenceChanged.connect(self._show_chosen)
        self.set_button.clicked.connect(lambda: self._apply([self._key]))
        self.add_button.clicked.connect(lambda: self._apply([*self._keys_now(), self._key]))
        self.none_button.clicked.connect(lambda: self._apply([]))
        self.default_button.clicked.connect(self._reset_chosen)
        self.reset_button.clicked.connect(self._keymap.reset_all)

    @property
    def _key(self) -> str:
        return self.key_edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _keys_now(self) -> tuple[str, ...]:
        return self.chosen.keys if self.chosen is not None else ()

    def _on_chosen(self) -> None:
        self.key_edit.clear()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """What can be done with the chosen command and the new key, and whom it would be taken from."""
        command, key = self.chosen, self._key
        is_new = command is not None and bool(key) and key not in command.keys
        for button in (self.set_button, self.add_button):
            button.setEnabled(is_new)
        self.key_edit.setEnabled(command is not None)
        self.none_button.setEnabled(command is not None and bool(command.keys))
        self.default_button.setEnabled(command is not None and self._keymap.is_own(command.id))
        self.remark.setText(self._remark(command, key))

    def _remark(self, command: Command | None, key: str) -> str:
        if command is None:
            return self.tr("Choose a command, then press its new key in the field.")
        clashing = self._keymap.clashes(command.id, key) if key else []
        if not clashing:
            return command.help
        names = ", ".join(f"“{_words(other)}”" for other in clashing)
        return self.tr("{key} belongs to {names} now and would be taken from there.").format(
            key=_native(key), names=names
        )

    def _apply(self, keys: list[str]) -> None:
        command = self.chosen
        if command is not None:
            self.key_edit.clear()
            self._keymap.set_keys(command.id, keys)

    def _reset_chosen(self) -> None:
        if self.chosen is not None:
            self._keymap.reset(self.chosen.id)

    def _narrow(self, words: str) -> None:
        wanted = words.strip().casefold()
        for place in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(place)
            if item is not None:
                item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())


def _words(item: Command) -> str:
    return item.text.rstrip("…")


def _key_words(item: Command) -> str:
    return ",  ".join(_native(key) for key in item.keys)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _named(control: Control, words: str) -> Control:
    control.setAccessibleName(words)
    return control
