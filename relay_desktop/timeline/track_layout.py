"""Where the tracks lie: ruler, waveform, spectrogram, one lane per type, score curve, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from relay_desktop.timeline.display import Content
from relay_desktop.timeline.time_axis import AXIS_HEIGHT

HEADER_HEIGHT = 20.0
_LANE_HEIGHT = 20.0
_LOWEST_LANE = 9.0
_SCORE_HEIGHT = 58.0
_LANES_SHARE = 0.42
_SPECTROGRAM_SHARES = {Content.WAVEFORM: 0.0, Content.BOTH: 0.42, Content.SPECTROGRAM: 1.0}
_LOWEST_WAVEFORM = 48.0


@dataclass(frozen=True)
class TrackLayout:
    """Rectangles in widget pixels; absent tracks are empty rectangles."""

    axis: QRectF
    waveform: QRectF
    spectrogram: QRectF
    header: QRectF
    lanes: tuple[tuple[str, QRectF], ...]
    score: QRectF

    @property
    def audio(self) -> QRectF:
        """Waveform and spectrogram together: where regions lie over sound."""
        return self.waveform.united(self.spectrogram) if not self.spectrogram.isEmpty() else self.waveform

    def lane_at(self, point: QPointF) -> str | None:
        """The type whose lane is under a point."""
        return next((name for name, rect in self.lanes if rect.contains(point)), None)

    def lane_rect(self, artifact_type: str) -> QRectF | None:
        """The lane of a type."""
        return next((rect for name, rect in self.lanes if name == artifact_type), None)


def lay_out(
    width: float, height: float, types: list[str], *, has_score: bool, content: Content = Content.WAVEFORM
) -> TrackLayout:
    """Divides the widget: lanes take what they need up to 42 %, sound gets the rest."""
    axis = QRectF(0, 0, width, AXIS_HEIGHT)
    left = max(0.0, height - AXIS_HEIGHT)
    score_height = min(_SCORE_HEIGHT, left * 0.15) if has_score else 0.0
    header, lane = _lane_heights(left - score_height, len(types))
    lanes_height = header + lane * len(types)
    audio_height = max(0.0, left - score_height - lanes_height)
    spectrogram_height = round(audio_height * _SPECTROGRAM_SHARES[content])
    waveform = QRectF(0, AXIS_HEIGHT, width, audio_height - spectrogram_height)
    spectrogram = QRectF(0, waveform.bottom(), width, spectrogram_height)
    header_rect = QRectF(0, spectrogram.bottom(), width, header)
    lanes = tuple(
        (name, QRectF(0, header_rect.bottom() + place * lane, width, lane))
        for place, name in enumerate(types)
    )
    score = QRectF(0, height - score_height, width, score_height)
    return TrackLayout(axis, waveform, spectrogram, header_rect, lanes, score)


def _lane_heights(available: float, lanes: int) -> tuple[float, float]:
    """Height of the header over the lanes and of one lane; whole pixels."""
    if lanes == 0:
        return 0.0, 0.0
    share = max(0.0, min(available * _LANES_SHARE, available - _LOWEST_WAVEFORM))
    header = HEADER_HEIGHT if share >= HEADER_HEIGHT + lanes * _LOWEST_LANE else 0.0
    lane = min(_LANE_HEIGHT, (share - header) // lanes)
    return header, max(1.0, lane)
