"""Cheap exact witnesses of artifacts, 100 frames a second, at the file's own rate.

Every value of a frame depends on the samples of that frame and of :data:`~frame_grid.HALO_FRAMES` frames on either
side, never on where a block begins: results are independent of how the file is cut. Levels are base-10
logarithms of power relative to full scale; they are made relative to the programme's loudness later
(:mod:`context`), which needs seconds of context.

Witnesses: band energies with edges in Hz; flatness and flux of wide bands (codec holes, jumps); peaks, slopes and
curvature; the residual of linear prediction from the frame itself, from the past and, backwards, from what comes
(clicks and splices fail both ways);
1.25 ms energies (holes); runs of equal and of zero samples, quantisation step (freezes, bit reduction, sample hold);
samples crowded under the peak and flat tops at any level (clipping).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import torch
from torch import Tensor

from inference.engine.frame_grid import HALO_FRAMES, PAST_FRAMES, FrameGrid
from inference.engine.prediction import solve_prediction
from inference.engine.repeats import REPEAT_NAMES, exact_repeats

BAND_EDGES_HZ = (
    25, 125, 225, 325, 425, 575, 725, 875, 1025, 1175, 1375, 1625, 1875, 2175, 2525, 2925, 3425, 4025, 4825, 5825,
    7025, 8525, 10025, 11525, 13025, 14525, 16025, 17525, 19025, 20525, 22075, 24025, 48025,
)  # fmt: skip
WIDE_EDGES_HZ = (25, 1025, 4025, 8025, 16025, 24025)
SUBFRAMES = 8
LOWBAND_POINTS = 80
"""Points of the low-passed wave kept per frame: 8 kHz whatever the file's rate."""
PREDICTION_ORDER = 16
TOP_EQUAL = 1 - 2e-4
"""What counts as equal to the highest sample: within rounding to 16 bits, whatever the level."""
POWER_FLOOR = 1e-10

BANDS = len(BAND_EDGES_HZ) - 1
WIDES = len(WIDE_EDGES_HZ) - 1
LEVEL_NAMES = (
    *(f"band_{low}" for low in BAND_EDGES_HZ[:-1]),
    "energy", "sub_lowest", "sub_highest", "peak_up", "peak_down", "slope_peak", "slope_energy", "bend_peak",
    "bend_energy", "rest_peak", "rest_energy", "past_rest_peak", "past_rest_energy", "next_rest_peak",
    "next_rest_energy", "step_smallest",
)  # fmt: skip
SHAPE_NAMES = (
    *(f"flatness_{low}" for low in WIDE_EDGES_HZ[:-1]), *(f"flux_{low}" for low in WIDE_EDGES_HZ[:-1]),
    "rest_peakedness", "bend_peakedness", "rest_kurtosis", "past_rest_peakedness", "past_gain", "next_rest_peakedness",
    "next_gain", "equal_run", "zero_run", "top_run", "equal_share", "zero_share", "crowd_98", "crowd_90",
    "crowd_98_other", "flat_top_share", "crest", "top_equal", *REPEAT_NAMES,
)  # fmt: skip


