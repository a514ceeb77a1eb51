"""From witnesses to what the network hears: levels relative to the programme around, and the slow witnesses.

Slow witnesses need tens of milliseconds to seconds: the comb of mains hum against its neighbours over 1.3 s,
repeats of what was heard within the last 190 ms, jumps of the low band against long prediction, tops that return to
the very same level (clipping that was turned down later). Every value depends on at most
:data:`CONTEXT_FRAMES` frames on either side; blocks must begin at a multiple of :data:`ALIGNMENT` frames.
"""

from __future__ import annotations

import math
from functools import lru_cache

import torch
import torch.nn.functional as F
from torch import Tensor

from inference.engine.frame_grid import FrameGrid
from inference.engine.front_end import (
    BANDS,
    LEVEL_NAMES,
    LOWBAND_POINTS,
    POWER_FLOOR,
    SHAPE_NAMES,
    Witnesses,
    valid_bands,
)
from inference.engine.prediction import solve_prediction

ALIGNMENT = 8
LOUDNESS_FRAMES = 300
"""Loudness is the loudest 30 ms within 3 s on either side."""
QUIETEST_LOUDNESS = -7.5
"""log10 power below which nothing counts as programme (-75 dB re full scale)."""
LOWEST_RELATIVE_LEVEL = -9.0
HUM_STEP = ALIGNMENT
HUM_WINDOW_FRAMES = 128
HUM_DECIMATION = 4
MAINS_HZ = (50.0, 60.0)
HARMONICS = 10
TOP_FRAMES = 40
REPEAT_FRAMES = 2
REPEAT_PAST_FRAMES = 19
REPEAT_LENGTH = REPEAT_FRAMES * LOWBAND_POINTS
REPEAT_PAST = REPEAT_PAST_FRAMES * LOWBAND_POINTS
REPEAT_LAGS = ((10, 80), (80, 320), (320, 1520))
"""Lags in points of the 8 kHz low band: 1.25–10, 10–40 and 40–190 ms."""
CONTEXT_FRAMES = 304

HUM_NAMES = tuple(f"hum_{mains:.0f}_{n}" for mains in MAINS_HZ for n in range(1, HARMONICS + 1))
SLOW_NAMES = (
    *HUM_NAMES, "hum_50", "hum_60", *(f"repeat_{low}" for low, _ in REPEAT_LAGS), "top_return_up",
    "top_return_down", "top_nearness_up", "top_nearness_down", "low_jump",
)  # fmt: skip
SCALAR_NAMES = ("loudness", "rate")
INPUT_NAMES = (*LEVEL_NAMES, *SHAPE_NAMES, *SLOW_NAMES, *SCALAR_NAMES)
INPUTS = len(INPUT_NAMES)


@torch.inference_mode()
def network_input(witnesses: Witnesses, grid: FrameGrid) -> Tensor:
    """(C, INPUTS, T) float32 for C channels of T frames; the first frame's number is a multiple of ALIGNMENT."""
    loudness = _loudness(witnesses.levels[..., LEVEL_NAMES.index("energy")])
    levels = (witnesses.levels - loudness[..., None]).clamp_(LOWEST_RELATIVE_LEVEL, 4.0)
    unheard = ~valid_bands(grid)
    levels[..., :BANDS][..., unheard] = LOWEST_RELATIVE_LEVEL
    slow = torch.cat((_hum(witnesses.lowband), _repeats(witnesses.lowband), _top_returns(witnesses.tops)), -1)
    jump = _low_jump(witnesses.lowband)
    rate = torch.full_like(loudness, math.log2(grid.rate_hz / 44_100))
    scalars = torch.stack((loudness, rate), -1)
    return (
        torch.cat((levels, witnesses.shapes, slow, jump[..., None], scalars), -1).transpose(1, 2).contiguous()
    )


def _loudness(energy: Tensor) -> Tensor:
    """(C, T) log10 power of the loudest 30 ms within 3 s."""
    smooth = F.avg_pool1d(energy, 3, 1, 1, count_include_pad=False)
    width = 2 * LOUDNESS_FRAMES + 1
    return F.max_pool1d(smooth, width, 1, LOUDNESS_FRAMES).clamp_min(QUIETEST_LOUDNESS)


def _past(lowband: Tensor, before: int, after: int) -> Tensor:
    """The low band as one wave, with this many frames of nothing put before and after it."""
    return F.pad(lowband.flatten(1), (before * LOWBAND_POINTS, after * LOWBAND_POINTS))


@lru_cache(maxsize=1)
def _comb() -> tuple[Tensor, Tensor, Tensor]:
    """Window, and bins (20, 5) around each harmonic and (20, 2 * 14) of its neighbours."""
    points = HUM_WINDOW_FRAMES * LOWBAND_POINTS // HUM_DECIMATION
    spacing = 100 * LOWBAND_POINTS / HUM_DECIMATION / points
    centres = (
        torch.tensor([mains * n / spacing for mains in MAINS_HZ for n in range(1, HARMONICS + 1)])
        .round()
        .long()
    )
    near = centres[:, None] + torch.arange(-2, 3)
    away = torch.cat((torch.arange(-20, -5), torch.arange(6, 21)))
    return torch.hann_window(points), near, centres[:, None] + away


