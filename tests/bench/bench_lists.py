"""Ten thousand files in the list and a million detections in the table: `python tests/bench/bench_lists.py`.

The real window, off screen unless QT_QPA_PLATFORM says otherwise. Milliseconds of the window's thread: what other
programs on the machine do is left out.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools
from relay_desktop.session.transport import Transport
from relay_desktop.settings import Settings

TYPES = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")
FILES, ROWS_PER_FILE, ROWS = 10_000, 200, 1_000_000


def main() -> None:
    """Print one line per figure."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.sqlite")
        session = ReviewSession()
        review = Review(session, library.verdicts, session)
        settings = Settings(Path(folder) / "settings.ini")
        tools = ReviewTools(session, review, library, session)
        window = MainWindow(session, review, Transport(), ProblemDesk(), settings, tools)
        window.resize(1600, 980)
        window.show()
        settle(app)
        print(f"{QApplication.platformName()}; milliseconds of the window's thread")
        files_in_the_list(app, session, window)
        a_large_table(app, session, window)
        window.close()
        library.close()


def files_in_the_list(app: QApplication, session: ReviewSession, window: MainWindow) -> None:
    """Insertion, scrolling, and a slider dragged while every file has detections."""
    paths = [Path(f"/archive/tape {number:05}.wav") for number in range(FILES)]
    say(f"{FILES:,} files put into the list", once(app, lambda: session.add_files(paths)))
    files = [ReviewFile(path=path, name=path.name, status="completed") for path in paths]
    raw = [table(ROWS_PER_FILE, 600_000, seed) for seed in range(20)]
    for number, file in enumerate(files):
        file.set_raw(raw[number % len(raw)])
    say(
        f"a desk of {FILES:,} finished files opened",
        once(app, lambda: session.open_desk(DeskJob("j", "m", "t"), files)),
    )
    drain(app, session)
    view = window.file_panel.list
    bar = view.verticalScrollBar()
    say("a page of the list scrolled", *frames(app, lambda step: bar.setValue(step * bar.pageStep())))
    view.scrollTo(view.model().index(0, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def tick(step: int) -> None:
        config = TuningConfig(threshold=0.3 + step * 0.005, merge_window_ms=0, min_duration_ms=0)
        session.set_tuning(config, final=False)

    say("a tick of the threshold with all of them", *frames(app, tick, 60))
    began = thread_time()
    drain(app, session)
    say("the counts of every file after the drag", (thread_time() - began) * 1e3)


def a_large_table(app: QApplication, session: ReviewSession, window: MainWindow) -> None:
    """From raw rows to the painted table, and its scrolling."""
    file = ReviewFile(path=None, name="long.wav", duration_s=10_800.0)
    session.open_desk(DeskJob("k", "m", "t"), [file])
    settle(app)
    raw = table(ROWS, 10_800_000, 1)
    session.set_tuning(TuningConfig(threshold=0.05, merge_window_ms=0, min_duration_ms=0))
    say(f"{ROWS:,} detections taken and shown", once(app, lambda: session.set_raw(file, raw)))
    bar = window.table.verticalScrollBar()
    say("a page of the table scrolled", *frames(app, lambda step: bar.setValue(step * 30_000)))
    say("the next detection selected", *frames(app, lambda _step: window.walk.next()))


def table(rows: int, span_ms: int, seed: int) -> DetectionTable:
    """A raw capture: seven types, two rows of one type never touch."""
    rng = np.random.default_rng(seed)
    start = (np.arange(rows) * (span_ms / rows)).astype(np.int64)
    length = max(1, span_ms * 6 // rows)
    return DetectionTable(
        TYPES, np.arange(rows) % 7, start, start + rng.integers(0, length, rows), rng.random(rows)
    )


def settle(app: QApplication) -> None:
    """Everything that is waiting is done."""
    app.sendPostedEvents()
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.UpdateRequest)


def drain(app: QApplication, session: ReviewSession) -> None:
    """Until the files out of view are retuned too."""
    while any(file.retuned is None or file._tuned_by is not session.rules for file in session.files):
        app.processEvents()


def once(app: QApplication, step: Callable[[], object]) -> float:
    """Milliseconds of one change and the frame that shows it."""
    settle(app)
    began = thread_time()
    step()
    settle(app)
    return (thread_time() - began) * 1e3


def frames(app: QApplication, step: Callable[[int], object], times: int = 31) -> tuple[float, float]:
    """Median and 95th percentile of several."""
    took = [once(app, lambda number=number: step(number)) for number in range(times)]  # type: ignore[misc]
    return median(took), float(np.percentile(took, 95))


def say(what: str, ms: float, at_95: float | None = None) -> None:
    """One line."""
    print(f"  {what:44} {ms:9.1f}" + ("" if at_95 is None else f"   95th percentile {at_95:7.1f}"))


if __name__ == "__main__":
    main()
