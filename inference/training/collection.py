"""The examples a network learns from: those that are prepared already, drawn by weight, on the device that learns.

More may appear while it learns; the oldest then leave when memory would not hold them all. Clean examples that the
network is wrong about are drawn oftener: what is mined.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from inference.training.dataset import Prepared, read_shard, shards_in

CLEAN_WEIGHT = 0.5
MINED_WEIGHT = 2.5
MINED_SHARE = 0.25

Alarm = Callable[[Sequence[Prepared]], list[float]]
"""How wrong a network is about clean examples, a number each."""


class Collection:
    """Prepared examples of some folders, in the order in which they appeared.

    ``most``: how many are held; ``met``: how many there were in all.
    """

    def __init__(self, folders: Sequence[Path], device: torch.device, most: int = 1_000_000) -> None:
        self.examples: list[Prepared] = []
        self.met = 0
        self._most = most
        self._folders = folders
        self._device = device
        self._known: set[Path] = set()
        self._weights: NDArray[np.float64] = np.zeros(0)

    @classmethod
    def of(cls, examples: Sequence[Prepared]) -> Collection:
        """A collection of just these, on the CPU."""
        made = cls((), torch.device("cpu"))
        made._add(examples)
        return made

    def gather(self, most: int = 1_000_000) -> int:
        """Take in the shards that have appeared since, ``most`` of them; how many examples there are now."""
        fresh = [path for folder in self._folders for path in shards_in(folder) if path not in self._known]
        fresh.sort(key=lambda path: path.name)
        for path in fresh[:most]:
            self._known.add(path)
            self._add([self._moved(one) for one in read_shard(path)])
        return len(self.examples)

    def draw(self, count: int, order: np.random.Generator) -> list[Prepared]:
        """Examples drawn by weight."""
        chances = np.cumsum(self._weights)
        at = np.searchsorted(chances, order.random(count) * chances[-1], side="right")
        return [self.examples[n] for n in at.clip(0, len(self.examples) - 1)]

    def mine(self, alarm: Alarm) -> None:
        """Draw the clean examples that raise the greatest alarm oftener, until the next time."""
        clean = [n for n, one in enumerate(self.examples) if not one.events]
        if not clean:
            return
        alarms = np.array(alarm([self.examples[n] for n in clean]))
        worst = np.array(clean)[np.argsort(alarms)[::-1][: int(len(clean) * MINED_SHARE)]]
        self._weights[clean] = CLEAN_WEIGHT
        self._weights[worst] = MINED_WEIGHT

    def _moved(self, example: Prepared) -> Prepared:
        if self._device.type == "cpu":
            return example
        return replace(example, inputs=torch.as_tensor(example.inputs).to(self._device))

    def _add(self, examples: Sequence[Prepared]) -> None:
        self.examples += examples
        self.met += len(examples)
        weights = [1.0 if one.events else CLEAN_WEIGHT for one in examples]
        self._weights = np.concatenate([self._weights, weights])[-self._most :]
        del self.examples[: -self._most]
