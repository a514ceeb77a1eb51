"""What was trained made into a model: its confidences fitted on pieces that it has not met, judged, written."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.contract import ModelCard
from inference.engine.checkpoint import save_model
from inference.engine.decoder import Decoder
from inference.engine.detector import Detector, FrameConfidences
from inference.engine.model_folder import InstalledModel
from inference.training.calibrate import Heard, fit_decoder
from inference.training.card import QUALITY_NOTE, card_fields, measured_quality
from inference.training.corpus import open_corpus
from inference.training.crew import crew
from inference.training.dataset import EXAMPLE_S, TYPES, open_pool
from inference.training.electronic import coloured_noise
from inference.training.evaluate import evaluate, installed_detector, save, table
from inference.training.evaluation_set import Item, evaluation_items
from inference.training.injection import Event
from inference.training.pipeline import FACTS, Plan, trained_inspection, trained_network
from inference.training.synthesis import Recipe, make_example

log = logging.getLogger(__name__)
Hear = Callable[[Detector], Heard]
HEARD_PARTS = ("calibration", "validation")
NOISE_PIECES = 150
"""Of 20 s each, heard for calibration."""
SWARM_PIECES = 144
"""As many as keep what comes over and over from being taken for programme, which does so too."""


def finish(plan: Plan, version: str, folder: Path) -> InstalledModel:
    """Calibrate what was trained, write it into ``folder``, judge it, and write the figures into its card.

    Calibration hears the validation part too, for its untouched programme: the test part alone judges it.
    """
    network, inspection = trained_network(plan.trained), trained_inspection(plan.trained)
    heard = heard_for_calibration(plan)
    log.info("heard %d pieces for calibration", len(heard))
    decoder = fit_decoder(heard, plan.workers)
    training = json.loads((plan.trained / FACTS).read_text())
    save_model(folder, network, decoder, card_fields(version, training, {}), inspection)
    fields = card_fields(version, training, judged(plan, folder))
    return save_model(folder, network, decoder, fields, inspection)


def heard_for_calibration(plan: Plan) -> list[Heard]:
    """What was trained hears all pieces for calibration: as many at a time as there are workers, which changes nothing
    of what is heard."""
    for part in HEARD_PARTS:
        evaluation_items(plan.corpus, open_corpus(plan.corpus), part)  # made once, before all read them
    if plan.workers <= 1:
        return hear_share(plan, 0)
    with crew(plan.workers) as pool:
        shares = list(pool.map(partial(hear_share, plan), range(plan.workers)))
    heard: dict[int, Heard] = {}
    for first, share in enumerate(shares):
        heard |= {first + plan.workers * n: one for n, one in enumerate(share)}
    return [heard[number] for number in sorted(heard)]


def hear_share(plan: Plan, first: int) -> list[Heard]:
    """Of the pieces for calibration every so many-th as there are workers, from ``first`` on."""
    network, inspection = trained_network(plan.trained), trained_inspection(plan.trained)
    card = ModelCard(id="uncalibrated", version="0", types=TYPES)
    detector = Detector(card, network, Decoder(TYPES), "cpu", inspection)
    return [hear(detector) for hear in islice(_pieces(plan), first, None, plan.workers)]


def _pieces(plan: Plan) -> Iterator[Hear]:
    """Every piece that calibration hears, in order."""
    for part in HEARD_PARTS:
        for item in evaluation_items(plan.corpus, open_corpus(plan.corpus), part):
            yield partial(hear_item, item)
    rng = np.random.default_rng(plan.seed)
    for _ in range(NOISE_PIECES):
        rate_hz = int(rng.choice((8_000, 16_000, 44_100, 48_000)))
        yield partial(hear_noise, coloured_noise(rng, 20 * rate_hz, rate_hz), rate_hz)
    for number in range(SWARM_PIECES):
        yield partial(hear_swarm, plan, number)


def hear_item(item: Item, detector: Detector) -> Heard:
    """The frame confidences of one piece of the evaluation."""
    return _with_truth(detector.hear(Path(item.file)), item.events, is_real=item.group == "real")


def hear_noise(samples: NDArray[np.float32], rate_hz: int, detector: Detector) -> Heard:
    """The frame confidences of a piece of nothing but noise: in it nothing is to be found."""
    one = detector.hear_samples(samples, rate_hz)
    return Heard(one.confidence, one.evidence, one.hop_s, (), is_noise=True)


def hear_swarm(plan: Plan, number: int, detector: Detector) -> Heard:
    """The frame confidences of a piece in which one fault comes over and over: confidence must not fall for that."""
    recipe = Recipe(clean_share=0.0, real_share=0.0, short_only=True, swarm_share=1.0)
    rng = np.random.default_rng([plan.seed, number])
    made = make_example(rng, open_pool(plan.corpus, "validation"), EXAMPLE_S, recipe)
    one = detector.hear_samples(made.samples, made.rate_hz)
    return _with_truth(one, [event for event in made.events if event.counts])


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
