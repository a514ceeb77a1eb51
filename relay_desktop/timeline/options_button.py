"""The button at the right end of the ruler that opens the view's options."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolButton, QWidget

from relay_desktop.look import Look, icon

_SIDE_PX = 23


class OptionsButton(QToolButton):
    """Keeps to the upper right corner of the tracks."""

    def __init__(self, tracks: QWidget, look: Look) -> None:
        super().__init__(tracks)
        self.setObjectName("viewOptions")
        self.setProperty("kind", "quiet")
        self.setAccessibleName(self.tr("View options"))
        self.setToolTip(self.tr("View options: spectrogram, channels, units (Ctrl+D)"))
        self.setFixedSize(_SIDE_PX, _SIDE_PX)
        self.set_look(look)
        self.keep_right(tracks.width())

    def set_look(self, look: Look) -> None:
        """Dark or light."""
        self.setIcon(icon("sliders", look))

    def keep_right(self, width: int) -> None:
        """The tracks have another width."""
        self.move(width - _SIDE_PX, 0)

    def lower_right(self) -> QPoint:
        """Its lower right corner on the screen: there the options hang."""
        return self.mapToGlobal(self.rect().bottomRight())
