"""Settings, Caches: what the program keeps only to be faster, how much that is, and a button to be rid of it."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from inference.sentences import sentence
from relay_desktop.panels.heading import toned
from relay_desktop.panels.settings_pages.page import SettingsPage
from relay_desktop.translation import number

_UNITS: Final = ("bytes", "KB", "MB", "GB", "TB")


class CacheKeeper(Protocol):
    """Measures and empties caches away from the window. `measured` carries name -> bytes."""

    measured: SignalInstance
    titles: dict[str, tuple[str, str]]  # name -> (title, help)

    def measure(self) -> None:
        """Begin to measure; `measured` comes when it is done."""

    def clear(self, name: str) -> None:
        """Begin to empty one; `measured` comes when it is done."""


class CachesPage(SettingsPage):
    """One row per cache. Nothing that was decided, detected or recorded is ever in one."""

    def __init__(self, keeper: CacheKeeper) -> None:
        super().__init__(sentence("Caches"))
        self._keeper = keeper
        self.sizes: dict[str, QLabel] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.add_words(
            self.tr(
                "Kept only to be faster; it is made again when needed. Clearing costs no verdict and no result."
            )
        )
        for name, (title, help) in keeper.titles.items():
            self._add_cache(name, title, help)
        self.add_end()
        keeper.measured.connect(self._show)

    def refresh(self) -> None:
        """Measure anew."""
        self._keeper.measure()

    def _add_cache(self, name: str, title: str, help: str) -> None:
        self.add_heading(title)
        size, button = toned(self.tr("measuring…"), ""), QPushButton(self.tr("Clear"))
        size.setAccessibleName(self.tr("Size of {cache}").format(cache=title))
        button.setAccessibleName(self.tr("Clear {cache}").format(cache=title))
        button.clicked.connect(lambda: self._clear(name))
        row = QHBoxLayout()
        row.addWidget(size)
        row.addStretch(1)
        row.addWidget(button)
        self.column.addLayout(row)
        self.add_words(help, "faint")
        self.sizes[name], self.buttons[name] = size, button

    def _clear(self, name: str) -> None:
        self.buttons[name].setEnabled(False)
        self.sizes[name].setText(self.tr("clearing…"))
        self._keeper.clear(name)

    def _show(self, bytes_of: dict[str, int]) -> None:
        for name, size in bytes_of.items():
            self.sizes[name].setText(size_words(size))
            self.buttons[name].setEnabled(size > 0)


def size_words(size_bytes: int) -> str:
    """ "12.3 MB"."""
    size, unit = float(size_bytes), 0
    while size >= 1000 and unit < len(_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    return f"{number(size, ',.1f' if unit else ',.0f')} {_UNITS[unit]}"
