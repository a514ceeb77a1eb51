"""What is on the desk, ready to leave: taken at once on the GUI thread, turned into a document on any other.

A snapshot holds tables that never change, so taking one costs nothing however many detections there are; the rows are
made by `document()`, away from the GUI thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from relay_desktop.session.exporters.document import ExportFile
from relay_desktop.session.file_snapshot import DeskSnapshot, FileSnapshot
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession

__all__ = ["DeskSnapshot", "FileSnapshot", "take_snapshot"]


def take_snapshot(
    session: ReviewSession,
    review: Review | None,
    files: Iterable[ReviewFile],
    app_version: str,
    filter_words: str = "",
) -> DeskSnapshot:
    """What would leave of these files now; files without detections are left out. On the GUI thread."""
    taken = tuple(one for file in files if (one := _file_snapshot(session, review, file)) is not None)
    job = session.job
    return DeskSnapshot(
        taken,
        job.model_id if job else None,
        job.wire_id if job else None,
        session.rules,
        review.reviewer if review is not None else None,
        app_version,
        datetime.now(UTC).isoformat(timespec="seconds"),
        filter_words,
    )


def _file_snapshot(session: ReviewSession, review: Review | None, file: ReviewFile) -> FileSnapshot | None:
    file.retune(session.rules)
    if file.raw is None or file.retuned is None or file.is_partial:
        return None
    path = str(file.path) if file.path is not None else None
    known = ExportFile(file.name, path, file.sample_rate_hz, file.channels, duration_s=file.duration_s)
    states = review.states(file) if review is not None else None
    spans = tuple(review.spans(file)) if review is not None else ()
    return FileSnapshot(known, file.raw, file.retuned, session.visible_rows_of(file), states, spans)
