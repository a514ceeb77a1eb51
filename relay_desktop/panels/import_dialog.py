"""File > Import markers…: what was understood and what would become of it, before anything is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import sentence
from relay_desktop.look import type_label
from relay_desktop.panels.heading import toned
from relay_desktop.panels.plain_table import plain_table
from relay_desktop.panels.wording import clock
from relay_desktop.session.exporters import catalogue
from relay_desktop.session.exporters.preview import ImportPreview
from relay_desktop.session.marker_import import ImportPlan, PlannedRow, plan_import
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.translation import number, said, said_many, spoken

_COLUMNS: Final = (
    sentence("What happens"), sentence("Type"), sentence("Start"), sentence("End"), sentence("Verdict"),
    sentence("Note"),
)  # fmt: skip
_FATES: Final = {
    "verdict": sentence("Verdict taken over"),
    "add": sentence("Added by hand"),
    "known": sentence("There already"),
}
_MOST_ROWS: Final = 500


class ImportDialog(QDialog):
    """One recording of the file of markers into one file of the desk."""

    accepted_plan = Signal(object, bool, bool)  # ImportPlan; verdicts, additions

    def __init__(
        self,
        name: str,
        preview: ImportPreview,
        files: Sequence[ReviewFile],
        current: ReviewFile | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview, self._files = preview, [file for file in files if file.retuned is not None]
        self._plan: ImportPlan | None = None
        self.setObjectName("importDialog")
        self.setWindowTitle(said("Import markers from {name}", name=name))
        self.setAccessibleName(self.tr("Import markers"))
        self.resize(820, 600)
        self.source = QComboBox()
        self.target = QComboBox()
        self.verdicts = QCheckBox(self.tr("Take verdicts, severities and notes over"))
        self.additions = QCheckBox(self.tr("Add what lies on no detection as made by hand"))
        self.words = toned("", "strong")
        self.rows = plain_table(tuple(map(spoken, _COLUMNS)), said("What would be imported"))
        self.skipped_words = toned("", "danger")
        self.skipped = plain_table(
            (said("Line"), said("Why it is left out"), said("Text")), said("What is left out")
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.import_button = self.buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._dress(current)
        self._lay_out()
        self._wire()
        self._show_skipped()
        self.refresh()

    def refresh(self) -> None:
        """Plan anew for the chosen recordings, and show it."""
        rows = self._preview.document.files[self.source.currentIndex()].rows if self.source.count() else ()
        place = self.target.currentIndex()
        self._plan = plan_import(self._files[place], rows) if 0 <= place < len(self._files) else None
        planned = self._plan.rows if self._plan is not None else ()
        self.words.setText(self._sentence())
        self.rows.setRowCount(min(len(planned), _MOST_ROWS))
        for at, one in enumerate(planned[:_MOST_ROWS]):
            for column, words in enumerate(_cells(one)):
                self.rows.setItem(at, column, QTableWidgetItem(words))
        self.import_button.setEnabled(self._taken_count() > 0)

    def _taken_count(self) -> int:
        if self._plan is None:
            return 0
        verdicts = self._plan.count("verdict") if self.verdicts.isChecked() else 0
        return verdicts + (self._plan.count("add") if self.additions.isChecked() else 0)

    def _sentence(self) -> str:
        if self._plan is None:
            return said(
                "No file of the desk has detections yet. Open the recording and let it be heard first."
            )
        counted = ", ".join(
            f"{spoken(words)}: {number(self._plan.count(fate), ',')}" for fate, words in _FATES.items()
        )
        form = catalogue.format_of(self._preview.format_key).title
        understood = said_many(
            "{format}: {n:,} marker understood.",
            "{format}: {n:,} markers understood.",
            len(self._plan.rows),
            format=form,
        )
        return f"{understood} {counted}."

    def _dress(self, current: ReviewFile | None) -> None:
        for file in self._preview.document.files:
            self.source.addItem(f"{file.name or said('the file of markers')} ({number(len(file.rows), ',')})")
        for known in self._files:
            self.target.addItem(known.name, known.key)
        names = [file.name for file in self._files]
        first = self._preview.document.files[0].name if self._preview.document.files else ""
        at = names.index(first) if first in names else -1
        if at < 0 and current in self._files:
            at = self._files.index(current)
        self.target.setCurrentIndex(max(0, at))
        for box, object_name, name in (
            (self.source, "importSource", said("Recording in the file of markers")),
            (self.target, "importTarget", said("File of the desk")),
        ):
            box.setObjectName(object_name)
            box.setAccessibleName(name)
        for check, object_name in ((self.verdicts, "importVerdicts"), (self.additions, "importAdditions")):
            check.setObjectName(object_name)
            check.setChecked(True)
        self.words.setWordWrap(True)
        self.import_button.setObjectName("importButton")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Markers of"), self.source)
        form.addRow(self.tr("Into"), self.target)
        form.addRow("", self.verdicts)
        form.addRow("", self.additions)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.words)
        column.addWidget(self.rows, 3)
        column.addWidget(self.skipped_words)
        column.addWidget(self.skipped, 1)
        column.addWidget(self.buttons)

    def _wire(self) -> None:
        self.source.currentIndexChanged.connect(lambda _at: self.refresh())
        self.target.currentIndexChanged.connect(lambda _at: self.refresh())
        for box in (self.verdicts, self.additions):
            box.toggled.connect(lambda _on: self.refresh())
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)

    def _show_skipped(self) -> None:
        skipped = self._preview.skipped
        self.skipped_words.setText(
            said_many(
                "One line was not understood and left out.",
                "{n:,} lines were not understood and left out.",
                len(skipped),
            )
        )
        for part in (self.skipped_words, self.skipped):
            part.setVisible(bool(skipped))
        self.skipped.setRowCount(min(len(skipped), _MOST_ROWS))
        for at, one in enumerate(skipped[:_MOST_ROWS]):
            for column, words in enumerate((str(one.line or ""), one.reason, one.text)):
                self.skipped.setItem(at, column, QTableWidgetItem(words))

    def _accept(self) -> None:
        if self._plan is not None:
            self.accepted_plan.emit(self._plan, self.verdicts.isChecked(), self.additions.isChecked())
        self.accept()


def _cells(one: PlannedRow) -> tuple[str, ...]:
    row = one.row
    return (
        spoken(_FATES[one.fate]), type_label(row.artifact_type), clock(row.start_ms), clock(row.end_ms),
        row.verdict or "", " ".join(row.note.split()),
    )  # fmt: skip
