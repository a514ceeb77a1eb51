"""The meters: two calm bars with peak, RMS, the held true peak and a light for what clipped."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from relay_desktop.look import Look, scaled, ui_font
from relay_desktop.session.level_watch import Levels, LevelWatch
from relay_desktop.translation import number, said

FLOOR_DB: Final = -60.0
# From here on a bar has the colour of a warning.
_HOT_DB: Final = -6.0
_BARS_PX: Final = 72
_LIGHT_PX: Final = 5
_NUMBER_PX: Final = 30


class LevelStrip(QWidget):
    """Paints itself: thirty changes a second and no layout. A click takes the held peaks back."""

    def __init__(self, watch: LevelWatch, look: Look) -> None:
        super().__init__()
        self._watch = watch
        self._look = look
        self._font, self._small = ui_font(11), ui_font(9)
        self._underruns = 0
        self.setObjectName("levelStrip")
        self.setAccessibleName(self.tr("Level meters"))
        self._make_room()
        self._tell()
        watch.changed.connect(self._on_levels)

    def set_look(self, look: Look) -> None:
        """Paint in another look."""
        self._look, self._font, self._small = look, ui_font(11), ui_font(9)
        self._make_room()
        self.update()

    def _make_room(self) -> None:
        self.setFixedSize(QSize(_BARS_PX + _LIGHT_PX + scaled(_NUMBER_PX) + 10, 30))

    def _on_levels(self, levels: Levels) -> None:
        self._underruns = self._watch.underruns
        self._tell()
        self.update()

    def _tell(self) -> None:
        levels = self._watch.levels
        held = max(levels.true_peak_db, default=FLOOR_DB)
        words = self.tr("Peak and RMS of what is heard. Click to take back the held peak and the clip lights.")
        if levels.true_peak_db and held > FLOOR_DB:
            words += "\n" + said("True peak: {level:.1f} dBTP", level=held)
        if self._underruns:
            interrupted = self.tr(
                "The sound was interrupted {count} times: this computer was too busy. "
                "A longer buffer (Settings, Sound) helps."
            )
            words += "\n" + interrupted.format(count=self._underruns)
        self.setToolTip(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take back what is held."""
        self._watch.reset()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One bar over the other, the light behind each, the number at the right."""
        painter = QPainter(self)
        levels = self._watch.levels
        count = max(1, len(levels.peak_db))
        height = 16 / count
        for place in range(count):
            top = 7 + place * height
            self._paint_bar(painter, QRectF(0, top, _BARS_PX, height - 2), levels, place)
        self._paint_number(painter, levels)

    def _paint_bar(self, painter: QPainter, area: QRectF, levels: Levels, place: int) -> None:
        look = self._look
        painter.fillRect(area, look.raised)
        light = QRectF(area.right() + 2, area.top(), _LIGHT_PX, area.height())
        has_levels = place < len(levels.peak_db)
        painter.fillRect(light, look.danger if has_levels and levels.has_clipped[place] else look.raised)
        if not has_levels:
            return
        peak, rms = levels.peak_db[place], levels.rms_db[place]
        colour = look.warning if peak > _HOT_DB else look.accent
        painter.setOpacity(0.45)
        painter.fillRect(QRectF(area.left(), area.top(), _width(peak), area.height()), colour)
        painter.setOpacity(1.0)
        painter.fillRect(QRectF(area.left(), area.top(), _width(rms), area.height()), colour)
        held = _width(levels.true_peak_db[place])
        if held > 0:
            painter.fillRect(QRectF(min(held, _BARS_PX - 1), area.top(), 1, area.height()), look.text)

    def _paint_number(self, painter: QPainter, levels: Levels) -> None:
        """The held true peak, and under it how often the sound was interrupted."""
        area = QRectF(_BARS_PX + _LIGHT_PX + 4, 0, scaled(_NUMBER_PX) + 6, self.height())
        held = max(levels.true_peak_db, default=FLOOR_DB)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self._underruns:
            area.setHeight(self.height() / 2)
            painter.setFont(self._small)
            painter.setPen(self._look.warning)
            gaps = self.tr("{count} gap") if self._underruns == 1 else self.tr("{count} gaps")
            painter.drawText(area.translated(0, area.height()), side, gaps.format(count=self._underruns))
        if held > FLOOR_DB:
            is_over = held > 0 or any(levels.has_clipped)
            painter.setFont(self._font)
            painter.setPen(self._look.danger if is_over else self._look.muted)
            painter.drawText(area, side, number(held, ".1f"))


def _width(level_db: float) -> float:
    """Pixels of a bar."""
    return max(0.0, min(1.0, (level_db - FLOOR_DB) / -FLOOR_DB)) * _BARS_PX
