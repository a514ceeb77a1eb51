"""The line over a panel: its name in small capitals, a remark at the right, perhaps buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from relay_desktop.look import scaled


def toned(text: str, tone: str) -> QLabel:
    """A label in one of the style sheet's tones ("muted", "faint", "heading", "danger", ...)."""
    label = QLabel(text)
    label.setProperty("tone", tone)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def readable(text: str, tone: str) -> QLabel:
    """Words that wrap and that can be selected and copied."""
    label = toned(text, tone)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
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


class LiveLabel(QLabel):
    """Words that change while a slider is dragged: they never lay anything out again.

    It takes the width it is given, or `width` px, and the height of `lines` lines. Of one line, what does not fit is
    cut with an ellipsis; more lines wrap.
    """

    def __init__(self, text: str = "", tone: str = "", *, lines: int = 1, width: int = 0) -> None:
        super().__init__()
        self._words = ""
        self._width = width
        self._lines = lines
        self._cut_for, self._cut = ("", -1), ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        across = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        if tone:
            self.setProperty("tone", tone)
        self.setText(text)

    def text(self) -> str:
        """The words."""
        return self._words

    def setText(self, text: str) -> None:
        """Show other words; the tooltip holds all of them, so that nothing cut is lost."""
        if text != self._words:
            self._words = text
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.update()

    def sizeHint(self) -> QSize:
        """The height of its lines."""
        margins = self.contentsMargins()
        height = self._lines * self.fontMetrics().lineSpacing() + margins.top() + margins.bottom()
        return QSize(scaled(self._width), height)

    def minimumSizeHint(self) -> QSize:
        """Its own width where it has one, else any."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words on a ground of its own, so that nothing behind has to be painted."""
        painter, area = QPainter(self), self.contentsRect()
        painter.fillRect(self.rect(), self.palette().window())
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self._lines > 1:
            across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            flags = across | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(area, flags, self._words)
            return
        if (self._words, area.width()) != self._cut_for:
            self._cut_for = (self._words, area.width())
            self._cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, self.alignment() | Qt.AlignmentFlag.AlignVCenter, self._cut)


class PanelHeading(QWidget):
    """Name, remark and buttons over a panel."""

    def __init__(self, title: str, remark: str = "") -> None:
        super().__init__()
        self._title = toned(title.upper(), "heading")
        self._title.setVisible(bool(title))
        self._remark = LiveLabel(remark, "faint")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 10, 2)
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

    def hold(self, widget: QWidget) -> None:
        """Put a widget in the place of the remark."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        self._remark.hide()
        layout.addWidget(widget, 1)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def add_button(self, text: str, tooltip: str, name: str) -> QToolButton:
        """A small button at the right end. `name` is what a screen reader says."""
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tooltip)
        button.setAccessibleName(name)
        button.setProperty("kind", "link")
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        return button


class Chip(QLabel):
    """Words, usually on a pill, that give way: where there is no room they end with an ellipsis, the tooltip has them
    whole."""

    # Widths are whole pixels, rounded down; words that just fit would be cut for a part of one.
    _SPARE_PX = 2

    def __init__(self, tone: str = "chip", margins_px: int = 20) -> None:
        super().__init__()
        self._words = ""
        self._margins_px = margins_px
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def text(self) -> str:
        """All the words."""
        return self._words

    def setText(self, text: str) -> None:
        """Show other words, as many of them as fit."""
        self._words = text
        self._show()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._words) + self._margins_px + self._SPARE_PX)
        return hint

    def minimumSizeHint(self) -> QSize:
        """Room for the first of them."""
        return QSize(90, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        room = self.width() - self._margins_px
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if cut != super().text():
            super().setText(cut)
