"""tuning_panel → session.set_tuning → retune → regions, table, counts; one drag is one undo step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QTableView

from tests.walks.program import Program, changed_columns

pytestmark = pytest.mark.walk


def shown_rows(program: Program) -> int:
    shown = program.session.shown
    assert shown is not None
    assert program.part(QTableView, "detectionTable").model().rowCount() == len(shown)
    return len(shown)


def test_a_drag_repaints_at_every_step_and_is_one_undo_step(start: Callable[..., Program]) -> None:
    program = start()
    program.until_detected()
    program.until_drawn()
    session, slider = program.session, program.part(QSlider, "thresholdSlider")
    before_rows, before_rules = shown_rows(program), session.rules
    before_picture = program.timeline_picture()
    told: list[int] = []
    session.detections_changed.connect(lambda file: told.append(shown_rows(program)))

    _press_at(slider, 0.5)
    for part in (0.6, 0.7, 0.8, 0.9, 0.97):
        QTest.mouseMove(slider, _place(slider, part))
    assert len(told) >= 5, "rows and regions follow while the mouse is still down"
    assert session.undo_stack.count() == 0
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=_place(slider, 0.97))
    assert session.rules.config.threshold > 0.9
    assert shown_rows(program) < before_rows
    assert session.undo_stack.count() == 1
    assert changed_columns(before_picture, program.timeline_picture())

    program.window.actions_table["undo"].trigger()
    assert session.rules == before_rules
    assert shown_rows(program) == before_rows
    assert not changed_columns(before_picture, program.timeline_picture())


def test_the_tuning_of_a_job_is_there_after_a_restart(start: Callable[..., Program]) -> None:
    program = start()
    program.until_detected()
    slider = program.part(QSlider, "mergeWindowSlider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    QTest.keyRelease(slider, Qt.Key.Key_End)
    assert program.session.rules.config.merge_window_ms == 5000
    rows, rules = shown_rows(program), program.session.rules
    program.close()
    again = start()
    assert again.session.rules == rules
    again.until_detected()
    assert shown_rows(again) == rows


def _press_at(slider: QSlider, part: float) -> None:
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=_place(slider, part))


def _place(slider: QSlider, part: float) -> QPoint:
    return QPoint(round(slider.width() * part), slider.height() // 2)
