"""What the inspection network learns from: the suspects that a trained network finds in examples it has not met.

Kept on disk in shards as the examples are; which of a suspect's types are really there says the example's own truth.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from inference.engine.context import network_input
from inference.engine.frame_grid import FrameGrid
from inference.engine.inspection import (
    INSPECTION_FRAMES,
    InspectionNetwork,
    InspectionShape,
    Suspects,
    find_suspects,
)
from inference.engine.network import Network
from inference.training.dataset import (
    EITHER_WAY,
    TYPES,
    ExampleLike,
    MakeExample,
    label_events,
    without_twin,
    witnessed,
)

log = logging.getLogger(__name__)
INSPECTED = 3
"""Click, glitch and dropout: what is short, and lies at one place."""
SHARD_EXAMPLES = 24
LOG_STEPS = 500


@dataclass(frozen=True)
class InspectionRecipe:
    """How the inspection network is trained: AdamW, the rate rising and falling once."""

    seed: int = 1
    rounds: float = 6.0
    batch: int = 256
    rate: float = 2e-3
    dropout: float = 0.2
    weight_decay: float = 2e-2
    width: int = 24


GOING_ON = InspectionRecipe(rounds=4.0, rate=1e-3)
"""For a network that has learned before."""


@dataclass(frozen=True)
class Lesson:
    """Suspects with the truth: ``labels`` uint8 (N, types), 0 clean, 1 an artifact, 2 either way."""

    suspects: Suspects
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    @classmethod
    def of(cls, lessons: list[Lesson]) -> Lesson:
        """All of them as one."""
        parts = zip(*(one.suspects.parts() for one in lessons), strict=True)
        return cls(Suspects(*(torch.cat(part) for part in parts)), torch.cat([one.labels for one in lessons]))


@torch.inference_mode()
def lesson(example: ExampleLike, network: Network) -> Lesson:
    """What the network suspects in one example."""
    grid = FrameGrid.for_rate(example.rate_hz)
    witnesses = witnessed(without_twin(example.samples), grid)
    confidence = torch.sigmoid(network(network_input(witnesses, grid)))
    near = F.pad(confidence, (INSPECTION_FRAMES, INSPECTION_FRAMES))
    suspects = find_suspects(near, witnesses, (0, witnesses.count), INSPECTED, grid.rate_hz)
    labels = torch.from_numpy(label_events(example, witnesses.count, grid.hop_s))
    return Lesson(suspects, labels[:INSPECTED, suspects.frame].T.contiguous())


def prepare_lessons(folder: Path, make: MakeExample, number: int, network: Network) -> Path:
    """Shard ``number`` of lessons, unless it is there; where it lies."""
    path = folder / f"lessons-{number:06d}.npz"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        first = number * SHARD_EXAMPLES
        whole = Lesson.of([lesson(make(n), network) for n in range(first, first + SHARD_EXAMPLES)])
        part = path.with_suffix(".part.npz")
        np.savez(part, labels=whole.labels.numpy(), **_arrays(whole.suspects))
        part.replace(path)
    return path


def _arrays(suspects: Suspects) -> dict[str, Any]:
    """Half precision is enough of them."""
    names = zip(Suspects.__dataclass_fields__, suspects.parts(), strict=True)
    return {name: (part.half() if part.is_floating_point() else part).numpy() for name, part in names}


def read_lessons(folder: Path) -> Lesson:
    """All lessons of a folder."""
    lessons = []
    for path in sorted(folder.glob("lessons-*.npz")):
        if path.name.endswith(".part.npz"):
            continue
        with np.load(path) as shard:
            suspects = Suspects(*(torch.from_numpy(shard[name]) for name in Suspects.__dataclass_fields__))
            lessons.append(Lesson(suspects, torch.from_numpy(shard["labels"])))
    return Lesson.of(lessons)


def inspection_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean binary cross entropy of (N, types); what may be either way does not count."""
    counted = (labels != EITHER_WAY).float()
    loss = F.binary_cross_entropy_with_logits(logits, (labels == 1).float(), reduction="none")
    return (loss * counted).sum() / counted.sum().clamp_min(1.0)


def learn(
    lessons: Lesson, recipe: InspectionRecipe = InspectionRecipe(), begin: InspectionNetwork | None = None
) -> InspectionNetwork:
    """The inspection network that these lessons give; the same on one machine for the same recipe.

    ``begin``: what it knows already; it is left as it is.
    """
    torch.manual_seed(recipe.seed)
    shape = InspectionShape(INSPECTED, len(TYPES), recipe.width) if begin is None else begin.shape
    network = InspectionNetwork(shape, recipe.dropout)
    if begin is not None:
        network.load_state_dict(begin.state_dict())
    steps = max(10, round(recipe.rounds * len(lessons) / recipe.batch))
    optimiser = torch.optim.AdamW(network.parameters(), recipe.rate, weight_decay=recipe.weight_decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, recipe.rate, steps)
    order = torch.Generator().manual_seed(recipe.seed)
    draw = Draw(lessons.suspects.code, order)
    running = 0.0
    for step in range(steps):
        chosen = draw(recipe.batch)
        loss = inspection_loss(network(_turned(lessons.suspects.some(chosen), order)), lessons.labels[chosen])
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        optimiser.step()
        schedule.step()
        running = loss.item() if step == 0 else 0.98 * running + 0.02 * loss.item()
        if step % LOG_STEPS == 0:
            log.info("inspection: step %d of %d, loss %.4f", step, steps, running)
    return network.eval()


class Draw:
    """Draws suspects, of each type equally often: splices are suspected four times as often as clicks are."""

    def __init__(self, code: Tensor, order: torch.Generator) -> None:
        self._sorted = code.argsort(stable=True)
        counts = code.bincount()
        self._counts = counts[counts > 0]
        self._first = self._counts.cumsum(0) - self._counts
        self._order = order

    def __call__(self, count: int) -> Tensor:
        """Numbers of so many suspects."""
        kind = torch.randint(0, len(self._counts), (count,), generator=self._order)
        place = torch.rand(count, generator=self._order, dtype=torch.float64) * self._counts[kind]
        return self._sorted[self._first[kind] + place.long()]


def _turned(suspects: Suspects, order: torch.Generator) -> Suspects:
    """Some of the waves upside down: which way is up says nothing. In single precision."""
    sign = torch.randint(0, 2, (len(suspects), 1), generator=order) * 2.0 - 1.0
    frame, code, wave, low, *rest = suspects.parts()
    return Suspects(frame, code, wave.float() * sign, low.float() * sign, *(part.float() for part in rest))
