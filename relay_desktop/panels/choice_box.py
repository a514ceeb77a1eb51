"""A box of choices that shortens the chosen words where it is narrow, instead of cutting through a letter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


class ChoiceBox(QComboBox):
    """Shows "Any ver…" where "Any verdict" has no room."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as its style does, the words shortened to the room there is for them."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        metrics, chosen = self.fontMetrics(), option.currentText
        option.currentText = metrics.elidedText(chosen, Qt.TextElideMode.ElideRight, room.width())
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
