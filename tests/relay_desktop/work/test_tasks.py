import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from relay_desktop.work.tasks import LANES, Tasks, TaskToken


class Strays(list[BaseException]):
    pass


@pytest.fixture
def strays() -> Strays:
    return Strays()


@pytest.fixture
def tasks(qtbot: QtBot, strays: Strays) -> Iterator[Tasks]:
    tasks = Tasks(strays.append)
    yield tasks
    tasks.close()


def test_work_leaves_the_gui_thread_and_its_result_comes_back(tasks: Tasks, qtbot: QtBot) -> None:
    here = threading.get_ident()
    seen: list[tuple[int, int]] = []
    tasks.run(lambda token: threading.get_ident(), lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    there, back = seen[0]
    assert there != here
    assert back == here


def test_progress_arrives_in_order_before_the_end(tasks: Tasks, qtbot: QtBot) -> None:
    news: list[object] = []

    def work(token: TaskToken) -> str:
        for step in range(5):
            token.progress(step, 5)
        return "end"

    tasks.run(work, news.append, on_progress=lambda done, total: news.append(done))
    qtbot.waitUntil(lambda: "end" in news)
    assert news == [0, 1, 2, 3, 4, "end"]


def test_an_error_comes_back_as_itself(tasks: Tasks, qtbot: QtBot, strays: Strays) -> None:
    seen: list[BaseException] = []

    def work(token: TaskToken) -> None:
        raise ValueError("a sentence")

    tasks.run(work, on_error=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert str(seen[0]) == "a sentence"
    tasks.run(work)
    qtbot.waitUntil(lambda: bool(strays))


@pytest.mark.expects_log("<lambda>")
def test_an_error_in_a_callback_is_not_lost(tasks: Tasks, qtbot: QtBot, strays: Strays) -> None:
    def fail(result: int) -> None:
        raise KeyError("in the callback")

    tasks.run(lambda token: 1, fail)
    qtbot.waitUntil(lambda: bool(strays))
    assert isinstance(strays[0], KeyError)


def test_a_cancelled_task_delivers_nothing(tasks: Tasks, qtbot: QtBot, strays: Strays) -> None:
    started, seen = threading.Event(), []

    def work(token: TaskToken) -> str:
        started.set()
        while not token.wait(0.01):
            pass
        token.progress("late")
        return "late"

    task = tasks.run(work, seen.append, seen.append, on_progress=seen.append)
    started.wait(5)
    with qtbot.waitSignal(tasks.idle):
        task.cancel()
    assert seen == []
    assert not strays
    assert task.is_over


def test_a_task_that_waits_in_line_never_starts_once_cancelled(tasks: Tasks, qtbot: QtBot) -> None:
    go, ran = threading.Event(), []
    tasks.run(lambda token: go.wait(5), lane="service")
    waiting = tasks.run(lambda token: ran.append(1), lane="service")
    waiting.cancel()
    with qtbot.waitSignal(tasks.idle):
        go.set()
    assert ran == []


def test_a_busy_lane_does_not_hold_up_another(tasks: Tasks, qtbot: QtBot) -> None:
    go, seen = threading.Event(), []
    for _ in range(20):
        tasks.run(lambda token: go.wait(10), lane="transfer")
    tasks.run(lambda token: "poll", seen.append, lane="calls")
    qtbot.waitUntil(lambda: seen == ["poll"])
    go.set()


def test_close_ends_every_thread(qtbot: QtBot, strays: Strays) -> None:
    tasks, seen = Tasks(strays.append), []
    before = {thread for thread in threading.enumerate() if thread.name.startswith("relay-")}
    for lane in LANES:
        for _ in range(10):
            tasks.run(lambda token: token.wait(30), seen.append, lane=lane)
    tasks.close()
    left = {thread for thread in threading.enumerate() if thread.name.startswith("relay-")} - before
    assert not left
    late = tasks.run(lambda token: 1, seen.append)
    assert late.is_over
    assert seen == []
