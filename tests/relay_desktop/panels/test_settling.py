"""What was never shown asks for the room that it needs in its style."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from relay_desktop.session.library import Library
from relay_desktop.settings import Settings
from tests.relay_desktop.test_main_window import make_window


@pytest.mark.parametrize("percent", [100, 150])
def test_a_window_dressed_when_it_is_built_is_as_one_built_of_dressed_parts(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, percent: int
) -> None:
    """Its sides are measured before anything was shown, pages that stay hidden too."""
    Settings(tmp_path / "settings.ini").font_percent = percent
    library = Library(tmp_path / "library.sqlite")
    least: list[list[int]] = []
    for style_before in ("", None):  # none at first; then that of the first window
        if style_before is not None:
            qapp.setStyleSheet(style_before)
        window = make_window(tmp_path, library)
        qtbot.addWidget(window)
        pages = (window.tuning_panel, window.evidence_panel, window.queue_panel)
        sides = [window.left_side.minimumWidth(), window.right_side.minimumWidth()]
        least.append([*sides, *(page.minimumSizeHint().width() for page in pages)])
        window.transport.close()
    window.appearance.set_font_percent(100)
    library.close()
    assert least[0] == least[1]
