"""Desks with real detections on them, for the tests of panels and window."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from inference.contract import ModelCard
from inference.detections import DetectionTable
from inference.tuning import TuningRules
from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession

TYPES = ("click", "glitch", "noise_burst")
# type, start, end, confidence: three clicks that a 200 ms window joins, a short burst, glitches sure and unsure.
ROWS = (
    ("click", 1000, 1002, 0.90),
    ("click", 1100, 1103, 0.70),
    ("click", 1250, 1252, 0.60),
    ("glitch", 2000, 2400, 0.95),
    ("noise_burst", 3000, 3030, 0.80),
    ("glitch", 4000, 4300, 0.40),
    ("noise_burst", 5000, 5600, 0.30),
    ("glitch", 6000, 6100, 0.55),
)
CARD = ModelCard(
    id="relay-artifacts-1",
    version="1.2",
    title="Relay artifacts",
    description="Hears three kinds.",
    types=TYPES,
    tuning={
        "click": TuningConfig(min_duration_ms=0),
        "glitch": TuningConfig(),
        "noise_burst": TuningConfig(),
    },
    type_help={"click": "One to some hundred samples."},
    quality={"macro_f1": 0.61234, "per_type": {"click": {"f1": 0.8}}},
    training={"corpus": ["festvox-ru", "hydrogen-drumkits"]},
    licence="MIT",
)


def raw_table(rows: tuple[tuple[str, int, int, float], ...] = ROWS) -> DetectionTable:
    """These rows as a table."""
    names, starts, ends, sure = zip(*rows, strict=True)
    return DetectionTable.from_columns(names, starts, ends, sure)


def many(rows: int, seed: int = 3) -> DetectionTable:
    """So many detections, far apart."""
    rng = np.random.default_rng(seed)
    start = np.arange(rows) * 1000
    return DetectionTable(
        TYPES, rng.integers(0, 3, rows), start, start + rng.integers(1, 700, rows), rng.random(rows)
    )


def desk(tables: tuple[DetectionTable | None, ...] = (None,), *, job: bool = True) -> ReviewSession:
    """A session with one file per table (None: not detected yet) and the model's own values as defaults."""
    session = ReviewSession()
    files = [
        ReviewFile(path=Path(f"/audio/take {place}.wav"), name=f"take {place}.wav", duration_s=60.0)
        for place in range(len(tables))
    ]
    for file, table in zip(files, tables, strict=True):
        if table is not None:
            file.set_raw(table)
            file.status = "completed"
    open_job = (
        DeskJob("job-1", "relay-artifacts-1", "takes", status="completed", config=RAW_CAPTURE)
        if job
        else None
    )
    session.set_default_rules(TuningRules.from_card(CARD), TYPES)
    if open_job is not None:
        session.set_jobs([open_job])
    session.open_desk(open_job, files)
    return session
