"""The facts about the selected detection: what, when, how sure, why it is shown, what it was joined from."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from inference.detections import DetectionTable
from relay_desktop.actions import Actions
from relay_desktop.look import Look, type_label
from relay_desktop.panels.heading import LiveLabel, PanelHeading, toned
from relay_desktop.panels.wording import clock, duration
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import number, said, said_many
from relay_desktop.type_mark import type_icon

MEMBERS_SHOWN: Final = 6


class SelectionPanel(QWidget):
    """Right side of the window, lower part."""

    def __init__(self, session: ReviewSession, actions: Actions, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.setObjectName("selectionPanel")
        self.setAccessibleName(self.tr("Selected detection"))
        self.heading = PanelHeading(self.tr("Selected"))
        self.mark = QLabel()
        self.what = LiveLabel("", "strong")
        self.sure = toned("", "strong")
        self.span = toned("", "")
        self.facts = toned("", "muted")
        self.members = toned("", "faint")
        self._buttons = [
            _button(self.heading, actions, command_id, text)
            for command_id, text in (("play_detection", said("Play")), ("zoom_to_selection", said("Zoom")))
        ]
        self._lay_out()
        session.selection_changed.connect(self.refresh)
        session.detections_changed.connect(lambda file: self.refresh() if file is session.current else None)
        session.current_file_changed.connect(lambda _file: self.refresh())
        session.types_changed.connect(self.refresh)
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self._look = look
        self.refresh()

    def refresh(self) -> None:
        """Show the selection anew."""
        shown, row = self._session.shown, self._session.selected_row
        rows = self._session.selected_rows
        self.heading.set_remark(self._place_words(row))
        has_one = shown is not None and row is not None and row < len(shown)
        for widget in (self.mark, self.sure, *self._buttons):
            widget.setVisible(has_one)
        if shown is None or row is None or row >= len(shown):
            self._show_nothing()
        elif len(rows) > 1:
            self._show_many(shown, rows)
        else:
            self._show_one(shown, row)

    def _lay_out(self) -> None:
        for label in (self.span, self.facts, self.members):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.setSpacing(7)
        top.addWidget(self.mark)
        top.addWidget(self.what, 1)
        top.addWidget(self.sure)
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 0, 14, 8)
        inside.setSpacing(2)
        inside.addLayout(top)
        for widget in (self.span, self.facts, self.members):
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(inside)

    def _place_words(self, row: int | None) -> str:
        visible = self._session.visible_rows()
        if row is None or len(visible) == 0:
            return ""
        place = int(np.searchsorted(visible, row)) + 1
        return said("{place:,} of {total:,}", place=place, total=len(visible))

    def _show_nothing(self) -> None:
        self.what.setText("")
        self.what.hide()
        self.span.setText("")
        self.span.hide()
        self.members.hide()
        has_some = len(self._session.visible_rows()) > 0
        self.facts.setText(
            said("Nothing selected. N and P go through the detections.")
            if has_some
            else said("Nothing selected.")
        )

    def _show_many(self, shown: DetectionTable, rows: tuple[int, ...]) -> None:
        at = np.asarray(rows, dtype=np.int64)
        at = at[at < len(shown)]
        self._show_mark(shown.artifact_type(int(at[-1])))
        self.what.setText(said_many("{n:,} detection", "{n:,} detections", len(at)))
        self.sure.setText(
            f"{number(shown.confidence[at].min(), '.2f')} – {number(shown.confidence[at].max(), '.2f')}"
        )
        first, last = int(shown.start_ms[at].min()), int(shown.end_ms[at].max())
        self._show_words(f"{clock(first)} – {clock(last)}", self._type_words(shown, at), "")

    def _show_one(self, shown: DetectionTable, row: int) -> None:
        name = shown.artifact_type(row)
        start, end = int(shown.start_ms[row]), int(shown.end_ms[row])
        self._show_mark(name)
        self.what.setText(type_label(name))
        if self._session.retuned is not None and self._session.retuned.is_by_hand(row):
            self.sure.setText(self.tr("by hand"))
            self.sure.setToolTip(self.tr("A person added it or moved its bounds; no rule hides it."))
            self._show_words(f"{clock(start)} – {clock(end)}", duration(end - start), "")
            return
        self.sure.setText(number(shown.confidence[row], ".2f"))
        self.sure.setToolTip(
            self.tr("Confidence of the model; of a joined detection, the highest of its members.")
        )
        config = self._session.rules.for_type(name)
        own = self._session.rules.by_type.get(name)
        is_own = own is not None and own.threshold is not None
        shown_from = (
            said("shown from threshold {threshold:g}, its own", threshold=config.threshold)
            if is_own
            else said("shown from threshold {threshold:g}", threshold=config.threshold)
        )
        facts = f"{duration(end - start)} · {shown_from}"
        self._show_words(f"{clock(start)} – {clock(end)}", facts, self._member_words(row))

    def _show_mark(self, artifact_type: str) -> None:
        self.mark.setPixmap(type_icon(artifact_type, self._look).pixmap(14, 14))

    def _show_words(self, span: str, facts: str, members: str) -> None:
        self.what.show()
        self.span.setText(span)
        self.span.show()
        self.facts.setText(facts)
        self.members.setText(members)
        self.members.setVisible(bool(members))

    def _type_words(self, shown: DetectionTable, at: np.ndarray[tuple[int], np.dtype[np.int64]]) -> str:
        codes, numbers = np.unique(shown.type_codes[at], return_counts=True)
        pairs = zip(codes.tolist(), numbers.tolist(), strict=True)
        return ", ".join(f"{number(many, ',')} {type_label(shown.types[code])}" for code, many in pairs)

    def _member_words(self, row: int) -> str:
        """The raw detections behind a joined one, so that joining can be trusted."""
        retuned, file = self._session.retuned, self._session.current
        if retuned is None or file is None or file.raw is None:
            return ""
        members = retuned.members(row)
        if len(members) < 2:
            return ""
        raw = file.raw
        lines = [
            said_many("Joined from {n:,} raw detection:", "Joined from {n:,} raw detections:", len(members))
        ]
        for at in members[:MEMBERS_SHOWN].tolist():
            span = f"{clock(int(raw.start_ms[at]))}, {duration(int(raw.end_ms[at] - raw.start_ms[at]))}"
            lines.append(f"{span}, {number(raw.confidence[at], '.2f')}")
        if len(members) > MEMBERS_SHOWN:
            lines.append(said("and {n:,} more", n=len(members) - MEMBERS_SHOWN))
        return "\n".join(lines)


def _button(heading: PanelHeading, actions: Actions, command_id: str, text: str) -> QToolButton:
    """A button in the heading that does what a command of the table does."""
    action = actions[command_id]
    button = heading.add_button(text, action.toolTip(), action.text())
    button.clicked.connect(action.trigger)
    return button
