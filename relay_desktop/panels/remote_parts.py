"""What the window has for jobs beyond this computer: the notice over the timeline and the dialogs of jobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from relay_desktop.panels.dialogs import Dialogs
from relay_desktop.panels.job_notice import JobNotice
from relay_desktop.session.job_ids import EMBEDDED
from relay_desktop.session.job_plan import JobPlace, JobPlan
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.watch_desk import WatchDesk
from relay_desktop.settings import Settings
from relay_desktop.translation import said


class RemoteParts(QObject):
    """It only asks; the composition root connects who does."""

    job_planned = Signal(object, list)  # JobPlan, list[Path]
    link_folder_requested = Signal(object)  # Path
    fetch_requested = Signal(object)  # ReviewFile

    place_told = Signal(str)  # server and model of the open job, "" on this computer
    length_told = Signal(float)  # seconds the file in view lasts while its recording is not here

    def __init__(self, window: QWidget, session: ReviewSession, settings: Settings, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._dialogs = dialogs
        self._places: Callable[[], Sequence[JobPlace]] = lambda: (JobPlace(EMBEDDED, said("This computer")),)
        self._watch: WatchDesk | None = None
        self.notice = JobNotice(session)
        for signal in (session.current_file_changed, session.file_changed, session.detections_changed):
            signal.connect(self._tell_length)
        for signal in (session.desk_changed, session.jobs_changed):
            signal.connect(self._tell_place)
        self.notice.link_folder_requested.connect(self.ask_for_audio_folder)
        self.notice.fetch_requested.connect(self.fetch_requested)

    def _tell_place(self) -> None:
        job = self._session.job
        is_elsewhere = job is not None and job.is_remote
        self.place_told.emit(f"{self._session.place_of(job)} · {job.model_id}" if job and is_elsewhere else "")

    def _tell_length(self, file: ReviewFile | None) -> None:
        """So that detections of a recording that lies elsewhere have their place in time."""
        if file is None or file is not self._session.current or file.path is not None:
            return
        raw = file.raw
        last_ms = int(raw.end_ms.max()) if raw is not None and len(raw) else 0
        self.length_told.emit(max(file.duration_s or 0.0, last_ms / 1000))

    def set_places(self, places: Callable[[], Sequence[JobPlace]]) -> None:
        """Where jobs can run, asked for whenever a dialog opens."""
        self._places = places

    def show_new_job(self) -> None:
        """Ask what the next job is to be."""
        from relay_desktop.panels.new_job_dialog import (
            NewJobDialog,  # the window is shown before it is needed
        )

        start = self._settings.text("jobs/place", EMBEDDED)
        dialog = NewJobDialog(self._places(), start, self._settings.last_folder, self._window)
        dialog.planned.connect(self._on_planned)
        self._dialogs.show_dialog("new-job", dialog)

    def set_watch(self, desk: WatchDesk) -> None:
        """What `show_watch` is about."""
        self._watch = desk

    def show_watch(self) -> None:
        """Choose a folder to watch, pause or stop it."""
        from relay_desktop.panels.watch_dialog import WatchDialog  # the window is shown before it is needed

        if self._watch is not None:
            self._dialogs.show_dialog("watch", WatchDialog(self._watch, self._places(), self._window))

    def show_accounts(self) -> None:
        """The accounts in the settings."""
        self._dialogs.show_settings("Accounts")

    def ask_for_audio_folder(self) -> None:
        """Let the person say in which folder the recordings of the open job lie."""
        folder = self._settings.last_folder
        dialog = QFileDialog(self._window, self.tr("Where are the recordings?"), str(folder) if folder else "")
        dialog.setObjectName("audioFolderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.link_folder_requested.emit(Path(name)))
        self._dialogs.show_dialog("audio-folder", dialog)

    def fetch_all(self) -> None:
        """Bring the audio of every file of the open job."""
        for file in self._session.files:
            if file.path is None:
                self.fetch_requested.emit(file)

    def _on_planned(self, plan: JobPlan, paths: list[Path]) -> None:
        self._settings.write("jobs/place", plan.backend)
        if paths:
            self._settings.last_folder = paths[0].parent
        self.job_planned.emit(plan, paths)
