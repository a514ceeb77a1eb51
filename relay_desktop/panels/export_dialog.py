"""File > Export…: which detections of which recordings leave, in which format, to which place.

The dialog decides and shows; it writes nothing. `requested` carries an `ExportRequest`, whose `run` belongs on a thread
of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import sentence
from relay_desktop.errors import RelayError
from relay_desktop.panels.heading import toned
from relay_desktop.problems import error_words
from relay_desktop.session.export_request import ExportRequest
from relay_desktop.session.export_snapshot import DeskSnapshot
from relay_desktop.session.exporters import catalogue
from relay_desktop.session.exporters.acceptance import parse_rules
from relay_desktop.session.exporters.clips import clip_names
from relay_desktop.session.exporters.document import ExportOptions, Scope
from relay_desktop.session.exporters.timecode import FRAME_RATES
from relay_desktop.translation import number, said, said_many, spoken

Control = TypeVar("Control", bound=QWidget)

PREVIEW_LINES: Final = 12
PREVIEW_ROWS: Final = 40
REPORTS: Final = frozenset({"html", "pdf"})
_SCOPES: Final[tuple[tuple[Scope, str], ...]] = (
    ("shown", sentence("Shown with the present tuning and filter")),
    ("confirmed", sentence("Confirmed as artifacts")),
    ("raw", sentence("All raw detections")),
)


class ExportDialog(QDialog):
    """Over the window; `one` are the recording in view, `everything` all recordings of the desk."""

    requested = Signal(object)  # ExportRequest

    def __init__(
        self, one: DeskSnapshot, everything: DeskSnapshot, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._one, self._everything = one, everything
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export detections"))
        self.setAccessibleName(self.tr("Export detections"))
        self.resize(760, 620)
        self._make_controls(folder)
        self._lay_out()
        self._fill()
        self._wire()
        self.refresh()

    # -- what was chosen ---------------------------------------------------------------------------------------

    @property
    def snapshot(self) -> DeskSnapshot:
        """The recordings that were chosen."""
        return self._everything if self.recordings.currentIndex() == 1 else self._one

    @property
    def format(self) -> catalogue.ExportFormat:
        """The format that was chosen."""
        return catalogue.format_of(self.formats.currentData())

    @property
    def scope(self) -> Scope:
        """Which detections were chosen."""
        scope: Scope = self.scopes.currentData()
        return scope

    def options(self) -> ExportOptions:
        """What the format asks for beyond the rest."""
        return ExportOptions(
            frame_rate=self.frame_rate.currentText(),
            context_ms=self.context.value(),
            clip_name=self.clip_name.text() or ExportOptions.clip_name,
            rules=parse_rules(self.rules.text()) if self.format.key in REPORTS else (),
        )

    def request(self) -> ExportRequest:
        """The export as it stands."""
        folder = Path(self.folder.text()).expanduser()
        is_combined = self.combined.isChecked() and self.format.combines
        name = "detections" + self.format.ending
        is_one_for_all = is_combined and len(self.snapshot.files) > 1
        return ExportRequest(
            self.snapshot, self.scope, self.format.key, folder / name if is_one_for_all else folder,
            is_combined, self.overwrite.isChecked(), self.options(),
        )  # fmt: skip

    # -- inside ------------------------------------------------------------------------------------------------

    def _make_controls(self, folder: Path) -> None:
        self.formats = _named(QComboBox(), "exportFormat", said("Format"))
        self.format_help = toned("", "muted")
        self.format_help.setWordWrap(True)
        self.scopes = _named(QComboBox(), "exportScope", said("Which detections"))
        self.recordings = _named(QComboBox(), "exportRecordings", said("Which recordings"))
        self.combined = _named(
            QCheckBox(self.tr("All recordings in one file")), "exportCombined", said("All in one file")
        )
        self.frame_rate = _named(QComboBox(), "exportFrameRate", said("Frame rate of the timeline"))
        self.context = _named(QSpinBox(), "exportContext", said("Sound before and after each detection"))
        self.clip_name = _named(
            QLineEdit(ExportOptions.clip_name), "exportClipName", said("Names of the clips")
        )
        self.rules = _named(QLineEdit(), "exportRules", said("Pass/fail rules"))
        self.rules.setPlaceholderText(self.tr("click<=5, dropout<=0, hum<=2/min, *<=20"))
        self.folder = _named(QLineEdit(str(folder)), "exportFolder", said("Folder"))
        self.browse = QPushButton(self.tr("Choose…"))
        self.browse.setAccessibleName(self.tr("Choose a folder"))
        self.overwrite = _named(
            QCheckBox(self.tr("Replace files that are already there")), "exportOverwrite", said("Replace")
        )
        self.preview = _named(QPlainTextEdit(), "exportPreview", said("The first lines"))
        self.preview.setReadOnly(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export_button = self.buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export_button.setObjectName("exportButton")

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(14)
        self.form.addRow(self.tr("Format"), self.formats)
        self.form.addRow("", self.format_help)
        self.form.addRow(self.tr("Detections"), self.scopes)
        self.form.addRow(self.tr("Recordings"), self.recordings)
        self.form.addRow("", self.combined)
        self.form.addRow(self.tr("Frame rate"), self.frame_rate)
        self.form.addRow(self.tr("Sound around"), self.context)
        self.form.addRow(self.tr("Names"), self.clip_name)
        self.form.addRow(self.tr("Pass when"), self.rules)
        self.form.addRow(self.tr("Folder"), place)
        self.form.addRow("", self.overwrite)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(self.form)
        column.addWidget(toned(self.tr("The first lines"), "heading"))
        column.addWidget(self.preview, 1)
        column.addWidget(self.buttons)

    def _fill(self) -> None:
        for form in catalogue.all_formats():
            self.formats.addItem(spoken(form.title), form.key)
        for scope, words in _SCOPES:
            self.scopes.addItem(spoken(words), scope)
        count = len(self._everything.files)
        name = self._one.files[0].file.name if self._one.files else said("None open")
        self.recordings.addItem(said("The one in view: {name}", name=name))
        self.recordings.addItem(said_many("The one with detections", "All {n:,} with detections", count))
        if not self._one.files and count:
            self.recordings.setCurrentIndex(1)
        self.combined.setChecked(True)
        self.frame_rate.addItems([*FRAME_RATES])
        self.frame_rate.setCurrentText(ExportOptions.frame_rate)
        self.context.setRange(0, 60_000)
        self.context.setSuffix(" ms")
        self.context.setValue(ExportOptions.context_ms)

    def _wire(self) -> None:
        for choice in (self.formats, self.scopes, self.recordings, self.frame_rate):
            choice.currentIndexChanged.connect(self.refresh)
        self.combined.toggled.connect(self.refresh)
        self.folder.textChanged.connect(self.refresh)
        self.clip_name.textChanged.connect(self.refresh)
        self.rules.textChanged.connect(self.refresh)
        self.formats.activated.connect(self._advise_scope)
        self.browse.clicked.connect(self._ask_for_folder)
        self.buttons.accepted.connect(self._request)
        self.buttons.rejected.connect(self.reject)

    def _advise_scope(self) -> None:
        """A report is signed: only what a person confirmed is in it, unless something else is chosen."""
        if self.format.key in REPORTS and self.snapshot.counts()["confirmed"]:
            self.scopes.setCurrentIndex(self.scopes.findData("confirmed"))

    def refresh(self) -> None:
        """Follow the choices: what can be chosen beside them, counts, first lines."""
        form, several = self.format, len(self.snapshot.files) > 1
        self.format_help.setText(spoken(form.help))
        self.form.setRowVisible(self.combined, form.combines and several)
        self.form.setRowVisible(self.frame_rate, form.key == "edl")
        self.form.setRowVisible(self.context, form.key == "clips")
        self.form.setRowVisible(self.clip_name, form.key == "clips")
        self.form.setRowVisible(self.rules, form.key in REPORTS)
        counts = self.snapshot.counts()
        for place, (scope, words) in enumerate(_SCOPES):
            self.scopes.setItemText(place, f"{spoken(words)}: {number(counts[scope], ',')}")
        has_some = bool(self.snapshot.files) and bool(self.folder.text().strip())
        self.export_button.setEnabled(self._show_preview() and has_some)

    def _show_preview(self) -> bool:
        """The first lines, or why there can be none; False where the export cannot be."""
        try:
            self.preview.setPlainText(self._first_lines())
        except RelayError as problem:
            self.preview.setPlainText("\n".join(error_words(problem)))
            return False
        return True

    def _first_lines(self) -> str:
        if not self.snapshot.files:
            return said("There are no detections to export yet.")
        self.options()  # a rule that is not understood says so here
        if self.format.key == "clips":
            document = self.snapshot.document(self.scope, most_rows=PREVIEW_LINES)
            names = [name for inside in clip_names(document, self.options()) for name in inside]
            return "\n".join(names[:PREVIEW_LINES])
        if self.format.lines is None or self.format.key in REPORTS:
            return said("This format is not text; there is nothing to show here before it is written.")
        document = self.snapshot.document(self.scope, most_rows=PREVIEW_ROWS)
        return catalogue.first_lines(document, self.format, self.options(), PREVIEW_LINES)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, said("Export to"), self.folder.text())
        dialog.setObjectName("exportFolderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _request(self) -> None:
        self.requested.emit(self.request())
        self.accept()


def _named(control: Control, object_name: str, words: str) -> Control:
    control.setObjectName(object_name)
    control.setAccessibleName(words)
    return control
