"""The table of detections under the timeline; its selection is the session's selection."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from inference.tuning import Retuned
from relay_desktop.look import Look, scaled, widest_type
from relay_desktop.panels.detection_model import HEADERS, START, TYPE, DetectionModel, Index
from relay_desktop.panels.row_sheet import paint_rows
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import said, said_many, spoken

ROW_PX: Final = 25
_WIDTHS: Final = (44, 104, 104, 76, 112, 92, 62, 96, 150)
_HEAD_PX: Final = 34  # around the words of a heading: its margins and the arrow of the order
_MARK_PX: Final = 40  # around the name of a type: its mark and the margins
_Flag = QItemSelectionModel.SelectionFlag


class DetectionTable(QTableView):
    """Sortable by a click on a column; one or many rows selected; double click or Return goes there.

    `activated_row(int)`: a shown row to zoom to.
    """

    activated_row = Signal(int)

    def __init__(self, session: ReviewSession, review: Review, look: Look) -> None:
        super().__init__()
        self._session, self._review = session, review
        self._look = look
        self._is_following = False
        self.detections = DetectionModel(look)
        self._service_words = ""
        self.setModel(self.detections)
        self._dress()
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell_session())
        self.doubleClicked.connect(self._activate)
        session.detections_changed.connect(self._on_detections)
        session.current_file_changed.connect(lambda _file: self.refresh())
        session.types_changed.connect(self.refresh)
        session.file_changed.connect(self._on_file)
        session.selection_changed.connect(self._follow_session)
        review.verdicts_changed.connect(self._on_verdicts)
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Paint in another look."""
        self._look = look
        self.detections.set_look(look)
        self._make_room()
        self.viewport().update()

    def set_service_words(self, words: str) -> None:
        """What an empty table says while the service is not ready; "" when it is."""
        self._service_words = words
        self.viewport().update()

    def refresh(self) -> None:
        """Show the current file anew; what is selected stays selected."""
        self._is_following = True
        self.detections.show_detections(self._session.retuned, self._session.visible_rows())
        self._show_verdicts()
        self.executeDelayedItemsLayout()  # or the first painting would find it out and ask for a second one
        self._is_following = False
        self._follow_session()

    def selected_text(self) -> str:
        """The selected rows as lines of cells with tabs between them, headers first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [tuple(map(spoken, HEADERS)), *(self.detections.words_of(row, row + 1)[0] for row in rows)]
        return "\n".join("\t".join(cells) for cells in lines)

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard."""
        QGuiApplication.clipboard().setText(self.selected_text())

    def empty_words(self) -> str:
        """What the table says when it has no row; "" when it has some."""
        if self.detections.rowCount():
            return ""
        return empty_words(self._session, self._service_words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or a sentence that says why there are none and what to do."""
        painter = QPainter(self.viewport())
        if self.detections.rowCount():
            paint_rows(painter, self, self.detections, self._selected_rows(), self._look)
        else:
            words = self.empty_words()
            painter.setPen(self._look.muted)
            area = self.viewport().rect().adjusted(40, 8, -40, -8)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _selected_rows(self) -> Container[int]:
        """Rows of the view that are selected, as the session has it."""
        selected = self._session.selected_rows
        return frozenset(self.detections.rows_of(selected)) if selected else ()

    def _dress(self) -> None:
        self.setObjectName("detectionTable")
        self.setAccessibleName(self.tr("Detections of the file"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setSortIndicator(START, Qt.SortOrder.AscendingOrder)
        columns.setSectionsMovable(True)
        columns.setMinimumSectionSize(24)
        columns.setObjectName("detectionColumns")
        columns.setAccessibleName(self.tr("Columns"))
        self._percent = 0
        self._make_room()

    def _make_room(self) -> None:
        """Rows and columns in the size of the words; what a person dragged keeps its share of them."""
        percent = scaled(100)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_PX))
        if self._percent:
            for column in range(len(_WIDTHS)):
                self.setColumnWidth(column, round(self.columnWidth(column) * percent / self._percent))
        else:
            metrics = self.fontMetrics()
            for column, width in enumerate(_WIDTHS):
                head = metrics.horizontalAdvance(spoken(HEADERS[column])) + _HEAD_PX
                self.setColumnWidth(column, max(scaled(width), head))
            self.setColumnWidth(TYPE, max(self.columnWidth(TYPE), widest_type(metrics) + _MARK_PX))
        self._percent = percent

    def _on_detections(self, file: ReviewFile) -> None:
        if file is self._session.current:
            self.refresh()

    def _on_verdicts(self, file: ReviewFile) -> None:
        if file is self._session.current:
            self._show_verdicts()
            self.viewport().update()

    def _show_verdicts(self) -> None:
        file = self._session.current
        if file is not None and file.retuned is not None:
            self.detections.show_verdicts(self._review.states(file), self._review.spans(file))

    def _on_file(self, file: ReviewFile) -> None:
        if file is self._session.current and not self.detections.rowCount():
            self.viewport().update()

    def _activate(self, index: Index) -> None:
        self.activated_row.emit(self.detections.shown_row(index.row()))

    def _tell_session(self) -> None:
        """The person selected rows here; the one with the keyboard leads."""
        if self._is_following:
            return
        selection = self.selectionModel().selection()
        ranges = [(r.top(), r.bottom() + 1) for r in map(selection.at, range(selection.count()))]
        rows = np.concatenate([np.arange(a, b) for a, b in ranges]) if ranges else np.zeros(0, dtype=np.int64)
        shown = self.detections.shown_rows[rows].tolist()
        leader = self.currentIndex()
        if leader.isValid() and self.detections.shown_row(leader.row()) in shown:
            shown.append(self.detections.shown_row(leader.row()))
            shown = [row for row in shown[:-1] if row != shown[-1]] + shown[-1:]
        self._is_following = True
        self._session.select_rows(shown)
        self._is_following = False

    def _follow_session(self) -> None:
        """The session's selection changed elsewhere: show it here."""
        if self._is_following:
            return
        self._is_following = True
        rows = self.detections.rows_of(self._session.selected_rows)
        last_column = len(HEADERS) - 1
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.detections.index(row, 0), self.detections.index(row, last_column))
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)
        if rows:
            leader = self.detections.index(rows[-1], 0)
            self.selectionModel().setCurrentIndex(leader, _Flag.NoUpdate)
            self.scrollTo(leader, QAbstractItemView.ScrollHint.EnsureVisible)
        self._is_following = False


