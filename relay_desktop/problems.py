"""What goes wrong with the whole program ends here, as a sentence that a person can act on.

One desk, one signal. What concerns one file is written into that file's row instead. The exception hooks of
Python, of its threads and the message handler of Qt end here too, and everything reported is in the log file
with its traceback.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from relay_desktop.translation import error_said, said, spoken

LOG_NAME: Final = "relay-desktop.log"
LOG_BYTES: Final = 1_000_000
log = logging.getLogger("relay_desktop")

# What a platform without a screen says of itself at every start.
_QT_HARMLESS: Final = ("This plugin does not support",)
_QT_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True)
class Problem:
    """What happened (`title`, `text`), what to do about it (`advice`), and how to try again.

    `key` names the matter: a later problem of the same key replaces this one, `ProblemDesk.clear(key)` takes
    it away when it solved itself. `is_note` marks good or neutral news ("the engine was started again").
    `retry_words` are on the button that calls `retry`.
    """

    title: str
    text: str = ""
    advice: str = ""
    retry: Callable[[], None] | None = None
    key: str = ""
    is_note: bool = False
    retry_words: str = ""


class ProblemDesk(QObject):
    """Collects problems from every room and every thread and tells them on the thread it lives in."""

    reported = Signal(object)  # Problem
    cleared = Signal(str)  # key
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.open_problems: dict[str, Problem] = {}
        self.log_path: Path | None = None
        self._arrived.connect(self._tell, Qt.ConnectionType.AutoConnection)

    def report(self, problem: Problem) -> None:
        """Tell the person; safe from every thread."""
        log.log(logging.INFO if problem.is_note else logging.WARNING, "%s %s", problem.title, problem.text)
        self._arrived.emit(problem)

    def report_error(
        self, error: BaseException, *, retry: Callable[[], None] | None = None, key: str = ""
    ) -> None:
        """Tell the person about an exception; its traceback goes to the log; safe from every thread."""
        log.error("%s", error, exc_info=error)
        self._arrived.emit(problem_of(error, retry=retry, key=key))

    def clear(self, key: str) -> None:
        """The matter solved itself."""
        if self.open_problems.pop(key, None) is not None:
            self.cleared.emit(key)

    def _tell(self, problem: Problem) -> None:
        if problem.key:
            self.open_problems[problem.key] = problem
        self.reported.emit(problem)


def problem_of(error: BaseException, *, retry: Callable[[], None] | None = None, key: str = "") -> Problem:
    """The sentence for any exception: errors of ours carry title and advice, others get a plain frame."""
    title = getattr(error, "title", None)
    if isinstance(title, str) and title:
        text, (happened, advice) = error_said(error), error_words(error)
        return Problem(happened, "" if text in {title, happened} else text, advice, retry, key)
    if isinstance(error, OSError):
        return Problem(said("The disk or the system refused something."), str(error), "", retry, key)
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    advice = said("Your work is kept. If it happens again, send us the log file (Help, Show log).")
    return Problem(said("Something went wrong inside the program."), text, advice, retry, key)


def error_words(error: BaseException) -> tuple[str, str]:
    """What happened and what to do, of an error of ours, in the language of the window."""
    title, advice = getattr(error, "title", ""), getattr(error, "advice", "")
    return spoken(title), spoken(advice)


class Hooks:
    """Sends uncaught exceptions and Qt's messages to a desk and a log file; `remove()` puts things back."""

    def __init__(self, desk: ProblemDesk, log_folder: Path) -> None:
        self._desk = desk
        self._handler = _log_handler(log_folder)
        self._old_hook = sys.excepthook
        self._old_thread_hook = threading.excepthook
        self._old_qt_handler: Any = None
        desk.log_path = log_folder / LOG_NAME

    def install(self) -> None:
        """Start to listen."""
        log.addHandler(self._handler)
        log.setLevel(logging.INFO)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._old_qt_handler = qInstallMessageHandler(self._on_qt_message)

    def remove(self) -> None:
        """Put back what was there before."""
        sys.excepthook = self._old_hook
        threading.excepthook = self._old_thread_hook
        qInstallMessageHandler(self._old_qt_handler)
        log.removeHandler(self._handler)
        self._handler.close()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._old_hook(kind, error, trace)
            return
        self._desk.report_error(error, key="crash")

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self._desk.report_error(args.exc_value, key="crash")

    def _on_qt_message(self, level: QtMsgType, context: QMessageLogContext, message: str) -> None:
        is_harmless = message.startswith(_QT_HARMLESS)
        log.log(logging.DEBUG if is_harmless else _QT_LEVELS.get(level, logging.INFO), "Qt: %s", message)


def _log_handler(folder: Path) -> logging.Handler:
    """A rotating file, or the standard error stream where the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
    return handler
