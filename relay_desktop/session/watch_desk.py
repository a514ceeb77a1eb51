"""Between the window and who watches a folder: what is watched, how far it is, what a person wants of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from relay_desktop.session.job_plan import JobPlan


@dataclass(frozen=True)
class WatchState:
    """`folder` is None while nothing is watched. `waiting`: taken and not ended; `done`: ended, since the folder
    was first watched. `trouble` is a sentence, empty when all is well."""

    folder: Path | None = None
    plan: JobPlan = field(default_factory=JobPlan)
    is_paused: bool = False
    waiting: int = 0
    done: int = 0
    trouble: str = ""


class WatchDesk(QObject):
    """The state as it is shown; wishes of a person as signals."""

    changed = Signal()

    start_requested = Signal(object, object)  # Path, JobPlan
    stop_requested = Signal()
    pause_requested = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = WatchState()

    def set_state(self, state: WatchState) -> None:
        """This is how it is now."""
        if state != self.state:
            self.state = state
            self.changed.emit()
