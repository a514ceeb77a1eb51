"""Windows of review that open over the main window: markers in, reviews and evidence out, reviewers, runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from relay_desktop.panels.dialogs import Dialogs
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools
from relay_desktop.settings import Settings
from relay_desktop.translation import said

if TYPE_CHECKING:
    from relay_desktop.session.exporters.preview import ImportPreview

_MARKERS: Final = "*.json *.csv *.txt *.svl *.TextGrid *.srt *.vtt *.parquet *.wav"


class ReviewDialogs(QObject):
    """Asks, then tells what was wanted; each dialog is gone when it is closed."""

    review_save_wanted = Signal(object, bool)  # Path, with audio
    markers_chosen = Signal(object)  # Path
    import_wanted = Signal(object, bool, bool)  # ImportPlan; verdicts, additions
    text_save_wanted = Signal(object, str)  # Path, text
    row_wanted = Signal(object, int)  # ReviewFile, shown row
    stretch_wanted = Signal(int, int, object)  # start_ms, end_ms, shown row or None

    def __init__(
        self,
        window: QWidget,
        dialogs: Dialogs,
        session: ReviewSession,
        review: Review,
        tools: ReviewTools,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._dialogs, self._settings = window, dialogs, settings
        self._session, self._review, self._tools = session, review, tools

    def save_review(self) -> None:
        """Choose where the open job goes as one file, without its audio."""
        self._ask_for_review(with_audio=False)

    def save_review_with_audio(self) -> None:
        """The same, with the audio."""
        self._ask_for_review(with_audio=True)

    def choose_markers(self) -> None:
        """Choose a file of markers to import."""
        if self._session.retuned is None:
            self._dialogs.tell(
                said("There is nothing to import into yet."),
                said("Open the recording and let it be heard first."),
            )
            return
        dialog = self._file_dialog(
            said("Import markers"), said("Markers ({endings});;All files (*)", endings=_MARKERS)
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._chosen(Path(name), self.markers_chosen.emit))
        self._dialogs.show_dialog("import-file", dialog)

    def show_import(self, name: str, preview: ImportPreview) -> None:
        """Show what would be imported; nothing is taken over before the person says so."""
        from relay_desktop.panels.import_dialog import ImportDialog

        dialog = ImportDialog(name, preview, self._session.files, self._session.current, self._window)
        dialog.accepted_plan.connect(self.import_wanted)
        self._dialogs.show_dialog("import", dialog)

    def save_evidence(self) -> None:
        """Choose where the table of evidence goes."""
        self._ask_where(
            said("Save the evidence"),
            "evidence.csv",
            said("Tables ({endings})", endings="*.csv"),
            self._save_evidence,
        )

    def _save_evidence(self, path: Path) -> None:
        self.text_save_wanted.emit(path, self._tools.evidence.table())

    def compare_reviewers(self) -> None:
        """How far two reviewers of this job agree."""
        from relay_desktop.panels.agreement_dialog import AgreementDialog

        store = self._tools.library.verdicts
        dialog = AgreementDialog(self._session, self._review, store, self._window)
        dialog.row_wanted.connect(self.row_wanted)
        self._dialogs.show_dialog("agreement", dialog)

    def compare_runs(self) -> None:
        """What another run on the same audio has and has not."""
        from relay_desktop.panels.comparison_dialog import ComparisonDialog

        dialog = ComparisonDialog(self._session, self._review, self._tools.library, self._window)
        dialog.stretch_wanted.connect(self.stretch_wanted)
        self._dialogs.show_dialog("comparison", dialog)

    def _ask_for_review(self, *, with_audio: bool) -> None:
        job = self._session.job
        if job is None:
            self._dialogs.tell(
                said("There is no review to save yet."), said("Open a file and let it be heard first.")
            )
            return
        from relay_desktop.session.exporters.placing import safe_name
        from relay_desktop.session.portable import SUFFIX

        self._ask_where(
            said("Save the review"),
            f"{safe_name(job.title)}{SUFFIX}",
            said("Relay reviews ({endings})", endings=f"*{SUFFIX}"),
            lambda path: self.review_save_wanted.emit(path, with_audio),
        )

    def _ask_where(self, title: str, name: str, kinds: str, on_chosen: Callable[[Path], None]) -> None:
        dialog = self._file_dialog(title, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self._chosen(Path(chosen), on_chosen))
        self._dialogs.show_dialog("save", dialog)

    def _file_dialog(self, title: str, kinds: str) -> QFileDialog:
        folder = self._settings.last_folder
        dialog = QFileDialog(self._window, title, str(folder) if folder else "", kinds)
        dialog.setObjectName("reviewFileDialog")
        return dialog

    def _chosen(self, path: Path, then: Callable[[Path], object]) -> None:
        self._settings.last_folder = path.parent
        then(path)
