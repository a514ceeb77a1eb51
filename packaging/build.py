#!/usr/bin/env python3
"""Makes what is handed out: `python3 packaging/build.py TARGET [--flavour light|full]`, results in `dist/`.

    freeze    the folder of the frozen program, checked by its own self-test (build/frozen)
    deb       a package for Debian and Ubuntu
    tar       an archive for any Linux
    nsis      the installer for Windows (the program is packed only if it was frozen on Windows)
    dmg       the disk image for macOS, on macOS
    wheel     the Python package, for pip
    licences  the list of what is packed and every licence's text, alone
    all       what this system can make

Everything but `wheel` needs the packaging extra (`pip install -e '.[packaging]' -c packaging/constraints.txt`, with
`embedded` for the full flavour); run it with the Python that has it. Signing is described in SIGNING.md beside this.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Final

import freeze
import icons
import licences
import linux_tree
from freeze import BUILD, CHECKOUT, BuildFailed

DIST: Final = CHECKOUT / "dist"


class Build:
    """One run for one flavour; the frozen program is made once and used by every target after it."""

    def __init__(self, flavour: str, *, is_fresh: bool, has_smoke: bool) -> None:
        self.flavour = flavour
        self.version = metadata.version("relay-desktop")
        self._is_fresh = is_fresh
        self._has_smoke = has_smoke
        self._frozen: Path | None = None

    def freeze(self) -> Path:
        """The frozen folder, tried out."""
        if self._frozen is not None:
            return self._frozen
        there = BUILD / "frozen" / f"relay-desktop-{self.flavour}"
        if self._is_fresh or not there.is_dir():
            if sys.platform == "win32":
                icons.write_ico(CHECKOUT / "packaging" / "windows" / "relay-desktop.ico")
            if sys.platform == "darwin":
                icons.write_icns(CHECKOUT / "packaging" / "macos" / "relay-desktop.icns")
            there = freeze.freeze(self.flavour, self.version)
        say(f"{there}: {freeze.size_bytes(there) / 1e6:,.0f} MB")
        for size, name in freeze.largest(there):
            say(f"  {size / 1e6:8.1f} MB  {name}")
        if self._has_smoke:
            freeze.smoke(_program_in(there), BUILD / f"self-test-{self.flavour}.png")
        self._frozen = there
        return there

    def deb(self) -> Path:
        """The Debian package."""
        return linux_tree.debian_package(self.freeze(), self.flavour, self.version, DIST)

    def tar(self) -> Path:
        """The archive for Linux."""
        return linux_tree.archive(self.freeze(), self.flavour, self.version, DIST)

    def nsis(self) -> Path:
        """The installer for Windows."""
        if shutil.which("makensis") is None:
            raise BuildFailed("makensis is missing; install NSIS (the package nsis on Debian).")
        source, icon = self.freeze(), BUILD / "relay-desktop.ico"
        if sys.platform != "win32":
            say(
                "This is not Windows: the installer is compiled to be tried out; what it packs runs only here."
            )
            source = _named_as_on_windows(source)
        icons.write_ico(icon)
        DIST.mkdir(exist_ok=True)
        target = DIST / f"{linux_tree.PACKAGES[self.flavour]}-{self.version}-windows.exe"
        defined = {
            "VERSION": self.version,
            "SOURCE": str(source),
            "OUTPUT": str(target),
            "ICON": str(icon),
            "LICENSE": str(CHECKOUT / "LICENSE"),
            "SIZE_KB": str(freeze.size_bytes(source) // 1024),
        }
        if command := os.environ.get("RELAY_SIGN_COMMAND"):
            defined["SIGN_COMMAND"] = command
        words = [f"-D{name}={value}" for name, value in defined.items()]
        script = CHECKOUT / "packaging" / "windows" / "relay-desktop.nsi"
        _call(["makensis", "-V2", *words, str(script)])
        return target

    def dmg(self) -> Path:
        """The disk image for macOS."""
        if platform.system() != "Darwin":
            raise BuildFailed("A disk image can be made on macOS only (hdiutil).")
        self.freeze()
        DIST.mkdir(exist_ok=True)
        target = DIST / f"{linux_tree.PACKAGES[self.flavour]}-{self.version}.dmg"
        app = BUILD / "frozen" / "Relay Desktop.app"
        _call([str(CHECKOUT / "packaging" / "macos" / "make_dmg.sh"), str(app), str(target)])
        return target

    def wheel(self) -> Path:
        """The Python package."""
        return freeze.wheel(DIST)

    def licences(self) -> Path:
        """The list of what is packed."""
        return licences.write(BUILD / f"licences-{self.flavour}", freeze.FLAVOURS[self.flavour])

    def all(self) -> Path:
        """What this system can make; returns the folder."""
        here: dict[str, tuple[Callable[[], Path], ...]] = {
            "win32": (self.nsis,),
            "darwin": (self.dmg,),
        }
        for make in here.get(sys.platform, (self.deb, self.tar)):
            say(str(make()))
        return DIST


def _program_in(folder: Path) -> Path:
    if sys.platform == "darwin":
        return folder.parent / "Relay Desktop.app" / "Contents" / "MacOS" / "relay-desktop"
    return folder / ("relay-desktop-cli.exe" if sys.platform == "win32" else "relay-desktop")


def _named_as_on_windows(folder: Path) -> Path:
    """The same files, linked, with programs of the names that the script of the installer knows."""
    other = BUILD / "nsis"
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(folder, other, copy_function=os.link)
    (other / "relay-desktop").rename(other / "relay-desktop.exe")
    return other


def _call(command: Sequence[str]) -> None:
    if subprocess.call(command, cwd=CHECKOUT):
        raise BuildFailed(f"{Path(command[0]).name} did not finish; it says why above.")


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(sentence, file=sys.stderr, flush=True)


TARGETS: Final = ("freeze", "deb", "tar", "nsis", "dmg", "wheel", "licences", "all")


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python3 packaging/build.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--flavour", choices=tuple(freeze.FLAVOURS), default="full")
    parser.add_argument("--reuse", action="store_true", help="use the frozen folder that is there")
    parser.add_argument("--no-self-test", action="store_true", help="do not try the frozen program out")
    options = parser.parse_args(arguments)
    build = Build(options.flavour, is_fresh=not options.reuse, has_smoke=not options.no_self_test)
    try:
        made: Path = getattr(build, options.target)()
    except (BuildFailed, metadata.PackageNotFoundError) as problem:
        print(f"{problem}", file=sys.stderr)
        return 2
    print(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
