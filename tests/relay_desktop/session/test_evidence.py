"""Precision, recall and proposals from verdicts, against numbers worked out by hand and by the textbook."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from relay_desktop.session.evidence import Samples, by_verdict, curve, propose, wilson
from relay_desktop.session.library import Library
from relay_desktop.session.verdicts import Verdict
from tests.relay_desktop.session.review_room import ReviewRoom, table


def samples(right: list[float], wrong: list[float], missed: int = 0) -> Samples:
    is_artifact = np.array([True] * len(right) + [False] * len(wrong), dtype=np.bool_)
    return Samples(np.array(right + wrong), is_artifact, missed)


def test_wilson_equals_published_values() -> None:
    """The example of R. G. Newcombe (1998), method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29."""
    low, high = wilson(np.array([81, 15, 0, 1, 0]), np.array([263, 148, 20, 29, 0]))
    assert low[:4] == pytest.approx([0.2553, 0.0624, 0.0, 0.0061], abs=5e-5)
    assert high[:4] == pytest.approx([0.3662, 0.1605, 0.1611, 0.1718], abs=5e-5)
    assert math.isnan(low[4])


def test_the_curve_counts_at_or_above_each_threshold() -> None:
    found = curve(samples([0.58, 0.9, 0.9], [0.57, 0.2], missed=1))
    assert found.decided[[0, 20, 21, 57, 58, 59, 91]].tolist() == [5, 5, 4, 4, 3, 2, 0]
    assert found.precision[58] == 1.0
    assert found.precision[57] == 0.75
    assert math.isnan(found.precision[91])
    assert found.recall[0] == 0.75
    assert found.recall[60] == 0.5


def test_the_lowest_threshold_that_reaches_the_target_is_proposed() -> None:
    found = curve(samples([0.6] * 19, [0.5] * 5 + [0.6]))
    proposal = propose(found, 0.95)
    assert (proposal.threshold, proposal.decided) == (0.51, 20)
    assert proposal.precision == pytest.approx(0.95)
    assert not proposal.is_sure, "the interval of 19 of 20 reaches down to 76 %"
    sure = propose(curve(samples([0.6] * 400, [0.5] * 5)), 0.95)
    assert sure.threshold == 0.0
    assert sure.is_sure


def test_too_little_or_too_bad_gives_no_threshold() -> None:
    assert propose(curve(samples([0.9] * 4, [])), 0.9).threshold is None
    bad = propose(curve(samples([0.9] * 5, [0.95] * 5)), 0.9)
    assert bad.threshold is None
    assert bad.precision == 0.5
    assert propose(curve(samples([], [])), 0.9).decided == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60), st.integers(0, 5))
def test_a_curve_keeps_its_promises(said: list[tuple[float, bool]], missed: int) -> None:
    found = curve(Samples(np.array([s for s, _ in said]), np.array([a for _, a in said]), missed))
    known = found.decided > 0
    assert np.all(np.diff(found.decided) <= 0)
    assert np.all(found.low[known] <= found.precision[known] + 1e-12)
    assert np.all(found.precision[known] <= found.high[known] + 1e-12)
    is_recall_known = ~np.isnan(found.recall)
    assert np.all(np.diff(found.recall[is_recall_known]) <= 1e-12)
    for target in (0.5, 0.95):
        proposal = propose(found, target)
        if proposal.threshold is not None:
            assert proposal.precision >= target
            place = round(proposal.threshold * 100)
            assert not np.any((found.decided[:place] >= 5) & (found.precision[:place] >= target))


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[ReviewRoom]:
    library = Library(tmp_path / "library.sqlite")
    rows = [("click", at * 1000, at * 1000 + 5, 0.3 + at * 0.03) for at in range(20)]
    yield ReviewRoom(library, (table(*rows), table(("hum", 0, 500, 0.6))))
    library.close()


def test_verdicts_become_samples_and_a_threshold_is_applied_with_its_reasons(room: ReviewRoom) -> None:
    for row in range(20):
        room.session.select_row(row)
        room.review.judge(Verdict.ARTIFACT if row >= 8 else Verdict.NOT_AN_ARTIFACT, go_on=False)
    room.session.select_row(19)
    room.review.judge(Verdict.UNSURE, go_on=False)
    evidence = room.tools.evidence
    assert len(evidence.samples()["click"]) == 19
    assert len(evidence.samples()["hum"].waiting) == 1
    evidence.set_target(0.9)
    proposal = evidence.proposal("click")
    assert proposal.threshold == 0.49
    assert evidence.apply("click")
    assert room.session.rules.for_type("click").threshold == 0.49
    (chosen,) = evidence.chosen()
    assert (chosen.artifact_type, chosen.numbers["threshold"], chosen.numbers["decided"]) == ("click", 0.49, 12)
    assert len(room.session.visible_rows()) == 13
    assert len(evidence.samples()["click"]) == 19, "what the threshold hides now still counts"
    room.session.undo_stack.undo()
    assert len(room.session.visible_rows()) == 20
    rows = list(csv.DictReader(io.StringIO(evidence.table())))
    assert [row["artifact_type"] for row in rows[::101]] == ["click", "hum"]
    assert rows[49]["threshold"] == "0.49"
    assert rows[49]["decided"] == "12"


def test_what_was_added_by_hand_was_missed_and_what_was_moved_was_not(room: ReviewRoom) -> None:
    editor, evidence = room.hand_editor, room.tools.evidence
    assert editor.add("click", 50_000, 50_004)
    assert evidence.samples()["click"].missed == 1
    room.session.select_row(3)
    assert editor.set_bounds(3, 3_000, 3_009)
    room.review.judge(Verdict.ARTIFACT, go_on=False)
    samples = evidence.samples()["click"]
    assert samples.missed == 1
    assert samples.confidence == pytest.approx([0.39])
    assert editor.set_type(5, "hum")
    room.review.judge(Verdict.ARTIFACT, go_on=False)
    samples = evidence.samples()["click"]
    assert sorted(zip(samples.confidence.round(2).tolist(), samples.is_artifact.tolist(), strict=True)) == [
        (0.39, True), (0.45, False),
    ]  # fmt: skip
    assert evidence.samples()["hum"].missed == 1
    assert evidence.curve("click").recall[0] == 0.5


def test_one_decision_on_a_joined_detection_is_one_sample(room: ReviewRoom) -> None:
    room.session.set_rules(type(room.session.rules)(room.session.rules.config.__class__(0.0, 2000, 0)))
    room.session.select_row(0)
    room.review.judge(Verdict.ARTIFACT, go_on=False)
    samples = room.tools.evidence.samples()["click"]
    assert samples.confidence == pytest.approx([0.87])
    assert by_verdict(samples, 10).sum() == 1
