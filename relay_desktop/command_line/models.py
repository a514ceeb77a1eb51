"""`relay-desktop models`: what is installed, what it hears, how good it was measured to be."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from inference.contract import ModelCard
from inference.engine.model_folder import InstalledModel, installed_models, unusable_models
from relay_desktop.command_line import output


def main(arguments: Sequence[str]) -> int:
    """Entry of the command; 0, or 1 when no usable model is installed."""
    parsed = parser().parse_args(arguments)
    models = installed_models()
    if parsed.format == "json":
        output.write(output.as_json([as_value(model) for model in models]), None)
    else:
        output.write("\n".join(as_text(model) for model in models), None)
    for sentence in unusable_models().values():
        print(f"relay-desktop models: {sentence}", file=sys.stderr)
    if not models:
        print("relay-desktop models: no usable model is installed.", file=sys.stderr)
    return 0 if models else 1


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = argparse.ArgumentParser(prog="relay-desktop models", description="List the installed models.")
    made.add_argument("--format", choices=("text", "json"), default="text", help="text unless given")
    return made


def as_value(model: InstalledModel) -> dict[str, Any]:
    """The whole card and where it lies."""
    return {**model.card.model_dump(mode="json"), "folder": str(model.folder)}


def as_text(model: InstalledModel) -> str:
    """A few lines for a person."""
    card = model.card
    lines = [f"{card.id}  {card.title}".rstrip(), f"  version      {card.version}"]
    if card.description:
        lines.append(f"  description  {card.description}")
    lines += [f"  folder       {model.folder}", f"  licence      {card.licence}", *type_lines(card)]
    lines += [f"  {line}" for line in quality_lines(card.quality)]
    return "\n".join(lines) + "\n"


def type_lines(card: ModelCard) -> list[str]:
    """The types with the numbers the model's makers advise."""
    heading = f"  {'type':14}{'threshold':>10}{'merge ms':>10}{'least ms':>10}"
    rows = []
    for artifact_type in card.types:
        own = card.tuning.get(artifact_type)
        numbers = (own.threshold, own.merge_window_ms, own.min_duration_ms) if own else ("-", "-", "-")
        rows.append(f"  {artifact_type:14}" + "".join(f"{number:>10}" for number in numbers))
    return [heading, *rows]


def quality_lines(quality: dict[str, Any], indent: int = 0) -> list[str]:
    """Measured figures as an indented outline; whatever the card holds."""
    lines = ["measured quality"] if indent == 0 and quality else []
    for name, value in quality.items():
        head = f"{'  ' * (indent + 1)}{name}"
        if isinstance(value, dict):
            lines += [head, *quality_lines(value, indent + 1)]
        else:
            shown = f"{value:.3g}" if isinstance(value, float) else value
            lines.append(f"{head}: {shown}")
    return lines
