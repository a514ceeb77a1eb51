"""How long a slider tick's arithmetic takes: `python tests/bench/bench_tuning.py`.

Medians of 31 runs on random tables of seven types (overlapping, a third of them merged at the API's defaults), and the
ratio to one pass of numpy over the same number of float64, which says how the machine was at that moment.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

import numpy as np

from inference.detections import DetectionTable
from inference.tuning import Tuner
from inference.tuning_config import TuningConfig

CONFIGS = {
    "raw capture (0.05 / 0 / 0)": TuningConfig(threshold=0.05, merge_window_ms=0, min_duration_ms=0),
    "defaults (0.5 / 200 / 50)": TuningConfig(),
    "conservative (0.8 / 200 / 50)": TuningConfig(threshold=0.8),
}


def main() -> None:
    """Print a line per size, kind of table and config."""
    for rows in (20_000, 100_000, 1_000_000):
        one_pass_ms = median_ms(partial(np.add, np.random.default_rng(0).random(rows), 1.0))
        kinds = (
            ("overlapping", overlapping(rows)),
            ("as the engine's", disjoint(rows)),
            ("engine's, dense", disjoint(rows, apart_ms=12)),
        )
        for kind, table in kinds:
            tuner = Tuner(table)
            for name, config in CONFIGS.items():
                took_ms = median_ms(partial(tuner.retune, config))
                print(
                    f"{rows:>9,} rows, {kind:15}  {name:30} {took_ms:7.2f} ms  {took_ms / one_pass_ms:6.1f} passes"
                )


def overlapping(rows: int) -> DetectionTable:
    """Rows of seven types that overlap and start together now and then."""
    rng = np.random.default_rng(1)
    start = np.sort(rng.integers(0, rows * 100, rows))
    return DetectionTable(
        tuple("abcdefg"),
        rng.integers(0, 7, rows),
        start,
        start + rng.integers(0, 300, rows),
        rng.random(rows),
    )


def disjoint(rows: int, apart_ms: int = 70) -> DetectionTable:
    """Rows of seven types of which two of one type never touch, as the engine gives them.

    Rows of one type begin at least seven times `apart_ms` from each other; the merge window joins the dense ones.
    """
    rng = np.random.default_rng(2)
    start = (np.arange(rows) * 2 + rng.integers(0, 2, rows)) * apart_ms
    end = start + rng.integers(1, min(60, 6 * apart_ms), rows)
    return DetectionTable(tuple("abcdefg"), np.arange(rows) % 7, start, end, rng.random(rows))


def median_ms(run: Callable[[], object], times: int = 31) -> float:
    """Median wall time of one call, after a warm-up."""
    run()
    took = []
    for _ in range(times):
        began = perf_counter()
        run()
        took.append(perf_counter() - began)
    return median(took) * 1e3


if __name__ == "__main__":
    main()
