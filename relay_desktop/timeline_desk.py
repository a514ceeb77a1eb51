"""TimelineDesk: between the timeline and the session. What the view shows, and what a person does in it.

The view knows times and rows, the session detections and verdicts; the verbs of the table of commands that need both
are methods here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication

from relay_desktop.actions import Actions
from relay_desktop.look import in_lasting_order, type_label
from relay_desktop.session.hand_editor import Edge, HandEditor
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.score_curves import ScoreCurves
from relay_desktop.session.transport import Transport
from relay_desktop.settings import Settings
from relay_desktop.timeline.display import AmplitudeScale, Content, Display
from relay_desktop.timeline.display_panel import DisplayPanel
from relay_desktop.timeline.painted_access import announce
from relay_desktop.timeline.picture import DEFAULT_CHANNELS, ScoreCurve
from relay_desktop.timeline.timeline_view import TimelineView
from relay_desktop.translation import said

Kind = TypeVar("Kind", bound=Enum)

_SETTING = "timeline/display"
# Which command shows the state of which switch.
_SWITCHES: dict[str, Callable[[Display], bool]] = {
    "spectrogram": lambda display: display.has_spectrogram,
    "decibels": lambda display: display.amplitude_scale is AmplitudeScale.DECIBEL,
    "normalise": lambda display: display.is_normalised,
    "click_view": lambda display: display.shows_clicks,
    "candidates": lambda display: display.shows_candidates,
    "scores": lambda display: display.shows_scores,
    "snap": lambda display: display.is_snapping,
}


class TimelineDesk(QObject):
    """Feeds a `TimelineView` and answers it."""

    said = Signal(str)  # a sentence for the status line

    def __init__(
        self,
        view: TimelineView,
        session: ReviewSession,
        review: Review,
        transport: Transport,
        settings: Settings,
    ) -> None:
        super().__init__(view)
        self.view = view
        self.scores = ScoreCurves(session, self)
        self._session, self._review = session, review
        self._transport, self._settings = transport, settings
        self._editor: HandEditor | None = None
        self._actions: Actions | None = None
        self._panel: DisplayPanel | None = None
        view.set_display(Display.from_text(settings.text(_SETTING)))
        self.scores.set_shown(view.display.shows_scores)
        self._wire()

    def take_editor(self, editor: HandEditor) -> None:
        """Who writes detections by hand."""
        self._editor = editor
        editor.refused.connect(self.said)
        self.view.bounds_wished.connect(self._set_bounds)

    def take_actions(self, actions: Actions) -> None:
        """The commands whose check marks follow the display."""
        self._actions = actions
        self._take_display(self.view.display)

    def _wire(self) -> None:
        session, view = self._session, self.view
        session.detections_changed.connect(self._on_detections)
        session.current_file_changed.connect(lambda file: None if file is None else self._on_verdicts(file))
        self._review.verdicts_changed.connect(self._on_verdicts)
        session.types_changed.connect(self._show_types)
        session.selection_changed.connect(self._follow_selection)
        self.scores.changed.connect(self._show_scores)
        view.region_clicked.connect(session.select_row)
        view.region_activated.connect(view.zoom_to_row)
        view.seek_requested.connect(self._transport.seek_s)
        view.span_selected.connect(lambda a, b: self._transport.set_span((a, b) if b > a else None))
        self._transport.position_changed.connect(view.set_playhead)
        view.display_changed.connect(self._take_display)
        view.options_wished.connect(self.show_options)

    # -- what the session says ---------------------------------------------------------------------------------

    def feed(self) -> None:
        """Show the detections of the open file."""
        file = self._session.current
        unheard_from_s = file.heard_s if file is not None and file.is_partial else None
        raw = file.raw if file is not None else None
        self.view.set_detections(self._session.retuned, None, raw, unheard_from_s)
        self._show_types()
        if file is not None:
            self.view.set_judged(self._states_of(file))
        self._show_scores()
        self.view.set_selected(self._session.selected_row)

    def _on_detections(self, file: ReviewFile) -> None:
        if file is self._session.current:
            self.feed()

    def _on_verdicts(self, file: ReviewFile) -> None:
        if file is self._session.current:
            spans = self._review.spans(file)
            severe = [(s.start_ms / 1000, s.end_ms / 1000, s.severity) for s in spans if s.severity]
            self.view.set_judged(self._states_of(file), severe)

    def _states_of(self, file: ReviewFile) -> NDArray[np.int8] | None:
        states = self._review.states(file)
        return None if states is None else states.state

    def _show_types(self) -> None:
        hidden = self._session.hidden_types
        visible = frozenset(self._session.artifact_types()) - hidden if hidden else None
        self.view.set_visible_types(visible, self._session.passing_rows())
        self.view.set_markable_types(self.markable_types())

    def _follow_selection(self) -> None:
        self.view.set_selected(self._session.selected_row)
        # A list that has the keyboard says its row itself.
        if not isinstance(QApplication.focusWidget(), QAbstractItemView):
            announce(self.view, self.view.accessible_value())

    def _show_scores(self) -> None:
        curve = self.scores.curve()
        shown = None
        if curve is not None:
            shown = ScoreCurve(curve.times_s, curve.values, curve.threshold, curve.artifact_type, curve.heard)
        self.view.set_scores(shown)

    def _take_display(self, display: Display) -> None:
        self._settings.write(_SETTING, display.to_text())
        self.scores.set_shown(display.shows_scores)
        if self._actions is not None:
            for command_id, is_on in _SWITCHES.items():
                self._actions[command_id].setChecked(is_on(display))

    # -- verbs: how it is shown --------------------------------------------------------------------------------

    def _change(self, **changes: Any) -> None:
        self.view.change_display(**changes)

    def show_options(self) -> None:
        """Open the small window of the view's options."""
        if self._panel is None:
            self._panel = DisplayPanel(self.view)
        self._panel.show_under(self.view.options_place())

    def set_spectrogram(self, is_on: bool) -> None:
        """Show or hide the spectrogram under the waveform."""
        if is_on != self.view.display.has_spectrogram:
            self._change(content=Content.BOTH if is_on else Content.WAVEFORM)

    def next_content(self) -> None:
        """Waveform and spectrogram, waveform alone, spectrogram alone, round and round."""
        self._change(content=_after(self.view.display.content))

    def set_decibels(self, is_on: bool) -> None:
        """The waveform's height in decibels, or linear."""
        self._change(amplitude_scale=AmplitudeScale.DECIBEL if is_on else AmplitudeScale.LINEAR)

    def set_normalised(self, is_on: bool) -> None:
        """Draw the file's loudest sample at full height."""
        self._change(is_normalised=is_on)

    def set_click_view(self, is_on: bool) -> None:
        """Draw sudden changes in place of the waveform."""
        self._change(shows_clicks=is_on)

    def set_candidates(self, is_on: bool) -> None:
        """Show faintly what the rules hide."""
        self._change(shows_candidates=is_on)

    def set_scores(self, is_on: bool) -> None:
        """Show the model's confidence under the lanes."""
        self._change(shows_scores=is_on)

    def set_snapping(self, is_on: bool) -> None:
        """Let dragged ends stick to what is near."""
        self._change(is_snapping=is_on)

    def next_time_unit(self) -> None:
        """Let the ruler count in the next unit."""
        self._change(time_unit=_after(self.view.display.time_unit))

    def next_channels(self) -> None:
        """The next eight channels, after the last ones the first again."""
        self._page_channels(+1)

    def previous_channels(self) -> None:
        """The eight channels before."""
        self._page_channels(-1)

    def _page_channels(self, step: int) -> None:
        pages = -(-self.view.channel_count // DEFAULT_CHANNELS)
        if pages > 1:
            page = (self.view.picture.channels[0] // DEFAULT_CHANNELS + step) % pages
            self.view.set_channels(tuple(range(page * DEFAULT_CHANNELS, (page + 1) * DEFAULT_CHANNELS)))
        else:
            self.said.emit(said("This file's channels are all in view."))

    # -- verbs: by hand ----------------------------------------------------------------------------------------

    def markable_types(self) -> Sequence[str]:
        """The types in the order of their keys 1 to 9."""
        return in_lasting_order(self._session.artifact_types(), self.view.picture.look)

    def start_span(self) -> None:
        """Let the selected stretch begin at the playhead."""
        at_s, span = self._transport.position_s, self.view.span_s
        stop_s = span[1] if span is not None and span[1] > at_s else at_s + self._short_s()
        self.view.select_span(at_s, stop_s)

    def end_span(self) -> None:
        """Let the selected stretch end at the playhead."""
        at_s, span = self._transport.position_s, self.view.span_s
        start_s = span[0] if span is not None and span[0] < at_s else at_s - self._short_s()
        self.view.select_span(start_s, at_s)

    def _short_s(self) -> float:
        """A stretch that can be seen: a fiftieth of the view."""
        return self.view.picture.view.span_s / 50

    def mark(self, number: float) -> None:
        """Add a detection of the type with this number over the stretch that is selected."""
        span, types = self.view.span_s, self.markable_types()
        if span is None:
            self.said.emit(
                said("Drag over the sound to select what was missed, then press the number of its type.")
            )
        elif self._editor is not None and 1 <= number <= len(types):
            name = types[int(number) - 1]
            start_ms, end_ms = round(span[0] * 1000), round(span[1] * 1000)
            if self._editor.add(name, start_ms, end_ms):
                self.view.clear_span()
                self.said.emit(
                    said("{type}: added by hand and signed as an artifact.", type=type_label(name))
                )

    def nudge_start(self, step: float) -> None:
        """Move the start of the selected detection by a pixel, at least a millisecond."""
        self._nudge("start", step)

    def nudge_end(self, step: float) -> None:
        """Move the end of the selected detection by a pixel, at least a millisecond."""
        self._nudge("end", step)

    def remove_hand_made(self) -> None:
        """Take the selected hand-made detection away."""
        if self._editor is not None:
            self._editor.remove_selected()

    def _nudge(self, edge: Edge, step: float) -> None:
        if self._editor is not None:
            pixel_ms = self.view.picture.view.seconds_per_pixel * 1000
            self._editor.nudge(edge, round(step * max(1.0, pixel_ms)))

    def _set_bounds(self, row: int, start_s: float, end_s: float) -> None:
        if self._editor is not None:
            self._editor.set_bounds(row, round(start_s * 1000), round(end_s * 1000))

    # -- verbs: from one to the next ---------------------------------------------------------------------------

    def next_of_type(self) -> None:
        """Select the next detection of the selected one's type."""
        if not self._session.select_next(same_type=True):
            self.said.emit(said("This is the last one of its type in this file."))

    def previous_of_type(self) -> None:
        """Select the detection of the same type before."""
        if not self._session.select_previous(same_type=True):
            self.said.emit(said("This is the first one of its type in this file."))


def _after(member: Kind) -> Kind:
    everyone = list(type(member))
    return everyone[(everyone.index(member) + 1) % len(everyone)]
