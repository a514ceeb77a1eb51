"""The files of the desk: status, length, live count of shown detections; drop files or folders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from relay_desktop.look import Look
from relay_desktop.panels.file_model import FACE_ROLE, FILE_ROLE, FileModel, Index
from relay_desktop.panels.heading import PanelHeading
from relay_desktop.panels.job_panel import FaceDelegate
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import number, said, said_many

ROW_PX: Final = 43
FILTER_FROM: Final = 12  # so many files make a filter worth its place
_PAINT_PAUSE_MS: Final = 33  # counts in rows change thirty times a second at most
_COUNT_PAUSE_MS: Final = 120
COUNTED_AT_ONCE: Final = 1000
_Flag = QItemSelectionModel.SelectionFlag


class FileList(QListView):
    """A list that says what to do when it is empty."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or an invitation."""
        super().paintEvent(event)
        model = self.model()
        if model is not None and model.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.look.faint)
            area = self.viewport().rect().adjusted(14, 8, -14, -8)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(area, flags, said("Drop audio files or folders here, or press Open."))


class FilePanel(QWidget):
    """Left side of the window, lower part."""

    retry_requested = Signal(object)  # ReviewFile
    locate_requested = Signal(object)  # ReviewFile that is missing
    cancel_requested = Signal(object)  # ReviewFile that is on its way

    def __init__(self, session: ReviewSession, look: Look) -> None:
        super().__init__()
        self._session = session
        self.heading = PanelHeading(self.tr("Files"))
        self.filter_box = QLineEdit()
        self.list = FileList(look)
        self.model = FileModel(session, look)
        self._delegate = FaceDelegate(look, FACE_ROLE, ROW_PX)
        self._paint_soon = QTimer(self)
        self._count_soon = QTimer(self)
        self._counted_to = 0
        self._sum: int | None = None
        self._has_changed_meanwhile = False
        self._lay_out()
        self._wire()
        self._follow_current()
        self._count()

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self._delegate.set_look(look)
        self.model.set_look(look)
        self.list.look = look
        self.list.viewport().update()

    def chosen_files(self) -> list[ReviewFile]:
        """The files selected in the list, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.file_at(row) for row in rows]

    def remove_chosen(self) -> None:
        """Take the chosen files off the desk; the files on the disk stay."""
        self._session.remove_files(self.chosen_files())

    def retry_chosen(self) -> None:
        """Ask to send the chosen files through detection again."""
        for file in self.chosen_files():
            self.retry_requested.emit(file)

    def cancel_chosen(self) -> None:
        """Ask to stop sending the chosen files."""
        for file in self.chosen_files():
            self.cancel_requested.emit(file)

    def locate_chosen(self) -> None:
        """Ask where the chosen file lies now."""
        files = self.chosen_files() or [file for file in [self._session.current] if file is not None]
        if files:
            self.locate_requested.emit(files[0])

    def _lay_out(self) -> None:
        self.list.setObjectName("fileList")
        self.list.setAccessibleName(self.tr("Files"))
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.filter_box.setObjectName("fileFilter")
        self.filter_box.setAccessibleName(self.tr("Filter files by name"))
        self.filter_box.setPlaceholderText(self.tr("Filter by name"))
        self.filter_box.setClearButtonEnabled(True)
        holder = QVBoxLayout()
        holder.setContentsMargins(14, 0, 14, 6)
        holder.addWidget(self.filter_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(holder)
        column.addWidget(self.list, 1)

    def _wire(self) -> None:
        session = self._session
        for timer, pause_ms in ((self._paint_soon, _PAINT_PAUSE_MS), (self._count_soon, _COUNT_PAUSE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(pause_ms)
        self._paint_soon.timeout.connect(self.list.viewport().update)
        self._count_soon.timeout.connect(self._count)
        self.filter_box.textChanged.connect(self._filter)
        self.list.selectionModel().currentChanged.connect(self._open)
        session.current_file_changed.connect(lambda _file: self._follow_current())
        session.desk_changed.connect(self._follow_current)
        for signal in (
            session.files_added,
            session.files_removed,
            session.desk_changed,
            session.counts_changed,
        ):
            signal.connect(lambda *_: self._recount())

    def _filter(self, words: str) -> None:
        self.model.set_filter(words)
        self._follow_current()

    def _open(self, index: Index) -> None:
        file = index.data(FILE_ROLE) if index.isValid() else None
        if isinstance(file, ReviewFile) and file in self._session.files:
            self._session.open_file(file)

    def _follow_current(self) -> None:
        row = self.model.row_of(self._session.current)
        index = self.model.index(row)
        if row < 0 or index == self.list.currentIndex():
            self.list.viewport().update()
            return
        self.list.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.list.scrollTo(index)

    def _recount(self) -> None:
        """Rows in view follow the sliders, the sum over all files a little later; neither delays the regions."""
        for timer in (self._paint_soon, self._count_soon):
            if not timer.isActive():
                timer.start()
        self._has_changed_meanwhile = True

    def _count(self) -> None:
        """The sum over all files, a part of a long list at a time: no frame waits for it."""
        files = self._session.files
        if self._counted_to == 0 or self._counted_to >= len(files):
            self._counted_to, self._sum, self._has_changed_meanwhile = 0, None, False
        part = files[self._counted_to : self._counted_to + COUNTED_AT_ONCE]
        counts = [shown for file in part if (shown := self._session.visible_count(file)) is not None]
        self._sum = (self._sum or 0) + sum(counts) if counts else self._sum
        self._counted_to += len(part)
        if self._counted_to < len(files):
            self._count_soon.start(0)
            return
        self._count_soon.setInterval(_COUNT_PAUSE_MS)
        self._show_sum(files, self._sum)
        if self._has_changed_meanwhile:
            self._count_soon.start()

    def _show_sum(self, files: Sequence[ReviewFile], total: int | None) -> None:
        words = number(len(files), ",") if files else ""
        if total is not None:
            words = f"{words} · {said_many('{n:,} detection', '{n:,} detections', total)}"
        self.heading.set_remark(words)
        self.filter_box.setVisible(len(files) >= FILTER_FROM or bool(self.filter_box.text()))
