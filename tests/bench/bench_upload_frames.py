"""Frames of the real window while it sends 200 files of 5 MB: `python -m tests.bench.bench_upload_frames [files]`.

A server process of ours, an account on it, one job. A precise timer of 16 ms moves the timeline by a little each time;
what counts is the time from one moved and painted frame to the next, first with nothing to do, then while five files
at a time go out. Wanted: under 33 ms. The stand-in worker does the detections.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import numpy as np
import soundfile
from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from inference.tuning_config import RAW_CAPTURE
from relay_desktop.accounts import Account, AccountBook
from relay_desktop.app.desktop import Desktop
from relay_desktop.app.places import DEMO, Places
from relay_desktop.session.job_plan import JobPlan
from relay_desktop.session.review_file import CONFIRMING, UPLOADING, WAITING
from tests.inference.service.living_service import KEY, MODEL, LivingService, stand_in_models

FRAMES_OF_5_MB = 2_500_000
IDLE_S = 5.0
SENDING = {WAITING, UPLOADING, CONFIRMING}


class Frames:
    """Moves the timeline every 16 ms and keeps the gaps between painted frames, in ms."""

    def __init__(self, desktop: Desktop) -> None:
        self.gaps: list[float] = []
        self._timeline = desktop.window.timeline
        self._step_s = 0.05
        self._last = perf_counter()
        self._timer = QTimer(desktop)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move)
        self._timer.start(16)

    def take(self) -> list[float]:
        """The gaps since the last time."""
        taken, self.gaps = self.gaps, []
        return taken

    def _move(self) -> None:
        self._step_s = -self._step_s
        self._timeline.scroll_by(self._step_s)
        self._timeline.repaint()
        now = perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


def main() -> None:
    """Print one line per figure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with LivingService(folder / "server", models=stand_in_models(folder / "models")) as server:
            account = Account("Studio", server.url, id="studio")
            places = Places.of_user(folder / "desk")
            desktop = Desktop(places)
            desktop.show([DEMO])
            _until(application, lambda: desktop.session.current is not None and desktop.session.current.raw is not None)
            desktop.window.timeline.zoom_to(5.0, 15.0)
            try:
                measure(application, desktop, account, _recordings(folder, count))
            finally:
                desktop.close()


def measure(application: QApplication, desktop: Desktop, account: Account, waves: list[Path]) -> None:
    """Idle, then sending."""
    assert desktop.crew is not None
    assert desktop.conductor is not None
    links = desktop.crew.links
    AccountBook(desktop.places.accounts).put(account)
    links.keys.keep(account, KEY)
    links.load()
    _until(application, lambda: links.of("studio").is_ready)
    frames = Frames(desktop)
    _run(application, IDLE_S)
    _say("idle", frames.take())
    begun = perf_counter()
    desktop.conductor.start_job(JobPlan(account.id, MODEL, RAW_CAPTURE), waves)
    _until(application, lambda: len(desktop.session.files) == len(waves))
    _until(application, lambda: not any(file.status in SENDING for file in desktop.session.files))
    _say(f"sending {len(waves)} files in {perf_counter() - begun:.1f} s", frames.take())


def _recordings(folder: Path, count: int) -> list[Path]:
    first = folder / "take 0.wav"
    soundfile.write(first, np.zeros(FRAMES_OF_5_MB, dtype=np.int16), 48_000)
    names = [folder / f"take {number}.wav" for number in range(count)]
    for path in names[1:]:
        path.hardlink_to(first)
    return names


def _say(what: str, gaps: list[float]) -> None:
    found = np.array(gaps)
    load = os.getloadavg()[0]
    print(
        f"{what}: median {np.median(found):.1f} ms, 95 % {np.percentile(found, 95):.1f} ms, "
        f"longest {found.max():.0f} ms, {len(found)} frames, load {load:.1f}",
        flush=True,
    )


def _run(application: QApplication, seconds: float) -> None:
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < seconds * 1000:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _until(application: QApplication, is_so: object, limit_s: float = 60) -> None:
    assert callable(is_so)
    begun = perf_counter()
    while not is_so():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        if perf_counter() - begun > limit_s:
            raise TimeoutError


if __name__ == "__main__":
    main()
