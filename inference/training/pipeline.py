"""Training: examples prepared, networks trained and their false alarms mined, an inspection network taught by what they
suspect. :mod:`finishing` makes a model of them.

What takes long stays beside the corpus (``prepared/``, ``trained/``, ``evaluation/``), so that a later step can be
run again alone. On a GPU the network learns while the processors go on preparing examples; without one, it learns when
all examples are there (members of a model side by side, when it has several).
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from inference.engine.checkpoint import load_inspection, load_network
from inference.engine.device import choose_device, describe
from inference.engine.inspection import InspectionNetwork, InspectionShape
from inference.engine.model_folder import read_model
from inference.engine.network import Ensemble, Network, NetworkShape, WitnessNetwork
from inference.training.card import source_commit
from inference.training.collection import Collection
from inference.training.crew import crew, end_with_caller
from inference.training.dataset import (
    EXAMPLE_S,
    FRAMES,
    SHARD_EXAMPLES,
    PoolExamples,
    build,
    shards_in,
)
from inference.training.inspecting import GOING_ON, InspectionRecipe, learn, prepare_lessons, read_lessons
from inference.training.real_faults import STREAMS
from inference.training.synthesis import Recipe as SynthesisRecipe
from inference.training.train import Recipe, between, train

log = logging.getLogger(__name__)
RECIPES = {
    "usual": SynthesisRecipe(lossy_share=0.4),
    "dense": SynthesisRecipe(
        clean_share=0.0, real_share=0.0, lossy_share=0.45, density=0.9, short_only=True, swarm_share=0.4
    ),
    "clean": SynthesisRecipe(clean_share=1.0, real_share=0.0, plain_share=0.08),
    "real": SynthesisRecipe(clean_share=0.05, real_share=0.95),
    "streams": SynthesisRecipe(clean_share=0.0, real_share=1.0, real_faults=STREAMS, tries=4),
}
"""Dense: clicks, glitches, dropouts and bursts fill few frames; there are many of them for each hour. Real: what
decoders make of damaged streams is the most varied and the least alike. Streams: nothing else, since it is heard worst
and rare among the others."""
TURNS = ("usual", "dense", "clean", "streams", "usual", "clean", "usual", "dense", "real", "streams")
"""Which recipe each shard of ten is made by."""
FEWEST_SHARDS = 12
"""With fewer of them a network that learns meanwhile does not begin."""
ENDLESS = 10_000
"""More shards than are prepared while a GPU learns."""
SHARDS_A_MINUTE, FRESH_SHARDS_A_MINUTE = 8, 14
"""For each minute that a model learns on, or a new one learns, without a GPU. Two cores make them in two fifths of
that time, or in three quarters."""
LESSON_SHARDS_A_MINUTE = 6
"""For each minute that a new network learns without a GPU, what its inspection learns from."""
MOST_HELD = 16_000
"""Examples in memory at a time, about 0.6 MB each."""
NEW_SHARE, INSPECTION_NEW_SHARE = 0.5, 0.75
"""How much of the way from what learnt on to what it became is gone. The more often a network has learnt on, the less
of it is gain: with half of the fourth time's way macro F1 rose in both parts; all of it lost average precision."""
FACTS = "training.json"
INSPECTION = "inspection.safetensors"
LESSONS_SEED = 1000
"""Added to the seed of the examples that the inspection learns from: the first network has met none of them."""
SIZES = ("width", "slow_width", "fast_layers")


@dataclass(frozen=True)
class Plan:
    """How much of what. ``shards`` of examples at most; ``seeds``: one member of the model each.

    ``workers``: processes that prepare examples, or that train members side by side on processors. ``lessons``: shards
    of examples for the inspection network.
    ``goes_on_from``: the folder of a model whose network learns on. ``trained_in``: where the members' weights lie
    under the corpus.
    """

    corpus: Path
    seed: int = 5
    shards: int = 220
    seeds: tuple[int, ...] = (1,)
    workers: int = 2
    lessons: int = 300
    recipe: Recipe = field(default_factory=Recipe)
    goes_on_from: Path | None = None
    trained_in: str = "trained"

    @property
    def trained(self) -> Path:
        """Where the members' weights lie until they are calibrated."""
        return self.corpus / self.trained_in

    @property
    def folders(self) -> list[Path]:
        """Where prepared examples lie."""
        return [self.examples_of(name) for name in RECIPES]

    def examples_of(self, recipe: str) -> Path:
        """Where those of one recipe lie; examples of another seed are none of this plan's."""
        return self.corpus / "prepared" / f"{recipe}-{self.seed}"


