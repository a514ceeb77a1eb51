"""The table of shown detections as a Qt model over numpy columns.

Nothing is copied row by row: a row of the view is an index into the columns, sorting is one argsort, and the words
of a cell are made when the view paints it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPixmap

from inference.detections import DetectionTable
from inference.sentences import sentence
from inference.tuning import Retuned
from relay_desktop.look import Look, type_label
from relay_desktop.panels.wording import STATE_TONES, STATE_WORDS, clock, duration
from relay_desktop.session.verdicts import JudgedSpan, ReviewStates, State
from relay_desktop.translation import number, said, spoken
from relay_desktop.type_mark import MARK_PX, type_icon

Index = QModelIndex | QPersistentModelIndex
Rows = NDArray[np.int64]

HEADERS: Final = (
    sentence("#"), sentence("Start"), sentence("End"), sentence("Duration"), sentence("Type"), sentence("Confidence"),
    sentence("Joined"), sentence("Verdict"), sentence("Note"),
)  # fmt: skip
NUMBER, START, END, DURATION, TYPE, CONFIDENCE, JOINED, VERDICT, NOTE = range(len(HEADERS))
_HELP: Final = (
    sentence("Place in the order of time"),
    sentence("Where it begins"),
    sentence("Where it ends"),
    sentence("How long it lasts"),
    sentence("What it is"),
    sentence("How sure the model is, 0 to 1"),
    sentence("How many raw detections the merge window joined into this one"),
    sentence(
        "What was decided: an artifact, not one, unsure; mixed or in part where joined detections differ"
    ),
    sentence("What was noted with the verdict"),
)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DetectionModel(QAbstractTableModel):
    """Rows of a `Retuned.shown` whose type is visible, in the order of any column.

    "Row" is a row of the view; "shown row" is an index into `Retuned.shown`, the number the session selects by.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._retuned: Retuned | None = None
        self._shown = DetectionTable.empty()
        self._states: ReviewStates | None = None
        self._spans: Sequence[JudgedSpan] = ()
        self._order: Rows = np.zeros(0, dtype=np.int64)
        self._visible: Rows = self._order
        self._sorted_by = START
        self._is_descending = False
        self._icons: dict[str, QIcon] = {}

    # -- what is shown -----------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Draw the marks in another look."""
        self._look = look
        self._icons.clear()

    def show_detections(self, retuned: Retuned | None, visible_rows: Rows) -> None:
        """Show these rows (int64, in order of time) of what the rules leave."""
        self.beginResetModel()
        self._states, self._spans = None, ()
        self._retuned = retuned
        self._shown = retuned.shown if retuned is not None else DetectionTable.empty()
        self._visible = visible_rows
        self._sort_rows()
        self.endResetModel()

    def show_verdicts(self, states: ReviewStates | None, spans: Sequence[JudgedSpan]) -> None:
        """What was decided on the shown rows; call it after `show_detections`, which forgets it."""
        self._states, self._spans = states, spans
        if self._sorted_by in {VERDICT, NOTE}:
            self.sort(self._sorted_by, _order_of(self._is_descending))

    def tone(self, row: int) -> str:
        """The tone of a row's verdict: a name in the look ("success", "danger", "warning", "muted")."""
        if self._states is None:
            return "muted"
        return STATE_TONES.get(State(int(self._states.state[self.shown_row(row)])), "muted")

    @property
    def shown_rows(self) -> Rows:
        """The shown row behind every row of the view, int64 (rowCount,)."""
        return self._order

    def shown_row(self, row: int) -> int:
        """The shown row behind a row of the view."""
        return int(self._order[row])

    def rows_of(self, shown_rows: tuple[int, ...]) -> list[int]:
        """Rows of the view for shown rows, those that are not visible left out; in the same order."""
        if len(shown_rows) == 1:
            found = np.flatnonzero(self._order == shown_rows[0])
            return [int(found[0])] if len(found) else []
        place = np.full(len(self._shown) + 1, -1, dtype=np.int64)
        place[self._order] = np.arange(len(self._order))
        rows = place[np.asarray(shown_rows, dtype=np.int64)]
        return [int(row) for row in rows[rows >= 0]]

    # -- the model's own face ----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many detections are visible."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Fixed."""
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names, help and alignment of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken(HEADERS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return said("{what}. Click to sort.", what=_HELP[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, mark or alignment of one cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == TYPE:
            return self._icon(self._shown.artifact_type(self.shown_row(index.row())))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{spoken(HEADERS[index.column()])}: {self.cell(index.row(), index.column())}"
        return None

    def cell(self, row: int, column: int) -> str:
        """The words of one cell."""
        return self.words_of(row, row + 1)[0][column]

    def words_of(self, first: int, stop: int) -> list[tuple[str, ...]]:
        """The words of the rows from `first` up to but not `stop`, one string per column."""
        at, shown = self._order[first:stop], self._shown
        columns = (
            (np.searchsorted(self._visible, at) + 1).tolist(),
            shown.start_ms[at].tolist(),
            shown.end_ms[at].tolist(),
            shown.type_codes[at].tolist(),
            self._sure(at),
            [len(self._retuned.members(row)) if self._retuned is not None else 1 for row in at.tolist()],
            [self._verdict(row) for row in at.tolist()],
            [self._note(row) for row in at.tolist()],
        )
        labels = [type_label(name) for name in shown.types]
        return [
            (
                number(n, ","),
                clock(a),
                clock(b),
                duration(b - a),
                labels[code],
                sure,
                f"{k}" if k > 1 else "",
                verdict,
                note,
            )
            for n, a, b, code, sure, k, verdict, note in zip(*columns, strict=True)
        ]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; equal values stay in order of time."""
        self.layoutAboutToBeChanged.emit()
        before, kept = self._order, self.persistentIndexList()
        self._sorted_by, self._is_descending = column, order == Qt.SortOrder.DescendingOrder
        self._sort_rows()
        if kept:
            place = np.zeros(len(self._shown) + 1, dtype=np.int64)
            place[self._order] = np.arange(len(self._order))
            moved = [self.index(int(place[before[i.row()]]), i.column()) for i in kept]
            self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    # -- inside ------------------------------------------------------------------------------------------------

    def _sure(self, at: Rows) -> list[str]:
        by_hand = self._retuned.by_hand if self._retuned is not None else at[:0]
        pairs = zip(self._shown.confidence[at].tolist(), np.isin(at, by_hand).tolist(), strict=True)
        made = said("by hand")
        return [made if is_by_hand else number(sure, ".2f") for sure, is_by_hand in pairs]

    def _verdict(self, at: int) -> str:
        if self._states is None:
            return ""
        words = spoken(STATE_WORDS[State(int(self._states.state[at]))])
        return said("{verdict}, in part", verdict=words) if self._states.is_partial[at] else words

    def _note(self, at: int) -> str:
        span = int(self._states.span[at]) if self._states is not None else -1
        return " ".join(self._spans[span].note.split()) if span >= 0 else ""

    def _sort_rows(self) -> None:
        is_time_order = self._sorted_by in {START, NUMBER}
        if is_time_order and not self._is_descending:
            self._order = self._visible
            return
        keys = self._keys()[self._visible]
        self._order = self._visible[np.argsort(-keys if self._is_descending else keys, kind="stable")]

    def _keys(self) -> NDArray[Any]:
        shown = self._shown
        if self._sorted_by in {START, NUMBER}:
            return np.arange(len(shown))
        if self._sorted_by == END:
            return shown.end_ms
        if self._sorted_by == DURATION:
            return shown.duration_ms()
        if self._sorted_by == TYPE:
            return shown.type_ranks[shown.type_codes]
        if self._sorted_by == VERDICT and self._states is not None:
            return self._states.state
        if self._sorted_by == NOTE:
            notes = [self._note(at) for at in range(len(shown))]
            return np.unique(np.array(notes, dtype=np.str_), return_inverse=True)[1]
        if self._sorted_by == JOINED and self._retuned is not None:
            return np.diff(self._retuned.member_offsets)
        return shown.confidence

    def mark(self, row: int) -> QPixmap:
        """The mark of a row's type, sharp on this screen."""
        return self._icon(self._shown.artifact_type(self.shown_row(row))).pixmap(MARK_PX, MARK_PX)

    def _icon(self, artifact_type: str) -> QIcon:
        if artifact_type not in self._icons:
            self._icons[artifact_type] = type_icon(artifact_type, self._look)
        return self._icons[artifact_type]


def alignment(column: int) -> Qt.AlignmentFlag:
    """Numbers stand at the right, words and times at the left."""
    return _RIGHT if column in {NUMBER, DURATION, CONFIDENCE} else _LEFT


def _order_of(is_descending: bool) -> Qt.SortOrder:
    return Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
