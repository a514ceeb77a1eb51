"""The problem bar: one at a time, newest first, gone when it solved itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.look import Look
from relay_desktop.panels.problem_bar import ProblemBar
from relay_desktop.problems import Problem, ProblemDesk

pytestmark = pytest.mark.expects_log("The")


@pytest.fixture
def problems(qapp: object) -> ProblemDesk:
    return ProblemDesk()


@pytest.fixture
def bar(qtbot: QtBot, problems: ProblemDesk, look: Look) -> ProblemBar:
    holder = QWidget()
    bar = ProblemBar(problems, look)
    bar.setParent(holder)
    bar.holder = holder  # type: ignore[attr-defined]
    qtbot.addWidget(holder)
    holder.show()
    return bar


def test_it_takes_no_room_until_there_is_something(bar: ProblemBar, problems: ProblemDesk) -> None:
    assert not bar.isVisible()
    problems.report(Problem("The engine stopped.", "It ended with code 3.", "Start it again."))
    assert bar.isVisible()
    assert (bar.title.text(), bar.text.text()) == (
        "The engine stopped.",
        "It ended with code 3. Start it again.",
    )
    assert not bar.retry_button.isVisible()
    QTest.mouseClick(bar.dismiss_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_try_again_calls_once_and_goes(bar: ProblemBar, problems: ProblemDesk) -> None:
    calls: list[int] = []
    problems.report(Problem("The disk is full.", retry=lambda: calls.append(1), key="disk"))
    QTest.mouseClick(bar.retry_button, Qt.MouseButton.LeftButton)
    assert calls == [1]
    assert not bar.isVisible()
    assert problems.open_problems == {}


def test_newest_first_and_the_same_matter_once(bar: ProblemBar, problems: ProblemDesk) -> None:
    problems.report(Problem("The engine stopped.", key="engine"))
    problems.report(Problem("The disk is full.", key="disk"))
    assert (bar.title.text(), bar.counted.text()) == ("The disk is full.", "and 1 more")
    problems.report(Problem("The engine stopped twice.", key="engine"))
    assert (bar.title.text(), bar.counted.text()) == ("The engine stopped twice.", "and 1 more")
    QTest.mouseClick(bar.dismiss_button, Qt.MouseButton.LeftButton)
    assert bar.title.text() == "The disk is full."


def test_what_solved_itself_goes_by_itself(bar: ProblemBar, problems: ProblemDesk) -> None:
    problems.report(Problem("The engine stopped.", key="engine"))
    problems.clear("engine")
    assert not bar.isVisible()


def test_news_look_different_from_problems(bar: ProblemBar, problems: ProblemDesk) -> None:
    problems.report(Problem("The engine was started again.", is_note=True))
    assert bar.property("surface") == "note"
    problems.report(Problem("The disk is full."))
    assert bar.property("surface") == "problem"


def test_problems_from_before_the_window_are_shown(qtbot: QtBot, problems: ProblemDesk, look: Look) -> None:
    problems.report(Problem("The library was damaged.", key="library"))
    bar = ProblemBar(problems, look)
    qtbot.addWidget(bar)
    assert bar.current is not None
    assert bar.current.title == "The library was damaged."
