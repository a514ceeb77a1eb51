"""The card of a model as a person reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from inference.engine.model_folder import read_model
from relay_desktop.look import LOOKS
from relay_desktop.panels.model_card_dialog import ModelCardDialog

SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "models" / "relay-artifacts-1"


@pytest.mark.parametrize("width", [100, 760])
def test_no_figure_of_the_card_is_cut_off_however_narrow(qtbot: QtBot, width: int) -> None:
    dialog = ModelCardDialog(read_model(SHIPPED).card, LOOKS["dark"])
    qtbot.addWidget(dialog)
    dialog.resize(width, 400)
    dialog.show()
    scroll = dialog.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.horizontalScrollBar().maximum() == 0
