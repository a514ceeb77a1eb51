"""Detections by hand: no rule hides them, none of the model's is shown twice, members still count raw rows."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.detections import DetectionTable, concatenate
from inference.tuning import Retuned, retune
from inference.tuning_config import TuningConfig
from relay_desktop.session.hand_made import HandMade, HandMadeTuner, Replaced, table_of

TYPES = ("click", "hum", "glitch")
RAW = DetectionTable.from_columns(
    ["click", "click", "hum", "click"],
    [100, 300, 1_000, 5_000],
    [110, 310, 4_000, 5_010],
    [0.9, 0.4, 0.8, 0.7],
)
APART = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)

spans = st.tuples(st.sampled_from(TYPES), st.integers(0, 60), st.integers(0, 20))
configs = st.builds(
    TuningConfig,
    threshold=st.sampled_from([0.0, 0.3, 0.7]),
    merge_window_ms=st.sampled_from([0, 5]),
    min_duration_ms=st.sampled_from([0, 4]),
)


def tables(rows: list[tuple[str, int, int]]) -> DetectionTable:
    names = [name for name, _, _ in rows]
    start = np.array([start for _, start, _ in rows], dtype=np.int64)
    length = np.array([length for _, _, length in rows], dtype=np.int64)
    return DetectionTable.from_columns(names, start, start + length, np.linspace(0, 1, len(rows)))


def as_made(rows: list[tuple[str, int, int]], replaced: list[bool]) -> list[HandMade]:
    return [
        HandMade(name, start, start + length, Replaced(name, start, start + length) if stands else None)
        for (name, start, length), stands in zip(rows, replaced, strict=False)
    ]


@settings(max_examples=60)
@given(st.lists(spans, max_size=12), st.lists(spans, min_size=1, max_size=4), st.lists(st.booleans(), min_size=4),
       configs)  # fmt: skip
def test_what_is_shown_is_the_rest_retuned_and_the_hand_made_ones_in_order(
    heard_rows: list[tuple[str, int, int]],
    made_rows: list[tuple[str, int, int]],
    stands: list[bool],
    config: TuningConfig,
) -> None:
    heard, made = tables(heard_rows), as_made(made_rows, stands)
    tuner = HandMadeTuner(heard, made)
    retuned = tuner.retune(config)
    kept = [
        row
        for row in range(len(heard))
        if not any(
            old is not None
            and old.artifact_type == heard.artifact_type(row)
            and heard.start_ms[row] <= old.end_ms
            and heard.end_ms[row] >= old.start_ms
            for old in (one.replaces for one in made)
        )
    ]
    expected = concatenate([retune(heard.select(kept), config).shown, table_of(made)]).sorted()
    assert retuned.shown == expected
    assert retuned.shown.is_sorted
    assert len(retuned.by_hand) == len(made)
    _members_are_inside(tuner.raw, retuned)
    for row in retuned.by_hand.tolist():
        assert retuned.is_by_hand(row)
        assert int(retuned.members(row)[0]) >= len(heard)


def _members_are_inside(raw: DetectionTable, retuned: Retuned) -> None:
    for row in range(len(retuned.shown)):
        members = retuned.members(row)
        assert len(members) >= 1
        assert {raw.artifact_type(int(at)) for at in members} == {retuned.shown.artifact_type(row)}
        assert raw.start_ms[members].min() == retuned.shown.start_ms[row]
        assert raw.end_ms[members].max() == retuned.shown.end_ms[row]


def test_a_hand_made_one_survives_every_rule_and_has_no_models_confidence() -> None:
    made = HandMade("glitch", 200, 201)
    strict = TuningConfig(threshold=1.0, merge_window_ms=500, min_duration_ms=1_000)
    retuned = HandMadeTuner(RAW, [made]).retune(strict)
    assert retuned.shown.to_rows() == [
        {"artifact_type": "glitch", "start_ms": 200, "end_ms": 201, "confidence": 1.0}
    ]
    assert retuned.by_hand.tolist() == [0]


def test_moved_bounds_stand_in_the_place_of_every_member() -> None:
    made = HandMade("click", 90, 320, Replaced("click", 100, 310))
    retuned = HandMadeTuner(RAW, [made]).retune(APART)
    assert retuned.shown.start_ms.tolist() == [90, 1_000, 5_000]
    assert retuned.hidden_by_threshold == {}


def test_a_row_of_the_model_is_not_by_hand() -> None:
    assert not retune(RAW, APART).is_by_hand(0)
