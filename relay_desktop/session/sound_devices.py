"""SoundDevices: where sound goes, chosen by host API and name, and what happens when that device is gone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from relay_desktop.audio import sound_output
from relay_desktop.audio.sound_output import (
    DEFAULT_OUTPUT,
    EXCLUSIVE_HOST_APIS,
    LATENCY_S,
    OutputChoice,
    OutputDevice,
)
from relay_desktop.errors import NoSoundDevice
from relay_desktop.session.transport import Transport
from relay_desktop.translation import spoken

__all__ = ["DEFAULT_OUTPUT", "LATENCY_S", "OutputChoice", "OutputDevice", "SoundDevices"]


class SoundDevices(QObject):
    """The choice in force and the devices there are. Asking for them may take a moment the first time."""

    changed = Signal()  # the choice, or the devices

    def __init__(self, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transport = transport
        self.choice = DEFAULT_OUTPUT
        self.devices: list[OutputDevice] | None = None  # None: not asked for yet
        self.why_none = ""  # a sentence, where sound is not possible at all
        transport.device_failed.connect(self._on_failed)

    def choose(self, choice: OutputChoice) -> None:
        """Play over another device, or none; what plays goes on over it."""
        if choice != self.choice:
            self.choice = choice
            self._transport.set_output(choice)
            self.changed.emit()

    def choose_device(self, device: OutputDevice | None) -> None:
        """Play over this device, or the system's default (None)."""
        self.choose(replace(self.choice, device=device, is_silent=False))

    def choose_silence(self) -> None:
        """Play over no device: the playhead moves, nothing is heard."""
        self.choose(replace(self.choice, device=None, is_silent=True))

    def look(self) -> list[OutputDevice]:
        """The devices there are; asked for once, and again by `refresh`."""
        if self.devices is None:
            self._ask(refresh=False)
        return self.devices or []

    def refresh(self) -> None:
        """Look again what is plugged in. Playing stops: the sound library must let go of everything for that."""
        self._transport.release_device()
        self._ask(refresh=True)

    @property
    def can_be_exclusive(self) -> bool:
        """Whether the chosen device's host API lets a program have it for itself."""
        return self.choice.device is not None and self.choice.device.host_api in EXCLUSIVE_HOST_APIS

    @property
    def words(self) -> str:
        """The choice in words."""
        if self.choice.is_silent:
            return self.tr("No sound")
        return self.choice.device.label if self.choice.device is not None else self.tr("The system's default")

    def _ask(self, *, refresh: bool) -> None:
        try:
            self.devices = sound_output.refresh_devices() if refresh else sound_output.output_devices()
            self.why_none = "" if self.devices else spoken(NoSoundDevice.title)
        except NoSoundDevice as error:
            self.devices, self.why_none = [], f"{spoken(error.title)} {spoken(error.advice)}"
        self.changed.emit()

    def _on_failed(self, error: NoSoundDevice) -> None:
        """Another device than the system's own falls back to that, with a sentence; there is none after it."""
        device = self.choice.device
        if device is None:
            self._transport.problem.emit(error)
            return
        self.choice = replace(self.choice, device=None, is_exclusive=False)
        self._transport.set_output(self.choice)
        self._transport.problem.emit(
            NoSoundDevice(
                self.tr("The sound device “{name}” does not answer any more.").format(name=device.name),
                self.tr(
                    "Sound goes over the system's default device now. Choose another one in Play > Sound."
                ),
            )
        )
        self.changed.emit()
        self._transport.resume()
