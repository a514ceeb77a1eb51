"""The tuning panel over a real session: what moves, what is counted, what belongs to one type."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from inference.tuning import TypeTuning
from inference.tuning_config import TuningConfig
from relay_desktop.look import LOOKS, Look
from relay_desktop.panels.tuning_panel import DURATION_HELP, MERGE_HELP, THRESHOLD_HELP, TuningPanel
from relay_desktop.panels.types_table import ValuesLabel
from relay_desktop.session.review_session import ReviewSession
from tests.relay_desktop.panels.desks import CARD, raw_table


@pytest.fixture
def panel(qtbot: QtBot, session: ReviewSession, look: Look) -> TuningPanel:
    panel = TuningPanel(session, look)
    panel.resize(300, 640)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def values(panel: TuningPanel) -> tuple[float, ...]:
    return tuple(row.slider.shown_value for row in panel.rows.values())


def control(panel: TuningPanel, name: str, what: str) -> QToolButton | QPushButton:
    found = panel.types_table.controls_of(name)[what]
    assert isinstance(found, (QToolButton, QPushButton))
    return found


def test_ranges_and_defaults_are_those_of_the_api(panel: TuningPanel) -> None:
    assert values(panel) == (0.5, 200, 50)
    limits = [(row.box.minimum(), row.box.maximum()) for row in panel.rows.values()]
    assert limits == [(0.0, 1.0), (0, 5000), (0, 1000)]
    names = [row.slider.objectName() for row in panel.rows.values()]
    assert names == ["thresholdSlider", "mergeWindowSlider", "minDurationSlider"]
    assert all(row.slider.accessibleName() and row.box.accessibleName() for row in panel.rows.values())


def test_the_lines_say_how_many_each_rule_hides(panel: TuningPanel, session: ReviewSession) -> None:
    """Of 8: two below 0.5, the burst of 30 ms too short, three clicks joined to one."""
    assert panel.shown_line.text() == "3 of 8 shown · 2 joined to others"
    assert panel.hidden_line.text() == "hidden: 2 by threshold, 1 by minimum duration"
    session.set_tuning(TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0))
    assert panel.shown_line.text() == "8 of 8 shown"
    assert panel.hidden_line.text() == "hidden: 0 by threshold, 0 by minimum duration"


def test_a_drag_retunes_at_every_tick_and_is_one_undo_step(
    panel: TuningPanel, session: ReviewSession
) -> None:
    slider = panel.rows["threshold"].slider
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    first = session.rules.config.threshold
    assert first < 0.3
    assert panel.shown_line.text() == "5 of 8 shown · 2 joined to others"
    QTest.mouseMove(slider, QPoint(slider.width() - 4, 8))
    assert session.rules.config.threshold > 0.95
    assert panel.shown_line.text() == "0 of 8 shown"
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 4, 8))
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert values(panel) == (0.5, 200, 50)
    assert panel.shown_line.text() == "3 of 8 shown · 2 joined to others"


def test_the_line_of_the_histogram_is_the_threshold(panel: TuningPanel, session: ReviewSession) -> None:
    histogram = panel.histogram
    assert int(histogram.counts.sum()) == 8
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=QPoint(histogram.width() // 2, 20))
    assert session.rules.config.threshold == pytest.approx(0.5, abs=0.02)
    QTest.mouseMove(histogram, QPoint(histogram.width() - 15, 20))
    assert session.rules.config.threshold > 0.98
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=QPoint(histogram.width() - 15, 20))
    assert panel.rows["threshold"].slider.shown_value == session.rules.config.threshold
    assert session.undo_stack.count() == 1


def test_the_histogram_says_what_a_bin_holds_and_what_the_job_left_out(panel: TuningPanel) -> None:
    place = 14 + 0.91 * (panel.histogram.width() - 28)
    assert panel.histogram.words_at(place).startswith("1 raw detection with confidence 0.90 to 0.92")
    assert "nothing below 0.05" in panel.histogram.words_at(15)


def test_double_click_resets_one_value_and_the_button_all(panel: TuningPanel, session: ReviewSession) -> None:
    session.set_tuning(TuningConfig(threshold=0.9, merge_window_ms=10, min_duration_ms=5))
    assert panel.reset_button.isEnabled()
    QTest.mouseDClick(panel.rows["threshold"].slider, Qt.MouseButton.LeftButton, pos=QPoint(5, 8))
    assert session.rules.config == TuningConfig(threshold=0.5, merge_window_ms=10, min_duration_ms=5)
    QTest.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert session.rules == session.default_rules
    assert not panel.reset_button.isEnabled()


def test_a_type_alone_is_tuned_without_the_others(panel: TuningPanel, session: ReviewSession) -> None:
    QTest.mouseClick(control(panel, "glitch", "name"), Qt.MouseButton.LeftButton)
    assert panel.scope == "glitch"
    assert int(panel.histogram.counts.sum()) == 3
    panel.rows["threshold"].box.setValue(0.3)
    assert session.rules.by_type["glitch"] == TypeTuning(threshold=0.3)
    assert session.rules.config.threshold == 0.5
    assert panel.rows["threshold"].own_mark.isVisibleTo(panel)
    assert not panel.rows["merge_window_ms"].own_mark.isVisibleTo(panel)
    assert control(panel, "glitch", "name").isChecked()
    own = panel.types_table.controls_of("glitch")["own"]
    assert isinstance(own, ValuesLabel)
    assert (own.text(), own.own_parts) == ("0.30 · 200 · 50", ("0.30",))
    assert "threshold 0.3" in own.accessibleName()
    QTest.mouseClick(panel.rows["threshold"].own_mark, Qt.MouseButton.LeftButton)
    assert "glitch" not in session.rules.by_type
    QTest.mouseClick(control(panel, "glitch", "name"), Qt.MouseButton.LeftButton)
    assert panel.scope is None


def test_own_values_of_the_model_are_marked_and_come_back_by_reset(
    panel: TuningPanel, session: ReviewSession
) -> None:
    panel.set_scope("click")
    assert values(panel) == (0.5, 200, 0)
    assert panel.rows["min_duration_ms"].own_mark.isVisibleTo(panel)
    panel.rows["min_duration_ms"].box.setValue(40)
    QTest.mouseDClick(panel.rows["min_duration_ms"].slider, Qt.MouseButton.LeftButton, pos=QPoint(5, 8))
    assert session.rules.by_type["click"] == TypeTuning(min_duration_ms=0)


def test_the_scope_box_offers_every_type(panel: TuningPanel) -> None:
    box = panel.scope_box
    assert [box.itemText(i) for i in range(box.count())] == [
        "of all types", "of click alone", "of glitch alone", "of noise burst alone",
    ]  # fmt: skip
    box.setCurrentIndex(3)
    box.activated.emit(3)
    assert panel.scope == "noise_burst"


def test_eye_and_solo(panel: TuningPanel, session: ReviewSession) -> None:
    QTest.mouseClick(control(panel, "click", "eye"), Qt.MouseButton.LeftButton)
    assert session.hidden_types == {"click"}
    assert panel.shown_line.text() == "2 of 8 shown · 2 joined to others · 1 in hidden types"
    assert control(panel, "click", "eye").accessibleName() == "Show click"
    QTest.mouseClick(control(panel, "click", "solo"), Qt.MouseButton.LeftButton)
    assert session.hidden_types == {"glitch", "noise_burst"}
    assert control(panel, "click", "solo").isChecked()
    QTest.mouseClick(control(panel, "click", "solo"), Qt.MouseButton.LeftButton)
    assert session.hidden_types == frozenset()


def test_types_that_a_file_brings_get_a_row(panel: TuningPanel, session: ReviewSession) -> None:
    assert session.current is not None
    session.set_raw(session.current, raw_table((("mouth noise", 10, 90, 0.8), ("click", 200, 202, 0.7))))
    assert panel.types_table.types == ("click", "glitch", "noise_burst", "mouth noise")
    counted = panel.types_table.controls_of("mouth noise")["count"]
    assert counted.accessibleName() == "mouth noise: 1 shown"


def test_a_new_desk_starts_with_all_types(panel: TuningPanel, session: ReviewSession) -> None:
    panel.set_scope("click")
    session.new_desk()
    assert panel.scope is None
    assert panel.shown_line.text() == "No detections yet"
    assert not np.any(panel.histogram.counts)


def test_tooltips_own_up_to_what_is_not_true(panel: TuningPanel) -> None:
    """Raising the threshold or the merge window can show more; the minimum duration cannot."""
    assert "the number can rise" in THRESHOLD_HELP
    assert "the number can rise" in MERGE_HELP
    assert "never shows more" in DURATION_HELP
    assert panel.rows["threshold"].slider.toolTip().startswith(THRESHOLD_HELP)
    panel.set_model(CARD)
    assert control(panel, "click", "name").toolTip().startswith("One to some hundred samples.")


def test_the_panel_is_painted_in_the_look_it_is_given(panel: TuningPanel) -> None:
    panel.set_look(LOOKS["light"])
    image = panel.histogram.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 3)
    }
    assert LOOKS["light"].accent.name() in colours
    assert LOOKS["dark"].accent.name() not in colours
