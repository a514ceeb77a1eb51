"""Settings, Privacy: what leaves this computer (nothing by itself), and where the program keeps what it knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from inference.sentences import sentence
from relay_desktop.panels.settings_pages.page import SettingsPage


class PrivacyPage(SettingsPage):
    """`places` are (words, folder); `open_folder` shows one in the file browser of the system."""

    def __init__(self, places: Sequence[tuple[str, Path]], open_folder: Callable[[Path], None]) -> None:
        super().__init__(sentence("Privacy"))
        self.add_words(
            self.tr(
                "This program sends nothing about you or your work to anybody: no statistics, no reports of "
                "crashes, no search for updates."
            ),
            "",
        )
        self.add_words(
            self.tr(
                "Detection on this computer stays on this computer. Only when you run a job on a remote service "
                "do the files of that job, their names and what you set for the job go to that service."
            )
        )
        self.add_words(
            self.tr(
                "API keys lie in the keyring of the system, never in a settings file. Logs hold names of files and "
                "what went wrong; they leave this computer only if you send them."
            )
        )
        self.add_heading(self.tr("What is kept here"))
        for words, folder in places:
            button = QPushButton(self.tr("Show in the file browser"))
            button.clicked.connect(lambda _checked=False, folder=folder: open_folder(folder))
            self.add_row(words, button, str(folder))
        self.add_end()
