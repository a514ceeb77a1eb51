"""One tuning value: slider, spin box, keys, wheel, reset; what is a step of its own and what is a drag."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from relay_desktop.panels.scales import POSITIONS, ConfidenceScale, MillisecondScale
from relay_desktop.panels.value_row import ConfidenceBox, ValueRow

Heard = list[tuple[float, bool]]


@pytest.mark.parametrize("maximum", [1000, 5000])
def test_every_millisecond_position_is_in_range_and_none_goes_back(maximum: int) -> None:
    scale = MillisecondScale(maximum)
    values = [scale.value(position) for position in range(POSITIONS + 1)]
    assert values[0] == 0
    assert values[-1] == maximum
    assert values == sorted(values)
    assert all(value == int(value) for value in values)


def test_the_low_end_of_a_millisecond_slider_is_fine() -> None:
    """A quarter of the way holds the first few per cent; neighbours below 20 ms differ by at most 1 ms."""
    scale = MillisecondScale(5000)
    assert scale.value(POSITIONS // 4) <= 200
    low = [value for value in (scale.value(p) for p in range(POSITIONS)) if value <= 20]
    assert set(low) == set(range(21))
    assert scale.value(scale.position(200)) == 200


def test_keys_step_one_millisecond_where_it_matters_and_coarser_above() -> None:
    scale = MillisecondScale(1000)
    assert scale.stepped(0, 1) == 1
    assert scale.stepped(1, -1) == 0
    assert scale.stepped(0, -1) == 0
    assert scale.stepped(20, 1) == 25
    assert scale.stepped(25, -1) == 20
    assert scale.stepped(20, -1) == 19
    assert scale.stepped(1000, 1) == 1000
    assert ConfidenceScale().stepped(0.995, 1) == 1.0


def test_confidence_box_shows_a_third_figure_only_where_there_is_one(qapp: QApplication) -> None:
    box = ConfidenceBox()
    assert [box.textFromValue(value) for value in (0.5, 0.437, 1.0)] == ["0.50", "0.437", "1.00"]


@pytest.fixture
def row(qtbot: QtBot) -> ValueRow:
    row = ValueRow(
        "Threshold", ConfidenceScale(), is_ms=False, object_name="thresholdSlider", help="What it does"
    )
    row.setFixedSize(300, 60)
    qtbot.addWidget(row)
    row.show()
    row.show_value(0.5, is_own=False)
    return row


def hear(row: ValueRow) -> Heard:
    heard: Heard = []
    row.changed.connect(lambda value, is_final: heard.append((value, is_final)))
    return heard


def test_a_drag_tells_every_value_and_is_final_once(row: ValueRow) -> None:
    heard, slider = hear(row), row.slider
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(200, middle))
    QTest.mouseMove(slider, QPoint(220, middle))
    QTest.mouseMove(slider, QPoint(240, middle))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(240, middle))
    assert [is_final for _, is_final in heard] == [False, False, False, True]
    assert 0.5 < heard[0][0] < heard[1][0] < heard[2][0] == heard[3][0]
    assert row.box.value() == heard[-1][0]


def test_a_click_on_the_groove_goes_there(row: ValueRow) -> None:
    heard, slider = hear(row), row.slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 1, slider.height() // 2))
    assert heard[-1] == (1.0, True)


def test_a_held_key_is_one_step(row: ValueRow) -> None:
    heard, slider = hear(row), row.slider
    QTest.keyPress(slider, Qt.Key.Key_Right)
    QTest.keyPress(slider, Qt.Key.Key_Right)
    QTest.keyRelease(slider, Qt.Key.Key_Right)
    assert heard == [(0.51, False), (0.52, False), (0.52, True)]
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert heard[-1] == (0.0, True)


def test_leaving_the_slider_ends_what_was_begun(row: ValueRow) -> None:
    heard = hear(row)
    row.slider.setFocus()
    QTest.keyPress(row.slider, Qt.Key.Key_Left)
    row.slider.clearFocus()
    QApplication.processEvents()
    assert heard == [(0.49, False), (0.49, True)]


def wheel(row: ValueRow, steps: int) -> bool:
    place, nothing = QPointF(20, 8), Qt.MouseButton.NoButton
    event = QWheelEvent(
        place, row.slider.mapToGlobal(place), QPoint(), QPoint(0, steps * 120), nothing,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(row.slider, event)
    return event.isAccepted()


def test_the_wheel_turns_only_the_slider_that_has_the_keyboard(row: ValueRow, qtbot: QtBot) -> None:
    heard = hear(row)
    row.box.setFocus()
    QApplication.processEvents()
    wheel(row, 1)
    assert heard == []
    row.slider.setFocus()
    QApplication.processEvents()
    with qtbot.waitSignal(row.changed, check_params_cb=lambda value, is_final: is_final):
        assert wheel(row, 2)
    assert heard == [(0.52, False), (0.52, True)]


def test_double_click_on_slider_and_on_name_asks_for_the_default(row: ValueRow, qtbot: QtBot) -> None:
    for widget in (row.slider, row.label):
        with qtbot.waitSignal(row.reset_requested):
            QTest.mouseDClick(widget, Qt.MouseButton.LeftButton)


def test_the_box_sets_the_exact_value(row: ValueRow) -> None:
    heard = hear(row)
    row.box.setFocus()
    row.box.selectAll()
    QTest.keyClicks(row.box, "0.437")
    QTest.keyClick(row.box, Qt.Key.Key_Return)
    assert heard == [(0.437, True)]
    assert row.slider.shown_value == 0.437


def test_showing_a_value_tells_nobody(row: ValueRow) -> None:
    heard = hear(row)
    row.show_value(0.31, is_own=True)
    assert heard == []
    assert (row.slider.shown_value, row.box.value()) == (0.31, 0.31)
    assert row.own_mark.isVisibleTo(row)


def test_milliseconds_have_a_box_with_their_unit_and_range(qtbot: QtBot) -> None:
    row = ValueRow(
        "Merge window", MillisecondScale(5000), is_ms=True, object_name="mergeWindowSlider", help="x"
    )
    qtbot.addWidget(row)
    row.show_value(200, is_own=False)
    assert isinstance(row.box, QSpinBox)
    assert (row.box.text(), row.box.minimum(), row.box.maximum()) == ("200 ms", 0, 5000)


def test_the_words_of_the_box_have_room(row: ValueRow) -> None:
    """A style sheet once left one pixel for them."""
    edit = row.box.lineEdit()
    assert edit.width() >= edit.fontMetrics().horizontalAdvance("0.437")
