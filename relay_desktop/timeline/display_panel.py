"""The view's options in a small window over the timeline: every change is seen at once, Escape closes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QLabel, QSpinBox, QWidget

from inference.sentences import sentence
from relay_desktop.audio.spectrogram import FFT_SIZES, FrequencyScale
from relay_desktop.timeline.display import AmplitudeScale, Content, Display
from relay_desktop.timeline.picture import DEFAULT_CHANNELS
from relay_desktop.timeline.ruler import TimeUnit
from relay_desktop.timeline.timeline_view import TimelineView
from relay_desktop.translation import said, spoken

_DB_APART = 5
_CHOICES = {
    Content.BOTH: sentence("Waveform and spectrogram"),
    Content.WAVEFORM: sentence("Waveform"),
    Content.SPECTROGRAM: sentence("Spectrogram"),
    FrequencyScale.LINEAR: sentence("Linear"),
    FrequencyScale.LOG: sentence("Logarithmic"),
    FrequencyScale.MEL: sentence("Mel"),
    TimeUnit.CLOCK: sentence("h:m:s"),
    TimeUnit.SECONDS: sentence("Seconds"),
    TimeUnit.SAMPLES: sentence("Samples"),
    TimeUnit.TIMECODE_24: sentence("Timecode 24"),
    TimeUnit.TIMECODE_25: sentence("Timecode 25"),
    TimeUnit.TIMECODE_2997_DROP: sentence("Timecode {rate:.2f} drop", rate=29.97),
    TimeUnit.TIMECODE_30: sentence("Timecode 30"),
}
_WINDOWS = {
    "hann": sentence("Hann"),
    "hamming": sentence("Hamming"),
    "blackman-harris": sentence("Blackman-Harris"),
    "rectangular": sentence("Rectangular"),
}
_COLOURS = {
    "inferno": sentence("Inferno"),
    "viridis": sentence("Viridis"),
    "grey": sentence("Grey"),
    "grey, dark on light": sentence("Grey, dark on light"),
}


class DisplayPanel(QFrame):
    """Reads and writes the `Display` of a timeline, and which of its channels have a lane."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view, Qt.WindowType.Popup)
        self._view = view
        self._is_filling = False
        self.setObjectName("displayPanel")
        self.setAccessibleName(self.tr("View options"))
        self._form = QFormLayout(self)
        self._form.setContentsMargins(14, 12, 14, 12)
        self._form.setSpacing(7)
        self._readers: list[Callable[[Display], None]] = []
        self._add_sound()
        self._add_spectrogram()
        self._add_rest()
        view.display_changed.connect(self._fill)
        self._fill(view.display)

    def show_under(self, place: QPoint) -> None:
        """Opens with its upper right corner at a place of the screen."""
        self._fill_channels()
        self.adjustSize()
        self.move(place.x() - self.width(), place.y())
        self.show()
        self.content.setFocus()

    # The fields -----------------------------------------------------------------------------------

    def _add_sound(self) -> None:
        self.content = self._choice(self.tr("Show"), _named(Content), lambda it: it.content, "content")
        self.channels = QComboBox()
        self.channels.activated.connect(self._take_channels)
        self._row(self.tr("Channels"), self.channels)
        scale = {self.tr("Linear"): AmplitudeScale.LINEAR, self.tr("Decibels"): AmplitudeScale.DECIBEL}
        self._choice(self.tr("Height"), scale, lambda it: it.amplitude_scale, "amplitude_scale")
        self._switch(self.tr("Fit the file's loudest sample"), "is_normalised")
        self._switch(self.tr("Click view"), "shows_clicks")

    def _add_spectrogram(self) -> None:
        self._heading(self.tr("SPECTROGRAM"))
        sizes = {said("{n:,} samples", n=size): size for size in FFT_SIZES}
        self.fft_size = self._choice(
            self.tr("Transform"), sizes, lambda it: it.spectrogram.fft_size, "fft_size", is_transform=True
        )
        windows = {spoken(words): name for name, words in _WINDOWS.items()}
        self._choice(
            self.tr("Window"), windows, lambda it: it.spectrogram.window, "window", is_transform=True
        )
        self._choice(
            self.tr("Frequencies"),
            _named(FrequencyScale),
            lambda it: it.spectrogram.scale,
            "scale",
            is_transform=True,
        )
        colours = {spoken(words): name for name, words in _COLOURS.items()}
        self._choice(self.tr("Colours"), colours, lambda it: it.colours, "colours")
        self.low_db = self._level(self.tr("Darkest at"), "low_db", -120, -20)
        self.high_db = self._level(self.tr("Brightest at"), "high_db", -100, 0)

    def _add_rest(self) -> None:
        self._heading(self.tr("DETECTIONS AND RULER"))
        self._switch(self.tr("Candidates that the rules hide"), "shows_candidates")
        self._switch(self.tr("Score of the model"), "shows_scores")
        self._switch(self.tr("Snap dragged ends"), "is_snapping")
        self._choice(self.tr("Ruler"), _named(TimeUnit), lambda it: it.time_unit, "time_unit")

    def _heading(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("tone", "heading")
        self._form.addRow(label)

    def _row(self, text: str, field: QWidget) -> None:
        field.setAccessibleName(text)
        self._form.addRow(QLabel(text), field)

    def _choice(
        self,
        text: str,
        choices: dict[str, Any],
        read: Callable[[Display], Any],
        name: str,
        *,
        is_transform: bool = False,
    ) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.addItems(list(choices))
        values = list(choices.values())

        def take(place: int) -> None:
            change = {name: values[place]}
            shown = self._view.display
            self._set(shown.with_spectrogram(**change) if is_transform else replace(shown, **change))

        box.currentIndexChanged.connect(take)
        self._readers.append(lambda display: box.setCurrentIndex(values.index(read(display))))
        self._row(text, box)
        return box

    def _switch(self, text: str, name: str) -> None:
        box = QCheckBox(text)
        box.setObjectName(name)
        box.toggled.connect(lambda is_on: self._set(replace(self._view.display, **{name: is_on})))
        self._readers.append(lambda display: box.setChecked(getattr(display, name)))
        self._form.addRow(box)

    def _level(self, text: str, name: str, least: int, most: int) -> QSpinBox:
        field = QSpinBox()
        field.setObjectName(name)
        field.setRange(least, most)
        field.setSingleStep(5)
        field.setSuffix(" dB")
        field.valueChanged.connect(lambda value: self._set(_apart(self._view.display, name, float(value))))
        self._readers.append(lambda display: field.setValue(round(getattr(display, name))))
        self._row(text, field)
        return field

    # Both ways ------------------------------------------------------------------------------------

    def _set(self, display: Display) -> None:
        if not self._is_filling:
            self._view.set_display(display)

    def _fill(self, display: Display) -> None:
        self._is_filling = True
        for read in self._readers:
            read(display)
        self._is_filling = False

    def _fill_channels(self) -> None:
        count, shown = self._view.channel_count, self._view.picture.channels
        self.channels.clear()
        for first, last in _pages(count):
            text = self.tr("{} to {}").format(first + 1, last) if last - first > 1 else str(first + 1)
            self.channels.addItem(text, tuple(range(first, last)))
        if count > DEFAULT_CHANNELS:
            self.channels.addItem(self.tr("All {}").format(count), tuple(range(count)))
        self.channels.setEnabled(self.channels.count() > 1)
        places = (place for place in range(self.channels.count()) if self.channels.itemData(place) == shown)
        self.channels.setCurrentIndex(next(places, 0))

    def _take_channels(self, place: int) -> None:
        self._view.set_channels(tuple(self.channels.itemData(place)))


def _named(kind: type[Enum]) -> dict[str, Any]:
    return {spoken(_CHOICES[member]): member for member in kind}


def _pages(count: int) -> Iterable[tuple[int, int]]:
    return ((at, min(at + DEFAULT_CHANNELS, count)) for at in range(0, count, DEFAULT_CHANNELS))


def _apart(display: Display, name: str, value: float) -> Display:
    """One end of the colours' range moved; the other gives way, so that there is always a range."""
    if name == "low_db":
        return replace(display, low_db=value, high_db=max(display.high_db, value + _DB_APART))
    return replace(display, high_db=value, low_db=min(display.low_db, value - _DB_APART))
