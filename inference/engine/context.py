"""From witnesses to what the network hears: levels relative to the programme around, and the slow witnesses.

Slow witnesses need tens of milliseconds to seconds: the comb of mains hum against its neighbours over 1.3 s,
repeats of what was heard within the last 190 ms, jumps of the low band against long prediction, tops that return to
the very same level (clipping that was turned down later). Every value depends on at most
:data:`CONTEXT_FRAMES` frames on either side; blocks must begin at a multiple of :data:`ALIGNMENT` frames.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

import torch
import torch.nn.functional as F
from torch import Tensor

from inference.engine.crowding import MOMENT_NAMES, together
from inference.engine.frame_grid import FrameGrid
from inference.engine.front_end import LEVEL_NAMES, LOWBAND_POINTS, SHAPE_NAMES, Witnesses
from inference.engine.mains import DECIMATION, HARMONICS, MAINS_HZ, STEP_FRAMES, comb
from inference.engine.prediction import solve_prediction
from inference.engine.spectrum import BANDS, POWER_FLOOR, cosines, hann, squared, valid_bands

ALIGNMENT = 8
LOUDNESS_FRAMES = 300
"""Loudness is the loudest 30 ms within 3 s on either side."""
QUIETEST_LOUDNESS = -7.5
"""log10 power below which nothing counts as programme (-75 dB re full scale)."""
LOWEST_RELATIVE_LEVEL = -9.0
HUM_WINDOW_FRAMES = 128
TOP_FRAMES = 40
PARTS_ON_GPU = 128
REPEAT_FRAMES = 2
REPEAT_PAST_FRAMES = 19
REPEAT_LENGTH = REPEAT_FRAMES * LOWBAND_POINTS
REPEAT_PAST = REPEAT_PAST_FRAMES * LOWBAND_POINTS
REPEAT_LAGS = ((10, 80), (80, 320), (320, 1520))
"""Lags in points of the 8 kHz low band: 1.25–10, 10–40 and 40–190 ms."""
GAP_FRAMES = (3, 12, 50, 150)
"""How far a gap looks for programme on either side of a quiet frame."""
EDGE_PIECES = 8
EDGE_QUIET_PIECES = 3
EDGE_FLOOR = -6.0
"""Falls below this level (log10 power re loudness) are not seen: noise that ends is no edge of the programme."""
CONTEXT_FRAMES = 304
assert STEP_FRAMES == ALIGNMENT

HUM_NAMES = tuple(f"hum_{mains:.0f}_{n}" for mains in MAINS_HZ for n in range(1, HARMONICS + 1))
SLOW_NAMES = (
    *HUM_NAMES, "hum_50", "hum_60", "hum_fourth_50", "hum_fourth_60", "hum_long_50", "hum_long_60",
    "hum_long_fourth_50", "hum_long_fourth_60", *(f"repeat_{low}" for low, _ in REPEAT_LAGS), "top_return_up",
    "top_return_down", "top_nearness_up", "top_nearness_down", "top_equal_up", "top_equal_down", "fall", "rise",
    *(f"gap_{count}" for count in GAP_FRAMES), "hole", "low_jump", "low_jump_back",
    *(f"long_{name}" for name in MOMENT_NAMES),
)  # fmt: skip
SCALAR_NAMES = ("loudness", "rate")
INPUT_NAMES = (*LEVEL_NAMES, *SHAPE_NAMES, *SLOW_NAMES, *SCALAR_NAMES)
INPUTS = len(INPUT_NAMES)


@torch.inference_mode()
def network_input(witnesses: Witnesses, grid: FrameGrid) -> Tensor:
    """(C, INPUTS, T) float32 for C channels of T frames; the first frame's number is a multiple of ALIGNMENT."""
    loudness = _loudness(witnesses.levels[..., LEVEL_NAMES.index("energy")])
    levels = (witnesses.levels - loudness[..., None]).clamp_(LOWEST_RELATIVE_LEVEL, 4.0)
    levels[..., :BANDS].masked_fill_(_unheard(grid, levels.device), LOWEST_RELATIVE_LEVEL)
    slow = torch.cat(
        (
            _hum(witnesses.lowband),
            _repeats(witnesses.lowband),
            _top_returns(witnesses.tops),
            _edges(witnesses.envelope, loudness),
            _low_jumps(witnesses.lowband),
            together(witnesses.moments, witnesses.tops[..., :2].amax(-1), TOP_FRAMES),
        ),
        -1,
    )
    rate = torch.full_like(loudness, math.log2(grid.rate_hz / 44_100))
    scalars = torch.stack((loudness, rate), -1)
    return torch.cat((levels, witnesses.shapes, slow, scalars), -1).transpose(1, 2).contiguous()


