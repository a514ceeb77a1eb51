"""What could have stood there: tones go on through the gap, silence stays silence, nothing explodes."""

from __future__ import annotations

import numpy as np
import pytest

from relay_desktop.audio.bridge import bridged_samples, extrapolated
from tests.relay_desktop.audio.conftest import noise
from tests.relay_desktop.audio.test_span_reader import Held


@pytest.mark.parametrize("count", [1, 48, 2400])
def test_a_chord_runs_through(count: int) -> None:
    times = np.arange(48_000) / 48_000
    chord = sum(0.2 * np.sin(2 * np.pi * hz * times + hz) for hz in (220, 277.2, 329.6))
    samples = np.asarray(chord, dtype=np.float32)[:, None]
    bridge = bridged_samples(Held(samples), 20_000, 20_000 + count, 48_000)
    assert bridge.shape == (count, 1)
    np.testing.assert_allclose(bridge, samples[20_000 : 20_000 + count], atol=0.05)


def test_noise_stays_as_loud_as_noise() -> None:
    samples = noise(48_000)
    bridge = bridged_samples(Held(samples), 20_000, 20_480, 48_000)
    assert np.abs(bridge).max() <= np.abs(samples).max()


def test_silence_and_nothing_at_all() -> None:
    assert not extrapolated(np.zeros(1000), 50).any()
    assert not extrapolated(np.zeros(0), 50).any()
    assert bridged_samples(Held(np.zeros((5, 2), dtype=np.float32)), 0, 5, 48_000).shape == (5, 2)
