"""A start of the program that is told to play: `space_player.py DATA_DIR AUDIO` presses Space and says what happened.

Prints one line of JSON: {"problems": [...], "started": bool, "positions_s": [...], "end_s": seconds}.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relay_desktop.app.desktop import Desktop
from relay_desktop.app.places import Places


class Listener:
    """Presses Space once the recording is open, ends when it has been played or cannot be."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
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
            QTimer.singleShot(300, window, lambda: QTest.keyClick(window.timeline, Qt.Key.Key_Space))

    def _on_playing(self, is_playing: bool) -> None:
        self.started |= is_playing
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
    listener = Listener(desktop)
    desktop.show([Path(sys.argv[2])])
    application.exec()
    end_s = desktop.transport.position_s
    has_waveform = desktop.loader is not None and desktop.loader.peaks is not None
    desktop.close()
    told = {"problems": listener.problems, "started": listener.started, "positions_s": listener.positions}
    print(json.dumps({**told, "end_s": end_s, "has_waveform": has_waveform}))


if __name__ == "__main__":
    main()
