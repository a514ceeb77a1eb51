"""Brings files of the desk to a job: ticket, bytes, confirm, several at a time; a row shows how far each one is.

A service that is away for a moment costs nothing: the file waits in its row and goes on when the service is back.
What is wrong with the file itself ends in that file's row, the others go on.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from inference.sentences import sentence, words_of
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.transfer import upload_file
from relay_desktop.errors import FileProblem, ServiceUnreachable
from relay_desktop.session.job_ids import backend_of, wire_id
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.work.desks import Desks
from relay_desktop.work.link import Link, is_passing
from relay_desktop.work.links import Links
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

    @property
    def backend(self) -> str:
        """Where it goes."""
        return backend_of(self.job_id)


class FileSender(QObject):
    """Uploads; lives on the GUI thread, the bytes move on the lane `transfer`, as many at once as the link allows."""

    sent = Signal(str, object)  # job id, ReviewFile with its file_id
    failed = Signal(str, object)  # job id, ReviewFile with its problem

    def __init__(self, links: Links, desks: Desks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._links = links
        self._desks = desks
        self._parcels: dict[ReviewFile, _Parcel] = {}
        self._waiting: dict[str, dict[ReviewFile, _Parcel]] = {}  # by backend, in the order they came
        self._running: Counter[str] = Counter()  # by backend
        self._resting: list[_Parcel] = []  # tried, and tried again after the pause
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._wake_resting)

    def follow(self, link: Link) -> None:
        """Go on with what waits for this link whenever its backend comes up."""
        backend = link.backend
        link.ready.connect(lambda: self._go_on(backend))

    def send(self, job_id: str, file: ReviewFile) -> None:
        """Bring one file to a job; one that is on its way already is left alone."""
        if file in self._parcels or file.path is None:
            return
        parcel = self._parcels[file] = _Parcel(job_id, file)
        self._desks.change(file, status="waiting", problem=None, progress=None)
        self._put_in_line(parcel)

    def cancel(self, file: ReviewFile) -> None:
        """Stop bringing this file; a running transfer ends at its next block."""
        parcel = self._parcels.pop(file, None)
        if parcel is None:
            return
        self._waiting.get(parcel.backend, {}).pop(file, None)
        if parcel in self._resting:
            self._resting.remove(parcel)
        if parcel.task is not None:
            parcel.task.cancel()
            self._ended(parcel)

    def is_sending(self, file: ReviewFile) -> bool:
        """Whether this file is on its way or waits for the service to come back."""
        return file in self._parcels

    def close(self) -> None:
        """Drop everything; what was not confirmed is sent again after the next start."""
        self._pause.stop()
        self._waiting.clear()
        for file in list(self._parcels):
            self.cancel(file)

    def _put_in_line(self, parcel: _Parcel) -> None:
        self._waiting.setdefault(parcel.backend, {})[parcel.file] = parcel
        self._go_on(parcel.backend)

    def _go_on(self, backend: str) -> None:
        """Start as many of the waiting ones as may be under way at once."""
        link, waiting = self._links.of(backend), self._waiting.get(backend, {})
        while waiting and link.is_ready and self._running[backend] < link.uploads_at_once:
            file = next(iter(waiting))
            self._start(waiting.pop(file), link)

    def _wake_resting(self) -> None:
        resting, self._resting = self._resting, []
        for parcel in resting:
            self._put_in_line(parcel)

    def _start(self, parcel: _Parcel, link: Link) -> None:
        path, wire = parcel.file.path, wire_id(parcel.job_id)
        assert path is not None, "a file without a path is never put in line"
        self._running[parcel.backend] += 1
        parcel.task = link.call(
            lambda client, token: _upload(client, token, wire, path),
            lambda file_id: self._on_sent(parcel, file_id),
            lambda error: self._on_error(parcel, error),
            on_progress=lambda done, total: self._on_progress(parcel, done, total),
            lane="transfer",
            name=f"upload {path.name}",
        )

    def _ended(self, parcel: _Parcel) -> None:
        """Its place is free for the next one."""
        parcel.task = None
        self._running[parcel.backend] -= 1
        self._go_on(parcel.backend)

    def _on_progress(self, parcel: _Parcel, done: int, total: int) -> None:
        share = done / total if total else 1.0
        status = "uploading" if done < total else "confirming"
        self._desks.change(parcel.file, status=status, progress=share)

    def _on_sent(self, parcel: _Parcel, file_id: str) -> None:
        self._parcels.pop(parcel.file, None)
        self._desks.change(parcel.file, status="queued", file_id=file_id, progress=None, problem=None)
        self.sent.emit(parcel.job_id, parcel.file)
        self._ended(parcel)

    def _on_error(self, parcel: _Parcel, error: BaseException) -> None:
        is_away = isinstance(error, ServiceUnreachable)
        parcel.attempts += 0 if is_away else 1
        if is_passing(error) and parcel.attempts < ATTEMPTS:
            self._desks.change(parcel.file, status="waiting", progress=None)
            self._resting.append(parcel)
            self._pause.start()
        else:
            self._parcels.pop(parcel.file, None)
            self._desks.change(parcel.file, status="failed", progress=None, problem=sentence_of(error))
            self.failed.emit(parcel.job_id, parcel.file)
        self._ended(parcel)


def sentence_of(error: BaseException) -> str:
    """What happened and what to do, for a file's row."""
    advice = getattr(error, "advice", "")
    if not str(error):
        return type(error).__name__
    return sentence("{error} {advice}", error=error, advice=advice) if advice else words_of(error)


def _upload(client: RelayClient, token: TaskToken, job_id: str, path: Path) -> str:
    if not path.is_file():
        raise FileProblem(
            path,
            sentence("The file is no longer where it was."),
            sentence("Put it back or locate it, then retry."),
        )
    report = not_too_often(token.progress, PROGRESS_EVERY_S)
    return upload_file(client, job_id, path, report, token.is_cancelled)


def not_too_often(tell: Callable[[int, int], None], every_s: float) -> Callable[[int, int], None]:
    """Let the first and the last through, and at most one in `every_s` between."""
    last = 0.0

    def report(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done >= total or now - last >= every_s:
            last = now
            tell(done, total)

    return report
