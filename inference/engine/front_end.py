"""Cheap exact witnesses of artifacts, 100 frames a second, at the file's own rate.

Every value of a frame depends on the samples of that frame and of :data:`~frame_grid.HALO_FRAMES` frames on either
side, never on where a block begins: results are independent of how the file is cut. Levels are base-10
logarithms of power relative to full scale; they are made relative to the programme's loudness later
(:mod:`context`), which needs seconds of context.

Witnesses: band energies with edges in Hz, flatness, flux, holes and edges of spectra (:mod:`spectrum`); peaks, slopes
and curvature; the residual of linear prediction from the frame itself, from the past and, backwards, from what comes
(clicks and splices fail both ways at one place); energies and residuals of 1.25 ms pieces (clicks, edges of holes);
runs of equal and of zero samples, quantisation step (freezes, bit reduction, sample hold); samples crowded under the
peak and flat tops at any level (:mod:`crowding`); exact repeats (:mod:`repeats`). The network does not hear, but the
decoder asks, where samples wrap (:mod:`wraps`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import torch
import torch.nn.functional as F
from torch import Tensor

from inference.engine.crowding import TOP_NAMES, crowding
from inference.engine.frame_grid import HALO_FRAMES, FrameGrid
from inference.engine.repeats import REPEAT_NAMES, exact_repeats
from inference.engine.spectrum import (
    BAND_EDGES_HZ,
    POWER_FLOOR,
    PREDICTION_ORDER,
    SPECTRAL_NAMES,
    Spectrum,
    log_power,
)
from inference.engine.wraps import wrapped

SUBFRAMES = 8
BREAK_SAMPLES = 3
"""Prediction fails on either side of a break within so many samples."""
CLOSE_SAMPLES = 512
"""Samples around the place at which prediction fails most, kept for a closer look."""
LOWBAND_POINTS = 80
"""Points of the low-passed wave kept per frame: 8 kHz whatever the file's rate."""
# What is given for each 1.25 ms piece of a frame.
PIECES = ("rest", "past_rest", "next_rest", "break", "energy")
LEVEL_NAMES = (
    *(f"band_{low}" for low in BAND_EDGES_HZ[:-1]),
    "energy", "sub_lowest", "sub_highest", "peak_up", "peak_down", "slope_peak", "slope_energy", "bend_peak",
    "bend_energy", "rest_peak", "rest_energy", "past_rest_peak", "past_rest_energy", "next_rest_peak",
    "next_rest_energy", "break_peak", "step_smallest",
    *(f"piece_{what}_{n}" for what in PIECES for n in range(SUBFRAMES)),
)  # fmt: skip
SHAPE_NAMES = (
    *SPECTRAL_NAMES, "rest_peakedness", "bend_peakedness", "rest_kurtosis", "past_rest_peakedness", "past_gain",
    "next_rest_peakedness", "next_gain", "break_peakedness", "slope_kurtosis", "bend_kurtosis", "equal_run",
    "zero_run", "top_run", "equal_share", "zero_share", *TOP_NAMES, *REPEAT_NAMES,
)  # fmt: skip


@dataclass(frozen=True)
class Witnesses:
    """What the front end says of a run of frames, for C channels and T frames.

    ``levels`` (C, T, len(LEVEL_NAMES)): log10 power re full scale. ``shapes`` (C, T, len(SHAPE_NAMES)): level-free.
    ``lowband`` (C, T, 80): the wave below 4 kHz. ``tops`` (C, T, 6): highest sample, lowest sample (sign turned),
    the share of samples that crowd under each, how many are equal to each.
    ``spike_at`` (C, T): where in the frame (0–1) prediction fails most.
    ``envelope`` (C, T, 8): log10 power of 1.25 ms pieces. ``moments`` (C, T, 4): means of the 2nd, 4th, 8th and 16th
    power of the samples relative to the frame's outermost. ``close`` float16 (C, T, 512): the samples around the
    spike, none farther away than :data:`~frame_grid.HALO_FRAMES` frames. ``wraps`` (C, T): how many samples wrap.
    """

    levels: Tensor
    shapes: Tensor
    lowband: Tensor
    tops: Tensor
    spike_at: Tensor
    envelope: Tensor
    moments: Tensor
    close: Tensor
    wraps: Tensor

    def __add__(self, later: Witnesses) -> Witnesses:
        """These frames, then ``later`` ones."""
        return Witnesses(*(torch.cat(pair, 1) for pair in zip(self.parts(), later.parts(), strict=True)))

    def parts(self) -> tuple[Tensor, ...]:
        """The tensors in the order of the fields."""
        return tuple(getattr(self, name) for name in self.__dataclass_fields__)

    def to(self, device: torch.device) -> Witnesses:
        """The same on this device."""
        return Witnesses(*(part.to(device) for part in self.parts()))

    def frames(self, start: int, stop: int) -> Witnesses:
        """Only these frames (a view)."""
        return Witnesses(*(part[:, start:stop] for part in self.parts()))

    @property
    def count(self) -> int:
        """How many frames."""
        return int(self.levels.shape[1])


