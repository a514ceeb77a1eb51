"""The next start shows the same file, the same stretch, the same detection; a killed window says what happened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from relay_desktop.app.places import DEMO
from tests.walks.program import Program


@pytest.mark.walk
def test_view_selection_and_playhead_come_back(start: Callable[..., Program]) -> None:
    first = start(DEMO)
    first.until_detected()
    first.until_drawn()
    first.session.select_row(1)
    first.window.timeline.set_view_range_s(8.0, 14.0)
    first.desktop.transport.seek_s(9.5)
    span = first.session.shown.to_rows()[1] if first.session.shown is not None else None
    first.close()
    first.session.select_row(0)  # as a job does that ends late: too late to be the place, and no timer runs for it
    again = start()
    again.until(lambda: again.session.selected_row is not None)
    again.until(lambda: again.desktop.transport.has_clip)
    assert again.session.shown is not None
    assert again.session.shown.to_rows()[again.session.selected_row] == span
    assert again.window.timeline.view_range_s() == pytest.approx((8.0, 14.0), abs=0.01)
    assert again.desktop.transport.position_s == pytest.approx(9.5, abs=0.01)
    assert again.told == []


@pytest.mark.walk
def test_after_a_kill_the_next_start_says_so(start: Callable[..., Program], tmp_path: Path) -> None:
    logs = tmp_path / "data" / "logs"
    logs.mkdir(parents=True)
    # What a run leaves that was killed: its lock, with a process id that nobody has.
    (logs / "run-999999999.lock").write_text(f"999999999\nrelay-desktop\n{QSysInfo.machineHostName()}\n")
    program = start(DEMO)
    told = program.desktop.problems.open_problems["bad-end"]
    assert told.title == "The program ended without being closed the last time."
    assert "ended from outside" in told.text
    assert program.window.problem_bar.retry_button.text() == "Show the logs"
