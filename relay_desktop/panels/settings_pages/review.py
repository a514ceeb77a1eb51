"""Settings, Review: who signs, what they see of others, what happens after a verdict."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from inference.sentences import sentence
from relay_desktop.panels.settings_pages.page import SettingsPage
from relay_desktop.settings import Settings


class ReviewPage(SettingsPage):
    """Applies to every verdict from now on; those given before keep their name."""

    def __init__(self, settings: Settings, account_name: str) -> None:
        super().__init__(sentence("Review"))
        self._settings = settings
        self.name = QLineEdit()
        self.name.setObjectName("reviewerName")
        self.name.setPlaceholderText(account_name)
        self.name.setMinimumWidth(280)
        self.add_row(
            self.tr("Your name"), self.name, self.tr("Every verdict, note and export is signed with it.")
        )
        self.blind = self.add_switch(
            self.tr("Review blind"),
            self._set_blind,
            self.tr(
                "Verdicts of other reviewers stay out of sight until Review > Compare reviewers shows both."
            ),
        )
        self.blind.setObjectName("blindReview")
        self.advance = self.add_switch(
            self.tr("Go on after a verdict"),
            self._set_advance,
            self.tr("Select the next detection of the queue as soon as one was judged."),
        )
        self.advance.setObjectName("autoAdvance")
        self.add_end()
        self.name.editingFinished.connect(self._take_name)
        self.follow(settings)
        self.refresh()

    def refresh(self) -> None:
        """Show what is in force."""
        if self.name.text() != self._settings.reviewer:
            self.name.setText(self._settings.reviewer)
        self.blind.setChecked(self._settings.is_blind_review)
        self.advance.setChecked(self._settings.auto_advance)

    def _take_name(self) -> None:
        self._settings.reviewer = self.name.text()

    def _set_blind(self, is_on: bool) -> None:
        self._settings.is_blind_review = is_on

    def _set_advance(self, is_on: bool) -> None:
        self._settings.auto_advance = is_on