@dataclass(frozen=True)
class Witnesses:
    """What the front end says of a run of frames, for C channels and T frames.

    ``levels`` (C, T, len(LEVEL_NAMES)): log10 power re full scale. ``shapes`` (C, T, len(SHAPE_NAMES)): level-free.
    ``lowband`` (C, T, 80): the wave below 4 kHz. ``tops`` (C, T, 6): highest sample, lowest sample (sign turned),
    the share of samples that crowd under each, how many are equal to each.
    ``spike_at`` (C, T): where in the frame (0–1) prediction fails most.
    ``envelope`` (C, T, 8): log10 power of 1.25 ms pieces.
    """

    levels: Tensor
    shapes: Tensor
    lowband: Tensor
    tops: Tensor
    spike_at: Tensor
    envelope: Tensor

    def __add__(self, later: Witnesses) -> Witnesses:
        """These frames, then ``later`` ones."""
        return Witnesses(*(torch.cat(pair, 1) for pair in zip(self.parts(), later.parts(), strict=True)))

    def parts(self) -> tuple[Tensor, ...]:
        """The tensors in the order of the fields."""
        return self.levels, self.shapes, self.lowband, self.tops, self.spike_at, self.envelope

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

    ``samples``: float32 (C, n) with n = (PAST_FRAMES + T + HALO_FRAMES) * hop; what is before and after the T frames
    is only looked at (zeros where there is no audio). Returns T frames.
    """
    hop = grid.hop
    count = samples.shape[1] // hop - PAST_FRAMES - HALO_FRAMES
    repeats = exact_repeats(samples, hop, count)
    samples = samples[:, (PAST_FRAMES - HALO_FRAMES) * hop :]
    inner = samples[:, HALO_FRAMES * hop : (HALO_FRAMES + count) * hop]
    frames = _framed(inner, count, hop)
    slope = samples[:, 1:] - samples[:, :-1]
    spectrum = _Spectrum(samples, grid, count)
    rests = _prediction(samples, spectrum, hop, count)
    sub = _pieces(frames, hop).square_().mean(-1)
    spectral_levels, spectral_shapes = spectrum.describe()
    wave_levels, wave_shapes, spike_at = _wave(slope, rests, hop, count)
    run_level, run_shapes = _runs(samples, slope, frames, hop, count)
    tops, top_levels, top_shapes = _tops(frames, slope, sub, hop, count)
    sub_log = _log(sub)
    energies = _log(frames.square().mean(-1, keepdim=True)), sub_log.amin(-1, True), sub_log.amax(-1, True)
    return Witnesses(
        levels=torch.cat((spectral_levels, *energies, top_levels, wave_levels, run_level), -1),
        shapes=torch.cat((spectral_shapes, wave_shapes, run_shapes, top_shapes, repeats), -1),
        lowband=_lowband(samples, grid, count),
        tops=tops,
        spike_at=spike_at,
        envelope=sub_log,
    )


def _framed(wave: Tensor, count: int, hop: int) -> Tensor:
    """(C, count * hop) as (C, count, hop)."""
    return wave.reshape(wave.shape[0], count, hop)


def _log(power: Tensor) -> Tensor:
    return power.clamp_min(POWER_FLOOR).log10()


def _pieces(frames: Tensor, hop: int) -> Tensor:
    """Eight pieces of each frame (C, T, 8, w): equal lengths, overlapping by a few samples where 8 does not divide."""
    step = hop // SUBFRAMES
    width = hop - (SUBFRAMES - 1) * step
    return frames.unfold(2, width, step).clone()


@lru_cache(maxsize=16)
def _band_matrix(bins: int, spacing_hz: float, edges: tuple[int, ...]) -> Tensor:
    """(bins, bands): mean over the bins whose frequency lies in each band; zero columns beyond Nyquist."""
    hertz = torch.arange(bins) * spacing_hz
    columns = [((hertz >= low) & (hertz < high)).float() for low, high in pairwise(edges)]
    matrix = torch.stack(columns, 1)
    return matrix / matrix.sum(0).clamp_min(1.0)


def valid_bands(grid: FrameGrid) -> Tensor:
    """(BANDS,) bool: the bands of which at least the lower half lies below this grid's Nyquist frequency."""
    edges = torch.tensor(BAND_EDGES_HZ, dtype=torch.float32)
    return (edges[:-1] + edges[1:]) / 2 < grid.rate_hz / 2


