"""Agreement of two reviewers, against numbers from the literature and by hand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from relay_desktop.session.agreement import agreement_by_type, disagreements, kappa
from relay_desktop.session.library import Library
from relay_desktop.session.verdicts import State, Verdict
from tests.relay_desktop.session.review_room import ReviewRoom, table


def test_kappa_equals_the_published_example() -> None:
    """The table of Fleiss, Cohen and Everitt (1969), 200 cases: kappa 0.429, standard error 0.054 (rounded there)."""
    counts = np.array([[106, 10, 4], [22, 28, 10], [2, 12, 6]])
    value, low, high = kappa(counts)
    assert value == pytest.approx(0.429, abs=5e-4)
    assert (high - low) / 2 / 1.959964 == pytest.approx(0.054, abs=1e-3)


def test_kappa_at_its_ends() -> None:
    assert kappa(np.array([[5, 0], [0, 5]])) == (1.0, 1.0, 1.0)
    assert kappa(np.array([[25, 25], [25, 25]]))[0] == 0.0
    assert kappa(np.array([[0, 5], [5, 0]]))[0] == -1.0
    for undefined in (np.zeros((3, 3), dtype=np.int64), np.array([[9, 0], [0, 0]])):
        assert all(math.isnan(number) for number in kappa(undefined))


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[ReviewRoom]:
    library = Library(tmp_path / "library.sqlite")
    rows = [("click" if at % 2 else "hum", at * 1000, at * 1000 + 5, 0.5) for at in range(6)]
    yield ReviewRoom(library, (table(*rows),))
    library.close()


def judge_as(room: ReviewRoom, name: str, verdicts: list[Verdict | None]) -> None:
    room.review.set_reviewer(name, is_blind=True)
    for row, verdict in enumerate(verdicts):
        if verdict is not None:
            room.session.select_row(row)
            assert room.review.judge(verdict, go_on=False)


def test_a_blind_second_review_sees_nothing_of_the_first_and_is_compared(room: ReviewRoom) -> None:
    yes, no = Verdict.ARTIFACT, Verdict.NOT_AN_ARTIFACT
    judge_as(room, "Ann", [yes, yes, no, no, Verdict.UNSURE, yes])
    room.review.set_reviewer("Ben", is_blind=True)
    assert room.review.reviewed_count(room.files[0]) == 0, "blind"
    judge_as(room, "Ben", [yes, no, no, no, Verdict.UNSURE, None])
    file = room.files[0]
    ann, ben = (room.review.book_of(file, name) for name in ("Ann", "Ben"))
    assert ann is not None
    assert ben is not None
    assert file.retuned is not None
    first, second = ann.states(file.retuned), ben.states(file.retuned)
    found = agreement_by_type([(file.retuned, first, second)])
    assert [(one.artifact_type, one.judged, one.alike) for one in found] == [("click", 2, 1), ("hum", 3, 3), ("", 5, 4)]
    assert found[1].kappa == 1.0
    (differ,) = disagreements(first, second)
    assert (differ.row, differ.first, differ.second) == (1, State.ARTIFACT, State.NOT_AN_ARTIFACT)
    room.review.set_reviewer("Cid", is_blind=False)
    room.session.select_row(1)
    room.review.judge(yes, go_on=False)
    states = room.review.states(file)
    assert states is not None
    assert states.state[1] == State.ARTIFACT, "who adjudicates has the last word"
