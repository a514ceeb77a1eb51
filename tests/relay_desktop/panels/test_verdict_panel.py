"""Judging in the window: buttons, fields and the table say the same, and it is on disk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inference.tuning_config import TuningConfig
from relay_desktop.actions import Actions
from relay_desktop.commands import COMMANDS
from relay_desktop.look import Look
from relay_desktop.panels.detection_model import NOTE, VERDICT
from relay_desktop.panels.detection_table import DetectionTable
from relay_desktop.panels.verdict_panel import REASONS, SEVERITIES, VerdictPanel
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdicts import Verdict

JUDGING = tuple(command for command in COMMANDS if command.id.startswith("judge_"))
APART = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)


class Room(QWidget):
    """What the commands of judging need of a window."""

    def __init__(self, session: ReviewSession, library: Library, look: Look) -> None:
        super().__init__()
        self.session = session
        self.review = Review(session, library.verdicts, self)
        self.panel = VerdictPanel(session, self.review, Actions(self, {}, look, JUDGING), look)
        self.table = DetectionTable(session, self.review, look)


@pytest.fixture
def room(qtbot: QtBot, session: ReviewSession, library: Library, look: Look) -> Room:
    room = Room(session, library, look)
    for widget in (room, room.panel, room.table):
        qtbot.addWidget(widget)
        widget.show()
    session.set_tuning(APART)
    return room


def press(room: Room, verdict: Verdict) -> None:
    QTest.mouseClick(room.panel.buttons[verdict], Qt.MouseButton.LeftButton)


def test_nothing_can_be_judged_without_a_selection(room: Room) -> None:
    assert not any(button.isEnabled() for button in room.panel.buttons.values())
    assert room.panel.heading.remark == "0 of 8 reviewed"


def test_a_press_judges_saves_shows_and_goes_on(room: Room, library: Library) -> None:
    room.session.select_row(0)
    assert room.panel.state.text() == "Not reviewed yet."
    press(room, Verdict.ARTIFACT)
    assert room.session.selected_row == 1
    assert room.table.detections.cell(0, VERDICT) == "Artifact"
    assert room.table.detections.tone(0) == "success"
    assert room.panel.heading.remark == "1 of 8 reviewed"
    assert room.session.current is not None
    assert [s.verdict for s in library.verdicts.of_file("job-1", room.session.current.key)] == [
        Verdict.ARTIFACT
    ]
    room.session.select_row(0)
    assert room.panel.buttons[Verdict.ARTIFACT].isChecked()
    assert "by " in room.panel.state.text()


def test_severity_reason_and_note_are_saved_as_they_are_given(room: Room) -> None:
    room.panel.advance.setChecked(False)
    room.session.select_row(3)
    assert not room.panel.note.isEnabled()
    press(room, Verdict.NOT_AN_ARTIFACT)
    room.panel.severity.activated.emit(SEVERITIES.index("blocker"))
    room.panel.reason.activated.emit(REASONS.index("creative intent"))
    room.panel.note.setFocus()
    QTest.keyClicks(room.panel.note, "meant so")
    QTest.keyClick(room.panel.note, Qt.Key.Key_Return)
    assert room.session.current is not None
    span = room.review.deciding_span(room.session.current, 3)
    assert span is not None
    assert (span.severity, span.reason, span.note) == ("blocker", "creative intent", "meant so")
    assert room.table.detections.cell(3, NOTE) == "meant so"
    room.session.select_row(4)
    assert room.panel.note.text() == ""
    room.session.select_row(3)
    assert room.panel.note.text() == "meant so"
    assert room.panel.severity.currentText() == "Blocker"


def test_joined_rows_say_mixed_and_in_part(room: Room) -> None:
    room.panel.advance.setChecked(False)
    room.session.select_row(0)
    press(room, Verdict.ARTIFACT)
    room.session.set_tuning(TuningConfig(threshold=0.0, merge_window_ms=200, min_duration_ms=0))
    assert room.table.detections.cell(0, VERDICT) == "Artifact, in part"
    room.session.set_tuning(APART)
    room.session.select_row(1)
    press(room, Verdict.UNSURE)
    room.session.set_tuning(TuningConfig(threshold=0.0, merge_window_ms=200, min_duration_ms=0))
    assert room.table.detections.cell(0, VERDICT) == "Mixed, in part"
    room.session.select_row(0)
    assert "judged differently" in room.panel.state.text()


def test_undo_is_seen_in_table_and_panel(room: Room) -> None:
    room.session.select_row(2)
    press(room, Verdict.ARTIFACT)
    room.session.undo_stack.undo()
    assert room.table.detections.cell(2, VERDICT) == ""
    assert room.session.selected_row == 2
    assert not room.panel.buttons[Verdict.ARTIFACT].isChecked()


def test_sorting_by_verdict_follows_new_verdicts(room: Room) -> None:
    room.table.sortByColumn(VERDICT, Qt.SortOrder.DescendingOrder)
    room.panel.advance.setChecked(False)
    room.session.select_row(5)
    press(room, Verdict.UNSURE)
    assert room.table.detections.shown_row(0) == 5
