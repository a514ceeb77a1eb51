"""What the middle of the window shows while no file is open: what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from relay_desktop.actions import Actions
from relay_desktop.look import Look, icon
from relay_desktop.panels.heading import toned


class EmptyDesk(QWidget):
    """An invitation to drop audio, the two ways to open it, and how far the engine is."""

    def __init__(self, actions: Actions, look: Look) -> None:
        super().__init__()
        self.setObjectName("emptyDesk")
        self.setAccessibleName(self.tr("No file is open"))
        self.setProperty("surface", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = QLabel()
        self.state = toned("", "faint")
        self.state.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for command_id, kind in (("open_files", "primary"), ("open_folder", "")):
            action = actions[command_id]
            button = QPushButton(action.text())
            button.setProperty("kind", kind)
            button.setToolTip(action.toolTip())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(action.trigger)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for widget in (self._sign, toned(self.tr("Drop audio here"), "title")):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        kinds = toned(self.tr("Files or whole folders: WAV, RF64, AIFF, FLAC, OGG, Opus, MP3"), "muted")
        kinds.setWordWrap(True)
        kinds.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(kinds)
        column.addLayout(buttons)
        column.setAlignment(buttons, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self._sign.setPixmap(icon("audio", look, look.faint).pixmap(48, 48))
