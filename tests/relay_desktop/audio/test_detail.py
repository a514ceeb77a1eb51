"""Tiles of samples for a close look: fetched by a thread, kept, bounded, gone with the clip."""

from __future__ import annotations

import threading

import numpy as np

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.detail import TILE_FRAMES, DetailReader
from tests.relay_desktop.audio.conftest import MakeRecording, noise


class _Asker:
    """Asks until the answer has come, woken by the reader's call."""

    def __init__(self, clip: AudioClip) -> None:
        self._came = threading.Event()
        self.reader = DetailReader(clip, self._came.set)

    def samples(self, start: int, stop: int) -> np.ndarray:
        while (found := self.reader.samples(start, stop)) is None:
            assert self._came.wait(10), "the tiles did not come"
            self._came.clear()
        return found


def test_samples_come_after_the_call(write: MakeRecording) -> None:
    samples = noise(3 * TILE_FRAMES + 17)
    with AudioClip(write(samples)) as clip:
        asker = _Asker(clip)
        assert asker.reader.samples(0, 10) is None
        np.testing.assert_array_equal(asker.samples(0, 10), samples[:10])
        across = slice(TILE_FRAMES - 5, 2 * TILE_FRAMES + 5)
        np.testing.assert_array_equal(asker.samples(across.start, across.stop), samples[across])
        np.testing.assert_array_equal(asker.samples(3 * TILE_FRAMES, 9 * TILE_FRAMES), samples[3 * TILE_FRAMES :])
        np.testing.assert_array_equal(asker.samples(-100, 5), samples[:5])
        assert asker.reader.samples(10 * TILE_FRAMES, 11 * TILE_FRAMES).shape == (0, 2)  # type: ignore[union-attr]
        asker.reader.close()


def test_memory_is_bounded(write: MakeRecording) -> None:
    with AudioClip(write(noise(6 * TILE_FRAMES, 1))) as clip:
        asker = _Asker(clip)
        asker.reader._most_tiles = 2
        for tile in range(6):
            asker.samples(tile * TILE_FRAMES, tile * TILE_FRAMES + 1)
        assert sorted(asker.reader._tiles) == [4, 5]
        assert asker.reader.samples(0, 3 * TILE_FRAMES) is None
        asker.reader.close()


def test_after_closing_nothing_is_called_back(write: MakeRecording) -> None:
    calls: list[int] = []
    with AudioClip(write(noise(4 * TILE_FRAMES))) as clip:
        reader = DetailReader(clip, lambda: calls.append(1))
        reader.samples(0, 4 * TILE_FRAMES)
        reader.close()
        before = len(calls)
        reader.samples(3 * TILE_FRAMES, 3 * TILE_FRAMES + 1)
        assert "detail-reader" not in {thread.name for thread in threading.enumerate()}
        assert len(calls) == before
