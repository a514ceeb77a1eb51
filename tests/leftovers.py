"""What a test must not leave behind, and how it is found: threads, timers, child processes, log warnings."""

from __future__ import annotations

import ctypes
import logging
import os
import re
import signal
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from shiboken6 import isValid

GRACE_S = 5.0
PROCESSES_OF_PYTHON = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")
PR_SET_CHILD_SUBREAPER = 36

_started_timers: weakref.WeakSet[QTimer] = weakref.WeakSet()
_plain_start = QTimer.start


def _recorded_start(timer: QTimer, *arguments: Any) -> None:
    _started_timers.add(timer)
    _plain_start(timer, *arguments)


QTimer.start = _recorded_start  # type: ignore[method-assign,assignment]


def adopt_orphans() -> None:
    """Make this process the parent of grandchildren whose parent died, so that they are seen (Linux)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


class Threads:
    """Python threads that were not there when the watch began."""

    def __init__(self) -> None:
        self._before = set(threading.enumerate())

    def left_behind(self) -> Iterator[str]:
        """One sentence per thread that does not end within the grace time."""
        deadline = time.monotonic() + GRACE_S
        for thread in set(threading.enumerate()) - self._before:
            thread.join(max(0.0, deadline - time.monotonic()))
            if thread.is_alive():
                yield f"A thread was left running: {thread.name}"


class Timers:
    """QTimer objects started from Python and still running."""

    def __init__(self) -> None:
        self._before = set(running_timers())

    def left_behind(self) -> Iterator[str]:
        """One sentence per timer that still runs once deleted objects are really gone."""
        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for timer in running_timers():
            if timer not in self._before:
                name = timer.objectName() or f"of {timer.parent()}"
                yield f"A timer was left running: {name}, every {timer.interval()} ms"
                timer.stop()


def running_timers() -> list[QTimer]:
    """Timers that exist and are active."""
    return [timer for timer in list(_started_timers) if isValid(timer) and timer.isActive()]


class Processes:
    """Child processes, and orphans this process adopted, that were not there when the watch began."""

    def __init__(self) -> None:
        self._before = set(children())

    def left_behind(self) -> Iterator[str]:
        """One sentence per process that does not end within the grace time; it is killed."""
        deadline = time.monotonic() + GRACE_S
        pause = threading.Event()
        while (left := self._alive()) and time.monotonic() < deadline:
            pause.wait(0.02)
        for pid, command in left.items():
            yield f"A process was left running: {command}"
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)

    def _alive(self) -> dict[int, str]:
        """Process id -> command line; those that ended are collected on the way."""
        alive = {}
        for pid in children():
            if pid in self._before or _has_ended(pid):
                continue
            command = command_line(pid)
            if command and not any(name in command for name in PROCESSES_OF_PYTHON):
                alive[pid] = command
        return alive


def _has_ended(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except ChildProcessError:
        return True


def children() -> list[int]:
    """Ids of the direct child processes (Linux; elsewhere nothing is watched)."""
    found: list[int] = []
    for task in Path("/proc/self/task").glob("*/children"):
        try:
            found += [int(pid) for pid in task.read_text().split()]
        except OSError:
            continue  # that thread just ended
    return found


def command_line(pid: int) -> str:
    """The command line of a process (it has none for an instant while it starts); empty when it is gone."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return ""
    return b" ".join(words).decode(errors="replace").strip() or f"process {pid}"


class LogWatch(logging.Handler):
    """Collects warnings and worse while a test runs and compares them with what the test expects."""

    def __init__(self, test: pytest.Item) -> None:
        super().__init__(logging.WARNING)
        self._judges_itself = "caplog" in getattr(test, "fixturenames", ())
        self._patterns = [pattern for mark in test.iter_markers("expects_log") for pattern in mark.args]
        self._messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record as text."""
        self._messages.append(f"{record.name}: {record.getMessage()}")

    def __enter__(self) -> LogWatch:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_exception: object) -> None:
        logging.getLogger().removeHandler(self)

    def complaints(self) -> list[str]:
        """Warnings nobody expected, expected ones that did not come."""
        if self._judges_itself:
            return []
        unexpected = [m for m in self._messages if not any(re.search(p, m) for p in self._patterns)]
        missing = [p for p in self._patterns if not any(re.search(p, m) for m in self._messages)]
        return [f"An unexpected warning was logged: {message}" for message in unexpected] + [
            f"An expected warning was not logged: {pattern}" for pattern in missing
        ]
