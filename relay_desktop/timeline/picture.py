"""TimelinePicture: everything the timeline draws, in one place that the view fills and the layers read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from inference.audio_info import AudioInfo
from inference.detections import DetectionTable
from inference.tuning import Retuned
from relay_desktop.audio.detail import DetailReader
from relay_desktop.audio.peaks import PeakPyramid
from relay_desktop.audio.tile_reader import TileReader
from relay_desktop.look import LOOKS, Look, in_lasting_order, type_colour
from relay_desktop.timeline.display import Display
from relay_desktop.timeline.region_index import RegionIndex
from relay_desktop.timeline.ruler import Ruler
from relay_desktop.timeline.view_range import ViewRange, whole_file

# More channels than this are not drawn unless asked for: lanes would be too low to read.
DEFAULT_CHANNELS = 8
# The loudest sample fills the lane but for a little, so that it does not look clipped; silence is not blown up.
_FITTED_HEIGHT = 0.98
_QUIETEST_FITTED = 1e-3


@dataclass(frozen=True)
class ScoreCurve:
    """The model's score of one type over time: seconds ascending and values 0-1 of equal length, the threshold.

    `heard`: its detections in order of time, whose confidences the threshold is about. Raises ValueError where the
    lengths differ.
    """

    times_s: NDArray[np.float64]
    values: NDArray[np.float32]
    threshold: float
    artifact_type: str
    heard: DetectionTable = field(default_factory=DetectionTable.empty)

    def __post_init__(self) -> None:
        if self.times_s.shape != self.values.shape:
            raise ValueError("scores need as many times as values")


@dataclass
class TimelinePicture:
    """The state of one timeline. Only `TimelineView` writes it."""

    look: Look = field(default_factory=lambda: LOOKS["dark"])
    view: ViewRange = field(default_factory=lambda: whole_file(1.0, 1))
    info: AudioInfo | None = None
    pyramid: PeakPyramid | None = None
    clicks: PeakPyramid | None = None  # peaks of the click view
    detail: DetailReader | None = None
    channels: tuple[int, ...] = ()
    tiles: TileReader | None = None  # None while the spectrogram is hidden
    display: Display = field(default_factory=Display)
    amplitude_gain: float = 1.0
    retuned: Retuned | None = None
    raw: DetectionTable | None = None
    index: RegionIndex = field(default_factory=lambda: RegionIndex(DetectionTable.empty()))
    candidates: RegionIndex | None = None
    own_colours: Mapping[str, QColor] = field(default_factory=dict)
    visible_types: frozenset[str] | None = None
    markable_types: tuple[str, ...] = ()  # in the order of their keys
    # What people decided: a `State` per shown row, and stretches that were given a severity.
    judged: NDArray[np.int8] | None = None
    unheard_from_s: float | None = None  # the model is still at what comes then
    severe_s: tuple[tuple[float, float, str], ...] = ()
    selected_row: int | None = None
    hovered_row: int | None = None
    playhead_s: float | None = None
    span_s: tuple[float, float] | None = None
    dragged_bounds_s: tuple[float, float] | None = None  # of the selected row, while the mouse moves one
    heard_s: tuple[float, float] | None = None
    sounding_row: int | None = None
    scores: ScoreCurve | None = None

    @property
    def table(self) -> DetectionTable:
        """The shown detections."""
        return self.index.table

    def let_pass(self, passing: NDArray[np.bool_] | None) -> None:
        """Draw only the shown rows that pass, bool (m,); None: all. What is of another table comes again with it."""
        is_of_this_table = passing is None or len(passing) == len(self.table)
        if is_of_this_table and passing is not self.index.passing:
            self.index = RegionIndex(self.table, passing)

    @property
    def rate_hz(self) -> int:
        """Frames per second of the recording."""
        return self.info.sample_rate_hz if self.info else 1

    @property
    def drawn_pyramid(self) -> PeakPyramid | None:
        """Peaks of what the lanes show: the sound, or its sudden changes."""
        return self.clicks if self.display.shows_clicks else self.pyramid

    @property
    def height_gain(self) -> float:
        """How many times higher than full scale the sound is drawn."""
        if self.display.shows_clicks or not self.display.is_normalised or self.pyramid is None:
            return self.amplitude_gain
        return self.amplitude_gain * _FITTED_HEIGHT / max(self.pyramid.greatest(), _QUIETEST_FITTED)

    @property
    def ruler(self) -> Ruler:
        """The time axis's units for this recording."""
        return Ruler(self.display.time_unit, self.rate_hz)

    def colour(self, artifact_type: str) -> QColor:
        """The colour of a type."""
        return self.own_colours.get(artifact_type) or type_colour(artifact_type, self.look)

    def colours(self) -> list[QColor]:
        """The colour of every type code."""
        return [self.colour(name) for name in self.table.types]

    def is_type_visible(self, artifact_type: str) -> bool:
        """Whether a type's regions are drawn."""
        return self.visible_types is None or artifact_type in self.visible_types

    def visible_codes(self) -> list[int] | None:
        """Type codes that are drawn; None when nothing is hidden."""
        types = self.table.types
        codes = [code for code, name in enumerate(types) if self.is_type_visible(name)]
        return None if len(codes) == len(types) else codes

    def lane_types(self) -> list[str]:
        """Visible types in a lasting order: the known ones as the look lists them, then the others by name."""
        return in_lasting_order((name for name in self.table.types if self.is_type_visible(name)), self.look)

    def member_extents_s(self, row: int) -> list[tuple[float, float]]:
        """Start and end of the raw detections that were joined into a shown row; empty when there is only one."""
        if self.retuned is None or self.raw is None or not self.retuned.is_merged(row):
            return []
        members = self.retuned.members(row)
        starts, ends = self.raw.start_ms[members].tolist(), self.raw.end_ms[members].tolist()
        return [(start / 1000, end / 1000) for start, end in zip(starts, ends, strict=True)]

    def is_by_hand(self, row: int) -> bool:
        """Whether a person made a shown row."""
        return self.retuned is not None and self.retuned.is_by_hand(row)

    def row_extent_s(self, row: int) -> tuple[float, float]:
        """Start and end of a shown row in seconds."""
        return int(self.table.start_ms[row]) / 1000, int(self.table.end_ms[row]) / 1000
