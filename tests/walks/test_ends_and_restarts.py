"""Closing ends everything; being killed costs nothing; two windows; the picture without a display."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtGui import QImage

from tests.leftovers import children
from tests.walks.program import Program

pytestmark = pytest.mark.walk
CHECKOUT = Path(__file__).resolve().parents[2]


def hum(path: Path, seconds: float = 4.0, rate_hz: int = 16_000) -> Path:
    """Noise with half a second of silence in it: there is something to detect."""
    samples = np.random.default_rng(3).normal(0, 0.1, round(seconds * rate_hz))
    samples[rate_hz : rate_hz + rate_hz // 8] = 0
    soundfile.write(path, samples, rate_hz, subtype="PCM_16")
    return path


@contextmanager
def program_process(*words: str) -> Iterator[subprocess.Popen[str]]:
    """The program as a process of its own."""
    command = [sys.executable, "-m", "relay_desktop", *words]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def service_pid(data: Path) -> int | None:
    """The process id of the service on this data folder, once it is up."""
    try:
        return int(json.loads((data / "service" / "endpoint.json").read_text())["pid"])
    except (OSError, ValueError):
        return None


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(is_so: Callable[[], object], limit_s: float = 60.0) -> None:
    """Look again and again, outside Qt."""
    pause, left = threading.Event(), limit_s
    while not is_so():
        assert left > 0, "it did not come to this"
        pause.wait(0.05)
        left -= 0.05


def test_closing_the_window_ends_processes_threads_and_timers(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    threads, processes = set(threading.enumerate()), set(children())
    program = start(hum(tmp_path / "take.wav"))
    program.until_detected()
    assert set(children()) > processes, "the service runs as a child"
    pid = service_pid(tmp_path / "data")
    program.close()
    assert set(threading.enumerate()) <= threads
    assert set(children()) <= processes
    assert pid is not None
    assert not is_alive(pid)


def test_closing_in_the_middle_of_everything_ends_it_too(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    program = start(hum(tmp_path / "take.wav", seconds=600))
    program.until(lambda: program.session.files and program.session.files[0].duration_s)
    program.close()  # peaks are being read, the service is starting; the fixtures look for what is left


@pytest.mark.expects_log("ended with status -9")
def test_the_service_killed_in_mid_job(start: Callable[..., Program], tmp_path: Path) -> None:
    first, second = hum(tmp_path / "first.wav"), hum(tmp_path / "long.wav", seconds=240)
    program = start(first)
    program.until_detected()
    assert program.desktop.conductor is not None
    program.desktop.conductor.open_paths([second])
    program.until(lambda: len(program.session.files) == 2 and program.row("long.wav").status == "processing")
    shown, raw = program.row("first.wav").retuned, program.row("first.wav").raw
    pid = service_pid(tmp_path / "data")
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    program.until(lambda: program.told)
    assert "started again" in program.told[0].title
    assert program.row("first.wav").raw is raw
    assert program.row("first.wav").retuned is shown
    program.until_detected()
    assert len(program.told) == 1


def test_the_window_killed_in_mid_job(start: Callable[..., Program], tmp_path: Path) -> None:
    data, long = tmp_path / "data", hum(tmp_path / "long.wav", seconds=240)
    log = data / "service" / "service.db"
    with program_process(str(hum(tmp_path / "short.wav")), str(long), "--data-dir", str(data)) as window:
        until(lambda: log.exists() and service_pid(data) is not None)
        until(lambda: _files_in_library(data) == 2)
        pid = service_pid(data)
        window.kill()
    assert pid is not None
    until(lambda: not is_alive(pid))
    program = start()
    assert sorted(file.name for file in program.session.files) == ["long.wav", "short.wav"]
    program.until_detected()
    assert len(program.session.jobs) == 1


def _files_in_library(data: Path) -> int:
    """Files that were confirmed, as the library knows."""
    with sqlite3.connect(data / "library.sqlite") as library:
        return int(library.execute("SELECT count(*) FROM files WHERE file_id IS NOT NULL").fetchone()[0])


def test_a_second_window_uses_the_service_of_the_first(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start(hum(tmp_path / "one.wav"))
    program.until_detected()
    pid = service_pid(tmp_path / "data")
    picture = tmp_path / "second.png"
    words = (
        str(hum(tmp_path / "two.wav")),
        "--data-dir",
        str(tmp_path / "data"),
        "--screenshot",
        str(picture),
    )
    with program_process(*words) as second:
        said, errors = second.communicate(timeout=120)
    assert second.returncode == 0, errors
    assert "second.png" in said
    assert service_pid(tmp_path / "data") == pid
    assert pid is not None
    assert is_alive(pid)
    crew = program.desktop.crew
    assert crew is not None
    crew.shelf.refresh()
    program.until(lambda: len(program.session.jobs) == 2)


def test_the_picture_and_the_table_without_a_display(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    words = ("--data-dir", str(tmp_path / "data"), "--screenshot", str(picture), "--print-table")
    with program_process(*words) as process:
        said, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert "announcement.flac" in said
    assert "distortion" in said
    assert str(picture) in said
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1600, 980)
    colours = {image.pixel(x, y) for x in range(0, 1600, 7) for y in range(0, 980, 7)}
    assert len(colours) > 50, "the window was painted"


def test_a_picture_of_a_file_that_fails_ends_with_status_1(tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("no audio")
    words = (str(tmp_path / "text.wav"), "--data-dir", str(tmp_path / "data"), "--print-table")
    with program_process(*words, "--screenshot", str(tmp_path / "picture.png")) as process:
        said, _errors = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "header cannot be read" in said
