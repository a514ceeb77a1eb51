"""The door to sounddevice: imported when first needed, with the traps of its platforms, one open stream."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.sentences import sentence
from relay_desktop.errors import NoSoundDevice

# Rides over the window's busiest frames; a shorter one gains nothing, the ear waits for the first buffer only.
LATENCY_S = 0.1
_ALSA_CONFIG = Path("/usr/share/alsa/alsa.conf")

# (buffer to fill, stream time at which its first frame is heard, whether the device ran dry before)
FillBuffer = Callable[[NDArray[np.float32], float, bool], None]


@dataclass(frozen=True)
class OutputDevice:
    """A sound device by host API and name, never by index (indices change when devices come and go)."""

    host_api: str
    name: str
    channels: int
    default_rate_hz: int

    @property
    def label(self) -> str:
        """As shown to a person."""
        return f"{self.name} ({self.host_api})"


@dataclass(frozen=True)
class OutputChoice:
    """Where sound goes. `device` None: the system's default. `rate_hz` None: the file's rate where the device takes it.

    `is_silent`: no device at all; time passes as if there were one.
    """

    device: OutputDevice | None = None
    is_silent: bool = False
    rate_hz: int | None = None
    latency_s: float = LATENCY_S
    is_exclusive: bool = False


DEFAULT_OUTPUT = OutputChoice()
# Host APIs that can give a program the device for itself.
EXCLUSIVE_HOST_APIS = ("Windows WASAPI", "Core Audio")


def sound_module() -> Any:
    """The sounddevice module. Raises NoSoundDevice when its library is missing or would end the process."""
    if sys.platform.startswith("linux") and not _has_alsa_configuration():
        # PortAudio aborts the whole process when ALSA finds no configuration.
        raise NoSoundDevice(
            sentence("Sound is not set up on this computer."),
            sentence(
                "Install the package libasound2-data, then press play again; everything else works without sound."
            ),
        )
    try:
        return importlib.import_module("sounddevice")
    except OSError as error:
        raise NoSoundDevice(
            sentence("The sound library PortAudio is missing."),
            sentence(
                "Install the package libportaudio2, then press play again; everything else works without sound."
            ),
        ) from error


def _has_alsa_configuration() -> bool:
    named = os.environ.get("ALSA_CONFIG_PATH")
    paths = [Path(part) for part in named.split(":")] if named else [_ALSA_CONFIG]
    return any(path.is_file() and path.stat().st_size > 0 for path in paths)


def output_devices() -> list[OutputDevice]:
    """Every device that can play. Raises NoSoundDevice when sound is not possible here at all."""
    module = sound_module()
    apis = module.query_hostapis()
    return [_described(entry, apis) for entry in module.query_devices() if entry["max_output_channels"] > 0]


def refresh_devices() -> list[OutputDevice]:
    """Looks again what is plugged in; no stream may be open. Raises NoSoundDevice."""
    module = sound_module()
    try:
        module._terminate()
        module._initialize()
    except module.PortAudioError as error:
        raise NoSoundDevice() from error
    return output_devices()


def _described(entry: dict[str, Any], apis: Any) -> OutputDevice:
    return OutputDevice(
        apis[entry["hostapi"]]["name"],
        entry["name"],
        entry["max_output_channels"],
        int(entry["default_samplerate"]),
    )


class SoundOutput:
    """One open output stream, float32, one or two channels."""

    def __init__(self, wanted_rate_hz: int, fill: FillBuffer, choice: OutputChoice = DEFAULT_OUTPUT) -> None:
        """Opens the chosen device at the wanted rate, or at its own where it must be.

        Raises NoSoundDevice with the reason.
        """
        self._module = sound_module()
        self._fill = fill
        try:
            index, entry = self._find(choice.device)
            self.channels = min(2, int(entry["max_output_channels"]))
            wanted_hz = choice.rate_hz or int(wanted_rate_hz)
            self.rate_hz = self._rate(index, wanted_hz, int(entry["default_samplerate"]))
            self.device_name = str(entry["name"])
            self._stream = self._module.OutputStream(
                samplerate=self.rate_hz,
                channels=self.channels,
                dtype="float32",
                device=index,
                latency=choice.latency_s,
                extra_settings=self._exclusive_settings(entry) if choice.is_exclusive else None,
                callback=self._callback,
            )
        except (self._module.PortAudioError, ValueError) as error:
            raise NoSoundDevice(
                advice=sentence(
                    "{advice} (The sound system says: {error})", advice=NoSoundDevice.advice, error=error
                )
            ) from error

    def _find(self, device: OutputDevice | None) -> tuple[int | None, dict[str, Any]]:
        if device is None:
            return None, self._module.query_devices(kind="output")
        apis = self._module.query_hostapis()
        for index, entry in enumerate(self._module.query_devices()):
            if entry["name"] == device.name and apis[entry["hostapi"]]["name"] == device.host_api:
                return index, entry
        raise NoSoundDevice(
            sentence("The sound device “{name}” is gone.", name=device.name),
            sentence("Choose another device, or connect it again."),
        )

    def _exclusive_settings(self, entry: dict[str, Any]) -> Any:
        api = self._module.query_hostapis(entry["hostapi"])["name"]
        if api == "Windows WASAPI":
            return self._module.WasapiSettings(exclusive=True)
        if api == "Core Audio":
            return self._module.CoreAudioSettings(change_device_parameters=True)
        return None

    def _rate(self, index: int | None, wanted_hz: int, own_hz: int) -> int:
        try:
            self._module.check_output_settings(
                device=index, channels=self.channels, dtype="float32", samplerate=wanted_hz
            )
        except self._module.PortAudioError:
            return own_hz
        return wanted_hz

    def _callback(self, out: NDArray[np.float32], frames: int, time: Any, status: Any) -> None:
        self._fill(out, time.outputBufferDacTime, bool(status.output_underflow))

    @property
    def time_s(self) -> float:
        """The stream's clock now."""
        return float(self._stream.time)

    @property
    def latency_s(self) -> float:
        """From a written frame to the air, as the device reports it."""
        return float(self._stream.latency)

    @property
    def is_running(self) -> bool:
        """Whether the device is asking for samples."""
        return bool(self._stream.active)

    def start(self) -> None:
        """Lets the device ask for samples. Raises NoSoundDevice when it refuses."""
        try:
            if not self._stream.active:
                self._stream.stop(ignore_errors=True)
                self._stream.start()
        except self._module.PortAudioError as error:
            raise NoSoundDevice() from error

    def pause(self) -> None:
        """Stops asking; what was written is played to its end."""
        self._stream.stop(ignore_errors=True)

    def close(self) -> None:
        """Gives the device back at once."""
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)
