"""Slower at the same pitch: length, pitch, level and place are those that were asked for."""

from __future__ import annotations

import numpy as np
import pytest

from relay_desktop.audio.time_stretch import TimeStretch

RATE_HZ = 16_000


def _stretched(samples: np.ndarray, speed: float, block: int = 1000) -> np.ndarray:
    stretch = TimeStretch(speed, RATE_HZ, samples.shape[1])
    places = range(0, len(samples), block)
    return np.concatenate([stretch.process(samples[i : i + block], is_last=i == places[-1]) for i in places])


@pytest.mark.parametrize("speed", [0.5, 0.25, 0.1])
def test_tones_keep_pitch_level_and_their_place_between_the_loudspeakers(speed: float) -> None:
    times = np.arange(RATE_HZ) / RATE_HZ
    tone = 0.3 * np.sin(2 * np.pi * 440 * times) + 0.2 * np.sin(2 * np.pi * 1234 * times)
    heard = _stretched(np.stack([tone, -0.5 * tone], axis=1).astype(np.float32), speed)
    assert len(heard) == round(RATE_HZ / speed)
    middle = heard[len(heard) // 4 : len(heard) * 3 // 4]
    spectrum = np.abs(np.fft.rfft(middle[:, 0] * np.hanning(len(middle))))
    hz = np.fft.rfftfreq(len(middle), 1 / RATE_HZ)
    assert hz[int(np.argmax(spectrum))] == pytest.approx(440, abs=2)
    assert hz[hz > 800][int(np.argmax(spectrum[hz > 800]))] == pytest.approx(1234, abs=2)
    assert np.sqrt(np.mean(middle[:, 0] ** 2)) == pytest.approx(np.sqrt(np.mean(tone**2)), rel=0.05)
    np.testing.assert_allclose(middle[:, 1], -0.5 * middle[:, 0], atol=1e-5)


@pytest.mark.parametrize("speed", [0.5, 0.1])
def test_an_event_comes_at_its_time(speed: float) -> None:
    samples = np.zeros((RATE_HZ, 1), dtype=np.float32)
    samples[8_000:8_020] = 0.9
    heard = np.square(_stretched(samples, speed)[:, 0])
    centre = float(np.sum(np.arange(len(heard)) * heard) / np.sum(heard)) * speed / RATE_HZ
    assert centre == pytest.approx(0.5, abs=0.01)


def test_block_lengths_change_nothing() -> None:
    samples = np.random.default_rng(1).uniform(-0.5, 0.5, (5000, 2)).astype(np.float32)
    np.testing.assert_allclose(_stretched(samples, 0.5, 5000), _stretched(samples, 0.5, 17), atol=1e-6)


def test_a_few_samples_are_stretched_too() -> None:
    assert len(_stretched(np.ones((3, 1), dtype=np.float32), 0.5)) == 6
