"""Two hundred kills of a scripted review at random moments: 0 acknowledged decisions lost, 0 libraries unreadable.

Some minutes; run it by hand: python -m pytest tests/bench/bench_kills.py
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.relay_desktop.session.test_kills import assert_nothing_lost

KILLS = 200


@pytest.mark.usefixtures("qapp")
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    chance = random.Random(20)
    for seed in range(KILLS):
        folder = tmp_path / str(seed)
        folder.mkdir()
        assert_nothing_lost(folder, seed, chance.randint(1, 80), chance.uniform(0, 0.08))
    print(f"\n{KILLS} kills: 0 acknowledged decisions lost, 0 libraries unreadable")
