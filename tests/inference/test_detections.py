"""DetectionTable: columns in, rows out, and what it refuses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.detections import DetectionTable, concatenate

rows_strategy = st.lists(
    st.fixed_dictionaries(
        {
            "artifact_type": st.text(max_size=5),
            "start_ms": st.integers(0, 10**9),
            "end_ms": st.integers(10**9, 10**10),
            "confidence": st.floats(0, 1),
        }
    ),
    max_size=20,
)


@given(rows_strategy)
def test_rows_come_back_as_they_went_in(rows: list[dict[str, Any]]) -> None:
    assert DetectionTable.from_rows(rows).to_rows() == rows


@given(rows_strategy)
def test_sorted_is_by_start_end_type(rows: list[dict[str, Any]]) -> None:
    table = DetectionTable.from_rows(rows)
    expected = sorted(rows, key=lambda row: (row["start_ms"], row["end_ms"], row["artifact_type"]))
    assert [_key(row) for row in table.sorted().to_rows()] == [_key(row) for row in expected]
    assert table.sorted().is_sorted


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["start_ms"], row["end_ms"], row["artifact_type"]


@given(rows_strategy, rows_strategy)
def test_concatenate_keeps_every_row_in_order(
    first: list[dict[str, Any]], second: list[dict[str, Any]]
) -> None:
    tables = [DetectionTable.from_rows(first), DetectionTable.from_rows(second)]
    assert concatenate(tables).to_rows() == first + second


def test_equality_is_of_rows_not_of_vocabulary() -> None:
    one = DetectionTable(("click", "hum"), [0, 1], [1, 2], [3, 4], [0.5, 0.6])
    other = DetectionTable(("hum", "click"), [1, 0], [1, 2], [3, 4], [0.5, 0.6])
    assert one == other
    assert one != other.select([1, 0])
    assert one != "a table"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"end_ms": 5}, "ends before it starts"),
        ({"confidence": 1.5}, "outside 0 to 1"),
        ({"confidence": float("nan")}, "outside 0 to 1"),
        ({"confidence": None}, "no number"),
        ({"start_ms": True}, "no number"),
        ({"start_ms": float("inf")}, "no number"),
    ],
)
def test_impossible_rows_are_refused(change: dict[str, Any], sentence: str) -> None:
    row = {"artifact_type": "click", "start_ms": 10, "end_ms": 20, "confidence": 0.5}
    with pytest.raises(ValueError, match=sentence):
        DetectionTable.from_rows([{**row, **change}])


def test_a_row_without_a_type_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks artifact_type"):
        DetectionTable.from_rows([{"start_ms": 1, "end_ms": 2, "confidence": 0.5}])


def test_start_may_equal_end_and_times_may_come_as_floats() -> None:
    table = DetectionTable.from_rows(
        [{"artifact_type": "click", "start_ms": 10.0, "end_ms": "10", "confidence": 1}]
    )
    assert table.to_rows() == [{"artifact_type": "click", "start_ms": 10, "end_ms": 10, "confidence": 1.0}]


def test_columns_that_disagree_are_refused() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        DetectionTable(("click",), [0], [1, 2], [3, 4], [0.5, 0.5])
    with pytest.raises(ValueError, match="outside the table's types"):
        DetectionTable(("click",), [1], [1], [3], [0.5])


def test_columns_cannot_be_written_through_the_table() -> None:
    table = DetectionTable(("click",), [0], [1], [3], np.array([0.5]))
    with pytest.raises(ValueError, match="read-only"):
        table.confidence[0] = 1.0


def test_of_type_and_counts() -> None:
    table = DetectionTable.from_columns(["click", "hum", "click"], [1, 2, 3], [2, 3, 4], [0.1, 0.2, 0.3])
    assert table.of_type("click").start_ms.tolist() == [1, 3]
    assert len(table.of_type("glitch")) == 0
    assert table.counts_by_type() == {"click": 2, "hum": 1}
    assert table.artifact_type(1) == "hum"
    assert table.select([]).to_rows() == []