@torch.inference_mode()
def witness(samples: Tensor, grid: FrameGrid) -> Witnesses:
    """The witnesses of the frames in the middle of ``samples``.

    ``samples``: float32 (C, n) with n = (grid.past_frames + T + HALO_FRAMES) * hop; what is before and after the T
    frames is only looked at (zeros where there is no audio). Returns T frames.
    """
    hop = grid.hop
    count = samples.shape[1] // hop - grid.around_frames
    repeats = exact_repeats(samples, grid, count)
    samples = samples[:, (grid.past_frames - HALO_FRAMES) * hop :]
    inner = samples[:, HALO_FRAMES * hop : (HALO_FRAMES + count) * hop]
    frames = _framed(inner, count, hop)
    slope = samples[:, 1:] - samples[:, :-1]
    spectrum = Spectrum(samples, grid, count)
    rests = _prediction(samples, spectrum, hop, count)
    sub = _pieces(frames, hop).square().mean(-1)
    spectral_levels, spectral_shapes = spectrum.describe()
    wave_levels, pieces, wave_shapes, spike = _wave(slope, rests, hop, count)
    run_level, run_shapes = _runs(samples, slope, frames, hop, count)
    first = HALO_FRAMES * hop - 1
    steps = _framed(slope[:, first : first + count * hop], count, hop)
    tops, top_levels, top_shapes, moments = crowding(frames, steps, sub)
    sub_log = log_power(sub)
    energies = (
        log_power(frames.square().mean(-1, keepdim=True)),
        sub_log.amin(-1, True),
        sub_log.amax(-1, True),
    )
    return Witnesses(
        levels=torch.cat(
            (spectral_levels, *energies, top_levels, wave_levels, run_level, *pieces, sub_log), -1
        ),
        shapes=torch.cat((spectral_shapes, wave_shapes, run_shapes, top_shapes, repeats), -1),
        lowband=_lowband(samples, grid, count),
        tops=tops,
        spike_at=spike.float() / hop,
        envelope=sub_log,
        moments=moments,
        close=_close(samples, spike, hop),
        wraps=wrapped(samples, steps),
    )


def _framed(wave: Tensor, count: int, hop: int) -> Tensor:
    """(C, count * hop) as (C, count, hop)."""
    return wave.reshape(wave.shape[0], count, hop)


def _pieces(frames: Tensor, hop: int) -> Tensor:
    """Eight pieces of each frame (C, T, 8, w): equal lengths, overlapping by a few samples where 8 does not divide."""
    step = hop // SUBFRAMES
    width = hop - (SUBFRAMES - 1) * step
    return frames.unfold(2, width, step)


def _prediction(samples: Tensor, spectrum: Spectrum, hop: int, count: int) -> tuple[Tensor, Tensor, Tensor]:
    """What linear prediction leaves of each frame (C, T, hop): fitted to the frame, to its past, to what comes after.

    The last runs backwards in time.
    """
    start = HALO_FRAMES * hop - PREDICTION_ORDER
    stop = (HALO_FRAMES + count) * hop + PREDICTION_ORDER
    forwards = samples[:, start : stop - PREDICTION_ORDER].unfold(1, hop + PREDICTION_ORDER, hop)
    backwards = samples[:, start + PREDICTION_ORDER : stop].unfold(1, hop + PREDICTION_ORDER, hop)
    here, before, after = spectrum.predictors()
    return (
        _filter(forwards, here, hop),
        _filter(forwards, before, hop),
        _filter(backwards, after, hop, backwards=True),
    )


