"""A corpus in small: sources of every kind and part, made here, so that no test needs a download."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from inference.training.corpus import Corpus, Source, open_corpus
from inference.training.electronic import electronic_programme
from inference.training.sources import PARTS

_KINDS = ("speech", "music", "drums", "effects")


@pytest.fixture(scope="session")
def corpus_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("corpus")
    (root / "decoded").mkdir()
    rng = np.random.default_rng(1)
    sources = [_source(root, rng, part, kind, number) for part in PARTS for kind in _KINDS for number in range(2)]
    (root / "index.json").write_text(json.dumps([asdict(source) for source in sources]))
    return root


@pytest.fixture(scope="session")
def corpus(corpus_root: Path) -> Corpus:
    return open_corpus(corpus_root)


def _source(root: Path, rng: np.random.Generator, part: str, kind: str, number: int) -> Source:
    rate, channels = (16_000, 1) if kind == "speech" else (44_100, 2)
    seconds = 14.0 if kind == "music" else 2.0
    samples = electronic_programme(rng, round(seconds * rate), rate, channels) * 0.5
    name = f"decoded/{part}-{kind}-{number}.npy"
    np.save(root / name, np.round(samples * 32767).astype(np.int16))
    return Source(
        f"{part}/{kind}/{number}", f"{part}-{kind}", kind, f"{part}-{kind}", part, rate, channels, len(samples),
        name, 1.0, 0.1, "",
    )  # fmt: skip


@pytest.fixture
def programme() -> np.ndarray:
    """Four seconds of lively stereo programme at 16 kHz: drifting tones and noise, never periodic, never silent."""
    rng = np.random.default_rng(3)
    time = np.arange(64_000) / 16_000
    course = 200 + 150 * np.sin(2 * np.pi * 0.7 * time) + 40 * np.sin(2 * np.pi * 5.3 * time)
    tone = np.sin(2 * np.pi * np.cumsum(course) / 16_000) + 0.5 * np.sin(2 * np.pi * np.cumsum(course * 2.7) / 16_000)
    swell = 0.6 + 0.4 * np.sin(2 * np.pi * 1.3 * time)
    left = 0.25 * tone * swell + 0.01 * rng.standard_normal(len(time))
    right = 0.2 * np.roll(tone, 40) * swell + 0.01 * rng.standard_normal(len(time))
    return np.stack([left, right], axis=1).astype(np.float32)
