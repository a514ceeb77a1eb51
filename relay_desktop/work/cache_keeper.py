"""Measures and empties the folders that are kept only to be faster, away from the window."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from relay_desktop.work.tasks import Tasks, TaskToken

log = logging.getLogger("relay_desktop.caches")


class CacheKeeper(QObject):
    """`folders` is name -> folder, `titles` name -> (title, help) as a person reads them."""

    measured = Signal(dict)  # name -> bytes

    def __init__(
        self,
        tasks: Tasks,
        folders: Mapping[str, Path],
        titles: Mapping[str, tuple[str, str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._folders = dict(folders)
        self.titles = dict(titles)

    def measure(self) -> None:
        """Count the bytes; `measured` comes when it is done."""
        self._tasks.run(self._count, self.measured.emit, lane="find", name="measure caches")

    def clear(self, name: str) -> None:
        """Delete the files of one cache; `measured` comes when it is done."""

        def work(token: TaskToken) -> dict[str, int]:
            _delete_files(self._folders[name], token)
            return self._count(token)

        self._tasks.run(work, self.measured.emit, lane="find", name="clear a cache")

    def _count(self, token: TaskToken) -> dict[str, int]:
        return {name: _size_of(folder, token) for name, folder in self._folders.items()}


def _size_of(folder: Path, token: TaskToken) -> int:
    size = 0
    for path in folder.rglob("*"):
        token.stop_if_cancelled()
        try:
            size += path.stat().st_size if path.is_file() and not path.is_symlink() else 0
        except OSError:
            continue  # it has just gone
    return size


def _delete_files(folder: Path, token: TaskToken) -> None:
    """Files one by one: what another window is reading at this moment stays readable for it."""
    for path in sorted(folder.rglob("*"), reverse=True):
        token.stop_if_cancelled()
        try:
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                path.unlink()
        except OSError as error:
            log.info("%s stays: %s", path, error)
