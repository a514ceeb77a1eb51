"""How strong the mains are, and where a hum begins and ends."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from inference.engine.frame_grid import HALO_FRAMES, FrameGrid
from inference.engine.front_end import _lowband
from inference.engine.mains import HARMONICS, STEP_FRAMES, hum_bounds, mains_levels

RATE_HZ = 16_000
GRID = FrameGrid.for_rate(RATE_HZ)
SECONDS = 8


def _low(wave: np.ndarray) -> torch.Tensor:
    """(1, T, 80) of a wave of whole frames."""
    halo = HALO_FRAMES * GRID.hop
    padded = np.pad(wave, (halo, halo)).astype(np.float32)
    return _lowband(torch.from_numpy(padded)[None], GRID, len(wave) // GRID.hop)


def _hum(mains_hz: float, start_s: float, stop_s: float, strength: float, seed: int = 1) -> np.ndarray:
    """Five harmonics over noise."""
    time = np.arange(SECONDS * RATE_HZ) / RATE_HZ
    rng = np.random.default_rng(seed)
    hum = sum(np.sin(2 * np.pi * mains_hz * n * time + n) / n for n in range(1, 6))
    return strength * hum * ((time >= start_s) & (time < stop_s)) + 0.01 * rng.standard_normal(len(time))


@pytest.mark.parametrize("mains_hz", [50.0, 60.0])
@pytest.mark.parametrize(("start_s", "stop_s"), [(2.0, 5.0), (3.2, 4.4), (0.0, 6.0), (2.5, 8.0), (0.0, 8.0)])
@pytest.mark.parametrize("strength", [0.02, 0.3])
def test_a_hum_is_bounded_where_it_comes_and_goes_however_far_the_network_heard_it(
    mains_hz: float, start_s: float, stop_s: float, strength: float
) -> None:
    low = _low(_hum(mains_hz, start_s, stop_s, strength))
    levels = mains_levels(low, 0, low.shape[1])[0].numpy()
    for early, late in ((70, 80), (0, 0), (-40, -50)):
        heard = max(0, round(100 * start_s) - early), min(100 * SECONDS, round(100 * stop_s) + late)
        begin, end = hum_bounds(levels, *heard)
        assert begin / 100 == pytest.approx(start_s, abs=0.06)
        assert end / 100 == pytest.approx(stop_s, abs=0.06)


def test_without_a_harmonic_the_networks_own_bounds_stay() -> None:
    levels = np.zeros((100, 2 * HARMONICS), np.uint8)
    assert hum_bounds(levels, 210, 380) == (210, 380)
    assert hum_bounds(levels, 3, 7) == (3, 7)
    assert hum_bounds(levels[:1], 0, 5) == (0, 5)


def test_bounds_never_move_by_more_than_about_a_second() -> None:
    noise = np.random.default_rng(3).standard_normal(SECONDS * RATE_HZ) * 0.1
    levels = mains_levels(_low(noise), 0, SECONDS * 100)[0].numpy()
    for start in range(0, 700, 37):
        begin, end = hum_bounds(levels, start, start + 90)
        assert abs(begin - start) <= 120
        assert abs(end - start - 90) <= 120


def test_levels_are_those_of_the_harmonics_and_of_no_other_mains() -> None:
    levels = mains_levels(_low(_hum(60.0, 0.0, 8.0, 0.1)), 0, SECONDS * 100)[0, 20:80].float().median(0).values
    fifty, sixty = levels.reshape(2, HARMONICS)
    # A sine of amplitude 0.1 / n has a power of 0.01 / n² by this measure.
    expected = [(np.log10(0.01 / n**2) + 10) * 20 for n in range(1, 6)]
    assert sixty[:5].numpy() == pytest.approx(expected, abs=4)
    assert (fifty[[0, 1, 2, 3]] == 0).all()


def test_levels_do_not_depend_on_where_blocks_end() -> None:
    low = _low(_hum(50.0, 1.0, 6.0, 0.1))
    whole = mains_levels(low, 0, low.shape[1])
    parts = [mains_levels(low, first, min(first + 96, low.shape[1])) for first in range(0, low.shape[1], 96)]
    assert torch.equal(torch.cat(parts, 1), whole)
    assert whole.shape == (1, SECONDS * 100 // STEP_FRAMES, 2 * HARMONICS)
