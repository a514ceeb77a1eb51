"""Where results go: standard output or a file that is there whole or not at all."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any


class OutputProblem(Exception):
    """The result could not be written; the text says where and why."""


def as_json(value: object) -> str:
    """Readable JSON; names that are no valid Unicode are escaped so that they survive."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=2)
    return text


def rows_as_json(rows: list[dict[str, Any]]) -> str:
    """A list of detections, one per line."""
    if not rows:
        return "[]"
    return "[\n" + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n]"


def write(text: str, output: Path | None) -> None:
    """Print `text` with a closing line end, or put it into `output`. Raises OutputProblem."""
    whole = text if text.endswith("\n") or not text else text + "\n"
    if output is None:
        _print(whole)
    else:
        _save(whole, output)


def check_writable(output: Path | None) -> None:
    """Find out before an hour of work that the result will have no place. Raises OutputProblem."""
    if output is not None and not output.parent.is_dir():
        raise OutputProblem(f"The folder of the output file is not there: {output.parent}")


def _print(text: str) -> None:
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Whoever read us has enough (`| head`). Keep the interpreter from complaining about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _save(text: str, output: Path) -> None:
    try:
        with tempfile.NamedTemporaryFile(
            "wb", dir=output.parent, prefix=f".{output.name[:50]}.", delete=False
        ) as file:
            file.write(text.encode("utf-8", "surrogateescape"))
        _give_usual_rights(Path(file.name))
        os.replace(file.name, output)
    except OSError as error:
        if "file" in locals():
            Path(file.name).unlink(missing_ok=True)
        raise OutputProblem(f"{output} could not be written: {error.strerror or error}.") from error


def _give_usual_rights(path: Path) -> None:
    """A temporary file is for its owner alone; the result has the rights of any new file."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
