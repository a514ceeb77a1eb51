"""The session: files, jobs, tuning with undo, types and a selection that stays with the sound."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning import TuningRules, TypeTuning
from inference.tuning_config import TuningConfig
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession

RAW = DetectionTable.from_columns(
    ["click", "hum", "click", "dropout"],
    [1_000, 2_000, 3_000, 4_000],
    [1_001, 6_000, 3_002, 4_300],
    [0.9, 0.6, 0.3, 0.8],
)
KEEP_ALL = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)


@pytest.fixture
def session(qtbot: QtBot) -> ReviewSession:
    return ReviewSession()


@pytest.fixture
def opened(session: ReviewSession) -> ReviewSession:
    file = session.add_files([Path("a.wav")])[0]
    session.set_tuning(KEEP_ALL)
    session.undo_stack.clear()
    session.set_raw(file, RAW)
    return session


def starts(session: ReviewSession) -> list[int]:
    assert session.shown is not None
    return session.shown.start_ms.tolist()


def test_files_appear_once_and_the_first_is_shown(session: ReviewSession) -> None:
    added = QSignalSpy(session.files_added)
    first = session.add_files([Path("a.wav"), Path("b.wav"), Path("a.wav")])
    again = session.add_files([Path("b.wav")])
    assert [file.name for file in session.files] == ["a.wav", "b.wav"]
    assert session.current is first[0]
    assert again == []
    assert added.count() == 1


def test_removing_the_shown_file_shows_the_next(session: ReviewSession) -> None:
    a, b, c = session.add_files([Path("a.wav"), Path("b.wav"), Path("c.wav")])
    session.open_file(b)
    session.remove_files([b])
    assert session.current is c
    session.remove_files([a, c])
    assert session.current is None


def test_update_tells_only_of_what_changed(session: ReviewSession) -> None:
    file = session.add_files([Path("a.wav")])[0]
    told = QSignalSpy(session.file_changed)
    session.update_file(file, status="queued", progress=None)
    session.update_file(file, status="queued")
    assert told.count() == 1


def test_retuning_follows_the_rules_at_once(opened: ReviewSession) -> None:
    told = QSignalSpy(opened.detections_changed)
    opened.set_tuning(TuningConfig(threshold=0.5, merge_window_ms=0, min_duration_ms=0))
    assert starts(opened) == [1_000, 2_000, 4_000]
    assert told.count() == 1
    opened.set_type_tuning("click", TypeTuning(threshold=0.2))
    assert starts(opened) == [1_000, 2_000, 3_000, 4_000]


def test_other_files_follow_between_events(opened: ReviewSession, qtbot: QtBot) -> None:
    others = opened.add_files([Path(f"{n}.wav") for n in range(20)])
    for file in others:
        opened.set_raw(file, RAW)
    opened.set_tuning(TuningConfig(threshold=0.7, merge_window_ms=0, min_duration_ms=0))
    qtbot.waitUntil(lambda: all(file.visible_count(frozenset()) == 2 for file in others))


def test_one_drag_is_one_undo_step(opened: ReviewSession) -> None:
    for threshold in (0.1, 0.4, 0.7):
        opened.set_tuning(KEEP_ALL.with_values(**{"threshold": threshold}), final=False)
    assert opened.undo_stack.count() == 0
    opened.set_tuning(KEEP_ALL.with_values(**{"threshold": 0.7}), final=True)
    assert opened.undo_stack.count() == 1
    assert opened.undo_stack.undoText() == "Set threshold to 0.70"
    opened.undo_stack.undo()
    assert opened.rules.config == KEEP_ALL
    assert len(starts(opened)) == 4
    opened.undo_stack.redo()
    assert starts(opened) == [1_000, 4_000]


def test_a_drag_that_ends_where_it_began_is_no_step(opened: ReviewSession) -> None:
    opened.set_tuning(KEEP_ALL.with_values(**{"threshold": 0.4}), final=False)
    opened.set_tuning(KEEP_ALL, final=True)
    assert opened.undo_stack.count() == 0


def test_reset_goes_to_the_models_rules(opened: ReviewSession) -> None:
    rules = TuningRules(TuningConfig(), {"click": TypeTuning(min_duration_ms=0)})
    opened.set_tuning(TuningConfig(threshold=0.9))
    opened.set_default_rules(rules, ["click", "hum"])
    assert opened.rules.config.threshold == 0.9
    opened.reset_tuning()
    assert opened.rules == rules


def test_an_untouched_desk_takes_the_models_rules(session: ReviewSession) -> None:
    rules = TuningRules(TuningConfig(), {"click": TypeTuning(min_duration_ms=0)})
    session.set_default_rules(rules, ["click", "hum"])
    assert session.rules == rules
    assert session.artifact_types() == ["click", "hum"]


def test_selection_stays_with_the_sound_not_the_row(opened: ReviewSession) -> None:
    opened.select_row(3)
    opened.set_tuning(TuningConfig(threshold=0.7, merge_window_ms=0, min_duration_ms=0))
    assert opened.selected_rows == (1,)
    assert starts(opened)[1] == 4_000
    opened.set_tuning(TuningConfig(threshold=0.85, merge_window_ms=0, min_duration_ms=0))
    assert opened.selected_rows == ()


def test_selection_follows_a_merge(opened: ReviewSession) -> None:
    opened.select_row(2)
    opened.set_tuning(KEEP_ALL.with_values(**{"merge_window_ms": 5_000}))
    assert opened.selected_row is not None
    assert opened.shown is not None
    assert opened.shown.to_rows()[opened.selected_row]["start_ms"] == 1_000


def test_next_and_previous_pass_over_hidden_types(opened: ReviewSession) -> None:
    opened.set_type_visible("hum", False)
    seen = []
    while opened.select_next():
        seen.append(opened.selected_row)
    assert seen == [0, 2, 3]
    assert opened.select_previous()
    assert opened.select_previous(same_type=True)
    assert opened.selected_row == 0
    assert not opened.select_previous()


def test_what_is_hidden_is_not_selected(opened: ReviewSession) -> None:
    opened.select_row(1)
    opened.set_type_visible("hum", False)
    assert opened.selected_rows == ()
    assert opened.current is not None
    assert opened.current.visible_count(opened.hidden_types) == 3


def test_type_counts_say_what_each_rule_hides(opened: ReviewSession) -> None:
    opened.set_tuning(TuningConfig(threshold=0.5, merge_window_ms=0, min_duration_ms=50))
    counts = {count.artifact_type: count for count in opened.type_counts()}
    click = counts["click"]
    assert (click.raw, click.shown, click.hidden_by_threshold, click.hidden_by_min_duration) == (2, 0, 1, 1)
    assert counts["hum"].shown == 1


def test_histogram_counts_every_raw_row_once(opened: ReviewSession) -> None:
    histogram = opened.confidence_histogram(10)
    assert histogram.tolist() == [0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
    assert opened.confidence_histogram(10, "click").sum() == 2
    opened.set_type_visible("click", False)
    assert opened.confidence_histogram(10).sum() == 2


def test_full_confidence_falls_into_the_last_bin(opened: ReviewSession) -> None:
    assert opened.current is not None
    opened.set_raw(opened.current, DetectionTable.from_columns(["click"], [0], [1], [1.0]))
    assert np.flatnonzero(opened.confidence_histogram(50)).tolist() == [49]


def test_jobs_newest_first_and_a_removed_open_job_clears_the_desk(session: ReviewSession) -> None:
    one, two = DeskJob("1", "m", "one"), DeskJob("2", "m", "two")
    session.upsert_job(one)
    session.upsert_job(two)
    assert list(session.jobs) == ["2", "1"]
    session.open_desk(one, [ReviewFile(path=None, name="x.wav", file_id="f")])
    assert session.file_of("f") is session.current
    session.upsert_job(DeskJob("1", "m", "one", status="completed"))
    assert session.job is not None
    assert session.job.is_terminal
    session.remove_job("1")
    assert session.job is None
    assert session.files == []
    assert session.current is None


def test_opening_a_desk_forgets_the_undo_steps_of_the_other(opened: ReviewSession) -> None:
    opened.set_tuning(TuningConfig(threshold=0.9))
    opened.open_desk(None, [])
    assert not opened.undo_stack.canUndo()
    assert opened.rules == opened.default_rules
