"""PeakPyramid: minimum, maximum and RMS of a recording at six block lengths, so that any zoom is drawn at once.

Level k holds blocks of `base_frames * 4**k` frames. The file is read once, chunk by chunk (one chunk = one block
of the highest level), in any order; a column of pixels counts as ready only when every sample under it was seen.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]

LEVELS = 6
FINEST_BLOCK_FRAMES = 128
COARSEST_BASE_FRAMES = 4096
# A column begins and ends on a block's edge; with four blocks in a column that is at most 1/8 pixel off.
BLOCKS_PER_COLUMN = 4
_STEP = 4
_SHORT_ROW = 8
_BASE_LEVEL_BUDGET_BYTES = 64 << 20
_INT16_SCALE = np.float32(1 / 32768)


class PeakColumns(NamedTuple):
    """What n columns of pixels show: float32 (channels, n) in full-scale units, and which columns are known."""

    low: Floats
    high: Floats
    rms: Floats
    is_ready: Flags


class _Level(NamedTuple):
    """Blocks of one length: (channels, blocks). `rms` divides by the block's full length, also at the file's end."""

    block_frames: int
    low: NDArray[Any]
    high: NDArray[Any]
    rms: NDArray[Any]


class PeakPyramid:
    """Peaks of a recording of `frames` frames; filled by one thread, read by any."""

    def __init__(self, frames: int, channels: int, *, is_int16: bool, base_frames: int | None = None) -> None:
        self.frames = frames
        self.channels = channels
        self.is_int16 = is_int16
        self.base_frames = base_frames or base_block_frames(frames, channels, is_int16=is_int16)
        self.chunk_frames: int = self.base_frames * _STEP ** (LEVELS - 1)
        chunks = -(-frames // self.chunk_frames)
        self._is_chunk_ready: Flags = np.zeros(chunks, dtype=np.bool_)
        self._levels = [self._empty_level(level) for level in range(LEVELS)]
        self._wanted_frame: int | None = None
        # Frames that the header promised and the file did not give; drawn as silence.
        self.missing_frames = 0

    def _empty_level(self, level: int) -> _Level:
        block: int = self.base_frames * _STEP**level
        shape = (self.channels, -(-self.frames // block))
        peak, rms = (np.int16, np.uint16) if self.is_int16 else (np.float32, np.float32)
        return _Level(block, np.zeros(shape, peak), np.zeros(shape, peak), np.zeros(shape, rms))

    @property
    def levels(self) -> int:
        """How many block lengths there are."""
        return len(self._levels)

    @property
    def chunks(self) -> int:
        """How many chunks the file has."""
        return len(self._is_chunk_ready)

    @property
    def is_complete(self) -> bool:
        """Whether the whole file was seen."""
        return bool(self._is_chunk_ready.all())

    @property
    def frames_ready(self) -> int:
        """Frames seen so far."""
        return min(self.frames, int(np.count_nonzero(self._is_chunk_ready)) * self.chunk_frames)

    @property
    def nbytes(self) -> int:
        """Memory of all levels."""
        return sum(int(part.nbytes) for part in self.arrays())

    def is_chunk_ready(self, chunk: int) -> bool:
        """Whether one chunk was seen."""
        return bool(self._is_chunk_ready[chunk])

    def want(self, frame: int) -> None:
        """Tells the builder where a person is looking now: it goes on from there."""
        self._wanted_frame = frame

    def take_wanted_chunk(self) -> int | None:
        """The chunk asked for since the last call, if it is still missing."""
        frame, self._wanted_frame = self._wanted_frame, None
        if frame is None or not 0 <= frame < self.frames:
            return None
        chunk = frame // self.chunk_frames
        return None if self._is_chunk_ready[chunk] else chunk

    def greatest(self) -> float:
        """The greatest size of a sample seen so far, in full-scale units."""
        top = self._levels[-1]
        size = max(-float(top.low.min(initial=0)), float(top.high.max(initial=0)))
        return size * float(_INT16_SCALE) if self.is_int16 else size

    def arrays(self) -> list[NDArray[Any]]:
        """Every level's low, high and rms, finest first, for the disk cache."""
        return [part for level in self._levels for part in (level.low, level.high, level.rms)]

    def take_arrays(self, arrays: list[NDArray[Any]]) -> None:
        """Takes what `arrays` gave from the disk cache. Raises ValueError when it belongs to another recording."""
        mine = [(part.shape, part.dtype) for part in self.arrays()]
        if mine != [(part.shape, part.dtype) for part in arrays]:
            raise ValueError("the cached peaks do not fit the recording")
        self._levels = [
            _Level(level.block_frames, *arrays[3 * place : 3 * place + 3])
            for place, level in enumerate(self._levels)
        ]
        self._is_chunk_ready[:] = True

    def fill_chunk(self, chunk: int, samples: NDArray[Any]) -> None:
        """Takes the samples (frames, channels) of one chunk; int16 where `is_int16`, else float32."""
        first = chunk * self.chunk_frames // self.base_frames
        base = self._levels[0]
        low, high, rms = block_peaks(samples, base.block_frames)
        last = first + low.shape[1]
        base.low[:, first:last] = low
        base.high[:, first:last] = high
        base.rms[:, first:last] = rms
        self._raise_levels(first, last)
        self._is_chunk_ready[chunk] = True

    def _raise_levels(self, first: int, last: int) -> None:
        """Makes the blocks above base blocks first..last; `first` lies on a chunk's edge."""
        for lower, upper in zip(self._levels, self._levels[1:], strict=False):
            up_first, up_last = first // _STEP, -(-last // _STEP)
            upper.low[:, up_first:up_last] = _reduce(lower.low[:, first:last], np.minimum)
            upper.high[:, up_first:up_last] = _reduce(lower.high[:, first:last], np.maximum)
            upper.rms[:, up_first:up_last] = _raise_rms(lower.rms[:, first:last])
            first, last = up_first, up_last

    def columns(self, start_frame: float, stop_frame: float, columns: int) -> PeakColumns:
        """Peaks of `columns` equal stretches of start_frame..stop_frame, which may reach beyond the file.

        The edges of a stretch are rounded to those of the finest blocks that leave four blocks in it.
        """
        level = self._level_for((stop_frame - start_frame) / max(1, columns))
        edges = np.linspace(start_frame, stop_frame, columns + 1) / level.block_frames
        blocks = level.low.shape[1]
        # The last block may be short: the file's end is its edge, wherever rounding would go.
        rounded = np.where(edges * level.block_frames >= self.frames, blocks, np.rint(edges))
        marks = np.clip(rounded, 0, blocks).astype(np.int64)
        first, last = np.minimum(marks[:-1], blocks - 1), np.maximum(marks[1:], marks[:-1] + 1)
        inside = (edges[1:] > 0) & (edges[:-1] * level.block_frames < self.frames)
        scale = _INT16_SCALE if self.is_int16 else np.float32(1)
        return PeakColumns(
            _column_reduce(level.low, first, last, np.minimum) * scale,
            _column_reduce(level.high, first, last, np.maximum) * scale,
            _column_rms(level, first, last, self.frames) * scale,
            inside & self._ready_between(first * level.block_frames, last * level.block_frames),
        )

    def _level_for(self, frames_per_column: float) -> _Level:
        fitting = (it for it in self._levels if it.block_frames * BLOCKS_PER_COLUMN <= frames_per_column)
        return max(fitting, key=lambda level: level.block_frames, default=self._levels[0])

    def _ready_between(self, start: NDArray[np.int64], stop: NDArray[np.int64]) -> Flags:
        missing = np.concatenate(([0], np.cumsum(~self._is_chunk_ready)))
        first = start // self.chunk_frames
        last = np.minimum(-(-stop // self.chunk_frames), self.chunks)
        return np.asarray(missing[last] == missing[np.minimum(first, self.chunks)])


def base_block_frames(frames: int, channels: int, *, is_int16: bool) -> int:
    """The shortest block length, 128 frames or more, whose finest level stays within 64 MiB."""
    bytes_per_block = channels * (6 if is_int16 else 12)
    block = FINEST_BLOCK_FRAMES
    while block < COARSEST_BASE_FRAMES and frames / block * bytes_per_block > _BASE_LEVEL_BUDGET_BYTES:
        block *= 2
    return block


def block_peaks(samples: NDArray[Any], block_frames: int) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Minimum, maximum and RMS, each (channels, blocks), of samples (frames, channels); the last block may be short.

    Pairwise halving: twenty times the speed of a reduction along an inner axis of 128.
    """
    frames, channels = samples.shape
    short = -frames % block_frames
    padded = np.concatenate((samples, np.repeat(samples[-1:], short, axis=0))) if short else samples
    blocks = padded.reshape(-1, block_frames, channels)
    rms = _block_rms(blocks, short)
    return _halve(blocks, np.minimum), _halve(blocks, np.maximum), rms


def _halve(blocks: NDArray[Any], pick: np.ufunc) -> NDArray[Any]:
    """(blocks, frames, channels) to (channels, blocks); once rows get short, columns are halved instead."""
    count, length, channels = blocks.shape
    rows = blocks.reshape(count, length * channels)
    while length > _SHORT_ROW:
        length //= 2
        rows = pick(rows[:, : length * channels], rows[:, length * channels : 2 * length * channels])
    columns = np.ascontiguousarray(rows.T)
    while length > 1:
        length //= 2
        columns = pick(columns[: length * channels], columns[length * channels : 2 * length * channels])
    return np.asarray(columns)


def _block_rms(blocks: NDArray[Any], short: int) -> NDArray[Any]:
    """Root of the sum of squares over the full block length; the `short` padded frames at the end do not count."""
    count, length, channels = blocks.shape
    values = blocks.reshape(count, length * channels).astype(np.float32)
    if short:
        values[-1, (length - short) * channels :] = 0
    rms = np.empty((channels, count), dtype=np.float32)
    for channel in range(channels):
        own = values[:, channel::channels]
        np.vecdot(own, own, out=rms[channel])
    np.sqrt(rms / np.float32(length), out=rms)
    return np.rint(rms).astype(np.uint16) if blocks.dtype == np.int16 else rms


def _reduce(lower: NDArray[Any], pick: np.ufunc) -> NDArray[Any]:
    blocks = lower.shape[1]
    spare = -blocks % _STEP
    if spare:
        lower = np.concatenate((lower, np.repeat(lower[:, -1:], spare, axis=1)), axis=1)
    quads = lower.reshape(len(lower), -1, _STEP)
    return np.asarray(pick(pick(quads[..., 0], quads[..., 1]), pick(quads[..., 2], quads[..., 3])))


def _raise_rms(lower: NDArray[Any]) -> NDArray[Any]:
    spare = -lower.shape[1] % _STEP
    power = np.square(lower, dtype=np.float32)
    if spare:
        power = np.pad(power, ((0, 0), (0, spare)))
    rms = np.sqrt(power.reshape(len(lower), -1, _STEP).mean(axis=2))
    return np.asarray(np.rint(rms) if lower.dtype == np.uint16 else rms, dtype=lower.dtype)


def _column_reduce(
    values: NDArray[Any], first: NDArray[np.int64], last: NDArray[np.int64], pick: np.ufunc
) -> Floats:
    stop = min(int(last[-1]), values.shape[1])
    return np.asarray(pick.reduceat(values[:, :stop], np.minimum(first, stop - 1), axis=1), dtype=np.float32)


def _column_rms(level: _Level, first: NDArray[np.int64], last: NDArray[np.int64], frames: int) -> Floats:
    stop = min(int(last[-1]), level.rms.shape[1])
    power = np.square(level.rms[:, :stop], dtype=np.float32)
    total = np.add.reduceat(power, np.minimum(first, stop - 1), axis=1) * np.float32(level.block_frames)
    seen = np.minimum(last * level.block_frames, frames) - first * level.block_frames
    return np.asarray(np.sqrt(total / np.maximum(seen, 1)), dtype=np.float32)
