"""A file's samples cut into stretches and windows, so that memory stays constant and the result that of the whole.

Frames have a finite context (the grid's past and :data:`~frame_grid.HALO_FRAMES` frames of samples,
then :data:`~context.CONTEXT_FRAMES` frames of witnesses, then the network's view); blocks are computed with that much
of their neighbours. Everything stays on the device it was fed on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from inference.engine.context import ALIGNMENT
from inference.engine.frame_grid import FrameGrid
from inference.engine.front_end import Witnesses, witness

LARGEST_BATCH_SAMPLES = 1_000_000
"""Channels are taken together up to this many samples: what fits a processor's cache. A GPU takes all at once."""
Samples = NDArray[np.float32]


class Framer:
    """Cuts a stream of samples into stretches of whole frames, each with the samples around it that they look at."""

    def __init__(self, grid: FrameGrid, channels: int) -> None:
        self.grid = grid
        self._held = torch.zeros((channels, grid.past_frames * grid.hop))
        self._fed = 0
        self._given = 0

    @property
    def frames(self) -> int:
        """Frames needed for the samples fed so far."""
        return self.grid.frames_in(self._fed)

    def feed(self, block: Samples | Tensor) -> Tensor | None:
        """Samples (n, channels) in; a stretch (channels, m) for :func:`witness_channels` out, or None.

        The stretch is on the device of the block.
        """
        new = torch.as_tensor(block)
        self._held = torch.cat((self._held.to(new.device), new.T), 1)
        self._fed += len(new)
        return self._give(self._held.shape[1] // self.grid.hop - self.grid.around_frames)

    def finish(self) -> Tensor | None:
        """The last stretch; silence follows, up to a multiple of :data:`~context.ALIGNMENT` frames."""
        wanted = -(-self.frames // ALIGNMENT) * ALIGNMENT - self._given
        missing = (wanted + self.grid.around_frames) * self.grid.hop - self._held.shape[1]
        self._held = F.pad(self._held, (0, max(0, missing)))
        return self._give(wanted)

    def _give(self, count: int) -> Tensor | None:
        if count <= 0:
            return None
        stretch = self._held[:, : (count + self.grid.around_frames) * self.grid.hop]
        self._held = self._held[:, count * self.grid.hop :].clone()
        self._given += count
        return stretch


def witness_channels(stretch: Tensor, grid: FrameGrid) -> Witnesses:
    """The witnesses of a stretch; on the CPU a few channels at a time."""
    together = len(stretch)
    if stretch.device.type == "cpu":
        together = max(1, LARGEST_BATCH_SAMPLES // stretch.shape[1])
    batches = [
        witness(stretch[first : first + together].contiguous(), grid)
        for first in range(0, len(stretch), together)
    ]
    if len(batches) == 1:
        return batches[0]
    return Witnesses(*(torch.cat(parts) for parts in zip(*(batch.parts() for batch in batches), strict=True)))


def halves_of_stretch(stretch: Tensor, grid: FrameGrid, fewest_frames: int) -> list[Tensor]:
    """The stretch as two, one after the other; itself when it has less than twice so many frames."""
    frames = stretch.shape[1] // grid.hop - grid.around_frames
    first = frames // 2 // ALIGNMENT * ALIGNMENT
    if first < fewest_frames:
        return [stretch]
    return [stretch[:, : (first + grid.around_frames) * grid.hop], stretch[:, first * grid.hop :]]


@dataclass(frozen=True)
class Window:
    """Frames to be judged, ``[start, stop)`` of ``witnesses``, which hold their context too."""

    witnesses: Witnesses
    start: int
    stop: int

    def halves(self, halo_frames: int, fewest_frames: int) -> list[Window]:
        """The window as two, one after the other, each with so many frames around; itself when it is too short."""
        half = (self.stop - self.start) // 2 // ALIGNMENT * ALIGNMENT
        if half < fewest_frames:
            return [self]
        middle = self.start + half
        end = min(self.witnesses.count, middle + -(-halo_frames // ALIGNMENT) * ALIGNMENT)
        begin = max(0, (middle - halo_frames) // ALIGNMENT * ALIGNMENT)
        later = self.witnesses.frames(begin, self.witnesses.count)
        return [
            Window(self.witnesses.frames(0, end), self.start, middle),
            Window(later, middle - begin, self.stop - begin),
        ]


class Windows:
    """Collects witnesses in order and gives windows of at most ``core_frames`` frames with their context."""

    def __init__(self, halo_frames: int, core_frames: int) -> None:
        self._core = max(ALIGNMENT, core_frames // ALIGNMENT * ALIGNMENT)
        self._halo = -(-halo_frames // ALIGNMENT) * ALIGNMENT
        self._waiting: list[Witnesses] = []
        self._start = 0
        self._done = 0

    def feed(self, witnesses: Witnesses) -> Iterator[Window]:
        """Witnesses of the next frames in; the windows they complete come out."""
        self._waiting.append(witnesses)
        while self._end - self._done >= self._core + self._halo:
            yield self._next(self._core)

    def finish(self, frames: int) -> Iterator[Window]:
        """The rest, up to ``frames`` frames in the file."""
        while self._done < frames:
            yield self._next(min(self._core, frames - self._done))

    @property
    def _end(self) -> int:
        return self._start + sum(part.count for part in self._waiting)

    def _next(self, count: int) -> Window:
        held = self._waiting[0]
        if len(self._waiting) > 1:
            # What was made before the CPU had to go on lies on another device.
            device = self._waiting[-1].levels.device
            parts = zip(*(part.to(device).parts() for part in self._waiting), strict=True)
            held = Witnesses(*(torch.cat(part, 1) for part in parts))
        first = self._done - self._start
        window = Window(held.frames(0, first + count + self._halo), first, first + count)
        self._done += count
        keep_from = max(0, (self._done - self._halo) // ALIGNMENT * ALIGNMENT)
        self._waiting = [held.frames(keep_from - self._start, held.count)]
        self._start = keep_from
        return window
