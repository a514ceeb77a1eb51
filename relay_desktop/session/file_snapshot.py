"""What would leave of some files: tables that never change, turned into a document when it is asked for.

It knows no Qt, so that a review is exported alike from the window, from a thread and from the command line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from inference.tuning import Retuned, TuningRules
from relay_desktop.session.exporters import document
from relay_desktop.session.exporters.document import (
    SEVERITIES,
    ExportDocument,
    ExportFile,
    ExportRow,
    Member,
    Scope,
    rows_from_raw,
    rows_from_retuned,
)
from relay_desktop.session.verdicts import JudgedSpan, ReviewStates, State, Verdict

Rows = NDArray[np.int64]
VERDICT_OF: Mapping[Verdict, document.Verdict] = dict(zip(Verdict, document.VERDICTS, strict=True))


@dataclass(frozen=True)
class FileSnapshot:
    """One file as it is now. `visible`: rows of `retuned.shown` whose type is not hidden."""

    file: ExportFile
    raw: DetectionTable
    retuned: Retuned
    visible: Rows
    states: ReviewStates | None = None
    spans: Sequence[JudgedSpan] = ()

    def rows(self, scope: Scope, most: int | None = None) -> tuple[ExportRow, ...]:
        """The rows to export, the first `most` only when that is given. Verdicts only where the whole row has one."""
        if scope == "raw":
            return self._raw_rows()[:most]
        chosen = self.visible[self._is_confirmed[self.visible]] if scope == "confirmed" else self.visible
        chosen = chosen[:most]
        if most is not None:
            plain = _some_rows(self.raw, self.retuned, chosen)
        else:
            everything = rows_from_retuned(self.raw, self.retuned)
            plain = [everything[row] for row in chosen.tolist()]
        by_hand = set(self.retuned.by_hand.tolist())
        return tuple(
            self._judged(_sure_by_hand(row) if place in by_hand else row, place)
            for row, place in zip(plain, chosen.tolist(), strict=True)
        )

    def _raw_rows(self) -> tuple[ExportRow, ...]:
        """All raw rows; those joined into a judged row carry its verdict, those hidden by tuning carry none."""
        by_row: dict[int, int] = {}
        if self.spans:
            offsets = self.retuned.member_offsets
            owner = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
            by_row = dict(zip(self.retuned.member_rows.tolist(), owner.tolist(), strict=True))
        order = np.lexsort(
            (self.raw.type_ranks[self.raw.type_codes], self.raw.end_ms, self.raw.start_ms)
        ).tolist()
        rows = rows_from_raw(self.raw.select(order))
        first_by_hand = len(self.raw) - len(self.retuned.by_hand)
        plain = [
            _sure_by_hand(row) if place >= first_by_hand else row
            for row, place in zip(rows, order, strict=True)
        ]
        return tuple(
            self._judged(row, by_row[place]) if place in by_row else row
            for row, place in zip(plain, order, strict=True)
        )

    @cached_property
    def _is_settled(self) -> NDArray[np.bool_]:
        """Shown rows that were judged whole and of one mind."""
        if self.states is None:
            return np.zeros(len(self.retuned.shown), dtype=np.bool_)
        return self.states.is_settled

    @cached_property
    def _is_confirmed(self) -> NDArray[np.bool_]:
        if self.states is None:
            return self._is_settled
        confirmed: NDArray[np.bool_] = self._is_settled & (self.states.state == State.ARTIFACT)
        return confirmed

    def confirmed_count(self) -> int:
        """How many visible rows a person signed as artifacts."""
        return int(np.count_nonzero(self._is_confirmed[self.visible]))

    def _judged(self, row: ExportRow, place: int) -> ExportRow:
        number = int(self.states.span[place]) if self.states is not None else -1
        if number < 0:
            return row
        span = self.spans[number]
        verdict = VERDICT_OF[span.verdict] if self._is_settled[place] else None
        severity = span.severity if span.severity in SEVERITIES else None
        return replace(row, verdict=verdict, severity=severity, reason=span.reason or "", note=span.note)


@dataclass(frozen=True)
class DeskSnapshot:
    """Some files of the desk as they are now, with what they were made with."""

    files: tuple[FileSnapshot, ...]
    model_id: str | None
    job_id: str | None
    rules: TuningRules
    reviewer: str | None
    app_version: str
    taken_at: str
    filter_words: str = ""

    def document(self, scope: Scope, *, most_rows: int | None = None) -> ExportDocument:
        """The record to export; with `most_rows` a beginning of it to look at. Slow for many rows."""
        files = tuple(replace(one.file, rows=one.rows(scope, most_rows)) for one in self.files)
        return ExportDocument(
            files,
            scope,
            self.model_id,
            self.job_id,
            self.rules,
            self.reviewer,
            self.app_version,
            self.taken_at,
            self.filter_words if scope != "raw" else "",
        )

    def counts(self) -> dict[Scope, int]:
        """How many rows each choice would export."""
        return {
            "shown": sum(len(one.visible) for one in self.files),
            "confirmed": sum(one.confirmed_count() for one in self.files),
            "raw": sum(len(one.raw) for one in self.files),
        }


def _sure_by_hand(row: ExportRow) -> ExportRow:
    """A hand-made detection leaves without a confidence: no model gave one, and every format shows that."""
    return replace(row, confidence=None)


def _some_rows(raw: DetectionTable, retuned: Retuned, chosen: Rows) -> Sequence[ExportRow]:
    """A few shown rows without making all of them."""
    rows: list[ExportRow] = []
    for place in chosen.tolist():
        plain = rows_from_raw(retuned.shown.select([place]))[0]
        inside = raw.select(retuned.members(place)).to_rows() if retuned.is_merged(place) else []
        members = tuple(Member(row["start_ms"], row["end_ms"], row["confidence"]) for row in inside)
        rows.append(replace(plain, members=members))
    return rows
