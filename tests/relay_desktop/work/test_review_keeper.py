"""Results beside the verdicts and reviews in one file, away from the GUI thread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from relay_desktop.problems import ProblemDesk
from relay_desktop.session.kept_review import REVIEW_BACKEND
from relay_desktop.session.library import Library, StoredFile, StoredJob
from relay_desktop.session.verdicts import JudgedSpan, Verdict
from relay_desktop.work.job_desk import JobDesk, desk_job, review_files
from relay_desktop.work.review_keeper import ReviewKeeper
from relay_desktop.work.tasks import Tasks
from tests.relay_desktop.session.review_room import table

HEARD = table(("click", 100, 110, 0.9), ("hum", 1_000, 4_000, 0.8))


class Room:
    """A keeper over a real library and real threads."""

    def __init__(self, folder: Path) -> None:
        self.problems = ProblemDesk()
        self.library = Library(folder / "library.sqlite")
        self.tasks = Tasks(self.problems.report_error, self.problems)
        self.keeper = ReviewKeeper(self.library, self.tasks, self.problems, folder / "reviews")

    def close(self) -> None:
        self.tasks.close()
        self.library.close()


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path)
    room.library.put_job(StoredJob("job", "embedded", "m", "takes", "completed"))
    room.library.put_files("job", [StoredFile("a", tmp_path / "a.wav", "a.wav")])
    room.library.verdicts.add("job", "a", [JudgedSpan("click", 100, 110, Verdict.ARTIFACT)])
    yield room
    room.close()


def test_a_review_goes_out_and_comes_back_as_a_job_of_its_own(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    (file,) = review_files(room.library.files("job"))
    room.keeper.keep_result("job", file, HEARD)
    with qtbot.waitSignal(room.keeper.saved) as saved:
        room.keeper.save_review("job", tmp_path / "takes", with_audio=False, app_version="1")
    path = saved.args[0]
    assert path == tmp_path / "takes.relay"
    with qtbot.waitSignal(room.keeper.opened) as opened:
        room.keeper.open_review(path)
    job = next(job for job in room.library.jobs() if job.job_id == opened.args[0])
    assert (job.backend, job.title) == (REVIEW_BACKEND, "takes")
    desk = JobDesk(desk_job(job), files=review_files(room.library.files(job.job_id)))
    room.keeper.give_results(desk)
    assert desk.files[0].raw == HEARD
    assert desk.is_settled, "no service is asked about it"
    assert len(room.library.verdicts.of_file(job.job_id, desk.files[0].key)) == 1
    assert len(room.library.verdicts.of_file("job", "a")) == 1


@pytest.mark.expects_log("bad.relay is damaged")
def test_what_cannot_be_opened_says_so_and_leaves_no_job(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    bad = tmp_path / "bad.relay"
    bad.write_text("hello")
    told = QSignalSpy(room.problems.reported)
    room.keeper.open_review(bad)
    qtbot.waitUntil(lambda: told.count() > 0)
    assert "bad.relay is damaged or no review" in str(told.at(0)[0])
    assert [job.job_id for job in room.library.jobs()] == ["job"]
