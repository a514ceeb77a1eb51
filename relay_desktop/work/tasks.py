"""One way to leave the GUI thread, and one way back.

`Tasks.run(function, ...)` calls `function(token)` on a thread of a named lane; its result, its error and its
progress come back on the GUI thread. A task that was cancelled delivers nothing any more. `close()` cancels
everything and joins every thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")
log = logging.getLogger("relay_desktop.tasks")

# How many threads each kind of work may keep busy. Lanes keep a slow upload from holding up a poll, and the
# peaks of the file on the desk from waiting behind two hundred probes.
LANES: Final[Mapping[str, int]] = {
    "service": 1,
    "calls": 3,
    "transfer": 16,  # how many of them are at work at once is the sender's to say
    "download": 3,
    "find": 1,
    "probe": 1,
    "audio": 2,
    "export": 1,
    "reviews": 1,  # in order, so that a result is on the disk before its review is saved
}


class TaskCancelled(Exception):
    """Raised by `TaskToken.stop_if_cancelled`; the task ends without a word."""


class TaskToken:
    """What a running function sees of its task: whether to stop, and how to tell how far it is."""

    def __init__(self, tell: Callable[[tuple[Any, ...]], None]) -> None:
        self._cancelled = threading.Event()
        self._tell = tell

    def is_cancelled(self) -> bool:
        """Whether the person (or the closing window) no longer wants the result; safe from every thread."""
        return self._cancelled.is_set()

    def stop_if_cancelled(self) -> None:
        """Raises `TaskCancelled` when the result is no longer wanted."""
        if self._cancelled.is_set():
            raise TaskCancelled

    def wait(self, seconds: float) -> bool:
        """Pause; True at once when the task is cancelled meanwhile."""
        return self._cancelled.wait(seconds)

    def progress(self, *values: Any) -> None:
        """Hand values to `on_progress` on the GUI thread."""
        if not self._cancelled.is_set():
            self._tell(values)

    def cancel(self) -> None:
        """Ask the function to stop; what it still delivers is dropped."""
        self._cancelled.set()


class Task(Generic[Result]):
    """A piece of work on its way. Keep it only to cancel it or to ask whether it is over."""

    def __init__(self, name: str, tell: Callable[[Task[Any], str, Any], None]) -> None:
        self.name = name
        self.is_over = False
        self._tell = tell
        self.token = TaskToken(lambda values: tell(self, "progress", values))

    def cancel(self) -> None:
        """Drop the work: its function sees the token, nothing of it is delivered any more."""
        self.token.cancel()

    def work(self, function: Callable[[TaskToken], Result]) -> None:
        """Runs on the lane's thread."""
        try:
            self.token.stop_if_cancelled()
            result = function(self.token)
        except TaskCancelled:
            self._tell(self, "over", None)
        except BaseException as error:  # whatever it is, the GUI thread must learn that the task ended
            self._tell(self, "error", error)
        else:
            self._tell(self, "done", result)


class _Ways:
    """Where a task's news go."""

    def __init__(
        self,
        on_done: Callable[[Any], None] | None,
        on_error: Callable[[BaseException], None] | None,
        on_progress: Callable[..., None] | None,
    ) -> None:
        self.done = on_done
        self.error = on_error
        self.progress = on_progress


class Tasks(QObject):
    """Lanes of threads, and the door back to the GUI thread.

    `on_stray_error` hears of errors for which a task named no `on_error`, and of errors raised by the
    callbacks themselves.
    """

    idle = Signal()  # the last task has ended
    _arrived = Signal(object, str, object)

    def __init__(
        self, on_stray_error: Callable[[BaseException], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._on_stray_error = on_stray_error
        self._pools = {
            lane: ThreadPoolExecutor(threads, thread_name_prefix=f"relay-{lane}")
            for lane, threads in LANES.items()
        }
        self._running: dict[Task[Any], _Ways] = {}
        self._is_closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        function: Callable[[TaskToken], Result],
        on_done: Callable[[Result], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        *,
        on_progress: Callable[..., None] | None = None,
        lane: str = "calls",
        name: str = "",
    ) -> Task[Result]:
        """Start `function(token)` on a thread of `lane`; call from the GUI thread only."""
        task: Task[Result] = Task(name or getattr(function, "__name__", "task"), self._arrived.emit)
        if self._is_closed:
            task.cancel()
            task.is_over = True
            return task
        self._running[task] = _Ways(on_done, on_error, on_progress)
        self._pools[lane].submit(task.work, function)
        return task

    @property
    def running_count(self) -> int:
        """Tasks that have not delivered their end yet, cancelled ones included."""
        return len(self._running)

    def cancel_all(self) -> None:
        """Cancel everything, take nothing new; nothing is delivered afterwards. Does not wait."""
        self._is_closed = True
        for task in self._running:
            task.cancel()

    def close(self) -> None:
        """Cancel everything and join every thread."""
        self.cancel_all()
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
        for pool in self._pools.values():
            pool.shutdown(wait=True)
        self._running.clear()

    def _deliver(self, task: Task[Any], kind: str, payload: Any) -> None:
        ways = self._running.get(task)
        if ways is None:
            return
        if kind == "progress":
            self._hand_over(task, ways.progress, payload)
            return
        del self._running[task]
        task.is_over = True
        if kind == "done":
            self._hand_over(task, ways.done, (payload,))
        elif kind == "error":
            self._hand_over(task, ways.error or self._on_stray_error, (payload,))
        if not self._running:
            self.idle.emit()

    def _hand_over(self, task: Task[Any], way: Callable[..., None] | None, values: tuple[Any, ...]) -> None:
        if way is None or task.token.is_cancelled():
            return
        try:
            way(*values)
        except Exception as error:  # a callback's fault must not stop the other tasks' news
            log.exception("%s", task.name)
            self._on_stray_error(error)