def _filter(pieces: Tensor, coefficients: Tensor, hop: int, backwards: bool = False) -> Tensor:
    own = 0 if backwards else PREDICTION_ORDER
    rest = pieces[..., own : own + hop].clone()
    for lag in range(1, PREDICTION_ORDER + 1):
        first = own + (lag if backwards else -lag)
        rest.addcmul_(pieces[..., first : first + hop], coefficients[..., lag, None])
    return rest


def _wave(
    slope: Tensor, rests: tuple[Tensor, Tensor, Tensor], hop: int, count: int
) -> tuple[Tensor, list[Tensor], Tensor, Tensor]:
    """Peaks and energies of slope, curvature and prediction residuals; their peaks in the pieces of the frame; how
    peaked they are; at which sample of the frame the peak is."""
    first = HALO_FRAMES * hop
    here, before = (slope[:, at : at + count * hop] for at in (first - 1, first - 2))
    bend = _framed(here - before, count, hop).square_()
    slopes = _framed(here, count, hop).square()
    rest, past_rest, next_rest = (part.square_() for part in rests)
    rest_peak, at = rest.max(-1, keepdim=True)
    pieces = [_piece_peaks(part, hop) for part in (rest, past_rest, next_rest, _breaks(past_rest, next_rest))]
    peaks = [part.amax(-1, True) for part in (slopes, bend)] + [part.amax(-1, True) for part, _ in pieces]
    break_peak = peaks.pop()
    means = [part.mean(-1, keepdim=True) for part in (slopes, bend, rest, past_rest, next_rest)]
    levels = [log_power(part) for pair in zip(peaks, means, strict=True) for part in pair]
    levels.append(log_power(break_peak))
    slope_mean, bend_mean, rest_mean, past_mean, next_mean = means
    quiet, past_quiet, next_quiet, usual_break = (part for _, part in pieces)
    shapes = (
        _ratio(rest_peak, quiet),
        _ratio(peaks[1], _quiet(_pieces(bend, hop))),
        _ratio(rest.square_().mean(-1, keepdim=True), rest_mean.square()),
        _ratio(peaks[3], past_quiet),
        _ratio(past_mean, rest_mean),
        _ratio(peaks[4], next_quiet),
        _ratio(next_mean, rest_mean),
        _ratio(break_peak, usual_break),
        _ratio(slopes.square_().mean(-1, keepdim=True), slope_mean.square()),
        _ratio(bend.square_().mean(-1, keepdim=True), bend_mean.square()),
    )
    logs = [log_power(part) for part, _ in pieces]
    return torch.cat(levels, -1), logs, torch.cat(shapes, -1), at.squeeze(-1)


def _close(samples: Tensor, spike: Tensor, hop: int) -> Tensor:
    """float16 (C, T, 512) of the samples around a sample (C, T) of each frame."""
    half, halo = CLOSE_SAMPLES // 2, HALO_FRAMES * hop
    missing = max(0, half - halo)
    windows = F.pad(samples, (missing, missing)).unfold(1, CLOSE_SAMPLES, 1)
    at = torch.arange(spike.shape[1], device=spike.device) * hop + spike + halo + missing - half
    close = windows[torch.arange(len(samples), device=spike.device)[:, None], at]
    if missing:
        # Of what lies farther away other blocks would know more, or less.
        away = spike[..., None] + torch.arange(-half, half, device=spike.device)
        close = close.masked_fill((away < -halo) | (away >= halo + hop), 0.0)
    return close.clamp(-6e4, 6e4).half()


def _breaks(past_rest: Tensor, next_rest: Tensor) -> Tensor:
    """(C, T, hop): the lesser of two powers, of what the past does not foretell of the next samples and of what the
    future does not foretell, backwards, of the last ones.

    It stands out of its frame where the course breaks; where sound sets in or stops, what follows or went before
    surprises as much.
    """
    ahead, behind = past_rest.clone(), next_rest.clone()
    for away in range(1, BREAK_SAMPLES):
        torch.maximum(ahead[..., :-away], past_rest[..., away:], out=ahead[..., :-away])
        torch.maximum(behind[..., away:], next_rest[..., :-away], out=behind[..., away:])
    return torch.minimum(ahead, behind, out=ahead)


