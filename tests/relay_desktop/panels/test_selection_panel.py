"""The facts on the selected detection."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inference.tuning_config import TuningConfig
from relay_desktop.actions import Actions
from relay_desktop.commands import Command
from relay_desktop.look import Look
from relay_desktop.panels.selection_panel import SelectionPanel
from relay_desktop.session.review_session import ReviewSession

COMMANDS = (
    Command("play_detection", "Play the selected detection", ("Shift+Space",), "repaint", "Play", "Play it."),
    Command("zoom_to_selection", "Zoom to the selected detection", ("Z",), "repaint", "View", "Zoom to it."),
)


@pytest.fixture
def panel(qtbot: QtBot, session: ReviewSession, look: Look) -> SelectionPanel:
    window = QWidget()
    qtbot.addWidget(window)
    panel = SelectionPanel(session, Actions(window, {}, look, COMMANDS), look)
    panel.window_of_actions = window  # type: ignore[attr-defined]
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_nothing_selected_says_how_to_select(panel: SelectionPanel) -> None:
    assert panel.facts.text() == "Nothing selected. N and P go through the detections."
    assert not panel.sure.isVisible()


def test_one_detection_with_its_facts_and_members(panel: SelectionPanel, session: ReviewSession) -> None:
    session.select_row(0)
    assert panel.heading.remark == "1 of 3"
    assert (panel.what.text(), panel.sure.text()) == ("click", "0.90")
    assert panel.span.text() == "00:00:01.000 – 00:00:01.252"
    assert panel.facts.text() == "252 ms · shown from threshold 0.5"
    assert panel.members.text().splitlines() == [
        "Joined from 3 raw detections:",
        "00:00:01.000, 2 ms, 0.90", "00:00:01.100, 3 ms, 0.70", "00:00:01.250, 2 ms, 0.60",
    ]  # fmt: skip


def test_it_follows_a_retuning(panel: SelectionPanel, session: ReviewSession) -> None:
    session.select_row(0)
    session.set_tuning(TuningConfig(threshold=0.5, merge_window_ms=0, min_duration_ms=0))
    assert panel.facts.text().startswith("3 ms" if panel.span.text().startswith("00:00:01.1") else "2 ms")
    assert not panel.members.isVisible()


def test_several_detections_are_summed_up(panel: SelectionPanel, session: ReviewSession) -> None:
    session.select_rows([0, 1, 2])
    assert panel.what.text() == "3 detections"
    assert panel.sure.text() == "0.55 – 0.95"
    assert panel.span.text() == "00:00:01.000 – 00:00:06.100"
    assert panel.facts.text() == "1 click, 2 glitch"


def test_hidden_types_are_not_counted(panel: SelectionPanel, session: ReviewSession) -> None:
    session.select_row(2)
    session.set_type_visible("click", False)
    assert panel.heading.remark == "2 of 2"
