"""Settings, Appearance: the look, the size of the words, the language."""

from __future__ import annotations

from inference.sentences import sentence
from relay_desktop.look import FONT_SCALES, LOOK_CHOICES, LOOK_NAMES, Appearance
from relay_desktop.panels.settings_pages.page import SettingsPage, show_choice
from relay_desktop.settings import Settings
from relay_desktop.translation import SYSTEM, languages, own_name, translated


class AppearancePage(SettingsPage):
    """Look and size apply at once to every window, the language from the next start on."""

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        super().__init__(sentence("Appearance"))
        self._settings = settings
        self._appearance = appearance
        self.look = self.add_choice(
            self.tr("Look"),
            [(choice, translated("Look", LOOK_NAMES[choice])) for choice in LOOK_CHOICES],
            self._choose_look,
            self.tr("High contrast: black and white with strong lines, for tired eyes and bright rooms."),
        )
        self.font_scale = self.add_choice(
            self.tr("Size of the words"),
            [(str(percent), f"{percent} %") for percent in FONT_SCALES],
            self._choose_scale,
            self.tr("For this program alone, beside what the system scales."),
        )
        self.language = self.add_choice(
            self.tr("Language"),
            [(SYSTEM, self.tr("That of the system")), *((code, own_name(code)) for code in languages())],
            self._choose_language,
            self.tr("From the next start on. Exports, times and file formats are the same in every language."),
        )
        self.add_end()
        self.refresh()
        self.follow(settings)

    def refresh(self) -> None:
        """Show what is in force."""
        show_choice(self.look, self._appearance.choice)
        show_choice(self.font_scale, str(self._appearance.font_percent))
        show_choice(self.language, self._settings.language)

    def _choose_language(self, code: str) -> None:
        self._settings.language = code

    def _choose_look(self, choice: str) -> None:
        self._settings.look = choice
        self._appearance.set_choice(choice)

    def _choose_scale(self, percent: str) -> None:
        self._settings.font_percent = int(percent)
        self._appearance.set_font_percent(int(percent))
