"""Front end and network on their device: goes on in smaller parts, at last on the CPU, when its memory is short."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from typing import TypeVar

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from inference.engine.context import ALIGNMENT, CONTEXT_FRAMES, network_input
from inference.engine.evidence import Evidence
from inference.engine.frame_grid import FrameGrid
from inference.engine.front_end import SHAPE_NAMES, Witnesses
from inference.engine.inspection import INSPECTION_FRAMES, InspectionNetwork, find_suspects, looks_at
from inference.engine.mains import mains_levels
from inference.engine.network import Network, view_frames
from inference.engine.repeats import REPEAT_NAMES
from inference.engine.stream import Framer, Samples, Window, halves_of_stretch, witness_channels

LARGEST_BATCH_FRAMES, LARGEST_BATCH_FRAMES_ON_GPU = 9_000, 240_000
"""Frames of channels that are judged together: on a processor little more than one channel of a whole window, which
takes the least memory and no more time."""
FEWEST_FRAMES = 400
"""Shorter parts would mostly be context."""
Work = TypeVar("Work")
Made = TypeVar("Made")
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Confidences:
    """Of consecutive frames: confidence float16 (types, T), greatest over the channels, and the evidence beside it."""

    confidence: NDArray[np.float16]
    evidence: Evidence


def joined(blocks: Sequence[Confidences]) -> Confidences:
    """Consecutive blocks as one."""
    evidence = Evidence.joined([block.evidence for block in blocks])
    return Confidences(np.concatenate([block.confidence for block in blocks], axis=1), evidence)


@dataclass(frozen=True)
class Heard:
    """Confidences that may still lie on the device: ``confidence`` float16 (types, T), and beside it what
    :class:`Evidence` is made of: ``spikes`` (T,), ``levels`` (T, 8), ``mains`` (T / 8, 20), ``looks`` (T, n), ``marks``
    (T, 4)."""

    confidence: Tensor
    spikes: Tensor
    levels: Tensor
    mains: Tensor
    looks: Tensor
    marks: Tensor

    def __add__(self, later: Heard) -> Heard:
        """These frames, then ``later`` ones."""
        device = later.spikes.device
        confidence = torch.cat((self.confidence.to(device), later.confidence), 1)
        pairs = zip(self.beside(), later.beside(), strict=True)
        return Heard(confidence, *(torch.cat((part.to(device), after)) for part, after in pairs))

    def beside(self) -> tuple[Tensor, ...]:
        """The evidence, in the order of the fields."""
        return self.spikes, self.levels, self.mains, self.looks, self.marks

    def fetch(self) -> Confidences:
        """In the computer's own memory; waits until the device has computed them."""
        evidence = Evidence(*(part.cpu().numpy() for part in self.beside()))
        return Confidences(self.confidence.cpu().numpy(), evidence)


@contextmanager
def full_precision(device: torch.device) -> Iterator[None]:
    """No TF32: it alone would break the agreement of devices."""
    if device.type != "cuda":
        yield
        return
    matmul = torch.backends.cuda.matmul
    before = matmul.allow_tf32
    matmul.allow_tf32 = False
    try:
        with torch.backends.cudnn.flags(enabled=True, allow_tf32=False):
            yield
    finally:
        matmul.allow_tf32 = before


def _is_short_of_memory(error: RuntimeError) -> bool:
    """Also the libraries beside PyTorch's own allocator, which raise plain RuntimeErrors, and MPS."""
    said = str(error)
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in said or "ALLOC_FAILED" in said


def _marks(witnesses: Witnesses) -> Tensor:
    """uint8 (T, 4): what :attr:`Evidence.marks` holds, greatest over the channels."""
    first = SHAPE_NAMES.index(REPEAT_NAMES[0])
    logs = witnesses.shapes[..., first : first + len(REPEAT_NAMES)].double()
    *repeated, anchors = (logs * math.log(10)).expm1().unbind(-1)
    shares = [255.0 * some / anchors.clamp_min(1.0) for some in repeated]
    marks = torch.stack((witnesses.wraps.double(), *shares), -1)
    return marks.round().clamp(0, 255).to(torch.uint8).amax(0)


