"""How confident the raw detections are, with the threshold as a line to drag."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from relay_desktop.look import Look
from relay_desktop.translation import said, said_many

BINS = 50
_MARGIN = 14


class ConfidenceHistogram(QWidget):
    """Counts per confidence bin, drawn with square-root heights so that rare ones stay visible.

    `threshold_moved(value, is_final)` while and after the line is dragged.
    """

    threshold_moved = Signal(float, bool)
    reset_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._counts: NDArray[np.int64] = np.zeros(BINS, dtype=np.int64)
        self._threshold = 0.5
        self._floor = 0.0
        self._colour: QColor | None = None
        self._is_dragging = False
        self.setObjectName("confidenceHistogram")
        self.setAccessibleName(self.tr("Histogram of confidences"))
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def counts(self) -> NDArray[np.int64]:
        """Raw detections per bin, int64 (BINS,)."""
        return self._counts

    def set_look(self, look: Look) -> None:
        """Paint in another look."""
        self._look = look
        self.update()

    def show_counts(self, counts: NDArray[np.int64], colour: QColor | None, floor: float) -> None:
        """Show raw detections per bin. `colour`: of the one type shown. `floor`: below it nothing is known."""
        self._counts, self._colour, self._floor = counts, colour, floor
        self.setAccessibleDescription(
            said_many("{n:,} raw detection", "{n:,} raw detections", int(counts.sum()))
        )
        self.update()

    def show_threshold(self, threshold: float) -> None:
        """Put the line at a confidence."""
        if threshold != self._threshold:
            self._threshold = threshold
            self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(260, 58)

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, 4, -_MARGIN, -4)

    def _x(self, confidence: float) -> float:
        plot = self._plot()
        return plot.left() + confidence * plot.width()

    def _confidence(self, x: float) -> float:
        plot = self._plot()
        return round(min(1.0, max(0.0, (x - plot.left()) / plot.width())), 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars, the unknown part, the line."""
        painter = QPainter(self)
        plot = self._plot()
        self._paint_bars(painter, plot)
        if self._floor > 0:
            unknown = QRectF(plot.left(), plot.top(), self._floor * plot.width(), plot.height())
            painter.fillRect(unknown, QBrush(self._look.border, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(self._look.line, 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(QPen(self._look.text, 2))
        x = round(self._x(self._threshold))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_bars(self, painter: QPainter, plot: QRectF) -> None:
        top = max(1.0, float(np.sqrt(self._counts.max(initial=0))))
        heights = np.sqrt(self._counts) / top * plot.height()
        width = plot.width() / BINS
        shown = self._colour or self._look.accent
        for place in np.flatnonzero(self._counts):
            height = max(1.5, float(heights[place]))
            bar = QRectF(plot.left() + place * width + 0.5, plot.bottom() - height, width - 1, height)
            is_shown = (place + 0.5) / BINS >= self._threshold
            painter.fillRect(bar, shown if is_shown else self._look.histogram_hidden)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The line comes to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = True
            self._drag_to(event.position().x(), is_final=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._is_dragging:
            self._drag_to(event.position().x(), is_final=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag."""
        if self._is_dragging and event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = False
            self._drag_to(event.position().x(), is_final=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the default."""
        self.reset_requested.emit()

    def _drag_to(self, x: float, *, is_final: bool) -> None:
        self.show_threshold(self._confidence(x))
        self.threshold_moved.emit(self._threshold, is_final)

    def event(self, event: QEvent) -> bool:
        """The tooltip says what is in the bin under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)

    def words_at(self, x: float) -> str:
        """What the tooltip says at a place."""
        confidence = self._confidence(x)
        if confidence < self._floor:
            return said(
                "The job kept nothing below {least:.2f}, so nothing is known here.", least=self._floor
            )
        place = min(BINS - 1, int(confidence * BINS))
        counted = said_many(
            "{n:,} raw detection with confidence {low:.2f} to {high:.2f}.",
            "{n:,} raw detections with confidence {low:.2f} to {high:.2f}.",
            int(self._counts[place]),
            low=place / BINS,
            high=(place + 1) / BINS,
        )
        how = said("Drag the line to set the threshold; double-click to reset it. Heights are square roots.")
        return f"{counted}\n{how}"
