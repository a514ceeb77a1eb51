#!/usr/bin/env python3
"""Locks what is built with: every package, its version, and the hashes of every file of it in the index.

    pip install uv && python packaging/lock.py          # makes requirements-light.lock and requirements-full.lock again

The versions are those of constraints.txt; uv asks the package index for the hashes and writes down which package only
one system or one Python needs, so that a lock holds on all three. Install from a lock with
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
EXTRAS: Final = {"light": ("packaging",), "full": ("embedded", "packaging")}
APART: Final = ("torch", "setuptools")
# What one build of torch wants and another does not.
OF_TORCH: Final = re.compile(r"nvidia-|cuda-|triton$")
OLDEST_PYTHON: Final = "3.11"


def main() -> int:
    """Entry; 0 when both were made."""
    for flavour, extras in EXTRAS.items():
        target = PACKAGING / f"requirements-{flavour}.lock"
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--upgrade", "--universal"]
        command += ["--python-version", OLDEST_PYTHON, "--generate-hashes", "--no-header", "--no-annotate"]
        command += ["--constraint", str(PACKAGING / "constraints.txt")]
        command += [word for name in APART for word in ("--no-emit-package", name)]
        command += [word for extra in extras for word in ("--extra", extra)]
        command += ["--output-file", str(target), "pyproject.toml"]
        if subprocess.call(command, cwd=PACKAGING.parent, stdout=subprocess.DEVNULL):
            print("uv did not finish; it says why above.", file=sys.stderr)
            return 1
        target.write_text(HEAD + without(target.read_text(encoding="utf-8"), OF_TORCH), encoding="utf-8")
        print(target)
    return 0


HEAD: Final = "# Made by packaging/lock.py; torch is installed apart (see there).\n"


def without(text: str, names: re.Pattern[str]) -> str:
    """A lock without some packages: their line and the hashes that follow it."""
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", text)
    return "".join(block for block in blocks if not names.match(block.partition("==")[0]))


if __name__ == "__main__":
    sys.exit(main())
