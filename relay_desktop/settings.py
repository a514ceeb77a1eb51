"""What the program remembers about itself between two starts: look, device, model, window shape.

An INI file apart from the library of jobs, so that deleting one never costs the other. Secrets are never
written here (they belong to the keyring of the operating system).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

log = logging.getLogger(__name__)
DEVICES: Final = ("auto", "cpu", "cuda", "mps")
LOOK_CHOICES: Final = ("system", "dark", "light", "contrast")
FONT_PERCENTS: Final = range(80, 201)
DEFAULT_LOOK: Final = "dark"
SYSTEM_LANGUAGE: Final = "system"
_TRUE_WORDS: Final = frozenset({"true", "1", "yes", "on"})


class Settings(QObject):
    """Typed properties over one INI file. Every write reaches the file when Qt next syncs, or at `sync()`."""

    changed = Signal(str)  # the name of the property that changed

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            log.warning("settings will not be kept: %s", error)
        self._ini = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def look(self) -> str:
        """`"dark"`, `"light"`, `"contrast"` or `"system"`; dark until the person chooses."""
        return self._choice("window/look", LOOK_CHOICES, DEFAULT_LOOK)

    @look.setter
    def look(self, name: str) -> None:
        self._write("window/look", name, "look")

    @property
    def font_percent(self) -> int:
        """The size of the words, 100 for the program's own."""
        percent = self.number("window/font_percent", 100)
        return percent if percent in FONT_PERCENTS else 100

    @font_percent.setter
    def font_percent(self, percent: int) -> None:
        self._write("window/font_percent", percent, "font_percent")

    @property
    def language(self) -> str:
        """`"system"`, or the language of the next start as its files are named ("en", "de")."""
        return str(self._ini.value("window/language", SYSTEM_LANGUAGE))

    @language.setter
    def language(self, code: str) -> None:
        self._write("window/language", code, "language")

    @property
    def restore_last(self) -> bool:
        """Whether a start without files opens what was open last."""
        return self.flag("window/restore_last", True)

    @restore_last.setter
    def restore_last(self, on: bool) -> None:
        self._write("window/restore_last", on, "restore_last")

    @property
    def single_instance(self) -> bool:
        """Whether files opened from outside go to the window that is there."""
        return self.flag("window/single_instance", True)

    @single_instance.setter
    def single_instance(self, on: bool) -> None:
        self._write("window/single_instance", on, "single_instance")

    @property
    def device(self) -> str:
        """Where the engine runs: one of `DEVICES`."""
        return self._choice("engine/device", DEVICES, "auto")

    @device.setter
    def device(self, name: str) -> None:
        self._write("engine/device", name, "device")

    @property
    def model_id(self) -> str | None:
        """The model chosen for new jobs on this computer; None: the newest installed one."""
        return self.text("engine/model") or None

    @model_id.setter
    def model_id(self, model_id: str | None) -> None:
        self._write("engine/model", model_id or "", "model_id")

    @property
    def detect_on_open(self) -> bool:
        """Whether opening files starts detection at once."""
        return self.flag("engine/detect_on_open", True)

    @detect_on_open.setter
    def detect_on_open(self, on: bool) -> None:
        self._write("engine/detect_on_open", on, "detect_on_open")

    @property
    def reviewer(self) -> str:
        """The name verdicts are signed with; "" for the name of the account."""
        return self.text("review/reviewer")

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._write("review/reviewer", name.strip(), "reviewer")

    @property
    def is_blind_review(self) -> bool:
        """Whether the verdicts of other reviewers stay out of sight."""
        return self.flag("review/blind", False)

    @is_blind_review.setter
    def is_blind_review(self, on: bool) -> None:
        self._write("review/blind", on, "is_blind_review")

    @property
    def auto_advance(self) -> bool:
        """Whether a verdict goes on to the next detection by itself."""
        return self.flag("review/auto_advance", True)

    @auto_advance.setter
    def auto_advance(self, on: bool) -> None:
        self._write("review/auto_advance", on, "auto_advance")

    @property
    def last_folder(self) -> Path | None:
        """The folder the open dialog last showed, if it still exists."""
        text = self.text("window/last_folder")
        return Path(text) if text and Path(text).is_dir() else None

    @last_folder.setter
    def last_folder(self, folder: Path | None) -> None:
        self._write("window/last_folder", "" if folder is None else str(folder), "last_folder")

    @property
    def window_geometry(self) -> QByteArray:
        """`QWidget.saveGeometry()` of the main window; empty when it was never saved."""
        return self.blob("window/geometry")

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._write("window/geometry", geometry, "window_geometry")

    @property
    def window_state(self) -> QByteArray:
        """`QMainWindow.saveState()`; empty when it was never saved."""
        return self.blob("window/state")

    @window_state.setter
    def window_state(self, state: QByteArray) -> None:
        self._write("window/state", state, "window_state")

    @property
    def has_opened_before(self) -> bool:
        """False until the first start has shown the demo recording."""
        return self.flag("window/has_opened_before", False)

    @has_opened_before.setter
    def has_opened_before(self, on: bool) -> None:
        self._write("window/has_opened_before", on, "has_opened_before")

    def text(self, key: str, default: str = "") -> str:
        """Any value as text, for rooms with small memories of their own (`"panel/width"`)."""
        value = self._ini.value(key, default)
        return value if isinstance(value, str) else default

    def flag(self, key: str, default: bool) -> bool:
        """Any value as a boolean; INI files keep booleans as words."""
        value = self._ini.value(key, default)
        if isinstance(value, bool):
            return value
        return str(value).strip().lower() in _TRUE_WORDS

    def number(self, key: str, default: int) -> int:
        """Any value as a whole number; the default when what stands there is none."""
        try:
            return int(str(self._ini.value(key, default)))
        except ValueError:
            return default

    def blob(self, key: str) -> QByteArray:
        """Any value as bytes (window geometry, splitter states); empty when there is none."""
        value = self._ini.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def write(self, key: str, value: str | int | bool | QByteArray) -> None:
        """Remember any value under a key of the caller's own."""
        self._write(key, value, key)

    def forget(self, key: str) -> None:
        """Take a key of the caller's own out of the file."""
        if self._ini.contains(key):
            self._ini.remove(key)
            self.changed.emit(key)

    def sync(self) -> None:
        """Write everything to the file now."""
        self._ini.sync()

    def on_change(self, name: str, slot: Callable[[], None]) -> None:
        """Call `slot` whenever the property `name` changes."""
        self.changed.connect(lambda changed: slot() if changed == name else None)

    def _choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = self.text(key, default)
        return value if value in allowed else default

    def _write(self, key: str, value: object, name: str) -> None:
        if self._ini.value(key) == value:
            return
        self._ini.setValue(key, value)
        self.changed.emit(name)
