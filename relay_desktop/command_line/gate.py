"""`detect` as a gate of quality control: how many detections a recording may have before it does not pass."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from relay_desktop.command_line import formats

EXIT_NOT_PASSED = 3


def add_gate(parser: argparse.ArgumentParser) -> None:
    """`--max-detections` and `--max-per-minute`."""
    parser.add_argument(
        "--max-detections",
        metavar="N",
        type=_count,
        help="a recording with more detections than this does not pass: status 3, and a line that says why",
    )
    parser.add_argument(
        "--max-per-minute",
        metavar="TYPE=N",
        action="append",
        default=[],
        type=_rate,
        help="the same for one artifact type, per minute of the recording; may be repeated",
    )


def reasons(options: argparse.Namespace, files: Sequence[formats.FileAnswer]) -> list[str]:
    """Why these recordings do not pass, one sentence each; empty when they do."""
    return [reason for file in files if file.status == "completed" for reason in _reasons_of(options, file)]


def _reasons_of(options: argparse.Namespace, file: formats.FileAnswer) -> Iterator[str]:
    most = options.max_detections
    if most is not None and len(file.detections) > most:
        yield f"{file.path.name} does not pass: {len(file.detections)} detections, at most {most} are allowed."
    counts = Counter(str(row["artifact_type"]) for row in file.detections.to_rows())
    minutes = file.audio_seconds / 60
    for artifact_type, allowed in options.max_per_minute:
        count = counts[artifact_type]
        if count > allowed * minutes:
            rate = f"{count / minutes:.2f} per minute" if minutes else "a recording of unknown length"
            yield (
                f"{file.path.name} does not pass: {count} of type {artifact_type} ({rate}), at most {allowed:g} per"
                " minute are allowed."
            )


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 0")
    return int(text)


def _rate(text: str) -> tuple[str, float]:
    artifact_type, equals, value = text.rpartition("=")
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not equals or not artifact_type or not 0 <= number < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form TYPE=N, such as click=2")
    return artifact_type, number
