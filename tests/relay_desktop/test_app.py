"""What the composition root decides itself; the walks go through everything behind it."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from relay_desktop.app.desktop import Desktop
from relay_desktop.app.first_paint import FirstPaint
from relay_desktop.app.interrupts import Interrupts
from relay_desktop.app.places import DEMO, Places
from relay_desktop.problems import Problem


@pytest.fixture
def make_desktop(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[], Desktop]]:
    """Builds the program on one data folder; whoever shows it starts it."""
    made: list[Desktop] = []

    def make() -> Desktop:
        made.append(Desktop(Places.of_user(tmp_path / "data")))
        return made[-1]

    yield make
    for desktop in made:
        # A child that is still starting takes its time to end on a busy machine.
        if not desktop._is_closed:
            _wait_for_the_service(desktop, qtbot)
        desktop.close()
        desktop.window.deleteLater()
        desktop.deleteLater()


def _wait_for_the_service(desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desktop.crew is None or desktop.crew.link.state != "starting", timeout=60_000)


def test_places_are_the_users_own_or_below_one_folder(tmp_path: Path) -> None:
    own = Places.of_user(None)
    assert own.data.name == "relay-desktop"
    assert own.data.is_relative_to(os.environ["XDG_DATA_HOME"])
    assert own.cache.is_relative_to(os.environ["XDG_CACHE_HOME"])
    told = Places.of_user(tmp_path)
    for place in (told.library, told.settings, told.service, told.logs, told.cache):
        assert place.is_relative_to(tmp_path)


def test_the_demo_opens_on_the_first_start_only(make_desktop: Callable[[], Desktop], qtbot: QtBot) -> None:
    first = make_desktop()
    first.settings.detect_on_open = False
    first.show([])
    assert first.conductor is None, "the window is shown before anything else is begun"
    qtbot.waitUntil(lambda: [file.path for file in first.session.files] == [DEMO])
    first.session.remove_files(list(first.session.files))
    _wait_for_the_service(first, qtbot)
    first.close()
    second = make_desktop()
    second.show([])
    qtbot.waitUntil(lambda: second.conductor is not None)
    assert second.session.files == []


def test_the_switch_of_detection_on_opening_is_remembered(
    make_desktop: Callable[[], Desktop], qtbot: QtBot
) -> None:
    desktop = make_desktop()
    desktop.show([Path("nowhere.wav")])
    qtbot.waitUntil(lambda: bool(desktop.session.files))
    switch = desktop.window.findChild(QAction, "action_detect_on_open")
    assert switch is not None
    assert switch.isChecked()
    switch.trigger()
    assert not desktop.settings.detect_on_open
    file = desktop.session.files[0]
    qtbot.waitUntil(lambda: file.status == "missing")


@pytest.mark.expects_log("list of jobs was damaged")
def test_a_damaged_library_is_told(make_desktop: Callable[[], Desktop], qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "library.sqlite").write_bytes(b"no database at all" * 500)
    desktop = make_desktop()
    told: list[Problem] = []
    desktop.problems.reported.connect(told.append)
    desktop.show([])
    qtbot.waitUntil(lambda: bool(told))
    assert "damaged" in told[0].title
    assert sqlite3.connect(tmp_path / "data" / "library.sqlite").execute("SELECT count(*) FROM jobs")


@pytest.mark.expects_log("cannot be opened")
def test_a_library_of_a_newer_program_is_left_alone_and_told(
    make_desktop: Callable[[], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    with sqlite3.connect(tmp_path / "data" / "library.sqlite") as db:
        db.execute("PRAGMA user_version = 999")
    before = (tmp_path / "data" / "library.sqlite").read_bytes()
    desktop = make_desktop()
    told: list[Problem] = []
    desktop.problems.reported.connect(told.append)
    desktop.show([DEMO])
    qtbot.waitUntil(lambda: bool(told) and bool(desktop.session.files))
    assert "newer version" in told[0].text
    assert (tmp_path / "data" / "library.sqlite").read_bytes() == before


@pytest.mark.expects_log("settings will not be kept", "cannot be opened", "engine")
def test_a_data_folder_that_cannot_be_made_still_gives_a_window(
    make_desktop: Callable[[], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file is in the way")
    desktop = make_desktop()
    told: list[Problem] = []
    desktop.problems.reported.connect(told.append)
    desktop.show([DEMO])
    qtbot.waitUntil(lambda: len(told) >= 2 and bool(desktop.session.files))
    assert desktop.window.isVisible()
    assert desktop.crew is not None
    assert desktop.crew.link.state == "down"


@pytest.mark.parametrize("delay_ms", [0, 50])
def test_an_interrupt_ends_the_event_loop_with_its_status(qtbot: QtBot, delay_ms: int) -> None:
    before = signal.getsignal(signal.SIGTERM)
    interrupts = Interrupts(QCoreApplication.instance())  # type: ignore[arg-type]
    if delay_ms:
        QTimer.singleShot(delay_ms, lambda: os.kill(os.getpid(), signal.SIGTERM))
    else:
        os.kill(os.getpid(), signal.SIGTERM)
    assert QApplication.exec() == 128 + signal.SIGTERM
    interrupts.close()
    interrupts.deleteLater()
    assert signal.getsignal(signal.SIGTERM) == before


def test_work_begins_after_the_first_paint_and_once(qtbot: QtBot) -> None:
    calls: list[int] = []
    painted: list[int] = []

    class Painted(QMainWindow):
        def paintEvent(self, event: object) -> None:
            painted.append(1)

    window = Painted()
    qtbot.addWidget(window)
    FirstPaint(window, lambda: calls.append(len(painted)))
    window.show()
    qtbot.waitUntil(lambda: bool(calls))
    assert calls[0] >= 1
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    window.repaint()
    QApplication.processEvents()
    assert len(calls) == 1
