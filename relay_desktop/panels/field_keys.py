"""Keys that belong to the widget that has the keyboard, though a command of the window has them too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

_BUTTONS: Final = (QAbstractButton, QComboBox)
_FIELDS: Final = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
# A property of lists in which Enter opens the chosen row.
TAKES_ENTER: Final = "takesEnter"
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_key_of_focus(event: QEvent) -> bool:
    """Whether an override event is about Space on a button, or Enter on a button or in a field."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or event.modifiers():
        return False
    focus = QApplication.focusWidget()
    if event.key() == Qt.Key.Key_Space:
        return isinstance(focus, _BUTTONS)
    if event.key() not in _ENTER or focus is None:
        return False
    return isinstance(focus, (*_BUTTONS, *_FIELDS)) or bool(focus.property(TAKES_ENTER))
