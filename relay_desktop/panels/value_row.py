"""One tuning value: its name, a spin box for the exact number, a slider for the hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from relay_desktop.look import scaled
from relay_desktop.panels.decimal_box import DecimalBox
from relay_desktop.panels.heading import toned
from relay_desktop.panels.scales import POSITIONS, Scale
from relay_desktop.translation import number, said

HATCH = Qt.BrushStyle.BDiagPattern
_PAUSE_MS = 400  # a turn of the wheel ends when it rests this long

_KEY_STEPS = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10,
}  # fmt: skip


class ValueSlider(QSlider):
    """A slider over a `Scale`. `moved(value, is_final)`: is_final ends a drag, a held key, a turn of the wheel."""

    moved = Signal(float, bool)
    reset_requested = Signal()

    def __init__(self, scale: Scale) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._scale = scale
        self._value = 0.0
        self._floor = 0.0
        self._is_open = False  # a gesture was begun and not ended
        self.setRange(0, POSITIONS)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE_MS)
        self._rest.timeout.connect(self._end)

    @property
    def shown_value(self) -> float:
        """The value it stands at, exact also where a position is not."""
        return self._value

    def show_value(self, value: float) -> None:
        """Stand at a value without telling anybody."""
        self._value = value
        self.setSliderPosition(self._scale.position(value))

    def show_floor(self, value: float) -> None:
        """Hatch the way below a value: the job has nothing there that could be shown."""
        if value != self._floor:
            self._floor = value
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slider, with the hatched part of its way."""
        super().paintEvent(event)
        if self._floor <= 0:
            return
        painter = QPainter(self)
        groove, left, right = self._way()
        end = QStyle.sliderPositionFromValue(0, POSITIONS, self._scale.position(self._floor), right - left)
        middle = groove.center().y()
        area = QRectF(left, middle + 5, max(4, end), 5)
        painter.fillRect(area, QBrush(self.palette().color(QPalette.ColorRole.PlaceholderText), HATCH))

    def _way(self) -> tuple[QRect, int, int]:
        """The groove, and where the middle of the handle can be, px."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, slider = self.style(), QStyle.ComplexControl.CC_Slider
        groove = style.subControlRect(slider, option, QStyle.SubControl.SC_SliderGroove, self)
        half = style.subControlRect(slider, option, QStyle.SubControl.SC_SliderHandle, self).width() // 2
        return groove, groove.left() + half, groove.right() - half

    def _go(self, value: float) -> None:
        if value == self._value:
            return
        self._is_open = True
        self.show_value(value)
        self.moved.emit(value, False)

    def _end(self) -> None:
        self._rest.stop()
        if self._is_open:
            self._is_open = False
            self.moved.emit(self._value, True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The handle comes to where the button went down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(self._value_at(event.position().x()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self.isSliderDown():
            self._go(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self._end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the default."""
        self.setSliderDown(False)
        self._end()
        self.reset_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, Page keys leap, Home and End go to the ends."""
        key = Qt.Key(event.key())
        if key in _KEY_STEPS:
            self._go(self._scale.stepped(self._value, _KEY_STEPS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(0.0 if key == Qt.Key.Key_Home else self._scale.maximum)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A held key ends its gesture when it is let go."""
        if not event.isAutoRepeat():
            self._end()
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step; only while the slider has the keyboard, so that scrolling a panel changes nothing by accident."""
        steps = event.angleDelta().y() // 120
        if not self.hasFocus() or not steps:
            event.ignore()
            return
        self._go(self._scale.stepped(self._value, steps))
        self._rest.start()
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends what was begun."""
        self._end()
        super().focusOutEvent(event)

    def _value_at(self, x: float) -> float:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, slider = self.style(), QStyle.ComplexControl.CC_Slider
        groove = style.subControlRect(slider, option, QStyle.SubControl.SC_SliderGroove, self)
        handle = style.subControlRect(slider, option, QStyle.SubControl.SC_SliderHandle, self)
        way = groove.width() - handle.width()
        place = round(x - groove.x() - handle.width() / 2)
        return self._scale.value(QStyle.sliderValueFromPosition(0, POSITIONS, place, max(1, way)))


