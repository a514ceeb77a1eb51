from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

pytest.importorskip("sed_eval", reason="judging needs the training extra")

from inference.training.artifacts.canvas import Samples
from inference.training.evaluation_set import Item
from inference.training.injection import Event
from inference.training.recall_by_exposure import exposures, recall_by_exposure
from inference.training.scoring import Heard, Interval

RATE = 16_000


def _programme() -> Samples:
    """Three seconds of a tone that swells, behind a little noise."""
    time = np.arange(3 * RATE) / RATE
    tone = 0.3 * np.sin(2 * np.pi * 443.3 * time) * (0.6 + 0.4 * np.sin(2 * np.pi * time))
    noise = np.random.default_rng(3).standard_normal(len(time)) * 1e-3
    return (tone + noise).astype(np.float32)[:, None]


def _item(folder: Path, samples: Samples, events: list[Event], group: str = "damaged") -> Item:
    path = folder / f"{group}.wav"
    soundfile.write(path, samples, RATE, subtype="FLOAT")
    return Item(str(path), group, "music", RATE, len(samples) / RATE, "wav", events)


def _heard(item: Item, *found: Interval) -> Heard:
    truth = tuple(Interval(e.artifact_type, e.start_s, e.end_s) for e in item.events)
    return Heard(item.file, item.seconds, truth, found)


def test_a_click_stands_out_and_one_below_the_noise_does_not() -> None:
    samples = _programme()
    samples[RATE] += 0.2
    samples[2 * RATE] += 2e-4
    loud, faint = exposures(samples, RATE, [Event("click", t, t + 0.001, "impulse") for t in (1.0, 2.0)])
    assert loud > 20
    assert faint < 2


def test_a_long_fault_stands_out_by_either_of_its_edges() -> None:
    samples = _programme()
    softly = np.concatenate([np.linspace(1, 0, RATE // 4), np.zeros(RATE // 2)])[:, None].astype(np.float32)
    samples[RATE : RATE + len(softly)] *= softly  # fades out, comes back at once
    shown, inside = exposures(
        samples, RATE, [Event("dropout", 1.0, 1.75, "mute"), Event("dropout", 1.05, 1.2, "mute")]
    )
    assert shown > 10
    assert inside < 3


def test_recall_is_told_apart_by_exposure_and_a_real_fault_needs_no_name(tmp_path: Path) -> None:
    samples = _programme()
    samples[RATE] += 0.2
    samples[2 * RATE] += 2e-4
    clicks = [Event("click", t, t + 0.001, "impulse") for t in (1.0, 2.0)]
    made = _item(tmp_path, samples, clicks)
    real = _item(tmp_path, samples, [clicks[0], Event("clipping", 0.4, 0.9, "gain staging")], "real")
    as_click, as_glitch = (Interval(kind, 1.0, 1.001, 0.9) for kind in ("click", "glitch"))
    rows = recall_by_exposure([made, real], [_heard(made, as_click), _heard(real, as_glitch)])
    assert list(rows) == ["click", "real faults"]
    assert [(row["events"], row["recall"]) for row in rows["click"]] == [(1, 0.0), (1, 1.0)]
    assert [(row["events"], row["recall"]) for row in rows["real faults"]] == [(1, 1.0)]
    named_otherwise = recall_by_exposure([made], [_heard(made, as_glitch)])
    assert named_otherwise["click"][-1]["recall"] == 0.0
