"""No sound device, no library, no ALSA: a sentence each time, and the process lives on."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from relay_desktop.audio.sound_output import (
    OutputChoice,
    OutputDevice,
    SoundOutput,
    output_devices,
    refresh_devices,
)
from relay_desktop.errors import NoSoundDevice
from tests.sound import SoundServer, sound_server

# In a process of its own: what ALSA and PortAudio find is fixed once they are loaded.
_TRY_TO_PLAY = """
import numpy as np, soundfile, sys
from relay_desktop.audio import sound_output
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.player import Player
from relay_desktop.errors import NoSoundDevice
{before}
soundfile.write(sys.argv[1], np.zeros((100, 1)), 8000)
player = Player()
with AudioClip(sys.argv[1]) as clip:
    player.load(clip)
    for _ in range(2):
        try:
            player.play(0)
        except NoSoundDevice as problem:
            print(problem.title, problem.advice)
    print("playing" if player.is_playing else "silent")
    player.close()
"""


def _try_to_play(tmp_path: Path, before: str, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ALSA", "PULSE"))}
    done = subprocess.run(
        [sys.executable, "-c", _TRY_TO_PLAY.format(before=before), str(tmp_path / "a.wav")],
        env={**clean, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(
    "no soundcards" not in Path("/proc/asound/cards").read_text() if Path("/proc/asound/cards").exists() else False,
    reason="this computer has a sound card and would play",
)
def test_a_computer_without_a_sound_device(tmp_path: Path) -> None:
    said = _try_to_play(tmp_path, "")
    assert said.count("No sound device was found.") == 2
    assert said.endswith("silent\n")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ALSA is a matter of Linux")
def test_without_alsas_configuration_the_library_is_not_even_loaded(tmp_path: Path) -> None:
    """PortAudio would end the process."""
    said = _try_to_play(tmp_path, "sound_output._ALSA_CONFIG = __import__('pathlib').Path('/nowhere')")
    assert "libasound2-data" in said
    assert said.endswith("silent\n")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ALSA is a matter of Linux")
@pytest.mark.parametrize("content", [None, ""])
def test_a_configuration_that_is_missing_or_empty(tmp_path: Path, content: str | None) -> None:
    """PortAudio would end the process here too."""
    named = tmp_path / "asound.conf"
    if content is not None:
        named.write_text(content)
    assert "libasound2-data" in _try_to_play(tmp_path, "", ALSA_CONFIG_PATH=str(named))


def test_without_portaudio(tmp_path: Path) -> None:
    """A loader that does not find the library: the import of sounddevice raises OSError."""
    said = _try_to_play(tmp_path, "import ctypes.util; ctypes.util.find_library = lambda name: None")
    assert "PortAudio is missing" in said
    assert said.endswith("silent\n")


def test_devices_are_known_by_name(sound: SoundServer) -> None:
    # PortAudio looks once: a test before this one, without this sound server, may have made it look.
    devices = refresh_devices()
    assert devices == output_devices()
    assert devices
    assert refresh_devices() == devices
    named = next(device for device in devices if device.name == "pulse")
    output = SoundOutput(48_000, lambda out, *_: out.fill(0), OutputChoice(named))
    assert output.device_name == "pulse"
    assert (output.rate_hz, output.channels) == (48_000, 2)
    output.start()
    assert output.is_running
    output.pause()
    assert not output.is_running
    output.close()


def test_a_device_that_is_gone(sound: SoundServer) -> None:
    with pytest.raises(NoSoundDevice, match="“Old box” is gone"):
        SoundOutput(48_000, lambda *_: None, OutputChoice(OutputDevice("ALSA", "Old box", 2, 48_000)))


# Plays for ever; says a word whenever something happened; a line from outside lets it try again.
_PLAY_ON = """
import numpy as np, soundfile, sys, threading
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.player import Player
from relay_desktop.errors import NoSoundDevice
soundfile.write(sys.argv[1], np.full((80_000, 1), 0.1), 8000)
player, lost, pause = Player(), threading.Event(), threading.Event()
player.on_problem = lambda problem: (print(problem.title, flush=True), lost.set())
with AudioClip(sys.argv[1]) as clip:
    player.load(clip)
    for _ in range(3):
        try:
            player.play(0, loop=True)
            while player.position_frames() == 0 and not lost.is_set():
                pause.wait(0.01)
            print("playing", flush=True)
        except NoSoundDevice as problem:
            print(problem.title, flush=True)
        sys.stdin.readline()
    player.close()
"""


def test_the_sound_server_dies_and_comes_back(tmp_path: Path) -> None:
    """A sentence, no crash; silence while it is gone; sound when it is back."""
    with (
        tempfile.TemporaryDirectory(prefix="relay-sound-", dir="/tmp") as folder,
        sound_server(Path(folder)) as server,
        subprocess.Popen(
            [sys.executable, "-c", _PLAY_ON, str(tmp_path / "a.wav")],
            env={**os.environ, **server.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as player,
    ):
        assert player.stdin is not None
        assert player.stdout is not None

        def goes_on() -> str:
            assert player.stdin is not None
            assert player.stdout is not None
            player.stdin.write("\n")
            player.stdin.flush()
            return player.stdout.readline().strip()

        assert player.stdout.readline().strip() == "playing"
        server.kill()
        assert player.stdout.readline().strip() == "The sound device stopped answering."
        assert goes_on() == "No sound device was found."
        server.begin()
        assert goes_on() == "playing"
        player.stdin.close()
        assert player.wait(20) == 0
