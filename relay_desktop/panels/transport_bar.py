"""The row of tools under the menu: open, run, playback, the time, the device."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from inference.sentences import sentence
from relay_desktop.actions import Actions
from relay_desktop.look import Look, icon, scaled, ui_font
from relay_desktop.panels.heading import Chip, LiveLabel
from relay_desktop.panels.wording import clock_s
from relay_desktop.session.transport import Transport
from relay_desktop.translation import said, spoken

if TYPE_CHECKING:
    from inference.contract import ModelCard

DEVICE_WORDS: Final = {
    "auto": sentence("Best there is"),
    "cpu": sentence("Processor (CPU)"),
    "cuda": sentence("NVIDIA graphics card (CUDA)"),
    "mps": sentence("Apple graphics (MPS)"),
}
_TIME_PX: Final = 20
_NARROWEST_PX: Final = 620


class TimeDisplay(QWidget):
    """Where the playhead is, large, and how long the recording is. It paints itself: sixty changes a second."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._position_s = 0.0
        self._duration_s = 0.0
        self.setObjectName("timeDisplay")
        self.setAccessibleName(self.tr("Playhead"))
        self.setToolTip(self.tr("Where the playhead is, and how long the recording is (hours:minutes:seconds)"))
        self._has_duration = True
        self._make_room()

    @property
    def words(self) -> str:
        """What it shows."""
        return f"{clock_s(self._position_s)} / {clock_s(self._duration_s)}"

    def set_look(self, look: Look) -> None:
        """Paint in another look."""
        self._look = look
        self._make_room()

    def show_duration(self, is_on: bool) -> None:
        """Whether there is room for how long the recording is."""
        if is_on != self._has_duration:
            self._has_duration = is_on
            self._make_room()

    def _make_room(self) -> None:
        """As large as the words are now."""
        self._big, self._small = ui_font(_TIME_PX, QFont.Weight.DemiBold), ui_font(12)
        self._big_width = QFontMetricsF(self._big).horizontalAdvance("00:00:00.000")
        width = self._big_width
        if self._has_duration:
            width += QFontMetricsF(self._small).horizontalAdvance(" / 00:00:00.000")
        self.setFixedSize(QSize(int(width + 10), max(30, int(QFontMetricsF(self._big).height()))))
        self.update()

    def set_position_s(self, seconds: float) -> None:
        """The playhead moved."""
        self._position_s = seconds
        self.update()

    def set_duration_s(self, seconds: float) -> None:
        """Another recording."""
        self._duration_s = seconds
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two times on one baseline."""
        painter = QPainter(self)
        base = self.height() / 2 + QFontMetricsF(self._big).capHeight() / 2
        painter.setFont(self._big)
        painter.setPen(self._look.text)
        painter.drawText(QPointF(0, base), clock_s(self._position_s))
        if self._has_duration:
            painter.setFont(self._small)
            painter.setPen(self._look.faint)
            painter.drawText(QPointF(self._big_width + 6, base), f"/ {clock_s(self._duration_s)}")


class TransportBar(QWidget):
    """Buttons are those of the table of commands, so keys and tooltips agree with the menus."""

    model_chosen = Signal(str)
    device_chosen = Signal(str)

    def __init__(self, actions: Actions, transport: Transport, look: Look) -> None:
        super().__init__()
        self._transport = transport
        self._look = look
        self._actions = actions
        self.setObjectName("transportBar")
        self.setProperty("surface", "row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.open_button = _button(actions["open_files"], said("Open…"), "openButton")
        self.run_button = _button(actions["run"], said("Run detection"), "runButton", kind="primary")
        self.previous_button = _button(actions["previous"], "", "previousButton")
        self.play_button = _button(actions["play"], "", "playButton")
        self.next_button = _button(actions["next"], "", "nextButton")
        self.loop_button = _button(actions["loop"], "", "loopButton")
        self.time = TimeDisplay(look)
        self._here = self._elsewhere = ""
        self.model_words = LiveLabel("", "muted")
        self.device_chip = Chip()
        self.run_menu = QMenu(self)
        self.model_menu = QMenu(said("Model"), self)
        self.device_menu = QMenu(said("Listen with"), self)
        self._devices = QActionGroup(self)
        self._models = QActionGroup(self)
        self._fill_run_menu()
        self._lay_out()
        self._wire()
        self._actions["play"].setEnabled(transport.has_clip)
        self.set_look(look)

    def minimumSizeHint(self) -> QSize:
        """What it needs when everything that can give way has done so; the rest follows in `resizeEvent`."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), scaled(_NARROWEST_PX)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in steps where the window is narrow or the words are large."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All of it; else without the words of the first buttons; else also without the length and the engine."""
        for step in range(3):
            self._give_way(step)
            self._row.invalidate()
            if self._row.minimumSize().width() <= self.width():
                return

    def _give_way(self, step: int) -> None:
        style = Qt.ToolButtonStyle
        words = style.ToolButtonTextBesideIcon if step < 1 else style.ToolButtonIconOnly
        for button in (self.open_button, self.run_button):
            button.setToolButtonStyle(words)
        self.time.show_duration(step < 2)
        self.device_chip.setVisible(bool(self.device_chip.text()) and step < 2)

    def hold_tools(self, tools: QWidget) -> None:
        """Put more tools beside the time."""
        self._row.insertWidget(self._row.indexOf(self.time) + 1, tools)

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self._look = look
        self.time.set_look(look)
        self._fit()
        self.run_button.setIcon(icon("run", look, look.on_accent))
        self._show_playing(self._transport.is_playing)

    def set_models(self, cards: Sequence[ModelCard], chosen_id: str | None) -> None:
        """Offer these models; the chosen one is ticked and named beside the button."""
        self.model_menu.clear()
        for card in cards:
            action = self.model_menu.addAction(f"{card.title or card.id} · {card.version}")
            action.setData(card.id)
            action.setCheckable(True)
            action.setChecked(card.id == chosen_id)
            action.setToolTip(card.description)
            self._models.addAction(action)
        self.model_menu.setEnabled(bool(cards))
        chosen = next((card for card in cards if card.id == chosen_id), None)
        name = (chosen.title or chosen.id) if chosen else said("no model yet")
        self._here = f"{said('This computer')} · {name}"
        self.model_words.setText(self._elsewhere or self._here)

    def show_elsewhere(self, words: str) -> None:
        """The server and the model of the open job; empty when it runs on this computer."""
        self._elsewhere = words
        self.model_words.setText(words or self._here)

    def set_device(self, device: str) -> None:
        """Tick the device new detections run on."""
        for action in self._devices.actions():
            action.setChecked(action.data() == device)

    def set_device_words(self, words: str, tooltip: str = "") -> None:
        """What the chip at the right says: device and speed; nothing hides it."""
        self.device_chip.setText(words)
        self.device_chip.setToolTip(tooltip)
        self.device_chip.setAccessibleName(said("Detection engine: {words}", words=words))
        self._fit()

    def _fill_run_menu(self) -> None:
        for device, words in DEVICE_WORDS.items():
            action = self.device_menu.addAction(spoken(words))
            action.setData(device)
            action.setCheckable(True)
            self._devices.addAction(action)
        self.run_menu.addAction(self._actions["run"])
        self.run_menu.addSeparator()
        self.run_menu.addMenu(self.model_menu)
        self.run_menu.addMenu(self.device_menu)
        self.run_menu.addAction(self._actions["model_card"])
        self.run_button.setMenu(self.run_menu)
        self.run_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(7)
        row.addWidget(self.open_button)
        row.addWidget(self.run_button)
        row.addWidget(self.model_words, 5)
        for button in (self.previous_button, self.play_button, self.next_button, self.loop_button):
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self.time)
        row.addStretch(1)
        row.addWidget(self.device_chip)
        self.device_chip.hide()

    def _wire(self) -> None:
        self._devices.triggered.connect(lambda action: self.device_chosen.emit(action.data()))
        self._models.triggered.connect(lambda action: self.model_chosen.emit(action.data()))
        transport = self._transport
        transport.position_changed.connect(self.time.set_position_s)
        transport.clip_changed.connect(self._on_clip)
        transport.playing_changed.connect(self._show_playing)
        transport.loop_changed.connect(self._actions["loop"].setChecked)

    def _on_clip(self, clip: object) -> None:
        self.time.set_duration_s(self._transport.duration_s)
        self.time.set_position_s(self._transport.position_s)
        self._actions["play"].setEnabled(clip is not None)

    def _show_playing(self, is_playing: bool) -> None:
        self._actions["play"].setIcon(icon("pause" if is_playing else "play", self._look))
        self.play_button.setAccessibleName(said("Pause") if is_playing else said("Play"))


def _button(action: QAction, text: str, name: str, kind: str = "") -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setObjectName(name)
    button.setAccessibleName(action.text().rstrip("…"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(QSize(16, 16))
    if text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        action.setIconText(text)
    if kind:
        button.setProperty("kind", kind)
    return button
