"""The watcher against answers that a real service gives only on bad days; the good days are the conductor's tests."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from inference.contract import AudioFile, InferenceJob
from inference.detections import DetectionTable
from relay_desktop.errors import BadAnswer, JobNotFound, RateLimited, RelayError, ServiceUnreachable
from relay_desktop.work.job_watcher import LOCAL_PACE, REMOTE_PACE, JobWatcher, Pace
from relay_desktop.work.tasks import Tasks

QUICK = Pace(first_s=0.005, longest_s=0.02)


class BadDay:
    """A client whose answers are given beforehand; the last one is repeated."""

    def __init__(self) -> None:
        self.jobs: list[InferenceJob | RelayError] = []
        self.files: list[AudioFile | RelayError] = []
        self.asked = 0
        self.fetched: list[str] = []

    def get_job(self, job_id: str, include_detections: bool = True) -> InferenceJob:
        assert not include_detections
        self.asked += 1
        return self._next(self.jobs)

    def get_file(self, job_id: str, file_id: str) -> AudioFile:
        self.fetched.append(file_id)
        return self._next(self.files)

    def _next(self, answers: list[Any]) -> Any:
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, RelayError):
            raise answer
        return answer


class BadLink(QObject):
    """A link to that client; as the real one otherwise."""

    ready = Signal()

    def __init__(self, client: BadDay, tasks: Tasks) -> None:
        super().__init__()
        self.client = client
        self.tasks = tasks

    def of_job(self, job_id: str) -> "BadLink":
        return self

    def call(self, function: Callable[..., Any], on_done: Any, on_error: Any, name: str = "") -> Any:
        return self.tasks.run(lambda token: function(self.client, token), on_done, on_error, name=name)


class Seen:
    def __init__(self, watcher: JobWatcher) -> None:
        self.jobs: list[InferenceJob] = []
        self.files: list[AudioFile] = []
        self.lost: list[BaseException] = []
        watcher.job_seen.connect(self.jobs.append)
        watcher.file_seen.connect(lambda job_id, file: self.files.append(file))
        watcher.job_lost.connect(lambda job_id, error: self.lost.append(error))


def job(*statuses: str, status: str = "processing") -> InferenceJob:
    files = tuple(AudioFile(file_id=f"f{n}", status=word) for n, word in enumerate(statuses))
    return InferenceJob(id="j1", status=status, files=files, total_files=len(files))


def result(file_id: str = "f0") -> AudioFile:
    return AudioFile(file_id=file_id, status="completed", detections=DetectionTable.empty())


@pytest.fixture
def day() -> BadDay:
    return BadDay()


@pytest.fixture
def watcher(day: BadDay, qtbot: QtBot) -> Iterator[JobWatcher]:
    strays: list[BaseException] = []
    tasks = Tasks(strays.append)
    link: Any = BadLink(day, tasks)
    watcher = JobWatcher(link, QUICK)
    watcher.follow(link)
    yield watcher
    watcher.close()
    tasks.close()
    assert not strays


def test_a_result_is_brought_once_as_soon_as_its_file_is_done(
    day: BadDay, watcher: JobWatcher, qtbot: QtBot
) -> None:
    seen = Seen(watcher)
    day.jobs = [job("queued", "queued"), job("completed", "queued"), job("completed", "processing")]
    day.files = [result()]
    watcher.watch("j1")
    qtbot.waitUntil(lambda: day.asked > 8)
    assert day.fetched == ["f0"]
    assert len(seen.files) == 1


def test_a_job_watched_again_brings_only_what_is_new(day: BadDay, watcher: JobWatcher, qtbot: QtBot) -> None:
    seen = Seen(watcher)
    day.jobs = [job("completed")]
    day.files = [result()]
    watcher.watch("j1")
    qtbot.waitUntil(lambda: bool(seen.files))
    watcher.unwatch("j1")
    day.jobs = [job("completed", "completed")]
    watcher.watch("j1")
    qtbot.waitUntil(lambda: len(seen.files) == 2)
    assert day.fetched == ["f0", "f1"]
    watcher.forget("j1")
    watcher.watch("j1")
    qtbot.waitUntil(lambda: day.fetched[2:] == ["f0", "f1"])


def under_way(heard_s: float | None) -> InferenceJob:
    file = AudioFile(file_id="f0", status="processing", heard_s=heard_s)
    return InferenceJob(id="j1", status="processing", files=(file,), total_files=1)


def part(heard_s: float) -> AudioFile:
    rows = DetectionTable.from_columns(["click"], [5], [6], [0.5])
    return AudioFile(file_id="f0", status="processing", heard_s=heard_s, detections=rows)


def test_what_is_certain_is_brought_when_more_was_heard(
    day: BadDay, watcher: JobWatcher, qtbot: QtBot
) -> None:
    seen = Seen(watcher)
    day.jobs = [under_way(None), under_way(2), under_way(2), under_way(1), under_way(5), job("completed")]
    day.files = [part(2), part(5), result()]
    watcher.watch("j1")
    qtbot.waitUntil(lambda: bool(seen.files) and seen.files[-1].status == "completed")
    assert [file.heard_s for file in seen.files] == [2, 5, None]


def test_first_results_that_do_not_come_cost_nothing(day: BadDay, watcher: JobWatcher, qtbot: QtBot) -> None:
    seen = Seen(watcher)
    day.jobs = [under_way(2)] * 6 + [job("completed")]
    day.files = [BadAnswer("no JSON"), part(2), result()]
    watcher.watch("j1")
    qtbot.waitUntil(lambda: bool(seen.files) and seen.files[-1].status == "completed")
    assert [file.status for file in seen.files] == ["processing", "completed"]


def test_offline_and_back_again(day: BadDay, watcher: JobWatcher, qtbot: QtBot) -> None:
    seen = Seen(watcher)
    day.jobs = [
        job("queued"),
        ServiceUnreachable(),
        ServiceUnreachable(),
        ServiceUnreachable(),
        job("completed"),
    ]
    day.files = [ServiceUnreachable(), ServiceUnreachable(), result()]
    watcher.watch("j1")
    qtbot.waitUntil(lambda: bool(seen.files))
    assert day.fetched == ["f0"] * 3
    assert not seen.lost


def test_a_job_that_is_gone_is_let_go(day: BadDay, watcher: JobWatcher, qtbot: QtBot) -> None:
    seen = Seen(watcher)
    day.jobs = [job("queued"), JobNotFound()]
    watcher.watch("j1")
    qtbot.waitUntil(lambda: bool(seen.lost))
    assert isinstance(seen.lost[0], JobNotFound)
    assert not watcher.is_watching("j1")


def test_a_result_that_cannot_be_understood_fails_its_file_alone(
    day: BadDay, watcher: JobWatcher, qtbot: QtBot
) -> None:
    seen = Seen(watcher)
    day.jobs = [job("completed")]
    day.files = [BadAnswer("It is half a page of HTML.")]
    watcher.watch("j1")
    qtbot.waitUntil(lambda: bool(seen.files))
    assert (seen.files[0].status, seen.files[0].error_message) == ("failed", "It is half a page of HTML.")
    assert watcher.is_watching("j1")


def test_retry_after_is_honoured(day: BadDay, watcher: JobWatcher, qtbot: QtBot) -> None:
    day.jobs = [RateLimited(retry_after_s=3600.0)]
    watcher.watch("j1")
    watch = watcher._watches["j1"]
    qtbot.waitUntil(lambda: watch.timer.isActive() and day.asked == 1 and watch.call is None)
    assert watch.timer.interval() >= 3_590_000
    watcher.watch("j1")
    qtbot.waitUntil(lambda: day.asked == 2)


def test_a_service_that_came_back_is_asked_at_once(day: BadDay, watcher: JobWatcher, qtbot: QtBot) -> None:
    day.jobs = [RateLimited(retry_after_s=3600.0), job("queued")]
    watcher.watch("j1")
    watch = watcher._watches["j1"]
    qtbot.waitUntil(lambda: watch.timer.isActive() and watch.call is None)
    watcher._links.ready.emit()
    qtbot.waitUntil(lambda: day.asked >= 2)


def test_without_results_nothing_is_fetched(day: BadDay, watcher: JobWatcher, qtbot: QtBot) -> None:
    day.jobs = [job("completed")]
    day.files = [result()]
    watcher.watch("j1", with_results=False)
    qtbot.waitUntil(lambda: day.asked > 2)
    assert day.fetched == []
    watcher.watch("j1")
    qtbot.waitUntil(lambda: day.fetched == ["f0"])


def test_a_job_let_go_says_nothing_more(day: BadDay, watcher: JobWatcher, qtbot: QtBot) -> None:
    seen = Seen(watcher)
    day.jobs = [job("completed")]
    day.files = [result()]
    watcher.watch("j1")
    watcher.unwatch("j1")
    watcher.unwatch("j1")
    tasks = watcher._links.tasks  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not tasks.running_count)
    assert not seen.jobs
    assert not seen.files


@pytest.mark.parametrize("pace", [LOCAL_PACE, REMOTE_PACE])
def test_it_asks_ever_slower_while_nothing_happens(pace: Pace) -> None:
    delay, delays = pace.first_s, []
    for _ in range(30):
        delays.append(delay)
        delay = pace.slower(delay)
    assert delays == sorted(delays)
    assert delay == pace.longest_s
    spread = [pace.spread(10.0) for _ in range(200)]
    assert all(10 * (1 - pace.jitter) <= value <= 10 * (1 + pace.jitter) for value in spread)
