"""When a person is told that a job has ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relay_desktop.app.job_notices import JobNotices
from relay_desktop.main_window import MainWindow
from relay_desktop.session.library import Library
from relay_desktop.session.review_file import DeskJob
from tests.relay_desktop.test_main_window import make_window

RUNNING = DeskJob("j", "m", "tapes", status="processing", total_files=3)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    library = Library(tmp_path / "library.sqlite")
    window = make_window(tmp_path, library)
    qtbot.addWidget(window)
    yield window
    window.transport.close()
    library.close()


def end(window: MainWindow, notices: JobNotices, status: str = "completed") -> str:
    window.session.upsert_job(RUNNING)
    window.session.upsert_job(replace(RUNNING, status=status, error_message="The model is gone."))
    notices.on_ended("j")
    return window.status_strip.currentMessage()


def test_a_long_job_that_ends_is_told(window: MainWindow) -> None:
    notices = JobNotices(window, window, long_s=0.0)
    assert end(window, notices) == "A job is done. tapes on This computer, 3 files."
    assert end(window, notices, "failed") == "A job has failed. tapes on This computer: The model is gone."
    notices.close()


def test_a_short_one_is_not_and_there_is_a_switch(window: MainWindow) -> None:
    assert end(window, JobNotices(window, window, long_s=3600.0)) == ""
    notices = JobNotices(window, window, long_s=0.0)
    switch = window.transport_bar.run_menu.actions()[-1]
    assert switch.isChecked()
    switch.setChecked(False)
    assert end(window, notices) == ""
    notices.on_ended("a job nobody saw at work")
