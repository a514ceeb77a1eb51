"""The frozen program: PyInstaller by the one recipe, checked by size, with the list of what was packed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import licences
from collected import collected_by

CHECKOUT: Final = Path(__file__).resolve().parent.parent
BUILD: Final = CHECKOUT / "build"
RECIPE: Final = CHECKOUT / "packaging" / "frozen" / "relay-desktop.spec"
FLAVOURS: Final = {"light": (), "full": ("embedded",)}


class BuildFailed(Exception):
    """The text says what is missing or what went wrong, and what to do."""


def freeze(flavour: str, version: str) -> Path:
    """Build the folder of the frozen program; returns it. Raises BuildFailed."""
    texts = BUILD / f"licences-{flavour}"
    licences.write(texts, FLAVOURS[flavour])
    work, out = BUILD / f"pyinstaller-{flavour}", BUILD / "frozen"
    environment = os.environ | {
        "RELAY_ENGINE": str(_engine_to_install()) if flavour == "light" else "",
        "RELAY_CHECKOUT": str(CHECKOUT),
        "RELAY_FLAVOUR": flavour,
        "RELAY_VERSION": version,
        "RELAY_LICENCES": str(texts),
        # Paths of pages and plugins must not depend on who builds.
        "PYTHONHASHSEED": "0",
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--workpath", str(work), "--distpath", str(out), str(RECIPE)]
    if subprocess.call(command, env=environment, cwd=CHECKOUT):
        raise BuildFailed("PyInstaller did not finish; it says why above.")
    folder = out / f"relay-desktop-{flavour}"
    _strip(folder)
    _list_what_was_taken(work / RECIPE.stem, folder, flavour)
    return folder


def wheel(out: Path) -> Path:
    """The Python package; returns its path. Raises BuildFailed."""
    # setuptools would pack again what an earlier build left here.
    shutil.rmtree(BUILD / "lib", ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet"]
    if subprocess.call([*command, "--wheel-dir", str(out), str(CHECKOUT)], cwd=CHECKOUT):
        raise BuildFailed("pip could not make the package; it says why above.")
    return max(out.glob("relay_desktop-*.whl"), key=lambda path: path.stat().st_mtime)


def _engine_to_install() -> Path:
    """The folder with the package that the light program offers to whoever wants to detect without a server."""
    folder = BUILD / "engine"
    shutil.rmtree(folder, ignore_errors=True)
    return wheel(folder).parent


def _list_what_was_taken(work: Path, folder: Path, flavour: str) -> None:
    """Make the list of licences again from what is really in the folder."""
    inside = next(path for path in (folder / "_internal", folder) if (path / "licences").is_dir())
    try:
        licences.write(inside / "licences", FLAVOURS[flavour], collected_by(work))
    except licences.UnlistedPart as problem:
        raise BuildFailed(str(problem)) from problem


def _strip(folder: Path) -> None:
    """Take the symbols out of Python's own libraries and of the largest of torch (17 and 89 MB of them).

    Only those: libraries that wheels have repaired for their new place can break when they are stripped.
    """
    if not sys.platform.startswith("linux") or shutil.which("strip") is None:
        return
    inside = folder / "_internal"
    own = [*inside.glob("libpython3*.so*"), *inside.glob("python3*/lib-dynload/*.so")]
    own += inside.glob("torch/lib/libtorch_cpu.so")
    subprocess.run(["strip", "--strip-unneeded", *sorted({str(path.resolve()) for path in own})], check=True)


def smoke(program: Path, picture: Path) -> None:
    """Run the self-test of a frozen program. Raises BuildFailed when it fails."""
    command = [str(program), "self-test", "--screenshot", str(picture)]
    if shutil.which("xvfb-run") and not os.environ.get("DISPLAY"):
        command = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", *command]
    if subprocess.call(command):
        raise BuildFailed(f"The self-test of {program} failed; it says above where.")


def size_bytes(folder: Path) -> int:
    """What the files below a folder take, links not followed."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def largest(folder: Path, count: int = 12) -> list[tuple[int, str]]:
    """The largest files below a folder."""
    files = (p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())
    sizes = sorted(((p.stat().st_size, str(p.relative_to(folder))) for p in files), reverse=True)
    return sizes[:count]
