"""The click view's signal: a click of one sample stands out of loud and of quiet sound, at any place and zoom."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.audio.click_trace import BLOCK_FRAMES, click_trace
from relay_desktop.audio.peak_builder import build_peaks
from tests.relay_desktop.audio.conftest import MakeRecording

RATE_HZ = 48_000


def music(frames: int, level: float = 0.5) -> np.ndarray:
    """Tones with a beat, without any sudden change."""
    time = np.arange(frames) / RATE_HZ
    tones = sum(np.sin(2 * np.pi * hertz * time) / number for number, hertz in enumerate((110, 330, 1250, 4100), 1))
    noise = np.random.default_rng(0).normal(0, 0.002, frames)
    return (level * (0.4 + 0.3 * np.sin(2 * np.pi * 2 * time)) * tones / 2 + noise).astype(np.float32)


@given(place=st.integers(10, 19_990), level=st.sampled_from([0.05, 0.5]))
def test_a_click_of_one_sample_stands_out_wherever_it_is(place: int, level: float) -> None:
    clean = music(20_000, level)
    clicked = clean.copy()
    clicked[place] += 0.3 * level + 0.05
    quiet, loud = (np.abs(click_trace(samples[:, None])[:, 0]) for samples in (clean, clicked))
    assert quiet.max() < 0.35
    assert loud[place - 1 : place + 2].max() > 2 * quiet.max()


def test_at_an_hours_view_one_column_stands_out(write: MakeRecording) -> None:
    """An hour over 1,600 pixels; ten minutes of it are enough to ask the same columns."""
    frames = 600 * 8_000
    samples = music(frames)[:, None]
    place = 3_123_457
    samples[place] += 0.2
    path = write(samples, rate_hz=8_000)
    columns = 1600 // 6
    found = build_peaks(path, of_clicks=True).columns(0, frames, columns)
    heights = np.maximum(found.high[0], -found.low[0])
    expected = place * columns // frames
    assert int(heights.argmax()) == expected
    rest = np.delete(heights, expected)
    assert heights[expected] > 2 * rest.max()
    plain = build_peaks(path).columns(0, frames, columns)
    assert plain.high[0].argmax() != expected or plain.high[0].max() < 1.5 * np.median(plain.high[0])


@given(st.integers(1, 6), st.integers(0, 5))
def test_pieces_on_whole_blocks_agree_inside(blocks: int, first: int) -> None:
    samples = music(12 * BLOCK_FRAMES)[:, None]
    whole = click_trace(samples)
    part = click_trace(samples[first * BLOCK_FRAMES : (first + blocks + 2) * BLOCK_FRAMES])
    inside = slice(BLOCK_FRAMES, len(part) - BLOCK_FRAMES)
    shifted = whole[first * BLOCK_FRAMES :][: len(part)]
    np.testing.assert_allclose(part[inside], shifted[inside], rtol=0.02, atol=0.01)


@pytest.mark.parametrize("frames", [0, 1, 2, 255, 256, 257])
def test_any_length_and_silence(frames: int) -> None:
    assert click_trace(np.zeros((frames, 3), dtype=np.float32)).shape == (frames, 3)
    assert not click_trace(np.zeros((frames, 3), dtype=np.int16)).any()


def test_integers_and_floats_give_the_same() -> None:
    steps = (music(5_000) * 20_000).astype(np.int16)[:, None]
    np.testing.assert_allclose(
        click_trace(steps), click_trace((steps / np.float32(32768)).astype(np.float32)), atol=1e-5
    )
