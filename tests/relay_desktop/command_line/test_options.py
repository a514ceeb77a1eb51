"""Which rules follow from a model's card and the numbers on the command line."""

from __future__ import annotations

import argparse

from inference.contract import ModelCard
from inference.tuning_config import TuningConfig
from relay_desktop.command_line import options

CARD = ModelCard(
    id="m",
    version="1",
    types=("click", "hum"),
    tuning={
        "click": TuningConfig(threshold=0.6, merge_window_ms=5, min_duration_ms=0),
        "hum": TuningConfig(threshold=0.4, merge_window_ms=1000, min_duration_ms=500),
    },
)


def parsed(*arguments: str) -> argparse.Namespace:
    """Tuning options as a command reads them."""
    parser = argparse.ArgumentParser()
    options.add_tuning(parser, "")
    options.add_type_tuning(parser)
    return parser.parse_args(arguments)


def test_without_numbers_the_card_applies() -> None:
    rules = options.rules_for_card(CARD, parsed())
    assert {name: rules.for_type(name) for name in CARD.types} == CARD.tuning
    assert rules.for_type("unheard of") == TuningConfig()


def test_a_number_holds_for_every_type_and_leaves_the_others_to_the_card() -> None:
    rules = options.rules_for_card(CARD, parsed("--threshold", "0.5", "--merge-window-ms", "7"))
    assert rules.for_type("click") == TuningConfig(threshold=0.5, merge_window_ms=7, min_duration_ms=0)
    assert rules.for_type("hum") == TuningConfig(threshold=0.5, merge_window_ms=7, min_duration_ms=500)


def test_all_numbers_leave_nothing_to_the_card() -> None:
    rules = options.rules_for_card(
        CARD, parsed("--threshold", "0", "--merge-window-ms", "0", "--min-duration-ms", "0")
    )
    assert rules.config == TuningConfig(threshold=0, merge_window_ms=0, min_duration_ms=0)
    assert rules.by_type == {}


def test_single_types_and_common_numbers_of_rows() -> None:
    rules = options.rules_for_rows(parsed("--threshold", "0.3", "--type-threshold", "a=b=0.9"))
    assert rules.for_type("click").threshold == 0.3
    assert rules.for_type("a=b") == TuningConfig(threshold=0.9)
