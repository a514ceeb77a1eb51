"""Filter, queue, bulk verdicts and marks: what is left to do, in which order, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.session.export_snapshot import take_snapshot
from relay_desktop.session.library import Library
from relay_desktop.session.review_queue import Order, Progress, QueuePlan
from relay_desktop.session.row_criteria import RowCriteria
from relay_desktop.session.verdicts import Verdict
from tests.relay_desktop.session.review_room import APART, ReviewRoom, table

FIRST = table(
    ("click", 100, 110, 0.9), ("click", 300, 310, 0.4), ("hum", 1_000, 4_000, 0.8), ("click", 5_000, 5_010, 0.7)
)  # fmt: skip
SECOND = table(("hum", 0, 500, 0.52), ("click", 700, 705, 0.97))


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[ReviewRoom]:
    library = Library(tmp_path / "library.sqlite")
    yield ReviewRoom(library, (FIRST, SECOND))
    library.close()


def visible(room: ReviewRoom) -> list[int]:
    return room.session.visible_rows().tolist()


@pytest.mark.parametrize(
    ("criteria", "rows"),
    [
        (RowCriteria(verdict="open"), [1, 3]),
        (RowCriteria(verdict="reviewed"), [0, 2]),
        (RowCriteria(verdict="artifact"), [0]),
        (RowCriteria(verdict="mixed"), []),
        (RowCriteria(severity="blocker"), [2]),
        (RowCriteria(severity="none"), [0]),
        (RowCriteria(least_confidence=0.7, greatest_confidence=0.8), [2, 3]),
        (RowCriteria(shortest_ms=10, longest_ms=10), [0, 1, 3]),
        (RowCriteria(from_ms=3_900, until_ms=4_999), [2]),
        (RowCriteria(note="MAINS"), [2]),
        (RowCriteria(note="mains", verdict="open"), []),
    ],
)
def test_each_criterion_lets_through_what_it_says(
    room: ReviewRoom, criteria: RowCriteria, rows: list[int]
) -> None:
    room.session.select_row(0)
    room.review.judge(Verdict.ARTIFACT, go_on=False)
    room.session.select_row(2)
    room.review.judge(Verdict.NOT_AN_ARTIFACT, severity="blocker", note="mains, 50 Hz", go_on=False)
    room.tools.filter.set_criteria(criteria)
    assert visible(room) == rows
    assert room.session.visible_count(room.files[0]) == len(rows)
    snapshot = take_snapshot(room.session, room.review, [room.files[0]], "1")
    assert len(snapshot.document("shown").files[0].rows) == len(rows)
    assert sum(counted.shown for counted in room.session.type_counts()) == len(rows)
    assert criteria.words()


def test_a_verdict_filter_follows_the_verdicts_and_the_walk_keeps_to_it(room: ReviewRoom) -> None:
    room.tools.filter.set_criteria(RowCriteria(verdict="open"))
    room.session.select_row(1)
    room.review.judge(Verdict.ARTIFACT)
    assert visible(room) == [0, 2, 3]
    assert room.session.selected_row == 2
    assert room.session.select_previous()
    assert room.session.selected_row == 0
    room.session.undo_stack.undo()
    assert visible(room) == [0, 1, 2, 3]


def test_what_is_filtered_out_is_not_selected_but_what_was_judged_stays(room: ReviewRoom) -> None:
    room.session.select_rows([1, 0])
    room.tools.filter.set_criteria(RowCriteria(least_confidence=0.7))
    assert room.session.selected_rows == (0,)
    room.tools.filter.set_criteria(RowCriteria(verdict="open"))
    room.session.select_row(1)
    room.review.judge(Verdict.UNSURE, go_on=False)
    assert room.session.selected_row == 1


def test_a_time_range_is_of_one_recording(room: ReviewRoom) -> None:
    room.tools.filter.set_criteria(RowCriteria(from_ms=900, note=""))
    assert visible(room) == [2, 3]
    room.session.open_file(room.files[1])
    assert visible(room) == [0, 1]


def test_stretches_left_out_are_kept_hidden_undone_and_switched_off(room: ReviewRoom) -> None:
    assert room.tools.marks.exclude(50, 3_000, "slate")
    assert visible(room) == [2, 3], "a hum that goes on beyond the stretch stays"
    assert room.session.undo_stack.undoText() == "Leave out 0.050 to 3.000 s"
    room.session.undo_stack.undo()
    assert visible(room) == [0, 1, 2, 3]
    room.session.undo_stack.redo()
    room.tools.filter.set_excluding(False)
    assert visible(room) == [0, 1, 2, 3]
    room.tools.filter.set_excluding(True)
    again = ReviewRoom(room.library, (FIRST, SECOND))
    assert visible(again) == [2, 3]
    assert again.tools.marks.drop_exclusions(again.tools.marks.exclusions(again.files[0]))
    assert visible(again) == [0, 1, 2, 3]


def test_done_is_kept_counted_skipped_and_undone(room: ReviewRoom) -> None:
    room.tools.marks.toggle_done()
    assert room.files[0].is_done
    assert room.tools.queue.of_file(room.files[0]) == Progress(4, 4)
    assert ReviewRoom(room.library, (FIRST, SECOND)).files[0].is_done
    room.tools.queue.go_on()
    room.session.undo_stack.undo()
    assert not room.files[0].is_done
    assert room.session.undo_stack.redoText() == "Mark a.wav as done"
    assert room.tools.queue.of_job() == Progress(0, 6)


def walk(room: ReviewRoom, plan: QueuePlan) -> list[tuple[str, int]]:
    """Judge along a queue to its end."""
    room.tools.queue.set_plan(plan)
    seen = []
    while room.tools.queue.go_on():
        assert room.session.current is not None
        assert room.session.selected_row is not None
        seen.append((room.session.current.key, room.session.selected_row))
        assert room.review.judge(Verdict.ARTIFACT, go_on=False)
        assert len(seen) < 100
    return seen


def test_in_order_of_time_the_queue_goes_across_files(room: ReviewRoom) -> None:
    assert walk(room, QueuePlan()) == [("a", 0), ("a", 1), ("a", 2), ("a", 3), ("b", 0), ("b", 1)]
    assert room.tools.queue.of_job() == Progress(6, 6)


def test_the_orders_by_confidence_look_at_all_files(room: ReviewRoom) -> None:
    expected = [("b", 1), ("a", 0), ("a", 2), ("a", 3), ("b", 0), ("a", 1)]
    assert walk(room, QueuePlan(Order.CONFIDENT)) == expected


def test_the_most_uncertain_is_nearest_to_a_half(room: ReviewRoom) -> None:
    assert walk(room, QueuePlan(Order.UNCERTAIN))[:3] == [("b", 0), ("a", 1), ("a", 3)]


def test_a_random_sample_has_its_size_its_seed_and_its_progress(room: ReviewRoom) -> None:
    first = walk(room, QueuePlan(Order.RANDOM, size=3, seed=5))
    assert len(set(first)) == 3
    assert room.tools.queue.of_sample() == Progress(3, 3)
    for _ in range(3):
        room.session.undo_stack.undo()
    assert walk(room, QueuePlan(Order.RANDOM, size=3, seed=5)) == first


def test_a_stratified_sample_takes_so_many_of_each_type_and_tenth(tmp_path: Path, qtbot: QtBot) -> None:
    rng = np.random.default_rng(2)
    start = np.arange(400) * 100
    raw = DetectionTable(("click", "hum"), rng.integers(0, 2, 400), start, start + 9, rng.random(400))
    library = Library(tmp_path / "library.sqlite")
    room = ReviewRoom(library, (raw,))
    room.tools.queue.set_plan(QueuePlan(Order.STRATIFIED, per_bin=2))
    assert room.tools.queue.of_sample() == Progress(0, 2 * 10 * 2)
    room.session.set_tuning(TuningConfig(threshold=0.5, merge_window_ms=0, min_duration_ms=0))
    assert room.tools.queue.of_sample() == Progress(0, 2 * 5 * 2), "what tuning hides is not asked for"
    library.close()


def test_the_less_confident_of_a_type_are_judged_at_once_but_not_over_a_verdict(room: ReviewRoom) -> None:
    room.session.select_row(1)
    room.review.judge(Verdict.ARTIFACT, go_on=False)
    room.session.select_row(0)
    told = QSignalSpy(room.tools.told)
    room.tools.bulk.less_confident_not_artifact()
    states = room.review.states(room.files[0])
    assert states is not None
    assert states.state.tolist() == [2, 1, 0, 2]
    assert told.at(0)[0].startswith("2 detections judged: not an artifact.")
    assert room.session.selected_row == 2, "and the queue goes on"
    room.session.undo_stack.undo()
    states = room.review.states(room.files[0])
    assert states is not None
    assert states.state.tolist() == [0, 1, 0, 0]


def test_all_shown_means_what_is_visible(room: ReviewRoom) -> None:
    room.review.is_auto_advancing = False
    room.session.set_type_visible("hum", False)
    room.tools.bulk.all_shown_unsure()
    states = room.review.states(room.files[0])
    assert states is not None
    assert states.state.tolist() == [3, 3, 0, 3]
    told = QSignalSpy(room.tools.told)
    room.tools.bulk.all_shown_unsure()
    assert told.at(0)[0].startswith("Nothing was judged")


def test_two_windows_never_override_each_other_in_silence(room: ReviewRoom, tmp_path: Path) -> None:
    other_library = Library(tmp_path / "library.sqlite")
    other = ReviewRoom(other_library, (FIRST, SECOND))
    told = QSignalSpy(other.tools.told)
    room.session.select_row(0)
    other.session.select_row(0)
    assert other.review.reviewed_count(other.files[0]) == 0, "what its table shows"
    assert room.review.judge(Verdict.ARTIFACT, go_on=False)
    assert not other.review.judge(Verdict.NOT_AN_ARTIFACT), "it had not seen the other's verdict"
    assert told.count() == 1
    assert other.review.reviewed_count(other.files[0]) == 1
    assert other.review.judge(Verdict.NOT_AN_ARTIFACT, go_on=False), "now it has"
    other.session.select_row(3)
    assert room.review.notice_other_windows()
    assert other.review.judge(Verdict.UNSURE, go_on=False), "elsewhere nobody has judged"
    verdicts = [span.verdict for span in room.library.verdicts.of_file("job", "a")]
    assert verdicts == [Verdict.ARTIFACT, Verdict.NOT_AN_ARTIFACT, Verdict.UNSURE]
    other_library.close()


def test_retuning_under_a_filter_keeps_the_filter(room: ReviewRoom) -> None:
    room.tools.filter.set_criteria(RowCriteria(least_confidence=0.75))
    room.session.set_tuning(TuningConfig(threshold=0.85, merge_window_ms=0, min_duration_ms=0))
    assert visible(room) == [0]
    room.session.set_tuning(APART)
    assert visible(room) == [0, 2]
    assert room.tools.filter.hidden_count(room.files[0]) == 2
