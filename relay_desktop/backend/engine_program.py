"""Which program runs the detection engine of this computer.

An installed or checked-out program runs it with its own interpreter, the full frozen program is it, and the light
frozen program looks for an environment with `relay-desktop[embedded]` that the person has installed beside it
(with the torch of a graphics card, for instance).
"""

from __future__ import annotations

import importlib.util
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import platformdirs

from inference.sentences import sentence
from relay_desktop.errors import NoEngineHere

log = logging.getLogger(__name__)

PYTHON_VARIABLE: Final = "RELAY_ENGINE_PYTHON"
LOOK_LIMIT_S: Final = 20.0
# Finds out without importing torch, which takes seconds.
_QUESTION: Final = (
    "import importlib.util as u, sys; "
    "sys.exit(not all(u.find_spec(n) for n in ('inference', 'torch', 'fastapi')))"
)


def is_frozen() -> bool:
    """Whether this is the packed program."""
    return bool(getattr(sys, "frozen", False))


def own_program() -> list[str]:
    """The command that is this program again, with standard streams."""
    if not is_frozen():
        return [sys.executable, "-m", "relay_desktop"]
    beside = Path(sys.executable).with_name("relay-desktop-cli.exe")
    return [str(beside) if beside.is_file() else sys.executable]


def service_program() -> list[str]:
    """The command that runs the service. Raises NoEngineHere where no engine is installed."""
    if not is_frozen():
        return [sys.executable, "-m", "inference.service"]
    if has_engine_inside():
        return [*own_program(), "service"]
    python = engine_python()
    if python is None:
        raise NoEngineHere(
            advice=sentence(
                "Remote services work without. To detect on this computer: {install_command}",
                install_command=install_command(),
            )
        )
    return [str(python), "-m", "inference.service"]


def has_engine_inside() -> bool:
    """Whether the engine can be run by this very program."""
    return importlib.util.find_spec("torch") is not None


def engine_python() -> Path | None:
    """The interpreter of an installed environment that has the engine; the first that answers."""
    for python in candidates():
        if python.is_file() and _has_engine(python):
            log.info("the engine is that of %s", python)
            return python
    return None


def engine_folder() -> Path:
    """Where the environment for the light program belongs."""
    return Path(platformdirs.user_data_dir("relay-desktop", appauthor=False)) / "engine"


def install_command() -> str:
    """What a person types to install the engine for the light program."""
    python = python_of(engine_folder())
    base = "py -3" if sys.platform == "win32" else "python3"
    return f'{base} -m venv "{engine_folder()}" && "{python}" -m pip install "{_packed_package()}[embedded]"'


def _packed_package() -> str:
    """The Python package that is packed with the light program, of the very same version; else the one of the index."""
    inside = Path(getattr(sys, "_MEIPASS", "")) / "engine"
    return next((str(path) for path in inside.glob("relay_desktop-*.whl")), "relay-desktop")


def python_of(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def candidates() -> Iterator[Path]:
    """Interpreters worth asking: the one that was named, the folder of the program's own, pipx, uv, the PATH."""
    named = os.environ.get(PYTHON_VARIABLE)
    if named:
        yield Path(named).expanduser()
    yield python_of(engine_folder())
    home = Path.home()
    for tools in (".local/share/pipx/venvs", ".local/pipx/venvs", "pipx/venvs", ".local/share/uv/tools"):
        yield python_of(home / tools / "relay-desktop")
    script = shutil.which("relay-desktop")
    if script is not None:
        # The script of an environment lies beside its interpreter.
        yield Path(script).resolve().with_name(python_of(Path()).name)


def _has_engine(python: Path) -> bool:
    try:
        finished = subprocess.run(
            [str(python), "-c", _QUESTION],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LOOK_LIMIT_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError) as error:
        log.info("%s does not answer: %s", python, error)
        return False
    return finished.returncode == 0
