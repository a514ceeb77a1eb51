#!/usr/bin/env python3
"""Unpacks an archive, adds it to the menus of a new person, runs the self-test from there, takes it out again.

    python3 packaging/try_archive.py dist/relay-desktop-light-0.1.0-linux-x86_64.tar.xz [--engine]

`--engine`, for the light program: does what it tells a person who wants to detect on this computer (a virtual
environment with the engine, pip installs torch), then demands that the self-test detects with it. Everything happens
in a folder that goes away, with a space and an umlaut in its name.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

BEFORE_COMMAND: Final = "To detect on this computer: "
DETECTED: Final = ("ok", "demo detected")


class DoesNotWork(Exception):
    """The text says what."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry; 0 when all of it worked and nothing was left behind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archive", type=Path)
    parser.add_argument("--engine", action="store_true", help="install an engine beside the light program")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="Relay für ") as name:
        try:
            Trial(Path(name), options.archive).run(with_engine=options.engine)
        except (DoesNotWork, OSError, subprocess.CalledProcessError) as problem:
            print(f"FAILED: {problem}", file=sys.stderr)
            return 1
    print("The archive works, and nothing is left behind.")
    return 0


class Trial:
    """One archive in the home of a person who has nothing yet."""

    def __init__(self, folder: Path, archive: Path) -> None:
        self._home = folder / "home"
        self._home.mkdir()
        with tarfile.open(archive) as packed:
            packed.extractall(folder / "unpacked", filter="tar")
        self._unpacked = next((folder / "unpacked").iterdir())
        self._program = self._home / ".local" / "bin" / "relay-desktop"
        apart = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "RELAY_ENGINE_PYTHON")
        self._environment = {name: value for name, value in os.environ.items() if name not in apart}
        self._environment["HOME"] = str(self._home)

    def run(self, *, with_engine: bool) -> None:
        """All of it. Raises DoesNotWork, CalledProcessError."""
        script = str(self._unpacked / "install-for-me.sh")
        subprocess.run([script], env=self._environment, check=True)
        self._self_test()
        if with_engine:
            self._install_engine()
            if not any(line.startswith(DETECTED[0]) and DETECTED[1] in line for line in self._self_test()):
                raise DoesNotWork("the engine that was installed was not used")
            self._detect()
        subprocess.run([script, "--remove"], env=self._environment, check=True)
        left = [
            path for path in self._home.rglob("*relay-desktop*") if _is_menu(path.relative_to(self._home))
        ]
        if left:
            raise DoesNotWork(f"left behind: {', '.join(map(str, left))}")

    def _self_test(self) -> list[str]:
        command = [str(self._program), "self-test"]
        if shutil.which("xvfb-run") and not self._environment.get("DISPLAY"):
            command = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", *command]
        ran = subprocess.run(
            command, env=self._environment, stdout=subprocess.PIPE, text=True, check=False, timeout=600
        )
        print(ran.stdout, flush=True)
        if ran.returncode:
            raise DoesNotWork(f"the self-test ended with {ran.returncode}")
        return ran.stdout.splitlines()

    def _install_engine(self) -> None:
        """Type what the program says."""
        told = self._command_line("detect", str(self._demo())).stderr
        command = told.partition(BEFORE_COMMAND)[2].splitlines()[:1]
        if not command:
            raise DoesNotWork(f"the program does not say how to get an engine: {told}")
        print(f"+ {command[0]}", flush=True)
        subprocess.run(command[0], shell=True, env=self._environment, check=True)

    def _detect(self) -> None:
        rows = self._command_line("detect", str(self._demo()), "--format", "csv").stdout.splitlines()
        print("\n".join(rows), flush=True)
        if len(rows) < 2:
            raise DoesNotWork("the command line found nothing in the demo recording")

    def _demo(self) -> Path:
        return next(iter(sorted(self._unpacked.glob("lib/relay-desktop/_internal/resources/demo/*.flac"))))

    def _command_line(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._program), *words], env=self._environment, capture_output=True, text=True, check=False
        )


def _is_menu(path: Path) -> bool:
    """Whether install-for-me.sh made it, not the program or the person."""
    return not path.is_relative_to(Path(".local/share/relay-desktop")) and path.parts[0] != ".cache"


if __name__ == "__main__":
    sys.exit(main())
