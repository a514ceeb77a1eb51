"""The composition root: builds every room, wires them, closes them. The only file that knows them all.

The window is shown first; what talks to the service is imported and started after it has been painted.
"""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

import platformdirs
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from relay_desktop.look import RESOURCES
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import Hooks, Problem, ProblemDesk
from relay_desktop.session.library import Library, LibraryTooNew
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.transport import Transport
from relay_desktop.settings import Settings

if TYPE_CHECKING:
    from relay_desktop.audio.clip import AudioClip
    from relay_desktop.backend.local_service import LocalService
    from relay_desktop.session.review_file import ReviewFile
    from relay_desktop.work.audio_loader import AudioLoader
    from relay_desktop.work.crew import Crew
    from relay_desktop.work.job_conductor import JobConductor

APP_NAME: Final = "relay-desktop"
DEMO: Final = RESOURCES / "demo" / "announcement.flac"


@dataclass(frozen=True)
class Places:
    """Where things are kept for this person."""

    data: Path
    cache: Path

    @classmethod
    def of_user(cls, data_dir: Path | None) -> Places:
        """The system's folders for this program, or everything below `data_dir`."""
        if data_dir is not None:
            return cls(data_dir.expanduser().absolute(), data_dir.expanduser().absolute() / "cache")
        data = platformdirs.user_data_dir(APP_NAME, appauthor=False)
        return cls(Path(data), Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False)))

    @property
    def library(self) -> Path:
        """Jobs, files, tuning."""
        return self.data / "library.sqlite"

    @property
    def settings(self) -> Path:
        """Look, device, window shape."""
        return self.data / "settings.ini"

    @property
    def service(self) -> Path:
        """What the service on this computer keeps: results, its lock, its log."""
        return self.data / "service"

    @property
    def logs(self) -> Path:
        """The program's own log."""
        return self.data / "logs"


def run(
    paths: Sequence[Path],
    *,
    screenshot: Path | None = None,
    print_table: bool = False,
    data_dir: Path | None = None,
    models_dirs: Sequence[Path] = (),
) -> int:
    """Open the window with these files and folders; returns the exit status when it was closed.

    Without paths: what was open last, on the first start the demo recording. With `screenshot`: off screen,
    until every detection is there, then the picture of the window is saved and the program ends (1 when a file
    failed).
    """
    if screenshot is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([APP_NAME])
    assert isinstance(application, QApplication)
    application.setApplicationName(APP_NAME)
    application.setApplicationDisplayName("Relay Desktop")
    desktop = Desktop(Places.of_user(data_dir), models_dirs)
    try:
        if screenshot is not None:
            desktop.started.connect(lambda: desktop.take_picture(screenshot, print_table=print_table))
        desktop.show(paths)
        return application.exec()
    finally:
        desktop.close()


