"""relay-desktop PATH --screenshot: a machine without a display sees what a person would, and gets what detect says."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

DEMO = next((Path(__file__).resolve().parents[2] / "resources" / "demo").glob("*.flac"))

pytestmark = pytest.mark.walk


def relay_desktop(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    command = [sys.executable, "-m", "relay_desktop", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)


def test_the_window_shows_what_detect_prints(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    shown = relay_desktop(DEMO, "--screenshot", picture, "--print-table")
    assert shown.returncode == 0, shown.stderr
    image = QImage(str(picture))
    assert image.width() >= 1000
    assert image.height() >= 600
    colours = {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert len(colours) > 50
    printed = relay_desktop("detect", DEMO, "--format", "csv")
    assert printed.returncode == 0, printed.stderr
    rows = list(csv.DictReader(io.StringIO(printed.stdout)))
    assert rows
    for row in rows:
        seconds = f"{int(row['start_ms']) / 1000:.3f} s"
        assert any(row["artifact_type"] in line and seconds in line for line in shown.stdout.splitlines())
    assert f"{len(rows)} of " in shown.stdout.splitlines()[0]


def test_a_recording_that_fails_is_said_and_counted(tmp_path: Path) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_text("not audio", encoding="utf-8")
    picture = tmp_path / "window.png"
    shown = relay_desktop(broken, "--screenshot", picture, "--print-table")
    assert shown.returncode == 1
    assert not QImage(str(picture)).isNull()
    assert "not really an audio file" in shown.stdout + shown.stderr
