"""A band for listening: what lies in it stays as it was and when it was, what lies outside is gone."""

from __future__ import annotations

import numpy as np
import pytest

from relay_desktop.audio.band_pass import Band, BandPass
from tests.relay_desktop.audio.conftest import noise


def _filtered(samples: np.ndarray, band: Band, rate_hz: int, block: int) -> np.ndarray:
    filter_ = BandPass(band, rate_hz)
    places = range(0, len(samples), block)
    return np.concatenate([filter_.process(samples[i : i + block], is_last=i == places[-1]) for i in places])


@pytest.mark.parametrize("rate_hz", [8_000, 48_000, 192_000])
@pytest.mark.parametrize("block", [500, 4096])
def test_a_tone_in_the_band_is_unchanged_and_one_outside_is_gone(rate_hz: int, block: int) -> None:
    times = np.arange(rate_hz // 2) / rate_hz
    inside, outside = (np.sin(2 * np.pi * hz * times).astype(np.float32)[:, None] for hz in (700, 2500))
    heard = _filtered(inside + outside, Band(300, 2000), rate_hz, block)
    assert len(heard) == len(times)
    middle = slice(rate_hz // 10, -rate_hz // 10)
    np.testing.assert_allclose(heard[middle], inside[middle], atol=3e-3)


def test_block_lengths_change_nothing() -> None:
    samples = noise(5000)
    one, many = (_filtered(samples, Band(0, 1000), 8_000, block) for block in (5000, 33))
    np.testing.assert_allclose(one, many, atol=1e-5)


def test_an_upper_edge_above_the_files_own_takes_nothing_away() -> None:
    samples = noise(4000)
    heard = _filtered(samples, Band(0, 90_000), 8_000, 1000)
    np.testing.assert_allclose(heard, samples, atol=1e-5)


@pytest.mark.parametrize("edges", [(-1, None), (500, 500), (500, 20)])
def test_senseless_bands_are_refused(edges: tuple[float, float | None]) -> None:
    with pytest.raises(ValueError, match="band"):
        Band(*edges)
