"""Tuning: the histogram, the three values, what they hide, and the types.

Every move of a slider goes straight to the session, which retunes at once; the panel repaints from the session's
signals and holds no state but the scope: whether the sliders mean all types or one of them alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from inference.sentences import sentence
from inference.tuning import Retuned, TypeTuning
from inference.tuning_config import TuningConfig
from relay_desktop.look import Look, type_colour, type_label
from relay_desktop.panels.heading import LiveLabel, PanelHeading, rule
from relay_desktop.panels.histogram import BINS, ConfidenceHistogram
from relay_desktop.panels.scales import ConfidenceScale, MillisecondScale
from relay_desktop.panels.types_table import TypesTable
from relay_desktop.panels.value_row import ValueRow
from relay_desktop.session.exactness import is_exact
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import card_words, said, spoken
from relay_desktop.type_mark import type_icon

if TYPE_CHECKING:
    from inference.contract import ModelCard

THRESHOLD_HELP: Final = sentence(
    "Only detections with at least this confidence are used ({usual:.1f} unless you change it).\n"
    "What is below bridges no gap. Raising it usually shows fewer, but the number can rise: a long\n"
    "detection may split in two when its weak middle falls away. Double-click to reset.",
    usual=0.5,
)
MERGE_HELP: Final = sentence(
    "Detections of one type are joined while the gap between them is at most this long (200 ms).\n"
    "The joined one runs from the first start to the last end and takes the highest confidence.\n"
    "Usually fewer remain, but the number can rise: short ones, joined, may last long enough to pass\n"
    "the minimum duration. Double-click to reset."
)
DURATION_HELP: Final = sentence(
    "Detections shorter than this are hidden, measured after joining (50 ms). Lone clicks last 0 to 5 ms:\n"
    "keep it at 0 for them. Raising it never shows more. Double-click to reset."
)
APPROXIMATE: Final = sentence("approximate: the job left out a part")
_FIELDS: Final = ("threshold", "merge_window_ms", "min_duration_ms")


class TuningPanel(QWidget):
    """Right side of the window, upper part."""

    scope_changed = Signal(object)  # str | None

    def __init__(self, session: ReviewSession, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._scope: str | None = None
        self._scopes: list[str | None] = []
        self._type_help: dict[str, str] = {}
        self.setObjectName("tuningPanel")
        self.setAccessibleName(self.tr("Tuning"))
        self.setProperty("surface", "panel")
        self.heading = PanelHeading("")  # the tab above says it
        self.scope_box = QComboBox()
        self.heading.hold(self.scope_box)
        self.reset_button = self.heading.add_button(
            self.tr("Reset"),
            self.tr("Back to the model's own values for all three sliders and every type."),
            self.tr("Reset tuning"),
        )
        self.histogram = ConfidenceHistogram(look)
        self.rows = _value_rows()
        self.approximate = LiveLabel("", "warning")
        self.shown_line = LiveLabel("", "muted")
        self.hidden_line = LiveLabel("", "faint")
        self.types_heading = PanelHeading(self.tr("Types"), self.tr("shown · threshold · merge · min"))
        self.types_table = TypesTable(look)
        self._lay_out()
        self._wire()
        self.refresh()

    @property
    def scope(self) -> str | None:
        """The one type the sliders mean; None: all that have no own values."""
        return self._scope

    def set_look(self, look: Look) -> None:
        """Paint in another look."""
        self._look = look
        self.histogram.set_look(look)
        self.types_table.set_look(look)
        for row in self.rows.values():
            row.set_room()
        self._draw_scopes()
        self._show_histogram()

    def set_model(self, card: ModelCard | None) -> None:
        """Take what the model says about its types."""
        self._type_help = {name: card_words(help) for name, help in card.type_help.items()} if card else {}
        self._show_rules()

    def set_scope(self, artifact_type: str | None) -> None:
        """Let the sliders mean one type alone, or all again."""
        if artifact_type == self._scope:
            return
        self._scope = artifact_type
        self._show_rules()
        self._show_histogram()
        self.scope_changed.emit(artifact_type)

    def refresh(self) -> None:
        """Show everything anew from the session."""
        self._show_counts()
        self._show_visible()
        self._show_rules()
        self._show_histogram()

    def _lay_out(self) -> None:
        self.scope_box.setObjectName("tuningScope")
        self.scope_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope_box.setMinimumContentsLength(8)
        self.scope_box.setAccessibleName(self.tr("What the sliders change"))
        self.scope_box.setToolTip(self.tr("Let the sliders change all types together, or one type alone."))
        self.approximate.setObjectName("approximateBadge")
        for line in (self.approximate, self.shown_line, self.hidden_line):
            line.setContentsMargins(14, 0, 14, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.heading)
        column.addWidget(self.histogram)
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self.approximate)
        column.addWidget(self.shown_line)
        column.addWidget(self.hidden_line)
        column.addSpacing(3)
        column.addWidget(rule())
        column.addWidget(self.types_heading)
        column.addWidget(self.types_table)
        column.addStretch(1)

    def _wire(self) -> None:
        session = self._session
        for field, row in self.rows.items():
            row.changed.connect(lambda value, final, name=field: self._set(name, value, final))
            row.reset_requested.connect(lambda name=field: self._reset(name))
            row.follow_requested.connect(lambda name=field: self._follow(name))
        self.histogram.threshold_moved.connect(lambda value, final: self._set("threshold", value, final))
        self.histogram.reset_requested.connect(lambda: self._reset("threshold"))
        self.reset_button.clicked.connect(session.reset_tuning)
        self.scope_box.activated.connect(lambda place: self.set_scope(self.scope_box.itemData(place)))
        self.types_table.scope_chosen.connect(self.set_scope)
        self.types_table.visible_wanted.connect(session.set_type_visible)
        self.types_table.solo_wanted.connect(self._solo)
        session.tuning_changed.connect(self._show_rules)
        session.types_changed.connect(self.refresh)
        session.desk_changed.connect(lambda: self.set_scope(None))
        session.desk_changed.connect(self.refresh)
        session.current_file_changed.connect(lambda _file: self.refresh())
        session.detections_changed.connect(self._on_detections)

    # -- what the person does ----------------------------------------------------------------------------------

    def _set(self, field: str, value: float, is_final: bool) -> None:
        number: Any = value if field == "threshold" else round(value)
        rules = self._session.rules
        if self._scope is None:
            config = TuningConfig.from_json({**rules.config.to_json(), field: number})
            self._session.set_tuning(config, final=is_final)
            return
        own = replace(rules.by_type.get(self._scope, TypeTuning()), **{field: number})
        self._session.set_type_tuning(self._scope, own, final=is_final)

    def _reset(self, field: str) -> None:
        default = self._session.default_rules
        if self._scope is None:
            self._set(field, getattr(default.config, field), True)
            return
        advised = getattr(default.by_type.get(self._scope, TypeTuning()), field)
        own = replace(self._session.rules.by_type.get(self._scope, TypeTuning()), **{field: advised})
        self._session.set_type_tuning(self._scope, own, final=True)

    def _follow(self, field: str) -> None:
        if self._scope is None:
            return
        own = replace(self._session.rules.by_type.get(self._scope, TypeTuning()), **{field: None})
        self._session.set_type_tuning(self._scope, own, final=True)

    def _solo(self, artifact_type: str) -> None:
        others = frozenset(self._session.artifact_types()) - {artifact_type}
        is_solo_already = self._session.hidden_types >= others and bool(others)
        self._session.set_hidden_types(frozenset() if is_solo_already else others)

    # -- what the session says ---------------------------------------------------------------------------------

    def _on_detections(self, file: ReviewFile) -> None:
        if file is self._session.current:
            self._show_counts()
            self._show_histogram()

    def _show_rules(self) -> None:
        rules = self._session.rules
        config = rules.for_type(self._scope) if self._scope else rules.config
        own = rules.by_type.get(self._scope) if self._scope else None
        job = self._session.job
        floor = job.config if job is not None else None
        for field, row in self.rows.items():
            row.show_value(getattr(config, field), is_own=own is not None and getattr(own, field) is not None)
            row.show_floor(getattr(floor, field) if floor is not None else 0)
        is_close = not is_exact(job, rules)
        self.approximate.setVisible(is_close)
        self.approximate.setText(spoken(APPROXIMATE) if is_close else "")
        self.histogram.show_threshold(config.threshold)
        self.reset_button.setEnabled(rules != self._session.default_rules)
        self._fill_scopes()
        for name in self.types_table.types:
            help = self._type_help.get(name, "")
            self.types_table.show_own(
                name, rules.for_type(name), rules.by_type.get(name), name == self._scope, help
            )

    def _show_visible(self) -> None:
        self.types_table.show_visible(self._session.hidden_types)

    def _show_counts(self) -> None:
        counts = self._session.type_counts()
        is_new_type = tuple(c.artifact_type for c in counts) != self.types_table.types
        self.types_table.show_counts(counts)
        if is_new_type:
            self._show_visible()
            self._show_rules()
        self.shown_line.setText(self._shown_words())
        self.hidden_line.setText(self._hidden_words())

    def _show_histogram(self) -> None:
        counts = self._session.confidence_histogram(BINS, self._scope)
        colour = type_colour(self._scope, self._look) if self._scope else None
        self.histogram.show_counts(counts, colour, self._floor())

    def _floor(self) -> float:
        job = self._session.job
        return job.config.threshold if job is not None and job.config is not None else 0.0

    def _shown_words(self) -> str:
        retuned = self._session.retuned
        if retuned is None:
            return said("No detections yet")
        visible = self._session.visible_count(self._session.current) if self._session.current else 0
        parts = [said("{shown:,} of {total:,} shown", shown=visible or 0, total=retuned.raw_count)]
        joined = retuned.raw_count - sum(_hidden(retuned)) - len(retuned.shown)
        if joined > 0:
            parts.append(said("{n:,} joined to others", n=joined))
        if switched_off := len(retuned.shown) - (visible or 0):
            is_filtered = self._session.passing_rows() is not None
            parts.append(
                said("{n:,} hidden by the filter", n=switched_off)
                if is_filtered
                else said("{n:,} in hidden types", n=switched_off)
            )
        return " · ".join(parts)

    def _hidden_words(self) -> str:
        if self._session.retuned is None:
            return ""
        below, short = _hidden(self._session.retuned)
        return said("hidden: {below:,} by threshold, {short:,} by minimum duration", below=below, short=short)

    def _fill_scopes(self) -> None:
        """The choices of what the sliders mean; a scope whose type is gone falls back to all."""
        names = [None, *self.types_table.types]
        if self._scope not in names:
            self._scope = None
        if names != self._scopes:
            self._scopes = names
            self.scope_box.clear()
            for name in names:
                self.scope_box.addItem(
                    said("of all types") if name is None else said("of {type} alone", type=type_label(name)),
                    name,
                )
            self._draw_scopes()
        self.scope_box.setCurrentIndex(names.index(self._scope))

    def _draw_scopes(self) -> None:
        for place, name in enumerate(self._scopes):
            if name is not None:
                self.scope_box.setItemIcon(place, type_icon(name, self._look))


def _hidden(retuned: Retuned) -> tuple[int, int]:
    """How many the threshold hides, and how many the minimum duration."""
    return sum(retuned.hidden_by_threshold.values()), sum(retuned.hidden_by_min_duration.values())


def _value_rows() -> dict[str, ValueRow]:
    threshold = ValueRow(
        said("Threshold"),
        ConfidenceScale(),
        is_ms=False,
        object_name="thresholdSlider",
        help=spoken(THRESHOLD_HELP),
    )
    merge = ValueRow(
        said("Merge window"),
        MillisecondScale(5000),
        is_ms=True,
        object_name="mergeWindowSlider",
        help=spoken(MERGE_HELP),
    )
    duration = ValueRow(
        said("Minimum duration"),
        MillisecondScale(1000),
        is_ms=True,
        object_name="minDurationSlider",
        help=spoken(DURATION_HELP),
    )
    return dict(zip(_FIELDS, (threshold, merge, duration), strict=True))
