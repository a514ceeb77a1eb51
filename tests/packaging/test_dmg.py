"""The script that makes the disk image, with stand-ins for the tools that only macOS has: what it calls, and when."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

MACOS = Path(__file__).resolve().parents[2] / "packaging" / "macos"
# Writes down its own name and words, and what lies in the folder that becomes the image.
STAND_IN = """#!/bin/sh
echo "$(basename "$0") $*" >> "$CALLS"
folder=
for word in "$@"; do
    if [ "$folder" = next ]; then folder=$word; fi
    if [ "$word" = -srcfolder ]; then folder=next; fi
done
if [ -d "$folder" ]; then ls "$folder" > "$CONTENT"; readlink "$folder/Applications" >> "$CONTENT"; fi
"""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program to pack, and tools on the PATH."""
    if sys.platform == "win32":
        pytest.skip("a shell script")
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("hdiutil", "codesign", "xcrun"):
        (tools / name).write_text(STAND_IN)
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    monkeypatch.setenv("CONTENT", str(tmp_path / "content"))
    for name in ("RELAY_CODESIGN_IDENTITY", "RELAY_NOTARY_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    program = tmp_path / "Relay Desktop.app" / "Contents" / "MacOS" / "relay-desktop"
    program.parent.mkdir(parents=True)
    program.touch()
    return tmp_path / "Relay Desktop.app"


def make(app: Path) -> subprocess.CompletedProcess[str]:
    command = [str(MACOS / "make_dmg.sh"), str(app), str(app.with_name("Relay.dmg"))]
    return subprocess.run(command, capture_output=True, text=True, check=True)


def calls(app: Path) -> list[str]:
    return [line.split()[0] for line in app.with_name("calls").read_text().splitlines()]


def test_an_image_holds_the_program_and_the_way_to_applications(app: Path) -> None:
    made = make(app)
    assert app.with_name("content").read_text().split("\n")[:3] == [
        "Applications",
        "Relay Desktop.app",
        "/Applications",
    ]
    assert calls(app) == ["hdiutil"]
    assert "Not signed" in made.stderr
    assert made.stdout.endswith("Relay.dmg\n")


def test_program_and_image_are_signed_then_notarised(app: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAY_CODESIGN_IDENTITY", "Developer ID Application: Somebody")
    monkeypatch.setenv("RELAY_NOTARY_PROFILE", "relay")
    made = make(app)
    assert calls(app) == ["codesign", "codesign", "hdiutil", "codesign", "xcrun", "xcrun"]
    said = app.with_name("calls").read_text()
    assert f"--entitlements {MACOS / 'entitlements.plist'} --sign Developer ID Application: Somebody" in said
    assert said.splitlines()[-1].startswith("xcrun stapler staple")
    assert "Not signed" not in made.stderr


def test_libraries_may_be_replaced() -> None:
    """The LGPL asks for it; see SIGNING.md."""
    entitlements = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert entitlements["com.apple.security.cs.disable-library-validation"] is True
