"""Spectrogram tiles: power over time and frequency for the stretch in view, computed by threads of their own.

A tile is a block of columns; a column covers `frames_per_column` frames (a power of two) from a multiple of that on
the file's own grid, so tiles of one zoom join without a seam and are the same wherever a person came from. A wide
column holds the greatest power of all transforms whose centres lie in it: a short event is never between columns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from relay_desktop.audio.clip import AudioClip

Tile = NDArray[np.uint8]

FFT_SIZES = (128, 256, 512, 1024, 2048, 4096, 8192)
WINDOWS = ("hann", "hamming", "blackman-harris", "rectangular")
ROWS = 224
FLOOR_DB = -120.0
FINEST_COLUMN_FRAMES = 16
_LOWEST_HZ = 30.0
# Frames of audio in one tile at most: more would make the first picture wait, and cancelling too.
_TILE_FRAMES = 1 << 21
_MOST_COLUMNS = 256
_FEWEST_COLUMNS = 8
# Transforms computed in one go, few enough to stay in the processor's cache: 256 take four times as long each.
_BATCH = 64


class FrequencyScale(Enum):
    """How frequencies are spread over the height."""

    LINEAR = "linear"
    LOG = "log"
    MEL = "mel"


@dataclass(frozen=True)
class SpectrogramSettings:
    """What a tile's values depend on; range of levels and colours are a matter of painting."""

    fft_size: int = 1024
    window: str = "hann"
    scale: FrequencyScale = FrequencyScale.MEL

    def __post_init__(self) -> None:
        if self.fft_size not in FFT_SIZES:
            raise ValueError("the transform's size is a power of two from 128 to 8192")
        if self.window not in WINDOWS:
            raise ValueError(f"the window is one of {', '.join(WINDOWS)}")


@dataclass(frozen=True)
class TileKey:
    """Which tile: `number` counts tiles of this zoom from the file's start."""

    settings: SpectrogramSettings
    frames_per_column: int
    number: int

    @property
    def columns(self) -> int:
        """Columns in a tile of this zoom."""
        return tile_columns(self.frames_per_column)

    @property
    def start_frame(self) -> int:
        """The first frame of the first column."""
        return self.number * self.columns * self.frames_per_column


