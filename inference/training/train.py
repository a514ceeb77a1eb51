"""Training the network on prepared examples."""

from __future__ import annotations

import copy
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from inference.engine.context import ALIGNMENT
from inference.engine.network import Network, NetworkShape, WitnessNetwork
from inference.training.dataset import EITHER_WAY, TYPES, Prepared

log = logging.getLogger(__name__)

POSITIVE_WEIGHT = {
    "click": 3.0, "glitch": 4.0, "dropout": 2.0, "clipping": 1.0, "distortion": 1.0, "noise_burst": 2.0, "hum": 1.0,
}  # fmt: skip
TYPE_WEIGHT = {
    "click": 6.0, "glitch": 6.0, "dropout": 4.0, "clipping": 1.0, "distortion": 1.0, "noise_burst": 3.0, "hum": 0.7,
}  # fmt: skip
"""Short types fill few frames; without this the long ones would own the loss."""


KEPT = 0.995
"""How much of the running average of the weights each step keeps, once it is under way."""


@dataclass(frozen=True)
class Recipe:
    """How a network is trained.

    The same recipe and examples give the same network on one machine, unless ``minutes`` is set: then training
    ends by the clock, with the learning rate brought down by then.
    """

    seed: int = 1
    epochs: int = 20
    minutes: float | None = None
    batch: int = 6
    rate: float = 2e-3
    dropout: float = 0.05
    weight_decay: float = 1e-2
    width: int = 64
    slow_width: int = 80
    crop_frames: int = 608


def cropped(example: Prepared, frames: int, order: np.random.Generator) -> Prepared:
    """A stretch of this many frames, around an event of the example when it has any: a type first, then one of it."""
    total = example.inputs.shape[-1]
    if total <= frames:
        return example
    if example.events:
        code = order.choice(sorted({event[0] for event in example.events}))
        own = [event for event in example.events if event[0] == code]
        middle = int(order.choice([event[1] for event in own]) / example.hop_s) - int(
            order.integers(60, frames - 60)
        )
    else:
        middle = int(order.integers(0, total - frames + 1))
    start = min(max(0, middle), total - frames) // ALIGNMENT * ALIGNMENT
    inputs, labels = example.inputs[..., start : start + frames], example.labels[:, start : start + frames]
    return replace(example, inputs=inputs, labels=labels)


def input_scaling(examples: Sequence[Prepared]) -> tuple[Tensor, Tensor]:
    """Mean and one over the deviation of each input, (INPUTS, 1) both, over a sample of the examples."""
    step = max(1, len(examples) // 200)
    some = np.concatenate([one.inputs[0][:, ::7].astype(np.float32) for one in examples[::step]], axis=1)
    mean, deviation = some.mean(1, keepdims=True), some.std(1, keepdims=True)
    return torch.from_numpy(mean), torch.from_numpy(1.0 / np.maximum(deviation, 0.05))


def frame_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean weighted binary cross entropy of (B, types, T) logits; frames labelled 2 do not count."""
    counted = labels != EITHER_WAY
    positive = torch.tensor([POSITIVE_WEIGHT[name] for name in TYPES])[:, None]
    weight = torch.tensor([TYPE_WEIGHT[name] for name in TYPES])[:, None]
    loss = F.binary_cross_entropy_with_logits(
        logits, (labels == 1).float(), pos_weight=positive, reduction="none"
    )
    return (loss * counted * weight).sum() / counted.sum()


def batch_logits(network: Network, batch: Sequence[Prepared]) -> Tensor:
    """(B, types, T): per example the greatest logit of its channels, as in detection."""
    inputs = torch.from_numpy(np.concatenate([one.inputs for one in batch])).float()
    logits = network(inputs)
    parts = logits.split([len(one.inputs) for one in batch])
    return torch.stack([part.amax(0) for part in parts])


def train(
    examples: Sequence[Prepared],
    recipe: Recipe,
    start_from: WitnessNetwork | None = None,
    on_epoch: Callable[[int, WitnessNetwork], None] | None = None,
) -> WitnessNetwork:
    """A network trained on these examples; the same recipe and examples give the same network on one machine."""
    torch.manual_seed(recipe.seed)
    order = np.random.default_rng(recipe.seed)
    shape = NetworkShape(examples[0].inputs.shape[1], len(TYPES), recipe.width, recipe.slow_width)
    network = WitnessNetwork(shape, recipe.dropout)
    if start_from is None:
        mean, scale = input_scaling(examples)
        network.begin_with(mean, scale)
    else:
        network.load_state_dict(start_from.state_dict())
    optimiser = torch.optim.AdamW(
        network.parameters(), recipe.rate, weight_decay=recipe.weight_decay, betas=(0.9, 0.98), fused=True
    )
    average = copy.deepcopy(network)
    began = time.monotonic()
    steps = 0
    for epoch in range(recipe.epochs):
        losses: list[float] = []
        for at in _batches(len(examples), recipe.batch, order):
            by_count = (epoch + len(losses) * recipe.batch / len(examples)) / recipe.epochs
            passed = max(by_count, _clock_share(began, recipe))
            _set_rate(optimiser, recipe.rate, passed)
            batch = [cropped(examples[n], recipe.crop_frames, order) for n in at]
            losses.append(_step(network, optimiser, batch))
            steps += 1
            _follow(average, network, min(KEPT, (1 + steps) / (10 + steps)))
            if passed >= 1:
                break
        log.info("epoch %d loss %.4f after %.1f min", epoch, np.mean(losses), (time.monotonic() - began) / 60)
        if on_epoch is not None:
            on_epoch(epoch, average)
        if _clock_share(began, recipe) >= 1:
            break
    return average.eval()


def _clock_share(began: float, recipe: Recipe) -> float:
    return 0.0 if recipe.minutes is None else (time.monotonic() - began) / (60 * recipe.minutes)


@torch.no_grad()
def _follow(average: WitnessNetwork, network: WitnessNetwork, keep: float) -> None:
    """Move the running average of the weights, which is what is shipped, towards the network."""
    for kept, new in zip(average.parameters(), network.parameters(), strict=True):
        kept.lerp_(new, 1 - keep)


def _batches(count: int, batch: int, order: np.random.Generator) -> list[NDArray[np.int64]]:
    shuffled = order.permutation(count)
    return [shuffled[at : at + batch] for at in range(0, count, batch)]


def _set_rate(optimiser: torch.optim.Optimizer, rate: float, passed: float) -> None:
    """Warm up over the first 3 %, then a half cosine down to a hundredth."""
    warm = min(1.0, passed / 0.03 + 0.05)
    factor = warm * (0.01 + 0.99 * 0.5 * (1 + np.cos(np.pi * min(1.0, passed))))
    for group in optimiser.param_groups:
        group["lr"] = rate * factor


def _step(network: WitnessNetwork, optimiser: torch.optim.Optimizer, batch: Sequence[Prepared]) -> float:
    network.train()
    labels = torch.from_numpy(np.stack([one.labels for one in batch]))
    loss = frame_loss(batch_logits(network, batch), labels)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())
