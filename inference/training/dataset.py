"""Examples turned once into what the network hears, kept on disk, so that training reads numbers and no audio.

A folder of shards, each an ``.npz``: ``inputs`` float16 (channels of all its examples, INPUTS, T), ``channels`` (how
many belong to each example), ``labels`` uint8 (examples, types, T) with 0 clean, 1 artifact and 2 either way, and
``kinds``; events in milliseconds beside them for calibration.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from inference.engine.context import ALIGNMENT, network_input
from inference.engine.frame_grid import FrameGrid
from inference.engine.front_end import Witnesses
from inference.engine.stream import Framer, witness_channels
from inference.training.corpus import SourcePool, open_corpus
from inference.training.sources import PARTS
from inference.training.synthesis import Example, Recipe, make_example

TYPES = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")
EXAMPLE_S = 12.0
FRAMES = 1200
EITHER_WAY = 2
SHARD_EXAMPLES = 24
SOFT_EDGE_FRAMES = {
    "click": 1,
    "glitch": 1,
    "dropout": 1,
    "clipping": 4,
    "distortion": 4,
    "noise_burst": 1,
    "hum": 25,
}
"""Frames around an event's edges that count as neither: ramps, and the onset collar of the judges."""

log = logging.getLogger(__name__)


class EventLike(Protocol):
    """An artifact put into an example: seconds from its beginning.

    ``counts``: False when it can hardly be heard; then neither answer is wrong.
    """

    @property
    def artifact_type(self) -> str: ...
    @property
    def start_s(self) -> float: ...
    @property
    def end_s(self) -> float: ...
    @property
    def counts(self) -> bool: ...


class ExampleLike(Protocol):
    """Samples float32 (n, channels) at ``rate_hz`` with their events."""

    @property
    def samples(self) -> NDArray[np.float32]: ...
    @property
    def rate_hz(self) -> int: ...
    @property
    def events(self) -> Sequence[EventLike]: ...
    @property
    def content_kind(self) -> str: ...


MakeExample = Callable[[int], ExampleLike]


@dataclass(frozen=True)
class PoolExamples:
    """Makes the examples of one part of the corpus by number; the same number gives the same example."""

    root: Path
    part: str
    seed: int
    recipe: Recipe = field(default_factory=Recipe)

    def __call__(self, number: int) -> Example:
        """Example ``number`` of this part."""
        pool = open_pool(self.root, self.part)
        rng = np.random.default_rng([self.seed, PARTS.index(self.part), number])
        return make_example(rng, pool, EXAMPLE_S, self.recipe)


@lru_cache(maxsize=4)
def open_pool(root: Path, part: str) -> SourcePool:
    """One part of the corpus, opened once in each process."""
    return open_corpus(root).part(part)


@dataclass(frozen=True)
class Prepared:
    """One example as the network meets it: inputs float16 (C, INPUTS, T), labels uint8 (types, T), its events.

    ``inputs`` is a tensor, on the device that learns from it, once it was moved there.
    """

    inputs: NDArray[np.float16] | torch.Tensor
    labels: NDArray[np.uint8]
    kind: str
    hop_s: float
    events: tuple[tuple[int, float, float], ...]


def prepare(example: ExampleLike) -> Prepared:
    """Inputs and labels of one example."""
    grid = FrameGrid.for_rate(example.rate_hz)
    inputs = inputs_of(without_twin(example.samples), grid)
    labels = label_events(example, min(inputs.shape[-1], FRAMES), grid.hop_s)
    events = _spans(example, counts=True)
    return Prepared(
        fit(inputs, FRAMES), fit(labels, FRAMES, EITHER_WAY), example.content_kind, grid.hop_s, events
    )


