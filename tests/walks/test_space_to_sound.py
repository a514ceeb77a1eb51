"""Space → actions → transport → player → the sound that a microphone would hear; the playhead follows."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from tests.sound import RATE_HZ, recording, sound_server

pytestmark = pytest.mark.walk
CHECKOUT = Path(__file__).resolve().parents[2]
ATTEMPTS = 4


def play(audio: Path, data: Path, environment: dict[str, str], *more: str) -> dict[str, Any]:
    """Start the program, press Space (or Enter on a detection), wait for the end; what it said."""
    finished = subprocess.run(
        [sys.executable, "-m", "tests.walks.space_player", str(data), str(audio), *more],
        env={**os.environ, **environment},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    said: dict[str, Any] = json.loads(finished.stdout.splitlines()[-1])
    return said


def heard_of(
    audio: Path, data: Path, expected: NDArray[np.float32], *more: str
) -> tuple[dict[str, Any], NDArray[np.float32]]:
    """What the program said and what was audible of it, from the first to the last sound.

    Recorded again where the sink ran dry or sound got lost between sink and recorder, as happens on a machine with
    more to do than it has cores; the last recording is given as it is.
    """
    with tempfile.TemporaryDirectory(prefix="relay-walk-", dir="/tmp") as folder, sound_server(Path(folder)) as server:
        for attempt in range(ATTEMPTS):
            with recording(server) as heard:
                said = play(audio, data.with_name(f"{data.name} {attempt}"), server.environment, *more)
                sound = heard.wait_for_silence(RATE_HZ // 5)
            loud = np.flatnonzero(np.any(sound != 0, axis=1))
            played = sound[loud[0] : loud[-1] + 1]
            if said["underruns"] == 0 and len(played) == len(expected):
                break
    return said, played


def likeness(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """1.0 for the same sound, whatever its level."""
    return float(np.sum(one * other) / np.sqrt(np.sum(one**2) * np.sum(other**2)))


def test_space_plays_exactly_what_is_in_the_file(tmp_path: Path) -> None:
    seconds = 1.5
    samples = np.random.default_rng(5).uniform(-0.5, 0.5, (round(seconds * RATE_HZ), 2)).astype(np.float32)
    # A sink that just woke may swallow its first frames: they are silent ones.
    samples[: RATE_HZ // 20] = 0
    audio = tmp_path / "noise.wav"
    soundfile.write(audio, samples, RATE_HZ, subtype="FLOAT")
    loud = samples[RATE_HZ // 20 :]
    said, played = heard_of(audio, tmp_path / "data", loud)
    assert said["problems"] == []
    assert said["started"]
    assert said["end_s"] == pytest.approx(seconds, abs=0.02)
    positions = np.array(said["positions_s"])
    assert len(positions) > 20
    assert np.all(np.diff(positions[positions > 0]) >= 0)
    assert len(played) == len(loud)
    assert likeness(played, loud) > 0.999


def test_enter_plays_exactly_the_selected_detection_and_its_rolls(tmp_path: Path) -> None:
    """What is highlighted is what is heard: the recorded sound ends and begins with the marked samples."""
    samples = np.random.default_rng(6).uniform(-0.5, 0.5, (4 * RATE_HZ, 2)).astype(np.float32)
    samples[RATE_HZ // 2 : RATE_HZ // 2 + 2400] = 0
    audio = tmp_path / "noise.wav"
    soundfile.write(audio, samples, RATE_HZ, subtype="FLOAT")
    marked = samples[RATE_HZ // 2 + 2400 : 2 * RATE_HZ]  # 1,000 to 1,500 ms with half a second on either side
    said, played = heard_of(audio, tmp_path / "data", marked, "1000", "1500")
    assert said["problems"] == []
    assert said["heard_s"] == [[0.5, 2.0], [0.5, 2.0]], "transport and timeline say the same"
    assert len(played) == len(marked)
    assert likeness(played, marked) > 0.999


def test_without_a_sound_device_it_says_so_and_everything_else_works(tmp_path: Path) -> None:
    audio = tmp_path / "noise.wav"
    soundfile.write(audio, np.random.default_rng(5).uniform(-0.5, 0.5, 8000), 8000)
    nowhere = {"PULSE_SERVER": f"unix:{tmp_path}/none", "ALSA_CONFIG_PATH": str(tmp_path / "none.conf")}
    said = play(audio, tmp_path / "data", nowhere)
    assert len(said["problems"]) == 1
    assert "sound" in said["problems"][0].lower()
    assert not said["started"]
    assert said["has_waveform"]
