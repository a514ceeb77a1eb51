"""Which key calls which command: the table's own keys, a preset over them, the person's own choices over both.

A key clashes with another command's when both can hear it: in the same part of the window, or when one of the two
listens everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject, Signal

from relay_desktop.commands import COMMANDS, Command
from relay_desktop.settings import Settings
from relay_desktop.translation import translated

DEFAULT_PRESET: Final = "relay"
# Only what differs from the table. Whoever comes from these programs has these keys in the fingers.
PRESETS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        DEFAULT_PRESET: {},
        "audacity": {
            "zoom_in": ("Ctrl+1",),
            "zoom_out": ("Ctrl+3",),
            "zoom_to_all": ("Ctrl+F",),
            "to_start": ("Ctrl+Home", "J"),
            "to_end": ("Ctrl+End", "K"),
            "find_in_notes": ("Ctrl+Alt+F",),
            "shuttle_back": ("Shift+J",),
            "shuttle_stop": ("Shift+K",),
            "export": ("Ctrl+Shift+E",),
            "import_markers": ("Ctrl+Alt+E",),
            "zoom_to_selection": ("Ctrl+E",),
        },
        "reaper": {
            "zoom_in": ("+", "="),
            "zoom_out": ("-",),
            "zoom_to_all": ("Ctrl+0", "Ctrl+PgUp"),
            "zoom_to_selection": ("Ctrl+PgDown",),
            "next_file": ("Ctrl+Shift+PgDown",),
            "previous_file": ("Ctrl+Shift+PgUp",),
            "loop": ("R",),
        },
        "left_hand": {
            "judge_artifact": ("A",),
            "judge_unsure": ("S",),
            "judge_not_artifact": ("D",),
            "decibels": ("Ctrl+Shift+D",),
            "next": ("E", "N"),
            "previous": ("Q", "P"),
            "play_detection": ("W", "Return", "Enter", "Shift+Space"),
        },
        "video": {
            "shuttle_on": ("L",),
            "loop": ("Shift+L",),
        },
    }
)


class Keymap(QObject):
    """The keys in force, kept in the settings; `changed` comes after every change."""

    changed = Signal()

    def __init__(
        self, settings: Settings, commands: Sequence[Command] = COMMANDS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._table = {item.id: item for item in commands}

    @property
    def preset(self) -> str:
        """One of `PRESETS`."""
        name = self._settings.text("keys/preset", DEFAULT_PRESET)
        return name if name in PRESETS else DEFAULT_PRESET

    def set_preset(self, name: str) -> None:
        """Another preset; the person's own choices stay over it. Raises KeyError for an unknown name."""
        self._settings.write("keys/preset", name if PRESETS[name] is not None else DEFAULT_PRESET)
        self.changed.emit()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The table with the keys in force, in the language of the window."""
        return tuple(
            replace(
                item,
                keys=self.keys(item.id),
                text=translated("Commands", item.text),
                help=translated("Commands", item.help),
                submenu=translated("Commands", item.submenu),
            )
            for item in self._table.values()
        )

    def keys(self, command_id: str) -> tuple[str, ...]:
        """The keys of a command now. Raises KeyError."""
        own = self._own(command_id)
        return own if own is not None else self.preset_keys(command_id)

    def preset_keys(self, command_id: str) -> tuple[str, ...]:
        """The keys of a command without the person's own choice. Raises KeyError."""
        return PRESETS[self.preset].get(command_id, self._table[command_id].keys)

    def is_own(self, command_id: str) -> bool:
        """Whether the person chose the keys of this command."""
        return self._own(command_id) is not None

    def clashes(self, command_id: str, key: str) -> list[Command]:
        """The other commands that would hear this key at the same time."""
        context = self._table[command_id].context
        return [
            other
            for other in self.commands
            if other.id != command_id and key in other.keys and _hear_alike(context, other.context)
        ]

    def set_keys(self, command_id: str, keys: Sequence[str]) -> None:
        """Give a command these keys and take them from every command they clash with."""
        for key in keys:
            for other in self.clashes(command_id, key):
                self._write(other.id, tuple(k for k in other.keys if k != key))
        self._write(command_id, tuple(keys))
        self.changed.emit()

    def reset(self, command_id: str) -> None:
        """Back to the preset's keys for one command; they are taken back from whoever has them now."""
        keys = self.preset_keys(command_id)
        self.set_keys(command_id, keys)
        self._forget(command_id)
        self.changed.emit()

    def reset_all(self) -> None:
        """Back to the preset's keys everywhere."""
        for command_id in self._table:
            self._forget(command_id)
        self.changed.emit()

    def _own(self, command_id: str) -> tuple[str, ...] | None:
        words = self._settings.text(f"keys/own/{command_id}")
        try:
            read = json.loads(words) if words else None
        except ValueError:
            return None
        if isinstance(read, list) and all(isinstance(key, str) for key in read):
            return tuple(read)
        return None

    def _write(self, command_id: str, keys: tuple[str, ...]) -> None:
        if keys == self.preset_keys(command_id):
            self._forget(command_id)
        else:
            self._settings.write(f"keys/own/{command_id}", json.dumps(list(keys)))

    def _forget(self, command_id: str) -> None:
        self._settings.forget(f"keys/own/{command_id}")


def _hear_alike(context: str, other: str) -> bool:
    return context == other or "window" in (context, other)
