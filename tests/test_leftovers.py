"""The watches of tests/conftest.py: each finds what it is there for."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests import leftovers

SLEEPER = [sys.executable, "-c", "import signal; signal.pause()"]


@pytest.fixture(autouse=True)
def _short_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "GRACE_S", 0.05)


def test_a_running_thread_is_found() -> None:
    watch, go_on = leftovers.Threads(), threading.Event()
    thread = threading.Thread(target=go_on.wait, name="forgotten")
    thread.start()
    found = list(watch.left_behind())
    go_on.set()
    thread.join()
    assert found == ["A thread was left running: forgotten"]


def test_a_running_timer_is_found_and_a_stopped_one_is_not(qtbot: QtBot) -> None:
    watch = leftovers.Timers()
    forgotten, stopped = QTimer(objectName="forgotten"), QTimer()
    forgotten.start(1000)
    stopped.start(1000)
    stopped.stop()
    assert list(watch.left_behind()) == ["A timer was left running: forgotten, every 1000 ms"]


def test_a_timer_of_a_deleted_parent_is_not_left_behind(qtbot: QtBot) -> None:
    watch = leftovers.Timers()
    parent = QTimer()
    child = QTimer(parent)
    child.start(1000)
    parent.deleteLater()
    assert list(watch.left_behind()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are read from /proc")
def test_a_running_child_is_found_and_ended() -> None:
    watch = leftovers.Processes()
    with subprocess.Popen(SLEEPER) as child:
        found = list(watch.left_behind())
    assert child.pid not in leftovers.children()
    assert len(found) == 1
    assert "signal.pause" in found[0]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are read from /proc")
def test_an_orphaned_grandchild_is_found() -> None:
    watch = leftovers.Processes()
    die = f"os.kill(os.getpid(), {int(signal.SIGKILL)})"
    start_and_die = f"import subprocess, os; subprocess.Popen({SLEEPER!r}); {die}"
    subprocess.run([sys.executable, "-c", start_and_die], check=False)
    assert len(list(watch.left_behind())) == 1


class _Item:
    """As much of a test as a LogWatch looks at."""

    def __init__(self, *marks: pytest.Mark, fixtures: tuple[str, ...] = ()) -> None:
        self._marks, self.fixturenames = marks, fixtures

    def iter_markers(self, name: str) -> list[pytest.Mark]:
        return [mark for mark in self._marks if mark.name == name]


def _complaints(item: _Item, message: str) -> list[str]:
    watch = leftovers.LogWatch(item)  # type: ignore[arg-type]
    watch.handle(logging.LogRecord("engine", logging.WARNING, __file__, 1, message, None, None))
    return watch.complaints()


def test_an_unexpected_warning_is_a_complaint() -> None:
    [complaint] = _complaints(_Item(), "out of memory")
    assert complaint == "An unexpected warning was logged: engine: out of memory"


def test_an_expected_warning_is_none_and_its_absence_is_one() -> None:
    expecting = _Item(pytest.mark.expects_log("out of mem").mark)
    assert _complaints(expecting, "out of memory") == []
    assert "not logged: out of mem" in _complaints(expecting, "something else")[1]


def test_a_test_that_reads_the_log_judges_itself() -> None:
    assert _complaints(_Item(fixtures=("caplog",)), "out of memory") == []


def test_user_folders_are_the_tests_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.getbasetemp()
    for folder in (platformdirs.user_data_dir("x"), platformdirs.user_cache_dir("x")):
        assert Path(folder).is_relative_to(base)
