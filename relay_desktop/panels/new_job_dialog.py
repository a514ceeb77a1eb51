"""Jobs > New job…: where it runs, with which model, what it keeps, on which files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inference.audio_file import AUDIO_SUFFIXES
from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.panels.decimal_box import DecimalBox
from relay_desktop.panels.heading import toned
from relay_desktop.session.job_ids import EMBEDDED
from relay_desktop.session.job_plan import JobPlace, JobPlan
from relay_desktop.translation import said

CHOICE_PX: Final = 260
Control = TypeVar("Control", bound=QWidget)
_ENDINGS: Final = " ".join(f"*{suffix}" for suffix in sorted(AUDIO_SUFFIXES))


class NewJobDialog(QDialog):
    """Over the window. `planned` carries a JobPlan and the chosen files and folders."""

    planned = Signal(object, list)  # JobPlan, list[Path]

    def __init__(
        self, places: Sequence[JobPlace], start: str, folder: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._places = {place.backend: place for place in places}
        self._folder = folder
        self._paths: list[Path] = []
        self.setObjectName("newJobDialog")
        self.setWindowTitle(self.tr("New job"))
        self.setAccessibleName(self.tr("New job"))
        self.resize(560, 520)
        self._make_controls()
        self._lay_out()
        for box in (self.places, self.model):
            box.setMinimumWidth(CHOICE_PX)
        for place in places:
            self.places.addItem(place.name, place.backend)
        self.places.setCurrentIndex(max(0, self.places.findData(start)))
        self._wire()
        self._show_place()

    @property
    def backend(self) -> str:
        """Where the job is to run."""
        return str(self.places.currentData())

    @property
    def plan(self) -> JobPlan:
        """What was decided."""
        config = RAW_CAPTURE
        if not self.raw.isChecked():
            config = TuningConfig(
                threshold=round(self.threshold.value(), 3),
                merge_window_ms=self.merge_window.value(),
                min_duration_ms=self.min_duration.value(),
            )
        return JobPlan(self.backend, self.model.currentText().strip() or None, config)

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Put files and folders on the list, each once."""
        for path in paths:
            if path not in self._paths:
                self._paths.append(path)
                self.files.addItem(str(path))
        self._update()

    # -- inside ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.places = _named(QComboBox(), "jobPlace", self.tr("Where the job runs"))
        self.model = _named(QComboBox(), "jobModel", self.tr("Model"))
        self.model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.model_help = toned("", "faint")
        self.model_help.setWordWrap(True)
        self.raw = _named(QCheckBox(self.tr("Keep everything (raw capture)")), "jobRaw", self.tr("Raw capture"))
        self.raw.setChecked(True)
        self.raw_help = toned("", "faint")
        self.raw_help.setWordWrap(True)
        defaults = TuningConfig()
        self.threshold = _named(DecimalBox(), "jobThreshold", self.tr("Threshold"))
        self.threshold.setRange(0.0, 1.0)
        self.threshold.setSingleStep(0.05)
        self.threshold.setValue(defaults.threshold)
        self.merge_window = _named(QSpinBox(), "jobMergeWindow", self.tr("Merge window"))
        self.merge_window.setRange(0, 5000)
        self.merge_window.setValue(defaults.merge_window_ms)
        self.min_duration = _named(QSpinBox(), "jobMinDuration", self.tr("Minimum duration"))
        self.min_duration.setRange(0, 1000)
        self.min_duration.setValue(defaults.min_duration_ms)
        for box in (self.merge_window, self.min_duration):
            box.setSuffix(" ms")
        self.files = _named(QListWidget(), "jobFiles", self.tr("Files and folders"))
        self.add_files = QPushButton(self.tr("Add files…"))
        self.add_folder = QPushButton(self.tr("Add a folder…"))
        self.clear = QPushButton(self.tr("Clear"))
        self.note = toned("", "muted")
        self.note.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start_button = self.buttons.addButton(
            self.tr("Start"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.start_button.setObjectName("jobStart")
        self.start_button.setProperty("kind", "primary")

    def _lay_out(self) -> None:
        numbers = QHBoxLayout()
        for words, box in (
            (self.tr("Threshold"), self.threshold),
            (self.tr("Merge"), self.merge_window),
            (self.tr("Minimum"), self.min_duration),
        ):
            numbers.addWidget(toned(words, "muted"))
            numbers.addWidget(box)
        numbers.addStretch(1)
        self.numbers = QWidget()
        self.numbers.setLayout(numbers)
        numbers.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Where"), self.places)
        form.addRow(self.tr("Model"), self.model)
        form.addRow("", self.model_help)
        form.addRow(self.tr("Results"), self.raw)
        form.addRow("", self.raw_help)
        form.addRow("", self.numbers)
        choose = QHBoxLayout()
        choose.addWidget(self.add_files)
        choose.addWidget(self.add_folder)
        choose.addStretch(1)
        choose.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(toned(self.tr("FILES"), "heading"))
        column.addLayout(choose)
        column.addWidget(self.files, 1)
        column.addWidget(self.note)
        column.addWidget(self.buttons)

    def _wire(self) -> None:
        self.places.currentIndexChanged.connect(self._show_place)
        self.model.editTextChanged.connect(self._update)
        self.raw.toggled.connect(self._update)
        self.add_files.clicked.connect(lambda: self._ask(QFileDialog.FileMode.ExistingFiles))
        self.add_folder.clicked.connect(lambda: self._ask(QFileDialog.FileMode.Directory))
        self.clear.clicked.connect(self._clear)
        self.buttons.accepted.connect(self._start)
        self.buttons.rejected.connect(self.reject)

    def _show_place(self) -> None:
        """The models of the chosen place; at a server any id may be typed."""
        place, is_here = self._places[self.backend], self.backend == EMBEDDED
        self.model.blockSignals(True)
        self.model.clear()
        self.model.setEditable(not is_here)
        self.model.addItems(list(place.model_ids))
        self.model.setCurrentIndex(0 if place.model_ids else -1)
        self.model.blockSignals(False)
        if not is_here:
            line = self.model.lineEdit()
            assert line is not None
            line.setPlaceholderText(self.tr("the id of a model on this server"))
            line.textChanged.connect(self._update)
        self._update()

    def _update(self) -> None:
        is_here, model = self.backend == EMBEDDED, self.model.currentText().strip()
        self.numbers.setVisible(not self.raw.isChecked())
        self.raw_help.setText(
            self.tr("Every slider can show every setting exactly afterwards.")
            if self.raw.isChecked()
            else self.tr("What these settings leave out cannot be shown later; the job would have to run again.")
        )
        self.model_help.setText("" if is_here else self.tr("Models of earlier jobs on this server are offered."))
        name = self._places[self.backend].name
        if self._paths and not is_here:
            self.note.setText(self.tr("The files are uploaded to {}.").format(name))
        elif not self._paths and is_here:
            self.note.setText(self.tr("Without files an empty list begins; drop audio on the window then."))
        else:
            self.note.setText("")
        self.start_button.setText(self.tr("Start") if self._paths or not is_here else self.tr("Begin empty"))
        self.start_button.setEnabled(is_here or bool(self._paths and model))

    def _clear(self) -> None:
        self._paths = []
        self.files.clear()
        self._update()

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        folder = str(self._folder) if self._folder is not None else ""
        dialog = QFileDialog(
            self,
            self.tr("Audio for the job"),
            folder,
            said("Audio ({endings});;All files (*)", endings=_ENDINGS),
        )
        dialog.setObjectName("jobFilesDialog")
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add_paths([Path(name) for name in names]))
        dialog.open()

    def _start(self) -> None:
        self.planned.emit(self.plan, list(self._paths))
        self.accept()


def _named(control: Control, object_name: str, words: str) -> Control:
    control.setObjectName(object_name)
    control.setAccessibleName(words)
    return control
