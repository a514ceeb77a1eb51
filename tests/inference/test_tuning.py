"""Tuning against the cases of the design, a slow reference and its properties."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.contract import ModelCard
from inference.detections import DetectionTable
from inference.tuning import Tuner, TuningRules, TypeTuning, retune
from inference.tuning_config import TuningConfig

CASES = json.loads((Path(__file__).parents[1] / "data" / "tuning_cases.json").read_text())
TYPES = ["click", "hum", "dropout"]
Row = dict[str, Any]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case_of_the_design(case: dict[str, Any]) -> None:
    own = {name: TypeTuning(threshold=value) for name, value in case["threshold_by_type"].items()}
    rules = TuningRules(TuningConfig(**case["config"]), own)
    assert retune(DetectionTable.from_rows(case["raw"]), rules).shown.to_rows() == case["expected"]


def slow_retune(rows: list[Row], rules: TuningRules) -> list[tuple[Row, list[int]]]:
    """The rules read word by word: one row after the other, with the raw rows of each result."""
    result: list[tuple[Row, list[int]]] = []
    for artifact_type in {row["artifact_type"] for row in rows}:
        config = rules.for_type(artifact_type)
        numbered = [(i, row) for i, row in enumerate(rows) if row["artifact_type"] == artifact_type]
        kept = [(i, row) for i, row in numbered if row["confidence"] >= config.threshold]
        kept.sort(key=lambda item: (item[1]["start_ms"], item[1]["end_ms"]))
        events: list[tuple[Row, list[int]]] = []
        for i, row in kept:
            if events and row["start_ms"] - events[-1][0]["end_ms"] <= config.merge_window_ms:
                last, members = events[-1]
                last["end_ms"] = max(last["end_ms"], row["end_ms"])
                last["confidence"] = max(last["confidence"], row["confidence"])
                members.append(i)
            else:
                events.append((dict(row), [i]))
        result += [
            (event, members)
            for event, members in events
            if event["end_ms"] - event["start_ms"] >= config.min_duration_ms
        ]
    return sorted(result, key=lambda item: (item[0]["start_ms"], item[0]["end_ms"], item[0]["artifact_type"]))


rows_strategy = st.lists(
    st.builds(
        lambda name, start, length, confidence: {
            "artifact_type": name,
            "start_ms": start,
            "end_ms": start + length,
            "confidence": confidence,
        },
        st.sampled_from(TYPES),
        st.integers(0, 300),
        st.integers(0, 60),
        st.integers(0, 20).map(lambda n: n / 20),
    ),
    max_size=40,
)
config_strategy = st.builds(
    TuningConfig,
    threshold=st.integers(0, 20).map(lambda n: n / 20),
    merge_window_ms=st.integers(0, 60),
    min_duration_ms=st.integers(0, 60),
)
own_strategy = st.builds(
    TypeTuning,
    threshold=st.none() | st.integers(0, 20).map(lambda n: n / 20),
    merge_window_ms=st.none() | st.integers(0, 60),
    min_duration_ms=st.none() | st.integers(0, 60),
)
rules_strategy = st.builds(
    TuningRules, config_strategy, st.dictionaries(st.sampled_from(TYPES), own_strategy)
)


@given(rows_strategy, rules_strategy)
def test_equals_slow_reference_with_members(rows: list[Row], rules: TuningRules) -> None:
    got = retune(DetectionTable.from_rows(rows), rules)
    expected = slow_retune(rows, rules)
    assert got.shown.to_rows() == [event for event, _ in expected]
    for row, (_, members) in enumerate(expected):
        span = slice(int(got.member_offsets[row]), int(got.member_offsets[row + 1]))
        assert sorted(got.member_rows[span]) == sorted(members)
        assert sorted(got.members(row)) == sorted(members)
        assert got.is_merged(row) == (len(members) > 1)


@given(rows_strategy, rules_strategy)
def test_hidden_counts_add_up(rows: list[Row], rules: TuningRules) -> None:
    raw = DetectionTable.from_rows(rows)
    got = retune(raw, rules)
    for name in raw.types:
        config = rules.for_type(name)
        below = sum(row["artifact_type"] == name and row["confidence"] < config.threshold for row in rows)
        assert got.hidden_by_threshold.get(name, 0) == below
        any_length = TypeTuning(config.threshold, config.merge_window_ms, 0)
        unfiltered = retune(raw, rules.with_type(name, any_length)).shown.counts_by_type()[name]
        assert got.hidden_by_min_duration.get(name, 0) == unfiltered - got.shown.counts_by_type()[name]


@given(rows_strategy, config_strategy)
def test_idempotent_on_its_own_output(rows: list[Row], config: TuningConfig) -> None:
    once = retune(DetectionTable.from_rows(rows), config).shown
    assert retune(once, config).shown == once


def covered_ms(table: DetectionTable, name: str) -> set[int]:
    part = table.of_type(name)
    return {ms for row in part.to_rows() for ms in range(row["start_ms"], row["end_ms"] + 1)}


@given(rows_strategy, config_strategy, st.integers(0, 20).map(lambda n: n / 20))
def test_covered_time_shrinks_as_threshold_rises(
    rows: list[Row], config: TuningConfig, higher: float
) -> None:
    raw = DetectionTable.from_rows(rows)
    raised = config.with_values(**{"threshold": max(config.threshold, higher)})
    for name in raw.types:
        assert covered_ms(retune(raw, raised).shown, name) <= covered_ms(retune(raw, config).shown, name)


@given(rows_strategy, config_strategy, st.integers(0, 100))
def test_covered_time_grows_with_merge_window(rows: list[Row], config: TuningConfig, wider: int) -> None:
    raw = DetectionTable.from_rows(rows)
    widened = config.with_values(**{"merge_window_ms": max(config.merge_window_ms, wider)})
    for name in raw.types:
        assert covered_ms(retune(raw, config).shown, name) <= covered_ms(retune(raw, widened).shown, name)


@given(rows_strategy, config_strategy, st.integers(0, 100))
def test_events_shrink_with_minimum_duration(rows: list[Row], config: TuningConfig, longer: int) -> None:
    raw = DetectionTable.from_rows(rows)
    stricter = config.with_values(**{"min_duration_ms": max(config.min_duration_ms, longer)})
    keys = [set(map(str, retune(raw, rules).shown.to_rows())) for rules in (stricter, config)]
    assert keys[0] <= keys[1]


@given(rows_strategy, config_strategy)
def test_types_do_not_touch_each_other(rows: list[Row], config: TuningConfig) -> None:
    raw = DetectionTable.from_rows(rows)
    together = retune(raw, config).shown
    for name in raw.types:
        alone = retune(
            DetectionTable.from_rows([r for r in rows if r["artifact_type"] == name]), config
        ).shown
        assert together.of_type(name) == alone


@given(rows_strategy, st.lists(rules_strategy, min_size=2, max_size=4))
def test_a_tuner_keeps_nothing_from_one_move_to_the_next(rows: list[Row], moves: list[TuningRules]) -> None:
    raw = DetectionTable.from_rows(rows)
    tuner = Tuner(raw)
    for rules in moves:
        assert tuner.retune(rules).shown == Tuner(raw).retune(rules).shown


@pytest.mark.parametrize("later_ms", [2**31 - 60_000, 2**33])
@given(rows=rows_strategy, rules=rules_strategy)
def test_times_beyond_32_bits_are_tuned_as_early_ones_are(
    later_ms: int, rows: list[Row], rules: TuningRules
) -> None:
    """The arithmetic changes its width where times grow too large for the narrow one."""
    early = retune(DetectionTable.from_rows(rows), rules)
    late = retune(
        DetectionTable.from_rows(
            [{**row, "start_ms": row["start_ms"] + later_ms, "end_ms": row["end_ms"] + later_ms} for row in rows]
        ),
        rules,
    )
    moved = [
        {**row, "start_ms": row["start_ms"] + later_ms, "end_ms": row["end_ms"] + later_ms}
        for row in early.shown.to_rows()
    ]
    assert late.shown.to_rows() == moved
    assert late.member_rows.tolist() == early.member_rows.tolist()


def test_long_runs_keep_the_greatest_confidence() -> None:
    confidence = np.random.default_rng(3).random(1000)
    start = np.arange(1000) * 10 + np.repeat(np.arange(10), 100) * 10_000
    raw = DetectionTable(("click",), np.zeros(1000), start, start + 5, confidence)
    got = retune(raw, TuningConfig(threshold=0.0, merge_window_ms=100, min_duration_ms=0))
    assert got.shown.confidence.tolist() == confidence.reshape(10, 100).max(axis=1).tolist()


def test_rules_from_a_card_hold_only_what_differs() -> None:
    card = ModelCard(
        id="m",
        version="1",
        types=("click", "hum"),
        tuning={"click": TuningConfig(min_duration_ms=0), "hum": TuningConfig()},
    )
    rules = TuningRules.from_card(card)
    assert rules.by_type == {"click": TypeTuning(min_duration_ms=0)}
    assert rules.for_type("click").merge_window_ms == 200
    assert rules.for_type("unheard of") == TuningConfig()


@given(rules_strategy)
def test_rules_round_trip_through_json(rules: TuningRules) -> None:
    back = TuningRules.from_json(json.loads(json.dumps(rules.to_json())))
    assert all(back.for_type(name) == rules.for_type(name) for name in TYPES)


def test_rules_outside_the_ranges_are_refused() -> None:
    with pytest.raises(ValueError, match="threshold"):
        TuningRules.from_json({"by_type": {"click": {"threshold": 1.5}}})


def test_own_values_can_be_taken_back() -> None:
    rules = TuningRules().with_type("click", TypeTuning(min_duration_ms=0))
    assert rules.for_type("click").min_duration_ms == 0
    assert rules.with_type("click", None) == TuningRules()