def _hum(lowband: Tensor) -> Tensor:
    """(C, T, 22): peak at each harmonic of 50 and 60 Hz over the median around it, log10, and the means of both."""
    window, near, away = _comb()
    half = HUM_WINDOW_FRAMES // 2
    wave = _past(lowband, half - HUM_STEP // 2, half)
    wave = F.avg_pool1d(wave, HUM_DECIMATION)
    step = HUM_STEP * LOWBAND_POINTS // HUM_DECIMATION
    pieces = wave.unfold(1, window.numel(), step)
    power = torch.view_as_real(torch.fft.rfft(pieces * window)).square().sum(-1) + 1e-9
    ratio = (power[..., near].amax(-1) / power[..., away].median(-1).values).log10()
    means = ratio.reshape(*ratio.shape[:-1], 2, HARMONICS).mean(-1)
    slow = torch.cat((ratio, means), -1)
    return slow.repeat_interleave(HUM_STEP, 1)[:, : lowband.shape[1]]


def _repeats(lowband: Tensor) -> Tensor:
    """(C, T, 3): -log10(1 - r) of the likeness r of 20 ms to what came before, greatest over three ranges of lags."""
    count = lowband.shape[1]
    wave = _past(lowband, REPEAT_PAST_FRAMES, REPEAT_FRAMES)
    wave = F.pad(wave[:, 1:] - wave[:, :-1], (1, 0))
    pieces = wave.unfold(1, REPEAT_PAST + REPEAT_LENGTH, REPEAT_LENGTH)[:, : -(-count // REPEAT_FRAMES)]
    # In parts that fit the processor's cache.
    best = torch.cat([_likest(pieces[:, at : at + 256]) for at in range(0, pieces.shape[1], 256)], 1)
    return -(1.0 - best).clamp(1e-4, 1.0).log10().repeat_interleave(REPEAT_FRAMES, 1)[:, :count]


def _likest(pieces: Tensor) -> Tensor:
    """(C, N, 3) from pieces (C, N, past + own): greatest normalised correlation of the own part with the past."""
    own = pieces[..., REPEAT_PAST:]
    size = 2048
    spectrum = torch.fft.rfft(pieces, size) * torch.fft.rfft(own, size).conj()
    likeness = torch.fft.irfft(spectrum, size)[..., :REPEAT_PAST]
    total = F.pad(pieces.square().cumsum(-1, dtype=torch.float64), (1, 0))
    energy = (total[..., REPEAT_LENGTH:] - total[..., :-REPEAT_LENGTH]).clamp_min(0.0).float() + 1e-8
    likeness = likeness * (energy[..., :REPEAT_PAST] * energy[..., -1:]).rsqrt()
    # Position p of the past lies REPEAT_PAST - p points back.
    best = [likeness[..., REPEAT_PAST - high : REPEAT_PAST - low].amax(-1) for low, high in REPEAT_LAGS]
    return torch.stack(best, -1)


def _top_returns(tops: Tensor) -> Tensor:
    """(C, T, 4): how many samples crowd under a top that returns within 0.4 s; how near to it the frame's own is."""
    width = 2 * TOP_FRAMES + 1
    levels, crowd = tops[..., :2].transpose(1, 2), tops[..., 2:].transpose(1, 2)
    greatest = F.max_pool1d(levels, width, 1, TOP_FRAMES)
    returns = (levels >= 0.985 * greatest) & (levels > 1e-4)
    crowded = F.avg_pool1d(returns * crowd, width, 1, TOP_FRAMES, count_include_pad=False) * width
    nearness = -((1.0 - levels / greatest.clamp_min(1e-6)).clamp(1e-4, 1.0)).log10()
    return torch.cat(((crowded + 1e-2).log10(), nearness), 1).transpose(1, 2)


LOW_ORDER = 24
LOW_PAST_FRAMES = 6


def _low_jump(lowband: Tensor) -> Tensor:
    """(C, T): how badly the low band's past 60 ms foretell the frame (log10 of peak error over their own error).

    Partials that run on are foretold; a skip, a splice or a stale buffer is not. The coefficients are those of linear
    prediction of order 24 by the autocorrelation method.
    """
    count = lowband.shape[1]
    wave = _past(lowband, LOW_PAST_FRAMES, 0)
    length = LOW_PAST_FRAMES * LOWBAND_POINTS
    pieces = wave.unfold(1, length + LOWBAND_POINTS, LOWBAND_POINTS)[:, :count]
    return torch.cat([_foretold(pieces[:, at : at + 256], length) for at in range(0, count, 256)], 1)


def _foretold(pieces: Tensor, length: int) -> Tensor:
    past = pieces[..., :length] * torch.hann_window(length, periodic=False)
    power = torch.view_as_real(torch.fft.rfft(past, 1024)).square().sum(-1)
    correlation = torch.fft.irfft(power, 1024)[..., : LOW_ORDER + 1].flatten(0, 1).double()
    coefficients = solve_prediction(correlation, LOW_ORDER).reshape(*pieces.shape[:2], -1)
    rest = pieces[..., LOW_ORDER:].clone()
    for lag in range(1, LOW_ORDER + 1):
        rest.addcmul_(pieces[..., LOW_ORDER - lag : pieces.shape[-1] - lag], coefficients[..., lag, None])
    rest = rest.square_()
    own = rest[..., : length - LOW_ORDER].mean(-1)
    new = rest[..., length - LOW_ORDER :].amax(-1)
    return ((new + POWER_FLOOR) / (own + POWER_FLOOR)).log10().clamp(-3.0, 6.0)
