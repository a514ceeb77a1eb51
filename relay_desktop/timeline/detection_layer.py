"""DetectionLayer: one layer paints all regions, over the sound and in the lanes of their types.

Its cost hangs on the pixels, not on the regions: many regions are painted as rows of pixels (region_raster), few
as rounded bars with their confidence written in them.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from relay_desktop.look import type_label, ui_font
from relay_desktop.session.verdicts import State
from relay_desktop.timeline.packing import packed, part_of
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.region_index import RegionIndex, Rows, RowsInView, drawn_extent
from relay_desktop.timeline.region_raster import (
    Levels,
    blended_pixels,
    coverage,
    lane_pixels,
    opacity_ramp,
    paint_pixel_row,
)
from relay_desktop.timeline.track_layout import TrackLayout
from relay_desktop.timeline.view_range import ViewRange
from relay_desktop.translation import number, said
from relay_desktop.type_mark import paint_mark

_OVER_SOUND = opacity_ramp(0.10, 0.34)
_CAP = opacity_ramp(0.45, 1.0)
_LANE = opacity_ramp(0.40, 0.95)
_CANDIDATE = opacity_ramp(0.12, 0.26)
_CAP_HEIGHT = 3.0
_ON_SPECTROGRAM = 0.4
# Up to this many regions in view are painted one by one.
_FEW = 500
_BAR_INSET = 3.0
_TEXT_FROM_PX = 30.0
_ROUND_PX = 2.5
_LOWEST_NAMED_PX = 9.0
_NARROW_PX = 8.0
_VERDICT_PX = 2.5


class _InView(NamedTuple):
    """Rows in view and what they cover, kept while neither view nor detections change."""

    source: RegionIndex
    view: ViewRange
    codes: tuple[int, ...] | None
    found: RowsInView
    levels: Levels


class DetectionLayer:
    """Paints `picture`'s regions."""

    def __init__(self, picture: TimelinePicture) -> None:
        self._picture = picture
        self._in_view: _InView | None = None
        self._faint_in_view: _InView | None = None

    def _visible(self, columns: int) -> _InView:
        picture = self._picture
        view = picture.view.with_width(columns)
        codes = picture.visible_codes()
        self._in_view = _looked_up(
            self._in_view, picture.index, view, None if codes is None else tuple(codes)
        )
        return self._in_view

    def paint_over_sound(self, painter: QPainter, layout: TrackLayout, device_ratio: float) -> None:
        """Stretches tinted by type and confidence with a bright cap; fainter where the spectrogram has colours too."""
        rect = layout.audio
        visible = self._visible(max(1, round(rect.width() * device_ratio)))
        if len(visible.found) == 0 or rect.height() < 2:
            return
        colours, levels = self._picture.colours(), visible.levels
        restraint = _restraint(levels)
        for below, strength in (
            (layout.waveform.adjusted(0, _CAP_HEIGHT, 0, 0), 1.0),
            (layout.spectrogram, _ON_SPECTROGRAM),
        ):
            if below.height() > 0:
                tints = [_OVER_SOUND * part * np.float32(strength) for part in restraint]
                paint_pixel_row(painter, below, blended_pixels(levels, colours, tints))
        cap = QRectF(rect.left(), rect.top(), rect.width(), _CAP_HEIGHT)
        paint_pixel_row(painter, cap, blended_pixels(levels, colours, [_CAP] * len(levels)))

    def paint_lanes(self, painter: QPainter, layout: TrackLayout, device_ratio: float) -> None:
        """One lane per type: name, bars, and the confidence where there is room for it."""
        picture = self._picture
        visible = self._visible(max(1, round(layout.axis.width() * device_ratio)))
        for place, (name, lane) in enumerate(layout.lanes):
            if place % 2 == 0:
                painter.fillRect(lane, _faded(picture.look.panel, 0.55))
            self._paint_candidates(painter, name, lane, visible.levels.shape[1])
            if len(visible.found) > _FEW:
                code = picture.table.types.index(name)
                bar = _bar_rect(lane)
                paint_pixel_row(painter, bar, lane_pixels(visible.levels[code], picture.colour(name), _LANE))
        if len(visible.found) <= _FEW:
            view = picture.view
            rows = picture.index.rows_between(view.start_s * 1000, view.stop_s * 1000, visible.codes)
            self._paint_bars(painter, layout, rows)
        self._paint_names(painter, layout, visible.levels)

    def _paint_candidates(self, painter: QPainter, name: str, lane: QRectF, columns: int) -> None:
        """What the rules hide, faintly; the shown ones are painted over it."""
        picture = self._picture
        source = picture.candidates
        if source is None or name not in source.table.types:
            return
        view = picture.view.with_width(columns)
        kept = self._faint_in_view = _looked_up(self._faint_in_view, source, view, None)
        levels = kept.levels[source.table.types.index(name)]
        paint_pixel_row(painter, _bar_rect(lane), lane_pixels(levels, picture.colour(name), _CANDIDATE))

    def _paint_bars(self, painter: QPainter, layout: TrackLayout, rows: Rows) -> None:
        picture = self._picture
        table = picture.table
        left, right = drawn_extent(table, rows, picture.view)
        lanes = [layout.lane_rect(name) for name in table.types]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(10))
        places, needed = packed(table, rows)
        columns = (rows, left, right, places, needed)
        for row, x0, x1, place, parts in zip(*(column.tolist() for column in columns), strict=True):
            lane = lanes[int(table.type_codes[row])]
            if lane is not None:
                self._paint_bar(painter, row, _bar(part_of(lane, place, parts), x0, x1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_bar(self, painter: QPainter, row: int, bar: QRectF) -> None:
        picture = self._picture
        confidence = float(picture.table.confidence[row])
        colour = picture.colour(picture.table.artifact_type(row))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_faded(colour, float(_LANE[1 + min(7, int(confidence * 8))])))
        round_px = _ROUND_PX if bar.width() >= _NARROW_PX else 0.0
        painter.drawRoundedRect(bar, round_px, round_px)
        if (tone := self._verdict_colour(row)) is not None:
            painter.fillRect(QRectF(bar.left(), bar.bottom() - _VERDICT_PX, bar.width(), _VERDICT_PX), tone)
        if picture.is_by_hand(row):
            _paint_by_hand(painter, bar, picture.look.text)
        shown = bar.intersected(QRectF(0, bar.top(), picture.view.width, bar.height()))
        if shown.width() >= _TEXT_FROM_PX and bar.height() >= 11:
            painter.setPen(_text_on(colour, picture.look.sunken, confidence))
            words = said("by hand") if picture.is_by_hand(row) else number(confidence, ".2f")
            if painter.fontMetrics().horizontalAdvance(words) < shown.width():
                painter.drawText(shown, Qt.AlignmentFlag.AlignCenter, words)

    def _verdict_colour(self, row: int) -> QColor | None:
        """The colour of the line under a bar that was judged."""
        judged, look = self._picture.judged, self._picture.look
        if judged is None or row >= len(judged):
            return None
        tones = {State.ARTIFACT: look.success, State.NOT_AN_ARTIFACT: look.danger}
        tones |= {State.UNSURE: look.warning, State.MIXED: look.warning}
        return tones.get(State(int(judged[row])))

    def _paint_names(self, painter: QPainter, layout: TrackLayout, levels: Levels) -> None:
        """At the left edge, or where the lane has room first: a name never hides a narrow bar while there is a gap."""
        look, types = self._picture.look, self._picture.table.types
        if not layout.lanes or layout.lanes[0][1].height() < _LOWEST_NAMED_PX:
            return
        painter.setFont(_lane_font(layout.lanes[0][1].height()))
        metrics = QFontMetricsF(painter.font())
        for name, lane in layout.lanes:
            text = type_label(name)
            plate = QRectF(0, lane.top(), metrics.horizontalAdvance(text) + 36, lane.height())
            if name in types:
                plate.moveLeft(_first_gap(levels[types.index(name)], plate.width() / lane.width()) * lane.width())
            painter.fillRect(plate, _faded(look.sunken, 0.72))
            side = min(11.0, lane.height() - 4)
            box = QRectF(plate.left() + 8, lane.center().y() - side / 2, side, side)
            paint_mark(painter, box, name, look, self._picture.colour(name))
            painter.setPen(look.muted)
            painter.drawText(plate.adjusted(26, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def paint_marked(self, painter: QPainter, layout: TrackLayout) -> None:
        """The hovered region faintly, then the selected one so that nobody can miss it."""
        picture = self._picture
        for row, is_selected in ((picture.hovered_row, False), (picture.selected_row, True)):
            if row is None or row >= len(picture.table):
                continue
            name = picture.table.artifact_type(row)
            if picture.is_type_visible(name):
                self._paint_mark(painter, layout, name, self._marked_extent(row, is_selected), is_selected)
                if is_selected:
                    self._paint_members(painter, layout, row)

    def _marked_extent(self, row: int, is_selected: bool) -> tuple[float, float]:
        """Left and right edge; where the mouse has a bound of the selected one, as it would be then."""
        picture = self._picture
        if is_selected and picture.dragged_bounds_s is not None:
            start_s, end_s = picture.dragged_bounds_s
            return picture.view.x(start_s), max(picture.view.x(end_s), picture.view.x(start_s) + 1)
        left, right = drawn_extent(picture.table, np.array([row]), picture.view)
        return float(left[0]), float(right[0])

    def _paint_mark(
        self,
        painter: QPainter,
        layout: TrackLayout,
        name: str,
        extent: tuple[float, float],
        is_selected: bool,
    ) -> None:
        look, colour = self._picture.look, self._picture.colour(name)
        left, right = extent
        if right < 0 or left > self._picture.view.width:
            return
        sound = QRectF(left, layout.audio.top(), right - left, layout.audio.height())
        over_waveform = QRectF(left, layout.waveform.top(), right - left, layout.waveform.height())
        painter.fillRect(over_waveform, _faded(colour, 0.28 if is_selected else 0.12))
        lane = layout.lane_rect(name)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_selected:
            painter.fillRect(QRectF(left, sound.top(), right - left, _CAP_HEIGHT + 2), colour)
            painter.setPen(QPen(colour, 2))
            for x in (left - 1, right + 1):
                painter.drawLine(QPointF(x, sound.top()), QPointF(x, sound.bottom()))
        if lane is not None:
            painter.setPen(QPen(look.text, 2 if is_selected else 1))
            painter.drawRoundedRect(_bar(lane, left, right).adjusted(-1.5, -1.5, 1.5, 1.5), 3.5, 3.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_members(self, painter: QPainter, layout: TrackLayout, row: int) -> None:
        """A joined region unfolds: every member a line along the lane's lower edge and under the cap."""
        view, look = self._picture.view, self._picture.look
        lane = layout.lane_rect(self._picture.table.artifact_type(row))
        for start_s, stop_s in self._picture.member_extents_s(row):
            left, right = max(-4.0, view.x(start_s)), min(view.width + 4.0, view.x(stop_s))
            if right < 0 or left > view.width:
                continue
            width = max(2.0, right - left)
            painter.fillRect(QRectF(left, layout.waveform.top() + _CAP_HEIGHT + 3, width, 2), look.text)
            if lane is not None:
                painter.fillRect(QRectF(left, lane.bottom() - 4, width, 2), look.text)


def _looked_up(
    kept: _InView | None, source: RegionIndex, view: ViewRange, codes: tuple[int, ...] | None
) -> _InView:
    """What is in view, kept while neither view nor detections change; only rows of `codes` where given."""
    if kept is not None and (kept.source, kept.view, kept.codes) == (source, view, codes):
        return kept
    found = source.drawn_in(view)
    levels = coverage(source, found, view)
    if codes is not None:
        levels[[code for code in range(len(levels)) if code not in codes]] = 0
    return _InView(source, view, codes, found, levels)


def _restraint(levels: Levels) -> NDArray[np.float32]:
    """How much of its tint every type gets: what lies everywhere (a hum, many clicks) must not drown the rest."""
    covered = np.count_nonzero(levels, axis=1) / levels.shape[1]
    together = min(1.0, max(0.35, 1.6 - 0.5 * float(covered.sum())))
    return np.asarray(np.clip(1.3 - 1.1 * covered, 0.3, 1.0) * together, dtype=np.float32)


def _first_gap(levels: NDArray[np.uint8], share: float) -> float:
    """Where in a lane (0-1) the first gap of this share of it begins; 0 when there is none.

    ``levels``: uint8 (columns,), 0 where nothing lies.
    """
    covered = np.flatnonzero(levels)
    starts = np.concatenate(([0], covered + 1))
    stops = np.concatenate((covered, [len(levels)]))
    wide = np.flatnonzero(stops - starts >= share * len(levels))
    return float(starts[wide[0]]) / len(levels) if wide.size else 0.0


def _bar_rect(lane: QRectF) -> QRectF:
    inset = _BAR_INSET if lane.height() >= 14 else 1.0
    return lane.adjusted(0, inset, 0, -inset)


def _bar(lane: QRectF, left: float, right: float) -> QRectF:
    whole = _bar_rect(lane)
    # Far ends are cut near the window: painters lose precision at millions of pixels.
    left, right = max(left, -20.0), min(right, whole.right() + 20.0)
    if right - left < _NARROW_PX:  # on whole pixels: half-covered ones would make a click grey
        left, right = math.floor(left + 0.5), math.floor(right + 0.5)
    return QRectF(left, whole.top(), max(1.0, right - left), whole.height())


def _paint_by_hand(painter: QPainter, bar: QRectF, colour: QColor) -> None:
    """Dashes round a bar that a person made."""
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND_PX, _ROUND_PX)


def _faded(colour: QColor, alpha: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def _text_on(colour: QColor, ground: QColor, confidence: float) -> QColor:
    """Dark or light text, whichever can be read on a bar of this colour and opacity over the ground."""
    part = float(_LANE[1 + min(7, int(confidence * 8))])
    grey = sum(
        weight * (part * bar + (1 - part) * below)
        for weight, bar, below in zip(
            (0.299, 0.587, 0.114),
            (colour.redF(), colour.greenF(), colour.blueF()),
            (ground.redF(), ground.greenF(), ground.blueF()),
            strict=True,
        )
    )
    return QColor("#101418") if grey > 0.45 else QColor("#ffffff")


def _lane_font(lane_px: float) -> QFont:
    """Names in the size the person chose, or as large as a low lane has room for: colour is never the only sign."""
    font = ui_font(11)
    font.setPixelSize(max(8, min(font.pixelSize(), round(lane_px * 0.8))))
    return font
