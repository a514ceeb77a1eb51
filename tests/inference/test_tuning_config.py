"""When detections made with one config stand for those of another."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from inference.detections import DetectionTable
from inference.tuning import retune
from inference.tuning_config import RAW_CAPTURE, TuningConfig, shows_exactly

configs = st.builds(
    TuningConfig,
    threshold=st.sampled_from([0.0, 0.05, 0.3, 0.5, 0.8]),
    merge_window_ms=st.sampled_from([0, 50, 200, 1000]),
    min_duration_ms=st.sampled_from([0, 20, 50, 200]),
)


def untouching(seed: int, rows: int = 60) -> DetectionTable:
    """Rows as the engine gives them: two of one type never touch."""
    chance = np.random.default_rng(seed)
    starts = np.cumsum(chance.integers(301, 700, rows))
    ends = starts + chance.integers(0, 300, rows)
    names = [f"type-{code}" for code in chance.integers(0, 2, rows)]
    return DetectionTable.from_columns(names, starts, ends, np.round(chance.random(rows), 3))


@given(configs, configs, st.integers(0, 50))
def test_what_is_called_exact_is_exact(made: TuningConfig, wanted: TuningConfig, seed: int) -> None:
    raw = untouching(seed)
    if shows_exactly(made, wanted):
        kept = retune(raw, made).shown
        assert retune(kept, wanted).shown.to_rows() == retune(raw, wanted).shown.to_rows()


@given(configs)
def test_a_raw_capture_shows_everything_above_its_floor(wanted: TuningConfig) -> None:
    assert shows_exactly(RAW_CAPTURE, wanted) == (wanted.threshold >= RAW_CAPTURE.threshold)


def test_what_a_config_hides_is_not_called_exact() -> None:
    """Each false answer stands for a case in which the results truly differ."""
    made = TuningConfig(threshold=0.5, merge_window_ms=200, min_duration_ms=50)
    assert shows_exactly(made, made)
    for change in (
        {"threshold": 0.4},
        {"threshold": 0.6},
        {"merge_window_ms": 100},
        {"merge_window_ms": 300},
        {"min_duration_ms": 20},
    ):
        wanted = made.with_values(**change)
        assert not shows_exactly(made, wanted)
        assert any(
            retune(retune(raw, made).shown, wanted).shown.to_rows() != retune(raw, wanted).shown.to_rows()
            for raw in map(untouching, range(100))
        ), change
    assert shows_exactly(made, made.with_values(min_duration_ms=100))