class Desktop(QObject):
    """One window with all that belongs to it."""

    started = Signal()  # the work behind the window is on its way

    def __init__(self, places: Places, models_dirs: Sequence[Path] = ()) -> None:
        super().__init__()
        self.places = places
        self._models_dirs = tuple(models_dirs)
        self.settings = Settings(places.settings, self)
        self.problems = ProblemDesk(self)
        self._hooks = Hooks(self.problems, places.logs)
        self._hooks.install()
        self.session = ReviewSession(self)
        self.transport = Transport(self.session, parent=self)
        self.library = self._open_library()
        self.review = Review(self.session, self.library.verdicts, self)
        self.review.save_failed.connect(lambda sentence: self.problems.report(_about_unsaved(sentence)))
        self.window = MainWindow(self.session, self.review, self.transport, self.problems, self.settings)
        self._interrupts = Interrupts(self)
        self._is_closed = False
        self.crew: Crew | None = None
        self.conductor: JobConductor | None = None
        self.loader: AudioLoader | None = None

    def _open_library(self) -> Library:
        """The library of this person; one in memory, and a problem, where that cannot be opened."""
        try:
            return Library(self.places.library)
        except (LibraryTooNew, sqlite3.Error, OSError) as error:
            sentence = f"{error} ({self.places.library})"
            # Told after the window is there to show it.
            QTimer.singleShot(0, self, lambda: self.problems.report(_about_no_library(sentence)))
            return Library(Path(":memory:"))

    def show(self, paths: Sequence[Path]) -> None:
        """Show the window; the work behind it starts once it was painted."""
        FirstPaint(self.window, lambda: self._start_work([Path(path) for path in paths]))
        self.window.show()

    def take_picture(self, picture: Path, *, print_table: bool) -> None:
        """Save the window's picture once every detection is there, then end the program."""
        from relay_desktop.work.snapshot import Snapshot

        assert self.crew is not None
        assert self.conductor is not None
        assert self.loader is not None
        snapshot = Snapshot(
            window=self.window,
            session=self.session,
            conductor=self.conductor,
            loader=self.loader,
            link=self.crew.link,
            picture=picture,
            say=lambda text: print(text, flush=True),
            print_table=print_table,
            parent=self,
        )
        self.crew.opener.nothing_found.connect(lambda paths: snapshot.give_up(_about_no_audio(paths).text))
        snapshot.finished.connect(QCoreApplication.exit)

    def close(self) -> None:
        """End everything: sound, timers, threads, the service if it is ours. Blocks until it is so."""
        if self._is_closed:
            return
        self._is_closed = True
        self._interrupts.close()
        self.window.close()
        self.transport.close()
        if self.loader is not None:
            self.loader.close()
        if self.crew is not None:
            self.crew.close()
        self.settings.sync()
        self.library.close()
        self._hooks.remove()

    def _start_work(self, paths: Sequence[Path]) -> None:
        """Imported this late because it takes longer than showing the window."""
        from relay_desktop.work.audio_loader import AudioLoader
        from relay_desktop.work.crew import assemble
        from relay_desktop.work.job_conductor import JobConductor

        self.crew = assemble(
            session=self.session,
            library=self.library,
            make_service=self._make_service,
            settings=self.settings,
            problems=self.problems,
            parent=self,
        )
        self.conductor = JobConductor(self.crew, self)
        self.loader = AudioLoader(self.crew.tasks, self.places.cache / "peaks", self)
        self._wire_audio(self.loader)
        self._wire_jobs(self.crew, self.conductor)
        self._open_first(self.crew, self.conductor, paths)
        self.crew.link.start()
        self.started.emit()

    def _make_service(self, on_state: Callable[[str], None]) -> LocalService:
        from relay_desktop.backend.local_service import LocalService

        return LocalService(
            self.places.service, self.settings.device, models_dirs=self._models_dirs, on_state=on_state
        )

    def _open_first(self, crew: Crew, conductor: JobConductor, paths: Sequence[Path]) -> None:
        crew.shelf.load()
        if paths:
            conductor.open_paths(paths)
        elif not conductor.restore() and not self.settings.has_opened_before and DEMO.exists():
            conductor.open_paths([DEMO])
        self.settings.has_opened_before = True
        if self.library.set_aside is not None:
            self.problems.report(_about_damaged_library(self.library.set_aside))

    def _wire_audio(self, loader: AudioLoader) -> None:
        self.session.current_file_changed.connect(loader.show)
        loader.clip_ready.connect(self._on_clip)
        loader.clip_gone.connect(lambda: self._on_clip(None, None))
        loader.peaks_grew.connect(lambda file, pyramid: self.window.show_peaks(pyramid))
        loader.failed.connect(self._on_audio_failed)
        self.transport.problem.connect(lambda error: self.problems.report_error(error, key="sound"))

    def _on_clip(self, file: ReviewFile | None, clip: AudioClip | None) -> None:
        self.transport.set_clip(clip)
        self.window.show_clip(clip)

    def _on_audio_failed(self, file: ReviewFile, sentence: str) -> None:
        if file.problem is None:
            self.session.update_file(file, problem=sentence)

    def _wire_jobs(self, crew: Crew, conductor: JobConductor) -> None:
        from relay_desktop.work.export_runner import ExportRunner

        window = self.window
        window.open_requested.connect(conductor.open_paths)
        window.run_requested.connect(conductor.run_detection)
        window.cancel_job_requested.connect(conductor.cancel_job)
        window.retry_file_requested.connect(conductor.retry_file)
        window.locate_file_requested.connect(conductor.locate_file)
        window.new_job_requested.connect(self.session.new_desk)
        window.open_job_requested.connect(conductor.open_job)
        window.retry_job_requested.connect(conductor.retry_job)
        window.forget_job_requested.connect(conductor.forget_job)
        window.device_chosen.connect(self._on_device)
        window.model_chosen.connect(crew.models.choose)
        crew.models.changed.connect(lambda: window.set_models(crew.models.cards, crew.models.chosen))
        crew.link.state_changed.connect(window.set_service_state)
        window.set_service_state(crew.link.state)
        crew.opener.nothing_found.connect(lambda paths: self.problems.report(_about_no_audio(paths)))
        self._offer_detect_on_open()
        exports = ExportRunner(crew.tasks, self.problems, self)
        window.dialogs.export_requested.connect(exports.run)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.applicationStateChanged.connect(self._on_application_state)

    def _offer_detect_on_open(self) -> None:
        """The switch beside model and device, in the menu of the run button."""
        switch = self.window.transport_bar.run_menu.addAction("Detect when files are opened")
        switch.setObjectName("action_detect_on_open")
        switch.setCheckable(True)
        switch.setChecked(self.settings.detect_on_open)
        switch.setToolTip("Off: files wait in their rows until you run the detection.")
        switch.toggled.connect(lambda is_on: setattr(self.settings, "detect_on_open", is_on))

    def _on_device(self, device: str) -> None:
        self.settings.device = device
        if self.crew is not None:
            self.crew.link.replace(self._make_service)

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        """Another window may have made jobs while the person was there."""
        if state == Qt.ApplicationState.ApplicationActive and self.crew is not None:
            self.crew.shelf.refresh()


