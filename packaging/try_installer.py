#!/usr/bin/env python3
"""Runs the installer for Windows under Wine: installs, installs over an older one, removes, looks for what it left.

    python3 packaging/try_installer.py dist/relay-desktop-light-0.1.0-windows.exe build/nsis

The folder is what was packed (`build.py nsis` leaves it there): every file of it must arrive. Whether the program
itself runs is for Windows to say; here it is about files, menus, the registry. Needs wine (of 32 bits, as the
installers that NSIS makes) and Xvfb.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

PROGRAM: Final = "AppData/Local/Programs/Relay Desktop"
START_MENU: Final = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Relay Desktop.lnk"
# As Wine writes them down: where programs are removed, what opens .relay files, what is offered for audio.
KEYS: Final = (
    r"[Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\RelayDesktop]",
    r"[Software\\Classes\\.relay]",
    r"[Software\\Classes\\RelayDesktop.Review\\shell\\open\\command]",
    r"[Software\\Classes\\Applications\\relay-desktop.exe\\SupportedTypes]",
    r"[Software\\Classes\\.wav\\OpenWithList\\relay-desktop.exe]",
)
LIMIT_S: Final = 600.0


class DoesNotWork(Exception):
    """The text says what."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry; 0 when all of it worked and nothing was left behind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("installer", type=Path)
    parser.add_argument("packed", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="relay-wine-") as name:
        try:
            Trial(Path(name), options.installer.absolute(), options.packed).run()
        except (DoesNotWork, OSError, subprocess.SubprocessError) as problem:
            print(f"FAILED: {problem}", file=sys.stderr)
            return 1
    print("The installer works, and nothing is left behind.")
    return 0


class Trial:
    """One installer in a Windows of its own."""

    def __init__(self, folder: Path, installer: Path, packed: Path) -> None:
        self._installer = installer
        self._packed = packed
        self._prefix = folder / "prefix"
        # Wine offers to fetch a browser and .NET where these are not switched off.
        quiet = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
        self._environment = os.environ | quiet | {"WINEPREFIX": str(self._prefix)}

    def run(self) -> None:
        """All of it. Raises DoesNotWork, CalledProcessError, TimeoutExpired."""
        self._wine("wineboot", "--init")
        before = self._keys()
        self._wine(str(self._installer), "/S")
        home = next(self._prefix.glob(f"drive_c/users/*/{PROGRAM}"), None)
        if home is None:
            raise DoesNotWork("the program's folder was not made")
        self._expect_files(home)
        if missing := sorted(set(KEYS) - set(self._keys())):
            raise DoesNotWork(f"not in the registry: {', '.join(missing)}")
        if not self._menus():
            raise DoesNotWork("it is not in the start menu")
        old = home / "_internal" / "of-an-older-version.dll"
        old.touch()
        self._wine(str(self._installer), "/S")
        self._expect_files(home)
        if old.exists():
            raise DoesNotWork("files of an older version stay between the new ones")
        self._wine(str(home / "uninstall.exe"), "/S")
        left = [path for path in (home, *self._menus()) if path.exists()]
        left_keys = [key for key in set(self._keys()) - set(before) if "Relay" in key or "relay" in key]
        if left or left_keys:
            raise DoesNotWork(f"left behind: {', '.join([*map(str, left), *left_keys])}")

    def _wine(self, *words: str) -> None:
        """Run a Windows program to its end, and to that of everything it started."""
        command = ["xvfb-run", "-a", "wine", *words]
        print("+ wine", *words, flush=True)
        subprocess.run(command, env=self._environment, check=True, timeout=LIMIT_S)
        subprocess.run(["wineserver", "-w"], env=self._environment, check=True, timeout=LIMIT_S)

    def _expect_files(self, home: Path) -> None:
        wanted = _sizes(self._packed)
        found = _sizes(home)
        wrong = sorted(name for name, size in wanted.items() if found.get(name) != size)
        if wrong:
            raise DoesNotWork(f"{len(wrong)} of {len(wanted)} files did not arrive: {', '.join(wrong[:5])}")
        print(f"{len(wanted)} files arrived", flush=True)

    def _menus(self) -> list[Path]:
        return list(self._prefix.glob(f"drive_c/users/*/{START_MENU}"))

    def _keys(self) -> list[str]:
        text = (self._prefix / "user.reg").read_text(encoding="utf-8", errors="replace")
        return [line.rpartition("]")[0] + "]" for line in text.splitlines() if line.startswith("[")]


def _sizes(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder)): path.stat().st_size for path in folder.rglob("*") if path.is_file()
    }


if __name__ == "__main__":
    sys.exit(main())
