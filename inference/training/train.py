"""Training of one network on prepared examples.

Binary cross entropy per frame and type with more weight on the rare ones; frames at the edges of events count
neither way. AdamW with a cosine of the learning rate; what is kept is the running average of the weights.
"""

from __future__ import annotations

import copy
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from inference.engine.context import ALIGNMENT
from inference.engine.network import Network, NetworkShape, WitnessNetwork
from inference.training.collection import Collection
from inference.training.dataset import EITHER_WAY, TYPES, Prepared

log = logging.getLogger(__name__)

POSITIVE_WEIGHT = {
    "click": 3.0, "glitch": 4.0, "dropout": 2.0, "clipping": 1.0, "distortion": 1.0, "noise_burst": 2.0, "hum": 1.0,
}  # fmt: skip
TYPE_WEIGHT = {
    "click": 6.0, "glitch": 6.0, "dropout": 4.0, "clipping": 1.5, "distortion": 1.5, "noise_burst": 3.0, "hum": 0.7,
}  # fmt: skip
"""Short types fill few frames; without this the long ones would own the loss."""
Net = TypeVar("Net", bound=nn.Module)
GATHER_STEPS = 50
LOG_STEPS = 500


@dataclass(frozen=True)
class Recipe:
    """How a network is trained.

    The same recipe and examples give the same network on one machine, unless ``minutes`` is set: then training
    ends by the clock, with the learning rate brought down by then. ``noise``: deviation of what is added to the
    scaled inputs; ``masked``: share of the inputs that an example is not shown; ``mined_at``: shares of the training
    after which the clean examples are listened to for false alarms; ``half``: multiply in bfloat16; ``kept``: how much
    of the running average of the weights each step keeps, once it is under way.
    """

    seed: int = 1
    steps: int = 12_000
    minutes: float | None = None
    batch: int = 6
    rate: float = 2e-3
    dropout: float = 0.05
    weight_decay: float = 1e-2
    noise: float = 0.05
    masked: float = 0.03
    width: int = 64
    slow_width: int = 80
    fast_layers: int = 2
    crop_frames: int = 608
    mined_at: tuple[float, ...] = (0.35, 0.55, 0.75)
    half: bool = False
    kept: float = 0.9985

    def shape(self, inputs: int) -> NetworkShape:
        """The network that this trains."""
        return NetworkShape(inputs, len(TYPES), self.width, self.slow_width, fast_layers=self.fast_layers)


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
    step = max(1, len(examples) // 400)
    some = torch.cat([torch.as_tensor(one.inputs)[0][:, ::7].float() for one in examples[::step]], 1)
    return some.mean(1, keepdim=True), 1.0 / some.std(1, keepdim=True).clamp_min(0.05)


def frame_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean weighted binary cross entropy of (B, types, T) logits; frames labelled 2 do not count."""
    counted = labels != EITHER_WAY
    positive = torch.tensor([POSITIVE_WEIGHT[name] for name in TYPES], device=logits.device)[:, None]
    weight = torch.tensor([TYPE_WEIGHT[name] for name in TYPES], device=logits.device)[:, None]
    loss = F.binary_cross_entropy_with_logits(
        logits, (labels == 1).float(), pos_weight=positive, reduction="none"
    )
    return (loss * counted * weight).sum() / counted.sum()


def batch_inputs(batch: Sequence[Prepared]) -> tuple[Tensor, list[int]]:
    """Inputs (channels of all, INPUTS, T) float32 of examples of one length, and how many channels each has."""
    inputs = torch.cat([torch.as_tensor(one.inputs) for one in batch]).float()
    return inputs, [len(one.inputs) for one in batch]


def greatest(logits: Tensor, channels: Sequence[int]) -> Tensor:
    """(B, types, T): per example the greatest logit of its channels, as in detection."""
    first = np.cumsum([0, *channels[:-1]])
    rounds = [first + np.minimum(n, np.array(channels) - 1) for n in range(max(channels))]
    best = logits[torch.from_numpy(rounds[0]).to(logits.device)]
    for at in rounds[1:]:
        best = torch.maximum(best, logits[torch.from_numpy(at).to(logits.device)])
    return best


def batch_logits(network: Network, batch: Sequence[Prepared]) -> Tensor:
    """(B, types, T) of examples of one length."""
    inputs, channels = batch_inputs(batch)
    return greatest(network(inputs), channels)


@torch.no_grad()
def alarms(network: WitnessNetwork, clean: Sequence[Prepared], together: int = 6) -> list[float]:
    """How wrong the network is about each clean example: the mean of its twenty greatest confidences."""
    found: list[float] = []
    for at in range(0, len(clean), together):
        loudest = torch.sigmoid(batch_logits(network, clean[at : at + together])).amax(1)
        found += loudest.topk(20, -1).values.mean(-1).tolist()
    return found


def train(
    examples: Collection,
    recipe: Recipe,
    device: torch.device | None = None,
    begin: WitnessNetwork | None = None,
    keep: Callable[[WitnessNetwork], None] = lambda network: None,
) -> WitnessNetwork:
    """A network trained on these examples and those that are gathered meanwhile; it comes back on the CPU.

    ``begin``: a trained network to go on with; the recipe's sizes do not count then. ``keep`` is given the network as
    it is at every report.
    """
    device = device or torch.device("cpu")
    torch.manual_seed(recipe.seed)
    network = _begun(examples, recipe, begin).to(device)
    course = _Course(network, recipe)
    mined = 0
    while (passed := course.passed) < 1:
        if course.steps % GATHER_STEPS == 0:
            examples.gather(6)
        if mined < len(recipe.mined_at) and passed >= recipe.mined_at[mined]:
            mined += 1
            examples.mine(lambda clean: alarms(course.average, clean))
        course.step(examples, passed)
        if course.steps % LOG_STEPS == 0:
            course.report(examples.met)
            keep(course.average)
    return course.average.eval().cpu()


def between(begun: Net, learnt: Net, share: float) -> Net:
    """The network on the way from the one to the other, ``share`` of the way: it forgets less of what was known.

    Both must be of one shape and the second have begun as the first (Wortsman et al., "Robust fine-tuning of zero-shot
    models", 2022).
    """
    middle = copy.deepcopy(learnt)
    with torch.no_grad():
        for kept, old in zip(middle.parameters(), begun.parameters(), strict=True):
            kept.lerp_(old, 1.0 - share)
    return middle


def _begun(examples: Collection, recipe: Recipe, begin: WitnessNetwork | None) -> WitnessNetwork:
    """The network as it is before the first step."""
    if begin is None:
        network = WitnessNetwork(recipe.shape(examples.examples[0].inputs.shape[1]), recipe.dropout)
        network.begin_with(*(part.cpu() for part in input_scaling(examples.examples)))
    else:
        network = WitnessNetwork(begin.shape, recipe.dropout)
        network.load_state_dict(begin.state_dict())
    return network


class _Course:
    """A network under way: its optimiser, its running average, its clock."""

    def __init__(self, network: WitnessNetwork, recipe: Recipe) -> None:
        self.network, self.recipe = network, recipe
        self.average = copy.deepcopy(network).eval()
        self.steps = 0
        self._order = np.random.default_rng(recipe.seed)
        self._began = time.monotonic()
        self._losses: list[Tensor] = []
        self._optimiser = torch.optim.AdamW(
            network.parameters(), recipe.rate, weight_decay=recipe.weight_decay, betas=(0.9, 0.98), fused=True
        )

    @property
    def minutes(self) -> float:
        return (time.monotonic() - self._began) / 60

    @property
    def passed(self) -> float:
        """How much of the training is over, 0–1: by the clock or by steps, whichever ends first."""
        by_clock = 0.0 if self.recipe.minutes is None else self.minutes / self.recipe.minutes
        return max(by_clock, self.steps / self.recipe.steps)

    def step(self, examples: Collection, passed: float) -> None:
        """One step on a batch drawn from the examples."""
        recipe, device = self.recipe, next(self.network.parameters()).device
        self._set_rate(passed)
        drawn = examples.draw(recipe.batch, self._order)
        batch = [cropped(one, recipe.crop_frames, self._order) for one in drawn]
        labels = torch.from_numpy(np.stack([one.labels for one in batch])).to(device, non_blocking=True)
        inputs, channels = batch_inputs(batch)
        self.network.train()
        with torch.autocast(device.type, torch.bfloat16, enabled=recipe.half):
            logits = self.network(self._disturbed(inputs))
        loss = frame_loss(greatest(logits.float(), channels), labels)
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self._optimiser.step()
        self.steps += 1
        self._follow(min(recipe.kept, (1 + self.steps) / (10 + self.steps)))
        self._losses.append(loss.detach())

    def _disturbed(self, inputs: Tensor) -> Tensor:
        """Inputs with noise in units of their deviation, and some of them at their mean throughout."""
        noisy = inputs + torch.randn_like(inputs) * (self.recipe.noise / self.network.input_scale)
        hidden = torch.rand(*inputs.shape[:2], 1, device=inputs.device) < self.recipe.masked
        return torch.where(hidden, self.network.input_mean, noisy)

    @torch.no_grad()
    def _follow(self, keep: float) -> None:
        """Move the running average of the weights, which is what is shipped, towards the network."""
        kept: list[Tensor] = list(self.average.parameters())
        new: list[Tensor] = list(self.network.parameters())
        torch._foreach_lerp_(kept, new, 1 - keep)

    def _set_rate(self, passed: float) -> None:
        """Warm up over the first 3 %, then a half cosine down to a hundredth."""
        warm = min(1.0, passed / 0.03 + 0.05)
        factor = warm * (0.01 + 0.99 * 0.5 * (1 + np.cos(np.pi * min(1.0, passed))))
        for group in self._optimiser.param_groups:
            group["lr"] = self.recipe.rate * factor

    def report(self, examples: int) -> None:
        """Say how far it is."""
        loss = float(torch.stack(self._losses).mean())
        self._losses.clear()
        log.info("step %d loss %.4f, %d examples, after %.1f min", self.steps, loss, examples, self.minutes)
