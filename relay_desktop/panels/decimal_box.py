"""A field for a number with decimals that takes both signs: the comma of the language and the point of tools."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox


class DecimalBox(QDoubleSpinBox):
    """Shows the sign of the language; "0.5" and "0,5" typed or pasted are the same."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """What is typed, with the sign of the language in it."""
        return super().validate(self._in_language(text), at)

    def valueFromText(self, text: str) -> float:
        """The number of what is typed."""
        return super().valueFromText(self._in_language(text))

    def _in_language(self, text: str) -> str:
        sign = self.locale().decimalPoint()
        return text.replace("," if sign == "." else ".", sign)
