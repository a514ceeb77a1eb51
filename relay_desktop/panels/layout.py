"""Parts beside each other, their sizes from one start to the next, and the way of the keyboard between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QSplitter, QVBoxLayout, QWidget

from relay_desktop.settings import Settings


def row_of_parts(name: str, orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """Parts with a line between them that can be dragged; none can be dragged away."""
    splitter = QSplitter(orientation)
    splitter.setObjectName(f"{name}Splitter")
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for part in parts:
        splitter.addWidget(part)
    return splitter


def stacked(*parts: QWidget) -> QWidget:
    """Parts under each other without a line to drag; the last one takes the room."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, part in enumerate(parts):
        column.addWidget(part, 1 if place == len(parts) - 1 else 0)
    return holder


def settle(part: QWidget) -> None:
    """Let all that a part holds take its style, and the room that it needs in it.

    What was never shown knows nothing of its style yet.
    """
    held = [part, *part.findChildren(QWidget)]
    for one in held:
        one.ensurePolished()
    for one in reversed(held):  # what is held first
        if (layout := one.layout()) is not None:
            layout.invalidate()
            layout.activate()


class LayoutMemory:
    """Keeps where the person dragged lines and columns."""

    def __init__(self, settings: Settings, splitters: Sequence[QSplitter], columns: QHeaderView) -> None:
        self._settings = settings
        self._splitters = tuple(splitters)
        self._columns = columns

    def keep(self) -> None:
        """Write it to the settings."""
        for splitter in self._splitters:
            self._settings.write(f"window/{splitter.objectName()}", splitter.saveState())
        self._settings.write(f"window/{self._columns.objectName()}", self._columns.saveState())
        self._settings.sync()

    def restore(self) -> None:
        """Put things where they were; where nothing is known they stay."""
        for splitter in self._splitters:
            splitter.restoreState(self._settings.blob(f"window/{splitter.objectName()}"))
        self._columns.restoreState(self._settings.blob(f"window/{self._columns.objectName()}"))


class FocusRing:
    """The parts of a window in the order the keyboard goes through them."""

    def __init__(self, window: QWidget, parts: Sequence[QWidget]) -> None:
        self._window = window
        self._parts = tuple(parts)

    def step(self, way: float) -> None:
        """Give the keyboard to the next visible part (way > 0) or to the one before."""
        there = [part for part in self._parts if part.isVisible() and part.isEnabled()]
        if not there:
            return
        focused = self._window.focusWidget()
        at = next((place for place, part in enumerate(there) if _has(part, focused)), None)
        step = 1 if way > 0 else -1
        place = (at + step) % len(there) if at is not None else (0 if step > 0 else -1)
        there[place].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _has(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))
