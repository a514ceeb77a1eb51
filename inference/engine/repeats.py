"""Exact repeats: a buffer that is heard again within two and a half seconds, to the last bit.

Sound never repeats sixteen samples bit for bit by chance, a stuck or stale buffer does. Searched at anchors given by
the sound itself (its local maxima), so that the copy has the same anchors wherever it lies: hash what follows
each anchor, sort, compare neighbours.
"""

from __future__ import annotations

from functools import lru_cache

import torch
import torch.nn.functional as F
from torch import Tensor

from inference.engine.frame_grid import FrameGrid

ANCHOR_REACH = 12
COMPARED = 16
SHORTEST_LAG = 48
LAG_BORDER = 2048
LONG_LAG_FRAMES = 19
REPEAT_NAMES = ("repeated_near", "repeated_far", "repeated_long", "anchors")


def exact_repeats(samples: Tensor, grid: FrameGrid, count: int) -> Tensor:
    """(C, T, 4): log10(1 + anchors) that repeat one 48–2047 samples back, one up to 190 ms back, one farther back;
    and of all anchors.

    ``samples`` (C, n) begins ``grid.past_frames`` frames before the first of the ``count`` frames.
    """
    return torch.stack([_of_channel(channel, grid, count) for channel in samples])


def _of_channel(wave: Tensor, grid: FrameGrid, count: int) -> Tensor:
    highest = _highest_around(wave)
    is_anchor = (wave[1:-COMPARED] == highest[1:-COMPARED]) & (wave[1:-COMPARED] > wave[: -COMPARED - 1])
    anchors = is_anchor.nonzero()[:, 0] + 1
    keys = _hashes(wave, anchors)
    keys, order = keys.sort(stable=True)
    places = anchors[order]
    lag = places[1:] - places[:-1]
    again = (keys[1:] == keys[:-1]) & (lag >= SHORTEST_LAG) & (lag <= (grid.past_frames - 1) * grid.hop)
    long = again & (lag > LONG_LAG_FRAMES * grid.hop)
    near, far = again & (lag < LAG_BORDER) & ~long, again & (lag >= LAG_BORDER) & ~long
    counts = [_per_frame(places[1:], repeated, grid, count) for repeated in (near, far, long)]
    counts.append(_per_frame(anchors, torch.ones_like(anchors, dtype=torch.bool), grid, count))
    return (1.0 + torch.stack(counts, -1)).log10()


def _highest_around(wave: Tensor) -> Tensor:
    """(n,): the greatest of each sample and ANCHOR_REACH on either side; doubling widths, faster than a pooling."""
    width, wanted = 1, 2 * ANCHOR_REACH + 1
    highest = F.pad(wave, (ANCHOR_REACH, ANCHOR_REACH), value=-torch.inf)
    while 2 * width <= wanted:
        highest = torch.maximum(highest[:-width], highest[width:])
        width *= 2
    rest = wanted - width
    return torch.maximum(highest[: len(highest) - rest], highest[rest:])


def _hashes(wave: Tensor, anchors: Tensor) -> Tensor:
    """One int64 for the bits of the :data:`COMPARED` samples from each anchor on."""
    bits = wave.contiguous().view(torch.int32).unfold(0, COMPARED, 1)[anchors].long()
    return (bits * _factors(wave.device)).sum(-1)


@lru_cache(maxsize=4)
def _factors(device: torch.device) -> Tensor:
    odd = [(0x9E3779B97F4A7C15 * (2 * n + 1) ** 3) % 2**62 | 1 for n in range(COMPARED)]
    return torch.tensor(odd, device=device)


def _per_frame(places: Tensor, counted: Tensor, grid: FrameGrid, count: int) -> Tensor:
    """(count,): how many of the places that are counted lie in each frame; nothing waits for the device."""
    frames = places.div(grid.hop, rounding_mode="floor") - grid.past_frames
    inside = torch.where(counted & (frames >= 0) & (frames < count), frames, count)
    sums = torch.zeros(count + 1, dtype=torch.int32, device=places.device)
    return sums.scatter_add_(0, inside, torch.ones_like(inside, dtype=torch.int32))[:count].float()
