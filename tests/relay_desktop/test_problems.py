import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical
from pytestqt.qtbot import QtBot

from relay_desktop.errors import ServiceUnreachable
from relay_desktop.problems import LOG_NAME, Hooks, Problem, ProblemDesk, problem_of


@pytest.fixture
def desk(qtbot: QtBot) -> ProblemDesk:
    return ProblemDesk()


@pytest.fixture
def hooked(desk: ProblemDesk, tmp_path: Path) -> Iterator[ProblemDesk]:
    hooks = Hooks(desk, tmp_path / "logs")
    hooks.install()
    yield desk
    hooks.remove()


@pytest.mark.expects_log("Nobody answers")
def test_an_error_of_ours_keeps_its_title_and_advice(desk: ProblemDesk) -> None:
    told: list[Problem] = []
    desk.reported.connect(told.append)
    error = ServiceUnreachable("Nobody answers.")
    desk.report_error(error, key="service")
    assert told[0].title == "Nobody answers."
    assert told[0].advice == error.advice
    assert told[0].text == ""


def test_any_other_error_still_becomes_a_sentence() -> None:
    problem = problem_of(ZeroDivisionError("division by zero"))
    assert "inside the program" in problem.title
    assert "division by zero" in problem.text
    assert "log file" in problem.advice
    assert "disk" in problem_of(OSError(28, "No space left on device")).title


@pytest.mark.expects_log("From afar")
def test_a_problem_from_a_thread_is_told_on_the_desks_thread(desk: ProblemDesk, qtbot: QtBot) -> None:
    told: list[int] = []
    desk.reported.connect(lambda problem: told.append(threading.get_ident()))
    thread = threading.Thread(target=lambda: desk.report(Problem("From afar.")))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.get_ident()]


@pytest.mark.expects_log("Offline")
def test_a_matter_that_solved_itself_is_cleared_once(desk: ProblemDesk) -> None:
    cleared: list[str] = []
    desk.cleared.connect(cleared.append)
    desk.report(Problem("Offline.", key="service"))
    desk.clear("service")
    desk.clear("service")
    assert cleared == ["service"]


@pytest.mark.expects_log("a slot fell over")
def test_an_uncaught_exception_reaches_the_person_and_the_log(hooked: ProblemDesk, tmp_path: Path) -> None:
    told: list[Problem] = []
    hooked.reported.connect(told.append)
    try:
        raise RuntimeError("a slot fell over")
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    assert "a slot fell over" in told[0].text
    written = (tmp_path / "logs" / LOG_NAME).read_text()
    assert "Traceback" in written


@pytest.mark.expects_log("a thread fell over")
def test_an_exception_in_a_thread_reaches_the_person(hooked: ProblemDesk, qtbot: QtBot) -> None:
    told: list[Problem] = []
    hooked.reported.connect(told.append)

    def fall() -> None:
        raise RuntimeError("a thread fell over")

    thread = threading.Thread(target=fall)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(told))
    assert "a thread fell over" in told[0].text


@pytest.mark.expects_log("Qt is unhappy")
def test_what_qt_says_is_in_the_log(hooked: ProblemDesk, tmp_path: Path) -> None:
    qCritical("Qt is unhappy")
    assert "Qt is unhappy" in (tmp_path / "logs" / LOG_NAME).read_text()


def test_hooks_leave_no_trace(desk: ProblemDesk, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, list(logging.getLogger("relay_desktop").handlers))
    hooks = Hooks(desk, tmp_path)
    hooks.install()
    hooks.remove()
    assert before == (sys.excepthook, threading.excepthook, logging.getLogger("relay_desktop").handlers)


def test_a_log_folder_that_cannot_be_made_does_not_stop_the_program(
    desk: ProblemDesk, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    hooks = Hooks(desk, tmp_path / "file" / "logs")
    hooks.install()
    hooks.remove()
