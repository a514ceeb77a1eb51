"""The line under the heading of the jobs while a folder is watched: how far it is, pause and resume."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from relay_desktop.panels.heading import LiveLabel, retone
from relay_desktop.panels.watch_dialog import watch_words
from relay_desktop.session.watch_desk import WatchDesk, WatchState
from relay_desktop.translation import said


class WatchLine(QWidget):
    """Takes no room while nothing is watched."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: WatchDesk | None = None
        self.setObjectName("watchLine")
        self.words = LiveLabel("", "muted")
        self.button = QToolButton()
        self.button.setProperty("kind", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 3)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._pause)
        self.hide()

    def set_desk(self, desk: WatchDesk) -> None:
        """Show the state of this desk from now on."""
        self._desk = desk
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how the watching is."""
        desk = self._desk
        state = desk.state if desk is not None else WatchState()
        folder = state.folder
        self.setVisible(folder is not None)
        if desk is None or folder is None:
            return
        short = said(
            "{folder} · {waiting:,} waiting, {done:,} done",
            folder=folder.name,
            waiting=state.waiting,
            done=state.done,
        )
        self.words.setText(state.trouble or short)
        self.setToolTip(watch_words(desk))
        retone(self.words, "tone", "danger" if state.trouble else "muted")
        self.button.setText(self.tr("Resume") if state.is_paused else self.tr("Pause"))
        self.button.setToolTip(self.tr("Take nothing new from the watched folder until resumed"))

    def _pause(self) -> None:
        if self._desk is not None:
            self._desk.pause_requested.emit(not self._desk.state.is_paused)
