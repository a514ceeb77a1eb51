"""Audition: hearing exactly what is marked: a detection with what is around it, or something to compare it with.

It stands between session (what is selected) and transport (what is heard) and keeps the two the same: when the
selection or its bounds change while it is heard, the sound follows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from relay_desktop.audio.bridge import LONGEST_BRIDGE_S
from relay_desktop.session.neighbour import clean_neighbour_ms
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.selection import Span, spans_of
from relay_desktop.session.transport import Looping, Stretch, Transport

ROLL_LIMIT_S: Final = 10.0
GAP_LIMIT_S: Final = 5.0
# Bounds that are being dragged are followed once they rest this long.
_FOLLOW_AFTER_MS: Final = 60


@dataclass(frozen=True)
class AuditionChoices:
    """What a person prefers; every automatic one is a switch."""

    pre_roll_s: float = 0.5
    post_roll_s: float = 0.5
    loop_gap_s: float = 0.0
    has_soft_seams: bool = True
    plays_on_selection: bool = False
    returns_to_start: bool = False


class Voice(Enum):
    """What is heard in the place of the selected detection."""

    ITSELF = "the detection"
    BRIDGED = "bridged"
    NEIGHBOUR = "a clean neighbour"


class Audition(QObject):
    """Plays the selected detection and what it is to be compared with. Lives on the GUI thread."""

    choices_changed = Signal()
    voice_changed = Signal()
    sprint_changed = Signal(bool)
    remarked = Signal(str)  # a sentence: why something is not heard

    def __init__(self, session: ReviewSession, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._transport = transport
        self.choices = AuditionChoices()
        self.voice = Voice.ITSELF
        self._subject: Span | None = None  # the detection that is heard
        self._is_sprinting = False
        self._is_ordering = False
        self._is_awaited = False  # to be played once its file is open
        self._dragged_s: Stretch | None = None
        self._last_selected: Span | None = None
        self._follow_soon = QTimer(self)
        self._follow_soon.setSingleShot(True)
        self._follow_soon.setInterval(_FOLLOW_AFTER_MS)
        self._follow_soon.timeout.connect(self._follow_bounds)
        self._wire()

    def _wire(self) -> None:
        session, transport = self._session, self._transport
        session.selection_changed.connect(self._on_selection)
        session.current_file_changed.connect(self._on_file)
        transport.playing_changed.connect(self._on_playing)
        transport.heard_changed.connect(self._on_heard)
        transport.finished.connect(self._on_finished)
        transport.clip_changed.connect(self._on_clip)
        for silence in (transport.stopped, transport.problem, transport.device_failed):
            silence.connect(self._end_sprint)

    # -- preferences -------------------------------------------------------------------------------------------

    def set_choices(self, choices: AuditionChoices) -> None:
        """Prefer something else, from now on; what is heard follows."""
        if choices == self.choices:
            return
        self.choices = choices
        self._transport.returns_to_start = choices.returns_to_start
        self._transport.set_loop_manner(Looping(choices.loop_gap_s, choices.has_soft_seams))
        self.choices_changed.emit()
        if self.is_heard:
            self._follow_soon.start()

    def choose(self, **changes: float | bool) -> None:
        """Change some of the preferences: `choose(pre_roll_s=1.0)`."""
        self.set_choices(replace(self.choices, **changes))  # type: ignore[arg-type]

    def set_plays_on_selection(self, is_on: bool) -> None:
        """Whether selecting a detection plays it."""
        self.choose(plays_on_selection=is_on)

    def set_returns_to_start(self, is_on: bool) -> None:
        """Whether the playhead goes back to where playing began."""
        self.choose(returns_to_start=is_on)

    # -- hearing a detection -----------------------------------------------------------------------------------

    @property
    def is_heard(self) -> bool:
        """Whether the selected detection, or what stands for it, is being played."""
        return self._subject is not None and self._transport.is_playing

    @property
    def subject(self) -> Span | None:
        """The detection that is being heard: type, start, end (ms)."""
        return self._subject

    def play(self) -> None:
        """Play the selected detection from its pre-roll on; without one: like the space bar."""
        span = self._selected_span()
        if span is None:
            self._end_sprint()
            self._transport.play_pause()
            return
        self._hear(span)

    def _hear(self, span: Span) -> None:
        if not self._transport.has_clip:
            self._is_awaited = True
            return
        heard, bridged_s = self._bounds(span)
        if heard is None:
            self._set_voice(Voice.ITSELF)
            heard, bridged_s = self._bounds(span)
        assert heard is not None
        is_loop = False if self._is_sprinting else None
        self._is_ordering = True
        self._transport.play_span(*heard, is_loop=is_loop, bridged_s=bridged_s)
        self._is_ordering = False
        self._subject = span if self._transport.is_playing else None

    def _bounds(self, span: Span) -> tuple[Stretch | None, Stretch | None]:
        """The stretch to play for a detection as the voice wants it, and what of it is bridged."""
        _, start_ms, end_ms = span
        start, end = start_ms / 1000, end_ms / 1000
        before, after = self.choices.pre_roll_s, self.choices.post_roll_s
        if self.voice is Voice.NEIGHBOUR:
            found = self._neighbour_s(start - before, end + after)
            if found is None:
                self.remarked.emit(self.tr("Nothing as long as this is free of detections in this file."))
            return found, None
        if self.voice is Voice.BRIDGED and end - start > LONGEST_BRIDGE_S:
            self.remarked.emit(
                self.tr("Only detections up to {seconds:g} seconds can be bridged.").format(
                    seconds=LONGEST_BRIDGE_S
                )
            )
            return None, None
        bridged = (start, max(end, start + 0.001)) if self.voice is Voice.BRIDGED else None
        return (start - before, end + after), bridged

    def _neighbour_s(self, start_s: float, end_s: float) -> Stretch | None:
        """Free of raw detections where there is such a place, else of the shown ones."""
        file, shown = self._session.current, self._session.shown
        duration_ms = self._transport.duration_s * 1000
        length = min(end_s, self._transport.duration_s) - max(0.0, start_s)
        for table in (file.raw if file is not None else None, shown):
            if table is not None:
                middle = (start_s + end_s) / 2
                found = clean_neighbour_ms(table, middle * 1000, length * 1000, duration_ms)
                if found is not None:
                    return found / 1000, found / 1000 + length
        return None

    def set_bridged(self, is_on: bool) -> None:
        """Hear the detection's surroundings go on where it stood, or the detection again."""
        self._switch_voice(Voice.BRIDGED, is_on=is_on)

    def set_neighbour(self, is_on: bool) -> None:
        """Hear as much of the nearest clean stretch, or the detection again."""
        self._switch_voice(Voice.NEIGHBOUR, is_on=is_on)

    def _switch_voice(self, voice: Voice, *, is_on: bool) -> None:
        """To this voice, or from it back to the detection itself; switching off what is not on changes nothing."""
        if is_on or self.voice is voice:
            self._change_voice(voice if is_on else Voice.ITSELF)

    def _change_voice(self, voice: Voice) -> None:
        if voice is self.voice:
            return
        was_heard = self.is_heard
        self._set_voice(voice)
        span = self._selected_span()
        if span is not None and (was_heard or voice is not Voice.ITSELF):
            self._hear(span)

    def _set_voice(self, voice: Voice) -> None:
        if voice is not self.voice:
            self.voice = voice
            self.voice_changed.emit()

    # -- one after the other -----------------------------------------------------------------------------------

    @property
    def is_sprinting(self) -> bool:
        """Whether all shown detections are being played in a row."""
        return self._is_sprinting

    def set_sprinting(self, is_on: bool) -> None:
        """Play every shown detection in a row, from the selected one on, and nothing between them; or stop that."""
        if is_on == self._is_sprinting:
            return
        if not is_on:
            self._end_sprint()
            self._transport.stop()
            return
        rows = self._session.visible_rows()
        if len(rows) == 0:
            self.remarked.emit(self.tr("No detection is shown that could be played."))
            self.sprint_changed.emit(False)
            return
        self._is_sprinting = True
        self.sprint_changed.emit(True)
        if self._session.selected_row is None:
            self._select(self._first_row_from_playhead())
        span = self._selected_span()
        if span is not None:
            self._hear(span)
        if not self._transport.is_playing and not self._is_awaited:
            self._end_sprint()

    def _first_row_from_playhead(self) -> int:
        rows, shown = self._session.visible_rows(), self._session.shown
        assert shown is not None
        later = rows[shown.start_ms[rows] >= self._transport.position_s * 1000]
        return int(later[0] if len(later) else rows[0])

    def _select(self, row: int) -> None:
        self._is_ordering = True
        self._session.select_row(row)
        self._is_ordering = False

    def _end_sprint(self, _why: object = None) -> None:
        if self._is_sprinting:
            self._is_sprinting = False
            self.sprint_changed.emit(False)

    def _on_finished(self) -> None:
        if not self._is_sprinting:
            return
        self._is_ordering = True
        has_next = self._session.select_next()
        self._is_ordering = False
        span = self._selected_span()
        if has_next and span is not None:
            self._hear(span)
        else:
            self._end_sprint()
            self.remarked.emit(self.tr("That was the last detection of this file."))

    # -- following ---------------------------------------------------------------------------------------------

    def _selected_span(self) -> Span | None:
        row = self._session.selected_row
        spans = spans_of(self._session.shown, [row]) if row is not None else []
        if not spans:
            return None
        if self._dragged_s is not None:
            return spans[0][0], round(self._dragged_s[0] * 1000), round(self._dragged_s[1] * 1000)
        return spans[0]

    def follow_drag(self, bounds_s: Stretch | None) -> None:
        """The selected detection's bounds are being moved with the mouse: hear it as it would be. None: no longer."""
        self._dragged_s = bounds_s
        if self.is_heard:
            self._follow_soon.start()

    def _on_file(self, file: ReviewFile | None) -> None:
        """Another file is shown: what was open for the ear is not heard any more, even before the new one is open."""
        self._last_selected = self._subject = None
        self._is_awaited = False
        self._end_sprint()
        if self._transport.clip_path != (file.path if file is not None else None):
            self._transport.set_clip(None)

    def _on_clip(self, clip: object) -> None:
        """The file that is shown can be heard now."""
        span, is_awaited = self._selected_span(), self._is_awaited
        self._is_awaited = False
        self._cue()
        if clip is not None and span is not None and is_awaited:
            self._hear(span)

    def _on_selection(self) -> None:
        span, before = self._selected_span(), self._last_selected
        self._last_selected = span
        if self._is_ordering:
            return
        if span is None:
            if self.is_heard:
                self._end_sprint()
                self._transport.stop()
        elif before is not None and _is_same_sound(before, span):
            if span != before and self.is_heard:
                self._follow_soon.start()
        elif self.is_heard or self.choices.plays_on_selection:
            self._hear(span)
        self._cue()

    def _cue(self) -> None:
        """In silence the playhead waits where the selected detection's pre-roll begins."""
        span = self._selected_span()
        if span is not None and not self._transport.is_playing:
            self._transport.seek_s(max(0.0, span[1] / 1000 - self.choices.pre_roll_s))

    def _follow_bounds(self) -> None:
        """The detection that is heard has other ends now, or is to be heard with more or less around it."""
        span = self._selected_span()
        if span is None or not self.is_heard:
            return
        heard, bridged_s = self._bounds(span)
        if heard is not None and not self._transport.shuttle_speed:
            self._is_ordering = True
            self._transport.retarget(*heard, bridged_s=bridged_s)
            self._is_ordering = False
            self._subject = span

    def _on_playing(self, is_playing: bool) -> None:
        if not is_playing:
            self._subject = None
            self._follow_soon.stop()

    def _on_heard(self, heard_s: Stretch | None) -> None:
        """Something else is played now, by somebody else's order."""
        if heard_s is not None and not self._is_ordering:
            self._subject = None
            self._end_sprint()


def _is_same_sound(one: Span, other: Span) -> bool:
    """The same type, overlapping: what retuning or editing made of it."""
    return one[0] == other[0] and one[1] <= other[2] and other[1] <= one[2]
