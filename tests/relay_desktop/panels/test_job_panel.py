"""The list of jobs: what a row says, and what the buttons ask for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relay_desktop.look import Look
from relay_desktop.panels.job_model import FACE_ROLE, job_face
from relay_desktop.panels.job_panel import JobPanel
from relay_desktop.session.review_file import DeskJob
from relay_desktop.session.review_session import ReviewSession
from tests.relay_desktop.panels.desks import desk

RUNNING = DeskJob(
    "job-2", "relay-artifacts-1", "tapes", status="processing", processed_files=2, total_files=8
)


@pytest.fixture
def session(qapp: object) -> ReviewSession:
    session = desk((None,))
    session.upsert_job(RUNNING)
    return session


@pytest.fixture
def panel(qtbot: QtBot, session: ReviewSession, look: Look) -> JobPanel:
    panel = JobPanel(session, look)
    panel.resize(250, 240)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def choose(panel: JobPanel, row: int) -> None:
    place = panel.list.visualRect(panel.model.index(row)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize(
    ("job", "first", "second", "tone", "progress"),
    [
        (RUNNING, "This computer · tapes", "relay-artifacts-1 · listening · 2 of 8 files", "muted", 0.25),
        (
            DeskJob("a", "m", "x", status="failed", error_message="The model is gone."),
            "This computer · x", "The model is gone.", "danger", None,
        ),
        (
            DeskJob("a", "m", "x", status="completed", processed_files=1, total_files=1),
            "This computer · x", "m · done · 1 file", "muted", None,
        ),
        (
            DeskJob("a", "m", "", backend="remote", status="paused", total_files=3, progress=0.4),
            "This computer", "m · paused · 0 of 3 files", "muted", 0.4,
        ),
    ],
)  # fmt: skip
def test_a_row_says_how_the_job_is(
    job: DeskJob, first: str, second: str, tone: str, progress: float | None
) -> None:
    face = job_face(job, is_open=False)
    assert (face.first, face.second, face.second_tone, face.progress) == (first, second, tone, progress)


def test_rows_follow_the_session(panel: JobPanel, session: ReviewSession) -> None:
    assert panel.model.rowCount() == 2
    session.upsert_job(DeskJob("job-2", "relay-artifacts-1", "tapes", status="cancelled", total_files=8))
    row = panel.model.row_of("job-2")
    assert panel.model.index(row).data(FACE_ROLE).second.startswith("relay-artifacts-1 · cancelled")
    session.remove_job("job-2")
    assert panel.model.rowCount() == 1
    assert panel.model.index(0).data(FACE_ROLE).is_open


def test_choosing_a_job_asks_to_open_it(panel: JobPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.open_requested) as heard:
        choose(panel, panel.model.row_of("job-2"))
    assert heard.args == ["job-2"]
    panel.list.setFocus()
    with qtbot.waitSignal(panel.open_requested):
        QTest.keyClick(panel.list, Qt.Key.Key_Return)


def test_only_what_makes_sense_can_be_asked_for(panel: JobPanel, qtbot: QtBot) -> None:
    choose(panel, panel.model.row_of("job-2"))
    buttons = (panel.cancel_button, panel.retry_button, panel.forget_button)
    assert [button.isEnabled() for button in buttons] == [True, False, False]
    with qtbot.waitSignal(panel.cancel_requested) as heard:
        QTest.mouseClick(panel.cancel_button, Qt.MouseButton.LeftButton)
    assert heard.args == ["job-2"]
    with qtbot.assertNotEmitted(panel.forget_requested):
        panel.forget_chosen()
    choose(panel, panel.model.row_of("job-1"))
    assert [button.isEnabled() for button in buttons] == [False, True, True]
    for button, signal in (
        (panel.retry_button, panel.retry_requested),
        (panel.forget_button, panel.forget_requested),
    ):
        with qtbot.waitSignal(signal) as heard:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard.args == ["job-1"]


def test_a_new_job_is_asked_for(panel: JobPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.new_requested):
        QTest.mouseClick(panel.new_button, Qt.MouseButton.LeftButton)


def test_without_jobs_it_says_how_to_get_one(qtbot: QtBot, qapp: object, look: Look) -> None:
    panel = JobPanel(ReviewSession(), look)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.list.isVisible()
    assert panel._nothing.isVisible()
