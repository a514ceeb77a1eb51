"""TimelineView: overview, ruler, waveform, regions, lanes and playhead of one recording.

It is fed by the window (`set_...`) and answers with signals; it knows neither session nor panels. Times are
seconds from the file's start in double precision, rows are those of `retuned.shown`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from inference.detections import DetectionTable
from inference.tuning import Retuned
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.detail import DetailReader
from relay_desktop.audio.peaks import PeakPyramid
from relay_desktop.audio.tile_reader import TileReader
from relay_desktop.look import Look
from relay_desktop.timeline.bounds_drag import BoundsDrag
from relay_desktop.timeline.display import Display
from relay_desktop.timeline.hands_on_tracks import HandsOnTracks
from relay_desktop.timeline.options_button import OptionsButton
from relay_desktop.timeline.overview import Overview
from relay_desktop.timeline.picture import DEFAULT_CHANNELS, ScoreCurve, TimelinePicture
from relay_desktop.timeline.region_index import RegionIndex
from relay_desktop.timeline.region_text import say_view
from relay_desktop.timeline.single_shot import single_shot
from relay_desktop.timeline.timeline_keys import Verb, verb_of
from relay_desktop.timeline.view_range import whole_file
from relay_desktop.timeline.zoomable_view import ZoomableView

_GAIN_LIMITS = (1.0, 1000.0)
_SAY_DELAY_MS = 300
_PEAKS_DELAY_MS = 100


class TimelineView(ZoomableView):
    """The timeline. Signals: see their comments; rows index the shown table, times are seconds."""

    region_clicked = Signal(int)
    region_activated = Signal(int)  # double click or Enter
    seek_requested = Signal(float)
    span_selected = Signal(float, float)  # equal ends: nothing is selected any more
    options_wished = Signal()
    bounds_dragged = Signal(object)  # the selected row's (start_s, end_s) while the mouse moves one; None after it
    bounds_wished = Signal(int, float, float)  # a row and the start and end it was dragged to
    display_changed = Signal(object)  # Display
    samples_arrived = Signal()  # from the reader's thread; repaints a close look

    def __init__(self, look: Look | None = None, parent: QWidget | None = None) -> None:
        super().__init__(TimelinePicture() if look is None else TimelinePicture(look=look), parent)
        self._is_following = True
        self._overview = Overview(self._picture, self)
        self._clip: AudioClip | None = None
        self._tracks = HandsOnTracks(self._picture, self)
        self._options = OptionsButton(self._tracks, self._picture.look)
        self._say_timer = single_shot(self, _SAY_DELAY_MS, self._say)
        self._peaks_timer = single_shot(self, _PEAKS_DELAY_MS, self._repaint_peaks)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._overview)
        layout.addWidget(self._tracks, 1)
        self._connect()

    def options_place(self) -> QPoint:
        """Where on the screen a window for the view's options hangs."""
        return self._options.lower_right()

    def _connect(self) -> None:
        tracks, overview = self._tracks, self._overview
        tracks.row_clicked.connect(self.region_clicked)
        tracks.row_activated.connect(self.region_activated)
        tracks.seek_wished.connect(self._seek)
        tracks.zoom_wished.connect(self._zoom_at)
        tracks.pan_wished.connect(self.scroll_by)
        tracks.amplitude_wished.connect(self.zoom_amplitude)
        tracks.span_wished.connect(self.set_span)
        tracks.span_finished.connect(self._tell_span)
        tracks.bounds_dragged.connect(self._set_bounds_drag)
        tracks.bounds_wished.connect(self.bounds_wished)
        self._options.clicked.connect(self.options_wished)
        tracks.row_hovered.connect(self._set_hovered)
        tracks.resized.connect(self._take_width)
        overview.view_wished.connect(self.centre_on)
        overview.seek_wished.connect(self._seek)
        self.samples_arrived.connect(tracks.repaint_sound, Qt.ConnectionType.QueuedConnection)

    def sizeHint(self) -> QSize:
        return QSize(900, 480)

    # What is shown --------------------------------------------------------------------------------

    def set_clip(self, clip: AudioClip | None) -> None:
        """Shows another recording whole, without peaks, detections and scores until they are set.

        The caller keeps the clip and closes it after the next `set_clip`.
        """
        picture = self._picture
        self._clip = clip
        if picture.detail is not None:
            # Between two files nobody waits for a decoder; at the end every thread is gone.
            picture.detail.close(wait=clip is None)
        self._open_spectrogram()
        picture.pyramid, picture.clicks, picture.scores = None, None, None
        picture.span_s, picture.playhead_s = None, None
        picture.retuned, picture.raw, picture.index = None, None, RegionIndex(DetectionTable.empty())
        picture.candidates = None
        picture.selected_row = picture.hovered_row = None
        self._history.clear()
        if clip is None:
            picture.info, picture.detail, picture.channels = None, None, ()
            picture.view = whole_file(self._silent_s, self._tracks.width())
        else:
            picture.info = clip.info
            picture.detail = DetailReader(clip, self._tell_samples)
            picture.channels = tuple(range(min(clip.info.channels, DEFAULT_CHANNELS)))
            picture.view = whole_file(clip.info.duration_s, self._tracks.width())
            picture.playhead_s = 0.0
        self._repaint_all()
        self.view_changed.emit(*self.view_range_s())

    def _tell_samples(self) -> None:
        """In a reader's thread, which may outlive the window for a moment."""
        if isValid(self):
            self.samples_arrived.emit()

    def set_peaks(self, pyramid: PeakPyramid | None) -> None:
        """Takes a pyramid, or the same one again after it has grown: then it is painted ten times a second at most."""
        is_growing = pyramid is not None and pyramid is self._picture.pyramid and not pyramid.is_complete
        self._picture.pyramid = pyramid
        self._want_peaks()
        if not is_growing:
            self._peaks_timer.stop()
            self._repaint_peaks()
        elif not self._peaks_timer.isActive():
            self._peaks_timer.start()

    def set_click_peaks(self, pyramid: PeakPyramid | None) -> None:
        """The same for the click view."""
        self._picture.clicks = pyramid
        self._tracks.repaint_sound()

    def _repaint_peaks(self) -> None:
        self._overview.repaint_sound()
        self._tracks.repaint_sound()

    def set_detections(
        self, retuned: Retuned | None, colours: Mapping[str, QColor] | None = None,
        raw: DetectionTable | None = None, unheard_from_s: float | None = None,
    ) -> None:  # fmt: skip
        """Shows the rows of `retuned.shown`; `colours` by type over those of the look.

        `raw` is the table that was retuned, where the members of joined regions are to be shown too. The model is still
        at what comes from `unheard_from_s` on.
        """
        picture = self._picture
        picture.retuned, picture.judged, picture.unheard_from_s = retuned, None, unheard_from_s
        if raw is not picture.raw:
            picture.raw = raw
            self._take_candidates()
        picture.index = RegionIndex(DetectionTable.empty() if retuned is None else retuned.shown)
        if colours is not None:
            picture.own_colours = dict(colours)
        picture.hovered_row = None
        if picture.selected_row is not None and picture.selected_row >= len(picture.table):
            picture.selected_row = None
        self._repaint_detections()

    def set_judged(
        self, states: NDArray[np.int8] | None, severe_s: Sequence[tuple[float, float, str]] | None = None
    ) -> None:
        """What was decided: a `State` per shown row; stretches with a severity go to the overview (None: as before)."""
        self._picture.judged = states
        if severe_s is not None:
            self._picture.severe_s = tuple(severe_s)
            self._overview.repaint_density()
        self._tracks.repaint_regions()

    def set_selected(self, row: int | None) -> None:
        """Marks one shown row; the view moves only when nothing of it is visible."""
        picture = self._picture
        picture.selected_row = row if row is not None and 0 <= row < len(picture.table) else None
        if picture.selected_row is not None:
            start, stop = picture.row_extent_s(picture.selected_row)
            if stop < picture.view.start_s or start > picture.view.stop_s:
                self.centre_on((start + stop) / 2)
        self._tracks.repaint_regions()
        self._say_timer.start()

    def set_visible_types(self, types: Set[str] | None, passing: NDArray[np.bool_] | None = None) -> None:
        """Draws the regions of these types only; None draws all."""
        self._picture.let_pass(passing)
        self._picture.visible_types = None if types is None else frozenset(types)
        self._repaint_detections()

    def set_markable_types(self, types: Sequence[str]) -> None:
        """The types that can be given to a selected stretch, in the order of their keys 1 to 9."""
        self._picture.markable_types = tuple(types)

    def _take_candidates(self) -> None:
        raw = self._picture.raw
        is_wanted = self._picture.display.shows_candidates and raw is not None
        self._picture.candidates = RegionIndex(raw.sorted()) if is_wanted and raw is not None else None

    def set_scores(self, scores: ScoreCurve | None) -> None:
        """Shows a confidence curve under the lanes, or none."""
        had_curve = self._picture.scores is not None
        self._picture.scores = scores
        if had_curve == (scores is not None):
            self._tracks.repaint_regions()
        else:
            self._tracks.repaint_sound()

    def set_look(self, look: Look) -> None:
        """Dark or light, at once."""
        self._picture.look = look
        self._options.set_look(look)
        self._repaint_all()

    def set_channels(self, channels: tuple[int, ...]) -> None:
        """Which channels have a lane (from 0); the first eight unless told."""
        self._picture.channels = tuple(channel for channel in channels if 0 <= channel < self.channel_count)
        self._tracks.repaint_sound()

    @property
    def channel_count(self) -> int:
        """Channels of the recording."""
        return self._picture.info.channels if self._picture.info else 0

    @property
    def display(self) -> Display:
        """How the recording is shown."""
        return self._picture.display

    def set_display(self, display: Display) -> None:
        """Shows it so, at once, and tells."""
        before, self._picture.display = self._picture.display, display
        if before == display:
            return
        if before.has_spectrogram != display.has_spectrogram:
            self._open_spectrogram()
        if before.shows_candidates != display.shows_candidates:
            self._take_candidates()
        self._overview.repaint_sound()
        self._tracks.repaint_sound()
        self.display_changed.emit(display)

    def change_display(self, **changes: Any) -> None:
        """The same with some fields of `Display` changed."""
        self.set_display(replace(self._picture.display, **changes))

    def _open_spectrogram(self) -> None:
        picture = self._picture
        if picture.tiles is not None:
            picture.tiles.close(wait=self._clip is None)
        is_wanted = picture.display.has_spectrogram and self._clip is not None
        picture.tiles = TileReader(self._clip, self._tell_samples) if is_wanted and self._clip else None

    def zoom_amplitude(self, factor: float) -> None:
        """Makes the waveform `factor` times higher (1 to 1000 in all)."""
        picture = self._picture
        picture.amplitude_gain = min(max(picture.amplitude_gain * factor, _GAIN_LIMITS[0]), _GAIN_LIMITS[1])
        self._overview.repaint_sound()
        self._tracks.repaint_sound()

    # Playhead and span ----------------------------------------------------------------------------

    def set_playhead(self, seconds: float) -> None:
        """Moves the line; while it runs out of view to the right the view follows page by page."""
        before, view = self._picture.playhead_s, self._picture.view
        self._picture.playhead_s = seconds
        if self._is_following and before is not None and view.start_s <= before <= view.stop_s < seconds:
            self._show(view.moved(seconds - view.start_s - 0.02 * view.span_s), is_step=False)
        self._tracks.move_playhead()
        self._overview.update()

    def mark_heard(self, stretch_s: tuple[float, float] | None, sounding_row: int | None) -> None:
        """The stretch that is being played and the shown row the playhead passes; None in silence."""
        self._picture.heard_s, self._picture.sounding_row = stretch_s, sounding_row
        self._tracks.update()

    def set_following(self, is_following: bool) -> None:
        """Whether the view follows the running playhead."""
        self._is_following = is_following

    @property
    def span_s(self) -> tuple[float, float] | None:
        """The stretch selected by dragging."""
        return self._picture.span_s

    def set_span(self, start_s: float, stop_s: float) -> None:
        """Marks a stretch; equal ends mark nothing."""
        self._picture.span_s = (start_s, stop_s) if stop_s > start_s else None
        self._tracks.repaint_regions()

    def select_span(self, start_s: float, stop_s: float) -> None:
        """Marks a stretch, cut to the file, and says so."""
        self.set_span(max(0.0, start_s), min(stop_s, self._picture.view.duration_s))
        self._tell_span()

    def clear_span(self) -> None:
        """Marks no stretch any more and says so."""
        if self._picture.span_s is not None:
            at_s = self._picture.span_s[0]
            self.set_span(at_s, at_s)
            self.span_selected.emit(at_s, at_s)

    def _tell_span(self) -> None:
        if self._picture.span_s is not None:
            self.span_selected.emit(*self._picture.span_s)

    def _seek(self, seconds: float) -> None:
        if self._picture.info is not None:
            self.clear_span()
            self.seek_requested.emit(min(max(0.0, seconds), self._picture.view.duration_s))

    def _view_moved(self) -> None:
        self._want_peaks()
        self._tracks.repaint_sound()
        self._overview.update()
        self._say_timer.start()

    def _take_width(self, width: int) -> None:
        self._picture.view = self._picture.view.with_width(width)
        self._options.keep_right(width)

    def _want_peaks(self) -> None:
        pyramid = self._picture.pyramid
        if pyramid is not None and not pyramid.is_complete:
            pyramid.want(int(self._picture.view.start_s * self._picture.rate_hz))

    # Painting and speaking ------------------------------------------------------------------------

    def _repaint_all(self) -> None:
        self._overview.repaint_sound()
        self._tracks.repaint_sound()
        self._say_timer.start()

    def _repaint_detections(self) -> None:
        self._tracks.take_lanes()
        self._overview.repaint_density()
        self._say_timer.start()

    def _set_bounds_drag(self, drag: BoundsDrag | None) -> None:
        self._picture.dragged_bounds_s = None if drag is None else drag.bounds_s
        self.bounds_dragged.emit(self._picture.dragged_bounds_s)
        self._tracks.repaint_regions()

    def _set_hovered(self, row: int | None) -> None:
        self._picture.hovered_row = row
        self._tracks.repaint_regions()

    def _say(self) -> None:
        self.setAccessibleDescription(say_view(self._picture))

    # Keys and focus -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of `timeline_keys`, Up and Down for the height, Return for the selected region, Escape."""
        more: dict[Qt.Key, Verb] = {
            Qt.Key.Key_Up: lambda: self.zoom_amplitude(1.25),
            Qt.Key.Key_Down: lambda: self.zoom_amplitude(0.8),
            Qt.Key.Key_Escape: self.clear_span,
            Qt.Key.Key_Return: self._activate_selected,
            Qt.Key.Key_Enter: self._activate_selected,
        }
        verb = verb_of(event, self, more)
        if verb is None:
            super().keyPressEvent(event)
        else:
            verb()

    def _activate_selected(self) -> None:
        if self._picture.selected_row is not None:
            self.region_activated.emit(self._picture.selected_row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tracks.set_focused(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tracks.set_focused(False)
