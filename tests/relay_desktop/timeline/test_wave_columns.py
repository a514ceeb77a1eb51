"""The waveform's columns from single samples and from the pyramid, against brute force."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.timeline.wave_columns import sample_columns

SAMPLES = np.random.default_rng(1).uniform(-1, 1, (5000, 2)).astype(np.float32)


@given(st.floats(0, 4000), st.floats(5, 900), st.integers(1, 200))
def test_extremes_equal_brute_force(start: float, span: float, columns: int) -> None:
    stop = min(start + span, 4990.0)
    got = sample_columns(SAMPLES, 0, start, stop, columns)
    edges = np.linspace(start, stop, columns + 1)
    joined = (stop - start) / columns < 4
    frames = np.arange(len(SAMPLES))
    for column in {0, columns // 2, columns - 1}:
        inside = SAMPLES[int(np.ceil(edges[column])) : int(np.ceil(edges[column + 1]))]
        for channel in range(2):
            values = inside[:, channel].tolist()
            if joined:
                values += np.interp(edges[column : column + 2], frames, SAMPLES[:, channel]).tolist()
            assert got.low[channel, column] == pytest.approx(min(values), abs=1e-4)
            assert got.high[channel, column] == pytest.approx(max(values), abs=1e-4)
    assert got.is_ready.all()


def test_an_offset_window_gives_the_same_columns() -> None:
    whole = sample_columns(SAMPLES, 0, 1000.3, 1500.7, 77)
    part = sample_columns(SAMPLES[900:1600], 900, 1000.3, 1500.7, 77)
    for one, other in zip(whole, part, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-6)


def test_beyond_the_last_sample_nothing_is_known() -> None:
    got = sample_columns(SAMPLES, 0, 4980.0, 5020.0, 40)
    assert got.is_ready[:19].all()
    assert not got.is_ready[21:].any()


def test_rms_only_of_enough_samples() -> None:
    far = sample_columns(SAMPLES, 0, 0.0, 4000.0, 10)
    np.testing.assert_allclose(far.rms[:, 0], np.sqrt(np.square(SAMPLES[:400]).mean(axis=0)), rtol=1e-4)
    assert not sample_columns(SAMPLES, 0, 0.0, 40.0, 10).rms.any()
