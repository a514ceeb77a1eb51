"""The whole chain: examples prepared, a network trained, its false alarms mined, trained again, calibrated, written."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from inference.engine.checkpoint import save_model
from inference.engine.model_folder import InstalledModel
from inference.engine.network import WitnessNetwork
from inference.training.calibrate import fit_decoder, hear, reliability, report
from inference.training.card import card_fields, source_commit
from inference.training.dataset import EXAMPLE_S, PoolExamples, Prepared, build, read_shards
from inference.training.synthesis import Recipe as SynthesisRecipe
from inference.training.train import Recipe, train

log = logging.getLogger(__name__)
CLEAN_ONLY = SynthesisRecipe(clean_share=1.0, real_share=0.0)


@dataclass(frozen=True)
class Plan:
    """How much of what. ``mined`` clean examples are listened to after the first round for false alarms."""

    corpus: Path
    seed: int = 5
    examples: int = 1584
    clean: int = 360
    validation: int = 312
    validation_clean: int = 192
    workers: int = 2
    first: Recipe = field(default_factory=lambda: Recipe(epochs=60))
    second: Recipe = field(default_factory=lambda: Recipe(epochs=15, rate=1e-3, seed=2))


@dataclass(frozen=True)
class Sets:
    """The prepared examples."""

    train: list[Prepared]
    clean: list[Prepared]
    validation: list[Prepared]
    validation_clean: list[Prepared]


def prepare_all(plan: Plan) -> Sets:
    """Synthesise and prepare what is not on the disk yet."""
    folder = plan.corpus / "prepared"
    wanted = {
        "train": (PoolExamples(plan.corpus, "train", plan.seed), plan.examples),
        "train-clean": (PoolExamples(plan.corpus, "train", plan.seed + 1, CLEAN_ONLY), plan.clean),
        "validation": (PoolExamples(plan.corpus, "validation", plan.seed), plan.validation),
        "validation-clean": (
            PoolExamples(plan.corpus, "validation", plan.seed + 1, CLEAN_ONLY),
            plan.validation_clean,
        ),
    }
    for name, (maker, count) in wanted.items():
        build(folder / name, maker, 0, count, plan.workers)
    return Sets(*(read_shards(folder / name) for name in wanted))


def mine(network: WitnessNetwork, clean: Sequence[Prepared], share: float = 0.35) -> list[Prepared]:
    """The clean examples that the network is most wrong about, the worst first."""
    alarm = [float(np.sort(one.confidence.max(0))[-20:].mean()) for one in hear(network, clean)]
    order = np.argsort(alarm)[::-1]
    return [clean[n] for n in order[: int(len(clean) * share)]]


def run(plan: Plan, version: str, folder: Path) -> InstalledModel:
    """Everything but fetching; writes the model into ``folder``."""
    began = time.monotonic()
    sets = prepare_all(plan)
    log.info("prepared after %.1f min", (time.monotonic() - began) / 60)
    network = train(sets.train, plan.first)
    hard = mine(network, sets.clean)
    network = train([*sets.train, *hard], plan.second, start_from=network)
    facts = {**asdict(plan), "corpus": plan.corpus.name, "minutes": round((time.monotonic() - began) / 60, 1)}
    return calibrate_and_save(network, [*sets.validation, *sets.validation_clean], facts, version, folder)


def calibrate_and_save(
    network: WitnessNetwork, validation: Sequence[Prepared], facts: dict[str, Any], version: str, folder: Path
) -> InstalledModel:
    """Fit the decoding on validation examples, measure on the same, write weights and card."""
    heard = hear(network, validation)
    decoder = fit_decoder(heard)
    clean_hours = sum(not one.events for one in heard) * EXAMPLE_S / 3600
    figures = report(heard, decoder, clean_hours)
    quality = {
        "validation": figures,
        "validation_clean_hours": round(clean_hours, 3),
        "reliability": reliability(heard, decoder),
    }
    for name, row in figures.items():
        log.info("%-12s %s", name, row)
    training = {**facts, "commit": source_commit(), "example_seconds": EXAMPLE_S}
    return save_model(folder, network, decoder, card_fields(version, training, quality))


def quick(plan: Plan) -> Plan:
    """The same chain in minutes, to see that it runs: far too little for a usable model."""
    small = replace(Recipe(), epochs=3)
    return replace(plan, examples=48, clean=24, validation=48, validation_clean=24, first=small, second=small)
