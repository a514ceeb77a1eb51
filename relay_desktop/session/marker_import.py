"""Markers of other programs and exports of ours, taken over into the review: first a plan to look at, then a step.

A marker that lies on a detection of its type gives it its verdict and note; one that lies on none becomes a detection
made by hand. What is there already stays as it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from inference.detections import DetectionTable
from relay_desktop.session.comparison import pairs
from relay_desktop.session.exporters.document import ExportRow
from relay_desktop.session.hand_made import HandMade
from relay_desktop.session.hand_made_store import HandMadeStore
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdicts import JudgedSpan, Verdict
from relay_desktop.translation import said, said_many

# Formats round to a millisecond, frames of a timeline to 42: what is nearer is the same.
TOLERANCE_MS = 45


@dataclass(frozen=True)
class PlannedRow:
    """One marker and what becomes of it: "verdict", "add" or "known". `on`: the shown row that it lies on."""

    row: ExportRow
    fate: str
    on: int | None


@dataclass(frozen=True)
class ImportPlan:
    """What would be taken over into one file."""

    file: ReviewFile
    rows: tuple[PlannedRow, ...]

    def count(self, fate: str) -> int:
        """How many markers end so."""
        return sum(row.fate == fate for row in self.rows)


def plan_import(file: ReviewFile, rows: Sequence[ExportRow]) -> ImportPlan:
    """What would become of markers in a file with detections."""
    shown = file.retuned.shown if file.retuned is not None else DetectionTable.empty()
    table = DetectionTable.from_columns(
        [row.artifact_type for row in rows],
        [row.start_ms for row in rows],
        [row.end_ms for row in rows],
        np.zeros(len(rows)),
    )
    on = dict(pairs(table, shown, TOLERANCE_MS))
    return ImportPlan(file, tuple(_planned(row, on.get(place)) for place, row in enumerate(rows)))


def _planned(row: ExportRow, on: int | None) -> PlannedRow:
    if on is None:
        return PlannedRow(row, "add", None)
    return PlannedRow(row, "verdict" if row.verdict is not None else "known", on)


class MarkerImport(QObject):
    """Takes a plan over as one step that one undo takes back."""

    save_failed = Signal(str)  # a sentence

    def __init__(
        self, session: ReviewSession, review: Review, store: HandMadeStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._review, self._store = session, review, store

    def take(self, plan: ImportPlan, *, verdicts: bool = True, additions: bool = True) -> bool:
        """Take markers over; False when there was nothing to take or it could not be saved."""
        added = [one for one in plan.rows if one.fate == "add"] if additions else []
        judged = [one for one in plan.rows if one.fate == "verdict"] if verdicts else []
        if not added and not judged:
            return False
        stack = self._session.undo_stack
        many = len(added) + len(judged)
        stack.beginMacro(
            said_many(
                "Import one marker into {name}", "Import {n:,} markers into {name}", many, name=plan.file.name
            )
        )
        try:
            is_added = not added or self._add(plan.file, [self._made(one.row) for one in added])
            spans = [self._span(plan.file, one) for one in judged]
            if verdicts:
                spans += [self._span(plan.file, one) for one in added if one.row.verdict is not None]
            is_judged = is_added and (
                not spans or self._review.adopt(plan.file, spans, said("Verdicts of markers"))
            )
        finally:
            stack.endMacro()
        return is_judged

    def _made(self, row: ExportRow) -> HandMade:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        return HandMade(row.artifact_type, row.start_ms, row.end_ms, None, self._review.reviewer, now)

    def _span(self, file: ReviewFile, one: PlannedRow) -> JudgedSpan:
        start_ms, end_ms = one.row.start_ms, one.row.end_ms
        if one.on is not None and file.retuned is not None:
            shown = file.retuned.shown
            start_ms, end_ms = int(shown.start_ms[one.on]), int(shown.end_ms[one.on])
        verdict = one.row.verdict
        assert verdict is not None
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        row = one.row
        return JudgedSpan(
            row.artifact_type, start_ms, end_ms, Verdict(verdict), self._review.reviewer, now,
            row.severity, row.reason or None, row.note,
        )  # fmt: skip

    def _add(self, file: ReviewFile, made: Sequence[HandMade]) -> bool:
        job = self._session.job
        if job is None:
            return False
        try:
            saved = self._store.put_many(job.job_id, file.key, made)
        except sqlite3.OperationalError as error:
            self.save_failed.emit(said("The library says: {error}.", error=error))
            return False
        self._session.set_hand_made(file, (*file.hand_made, *saved))
        self._session.undo_stack.push(_AddStep(self, file, saved))
        return True

    def hold(self, file: ReviewFile, made: Sequence[HandMade], *, is_held: bool) -> bool:
        """Undo and redo of what was added. False when it cannot be saved."""
        at = None if is_held else datetime.now(UTC).isoformat(timespec="milliseconds")
        try:
            self._store.hold_many(made, at)
        except sqlite3.OperationalError as error:
            self.save_failed.emit(said("The library says: {error}.", error=error))
            return False
        gone = {one.hand_id for one in made}
        kept = tuple(one for one in file.hand_made if one.hand_id not in gone)
        self._session.set_hand_made(file, (*kept, *made) if is_held else kept)
        return True


class _AddStep(QUndoCommand):
    """Markers that became detections; its first redo does nothing, they are saved already."""

    def __init__(self, importer: MarkerImport, file: ReviewFile, made: Sequence[HandMade]) -> None:
        super().__init__(said_many("Add {n:,} detection", "Add {n:,} detections", len(made)))
        self._importer, self._file, self._made = importer, file, made
        self._is_first = True

    def redo(self) -> None:
        """Let them hold (again)."""
        if not self._is_first:
            self.setObsolete(not self._importer.hold(self._file, self._made, is_held=True))
        self._is_first = False

    def undo(self) -> None:
        """Take them back."""
        self.setObsolete(not self._importer.hold(self._file, self._made, is_held=False))
