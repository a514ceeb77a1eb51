"""The click view's signal: how suddenly every sample changes against what is around it.

Second differences raise high frequencies (gain 4 at half the sample rate, 0 for steady tones), so that a click of one
sample stands out of loud music; dividing by their level nearby makes a click in a quiet passage as high as one in a
loud one. Of ordinary sound nearly everything stays within four times that level.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

BLOCK_FRAMES = 256
# A trace of one is this many times the level of the differences around it.
FULL_SCALE_CREST = 24.0
# Below this level there is no sound to compare with, only the noise of 16 bits.
_FLOOR = np.float32(2e-4)


def click_trace(samples: NDArray[np.float32] | NDArray[np.int16]) -> Floats:
    """float32 (frames, channels) in -1..1 of samples (frames, channels); int16 counts as 1/32768.

    Blocks of 256 frames are compared with the quieter of their neighbours, so that a click never hides itself.
    Tracks of several pieces agree when each begins on a multiple of 256 frames.
    """
    frames = len(samples)
    if frames == 0:
        return np.zeros(samples.shape, dtype=np.float32)
    change = _second_differences(samples)
    level = _levels_nearby(change)
    blocks = len(level)
    padded = np.zeros((blocks * BLOCK_FRAMES, samples.shape[1]), dtype=np.float32)
    padded[:frames] = change
    scaled = padded.reshape(blocks, BLOCK_FRAMES, -1)
    scaled /= level[:, None, :] * np.float32(FULL_SCALE_CREST)
    np.clip(padded, -1, 1, out=padded)
    return padded[:frames]


def _second_differences(samples: NDArray[np.float32] | NDArray[np.int16]) -> Floats:
    """x[n-1] - 2 x[n] + x[n+1]; the first and the last sample count as held beyond the ends."""
    scale = np.float32(1 / 32768) if samples.dtype == np.int16 else np.float32(1)
    values = np.empty((len(samples) + 2, samples.shape[1]), dtype=np.float32)
    np.multiply(samples, scale, out=values[1:-1])
    values[0], values[-1] = values[1], values[-2]
    slope = values[1:] - values[:-1]
    change: Floats = slope[1:] - slope[:-1]
    return change


def _levels_nearby(change: Floats) -> Floats:
    """Per block and channel the least RMS of it and the blocks beside it, never below the floor."""
    blocks = -(-len(change) // BLOCK_FRAMES)
    padded = np.zeros((blocks * BLOCK_FRAMES, change.shape[1]), dtype=np.float32)
    padded[: len(change)] = change
    cut = padded.reshape(blocks, BLOCK_FRAMES, -1)
    counts = np.full((blocks, 1), BLOCK_FRAMES, dtype=np.float32)
    counts[-1] = len(change) - (blocks - 1) * BLOCK_FRAMES
    rms = np.sqrt(np.einsum("bfc,bfc->bc", cut, cut) / counts)
    least = rms.copy()
    if blocks > 1:
        # Rather the louder of two quiet neighbours than the block's own level with the click in it.
        beside = np.maximum(np.concatenate((rms[1:2], rms[:-1])), np.concatenate((rms[1:], rms[-2:-1])))
        np.minimum(least, beside, out=least)
    return np.asarray(np.maximum(least, _FLOOR), dtype=np.float32)
