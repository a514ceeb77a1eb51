"""Judging the selected detections: three verdicts with a key each, severity, reason and a note, all saved at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import sentence
from relay_desktop.actions import Actions, shown_key
from relay_desktop.commands import command
from relay_desktop.look import Look, type_label
from relay_desktop.panels.choice_box import ChoiceBox
from relay_desktop.panels.heading import PanelHeading, retone, toned
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.verdicts import STATE_OF, JudgedSpan, State, Verdict
from relay_desktop.translation import said, spoken

SEVERITIES: Final = ("", sentence("FYI"), sentence("issue"), sentence("blocker"))
REASONS: Final = (
    "", sentence("creative intent"), sentence("best possible"), sentence("not audible"), sentence("wrong type"),
    sentence("wrong bounds"), sentence("duplicate"),
)  # fmt: skip
_BUTTONS: Final = (
    ("judge_artifact", sentence("Artifact"), Verdict.ARTIFACT),
    ("judge_not_artifact", sentence("Not one"), Verdict.NOT_AN_ARTIFACT),
    ("judge_unsure", sentence("Unsure"), Verdict.UNSURE),
)


class VerdictPanel(QWidget):
    """Right side of the window, under the facts on the selected detection."""

    relabel_wanted = Signal(str)  # artifact type
    advancing_changed = Signal(bool)

    def __init__(self, session: ReviewSession, review: Review, actions: Actions, look: Look) -> None:
        super().__init__()
        self._session, self._review = session, review
        self.setObjectName("verdictPanel")
        self.setAccessibleName(self.tr("Verdict"))
        self.heading = PanelHeading(self.tr("Verdict"))
        self.state = toned("", "muted")
        self.state.setWordWrap(True)
        self.buttons = {
            verdict: _verdict_button(actions, name, spoken(text)) for name, text, verdict in _BUTTONS
        }
        self.severity = _choice(
            said("Severity of the verdict"),
            said("Severity of the verdict; saved as soon as it is chosen."),
            SEVERITIES,
            said("No severity"),
        )
        self.reason = _choice(
            said("Reason of the verdict"),
            said("Reason of the verdict; saved as soon as it is chosen."),
            REASONS,
            said("No reason"),
        )
        self.type = ChoiceBox()
        self.type.setObjectName("relabelType")
        self.type.setAccessibleName(self.tr("Type of the detection"))
        self.type.setToolTip(self.tr("It is an artifact of another type: choose which. Undo brings the model's back."))
        self.note = QLineEdit()
        self.note.setObjectName("verdictNote")
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note on the verdict"))
        self.advance = QCheckBox(self.tr("Go on"))
        self.advance.setAccessibleName(self.tr("Go on after a verdict"))
        self.advance.setChecked(review.is_auto_advancing)
        self.advance.setToolTip(self.tr("After a verdict, select the next detection that still needs one."))
        self._lay_out()
        self._wire()
        self.set_look(look)
        self.refresh()

    def set_look(self, look: Look) -> None:
        """A placeholder is as pale as the other faint words."""
        palette = self.note.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.faint)
        self.note.setPalette(palette)

    def refresh(self) -> None:
        """Show what was decided on the selection, and how far the file is."""
        file, row = self._session.current, self._session.selected_row
        states = self._review.states(file) if file is not None else None
        visible = len(self._session.visible_rows())
        reviewed = self._review.reviewed_count(file) if file is not None else 0
        self.heading.set_remark(
            said("{done:,} of {total:,} reviewed", done=reviewed, total=visible) if visible else ""
        )
        has_one = states is not None and row is not None and row < len(states.state)
        for button in self.buttons.values():
            button.setEnabled(has_one)
        state = State.UNREVIEWED
        span = None
        if states is not None and row is not None and has_one:
            state = State(int(states.state[row]))
            assert file is not None
            span = self._review.deciding_span(file, row)
            self._show_state(state, bool(states.is_partial[row]), span)
        else:
            self.state.setText("")
            self.state.hide()
        self._show_choice(state)
        self._show_span(span)
        self._show_type(row)

    # -- inside ------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        verdicts = QHBoxLayout()
        verdicts.setSpacing(6)
        for button in self.buttons.values():
            verdicts.addWidget(button, 1)
        fields = QGridLayout()
        fields.setSpacing(6)
        fields.setColumnStretch(0, 1)
        fields.setColumnStretch(1, 1)
        fields.addWidget(self.severity, 0, 0)
        fields.addWidget(self.reason, 0, 1)
        fields.addWidget(self.type, 1, 0)
        fields.addWidget(self.note, 1, 1)
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 0, 14, 9)
        inside.setSpacing(6)
        inside.addLayout(verdicts)
        inside.addLayout(fields)
        inside.addWidget(self.state)
        self.heading.add(self.advance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(inside)

    def _wire(self) -> None:
        session, review = self._session, self._review
        session.selection_changed.connect(self.refresh)
        session.types_changed.connect(self.refresh)
        session.current_file_changed.connect(lambda _file: self.refresh())
        session.detections_changed.connect(lambda file: self.refresh() if file is session.current else None)
        review.verdicts_changed.connect(lambda file: self.refresh() if file is session.current else None)
        self.advance.toggled.connect(self._set_advancing)
        self.severity.activated.connect(lambda at: review.annotate(severity=SEVERITIES[at] or None))
        self.reason.activated.connect(lambda at: review.annotate(reason=REASONS[at] or None))
        self.type.activated.connect(self._relabel)
        self.note.editingFinished.connect(self._take_note)

    def _set_advancing(self, is_on: bool) -> None:
        self._review.is_auto_advancing = is_on
        self.advancing_changed.emit(is_on)

    def _relabel(self) -> None:
        row, shown = self._session.selected_row, self._session.shown
        wanted = self.type.currentData()
        if row is not None and shown is not None and wanted and shown.artifact_type(row) != wanted:
            self.relabel_wanted.emit(wanted)

    def _show_type(self, row: int | None) -> None:
        names, shown = self._session.artifact_types(), self._session.shown
        if names != [self.type.itemData(place) for place in range(self.type.count())]:
            self.type.clear()
            for name in names:
                self.type.addItem(type_label(name), name)
        has_one = shown is not None and row is not None and row < len(shown)
        self.type.setEnabled(has_one)
        if shown is not None and row is not None and has_one:
            self.type.setCurrentIndex(self.type.findData(shown.artifact_type(row)))

    def _take_note(self) -> None:
        if self.note.isModified():
            self.note.setModified(False)
            self._review.annotate(note=self.note.text())

    def _show_state(self, state: State, is_partial: bool, span: JudgedSpan | None) -> None:
        words = {
            State.UNREVIEWED: said("Not reviewed yet."),
            State.MIXED: said("Mixed: its parts were judged differently. A verdict now settles all of them."),
        }.get(state, "")
        if is_partial:
            partly = said("Partly reviewed: some of what was joined here has no verdict.")
            words = f"{words} {partly}".strip()
        elif span is not None and not words:
            words = said("by {person}, {day}", person=span.reviewer, day=span.judged_at[:10])
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def _show_choice(self, state: State) -> None:
        for verdict, button in self.buttons.items():
            is_chosen = STATE_OF[verdict] == state
            button.setChecked(is_chosen)
            retone(button, "verdict", verdict.name.lower() if is_chosen else "")

    def _show_span(self, span: JudgedSpan | None) -> None:
        for field in (self.severity, self.reason, self.note):
            field.setEnabled(span is not None)
        _choose(self.severity, SEVERITIES, span.severity if span else None)
        _choose(self.reason, REASONS, span.reason if span else None)
        note = span.note if span else ""
        if self.note.text() != note:
            self.note.setText(note)
        self.note.setModified(False)


def _verdict_button(actions: Actions, command_id: str, text: str) -> QToolButton:
    action = actions[command_id]
    button = QToolButton()
    button.setObjectName(f"{command_id}_button")

    def show_key() -> None:
        button.setText(f"{text}\n{shown_key(command(command_id, actions.commands))}".rstrip())
        button.setToolTip(action.toolTip())

    show_key()
    actions.keys_changed.connect(show_key)
    button.setAccessibleName(action.text())
    button.setCheckable(True)
    button.setProperty("kind", "verdict")
    button.setMinimumHeight(40)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    size = button.sizePolicy()
    size.setHorizontalPolicy(size.Policy.Expanding)
    button.setSizePolicy(size)
    button.clicked.connect(action.trigger)
    return button


def _choice(name: str, help: str, values: Sequence[str], none: str) -> QComboBox:
    box = ChoiceBox()
    box.setAccessibleName(name)
    box.setToolTip(help)
    box.addItems([none, *[_capitalised(spoken(value)) for value in values[1:]]])
    box.setMinimumContentsLength(6)
    return box


def _choose(box: QComboBox, values: Sequence[str], value: str | None) -> None:
    box.setCurrentIndex(values.index(value) if value in values else 0)


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
