"""Short spectra of the frames: band levels, what a codec or concealment leaves of them, and linear prediction.

Twenty milliseconds around each frame, at the file's own rate, so that bins are 50 Hz apart whatever the rate.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor

from inference.engine.frame_grid import HALO_FRAMES, FrameGrid
from inference.engine.prediction import solve_prediction

BAND_EDGES_HZ = (
    25, 125, 225, 325, 425, 575, 725, 875, 1025, 1175, 1375, 1625, 1875, 2175, 2525, 2925, 3425, 4025, 4825, 5825,
    7025, 8525, 10025, 11525, 13025, 14525, 16025, 17525, 19025, 20525, 22075, 24025, 48025,
)  # fmt: skip
WIDE_EDGES_HZ = (25, 1025, 4025, 8025, 16025, 24025)
BANDS = len(BAND_EDGES_HZ) - 1
WIDES = len(WIDE_EDGES_HZ) - 1
POWER_FLOOR = 1e-10
DEEP_FLOOR = 1e-14
"""Holes are looked for down to this power of a bin, just below what rounding to 16 bits puts into each."""
HOLE_DEPTHS = 2.0, 3.0
"""From 20 dB below its surroundings on a bin counts as a hole, from 30 dB on fully (log10 power)."""
EDGE_BINS = 8
EDGE_LOWEST_HZ = 2000.0
EDGE_SHARPNESS = 6.0
PREDICTION_ORDER = 16
SPECTRAL_NAMES = (
    *(f"flatness_{low}" for low in WIDE_EDGES_HZ[:-1]), *(f"flux_{low}" for low in WIDE_EDGES_HZ[:-1]),
    *(f"stillness_{low}" for low in WIDE_EDGES_HZ[:-1]), *(f"holes_{low}" for low in WIDE_EDGES_HZ[:-1]),
    "edge_drop", "edge_at",
)  # fmt: skip


def squared(spectrum: Tensor) -> Tensor:
    """|z|² of a complex tensor, which is overwritten."""
    parts = torch.view_as_real(spectrum).square_()
    return parts[..., 0] + parts[..., 1]


def log_power(power: Tensor) -> Tensor:
    """Log10 of powers, not below that of :data:`POWER_FLOOR`."""
    return power.clamp_min(POWER_FLOOR).log10()


@lru_cache(maxsize=16)
def hann(points: int, periodic: bool, device: torch.device) -> Tensor:
    """The Hann window."""
    return torch.hann_window(points, periodic=periodic).to(device)


@lru_cache(maxsize=16)
def _band_matrix(bins: int, spacing_hz: float, edges: tuple[int, ...], device: torch.device) -> Tensor:
    """(bands, bins): mean over the bins whose frequency lies in each band; zero rows beyond Nyquist."""
    hertz = torch.arange(bins) * spacing_hz
    matrix = torch.stack([((hertz >= low) & (hertz < high)).float() for low, high in pairwise(edges)])
    return (matrix / matrix.sum(1, keepdim=True).clamp_min(1.0)).to(device)


def valid_bands(grid: FrameGrid) -> Tensor:
    """(BANDS,) bool: the bands of which at least the lower half lies below this grid's Nyquist frequency."""
    edges = torch.tensor(BAND_EDGES_HZ, dtype=torch.float32)
    return (edges[:-1] + edges[1:]) / 2 < grid.rate_hz / 2


