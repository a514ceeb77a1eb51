"""The jobs of this computer and of servers: find one, open it, cancel, try again, forget, begin a new one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import sentence
from relay_desktop.look import Look, icon, scaled
from relay_desktop.panels.field_keys import TAKES_ENTER
from relay_desktop.panels.heading import PanelHeading, toned
from relay_desktop.panels.job_filter_row import JobFilterRow
from relay_desktop.panels.job_model import FACE_ROLE, JOB_ROLE, Index, JobModel
from relay_desktop.panels.row_painter import paint_row
from relay_desktop.panels.watch_line import WatchLine
from relay_desktop.session.job_filter import JobFilter
from relay_desktop.session.review_file import DeskJob
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import said, spoken

ROW_PX: Final = 48
NO_JOBS: Final = sentence("No jobs yet. Open audio, then run detection.")
NOTHING_FITS: Final = sentence("No job fits the filter.")


class FaceDelegate(QStyledItemDelegate):
    """Draws the `RowFace` that a model gives under a role."""

    def __init__(self, look: Look, face_role: int, row_px: int) -> None:
        super().__init__()
        self._look = look
        self._face_role = face_role
        self._row_px = row_px

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(120, scaled(self._row_px))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        paint_row(painter, option, index.data(self._face_role), self._look)


class JobPanel(QWidget):
    """Left side of the window, upper part. It only asks; whoever conducts the jobs does."""

    open_requested = Signal(str)
    new_requested = Signal()
    cancel_requested = Signal(str)
    retry_requested = Signal(str)
    forget_requested = Signal(str)
    refresh_requested = Signal()

    def __init__(self, session: ReviewSession, look: Look) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("jobPanel")
        self.setAccessibleName(self.tr("Jobs"))
        self.heading = PanelHeading(self.tr("Jobs"))
        self.cancel_button = self._quiet(
            said("Cancel this job: stop it and keep what is finished"), said("Cancel job")
        )
        self.retry_button = self._quiet(
            said("Send the failed files of this job through detection again"), said("Retry job")
        )
        self.forget_button = self._quiet(
            said("Forget this job. Your audio files are not touched"), said("Forget job")
        )
        self.new_button = self.heading.add_button(
            self.tr("+ New"),
            self.tr("Begin a new job: where it runs, with which model, on which files"),
            self.tr("New job"),
        )
        self.model = JobModel(session)
        self.filter_row = JobFilterRow(session)
        self.watch_line = WatchLine()
        self.list = QListView()
        self._delegate = FaceDelegate(look, FACE_ROLE, ROW_PX)
        self._nothing = toned(spoken(NO_JOBS), "faint")
        self._lay_out()
        self._wire()
        self.set_look(look)
        self._update_state()

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self._delegate.set_look(look)
        self.cancel_button.setIcon(icon("cancel", look, look.muted))
        self.retry_button.setIcon(icon("retry", look, look.muted))
        self.forget_button.setIcon(icon("forget", look, look.muted))
        self.filter_row.refresh_button.setIcon(icon("reset", look, look.muted))
        self.list.viewport().update()

    def chosen_job(self) -> DeskJob | None:
        """The job the buttons mean: the one with the keyboard, else the one that is open."""
        index = self.list.currentIndex()
        job = index.data(JOB_ROLE) if index.isValid() else self._session.job
        return job if isinstance(job, DeskJob) else None

    def cancel_chosen(self) -> None:
        """Ask to stop the chosen job."""
        self._ask(self.cancel_requested, is_possible=self.cancel_button.isEnabled())

    def retry_chosen(self) -> None:
        """Ask to send the failed files of the chosen job again."""
        self._ask(self.retry_requested, is_possible=self.retry_button.isEnabled())

    def forget_chosen(self) -> None:
        """Ask to take the chosen job off the list."""
        self._ask(self.forget_requested, is_possible=self.forget_button.isEnabled())

    def _quiet(self, tooltip: str, name: str) -> QToolButton:
        button = self.heading.add_button("", tooltip, name)
        button.setProperty("kind", "quiet")
        return button

    def _lay_out(self) -> None:
        self.list.setObjectName("jobList")
        self.list.setAccessibleName(self.tr("Jobs"))
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing.setContentsMargins(14, 2, 14, 8)
        self._nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.filter_row)
        column.addWidget(self.watch_line)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def _wire(self) -> None:
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.setProperty(TAKES_ENTER, True)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._update_state())
        self.filter_row.changed.connect(self._set_filter)
        self.new_button.clicked.connect(self.new_requested)
        self.filter_row.refresh_button.clicked.connect(self.refresh_requested)
        self.cancel_button.clicked.connect(self.cancel_chosen)
        self.retry_button.clicked.connect(self.retry_chosen)
        self.forget_button.clicked.connect(self.forget_chosen)
        for signal in (self._session.jobs_changed, self._session.job_changed, self._session.desk_changed):
            signal.connect(lambda *_: self._update_state())
        self._session.desk_changed.connect(self._follow_desk)
        self._session.jobs_changed.connect(self._follow_desk)

    def _set_filter(self, wanted: JobFilter) -> None:
        self.model.set_filter(wanted)
        self._follow_desk()
        self._update_state()

    def _open(self, index: Index) -> None:
        job = index.data(JOB_ROLE)
        if isinstance(job, DeskJob):
            self.open_requested.emit(job.job_id)

    def _ask(self, signal: SignalInstance, *, is_possible: bool) -> None:
        job = self.chosen_job()
        if job is not None and is_possible:
            signal.emit(job.job_id)

    def _follow_desk(self) -> None:
        """The open job is the one the keyboard is on."""
        row = self.model.row_of(self._session.job.job_id if self._session.job is not None else None)
        flag = QItemSelectionModel.SelectionFlag
        if row < 0:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        else:
            self.list.selectionModel().setCurrentIndex(self.model.index(row), flag.ClearAndSelect)

    def _update_state(self) -> None:
        has_jobs = self.model.rowCount() > 0
        self._nothing.setText(spoken(NOTHING_FITS if self._session.jobs else NO_JOBS))
        self.list.setVisible(has_jobs)
        self._nothing.setVisible(not has_jobs)
        job = self.chosen_job()
        self.cancel_button.setEnabled(job is not None and not job.is_terminal)
        self.retry_button.setEnabled(job is not None and job.is_terminal)
        self.forget_button.setEnabled(job is not None and job.is_terminal)
