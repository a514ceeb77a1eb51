"""How quick review stays with 100,000 judged detections: `python tests/bench/bench_review.py [ROWS]`.

Open (verdicts from the library to a filled table) < 1 s; a filter < 50 ms; verdict to the next detection selected and
shown < 50 ms, the write to the disk included. The real window off screen, medians of some rounds; the time of the
processor stands beside that of the clock, which other work on the machine stretches.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools
from relay_desktop.session.row_criteria import RowCriteria
from relay_desktop.session.transport import Transport
from relay_desktop.session.verdicts import JudgedSpan, Verdict
from relay_desktop.settings import Settings

TYPES = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")
TUNING = '{"threshold": 0.5, "merge_window_ms": 200, "min_duration_ms": 0, "by_type": {}}'


def main(rows: int = 100_000) -> None:
    """Print a line per figure."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.sqlite")
        raw = heard(rows)
        library.verdicts.add("job", "a", spans(raw))
        window = made_window(library, Path(folder))
        window.resize(1600, 980)
        window.show()
        app.processEvents()
        opened(window, raw, app)
        filtered(window, app)
        judged(window, app)
        window.transport.close()
        window.close()
        library.close()


def heard(rows: int) -> DetectionTable:
    rng = np.random.default_rng(1)
    start = np.arange(rows) * 180
    return DetectionTable(
        TYPES, rng.integers(0, 7, rows), start, start + rng.integers(3, 100, rows), rng.random(rows)
    )


def spans(raw: DetectionTable) -> list[JudgedSpan]:
    """A verdict on every detection but each tenth."""
    rng = np.random.default_rng(2)
    kinds = list(Verdict)
    return [
        JudgedSpan(
            raw.artifact_type(row), int(raw.start_ms[row]), int(raw.end_ms[row]), kinds[int(rng.integers(3))], "Ann",
            "2026-01-01T10:00:00", None, None, "lip smack" if row % 50 == 0 else "", TUNING,
        )
        for row in range(len(raw))
        if row % 10
    ]  # fmt: skip


def made_window(library: Library, folder: Path) -> MainWindow:
    session = ReviewSession()
    review = Review(session, library.verdicts, session)
    tools = ReviewTools(session, review, library, session)
    return MainWindow(session, review, Transport(), ProblemDesk(), Settings(folder / "s.ini"), tools)


def timed(name: str, limit_s: float, rounds: int, work: Callable[[int], object]) -> None:
    clock, cpu = [], []
    for number in range(rounds):
        began, worked = perf_counter(), process_time()
        work(number)
        clock.append(perf_counter() - began)
        cpu.append(process_time() - worked)
    mark = "" if median(cpu) < limit_s else "  TOO LONG"
    load = os.getloadavg()[0]
    print(
        f"{name:28} {median(clock) * 1000:7.1f} ms ({median(cpu) * 1000:7.1f} ms of work,"
        f" limit {limit_s * 1000:.0f}, load {load:.1f}){mark}"
    )


def opened(window: MainWindow, raw: DetectionTable, app: QApplication) -> None:
    session = window.session

    def open_it(_round: int) -> None:
        file = ReviewFile(path=None, name="a.wav", key="a", duration_s=18_000.0, status="completed")
        file.set_raw(raw.select(np.arange(len(raw))))  # another table, so that everything is read anew
        session.open_desk(DeskJob("job", "m", "a"), [file])
        session.set_tuning(TuningConfig(0.0, 0, 0))
        app.processEvents()

    timed("open", 1.0, 5, open_it)


def filtered(window: MainWindow, app: QApplication) -> None:
    choices = (
        RowCriteria(verdict="open"), RowCriteria(least_confidence=0.7), RowCriteria(note="smack"), RowCriteria(),
        RowCriteria(shortest_ms=40, verdict="artifact"),
    )  # fmt: skip

    def filter_it(number: int) -> None:
        window.tools.filter.set_criteria(choices[number % len(choices)])
        app.processEvents()

    timed("filter, until repainted", 0.05, 25, filter_it)
    window.tools.filter.set_criteria(RowCriteria())


def judged(window: MainWindow, app: QApplication) -> None:
    window.session.select_row(0)

    def judge(_number: int) -> None:
        window.review.judge_artifact()
        app.processEvents()

    timed("verdict to next, repainted", 0.05, 40, judge)
    window.right_side.show_page("Evidence")
    app.processEvents()
    timed("the same with the evidence", 0.05, 40, judge)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
