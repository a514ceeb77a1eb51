"""A small real network taught on stand-ins, once for all tests of the engine, and audio files to detect in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from inference.engine.detector import Detector
from inference.engine.model_folder import InstalledModel, read_model
from tests.inference.engine.stand_in import StandIn, example

SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "models" / "relay-artifacts-1"


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def shipped() -> InstalledModel:
    """The model in the repository."""
    return read_model(SHIPPED)


@pytest.fixture(scope="session")
def detector(shipped: InstalledModel) -> Detector:
    """The shipped model on the CPU."""
    return Detector.load(shipped, "cpu")


@pytest.fixture
def damaged(tmp_path: Path) -> tuple[Path, StandIn]:
    """Twenty seconds of a stand-in with faults, as a WAV file."""
    made = example(9, seconds=20.0)
    path = tmp_path / "damaged.wav"
    soundfile.write(path, made.samples, made.rate_hz, subtype="PCM_16")
    return path, made


def write_wave(path: Path, samples: np.ndarray, rate_hz: int = 48_000, subtype: str = "FLOAT") -> Path:
    """A WAV file of these samples."""
    soundfile.write(path, samples, rate_hz, subtype=subtype)
    return path