def without_twin(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """One channel of two that are the same: there is nothing more to learn from the other."""
    is_twin = samples.shape[1] == 2 and np.array_equal(samples[:, 0], samples[:, 1])
    return samples[:, :1] if is_twin else samples


def label_events(example: ExampleLike, frames: int, hop_s: float) -> NDArray[np.uint8]:
    """(types, frames): the labels of an example's events, as :func:`label_frames` gives them."""
    return label_frames(_spans(example, counts=True), frames, hop_s, _spans(example, counts=False))


def _spans(example: ExampleLike, *, counts: bool) -> tuple[tuple[int, float, float], ...]:
    return tuple(
        (TYPES.index(event.artifact_type), event.start_s, event.end_s)
        for event in example.events
        if event.counts == counts
    )


def inputs_of(samples: NDArray[np.float32], grid: FrameGrid) -> NDArray[np.float16]:
    """(C, INPUTS, T) of a whole example, T a multiple of ALIGNMENT, by the way that detection goes."""
    return network_input(witnessed(samples, grid), grid).half().numpy()


def witnessed(samples: NDArray[np.float32], grid: FrameGrid) -> Witnesses:
    """The witnesses of a whole example."""
    framer = Framer(grid, samples.shape[1])
    stretches = (framer.feed(np.ascontiguousarray(samples, dtype=np.float32)), framer.finish())
    parts = [witness_channels(stretch, grid) for stretch in stretches if stretch is not None]
    witnesses = parts[0]
    for part in parts[1:]:
        witnesses = witnesses + part
    return witnesses


def fit(array: NDArray[Any], frames: int, fill: int = 0) -> NDArray[Any]:
    """Cut or padded to this many frames (the last axis)."""
    kept = array[..., :frames]
    missing = frames - kept.shape[-1]
    pad = [(0, 0)] * (kept.ndim - 1) + [(0, missing)]
    return np.pad(kept, pad, constant_values=fill) if missing else np.ascontiguousarray(kept)


def label_frames(
    events: Iterable[tuple[int, float, float]],
    frames: int,
    hop_s: float,
    doubtful: Iterable[tuple[int, float, float]] = (),
) -> NDArray[np.uint8]:
    """(types, frames): 1 where an event of the type lies, 2 at its edges and where a doubtful one lies, 0 elsewhere."""
    labels = np.zeros((len(TYPES), frames), dtype=np.uint8)
    spans = [_frame_span(event, hop_s) for event in events]
    for code, first, last in [*spans, *(_frame_span(event, hop_s) for event in doubtful)]:
        edge = SOFT_EDGE_FRAMES[TYPES[code]]
        labels[code, max(0, first - edge) : last + edge] = EITHER_WAY
    for code, first, last in spans:
        edge = min(SOFT_EDGE_FRAMES[TYPES[code]], (last - first) // 4)
        labels[code, max(0, first + edge) : max(first + 1, last - edge)] = 1
    return labels


def _frame_span(event: tuple[int, float, float], hop_s: float) -> tuple[int, int, int]:
    code, start_s, end_s = event
    return code, int(start_s / hop_s), max(int(start_s / hop_s) + 1, int(np.ceil(end_s / hop_s)))


def write_shard(path: Path, prepared: Sequence[Prepared]) -> None:
    """One shard, atomically."""
    events = [[list(event) for event in one.events] for one in prepared]
    kinds, hops = [one.kind for one in prepared], [one.hop_s for one in prepared]
    facts = json.dumps({"events": events, "kinds": kinds, "hop_s": hops})
    part = path.with_suffix(".part.npz")
    np.savez(
        part,
        inputs=np.concatenate([one.inputs for one in prepared]),
        labels=np.stack([one.labels for one in prepared]),
        channels=np.array([len(one.inputs) for one in prepared]),
        facts=np.array(facts),
    )
    part.replace(path)


def shards_in(folder: Path) -> list[Path]:
    """The finished shards of a folder, in order."""
    return sorted(path for path in folder.glob("shard-*.npz") if not path.name.endswith(".part.npz"))


def read_shard(path: Path) -> list[Prepared]:
    """The prepared examples of one shard."""
    with np.load(path) as shard:
        facts = json.loads(str(shard["facts"]))
        inputs, labels = shard["inputs"], shard["labels"]
        last = np.cumsum(shard["channels"])
    found: list[Prepared] = []
    for n, (stop, count) in enumerate(zip(last, np.diff(last, prepend=0), strict=True)):
        events = tuple((int(c), float(a), float(b)) for c, a, b in facts["events"][n])
        found.append(
            Prepared(inputs[stop - count : stop], labels[n], facts["kinds"][n], facts["hop_s"][n], events)
        )
    return found


def build(folder: Path, make: MakeExample, number: int) -> Path:
    """Prepare shard ``number``, :data:`SHARD_EXAMPLES` examples made by number, unless it is there; where it lies."""
    path = _shard_path(folder, number)
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        first = number * SHARD_EXAMPLES
        write_shard(path, [prepare(make(n)) for n in range(first, first + SHARD_EXAMPLES)])
    return path


def _shard_path(folder: Path, number: int) -> Path:
    return folder / f"shard-{number:06d}.npz"


assert FRAMES % ALIGNMENT == 0
