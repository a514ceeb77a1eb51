"""What shows and what does not, to a predictor of the programme around it."""

from __future__ import annotations

import numpy as np

from inference.training.exposure import exposure, spectral_change

RATE = 16_000


def _tones(frames: int = RATE) -> np.ndarray:
    time = np.arange(frames) / RATE
    rng = np.random.default_rng(0)
    tones = 0.2 * np.sin(2 * np.pi * 440 * time) + 0.1 * np.sin(2 * np.pi * 1170 * time)
    return (tones + 1e-3 * rng.standard_normal(frames)).astype(np.float32)[:, None]


def test_a_small_click_on_tones_shows_and_untouched_tones_do_not() -> None:
    clean, clicked = _tones(), _tones()
    clicked[8000] += 0.02
    assert exposure(clicked, (8000, 8016), RATE) > 3
    assert exposure(clean, (8000, 8016), RATE) < 1.5


def test_a_click_below_the_grain_of_noise_does_not_show() -> None:
    noise = np.random.default_rng(1).standard_normal((RATE, 1)).astype(np.float32) * 0.1
    noise[8000] += 0.02
    assert exposure(noise, (8000, 8016), RATE) < 1.5


def test_a_skip_shows_in_tones_and_hides_in_noise() -> None:
    tones, noise = _tones(), np.random.default_rng(2).standard_normal((RATE, 1)).astype(np.float32)
    for programme, shows in ((tones, True), (noise, False)):
        spliced = np.concatenate([programme[:8000], programme[8313:]])
        assert (exposure(spliced, (8000, 8032), RATE) > 1.5) == shows


def test_one_channel_is_enough() -> None:
    both = np.repeat(_tones(), 2, axis=1)
    both[8000, 1] += 0.05
    assert exposure(both, (8000, 8016), RATE) > 3


def test_silence_and_the_rims_of_a_file_are_no_trouble() -> None:
    assert exposure(np.zeros((RATE, 2), np.float32), (100, 132), RATE) == 0
    for span in ((0, 16), (RATE - 4, RATE), (RATE, RATE + 16)):
        assert np.isfinite(exposure(_tones(), span, RATE))


def test_spectral_change_hears_what_is_gone_and_not_what_has_another_phase() -> None:
    tones = _tones(3200)
    assert spectral_change(tones, tones, RATE) == 0
    assert spectral_change(tones, -tones, RATE) < 0.1
    assert spectral_change(tones, 0.05 * tones, RATE) > 20
    assert spectral_change(tones, tones[:0], RATE) == 0
