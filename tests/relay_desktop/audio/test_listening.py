"""Help for the ear: exact when nothing is asked for, never beyond full scale when much is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.fold_down import fold_down_matrix
from relay_desktop.audio.listening import Channels, Listening, limited
from relay_desktop.audio.play_order import PlayOrder
from relay_desktop.audio.play_source import PlaySource
from tests.relay_desktop.audio.conftest import MakeRecording, noise


def _heard(write: MakeRecording, samples: np.ndarray, listening: Listening) -> np.ndarray:
    with AudioClip(write(samples)) as clip:
        return PlaySource(clip, PlayOrder(0, 0, len(samples), False), 48_000, 2, listening).next_block(
            len(samples)
        )


def test_plain_is_the_file_itself(write: MakeRecording) -> None:
    samples = noise(2000, level=5.0)
    np.testing.assert_array_equal(_heard(write, samples, Listening()), samples)


def test_solo_mid_and_side(write: MakeRecording) -> None:
    samples = noise(2000)
    left, right = samples.T
    for listening, expected in (
        (Listening(solo=1), right),
        (Listening(channels=Channels.MID), (left + right) / 2),
        (Listening(channels=Channels.SIDE), (left - right) / 2),
    ):
        heard = _heard(write, samples, listening)
        np.testing.assert_allclose(heard, np.stack([expected, expected], axis=1), atol=1e-6)


def test_a_channel_that_is_not_there_is_not_soloed() -> None:
    np.testing.assert_array_equal(Listening(solo=7).matrix(2, 2), fold_down_matrix(2, 2))


def test_forty_decibels_do_not_clip(write: MakeRecording) -> None:
    samples = noise(5000, level=0.3)
    heard = _heard(write, samples, Listening(gain_db=40))
    assert np.abs(heard).max() <= 1.0
    quiet = noise(5000, level=0.001)
    np.testing.assert_allclose(_heard(write, quiet, Listening(gain_db=40)), quiet * 100, rtol=1e-4, atol=1e-6)


@given(st.lists(st.floats(-50, 50, width=32), min_size=1, max_size=50))
def test_the_limiter_keeps_order_and_sign(values: list[float]) -> None:
    samples = np.array(sorted(values), dtype=np.float32)
    out = limited(samples)
    assert np.abs(out).max() <= 1
    assert (np.diff(out) >= 0).all()
    small = np.abs(samples) <= 0.9
    np.testing.assert_array_equal(out[small], samples[small])


@pytest.mark.parametrize("gain_db", [-61, 41, float("nan")])
def test_senseless_gains_are_refused(gain_db: float) -> None:
    with pytest.raises(ValueError, match="gain"):
        Listening(gain_db=gain_db)
