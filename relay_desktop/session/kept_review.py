"""KeptReview: a whole review as it is kept, in the library or in a file of its own: detections, verdicts, settings.

It knows no Qt and no service: what the model heard is part of it.
"""

from __future__ import annotations

import sqlite3
import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from inference.detections import DetectionTable
from inference.sentences import sentence
from inference.tuning import Tuner, TuningRules
from inference.tuning_config import TuningConfig
from relay_desktop.session.exporters.document import ExportDocument, ExportFile, ExportProblem, Scope
from relay_desktop.session.file_snapshot import DeskSnapshot, FileSnapshot
from relay_desktop.session.hand_made import HandMade, HandMadeTuner
from relay_desktop.session.job_ids import REVIEW_BACKEND
from relay_desktop.session.library import Library, StoredFile, StoredJob
from relay_desktop.session.mark_store import ChosenThreshold, Exclusion
from relay_desktop.session.row_criteria import outside
from relay_desktop.session.verdicts import JudgedSpan, VerdictBook

# The backend of a job whose results came with a review: no service is asked about it.


@dataclass(frozen=True)
class KeptFile:
    """One recording of a review. `heard` is None where its detection never ended."""

    key: str
    name: str
    path: Path | None = None
    duration_s: float | None = None
    heard: DetectionTable | None = None
    spans: tuple[JudgedSpan, ...] = ()
    hand_made: tuple[HandMade, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    is_done: bool = False

    def snapshot(self, rules: TuningRules) -> FileSnapshot | None:
        """What would leave of it under these rules; None without detections."""
        if self.heard is None:
            return None
        tuner = HandMadeTuner(self.heard, self.hand_made) if self.hand_made else Tuner(self.heard)
        retuned = tuner.retune(rules)
        states = VerdictBook(tuner.raw, list(self.spans)).states(retuned)
        stretches = ((one.start_ms, one.end_ms) for one in self.exclusions)
        visible = np.flatnonzero(outside(retuned.shown, stretches))
        path = str(self.path) if self.path is not None else None
        known = ExportFile(self.name, path, duration_s=self.duration_s)
        return FileSnapshot(known, tuner.raw, retuned, visible, states, self.spans)


@dataclass(frozen=True)
class KeptReview:
    """A job with its files as a person left it."""

    title: str
    model_id: str | None
    files: tuple[KeptFile, ...]
    rules: TuningRules | None = None  # None: nobody has tuned it
    config: TuningConfig | None = None
    evidence: tuple[ChosenThreshold, ...] = ()
    job_id: str = ""
    created_at: str = ""

    def document(
        self, scope: Scope, *, rules: TuningRules | None = None, app_version: str = ""
    ) -> ExportDocument:
        """The record to export, under its own rules or others."""
        rules = rules or self.rules or TuningRules()
        taken = (file.snapshot(rules) for file in self.files)
        reviewers = dict.fromkeys(
            span.reviewer for file in self.files for span in file.spans if span.reviewer
        )
        snapshot = DeskSnapshot(
            tuple(one for one in taken if one is not None),
            self.model_id,
            self.job_id or None,
            rules,
            ", ".join(reviewers) or None,
            app_version,
            datetime.now(UTC).isoformat(timespec="seconds"),
        )
        return snapshot.document(scope)

    def verdict_count(self) -> int:
        """How many decisions it holds."""
        return sum(len(file.spans) for file in self.files)


def read_kept(library: Library, job_id: str) -> KeptReview:
    """A job of the library as a review of its own. Raises ExportProblem when it is not there."""
    job = next((job for job in library.jobs() if job.job_id == job_id), None)
    if job is None:
        raise ExportProblem(
            sentence("There is no job “{job}” in the library.", job=job_id),
            sentence("Its id stands in the tooltip of the job's row."),
        )
    exclusions, done = library.marks.exclusions(job_id), library.marks.done(job_id)
    made = library.hand_made.of_job(job_id)
    files = tuple(
        KeptFile(
            stored.key,
            stored.name,
            stored.path,
            library.results.duration_s(job_id, stored.key),
            library.results.of_file(job_id, stored.key),
            tuple(library.verdicts.of_file(job_id, stored.key)),
            made.get(stored.key, ()),
            exclusions.get(stored.key, ()),
            stored.key in done,
        )
        for stored in library.files(job_id)
    )
    rules = library.tuning(job_id)
    evidence = tuple(library.marks.evidence(job_id))
    return KeptReview(
        job.title, job.model_id, files, rules, job.config, evidence, job_id, job.created_at or ""
    )


def write_kept(library: Library, kept: KeptReview) -> str:
    """Put a review into the library as a job of its own; its new id. All of it is written or nothing.

    Raises sqlite3.OperationalError.
    """
    job_id = f"review-{uuid.uuid4().hex[:12]}"
    now = datetime.now(UTC).isoformat(timespec="seconds")
    count = len(kept.files)
    job = StoredJob(
        job_id, REVIEW_BACKEND, kept.model_id, kept.title, "completed", count, count,
        config=kept.config, created_at=now,
    )  # fmt: skip
    with library.together():
        library.put_job(job)
        if kept.rules is not None:
            library.put_tuning(job_id, kept.rules)
        library.put_files(job_id, [_stored(file) for file in kept.files])
        for file in kept.files:
            _write_file(library, job_id, file, now)
        for chosen in kept.evidence:
            library.marks.add_evidence(job_id, chosen)
    return job_id


def _stored(file: KeptFile) -> StoredFile:
    is_there = file.path is not None and file.path.is_file()
    status = "completed" if file.heard is not None else "waiting"
    problem = (
        None
        if is_there
        else sentence("The recording is not at its old place. Use Locate the file to hear it.")
    )
    return StoredFile(file.key, file.path, file.name, status=status, problem=problem)


def _write_file(library: Library, job_id: str, file: KeptFile, now: str) -> None:
    if file.heard is not None:
        library.results.put(job_id, file.key, file.heard, file.duration_s)
    library.verdicts.add(job_id, file.key, [replace(span, span_id=None) for span in file.spans])
    for made in file.hand_made:
        library.hand_made.put(job_id, file.key, replace(made, hand_id=None))
    library.marks.add_exclusions(job_id, file.key, file.exclusions)
    if file.is_done:
        library.marks.set_done(job_id, file.key, is_done=True, by="", at=now)


def open_library(path: Path) -> Library:
    """The library at a place, to be read. Raises ExportProblem when there is none or it cannot be opened."""
    if not path.is_file():
        raise ExportProblem(
            sentence("There is no library at {path}.", path=path),
            sentence("Give --data-dir, or a file with a result."),
        )
    try:
        return Library(path)
    except (sqlite3.Error, OSError) as error:
        raise ExportProblem(
            sentence("The library {path} cannot be read: {error}.", path=path, error=error)
        ) from error
