"""HandEditor: detections by hand. Add what the model missed, move bounds, take back; saved at once, with undo.

The model's own detections are never changed: moving the bounds of one makes a hand-made one that stands for it.
"""

from __future__ import annotations

import getpass
import sqlite3
from datetime import UTC, datetime
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from inference.sentences import Sentence, sentence
from relay_desktop.session.hand_made import HandMade, Replaced
from relay_desktop.session.hand_made_store import HandMadeStore
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdicts import Verdict
from relay_desktop.translation import said, spoken, type_words

Edge = Literal["start", "end"]
_MOVE = sentence("Move {what}", what="")
_RELABEL = sentence("Relabel {what}", what="")
_NUDGES = 1  # undo steps of this kind that follow each other become one


class HandEditor(QObject):
    """Verbs on the file that is open. Each is on disk when it returns True."""

    refused = Signal(str)  # a sentence: why nothing was done
    save_failed = Signal(str)  # a sentence; nothing of that change was kept

    def __init__(
        self, session: ReviewSession, review: Review, store: HandMadeStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._review, self._store = session, review, store
        session.desk_changed.connect(self.read_anew)
        session.files_added.connect(lambda _files: self.read_anew())

    # -- verbs -------------------------------------------------------------------------------------------------

    def add(self, artifact_type: str, start_ms: int, end_ms: int) -> bool:
        """Add a detection that was missed and sign it as an artifact; it is selected then."""
        file = self._open_file()
        if file is None:
            return False
        made = HandMade(artifact_type, *self._inside(file, start_ms, end_ms), None, getpass.getuser(), _now())
        stack = self._session.undo_stack
        stack.beginMacro(said("Add {what}", what=_named(made)))
        try:
            is_added = self._put(file, made, None, said("Add {what}", what=_named(made)))
            if is_added:
                self._review.judge(Verdict.ARTIFACT, go_on=False)
        finally:
            stack.endMacro()
        return is_added

    def set_bounds(self, row: int, start_ms: int, end_ms: int, *, is_nudge: bool = False) -> bool:
        """Give a shown row other bounds. One of the model's is replaced by a hand-made one."""
        return self._change(row, _MOVE, start_ms, end_ms, is_nudge=is_nudge)

    def set_type(self, row: int, artifact_type: str) -> bool:
        """Give a shown row another type. One of the model's is replaced by a hand-made one."""
        shown = self._session.shown
        if shown is None or not 0 <= row < len(shown):
            return False
        start_ms, end_ms = int(shown.start_ms[row]), int(shown.end_ms[row])
        return self._change(row, _RELABEL, start_ms, end_ms, artifact_type=artifact_type)

    def nudge(self, edge: Edge, by_ms: int) -> bool:
        """Move one bound of the selected detection; never past the other."""
        row, shown = self._session.selected_row, self._session.shown
        if row is None or shown is None:
            self.refused.emit(said("Select a detection first, then move its bounds."))
            return False
        start_ms, end_ms = int(shown.start_ms[row]), int(shown.end_ms[row])
        if edge == "start":
            start_ms = min(start_ms + by_ms, end_ms)
        else:
            end_ms = max(end_ms + by_ms, start_ms)
        return self.set_bounds(row, start_ms, end_ms, is_nudge=True)

    def remove_selected(self) -> bool:
        """Take the selected hand-made detection away; what it stood for is shown again."""
        file, row = self._open_file(), self._session.selected_row
        if file is None or row is None:
            return False
        made = self.made_at(file, row)
        if made is None:
            self.refused.emit(said("This detection is the model's. Judge it with X where nothing is wrong."))
            return False
        return self._swap_and_push(file, made, None, said("Remove {what}", what=_named(made)))

    def made_at(self, file: ReviewFile, row: int) -> HandMade | None:
        """The hand-made detection in a shown row; None where the row is the model's."""
        retuned = file.retuned
        if retuned is None or not retuned.is_by_hand(row):
            return None
        shown = retuned.shown
        wanted = shown.artifact_type(row), int(shown.start_ms[row]), int(shown.end_ms[row])
        fitting = (it for it in file.hand_made if (it.artifact_type, it.start_ms, it.end_ms) == wanted)
        return next(fitting, None)

    # -- inside ------------------------------------------------------------------------------------------------

    def _open_file(self) -> ReviewFile | None:
        file = self._session.current
        if file is None or file.heard is None or self._session.job is None:
            self.refused.emit(
                said("Wait until the detection of this file has ended, then mark what it missed.")
            )
            return None
        return file

    def _inside(self, file: ReviewFile, start_ms: int, end_ms: int) -> tuple[int, int]:
        start, end = sorted((max(0, start_ms), max(0, end_ms)))
        last = int(file.duration_s * 1000) if file.duration_s else max(end, 0)
        return min(start, last), min(end, last)

    def _change(
        self,
        row: int,
        verb: Sentence,
        start_ms: int,
        end_ms: int,
        *,
        artifact_type: str = "",
        is_nudge: bool = False,
    ) -> bool:
        file, shown = self._open_file(), self._session.shown
        if file is None or shown is None or not 0 <= row < len(shown):
            return False
        span = Replaced(shown.artifact_type(row), int(shown.start_ms[row]), int(shown.end_ms[row]))
        wanted = artifact_type or span.artifact_type, *self._inside(file, start_ms, end_ms)
        if wanted == tuple(span):
            return False
        old = self.made_at(file, row)
        stands_for = old.replaces if old is not None else span
        made = HandMade(*wanted, stands_for, getpass.getuser(), _now())
        return self._put(file, made, old, spoken(verb.of(what=_named(made))), is_nudge=is_nudge)

    def _put(
        self, file: ReviewFile, made: HandMade, old: HandMade | None, text: str, *, is_nudge: bool = False
    ) -> bool:
        job = self._session.job
        if job is None:
            return False
        try:
            saved = self._store.put(job.job_id, file.key, made, old)
        except sqlite3.OperationalError as error:
            self.save_failed.emit(said("The library says: {error}.", error=error))
            return False
        self._show(file, old, saved)
        self._session.undo_stack.push(_HandStep(self, file, old, saved, text, is_nudge=is_nudge))
        return True

    def _swap_and_push(self, file: ReviewFile, gone: HandMade, come: HandMade | None, text: str) -> bool:
        if not self.swap(file, gone, come):
            return False
        self._session.undo_stack.push(_HandStep(self, file, gone, come, text))
        return True

    def swap(self, file: ReviewFile, gone: HandMade | None, come: HandMade | None) -> bool:
        """Undo and redo of one change. False when it cannot be saved."""
        try:
            self._store.swap(gone, come, _now())
        except sqlite3.OperationalError as error:
            self.save_failed.emit(said("The library says: {error}.", error=error))
            return False
        self._show(file, gone, come)
        return True

    def _show(self, file: ReviewFile, gone: HandMade | None, come: HandMade | None) -> None:
        kept = tuple(made for made in file.hand_made if gone is None or made.hand_id != gone.hand_id)
        session = self._session
        session.set_hand_made(file, (*kept, come) if come is not None else kept)
        session.open_file(file)
        retuned, looked_for = file.retuned, come or gone
        if retuned is None or looked_for is None:
            return
        if come is not None:
            rows = (row for row in retuned.by_hand.tolist() if self.made_at(file, row) == come)
            session.select_row(next(rows, None))

    def read_anew(self) -> None:
        """What the library keeps for the files on the desk."""
        job = self._session.job
        if job is None:
            return
        by_key = self._store.of_job(job.job_id)
        for file in self._session.files:
            made = by_key.get(file.key, ())
            if set(made) != set(file.hand_made):
                self._session.set_hand_made(file, made)


class _HandStep(QUndoCommand):
    """One change on one file; its first redo does nothing, it is saved already."""

    def __init__(
        self,
        editor: HandEditor,
        file: ReviewFile,
        before: HandMade | None,
        after: HandMade | None,
        text: str,
        *,
        is_nudge: bool = False,
    ) -> None:
        super().__init__(text)
        self._editor, self._file = editor, file
        self._before, self._after = before, after
        self._is_nudge = is_nudge
        self._is_first = True

    def id(self) -> int:
        """Nudges of one detection in a row are one step."""
        return _NUDGES if self._is_nudge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a further nudge of the same detection."""
        if not isinstance(other, _HandStep) or other._before != self._after or self._after is None:
            return False
        self._after = other._after
        self.setText(other.text())
        return True

    def redo(self) -> None:
        """Let it hold (again). A step that cannot be saved leaves the stack: what is on disk is what is shown."""
        if not self._is_first:
            self.setObsolete(not self._editor.swap(self._file, self._before, self._after))
        self._is_first = False

    def undo(self) -> None:
        """Take it back."""
        self.setObsolete(not self._editor.swap(self._file, self._after, self._before))


def _named(made: HandMade) -> str:
    return said("{type} at {time:.3f} s", type=type_words(made.artifact_type), time=made.start_ms / 1000)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
