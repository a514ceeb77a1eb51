"""How the last run ended: in order, by a broken library, killed; and that a living window is not taken for dead."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from relay_desktop.crash_watch import MOST_REPORTS, CrashWatch

_RUN = """
import ctypes, os, sys
from pathlib import Path
from relay_desktop.crash_watch import CrashWatch
watch = CrashWatch(Path(sys.argv[1]))
watch.start()
print("running", flush=True)
sys.stdin.readline()
if sys.argv[2] == "break":
    ctypes.string_at(0)
watch.close()
"""


def a_run(folder: Path, manner: str) -> subprocess.Popen[str]:
    """Another run of the program on the same folder, up and watching."""
    child = subprocess.Popen(
        [sys.executable, "-c", _RUN, str(folder), manner],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "running\n"
    return child


def next_start(folder: Path) -> object:
    watch = CrashWatch(folder)
    try:
        return watch.start()
    finally:
        watch.close()


def test_an_end_in_order_leaves_nothing(tmp_path: Path) -> None:
    a_run(tmp_path, "end").communicate("go\n")
    assert next_start(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_broken_library_is_named_once_with_its_report(tmp_path: Path) -> None:
    child = a_run(tmp_path, "break")
    child.communicate("go\n")
    assert child.returncode == -signal.SIGSEGV
    watch = CrashWatch(tmp_path)
    bad = watch.start()
    watch.close()
    assert bad is not None
    assert bad.fault == "Segmentation fault"
    assert bad.report is not None
    assert "Current thread" in bad.report.read_text(encoding="utf-8")
    assert next_start(tmp_path) is None, "it is told once"


def test_a_killed_run_was_ended_from_outside(tmp_path: Path) -> None:
    child = a_run(tmp_path, "end")
    child.kill()
    child.communicate()
    watch = CrashWatch(tmp_path)
    bad = watch.start()
    watch.close()
    assert bad is not None
    assert (bad.report, bad.fault) == (None, "")


def test_a_window_that_is_open_is_not_taken_for_dead(tmp_path: Path) -> None:
    child = a_run(tmp_path, "end")
    assert next_start(tmp_path) is None
    child.communicate("go\n")
    assert next_start(tmp_path) is None


def test_old_reports_do_not_pile_up(tmp_path: Path) -> None:
    for number in range(MOST_REPORTS + 3):
        (tmp_path / f"crash-{number}.log").write_text("Fatal Python error: Aborted\n")
        os.utime(tmp_path / f"crash-{number}.log", (number, number))
    next_start(tmp_path)
    assert len(list(tmp_path.glob("crash-*.log"))) == MOST_REPORTS
    assert not (tmp_path / "crash-0.log").exists()


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert next_start(tmp_path / "file" / "logs") is None