def _piece_peaks(power: Tensor, hop: int) -> tuple[Tensor, Tensor]:
    """The greatest of each piece (C, T, 8), and the middle one of the pieces' means (C, T, 1)."""
    pieces = _pieces(power, hop)
    return pieces.amax(-1), _quiet(pieces)


def _quiet(pieces: Tensor) -> Tensor:
    """(C, T, 1): the middle one of the means of pieces (C, T, 8, w)."""
    return pieces.mean(-1).median(-1, keepdim=True).values


def _ratio(above: Tensor, below: Tensor) -> Tensor:
    return ((above + POWER_FLOOR) / (below + POWER_FLOOR)).log10().clamp_(-6.0, 6.0)


def _runs(samples: Tensor, slope: Tensor, frames: Tensor, hop: int, count: int) -> tuple[Tensor, Tensor]:
    """Smallest step between neighbours; log10 of the longest runs of equal, zero and outermost samples; shares."""
    longest = HALO_FRAMES * hop
    run = _equal_before(samples, slope, hop, count)
    outer = frames.abs()
    is_outermost = outer >= 0.5 * outer.amax(-1, True)
    is_zero = frames == 0
    steps = _framed(slope[:, longest - 1 : longest - 1 + count * hop], count, hop).abs()
    smallest = torch.where(steps > 0, steps, 1.0).amin(-1, True)
    shapes = (
        (1 + run.amax(-1, True)).log10(),
        (1 + (run * is_zero).amax(-1, True)).log10(),
        (1 + (run * (is_outermost & ~is_zero)).amax(-1, True)).log10(),
        (steps == 0).float().mean(-1, keepdim=True),
        is_zero.float().mean(-1, keepdim=True),
    )
    return log_power(smallest.square()), torch.cat(shapes, -1)


def _equal_before(samples: Tensor, slope: Tensor, hop: int, count: int) -> Tensor:
    """(C, T, hop): how many samples before each are equal to it without a break, HALO_FRAMES frames at most."""
    places = torch.arange(samples.shape[1], dtype=torch.int32, device=samples.device)
    changes = torch.where(F.pad(slope != 0, (1, 0)), places, 0)
    in_frame = _framed(changes, samples.shape[1] // hop, hop).cummax(-1).values
    lasts = in_frame[..., -1]
    before = lasts[:, :count]
    for back in range(1, HALO_FRAMES):
        before = torch.maximum(before, lasts[:, back : back + count])
    inside = slice(HALO_FRAMES, HALO_FRAMES + count)
    last = torch.maximum(in_frame[:, inside], before[..., None])
    runs = places.reshape(-1, hop)[inside] - last
    return runs.clamp_(max=HALO_FRAMES * hop).float()


@lru_cache(maxsize=8)
def _low_pass(hop: int, device: torch.device) -> Tensor:
    """(n, 80): two running means of hop / 80 samples, then linear interpolation at 80 points, as one matrix."""
    width = max(1, hop // LOWBAND_POINTS)
    mean = torch.full((width,), 1.0 / width, dtype=torch.float64)
    twice = F.conv1d(mean[None, None], mean[None, None], padding=width - 1)[0, 0]
    at = torch.arange(LOWBAND_POINTS, dtype=torch.float64) * (hop / LOWBAND_POINTS)
    matrix = torch.zeros(hop + len(twice), LOWBAND_POINTS, dtype=torch.float64)
    for point, place in enumerate(at.tolist()):
        whole = int(place)
        matrix[whole : whole + len(twice), point] += twice * (1 - (place - whole))
        matrix[whole + 1 : whole + 1 + len(twice), point] += twice * (place - whole)
    return matrix.float().to(device)


def _lowband(samples: Tensor, grid: FrameGrid, count: int) -> Tensor:
    """(C, T, 80): the wave at 80 points a frame, below about 4 kHz."""
    hop = grid.hop
    matrix = _low_pass(hop, samples.device)
    width = max(1, hop // LOWBAND_POINTS)
    start = HALO_FRAMES * hop - (width - 2 if width > 1 else 0)
    return samples[:, start:].unfold(1, len(matrix), hop)[:, :count] @ matrix
