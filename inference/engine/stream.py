"""A file's samples in, confidences out, in constant memory and whatever the size of the blocks.

Frames have a finite context (five frames of samples, then :data:`~context.CONTEXT_FRAMES` frames of witnesses, then
the network's view); blocks are computed with that much of their neighbours, which gives the result of the whole.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from inference.engine.context import ALIGNMENT, CONTEXT_FRAMES, network_input
from inference.engine.decoder import Evidence
from inference.engine.frame_grid import HALO_FRAMES, PAST_FRAMES, FrameGrid
from inference.engine.front_end import Witnesses, witness
from inference.engine.network import WitnessNetwork, view_frames

LARGEST_BATCH_SAMPLES = 1_000_000
LARGEST_BATCH_FRAMES = 60_000
log = logging.getLogger(__name__)


class WitnessStream:
    """Samples to witnesses. Feed blocks in order, then :meth:`finish`."""

    def __init__(self, grid: FrameGrid, channels: int) -> None:
        self.grid = grid
        self._held = np.zeros((channels, PAST_FRAMES * grid.hop), dtype=np.float32)
        self._fed = 0
        self._given = 0

    @property
    def frames(self) -> int:
        """Frames needed for the samples fed so far."""
        return self.grid.frames_in(self._fed)

    def feed(self, block: NDArray[np.float32]) -> Witnesses | None:
        """Samples (n, channels) in; the witnesses of the frames they complete, or None."""
        self._fed += len(block)
        self._held = np.concatenate((self._held, block.T), axis=1)
        return self._give(self._held.shape[1] // self.grid.hop - PAST_FRAMES - HALO_FRAMES)

    def finish(self) -> Witnesses | None:
        """The last frames; silence follows, up to a multiple of :data:`~context.ALIGNMENT` frames."""
        wanted = -(-self.frames // ALIGNMENT) * ALIGNMENT - self._given
        missing = (wanted + PAST_FRAMES + HALO_FRAMES) * self.grid.hop - self._held.shape[1]
        self._held = np.pad(self._held, ((0, 0), (0, max(0, missing))))
        return self._give(wanted)

    def _give(self, count: int) -> Witnesses | None:
        if count <= 0:
            return None
        hop = self.grid.hop
        samples = self._held[:, : (count + PAST_FRAMES + HALO_FRAMES) * hop]
        together = max(1, LARGEST_BATCH_SAMPLES // samples.shape[1])
        batches = [
            witness(torch.from_numpy(np.ascontiguousarray(samples[first : first + together])), self.grid)
            for first in range(0, len(samples), together)
        ]
        self._held = self._held[:, count * hop :].copy()
        self._given += count
        if len(batches) == 1:
            return batches[0]
        return Witnesses(*(torch.cat(parts) for parts in zip(*(batch.parts() for batch in batches), strict=True)))


@dataclass(frozen=True)
class Confidences:
    """Of consecutive frames: confidence (types, T), greatest over the channels, and the evidence beside it."""

    confidence: NDArray[np.float32]
    evidence: Evidence


class ConfidenceStream:
    """Witnesses to confidences. Feed in order, then :meth:`finish`; gives blocks of ``core_frames`` frames."""

    def __init__(self, network: WitnessNetwork, grid: FrameGrid, device: torch.device, core_frames: int) -> None:
        self.device = device
        self.notes: list[str] = []
        self._network = network.to(device)
        self._grid = grid
        self._core = max(ALIGNMENT, core_frames // ALIGNMENT * ALIGNMENT)
        self._halo = -(-(CONTEXT_FRAMES + view_frames(network.shape)) // ALIGNMENT) * ALIGNMENT
        self._waiting: list[Witnesses] = []
        self._start = 0
        self._done = 0
        self._batch_frames = LARGEST_BATCH_FRAMES

    def feed(self, witnesses: Witnesses | None) -> Iterator[Confidences]:
        """Witnesses of the next frames in; what they complete comes out."""
        if witnesses is not None:
            self._waiting.append(witnesses)
        while self._end - self._done >= self._core + self._halo:
            yield self._next(self._core)

    def finish(self, frames: int) -> Iterator[Confidences]:
        """The rest, up to ``frames`` frames in the file."""
        while self._done < frames:
            yield self._next(min(self._core, frames - self._done))

    @property
    def _end(self) -> int:
        return self._start + sum(part.count for part in self._waiting)

    def _next(self, count: int) -> Confidences:
        held = self._waiting[0]
        for part in self._waiting[1:]:
            held = held + part
        looked_at = held.frames(0, self._done + count + self._halo - self._start)
        first = self._done - self._start
        result = self._infer(looked_at, first, first + count)
        self._done += count
        keep_from = max(0, (self._done - self._halo) // ALIGNMENT * ALIGNMENT)
        self._waiting = [held.frames(keep_from - self._start, held.count)]
        self._start = keep_from
        return result

    def _infer(self, witnesses: Witnesses, start: int, stop: int) -> Confidences:
        inputs = network_input(witnesses, self._grid)
        confidence = torch.cat([self._confidence(part)[..., start:stop] for part in self._batches(inputs)])
        middle = witnesses.frames(start, stop)
        best, channel = confidence.max(0)
        strongest = best.argmax(0)
        shown_by = channel.gather(0, strongest[None])[0]
        frames = torch.arange(stop - start)
        evidence = Evidence(
            middle.spike_at[shown_by, frames].numpy().copy(), middle.envelope[shown_by, frames].numpy().copy()
        )
        return Confidences(best.numpy(), evidence)

    def _batches(self, inputs: Tensor) -> Iterator[Tensor]:
        place = 0
        while place < len(inputs):
            together = max(1, self._batch_frames // inputs.shape[-1])
            yield inputs[place : place + together]
            place += together

    def _confidence(self, inputs: Tensor) -> Tensor:
        """Confidences (C, types, T) on the CPU; runs in smaller parts, at last on the CPU, when memory is short."""
        try:
            with torch.inference_mode(), torch.backends.cudnn.flags(allow_tf32=False):
                return torch.sigmoid(self._network(inputs.to(self.device))).cpu()
        except torch.OutOfMemoryError:
            if self.device.type == "cpu":
                raise
        self._make_room(len(inputs))
        half = max(1, len(inputs) // 2)
        return torch.cat([self._confidence(part) for part in inputs.split(half)])

    def _make_room(self, batch: int) -> None:
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        if batch > 1:
            self._batch_frames = max(1, self._batch_frames // 2)
            return
        self.notes.append(f"The memory of the {self.device.type.upper()} device did not suffice; the CPU goes on.")
        log.warning(self.notes[-1])
        self.device = torch.device("cpu")
        self._network = self._network.to(self.device)
