"""How long until the frozen program's window is on the screen, against the same program started from its source.

    python packaging/build.py freeze --flavour full
    python -m pytest tests/bench/bench_frozen_start.py -s

Both start under one Xvfb, by turns, each with a data folder that is there already; xdotool waits for the mapped window.
Medians count; the frozen one must be there in less than twice the time. Needs xvfb and xdotool.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
FROZEN = CHECKOUT / "build" / "frozen"
STARTS = 9
LIMIT = 2.0


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """An environment that leads to a screen of our own."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("install xvfb and xdotool")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    server.terminate()
    server.wait(10)


def until_shown(command: Sequence[str], screen: dict[str, str], data_dir: Path) -> float:
    """Seconds from the start of the process to its window on the screen."""
    begun = time.monotonic()
    words = [*command, "gui", "--new-window", "--data-dir", str(data_dir)]
    program = subprocess.Popen(words, env=screen, cwd=CHECKOUT, stderr=subprocess.DEVNULL)
    look = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Relay Desktop"]
    subprocess.run(look, env=screen, check=True, timeout=60, stdout=subprocess.DEVNULL)
    shown = time.monotonic() - begun
    program.terminate()
    program.wait(30)
    return shown


@pytest.mark.bench
@pytest.mark.parametrize("flavour", ["light", "full"])
def test_the_frozen_program_starts_almost_as_soon(
    flavour: str, screen: dict[str, str], tmp_path: Path
) -> None:
    program = FROZEN / f"relay-desktop-{flavour}" / "relay-desktop"
    if not program.is_file():
        pytest.skip(f"freeze it first: python packaging/build.py freeze --flavour {flavour}")
    frozen, source = [], []
    for _ in range(STARTS + 1):
        frozen.append(until_shown([str(program)], screen, tmp_path))
        source.append(until_shown([sys.executable, "-m", "relay_desktop"], screen, tmp_path))
    medians = statistics.median(frozen[1:]), statistics.median(source[1:])
    print(
        f"\n{flavour}: frozen {medians[0]:.2f} s, from source {medians[1]:.2f} s, ratio {medians[0] / medians[1]:.2f}"
    )
    assert medians[0] < LIMIT * medians[1]
