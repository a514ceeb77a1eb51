"""Progress: lines that stay in a log, a line that is rewritten on a terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from relay_desktop.command_line.progress import ERASE_LINE, Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "ascii"

    def isatty(self) -> bool:
        """It is."""
        return True


def test_a_log_gets_finished_files_only() -> None:
    log = io.StringIO()
    progress = Progress(2, log)
    progress.working(0, Path("a.wav"), 0.5)
    progress.finished(Path("dir/a.wav"), "completed", None)
    progress.finished(Path("two\nlines.wav"), "failed", "It is empty.")
    assert log.getvalue() == "[1/2] a.wav completed\n[2/2] two�lines.wav failed: It is empty.\n"


def test_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "20")
    screen = Terminal()
    progress = Progress(3, screen)
    progress.working(1, Path("é.wav"), 0.256)
    progress.working(1, Path("a_very_long_name_indeed.wav"), None)
    progress.finished(Path("a.wav"), "completed", None)
    _, first, second, last = screen.getvalue().split(ERASE_LINE)
    assert first == "[2/3] ?.wav 26%"
    assert len(second) == 19
    assert last == "[1/3] a.wav completed\n"