class _Spectrum:
    """Power spectra of 20 ms Hann windows centred on the frames, 50 Hz apart, at two frames more on either side."""

    def __init__(self, samples: Tensor, grid: FrameGrid, count: int) -> None:
        hop = grid.hop
        window = torch.hann_window(2 * hop, periodic=True)
        start = (HALO_FRAMES - 2) * hop - hop // 2
        stop = start + (count + 5) * hop
        pieces = samples[:, start:stop].unfold(1, 2 * hop, hop) * window
        transformed = torch.view_as_real(torch.fft.rfft(pieces))
        self._power = transformed.square_().sum(-1) * (1.0 / (2 * hop * float(window.square().sum())))
        self._spacing_hz = grid.rate_hz / (2 * hop)

    def predictors(self) -> tuple[Tensor, Tensor, Tensor]:
        """Error filters (C, T, order + 1) of the frames themselves, and of two frames earlier and later.

        No sample of those two lies in the frame.
        """
        filters = _predictor(self._power.flatten(0, 1)).reshape(*self._power.shape[:2], -1)
        return filters[:, 2:-2], filters[:, :-4], filters[:, 4:]

    def describe(self) -> tuple[Tensor, Tensor]:
        """Band levels (C, T, BANDS) and, of the wide bands, flatness and flux (C, T, 2 * WIDES)."""
        bins = self._power.shape[-1]
        narrow = _band_matrix(bins, self._spacing_hz, BAND_EDGES_HZ)
        wide = _band_matrix(bins, self._spacing_hz, WIDE_EDGES_HZ)
        logs = _log(self._power)
        here, power = logs[:, 2:-2], self._power[:, 2:-2]
        flatness = here @ wide - _log(power @ wide)
        flux = (logs[:, 3:-1] - logs[:, 1:-3]).abs_() @ wide
        flatness = torch.where(wide.sum(0) > 0, flatness, torch.zeros(()))
        return _log(power @ narrow), torch.cat((flatness, flux), -1)


@lru_cache(maxsize=16)
def _cosines(bins: int) -> Tensor:
    """(bins, order + 1): turns a power spectrum into the autocorrelation at the first lags."""
    angles = torch.arange(bins)[:, None] * torch.arange(PREDICTION_ORDER + 1) * (torch.pi / (bins - 1))
    weights = torch.full((bins, 1), 2.0)
    weights[0] = weights[-1] = 1.0
    return weights * torch.cos(angles)


def _predictor(power: Tensor) -> Tensor:
    """Error filters (N, order + 1), the first coefficient 1, from power spectra (N, bins)."""
    return solve_prediction((power @ _cosines(power.shape[-1])).double(), PREDICTION_ORDER)


def _prediction(samples: Tensor, spectrum: _Spectrum, hop: int, count: int) -> tuple[Tensor, Tensor, Tensor]:
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
) -> tuple[Tensor, Tensor, Tensor]:
    """Peaks and energies of slope, curvature and prediction residuals; how peaked they are; where the peak is."""
    first = HALO_FRAMES * hop
    here, before = (slope[:, at : at + count * hop] for at in (first - 1, first - 2))
    bend = _framed(here - before, count, hop).square_()
    slopes = _framed(here, count, hop).square()
    rest, past_rest, next_rest = (part.square_() for part in rests)
    rest_peak, at = rest.max(-1, keepdim=True)
    rest_energy = rest.mean(-1, keepdim=True)
    peaks = [_log(part.amax(-1, True)) for part in (slopes, bend)]
    means = [_log(part.mean(-1, keepdim=True)) for part in (slopes, bend)]
    past_peak, past_energy = past_rest.amax(-1, True), past_rest.mean(-1, keepdim=True)
    next_peak, next_energy = next_rest.amax(-1, True), next_rest.mean(-1, keepdim=True)
    levels = (
        peaks[0], means[0], peaks[1], means[1], _log(rest_peak), _log(rest_energy), _log(past_peak), _log(past_energy),
        _log(next_peak), _log(next_energy),
    )  # fmt: skip
    quiet = _ratio(rest_peak, _quiet(rest, hop))
    kurtosis = _ratio(rest.square_().mean(-1, keepdim=True), rest_energy.square())
    shapes = (
        quiet,
        _ratio(bend.amax(-1, True), _quiet(bend, hop)),
        kurtosis,
        _ratio(past_peak, _quiet(past_rest, hop)),
        _ratio(past_energy, rest_energy),
        _ratio(next_peak, _quiet(next_rest, hop)),
        _ratio(next_energy, rest_energy),
    )
    return torch.cat(levels, -1), torch.cat(shapes, -1), at.squeeze(-1).float() / hop


def _quiet(power: Tensor, hop: int) -> Tensor:
    """(C, T, 1): the middle one of the eight pieces of each frame."""
    return _pieces(power, hop).mean(-1).median(-1, keepdim=True).values


def _ratio(above: Tensor, below: Tensor) -> Tensor:
    return ((above + POWER_FLOOR) / (below + POWER_FLOOR)).log10().clamp_(-6.0, 6.0)


