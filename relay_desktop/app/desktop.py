"""One window with all that belongs to it.

The window is shown first; what talks to the service is imported and started after it has been painted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from relay_desktop.app.desk_memory import DeskMemory
from relay_desktop.app.first_paint import FirstPaint
from relay_desktop.app.help_wiring import offer_tour, wire_help
from relay_desktop.app.interrupts import Interrupts
from relay_desktop.app.notices import (
    about_bad_end,
    about_damaged_library,
    about_no_audio,
    about_no_library,
    about_unsaved,
)
from relay_desktop.app.places import DEMO, Places
from relay_desktop.app.review_wiring import take_settings, wire_review
from relay_desktop.app.sound_choices import add_sound_page, keep_sound_choices
from relay_desktop.crash_watch import CrashWatch
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import Hooks, ProblemDesk
from relay_desktop.session.hand_editor import HandEditor
from relay_desktop.session.library import Library, LibraryTooNew
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools
from relay_desktop.session.transport import Transport
from relay_desktop.settings import Settings
from relay_desktop.single_instance import SingleInstance
from relay_desktop.translation import error_said

if TYPE_CHECKING:
    from relay_desktop.backend.local_service import LocalService
    from relay_desktop.work.audio_loader import AudioLoader
    from relay_desktop.work.crew import Crew
    from relay_desktop.work.job_conductor import JobConductor


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
        self._crash_watch = CrashWatch(places.logs)
        bad_end = self._crash_watch.start()
        self.session = ReviewSession(self)
        self.transport = Transport(parent=self)
        self.library = self._open_library()
        self.review = Review(self.session, self.library.verdicts, self)
        self.review.save_failed.connect(lambda sentence: self.problems.report(about_unsaved(sentence)))
        self.hand_editor = HandEditor(self.session, self.review, self.library.hand_made, self)
        self.hand_editor.save_failed.connect(lambda sentence: self.problems.report(about_unsaved(sentence)))
        take_settings(self.review, self.settings)
        self.tools = ReviewTools(self.session, self.review, self.library, self)
        self.window = MainWindow(
            self.session, self.review, self.transport, self.problems, self.settings, self.tools
        )
        wire_review(
            self.window,
            session=self.session,
            review=self.review,
            tools=self.tools,
            hand_editor=self.hand_editor,
            settings=self.settings,
            problems=self.problems,
        )
        self.window.timeline_desk.take_editor(self.hand_editor)
        keep_sound_choices(self.window, self.settings)
        wire_help(self.window, places)
        self.offers_tour = False  # a person is there to see it
        self._memory = DeskMemory(self.window, self.settings, self)
        self._doorbell: SingleInstance | None = None
        if bad_end is not None:
            self.problems.report(about_bad_end(bad_end, self.window.dialogs.show_log))
        self._interrupts = Interrupts(self)
        self._is_closed = False
        self._end_remote: Callable[[], None] = lambda: None
        self.crew: Crew | None = None
        self.conductor: JobConductor | None = None
        self.loader: AudioLoader | None = None

    def _open_library(self) -> Library:
        """The library of this person; one in memory, and a problem, where that cannot be opened."""
        try:
            return Library(self.places.library)
        except (LibraryTooNew, sqlite3.Error, OSError) as error:
            sentence = f"{error_said(error)} ({self.places.library})"
            # Told after the window is there to show it.
            QTimer.singleShot(0, self, lambda: self.problems.report(about_no_library(sentence)))
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
        self.crew.opener.nothing_found.connect(lambda paths: snapshot.give_up(about_no_audio(paths).text))
        snapshot.finished.connect(QCoreApplication.exit)

    def close(self) -> None:
        """End everything: sound, timers, threads, the service if it is ours. Blocks until it is so."""
        if self._is_closed:
            return
        self._is_closed = True
        self._interrupts.close()
        if self._doorbell is not None:
            self._doorbell.close()
        self._memory.close()
        self.window.close()
        self.transport.close()
        self.window.hearing.other_file.close()
        if self.loader is not None:
            self.loader.close()
        self._end_remote()
        if self.conductor is not None:
            self.conductor.close()
        if self.crew is not None:
            self.crew.close()
        self.settings.sync()
        self.library.close()
        self._crash_watch.close()
        self._hooks.remove()

    def _start_work(self, paths: Sequence[Path]) -> None:
        """Imported this late because it takes longer than showing the window."""
        from relay_desktop.accounts import AccountBook
        from relay_desktop.app.audio_wiring import wire_audio
        from relay_desktop.app.job_wiring import wire_jobs
        from relay_desktop.app.remote_wiring import wire_remote
        from relay_desktop.app.review_file_wiring import wire_review_files
        from relay_desktop.app.settings_wiring import wire_settings
        from relay_desktop.backend.audio_cache import AudioCache
        from relay_desktop.session.marker_import import MarkerImport
        from relay_desktop.work.audio_loader import AudioLoader
        from relay_desktop.work.crew import assemble
        from relay_desktop.work.job_conductor import JobConductor
        from relay_desktop.work.score_loader import ScoreLoader

        self.crew = assemble(
            session=self.session,
            library=self.library,
            make_service=self._make_service,
            book=AccountBook(self.places.accounts),
            audio_cache=AudioCache(self.places.cache / "audio"),
            settings=self.settings,
            problems=self.problems,
            parent=self,
        )
        self.conductor = JobConductor(self.crew, self)
        self.loader = AudioLoader(self.crew.tasks, self.places.cache / "peaks", self)
        wire_audio(
            self.loader,
            session=self.session,
            transport=self.transport,
            window=self.window,
            problems=self.problems,
        )
        self.loader.clip_ready.connect(lambda file, _clip: self._memory.on_clip(file))
        ScoreLoader(self.crew.link, self.window.timeline_desk.scores, self)
        wire_jobs(self.crew, self.conductor, self.window, self)
        importer = MarkerImport(self.session, self.review, self.library.hand_made, self)
        wire_review_files(self.window, self.crew, importer)
        wire_settings(self.window, self.choose_device, self.places, self.crew.tasks, self)
        add_sound_page(self.window)
        self._end_remote = wire_remote(self.crew, self.conductor, self.window, self.places, self)
        self.window.device_chosen.connect(self.choose_device)
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
        is_first = not self.settings.has_opened_before
        if paths:
            conductor.open_paths(paths)
        elif self.settings.restore_last and self._restore(conductor):
            pass
        elif is_first and DEMO.exists():
            conductor.open_paths([DEMO])
        self.settings.has_opened_before = True
        if self.offers_tour and is_first:
            offer_tour(self.window)
        if self.library.set_aside is not None:
            self.problems.report(about_damaged_library(self.library.set_aside))

    def answer_later_starts(self) -> None:
        """Open the files of later starts in this window."""
        self._doorbell = SingleInstance(self.places.data, self)
        self._doorbell.opened.connect(self._open_from_outside)

    def _open_from_outside(self, paths: list[Path]) -> None:
        if paths and self.conductor is not None:
            self.conductor.open_paths(paths)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def _restore(self, conductor: JobConductor) -> bool:
        self._memory.recall()
        return conductor.restore()

    def choose_device(self, device: str) -> None:
        """Run the engine on another device from now on."""
        self.settings.device = device
        if self.crew is not None:
            self.crew.link.replace(self._make_service)
