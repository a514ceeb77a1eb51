"""Two runs side by side: every detection appears once, pairs are sounds, verdicts are carried over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inference.detections import DetectionTable
from relay_desktop.session.comparison import Kind, carried, compare, pairs
from relay_desktop.session.verdicts import JudgedSpan, Verdict
from tests.relay_desktop.session.review_room import table


def test_each_kind_of_difference() -> None:
    first = table(
        ("click", 100, 110, 0.9), ("click", 300, 310, 0.9), ("click", 500, 510, 0.9), ("hum", 900, 950, 0.9)
    )  # fmt: skip
    second = table(
        ("click", 100, 110, 0.9), ("click", 300, 330, 0.9), ("click", 500, 510, 0.6), ("glitch", 900, 950, 0.9)
    )  # fmt: skip
    found = [(one.kind, one.artifact_type, one.start_ms) for one in compare(first, second)]
    assert found == [
        (Kind.SAME, "click", 100),
        (Kind.MOVED, "click", 300),
        (Kind.CONFIDENCE, "click", 500),
        (Kind.ONLY_SECOND, "glitch", 900),
        (Kind.ONLY_FIRST, "hum", 900),
    ]


def test_near_ones_are_pairs_within_the_tolerance_and_the_nearest_wins() -> None:
    first = table(("click", 1_000, 1_001, 0.9), ("click", 2_000, 2_001, 0.9))
    second = table(("click", 1_049, 1_050, 0.9), ("click", 1_003, 1_004, 0.9), ("click", 2_060, 2_061, 0.9))
    assert pairs(first, second, 50) == [(0, 1)]


rows = st.lists(
    st.tuples(st.sampled_from(["a", "b"]), st.integers(0, 3000), st.integers(0, 200), st.floats(0, 1)), max_size=25
)


def made(given_rows: list[tuple[str, int, int, float]]) -> DetectionTable:
    return DetectionTable.from_columns(
        [row[0] for row in given_rows],
        [row[1] for row in given_rows],
        [row[1] + row[2] for row in given_rows],
        [row[3] for row in given_rows],
    )


@given(rows, rows, st.integers(0, 80))
def test_every_detection_comes_once_and_pairs_fit(
    ours: list[tuple[str, int, int, float]], theirs: list[tuple[str, int, int, float]], tolerance_ms: int
) -> None:
    first, second = made(ours), made(theirs)
    found = compare(first, second, tolerance_ms)
    assert sorted(one.first for one in found if one.first is not None) == list(range(len(first)))
    assert sorted(one.second for one in found if one.second is not None) == list(range(len(second)))
    for one in found:
        if one.first is not None and one.second is not None:
            assert first.artifact_type(one.first) == second.artifact_type(one.second)
            gap = max(first.start_ms[one.first], second.start_ms[one.second]) - min(
                first.end_ms[one.first], second.end_ms[one.second]
            )
            assert gap <= tolerance_ms
    lone = [one for one in found if one.kind is Kind.ONLY_FIRST]
    open_second = [one for one in found if one.kind is Kind.ONLY_SECOND]
    for a in lone:
        for b in open_second:
            if a.artifact_type == b.artifact_type:
                gap = max(a.start_ms, b.start_ms) - min(a.end_ms, b.end_ms)
                assert gap > tolerance_ms, "what fits and is free was paired"


@given(rows)
def test_a_run_equals_itself(ours: list[tuple[str, int, int, float]]) -> None:
    first = made(ours)
    kinds = {one.kind for one in compare(first, first, 0)}
    assert kinds <= {Kind.SAME, Kind.MOVED}, "of equal overlaps in one place either may be the pair"
    assert len(compare(first, first, 0)) == len(first)


def test_verdicts_are_carried_to_what_they_fit() -> None:
    spans = [
        JudgedSpan("click", 100, 110, Verdict.ARTIFACT, span_id=1),
        JudgedSpan("click", 100, 110, Verdict.NOT_AN_ARTIFACT, note="second look", span_id=2),
        JudgedSpan("hum", 5_000, 6_000, Verdict.ARTIFACT, span_id=3),
    ]
    onto = table(("click", 120, 130, 0.9), ("hum", 9_000, 9_500, 0.8))
    (moved,) = carried(spans, onto)
    assert (moved.start_ms, moved.end_ms, moved.verdict) == (120, 130, Verdict.NOT_AN_ARTIFACT)
    assert (moved.note, moved.span_id) == ("second look", None)
