"""TimelineView: overview, ruler, waveform, regions, lanes and playhead of one recording.

It is fed by the window (`set_...`) and answers with signals; it knows neither session nor panels. Times are
seconds from the file's start in double precision, rows are those of `retuned.shown`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from inference.detections import DetectionTable
from inference.tuning import Retuned
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.detail import DetailReader
from relay_desktop.audio.peaks import PeakPyramid
from relay_desktop.audio.spectrogram import SpectrogramSettings
from relay_desktop.audio.tile_reader import TileReader
from relay_desktop.look import Look
from relay_desktop.timeline.overview import Overview
from relay_desktop.timeline.picture import DEFAULT_CHANNELS, AmplitudeScale, ScoreCurve, TimelinePicture
from relay_desktop.timeline.region_index import RegionIndex
from relay_desktop.timeline.region_text import say_view
from relay_desktop.timeline.ruler import TimeUnit
from relay_desktop.timeline.single_shot import single_shot
from relay_desktop.timeline.spectrogram_item import SpectrogramView
from relay_desktop.timeline.tracks import Tracks
from relay_desktop.timeline.view_range import whole_file
from relay_desktop.timeline.zoomable_view import ZoomableView

_SCROLL_PART = 0.1
_GAIN_LIMITS = (1.0, 1000.0)
_SAY_DELAY_MS = 300
_PEAKS_DELAY_MS = 100


class TimelineView(ZoomableView):
    """The timeline. Signals: see their comments; rows index the shown table, times are seconds."""

    region_clicked = Signal(int)
    region_activated = Signal(int)  # double click or Enter
    seek_requested = Signal(float)
    span_selected = Signal(float, float)  # equal ends: nothing is selected any more
    samples_arrived = Signal()  # from the reader's thread; repaints a close look

    def __init__(self, look: Look | None = None, parent: QWidget | None = None) -> None:
        super().__init__(TimelinePicture() if look is None else TimelinePicture(look=look), parent)
        self._is_following = True
        self._are_candidates_shown = False
        self._overview = Overview(self._picture, self)
        self._spectrogram = SpectrogramView()
        self._is_spectrogram_shown = False
        self._clip: AudioClip | None = None
        self._tracks = Tracks(self._picture, self._spectrogram, self)
        self._say_timer = single_shot(self, _SAY_DELAY_MS, self._say)
        self._peaks_timer = single_shot(self, _PEAKS_DELAY_MS, self._repaint_peaks)
        self.setObjectName("timeline")
        self.setAccessibleName("Timeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._overview)
        layout.addWidget(self._tracks, 1)
        self._connect()

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
        picture.pyramid, picture.span_s, picture.playhead_s, picture.scores = None, None, None, None
        picture.retuned, picture.raw, picture.index = None, None, RegionIndex(DetectionTable.empty())
        picture.candidates = None
        picture.selected_row = picture.hovered_row = None
        self._history.clear()
        if clip is None:
            picture.info, picture.detail, picture.channels = None, None, ()
            picture.view = whole_file(1.0, self._tracks.width())
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

    def _repaint_peaks(self) -> None:
        self._overview.repaint_sound()
        self._tracks.repaint_sound()

    def set_detections(
        self,
        retuned: Retuned | None,
        colours: Mapping[str, QColor] | None = None,
        raw: DetectionTable | None = None,
    ) -> None:
        """Shows the rows of `retuned.shown`; `colours` by type over those of the look.

        `raw` is the table that was retuned, where the members of joined regions are to be shown too.
        """
        picture = self._picture
        picture.retuned = retuned
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

    def set_visible_types(self, types: Set[str] | None) -> None:
        """Draws the regions of these types only; None draws all."""
        self._picture.visible_types = None if types is None else frozenset(types)
        self._repaint_detections()

    def set_candidates_visible(self, is_visible: bool) -> None:
        """Shows faintly, in the lanes, what the rules hide; needs the raw table (`set_detections`)."""
        self._are_candidates_shown = is_visible
        self._take_candidates()
        self._tracks.repaint_regions()

    def _take_candidates(self) -> None:
        raw = self._picture.raw
        is_wanted = self._are_candidates_shown and raw is not None
        self._picture.candidates = RegionIndex(raw.sorted()) if is_wanted and raw is not None else None

    def set_scores(self, times_s: ArrayLike, values: ArrayLike, threshold: float, artifact_type: str = "") -> None:
        """Shows a confidence curve under the lanes: seconds ascending, values 0-1 of equal length."""
        times = np.asarray(times_s, dtype=np.float64)
        heights = np.asarray(values, dtype=np.float32)
        if times.shape != heights.shape:
            raise ValueError("scores need as many times as values")
        self._set_score_curve(ScoreCurve(times, heights, threshold, artifact_type))

    def clear_scores(self) -> None:
        """Takes the confidence curve away."""
        self._set_score_curve(None)

    def _set_score_curve(self, scores: ScoreCurve | None) -> None:
        had_curve = self._picture.scores is not None
        self._picture.scores = scores
        if had_curve == (scores is not None):
            self._tracks.repaint_regions()
        else:
            self._tracks.repaint_sound()

    def set_look(self, look: Look) -> None:
        """Dark or light, at once."""
        self._picture.look = look
        self._repaint_all()

    def set_channels(self, channels: tuple[int, ...]) -> None:
        """Which channels have a lane (from 0); the first eight unless told."""
        count = self._picture.info.channels if self._picture.info else 0
        self._picture.channels = tuple(channel for channel in channels if 0 <= channel < count)
        self._tracks.repaint_sound()

    def set_time_unit(self, unit: TimeUnit) -> None:
        """What the ruler counts: h:m:s, seconds, samples or timecode."""
        self._picture.time_unit = unit
        self._tracks.repaint_sound()

    def next_time_unit(self) -> None:
        """The unit after this one, round and round."""
        units = list(TimeUnit)
        self.set_time_unit(units[(units.index(self._picture.time_unit) + 1) % len(units)])

    def set_decibels(self, is_on: bool) -> None:
        """The waveform's height in decibels, or linear."""
        self.set_amplitude_scale(AmplitudeScale.DECIBEL if is_on else AmplitudeScale.LINEAR)

    def set_amplitude_scale(self, scale: AmplitudeScale) -> None:
        """Linear, or decibels (60 dB from the middle to the edge)."""
        self._picture.amplitude_scale = scale
        self._tracks.repaint_sound()

    def set_spectrogram_visible(self, is_visible: bool) -> None:
        """Shows the spectrogram under the waveform."""
        self._is_spectrogram_shown = is_visible
        self._open_spectrogram()
        self._tracks.repaint_sound()

    def set_spectrogram(
        self, settings: SpectrogramSettings, colours: str = "inferno", low_db: float = -105.0, high_db: float = -25.0
    ) -> None:
        """How it is computed, which colour map and which range of levels it has."""
        self._spectrogram.settings, self._spectrogram.colours = settings, colours
        self._spectrogram.low_db, self._spectrogram.high_db = low_db, high_db
        self._tracks.repaint_sound()

    def _open_spectrogram(self) -> None:
        if self._spectrogram.reader is not None:
            self._spectrogram.reader.close(wait=self._clip is None)
        is_wanted = self._is_spectrogram_shown and self._clip is not None
        self._spectrogram.reader = (
            TileReader(self._clip, self._tell_samples) if is_wanted and self._clip is not None else None
        )

    def zoom_amplitude(self, factor: float) -> None:
        """Makes the waveform `factor` times higher (1 to 1000 in all)."""
        picture = self._picture
        picture.amplitude_gain = min(max(picture.amplitude_gain * factor, _GAIN_LIMITS[0]), _GAIN_LIMITS[1])
        self._overview.repaint_sound()
        self._tracks.repaint_sound()

    def reset_amplitude(self) -> None:
        """Full scale fills the lane again."""
        self.zoom_amplitude(1 / self._picture.amplitude_gain)

    # Playhead and span ----------------------------------------------------------------------------

    def set_playhead(self, seconds: float) -> None:
        """Moves the line; while it runs out of view to the right the view follows page by page."""
        before, view = self._picture.playhead_s, self._picture.view
        self._picture.playhead_s = seconds
        if self._is_following and before is not None and view.start_s <= before <= view.stop_s < seconds:
            self._show(view.moved(seconds - view.start_s - 0.02 * view.span_s), is_step=False)
        self._tracks.move_playhead()
        self._overview.update()

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

    def _set_hovered(self, row: int | None) -> None:
        self._picture.hovered_row = row
        self._tracks.repaint_regions()

    def _say(self) -> None:
        self.setAccessibleDescription(say_view(self._picture))

    # Keys and focus -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll, + and - zoom, Home and End go to the ends, Page keys by a page, Escape ends a selection."""
        verb = self._verbs().get(Qt.Key(event.key()))
        harmless = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if verb is None or event.modifiers() & ~harmless:
            super().keyPressEvent(event)
            return
        verb()

    def _verbs(self) -> dict[Qt.Key, Callable[[], None]]:
        key, duration = Qt.Key, self._picture.view.duration_s
        return {
            key.Key_Left: lambda: self.scroll_pages(-_SCROLL_PART),
            key.Key_Right: lambda: self.scroll_pages(_SCROLL_PART),
            key.Key_PageUp: lambda: self.scroll_pages(-0.9),
            key.Key_PageDown: lambda: self.scroll_pages(0.9),
            key.Key_Home: lambda: self.scroll_by(-duration),
            key.Key_End: lambda: self.scroll_by(duration),
            key.Key_Plus: self.zoom_in,
            key.Key_Equal: self.zoom_in,
            key.Key_Minus: self.zoom_out,
            key.Key_Underscore: self.zoom_out,
            key.Key_Up: lambda: self.zoom_amplitude(1.25),
            key.Key_Down: lambda: self.zoom_amplitude(0.8),
            key.Key_Escape: self.clear_span,
            key.Key_Return: self._activate_selected,
            key.Key_Enter: self._activate_selected,
        }

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
