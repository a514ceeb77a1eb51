"""The types of the desk: mark, name, whether visible, how many are shown, own tuning values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QPushButton, QToolButton, QWidget

from inference.tuning import TypeTuning
from inference.tuning_config import TuningConfig
from relay_desktop.look import Look, icon, scaled, type_label, ui_font
from relay_desktop.panels.heading import LiveLabel, toned
from relay_desktop.session.type_counts import TypeCount
from relay_desktop.translation import number, said
from relay_desktop.type_mark import type_icon

COUNT_PX: Final = 38
VALUES_PX: Final = 90
_ROOMS: Final = ("000", "0000", "0.00")  # minimum duration, merge window, threshold
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ValuesLabel(LiveLabel):
    """The three values that hold for a type; its own ones stand out from those it shares."""

    def __init__(self, look: Look) -> None:
        super().__init__(tone="faint", width=VALUES_PX)
        self._look = look
        self._parts: tuple[tuple[str, bool], ...] = ()
        self.setFont(ui_font(11))

    @property
    def own_parts(self) -> tuple[str, ...]:
        """The values that are the type's own, as they are shown."""
        return tuple(words for words, is_own in self._parts if is_own)

    def set_look(self, look: Look) -> None:
        """Paint in another look."""
        self._look = look
        self.update()

    def show_values(self, config: TuningConfig, own: TypeTuning | None) -> None:
        """Threshold, merge window, minimum duration."""
        threshold = number(config.threshold, ".3f")
        words = (threshold.removesuffix("0"), str(config.merge_window_ms), str(config.min_duration_ms))
        is_own = [value is not None for value in vars(own or TypeTuning()).values()]
        self._parts = tuple(zip(words, is_own, strict=True))
        self.setText(" · ".join(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """From right to left, so that the columns of all types stand under each other."""
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.fillRect(self.rect(), self.palette().window())
        right = self.width()
        for place, (words, is_own) in enumerate(reversed(self._parts)):
            room = max(metrics.horizontalAdvance(words), metrics.horizontalAdvance(_ROOMS[place]))
            painter.setPen(self._look.accent if is_own else self._look.faint)
            painter.drawText(QRect(right - room, 0, room, self.height()), _RIGHT, words)
            right -= room + 6


def rules_sentence(artifact_type: str, config: TuningConfig, own: TypeTuning | None) -> str:
    """What holds for one type, in words."""
    values = said(
        "threshold {threshold:g}, merge window {merge} ms, minimum duration {least} ms",
        threshold=config.threshold,
        merge=config.merge_window_ms,
        least=config.min_duration_ms,
    )
    label = type_label(artifact_type)
    if own:
        return said("{type} has values of its own: {values}.", type=label, values=values)
    return said("{type} follows the common values: {values}.", type=label, values=values)


class _TypeRow:
    """The controls of one type; they stand in the grid of the table."""

    def __init__(self, table: TypesTable, artifact_type: str) -> None:
        self.artifact_type = artifact_type
        self.is_visible_now = True
        self.eye = QToolButton()
        self.name = QPushButton()
        self.counted = LiveLabel(width=COUNT_PX)
        self.own = ValuesLabel(table.look)
        self.solo = QToolButton()
        self._dress(table)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return (self.eye, self.name, self.counted, self.own, self.solo)

    def _dress(self, table: TypesTable) -> None:
        kind, label = self.artifact_type, type_label(self.artifact_type)
        self.name.setText(label)
        self.name.setProperty("kind", "type")
        self.name.setCheckable(True)
        self.name.setAccessibleName(said("Tune {type} alone", type=label))
        self.name.clicked.connect(lambda: table.scope_chosen.emit(kind if self.name.isChecked() else None))
        self.eye.clicked.connect(lambda: table.visible_wanted.emit(kind, not self.is_visible_now))
        self.solo.setText("S")
        self.solo.setCheckable(True)
        self.solo.setAccessibleName(said("Show {type} only", type=label))
        self.solo.setToolTip(said("Show {type} only; click again to show every type.", type=label))
        self.solo.clicked.connect(lambda: table.solo_wanted.emit(kind))
        self.counted.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for quiet in (self.eye, self.solo):
            quiet.setProperty("kind", "quiet")
        buttons: tuple[QAbstractButton, ...] = (self.eye, self.name, self.solo)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_look(self, look: Look) -> None:
        self.own.set_look(look)
        self.name.setIcon(type_icon(self.artifact_type, look))
        self._draw_eye(look)

    def _draw_eye(self, look: Look) -> None:
        drawn, tint = ("eye", look.muted) if self.is_visible_now else ("eye-off", look.faint)
        self.eye.setIcon(icon(drawn, look, tint))

    def show_visible(self, is_visible: bool, is_solo: bool, look: Look) -> None:
        label = type_label(self.artifact_type)
        self.is_visible_now = is_visible
        self._draw_eye(look)
        self.eye.setAccessibleName(
            said("Hide {type}", type=label) if is_visible else said("Show {type}", type=label)
        )
        self.eye.setToolTip(
            said("{type} is shown. Click to hide it.", type=label)
            if is_visible
            else said("{type} is hidden. Click to show it.", type=label)
        )
        self.solo.setChecked(is_solo)

    def show_count(self, counted: TypeCount) -> None:
        text = number(counted.shown, ",")
        if text != self.counted.text():
            self.counted.setText(text)
        self.counted.setAccessibleName(said("{type}: {n} shown", type=type_label(self.artifact_type), n=text))
        self.counted.setToolTip(
            said(
                "{shown:,} shown of {raw:,} raw; hidden: {below:,} by threshold, {short:,} by minimum duration.",
                shown=counted.shown,
                raw=counted.raw,
                below=counted.hidden_by_threshold,
                short=counted.hidden_by_min_duration,
            )
        )

    def show_own(self, config: TuningConfig, own: TypeTuning | None, is_scope: bool, help: str) -> None:
        sentence = rules_sentence(self.artifact_type, config, own)
        self.own.show_values(config, own)
        self.own.setToolTip(sentence)
        self.own.setAccessibleName(sentence)
        action = (
            said("Click to go back to the common values.")
            if is_scope
            else said("Click to tune this type alone.")
        )
        self.name.setToolTip("\n".join(part for part in (help, sentence, action) if part))
        self.name.setChecked(is_scope)


class TypesTable(QWidget):
    """One row per type; rows are kept and only their words change while a slider moves."""

    scope_chosen = Signal(object)  # str: tune this type alone; None: the common values
    visible_wanted = Signal(str, bool)
    solo_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: dict[str, _TypeRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 0, 12, 6)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._nothing = toned(self.tr("No types yet: they come with the model or the first detections."), "faint")
        self._nothing.setWordWrap(True)
        self._grid.addWidget(self._nothing, 0, 0, 1, 5)

    @property
    def look(self) -> Look:
        """What it is painted in."""
        return self._look

    @property
    def types(self) -> tuple[str, ...]:
        """The types shown, from top to bottom."""
        return tuple(self._rows)

    def controls_of(self, artifact_type: str) -> dict[str, QWidget]:
        """The controls of one type: eye, name, count, own, solo. Raises KeyError."""
        return dict(
            zip(("eye", "name", "count", "own", "solo"), self._rows[artifact_type].widgets, strict=True)
        )

    def set_look(self, look: Look) -> None:
        """Draw marks and icons in another look."""
        self._look = look
        for row in self._rows.values():
            row.set_look(look)
        self._make_room()

    def show_counts(self, counts: Sequence[TypeCount]) -> None:
        """How many of each type are shown; makes and drops rows as types come and go."""
        names = tuple(counted.artifact_type for counted in counts)
        if names != self.types:
            self._set_types(names)
        for counted in counts:
            self._rows[counted.artifact_type].show_count(counted)

    def show_visible(self, hidden: frozenset[str]) -> None:
        """Which types are hidden; all but one hidden is that one's solo."""
        visible = [name for name in self._rows if name not in hidden]
        for name, row in self._rows.items():
            row.show_visible(name in visible, visible == [name] and len(self._rows) > 1, self._look)

    def show_own(
        self, artifact_type: str, config: TuningConfig, own: TypeTuning | None, is_scope: bool, help: str
    ) -> None:
        """The values that hold for one type, and whether they are its own."""
        self._rows[artifact_type].show_own(config, own, is_scope, help)

    def _set_types(self, names: Sequence[str]) -> None:
        for gone in set(self._rows) - set(names):
            for widget in self._rows.pop(gone).widgets:
                self._grid.removeWidget(widget)
                widget.deleteLater()
        self._rows = {name: self._rows.get(name) or _TypeRow(self, name) for name in names}
        self._nothing.setVisible(not names)
        for place, row in enumerate(self._rows.values()):
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, place + 1, column)
            row.set_look(self._look)
        self._make_room()
        self._order_tabs()

    def _make_room(self) -> None:
        """Every name is whole, and every row as high as its words need."""
        metrics = QFontMetrics(self.font())
        width = max((metrics.horizontalAdvance(type_label(name)) for name in self._rows), default=0)
        for row in self._rows.values():
            row.name.setMinimumWidth(min(width, scaled(150)) + 32)
            for button in (row.eye, row.name, row.solo):
                button.setFixedHeight(metrics.height() + 7)

    def _order_tabs(self) -> None:
        buttons: list[QLabel | QWidget] = []
        for row in self._rows.values():
            buttons += [row.eye, row.name, row.solo]
        for before, after in pairwise(buttons):
            QWidget.setTabOrder(before, after)
