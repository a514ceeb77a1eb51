"""An export leaves the GUI thread and says what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.export_request import ExportRequest
from relay_desktop.session.export_snapshot import take_snapshot
from relay_desktop.session.exporters.document import ExportOptions
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdicts import Verdict
from relay_desktop.work.export_runner import ExportRunner
from relay_desktop.work.tasks import Tasks


@pytest.fixture
def request_to(tmp_path: Path, qtbot: QtBot) -> ExportRequest:
    session = ReviewSession()
    library = Library(tmp_path / "library.sqlite")
    review = Review(session, library.verdicts, session)
    session.open_desk(DeskJob("job", "m", "take"), [ReviewFile(path=None, name="take.wav", duration_s=9.0)])
    assert session.current is not None
    raw = DetectionTable.from_columns(["hum", "glitch"], [1_000, 5_000], [3_000, 6_000], [0.9, 0.8])
    session.set_raw(session.current, raw)
    session.select_row(0)
    review.judge(Verdict.ARTIFACT)
    snapshot = take_snapshot(session, review, session.files, "1")
    library.close()
    place = tmp_path / "out"
    place.mkdir()
    return ExportRequest(snapshot, "confirmed", "audacity", place, False, False, ExportOptions())


def run(qtbot: QtBot, request: ExportRequest) -> tuple[list[Path], list[Problem]]:
    told: list[Problem] = []
    problems = ProblemDesk()
    problems.reported.connect(told.append)
    tasks = Tasks(problems.report_error)
    runner = ExportRunner(tasks, problems)
    with qtbot.waitSignal(runner.finished) as done:
        runner.run(request)
    tasks.close()
    return done.args[0], told


def test_what_a_person_confirmed_is_written_and_said(qtbot: QtBot, request_to: ExportRequest) -> None:
    paths, told = run(qtbot, request_to)
    assert [path.parent for path in paths] == [request_to.place]
    lines = paths[0].read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("1.000000\t3.000000\thum")
    assert told[0].is_note
    assert paths[0].name in told[0].title


@pytest.mark.expects_log("is already there")
def test_what_is_there_already_is_not_replaced_unasked(qtbot: QtBot, request_to: ExportRequest) -> None:
    first, _ = run(qtbot, request_to)
    before = first[0].read_bytes()
    paths, told = run(qtbot, request_to)
    assert paths == []
    assert not told[0].is_note
    assert first[0].read_bytes() == before
