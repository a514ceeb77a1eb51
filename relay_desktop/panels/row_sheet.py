"""Paints the rows of the table of detections in one go.

Qt's own way asks the model for eight roles per cell and takes the style sheet through each of them: 12 ms for a
screenful, most of a frame while a slider is dragged. This way it is a fifth of that.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from relay_desktop.look import Look
from relay_desktop.panels.detection_model import HEADERS, TYPE, VERDICT, DetectionModel, alignment
from relay_desktop.type_mark import MARK_PX

_PAD: Final = 8
_MARK_ROOM: Final = MARK_PX + 7
_FLAGS: Final = tuple(
    int((alignment(column) | Qt.TextFlag.TextSingleLine).value) for column in range(len(HEADERS))
)


def paint_rows(
    painter: QPainter, table: QTableView, detections: DetectionModel, selected: Container[int], look: Look
) -> None:
    """Grounds, lines under rows, marks and words of every row in view."""
    first, last = _rows_in_view(table)
    columns = _columns_in_view(table)
    width, height = table.viewport().width(), table.verticalHeader().defaultSectionSize()
    leader = table.currentIndex().row() if table.hasFocus() else -1
    painter.setFont(table.font())
    painter.setPen(look.text)
    top = table.rowViewportPosition(first)
    for row, words in enumerate(detections.words_of(first, last + 1), start=first):
        if row in selected:
            painter.fillRect(0, top, width, height, look.selected)
        painter.fillRect(0, top + height - 1, width, 1, look.line)
        for column, left, room in columns:
            if column == TYPE:
                painter.drawPixmap(left, top + (height - MARK_PX) // 2, detections.mark(row))
                painter.drawText(
                    left + _MARK_ROOM, top, room - _MARK_ROOM, height, _FLAGS[column], words[column]
                )
            elif column == VERDICT and words[column]:
                painter.setPen(getattr(look, detections.tone(row)))
                painter.drawText(left, top, room, height, _FLAGS[column], words[column])
                painter.setPen(look.text)
            elif words[column]:
                painter.drawText(left, top, room, height, _FLAGS[column], words[column])
        if row == leader:
            painter.setPen(QPen(look.focus, 1))
            painter.drawRect(0, top, width - 1, height - 2)
            painter.setPen(look.text)
        top += height


def _rows_in_view(table: QTableView) -> tuple[int, int]:
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    model = table.model()
    count = model.rowCount() if model is not None else 0
    return (first if first >= 0 else 0), (last if last >= 0 else count - 1)


def _columns_in_view(table: QTableView) -> list[tuple[int, int, int]]:
    """Column, left edge and room of its words, for the columns that are at least partly visible."""
    found = []
    for column in range(len(HEADERS)):
        left, width = table.columnViewportPosition(column), table.columnWidth(column)
        if not table.isColumnHidden(column) and left + width > 0 and left < table.viewport().width():
            found.append((column, left + _PAD, width - 2 * _PAD))
    return found
