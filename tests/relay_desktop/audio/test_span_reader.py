"""Loops with gaps and guarded seams, backwards, bridged: sample for sample, at any block length."""

from __future__ import annotations

import numpy as np
import pytest

from relay_desktop.audio.play_order import PlayOrder
from relay_desktop.audio.span_reader import SpanReader
from tests.relay_desktop.audio.conftest import noise

RATE_HZ = 1000


class Held:
    """Samples in memory, read like a recording."""

    def __init__(self, samples: np.ndarray) -> None:
        self.samples = samples

    def read(self, start_frame: int, stop_frame: int) -> np.ndarray:
        return self.samples[max(0, start_frame) : max(0, stop_frame)]


def _read(samples: np.ndarray, order: PlayOrder, block: int, total: int, gap_frames: int = 0) -> np.ndarray:
    reader = SpanReader(Held(samples), order, RATE_HZ, gap_frames)
    parts: list[np.ndarray] = []
    while sum(map(len, parts)) < total:
        parts.append(reader.read(block))
        if len(parts[-1]) < block:
            break
    return np.concatenate(parts)


@pytest.mark.parametrize("block", [1, 7, 64, 1000])
def test_a_gap_stands_between_the_rounds(block: int) -> None:
    samples = noise(300)
    heard = _read(samples, PlayOrder(40, 20, 60, is_loop=True), block, 200, gap_frames=11)
    silence = np.zeros((11, 2), dtype=np.float32)
    expected = np.concatenate([samples[40:60], silence, *([samples[20:60], silence] * 5)])
    np.testing.assert_array_equal(heard[:200], expected[:200])


@pytest.mark.parametrize("block", [3, 50])
def test_the_guard_fades_at_the_seams_and_nowhere_else(block: int) -> None:
    samples = np.ones((500, 1), dtype=np.float32)
    heard = _read(samples, PlayOrder(100, 100, 200, is_loop=True, fade_s=0.004), block, 300)[:300, 0]
    out, into = [1, 0.75, 0.5, 0.25], [0.25, 0.5, 0.75, 1]
    np.testing.assert_array_equal(heard[:96], 1)
    for seam in (100, 200):
        np.testing.assert_allclose(heard[seam - 4 : seam + 4], [*out, *into])
    assert (np.delete(heard, [*range(96, 104), *range(196, 204), *range(296, 300)]) == 1).all()


def test_a_stretch_that_is_not_looped_has_no_fade() -> None:
    samples = noise(500)
    np.testing.assert_array_equal(_read(samples, PlayOrder(100, 100, 200, fade_s=0.01), 30, 200), samples[100:200])


@pytest.mark.parametrize("block", [1, 9, 500])
def test_backwards(block: int) -> None:
    samples = noise(300)
    heard = _read(samples, PlayOrder(200, 50, 300, shuttle=-1), block, 400)
    np.testing.assert_array_equal(heard, samples[50:200][::-1])


def test_a_bridge_replaces_the_event_alone_and_goes_on_like_its_surroundings() -> None:
    tone = (0.4 * np.sin(2 * np.pi * 50 * np.arange(2000) / RATE_HZ)).astype(np.float32)
    samples = np.stack([tone, -tone], axis=1)
    damaged = samples.copy()
    damaged[1000:1020] = 0.9
    heard = _read(damaged, PlayOrder(500, 500, 1500, bridged=(1000, 1020)), 64, 2000)
    np.testing.assert_array_equal(heard[:500], samples[500:1000])
    np.testing.assert_array_equal(heard[520:], samples[1020:1500])
    np.testing.assert_allclose(heard[500:520], samples[1000:1020], atol=0.02)


@pytest.mark.parametrize("start", [0, 290])
def test_a_bridge_at_the_files_end_has_one_side_only(start: int) -> None:
    heard = _read(noise(300), PlayOrder(0, 0, 300, bridged=(start, start + 10)), 64, 400)
    assert len(heard) == 300
    assert np.abs(heard).max() <= 1
