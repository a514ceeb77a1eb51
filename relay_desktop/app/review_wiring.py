"""From the panels of review to what keeps, relabels and tells."""

from __future__ import annotations

import contextlib
import getpass
import sqlite3
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from relay_desktop.app.notices import about_unsaved
from relay_desktop.main_window import MainWindow
from relay_desktop.panels.settings_pages.page import SettingsPage
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.hand_editor import HandEditor
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools
from relay_desktop.session.verdicts import Verdict
from relay_desktop.settings import Settings
from relay_desktop.translation import said, type_words

# Counting a file takes a moment; a window with thousands of them must still close at once.
MOST_COUNTED: Final = 300


def take_settings(review: Review, settings: Settings) -> None:
    """Who reviews, and whether a verdict goes on by itself: now and whenever it is changed."""

    def follow() -> None:
        review.set_reviewer(settings.reviewer or review.reviewer, is_blind=settings.is_blind_review)
        review.is_auto_advancing = settings.auto_advance

    follow()
    for name in ("reviewer", "is_blind_review", "auto_advance"):
        settings.on_change(name, follow)


def wire_review(
    window: MainWindow,
    *,
    session: ReviewSession,
    review: Review,
    tools: ReviewTools,
    hand_editor: HandEditor,
    settings: Settings,
    problems: ProblemDesk,
) -> None:
    """Everything about review that the window asks for."""
    tools.save_failed.connect(lambda sentence: problems.report(about_unsaved(sentence)))
    tools.told.connect(lambda sentence: problems.report(Problem(sentence, is_note=True, key="review")))
    window.verdict_panel.advancing_changed.connect(lambda is_on: setattr(settings, "auto_advance", is_on))

    def relabel(artifact_type: str) -> None:
        """What has another type is an artifact all the same: its new row is signed with it, as one step."""
        row = session.selected_row
        if row is None:
            return
        session.undo_stack.beginMacro(said("Relabel as {type}", type=type_words(artifact_type)))
        try:
            if hand_editor.set_type(row, artifact_type):
                review.judge(Verdict.ARTIFACT, go_on=False)
        finally:
            session.undo_stack.endMacro()

    window.verdict_panel.relabel_wanted.connect(relabel)

    _wire_jumps(window, session)
    _offer_settings(window, settings)
    session.current_file_changed.connect(lambda file: keep_progress(session, tools, file))
    window.closing.connect(lambda: keep_progress(session, tools, *session.files[:MOST_COUNTED]))
    OtherWindows(window, review, tools, hand_editor)


class OtherWindows(QObject):
    """Takes in what another window has written whenever the person comes back to this one, until it is closed."""

    def __init__(
        self, window: MainWindow, review: Review, tools: ReviewTools, hand_editor: HandEditor
    ) -> None:
        super().__init__(window)
        self._review, self._tools, self._hand_editor = review, tools, hand_editor
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application: QApplication | None = application
        application.applicationStateChanged.connect(self.notice)
        window.closing.connect(self.close)

    def close(self) -> None:
        """The library may be closed from now on."""
        if self._application is not None:
            self._application.applicationStateChanged.disconnect(self.notice)
        self._application = None

    def notice(self, state: Qt.ApplicationState) -> None:
        """Read anew what has changed."""
        if state == Qt.ApplicationState.ApplicationActive and self._review.notice_other_windows():
            self._tools.marks.read_anew()
            self._hand_editor.read_anew()


def _wire_jumps(window: MainWindow, session: ReviewSession) -> None:
    """From a line of a list to the sound it is about."""
    dialogs = window.review_dialogs

    def show_row(file: ReviewFile, row: int) -> None:
        session.open_file(file)
        session.select_row(row)
        window.zoom_to_selection()

    def show_stretch(start_ms: int, end_ms: int, row: int | None) -> None:
        session.select_row(row)
        margin_ms = max(500, end_ms - start_ms)
        window.timeline.zoom_to((start_ms - margin_ms) / 1000, (end_ms + margin_ms) / 1000)

    dialogs.row_wanted.connect(show_row)
    dialogs.stretch_wanted.connect(show_stretch)


def _offer_settings(window: MainWindow, settings: Settings) -> None:
    def page() -> SettingsPage:
        from relay_desktop.panels.settings_pages.review import ReviewPage

        return ReviewPage(settings, getpass.getuser())

    window.dialogs.add_settings_page("Review", page)


def keep_progress(session: ReviewSession, tools: ReviewTools, *files: ReviewFile | None) -> None:
    """How far these files are, for the sum over all jobs; a full disk is told of by the next verdict."""
    if session.job is None:
        return
    counted = (file for file in files if file is not None and file.retuned is not None)
    parts = {file.key: tools.queue.of_file(file) for file in counted}
    counts = {key: (part.settled, part.total) for key, part in parts.items()}
    with contextlib.suppress(sqlite3.Error):
        tools.library.marks.put_progress(session.job.job_id, counts)
