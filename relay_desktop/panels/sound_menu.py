"""Play > Sound: where sound goes, in one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from relay_desktop.session.sound_devices import SoundDevices
from relay_desktop.translation import said


class SoundMenu(QMenu):
    """Filled anew whenever it opens; the devices are asked for the first time only then."""

    def __init__(self, devices: SoundDevices, owner: QWidget) -> None:
        super().__init__(said("Sound"), owner)
        self._devices = devices
        self.setObjectName("soundMenu")
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """List the devices there are, the chosen one ticked."""
        devices, choice = self._devices, self._devices.choice
        self.clear()
        found = devices.look()
        is_default = choice.device is None and not choice.is_silent
        self._add(self.tr("The system's default"), is_default, lambda: devices.choose_device(None))
        for device in found:
            self._add(device.label, choice.device == device, partial(devices.choose_device, device))
        self._add(self.tr("No sound"), choice.is_silent, devices.choose_silence)
        if devices.why_none:
            self.addAction(devices.why_none).setEnabled(False)
        self.addSeparator()
        again = self.addAction(self.tr("Look for devices again"))
        again.setToolTip(self.tr("After something was plugged in or out. Playing stops."))
        again.triggered.connect(lambda _checked: devices.refresh())

    def _add(self, words: str, is_chosen: bool, choose: Callable[[], None]) -> None:
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda _checked: choose())
