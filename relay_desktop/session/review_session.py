"""ReviewSession: the one state between the window above it and backend and audio below it.

Views read it and call its verbs; background work calls the same verbs on the GUI thread. Everything a view needs to
repaint comes as a signal in the past tense. It knows no widget, no backend and no audio device.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from inference.detections import DetectionTable
from inference.tuning import Retuned, TuningRules, TypeTuning
from inference.tuning_config import TuningConfig
from relay_desktop.session.hand_made import HandMade
from relay_desktop.session.job_ids import EMBEDDED, REVIEW_BACKEND
from relay_desktop.session.rest_retuner import RestRetuner
from relay_desktop.session.review_file import DeskJob, ReviewFile, RowFilter
from relay_desktop.session.selection import Span, row_beside, rows_covering, spans_of
from relay_desktop.session.tuning_undo import TuningStep
from relay_desktop.session.type_counts import TypeCount, confidence_histogram, type_counts
from relay_desktop.translation import said


class ReviewSession(QObject):
    """Jobs, files of the open one, tuning rules, visible types and selection. Lives on the GUI thread."""

    files_added = Signal(list)
    files_removed = Signal(list)
    file_changed = Signal(object)
    current_file_changed = Signal(object)
    detections_changed = Signal(object)
    counts_changed = Signal()
    tuning_changed = Signal()
    types_changed = Signal()
    selection_changed = Signal()
    jobs_changed = Signal()
    job_changed = Signal(str)
    desk_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs: dict[str, DeskJob] = {}
        self.places: dict[str, str] = {EMBEDDED: said("This computer")}  # what a person calls each backend
        self.job: DeskJob | None = None
        self.files: list[ReviewFile] = []
        self.current: ReviewFile | None = None
        self.rules = TuningRules()
        self.default_rules = TuningRules()
        self.model_types: tuple[str, ...] = ()
        self.hidden_types: frozenset[str] = frozenset()
        self.selected_rows: tuple[int, ...] = ()
        self.undo_stack = QUndoStack(self)
        self._rules_before_drag: TuningRules | None = None
        # Kept, because ten thousand files are asked at every tick of a slider.
        self._types_of_files: dict[str, None] | None = None
        self._passes: RowFilter | None = None
        self._rest = RestRetuner(self)
        self._rest.retuned.connect(self.detections_changed)
        self._rest.sliced.connect(self.counts_changed)

    # -- jobs ------------------------------------------------------------------------------------------------

    def set_places(self, places: Mapping[str, str]) -> None:
        """What each backend is called."""
        self.places = dict(places)
        self.jobs_changed.emit()

    def place_of(self, job: DeskJob) -> str:
        """What the backend of a job is called."""
        return said("Review") if job.backend == REVIEW_BACKEND else self.places.get(job.backend, "Relay")

    def upsert_job(self, job: DeskJob) -> None:
        """Put a new job at the head of the list, or tell that a known one changed."""
        is_new = job.job_id not in self.jobs
        if is_new:
            self.jobs = {job.job_id: job, **self.jobs}
        else:
            self.jobs[job.job_id] = job
            if self.job is not None and self.job.job_id == job.job_id:
                self.job = job
        (self.jobs_changed.emit() if is_new else self.job_changed.emit(job.job_id))

    def set_jobs(self, jobs: Iterable[DeskJob]) -> None:
        """Show these jobs, in this order, and no others."""
        self.jobs = {job.job_id: job for job in jobs}
        self.jobs_changed.emit()

    def remove_job(self, job_id: str) -> None:
        """Take a job off the list; when it is open, the desk is cleared."""
        if self.jobs.pop(job_id, None) is None:
            return
        if self.job is not None and self.job.job_id == job_id:
            self.new_desk()
        self.jobs_changed.emit()

    def attach_job(self, job: DeskJob) -> None:
        """The files on the desk belong to this job from now on."""
        self.job = job
        self.upsert_job(job)
        self.desk_changed.emit()

    def open_desk(
        self, job: DeskJob | None, files: Sequence[ReviewFile], rules: TuningRules | None = None
    ) -> None:
        """Put another job with its files on the desk; the first file is shown. Undo starts afresh."""
        self.job = job
        self.files = list(files)
        self._types_of_files = None
        self.undo_stack.clear()
        self._rules_before_drag = None
        self.rules = rules or self.default_rules
        self.hidden_types = frozenset()
        self.current = None
        self._rest.begin(self.files, self.rules)
        self.desk_changed.emit()
        self.tuning_changed.emit()
        self.types_changed.emit()
        self._show(self.files[0] if self.files else None)

    def new_desk(self) -> None:
        """Clear the desk for a new job."""
        self.open_desk(None, ())

    # -- files -----------------------------------------------------------------------------------------------

    def add_files(self, paths: Iterable[Path]) -> list[ReviewFile]:
        """Put files on the desk, each once; their rows appear at once. The first is shown when none was."""
        known = {file.path for file in self.files}
        fresh = [path for path in dict.fromkeys(paths) if path not in known]
        return self.add_review_files([ReviewFile(path=path, name=path.name) for path in fresh])

    def add_review_files(self, files: list[ReviewFile]) -> list[ReviewFile]:
        """Put prepared files on the desk."""
        if not files:
            return files
        self.files.extend(files)
        self._types_of_files = None
        self.files_added.emit(files)
        if self.current is None:
            self.open_file(files[0])
        return files

    def remove_files(self, files: Iterable[ReviewFile]) -> None:
        """Take files off the desk."""
        gone = {file.key for file in files}
        removed = [file for file in self.files if file.key in gone]
        if not removed:
            return
        index = self.files.index(self.current) if self.current in removed else None
        self.files = [file for file in self.files if file.key not in gone]
        self._types_of_files = None
        self._rest.leave_out(gone)
        self.files_removed.emit(removed)
        if index is not None:
            self.open_file(self.files[min(index, len(self.files) - 1)] if self.files else None)

    def file_of(self, file_id: str) -> ReviewFile | None:
        """The file on the desk that a backend knows by this id."""
        return next((file for file in self.files if file.file_id == file_id), None)

    def update_file(self, file: ReviewFile, **fields: Any) -> None:
        """Set fields of a file and tell about it, if anything is different."""
        changed = {name: value for name, value in fields.items() if getattr(file, name) != value}
        if not changed:
            return
        for name, value in changed.items():
            setattr(file, name, value)
        self.file_changed.emit(file)

    def set_raw(self, file: ReviewFile, raw: DetectionTable | None) -> None:
        """Detections of a file have come (or come anew)."""
        self._renew(file, lambda: file.set_raw(raw))

    def set_hand_made(self, file: ReviewFile, made: tuple[HandMade, ...]) -> None:
        """Detections of a file that a person made."""
        self._renew(file, lambda: file.set_hand_made(made))

    def _renew(self, file: ReviewFile, change: Callable[[], None]) -> None:
        anchor = self._selected_spans() if file is self.current else []
        change()
        if self._types_of_files is not None and file.raw is not None:
            self._types_of_files.update(dict.fromkeys(file.raw.types))
        file.retune(self.rules)
        self.detections_changed.emit(file)
        self.file_changed.emit(file)
        self.counts_changed.emit()
        if file is self.current:
            self._restore_selection(anchor)

    def open_file(self, file: ReviewFile | None) -> None:
        """Show a file of the desk (or none); nothing is selected in it yet."""
        if file is not self.current:
            self._show(file)

    def _show(self, file: ReviewFile | None) -> None:
        self.current = file
        if file is not None:
            file.retune(self.rules)
        self.selected_rows = ()
        self.current_file_changed.emit(file)
        self.selection_changed.emit()

    # -- tuning ----------------------------------------------------------------------------------------------

    def set_tuning(self, config: TuningConfig, *, final: bool = True) -> None:
        """Retune with other common values.

        While a slider is dragged `final` is False: one drag is one undo step.
        """
        self._change_rules(TuningRules(config, self.rules.by_type), final=final)

    def set_type_tuning(self, artifact_type: str, own: TypeTuning | None, *, final: bool = True) -> None:
        """Give one type its own values, or none (None)."""
        self._change_rules(self.rules.with_type(artifact_type, own), final=final)

    def reset_tuning(self) -> None:
        """Back to the API's defaults with the model's own values per type."""
        self._change_rules(self.default_rules, final=True)

    def set_rules(self, rules: TuningRules, *, final: bool = True) -> None:
        """Set common and own values at once (a preset), as one undo step."""
        self._change_rules(rules, final=final)

    def set_default_rules(self, rules: TuningRules, types: Iterable[str] = ()) -> None:
        """What a reset goes back to, and the types there are: told by the model's card.

        An untouched desk follows at once.
        """
        self.model_types = tuple(types) or self.model_types
        was_untouched = self.rules == self.default_rules and self.undo_stack.count() == 0
        self.default_rules = rules
        if was_untouched and self.rules != rules:
            self._apply_rules(rules)
        self.types_changed.emit()

    def _change_rules(self, rules: TuningRules, *, final: bool) -> None:
        before = self._rules_before_drag or self.rules
        if rules != self.rules:
            self._apply_rules(rules)
        self._rules_before_drag = None if final else before
        if final and before != rules:
            self.undo_stack.push(TuningStep(before, rules, self._apply_rules))

    def _apply_rules(self, rules: TuningRules) -> None:
        anchor = self._selected_spans()
        self.rules = rules
        self._rest.begin(self.files, self.rules)
        self.tuning_changed.emit()
        if self.current is not None and self.current.retune(rules):
            self.detections_changed.emit(self.current)
        self._restore_selection(anchor)

    # -- types -----------------------------------------------------------------------------------------------

    def set_type_visible(self, artifact_type: str, is_visible: bool) -> None:
        """Show or hide one type everywhere."""
        hidden = self.hidden_types - {artifact_type} if is_visible else self.hidden_types | {artifact_type}
        self.set_hidden_types(hidden)

    def set_hidden_types(self, hidden: Iterable[str]) -> None:
        """Hide these types and show all others; what is hidden is not selected either."""
        hidden = frozenset(hidden)
        if hidden == self.hidden_types:
            return
        anchor = self._selected_spans()
        self.hidden_types = hidden
        self.types_changed.emit()
        self.counts_changed.emit()
        self._restore_selection(anchor)

    def artifact_types(self) -> list[str]:
        """All types on the desk: those of the model first, then those that files brought."""
        if self._types_of_files is None:
            tables = (file.raw for file in self.files)
            self._types_of_files = dict.fromkeys(
                name for raw in tables if raw is not None for name in raw.types
            )
        return list(dict.fromkeys((*self.model_types, *self._types_of_files, *self.rules.by_type)))

    def type_counts(self) -> list[TypeCount]:
        """Raw, shown and hidden rows of every type of the desk, in the current file."""
        passing = self._passing(self.current) if self.current else None
        return type_counts(self.current, self.artifact_types(), passing)

    def confidence_histogram(self, bins: int = 50, artifact_type: str | None = None) -> NDArray[np.int64]:
        """Raw rows of the current file per confidence bin over 0-1, int64 (bins,); hidden types left out."""
        raw = self.current.heard if self.current else None
        return confidence_histogram(raw, bins, artifact_type, self.hidden_types)

    # -- selection -------------------------------------------------------------------------------------------

    @property
    def shown(self) -> DetectionTable | None:
        """What the rules show of the current file, hidden types included."""
        return self.current.retuned.shown if self.current and self.current.retuned else None

    @property
    def retuned(self) -> Retuned | None:
        """The same with members and hidden counts."""
        return self.current.retuned if self.current else None

    @property
    def selected_row(self) -> int | None:
        """The row the next command is about: the last one selected."""
        return self.selected_rows[-1] if self.selected_rows else None

    def visible_rows(self) -> NDArray[np.int64]:
        """Rows of `shown` that types and filter let through, in time order."""
        return self.visible_rows_of(self.current) if self.current else np.zeros(0, dtype=np.int64)

    def visible_rows_of(self, file: ReviewFile) -> NDArray[np.int64]:
        """Rows of `file.retuned.shown` that types and filter let through, int64, in time order."""
        rows = file.visible_rows(self.hidden_types)
        passing = self._passing(file)
        return rows if passing is None else rows[passing[rows]]

    def visible_count(self, file: ReviewFile) -> int | None:
        """How many detections of a file are visible; None until there are any to count."""
        if self._passing(file) is None:
            return file.visible_count(self.hidden_types)
        return len(self.visible_rows_of(file))

    def _passing(self, file: ReviewFile) -> NDArray[np.bool_] | None:
        return self._passes(file) if self._passes is not None and file.retuned is not None else None

    def passing_rows(self) -> NDArray[np.bool_] | None:
        """Which shown rows of the file in view the filter lets through, bool (m,); None: all of them."""
        return self._passing(self.current) if self.current else None

    def set_row_filter(self, passes: RowFilter | None) -> None:
        """Let only rows be visible that `passes` names; None: all. Call it again when its answers change."""
        if passes is None and self._passes is None:
            return
        anchor = self._selected_spans()
        self._passes = passes
        self.types_changed.emit()
        self.counts_changed.emit()
        self._restore_selection(anchor)

    def select_row(self, row: int | None) -> None:
        """Select one shown row, or nothing."""
        self.select_rows(() if row is None else (row,))

    def select_rows(self, rows: Iterable[int]) -> None:
        """Select shown rows; the last one leads. Rows that are not there are left out."""
        count = len(self.shown) if self.shown is not None else 0
        chosen = tuple(dict.fromkeys(int(row) for row in rows if 0 <= row < count))
        if chosen != self.selected_rows:
            self.selected_rows = chosen
            self.selection_changed.emit()

    def select_next(self, *, same_type: bool = False) -> bool:
        """Select the next visible detection (of the same type); False at the end."""
        return self._select_beside(+1, same_type)

    def select_previous(self, *, same_type: bool = False) -> bool:
        """Select the visible detection before; False at the beginning."""
        return self._select_beside(-1, same_type)

    def _select_beside(self, step: int, same_type: bool) -> bool:
        row = row_beside(self.shown, self.visible_rows(), self.selected_row, step, same_type=same_type)
        if row is not None:
            self.select_row(row)
        return row is not None

    def _selected_spans(self) -> list[Span]:
        return spans_of(self.shown, self.selected_rows)

    def _restore_selection(self, spans: list[Span]) -> None:
        """Select what now covers the spans that were selected: rows move when rules do, sounds do not."""
        chosen = rows_covering(self.shown, spans, self.hidden_types)
        if spans or chosen != self.selected_rows:
            self.selected_rows = chosen
            self.selection_changed.emit()
