"""Precision against threshold with its interval, and under it what was decided at which confidence."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from relay_desktop.look import Look, ui_font
from relay_desktop.session.evidence import STEPS, Curve
from relay_desktop.translation import number, said, said_many

BINS = 25
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 14, 8, 4
_BARS_PX = 40
_GAP_PX = 16


class PrecisionPlot(QWidget):
    """One type at a time; it only shows, the numbers are beside it in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._colour = look.accent
        self._curve: Curve | None = None
        self._bars: NDArray[np.int64] = np.zeros((3, BINS), dtype=np.int64)
        self._threshold, self._target = 0.5, 0.95
        self._proposed: float | None = None
        self.setObjectName("precisionPlot")
        self.setAccessibleName(self.tr("Precision by threshold"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint in another look."""
        self._look = look
        self.update()

    def show_evidence(
        self, curve: Curve, bars: NDArray[np.int64], colour: QColor, *, target: float, proposed: float | None
    ) -> None:
        """A curve; decisions per bin, int64 (3, BINS): artifacts, not artifacts, not decided; what was proposed."""
        self._curve, self._bars, self._colour = curve, bars, colour
        self._target, self._proposed = target, proposed
        self.setAccessibleDescription(
            said_many("From {n:,} verdict", "From {n:,} verdicts", int(curve.decided[0]))
        )
        self.update()

    def show_threshold(self, threshold: float) -> None:
        """The threshold in force."""
        if threshold != self._threshold:
            self._threshold = threshold
            self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(260, 172)

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM - _BARS_PX - _GAP_PX)

    def _bar_area(self) -> QRectF:
        return QRectF(_LEFT, self.height() - _BARS_PX - _BOTTOM, self.width() - _LEFT - _RIGHT, _BARS_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, band, line, marks, bars."""
        painter = QPainter(self)
        painter.setFont(ui_font(10))
        plot = self._plot()
        self._paint_grid(painter, plot)
        is_empty = self._curve is None or self._curve.is_empty
        if self._curve is not None and not is_empty:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_band(painter, plot, self._curve)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_marks(painter, plot)
        if is_empty:
            self._paint_emptiness(painter, plot)
        self._paint_bars(painter, self._bar_area())

    def _paint_emptiness(self, painter: QPainter, plot: QRectF) -> None:
        """Words over the marks, on a ground of their own: a line through them could not be read."""
        words = said("No verdicts on this type yet")
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        room = painter.boundingRect(plot, int(centred), words).adjusted(-5, -2, 5, 2)
        painter.fillRect(room, self._look.panel)
        painter.setPen(self._look.muted)
        painter.drawText(plot, centred, words)

    def _paint_grid(self, painter: QPainter, plot: QRectF) -> None:
        for share in (0.0, 0.5, 1.0):
            y = round(plot.bottom() - share * plot.height())
            painter.setPen(QPen(self._look.line, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._look.faint)
            area = QRectF(0, y - 7, _LEFT - 6, 14)
            painter.drawText(
                area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number(share, ".0%")
            )
        for at in (0.0, 0.5, 1.0):
            area = QRectF(plot.left() + at * plot.width() - 15, plot.bottom() + 1, 30, 13)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, number(at, "g"))

    def _paint_band(self, painter: QPainter, plot: QRectF, curve: Curve) -> None:
        known = np.flatnonzero(curve.decided > 0)
        x = plot.left() + curve.threshold[known] * plot.width()

        def points(shares: NDArray[np.float64]) -> list[QPointF]:
            y = plot.bottom() - shares[known] * plot.height()
            return [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]

        band = QColor(self._colour)
        band.setAlphaF(0.28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        painter.drawPolygon(QPolygonF(points(curve.high) + points(curve.low)[::-1]))
        painter.setPen(QPen(self._colour, 2))
        painter.drawPolyline(QPolygonF(points(curve.precision)))

    def _paint_marks(self, painter: QPainter, plot: QRectF) -> None:
        dashed = QPen(self._look.muted, 1, Qt.PenStyle.DashLine)
        painter.setPen(dashed)
        y = round(plot.bottom() - self._target * plot.height())
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        if self._proposed is not None:
            painter.setPen(QPen(self._look.success, 1, Qt.PenStyle.DashLine))
            x = round(plot.left() + self._proposed * plot.width())
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setPen(QPen(self._look.text, 2))
        x = round(plot.left() + self._threshold * plot.width())
        painter.drawLine(QPointF(x, plot.top() - 4), QPointF(x, plot.bottom()))

    def _paint_bars(self, painter: QPainter, area: QRectF) -> None:
        """Stacked: artifacts, not artifacts, not decided; square-root heights of the sums."""
        sums = self._bars.sum(axis=0)
        top = max(1.0, float(np.sqrt(sums.max(initial=0))))
        width = area.width() / BINS
        colours = (self._look.success, self._look.danger, self._look.histogram_hidden)
        for place in np.flatnonzero(sums).tolist():
            height = max(2.0, float(np.sqrt(sums[place])) / top * area.height())
            y = area.bottom()
            for part, colour in zip(self._bars[:, place].tolist(), colours, strict=True):
                share = height * part / float(sums[place])
                painter.fillRect(QRectF(area.left() + place * width + 0.5, y - share, width - 1, share), colour)
                y -= share
        painter.setPen(QPen(self._look.line, 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def event(self, event: QEvent) -> bool:
        """The tooltip says the numbers under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)

    def words_at(self, x: float) -> str:
        """What the tooltip says at a place."""
        plot = self._plot()
        at = min(1.0, max(0.0, (x - plot.left()) / max(1.0, plot.width())))
        place, bin_ = round(at * (STEPS - 1)), min(BINS - 1, int(at * BINS))
        right, wrong, open_ = self._bars[:, bin_].tolist()
        words = said(
            "Confidence {low:.2f} to {high:.2f}: {right:,} artifacts, {wrong:,} not, {open:,} open.",
            low=bin_ / BINS,
            high=(bin_ + 1) / BINS,
            right=right,
            wrong=wrong,
            open=open_,
        )
        curve = self._curve
        if curve is None or curve.decided[place] == 0:
            return words
        at_threshold = said(
            "At threshold {threshold:.2f}: precision {precision:.0%} ({low:.0%} to {high:.0%}, n = {decided:,}).",
            threshold=float(curve.threshold[place]),
            precision=float(curve.precision[place]),
            low=float(curve.low[place]),
            high=float(curve.high[place]),
            decided=int(curve.decided[place]),
        )
        return f"{at_threshold}\n{words}"
