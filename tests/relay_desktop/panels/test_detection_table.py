"""The table: what it shows, how it sorts, and that its selection is the session's."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable as Detections
from inference.tuning_config import TuningConfig
from relay_desktop.look import Look, type_colour
from relay_desktop.panels.detection_model import (
    CONFIDENCE,
    DURATION,
    HEADERS,
    JOINED,
    NOTE,
    START,
    TYPE,
    VERDICT,
)
from relay_desktop.panels.detection_table import DetectionTable
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from tests.relay_desktop.panels.desks import desk, many

EVERYTHING = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)
_Flag = QItemSelectionModel.SelectionFlag


def shown_table(qtbot: QtBot, session: ReviewSession, look: Look, library: Library) -> DetectionTable:
    table = DetectionTable(session, Review(session, library.verdicts, session), look)
    table.resize(760, 260)
    qtbot.addWidget(table)
    table.show()
    qtbot.waitExposed(table)
    return table


@pytest.fixture
def table(qtbot: QtBot, session: ReviewSession, look: Look, library: Library) -> DetectionTable:
    return shown_table(qtbot, session, look, library)


def column(table: DetectionTable, number: int) -> list[str]:
    return [table.detections.cell(row, number) for row in range(table.detections.rowCount())]


def test_rows_are_what_the_rules_show(table: DetectionTable) -> None:
    assert [table.detections.cell(0, i) for i in range(len(HEADERS))] == [
        "1", "00:00:01.000", "00:00:01.252", "252 ms", "click", "0.90", "3", "", "",
    ]  # fmt: skip
    assert column(table, TYPE) == ["click", "glitch", "glitch"]


def test_rows_follow_the_sliders_and_the_eyes(table: DetectionTable, session: ReviewSession) -> None:
    session.set_tuning(EVERYTHING)
    assert table.detections.rowCount() == 8
    assert column(table, JOINED) == [""] * 8
    session.set_type_visible("click", False)
    assert column(table, TYPE) == ["glitch", "noise burst", "glitch", "noise burst", "glitch"]
    assert column(table, 0) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("by", range(len(HEADERS)))
def test_every_column_sorts_both_ways(
    qtbot: QtBot, qapp: object, look: Look, library: Library, by: int, descending: bool
) -> None:
    session = desk((many(200),))
    session.set_tuning(EVERYTHING)
    table = shown_table(qtbot, session, look, library)
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    table.sortByColumn(by, order)
    rows, shown = table.detections.shown_rows, session.shown
    assert shown is not None
    assert sorted(rows.tolist()) == list(range(200))
    keys = {
        START: shown.start_ms,
        2: shown.end_ms,
        DURATION: shown.duration_ms(),
        TYPE: shown.type_ranks[shown.type_codes],
        CONFIDENCE: shown.confidence,
        JOINED: np.ones(200),
        VERDICT: np.zeros(200),
        NOTE: np.zeros(200),
    }.get(by, np.arange(200))[rows]
    assert np.all(np.diff(keys) <= 0 if descending else np.diff(keys) >= 0)
    if by in {TYPE, JOINED, VERDICT, NOTE}:
        assert all(b > a for a, b, same in zip(rows, rows[1:], keys[1:] == keys[:-1], strict=False) if same)


def test_a_click_selects_in_the_session_whatever_the_order(
    table: DetectionTable, session: ReviewSession
) -> None:
    table.sortByColumn(CONFIDENCE, Qt.SortOrder.AscendingOrder)
    place = table.visualRect(table.model().index(0, START)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.shown is not None
    assert session.selected_row == int(np.argmin(session.shown.confidence))


def test_the_sessions_selection_is_shown_and_scrolled_to(
    qtbot: QtBot, qapp: object, look: Look, library: Library
) -> None:
    session = desk((many(500),))
    session.set_tuning(EVERYTHING)
    table = shown_table(qtbot, session, look, library)
    session.select_row(400)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [400]
    assert table.rowAt(0) <= 400 <= table.rowAt(table.viewport().height() - 1)
    table.sortByColumn(CONFIDENCE, Qt.SortOrder.DescendingOrder)
    assert [table.detections.shown_row(i.row()) for i in table.selectionModel().selectedRows()] == [400]
    assert session.selected_rows == (400,)


def test_selection_survives_retuning_because_the_sound_is_the_same(
    table: DetectionTable, session: ReviewSession
) -> None:
    session.select_row(1)
    session.set_tuning(EVERYTHING)
    assert session.shown is not None
    row = session.selected_row
    assert row is not None
    assert int(session.shown.start_ms[row]) == 2000
    assert [index.row() for index in table.selectionModel().selectedRows()] == [row]


def test_many_rows_selected_the_one_with_the_keyboard_leads(
    table: DetectionTable, session: ReviewSession
) -> None:
    session.set_tuning(EVERYTHING)
    table.setFocus()
    table.setCurrentIndex(table.model().index(5, 0))
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert set(session.selected_rows) == {3, 4, 5}
    assert session.selected_row == 3


def test_copying_gives_a_table_with_headers(table: DetectionTable, session: ReviewSession) -> None:
    session.select_rows([2, 0])
    table.copy_selected()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == list(HEADERS)
    assert [line.split("\t")[1] for line in lines[1:]] == ["00:00:01.000", "00:00:06.000"]


def test_a_double_click_asks_to_go_there(table: DetectionTable, qtbot: QtBot) -> None:
    place = table.visualRect(table.model().index(1, START)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.activated_row) as heard:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [1]


def test_marks_are_painted_in_the_colours_of_the_types(table: DetectionTable, look: Look) -> None:
    image = table.viewport().grab().toImage()
    for row, name in enumerate(["click", "glitch"]):
        box = table.visualRect(table.model().index(row, TYPE))
        wanted = type_colour(name, look).name()
        near = [
            image.pixelColor(QPoint(x, y)).name()
            for x in range(box.left(), box.left() + 24) for y in range(box.top(), box.bottom())
        ]  # fmt: skip
        assert wanted in near, name


def test_an_empty_table_says_why_and_what_to_do(table: DetectionTable, session: ReviewSession) -> None:
    session.set_tuning(TuningConfig(threshold=1.0, merge_window_ms=0, min_duration_ms=0))
    assert "8 are below the threshold" in table.empty_words()
    session.reset_tuning()
    assert table.empty_words() == ""
    session.set_hidden_types(["click", "glitch", "noise_burst"])
    assert "hidden types" in table.empty_words()
    file = session.current
    assert file is not None
    session.set_raw(file, Detections.empty(("click",)))
    assert table.empty_words() == "The model heard no artifacts in this file."


@pytest.mark.parametrize(
    ("status", "problem", "service", "words"),
    [
        ("waiting", None, "", "Run detection"),
        ("queued", None, "", "waits for its turn"),
        ("queued", None, "The engine is starting.", "The engine is starting."),
        ("processing", None, "", "is listening"),
        ("cancelled", None, "", "was cancelled"),
        ("failed", "This is no audio file.", "", "This is no audio file."),
    ],
)
def test_a_file_without_detections_says_what_is_going_on(
    qtbot: QtBot,
    qapp: object,
    look: Look,
    library: Library,
    status: str,
    problem: str | None,
    service: str,
    words: str,
) -> None:
    session = desk((None,))
    table = shown_table(qtbot, session, look, library)
    table.set_service_words(service)
    assert session.current is not None
    session.update_file(session.current, status=status, problem=problem)
    assert words in table.empty_words()
    session.open_file(None)
    assert table.empty_words() == "Open a file to see its detections."


def test_a_screen_reader_hears_the_column_with_the_words(table: DetectionTable) -> None:
    index = table.model().index(0, CONFIDENCE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Confidence: 0.90"


def test_the_whole_of_100_000_rows_can_be_selected(
    qtbot: QtBot, qapp: object, look: Look, library: Library
) -> None:
    session = desk((many(100_000),))
    session.set_tuning(EVERYTHING)
    table = shown_table(qtbot, session, look, library)
    table.selectAll()
    assert len(session.selected_rows) == 100_000