class Judge:
    """From samples to confidences on one device. CUDA computes all of it; elsewhere the CPU computes the front end.

    (Apple's GPUs lack the double precision that the front end needs in places.)
    """

    def __init__(
        self, network: Network, device: torch.device, inspection: InspectionNetwork | None = None
    ) -> None:
        self.device = device
        self.notes: list[str] = []
        self._network = network.to(device).eval()
        self._inspection = None if inspection is None else inspection.to(self.front_device).eval()
        self._batch_frames = LARGEST_BATCH_FRAMES if device.type == "cpu" else LARGEST_BATCH_FRAMES_ON_GPU

    @property
    def front_device(self) -> torch.device:
        """Where witnesses are computed."""
        return self.device if self.device.type == "cuda" else torch.device("cpu")

    @property
    def is_on_gpu(self) -> bool:
        """Whether the front end runs there too: large blocks one after the other, not small ones side by side."""
        return self.front_device.type != "cpu"

    @property
    def halo_frames(self) -> int:
        """Frames on either side that a frame's confidence may depend on."""
        return CONTEXT_FRAMES + view_frames(self._network.shape) + INSPECTION_FRAMES

    def feed(self, framer: Framer, block: Samples) -> Tensor | None:
        """What the framer gives for the next block, where its witnesses will be computed."""
        return self._in_parts(
            lambda one: framer.feed(torch.from_numpy(one).to(self.front_device)),
            block,
            lambda one: [one],
            lambda one, _: one,
        )

    @torch.inference_mode()
    def witness(self, stretch: Tensor, grid: FrameGrid) -> Witnesses:
        """The witnesses of a stretch of samples."""
        made: Witnesses = self._in_parts(
            lambda one: self._witness(one, grid),
            stretch,
            lambda one: halves_of_stretch(one, grid, FEWEST_FRAMES),
            lambda one, later: one + later,
        )
        return made

    @torch.inference_mode()
    def judge(self, window: Window, grid: FrameGrid) -> Heard:
        """Confidences and evidence of a window's frames."""
        heard: Heard = self._in_parts(
            lambda one: self._judge(one, grid),
            window,
            lambda one: one.halves(self.halo_frames, FEWEST_FRAMES),
            lambda one, later: one + later,
        )
        return heard

    def _witness(self, stretch: Tensor, grid: FrameGrid) -> Witnesses:
        with full_precision(self.device):
            return witness_channels(stretch.to(self.front_device), grid)

    def _judge(self, window: Window, grid: FrameGrid) -> Heard:
        witnesses = window.witnesses.to(self.front_device)
        view = -(-view_frames(self._network.shape) // ALIGNMENT) * ALIGNMENT + INSPECTION_FRAMES
        first = max(0, window.start - view)
        with full_precision(self.device):
            inputs = (network_input(some, grid)[..., first : window.stop + view] for some in self._batches(witnesses))
            confidence = torch.cat([self._forward(some) for some in inputs])
            looks = self._looks(confidence, first, witnesses, window, grid)
        best, channel = confidence[..., window.start - first : window.stop - first].max(0)
        shown_by = channel.gather(0, best.argmax(0)[None])[0]
        frames = torch.arange(window.stop - window.start, device=shown_by.device)
        middle = witnesses.frames(window.start, window.stop)
        evidence = Evidence.rounded(middle.spike_at[shown_by, frames], middle.envelope[shown_by, frames])
        mains = mains_levels(witnesses.lowband, window.start, window.stop).amax(0)
        return Heard(best.half(), *evidence, mains, looks, _marks(middle))

    def _looks(
        self, confidence: Tensor, first: int, witnesses: Witnesses, window: Window, grid: FrameGrid
    ) -> Tensor:
        """What the inspection says of the window's suspects; ``confidence`` begins at frame ``first``."""
        frames = window.stop - window.start
        if self._inspection is None:
            return torch.zeros((frames, 0), dtype=torch.float16, device=confidence.device)
        begin, end = window.start - INSPECTION_FRAMES, window.stop + INSPECTION_FRAMES
        near = confidence[..., max(0, begin) - first : end - first]
        before = max(0, -begin)
        near = F.pad(near, (before, end - begin - before - near.shape[-1]))
        shape = self._inspection.shape
        suspects = find_suspects(near, witnesses, (window.start, window.stop), shape.types, grid.rate_hz)
        return looks_at(self._inspection, suspects, frames)

    def _batches(self, witnesses: Witnesses) -> Iterator[Witnesses]:
        """A few channels at a time."""
        together = max(1, self._batch_frames // witnesses.count)
        for place in range(0, len(witnesses.levels), together):
            yield Witnesses(*(part[place : place + together] for part in witnesses.parts()))

    def _forward(self, inputs: Tensor) -> Tensor:
        """Confidences (C, types, T) where the witnesses are."""
        return torch.sigmoid(self._network(inputs.to(self.device))).to(self.front_device)

    def _in_parts(
        self,
        work: Callable[[Work], Made],
        item: Work,
        halves: Callable[[Work], list[Work]],
        join: Callable[[Made, Made], Made],
    ) -> Made:
        """``work`` of the item; where memory is short, of its halves; at last on the CPU."""
        try:
            return work(item)
        except RuntimeError as error:
            if self.device.type == "cpu" or not _is_short_of_memory(error):
                raise
        # Not within `except`: the error holds on to what was computed until then.
        parts = halves(item)
        self._make_room(is_smallest=len(parts) == 1)
        return reduce(join, [self._in_parts(work, part, halves, join) for part in parts])

    def _make_room(self, is_smallest: bool) -> None:
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        self._batch_frames = max(1, self._batch_frames // 2)
        if not is_smallest:
            return
        self.notes.append(
            f"The memory of the {self.device.type.upper()} device did not suffice; the CPU goes on."
        )
        log.warning(self.notes[-1])
        self.device = torch.device("cpu")
        self._network = self._network.to(self.device)
        self._inspection = None if self._inspection is None else self._inspection.to(self.device)
