"""How the samples of a frame crowd under its outermost one: clipping and saturation, at any level.

Hard clipping leaves flat tops and equal samples; a lossy codec smears those, but not how much of the time the wave
spends near its peaks: the power means of order 2, 4, 8 and 16 lie closer together than in programme left alone.
"""

from __future__ import annotations

from functools import lru_cache

import torch
from torch import Tensor

from inference.engine.spectrum import POWER_FLOOR, log_power

TOP_EQUAL = 1 - 2e-4
"""What counts as equal to the highest sample: within rounding to 16 bits, whatever the level."""
SILENT = 1e-7
"""Frames whose outermost sample lies below this have no shape."""
ORDERS = (2, 4, 8, 16)
MOMENT_NAMES = ("top_over_16", "mean_16_over_8", "mean_8_over_4", "mean_4_over_2")
TOP_NAMES = (
    "crowd_98", "crowd_90", "crowd_98_other", "flat_top_share", "crest", "top_equal", *MOMENT_NAMES,
)  # fmt: skip


def crowding(frames: Tensor, steps: Tensor, sub: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Tops (C, T, 6), their levels (C, T, 2), shapes (C, T, len(TOP_NAMES)) and moments (C, T, 4).

    ``frames`` (C, T, hop) of samples, ``steps`` (C, T, hop) from the sample before each, ``sub`` (C, T, 8) power of
    the pieces.
    """
    up, down = frames.amax(-1, True), -frames.amin(-1, True)
    peak = torch.maximum(up, down)
    outer = frames.abs()
    equals = (
        (frames >= TOP_EQUAL * up).sum(-1, keepdim=True).float() * (up > 0),
        (frames <= -TOP_EQUAL * down).sum(-1, keepdim=True).float() * (down > 0),
    )
    crowds = ((frames >= 0.98 * up).sum(-1, keepdim=True), (frames <= -0.98 * down).sum(-1, keepdim=True))
    crowd_90 = (outer >= 0.9 * peak).float().mean(-1, keepdim=True)
    flat = ((steps.abs() <= 0.004 * peak) & (outer >= 0.7 * peak)).float().mean(-1, keepdim=True)
    shares = [(1 + crowd).log10() - 0.3 for crowd in crowds]
    moments = _moments(outer.div_(peak.clamp_min(SILENT)))
    shapes = (
        torch.maximum(*shares),
        (crowd_90 + 1e-3).log10(),
        torch.minimum(*shares),
        (flat + 1e-3).log10(),
        _crest(peak, sub),
        (1 + torch.maximum(*equals)).log10(),
        mean_ratios(moments, peak[..., 0] > SILENT),
    )
    tops = torch.cat((up, down, *(crowd.float() / frames.shape[-1] for crowd in crowds), *equals), -1)
    levels = torch.cat((log_power(up.clamp_min(0).square()), log_power(down.clamp_min(0).square())), -1)
    return tops, levels, torch.cat(shapes, -1), moments


def _crest(peak: Tensor, sub: Tensor) -> Tensor:
    power = sub.mean(-1, keepdim=True)
    return ((peak.square() + POWER_FLOOR) / (power + POWER_FLOOR)).log10().clamp_(-6.0, 6.0)


def _moments(shares: Tensor) -> Tensor:
    """(C, T, 4): means of the powers :data:`ORDERS` of what is given (C, T, hop), which is overwritten."""
    return torch.stack([shares.square_().mean(-1) for _ in ORDERS], -1)


def mean_ratios(moments: Tensor, sounding: Tensor) -> Tensor:
    """(..., 4): decibels between the outermost sample and the power means of order 16, 8, 4, 2, each to the next.

    ``moments`` (..., 4) are relative to that sample; nothing where not ``sounding`` (...).
    """
    means = 20.0 * moments.clamp_min(1e-20).log10() / _orders(moments.device)
    falls = torch.cat((-means[..., 3:], (means[..., 1:] - means[..., :-1]).flip(-1)), -1)
    return falls * sounding[..., None]


@lru_cache(maxsize=4)
def _orders(device: torch.device) -> Tensor:
    return torch.tensor(ORDERS, dtype=torch.float32, device=device)


def together(moments: Tensor, tops: Tensor, frames: int) -> Tensor:
    """(C, T, 4): as :func:`mean_ratios`, of this many frames on either side of each together; silent ones don't count.

    ``tops`` (C, T): the frames' outermost samples, to which their moments are relative.
    """
    around = 2 * frames + 1
    pad = torch.nn.functional.pad
    peaks = pad(tops, (frames, frames)).unfold(1, around, 1)
    highest = peaks.amax(-1)
    shares = peaks / highest.clamp_min(SILENT)[..., None]
    counted = (peaks > SILENT).sum(-1).clamp_min(1)
    sums = []
    for number in range(len(ORDERS)):
        shares.square_()
        sums.append(
            (pad(moments[..., number], (frames, frames)).unfold(1, around, 1) * shares).sum(-1) / counted
        )
    return mean_ratios(torch.stack(sums, -1), highest > SILENT)
