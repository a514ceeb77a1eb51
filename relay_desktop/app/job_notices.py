"""Tells a person who looks elsewhere that a long job has ended: by the system's tray where there is one."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from relay_desktop.look import program_icon
from relay_desktop.main_window import MainWindow
from relay_desktop.session.review_file import DeskJob
from relay_desktop.translation import said, said_many

LONG_S: Final = 20.0
_SWITCH: Final = "jobs/notify"


class JobNotices(QObject):
    """About a job that ran for `long_s` seconds under this window's eyes and ends while the window is not active."""

    def __init__(self, window: MainWindow, parent: QObject, *, long_s: float = LONG_S) -> None:
        super().__init__(parent)
        self._window = window
        self._session = window.session
        self._settings = window.settings
        self._long_s = long_s
        self._began: dict[str, float] = {}
        self._tray: QSystemTrayIcon | None = None
        self._session.jobs_changed.connect(self._look)
        self._session.job_changed.connect(self._look)
        self._offer_switch()

    def close(self) -> None:
        """Leave the tray."""
        if self._tray is not None:
            self._tray.hide()

    def tell(self, job: DeskJob) -> None:
        """Say that a job has ended; without a tray the window asks for attention."""
        title, words = _words(job, self._session.place_of(job))
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._in_tray().showMessage(title, words, program_icon())
        self._window.status_strip.showMessage(f"{title} {words}", 15_000)
        QApplication.alert(self._window)

    def _in_tray(self) -> QSystemTrayIcon:
        if self._tray is None:
            self._tray = QSystemTrayIcon(program_icon(), self)
            self._tray.messageClicked.connect(self._window.raise_)
            self._tray.show()
        return self._tray

    def _look(self, *_: object) -> None:
        """Note when each job was first seen at work."""
        for job in self._session.jobs.values():
            if job.status in ("processing", "queued"):
                self._began.setdefault(job.job_id, time.monotonic())

    def on_ended(self, job_id: str) -> None:
        """Every result of a job is here."""
        began, job = self._began.pop(job_id, None), self._session.jobs.get(job_id)
        if job is None or began is None or time.monotonic() - began < self._long_s:
            return
        if self._settings.flag(_SWITCH, True) and not self._window.isActiveWindow():
            self.tell(job)

    def _offer_switch(self) -> None:
        switch = self._window.transport_bar.run_menu.addAction(self.tr("Tell me when a long job ends"))
        switch.setObjectName("action_notify")
        switch.setCheckable(True)
        switch.setChecked(self._settings.flag(_SWITCH, True))
        switch.setToolTip(self.tr("By a message of the system, while this window is not the active one."))
        switch.toggled.connect(lambda is_on: self._settings.write(_SWITCH, is_on))


def _words(job: DeskJob, place: str) -> tuple[str, str]:
    count = said_many("{n:,} file", "{n:,} files", job.total_files)
    if job.status == "failed":
        what = said(
            "{title} on {place}: {what}", title=job.title, place=place, what=job.error_message or count
        )
        return said("A job has failed."), what
    return said("A job is done."), said(
        "{title} on {place}, {count}.", title=job.title, place=place, count=count
    )
