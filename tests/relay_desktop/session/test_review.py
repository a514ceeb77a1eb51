"""Verdicts: bound to sound, saved as they are given, undone one by one, and never lost to a slider."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning import retune
from inference.tuning_config import TuningConfig
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdicts import JudgedSpan, State, Verdict, VerdictBook

RAW = DetectionTable.from_columns(
    ["click", "click", "hum", "click"],
    [100, 300, 1_000, 5_000],
    [110, 310, 4_000, 5_010],
    [0.9, 0.4, 0.8, 0.7],
)
APART = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)
JOINED = TuningConfig(threshold=0.0, merge_window_ms=500, min_duration_ms=0)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()


def desk(library: Library) -> tuple[ReviewSession, Review]:
    session = ReviewSession()
    review = Review(session, library.verdicts, session)
    file = ReviewFile(path=None, name="a.wav", key="a")
    session.open_desk(DeskJob("job", "m", "a"), [file])
    session.set_tuning(APART)
    session.undo_stack.clear()
    session.set_raw(file, RAW)
    return session, review


def states(session: ReviewSession, review: Review) -> list[str]:
    assert session.current is not None
    found = review.states(session.current)
    assert found is not None
    return [
        State(code).name + (" partly" if part else "")
        for code, part in zip(found.state, found.is_partial, strict=True)
    ]


def test_a_verdict_is_saved_and_the_next_is_selected(library: Library, qtbot: QtBot) -> None:
    session, review = desk(library)
    session.select_row(0)
    assert review.judge(Verdict.ARTIFACT)
    assert states(session, review) == ["ARTIFACT", "UNREVIEWED", "UNREVIEWED", "UNREVIEWED"]
    assert session.selected_row == 1
    reopened, again = desk(library)
    assert states(reopened, again) == ["ARTIFACT", "UNREVIEWED", "UNREVIEWED", "UNREVIEWED"]


def test_auto_advance_has_a_switch_and_goes_round_to_what_is_open(library: Library, qtbot: QtBot) -> None:
    session, review = desk(library)
    review.is_auto_advancing = False
    session.select_row(3)
    review.judge(Verdict.UNSURE)
    assert session.selected_row == 3
    review.is_auto_advancing = True
    review.judge(Verdict.ARTIFACT)
    assert session.selected_row == 0
    for _ in range(3):
        review.judge(Verdict.NOT_AN_ARTIFACT)
    assert not review.select_next_unreviewed()
    assert session.current is not None
    assert review.reviewed_count(session.current) == 4


def test_retuning_keeps_verdicts_and_shows_mixed_and_partly(library: Library, qtbot: QtBot) -> None:
    session, review = desk(library)
    session.select_row(0)
    review.judge(Verdict.ARTIFACT)
    session.set_tuning(JOINED)
    assert states(session, review)[0] == "ARTIFACT partly"
    session.set_tuning(APART)
    session.select_row(1)
    review.judge(Verdict.NOT_AN_ARTIFACT)
    session.set_tuning(JOINED)
    assert states(session, review)[0] == "MIXED"
    session.select_row(0)
    review.judge(Verdict.ARTIFACT)
    assert states(session, review)[0] == "ARTIFACT"
    session.set_tuning(APART)
    assert states(session, review)[:2] == ["ARTIFACT", "ARTIFACT"]
    session.set_tuning(TuningConfig(threshold=0.95))
    session.set_tuning(APART)
    assert states(session, review)[:2] == ["ARTIFACT", "ARTIFACT"]


def test_undo_brings_back_what_was_overridden_and_looks_at_it(library: Library, qtbot: QtBot) -> None:
    session, review = desk(library)
    session.select_row(0)
    review.judge(Verdict.ARTIFACT)
    session.select_row(0)
    review.judge(Verdict.UNSURE)
    session.select_row(3)
    assert session.undo_stack.undoText() == "Judge click at 0.100 s: unsure"
    session.undo_stack.undo()
    assert session.selected_row == 0
    assert states(session, review)[0] == "ARTIFACT"
    session.undo_stack.undo()
    assert states(session, review)[0] == "UNREVIEWED"
    session.undo_stack.redo()
    assert states(session, review)[0] == "ARTIFACT"
    assert states(*desk(library))[0] == "ARTIFACT"


def test_many_at_once_are_one_step(library: Library, qtbot: QtBot) -> None:
    session, review = desk(library)
    session.select_rows([0, 1, 3])
    review.judge(Verdict.NOT_AN_ARTIFACT)
    assert states(session, review) == ["NOT_AN_ARTIFACT", "NOT_AN_ARTIFACT", "UNREVIEWED", "NOT_AN_ARTIFACT"]
    session.undo_stack.undo()
    assert set(states(session, review)) == {"UNREVIEWED"}


def test_notes_and_severity_stay_with_the_verdict(library: Library, qtbot: QtBot) -> None:
    session, review = desk(library)
    session.select_row(2)
    assert not review.annotate(note="nothing judged yet")
    review.is_auto_advancing = False
    review.judge(Verdict.ARTIFACT)
    assert review.annotate(note='50 Hz, "earth"\n→ loop', severity="blocker")
    again_session, again = desk(library)
    assert again_session.current is not None
    span = again.deciding_span(again_session.current, 2)
    assert span is not None
    assert (span.note, span.severity, span.verdict) == ('50 Hz, "earth"\n→ loop', "blocker", Verdict.ARTIFACT)


def test_nothing_selected_or_no_detections_is_no_verdict(library: Library, qtbot: QtBot) -> None:
    session, review = desk(library)
    assert not review.judge(Verdict.ARTIFACT)
    session.open_desk(None, [])
    assert not review.judge(Verdict.ARTIFACT)
    assert not review.select_next_unreviewed()


def test_a_full_disk_says_so_and_changes_nothing(library: Library, qtbot: QtBot, tmp_path: Path) -> None:
    session, review = desk(library)
    failed = QSignalSpy(review.save_failed)
    with library._write() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    library._db.execute(f"PRAGMA max_page_count = {pages}")
    session.select_row(0)
    given = 0
    while failed.count() == 0 and given < 2_000:
        session.select_row(0)
        given += review.judge(Verdict.ARTIFACT, note="x" * 500)
    assert failed.count() == 1
    assert "full" in failed.at(0)[0]
    assert session.undo_stack.count() == given
    assert len(library.verdicts.of_file("job", "a")) == given


_KILLED = """
import sys
from pathlib import Path
from relay_desktop.session.library import Library
from relay_desktop.session.verdicts import JudgedSpan, Verdict
library = Library(Path(sys.argv[1]))
for number in range(100_000):
    span = JudgedSpan("click", number, number, Verdict.ARTIFACT)
    library.verdicts.add("job", "a", [span])
    print(number, flush=True)
