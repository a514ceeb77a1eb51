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
from inference.engine.network import Network, view_frames

LARGEST_BATCH_SAMPLES = 1_000_000
LARGEST_BATCH_FRAMES = 60_000
Samples = NDArray[np.float32]
log = logging.getLogger(__name__)


class Framer:
    """Cuts a stream of samples into stretches of whole frames, each with the samples around it that they look at."""

    def __init__(self, grid: FrameGrid, channels: int) -> None:
        self.grid = grid
        self._held = np.zeros((channels, PAST_FRAMES * grid.hop), dtype=np.float32)
        self._fed = 0
        self._given = 0

    @property
    def frames(self) -> int:
        """Frames needed for the samples fed so far."""
        return self.grid.frames_in(self._fed)

    def feed(self, block: Samples) -> Samples | None:
        """Samples (n, channels) in; a stretch (channels, m) for :func:`witness_channels` out, or None."""
        self._fed += len(block)
        self._held = np.concatenate((self._held, block.T), axis=1)
        return self._give(self._held.shape[1] // self.grid.hop - PAST_FRAMES - HALO_FRAMES)

    def finish(self) -> Samples | None:
        """The last stretch; silence follows, up to a multiple of :data:`~context.ALIGNMENT` frames."""
        wanted = -(-self.frames // ALIGNMENT) * ALIGNMENT - self._given
        missing = (wanted + PAST_FRAMES + HALO_FRAMES) * self.grid.hop - self._held.shape[1]
        self._held = np.pad(self._held, ((0, 0), (0, max(0, missing))))
        return self._give(wanted)

    def _give(self, count: int) -> Samples | None:
        if count <= 0:
            return None
        stretch = self._held[:, : (count + PAST_FRAMES + HALO_FRAMES) * self.grid.hop]
        self._held = self._held[:, count * self.grid.hop :].copy()
        self._given += count
        return stretch


def witness_channels(stretch: Samples, grid: FrameGrid) -> Witnesses:
    """The witnesses of a stretch, a few channels at a time so that memory stays small."""
    together = max(1, LARGEST_BATCH_SAMPLES // stretch.shape[1])
    batches = [
        witness(torch.from_numpy(np.ascontiguousarray(stretch[first : first + together])), grid)
        for first in range(0, len(stretch), together)
    ]
    if len(batches) == 1:
        return batches[0]
    return Witnesses(*(torch.cat(parts) for parts in zip(*(batch.parts() for batch in batches), strict=True)))


@dataclass(frozen=True)
class Confidences:
    """Of consecutive frames: confidence float16 (types, T), greatest over the channels, and the evidence beside it."""

    confidence: NDArray[np.float16]
    evidence: Evidence


@dataclass(frozen=True)
class Window:
    """Frames to be judged, ``[start, stop)`` of ``witnesses``, which hold their context too."""

    witnesses: Witnesses
    start: int
    stop: int


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
            parts = zip(*(part.parts() for part in self._waiting), strict=True)
            held = Witnesses(*(torch.cat(part, 1) for part in parts))
        first = self._done - self._start
        window = Window(held.frames(0, first + count + self._halo), first, first + count)
        self._done += count
        keep_from = max(0, (self._done - self._halo) // ALIGNMENT * ALIGNMENT)
        self._waiting = [held.frames(keep_from - self._start, held.count)]
        self._start = keep_from
        return window


class Judge:
    """The network on its device; goes on in smaller parts, at last on the CPU, when the device's memory is short."""

    def __init__(self, network: Network, device: torch.device) -> None:
        self.device = device
        self.notes: list[str] = []
        self._network = network.to(device).eval()
        self._batch_frames = LARGEST_BATCH_FRAMES

    @property
    def halo_frames(self) -> int:
        """Frames on either side that a frame's confidence may depend on."""
        return CONTEXT_FRAMES + view_frames(self._network.shape)

    @torch.inference_mode()
    def judge(self, window: Window, grid: FrameGrid) -> Confidences:
        """Confidences and evidence of a window's frames."""
        inputs = network_input(window.witnesses, grid)
        wanted = slice(window.start, window.stop)
        confidence = torch.cat([self._confidence(part)[..., wanted] for part in self._batches(inputs)])
        best, channel = confidence.max(0)
        shown_by = channel.gather(0, best.argmax(0)[None])[0]
        frames = torch.arange(window.stop - window.start)
        middle = window.witnesses.frames(window.start, window.stop)
        spike_at = middle.spike_at[shown_by, frames].numpy()
        evidence = Evidence.of(spike_at, middle.envelope[shown_by, frames].numpy())
        return Confidences(best.numpy().astype(np.float16), evidence)

    def _batches(self, inputs: Tensor) -> Iterator[Tensor]:
        place = 0
        while place < len(inputs):
            together = max(1, self._batch_frames // inputs.shape[-1])
            yield inputs[place : place + together]
            place += together

    def _confidence(self, inputs: Tensor) -> Tensor:
        """Confidences (C, types, T) on the CPU, whatever room the device has."""
        try:
            return self._forward(inputs)
        except torch.OutOfMemoryError:
            if self.device.type == "cpu":
                raise
        self._make_room(len(inputs))
        half = max(1, len(inputs) // 2)
        return torch.cat([self._confidence(part) for part in (inputs[:half], inputs[half:]) if len(part)])

    def _forward(self, inputs: Tensor) -> Tensor:
        # Full precision: TF32 alone would break the agreement of devices.
        with torch.backends.cudnn.flags(enabled=True, allow_tf32=False):
            return torch.sigmoid(self._network(inputs.to(self.device))).cpu()

    def _make_room(self, batch: int) -> None:
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        if batch > 1:
            self._batch_frames = max(1, self._batch_frames // 2)
            return
        self.notes.append(
            f"The memory of the {self.device.type.upper()} device did not suffice; the CPU goes on."
        )
        log.warning(self.notes[-1])
        self.device = torch.device("cpu")
        self._network = self._network.to(self.device)
