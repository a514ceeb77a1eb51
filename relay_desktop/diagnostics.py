"""What helps whoever is asked for help: versions, device, the last lines of the log, and no secret among them."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

PACKAGES: Final = ("PySide6-Essentials", "numpy", "soundfile", "sounddevice", "soxr", "httpx", "torch")
LOG_LINES: Final = 40
HIDDEN: Final = "(hidden)"
_SECRETS: Final = (
    # Headers and settings that name what they carry.
    re.compile(
        r"(?i)\b((?:authorization|api[-_ ]?key|token|secret|password|signature|x-amz-[a-z-]+)\W{1,4})"
        r"(?:bearer\s+)?[^\s,;&'\"]+"
    ),
    re.compile(r"(?i)\b(bearer\s+)\S+"),
    # User and password in an address; what stands behind its question mark signs it.
    re.compile(r"(\w+://)[^/\s:@]+:[^/\s@]+@"),
    re.compile(r"(\w+://[^\s?]+\?)\S+"),
    # Long runs of letters and digits are keys more often than words.
    re.compile(r"()\b(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{28,}\b"),
)


def program_version() -> str:
    """The installed version, or that of a checkout."""
    return _version_of("relay-desktop") or "(not installed)"


def versions() -> list[tuple[str, str]]:
    """(name, version) of the program and of what it stands on."""
    kind = "frozen" if getattr(sys, "frozen", False) else "installed"
    found = [("Relay Desktop", f"{program_version()} ({kind})"), ("Python", platform.python_version())]
    found += [(name, version) for name in PACKAGES if (version := _version_of(name))]
    found.append(("System", platform.platform()))
    return found


def report(facts: Sequence[tuple[str, str]], log_path: Path | None) -> str:
    """Versions, facts and the end of the log as text to be sent to somebody; secrets and the home folder hidden."""
    lines = [f"{name}: {value}" for name, value in (*versions(), *facts)]
    if log_path is not None:
        lines += ["", "The last lines of the log:", *_last_lines(log_path)]
    return without_secrets("\n".join(lines))


def without_secrets(text: str) -> str:
    """The text without keys, passwords and signatures, and with ~ for the home folder."""
    home = os.path.expanduser("~")
    if len(home) > 1:
        text = text.replace(home, "~")
    for pattern in _SECRETS:
        text = pattern.sub(rf"\1{HIDDEN}", text)
    return text


def _last_lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_LINES:]
    except OSError:
        return ["(none)"]


def _version_of(name: str) -> str:
    from importlib import metadata  # not needed to show the window

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
