"""Exports leave the GUI thread here: one after the other, with a word when they are done or why they are not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.export_request import ExportRequest
from relay_desktop.translation import said, said_many
from relay_desktop.work.tasks import Tasks


class ExportRunner(QObject):
    """Runs what the export dialog asked for."""

    finished = Signal(list)  # list[Path]: what was written; empty when it failed

    def __init__(self, tasks: Tasks, problems: ProblemDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._problems = tasks, problems

    def run(self, request: ExportRequest) -> None:
        """Start an export; closing the window cancels it, and files appear whole or not at all."""
        self._problems.clear("export")
        self._tasks.run(
            lambda token: request.run(token.progress, token.is_cancelled),
            on_done=self._on_written,
            on_error=self._on_error,
            lane="export",
            name="export",
        )

    def _on_written(self, paths: list[Path]) -> None:
        what = paths[0].name if len(paths) == 1 else said_many("{n:,} file", "{n:,} files", len(paths))
        where = (
            said("In {folder}.", folder=paths[0].parent)
            if paths
            else said("Nothing was chosen that could be written.")
        )
        self._problems.report(Problem(said("Exported {what}.", what=what), where, is_note=True, key="export"))
        self.finished.emit(paths)

    def _on_error(self, error: BaseException) -> None:
        self._problems.report_error(error, key="export")
        self.finished.emit([])
