"""The whole chain: examples prepared, networks trained and their false alarms mined, calibrated, judged, written.

What takes long stays beside the corpus (``prepared/``, ``trained/``, ``evaluation/``), so that a later step can be
run again alone.
"""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file

from inference.contract import ModelCard
from inference.engine.checkpoint import save_model
from inference.engine.decoder import Decoder
from inference.engine.detector import Detector
from inference.engine.model_folder import InstalledModel
from inference.engine.network import Ensemble, NetworkShape, WitnessNetwork
from inference.training.calibrate import Heard, fit_decoder
from inference.training.card import card_fields, measured_quality, source_commit
from inference.training.corpus import open_corpus
from inference.training.dataset import EXAMPLE_S, TYPES, PoolExamples, Prepared, build, read_shards
from inference.training.evaluate import evaluate, installed_detector, save, table
from inference.training.evaluation_set import evaluation_items
from inference.training.synthesis import Recipe as SynthesisRecipe
from inference.training.train import Recipe, batch_logits, train

log = logging.getLogger(__name__)
DENSE = SynthesisRecipe(clean_share=0.0, real_share=0.0, density=0.9, short_only=True)
"""Clicks, glitches, dropouts and bursts fill few frames; here are many of them for each hour."""
CLEAN_ONLY = SynthesisRecipe(clean_share=1.0, real_share=0.0, plain_share=0.12)
MINED_SHARE = 0.35
FACTS = "training.json"


@dataclass(frozen=True)
class Plan:
    """How much of what. ``clean`` examples are listened to after the first round for false alarms.

    ``seeds``: one member of the model each, trained side by side in ``workers`` processes.
    """

    corpus: Path
    seed: int = 5
    examples: int = 2880
    dense: int = 1200
    clean: int = 480
    seeds: tuple[int, ...] = (1, 2)
    workers: int = 2
    first: Recipe = field(default_factory=lambda: Recipe(epochs=60, minutes=28.0))
    second: Recipe = field(default_factory=lambda: Recipe(epochs=15, minutes=7.0, rate=1e-3))

    @property
    def trained(self) -> Path:
        """Where the members' weights lie until they are calibrated."""
        return self.corpus / "trained"


def prepare_all(plan: Plan) -> None:
    """Synthesise and prepare what is not on the disk yet."""
    folder = plan.corpus / "prepared"
    build(folder / "train", PoolExamples(plan.corpus, "train", plan.seed), 0, plan.examples, plan.workers)
    dense = PoolExamples(plan.corpus, "train", plan.seed + 2, DENSE)
    build(folder / "train-dense", dense, 0, plan.dense, plan.workers)
    clean = PoolExamples(plan.corpus, "train", plan.seed + 1, CLEAN_ONLY)
    build(folder / "train-clean", clean, 0, plan.clean, plan.workers)


def mine(network: WitnessNetwork, clean: Sequence[Prepared], share: float = MINED_SHARE) -> list[Prepared]:
    """The clean examples that the network is most wrong about, the worst first."""
    with torch.inference_mode():
        lines = [torch.sigmoid(batch_logits(network, [one]))[0].amax(0).numpy() for one in clean]
    alarm = [float(np.sort(line)[-20:].mean()) for line in lines]
    order = np.argsort(alarm)[::-1]
    return [clean[n] for n in order[: int(len(clean) * share)]]


def train_member(plan: Plan, seed: int) -> dict[str, Any]:
    """Train one member in this process and keep its weights; how long that took."""
    torch.set_num_threads(1)
    logging.basicConfig(level=logging.INFO, format=f"%(asctime)s member {seed}: %(message)s")
    began = time.monotonic()
    folder = plan.corpus / "prepared"
    examples = read_shards(folder / "train") + read_shards(folder / "train-dense")
    clean = read_shards(folder / "train-clean")
    network = train(examples, replace(plan.first, seed=seed))
    hard = mine(network, clean)
    network = train([*examples, *hard], replace(plan.second, seed=seed + 100), start_from=network)
    plan.trained.mkdir(exist_ok=True)
    save_file(network.state_dict(), plan.trained / f"member-{seed}.safetensors")
    return {"seed": seed, "minutes": round((time.monotonic() - began) / 60, 1)}


def train_all(plan: Plan) -> None:
    """Prepare the examples and train every member, side by side."""
    began = time.monotonic()
    prepare_all(plan)
    prepared = (time.monotonic() - began) / 60
    with ProcessPoolExecutor(plan.workers) as pool:
        members = list(pool.map(partial(train_member, plan), plan.seeds))
    facts = {
        **asdict(plan),
        "corpus": plan.corpus.name,
        "commit": source_commit(),
        "example_seconds": EXAMPLE_S,
        "minutes_preparing": round(prepared, 1),
        "members": members,
        "processors": os.cpu_count(),
    }
    (plan.trained / FACTS).write_text(json.dumps(facts, indent=1) + "\n")


def trained_network(plan: Plan) -> Ensemble:
    """The members that were trained, as one network."""
    members = []
    for seed in plan.seeds:
        weights = load_file(plan.trained / f"member-{seed}.safetensors")
        shape = NetworkShape(len(weights["input_mean"]), len(TYPES), plan.first.width, plan.first.slow_width)
        members.append(WitnessNetwork(shape))
        members[-1].load_state_dict(weights)
    return Ensemble(members).eval()


def hear_part(detector: Detector, plan: Plan, part: str) -> list[Heard]:
    """The frame confidences of every piece of one part of the evaluation."""
    heard = []
    for item in evaluation_items(plan.corpus, open_corpus(plan.corpus), part):
        one = detector.hear(Path(item.file))
        events = tuple((TYPES.index(e.artifact_type), e.start_s, e.end_s) for e in item.events)
        heard.append(Heard(one.confidence, one.evidence, one.hop_s, events))
    return heard


def finish(plan: Plan, version: str, folder: Path) -> InstalledModel:
    """Calibrate what was trained, write it into ``folder``, judge it, and write the figures into its card."""
    network = trained_network(plan)
    card = ModelCard(id="uncalibrated", version=version, types=TYPES)
    detector = Detector(card, network, Decoder(TYPES), "cpu")
    heard = hear_part(detector, plan, "calibration")
    log.info("heard %d pieces for calibration", len(heard))
    decoder = fit_decoder(heard, plan.workers)
    training = json.loads((plan.trained / FACTS).read_text())
    save_model(folder, network, decoder, card_fields(version, training, {}))
    return save_model(folder, network, decoder, card_fields(version, training, judged(plan, folder)))


def judged(plan: Plan, folder: Path) -> dict[str, Any]:
    """The figures of a written model on both parts that were not used to fit it."""
    figures = {}
    for part in ("validation", "test"):
        result = evaluate(installed_detector(folder, "cpu"), plan.corpus, open_corpus(plan.corpus), part)
        save(result, plan.corpus / "evaluation" / f"{folder.name}-{part}.json")
        print(table(result), flush=True)
        figures[part] = measured_quality(result)
    return figures


def quick(plan: Plan) -> Plan:
    """The same chain in minutes, to see that it runs: far too little for a usable model."""
    small = replace(Recipe(), epochs=3)
    return replace(plan, examples=48, dense=24, clean=24, seeds=(1,), first=small, second=small)
