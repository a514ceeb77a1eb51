"""Results beside the verdicts, and whole reviews in one file: what leaves the GUI thread of both."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inference.detections import DetectionTable
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.job_ids import REVIEW_BACKEND
from relay_desktop.session.kept_review import read_kept, write_kept
from relay_desktop.session.library import Library
from relay_desktop.session.portable import read_review, write_review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.translation import said
from relay_desktop.work.job_desk import JobDesk
from relay_desktop.work.tasks import Tasks

log = logging.getLogger(__name__)
LANE = "reviews"


class ReviewKeeper(QObject):
    """Keeps what was heard in the library; opens and saves portable reviews."""

    opened = Signal(str)  # job id of a review that came as a file
    saved = Signal(object)  # Path

    def __init__(
        self,
        library: Library,
        tasks: Tasks,
        problems: ProblemDesk,
        audio_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._tasks, self._problems = library, tasks, problems
        self._audio_folder = audio_folder

    def keep_result(self, job_id: str, file: ReviewFile, heard: DetectionTable) -> None:
        """Write what was heard in a file, unless it is kept already."""

        def write() -> None:
            if self._library.results.of_file(job_id, file.key) != heard:
                self._library.results.put(job_id, file.key, heard, file.duration_s)

        self._tasks.run(
            lambda token: write(),
            on_error=lambda error: log.info("a result is not kept beside the verdicts: %s", error),
            lane=LANE,
            name="keep a result",
        )

    def give_results(self, desk: JobDesk) -> None:
        """Put on the files of a review what was heard in them; other jobs ask their service."""
        if desk.job is None or desk.job.backend != REVIEW_BACKEND:
            return
        desk.wants_resend = False
        for file in desk.files:
            heard = self._library.results.of_file(desk.job.job_id, file.key)
            if heard is not None and file.raw is None:
                file.set_raw(heard)
                file.status = "completed"
            file.file_id = file.file_id or file.key
            if file.path is None or not file.path.is_file():
                file.duration_s = self._library.results.duration_s(desk.job.job_id, file.key)

    def open_review(self, path: Path) -> None:
        """Take a portable review into the library; `opened` tells its job."""
        self._problems.clear("review-file")

        def take() -> str:
            return write_kept(self._library, read_review(path, self._audio_folder / path.stem))

        self._run(lambda token: take(), self.opened.emit, f"open {path.name}")

    def save_review(self, job_id: str, path: Path, *, with_audio: bool, app_version: str) -> None:
        """Write a job as a portable review; `saved` tells where."""
        self._problems.clear("review-file")

        def write(is_cancelled: Callable[[], bool]) -> Path:
            kept = read_kept(self._library, job_id)
            return write_review(
                kept, path, with_audio=with_audio, app_version=app_version, is_cancelled=is_cancelled
            )

        self._run(lambda token: write(token.is_cancelled), self._on_saved, f"save {path.name}")

    def _on_saved(self, path: Path) -> None:
        words = Problem(
            said("Saved {name}.", name=path.name),
            said("In {folder}.", folder=path.parent),
            is_note=True,
            key="review-file",
        )
        self._problems.report(words)
        self.saved.emit(path)

    def _run(self, work: Callable[..., object], on_done: Callable[..., None], name: str) -> None:
        self._tasks.run(
            work,
            on_done=on_done,
            on_error=lambda error: self._problems.report_error(error, key="review-file"),
            lane=LANE,
            name=name,
        )
