"""Hum of the mains: the comb at 50 and 60 Hz and their harmonics, and where a hum begins and ends.

The network hears a hum through windows of 1.3 and 2.6 s, so that a strong one seems to begin before it does. A window
of 0.64 s that is half in it holds half its amplitude: there it begins.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from inference.engine.front_end import LOWBAND_POINTS
from inference.engine.spectrum import hann, squared

STEP_FRAMES = 8
DECIMATION = 4
MAINS_HZ = (50.0, 60.0)
HARMONICS = 10
PARTIALS = len(MAINS_HZ) * HARMONICS
BOUND_WINDOW_FRAMES = 64
STANDS_OUT = 0.5
"""log10 of power over what is around it in the spectrum, from which a harmonic is heard for sure."""
LEVEL_FLOOR, LEVELS_PER_DECADE = -10.0, 20
HALF_AMPLITUDE = -0.6
STRONGEST, FEWEST_FOR_MAINS = 3, 4
DEEPEST, HIGHEST = -1.5, 0.3
"""A harmonic that vanishes in the programme, or is drowned by it, counts no more than this (log10 power)."""
REACH_FRAMES = 104
"""How far from where the network puts them a hum's bounds are looked for: 1 s."""


@lru_cache(maxsize=8)
def comb(window_frames: int, device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """Window; bins (20, 5) around each harmonic; (bins, 20) that takes the mean of its neighbours 4 to 16 Hz away."""
    points = window_frames * LOWBAND_POINTS // DECIMATION
    spacing = 100 * LOWBAND_POINTS / DECIMATION / points
    harmonics = torch.tensor([mains * n for mains in MAINS_HZ for n in range(1, HARMONICS + 1)])
    near = (harmonics / spacing).round().long()[:, None] + torch.arange(-2, 3)
    away = ((torch.arange(round(620 / spacing)) * spacing)[:, None] - harmonics).abs()
    neighbours = ((away > 4.2) & (away < 16.2)).float()
    return hann(points, True, device), near.to(device), (neighbours / neighbours.sum(0)).to(device)


def mains_levels(lowband: Tensor, first: int, stop: int) -> Tensor:
    """uint8 (C, steps of 8 frames, 20): the power of each harmonic within 0.64 s around the frames [first, stop).

    log10 power in twentieths above -10; 0 where it does not stand out. ``lowband`` (C, T, 80); what lies before and
    after its frames counts as silence. ``first`` is a multiple of eight.
    """
    half = BOUND_WINDOW_FRAMES // 2
    begin, end = first - half + STEP_FRAMES // 2, stop + half + STEP_FRAMES
    held = lowband[:, max(0, begin) : end]
    pad = max(0, -begin) * LOWBAND_POINTS, max(0, end - lowband.shape[1]) * LOWBAND_POINTS
    wave = F.avg_pool1d(F.pad(held.flatten(1), pad), DECIMATION)
    window, near, neighbours = comb(BOUND_WINDOW_FRAMES, wave.device)
    step = STEP_FRAMES * LOWBAND_POINTS // DECIMATION
    pieces = wave.unfold(1, window.numel(), step)[:, : -(-(stop - first) // STEP_FRAMES)]
    spectrum = squared(torch.fft.rfft(pieces * window)[..., : len(neighbours)]).add_(1e-9)
    peaks = spectrum[..., near].amax(-1)
    around = torch.pow(10.0, spectrum.log10() @ neighbours)
    power = (peaks - around).clamp_min_(0.0) * (2.0 / window.sum()).square()
    levels = ((power + 1e-13).log10() - LEVEL_FLOOR).mul_(LEVELS_PER_DECADE).round_().clamp_(1, 255)
    return torch.where(peaks >= around * 10.0**STANDS_OUT, levels, 0.0).to(torch.uint8)


def hum_bounds(levels: NDArray[np.uint8], start: int, stop: int) -> tuple[int, int]:
    """Where the hum that the network hears in frames [start, stop) begins and ends, in frames.

    There its strongest harmonics have half the amplitude that they have in its middle, on average over their
    logarithms: what sounds besides seldom hits all of them. ``levels`` (steps, 20) as of :func:`mains_levels`. Where no
    harmonic is heard, or no such place within a second, the network's own bound stays.
    """
    first = start // STEP_FRAMES
    last = max(first + 1, min(stop // STEP_FRAMES, len(levels)))
    heard = _strongest(levels[first + (last - first) // 4 : last - (last - first) // 4])
    if not len(heard[0]):
        return start, stop
    harmonics, usual = heard
    from_step = max(0, first - REACH_FRAMES // STEP_FRAMES - 1)
    course = levels[from_step : last + REACH_FRAMES // STEP_FRAMES + 2, harmonics].astype(np.float32) - usual
    line = (course / LEVELS_PER_DECADE).clip(DEEPEST, HIGHEST).mean(axis=1)
    begins = _edge(line[::-1], len(line) - 1 - (first - from_step))
    ends = _edge(line, min(last, len(levels) - 1) - from_step)
    begin = start if begins is None else round((from_step + len(line) - begins - 0.5) * STEP_FRAMES)
    end = stop if ends is None else round((from_step + ends + 0.5) * STEP_FRAMES)
    if begin < 1.5 * STEP_FRAMES:
        begin = 0
    if end >= (len(levels) - 1) * STEP_FRAMES:
        end = max(end, stop)
    return (begin, end) if end - begin > 2 * STEP_FRAMES else (start, stop)


def _strongest(middle: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The strongest harmonics of the stronger mains in the middle of a hum, and their usual levels."""
    is_heard = (middle > 0).mean(axis=0) >= 0.5
    usual = np.where(is_heard, np.median(middle, axis=0), 0.0).astype(np.float32)
    by_mains = usual.reshape(len(MAINS_HZ), HARMONICS)
    mains = int(np.sort(by_mains, axis=1)[:, -FEWEST_FOR_MAINS:].sum(axis=1).argmax())
    order = np.argsort(-by_mains[mains], kind="stable")[:STRONGEST]
    order = order[by_mains[mains][order] > 0]
    return order + mains * HARMONICS, by_mains[mains][order]


def _edge(line: NDArray[np.float32], at: int) -> float | None:
    """From step ``at`` on, forwards: where the line falls below half the amplitude, between steps; None if not near.

    Where it is below already, backwards.
    """
    reach = REACH_FRAMES // STEP_FRAMES
    at = min(max(at, 0), len(line) - 1)
    is_in = line >= HALF_AMPLITUDE
    step = 1 if is_in[at] else -1
    place = at
    while is_in[place] == is_in[at] and abs(place - at) <= reach:
        place += step
        if not 0 <= place < len(line):
            return float(place - step) if is_in[at] else None
    if abs(place - at) > reach:
        return None
    inside = place - 1 if is_in[at] else place
    above, below = float(line[inside]), float(line[inside + 1])
    return inside + (above - HALF_AMPLITUDE) / (above - below)