class FirstPaint(QObject):
    """Calls once, when a window was painted for the first time (or was not within a second: it is hidden)."""

    LATEST_MS: Final = 1000
    # One frame later: the picture is on the screen and a first key or click was heard before anything is imported.
    AFTER_MS: Final = 16

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        self._is_over = False
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        QTimer.singleShot(self.LATEST_MS, self, self._call)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event of any part of the window."""
        is_paint = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget)
        if is_paint and watched.window() is self._window:  # type: ignore[attr-defined]
            QTimer.singleShot(self.AFTER_MS, self, self._call)
        return False

    def _call(self) -> None:
        application = QApplication.instance()
        if self._is_over or application is None:
            return
        self._is_over = True
        application.removeEventFilter(self)
        self._then()


class Interrupts(QObject):
    """Ctrl-C and a polite kill close the window in order; Python's own handlers wait for Qt to hand over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._signals = (signal.SIGINT, signal.SIGTERM)
        self._before = {number: signal.getsignal(number) for number in self._signals}
        self._receiver, self._sender = socket.socketpair()
        self._receiver.setblocking(False)
        self._sender.setblocking(False)
        self._notifier = QSocketNotifier(self._receiver.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        self._old_wakeup = signal.set_wakeup_fd(self._sender.fileno(), warn_on_full_buffer=False)
        for number in self._signals:
            signal.signal(number, self._quit)

    def close(self) -> None:
        """Put back what was there before."""
        signal.set_wakeup_fd(self._old_wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._receiver.close()
        self._sender.close()

    def _quit(self, number: int, frame: FrameType | None) -> None:
        # Posted, because the event loop may not have begun yet.
        QTimer.singleShot(0, self, lambda: QCoreApplication.exit(128 + number))

    def _drain(self) -> None:
        """Being woken up is all that is needed: Python runs its handler when it gets the word."""
        self._receiver.recv(64)


def _about_no_audio(paths: Sequence[Path]) -> Problem:
    names = ", ".join(path.name for path in paths[:3])
    return Problem(
        "No audio was found there.",
        f"Nothing in {names} is an audio file this program can read.",
        "Choose a folder with WAV, AIFF, FLAC, Ogg, Opus or MP3 files.",
        key="no-audio",
    )


def _about_unsaved(sentence: str) -> Problem:
    return Problem(
        "A verdict could not be saved.",
        sentence,
        "What you decided before is safe. Free some space on the disk of your home folder, then judge it again.",
        key="verdict-unsaved",
    )


def _about_no_library(sentence: str) -> Problem:
    return Problem(
        "The library of jobs and verdicts cannot be opened.",
        sentence,
        "You can look and listen, but nothing you decide now is kept. Put this right, then start the program again.",
        key="no-library",
    )


def _about_damaged_library(set_aside: Path) -> Problem:
    return Problem(
        "The list of jobs was damaged, a new one was begun.",
        f"The damaged file was kept as {set_aside}.",
        "Jobs that the service on this computer still has appear again by themselves.",
        key="library-damaged",
    )
