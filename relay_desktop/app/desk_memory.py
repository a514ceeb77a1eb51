"""Where a person was: the stretch in view, the selected detections and the playhead of the file that is open.

Which files are open and how they are tuned is in the library; this is what the next start puts back on top of it. It
is written a moment after the last change, so that a crash costs two seconds of it at most.
"""

from __future__ import annotations

import json
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer

from relay_desktop.main_window import MainWindow
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.selection import Span, rows_covering, spans_of
from relay_desktop.settings import Settings

KEY: Final = "desk/place"
WRITE_AFTER_MS: Final = 2000


class DeskMemory(QObject):
    """Keeps the place in the settings; `recall` has the next sight of the same file begin there."""

    def __init__(self, window: MainWindow, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._session = window.session
        self._settings = settings
        self._place: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_AFTER_MS)
        self._timer.timeout.connect(self.write)
        self._is_closed = False
        window.timeline.view_changed.connect(lambda *_view: self._write_soon())
        self._session.selection_changed.connect(self._write_soon)
        self._session.current_file_changed.connect(lambda _file: self._write_soon())

    def recall(self) -> None:
        """Put the place of the last run back, as far as the same file is opened and shows the same."""
        try:
            place = json.loads(self._settings.text(KEY) or "{}")
        except ValueError:
            return
        if isinstance(place, dict):
            self._place = place
            # Afterwards: the session itself puts back what was selected before the detections changed.
            self._session.detections_changed.connect(self._select, Qt.ConnectionType.QueuedConnection)

    def on_clip(self, file: ReviewFile | None) -> None:
        """The recording of a file is open: look where the person looked."""
        if not self._is_about(file):
            return
        view, playhead = self._place.pop("view", None), self._place.pop("playhead", None)
        if _is_stretch(view):
            self._window.timeline.set_view_range_s(*view)
        if isinstance(playhead, (int, float)):
            self._window.transport.seek_s(float(playhead))
        self._select(file)

    def write(self) -> None:
        """Keep the place now."""
        file = self._session.current
        if file is None or self._window.timeline.picture.info is None:
            return
        place = {
            "file": file.key,
            "view": list(self._window.timeline.view_range_s()),
            "playhead": self._window.transport.position_s,
            "selection": spans_of(self._session.shown, self._session.selected_rows),
        }
        self._settings.write(KEY, json.dumps(place))
        self._settings.sync()

    def close(self) -> None:
        """Keep the place and watch no more."""
        self._is_closed = True  # what ends after this, a job for one, may still change the selection
        self._timer.stop()
        self.write()

    def _write_soon(self) -> None:
        if not self._is_closed:
            self._timer.start()

    def _select(self, file: ReviewFile | None) -> None:
        session = self._session
        if not self._is_about(file) or session.shown is None or file is not session.current:
            return
        spans = [_as_span(span) for span in self._place.pop("selection", [])]
        rows = rows_covering(session.shown, [span for span in spans if span], session.hidden_types)
        if rows and not session.selected_rows:
            # A selection brings playhead and view along; here they have a place of their own.
            playhead, view = self._window.transport.position_s, self._window.timeline.view_range_s()
            session.select_rows(rows)
            self._window.transport.seek_s(playhead)
            if "view" not in self._place and self._window.timeline.picture.info is not None:
                self._window.timeline.set_view_range_s(*view)

    def _is_about(self, file: ReviewFile | None) -> bool:
        return file is not None and self._place.get("file") == file.key


def _is_stretch(view: object) -> bool:
    is_pair = (
        isinstance(view, list) and len(view) == 2 and all(isinstance(edge, (int, float)) for edge in view)
    )
    return is_pair and view[0] < view[1]  # type: ignore[index]


def _as_span(span: object) -> Span | None:
    if isinstance(span, list) and len(span) == 3 and isinstance(span[0], str):
        return span[0], int(span[1]), int(span[2])
    return None
