"""Help for the ear: gain, channels, a band of frequencies, and what a detection is compared with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QSpinBox,
    QWidget,
)

from relay_desktop.actions import Actions
from relay_desktop.panels.decimal_box import DecimalBox
from relay_desktop.panels.heading import toned
from relay_desktop.panels.pop_up import PopUp
from relay_desktop.session.ear import GAIN_RANGE_DB, Band, Channels, Ear
from relay_desktop.session.other_file import OtherFile
from relay_desktop.translation import said

_HIGHEST_HZ = 96_000
_STEPS_PER_DB = 2


class EarPanel(PopUp):
    """Opens under the button that says how things are heard."""

    other_file_wanted = Signal()

    def __init__(self, owner: QWidget, ear: Ear, other_file: OtherFile, actions: Actions) -> None:
        super().__init__(owner, said("For the ear only"))
        self._ear = ear
        self._other_file = other_file
        self._actions = actions
        self.gain = QSlider(Qt.Orientation.Horizontal)
        self.gain_box = DecimalBox()
        self.channels = QComboBox()
        self.band = QCheckBox(self.tr("Only from"))
        self.low, self.high = _hertz_box(20), _hertz_box(4000)
        self.other = QPushButton(self.tr("Choose a file…"))
        self.reset = QPushButton(self.tr("Hear it as it is"))
        self._dress()
        self._lay_out()
        self._wire()
        self.refresh()

    def _dress(self) -> None:
        low, high = GAIN_RANGE_DB
        self.gain.setRange(round(low * _STEPS_PER_DB), round(high * _STEPS_PER_DB))
        self.gain.setMinimumWidth(150)
        self.gain_box.setRange(low, high)
        self.gain_box.setDecimals(1)
        self.gain_box.setSuffix(" dB")
        self.gain.setAccessibleName(self.tr("Gain"))
        self.gain_box.setAccessibleName(self.tr("Gain, exact value"))
        help = self.tr("Louder for the ear; a soft limiter keeps it below full scale. The file stays as it is.")
        self.gain.setToolTip(help)
        self.gain_box.setToolTip(help)
        self.channels.setAccessibleName(self.tr("Channels"))
        self.band.setAccessibleName(self.tr("Only a band of frequencies"))
        self.low.setAccessibleName(self.tr("Lowest frequency"))
        self.high.setAccessibleName(self.tr("Highest frequency"))
        self.other.setToolTip(self.tr("Another file or version; it is heard at the same times as the one on the desk."))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(6)
        form.addRow(self.tr("Gain"), _row(self.gain, self.gain_box))
        form.addRow(self.tr("Channels"), self.channels)
        form.addRow(self.band, _row(self.low, toned(self.tr("to"), "muted"), self.high))
        self.column.addLayout(form)
        self.column.addSpacing(6)
        self.column.addWidget(toned(self.tr("Compare").upper(), "heading"))
        self.switches = {name: self._switch(name) for name in ("bridged", "neighbour", "other_file")}
        self.column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(6)
        self.column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)

    def _switch(self, command_id: str) -> QCheckBox:
        action = self._actions[command_id]
        switch = QCheckBox(action.text())
        switch.setToolTip(action.toolTip())
        switch.clicked.connect(action.setChecked)
        action.toggled.connect(switch.setChecked)
        self.column.addWidget(switch)
        return switch

    def _wire(self) -> None:
        ear = self._ear
        self.gain.valueChanged.connect(lambda steps: ear.set(gain_db=steps / _STEPS_PER_DB))
        self.gain_box.valueChanged.connect(lambda level: ear.set(gain_db=level))
        self.channels.activated.connect(lambda place: ear.choose_channels(*self.channels.itemData(place)))
        for edge in (self.low, self.high):
            edge.valueChanged.connect(lambda _hertz: self._set_band())
        self.band.clicked.connect(lambda _is_on: self._set_band())
        self.other.clicked.connect(self.other_file_wanted)
        self.reset.clicked.connect(ear.reset)
        ear.changed.connect(self.refresh)
        self._other_file.changed.connect(self._show_other)

    def _set_band(self) -> None:
        low, high = self.low.value(), self.high.value()
        is_on = self.band.isChecked() and high > low
        self._ear.set(band=Band(float(low), float(high)) if is_on else None)

    def refresh(self) -> None:
        """Show what is in force."""
        listening = self._ear.listening
        _put(self.gain, round(listening.gain_db * _STEPS_PER_DB))
        _put(self.gain_box, listening.gain_db)
        self.channels.clear()
        for choice in self._ear.choices():
            self.channels.addItem(channel_choice_words(*choice, self._ear.channels), choice)
            if choice == (listening.channels, listening.solo):
                self.channels.setCurrentIndex(self.channels.count() - 1)
        if listening.band is not None:
            _put(self.low, round(listening.band.low_hz))
            _put(self.high, round(listening.band.high_hz or _HIGHEST_HZ))
            self.band.setChecked(True)
        elif self.high.value() > self.low.value():
            self.band.setChecked(False)
        self.reset.setEnabled(not self._ear.is_plain)
        self._show_other()

    def _show_other(self) -> None:
        name = self._other_file.name
        action = self._actions["other_file"]
        words = self.tr("Another file") if name is None else self.tr("Another file: {name}").format(name=name)
        self.switches["other_file"].setText(words)
        self.switches["other_file"].setEnabled(name is not None)
        action.setEnabled(name is not None)
        action.setChecked(self._other_file.is_heard)


def channel_choice_words(channels: Channels, solo: int | None, count: int) -> str:
    """A choice of channels as a person reads it."""
    if solo is not None:
        sides = (said("Left alone"), said("Right alone")) if count == 2 else ()
        return sides[solo] if solo < len(sides) else said("Channel {number} alone", number=solo + 1)
    return {
        Channels.ALL: said("As they are"),
        Channels.MONO: said("Mono"),
        Channels.MID: said("Mid (left + right)"),
        Channels.SIDE: said("Side (left − right)"),
    }[channels]


def _hertz_box(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, _HIGHEST_HZ)
    box.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
    box.setSuffix(" Hz")
    box.setValue(value)
    return box


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    return holder


def _put(control: QSlider | QSpinBox | QDoubleSpinBox, value: float) -> None:
    """Show a number without telling anybody."""
    control.blockSignals(True)
    if isinstance(control, QDoubleSpinBox):
        control.setValue(value)
    else:
        control.setValue(round(value))
    control.blockSignals(False)
