"""Tiles against a direct transform: values, alignment in time, edges, nothing missed from afar."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relay_desktop.audio import spectrogram
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.spectrogram import (
    ROWS,
    FrequencyScale,
    SpectrogramSettings,
    Tile,
    TileKey,
    column_frames,
    row_edges_hz,
    tile_columns,
    transform_hop,
)
from tests.relay_desktop.audio.conftest import MakeRecording, noise

RATE_HZ = 16_000
LINEAR = SpectrogramSettings(fft_size=512, scale=FrequencyScale.LINEAR)


def compute_tile(clip: AudioClip, key: TileKey) -> Tile:
    """A tile that nobody cancels."""
    tile = spectrogram.compute_tile(clip, key)
    assert tile is not None
    return tile


def _direct_level(samples: np.ndarray, centre: int, size: int) -> np.ndarray:
    """Decibels of every bin of one Hann transform centred on a frame."""
    padded = np.pad(samples.astype(np.float64), (size, size))
    stretch = padded[centre - size // 2 + size : centre + size // 2 + size]
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(size) / size)
    return 20 * np.log10(np.maximum(np.abs(np.fft.rfft(stretch * window)) * 2 / window.sum(), 1e-6))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(zoom=st.integers(4, 12), number=st.integers(0, 3), place=st.floats(0, 0.999))
def test_a_column_is_the_greatest_of_its_transforms(
    write: MakeRecording, zoom: int, number: int, place: float
) -> None:
    samples = noise(120_000, 1)
    key = TileKey(LINEAR, 2**zoom, number)
    with AudioClip(write(samples, rate_hz=RATE_HZ)) as clip:
        tile = compute_tile(clip, key)
    column = int(place * key.columns)
    start, hop = key.start_frame + column * key.frames_per_column, transform_hop(key)
    if start >= len(samples):
        assert not tile[:, column].any()
        return
    centres = range(start + hop // 2, start + key.frames_per_column, hop)
    bins = np.max([_direct_level(samples[:, 0], centre, 512) for centre in centres], axis=0)
    marks = np.rint(row_edges_hz(RATE_HZ, FrequencyScale.LINEAR) / (RATE_HZ / 512)).astype(int)
    marks[-1] = len(bins)
    rows = np.array([bins[a : max(a + 1, b)].max() for a, b in pairwise(marks)])
    got = tile[::-1, column] / 255 * 120 - 120
    np.testing.assert_allclose(got, rows, atol=0.5)


def test_a_sine_at_full_scale_is_zero_decibels_in_its_row(write: MakeRecording) -> None:
    times = np.arange(RATE_HZ) / RATE_HZ
    tone = np.sin(2 * np.pi * 3_000 * times).astype(np.float32)[:, None] * 0.999
    with AudioClip(write(tone, rate_hz=RATE_HZ)) as clip:
        tile = compute_tile(clip, TileKey(LINEAR, 64, 0))
    column = tile[:, 100]
    assert column.max() >= 254
    loudest = ROWS - 1 - int(column.argmax())
    edges = row_edges_hz(RATE_HZ, FrequencyScale.LINEAR)
    assert edges[loudest] - 32 <= 3_000 <= edges[loudest + 1] + 32


@pytest.mark.parametrize("zoom", range(4, 17))
def test_an_impulse_is_seen_in_its_column_at_every_zoom(write: MakeRecording, zoom: int) -> None:
    """Loudest exactly where it is, and never between two columns."""
    frame = 70_001
    samples = np.zeros((200_000, 1), dtype=np.float32)
    samples[frame] = 0.9
    column = 2**zoom
    number, place = divmod(frame // column, tile_columns(column))
    with AudioClip(write(samples, rate_hz=RATE_HZ)) as clip:
        tile = compute_tile(clip, TileKey(LINEAR, column, number))
    loudness = tile.astype(int).sum(axis=0)
    reach = max(1, 64 // column)  # neighbours are equal to a level's step
    assert abs(int(loudness.argmax()) - place) <= reach
    assert loudness[place] > 0.5 * loudness.max() > 0


def test_tiles_join_without_a_seam(write: MakeRecording) -> None:
    """A tile's first column is what a tile of another grid position would have computed there."""
    with AudioClip(write(noise(200_000, 1), rate_hz=RATE_HZ)) as clip:
        first, second = (compute_tile(clip, TileKey(LINEAR, 256, number)) for number in (0, 1))
    assert abs(first[:, -1].astype(int) - second[:, 0].astype(int)).mean() < 20
    assert first.shape == second.shape == (ROWS, 256)


def test_beyond_the_file_there_is_nothing(write: MakeRecording) -> None:
    with AudioClip(write(noise(1000, 1), rate_hz=RATE_HZ)) as clip:
        tile = compute_tile(clip, TileKey(LINEAR, 16, 0))
        assert tile[:, :60].min() > 0
        assert not tile[:, 63 + 16 :].any()
        assert not compute_tile(clip, TileKey(LINEAR, 16, 5)).any()


def test_every_channel_is_seen(write: MakeRecording) -> None:
    samples = np.zeros((20_000, 3), dtype=np.float32)
    samples[:, 2] = noise(20_000, 1)[:, 0]
    with AudioClip(write(samples, rate_hz=RATE_HZ)) as clip:
        assert compute_tile(clip, TileKey(LINEAR, 64, 0)).max() > 100


@pytest.mark.parametrize("scale", list(FrequencyScale))
@pytest.mark.parametrize("rate_hz", [8_000, 48_000, 384_000])
def test_frequencies_rise_to_half_the_rate(scale: FrequencyScale, rate_hz: int) -> None:
    edges = row_edges_hz(rate_hz, scale)
    assert len(edges) == ROWS + 1
    assert (np.diff(edges) > 0).all()
    assert edges[-1] == pytest.approx(rate_hz / 2)


@given(st.floats(0.01, 1e6))
def test_a_column_is_no_shorter_than_a_pixel_and_no_longer_than_two(frames_per_pixel: float) -> None:
    column = column_frames(frames_per_pixel)
    assert column >= frames_per_pixel
    assert column == 16 or column < 2 * frames_per_pixel


def test_senseless_settings_are_refused() -> None:
    with pytest.raises(ValueError, match="power of two"):
        SpectrogramSettings(fft_size=1000)
    with pytest.raises(ValueError, match="window"):
        SpectrogramSettings(window="kaiser")


def test_a_cancelled_tile_is_none(write: MakeRecording) -> None:
    with AudioClip(write(noise(20_000, 1), rate_hz=RATE_HZ)) as clip:
        assert spectrogram.compute_tile(clip, TileKey(LINEAR, 64, 0), lambda: True) is None
