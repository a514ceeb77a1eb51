"""Help > About Relay Desktop: version, what it runs on, licences, and a report to copy that holds no secret."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import sentence
from relay_desktop.diagnostics import program_version, report, versions
from relay_desktop.look import RESOURCES, program_icon
from relay_desktop.panels.heading import toned
from relay_desktop.translation import said, spoken

_OWN = sentence(
    "Relay Desktop is free software under the MIT licence. It uses Qt and PySide6 under the GNU Lesser General Public "
    "License, version 3: you may replace their libraries by your own builds; their sources are at "
    "https://download.qt.io/official_releases/QtForPython/. Everything else it is made of:"
)


class AboutDialog(QDialog):
    """`facts` are (name, value): the device, the engine, where things are kept."""

    def __init__(
        self, facts: Sequence[tuple[str, str]], log_path: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._facts, self._log_path = tuple(facts), log_path
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About Relay Desktop"))
        self.setAccessibleName(self.tr("About Relay Desktop"))
        self.resize(620, 560)
        self.copy_button = QPushButton(self.tr("Copy diagnostics"))
        self.copy_button.setToolTip(
            self.tr("Versions, device and the end of the log, without keys and passwords.")
        )
        self.copied = toned("", "muted")
        self.licences = QPlainTextEdit(licence_words())
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        self._lay_out()
        self.copy_button.clicked.connect(self.copy)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(report(self._facts, self._log_path))
        self.copied.setText(self.tr("Copied. It holds no keys and no passwords."))

    def _lay_out(self) -> None:
        sign = QLabel()
        sign.setPixmap(program_icon().pixmap(64, 64))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(sign)
        names = QVBoxLayout()
        names.addWidget(toned(f"Relay Desktop {program_version()}", "title"))
        names.addWidget(
            toned(self.tr("Review, retune and sign the artifacts that Relay finds in audio."), "muted")
        )
        head.addLayout(names, 1)
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        for name, value in (*versions()[1:], *self._facts):
            label = toned(value, "")
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addRow(toned(name, "muted"), label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addWidget(self.copied, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(rows)
        column.addWidget(toned(self.tr("Licences").upper(), "heading"))
        column.addWidget(self.licences, 1)
        column.addLayout(foot)


def licence_words() -> str:
    """The list that was packed with the frozen program, or where an installation has its licences."""
    packed = RESOURCES.parent / "licences" / "THIRD-PARTY.txt"
    try:
        listed = packed.read_text(encoding="utf-8")
    except OSError:
        listed = said(
            "Each installed Python package carries its own; python3 packaging/build.py licences lists them all."
        )
    return f"{spoken(_OWN)}\n\n{listed}"
