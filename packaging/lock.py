#!/usr/bin/env python3
"""Locks what is built and tested with: every package, its version, and the hashes of every file of it in the index.

    .venv/bin/python packaging/lock.py          # makes requirements-light.lock and requirements-full.lock again

The versions are those of constraints.txt; pip-tools asks the package index for the hashes. Install from a lock with
`pip install --require-hashes -r packaging/requirements-full.lock`. torch is not in them: which build of it is right
(CPU, CUDA, ROCm) depends on the computer, and each comes from an index of its own; pin it as constraints.txt does.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

PACKAGING: Final = Path(__file__).resolve().parent
FLAVOURS: Final = {"light": (), "full": ("--extra", "embedded")}
APART: Final = ("torch", "setuptools")


def main() -> int:
    """Entry; 0 when both were made."""
    for flavour, extras in FLAVOURS.items():
        target = PACKAGING / f"requirements-{flavour}.lock"
        command = [
            sys.executable,
            "-P",
            "-m",
            "piptools",
            "compile",
            "--quiet",
            "--generate-hashes",
            "--no-header",
        ]
        command += [
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--no-annotate",
            "--strip-extras",
            "--constraint",
            str(PACKAGING / "constraints.txt"),
            *extras,
        ]
        command += ["--output-file", str(target), str(PACKAGING.parent / "pyproject.toml")]
        if subprocess.call(command, cwd=PACKAGING.parent):
            print("pip-tools did not finish; it says why above.", file=sys.stderr)
            return 1
        target.write_text(HEAD + without(target.read_text(encoding="utf-8"), APART), encoding="utf-8")
        print(target)
    return 0


HEAD: Final = "# Made by packaging/lock.py; torch is installed apart (see there).\n"


def without(text: str, names: tuple[str, ...]) -> str:
    """A lock without some packages: their line and the hashes that follow it."""
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", text)
    return "".join(block for block in blocks if block.partition("==")[0] not in names)


if __name__ == "__main__":
    sys.exit(main())
