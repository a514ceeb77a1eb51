"""A start of the program that is told to play: `space_player.py DATA_DIR AUDIO` presses Space and says what happened.

With `START_MS END_MS` a detection of that span is there and selected, and Enter is pressed instead.
Prints one line of JSON: {"problems": [...], "started": bool, "positions_s": [...], "end_s": seconds, "heard_s": what
transport and timeline say is heard, "underruns": how often the device ran dry}.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inference.detections import DetectionTable
from relay_desktop.app.desktop import Desktop
from relay_desktop.app.places import Places


class Listener:
    """Presses Space once the recording is open, ends when it has been played or cannot be."""

    def __init__(self, desktop: Desktop, span_ms: tuple[int, int] | None) -> None:
        self.desktop = desktop
        self.span_ms = span_ms
        self.heard: list[object] = []
        self.problems: list[str] = []
        self.positions: list[float] = []
        self.started = False
        desktop.problems.reported.connect(self._on_problem)
        desktop.transport.position_changed.connect(self.positions.append)
        desktop.transport.playing_changed.connect(self._on_playing)
        desktop.transport.clip_changed.connect(self._on_clip)

    def _on_clip(self, clip: object) -> None:
        if clip is not None:
            window = self.desktop.window
            window.activateWindow()
            window.timeline.setFocus()
            key = Qt.Key.Key_Space
            if self.span_ms is not None:
                self._select(self.span_ms)
                key = Qt.Key.Key_Return
            QTimer.singleShot(300, window, lambda: QTest.keyClick(window.timeline, key))

    def _select(self, span_ms: tuple[int, int]) -> None:
        session, (start, end) = self.desktop.session, span_ms
        assert session.current is not None
        session.set_raw(session.current, DetectionTable.from_columns(["click"], [start], [end], [1.0]))
        session.select_row(0)

    def _on_playing(self, is_playing: bool) -> None:
        self.started |= is_playing
        if is_playing:
            self.heard = [self.desktop.transport.heard_s, self.desktop.window.timeline.picture.heard_s]
        if not is_playing:
            QTimer.singleShot(200, self.desktop, QApplication.exit)

    def _on_problem(self, problem: object) -> None:
        self.problems.append(getattr(problem, "title", ""))
        QTimer.singleShot(200, self.desktop, QApplication.exit)


def main() -> None:
    """Run until it was played."""
    application = QApplication(sys.argv[:1])
    desktop = Desktop(Places.of_user(Path(sys.argv[1])))
    desktop.settings.detect_on_open = False
    span_ms = (int(sys.argv[3]), int(sys.argv[4])) if len(sys.argv) > 3 else None
    listener = Listener(desktop, span_ms)
    desktop.show([Path(sys.argv[2])])
    application.exec()
    end_s = desktop.transport.position_s
    has_waveform = desktop.loader is not None and desktop.loader.peaks is not None
    desktop.close()
    told: dict[str, object] = {"heard_s": listener.heard, "underruns": desktop.transport.player.underruns}
    told |= {"problems": listener.problems, "started": listener.started, "positions_s": listener.positions}
    print(json.dumps({**told, "end_s": end_s, "has_waveform": has_waveform}))


if __name__ == "__main__":
    main()
