"""Settings, General: what happens when files are opened, when the program starts, where the engine runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from inference.sentences import sentence
from relay_desktop.panels.settings_pages.page import SettingsPage, show_choice
from relay_desktop.settings import Settings
from relay_desktop.translation import spoken

_DEVICE_WORDS: Final = (
    ("auto", sentence("The fastest there is")),
    ("cpu", sentence("Processor (CPU)")),
    ("cuda", sentence("NVIDIA graphics card (CUDA)")),
    ("mps", sentence("Apple graphics (MPS)")),
)


class GeneralPage(SettingsPage):
    """Defaults of new work. `choose_device` also moves a running engine."""

    def __init__(self, settings: Settings, choose_device: Callable[[str], None]) -> None:
        super().__init__(sentence("General"))
        self._settings = settings
        self.add_heading(self.tr("Files"))
        self.detect_on_open = self.add_switch(
            self.tr("Detect when files are opened"),
            partial(setattr, settings, "detect_on_open"),
            self.tr("Off: files wait in their rows until you run the detection."),
        )
        self.add_heading(self.tr("Start"))
        self.restore = self.add_switch(
            self.tr("Open what was open last"),
            partial(setattr, settings, "restore_last"),
            self.tr("The files, their tuning, the stretch in view and the selected detection."),
        )
        self.single = self.add_switch(
            self.tr("One window for all files"),
            partial(setattr, settings, "single_instance"),
            self.tr("Files opened from outside go to the window that is there, instead of a second one."),
        )
        self.add_heading(self.tr("Detection on this computer"))
        self.device = self.add_choice(
            self.tr("The engine runs on"),
            [(value, spoken(words)) for value, words in _DEVICE_WORDS],
            choose_device,
            self.tr("If the chosen device is not there, the engine says so and uses the processor."),
        )
        self.add_end()
        self.refresh()
        self.follow(settings)

    def refresh(self) -> None:
        """Show what is in force."""
        self.detect_on_open.setChecked(self._settings.detect_on_open)
        self.restore.setChecked(self._settings.restore_last)
        self.single.setChecked(self._settings.single_instance)
        show_choice(self.device, self._settings.device)
