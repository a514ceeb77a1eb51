"""``python -m inference.training``: make the shipped weights again, or judge those that are installed.

Without a word: fetch the corpus by package name, synthesise and train, calibrate, write the model and judge it. One
step alone: ``fetch``, ``train``, ``go-on`` (train the installed model on, with examples it has not met: give another
seed), ``inspect`` (teach the inspection network by what was trained), ``calibrate`` (what was trained; judges it
too), ``inspect-on`` (teach the installed inspection network on, with lessons that it has not met: give another seed;
calibrates too), ``recalibrate`` (what is installed, its networks as they are), ``evaluate`` (what is installed).
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from inference.training.card import MODEL_ID
from inference.training.corpus import CorpusMissing, fetch_corpus

STEPS = ("all", "fetch", "train", "go-on", "inspect", "calibrate", "inspect-on", "recalibrate", "evaluate")
SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "models" / MODEL_ID


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the steps asked for; 0 when all went well, 1 with a sentence when the corpus is missing."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    # For the processes that work side by side: their numpy's own threads would only wait for one another.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        if options.step in ("all", "fetch"):
            fetch_corpus(options.corpus, options.workers)
        if options.step not in ("fetch", "evaluate"):
            _train(options)
        if options.step == "evaluate":
            _evaluate(options)
    except CorpusMissing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m inference.training", description=__doc__)
    parser.add_argument("step", nargs="?", default="all", choices=STEPS)
    parser.add_argument(
        "--corpus", type=Path, default=Path("corpus"), help="where the audio lies (default: corpus)"
    )
    parser.add_argument("--model", type=Path, default=SHIPPED, help="the model folder written or judged")
    parser.add_argument("--version", default="1.11.0", help="version written into the card")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 2)
    parser.add_argument(
        "--minutes",
        type=float,
        default=30.0,
        help="how long a network learns (default: 30, an hour and a half in all on two cores; 8 suffice on a GPU)",
    )
    parser.add_argument(
        "--quick", action="store_true", help="minutes instead of hours; for a look at the chain"
    )
    return parser


def _train(options: argparse.Namespace) -> None:
    from inference.engine.device import choose_device
    from inference.training.finishing import finish
    from inference.training.pipeline import (
        Plan,
        going_on,
        on_gpu,
        on_processors,
        quick,
        taken_up,
        train_all,
        train_inspection,
    )

    plan = Plan(options.corpus, options.seed, workers=options.workers)
    has_gpu = choose_device("auto").type == "cuda"
    if options.step == "go-on":
        plan = going_on(plan, options.minutes, options.model, has_gpu=has_gpu)
    else:
        plan = (on_gpu if has_gpu else on_processors)(plan, options.minutes)
    plan = quick(plan) if options.quick else plan
    if options.step in ("all", "train", "go-on"):
        train_all(plan)
    if options.step in ("all", "train", "go-on", "inspect"):
        train_inspection(plan)
    if options.step in ("inspect-on", "recalibrate"):
        plan = taken_up(plan, options.model)
    if options.step == "inspect-on":
        train_inspection(plan, goes_on=True)
    if options.step in ("all", "calibrate", "inspect-on", "recalibrate"):
        finish(plan, options.version, options.model)


def _evaluate(options: argparse.Namespace) -> None:
    from inference.training.evaluate import main as evaluate

    evaluate(["--corpus", str(options.corpus), "--model", str(options.model)])


if __name__ == "__main__":
    sys.exit(main())
