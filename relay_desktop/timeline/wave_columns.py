"""What the waveform shows in every pixel column: from the pyramid, or from single samples at a close look."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from relay_desktop.audio.click_trace import BLOCK_FRAMES
from relay_desktop.audio.detail import DetailReader
from relay_desktop.audio.peaks import BLOCKS_PER_COLUMN, Floats, PeakColumns, PeakPyramid
from relay_desktop.timeline.view_range import ViewRange

Transform = Callable[[Floats], Floats]

# From here on samples are joined by straight lines, closer than this a column may hold none.
_JOINED_FRAMES_PER_COLUMN = 4.0
# RMS of fewer samples is not a level but a blur.
_FEWEST_FOR_RMS = 16.0


def wave_columns(
    pyramid: PeakPyramid,
    detail: DetailReader | None,
    view: ViewRange,
    rate_hz: int,
    columns: int,
    *,
    transform: Transform | None = None,
) -> PeakColumns:
    """Low, high and RMS of `columns` equal stretches of the view, for every channel.

    Exact sample extremes as soon as the samples are there; until then the pyramid's, which contain them. `transform`
    makes of samples what the pyramid holds peaks of; it gets whole blocks of 256 frames and one more on both sides.
    """
    start, stop = view.start_s * rate_hz, view.stop_s * rate_hz
    per_column = (stop - start) / columns
    if detail is not None and per_column < pyramid.base_frames * BLOCKS_PER_COLUMN / 2:
        first, last = max(0, math.floor(start) - 1), math.ceil(stop) + 2
        if transform is not None:
            first = max(0, first // BLOCK_FRAMES - 1) * BLOCK_FRAMES
            last = (last // BLOCK_FRAMES + 2) * BLOCK_FRAMES
        samples = detail.samples(first, last)
        if samples is not None and len(samples):
            samples = samples if transform is None else transform(samples)
            return sample_columns(samples, first, start, stop, columns)
    return pyramid.columns(start, stop, columns)


def sample_columns(
    samples: Floats, first_frame: int, start_frame: float, stop_frame: float, columns: int
) -> PeakColumns:
    """The same from samples (frames, channels) of which the first is frame `first_frame` of the file."""
    edges = np.linspace(start_frame, stop_frame, columns + 1) - first_frame
    inner = np.clip(np.ceil(edges), 0, len(samples)).astype(np.int64)
    has_sample = inner[1:] > inner[:-1]
    values = np.ascontiguousarray(samples.T)
    low = _extreme(values, inner, has_sample, np.minimum, np.inf)
    high = _extreme(values, inner, has_sample, np.maximum, -np.inf)
    per_column = (stop_frame - start_frame) / columns
    if per_column < _JOINED_FRAMES_PER_COLUMN:
        low, high = _joined(values, edges, low, high)
    rms = _rms(values, inner, has_sample) if per_column >= _FEWEST_FOR_RMS else np.zeros_like(low)
    is_ready = (edges[1:] > 0) & (edges[:-1] <= len(samples) - 1)
    low, high = np.where(np.isfinite(low), low, 0), np.where(np.isfinite(high), high, 0)
    return PeakColumns(low.astype(np.float32), high.astype(np.float32), rms, is_ready)


def _extreme(
    values: Floats, inner: NDArray[np.int64], has_sample: NDArray[np.bool_], pick: np.ufunc, nothing: float
) -> Floats:
    found = np.full((len(values), len(has_sample)), nothing, dtype=np.float32)
    if has_sample.any():
        places = inner[:-1][has_sample]
        stop = int(inner[1:][has_sample][-1])
        found[:, has_sample] = pick.reduceat(values[:, :stop], places, axis=1)
    return found


def _joined(values: Floats, edges: NDArray[np.float64], low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Takes in the straight line between samples where it crosses the edges of a column."""
    frames = np.arange(values.shape[1], dtype=np.float64)
    crossings = np.stack([np.interp(edges, frames, channel) for channel in values]).astype(np.float32)
    ends = np.minimum(crossings[:, :-1], crossings[:, 1:]), np.maximum(crossings[:, :-1], crossings[:, 1:])
    return np.minimum(low, ends[0]), np.maximum(high, ends[1])


def _rms(values: Floats, inner: NDArray[np.int64], has_sample: NDArray[np.bool_]) -> Floats:
    rms = np.zeros((len(values), len(has_sample)), dtype=np.float32)
    if has_sample.any():
        places = inner[:-1][has_sample]
        stop = int(inner[1:][has_sample][-1])
        power = np.add.reduceat(np.square(values[:, :stop]), places, axis=1)
        rms[:, has_sample] = np.sqrt(power / np.diff(np.append(places, stop)))
    return rms
