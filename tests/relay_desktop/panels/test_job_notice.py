"""The lines over the timeline about a server's job, the hatched sliders, and the filter of the list of jobs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.look import Look
from relay_desktop.panels.job_notice import JobNotice
from relay_desktop.panels.job_panel import JobPanel
from relay_desktop.panels.new_job_dialog import NewJobDialog
from relay_desktop.panels.tuning_panel import TuningPanel
from relay_desktop.session.job_ids import EMBEDDED
from relay_desktop.session.job_plan import JobPlace, JobPlan
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from tests.relay_desktop.panels.desks import raw_table

FLOOR = TuningConfig(threshold=0.4, merge_window_ms=100, min_duration_ms=20)
ELSEWHERE = DeskJob(
    "@studio:j1", "m1", "take.wav", backend="studio", status="completed", total_files=1, config=FLOOR
)
PLACES = (JobPlace(EMBEDDED, "This computer", ("relay-1",)), JobPlace("studio", "Studio", ("m1", "m0")))


@pytest.fixture
def session(qapp: object) -> ReviewSession:
    """A server's job whose recording is not here."""
    session = ReviewSession()
    session.set_places({EMBEDDED: "This computer", "studio": "Studio"})
    file = ReviewFile(
        path=None, name="take.wav", file_id="f1", status="completed", size_bytes=2_500_000, duration_s=9.0
    )
    session.upsert_job(ELSEWHERE)
    session.open_desk(ELSEWHERE, [file])
    session.set_raw(file, raw_table())
    return session


@pytest.fixture
def notice(qtbot: QtBot, session: ReviewSession) -> JobNotice:
    notice = JobNotice(session)
    qtbot.addWidget(notice)
    return notice


def test_a_recording_elsewhere_is_offered(notice: JobNotice, session: ReviewSession, qtbot: QtBot) -> None:
    assert notice.audio_words.text() == "The recording is on Studio (2.5 MB)."
    with qtbot.waitSignal(notice.fetch_requested) as heard:
        notice.download_button.click()
    file = heard.args[0]
    session.update_file(file, fetch_progress=0.42)
    assert notice.audio_words.text() == "Fetching take.wav (2.5 MB) from Studio: 42%"
    assert notice.download_button.isHidden()
    with qtbot.waitSignal(notice.fetch_cancelled):
        notice.cancel_button.click()
    session.update_file(file, path=Path("/take.wav"), fetch_progress=None)
    assert notice.audio_line.isHidden()


def test_a_job_that_left_things_out_says_so_and_offers_raw(
    notice: JobNotice, session: ReviewSession, qtbot: QtBot
) -> None:
    session.set_tuning(FLOOR)
    assert "threshold 0.4, merge window 100 ms and minimum duration 20 ms" in notice.floor_words.text()
    assert notice.floor_badge.isHidden(), "exactly what the server found"
    session.set_tuning(FLOOR.with_values(threshold=0.6))
    assert not notice.floor_badge.isHidden()
    with qtbot.waitSignal(notice.raw_requested) as heard:
        notice.raw_button.click()
    assert heard.args == ["@studio:j1"]
    session.upsert_job(replace(ELSEWHERE, config=None))
    assert "does not say how this job was made" in notice.floor_words.text()
    assert not notice.floor_badge.isHidden()
    session.upsert_job(replace(ELSEWHERE, config=RAW_CAPTURE))
    assert notice.floor_line.isHidden()


def test_the_sliders_are_hatched_below_the_floor(qtbot: QtBot, session: ReviewSession, look: Look) -> None:
    panel = TuningPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(300, 640)
    panel.show()
    session.set_tuning(FLOOR)
    assert panel.approximate.isHidden()
    session.set_tuning(FLOOR.with_values(merge_window_ms=500))
    assert panel.approximate.text().startswith("approximate")
    slider = panel.rows["merge_window_ms"].slider
    assert "made with 100" in slider.toolTip()
    hatched = slider.grab().toImage()
    slider.show_floor(0)
    assert slider.grab().toImage() != hatched


def test_the_list_of_jobs_is_filtered(qtbot: QtBot, session: ReviewSession, look: Look) -> None:
    session.upsert_job(DeskJob("a", "relay-1", "tapes", status="failed", created_at="2026-01-02"))
    session.upsert_job(DeskJob("b", "relay-1", "stems", status="processing", created_at="2026-01-01"))
    panel = JobPanel(session, look)
    qtbot.addWidget(panel)

    def shown() -> list[str]:
        return [panel.model.index(row).data().split(",")[0] for row in range(panel.model.rowCount())]

    assert shown() == ["Studio · take.wav", "This computer · tapes", "This computer · stems"]
    row = panel.filter_row
    row._set(backend="studio")
    assert shown() == ["Studio · take.wav"]
    row._set(backend=None, status="running")
    assert shown() == ["This computer · stems"]
    session.upsert_job(DeskJob("b", "relay-1", "stems", status="completed", created_at="2026-01-01"))
    assert shown() == []
    assert "No job fits" in panel._nothing.text()
    row._set(status=None, model_id="relay-1")
    assert shown() == ["This computer · tapes", "This computer · stems"]
    row.words.setText("computer STEM")
    assert shown() == ["This computer · stems"]


def test_a_new_job_is_planned(qtbot: QtBot) -> None:
    dialog = NewJobDialog(PLACES, "studio", None)
    qtbot.addWidget(dialog)
    assert (dialog.backend, dialog.model.currentText()) == ("studio", "m1")
    assert not dialog.start_button.isEnabled(), "there is nothing to send"
    dialog.add_paths([Path("/a.wav"), Path("/b"), Path("/a.wav")])
    assert dialog.note.text() == "The files are uploaded to Studio."
    dialog.model.setEditText(" mdl_91c2 ")
    with qtbot.waitSignal(dialog.planned) as heard:
        dialog.start_button.click()
    assert heard.args == [JobPlan("studio", "mdl_91c2", RAW_CAPTURE), [Path("/a.wav"), Path("/b")]]


def test_a_config_may_take_the_place_of_a_raw_capture(qtbot: QtBot) -> None:
    dialog = NewJobDialog(PLACES, EMBEDDED, None)
    qtbot.addWidget(dialog)
    assert dialog.start_button.text() == "Begin empty"
    dialog.raw.setChecked(False)
    dialog.threshold.setValue(0.3)
    assert dialog.plan == JobPlan(EMBEDDED, "relay-1", TuningConfig(threshold=0.3))
    assert "cannot be shown later" in dialog.raw_help.text()
