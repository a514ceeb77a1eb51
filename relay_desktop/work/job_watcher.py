"""Follows jobs on their way: asks, brings every finished file at once, slows down while nothing happens.

Of a file under way it brings what our own service has found so far, whenever that is more than before.

No thread waits here: one timer per watched job on the GUI thread, one short call when it fires. A service
that does not answer is asked again, slower and slower, until it does.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from inference.contract import AudioFile, InferenceJob
from inference.sentences import words_of
from relay_desktop.errors import RateLimited, ServiceBroken
from relay_desktop.session.job_ids import EMBEDDED, backend_of, wire_id
from relay_desktop.work.link import Link, is_passing
from relay_desktop.work.tasks import Task


@dataclass(frozen=True)
class Pace:
    """How often to ask: after `first_s`, each quiet answer `growth` times later, `longest_s` at most."""

    first_s: float
    longest_s: float
    growth: float = 1.3
    jitter: float = 0.0

    def slower(self, delay_s: float) -> float:
        """The delay after an answer with no news."""
        return min(self.longest_s, delay_s * self.growth)

    def spread(self, delay_s: float) -> float:
        """The delay with the jitter that keeps many clients of one server apart."""
        return delay_s * (1 + random.uniform(-self.jitter, self.jitter))


LOCAL_PACE = Pace(first_s=0.3, longest_s=1.5)
REMOTE_PACE = Pace(first_s=1.0, longest_s=30.0, growth=2.0, jitter=0.2)


class FindsLinks(Protocol):
    """Knows which backend has a job."""

    def of_job(self, job_id: str) -> Link:
        """The link of the backend that has this job."""


@dataclass
class _Watch:
    """One job being followed."""

    job_id: str
    timer: QTimer
    pace: Pace
    delay_s: float
    with_results: bool
    last_seen: InferenceJob | None = None
    call: Task[InferenceJob] | None = None
    fetching: dict[str, Task[AudioFile]] = field(default_factory=dict)


class JobWatcher(QObject):
    """Tells what happens to the jobs it was told to watch, on the GUI thread.

    `pace` replaces the two that fit this computer and a server.
    """

    job_seen = Signal(object)  # InferenceJob, without detections
    file_seen = Signal(str, object)  # job id, AudioFile with its detections
    job_lost = Signal(str, object)  # job id, the error after which asking again makes no sense

    def __init__(self, links: FindsLinks, pace: Pace | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._links = links
        self._pace = pace
        self._watches: dict[str, _Watch] = {}
        self._fetched: set[tuple[str, str]] = set()  # (job id, file id), also of jobs that were let go since
        self._early: dict[tuple[str, str], float] = {}  # of how many seconds of a file under way they were brought

    def follow(self, link: Link) -> None:
        """Ask about the jobs of this link at once whenever its backend comes up."""
        link.ready.connect(lambda: self._ask_all(link))

    def watch(self, job_id: str, *, with_results: bool = True) -> None:
        """Follow a job from now on; for one that is followed already: ask at once.

        Without results only the job's own state is told, as the job panel needs it.
        """
        watch = self._watches.get(job_id)
        if watch is None:
            pace = self._pace or (LOCAL_PACE if backend_of(job_id) == EMBEDDED else REMOTE_PACE)
            watch = _Watch(job_id, self._timer(job_id), pace, pace.first_s, with_results)
            self._watches[job_id] = watch
        watch.with_results |= with_results
        watch.delay_s = watch.pace.first_s
        self._ask(watch)

    def forget(self, job_id: str) -> None:
        """Let a job go together with the memory of what was brought of it."""
        self.unwatch(job_id)
        self._fetched = {known for known in self._fetched if known[0] != job_id}
        self._early = {known: heard_s for known, heard_s in self._early.items() if known[0] != job_id}

    def unwatch(self, job_id: str) -> None:
        """Let a job go; nothing of it is told any more."""
        watch = self._watches.pop(job_id, None)
        if watch is None:
            return
        watch.timer.stop()
        watch.timer.deleteLater()
        for call in (watch.call, *watch.fetching.values()):
            if call is not None:
                call.cancel()

    def is_watching(self, job_id: str) -> bool:
        """Whether this job is being followed."""
        return job_id in self._watches

    def close(self) -> None:
        """Stop every timer."""
        for job_id in list(self._watches):
            self.unwatch(job_id)

    def _timer(self, job_id: str) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._ask_by_id(job_id))
        return timer

    def _ask_all(self, link: Link) -> None:
        for watch in list(self._watches.values()):
            if self._links.of_job(watch.job_id) is link:
                self._ask(watch)

    def _ask_by_id(self, job_id: str) -> None:
        watch = self._watches.get(job_id)
        if watch is not None:
            self._ask(watch)

    def _ask(self, watch: _Watch) -> None:
        watch.timer.stop()
        if watch.call is not None:
            return
        wire = wire_id(watch.job_id)
        watch.call = self._links.of_job(watch.job_id).call(
            lambda client, token: client.get_job(wire, include_detections=False),
            lambda job: self._on_answer(watch, job),
            lambda error: self._on_error(watch, error),
            name=f"poll {watch.job_id}",
        )

    def _on_answer(self, watch: _Watch, job: InferenceJob) -> None:
        watch.call = None
        has_news = job != watch.last_seen
        watch.last_seen = job
        watch.delay_s = watch.pace.first_s if has_news else watch.pace.slower(watch.delay_s)
        self._again(watch, watch.delay_s)
        brought = []
        for file in job.files if watch.with_results else ():
            known = (watch.job_id, file.file_id)
            if (file.heard_s or 0.0) > self._early.get(known, 0.0):
                self._fetch(watch, file.file_id, is_early=True)
            if file.status != "completed" or known in self._fetched:
                continue
            if file.detections is None:
                self._fetch(watch, file.file_id)
            else:
                brought.append(file)  # a server that sends everything with every answer
        self.job_seen.emit(job.model_copy(update={"id": watch.job_id}))
        for file in brought:
            self._fetched.add((watch.job_id, file.file_id))
            self.file_seen.emit(watch.job_id, file)

    def _on_error(self, watch: _Watch, error: BaseException) -> None:
        watch.call = None
        if not is_passing(error):
            self.unwatch(watch.job_id)
            self.job_lost.emit(watch.job_id, error)
            return
        watch.delay_s = watch.pace.slower(watch.delay_s)
        self._again(watch, max(watch.delay_s, _asked_to_wait_s(error)))

    def _fetch(self, watch: _Watch, file_id: str, *, is_early: bool = False) -> None:
        if file_id in watch.fetching:
            return
        wire = wire_id(watch.job_id)
        watch.fetching[file_id] = self._links.of_job(watch.job_id).call(
            lambda client, token: client.get_file(wire, file_id),
            lambda file: self._on_file(watch, file_id, file),
            lambda error: self._on_file_error(watch, file_id, error, is_early=is_early),
            name=f"results {file_id}",
        )

    def _on_file(self, watch: _Watch, file_id: str, file: AudioFile) -> None:
        watch.fetching.pop(file_id, None)
        if file.status == "processing":
            self._early[watch.job_id, file_id] = file.heard_s or 0.0
        else:
            self._early.pop((watch.job_id, file_id), None)
            self._fetched.add((watch.job_id, file_id))
        self.file_seen.emit(watch.job_id, file)

    def _on_file_error(
        self, watch: _Watch, file_id: str, error: BaseException, *, is_early: bool
    ) -> None:
        """A passing error costs nothing: the file is not marked as fetched, the next answer tries again.

        Nor does any error of a file under way: the whole result is still to come.
        """
        watch.fetching.pop(file_id, None)
        if not is_passing(error) and not is_early:
            self._fetched.add((watch.job_id, file_id))
            sentence = words_of(error)
            self.file_seen.emit(
                watch.job_id, AudioFile(file_id=file_id, status="failed", error_message=sentence)
            )

    def _again(self, watch: _Watch, delay_s: float) -> None:
        if watch.job_id in self._watches:
            watch.timer.start(round(watch.pace.spread(delay_s) * 1000))


def _asked_to_wait_s(error: BaseException) -> float:
    if isinstance(error, RateLimited | ServiceBroken) and error.retry_after_s is not None:
        return error.retry_after_s
    return 0.0
