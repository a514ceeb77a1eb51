"""The files of the desk as a Qt model; good for ten thousand rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from relay_desktop.look import Look
from relay_desktop.panels.row_painter import RowFace
from relay_desktop.panels.wording import channel_words, length, rate, status_word
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import number, said_many, spoken

Index = QModelIndex | QPersistentModelIndex
FACE_ROLE = Qt.ItemDataRole.UserRole + 1
FILE_ROLE = Qt.ItemDataRole.UserRole + 2
_UNDER_WAY = frozenset({"uploading", "confirming", "processing"})


def status_colour(file: ReviewFile, look: Look) -> QColor:
    """The colour of the dot; the words beside it say the same."""
    if file.status in {"failed", "missing"}:
        return look.danger
    if file.status == "completed":
        return look.success
    return look.accent if file.status in _UNDER_WAY else look.border


def file_face(file: ReviewFile, shown: int | None, look: Look, *, is_open: bool) -> RowFace:
    """What the row of a file says: name; length and state, or the problem; how many are shown."""
    dot = status_colour(file, look)
    is_bad = file.problem is not None
    second = spoken(file.problem or "") or _second_line(file)
    return RowFace(
        file.name,
        second,
        "danger" if is_bad else "muted",
        _chip(file, shown),
        dot,
        file.progress if file.status in _UNDER_WAY and file.progress is not None else None,
        is_open,
    )


def _second_line(file: ReviewFile) -> str:
    parts = [length(file.duration_s)]
    if file.status != "completed":
        parts.append(status_word(file.status))
    if file.is_partial and file.progress is not None:
        parts.append(number(file.progress, ".0%"))
    if file.is_done:
        parts.append("reviewed")
    return " · ".join(part for part in parts if part) or status_word(file.status)


def _chip(file: ReviewFile, shown: int | None) -> str:
    if shown is not None:
        return number(shown, ",")
    if file.status in _UNDER_WAY and file.progress is not None:
        return number(file.progress, ".0%")
    return ""


class FileModel(QAbstractListModel):
    """The session's files, or those whose name holds the filter's words."""

    def __init__(self, session: ReviewSession, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._filter = ""
        self._files: list[ReviewFile] = list(session.files)
        self._row_of = {file.key: row for row, file in enumerate(self._files)}
        session.files_added.connect(self._on_added)
        session.files_removed.connect(lambda _files: self._reload())
        session.desk_changed.connect(self._reload)
        session.file_changed.connect(self._on_changed)

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self._look = look

    def set_filter(self, words: str) -> None:
        """Show only files whose name holds these words, whatever their case."""
        self._filter = words.strip().casefold()
        self._reload()

    def row_of(self, file: ReviewFile | None) -> int:
        """The row of a file; -1 when it is not shown."""
        return self._row_of.get(file.key, -1) if file is not None else -1

    def file_at(self, row: int) -> ReviewFile:
        """The file in a row."""
        return self._files[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many files are shown."""
        return 0 if parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The file itself, its face, and words."""
        if not index.isValid():
            return None
        file = self._files[index.row()]
        if role == FILE_ROLE:
            return file
        if role == FACE_ROLE:
            return self._face(file)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._sentence(file)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(file)
        return None

    def _face(self, file: ReviewFile) -> RowFace:
        return file_face(file, self._session.visible_count(file), self._look, is_open=file is self._session.current)

    def _sentence(self, file: ReviewFile) -> str:
        shown = self._session.visible_count(file)
        counted = "" if shown is None else said_many("{n:,} detection shown", "{n:,} detections shown", shown)
        parts = (
            file.name,
            length(file.duration_s),
            status_word(file.status),
            counted,
            spoken(file.problem or ""),
        )
        return ", ".join(part for part in parts if part)

    def _tooltip(self, file: ReviewFile) -> str:
        form = [rate(file.sample_rate_hz), channel_words(file.channels), file.sample_format or ""]
        lines = [
            str(file.path or file.name),
            " · ".join(part for part in form if part),
            spoken(file.problem or ""),
        ]
        return "\n".join(line for line in lines if line)

    def _matches(self, file: ReviewFile) -> bool:
        return self._filter in file.name.casefold()

    def _on_added(self, files: list[ReviewFile]) -> None:
        fresh = [file for file in files if self._matches(file) and file.key not in self._row_of]
        if not fresh:
            return
        first = len(self._files)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._files += fresh
        self._row_of.update({file.key: first + place for place, file in enumerate(fresh)})
        self.endInsertRows()

    def _reload(self) -> None:
        self.beginResetModel()
        self._files = [file for file in self._session.files if self._matches(file)]
        self._row_of = {file.key: row for row, file in enumerate(self._files)}
        self.endResetModel()

    def _on_changed(self, file: ReviewFile) -> None:
        row = self.row_of(file)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))
