"""WaveformItem: the channels' waveforms under one another, exact down to single samples."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from relay_desktop.audio.click_trace import click_trace
from relay_desktop.audio.peaks import Floats, PeakColumns
from relay_desktop.look import Look, ui_font
from relay_desktop.timeline.display import AmplitudeScale
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.time_axis import ticks
from relay_desktop.timeline.view_range import ViewRange
from relay_desktop.timeline.wave_columns import wave_columns
from relay_desktop.timeline.wave_raster import add_ground_lines, paint_indices, wave_image, wave_palette
from relay_desktop.translation import said

_DB_FLOOR = -60.0
_DOTS_FROM_PX = 6.0
_LABEL_FROM_PX = 14.0
_LANE_GAP = 1.0


class WaveformItem:
    """Paints `picture`'s sound into a rectangle."""

    def __init__(self, picture: TimelinePicture) -> None:
        self._picture = picture

    def paint(self, painter: QPainter, rect: QRectF, device_ratio: float) -> None:
        """The channels share the rectangle; what is not read yet stays empty."""
        picture = self._picture
        channels = picture.channels
        if picture.info is None or not channels or rect.height() < 8:
            return
        lanes = [_lane(rect, place, len(channels)) for place in range(len(channels))]
        pyramid = picture.drawn_pyramid
        if pyramid is not None:
            columns = max(1, round(rect.width() * device_ratio))
            transform = click_trace if picture.display.shows_clicks else None
            peaks = wave_columns(
                pyramid, picture.detail, picture.view, picture.rate_hz, columns, transform=transform
            )
            palette = wave_palette(picture.look, picture.look.sunken)
            grid = [
                math.floor(picture.view.x(at) * device_ratio)
                for at in ticks(picture.view, picture.ruler).major_s
            ]
            for channel, lane in zip(channels, lanes, strict=True):
                image = self._lane_image(peaks, channel, max(2, round(lane.height() * device_ratio)))
                add_ground_lines(image, grid)
                paint_indices(painter, lane, image, palette)
        for lane in lanes[1:]:
            painter.fillRect(QRectF(lane.left(), lane.top() - _LANE_GAP, lane.width(), 1), picture.look.line)
        self._paint_samples(painter, lanes)
        self._paint_labels(painter, lanes)

    def _lane_image(self, peaks: PeakColumns, channel: int, height: int) -> NDArray[np.uint8]:
        low, high, rms = (self.scaled(part[channel]) for part in (peaks.low, peaks.high, peaks.rms))
        return wave_image(low, high, rms, peaks.is_ready, height)

    def scaled(self, values: Floats) -> Floats:
        """Sample values to heights -1..1 by gain and scale (60 dB in the decibel scale)."""
        picture = self._picture
        values = values * np.float32(picture.height_gain)
        if picture.display.amplitude_scale is AmplitudeScale.LINEAR:
            return values
        size = np.maximum(np.abs(values), np.float32(10 ** (_DB_FLOOR / 20)))
        return np.asarray(np.sign(values) * (1 - 20 * np.log10(size) / _DB_FLOOR), dtype=np.float32)

    def _paint_samples(self, painter: QPainter, lanes: list[QRectF]) -> None:
        """Dots and stems once single samples are far enough apart to be told from one another."""
        picture = self._picture
        view, rate = picture.view, picture.rate_hz
        if picture.detail is None or view.width / (view.span_s * rate) < _DOTS_FROM_PX:
            return
        if picture.display.shows_clicks:
            return
        first, last = math.floor(view.start_s * rate), math.ceil(view.stop_s * rate) + 1
        samples = picture.detail.samples(first, last)
        if samples is None or len(samples) == 0:
            return
        x = sample_places(max(0, first), len(samples), view, rate)
        for channel, lane in zip(picture.channels, lanes, strict=True):
            _paint_stems(painter, lane, x, self.scaled(samples[:, channel]), picture.look)

    def _paint_labels(self, painter: QPainter, lanes: list[QRectF]) -> None:
        picture = self._picture
        info = picture.info
        if info is None or lanes[0].height() < _LABEL_FROM_PX:
            return
        painter.setFont(ui_font(10))
        painter.setPen(picture.look.faint)
        inset = 4 if lanes[0].height() > 30 else 0
        for place, (channel, lane) in enumerate(zip(picture.channels, lanes, strict=True)):
            words = [channel_name(channel, info.channels)] if info.channels > 1 else []
            if place == 0 and len(picture.channels) < info.channels:
                words.append(said("of {n}", n=info.channels))
            if place == 0 and picture.display.shows_clicks:
                words.append(said("Click view").upper())
            area = lane.adjusted(6, inset, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, "  ".join(words))


def sample_places(first_frame: int, count: int, view: ViewRange, rate_hz: int) -> NDArray[np.float64]:
    """x of `count` samples in pixels from the left edge; sample n sounds at n / rate seconds."""
    frames = np.arange(first_frame, first_frame + count, dtype=np.float64)
    return (frames / rate_hz - view.start_s) / view.span_s * view.width


def channel_name(channel: int, channels: int) -> str:
    """L and R of a stereo file, else the number from one."""
    return ("L", "R")[channel] if channels == 2 else str(channel + 1)


def _lane(rect: QRectF, place: int, lanes: int) -> QRectF:
    top = round(rect.top() + rect.height() * place / lanes)
    bottom = round(rect.top() + rect.height() * (place + 1) / lanes)
    return QRectF(rect.left(), top + _LANE_GAP, rect.width(), max(1.0, bottom - top - 2 * _LANE_GAP))


def _paint_stems(
    painter: QPainter, lane: QRectF, x: NDArray[np.float64], heights: Floats, look: Look
) -> None:
    middle, half = lane.center().y(), lane.height() / 2
    y = middle - np.clip(heights, -1, 1) * half
    points = [QPointF(lane.left() + px, py) for px, py in zip(x.tolist(), y.tolist(), strict=True)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.faint, 1))
    painter.drawLines([QLineF(point.x(), middle, point.x(), point.y()) for point in points])
    painter.setPen(QPen(look.waveform_rms, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPoints(points)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
