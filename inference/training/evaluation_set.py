"""The evaluation on disk: damaged clips, real faults and an hour of untouched programme, per part.

Made once, from a seed, under ``corpus/evaluation/<part>/``; the files are as a person would bring them (WAV,
FLAC, OGG, MP3; 8 to 96 kHz; mono and stereo), so that an evaluation hears exactly what the program hears.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import soundfile

from inference.training.artifacts.canvas import Canvas, Samples
from inference.training.corpus import Corpus, SourcePool
from inference.training.evaluation_faults import draw_evaluation_mechanism
from inference.training.injection import Event, draw_faults, inject, trimmed
from inference.training.programme import draw_kind, draw_rate, make_programme
from inference.training.real_faults import JUDGING, damage
from inference.training.storage import encode, levelled

VERSIONS = {"validation": 5, "calibration": 6, "test": 5}
"""Raised whenever what is drawn or how it is labelled changes: figures are of one ruler."""
_SEEDS = {"validation": 7_001, "calibration": 8_001, "test": 9_001}
_CLIP_S, _CLEAN_S = 12.0, 60.0
_RESERVE_S = 1.5
_DAMAGED = {"validation": 300, "calibration": 1500, "test": 300}
_REAL = {"validation": 90, "calibration": 270, "test": 90}
_CLEAN = {"validation": 60, "calibration": 720, "test": 240}
"""Pieces of each sort. In an hour of untouched programme one drum kit decides how many false alarms there are: limits
need more than that."""
_MP3_RATES = frozenset({8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000})


@dataclass(frozen=True)
class Item:
    """One file of the evaluation with its truth."""

    file: str
    group: str
    kind: str
    rate_hz: int
    seconds: float
    storage: str
    events: list[Event]


def evaluation_items(root: Path, corpus: Corpus, part: str) -> list[Item]:
    """The items of "validation", "calibration" or "test", made on first use under ``root``/evaluation.

    Calibration hears other pieces of the validation part's sources, and many more of them.
    """
    folder = root / "evaluation" / f"{part}-{VERSIONS[part]}"
    if not (folder / "truth.json").is_file():
        pool = corpus.part("validation" if part == "calibration" else part)
        _build(folder, pool, part)
    rows = json.loads((folder / "truth.json").read_text())
    return [
        Item(**{**row, "file": str(folder / row["file"]), "events": [Event(**event) for event in row["events"]]})
        for row in rows
    ]


def _build(folder: Path, pool: SourcePool, part: str) -> None:
    unfinished = folder.with_name(folder.name + ".part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    items = [asdict(item) for item in _make_items(unfinished, pool, part)]
    (unfinished / "truth.json").write_text(json.dumps(items, indent=0))
    unfinished.rename(folder)


def _make_items(folder: Path, pool: SourcePool, part: str) -> Iterator[Item]:
    seed, wanted = _SEEDS[part], _REAL[part]
    for number in range(_DAMAGED[part]):
        yield _damaged(folder, pool, np.random.default_rng([seed, 1, number]), number)
    made = 0
    for number in range(4 * wanted):
        item = _real(folder, pool, np.random.default_rng([seed, 2, number]), made)
        made += item is not None
        if item is not None:
            yield item
        if made >= wanted:
            break
    for number in range(_CLEAN[part]):
        yield _clean(folder, pool, np.random.default_rng([seed, 3, number]), number)


def _damaged(folder: Path, pool: SourcePool, rng: np.random.Generator, number: int) -> Item:
    rate, kind = draw_rate(rng), draw_kind(rng, pool)
    programme = make_programme(rng, pool, kind, _CLIP_S + _RESERVE_S, rate)
    canvas = Canvas(programme, rate, len(programme))
    count = 1 + int(rng.geometric(0.35))
    events = inject(rng, canvas, draw_faults(rng, canvas, _CLIP_S, count, draw_evaluation_mechanism))
    samples = canvas.samples[: round(_CLIP_S * rate)]
    return _kept(folder, f"damaged-{number:03d}", rng, samples, rate, kind, merged(trimmed(events, _CLIP_S)))


def merged(events: list[Event]) -> list[Event]:
    """Events in order of their start, those of one type that overlap as one: two hums at a time are one hum to all."""
    kept: list[Event] = []
    for event in events:
        under = [n for n, one in enumerate(kept) if _overlap(one, event)]
        if under:
            first = kept[under[0]]
            kept[under[0]] = replace(first, end_s=max(first.end_s, event.end_s))
        else:
            kept.append(event)
    return kept


def _overlap(one: Event, later: Event) -> bool:
    return one.artifact_type == later.artifact_type and later.start_s < one.end_s


def _real(folder: Path, pool: SourcePool, rng: np.random.Generator, number: int) -> Item | None:
    rate, kind = draw_rate(rng), draw_kind(rng, pool)
    programme = levelled(rng, make_programme(rng, pool, kind, _CLIP_S, rate), rate)
    damaged = damage(rng, programme, rate, JUDGING)
    if damaged is None:
        return None
    path = folder / f"real-{number:03d}.flac"
    soundfile.write(path, damaged.samples, rate, subtype="PCM_16")
    events = [event for event in trimmed(damaged.events, _CLIP_S) if event.counts]
    return Item(path.name, "real", kind, rate, _CLIP_S, damaged.storage, events)


def _clean(folder: Path, pool: SourcePool, rng: np.random.Generator, number: int) -> Item:
    kinds = ("speech", "music", "drums", "effects", "electronic", "speech", "music", "mixture", "drums", "effects")
    kind, rate = kinds[number % len(kinds)], draw_rate(rng)
    samples = make_programme(rng, pool, kind, _CLEAN_S, rate)
    return _kept(folder, f"clean-{number:03d}", rng, samples, rate, kind, [])


def _kept(
    folder: Path, name: str, rng: np.random.Generator, samples: Samples, rate: int, kind: str, events: list[Event]
) -> Item:
    """Level it and write it in a drawn format."""
    samples = levelled(rng, samples, rate)
    storage = str(rng.choice(["wav", "flac", "ogg", "mp3"], p=[0.35, 0.3, 0.18, 0.17]))
    if storage == "mp3" and rate not in _MP3_RATES:
        storage = "flac"
    path = folder / f"{name}.{storage}"
    if storage in ("wav", "flac"):
        soundfile.write(path, samples, rate, subtype="PCM_16")
    else:
        path.write_bytes(encode(samples, rate, storage.upper(), float(rng.uniform(0.15, 0.6))))
    return Item(path.name, name.partition("-")[0], kind, rate, len(samples) / rate, storage, events)