def _runs(samples: Tensor, slope: Tensor, frames: Tensor, hop: int, count: int) -> tuple[Tensor, Tensor]:
    """Smallest step between neighbours; log10 of the longest runs of equal, zero and outermost samples; shares."""
    longest = HALO_FRAMES * hop
    changed = slope != 0
    places = torch.arange(1, samples.shape[1], dtype=torch.int32)
    last = torch.where(changed, places, torch.zeros((), dtype=torch.int32)).cummax(1).values
    run = (
        _framed((places - last)[:, longest - 1 : longest - 1 + count * hop], count, hop)
        .clamp(max=longest)
        .float()
    )
    outer = frames.abs()
    is_outermost = outer >= 0.5 * outer.amax(-1, True)
    is_zero = frames == 0
    steps = _framed(slope[:, longest - 1 : longest - 1 + count * hop], count, hop).abs()
    smallest = torch.where(steps > 0, steps, torch.ones(())).amin(-1, True)
    shapes = (
        (1 + run.amax(-1, True)).log10(),
        (1 + (run * is_zero).amax(-1, True)).log10(),
        (1 + (run * (is_outermost & ~is_zero)).amax(-1, True)).log10(),
        (steps == 0).float().mean(-1, keepdim=True),
        is_zero.float().mean(-1, keepdim=True),
    )
    return _log(smallest.square()), torch.cat(shapes, -1)


def _tops(frames: Tensor, slope: Tensor, sub: Tensor, hop: int, count: int) -> tuple[Tensor, Tensor, Tensor]:
    """Highest and lowest samples, their levels, and how the samples crowd under them."""
    up, down = frames.amax(-1, True), -frames.amin(-1, True)
    equals = (
        (frames >= TOP_EQUAL * up).sum(-1, keepdim=True).float() * (up > 0),
        (frames <= -TOP_EQUAL * down).sum(-1, keepdim=True).float() * (down > 0),
    )
    crowds_98 = ((frames >= 0.98 * up).sum(-1, keepdim=True), (frames <= -0.98 * down).sum(-1, keepdim=True))
    crowd_90 = (frames.abs() >= 0.9 * torch.maximum(up, down)).float().mean(-1, keepdim=True)
    first = HALO_FRAMES * hop
    steps = _framed(slope[:, first - 1 : first - 1 + count * hop], count, hop).abs()
    peak = torch.maximum(up, down)
    flat = ((steps <= 0.004 * peak) & (frames.abs() >= 0.7 * peak)).float().mean(-1, keepdim=True)
    shares = [(1 + crowd).log10() - 0.3 for crowd in crowds_98]
    crest = _ratio(peak.square(), sub.mean(-1, keepdim=True))
    shapes = torch.cat(
        (
            torch.maximum(*shares),
            (crowd_90 + 1e-3).log10(),
            torch.minimum(*shares),
            (flat + 1e-3).log10(),
            crest,
            (1 + torch.maximum(*equals)).log10(),
        ),
        -1,
    )
    tops = torch.cat((up, down, *(crowd.float() / hop for crowd in crowds_98), *equals), -1)
    return tops, torch.cat((_log(up.clamp_min(0).square()), _log(down.clamp_min(0).square())), -1), shapes


def _lowband(samples: Tensor, grid: FrameGrid, count: int) -> Tensor:
    """The wave at 80 points a frame, below about 4 kHz: two running means, then linear interpolation."""
    hop = grid.hop
    width = max(1, hop // LOWBAND_POINTS)
    start = (HALO_FRAMES - 1) * hop
    stretch = samples[:, start : start + (count + 2) * hop]
    for _ in range(2 if width > 1 else 0):
        total = stretch.double().cumsum(1)
        stretch = ((total[:, width:] - total[:, :-width]) / width).float()
    offset = hop - (width if width > 1 else 0)
    at = torch.arange(LOWBAND_POINTS) * (hop / LOWBAND_POINTS)
    whole = at.long()
    part = at - whole
    pieces = stretch[:, offset:].unfold(1, hop + 1, hop)[:, :count]
    return pieces[..., whole] * (1 - part) + pieces[..., whole + 1] * part
