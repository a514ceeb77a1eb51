"""Review > Compare reviewers…: how far two people agree, and the list of what they do not agree on."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import sentence
from inference.tuning import Retuned
from relay_desktop.look import type_label
from relay_desktop.panels.heading import toned
from relay_desktop.panels.plain_table import plain_table
from relay_desktop.panels.wording import STATE_WORDS, clock
from relay_desktop.session.agreement import Agreement, agreement_by_type, disagreements
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdict_store import VerdictStore
from relay_desktop.session.verdicts import ReviewStates
from relay_desktop.translation import number, said, spoken

HELP: Final = sentence(
    "Kappa is agreement beyond chance: 1 is perfect, 0 is what chance gives. Only detections that both judged count."
    " Double-click a disagreement to see and hear it; who judges it then has the last word."
)


class AgreementDialog(QDialog):
    """Does not stop the window: disagreements are judged in it while this list stays open."""

    row_wanted = Signal(object, int)  # ReviewFile, shown row

    def __init__(
        self, session: ReviewSession, review: Review, store: VerdictStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._review, self._store = session, review, store
        self._places: list[tuple[ReviewFile, int]] = []
        self.setObjectName("agreementDialog")
        self.setWindowTitle(self.tr("Compare reviewers"))
        self.setAccessibleName(self.tr("Compare reviewers"))
        self.resize(720, 620)
        self.first, self.second = QComboBox(), QComboBox()
        self.numbers = plain_table(
            (said("Type"), said("Judged by both"), said("Alike"), said("Kappa"), said("95 % interval")),
            said("Agreement by type"),
        )
        self.words = toned("", "heading")
        self.list = plain_table(
            (said("File"), said("Type"), said("Start"), said("First says"), said("Second says"), said("Now")),
            said("Disagreements"),
        )
        self.empty = toned("", "muted")
        self._lay_out()
        self._fill()
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(lambda _at: self.refresh())
        self.list.cellDoubleClicked.connect(lambda row, _column: self.row_wanted.emit(*self._places[row]))
        review.verdicts_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Compare anew."""
        files = list(self._compared())
        found = agreement_by_type((retuned, first, second) for _, retuned, first, second in files)
        self.numbers.setRowCount(len(found))
        for at, one in enumerate(found):
            for column, words in enumerate(agreement_cells(one)):
                self.numbers.setItem(at, column, QTableWidgetItem(words))
        self._show_list(files)
        is_possible = self.first.count() > 1
        self.empty.setText("" if is_possible else said("Only one person has judged this job so far."))
        self.empty.setVisible(not is_possible)

    def _compared(self) -> Iterator[tuple[ReviewFile, Retuned, ReviewStates, ReviewStates]]:
        names = self.first.currentText(), self.second.currentText()
        for file in self._session.files:
            books = [self._review.book_of(file, name) for name in names]
            if file.retuned is not None and books[0] is not None and books[1] is not None:
                yield file, file.retuned, books[0].states(file.retuned), books[1].states(file.retuned)

    def _show_list(self, files: list[tuple[ReviewFile, Retuned, ReviewStates, ReviewStates]]) -> None:
        self._places = []
        cells: list[tuple[str, ...]] = []
        for file, retuned, first, second in files:
            now = self._review.states(file)
            for one in disagreements(first, second):
                shown = retuned.shown
                settled = (
                    spoken(STATE_WORDS[type(one.first)(int(now.state[one.row]))]) if now is not None else ""
                )
                self._places.append((file, one.row))
                cells.append(
                    (
                        file.name, type_label(shown.artifact_type(one.row)), clock(int(shown.start_ms[one.row])),
                        spoken(STATE_WORDS[one.first]), spoken(STATE_WORDS[one.second]), settled,
                    )
                )  # fmt: skip
        self.list.setRowCount(len(cells))
        for at, row in enumerate(cells):
            for column, words in enumerate(row):
                self.list.setItem(at, column, QTableWidgetItem(words))
        self.words.setText(said("Disagreements: {n:,}", n=len(cells)).upper())

    def _fill(self) -> None:
        job = self._session.job
        names = self._store.reviewers(job.job_id) if job is not None else []
        for box, at in ((self.first, 0), (self.second, 1)):
            box.addItems(names)
            box.setCurrentIndex(min(at, len(names) - 1))

    def _lay_out(self) -> None:
        self.first.setObjectName("firstReviewer")
        self.first.setAccessibleName(self.tr("First reviewer"))
        self.second.setObjectName("secondReviewer")
        self.second.setAccessibleName(self.tr("Second reviewer"))
        row = QHBoxLayout()
        row.addWidget(self.first, 1)
        row.addWidget(toned(said("and"), "muted"))
        row.addWidget(self.second, 1)
        help_words = toned(spoken(HELP), "muted")
        help_words.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (self.empty, self.numbers, self.words, self.list, help_words, buttons):
            column.addWidget(part)
        column.insertLayout(0, row)


def agreement_cells(one: Agreement) -> tuple[str, ...]:
    """One line of the table."""
    name = type_label(one.artifact_type) if one.artifact_type else said("all types")
    alike = f"{number(one.alike, ',')} ({number(one.share, '.0%')})" if one.judged else "—"
    if math.isnan(one.kappa):
        return name, number(one.judged, ","), alike, "—", said("not defined")
    low, high = (number(0.0 if abs(value) < 0.005 else value, ".2f") for value in (one.low, one.high))
    interval = said("{low} to {high}", low=low, high=high)
    return name, number(one.judged, ","), alike, number(one.kappa, ".2f"), interval