@lru_cache(maxsize=16)
def _unheard(grid: FrameGrid, device: torch.device) -> Tensor:
    return (~valid_bands(grid)).to(device)


def in_parts(work: Callable[..., Tensor], pieces: Tensor, size: int, *beside: Tensor) -> Tensor:
    """``work`` (C, n, …) to (C, n, …) of pieces, so many at a time: what fits a processor's cache; more on a GPU.

    ``beside`` (C, n, …) are given to it in the same parts.
    """
    size *= PARTS_ON_GPU if pieces.device.type == "cuda" else 1
    all_of_it = (pieces, *beside)
    parts = [work(*(one[:, at : at + size] for one in all_of_it)) for at in range(0, pieces.shape[1], size)]
    return parts[0] if len(parts) == 1 else torch.cat(parts, 1)


def _loudness(energy: Tensor) -> Tensor:
    """(C, T) log10 power of the loudest 30 ms within 3 s."""
    smooth = F.avg_pool1d(energy, 3, 1, 1, count_include_pad=False)
    width = 2 * LOUDNESS_FRAMES + 1
    return F.max_pool1d(smooth, width, 1, LOUDNESS_FRAMES).clamp_min(QUIETEST_LOUDNESS)


def _past(lowband: Tensor, before: int, after: int) -> Tensor:
    """The low band as one wave, with this many frames of nothing put before and after it."""
    return F.pad(lowband.flatten(1), (before * LOWBAND_POINTS, after * LOWBAND_POINTS))


