"""Settings, Sound: the device, its rate and buffer, and what happens when playing starts and stops."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QPushButton

from inference.sentences import sentence
from relay_desktop.panels.settings_pages.page import SettingsPage, show_choice
from relay_desktop.session.audition import Audition
from relay_desktop.session.sound_devices import OutputDevice, SoundDevices
from relay_desktop.translation import number

_DEFAULT: Final = "default"
_SILENT: Final = "silent"
_RATES_HZ: Final = (44_100, 48_000, 88_200, 96_000, 176_400, 192_000)
_BUFFERS_S: Final = (0.05, 0.1, 0.2, 0.4)


class SoundPage(SettingsPage):
    """Devices are named by their host API and name; they are asked for when the page comes into view."""

    def __init__(self, devices: SoundDevices, audition: Audition) -> None:
        super().__init__(sentence("Sound"))
        self._devices = devices
        self._audition = audition
        self.device = self.add_choice(
            self.tr("Play over"),
            (),
            self._choose_device,
            self.tr("If the chosen device goes away while it plays, sound goes on over the system's default."),
        )
        self.why_none = self.add_words("", "danger")
        self.again = QPushButton(self.tr("Look for devices again"))
        self.add_row(
            self.tr("Plugged something in?"),
            self.again,
            self.tr("Playing stops, because the sound system has to begin anew."),
        )
        self._add_device_choices()
        self._add_habits()
        self.add_end()
        self.again.clicked.connect(devices.refresh)
        devices.changed.connect(self._show)
        audition.choices_changed.connect(self._show)
        self._show()

    def _add_device_choices(self) -> None:
        rates = [("0", self.tr("The file's own, where the device takes it"))]
        rates += [(str(rate), f"{number(rate / 1000, 'g')} kHz") for rate in _RATES_HZ]
        self.rate = self.add_choice(
            self.tr("Sample rate"),
            rates,
            lambda value: self._change(rate_hz=int(value) or None),
            self.tr("Another rate than the file's is converted with high quality, for the ear only."),
        )
        self.buffer = self.add_choice(
            self.tr("Buffer"),
            [(f"{seconds:g}", f"{number(seconds * 1000, 'g')} ms") for seconds in _BUFFERS_S],
            lambda value: self._change(latency_s=float(value)),
            self.tr("A longer one survives a busier computer; the playhead allows for it."),
        )
        self.exclusive = self.add_switch(
            self.tr("Have the device for this program alone"),
            lambda is_on: self._change(is_exclusive=is_on),
            self.tr("Where the host API can do that (Windows WASAPI, Core Audio): nothing is mixed or converted."),
        )

    def _add_habits(self) -> None:
        self.add_heading(self.tr("Playing a detection"))
        choose = self._audition.choose
        self.on_selection = self.add_switch(
            self.tr("Play a detection when it is selected"),
            lambda is_on: choose(plays_on_selection=is_on),
            self.tr("Also when the next one is selected after a verdict."),
        )
        self.returns = self.add_switch(
            self.tr("Return to where playing began"), lambda is_on: choose(returns_to_start=is_on)
        )
        self.soft_seams = self.add_switch(
            self.tr("Soft seams in loops (2 ms)"),
            lambda is_on: choose(has_soft_seams=is_on),
            self.tr("Off: the last sample of a round is followed by the first of the next, as they are."),
        )

    def refresh(self) -> None:
        """Ask for the devices and show what is in force."""
        self._devices.look()
        self._show()

    def _show(self) -> None:
        devices, choice = self._devices, self._devices.choice
        self.device.clear()
        self.device.addItem(self.tr("The system's default"), _DEFAULT)
        for device in self._known():
            self.device.addItem(device.label, device.label)
        self.device.addItem(self.tr("No sound"), _SILENT)
        chosen = choice.device.label if choice.device is not None else _DEFAULT
        show_choice(self.device, _SILENT if choice.is_silent else chosen)
        self.why_none.setText(devices.why_none)
        self.why_none.setVisible(bool(devices.why_none))
        show_choice(self.rate, str(choice.rate_hz or 0))
        show_choice(self.buffer, f"{choice.latency_s:g}")
        self.exclusive.setEnabled(devices.can_be_exclusive)
        self.exclusive.setChecked(choice.is_exclusive and devices.can_be_exclusive)
        self.on_selection.setChecked(self._audition.choices.plays_on_selection)
        self.returns.setChecked(self._audition.choices.returns_to_start)
        self.soft_seams.setChecked(self._audition.choices.has_soft_seams)

    def _known(self) -> list[OutputDevice]:
        """The devices there are, and the chosen one even where it is not there now."""
        found, chosen = list(self._devices.devices or ()), self._devices.choice.device
        return found if chosen is None or chosen in found else [*found, chosen]

    def _choose_device(self, value: str) -> None:
        if value == _SILENT:
            self._devices.choose_silence()
            return
        self._devices.choose_device(next((device for device in self._known() if device.label == value), None))

    def _change(self, **changes: float | bool | None) -> None:
        self._devices.choose(replace(self._devices.choice, **changes))  # type: ignore[arg-type]
