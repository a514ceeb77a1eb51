"""Review > Compare with another run…: what only one of two runs has, what differs, and verdicts to carry over."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inference.detections import DetectionTable
from inference.sentences import sentence
from relay_desktop.look import type_label
from relay_desktop.panels.heading import toned
from relay_desktop.panels.plain_table import plain_table
from relay_desktop.panels.wording import clock, duration
from relay_desktop.session.comparison import Difference, Kind, carried, compare
from relay_desktop.session.kept_review import KeptFile, read_kept
from relay_desktop.session.library import Library, StoredJob
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import number, said, said_many, spoken

_MOST_ROWS: Final = 5000
_WORDS: Final = {
    Kind.ONLY_FIRST: sentence("Only here"),
    Kind.ONLY_SECOND: sentence("Only there"),
    Kind.MOVED: sentence("Other bounds"),
    Kind.CONFIDENCE: sentence("Other confidence"),
    Kind.SAME: sentence("The same"),
}
HELP: Final = sentence(
    "Both runs are shown under the present tuning. Double-click a line to look at it. Verdicts are carried over by type"
    " and time, onto detections that have none yet."
)


class ComparisonDialog(QDialog):
    """The file in view against a file of another job of the library."""

    stretch_wanted = Signal(int, int, object)  # start_ms, end_ms, shown row here or None

    def __init__(
        self, session: ReviewSession, review: Review, library: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._review, self._library = session, review, library
        self._jobs: list[StoredJob] = []
        self._files: tuple[KeptFile, ...] = ()
        self._found: list[Difference] = []
        self._listed: list[Difference] = []
        self._theirs: DetectionTable | None = None
        self.setObjectName("comparisonDialog")
        self.setWindowTitle(self.tr("Compare with another run"))
        self.setAccessibleName(self.tr("Compare with another run"))
        self.resize(760, 640)
        self.job, self.file, self.kind = QComboBox(), QComboBox(), QComboBox()
        self.words = toned("", "strong")
        self.list = plain_table(
            (
                said("What"),
                said("Type"),
                said("Start"),
                said("Here"),
                said("There"),
                said("Confidence here"),
                said("there"),
            ),
            said("Differences"),
        )
        self.carry_button = QPushButton(self.tr("Carry its verdicts over"))
        self._lay_out()
        self._fill_jobs()
        self._wire()
        self._take_job()

    def _lay_out(self) -> None:
        for box, object_name, name in (
            (self.job, "comparisonJob", said("Other run")),
            (self.file, "comparisonFile", said("File of the other run")),
            (self.kind, "comparisonKind", said("Which differences")),
        ):
            box.setObjectName(object_name)
            box.setAccessibleName(name)
        self.carry_button.setObjectName("carryVerdicts")
        self.carry_button.setAccessibleName(self.tr("Carry its verdicts over"))
        form = QFormLayout()
        form.addRow(self.tr("With"), self.job)
        form.addRow(self.tr("File"), self.file)
        form.addRow(self.tr("Show"), self.kind)
        help_words = toned(spoken(HELP), "muted")
        for label in (help_words, self.words):
            label.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.carry_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(form)
        for part in (self.words, self.list, help_words, buttons):
            column.addWidget(part)

    def _fill_jobs(self) -> None:
        here = self._session.job.job_id if self._session.job is not None else ""
        self._jobs = [job for job in reversed(self._library.jobs()) if job.job_id != here]
        for job in self._jobs:
            when = (job.created_at or "")[:16].replace("T", " ")
            self.job.addItem(" · ".join(part for part in (job.title, job.model_id or "", when) if part))
        self.kind.addItem(self.tr("All differences"), None)
        for kind, words in _WORDS.items():
            self.kind.addItem(words, kind)

    def _wire(self) -> None:
        self.job.currentIndexChanged.connect(lambda _at: self._take_job())
        self.file.currentIndexChanged.connect(lambda _at: self.refresh())
        self.kind.currentIndexChanged.connect(lambda _at: self._show())
        self.list.cellDoubleClicked.connect(lambda row, _column: self._jump(row))
        self.carry_button.clicked.connect(self.carry_over)
        self._session.current_file_changed.connect(lambda _file: self.refresh())

    def _take_job(self) -> None:
        at = self.job.currentIndex()
        kept = read_kept(self._library, self._jobs[at].job_id) if 0 <= at < len(self._jobs) else None
        self._files = tuple(file for file in kept.files if file.heard is not None) if kept is not None else ()
        self.file.blockSignals(True)
        self.file.clear()
        self.file.addItems([file.name for file in self._files])
        current = self._session.current
        same = [
            at for at, file in enumerate(self._files) if current is not None and file.name == current.name
        ]
        self.file.setCurrentIndex(same[0] if same else min(0, len(self._files) - 1))
        self.file.blockSignals(False)
        self.refresh()

    @property
    def other(self) -> KeptFile | None:
        """The file that is compared with."""
        at = self.file.currentIndex()
        return self._files[at] if 0 <= at < len(self._files) else None

    def refresh(self) -> None:
        """Compare anew."""
        other, shown = self.other, self._session.shown
        theirs = other.snapshot(self._session.rules) if other is not None else None
        self._found = compare(shown, theirs.retuned.shown) if shown is not None and theirs is not None else []
        self._theirs = theirs.retuned.shown if theirs is not None else None
        self.carry_button.setEnabled(other is not None and bool(other.spans) and shown is not None)
        if other is None:
            self.words.setText(
                self.tr(
                    "No other job has results that are kept here. Open that job once, then compare again."
                )
            )
        else:
            counts = {kind: sum(one.kind is kind for one in self._found) for kind in Kind}
            self.words.setText(
                ", ".join(f"{spoken(words)}: {number(counts[kind], ',')}" for kind, words in _WORDS.items())
            )
        self._show()

    def _show(self) -> None:
        chosen = self.kind.currentData()
        wanted = Kind(chosen) if chosen is not None else None
        self._listed = [
            one for one in self._found if (one.kind is wanted if wanted else one.kind is not Kind.SAME)
        ][:_MOST_ROWS]
        self.list.setRowCount(len(self._listed))
        for at, one in enumerate(self._listed):
            for column, words in enumerate(self._cells(one)):
                self.list.setItem(at, column, QTableWidgetItem(words))

    def _cells(self, one: Difference) -> tuple[str, ...]:
        here = _facts(self._session.shown, one.first)
        there = _facts(self._theirs, one.second)
        return (
            spoken(_WORDS[one.kind]), type_label(one.artifact_type), clock(one.start_ms), here[0], there[0], here[1],
            there[1],
        )  # fmt: skip

    def _jump(self, at: int) -> None:
        one = self._listed[at]
        self.stretch_wanted.emit(one.start_ms, one.end_ms, one.first)

    def carry_over(self) -> None:
        """Give the verdicts of the other run to what they fit here and nobody has judged yet."""
        file, shown, other = self._session.current, self._session.shown, self.other
        states = self._review.states(file) if file is not None else None
        if file is None or shown is None or other is None or states is None:
            return
        rows = [row for row in range(len(shown)) if not states.is_settled[row]]
        spans = carried(other.spans, shown.select(rows))
        if spans and self._review.adopt(
            file, spans, said_many("Carry {n:,} verdict over", "Carry {n:,} verdicts over", len(spans))
        ):
            self.words.setText(
                said_many(
                    "Carried over: {n:,} verdict. Undo takes it back.",
                    "Carried over: {n:,} verdicts. Undo takes it back.",
                    len(spans),
                )
            )
        elif not spans:
            self.words.setText(
                self.tr("No verdict of the other run fits a detection here that is still open.")
            )


def _facts(table: DetectionTable | None, row: int | None) -> tuple[str, str]:
    if row is None or table is None:
        return "—", ""
    return duration(int(table.end_ms[row] - table.start_ms[row])), number(table.confidence[row], ".2f")
