"""How a row of the job list and of the file list is drawn: two lines, a chip, a bar of progress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from relay_desktop.look import FONT_PX, Look

SMALL_PX: Final = 11
_PAD: Final = 14
_State = QStyle.StateFlag


@dataclass(frozen=True)
class RowFace:
    """What one row says. `dot`: a status dot before the words; `chip`: the pill at the right end."""

    first: str
    second: str
    second_tone: str = "muted"  # a colour name of the Look
    chip: str = ""
    dot: QColor | None = None
    progress: float | None = None
    is_open: bool = False  # the one on the desk

    def sentence(self) -> str:
        """The row for a screen reader."""
        return ", ".join(part for part in (self.first, self.second, self.chip) if part)


def paint_row(painter: QPainter, option: QStyleOptionViewItem, face: RowFace, look: Look) -> None:
    """Draw one row into `option.rect`."""
    rect = QRect(option.rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, rect, option, face, look)
    left = rect.left() + _PAD
    if face.dot is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(face.dot)
        painter.drawEllipse(QRectF(left, rect.center().y() - 3.5, 8, 8))
        left += 20
    right = rect.right() - _PAD
    if face.chip:
        right = _paint_chip(painter, rect, face.chip, look, _small(option.font)) - 8
    _paint_words(painter, QRect(left, rect.top(), max(0, right - left), rect.height()), face, look, option)
    if face.progress is not None:
        _paint_bar(painter, rect, left, face.progress, look)
    painter.restore()


def _paint_ground(
    painter: QPainter, rect: QRect, option: QStyleOptionViewItem, face: RowFace, look: Look
) -> None:
    state = option.state
    if state & _State.State_Selected:
        painter.fillRect(rect, look.selected)
    elif face.is_open or state & _State.State_MouseOver:
        painter.fillRect(rect, look.hover)
    if face.is_open:
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), look.accent)
    if state & _State.State_HasFocus:
        painter.setPen(QPen(look.focus, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(round(font.pixelSize() * SMALL_PX / FONT_PX))
    return made


def _paint_chip(painter: QPainter, rect: QRect, text: str, look: Look, small: QFont) -> int:
    """Draw the pill at the right end of a row; returns where it begins."""
    right = rect.right() - _PAD
    width = QFontMetrics(small).horizontalAdvance(text) + 16
    half = QFontMetrics(small).height() / 2 + 2.5
    box = QRectF(right - width, rect.center().y() - half + 0.5, width, 2 * half)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.line)
    painter.drawRoundedRect(box, half, half)
    painter.setPen(look.text)
    painter.setFont(small)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return int(box.left())


def _paint_words(
    painter: QPainter, box: QRect, face: RowFace, look: Look, option: QStyleOptionViewItem
) -> None:
    font: QFont = option.font
    small = _small(font)
    lines = ((face.first, font, look.text), (face.second, small, getattr(look, face.second_tone)))
    heights = [QFontMetrics(line_font).height() for _, line_font, _ in lines]
    top = box.top() + (box.height() - sum(heights) - 1 - (4 if face.progress is not None else 0)) // 2
    for (words, line_font, colour), height in zip(lines, heights, strict=True):
        painter.setFont(line_font)
        painter.setPen(colour)
        cut = QFontMetrics(line_font).elidedText(_one_line(words), Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(QRect(box.left(), top, box.width(), height), Qt.AlignmentFlag.AlignVCenter, cut)
        top += height + 1


def _paint_bar(painter: QPainter, rect: QRect, left: int, progress: float, look: Look) -> None:
    box = QRectF(left, rect.bottom() - 5, rect.right() - _PAD - left, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.line)
    painter.drawRoundedRect(box, 1.5, 1.5)
    box.setWidth(box.width() * min(1.0, max(0.0, progress)))
    painter.setBrush(look.accent)
    painter.drawRoundedRect(box, 1.5, 1.5)


def _one_line(words: str) -> str:
    """Names may hold line breaks; a row has room for one line."""
    return words.replace("\r", " ").replace("\n", "⏎ ").replace("\t", " ")
