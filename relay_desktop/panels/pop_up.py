"""A button that opens a small panel of controls under itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from relay_desktop.panels.heading import toned


class PopUp(QFrame):
    """Controls in a column; it closes when something else is clicked."""

    def __init__(self, owner: QWidget, title: str) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("surface", "popup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 14, 12)
        self.column.setSpacing(6)
        self.column.addWidget(toned(title.upper(), "heading"))

    def open_under(self, button: QWidget) -> None:
        """Show it below a button, inside the screen."""
        self.adjustSize()
        place = button.mapToGlobal(QPoint(0, button.height() + 2))
        screen = button.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()


class PopUpButton(QToolButton):
    """Its words say what is in force; a press opens the controls."""

    def __init__(self, name: str, object_name: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._panel: PopUp | None = None
        self.clicked.connect(self._open)

    def set_panel(self, panel: PopUp) -> None:
        """What it opens."""
        self._panel = panel

    def _open(self) -> None:
        if self._panel is not None:
            self._panel.open_under(self)