class Spectrum:
    """Power spectra of 20 ms Hann windows centred on the frames, 50 Hz apart, at two frames more on either side."""

    def __init__(self, samples: Tensor, grid: FrameGrid, count: int) -> None:
        hop = grid.hop
        window = hann(2 * hop, True, samples.device)
        start = (HALO_FRAMES - 2) * hop - hop // 2
        stop = start + (count + 5) * hop
        pieces = samples[:, start:stop].unfold(1, 2 * hop, hop) * window
        # Tones are foretold so well that the last bits of single precision would show in what is left of them, and
        # those are other bits on every processor.
        exact = squared(torch.fft.rfft(pieces.double())).mul_(1.0 / (2 * hop * _hann_energy(2 * hop)))
        self._correlation = F.linear(exact, cosines(exact.shape[-1], PREDICTION_ORDER, samples.device))
        self._power = exact.float()
        self._spacing_hz = grid.rate_hz / (2 * hop)

    def predictors(self) -> tuple[Tensor, Tensor, Tensor]:
        """Error filters (C, T, order + 1) of the frames themselves, and of two frames earlier and later.

        No sample of those two lies in the frame.
        """
        filters = solve_prediction(self._correlation.flatten(0, 1), PREDICTION_ORDER)
        filters = filters.reshape(self._correlation.shape)
        return filters[:, 2:-2], filters[:, :-4], filters[:, 4:]

    def describe(self) -> tuple[Tensor, Tensor]:
        """Band levels (C, T, BANDS) and what :data:`SPECTRAL_NAMES` names (C, T, len(SPECTRAL_NAMES))."""
        bins = self._power.shape[-1]
        narrow = _band_matrix(bins, self._spacing_hz, BAND_EDGES_HZ, self._power.device)
        wide = _band_matrix(bins, self._spacing_hz, WIDE_EDGES_HZ, self._power.device)
        deep = self._power.clamp_min(DEEP_FLOOR).log10_()
        logs = deep.clamp_min(-10.0)
        here, power = logs[:, 2:-2], self._power[:, 2:-2]
        flatness = (F.linear(here, wide) - log_power(F.linear(power, wide))) * (wide.sum(1) > 0)
        bands = F.linear(power, narrow)
        holes = F.linear(self._holes(deep[:, 2:-2], bands), wide)
        shapes = (flatness, *_flux(logs, wide), holes, self._edge(deep))
        return log_power(bands), torch.cat(shapes, -1)

    def _holes(self, deep: Tensor, bands: Tensor) -> Tensor:
        """(C, T, bins) 0–1: how much of a hole each bin is in what its band and the bands beside it hold."""
        around = F.avg_pool1d(bands.flatten(0, 1)[:, None], 3, 1, 1, count_include_pad=False)[:, 0]
        own = _band_of_bin(deep.shape[-1], self._spacing_hz, deep.device)
        surroundings = around.clamp_min(DEEP_FLOOR).log10_().reshape(bands.shape)[..., own]
        shallow, full = HOLE_DEPTHS
        return surroundings.sub_(deep).sub_(shallow).div_(full - shallow).clamp_(0.0, 1.0)

    def _edge(self, deep: Tensor) -> Tensor:
        """(C, T, 2): the steepest fall over 400 Hz above 2 kHz, log10 power, 50 ms together; where it is, in octaves
        re Nyquist (the mean over all places, the steep ones counting most, so that it never leaps)."""
        channels, count, bins = deep.shape
        first = max(0, -(-int(EDGE_LOWEST_HZ / self._spacing_hz - EDGE_BINS) // (EDGE_BINS // 2)))
        if bins < EDGE_BINS * (3 + first // 2):
            return deep.new_zeros((channels, count - 4, 2))
        means = F.avg_pool1d(deep.reshape(-1, 1, bins), EDGE_BINS, EDGE_BINS // 2).reshape(
            channels, count, -1
        )
        means = sum((means[:, at : at + count - 4] for at in range(1, 5)), means[:, : count - 4]) / 5
        falls = (means[..., :-2] - means[..., 2:])[..., first:]
        octaves = _octaves(first, falls.shape[-1], bins, deep.device)
        return torch.stack((falls.amax(-1), torch.softmax(falls * EDGE_SHARPNESS, -1) @ octaves), -1)


def _flux(logs: Tensor, wide: Tensor) -> tuple[Tensor, Tensor]:
    """Of wide bands (C, T, WIDES): mean change from the frame before to the one after; log10 of how uneven it is.

    Concealment repeats a spectrum, perhaps fading: its change is even, or none.
    """
    change = logs[:, 3:-1] - logs[:, 1:-3]
    mean = F.linear(change, wide)
    uneven = (F.linear(change.square(), wide) - mean.square()).clamp_min_(0.0).sqrt_()
    return F.linear(change.abs_(), wide), (uneven + 1e-2).log10_()


@lru_cache(maxsize=16)
def _hann_energy(points: int) -> float:
    return float(torch.hann_window(points, periodic=True).square().sum())


@lru_cache(maxsize=16)
def _octaves(first: int, count: int, bins: int, device: torch.device) -> Tensor:
    """(count,) where each place of an edge is, in octaves re Nyquist."""
    places = (torch.arange(count) + first) * (EDGE_BINS // 2) + EDGE_BINS
    return (places / (bins - 1)).log2().to(device)


@lru_cache(maxsize=16)
def _band_of_bin(bins: int, spacing_hz: float, device: torch.device) -> Tensor:
    """(bins,) the number of the narrow band that each bin lies in, or the one nearest to it."""
    hertz = torch.arange(bins) * spacing_hz
    edges = torch.tensor(BAND_EDGES_HZ[1:-1], dtype=torch.float32)
    return torch.bucketize(hertz, edges, right=True).to(device)


@lru_cache(maxsize=16)
def cosines(bins: int, order: int, device: torch.device) -> Tensor:
    """(order + 1, bins) float64: turns a power spectrum into the first autocorrelations, times the points."""
    angles = torch.arange(bins).double()[:, None] * torch.arange(order + 1) * (torch.pi / (bins - 1))
    weights = torch.full((bins, 1), 2.0, dtype=torch.float64)
    weights[0] = weights[-1] = 1.0
    return (weights * torch.cos(angles)).T.contiguous().to(device)