def on_processors(plan: Plan, minutes: float) -> Plan:
    """The plan for a machine without a GPU: a network so small that two cores show it each example some ten times."""
    smaller = Recipe(
        plan.recipe.seed, 1_000_000, minutes, batch=8, width=128, slow_width=160, fast_layers=3, crop_frames=800,
        half=True, kept=0.999,
    )  # fmt: skip
    shards = _shards_before(FRESH_SHARDS_A_MINUTE * minutes)
    lessons = min(max(FEWEST_SHARDS, round(LESSON_SHARDS_A_MINUTE * minutes)), plan.lessons)
    return replace(plan, shards=shards, lessons=lessons, recipe=smaller)


def on_gpu(plan: Plan, minutes: float) -> Plan:
    """The plan for a machine with a GPU: one larger network, and examples as long as it learns."""
    larger = Recipe(
        plan.recipe.seed, 1_000_000, minutes, batch=64, rate=2e-3, dropout=0.04, masked=0.02, width=192,
        slow_width=256, fast_layers=3, crop_frames=800,
    )  # fmt: skip
    return replace(plan, shards=ENDLESS, recipe=larger)


def going_on(plan: Plan, minutes: float, model: Path, *, has_gpu: bool = False) -> Plan:
    """The plan for a model that learns on from examples it has never met: as many as there will be time for.

    With a GPU they are made meanwhile; else before, and no more than are held.
    """
    gentler = Recipe(
        plan.recipe.seed, 1_000_000, minutes, batch=5, rate=4e-4, masked=0.04, crop_frames=FRAMES, mined_at=(0.3, 0.6),
        half=True, kept=0.9993,
    )  # fmt: skip
    shards = ENDLESS if has_gpu else _shards_before(SHARDS_A_MINUTE * minutes)
    return replace(plan, shards=shards, seeds=plan.seeds[:1], recipe=gentler, goes_on_from=model)


