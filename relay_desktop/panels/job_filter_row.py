"""The line over the list of jobs: words to look for, and a menu of servers, models and statuses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from inference.sentences import sentence
from relay_desktop.panels.heading import retone
from relay_desktop.session.job_filter import JobFilter
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import spoken

SHOWN_FROM: Final = 6  # so many jobs make a filter worth its place
_STATUS_WORDS: Final = {
    "running": sentence("Running"),
    "completed": sentence("Done"),
    "failed": sentence("Failed"),
    "cancelled": sentence("Cancelled"),
}


class JobFilterRow(QWidget):
    """Decides which jobs are shown; takes no room while there are few, all on this computer."""

    changed = Signal(object)  # JobFilter

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self._session = session
        self._filter = JobFilter()
        self.words = QLineEdit()
        self.menu = QMenu(self)
        self.menu_button = QToolButton()
        self.refresh_button = QToolButton()
        self._lay_out()
        self.words.textChanged.connect(lambda words: self._set(words=words))
        self.menu.aboutToShow.connect(self._fill_menu)
        session.jobs_changed.connect(self._show_where_needed)
        self._show_where_needed()

    def _lay_out(self) -> None:
        self.setObjectName("jobFilterRow")
        self.words.setObjectName("jobFilter")
        self.words.setAccessibleName(self.tr("Filter jobs by words"))
        self.words.setPlaceholderText(self.tr("Filter jobs"))
        self.words.setToolTip(self.tr("Words that stand in the name, the model, the server or the job's id"))
        self.words.setClearButtonEnabled(True)
        self.menu_button.setText(self.tr("All"))
        self.menu_button.setAccessibleName(self.tr("Filter jobs by server, model and status"))
        self.menu_button.setToolTip(self.tr("Show jobs of one server, one model or one status only"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self.menu)
        self.menu_button.setProperty("kind", "link")
        self.refresh_button.setProperty("kind", "quiet")
        self.refresh_button.setAccessibleName(self.tr("Refresh jobs"))
        self.refresh_button.setToolTip(self.tr("Ask this computer and the servers for their jobs again (F5)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 10, 5)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self.menu_button)
        row.addWidget(self.refresh_button)

    def _set(self, **fields: str | None) -> None:
        self._filter = replace(self._filter, **fields)  # type: ignore[arg-type]
        chosen = [self._filter.backend, self._filter.model_id, self._filter.status]
        count = sum(choice is not None for choice in chosen)
        self.menu_button.setText(self._menu_words(count))
        retone(self.menu_button, "tone", "accent" if count else "")
        self.changed.emit(self._filter)
        self._show_where_needed()

    def _menu_words(self, count: int) -> str:
        return self.tr("{} set").format(count) if count else self.tr("All")

    def _show_where_needed(self) -> None:
        jobs = self._session.jobs.values()
        is_worth_it = len(jobs) >= SHOWN_FROM or len({job.backend for job in jobs}) > 1
        self.setVisible(is_worth_it or self._filter.is_on)

    def _fill_menu(self) -> None:
        jobs = list(self._session.jobs.values())
        self.menu.clear()
        servers = {job.backend: self._session.place_of(job) for job in jobs} | self._session.places
        models = {job.model_id: job.model_id for job in jobs if job.model_id}
        self._add_section(self.tr("Server"), "backend", servers.items())
        self._add_section(self.tr("Model"), "model_id", sorted(models.items()))
        self._add_section(
            self.tr("Status"), "status", [(status, spoken(words)) for status, words in _STATUS_WORDS.items()]
        )

    def _add_section(self, title: str, field: str, choices: Iterable[tuple[str, str]]) -> None:
        self.menu.addSeparator()
        self.menu.addAction(title.upper()).setEnabled(False)
        group = QActionGroup(self.menu)
        now = getattr(self._filter, field)
        for value, words in ((None, self.tr("All")), *choices):
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _on=False, chosen=value: self._set(**{field: chosen}))
            group.addAction(action)
