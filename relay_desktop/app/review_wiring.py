"""From the panels of review to what keeps, relabels and tells."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from relay_desktop.app.notices import about_unsaved
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.hand_editor import HandEditor
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools
from relay_desktop.session.verdicts import Verdict
from relay_desktop.settings import Settings


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
        session.undo_stack.beginMacro(f"Relabel as {artifact_type.replace('_', ' ')}")
        try:
            if hand_editor.set_type(row, artifact_type):
                review.judge(Verdict.ARTIFACT, go_on=False)
        finally:
            session.undo_stack.endMacro()

    window.verdict_panel.relabel_wanted.connect(relabel)

    def notice(state: Qt.ApplicationState) -> None:
        """Another window may have judged while the person was there."""
        if state == Qt.ApplicationState.ApplicationActive and review.notice_other_windows():
            tools.marks.read_anew()

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.connect(notice)
