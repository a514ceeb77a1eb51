"""The real program in this process: window, session, service child, model, SQLite; nothing replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.app.desktop import Desktop
from relay_desktop.app.places import Places
from relay_desktop.problems import Problem
from relay_desktop.session.review_file import ReviewFile

LIMIT_MS = 90_000  # a machine that is busy with other things needs most of it to import torch
SIZE = (1600, 980)
Widget = TypeVar("Widget", bound=QWidget)


class Program:
    """One start of the program; `close` ends it as closing the window does."""

    def __init__(self, folder: Path, qtbot: QtBot, paths: Iterable[Path] = ()) -> None:
        self._qtbot = qtbot
        self.desktop = Desktop(Places.of_user(folder))
        self.window = self.desktop.window
        self.session = self.desktop.session
        self.told: list[Problem] = []
        self.desktop.problems.reported.connect(self.told.append)
        self.window.resize(*SIZE)
        self.desktop.show(list(paths))
        self.until(lambda: self.desktop.conductor is not None)
        self._is_closed = False

    def close(self) -> None:
        """Close the window and wait for everything behind it."""
        if not self._is_closed:
            self._is_closed = True
            self.desktop.close()
            self.window.deleteLater()
            self.desktop.deleteLater()

    def until(self, is_so: Callable[[], object], limit_ms: int = LIMIT_MS) -> None:
        """Let things happen until it is so."""
        self._qtbot.waitUntil(lambda: bool(is_so()), timeout=limit_ms)

    def until_detected(self) -> None:
        """Until every file of the desk has its detections and nothing is left to do."""
        conductor = self.desktop.conductor
        assert conductor is not None
        self.until(lambda: self.session.files and all(file.raw is not None for file in self.session.files))
        self.until(lambda: not conductor.is_at_work)

    def until_drawn(self) -> None:
        """Until the whole waveform of the file in view is known and painted."""
        loader = self.desktop.loader
        assert loader is not None
        self.until(lambda: loader.peaks is not None and loader.peaks.is_complete)
        self.desktop.window.repaint()

    def part(self, kind: type[Widget], name: str) -> Widget:
        """A part of the window by its object name."""
        found = self.window.findChild(kind, name)
        assert found is not None, f"the window has no {name}"
        return found

    def row(self, name: str) -> ReviewFile:
        """The row of this name."""
        return next(file for file in self.session.files if file.name == name)

    def timeline_picture(self) -> QImage:
        """The timeline as it is painted now."""
        return self.window.timeline.grab().toImage()


def changed_columns(before: QImage, after: QImage) -> list[int]:
    """The x of every column of pixels in which two pictures of one size differ."""
    assert before.size() == after.size()
    return [
        x
        for x in range(before.width())
        if any(before.pixel(x, y) != after.pixel(x, y) for y in range(before.height()))
    ]