class ConfidenceBox(DecimalBox):
    """0.00 to 1.00; a third figure appears only where the value has one."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0.0, 1.0)
        self.setDecimals(3)
        self.setSingleStep(0.01)

    def textFromValue(self, value: float) -> str:
        """Two figures, or three where the value has them."""
        text = number(value, ".3f")
        return text[:-1] if text.endswith("0") else text


def _milliseconds_box(maximum: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, maximum)
    box.setSuffix(" ms")
    box.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
    return box


def _put(box: QSpinBox | QDoubleSpinBox, value: float) -> None:
    """Show a number without telling anybody."""
    box.blockSignals(True)
    if isinstance(box, QSpinBox):
        box.setValue(round(value))
    else:
        box.setValue(value)
    box.blockSignals(False)


class ValueRow(QWidget):
    """Name, spin box, slider. `changed(value, is_final)` comes from either, `reset_requested` from a double click.

    `is_own` marks a value that belongs to one type alone; `follow_requested` asks to drop it.
    """

    changed = Signal(float, bool)
    reset_requested = Signal()
    follow_requested = Signal()

    def __init__(self, name: str, scale: Scale, *, is_ms: bool, object_name: str, help: str) -> None:
        super().__init__()
        self.name = name
        self._help = help
        self.slider = ValueSlider(scale)
        self.box: QSpinBox | QDoubleSpinBox = (
            _milliseconds_box(int(scale.maximum)) if is_ms else ConfidenceBox()
        )
        self.label = toned(name, "")
        self.own_mark = QToolButton()
        self._dress(object_name, help)
        self._lay_out()
        self.slider.moved.connect(self._on_slider)
        self.slider.reset_requested.connect(self.reset_requested)
        self.box.valueChanged.connect(self._on_box)
        self.own_mark.clicked.connect(self.follow_requested)
        self.label.installEventFilter(self)

    def show_value(self, value: float, *, is_own: bool) -> None:
        """Stand at a value without telling anybody."""
        if self.slider.shown_value != value or not self.slider.isSliderDown():
            self.slider.show_value(value)
        if self.box.value() != value:
            _put(self.box, value)
        self.own_mark.setVisible(is_own)

    def show_floor(self, value: float) -> None:
        """The job has nothing below this value: hatch it, and say so."""
        self.slider.show_floor(value)
        words = (
            said(
                "The job was made with {value:g}: below it (hatched) nothing can be shown that it left out.",
                value=value,
            )
            if value > 0
            else ""
        )
        self.slider.setToolTip("\n".join(part for part in (self._help, words) if part))

    def set_room(self) -> None:
        """The field is as large as its words need."""
        self.box.setFixedSize(scaled(76), max(22, scaled(20)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on the name resets as well."""
        if watched is self.label and event.type() == QEvent.Type.MouseButtonDblClick:
            self.reset_requested.emit()
            return True
        return super().eventFilter(watched, event)

    def _dress(self, object_name: str, help: str) -> None:
        self.slider.setObjectName(object_name)
        self.slider.setAccessibleName(self.name)
        self.slider.setAccessibleDescription(help)
        self.box.setObjectName(f"{object_name}Box")
        self.box.setAccessibleName(said("{what}, exact value", what=self.name))
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_room()
        self.box.setKeyboardTracking(False)
        for widget in (self.slider, self.box, self.label):
            widget.setToolTip(help)
        self.own_mark.setText(self.tr("own ×"))
        self.own_mark.setProperty("kind", "own")
        self.own_mark.setAccessibleName(said("{what}: drop the own value", what=self.name))
        self.own_mark.setToolTip(
            self.tr("This type has its own value. Click to follow the common one again.")
        )
        self.own_mark.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.own_mark.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.label)
        top.addWidget(self.own_mark)
        top.addStretch(1)
        top.addWidget(self.box)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 0, 14, 0)
        grid.setVerticalSpacing(0)
        grid.addLayout(top, 0, 0)
        grid.addWidget(self.slider, 1, 0)

    def _on_slider(self, value: float, is_final: bool) -> None:
        _put(self.box, value)
        self.changed.emit(value, is_final)

    def _on_box(self, value: float) -> None:
        self.slider.show_value(value)
        self.changed.emit(float(value), True)
