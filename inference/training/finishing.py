"""What was trained made into a model: its confidences fitted on pieces that it has not met, judged, written."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import numpy as np

from inference.contract import ModelCard
from inference.engine.checkpoint import save_model
from inference.engine.decoder import Decoder
from inference.engine.detector import Detector, FrameConfidences
from inference.engine.model_folder import InstalledModel
from inference.training.calibrate import Heard, fit_decoder
from inference.training.card import QUALITY_NOTE, card_fields, measured_quality
from inference.training.corpus import open_corpus
from inference.training.dataset import EXAMPLE_S, TYPES, open_pool
from inference.training.electronic import coloured_noise
from inference.training.evaluate import evaluate, installed_detector, save, table
from inference.training.evaluation_set import evaluation_items
from inference.training.injection import Event
from inference.training.pipeline import FACTS, Plan, trained_inspection, trained_network
from inference.training.synthesis import Recipe, make_example

log = logging.getLogger(__name__)
NOISE_PIECES = 150
"""Of 20 s each, heard for calibration."""
SWARM_PIECES = 144
"""As many as keep what comes over and over from being taken for programme, which does so too."""


def finish(plan: Plan, version: str, folder: Path) -> InstalledModel:
    """Calibrate what was trained, write it into ``folder``, judge it, and write the figures into its card.

    Calibration hears the validation part too, for its untouched programme: the test part alone judges it.
    """
    network, inspection = trained_network(plan.trained), trained_inspection(plan.trained)
    card = ModelCard(id="uncalibrated", version=version, types=TYPES)
    detector = Detector(card, network, Decoder(TYPES), "cpu", inspection)
    heard = hear_part(detector, plan.corpus, "calibration") + hear_part(detector, plan.corpus, "validation")
    heard += hear_noise(detector, plan.seed) + hear_swarms(detector, plan)
    log.info("heard %d pieces for calibration", len(heard))
    decoder = fit_decoder(heard, plan.workers)
    training = json.loads((plan.trained / FACTS).read_text())
    save_model(folder, network, decoder, card_fields(version, training, {}), inspection)
    fields = card_fields(version, training, judged(plan, folder))
    return save_model(folder, network, decoder, fields, inspection)


def hear_part(detector: Detector, root: Path, part: str) -> list[Heard]:
    """The frame confidences of every piece of one part of the evaluation."""
    items = evaluation_items(root, open_corpus(root), part)
    return [
        _with_truth(detector.hear(Path(item.file)), item.events, is_real=item.group == "real") for item in items
    ]


def hear_noise(detector: Detector, seed: int) -> list[Heard]:
    """The frame confidences of pieces of nothing but noise: in them nothing is to be found."""
    rng = np.random.default_rng(seed)
    heard = []
    for _ in range(NOISE_PIECES):
        rate_hz = int(rng.choice((8_000, 16_000, 44_100, 48_000)))
        one = detector.hear_samples(coloured_noise(rng, 20 * rate_hz, rate_hz), rate_hz)
        heard.append(Heard(one.confidence, one.evidence, one.hop_s, (), is_noise=True))
    return heard


def hear_swarms(detector: Detector, plan: Plan) -> list[Heard]:
    """The frame confidences of pieces in which one fault comes over and over: confidence must not fall for that."""
    pool = open_pool(plan.corpus, "validation")
    recipe = Recipe(clean_share=0.0, real_share=0.0, short_only=True, swarm_share=1.0)
    heard = []
    for number in range(SWARM_PIECES):
        made = make_example(np.random.default_rng([plan.seed, number]), pool, EXAMPLE_S, recipe)
        one = detector.hear_samples(made.samples, made.rate_hz)
        heard.append(_with_truth(one, [event for event in made.events if event.counts]))
    return heard


def _with_truth(heard: FrameConfidences, events: list[Event], *, is_real: bool = False) -> Heard:
    truth = tuple((TYPES.index(event.artifact_type), event.start_s, event.end_s) for event in events)
    return Heard(heard.confidence, heard.evidence, heard.hop_s, truth, is_real=is_real)


def judged(plan: Plan, folder: Path) -> dict[str, Any]:
    """The figures of a written model on the part that it was chosen by, on the one that it never met, and a note."""
    figures: dict[str, Any] = {}
    for part in ("validation", "test"):
        result = evaluate(installed_detector(folder, "cpu"), plan.corpus, open_corpus(plan.corpus), part)
        save(result, plan.corpus / "evaluation" / f"{folder.name}-{part}.json")
        print(table(result), flush=True)
        figures[part] = measured_quality(result)
    return {**figures, "note": QUALITY_NOTE}
