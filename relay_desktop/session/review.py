"""Review: verdicts on what is shown, saved as they are given, with undo and with the next detection at hand.

It stands beside the session: the session knows what is shown and selected, the review what a person decided on it.
"""

from __future__ import annotations

import getpass
import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from inference.detections import DetectionTable
from inference.tuning import Retuned
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdict_store import VerdictStore
from relay_desktop.session.verdicts import VERDICT_WORDS, JudgedSpan, ReviewStates, Verdict, VerdictBook
from relay_desktop.translation import said, said_many, type_words


@dataclass
class _Desk:
    """The book of one file and the states it last gave, with what they were worked out from."""

    job_id: str
    book: VerdictBook
    raw: DetectionTable
    states: ReviewStates | None = None
    states_of: Retuned | None = None


class Review(QObject):
    """Verdicts of the files on the desk. Each is on disk when `judge` returns True."""

    verdicts_changed = Signal(object)  # ReviewFile
    judged = Signal()  # a person gave one verdict
    save_failed = Signal(str)  # a sentence; nothing of that decision was kept
    overtaken = Signal(str)  # a sentence: another window judged this first; nothing was kept

    def __init__(self, session: ReviewSession, store: VerdictStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._desks: dict[str, _Desk] = {}
        self.reviewer = getpass.getuser()
        self.is_auto_advancing = True
        self.is_blind = False
        self.go_on: Callable[[], bool] = self.select_next_unreviewed  # a queue may know another next
        store.was_changed_elsewhere()
        session.files_removed.connect(lambda files: [self._desks.pop(file.key, None) for file in files])
        session.desk_changed.connect(self._forget_other_jobs)

    # -- what was decided --------------------------------------------------------------------------------------

    def states(self, file: ReviewFile) -> ReviewStates | None:
        """What the verdicts say of the file's shown rows; None without detections."""
        desk = self._desk_of(file)
        if desk is None or file.retuned is None:
            return None
        if desk.states is None or desk.states_of is not file.retuned:
            desk.states, desk.states_of = desk.book.states(file.retuned), file.retuned
        return desk.states

    def deciding_span(self, file: ReviewFile, row: int) -> JudgedSpan | None:
        """The latest decision that a shown row has its state from: its note, severity, reason, reviewer."""
        states, desk = self.states(file), self._desks.get(file.key)
        if states is None or desk is None or states.span[row] < 0:
            return None
        return desk.book.spans[int(states.span[row])]

    def spans(self, file: ReviewFile) -> Sequence[JudgedSpan]:
        """The decisions on a file, as `ReviewStates.span` counts them."""
        desk = self._desk_of(file)
        return desk.book.spans if desk is not None else ()

    def reviewed_count(self, file: ReviewFile) -> int:
        """How many visible rows need no further look."""
        states = self.states(file)
        if states is None:
            return 0
        return states.settled(self._session.visible_rows_of(file))

    # -- deciding ----------------------------------------------------------------------------------------------

    def judge(
        self,
        verdict: Verdict,
        *,
        severity: str | None = None,
        reason: str | None = None,
        note: str = "",
        go_on: bool = True,
    ) -> bool:
        """Judge the selected detections, save it, and go on to the next. False when nothing could be judged."""
        rows = self._session.selected_rows
        if not self.judge_rows(rows, verdict, severity=severity, reason=reason, note=note):
            return False
        self.judged.emit()
        if go_on and self.is_auto_advancing and len(rows) == 1:
            self.go_on()
        return True

    def judge_rows(
        self,
        rows: Iterable[int],
        verdict: Verdict,
        *,
        severity: str | None = None,
        reason: str | None = None,
        note: str = "",
    ) -> bool:
        """Judge shown rows of the file in view as one decision. False when nothing could be judged."""
        file, shown, rows = self._session.current, self._session.shown, tuple(rows)
        if file is None or shown is None or not rows or self._desk_of(file) is None:
            return False
        if self._is_overtaken(file, rows):
            return False
        decision = JudgedSpan(
            "", 0, 0, verdict, self.reviewer, _now(), severity, reason, note, self._tuning()
        )
        spans = [_span_on(shown, row, decision) for row in rows]
        return self.adopt(
            file, spans, said("Judge {what}: {verdict}", what=_named(spans), verdict=VERDICT_WORDS[verdict])
        )

    def adopt(self, file: ReviewFile, spans: Sequence[JudgedSpan], text: str) -> bool:
        """Save decisions on a file as one named step that can be undone. False when that cannot be."""
        desk = self._desk_of(file)
        if desk is None or not spans:
            return False
        try:
            saved = self._store.add(desk.job_id, file.key, spans)
        except sqlite3.OperationalError as error:
            self.save_failed.emit(said("The library says: {error}.", error=error))
            return False
        self._put(file, saved)
        self._session.undo_stack.push(_JudgeStep(self, file, saved, text))
        return True

    def judge_artifact(self) -> bool:
        """Judge the selected detections: an artifact."""
        return self.judge(Verdict.ARTIFACT)

    def judge_not_artifact(self) -> bool:
        """Judge the selected detections: not an artifact."""
        return self.judge(Verdict.NOT_AN_ARTIFACT)

    def judge_unsure(self) -> bool:
        """Judge the selected detections: unsure."""
        return self.judge(Verdict.UNSURE)

    def annotate(self, **changes: str | None) -> bool:
        """Change note, severity or reason of the selected row's verdict, as a decision of its own."""
        file, row = self._session.current, self._session.selected_row
        span = self.deciding_span(file, row) if file is not None and row is not None else None
        if file is None or span is None:
            return False
        changed = replace(span, span_id=None, judged_at=_now(), reviewer=self.reviewer, **changes)  # type: ignore[arg-type]
        return self.adopt(file, [changed], said("Note on {what}", what=_named([span])))

    def select_next_unreviewed(self) -> bool:
        """Select the next visible row that still needs a look, round the end of the file; False when none is left."""
        file = self._session.current
        states = self.states(file) if file is not None else None
        if file is None or states is None:
            return False
        rows = self._session.visible_rows_of(file)
        open_rows = rows[~states.is_settled[rows]]
        if len(open_rows) == 0:
            return False
        after = self._session.selected_row if self._session.selected_row is not None else -1
        later = open_rows[open_rows > after]
        self._session.select_row(int(later[0] if len(later) else open_rows[0]))
        return True

    # -- inside ------------------------------------------------------------------------------------------------

    def _put(self, file: ReviewFile, spans: Sequence[JudgedSpan]) -> None:
        desk = self._desk_of(file)
        if desk is not None:
            desk.book.judge(spans)
            desk.states = None
            self.verdicts_changed.emit(file)

    def take_back(self, file: ReviewFile, spans: Sequence[JudgedSpan]) -> bool:
        """Undo: these decisions no longer hold, those they had overridden do. False when that cannot be saved."""
        ids = [span.span_id for span in spans if span.span_id is not None]
        try:
            self._store.withdraw(ids, _now())
        except sqlite3.OperationalError as error:
            self.save_failed.emit(said("It could not be taken back; the library says: {error}.", error=error))
            return False
        desk = self._desk_of(file)
        if desk is not None:
            desk.book.withdraw(ids)
            desk.states = None
            self.verdicts_changed.emit(file)
        self._look_at(file, spans)
        return True

    def put_back(self, file: ReviewFile, spans: Sequence[JudgedSpan]) -> bool:
        """Redo: these decisions hold again. False when that cannot be saved."""
        try:
            self._store.restore([span.span_id for span in spans if span.span_id is not None])
        except sqlite3.OperationalError as error:
            self.save_failed.emit(
                said("It could not be given again; the library says: {error}.", error=error)
            )
            return False
        self._put(file, spans)
        self._look_at(file, spans)
        return True

    def _look_at(self, file: ReviewFile, spans: Sequence[JudgedSpan]) -> None:
        """Show what an undo changed, so that it never happens out of sight."""
        if file not in self._session.files:
            return
        self._session.open_file(file)
        shown = self._session.shown
        if shown is None:
            return
        first = spans[0]
        at = np.flatnonzero((shown.start_ms <= first.end_ms) & (shown.end_ms >= first.start_ms))
        rows = [int(row) for row in at if shown.artifact_type(int(row)) == first.artifact_type]
        if rows:
            self._session.select_row(rows[0])

    def _tuning(self) -> str:
        return json.dumps(self._session.rules.to_json())

    def _desk_of(self, file: ReviewFile) -> _Desk | None:
        job = self._session.job
        if job is None or file.raw is None:
            return None
        desk = self._desks.get(file.key)
        if desk is None or desk.raw is not file.raw or desk.job_id != job.job_id:
            spans = self._held(job.job_id, file.key)
            desk = self._desks[file.key] = _Desk(job.job_id, VerdictBook(file.raw, spans), file.raw)
        return desk

    def _held(self, job_id: str, file_key: str) -> list[JudgedSpan]:
        """What holds on a file; while reviewing blind only what this reviewer said."""
        spans = self._store.of_file(job_id, file_key)
        return [span for span in spans if not self.is_blind or span.reviewer == self.reviewer]

    def book_of(self, file: ReviewFile, reviewer: str | None = None) -> VerdictBook | None:
        """The decisions on a file as they are read now, or only those of one reviewer; None without detections."""
        desk = self._desk_of(file)
        if desk is None or reviewer is None:
            return desk.book if desk is not None else None
        spans = self._store.of_file(desk.job_id, file.key)
        return VerdictBook(desk.raw, [span for span in spans if span.reviewer == reviewer])

    def set_reviewer(self, name: str, *, is_blind: bool) -> None:
        """Who judges from now on, and whether they see what others said."""
        if (name, is_blind) != (self.reviewer, self.is_blind):
            self.reviewer, self.is_blind = name, is_blind
            self.read_anew()

    def read_anew(self) -> None:
        """Read the verdicts from the library again."""
        self._desks.clear()
        for file in self._session.files:
            if file.raw is not None:
                self.verdicts_changed.emit(file)

    def notice_other_windows(self) -> bool:
        """Take in what another window has written; False when there was nothing."""
        if not self._store.was_changed_elsewhere():
            return False
        self.read_anew()
        return True

    def _is_overtaken(self, file: ReviewFile, rows: Sequence[int]) -> bool:
        """Whether another window judged one of these rows since they were shown here: it is shown first, then asked."""
        before = self.states(file)
        if before is None or not self.notice_other_windows():
            return False
        after, at = self.states(file), list(rows)
        if after is None or np.array_equal(before.state[at], after.state[at]):
            return False
        self.overtaken.emit(
            said(
                "Another window has judged this meanwhile; its verdict is shown now. Judge again to change it."
            )
        )
        return True

    def _forget_other_jobs(self) -> None:
        keys = {file.key for file in self._session.files}
        self._desks = {key: desk for key, desk in self._desks.items() if key in keys}


class _JudgeStep(QUndoCommand):
    """One decision on one file; its first redo does nothing, it is saved already."""

    def __init__(self, review: Review, file: ReviewFile, spans: Sequence[JudgedSpan], text: str) -> None:
        super().__init__(text)
        self._review, self._file, self._spans = review, file, spans
        self._is_first = True

    def redo(self) -> None:
        """Let it hold (again)."""
        if not self._is_first:
            self.setObsolete(not self._review.put_back(self._file, self._spans))
        self._is_first = False

    def undo(self) -> None:
        """Take it back. A step that could not be saved leaves the stack: what is on disk is what is shown."""
        self.setObsolete(not self._review.take_back(self._file, self._spans))


def _span_on(shown: DetectionTable, row: int, decision: JudgedSpan) -> JudgedSpan:
    start_ms, end_ms = int(shown.start_ms[row]), int(shown.end_ms[row])
    return replace(decision, artifact_type=shown.artifact_type(row), start_ms=start_ms, end_ms=end_ms)


def _named(spans: Sequence[JudgedSpan]) -> str:
    if len(spans) == 1:
        start_s = spans[0].start_ms / 1000
        return said("{type} at {time:.3f} s", type=type_words(spans[0].artifact_type), time=start_s)
    return said_many("{n:,} detection", "{n:,} detections", len(spans))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
