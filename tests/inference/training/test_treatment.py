from __future__ import annotations

import numpy as np
import pytest

from inference.training.screening import flat_top_fraction, hard_holes
from inference.training.treatment import TREATMENTS, treated

RATE = 16_000


@pytest.mark.parametrize("name", sorted(TREATMENTS))
def test_no_treatment_makes_a_fault(name: str, programme: np.ndarray) -> None:
    for seed in range(8):
        out = TREATMENTS[name](np.random.default_rng(seed), programme.copy(), RATE)
        assert out.shape == programme.shape
        assert out.dtype == np.float32
        assert np.all(np.isfinite(out))
        assert name == "gated" or not np.array_equal(out, programme)  # this programme never pauses
        peak = float(np.max(np.abs(out)))
        assert flat_top_fraction(out, peak) < 1e-3
        assert hard_holes(out / peak, RATE) == 0
        jumps = np.max(np.abs(np.diff(out, axis=0))) / peak
        assert jumps < 2.5 * np.max(np.abs(np.diff(programme, axis=0))) / np.max(np.abs(programme))


def test_treated_programme_never_clips_and_is_repeatable(programme: np.ndarray) -> None:
    for seed in range(20):
        first, second = (treated(np.random.default_rng(seed), programme, RATE) for _ in range(2))
        assert np.max(np.abs(first)) <= 0.951
        assert np.array_equal(first, second)
