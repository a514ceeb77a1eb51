"""Jobs > Watch a folder…: which folder, where its recordings are detected, pause and stop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import sentence
from relay_desktop.panels.heading import retone, toned
from relay_desktop.session.job_ids import EMBEDDED
from relay_desktop.session.job_plan import JobPlace, JobPlan
from relay_desktop.session.watch_desk import WatchDesk
from relay_desktop.translation import said, spoken

CHOICE_PX: Final = 260


class WatchDialog(QDialog):
    """Over the window; it stays open while the watching begins, so that one sees it work."""

    def __init__(self, desk: WatchDesk, places: Sequence[JobPlace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._places = {place.backend: place for place in places}
        self.setObjectName("watchDialog")
        self.setWindowTitle(self.tr("Watch a folder"))
        self.setAccessibleName(self.tr("Watch a folder"))
        self.resize(540, 300)
        self.folder = QLineEdit()
        self.browse = QPushButton(self.tr("Choose…"))
        self.places = QComboBox()
        self.model = QComboBox()
        self.model.setEditable(True)
        self.words = toned("", "muted")
        self.start_button = QPushButton(self.tr("Start watching"))
        self.pause_button = QPushButton(self.tr("Pause"))
        self.stop_button = QPushButton(self.tr("Stop watching"))
        self._dress()
        self._lay_out()
        for place in places:
            self.places.addItem(place.name, place.backend)
        self._wire()
        self._fill()
        self.refresh()

    def refresh(self) -> None:
        """Show how the watching is."""
        state = self._desk.state
        is_on = state.folder is not None
        self.start_button.setVisible(not is_on)
        self.pause_button.setVisible(is_on)
        self.stop_button.setVisible(is_on)
        self.pause_button.setText(self.tr("Resume") if state.is_paused else self.tr("Pause"))
        for control in (self.folder, self.browse, self.places, self.model):
            control.setEnabled(not is_on)
        self.words.setText(watch_words(self._desk) if is_on else spoken(_EXPLANATION))
        retone(self.words, "tone", "danger" if state.trouble else "muted")
        self._update()

    # -- inside ------------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.folder.setObjectName("watchFolder")
        self.folder.setAccessibleName(self.tr("Folder"))
        self.folder.setPlaceholderText(self.tr("the folder in which recordings appear"))
        self.places.setObjectName("watchPlace")
        self.places.setAccessibleName(self.tr("Where its recordings are detected"))
        self.model.setObjectName("watchModel")
        self.model.setAccessibleName(self.tr("Model"))
        for box in (self.places, self.model):
            box.setMinimumWidth(CHOICE_PX)
        self.words.setWordWrap(True)
        self.start_button.setProperty("kind", "primary")

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("Folder"), place)
        form.addRow(self.tr("Where"), self.places)
        form.addRow(self.tr("Model"), self.model)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        for button in (self.stop_button, self.pause_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.start_button)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.words)
        column.addStretch(1)
        column.addLayout(foot)

    def _wire(self) -> None:
        self.browse.clicked.connect(self._ask_for_folder)
        self.folder.textChanged.connect(self._update)
        self.model.editTextChanged.connect(self._update)
        self.places.currentIndexChanged.connect(self._show_models)
        self.start_button.clicked.connect(self._start)
        self.stop_button.clicked.connect(self._desk.stop_requested)
        self.pause_button.clicked.connect(lambda: self._desk.pause_requested.emit(not self._desk.state.is_paused))
        self._desk.changed.connect(self.refresh)

    def _fill(self) -> None:
        state = self._desk.state
        if state.folder is not None:
            self.folder.setText(str(state.folder))
        self.places.setCurrentIndex(max(0, self.places.findData(state.plan.backend)))
        self._show_models()
        if state.plan.model_id:
            self.model.setEditText(state.plan.model_id)

    def _show_models(self) -> None:
        models = list(self._places[str(self.places.currentData())].model_ids)
        self.model.clear()
        self.model.addItems(models)
        self._update()

    def _update(self) -> None:
        is_here = self.places.currentData() == EMBEDDED
        has_model = is_here or bool(self.model.currentText().strip())
        self.start_button.setEnabled(bool(self.folder.text().strip()) and has_model)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder to watch"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _start(self) -> None:
        folder = Path(self.folder.text().strip()).expanduser().absolute()
        if not folder.is_dir():
            self.words.setText(self.tr("There is no folder {}.").format(folder))
            retone(self.words, "tone", "danger")
            return
        plan = JobPlan(str(self.places.currentData()), self.model.currentText().strip() or None)
        self._desk.start_requested.emit(folder, plan)


_EXPLANATION: Final = sentence(
    "Every recording that appears in the folder, once it is complete, is detected; one job for each batch. It goes on "
    "after a restart and takes nothing twice."
)


def watch_words(desk: WatchDesk) -> str:
    """How the watching is, as a sentence."""
    state = desk.state
    if state.folder is None:
        return ""
    if state.trouble:
        return spoken(state.trouble)
    words = (
        said("Paused: {folder}", folder=state.folder.name)
        if state.is_paused
        else said("Watching {folder}", folder=state.folder.name)
    )
    return said(
        "{words} · {waiting:,} waiting · {done:,} done", words=words, waiting=state.waiting, done=state.done
    )
