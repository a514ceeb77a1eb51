"""Tracks: what lies under the overview, painted in layers kept as two pictures.

The first picture holds what is costly and changes with the view alone (ruler, waveform, spectrogram), the second
one that with the regions on it. The playhead is drawn over the second, so that playing repaints a strip.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from relay_desktop.look import ui_font
from relay_desktop.timeline.detection_layer import DetectionLayer
from relay_desktop.timeline.heard_mark import HeardMark
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.playhead import Playhead
from relay_desktop.timeline.score_lane import ScoreLane
from relay_desktop.timeline.span_text import describe_marks, describe_span
from relay_desktop.timeline.spectrogram_item import SpectrogramItem
from relay_desktop.timeline.time_axis import paint_axis, paint_grid
from relay_desktop.timeline.track_layout import TrackLayout, lay_out
from relay_desktop.timeline.waveform_item import WaveformItem
from relay_desktop.translation import said


class Tracks(QWidget):
    """Paints a `TimelinePicture`; knows no session and changes nothing by itself."""

    resized = Signal(int)

    def __init__(self, picture: TimelinePicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._spectrogram = SpectrogramItem(picture)
        self._waveform = WaveformItem(picture)
        self._regions = DetectionLayer(picture)
        self._score = ScoreLane(picture)
        self._playhead = Playhead(picture)
        self._heard = HeardMark(picture)
        # Painted over again and again: a fresh pixmap of a large window costs as much as what is painted on it.
        self._sound_picture, self._whole_picture = QPixmap(), QPixmap()
        self._is_sound_stale = self._is_whole_stale = True
        self._painted_strip = QRect()
        self._lanes: tuple[str, ...] = ()
        self._is_focused = False
        self.setMouseTracking(True)
        self.setMinimumHeight(120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Painting -------------------------------------------------------------------------------------

    def tracks(self) -> TrackLayout:
        """Where the tracks lie now."""
        picture = self._picture
        return lay_out(
            self.width(),
            self.height(),
            picture.lane_types(),
            has_score=picture.scores is not None,
            content=picture.display.content,
        )

    def repaint_sound(self) -> None:
        """The view, the sound or the look changed: everything is painted again."""
        self._is_sound_stale = True
        self.repaint_regions()

    def repaint_regions(self) -> None:
        """Only the detections, the selection or the scores changed."""
        self._is_whole_stale = True
        self.update()

    def take_lanes(self) -> None:
        """The detections changed, perhaps in their types: new lanes make the waveform another height."""
        lanes = tuple(self._picture.lane_types())
        if lanes != self._lanes:
            self._lanes = lanes
            self._is_sound_stale = True
        self.repaint_regions()

    def set_focused(self, is_focused: bool) -> None:
        """Whether the keyboard's keys come here: then a frame says so."""
        self._is_focused = is_focused
        self.update()

    def move_playhead(self) -> None:
        """Only the playhead moved: two strips are painted again."""
        strip = self._playhead.strip(self.height())
        if strip != self._painted_strip:
            self.update(self._painted_strip)
            self.update(strip)
            self._painted_strip = strip

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._whole())
        self._heard.paint(painter, self.tracks())
        self._playhead.paint(painter, self.height())
        if self._is_focused:
            painter.setPen(QPen(self._picture.look.focus, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)  # the playhead's handle left another one
            painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        painter.end()

    def _fitting(self, kept: QPixmap) -> QPixmap:
        """The pixmap itself while it has the widget's size and resolution, else another one."""
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        if kept.size() != size or kept.devicePixelRatio() != ratio:
            kept = QPixmap(size)
            kept.setDevicePixelRatio(ratio)
        return kept

    def _sound(self) -> QPixmap:
        if self._is_sound_stale:
            pixmap = self._sound_picture = self._fitting(self._sound_picture)
            pixmap.fill(self._picture.look.sunken)
            painter = QPainter(pixmap)
            layout = self.tracks()
            below = QRectF(0, layout.axis.bottom(), self.width(), self.height() - layout.axis.bottom())
            paint_grid(painter, below, self._picture.view, self._picture.look, self._picture.ruler)
            self._waveform.paint(painter, layout.waveform, self.devicePixelRatioF())
            self._spectrogram.paint(painter, layout.spectrogram, self.devicePixelRatioF())
            paint_axis(painter, layout.axis, self._picture.view, self._picture.look, self._picture.ruler)
            painter.end()
            self._is_sound_stale = False
        return self._sound_picture

    def _whole(self) -> QPixmap:
        if self._is_whole_stale:
            sound = self._sound()
            pixmap = self._whole_picture = self._fitting(self._whole_picture)
            painter = QPainter(pixmap)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawPixmap(0, 0, sound)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            layout, ratio = self.tracks(), self.devicePixelRatioF()
            self._regions.paint_over_sound(painter, layout, ratio)
            self._paint_header(painter, layout)
            self._paint_unheard(painter, layout)
            self._regions.paint_lanes(painter, layout, ratio)
            self._score.paint(painter, layout.score)
            self._regions.paint_marked(painter, layout)
            self._paint_span(painter, layout)
            painter.end()
            self._is_whole_stale = False
        return self._whole_picture

    def _paint_header(self, painter: QPainter, layout: TrackLayout) -> None:
        if layout.header.isEmpty():
            return
        look = self._picture.look
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(layout.header.topLeft(), layout.header.topRight())
        painter.setFont(ui_font(10))
        painter.setPen(look.faint)
        painter.drawText(layout.header.adjusted(10, 1, 0, 0), Qt.AlignmentFlag.AlignVCenter, said("Detections").upper())

    def _paint_unheard(self, painter: QPainter, layout: TrackLayout) -> None:
        """Hatched lanes where the model has not been yet: no detection there does not mean that there is none."""
        from_s, view, look = self._picture.unheard_from_s, self._picture.view, self._picture.look
        if from_s is None or from_s >= view.stop_s or not layout.lanes:
            return
        lanes = layout.lanes[0][1].united(layout.lanes[-1][1])
        rest = QRectF(lanes)
        rest.setLeft(max(0.0, view.x(from_s)))
        painter.fillRect(rest, QBrush(look.border, Qt.BrushStyle.BDiagPattern))
        painter.setFont(ui_font(11))
        words = said("not heard yet")
        plate = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(words) + 16, 18)
        plate.moveCenter(rest.center())
        if plate.width() < rest.width() and plate.height() < rest.height():
            painter.fillRect(plate, look.panel)
            painter.setPen(look.muted)
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_span(self, painter: QPainter, layout: TrackLayout) -> None:
        span, view, look = self._picture.span_s, self._picture.view, self._picture.look
        if span is None or span[1] <= view.start_s or span[0] >= view.stop_s:
            return
        left, right = max(-4.0, view.x(span[0])), min(view.width + 4.0, view.x(span[1]))
        rect = QRectF(left, layout.audio.top(), max(1.0, right - left), layout.audio.height())
        fill = look.accent
        painter.setOpacity(0.22)
        painter.fillRect(rect, fill)
        painter.setOpacity(1.0)
        painter.setPen(QPen(look.accent, 1))
        painter.drawLine(rect.topLeft(), rect.bottomLeft())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setFont(ui_font(11))
        lines = [text for text in (describe_span(self._picture), describe_marks(self._picture)) if text]
        for place, text in enumerate(lines):
            plate = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(text) + 12, 18)
            plate.moveCenter(QPointF(rect.center().x(), rect.top() + 14 + 18 * place))
            plate.moveLeft(min(max(2.0, plate.left()), self.width() - plate.width() - 2))
            painter.fillRect(plate, look.accent_fill if place == 0 else look.panel)
            painter.setPen(look.on_accent if place == 0 else look.text)
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit(self.width())
        self.repaint_sound()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.repaint_sound()
