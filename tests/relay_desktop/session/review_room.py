"""A desk with files, verdicts on disk and everything that stands around them."""

from __future__ import annotations

from collections.abc import Sequence

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.session.hand_editor import HandEditor
from relay_desktop.session.library import Library, StoredFile, StoredJob
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools

APART = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)


class ReviewRoom:
    """A job "job" with a file per table, keys "a", "b", … Everything is shown, nothing joined."""

    def __init__(self, library: Library, tables: Sequence[DetectionTable]) -> None:
        self.library = library
        self.session = ReviewSession()
        self.review = Review(self.session, library.verdicts, self.session)
        self.review.reviewer = "me"
        self.tools = ReviewTools(self.session, self.review, library, self.session)
        self.hand_editor = HandEditor(self.session, self.review, library.hand_made, self.session)
        self.files = [
            ReviewFile(path=None, name=f"{key}.wav", key=key, duration_s=600.0, status="completed")
            for key in "abcdefgh"[: len(tables)]
        ]
        library.put_job(StoredJob("job", "embedded", "m", "takes", "completed"))
        library.put_files("job", [StoredFile(file.key, None, file.name) for file in self.files])
        self.session.open_desk(DeskJob("job", "m", "takes"), self.files)
        self.session.set_tuning(APART)
        self.session.undo_stack.clear()
        for file, table in zip(self.files, tables, strict=True):
            self.session.set_raw(file, table)


def table(*rows: tuple[str, int, int, float]) -> DetectionTable:
    """Detections from type, start_ms, end_ms, confidence."""
    names, starts, ends, sure = zip(*rows, strict=True)
    return DetectionTable.from_columns(names, starts, ends, sure)
