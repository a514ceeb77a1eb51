"""How the last start ended: in order, by a fault inside a library, or from outside.

Each run holds a lock file and lets Python's `faulthandler` write what every thread was doing when a library broke. A
lock file that nobody holds any more belongs to a run that did not end in order; the next start says so, once.
"""

from __future__ import annotations

import faulthandler
import logging
import os
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

log = logging.getLogger("relay_desktop.crash_watch")
MOST_REPORTS: Final = 5
_LOCK: Final = "run-{}.lock"
_REPORT: Final = "crash-{}.log"


@dataclass(frozen=True)
class BadEnd:
    """A run that did not end in order. `fault` is what faulthandler named, "" when it was ended from outside."""

    report: Path | None
    fault: str


class CrashWatch:
    """Watches this run from `start` to `close`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: QLockFile | None = None
        self._report: TextIOWrapper | None = None
        self._was_enabled = False

    def start(self) -> BadEnd | None:
        """Begin to watch; returns how the last run ended if that was not in order."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            bad = self._look_back()
            self._lock = QLockFile(str(self._folder / _LOCK.format(os.getpid())))
            # Another run's lock is stale when that run is no more, never because it is old.
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)
            self._report = (self._folder / _REPORT.format(os.getpid())).open("w", encoding="utf-8")
        except OSError as error:
            log.info("a crash of this run will leave no report: %s", error)
            return None
        self._was_enabled = faulthandler.is_enabled()
        faulthandler.enable(self._report, all_threads=True)
        return bad

    def close(self) -> None:
        """The run ends in order."""
        if self._report is not None:
            faulthandler.disable()
            if self._was_enabled:
                faulthandler.enable()
            path = Path(self._report.name)
            self._report.close()
            self._report = None
            path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _look_back(self) -> BadEnd | None:
        bad: BadEnd | None = None
        for path in sorted(self._folder.glob(_LOCK.format("*"))):
            lock = QLockFile(str(path))
            lock.setStaleLockTime(0)
            if not lock.tryLock(0):
                continue  # another window, alive
            lock.unlock()
            path.unlink(missing_ok=True)
            bad = self._read_report(path.stem.removeprefix("run-"))
        self._forget_old_reports()
        return bad

    def _read_report(self, pid: str) -> BadEnd:
        report = self._folder / _REPORT.format(pid)
        try:
            words = report.read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return BadEnd(None, "")
        if not words:
            report.unlink(missing_ok=True)
            return BadEnd(None, "")
        return BadEnd(report, words.splitlines()[0].removeprefix("Fatal Python error: "))

    def _forget_old_reports(self) -> None:
        reports = sorted(self._folder.glob(_REPORT.format("*")), key=lambda path: path.stat().st_mtime)
        for path in reports[:-MOST_REPORTS]:
            path.unlink(missing_ok=True)
