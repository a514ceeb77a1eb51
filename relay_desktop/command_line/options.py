"""Options that commands share, and values checked while they are read: wrong ones end with status 2."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any

from inference.contract import ModelCard
from inference.tuning import TuningRules, TypeTuning
from inference.tuning_config import TuningConfig

TUNING_FIELDS = ("threshold", "merge_window_ms", "min_duration_ms")


def threshold(text: str) -> float:
    """A confidence from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0.0 to 1.0")
    return value


def milliseconds(greatest: int) -> Callable[[str], int]:
    """A reader of whole milliseconds from 0 to `greatest`."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or int(text) > greatest:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of ms from 0 to {greatest}")
        return int(text)

    return read


READERS: Mapping[str, Callable[[str], float]] = {
    "threshold": threshold,
    "merge_window_ms": milliseconds(5000),
    "min_duration_ms": milliseconds(1000),
}
HELP = {
    "threshold": "least confidence that is kept, 0.0 to 1.0",
    "merge_window_ms": "join detections of one type that are at most this far apart, 0 to 5000",
    "min_duration_ms": "drop what is shorter than this after joining, 0 to 1000",
}


def add_tuning(parser: argparse.ArgumentParser, default: str) -> None:
    """`--threshold`, `--merge-window-ms`, `--min-duration-ms`; None where not given."""
    for name in TUNING_FIELDS:
        metavar = "T" if name == "threshold" else "MS"
        parser.add_argument(flag(name), metavar=metavar, type=READERS[name], help=f"{HELP[name]} ({default})")


def add_type_tuning(parser: argparse.ArgumentParser) -> None:
    """The same three for one type each, `--type-threshold click=0.7`; may be repeated."""
    for name in TUNING_FIELDS:
        parser.add_argument(
            flag(f"type_{name}"),
            metavar="TYPE=VALUE",
            action="append",
            default=[],
            type=_for_one_type(READERS[name]),
            help=f"{flag(name)} for one type only; may be repeated",
        )


def flag(name: str) -> str:
    """`merge_window_ms` -> `--merge-window-ms`."""
    return "--" + name.replace("_", "-")


def _for_one_type(read: Callable[[str], float]) -> Callable[[str], tuple[str, float]]:
    def read_pair(text: str) -> tuple[str, float]:
        artifact_type, equals, value = text.rpartition("=")
        if not equals or not artifact_type:
            raise argparse.ArgumentTypeError(f"{text!r} is not of the form TYPE=VALUE, such as click=0.7")
        return artifact_type, read(value)

    return read_pair


def given_numbers(options: argparse.Namespace) -> dict[str, Any]:
    """The tuning numbers that were written on the command line."""
    return {name: value for name in TUNING_FIELDS if (value := getattr(options, name)) is not None}


def rules_for_card(card: ModelCard, options: argparse.Namespace) -> TuningRules:
    """The card's values per type; a number given on the command line holds for every type instead."""
    given = given_numbers(options)
    advised = TuningRules.from_card(card)
    by_type = {
        name: TypeTuning(**{**vars(own), **dict.fromkeys(given)}) for name, own in advised.by_type.items()
    }
    return TuningRules(
        TuningConfig(**given), {name: own for name, own in by_type.items() if own != TypeTuning()}
    )


def rules_for_rows(options: argparse.Namespace) -> TuningRules:
    """The API's defaults, the given numbers, and the given numbers of single types."""
    by_type: dict[str, dict[str, Any]] = {}
    for name in TUNING_FIELDS:
        for artifact_type, value in getattr(options, f"type_{name}"):
            by_type.setdefault(artifact_type, {})[name] = value
    return TuningRules(
        TuningConfig(**given_numbers(options)), {name: TypeTuning(**own) for name, own in by_type.items()}
    )
