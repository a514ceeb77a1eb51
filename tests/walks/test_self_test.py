"""`relay-desktop self-test` in a process of its own: the way an installation is tried out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

STEPS = ("window shown", "service up", "demo detected", "recording drawn", "sound played", "picture saved")


@pytest.mark.walk
def test_every_step_passes_here(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    finished = subprocess.run(
        [sys.executable, "-m", "relay_desktop", "self-test", "--screenshot", str(picture)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    for step in STEPS:
        assert any(line.startswith("ok") and step in line for line in finished.stdout.splitlines()), step
    assert "relay-desktop 0." in finished.stdout
    assert picture.stat().st_size > 10_000


@pytest.mark.walk
def test_a_fault_is_named_and_ends_with_1(tmp_path: Path) -> None:
    finished = subprocess.run(
        [
            sys.executable,
            "-m",
            "relay_desktop",
            "--self-test",
            "--screenshot",
            str(tmp_path / "no" / "w.png"),
        ],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert finished.returncode == 1
    assert "FAILED  picture saved" in finished.stdout
