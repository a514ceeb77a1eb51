"""Over the timeline, about the open job of a server: where its audio is, and what its detections can show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from relay_desktop.panels.heading import toned
from relay_desktop.session.exactness import floor_words, is_exact
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import number, said, spoken


class JobNotice(QWidget):
    """Two lines, each there only when it has something to say."""

    fetch_requested = Signal(object)  # ReviewFile
    fetch_cancelled = Signal(object)  # ReviewFile
    link_requested = Signal(object)  # ReviewFile
    link_folder_requested = Signal()
    raw_requested = Signal(str)  # job id

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("jobNotice")
        self.setAccessibleName(self.tr("About this job"))
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.audio_words = toned("", "")
        self.floor_badge = toned(self.tr("approximate"), "warning")
        self.floor_words = toned("", "muted")
        self.download_button = self._button(self.tr("Download"), "downloadAudio")
        self.cancel_button = self._button(self.tr("Cancel"), "cancelDownload")
        self.link_button = self._button(self.tr("Link a local copy…"), "linkAudio")
        self.folder_button = self._button(self.tr("Look in a folder…"), "linkFolder")
        self.raw_button = self._button(self.tr("Run again raw"), "runAgainRaw")
        self._lay_out()
        self._wire()
        self.refresh()

    def refresh(self) -> None:
        """Say what is so now."""
        has_audio_line = self._show_audio()
        has_floor_line = self._show_floor()
        self.setVisible(has_audio_line or has_floor_line)

    def _button(self, words: str, object_name: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(object_name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        self.download_button.setToolTip(self.tr("Fetch the recording from the server and keep it on this computer"))
        self.link_button.setToolTip(self.tr("Choose the same recording on this computer; it is compared first"))
        self.folder_button.setToolTip(
            self.tr("Find the recordings of this whole job in a folder, by name, size and content")
        )
        self.raw_button.setToolTip(
            self.tr("The same files as a new job that keeps everything, so that every setting can be shown exactly")
        )
        self.floor_words.setWordWrap(True)
        self.audio_words.setWordWrap(True)
        self.audio_line, self.floor_line = QWidget(), QWidget()
        buttons = (self.cancel_button, self.download_button, self.link_button, self.folder_button)
        _row(self.audio_line, self.audio_words, *buttons)
        _row(self.floor_line, self.floor_words, self.raw_button, before=self.floor_badge)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 5, 10, 5)
        column.setSpacing(4)
        column.addWidget(self.audio_line)
        column.addWidget(self.floor_line)

    def _wire(self) -> None:
        session = self._session
        self.download_button.clicked.connect(lambda: self.fetch_requested.emit(session.current))
        self.cancel_button.clicked.connect(lambda: self.fetch_cancelled.emit(session.current))
        self.link_button.clicked.connect(lambda: self.link_requested.emit(session.current))
        self.folder_button.clicked.connect(self.link_folder_requested)
        self.raw_button.clicked.connect(self._ask_for_raw)
        session.file_changed.connect(lambda file: self.refresh() if file is session.current else None)
        for signal in (
            session.current_file_changed, session.desk_changed, session.tuning_changed, session.jobs_changed,
        ):  # fmt: skip
            signal.connect(lambda *_: self.refresh())
        session.job_changed.connect(self._on_job)

    def _on_job(self, job_id: str) -> None:
        if self._session.job is not None and self._session.job.job_id == job_id:
            self.refresh()

    def _ask_for_raw(self) -> None:
        if self._session.job is not None:
            self.raw_requested.emit(self._session.job.job_id)

    def _show_audio(self) -> bool:
        file, job = self._session.current, self._session.job
        is_away = file is not None and file.path is None and job is not None and job.is_remote
        self.audio_line.setVisible(is_away)
        if not is_away or file is None or job is None:
            return False
        is_coming = file.fetch_progress is not None
        self.audio_words.setText(self._audio_sentence(file, self._session.place_of(job)))
        self.cancel_button.setVisible(is_coming)
        for button in (self.download_button, self.link_button, self.folder_button):
            button.setVisible(not is_coming and file.file_id is not None)
        return True

    def _audio_sentence(self, file: ReviewFile, place: str) -> str:
        size = f" ({megabytes(file.size_bytes)})" if file.size_bytes is not None else ""
        if file.fetch_progress is not None:
            return said(
                "Fetching {name} from {place}: {done:.0%}",
                name=file.name + size,
                place=place,
                done=file.fetch_progress,
            )
        sentence = self.tr("The recording is on {}{}.").format(place, size)
        return (
            f"{sentence} {spoken(file.problem)}" if file.problem and file.status == "completed" else sentence
        )

    def _show_floor(self) -> bool:
        job = self._session.job
        is_told = job is not None and not job.is_raw
        self.floor_line.setVisible(is_told)
        if job is None or not is_told:
            return False
        self.floor_badge.setVisible(not is_exact(job, self._session.rules))
        self.floor_words.setText(spoken(floor_words(job)))
        return True


def megabytes(size_bytes: int) -> str:
    """1234567 -> "1.2 MB"."""
    return (
        f"{number(size_bytes / 1e6, ',.1f')} MB"
        if size_bytes >= 100_000
        else f"{number(size_bytes / 1e3, ',.1f')} kB"
    )


def _row(line: QWidget, words: QWidget, *buttons: QWidget, before: QWidget | None = None) -> None:
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    if before is not None:
        row.addWidget(before)
    row.addWidget(words, 1)
    for button in buttons:
        row.addWidget(button)