def _shards_before(wanted: float) -> int:
    """How many are made before the learning begins: no more than are held."""
    return min(max(FEWEST_SHARDS, round(wanted)), MOST_HELD // SHARD_EXAMPLES)


def prepare(plan: Plan, number: int) -> Path:
    """Synthesise and prepare one shard, unless it is on the disk; the same number gives the same examples."""
    torch.set_num_threads(1)
    turn = number % len(TURNS)
    examples = PoolExamples(plan.corpus, "train", plan.seed + turn, RECIPES[TURNS[turn]])
    return build(plan.examples_of(TURNS[turn]), examples, number)


def prepare_share(plan: Plan, first: int, step: int) -> None:
    """Every ``step``-th shard from ``first`` on."""
    end_with_caller()
    for number in range(first, plan.shards, step):
        prepare(plan, number)


def prepare_all(plan: Plan) -> None:
    """All shards of the plan that are not there yet."""
    with crew(plan.workers) as pool:
        for done, path in enumerate(pool.map(partial(prepare, plan), range(plan.shards)), 1):
            log.info("%s/%s (%d of %d)", path.parent.name, path.name, done, plan.shards)


@contextmanager
def preparing(plan: Plan) -> Iterator[Sequence[BaseProcess]]:
    """Processes that go on preparing examples until the block is left."""
    context = get_context("spawn")
    workers = [
        context.Process(target=prepare_share, args=(plan, n, plan.workers), daemon=True)
        for n in range(plan.workers)
    ]
    for worker in workers:
        worker.start()
    try:
        yield workers
    finally:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join()


def train_member(plan: Plan, seed: int, device: str = "cpu") -> dict[str, Any]:
    """Train one member in this process and keep its weights; what that took."""
    if device == "cpu":
        torch.set_num_threads(max(1, plan.workers // len(plan.seeds)))
    logging.basicConfig(level=logging.INFO, format=f"%(asctime)s member {seed}: %(message)s")
    began = time.monotonic()
    examples = Collection(plan.folders, torch.device(device), most=MOST_HELD if device == "cpu" else 1_000_000)
    examples.gather()
    begin = None if plan.goes_on_from is None else _single(load_network(read_model(plan.goes_on_from)))
    keep = partial(keep_member, plan.trained / f"member-{seed}.safetensors")
    learnt = train(examples, replace(plan.recipe, seed=seed), torch.device(device), begin, keep)
    keep(learnt if begin is None else between(begin, learnt, NEW_SHARE))
    minutes = round((time.monotonic() - began) / 60, 1)
    return {"seed": seed, "minutes": minutes, "examples": examples.met}


def _single(network: Network) -> WitnessNetwork:
    if isinstance(network, Ensemble):
        raise ValueError("A model of several networks cannot learn on; train it anew.")
    return network


def keep_member(path: Path, network: WitnessNetwork) -> None:
    """One member's weights, with its sizes beside them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shape = {name: str(size) for name, size in asdict(network.shape).items()}
    save_file(network.state_dict(), path, shape)


def train_all(plan: Plan) -> None:
    """Prepare the examples and train every member: on a GPU meanwhile, on processors afterwards and side by side.

    (Beside processes that prepare examples a step takes eight times as long as on cores of its own.)
    """
    began = time.monotonic()
    device = choose_device("auto")
    if device.type == "cuda":
        with preparing(plan) as workers:
            while sum(len(shards_in(folder)) for folder in plan.folders) < min(FEWEST_SHARDS, plan.shards):
                if not any(worker.is_alive() for worker in workers):
                    raise RuntimeError("No process prepares examples any more; what stopped them is said above.")
                wait([worker.sentinel for worker in workers], timeout=0.5)
            prepared = time.monotonic() - began
            members = [train_member(plan, seed, device.type) for seed in plan.seeds]
    else:
        prepare_all(plan)
        prepared = time.monotonic() - began
        with crew(plan.workers) as pool:
            members = list(pool.map(partial(train_member, plan), plan.seeds))
    _note_facts(plan, {"minutes_preparing_before": round(prepared / 60, 1), "members": members})


def _note_facts(plan: Plan, measured: dict[str, Any]) -> None:
    """Write what the card will say of the training."""
    device = choose_device("auto")
    facts = {
        **asdict(plan),
        "goes_on_from": _origin(plan),
        "corpus": plan.corpus.name,
        "commit": source_commit(),
        "example_seconds": EXAMPLE_S,
        "shard_examples": SHARD_EXAMPLES,
        **measured,
        "processors": os.cpu_count(),
        "device": describe(device),
    }
    if plan.goes_on_from is not None:  # the sizes are those of the model it began with
        facts["recipe"] = {name: value for name, value in facts["recipe"].items() if name not in SIZES}
        facts["new_share"] = NEW_SHARE
    _write_facts(plan, facts)


def _origin(plan: Plan) -> dict[str, Any] | None:
    """The model whose network learnt on, and how that one was trained."""
    if plan.goes_on_from is None:
        return None
    card = read_model(plan.goes_on_from).card
    before = {name: value for name, value in card.training.items() if name != "data"}
    return {"version": card.version, "training": before}


def taken_up(plan: Plan, folder: Path) -> Plan:
    """The plan for an installed model: what it holds is laid out as if it had been trained, in a place of its own.

    Raises BadModel, and ValueError for a model of several networks.
    """
    plan = replace(plan, trained_in="taken-up")
    installed = read_model(folder)
    shutil.rmtree(plan.trained, ignore_errors=True)  # what another model left there is none of this one's
    keep_member(plan.trained / "member-1.safetensors", _single(load_network(installed)))
    inspection = load_inspection(installed)
    if inspection is not None:
        keep_inspection(plan.trained, inspection)
    training = {name: value for name, value in installed.card.training.items() if name != "data"}
    _write_facts(plan, training)
    return plan


def prepare_lesson(plan: Plan, number: int) -> Path:
    """One shard of what the trained network suspects, unless it is on the disk."""
    torch.set_num_threads(1)
    turn = number % len(TURNS)
    examples = PoolExamples(plan.corpus, "train", plan.seed + LESSONS_SEED + turn, RECIPES[TURNS[turn]])
    return prepare_lessons(_lessons_folder(plan), examples, number, trained_network(plan.trained))


def _lessons_folder(plan: Plan) -> Path:
    """Lessons are of one network, since another one suspects other things, and of one seed."""
    members = sorted(plan.trained.glob("member-*.safetensors"))
    weights = hashlib.sha256(b"".join(path.read_bytes() for path in members)).hexdigest()
    return plan.corpus / "prepared" / f"lessons-{weights[:12]}-{plan.seed}"


def train_inspection(plan: Plan, *, goes_on: bool = False) -> None:
    """Teach the inspection network by what the trained one suspects, keep it, and add what that took to the facts.

    ``goes_on``: the one that lies there learns on, from lessons that it has not met if the seed is another.
    """
    began = time.monotonic()
    with crew(plan.workers) as pool:
        for done, path in enumerate(pool.map(partial(prepare_lesson, plan), range(plan.lessons)), 1):
            log.info("%s (%d of %d)", path.name, done, plan.lessons)
    lessons = read_lessons(_lessons_folder(plan))
    begin = trained_inspection(plan.trained) if goes_on else None
    recipe = InspectionRecipe() if begin is None else GOING_ON
    learnt = learn(lessons, recipe, begin)
    keep_inspection(plan.trained, learnt if begin is None else between(begin, learnt, INSPECTION_NEW_SHARE))
    facts = json.loads((plan.trained / FACTS).read_text())
    before = {} if begin is None else {"new_share": INSPECTION_NEW_SHARE, "goes_on_from": facts.get("inspection", {})}
    facts["inspection"] = {
        **asdict(recipe), "suspects": len(lessons), "examples": plan.lessons * SHARD_EXAMPLES,
        "seed_of_lessons": plan.seed, "minutes": round((time.monotonic() - began) / 60, 1),
        "commit": source_commit(), **before,
    }  # fmt: skip
    _write_facts(plan, facts)


def _write_facts(plan: Plan, facts: dict[str, Any]) -> None:
    (plan.trained / FACTS).write_text(json.dumps(facts, indent=1) + "\n")


def keep_inspection(trained: Path, network: InspectionNetwork) -> None:
    """Its weights, beside the members'."""
    shape = {name: str(size) for name, size in asdict(network.shape).items()}
    save_file(network.state_dict(), trained / INSPECTION, shape)


def trained_inspection(folder: Path) -> InspectionNetwork | None:
    """The inspection network whose weights lie in a folder; None without one."""
    path = folder / INSPECTION
    if not path.exists():
        return None
    with safe_open(path, "pt") as file:
        network = InspectionNetwork(InspectionShape.from_card(file.metadata()))
    network.load_state_dict(load_file(path))
    return network.eval()


def member(path: Path) -> WitnessNetwork:
    """One member from its weights' file."""
    with safe_open(path, "pt") as file:
        network = WitnessNetwork(NetworkShape.from_card(file.metadata()))
    network.load_state_dict(load_file(path))
    return network.eval()


def trained_network(folder: Path) -> Network:
    """The members whose weights lie in a folder, as one network; all are of one shape."""
    members = [member(path) for path in sorted(folder.glob("member-*.safetensors"))]
    return members[0] if len(members) == 1 else Ensemble(members).eval()


def quick(plan: Plan) -> Plan:
    """The same chain in minutes, to see that it runs: far too little for a usable model."""
    return replace(plan, shards=4, lessons=2, seeds=plan.seeds[:1], recipe=replace(plan.recipe, steps=60))
