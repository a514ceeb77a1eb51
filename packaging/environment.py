"""The virtual environment of a checkout: made once, used again, renewed when the pins change."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import system_packages

EXTRAS = ("embedded", "dev")
STAMP = "relay-environment.json"
FREE_SPACE_NEEDED = 3 * 1024**3


class PreparationFailed(Exception):
    """Something this machine lacks and that could not be put right; the text says what to do."""


def provide(checkout: Path) -> Path:
    """Make or renew `checkout/.venv` as far as needed and return the path of its Python.

    Raises PreparationFailed with a sentence when it cannot be made.
    """
    folder = checkout / ".venv"
    python = python_of(folder)
    wanted = fingerprint(checkout)
    if works(python) and read_stamp(folder) == wanted:
        return python
    if not works(python):
        make(folder)
    install(checkout, python)
    (folder / STAMP).write_text(json.dumps({"fingerprint": wanted}), encoding="utf-8")
    return python


def system_packages_needed(checkout: Path) -> list[system_packages.SystemPackage]:
    """What this Python lacks to make the environment (Debian ships a part of the standard library apart)."""
    if works(python_of(checkout / ".venv")) or importlib.util.find_spec("ensurepip"):
        return []
    return [system_packages.venv_package()]


def python_of(folder: Path) -> Path:
    """Where a virtual environment keeps its interpreter on this system."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(checkout: Path) -> str:
    """Changes when what must be installed changes: pins, project metadata, place, Python version."""
    parts = [
        (checkout / "packaging" / "constraints.txt").read_bytes(),
        (checkout / "pyproject.toml").read_bytes(),
        repr((str(checkout), sys.version_info[:2], EXTRAS)).encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def read_stamp(folder: Path) -> str | None:
    """The fingerprint of the last complete installation; None when there was none."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return stamp.get("fingerprint") if isinstance(stamp, dict) else None


def works(python: Path) -> bool:
    """Whether the interpreter starts, has pip and is of the version that runs this script."""
    check = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r})"
    if not python.exists():
        return False
    return subprocess.run([str(python), "-c", check], capture_output=True, check=False).returncode == 0


def make(folder: Path) -> None:
    """Create the empty environment anew, with the standard library alone."""
    say(f"Making the virtual environment {folder}")
    warn_when_space_is_short(folder.parent)
    finished = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)], capture_output=True, text=True, check=False
    )
    if finished.returncode:
        raise PreparationFailed(
            f"The virtual environment could not be made: {first_line(finished.stdout + finished.stderr)} "
            f"On Debian and Ubuntu install {system_packages.venv_package().name}, then try again."
        )


def warn_when_space_is_short(folder: Path) -> None:
    """torch is large: say so before the disk is full rather than after."""
    free = shutil.disk_usage(folder).free
    if free < FREE_SPACE_NEEDED:
        say(f"Only {free / 1024**3:.1f} GB are free on this disk; about 3 GB may be needed.")


def install(checkout: Path, python: Path) -> None:
    """Install the pinned packages, then the checkout itself, editable.

    torch goes first and by its exact pin: a range would let pip take a newer build with gigabytes of CUDA.
    """
    pins = str(checkout / "packaging" / "constraints.txt")
    say("Installing the pinned packages (the first time this takes some minutes)")
    pip(python, ["setuptools", pinned(checkout, "torch"), "-c", pins])
    pip(python, ["--no-build-isolation", "-e", f"{checkout}[{','.join(EXTRAS)}]", "-c", pins])
    compile_sources(checkout, python)


def compile_sources(checkout: Path, python: Path) -> None:
    """What an ordinary installation does and an editable one leaves out: the first start need not compile."""
    folders = [str(checkout / name) for name in ("inference", "relay_desktop")]
    subprocess.call([str(python), "-m", "compileall", "-q", *folders])


def provide_training(checkout: Path, python: Path) -> None:
    """Install what making and judging models takes, which only the tests need; nothing where it is there."""
    if subprocess.call([str(python), "-c", "import scipy, sed_eval"], stderr=subprocess.DEVNULL) == 0:
        return
    say("Installing what the tests of training and judging need")
    pins = str(checkout / "packaging" / "constraints.txt")
    pip(python, ["--no-build-isolation", "-e", f"{checkout}[training]", "-c", pins])


def pinned(checkout: Path, name: str) -> str:
    """The line of the constraints file for one package, such as `torch==2.13.0`."""
    lines = (checkout / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"{name}=="))


def pip(python: Path, arguments: Sequence[str]) -> None:
    """Run pip as this machine has configured it; no index is ever named here."""
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    command = [str(python), "-m", "pip", "install", *quiet, "--disable-pip-version-check", *arguments]
    if subprocess.call(command):
        raise PreparationFailed(
            "The packages could not be installed: pip says why above. Check the connection to the package "
            "index, then run the same command again; it continues where it stopped."
        )


def first_line(text: str) -> str:
    """First line of a message that says something."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "no reason was given.")


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(sentence, file=sys.stderr, flush=True)
