"""What leaves is what the desk shows: rows, verdicts, members, settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.session.export_snapshot import DeskSnapshot, take_snapshot
from relay_desktop.session.exporters.document import ExportRow, Member
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdicts import Verdict

RAW = DetectionTable.from_columns(
    ["hum", "click", "click", "click"],
    [1_000, 100, 300, 5_000],
    [4_000, 110, 310, 5_010],
    [0.8, 0.9, 0.6, 0.2],
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()


@pytest.fixture
def desk(qapp: object, library: Library) -> tuple[ReviewSession, Review]:
    """One file with two clicks that join, a hum, and a click under the threshold; another without detections."""
    session = ReviewSession()
    review = Review(session, library.verdicts, session)
    review.reviewer, review.is_auto_advancing = "Ann", False
    file = ReviewFile(path=Path("/audio/a.wav"), name="a.wav", key="a", sample_rate_hz=48_000, channels=2)
    session.open_desk(DeskJob("job", "model", "a"), [file, ReviewFile(path=None, name="b.wav")])
    session.set_tuning(TuningConfig(threshold=0.5, merge_window_ms=500, min_duration_ms=0))
    session.set_raw(file, RAW)
    return session, review


def snapshot(desk: tuple[ReviewSession, Review]) -> DeskSnapshot:
    session, review = desk
    return take_snapshot(session, review, session.files, "0.1.0")


def test_shown_rows_with_their_members(desk: tuple[ReviewSession, Review]) -> None:
    document = snapshot(desk).document("shown")
    assert [file.name for file in document.files] == ["a.wav"]
    assert document.files[0].rows == (
        ExportRow("click", 100, 310, 0.9, members=(Member(100, 110, 0.9), Member(300, 310, 0.6))),
        ExportRow("hum", 1_000, 4_000, 0.8),
    )
    assert (document.model_id, document.job_id, document.reviewer) == ("model", "job", "Ann")
    assert document.rules == desk[0].rules
    assert document.files[0].sample_rate_hz == 48_000


def test_a_beginning_of_it_is_the_same(desk: tuple[ReviewSession, Review]) -> None:
    taken = snapshot(desk)
    assert taken.document("shown", most_rows=1).files[0].rows == taken.document("shown").files[0].rows[:1]
    assert taken.document("raw", most_rows=2).files[0].rows == taken.document("raw").files[0].rows[:2]


def test_hidden_types_do_not_leave(desk: tuple[ReviewSession, Review]) -> None:
    desk[0].set_type_visible("click", False)
    assert [row.artifact_type for row in snapshot(desk).document("shown").files[0].rows] == ["hum"]


def test_raw_rows_in_time_order(desk: tuple[ReviewSession, Review]) -> None:
    rows = snapshot(desk).document("raw").files[0].rows
    assert [(row.artifact_type, row.start_ms) for row in rows] == [
        ("click", 100), ("click", 300), ("hum", 1_000), ("click", 5_000),
    ]  # fmt: skip


def test_verdicts_go_with_the_rows(desk: tuple[ReviewSession, Review]) -> None:
    session, review = desk
    session.select_row(0)
    assert review.judge(Verdict.ARTIFACT, severity="blocker", reason="duplicate", note="both")
    session.select_row(1)
    assert review.judge(Verdict.NOT_AN_ARTIFACT)
    taken = snapshot(desk)
    shown = taken.document("shown").files[0].rows
    assert [(row.verdict, row.severity, row.reason, row.note) for row in shown] == [
        ("artifact", "blocker", "duplicate", "both"),
        ("not an artifact", None, "", ""),
    ]
    assert taken.document("confirmed").files[0].rows == shown[:1]
    assert taken.counts() == {"shown": 2, "confirmed": 1, "raw": 4}
    assert [row.verdict for row in taken.document("raw").files[0].rows] == [
        "artifact", "artifact", "not an artifact", None,
    ]  # fmt: skip


def test_what_was_judged_in_part_only_is_not_signed(desk: tuple[ReviewSession, Review]) -> None:
    session, review = desk
    session.set_tuning(TuningConfig(threshold=0.5, merge_window_ms=0, min_duration_ms=0))
    session.select_row(0)
    assert review.judge(Verdict.ARTIFACT)
    session.set_tuning(TuningConfig(threshold=0.5, merge_window_ms=500, min_duration_ms=0))
    taken = snapshot(desk)
    assert taken.document("shown").files[0].rows[0].verdict is None
    assert taken.document("confirmed").files[0].rows == ()


def test_a_snapshot_does_not_follow_the_desk(desk: tuple[ReviewSession, Review]) -> None:
    taken = snapshot(desk)
    before = taken.document("shown")
    desk[0].set_tuning(TuningConfig(threshold=0.95))
    desk[0].set_type_visible("hum", False)
    assert taken.document("shown") == before
    assert snapshot(desk).counts()["shown"] == 0
