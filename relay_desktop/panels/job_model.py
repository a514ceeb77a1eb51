"""The jobs of this desk as a Qt model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from relay_desktop.panels.row_painter import RowFace
from relay_desktop.panels.wording import status_word
from relay_desktop.session.job_filter import JobFilter
from relay_desktop.session.review_file import DeskJob
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import said, said_many, spoken

Index = QModelIndex | QPersistentModelIndex
FACE_ROLE = Qt.ItemDataRole.UserRole + 1
JOB_ROLE = Qt.ItemDataRole.UserRole + 2


def job_face(job: DeskJob, *, is_open: bool, place: str = "") -> RowFace:
    """What the row of a job says."""
    model = job.model_id or said("model not known")
    place = place or said("This computer")
    first = f"{place} · {job.title}" if job.title else place
    if job.status == "failed":
        return RowFace(
            first,
            spoken(job.error_message or "") or f"{model} · {status_word(job.status)}",
            "danger",
            is_open=is_open,
        )
    if job.is_terminal:
        files = said_many("{n:,} file", "{n:,} files", job.total_files)
        return RowFace(first, f"{model} · {status_word(job.status)} · {files}", is_open=is_open)
    done = said_many(
        "{done} of {n:,} file", "{done} of {n:,} files", job.total_files, done=job.processed_files
    )
    second = f"{model} · {status_word(job.status)} · {done}"
    return RowFace(first, second, progress=job_progress(job), is_open=is_open)


def job_progress(job: DeskJob) -> float:
    """0-1: what the conductor says, or at least the share of finished files."""
    finished = job.processed_files / job.total_files if job.total_files else 0.0
    return max(job.progress, finished)


class JobModel(QAbstractListModel):
    """One row per job that passes the filter, newest first."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self._session = session
        self._filter = JobFilter()
        self._jobs: list[DeskJob] = []
        self._reload()
        session.jobs_changed.connect(self._reload)
        session.job_changed.connect(self._on_job)
        session.desk_changed.connect(self._on_desk)

    @property
    def filter(self) -> JobFilter:
        """Which jobs are shown."""
        return self._filter

    def set_filter(self, wanted: JobFilter) -> None:
        """Show these jobs only."""
        if wanted != self._filter:
            self._filter = wanted
            self._reload()

    def row_of(self, job_id: str | None) -> int:
        """The row of a job; -1 when it is not listed."""
        return next((row for row, job in enumerate(self._jobs) if job.job_id == job_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many jobs."""
        return 0 if parent.isValid() else len(self._jobs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The job itself, its face, and words."""
        if not index.isValid():
            return None
        job = self._jobs[index.row()]
        if role == JOB_ROLE:
            return job
        is_open = self._session.job is not None and job.job_id == self._session.job.job_id
        face = job_face(job, is_open=is_open, place=self._session.place_of(job))
        if role == FACE_ROLE:
            return face
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return face.sentence()
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(
                part for part in (face.first, face.second, said("Job {id}", id=job.wire_id)) if part
            )
        return None

    def _passes(self, job: DeskJob) -> bool:
        return self._filter.passes(job, self._session.place_of(job))

    def _reload(self) -> None:
        self.beginResetModel()
        shown = (job for job in self._session.jobs.values() if self._passes(job))
        # Those of several servers together: the newest first, what has no date as the session has it.
        self._jobs = sorted(shown, key=lambda job: job.created_at or "9", reverse=True)
        self.endResetModel()

    def _on_job(self, job_id: str) -> None:
        row, job = self.row_of(job_id), self._session.jobs[job_id]
        if (row >= 0) != self._passes(job):
            self._reload()
        elif row >= 0:
            self._jobs[row] = job
            self.dataChanged.emit(self.index(row), self.index(row))

    def _on_desk(self) -> None:
        if self._jobs:
            self.dataChanged.emit(self.index(0), self.index(len(self._jobs) - 1))
