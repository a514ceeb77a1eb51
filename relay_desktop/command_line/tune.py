"""`relay-desktop tune`: the tuning rules applied to raw detections in a JSON file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inference.detections import DetectionTable
from inference.tuning import retune
from relay_desktop.command_line import options, output


class BadInput(Exception):
    """The input is not what this command can tune; the text says why."""


def main(arguments: Sequence[str]) -> int:
    """Entry of the command; 0, or 1 when the input cannot be read or the result not be written."""
    parsed = parser().parse_args(arguments)
    try:
        raw = read_rows(parsed.raw, parsed.file)
        shown = retune(raw, options.rules_for_rows(parsed)).shown
        output.write(output.rows_as_json(shown.to_rows()), parsed.output)
    except (BadInput, output.OutputProblem) as problem:
        print(f"relay-desktop tune: {problem}", file=sys.stderr)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = argparse.ArgumentParser(
        prog="relay-desktop tune",
        description="Apply threshold, then merge window, then minimum duration to raw detections; print what "
        "is left as a JSON list.",
    )
    made.add_argument(
        "raw",
        metavar="RAW.json",
        help="a JSON list of detections, or what `relay-desktop detect --raw` wrote; - reads standard input",
    )
    made.add_argument("--file", metavar="NAME", help="which file, when the input is of several files")
    options.add_tuning(made, "0.5, 200 and 50 unless given")
    options.add_type_tuning(made)
    made.add_argument("--output", metavar="FILE", type=Path, help="write there, not to standard output")
    return made


def read_rows(source: str, file_name: str | None) -> DetectionTable:
    """The detections of a JSON file or of standard input. Raises BadInput."""
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
        found = json.loads(text)
    except OSError as error:
        raise BadInput(f"{source} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{source} is not JSON: {error}.") from error
    rows = rows_of(found, file_name)
    try:
        return DetectionTable.from_rows(rows)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise BadInput(f"{source} holds something that is not a detection: {error}.") from error


def rows_of(found: object, file_name: str | None) -> list[Any]:
    """The rows in a bare list or in the answer of `detect`. Raises BadInput."""
    if isinstance(found, list):
        return found
    files = found.get("files") if isinstance(found, dict) else None
    if not isinstance(files, list) or not all(isinstance(file, dict) for file in files):
        raise BadInput("The input is neither a list of detections nor an answer of `relay-desktop detect`.")
    chosen = [file for file in files if file_name in (None, file.get("path"), file.get("original_filename"))]
    if len(chosen) != 1:
        names = ", ".join(str(file.get("path")) for file in files)
        raise BadInput(f"The input is of {len(files)} files; choose one with --file. It holds: {names}")
    return list(chosen[0].get("detections") or [])
