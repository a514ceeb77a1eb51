"""The line over a panel: its name in small capitals, a remark at the right, perhaps buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget


def toned(text: str, tone: str) -> QLabel:
    """A label in one of the style sheet's tones ("muted", "faint", "heading", "danger", ...)."""
    label = QLabel(text)
    label.setProperty("tone", tone)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def retone(label: QWidget, name: str, value: str) -> None:
    """Change a property the style sheet selects by, and have the style applied again."""
    if label.property(name) == value:
        return
    label.setProperty(name, value)
    label.style().unpolish(label)
    label.style().polish(label)


def rule() -> QFrame:
    """A line across a panel."""
    line = QFrame()
    line.setProperty("surface", "line")
    line.setFixedHeight(1)
    return line


class ElidedLabel(QLabel):
    """A label in one line that never makes its panel wider: what does not fit is cut with an ellipsis."""

    def __init__(
        self, text: str = "", tone: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__(text)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if tone:
            self.setProperty("tone", tone)

    def setText(self, text: str) -> None:
        """Show `text`; the tooltip holds all of it where it is cut."""
        if text != self.text():
            super().setText(text)
            self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, cut to the width there is."""
        painter = QPainter(self)
        area = self.contentsRect()
        words = QFontMetrics(self.font()).elidedText(self.text(), self._mode, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, self.alignment() | Qt.AlignmentFlag.AlignVCenter, words)


class PanelHeading(QWidget):
    """Name, remark and buttons over a panel."""

    def __init__(self, title: str, remark: str = "") -> None:
        super().__init__()
        self._title = toned(title.upper(), "heading")
        self._remark = ElidedLabel(remark, "faint")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 4)
        row.setSpacing(6)
        row.addWidget(self._title)
        row.addWidget(self._remark, 1)

    @property
    def remark(self) -> str:
        """The words at the right."""
        return self._remark.text()

    def set_remark(self, text: str) -> None:
        """Change the words at the right."""
        self._remark.setText(text)

    def add_button(self, text: str, tooltip: str, name: str) -> QToolButton:
        """A small button at the right end. `name` is what a screen reader says."""
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tooltip)
        button.setAccessibleName(name)
        button.setProperty("kind", "link")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        return button
