"""kill -9 in the middle of a review: nothing that was shown as saved is lost, and the library can be read."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from tests.relay_desktop.session.scripted_review import content, steps

CHECKOUT = Path(__file__).parents[3]


def killed_after(path: Path, seed: int, lines: int, pause_s: float) -> int:
    """Steps that a scripted review had acknowledged when it was killed, `pause_s` after so many lines."""
    command = [sys.executable, "-m", "tests.relay_desktop.session.scripted_review", str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) as child:
        assert child.stdout is not None
        for _ in range(lines):
            child.stdout.readline()
        try:
            child.wait(pause_s)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
        rest = child.stdout.read().split()
    return lines + len(rest)


def assert_nothing_lost(folder: Path, seed: int, lines: int, pause_s: float) -> None:
    """What is on disk is what the review had acknowledged, or that and the one step that was under way."""
    acknowledged = killed_after(folder / "killed.sqlite", seed, lines, pause_s)
    found = content(folder / "killed.sqlite")
    whole = folder / "whole.sqlite"
    replay = steps(whole, seed)
    for _ in islice(replay, acknowledged):
        pass
    before = content(whole)
    next(replay)
    # A step that was under way is there, is not, or (adding by hand: a detection, then its verdict) is there in part.
    for part, kept, later in zip(found, before, content(whole), strict=True):
        assert part in (kept, later), f"seed {seed}: {acknowledged} steps were acknowledged"


@pytest.mark.usefixtures("qapp")
def test_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    """Some here; `tests/bench/bench_kills.py` does it two hundred times."""
    chance = random.Random(3)
    for seed in range(3):
        folder = tmp_path / str(seed)
        folder.mkdir()
        assert_nothing_lost(folder, seed, chance.randint(1, 40), chance.uniform(0, 0.05))