def _hum(lowband: Tensor) -> Tensor:
    """(C, T, 28): peak at each harmonic of 50 and 60 Hz over what is around it, log10; of both mains the mean and
    the fourth greatest over the harmonics; the same two in windows twice as long."""
    steps = -(-lowband.shape[1] // STEP_FRAMES)
    wave = F.avg_pool1d(_past(lowband, HUM_WINDOW_FRAMES - STEP_FRAMES // 2, HUM_WINDOW_FRAMES), DECIMATION)
    short = _comb_ratios(wave, HUM_WINDOW_FRAMES, steps)
    long = _comb_ratios(wave, 2 * HUM_WINDOW_FRAMES, steps)
    slow = torch.cat((short, _comb_sums(short), _comb_sums(long)), -1)
    return slow.repeat_interleave(STEP_FRAMES, 1)[:, : lowband.shape[1]]


def _comb_ratios(wave: Tensor, window_frames: int, steps: int) -> Tensor:
    """(C, steps, 20): each harmonic against its neighbours, log10; ``wave`` begins a window of the longest before."""
    window, near, neighbours = comb(window_frames, wave.device)
    step = STEP_FRAMES * LOWBAND_POINTS // DECIMATION
    first = (2 * HUM_WINDOW_FRAMES - window_frames) // 2 * LOWBAND_POINTS // DECIMATION
    pieces = wave[:, first:].unfold(1, window.numel(), step)[:, :steps]

    def ratios(some: Tensor) -> Tensor:
        spectrum = torch.fft.rfft(some * window)[..., : len(neighbours)]
        levels = squared(spectrum).add_(1e-9).log10_()
        return levels[..., near].amax(-1) - levels @ neighbours

    return in_parts(ratios, pieces, 32)


def _comb_sums(ratios: Tensor) -> Tensor:
    """(C, n, 4): mean of both combs, and their fourth greatest harmonic."""
    by_mains = ratios.reshape(*ratios.shape[:-1], 2, HARMONICS)
    return torch.cat((by_mains.mean(-1), by_mains.topk(4, -1).values[..., 3]), -1)


def _repeats(lowband: Tensor) -> Tensor:
    """(C, T, 3): -log10(1 - r) of the likeness r of 20 ms to what came before, greatest over three ranges of lags."""
    count = lowband.shape[1]
    wave = _past(lowband, REPEAT_PAST_FRAMES, REPEAT_FRAMES)
    wave = F.pad(wave[:, 1:] - wave[:, :-1], (1, 0))
    pieces = wave.unfold(1, REPEAT_PAST + REPEAT_LENGTH, REPEAT_LENGTH)[:, : -(-count // REPEAT_FRAMES)]
    scale = _unit_scale(wave).unfold(1, REPEAT_PAST + 1, REPEAT_LENGTH)[:, : pieces.shape[1]]
    best = in_parts(_likest, pieces, 256, scale)
    return -(1.0 - best).clamp(1e-4, 1.0).log10().repeat_interleave(REPEAT_FRAMES, 1)[:, :count]


def _unit_scale(wave: Tensor) -> Tensor:
    """(C, n): one over the root of the energy of the REPEAT_LENGTH points from each on."""
    rows = -(-wave.shape[1] // REPEAT_LENGTH) + 1
    powers = F.pad(wave, (0, rows * REPEAT_LENGTH - wave.shape[1])).reshape(len(wave), rows, -1).double().square_()
    so_far = F.pad(powers.cumsum(-1), (1, 0))
    from_here = so_far[:, :-1, -1:] - so_far[:, :-1, :-1] + so_far[:, 1:, :-1]
    return from_here.clamp_min_(0.0).float().add_(1e-8).rsqrt_().flatten(1)


def _likest(pieces: Tensor, scale: Tensor) -> Tensor:
    """(C, N, 3) from pieces (C, N, past + own): greatest normalised correlation of the own part with the past.

    ``scale`` (C, N, past + 1): what makes each position of the past, and the own part, of energy one.
    """
    own = pieces[..., REPEAT_PAST:]
    # No longer than a piece: the own part never reaches round its end at a lag that is looked at.
    size = pieces.shape[-1]
    spectrum = torch.fft.rfft(pieces, size) * torch.fft.rfft(own, size).conj()
    likeness = torch.fft.irfft(spectrum, size)[..., :REPEAT_PAST]
    likeness = (likeness * scale[..., :REPEAT_PAST]).mul_(scale[..., -1:])
    # Position p of the past lies REPEAT_PAST - p points back.
    best = [likeness[..., REPEAT_PAST - high : REPEAT_PAST - low].amax(-1) for low, high in REPEAT_LAGS]
    return torch.stack(best, -1)


def _top_returns(tops: Tensor) -> Tensor:
    """(C, T, 6): how many samples crowd under a top that returns within 0.4 s; how near to it the frame's own is; how
    many samples within 0.4 s are equal to it."""
    width = 2 * TOP_FRAMES + 1
    levels, crowd = tops[..., :2].transpose(1, 2), tops[..., 2:4].transpose(1, 2)
    greatest = F.max_pool1d(levels, width, 1, TOP_FRAMES)
    returns = (levels >= 0.985 * greatest) & (levels > 1e-4)
    crowded = F.avg_pool1d(returns * crowd, width, 1, TOP_FRAMES, count_include_pad=False) * width
    nearness = -((1.0 - levels / greatest.clamp_min(1e-6)).clamp(1e-4, 1.0)).log10()
    same = (levels >= (1 - 3e-4) * greatest) & (levels > 1e-4)
    equal = F.avg_pool1d(same * tops[..., 4:].transpose(1, 2), width, 1, TOP_FRAMES) * width
    return torch.cat(((crowded + 1e-2).log10(), nearness, (1 + equal).log10()), 1).transpose(1, 2)


def _edges(envelope: Tensor, loudness: Tensor) -> Tensor:
    """(C, T, 7), log10 power: steepest fall and rise within milliseconds; how deep each frame lies below the programme
    on both sides of it, four reaches; its deepest 1.25 ms below what is within 10 ms on both sides."""
    channels, count, pieces = envelope.shape
    line = torch.maximum(envelope, (loudness + EDGE_FLOOR)[..., None]).flatten(1)
    before = _greatest_before(line, EDGE_PIECES)
    after = _greatest_before(line.flip(1), EDGE_PIECES).flip(1)
    quiet_after = _forward_greatest(line, EDGE_QUIET_PIECES)
    quiet_before = _forward_greatest(line.flip(1), EDGE_QUIET_PIECES).flip(1)
    hole = torch.minimum(before, after) - line
    fine = torch.stack((before - quiet_after, after - quiet_before, hole), -1)
    fine = fine.reshape(channels, count, pieces, 3).amax(2)
    loudest = line.reshape(channels, count, pieces).amax(2)
    gaps = [
        torch.minimum(_greatest_before(loudest, reach), _greatest_before(loudest.flip(1), reach).flip(1))
        - loudest
        for reach in GAP_FRAMES
    ]
    return torch.cat((fine[..., :2], torch.stack(gaps, -1), fine[..., 2:]), -1).clamp(-2.0, 6.0)


def _greatest_before(line: Tensor, reach: int) -> Tensor:
    """(C, n): the greatest of the ``reach`` values before each; -20 where there is nothing before."""
    return F.max_pool1d(F.pad(line[:, None], (reach, 0), value=-20.0)[:, :, :-1], reach, 1)[:, 0]


def _forward_greatest(line: Tensor, reach: int) -> Tensor:
    """(C, n): the greatest of each value and the ``reach`` - 1 after it."""
    return F.max_pool1d(F.pad(line[:, None], (0, reach - 1), value=-20.0), reach, 1)[:, 0]


LOW_ORDER = 24
LOW_PAST_FRAMES = 6
CORRELATION_POINTS = 512
"""Of the transform: long enough that no lag up to LOW_ORDER of LOW_PAST_FRAMES frames wraps round."""


def _low_jumps(lowband: Tensor) -> Tensor:
    """(C, T, 2): how badly the low band's past 60 ms foretell the frame, and, backwards, the 60 ms after it.

    Log10 of the peak error over their own error. Partials that run on are foretold both ways, a skip, a splice or a
    stale buffer neither way. The coefficients are those of linear prediction of order 24
    by the autocorrelation method; a stretch serves the frame after it and the frame before it.
    """
    count, around = lowband.shape[1], LOW_PAST_FRAMES + 1
    wave = _past(lowband, around, around)
    pieces = wave.unfold(1, (around + 1) * LOWBAND_POINTS, LOWBAND_POINTS)[:, : count + around]
    correlation = in_parts(_correlation, pieces, 256).flatten(0, 1)
    coefficients = solve_prediction(correlation, LOW_ORDER).reshape(*pieces.shape[:2], -1)
    jumps = in_parts(_foretold, pieces, 256, coefficients)
    return torch.stack((jumps[:, :count, 0], jumps[:, around:, 1]), -1)


def _correlation(pieces: Tensor) -> Tensor:
    """(C, n, order + 1) of pieces (C, n, 8 frames): the autocorrelation of the six in the middle."""
    first, last = LOWBAND_POINTS, pieces.shape[-1] - LOWBAND_POINTS
    # In double precision: tones are foretold so well that the last bits of single precision would count.
    middle = (pieces[..., first:last] * hann(last - first, False, pieces.device)).double()
    power = squared(torch.fft.rfft(middle, CORRELATION_POINTS))
    return F.linear(power, cosines(power.shape[-1], LOW_ORDER, pieces.device) / CORRELATION_POINTS)


def _foretold(pieces: Tensor, coefficients: Tensor) -> Tensor:
    """(C, n, 2) of pieces (C, n, 8 frames): the last frame by the six before it, the first by the six after it."""
    first = LOWBAND_POINTS
    rest = pieces[..., first + LOW_ORDER :].clone()
    back = pieces[..., :first].clone()
    for lag in range(1, LOW_ORDER + 1):
        begin = first + LOW_ORDER - lag
        rest.addcmul_(pieces[..., begin : begin + rest.shape[-1]], coefficients[..., lag, None])
        back.addcmul_(pieces[..., lag : lag + first], coefficients[..., lag, None])
    rest, back = rest.square_(), back.square_()
    own = rest[..., :-LOWBAND_POINTS].mean(-1) + POWER_FLOOR
    jumps = torch.stack((rest[..., -LOWBAND_POINTS:].amax(-1), back.amax(-1)), -1)
    return ((jumps + POWER_FLOOR) / own[..., None]).log10().clamp(-3.0, 6.0)
