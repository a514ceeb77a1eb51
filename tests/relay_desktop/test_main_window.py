"""The whole window over a real session, real audio and real detections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning import TuningRules
from inference.tuning_config import TuningConfig
from relay_desktop.actions import find_verb
from relay_desktop.audio.clip import AudioClip
from relay_desktop.commands import COMMANDS
from relay_desktop.look import LOOKS, type_colour
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools
from relay_desktop.session.transport import Transport
from relay_desktop.settings import Settings
from tests.relay_desktop.panels.desks import CARD, TYPES, raw_table

SECONDS, RATE_HZ = 10, 8000
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
STABLE_NAMES = (
    "jobPanel", "fileList", "timeline", "overview", "detectionTable", "thresholdSlider", "mergeWindowSlider",
    "minDurationSlider", "playButton", "problemBar", "runButton",
)  # fmt: skip


@pytest.fixture
def audio(tmp_path: Path) -> Path:
    path = tmp_path / "ten seconds.wav"
    soundfile.write(path, np.random.default_rng(1).normal(0, 0.1, (SECONDS * RATE_HZ, 2)), RATE_HZ)
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, audio: Path) -> Iterator[MainWindow]:
    """A window with one file of ten seconds and eight raw detections."""
    library = Library(tmp_path / "library.sqlite")
    window = make_window(tmp_path, library)
    session = window.session
    qtbot.addWidget(window)
    window.resize(1280, 800)
    session.set_default_rules(TuningRules.from_card(CARD), TYPES)
    (file,) = session.add_files([audio])
    clip = AudioClip(audio)
    window.transport.set_clip(clip)
    window.show_clip(clip)
    session.set_raw(file, raw_table())
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    yield window
    window.transport.set_clip(None)
    window.show_clip(None)
    window.transport.close()
    clip.close()
    library.close()


def make_window(folder: Path, library: Library) -> MainWindow:
    """A window as the composition root makes it, with its settings in a folder of the test."""
    session = ReviewSession()
    review = Review(session, library.verdicts, session)
    tools = ReviewTools(session, review, library, session)
    settings = Settings(folder / "settings.ini")
    return MainWindow(session, review, Transport(), ProblemDesk(), settings, tools)


def child(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def _words(button: QAbstractButton) -> str:
    action = button.defaultAction() if isinstance(button, QToolButton) else None
    return action.iconText() if action is not None else button.text()


def controls(window: QWidget) -> list[QWidget]:
    """Everything a person can work with."""
    kinds = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QAbstractItemView, QComboBox, QLineEdit)
    parts_of_others = (QScrollBar, QHeaderView)
    found = [
        w for w in window.findChildren(QWidget) if isinstance(w, kinds) and not isinstance(w, parts_of_others)
    ]
    return [w for w in found if not w.objectName().startswith("qt_") and w.isVisibleTo(window)]


# -- names and keys ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", STABLE_NAMES)
def test_stable_names_are_there_once_and_named_for_a_screen_reader(window: MainWindow, name: str) -> None:
    assert len(window.findChildren(QWidget, name)) == 1
    assert child(window, name).accessibleName()


def test_every_control_has_a_name_for_a_screen_reader(window: MainWindow) -> None:
    nameless = []
    for control in controls(window):
        spoken = QAccessible.queryAccessibleInterface(control)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            nameless.append(f"{type(control).__name__} {control.objectName()} in {control.parent()}")
    assert nameless == []


def test_every_control_can_be_reached_by_the_keyboard(window: MainWindow) -> None:
    """Tab from the first control comes by all of them that can have the keyboard."""
    wanted = {w for w in controls(window) if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert {
        child(window, n) for n in ("runButton", "playButton", "thresholdSlider", "detectionTable")
    } <= wanted
    reached, current = set(), child(window, "runButton")
    for _ in range(400):
        current = current.nextInFocusChain()
        reached.add(current)
    assert wanted <= reached
    mute = [w.objectName() for w in controls(window) if w.focusPolicy() == Qt.FocusPolicy.NoFocus]
    assert [name for name in mute if name] == []


def test_every_verb_of_the_table_is_there(window: MainWindow) -> None:
    for item in COMMANDS:
        assert callable(find_verb(window, item.verb)), item.id


def test_f6_goes_round_the_parts(window: MainWindow) -> None:
    window.session.set_jobs([DeskJob("job-1", "m", "x")])
    child(window, "fileList").setFocus()
    seen = []
    for _ in range(5):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        seen.append(focused.objectName() if focused is not None else "")
    assert seen == ["timeline", "detectionTable", "thresholdSlider", "jobList", "fileList"]
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is child(window, "jobList")


def test_n_and_p_walk_through_detections_from_anywhere(window: MainWindow) -> None:
    for key, row in ((Qt.Key.Key_N, 0), (Qt.Key.Key_N, 1), (Qt.Key.Key_P, 0)):
        QTest.keyClick(QApplication.focusWidget(), key)
        assert window.session.selected_row == row
    picked = [index.row() for index in window.table.selectionModel().selectedRows()]
    assert picked == [0]
    assert window.timeline.picture.selected_row == 0
    assert window.selection_panel.what.text() == "click"


def test_space_presses_the_button_that_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    """And does not play then."""
    button = child(window, "runButton")
    button.setFocus()
    with qtbot.waitSignal(window.run_requested):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert not window.transport.is_playing


def test_enter_plays_the_selected_detection_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    """Selected, heard and marked on the timeline are the same stretch; in a field Enter ends the field."""
    window.hearing.sound.choose_silence()
    window.session.select_row(1)
    box = window.tuning_panel.rows["threshold"].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not window.transport.is_playing
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_Return)
    shown = window.session.shown
    assert shown is not None
    start, end = int(shown.start_ms[1]) / 1000, int(shown.end_ms[1]) / 1000
    heard = (max(0.0, start - 0.5), min(float(SECONDS), end + 0.5))
    assert window.transport.heard_s == window.timeline.picture.heard_s == pytest.approx(heard)
    qtbot.waitUntil(lambda: window.transport.position_s > heard[0])
    QTest.keyClick(window.table, Qt.Key.Key_MediaStop)
    assert not window.transport.is_playing
    assert window.timeline.picture.heard_s is None


def test_letters_typed_into_a_field_are_letters(window: MainWindow) -> None:
    box = window.tuning_panel.rows["threshold"].box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "0.9")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.session.rules.config.threshold == 0.9
    assert window.session.selected_row is None


def test_zoom_by_key_and_by_the_selection(window: MainWindow) -> None:
    window.timeline.setFocus()
    QTest.keyClick(window.timeline, Qt.Key.Key_Plus)
    start, stop = window.timeline.view_range_s()
    assert stop - start == pytest.approx(SECONDS / 2, rel=0.05)
    window.session.select_row(1)
    QTest.keyClick(window.timeline, Qt.Key.Key_Z)
    start, stop = window.timeline.view_range_s()
    assert 1.0 < start < 2.0
    assert 2.4 < stop < 3.5
    QTest.keyClick(window.timeline, Qt.Key.Key_F)
    assert window.timeline.view_range_s() == pytest.approx((0.0, SECONDS))


# -- one state, many views ---------------------------------------------------------------------------------------


def colours_of(widget: QWidget, from_x: int = 0) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(from_x, image.width())
        for y in range(0, image.height(), 2)
    }


def test_a_slider_reaches_timeline_table_counts_and_files(window: MainWindow) -> None:
    window.session.set_tuning(TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0))
    assert window.table.detections.rowCount() == 8
    assert len(window.timeline.picture.table) == 8
    assert window.tuning_panel.shown_line.text() == "8 of 8 shown"
    assert window.status_strip.count_label.text() == "8 detections here"
    glitch = type_colour("glitch", LOOKS["dark"]).name()
    beyond_the_names = 90
    assert glitch in colours_of(window.timeline._tracks, beyond_the_names)
    slider = window.tuning_panel.rows["threshold"].slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 1, 8))
    assert window.table.detections.rowCount() == 0
    assert glitch not in colours_of(window.timeline._tracks, beyond_the_names)


def test_a_hidden_type_leaves_every_view(window: MainWindow) -> None:
    window.session.set_type_visible("glitch", False)
    assert window.timeline.picture.visible_types == frozenset(TYPES) - {"glitch"}
    assert window.table.detections.rowCount() == 1
    assert window.actions_table["show_all_types"].isEnabled()
    window.actions_table["show_all_types"].trigger()
    assert window.timeline.picture.visible_types is None
    assert window.table.detections.rowCount() == 3


def test_a_click_on_a_region_selects_it_in_the_table(window: MainWindow) -> None:
    tracks = window.timeline._tracks
    place = tracks.mapFrom(window.timeline, QPoint(round(window.timeline.width() * 2.2 / SECONDS), 0))
    QTest.mouseClick(tracks, Qt.MouseButton.LeftButton, pos=QPoint(place.x(), tracks.height() // 4))
    assert window.session.selected_row == 1
    assert [index.row() for index in window.table.selectionModel().selectedRows()] == [1]
    assert window.transport.position_s == pytest.approx(1.5, abs=0.8)


def test_selecting_puts_the_playhead_a_little_before_the_detection(window: MainWindow) -> None:
    window.session.select_row(1)
    assert window.transport.position_s == pytest.approx(1.5)
    assert window.timeline.picture.playhead_s == pytest.approx(1.5)
    assert window.transport_bar.time.words == "00:00:01.500 / 00:00:10.000"


def test_comma_and_full_stop_move_the_playhead(window: MainWindow) -> None:
    window.timeline.setFocus()
    for key in (Qt.Key.Key_Period, Qt.Key.Key_Period, Qt.Key.Key_Comma):
        QTest.keyClick(window.timeline, key)
    assert window.transport.position_s == pytest.approx(1.0)
    window.actions_table["to_end"].trigger()
    assert window.transport.position_s == pytest.approx(SECONDS)
    window.actions_table["to_start"].trigger()
    assert window.transport.position_s == 0.0


def test_loop_is_one_state_for_key_button_and_player(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_L)
    assert window.transport.is_looping
    assert window.transport_bar.loop_button.isChecked()
    window.transport.set_looping(False)
    assert not window.actions_table["loop"].isChecked()


def test_undo_and_redo_say_what_they_do(window: MainWindow) -> None:
    undo = window.actions_table["undo"]
    assert not undo.isEnabled()
    window.tuning_panel.rows["threshold"].box.setValue(0.8)
    assert undo.text() == "Undo: Set threshold to 0.80"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.rules.config.threshold == 0.5
    assert window.actions_table["redo"].text() == "Redo: Set threshold to 0.80"


def test_detections_that_come_late_are_shown_where_the_file_is_open(window: MainWindow) -> None:
    file = window.session.current
    assert file is not None
    window.session.set_raw(file, None)
    assert window.table.detections.rowCount() == 0
    window.session.set_raw(file, DetectionTable.from_columns(["hum"], [0], [9000], [0.7]))
    assert len(window.timeline.picture.table) == 1
    assert window.tuning_panel.types_table.types == (*TYPES, "hum")


# -- wishes ------------------------------------------------------------------------------------------------------


def test_wishes_that_need_a_backend_leave_as_signals(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.run_requested):
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.new_job_requested):
        window.actions_table["new_job"].trigger()
    with qtbot.waitSignal(window.retry_file_requested) as heard:
        window.actions_table["retry_file"].trigger()
    assert heard.args == [window.session.current]


def test_models_and_devices_are_chosen_in_the_menu_of_the_button(window: MainWindow, qtbot: QtBot) -> None:
    other = CARD.model_copy(update={"id": "other", "title": "Another"})
    window.set_models([CARD, other], CARD)
    models, devices = window.transport_bar.model_menu.actions(), window.transport_bar.device_menu.actions()
    assert [action.isChecked() for action in models] == [True, False]
    assert window.transport_bar.model_words.text() == "This computer · Relay artifacts"
    with qtbot.waitSignal(window.model_chosen) as heard:
        models[1].trigger()
    assert heard.args == ["other"]
    assert [action.isChecked() for action in devices] == [True, False, False, False]
    with qtbot.waitSignal(window.device_chosen) as heard:
        devices[1].trigger()
    assert heard.args == ["cpu"]
    assert window.settings.device == "cpu"


def drop(window: MainWindow, mime: QMimeData) -> bool:
    nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, left, nothing)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    assert window.drop_zone.frame.isVisible()
    QApplication.sendEvent(
        window, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, left, nothing)
    )
    return True


def test_files_and_folders_can_be_dropped_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/audio/a.wav"), QUrl.fromLocalFile("/audio/folder")])
    with qtbot.waitSignal(window.open_requested) as heard:
        assert drop(window, mime)
    assert heard.args == [[Path("/audio/a.wav"), Path("/audio/folder")]]
    assert not window.drop_zone.frame.isVisible()
    words = QMimeData()
    words.setText("no file")
    assert not drop(window, words)
    assert not any(field.acceptDrops() for field in window.findChildren(QLineEdit))


def test_the_evidence_follows_the_selection_also_while_out_of_sight(window: MainWindow) -> None:
    shown = window.session.shown
    assert shown is not None
    first = {shown.artifact_type(row): row for row in reversed(range(len(shown)))}
    one, other = list(first)[:2]
    window.session.select_row(first[other])
    window.right_side.show_page("Evidence")
    assert window.evidence_panel.artifact_type == other, "selected before the page was opened"
    window.session.select_row(first[one])
    assert window.evidence_panel.artifact_type == one


def test_forgetting_a_job_asks_first(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_jobs([DeskJob("job-1", "m", "x", status="completed")])
    window.job_panel.list.setCurrentIndex(window.job_panel.model.index(0))
    window.actions_table["forget_job"].trigger()
    box = window.findChild(QMessageBox, "confirmDialog")
    assert isinstance(box, QMessageBox)
    with qtbot.waitSignal(window.forget_job_requested) as heard:
        box.defaultButton().click()
    assert heard.args == ["job-1"]


def test_dialogs_open_and_close(window: MainWindow, qtbot: QtBot) -> None:
    window.set_models([CARD], CARD)
    for command_id, name in (("shortcuts", "shortcutSheet"), ("model_card", "modelCardDialog"),
                             ("about", "aboutDialog"), ("open_files", "openDialog")):  # fmt: skip
        window.actions_table[command_id].trigger()
        dialog = window.findChild(QDialog, name)
        assert isinstance(dialog, QDialog)
        assert dialog.isVisible(), name
        dialog.close()
        qtbot.waitUntil(lambda name=name: window.findChild(QDialog, name) is None)  # type: ignore[misc]


# -- states ------------------------------------------------------------------------------------------------------


def test_an_empty_window_says_what_to_do(window: MainWindow) -> None:
    window.session.new_desk()
    assert child(window, "emptyDesk").isVisible()
    window.transport.set_clip(None)
    assert not child(window, "playButton").isEnabled()
    assert not window.timeline.isVisible()
    assert window.windowTitle() == "Relay Desktop"
    window.set_service_state("starting")
    assert "is starting" in window.empty_desk.state.text()
    assert window.status_strip.service_label.text() == "Engine: starting…"
    window.set_service_state("ready")
    assert window.empty_desk.state.text() == ""


def test_the_chip_says_device_and_speed_of_the_file(window: MainWindow) -> None:
    file = window.session.current
    assert file is not None
    assert not window.transport_bar.device_chip.isVisible()
    window.session.update_file(file, device="CPU · 2 threads", speed=61.2)
    assert window.transport_bar.device_chip.text() == "CPU · 2 threads · 61× real time"
    assert window.transport_bar.device_chip.isVisible()


@pytest.mark.expects_log("The engine stopped")
def test_a_problem_is_shown_over_the_desk(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.problem_bar._desk
    desk.report(Problem("The engine stopped.", advice="Try again.", retry=lambda: None))
    assert child(window, "problemBar").isVisible()


def test_the_look_changes_at_once_everywhere_and_is_remembered(window: MainWindow) -> None:
    before = colours_of(window.timeline)
    window.choose_look("light")
    assert window.settings.look == "light"
    assert LOOKS["light"].panel.name() in colours_of(window.tuning_panel)
    assert LOOKS["light"].sunken.name() in colours_of(window.table.viewport())
    assert colours_of(window.timeline) != before
    window.choose_look("dark")
    assert LOOKS["dark"].panel.name() in colours_of(window.tuning_panel)


def test_parts_can_be_hidden_by_key(window: MainWindow) -> None:
    for key, part in (
        (Qt.Key.Key_F7, window.left_side),
        (Qt.Key.Key_F8, window.right_side),
        (Qt.Key.Key_F9, window.table),
    ):
        QTest.keyClick(window, key)
        assert not part.isVisible()
        QTest.keyClick(window, key)
        assert part.isVisible()


def test_the_layout_is_there_again_after_a_restart(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.resize(window.minimumSizeHint().width(), 700)  # the screen of these tests is small
    window.left_side.setSizes([150, 400])
    window.middle.setSizes([300, 300])
    window.table.setColumnWidth(1, 171)
    QApplication.processEvents()
    sizes = (window.left_side.sizes(), window.middle.sizes())
    with qtbot.waitSignal(window.closing):
        window.close()
    library = Library(tmp_path / "other.sqlite")
    again = make_window(tmp_path, library)
    qtbot.addWidget(again)
    again.show()
    assert again.size() == window.size()
    assert (again.left_side.sizes(), again.middle.sizes()) == sizes
    assert again.table.columnWidth(1) == 171
    again.transport.close()
    library.close()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (2560, 1440)])
@pytest.mark.parametrize("look", ["dark", "light"])
def test_no_word_of_a_button_is_cut(window: MainWindow, width: int, height: int, look: str) -> None:
    window.choose_look(look)
    window.resize(width, height)
    QApplication.processEvents()
    for button in window.findChildren(QAbstractButton):
        shows_words = not isinstance(button, QToolButton) or button.toolButtonStyle() != _ICON_ONLY
        if button.isVisible() and button.text() and (shows_words or button.icon().isNull()):
            needed = button.fontMetrics().horizontalAdvance(_words(button).replace("&", ""))
            assert button.width() >= needed, button.text()
    area = child(window, "tuningArea")
    assert isinstance(area, QScrollArea)
    assert window.tuning_panel.width() <= area.viewport().width(), "the right side is cut"
    window.choose_look("dark")
