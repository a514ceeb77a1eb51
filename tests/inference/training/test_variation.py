"""Other programme out of the same recordings."""

from __future__ import annotations

import numpy as np
import pytest

from inference.training.corpus import Corpus
from inference.training.variation import rattle, varied_programme, with_rattles

RATE = 22_050


@pytest.mark.parametrize("kind", ["speech", "music", "drums", "electronic"])
def test_varied_programme_has_the_length_and_peak_of_any(corpus: Corpus, kind: str) -> None:
    for seed in range(6):
        made, again = (varied_programme(np.random.default_rng(seed), corpus.train, kind, 3.0, RATE) for _ in range(2))
        assert made.shape == (3 * RATE, made.shape[1])
        assert made.dtype == np.float32
        assert 1e-3 < np.abs(made).max() <= 0.951
        np.testing.assert_array_equal(made, again)


@pytest.mark.parametrize("rate", [8_000, 48_000])
def test_a_rattle_is_spiky_and_dies_away(rate: int) -> None:
    for seed in range(20):
        wave = rattle(np.random.default_rng(seed), rate)
        assert np.isfinite(wave).all()
        assert np.abs(wave).max() == pytest.approx(1.0)
        half = len(wave) // 2
        assert np.square(wave[half:]).sum() < 0.5 * np.square(wave[:half]).sum()


def test_rattles_come_on_top_of_the_programme() -> None:
    quiet = np.zeros((2 * RATE, 2), np.float32)
    out = with_rattles(np.random.default_rng(3), quiet, RATE)
    assert out.shape == quiet.shape
    assert 0.005 < np.abs(out).max() <= 0.951
