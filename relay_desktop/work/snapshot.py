"""The picture of the window once every detection is there, and the detections as a table of text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.work.audio_loader import AudioLoader
from relay_desktop.work.job_conductor import JobConductor
from relay_desktop.work.link import DOWN
from relay_desktop.work.service_link import ServiceLink

WIDTH, HEIGHT = 1600, 980
LOOK_EVERY_MS: Final = 50
SETTLE_MS: Final = 400  # after the last news: layouts, the close look at samples, the last frame
FAILED: Final = frozenset({"failed", "missing", "cancelled"})


class Snapshot(QObject):
    """Looks again and again until nothing more is to come, takes the picture, tells the exit status.

    `finished(0)`, or 1 when a file failed, nothing was opened or the engine did not start.
    """

    finished = Signal(int)

    def __init__(
        self,
        *,
        window: QWidget,
        session: ReviewSession,
        conductor: JobConductor,
        loader: AudioLoader,
        link: ServiceLink,
        picture: Path,
        say: Callable[[str], None],
        print_table: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._session = session
        self._conductor = conductor
        self._loader = loader
        self._link = link
        self._picture = picture
        self._say = say
        self._print_table = print_table
        window.resize(WIDTH, HEIGHT)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def give_up(self, sentence: str) -> None:
        """Nothing can be opened: say so and end."""
        self._timer.stop()
        self._say(sentence)
        self.finished.emit(1)

    def _look(self) -> None:
        if self._link.state == DOWN:
            self._timer.stop()
            self._take()
        elif self._session.files and not self._conductor.is_at_work and self._is_drawn():
            self._timer.stop()
            QTimer.singleShot(SETTLE_MS, self, self._take)

    def _is_drawn(self) -> bool:
        current = self._session.current
        if current is None or current.status in FAILED:
            return True
        return self._loader.peaks is not None and self._loader.peaks.is_complete

    def _take(self) -> None:
        files = self._session.files
        is_saved = self._window.grab().save(str(self._picture))
        if self._print_table:
            self._say("\n".join(table_lines(files)))
        if is_saved:
            self._say(f"The picture of the window is {self._picture.absolute()}")
        else:
            print(f"The picture could not be written to {self._picture.absolute()}", file=sys.stderr)
        is_whole = all(file.status == "completed" for file in files)
        self.finished.emit(0 if is_saved and files and is_whole else 1)


def table_lines(files: Iterable[ReviewFile]) -> Iterator[str]:
    """One block per file: its name and state, then a line per shown detection."""
    for file in files:
        name = " ".join(file.name.split())
        if file.retuned is None:
            yield f"{name}: {file.problem or file.status}"
            continue
        shown = file.retuned.shown
        yield f"{name}: {len(shown)} of {file.retuned.raw_count} raw detections shown"
        if len(shown):
            yield f"  {'type':<14}{'start':>13}{'end':>13}{'length':>11}{'confidence':>12}"
        for row in shown.to_rows():
            start, end = int(row["start_ms"]), int(row["end_ms"])
            times = f"{start / 1000:>11.3f} s{end / 1000:>11.3f} s{end - start:>8} ms"
            yield f"  {row['artifact_type']:<14}{times}{row['confidence']:>12.2f}"
