"""The filter over the table: verdict, confidence and note at hand, the rest behind a button; what it hides in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from inference.sentences import sentence
from relay_desktop.panels.choice_box import ChoiceBox
from relay_desktop.panels.decimal_box import DecimalBox
from relay_desktop.panels.heading import LiveLabel, retone, toned
from relay_desktop.panels.wording import clock
from relay_desktop.session.file_marks import FileMarks
from relay_desktop.session.filtering import Filtering
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.row_criteria import SEVERITY_CHOICES, VERDICT_CHOICES, RowCriteria
from relay_desktop.translation import said, spoken

Control = TypeVar("Control", bound=QWidget)

_VERDICTS: Final = dict(
    zip(
        VERDICT_CHOICES,
        (
            sentence("Any verdict"),
            sentence("To do"),
            sentence("Reviewed"),
            sentence("Artifact"),
            sentence("Not one"),
            sentence("Unsure"),
            sentence("Mixed or in part"),
        ),
        strict=True,
    )
)
_SEVERITIES: Final = dict(
    zip(
        SEVERITY_CHOICES,
        (
            sentence("Any severity"), sentence("FYI"), sentence("Issue"), sentence("Blocker"),
            sentence("No severity"),
        ),
        strict=True,
    )
)  # fmt: skip
_LONGEST_MS: Final = 24 * 3600 * 1000


class FilterBar(QWidget):
    """Writes the criteria, and shows those in force."""

    stretch_wanted = Signal(str)  # "time": see only the selected stretch; "exclude": leave it out

    def __init__(self, session: ReviewSession, filtering: Filtering, marks: FileMarks) -> None:
        super().__init__()
        self._session, self._filter, self._marks = session, filtering, marks
        self.setObjectName("filterBar")
        self.setAccessibleName(self.tr("Filter"))
        self.setProperty("surface", "panel")
        self.verdict = _choices("filterVerdict", said("Show which verdicts"), _VERDICTS)
        self.severity = _choices("filterSeverity", said("Show which severity"), _SEVERITIES)
        self.least = _confidence("filterLeastConfidence", said("Least confidence"), 0.0)
        self.greatest = _confidence("filterGreatestConfidence", said("Greatest confidence"), 1.0)
        self.shortest = _milliseconds("filterShortest", said("Shortest duration"), said("any"))
        self.longest = _milliseconds("filterLongest", said("Longest duration"), said("any"))
        self.note = QLineEdit()
        self.note.setObjectName("filterNote")
        self.note.setAccessibleName(self.tr("Text in notes"))
        self.note.setPlaceholderText(self.tr("In notes…"))
        self.note.setClearButtonEnabled(True)
        self.time_words = toned(self.tr("The whole file"), "muted")
        self.only_button = QPushButton(self.tr("Only the selected stretch"))
        self.leave_out_button = QPushButton(self.tr("Leave out the selected stretch"))
        self.excluding = QCheckBox(self.tr("Hide what lies in stretches left out"))
        self.drop_button = QPushButton(self.tr("Forget stretches left out"))
        self.more = QToolButton()
        self.clear_button = QPushButton(self.tr("Clear"))
        self.words = LiveLabel("", "muted")
        self._dress()
        self._lay_out()
        self._wire()
        self.refresh()

    def refresh(self) -> None:
        """Show the criteria in force and what they keep out."""
        criteria, file = self._filter.criteria, self._session.current
        for box, value in ((self.verdict, criteria.verdict), (self.severity, criteria.severity)):
            box.setCurrentIndex(box.findData(value))
        _set(self.least, criteria.least_confidence)
        _set(self.greatest, criteria.greatest_confidence)
        _set(self.shortest, criteria.shortest_ms)
        _set(self.longest, criteria.longest_ms or 0)
        if self.note.text() != criteria.note:
            self.note.setText(criteria.note)
        self._show_stretches()
        hidden = self._filter.hidden_count(file) if file is not None else 0
        self.clear_button.setVisible(not criteria.is_empty)
        self.words.setText(said("{n:,} hidden", n=hidden) if hidden or not criteria.is_empty else "")
        in_menu = RowCriteria(criteria.verdict, "", criteria.least_confidence, criteria.greatest_confidence)
        retone(self.more, "active", "yes" if replace(criteria, note="") != in_menu else "")

    def clear(self) -> None:
        """Let everything through; stretches that are left out stay so."""
        self._filter.set_criteria(RowCriteria())

    def focus_note(self) -> None:
        """Put the keyboard into the text field."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_only(self, start_ms: int, end_ms: int) -> None:
        """Show only what touches a stretch."""
        self._change(from_ms=start_ms, until_ms=end_ms)

    def _dress(self) -> None:
        self.more.setText(self.tr("More"))
        self.more.setObjectName("filterMore")
        self.more.setAccessibleName(self.tr("More filters"))
        self.more.setToolTip(self.tr("Severity, duration, time range, stretches left out."))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear_button.setObjectName("filterClear")
        self.clear_button.setAccessibleName(self.tr("Clear the filter"))
        self.excluding.setObjectName("filterExcluding")
        self.excluding.setChecked(True)
        for button, name in (
            (self.only_button, "filterOnlyStretch"),
            (self.leave_out_button, "filterLeaveOut"),
            (self.drop_button, "filterDropStretches"),
        ):
            button.setObjectName(name)
            button.setAccessibleName(button.text())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 10, 3)
        row.setSpacing(6)
        for part in (
            self.verdict, self.least, toned("–", "faint"), self.greatest, self.note, self.more, self.clear_button,
        ):  # fmt: skip
            row.addWidget(part)
        # Where the window is narrow they give way before anything is pushed out of it.
        for part, least in ((self.verdict, 72), (self.least, 50), (self.greatest, 50), (self.note, 30)):
            part.setMinimumWidth(least)
        row.addWidget(self.words, 1)
        self.note.setMaximumWidth(150)
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(14, 12, 14, 12)
        form.addRow(self.tr("Severity"), self.severity)
        form.addRow(self.tr("At least"), self.shortest)
        form.addRow(self.tr("At most"), self.longest)
        form.addRow(self.tr("Time"), self.time_words)
        form.addRow(self.only_button)
        form.addRow(self.leave_out_button)
        form.addRow(self.excluding)
        form.addRow(self.drop_button)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(page)
        menu.addAction(action)
        self.more.setMenu(menu)
        self.more_menu = menu

    def _wire(self) -> None:
        self.verdict.activated.connect(lambda _at: self._change(verdict=self.verdict.currentData()))
        self.severity.activated.connect(lambda _at: self._change(severity=self.severity.currentData()))
        self.least.valueChanged.connect(lambda value: self._change(least_confidence=round(value, 2)))
        self.greatest.valueChanged.connect(lambda value: self._change(greatest_confidence=round(value, 2)))
        self.shortest.valueChanged.connect(lambda value: self._change(shortest_ms=value))
        self.longest.valueChanged.connect(lambda value: self._change(longest_ms=value or None))
        self.note.textChanged.connect(lambda text: self._change(note=text))
        self.clear_button.clicked.connect(self.clear)
        self.only_button.clicked.connect(lambda: self.stretch_wanted.emit("time"))
        self.leave_out_button.clicked.connect(lambda: self.stretch_wanted.emit("exclude"))
        self.excluding.toggled.connect(self._filter.set_excluding)
        self.drop_button.clicked.connect(self._drop_stretches)
        self._filter.changed.connect(self.refresh)
        self._session.current_file_changed.connect(lambda _file: self.refresh())
        self._session.types_changed.connect(self.refresh)
        self._session.detections_changed.connect(self._on_detections)

    def _on_detections(self, file: object) -> None:
        if file is self._session.current and self._filter.is_active:
            self.refresh()

    def _change(self, **changes: object) -> None:
        self._filter.set_criteria(replace(self._filter.criteria, **changes))  # type: ignore[arg-type]

    def _drop_stretches(self) -> None:
        if self._session.current is not None:
            self._marks.drop_exclusions(self._marks.exclusions(self._session.current))

    def _show_stretches(self) -> None:
        criteria, file = self._filter.criteria, self._session.current
        is_whole = not criteria.from_ms and criteria.until_ms is None
        until = clock(criteria.until_ms) if criteria.until_ms is not None else said("the end")
        self.time_words.setText(
            said("The whole file") if is_whole else f"{clock(criteria.from_ms)} – {until}"
        )
        count = len(self._marks.exclusions(file)) if file is not None else 0
        self.drop_button.setEnabled(count > 0)
        words = said("Forget stretches left out")
        self.drop_button.setText(f"{words} ({count})" if count else words)


def _choices(object_name: str, name: str, values: Mapping[str, str]) -> QComboBox:
    box = ChoiceBox()
    box.setObjectName(object_name)
    box.setAccessibleName(name)
    for value, words in values.items():
        box.addItem(spoken(words), value)
    return box


def _confidence(object_name: str, name: str, value: float) -> QDoubleSpinBox:
    box = DecimalBox()
    box.setObjectName(object_name)
    box.setAccessibleName(name)
    box.setToolTip(said("{what} of what is shown.", what=name))
    box.setRange(0.0, 1.0)
    box.setSingleStep(0.05)
    box.setDecimals(2)
    box.setValue(value)
    box.setKeyboardTracking(False)
    return box


def _milliseconds(object_name: str, name: str, none: str) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(object_name)
    box.setAccessibleName(name)
    box.setRange(0, _LONGEST_MS)
    box.setSuffix(" ms")
    box.setSpecialValueText(none)
    box.setKeyboardTracking(False)
    return box


def _set(box: QSpinBox | QDoubleSpinBox, value: float) -> None:
    box.blockSignals(True)
    box.setValue(value)  # type: ignore[arg-type]
    box.blockSignals(False)
