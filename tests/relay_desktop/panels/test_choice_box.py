"""A narrow box of choices shortens its words; a wide one looks like any other."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from relay_desktop.look import LOOKS, palette, style_sheet
from relay_desktop.panels.choice_box import ChoiceBox


def _painted(qtbot: QtBot, box: QComboBox, words: str, width: int, *, enabled: bool = True) -> QImage:
    qtbot.addWidget(box)
    box.setEnabled(enabled)
    box.addItem(words)
    box.resize(width, 26)
    return box.grab().toImage()


@pytest.mark.parametrize("look", ["plain", *LOOKS])
@pytest.mark.parametrize("enabled", [True, False])
def test_words_that_fit_are_painted_as_in_any_box(qtbot: QtBot, look: str, enabled: bool) -> None:
    one, other = ChoiceBox(), QComboBox()
    for box in (one, other):
        if look != "plain":
            box.setPalette(palette(LOOKS[look]))
            box.setStyleSheet(style_sheet(LOOKS[look]))
    mine, its = (_painted(qtbot, box, "Any verdict", 200, enabled=enabled) for box in (one, other))
    assert mine == its


@pytest.mark.parametrize("width", [70, 90])
def test_words_that_do_not_fit_end_in_dots(qtbot: QtBot, width: int) -> None:
    narrow = _painted(qtbot, ChoiceBox(), "Mixed or in part, and many more words", width)
    assert narrow != _painted(qtbot, QComboBox(), "Mixed or in part, and many more words", width)
    shortened = {f"{'Mixed or in part, and many more words'[:n]}…" for n in range(1, 20)}
    assert any(narrow == _painted(qtbot, QComboBox(), words, width) for words in shortened)
