"""Wishes of the window to who works on jobs, and what comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from relay_desktop.app.notices import about_no_audio
from relay_desktop.main_window import MainWindow
from relay_desktop.settings import Settings
from relay_desktop.translation import said
from relay_desktop.work.crew import Crew
from relay_desktop.work.export_runner import ExportRunner
from relay_desktop.work.job_conductor import JobConductor


def wire_jobs(crew: Crew, conductor: JobConductor, window: MainWindow, parent: QObject) -> None:
    """Everything about files and jobs that the window asks for."""
    window.open_requested.connect(conductor.open_paths)
    window.run_requested.connect(conductor.run_detection)
    window.cancel_job_requested.connect(conductor.cancel_job)
    window.retry_file_requested.connect(conductor.retry_file)
    window.locate_file_requested.connect(conductor.locate_file)
    window.new_job_requested.connect(window.remote.show_new_job)
    window.open_job_requested.connect(conductor.open_job)
    window.retry_job_requested.connect(conductor.retry_job)
    window.forget_job_requested.connect(conductor.forget_job)
    window.model_chosen.connect(crew.models.choose)
    crew.models.changed.connect(lambda: window.set_models(crew.models.cards, crew.models.chosen))
    crew.link.state_changed.connect(window.set_service_state)
    window.set_service_state(crew.link.state)
    crew.opener.nothing_found.connect(lambda paths: crew.problems.report(about_no_audio(paths)))
    _offer_detect_on_open(window, crew.settings)
    exports = ExportRunner(crew.tasks, crew.problems, parent)
    window.dialogs.export_requested.connect(exports.run)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.connect(crew.shelf.refresh_when_active)


def _offer_detect_on_open(window: MainWindow, settings: Settings) -> None:
    """The switch beside model and device, in the menu of the run button."""
    switch = window.transport_bar.run_menu.addAction(said("Detect when files are opened"))
    switch.setObjectName("action_detect_on_open")
    switch.setCheckable(True)
    switch.setChecked(settings.detect_on_open)
    switch.setToolTip(said("Off: files wait in their rows until you run the detection."))
    switch.toggled.connect(lambda is_on: setattr(settings, "detect_on_open", is_on))
