"""Recordings for the tests of audio: made of numbers, written by soundfile."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from tests.sound import SoundServer, sound_server

MakeRecording = Callable[..., Path]


def noise(frames: int, channels: int = 2, seed: int = 0, level: float = 0.2) -> NDArray[np.float32]:
    """Reproducible white noise, no sample exactly zero, float32 (frames, channels)."""
    samples = np.random.default_rng(seed).standard_normal((frames, channels)).astype(np.float32) * np.float32(level)
    samples = np.clip(samples, -0.99, 0.99)
    samples[samples == 0] = 0.01
    return samples


@pytest.fixture
def write(tmp_path: Path) -> MakeRecording:
    """write(samples, rate_hz=48000, name="a.wav", subtype="FLOAT") -> path."""

    def write_file(
        samples: NDArray[np.float32], rate_hz: int = 48_000, name: str = "a.wav", subtype: str | None = "FLOAT"
    ) -> Path:
        soundfile.write(tmp_path / name, samples, rate_hz, subtype=subtype)
        return tmp_path / name

    return write_file


@pytest.fixture(scope="session")
def sound() -> Iterator[SoundServer]:
    """The private sound server; the process's own sounddevice plays to it."""
    with tempfile.TemporaryDirectory(prefix="relay-sound-", dir="/tmp") as folder, sound_server(Path(folder)) as server:
        before = {name: os.environ.get(name) for name in server.environment}
        os.environ.update(server.environment)
        yield server
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
