"""Accounts and their jobs: wishes of the window, and what comes back."""

from __future__ import annotations

from relay_desktop.main_window import MainWindow
from relay_desktop.work.crew import Crew
from relay_desktop.work.job_conductor import JobConductor


def wire_accounts(crew: Crew, conductor: JobConductor, window: MainWindow) -> None:
    """Everything about servers that the window asks for."""
    crew.links.changed.connect(lambda: crew.session.set_places(crew.links.names()))
    crew.links.load()
