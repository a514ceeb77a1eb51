"""Detections by hand through the editor: saved at once, undone step by step, signed, exported and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.session.export_snapshot import take_snapshot
from relay_desktop.session.hand_editor import HandEditor
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdicts import State, Verdict

RAW = DetectionTable.from_columns(["click", "hum"], [100, 1_000], [110, 4_000], [0.9, 0.8])
APART = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()


class Desk:
    """A desk with one file of ten seconds; made again from the library, as after a restart."""

    def __init__(self, library: Library, *, has_raw: bool = True) -> None:
        self.session = ReviewSession()
        self.review = Review(self.session, library.verdicts, self.session)
        self.editor = HandEditor(self.session, self.review, library.hand_made, self.session)
        self.file = ReviewFile(path=None, name="a.wav", key="a", duration_s=10.0)
        self.session.open_desk(DeskJob("job", "m", "a"), [self.file])
        self.session.set_tuning(APART)
        self.session.undo_stack.clear()
        if has_raw:
            self.session.set_raw(self.file, RAW)

    def rows(self) -> list[tuple[str, int, int]]:
        shown = self.session.shown
        assert shown is not None
        return [(r["artifact_type"], r["start_ms"], r["end_ms"]) for r in shown.to_rows()]

    def by_hand(self) -> list[int]:
        assert self.file.retuned is not None
        return self.file.retuned.by_hand.tolist()


def test_a_missed_one_is_added_signed_selected_and_on_disk(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library)
    assert desk.editor.add("glitch", 700, 650)
    assert desk.rows() == [("click", 100, 110), ("glitch", 650, 700), ("hum", 1_000, 4_000)]
    assert desk.by_hand() == [1]
    assert desk.session.selected_row == 1
    states = desk.review.states(desk.file)
    assert states is not None
    assert states.state.tolist() == [State.UNREVIEWED, State.ARTIFACT, State.UNREVIEWED]
    again = Desk(library)
    assert again.rows() == desk.rows()
    assert again.by_hand() == [1]


def test_one_undo_takes_the_added_one_and_its_verdict_back(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library)
    desk.editor.add("click", 105, 108)
    desk.session.undo_stack.undo()
    assert desk.rows() == [("click", 100, 110), ("hum", 1_000, 4_000)]
    states = desk.review.states(desk.file)
    assert states is not None
    assert states.state.tolist() == [State.UNREVIEWED, State.UNREVIEWED]
    assert Desk(library).rows() == desk.rows()
    desk.session.undo_stack.redo()
    assert ("click", 105, 108) in desk.rows()
    assert ("click", 105, 108) in Desk(library).rows()


def test_moving_a_models_bounds_keeps_its_verdict_and_shows_it_once(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library)
    desk.session.select_row(1)
    desk.review.judge(Verdict.NOT_AN_ARTIFACT, go_on=False)
    assert desk.editor.set_bounds(1, 900, 4_200)
    assert desk.rows() == [("click", 100, 110), ("hum", 900, 4_200)]
    assert desk.by_hand() == [1]
    states = desk.review.states(desk.file)
    assert states is not None
    assert states.state[1] == State.NOT_AN_ARTIFACT
    assert desk.editor.remove_selected()
    assert desk.rows() == [("click", 100, 110), ("hum", 1_000, 4_000)]


def test_nudges_in_a_row_are_one_step_and_bounds_never_cross(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library)
    desk.session.select_row(0)
    for _ in range(4):
        assert desk.editor.nudge("end", 3)
    assert desk.rows()[0] == ("click", 100, 122)
    assert desk.editor.nudge("start", 500)
    assert desk.rows()[0] == ("click", 122, 122)
    desk.session.undo_stack.undo()
    assert desk.rows()[0] == ("click", 100, 110)
    assert Desk(library).rows()[0] == ("click", 100, 110)
    desk.session.undo_stack.redo()
    assert Desk(library).rows()[0] == ("click", 122, 122)


def test_bounds_stay_inside_the_file(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library)
    desk.session.select_row(1)
    desk.editor.set_bounds(1, -500, 99_000)
    assert desk.rows()[0] == ("hum", 0, 10_000)


def test_another_type_stands_for_the_old_one(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library)
    assert desk.editor.set_type(1, "distortion")
    assert desk.rows()[1] == ("distortion", 1_000, 4_000)
    desk.session.undo_stack.undo()
    assert desk.rows()[1] == ("hum", 1_000, 4_000)


def test_it_leaves_without_a_confidence_and_counts_as_confirmed(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library)
    desk.editor.add("glitch", 650, 700)
    snapshot = take_snapshot(desk.session, desk.review, [desk.file], "1")
    for scope in ("shown", "confirmed", "raw"):
        (file,) = snapshot.document(scope).files
        made = [row for row in file.rows if row.artifact_type == "glitch"]
        assert [(row.confidence, row.verdict) for row in made] == [(None, "artifact")]
    (shown,) = snapshot.document("shown").files
    assert [row.confidence for row in shown.rows] == [0.9, None, 0.8]


def test_before_the_detection_ended_nothing_is_added(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library, has_raw=False)
    told = QSignalSpy(desk.editor.refused)
    assert not desk.editor.add("click", 1, 2)
    assert told.count() == 1
    assert desk.session.undo_stack.count() == 0


def test_a_detection_of_the_model_cannot_be_removed(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library)
    desk.session.select_row(0)
    told = QSignalSpy(desk.editor.refused)
    assert not desk.editor.remove_selected()
    assert told.count() == 1


def test_a_full_disk_says_so_and_keeps_what_was_there(library: Library, qtbot: QtBot) -> None:
    desk = Desk(library)
    told = QSignalSpy(desk.editor.save_failed)
    with library._write() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    library._db.execute(f"PRAGMA max_page_count = {pages}")
    changes = 0
    while told.count() == 0 and changes < 2_000:
        changes += desk.editor.set_type(1, "distortion" if changes % 2 == 0 else "hum")
    assert "full" in told.at(0)[0]
    assert changes > 0
    assert Desk(library).rows() == desk.rows()