"""


def test_a_kill_loses_no_verdict_that_was_acknowledged(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    for round_ in range(5):
        path = tmp_path / f"{round_}.sqlite"
        with subprocess.Popen(
            [sys.executable, "-c", _KILLED, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        ) as child:
            assert child.stdout is not None
            for _ in range(int(rng.integers(1, 60))):
                child.stdout.readline()
            child.send_signal(signal.SIGKILL)
            rest = child.stdout.read().split()
        library = Library(path)
        saved = {span.start_ms for span in library.verdicts.of_file("job", "a")}
        library.close()
        acknowledged = int(rest[-1]) + 1 if rest else 1
        assert set(range(acknowledged - 1)) <= saved


spans_strategy = st.lists(
    st.builds(
        lambda name, start, length, verdict: JudgedSpan(name, start, start + length, verdict),
        st.sampled_from(["a", "b"]),
        st.integers(0, 100),
        st.integers(0, 40),
        st.sampled_from(list(Verdict)),
    ),
    max_size=8,
)
rows_strategy = st.lists(
    st.tuples(st.sampled_from(["a", "b"]), st.integers(0, 100), st.integers(0, 30), st.floats(0, 1)),
    max_size=15,
)


@given(rows_strategy, spans_strategy, st.integers(0, 50))
def test_states_equal_the_rules_read_word_by_word(
    rows: list[tuple[str, int, int, float]], spans: list[JudgedSpan], window_ms: int
) -> None:
    raw = DetectionTable.from_columns(
        [row[0] for row in rows],
        [row[1] for row in rows],
        [row[1] + row[2] for row in rows],
        [row[3] for row in rows],
    )
    retuned = retune(raw, TuningConfig(threshold=0.3, merge_window_ms=window_ms, min_duration_ms=0))
    found = VerdictBook(raw, spans).states(retuned)
    for shown in range(len(retuned.shown)):
        said = []
        for row in retuned.members(shown):
            over = [
                span.state
                for span in spans
                if span.artifact_type == raw.artifact_type(row)
                and span.start_ms <= raw.end_ms[row]
                and span.end_ms >= raw.start_ms[row]
            ]
            said.append(over[-1] if over else State.UNREVIEWED)
        judged = {state for state in said if state != State.UNREVIEWED}
        expected = State.UNREVIEWED if not judged else judged.pop() if len(judged) == 1 else State.MIXED
        assert found.state[shown] == expected
        is_partial = expected != State.UNREVIEWED and State.UNREVIEWED in said
        assert bool(found.is_partial[shown]) == is_partial