def tile_columns(frames_per_column: int) -> int:
    """Columns of a tile: fewer where a column is long."""
    return max(_FEWEST_COLUMNS, min(_MOST_COLUMNS, _TILE_FRAMES // frames_per_column))


def column_frames(frames_per_pixel: float) -> int:
    """The shortest column, a power of two of 16 frames or more, that is no shorter than a pixel."""
    frames = FINEST_COLUMN_FRAMES
    while frames < frames_per_pixel:
        frames *= 2
    return frames


def compute_tile(
    clip: AudioClip, key: TileKey, is_cancelled: Callable[[], bool] | None = None
) -> Tile | None:
    """Levels uint8 (224 rows, columns), row 0 at the top (highest frequency); 0 is -120 dB, 255 is 0 dB.

    0 dB is a sine at full scale. Several channels: the greatest of them. Outside the file there is silence.
    None when `is_cancelled()` turned true meanwhile. Raises UnreadableAudio.
    """
    hop = transform_hop(key)
    per_column = key.frames_per_column // hop
    bins = key.settings.fft_size // 2 + 1
    power = np.zeros((key.columns, bins), dtype=np.float32)
    columns_at_once, parts = max(1, _BATCH // per_column), max(1, per_column // _BATCH)
    for first in range(0, key.columns, columns_at_once):
        count = min(columns_at_once, key.columns - first)
        if is_cancelled is not None and is_cancelled():
            return None
        for part in range(parts):
            start = key.start_frame + first * key.frames_per_column + part * key.frames_per_column // parts
            if start < clip.frames:
                own = _powers(clip, key.settings, start, hop, count * per_column // parts)
                greatest = own.reshape(count, per_column // parts, bins).max(axis=1)
                np.maximum(power[first : first + count], greatest, out=power[first : first + count])
    edges = row_edges_hz(clip.sample_rate_hz, key.settings.scale)
    return _levels(_rows(power, edges, clip.sample_rate_hz / key.settings.fft_size)).T[::-1].copy()


def transform_hop(key: TileKey) -> int:
    """Frames between two transforms: a column's length up to a quarter of the transform, half of it far away."""
    size = key.settings.fft_size
    return min(key.frames_per_column, size // 4 if key.frames_per_column <= 8 * size else size // 2)


def row_edges_hz(rate_hz: int, scale: FrequencyScale) -> NDArray[np.float64]:
    """The 225 frequencies between rows, ascending, up to half the sample rate."""
    top = rate_hz / 2
    if scale is FrequencyScale.LINEAR:
        return np.linspace(0, top, ROWS + 1)
    if scale is FrequencyScale.LOG:
        return np.geomspace(min(_LOWEST_HZ, top / 4), top, ROWS + 1)
    # O'Shaughnessy's mel: 2595 log10(1 + f / 700).
    mel = np.linspace(0, 2595 * np.log10(1 + top / 700), ROWS + 1)
    return np.asarray(700 * (10 ** (mel / 2595) - 1))


@lru_cache(maxsize=32)
def _window(name: str, size: int) -> NDArray[np.float32]:
    """Scaled so that a sine at full scale has power one."""
    place = 2 * np.pi * np.arange(size) / size
    shape = sum(weight * np.cos(order * place) for order, weight in enumerate(_WINDOWS[name]))
    return np.asarray(shape * 2 / np.sum(shape), dtype=np.float32)


# Sums of cosines (F. J. Harris, 1978).
_WINDOWS: dict[str, tuple[float, ...]] = {
    "hann": (0.5, -0.5),
    "hamming": (0.54, -0.46),
    "blackman-harris": (0.35875, -0.48829, 0.14128, -0.01168),
    "rectangular": (1.0,),
}


def _powers(
    clip: AudioClip, settings: SpectrogramSettings, start: int, hop: int, count: int
) -> NDArray[np.float32]:
    """Power (count, bins) of `count` transforms; number i is centred on frame start + (i + 1/2) hop."""
    size = settings.fft_size
    first = start + hop // 2 - size // 2
    length = (count - 1) * hop + size
    samples = np.zeros((length, clip.info.channels), dtype=np.float32)
    inside = clip.read(first, first + length)
    offset = max(0, -first)
    samples[offset : offset + len(inside)] = inside
    shape = _window(settings.window, size)
    power: NDArray[np.float32] | None = None
    for channel in range(samples.shape[1]):
        frames = np.lib.stride_tricks.sliding_window_view(np.ascontiguousarray(samples[:, channel]), size)[
            ::hop
        ]
        spectrum = np.fft.rfft(frames * shape, axis=1)
        own = np.square(spectrum.real) + np.square(spectrum.imag)
        power = own if power is None else np.maximum(power, own, out=power)
    assert power is not None
    return power


def _rows(power: NDArray[np.float32], edges_hz: NDArray[np.float64], bin_hz: float) -> NDArray[np.float32]:
    """(transforms, bins) to (transforms, rows): the greatest bin in a row; between bins the nearest one."""
    bins = power.shape[1]
    marks = np.clip(np.rint(edges_hz / bin_hz), 0, bins - 1).astype(np.int64)
    return np.asarray(np.maximum.reduceat(power, marks[:-1], axis=1), dtype=np.float32)


def _levels(power: NDArray[np.float32]) -> Tile:
    decibels = 10 * np.log10(np.maximum(power, 1e-12))
    return np.clip((decibels - FLOOR_DB) * (255 / -FLOOR_DB) + 0.5, 0, 255).astype(np.uint8)
