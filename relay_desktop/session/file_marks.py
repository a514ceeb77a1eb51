"""FileMarks: what a person decides about whole files: done, and stretches whose detections are left out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from relay_desktop.session.mark_store import Exclusion, MarkStore
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import said, said_many


class FileMarks(QObject):
    """Marks of the files on the desk. Each is on disk when its verb returns True, and can be undone."""

    changed = Signal(object)  # ReviewFile
    save_failed = Signal(str)  # a sentence; nothing of that change was kept

    def __init__(
        self, session: ReviewSession, review: Review, store: MarkStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._review, self._store = session, review, store
        self._done: dict[str, str] = {}
        self._exclusions: dict[str, tuple[Exclusion, ...]] = {}
        session.desk_changed.connect(self.read_anew)

    # -- what is marked ------------------------------------------------------------------------------------------

    def is_done(self, file: ReviewFile) -> bool:
        """Whether a person said that this file needs no further look."""
        return file.key in self._done

    def done_words(self, file: ReviewFile) -> str:
        """Who said so and when; "" when nobody did."""
        return self._done.get(file.key, "")

    def exclusions(self, file: ReviewFile) -> tuple[Exclusion, ...]:
        """The stretches that are left out of a file, in order of time."""
        return self._exclusions.get(file.key, ())

    # -- deciding ------------------------------------------------------------------------------------------------

    def toggle_done(self) -> bool:
        """Mark the file in view as done, or as not done."""
        file = self._session.current
        if file is None or self._job_id() is None:
            return False
        is_done = not self.is_done(file)
        words = (
            said("Mark {name} as done", name=file.name)
            if is_done
            else said("Mark {name} as not done", name=file.name)
        )
        return self._take(
            words, lambda: self.set_done(file, is_done), lambda: self.set_done(file, not is_done)
        )

    def set_done(self, file: ReviewFile, is_done: bool) -> bool:
        """Mark a file, without a step of its own to undo."""
        job_id, by, at = self._job_id(), self._review.reviewer, _now()
        if job_id is None:
            return False
        return self._saved(
            file, lambda: self._store.set_done(job_id, file.key, is_done=is_done, by=by, at=at)
        )

    def exclude(self, start_ms: int, end_ms: int, label: str = "") -> bool:
        """Leave out the detections inside a stretch of the file in view."""
        file, job_id = self._session.current, self._job_id()
        if file is None or job_id is None or end_ms <= start_ms:
            return False
        wanted = Exclusion(start_ms, end_ms, label, self._review.reviewer, _now())
        try:
            made = self._store.add_exclusions(job_id, file.key, [wanted])
        except sqlite3.OperationalError as error:
            self.save_failed.emit(said("The library says: {error}.", error=error))
            return False
        self._tell(file)
        step = _Step(
            said("Leave out {start:.3f} to {end:.3f} s", start=start_ms / 1000, end=end_ms / 1000),
            lambda: self._hold(file, made, is_held=True),
            lambda: self._hold(file, made, is_held=False),
        )
        self._session.undo_stack.push(step)
        return True

    def drop_exclusions(self, exclusions: Sequence[Exclusion]) -> bool:
        """Let the detections inside these stretches of the file in view be seen again."""
        file = self._session.current
        if file is None or not exclusions:
            return False
        words = said_many("Leave out one stretch less", "Leave out {n} stretches less", len(exclusions))
        return self._take(
            words,
            lambda: self._hold(file, exclusions, is_held=False),
            lambda: self._hold(file, exclusions, is_held=True),
        )

    # -- inside --------------------------------------------------------------------------------------------------

    def _hold(self, file: ReviewFile, exclusions: Sequence[Exclusion], *, is_held: bool) -> bool:
        return self._saved(file, lambda: self._store.hold_exclusions(exclusions, None if is_held else _now()))

    def _take(self, words: str, do: Callable[[], bool], undo: Callable[[], bool]) -> bool:
        if not do():
            return False
        self._session.undo_stack.push(_Step(words, do, undo))
        return True

    def _saved(self, file: ReviewFile, write: Callable[[], None]) -> bool:
        try:
            write()
        except sqlite3.OperationalError as error:
            self.save_failed.emit(said("The library says: {error}.", error=error))
            return False
        self._tell(file)
        return True

    def _tell(self, file: ReviewFile) -> None:
        self._read()
        self.changed.emit(file)

    def read_anew(self) -> None:
        """Read the marks of the open job from the library."""
        self._read()
        for file in self._session.files:
            if file.key in self._exclusions:
                self.changed.emit(file)

    def _read(self) -> None:
        job_id = self._job_id()
        self._done = self._store.done(job_id) if job_id is not None else {}
        self._exclusions = self._store.exclusions(job_id) if job_id is not None else {}
        for file in self._session.files:
            self._session.update_file(file, is_done=file.key in self._done)

    def _job_id(self) -> str | None:
        return self._session.job.job_id if self._session.job is not None else None


class _Step(QUndoCommand):
    """One named step; its first redo does nothing, it is saved already."""

    def __init__(self, words: str, do: Callable[[], bool], undo: Callable[[], bool]) -> None:
        super().__init__(words)
        self._do, self._undo = do, undo
        self._is_first = True

    def redo(self) -> None:
        """Do it (again). A step that could not be saved leaves the stack."""
        if not self._is_first:
            self.setObsolete(not self._do())
        self._is_first = False

    def undo(self) -> None:
        """Take it back."""
        self.setObsolete(not self._undo())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