def empty_words(session: ReviewSession, service_words: str) -> str:
    """Why there is nothing to see in a file, and what to do about it."""
    file = session.current
    if file is None:
        return said("Open a file to see its detections.")
    if file.is_partial:
        return said("Nothing to show at this setting so far; the model is still listening.")
    if file.retuned is not None:
        return _nothing_shown(file.retuned, session)
    if file.problem:
        return spoken(file.problem)
    if file.status in {"queued", "pending", "uploading", "confirming"} and service_words:
        return service_words
    if file.status == "processing":
        return said("The model is listening; what it hears appears here.")
    if file.status in {"queued", "pending", "uploading", "confirming"}:
        return said("This file waits for its turn; detections appear here.")
    if file.status == "cancelled":
        return said("Detection of this file was cancelled. Run detection to start again.")
    return said("No detections yet. Run detection (Ctrl+Return) to let the model listen to this file.")


def _nothing_shown(retuned: Retuned, session: ReviewSession) -> str:
    if retuned.raw_count == 0:
        return said("The model heard no artifacts in this file.")
    if len(retuned.shown):
        if session.passing_rows() is not None:
            return said_many(
                "The filter hides the one detection. Clear it in the bar above this table.",
                "The filter hides all {n:,} detections. Clear it in the bar above this table.",
                len(retuned.shown),
            )
        return said_many(
            "The one detection is of a hidden type. Make the type visible at the right.",
            "All {n:,} detections are of hidden types. Make a type visible at the right.",
            len(retuned.shown),
        )
    by_threshold = sum(retuned.hidden_by_threshold.values())
    by_duration = sum(retuned.hidden_by_min_duration.values())
    return said(
        "No detections at this setting: {below:,} are below the threshold, {short:,} are shorter than the minimum"
        " duration. Lower one of them, or press Reset.",
        below=by_threshold,
        short=by_duration,
    )
