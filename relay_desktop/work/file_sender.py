"""Brings files of the desk to a job: ticket, bytes, confirm, several at a time; a row shows how far each one is.

A service that is away for a moment costs nothing: the file waits in its row and goes on when the service is back.
What is wrong with the file itself ends in that file's row, the others go on.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.transfer import upload_file
from relay_desktop.errors import FileProblem, ServiceUnreachable
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.work.desks import Desks
from relay_desktop.work.service_link import ServiceLink, is_passing
from relay_desktop.work.tasks import Task, TaskToken

ATTEMPTS: Final = 4
PAUSE_MS: Final = 1000
PROGRESS_EVERY_S: Final = 0.1


@dataclass(eq=False)
class _Parcel:
    """One file on its way to one job."""

    job_id: str
    file: ReviewFile
    attempts: int = 0
    task: Task[str] | None = None


class FileSender(QObject):
    """Uploads; lives on the GUI thread, the bytes move on the lane `transfer`."""

    sent = Signal(str, object)  # job id, ReviewFile with its file_id
    failed = Signal(str, object)  # job id, ReviewFile with its problem

    def __init__(self, link: ServiceLink, desks: Desks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._desks = desks
        self._parcels: dict[ReviewFile, _Parcel] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._go_on)
        link.ready.connect(self._go_on)

    def send(self, job_id: str, file: ReviewFile) -> None:
        """Bring one file to a job; one that is on its way already is left alone."""
        if file in self._parcels or file.path is None:
            return
        parcel = self._parcels[file] = _Parcel(job_id, file)
        self._desks.change(file, status="waiting", problem=None, progress=None)
        self._start(parcel)

    def cancel(self, file: ReviewFile) -> None:
        """Stop bringing this file; a running transfer ends at its next block."""
        parcel = self._parcels.pop(file, None)
        if parcel is not None and parcel.task is not None:
            parcel.task.cancel()

    def is_sending(self, file: ReviewFile) -> bool:
        """Whether this file is on its way or waits for the service to come back."""
        return file in self._parcels

    def close(self) -> None:
        """Drop everything; what was not confirmed is sent again after the next start."""
        self._pause.stop()
        for file in list(self._parcels):
            self.cancel(file)

    def _start(self, parcel: _Parcel) -> None:
        path = parcel.file.path
        if path is None or not self._link.is_ready:
            return
        parcel.task = self._link.call(
            lambda client, token: _upload(client, token, parcel.job_id, path),
            lambda file_id: self._on_sent(parcel, file_id),
            lambda error: self._on_error(parcel, error),
            on_progress=lambda done, total: self._on_progress(parcel, done, total),
            lane="transfer",
            name=f"upload {path.name}",
        )

    def _on_progress(self, parcel: _Parcel, done: int, total: int) -> None:
        share = done / total if total else 1.0
        status = "uploading" if done < total else "confirming"
        self._desks.change(parcel.file, status=status, progress=share)

    def _on_sent(self, parcel: _Parcel, file_id: str) -> None:
        self._parcels.pop(parcel.file, None)
        self._desks.change(parcel.file, status="queued", file_id=file_id, progress=None, problem=None)
        self.sent.emit(parcel.job_id, parcel.file)

    def _on_error(self, parcel: _Parcel, error: BaseException) -> None:
        parcel.task = None
        is_away = isinstance(error, ServiceUnreachable)
        parcel.attempts += 0 if is_away else 1
        if is_passing(error) and parcel.attempts < ATTEMPTS:
            self._desks.change(parcel.file, status="waiting", progress=None)
            self._pause.start()
            return
        self._parcels.pop(parcel.file, None)
        self._desks.change(parcel.file, status="failed", progress=None, problem=sentence_of(error))
        self.failed.emit(parcel.job_id, parcel.file)

    def _go_on(self) -> None:
        for parcel in list(self._parcels.values()):
            if parcel.task is None:
                self._start(parcel)


def sentence_of(error: BaseException) -> str:
    """What happened and what to do, for a file's row."""
    advice = getattr(error, "advice", "")
    return f"{error} {advice}".strip() if str(error) else type(error).__name__


def _upload(client: RelayClient, token: TaskToken, job_id: str, path: Path) -> str:
    if not path.is_file():
        raise FileProblem(
            path, "The file is no longer where it was.", "Put it back or locate it, then retry."
        )
    report = _not_too_often(token.progress, PROGRESS_EVERY_S)
    return upload_file(client, job_id, path, report, token.is_cancelled)


def _not_too_often(tell: Callable[[int, int], None], every_s: float) -> Callable[[int, int], None]:
    """Let the first and the last through, and at most one in `every_s` between."""
    last = 0.0

    def report(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done >= total or now - last >= every_s:
            last = now
            tell(done, total)

    return report
