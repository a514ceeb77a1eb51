"""Keys and menus of review through the whole window, wired as the composition root wires it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from relay_desktop.app.review_wiring import OtherWindows, keep_progress, take_settings, wire_review
from relay_desktop.audio.clip import AudioClip
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.library import Library
from relay_desktop.session.transport import Transport
from relay_desktop.session.verdicts import Verdict
from relay_desktop.settings import Settings
from tests.relay_desktop.session.review_room import ReviewRoom, table

HEARD = table(*[("click" if at % 2 else "hum", at * 1000, at * 1000 + 50, 0.3 + at * 0.05) for at in range(8)])
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


class Desk:
    """A room with a window."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self.room = ReviewRoom(library, (HEARD, HEARD))
        self.settings = settings
        self.problems = ProblemDesk()
        take_settings(self.room.review, settings)
        tools = self.room.tools
        self.window = MainWindow(
            self.room.session, self.room.review, Transport(), self.problems, settings, tools
        )
        wire_review(
            self.window,
            session=self.room.session,
            review=self.room.review,
            tools=tools,
            hand_editor=self.room.hand_editor,
            settings=settings,
            problems=self.problems,
        )

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.table, key, modifiers)

    def states(self) -> list[int]:
        states = self.room.review.states(self.room.files[0])
        assert states is not None
        return states.state.tolist()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    library = Library(tmp_path / "library.sqlite")
    desk = Desk(library, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.window.activateWindow()
    qtbot.waitActive(desk.window)
    desk.window.table.setFocus()
    yield desk
    desk.window.close()
    desk.window.transport.close()
    library.close()


def test_one_key_judges_saves_and_goes_on(desk: Desk) -> None:
    desk.room.session.select_row(0)
    for key in (Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_U):
        desk.press(key)
    assert desk.states()[:4] == [1, 2, 3, 0]
    assert desk.room.session.selected_row == 3
    assert len(desk.room.library.verdicts.of_file("job", "a")) == 3
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.states()[:4] == [1, 2, 0, 0]
    assert desk.window.actions_table["redo"].text() == "Redo: Judge hum at 2.000 s: unsure"


def test_the_switch_is_kept(desk: Desk) -> None:
    desk.window.verdict_panel.advance.setChecked(False)
    assert not desk.settings.auto_advance
    desk.room.session.select_row(0)
    desk.press(Qt.Key.Key_A)
    assert desk.room.session.selected_row == 0


def test_many_at_once_by_key_and_in_words(desk: Desk) -> None:
    desk.room.session.select_row(4)
    desk.press(Qt.Key.Key_X, SHIFT)
    assert desk.states() == [2, 0, 2, 0, 2, 0, 0, 0]
    assert any("3 detections judged" in one.title for one in desk.problems.open_problems.values())
    desk.press(Qt.Key.Key_A, CTRL | ALT)
    assert desk.states() == [2, 1, 2, 1, 2, 1, 1, 1]
    assert desk.room.session.current is desk.room.files[1], "the queue goes on in the next file"


def test_a_type_is_put_right_as_one_step(desk: Desk) -> None:
    desk.room.session.select_row(1)
    box = desk.window.verdict_panel.type
    box.setCurrentIndex(box.findData("hum"))
    box.activated.emit(box.currentIndex())
    shown = desk.room.session.shown
    assert shown is not None
    assert shown.artifact_type(1) == "hum"
    assert desk.states()[1] == 1
    assert desk.room.session.undo_stack.undoText() == "Relabel as hum"
    desk.room.session.undo_stack.undo()
    assert desk.room.session.shown is not None
    assert desk.room.session.shown.artifact_type(1) == "click"


def test_a_file_is_marked_and_its_progress_kept(desk: Desk) -> None:
    desk.press(Qt.Key.Key_M, CTRL)
    assert desk.room.files[0].is_done
    keep_progress(desk.room.session, desk.room.tools, *desk.room.files)
    assert desk.room.library.marks.progress() == (8, 16)


def test_a_selected_stretch_is_left_out_from_table_and_lanes(desk: Desk, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros(8000 * 9), 8000)
    clip = AudioClip(tmp_path / "a.wav")
    desk.window.transport.set_clip(clip)
    desk.window.filter_bar.stretch_wanted.emit("exclude")
    assert any("No stretch is selected" in one.title for one in desk.problems.open_problems.values())
    desk.window.transport.set_span((0.9, 3.2))
    desk.window.filter_bar.stretch_wanted.emit("exclude")
    assert desk.window.table.detections.rowCount() == 5
    index = desk.window.timeline.picture.index
    assert index.rows_between(0, 10_000).tolist() == [0, 4, 5, 6, 7]
    desk.window.transport.set_clip(None)
    clip.close()


def test_what_another_window_did_is_there_when_the_person_comes_back(desk: Desk, tmp_path: Path) -> None:
    other_library = Library(tmp_path / "library.sqlite")
    other = ReviewRoom(other_library, (HEARD, HEARD))
    assert desk.states() == [0] * 8
    other.session.select_row(2)
    other.review.judge(Verdict.ARTIFACT, go_on=False)
    other.hand_editor.add("glitch", 20_000, 20_100)
    other.tools.marks.toggle_done()
    (watch,) = desk.window.findChildren(OtherWindows)
    watch.notice(Qt.ApplicationState.ApplicationActive)
    assert desk.states() == [0, 0, 1, 0, 0, 0, 0, 0, 1]
    assert desk.room.files[0].is_done
    other_library.close()


def test_a_line_of_a_list_leads_to_its_sound(desk: Desk) -> None:
    desk.window.review_dialogs.row_wanted.emit(desk.room.files[1], 3)
    assert desk.room.session.current is desk.room.files[1]
    assert desk.room.session.selected_row == 3
    desk.window.review_dialogs.stretch_wanted.emit(5_000, 5_050, None)
    assert desk.room.session.selected_row is None


def test_closing_keeps_the_progress(desk: Desk) -> None:
    desk.room.session.select_row(0)
    desk.press(Qt.Key.Key_A)
    desk.window.close()
    assert desk.room.library.marks.progress() == (1, 16)
    desk.window.close()


def test_the_reviewer_of_the_settings_signs_and_may_be_blind(desk: Desk) -> None:
    desk.room.session.select_row(0)
    desk.press(Qt.Key.Key_A)
    desk.settings.reviewer = "Ann"
    desk.settings.is_blind_review = True
    assert desk.states()[0] == 0
    desk.room.session.select_row(0)
    desk.press(Qt.Key.Key_X)
    assert desk.room.library.verdicts.of_file("job", "a")[-1].reviewer == "Ann"


@pytest.mark.parametrize("name", ["filterBar", "evidencePanel", "queuePanel", "rightTabs", "verdictPanel"])
def test_parts_of_review_are_there_and_named(desk: Desk, name: str) -> None:
    part = desk.window.findChild(object, name)
    assert part is not None
    assert part.accessibleName()
