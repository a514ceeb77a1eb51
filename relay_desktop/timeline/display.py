"""Display: how the timeline shows a recording, as a person chose it; kept from one start to the next."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any

from relay_desktop.audio.spectrogram import FrequencyScale, SpectrogramSettings
from relay_desktop.timeline.colour_maps import COLOUR_MAPS
from relay_desktop.timeline.ruler import TimeUnit


class Content(Enum):
    """What lies between the ruler and the lanes."""

    BOTH = "waveform and spectrogram"
    WAVEFORM = "waveform"
    SPECTROGRAM = "spectrogram"


class AmplitudeScale(Enum):
    """How a sample's value becomes a height."""

    LINEAR = "linear"
    DECIBEL = "decibel"


@dataclass(frozen=True)
class Display:
    """Switches and values of the view; nothing here changes what is heard, detected or exported.

    `is_normalised`: the loudest sample of the file fills the lane. `shows_clicks`: sudden changes against their
    surroundings are drawn in place of the waveform. `low_db`, `high_db`: ends of the spectrogram's colours.
    """

    content: Content = Content.BOTH
    amplitude_scale: AmplitudeScale = AmplitudeScale.LINEAR
    is_normalised: bool = False
    shows_clicks: bool = False
    shows_candidates: bool = False
    shows_scores: bool = True
    is_snapping: bool = True
    time_unit: TimeUnit = TimeUnit.CLOCK
    spectrogram: SpectrogramSettings = field(default_factory=SpectrogramSettings)
    colours: str = "inferno"
    low_db: float = -95.0
    high_db: float = -15.0

    @property
    def has_waveform(self) -> bool:
        """Whether the waveform (or the click view) is drawn."""
        return self.content is not Content.SPECTROGRAM

    @property
    def has_spectrogram(self) -> bool:
        """Whether the spectrogram is drawn."""
        return self.content is not Content.WAVEFORM

    def with_spectrogram(self, **changes: Any) -> Display:
        """Another transform, window or frequency scale. Raises ValueError for what cannot be computed."""
        return replace(self, spectrogram=replace(self.spectrogram, **changes))

    def to_text(self) -> str:
        """As one line for the settings file."""
        values = {one.name: _plain(getattr(self, one.name)) for one in fields(self)}
        return json.dumps(values)

    @classmethod
    def from_text(cls, text: str) -> Display:
        """What `to_text` gave; what is missing or makes no sense (an older or newer program) has its default."""
        try:
            told = json.loads(text) if text else {}
        except ValueError:
            return cls()
        made = cls()
        for name, value in told.items() if isinstance(told, dict) else ():
            made = _with(made, name, value)
        return made


def _plain(value: Any) -> Any:
    if isinstance(value, SpectrogramSettings):
        return {"fft_size": value.fft_size, "window": value.window, "scale": value.scale.value}
    return value.value if isinstance(value, Enum) else value


def _with(display: Display, name: str, value: Any) -> Display:
    known: Any = getattr(display, name, None)
    change: dict[str, Any] = {name: value}
    try:
        if isinstance(known, SpectrogramSettings):
            scale = FrequencyScale(value["scale"])
            return replace(
                display, spectrogram=SpectrogramSettings(value["fft_size"], value["window"], scale)
            )
        if isinstance(known, Enum):
            change = {name: type(known)(value)}
            return replace(display, **change)
        if type(value) is not type(known) or (name == "colours" and value not in COLOUR_MAPS):
            return display
        return replace(display, **change)
    except (ValueError, TypeError, KeyError):
        return display
