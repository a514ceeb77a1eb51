"""The meters: figures that can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from relay_desktop.audio.levels import SILENCE_DB, LevelMeter

RATE_HZ = 48_000


def _sine(hz: float, level: float, phase: float = 0.0, seconds: float = 0.5) -> np.ndarray:
    times = np.arange(round(RATE_HZ * seconds)) / RATE_HZ
    return (level * np.sin(2 * np.pi * hz * times + phase)).astype(np.float32)


def test_a_sine_in_blocks() -> None:
    samples = np.stack([_sine(997, 0.5), _sine(997, 0.05)], axis=1)
    meter = LevelMeter()
    for block in np.split(samples, 10):
        levels = meter.add(block, RATE_HZ, 0.05)
    assert levels.peak_db == pytest.approx((-6.02, -26.02), abs=0.05)
    assert levels.rms_db == pytest.approx((-9.03, -29.03), abs=0.05)
    assert levels.true_peak_db == pytest.approx((-6.02, -26.02), abs=0.1)
    assert levels.has_clipped == (False, False)


def test_the_true_peak_lies_between_the_samples() -> None:
    """A quarter of the sample rate at 45 degrees: every sample is 3 dB below the wave's own peak."""
    levels = LevelMeter().add(_sine(RATE_HZ / 4, 1.0, np.pi / 4)[:, None], RATE_HZ, 0.5)
    assert levels.peak_db[0] == pytest.approx(-3.01, abs=0.01)
    assert levels.true_peak_db[0] == pytest.approx(0, abs=0.2)
    assert levels.has_clipped == (False,)


def test_full_scale_lights_the_light_until_reset() -> None:
    meter = LevelMeter()
    samples = np.zeros((100, 2), dtype=np.float32)
    samples[50, 1] = -32767 / 32768
    assert meter.add(samples, RATE_HZ, 0.01).has_clipped == (False, True)
    assert meter.add(np.zeros((100, 2), dtype=np.float32), RATE_HZ, 0.01).has_clipped == (False, True)
    meter.reset()
    assert meter.add(np.zeros((100, 2), dtype=np.float32), RATE_HZ, 0.01).has_clipped == (False, False)


def test_without_sound_the_bars_fall_and_the_hold_stays() -> None:
    meter = LevelMeter()
    meter.add(_sine(997, 0.5)[:, None], RATE_HZ, 0.5)
    nothing = np.zeros((0, 1), dtype=np.float32)
    levels = meter.add(nothing, RATE_HZ, 1.0)
    assert levels.peak_db[0] == pytest.approx(-30.02, abs=0.05)
    assert levels.rms_db == (SILENCE_DB,)
    assert levels.true_peak_db[0] == pytest.approx(-6, abs=0.1)
    assert meter.add(nothing, RATE_HZ, 100.0).peak_db == (SILENCE_DB,)
