"""From a tick of the threshold slider to repainted regions, table and counts, in the real window off screen.

    python -m pytest tests/bench/bench_slider.py -s

A drag over the whole range of each slider, one tick after the other; a tick is done when every widget that wanted
to be painted has been. All of it happens in the window's thread, so the limits (16 ms at 20,000 raw detections, 33 ms
at 100,000: one and two frames at 60 Hz) hold for the medians of that thread's own time: on a machine that others use
too, time on the wall measures the others. Both are printed.
"""

from __future__ import annotations

import statistics
from pathlib import Path
from time import perf_counter, thread_time

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.peak_builder import build_peaks
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools
from relay_desktop.session.transport import Transport
from relay_desktop.settings import Settings

TYPES = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")
SECONDS, RATE_HZ = 600, 8000
LIMIT_MS = {20_000: 16.0, 100_000: 33.0}
TICKS = 60


def raw_table(rows: int) -> DetectionTable:
    """So many raw detections over ten minutes, as an engine gives them: more unsure ones than sure ones."""
    rng = np.random.default_rng(7)
    start = np.sort(rng.integers(0, SECONDS * 1000 - 500, rows))
    end = start + rng.integers(1, 400, rows)
    return DetectionTable(TYPES, rng.integers(0, len(TYPES), rows), start, end, rng.beta(1.2, 2.5, rows))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The window with ten minutes of audio in it."""
    path = tmp_path / "ten minutes.wav"
    soundfile.write(path, np.random.default_rng(1).normal(0, 0.1, SECONDS * RATE_HZ), RATE_HZ)
    session = ReviewSession()
    library = Library(tmp_path / "library.sqlite")
    review = Review(session, library.verdicts, session)
    settings = Settings(tmp_path / "settings.ini")
    tools = ReviewTools(session, review, library, session)
    window = MainWindow(session, review, Transport(), ProblemDesk(), settings, tools)
    qtbot.addWidget(window)
    window.resize(1600, 980)
    session.add_files([path])
    clip = AudioClip(path)
    window.show_clip(clip)
    window.show_peaks(build_peaks(path, lambda _pyramid: None, lambda: False, None))
    window.show()
    qtbot.waitExposed(window)
    return window


def settle() -> None:
    """Everything that is waiting is done: layout, painting, timers that are due."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)


def drag(window: MainWindow, field: str) -> tuple[list[float], list[float]]:
    """Milliseconds of every tick of a drag over a whole slider: of this thread, and on the wall."""
    slider = window.tuning_panel.rows[field].slider
    own, wall = [], []
    for position in np.linspace(0, 1000, TICKS):
        value = slider._scale.value(int(position))
        settle()
        began, began_own = perf_counter(), thread_time()
        slider._go(value)
        settle()
        own.append((thread_time() - began_own) * 1000)
        wall.append((perf_counter() - began) * 1000)
    slider._end()
    return own, wall


def words(times: list[float]) -> str:
    """Median and 95th percentile."""
    return f"median {statistics.median(times):.1f} ms, 95th percentile {statistics.quantiles(times, n=20)[-1]:.1f} ms"


@pytest.mark.bench
@pytest.mark.parametrize("rows", LIMIT_MS)
def test_a_tick_fits_into_a_frame(window: MainWindow, rows: int, capsys: pytest.CaptureFixture[str]) -> None:
    session = window.session
    assert session.current is not None
    session.set_raw(session.current, raw_table(rows))
    medians = {}
    for field in ("threshold", "merge_window_ms", "min_duration_ms"):
        session.set_tuning(TuningConfig(threshold=0.05, merge_window_ms=20, min_duration_ms=0))
        own, wall = drag(window, field)
        medians[field] = statistics.median(own)
        with capsys.disabled():
            print(f"\n{rows:>7} raw, {field}: own {words(own)}; wall {words(wall)}")
    window.transport.close()
    window.show_clip(None)
    assert max(medians.values()) <= LIMIT_MS[rows]
