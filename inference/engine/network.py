"""The network: frames of witnesses in, one logit per artifact type and frame out.

A small temporal convolution network with a finite view: full-rate layers for short faults, a branch at a quarter
of the rate with dilated layers for what needs seconds. It sees :data:`VIEW_FRAMES` frames on either side, so that
blocks with that much overlap give the result of the whole. A model may hold several such networks, trained from
different seeds: their mean errs less than each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

ARCHITECTURE = "relay-witness-tcn-2"
STRIDE = 4
JOIN_REACH = 3


@dataclass(frozen=True)
class NetworkShape:
    """The sizes that make one network of the architecture; stored in the card."""

    inputs: int
    types: int
    width: int = 64
    slow_width: int = 80
    slow_layers: int = 6
    fast_layers: int = 2
    join_layers: int = 2
    members: int = 1

    @classmethod
    def from_card(cls, fields: dict[str, Any]) -> NetworkShape:
        """Raises ValueError when a size is missing, no whole number, or absurd."""
        try:
            sizes = {"members": 1, "fast_layers": 2, "join_layers": 2, **fields}
            shape = cls(**{name: int(sizes[name]) for name in cls.__dataclass_fields__})
        except (KeyError, TypeError) as error:
            raise ValueError(f"the network's sizes are not complete ({error})") from error
        counts = shape.slow_layers, shape.fast_layers, shape.join_layers, shape.members
        if not all(1 <= size <= 4096 for size in asdict(shape).values()) or max(counts) > 8:
            raise ValueError("the network's sizes are out of range")
        return shape


def view_frames(shape: NetworkShape) -> int:
    """How many frames on either side of a frame its logits depend on, rounded up to whole strides."""
    fast = sum(reach // 2 for reach in _fast_reaches(shape)) + shape.join_layers * (JOIN_REACH // 2)
    slow = 1 << shape.slow_layers
    return -(-fast // STRIDE) * STRIDE + STRIDE * (slow + 2)


def _fast_reaches(shape: NetworkShape) -> list[int]:
    """Frames that each of the fast layers sees at once: three the first, five those after it."""
    return [3] + [5] * (shape.fast_layers - 1)


class _Layer(nn.Module):
    """Residual convolution over time; the normalisation is over channels, of one frame at a time."""

    def __init__(self, width: int, reach: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.wide = nn.Conv1d(width, width, reach, padding=dilation * (reach // 2), dilation=dilation)
        self.mix = nn.Conv1d(width, width, 1)
        self.scale = nn.Parameter(torch.full((width, 1), 0.3))
        self.dropout = nn.Dropout1d(dropout)

    def forward(self, frames: Tensor) -> Tensor:
        """(B, width, T) to (B, width, T)."""
        change = self.mix(self.wide(frames).relu_())
        return torch.addcmul(frames, self.dropout(change), self.scale).relu_()


class WitnessNetwork(nn.Module):
    """(B, inputs, T) to logits (B, types, T); T must be a multiple of :data:`STRIDE`."""

    def __init__(self, shape: NetworkShape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        width, slow = shape.width, shape.slow_width
        self.input_mean: Tensor
        self.input_scale: Tensor
        self.register_buffer("input_mean", torch.zeros(shape.inputs, 1))
        self.register_buffer("input_scale", torch.ones(shape.inputs, 1))
        self.enter = nn.Conv1d(shape.inputs, width, 1)
        self.fast = nn.Sequential(*(_Layer(width, reach, 1, dropout) for reach in _fast_reaches(shape)))
        self.down = nn.Conv1d(2 * width, slow, 1)
        self.slow = nn.Sequential(*(_Layer(slow, 3, 2**n, dropout) for n in range(shape.slow_layers)))
        self.up = nn.Conv1d(slow, width, 1)
        self.join = nn.Sequential(*(_Layer(width, JOIN_REACH, 1, dropout) for _ in range(shape.join_layers)))
        self.leave = nn.Conv1d(width, shape.types, 1)

    def begin_with(self, mean: Tensor, scale: Tensor) -> None:
        """Before training: the inputs' mean and scale (inputs, 1), and that artifacts are rare."""
        self.load_state_dict({"input_mean": mean, "input_scale": scale}, strict=False)
        with torch.no_grad():
            for bias in self.leave.parameters():
                if bias.ndim == 1:
                    bias.fill_(-4.0)

    def forward(self, frames: Tensor) -> Tensor:
        """Logits; confidence is their sigmoid, calibrated per type later."""
        scaled = (frames - self.input_mean).mul_(self.input_scale).clamp_(-6.0, 6.0)
        fast = self.fast(self.enter(scaled).relu_())
        pooled = torch.cat(
            (nn.functional.avg_pool1d(fast, STRIDE), nn.functional.max_pool1d(fast, STRIDE)), 1
        )
        slow = self.up(self.slow(self.down(pooled).relu_()))
        joined = self.join((fast.unflatten(-1, (-1, STRIDE)) + slow[..., None]).relu_().flatten(-2))
        logits: Tensor = self.leave(joined)
        return logits


class Ensemble(nn.Module):
    """Several networks of one shape that hear the same frames; their logits' mean is what counts."""

    def __init__(self, members: Sequence[WitnessNetwork]) -> None:
        super().__init__()
        self.shape = replace(members[0].shape, members=len(members))
        self.members = nn.ModuleList(members)

    def forward(self, frames: Tensor) -> Tensor:
        """(B, inputs, T) to mean logits (B, types, T)."""
        logits: Tensor = torch.stack([member(frames) for member in self.members]).mean(0)
        return logits


Network = WitnessNetwork | Ensemble


def untaught(shape: NetworkShape) -> Network:
    """A network of this shape whose weights are yet to be loaded."""
    members = [WitnessNetwork(replace(shape, members=1)) for _ in range(shape.members)]
    return members[0] if shape.members == 1 else Ensemble(members)
