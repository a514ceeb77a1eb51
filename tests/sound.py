"""Real sound without hardware: a private PulseAudio with a null sink whose monitor is recorded.

The server belongs to the test run: it has a folder, a socket and an ALSA configuration of its own and touches no
sound system of the machine. Written for Linux with pulseaudio, pulseaudio-utils and libasound2-plugins.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

RATE_HZ = 48_000
CHANNELS = 2
_SINK = "relay_test"
_START_LIMIT_S = 30.0
_NICENESS = -15
_BYTES_PER_FRAME = 4 * CHANNELS
_NEEDED = ("pulseaudio", "pacat", "parec", "pactl")


@dataclass(frozen=True)
class SoundServer:
    """A running private server; `environment` leads sounddevice and the pulse tools to it."""

    environment: dict[str, str]
    folder: Path
    daemons: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def begin(self) -> None:
        """Starts it, also after `kill`."""
        self.daemons.append(_start_daemon(self.folder, {**os.environ, **self.environment}))
        _wait_until_up(self, self.daemons[-1], self.folder)

    def kill(self) -> None:
        """Ends it as a crash does."""
        self.daemons[-1].kill()
        self.daemons[-1].wait(10)

    def tool(self, *command: str) -> str:
        """Runs a pulse tool against the server; gives what it printed."""
        done = subprocess.run(
            command, env={**os.environ, **self.environment}, check=True, capture_output=True, text=True, timeout=20
        )
        return done.stdout


class Recording:
    """What the monitor heard, float32 (frames, channels), growing while it runs."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._data = bytearray()

    def wait_for_frames(self, frames: int, limit_s: float = 30.0) -> NDArray[np.float32]:
        """Everything heard so far once it is at least `frames` long. Raises TimeoutError."""
        assert self._process.stdout is not None
        deadline = time.monotonic() + limit_s
        handle = self._process.stdout.fileno()
        while len(self._data) < frames * _BYTES_PER_FRAME:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([handle], [], [], left)[0]:
                raise TimeoutError(f"the monitor gave {len(self._data) // _BYTES_PER_FRAME} of {frames} frames")
            self._data += os.read(handle, 1 << 16)
        whole = len(self._data) // _BYTES_PER_FRAME * _BYTES_PER_FRAME
        return np.frombuffer(bytes(self._data[:whole]), dtype="<f4").reshape(-1, CHANNELS)

    def take(self, limit_s: float = 30.0) -> NDArray[np.float32]:
        """What came since the last `take`, at least something; nothing is kept. For long records."""
        assert self._process.stdout is not None
        handle = self._process.stdout.fileno()
        while len(self._data) < _BYTES_PER_FRAME:
            if not select.select([handle], [], [], limit_s)[0]:
                raise TimeoutError("the monitor gave nothing")
            self._data += os.read(handle, 1 << 16)
        whole = len(self._data) // _BYTES_PER_FRAME * _BYTES_PER_FRAME
        taken = bytes(self._data[:whole])
        del self._data[:whole]
        return np.frombuffer(taken, dtype="<f4").reshape(-1, CHANNELS)

    @property
    def frames(self) -> int:
        """Frames heard so far."""
        return len(self._data) // _BYTES_PER_FRAME

    def wait_for_silence(self, frames: int, after: int = 0, limit_s: float = 60.0) -> NDArray[np.float32]:
        """Everything heard, once there was sound (after frame `after`) and then `frames` frames of silence."""
        heard = self.wait_for_frames(max(1, self.frames), limit_s)
        deadline = time.monotonic() + limit_s
        while time.monotonic() < deadline:
            heard = self.wait_for_frames(len(heard) + RATE_HZ // 20, limit_s)
            loud = np.flatnonzero(np.any(heard[after:] != 0, axis=1))
            if len(loud) and len(heard) - after - int(loud[-1]) > frames:
                return heard
        raise TimeoutError("no sound followed by silence was heard")


@contextmanager
def sound_server(folder: Path) -> Iterator[SoundServer]:
    """A server in `folder`, with a silent keeper that holds the null sink's latency low. Ends all it started."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"install pulseaudio and pulseaudio-utils for the sound tests (missing: {missing})")
    server = SoundServer(_write_configuration(folder), folder)
    with _ahead_of_others():
        yield from _served(server, {**os.environ, **server.environment})


def _served(server: SoundServer, environment: dict[str, str]) -> Iterator[SoundServer]:
    try:
        server.begin()
        keeper = _start(["pacat", "--latency-msec=20", f"--device={_SINK}", *_FORMAT, "/dev/zero"], environment)
        try:
            yield server
        finally:
            _end(keeper)
    finally:
        for daemon in server.daemons:
            _end(daemon)


@contextmanager
def _ahead_of_others() -> Iterator[None]:
    """Lets this process go first on a busy machine, where it may: sound that comes late is another sound."""
    before = os.getpriority(os.PRIO_PROCESS, 0)
    try:
        os.setpriority(os.PRIO_PROCESS, 0, _NICENESS)
    except PermissionError:
        yield
        return
    yield
    os.setpriority(os.PRIO_PROCESS, 0, before)


@contextmanager
def recording(server: SoundServer) -> Iterator[Recording]:
    """Records the monitor; begins when its first bytes have come."""
    command = ["parec", "--latency-msec=20", f"--device={_SINK}.monitor", *_FORMAT]
    process = _start(command, {**os.environ, **server.environment}, stdout=subprocess.PIPE)
    try:
        heard = Recording(process)
        heard.wait_for_frames(1)
        yield heard
    finally:
        _end(process)
        if process.stdout is not None:
            process.stdout.close()


_FORMAT = ["--format=float32le", f"--rate={RATE_HZ}", f"--channels={CHANNELS}"]


def _write_configuration(folder: Path) -> dict[str, str]:
    """Files of the server; gives the environment that leads to it. The socket's path must stay short."""
    for name in ("runtime", "state", "home"):
        (folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)
    socket = folder / "s"
    (folder / "asound.conf").write_text(
        "</usr/share/alsa/alsa.conf>\n"
        f'pcm.!default {{ type pulse server "unix:{socket}" }}\n'
        f'ctl.!default {{ type pulse server "unix:{socket}" }}\n'
    )
    (folder / "pulse.pa").write_text(
        f"load-module module-native-protocol-unix auth-anonymous=1 socket={socket}\n"
        f"load-module module-null-sink sink_name={_SINK} rate={RATE_HZ} channels={CHANNELS} format=float32le\n"
        f"set-default-sink {_SINK}\n"
    )
    return {
        "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        "PULSE_SERVER": f"unix:{socket}",
        "PULSE_RUNTIME_PATH": str(folder / "runtime"),
        "PULSE_STATE_PATH": str(folder / "state"),
        "PULSE_COOKIE": str(folder / "cookie"),
    }


def _start_daemon(folder: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [
        "pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n", "--file", str(folder / "pulse.pa"),
        "--use-pid-file=no", "--disable-shm=yes", "--realtime=no", "--high-priority=no", "--log-level=notice",
        f"--log-target=file:{folder / 'log'}",
    ]  # fmt: skip
    return _start(command, {**environment, "HOME": str(folder / "home")})


def _start(
    command: list[str], environment: dict[str, str], stdout: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """Children inherit the priority of `_ahead_of_others`."""
    return subprocess.Popen(command, env=environment, stdout=stdout, stderr=subprocess.DEVNULL)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


def _wait_until_up(server: SoundServer, daemon: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + _START_LIMIT_S
    while time.monotonic() < deadline and daemon.poll() is None:
        try:
            if _SINK in server.tool("pactl", "list", "short", "sinks"):
                return
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            select.select([], [], [], 0.05)
    log = folder / "log"
    raise RuntimeError("pulseaudio did not start: " + (log.read_text() if log.exists() else "it left no log"))
