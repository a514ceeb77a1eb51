"""Tiles by threads: they come, they are kept, the newest wish counts."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest

from relay_desktop.audio import tile_reader
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.spectrogram import SpectrogramSettings, Tile, TileKey, compute_tile
from relay_desktop.audio.tile_reader import TileReader
from tests.relay_desktop.audio.conftest import MakeRecording, noise

KEYS = [TileKey(SpectrogramSettings(fft_size=256), 64, number) for number in range(8)]


def _wait_for(reader: TileReader, keys: list[TileKey], came: threading.Event) -> dict[TileKey, Tile]:
    while len(found := reader.tiles(keys)) < len(keys):
        assert came.wait(20), "a tile did not come"
        came.clear()
    return found


def test_tiles_come_and_are_kept(write: MakeRecording) -> None:
    came = threading.Event()
    with AudioClip(write(noise(200_000))) as clip:
        reader = TileReader(clip, came.set)
        assert reader.tiles(KEYS) == {}
        found = _wait_for(reader, KEYS, came)
        expected = compute_tile(clip, KEYS[3])
        assert expected is not None
        np.testing.assert_array_equal(found[KEYS[3]], expected)
        assert len(reader.tiles(KEYS)) == len(KEYS)
        assert reader.pending == 0
        reader.close()


def test_what_is_scrolled_away_is_not_computed(write: MakeRecording, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the first tile is being computed the wish changes: only the new wish follows."""
    started, go_on, computed = threading.Event(), threading.Event(), list[TileKey]()

    def slowly(clip: AudioClip, key: TileKey, is_cancelled: Callable[[], bool]) -> Tile | None:
        computed.append(key)
        started.set()
        assert go_on.wait(20)
        return compute_tile(clip, key, is_cancelled)

    monkeypatch.setattr(tile_reader, "compute_tile", slowly)
    came = threading.Event()
    with AudioClip(write(noise(200_000))) as clip:
        reader = TileReader(clip, came.set, workers=1)
        reader.tiles(KEYS[:5])
        assert started.wait(20)
        reader.tiles(KEYS[6:])
        go_on.set()
        _wait_for(reader, KEYS[6:], came)
        reader.close()
        assert KEYS[0] not in reader._kept  # broken off
    assert computed == [KEYS[0], *KEYS[6:]]


def test_memory_is_bounded(write: MakeRecording, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tile_reader, "_KEPT_BYTES", 3 * 224 * 256)
    came = threading.Event()
    with AudioClip(write(noise(200_000))) as clip:
        reader = TileReader(clip, came.set)
        for key in KEYS:
            _wait_for(reader, [key], came)
        assert list(reader._kept) == KEYS[-3:]
        reader.close()


def test_closing_ends_the_threads_and_the_calls(write: MakeRecording) -> None:
    calls: list[int] = []
    with AudioClip(write(noise(500_000))) as clip:
        reader = TileReader(clip, lambda: calls.append(1))
        reader.tiles(KEYS)
        reader.close()
        before = len(calls)
        assert not [thread for thread in threading.enumerate() if thread.name == "spectrogram"]
        reader.tiles(KEYS)
        assert len(calls) == before
