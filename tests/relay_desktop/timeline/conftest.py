"""A timeline on a real recording with real peaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning import Retuned, retune
from inference.tuning_config import TuningConfig
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.peak_builder import build_peaks
from relay_desktop.look import LOOKS
from relay_desktop.timeline.display import Content
from relay_desktop.timeline.timeline_view import TimelineView

DURATION_S = 20.0
RATE_HZ = 8_000
RAW = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)

MakeTimeline = Callable[..., TimelineView]

# The regions of most tests: type, start, end, confidence.
ROWS = [
    ("hum", 0, 20_000, 0.55),
    ("click", 2_000, 2_001, 0.91),
    ("dropout", 5_000, 5_400, 0.80),
    ("click", 5_200, 5_201, 0.40),
    ("noise_burst", 12_000, 12_900, 0.70),
]


def retuned(rows: list[tuple[str, int, int, float]]) -> Retuned:
    """Shown as they are."""
    names, start, end, confidence = zip(*rows, strict=True) if rows else ((), (), (), ())
    return retune(DetectionTable.from_columns(names, start, end, confidence), RAW)


def row_of(view: TimelineView, artifact_type: str, start_ms: int) -> int:
    """The shown row of a type that starts then."""
    table = view.picture.table
    found = [
        row
        for row in range(len(table))
        if table.artifact_type(row) == artifact_type and int(table.start_ms[row]) == start_ms
    ]
    return found[0]


def wheel(
    widget: QWidget,
    x: float,
    y: float,
    notches: float,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    sideways: bool = False,
) -> None:
    """Turns the wheel over a widget."""
    at = QPointF(x, y)
    delta = QPointF(notches * 120, 0) if sideways else QPointF(0, notches * 120)
    event = QWheelEvent(
        at, widget.mapToGlobal(at), delta.toPoint() * 0, delta.toPoint(), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Twenty seconds of quiet stereo noise with one loud sample at 10 s in the left channel."""
    samples = np.random.default_rng(0).standard_normal((int(DURATION_S * RATE_HZ), 2)) * 0.05
    samples[int(10 * RATE_HZ), 0] = 0.9
    soundfile.write(tmp_path / "a.wav", samples, RATE_HZ, subtype="PCM_16")
    return tmp_path / "a.wav"


@pytest.fixture
def timeline(qtbot: QtBot, recording: Path) -> Iterator[TimelineView]:
    """Shown at 1000 x 500 with the recording, its peaks and ROWS, without the spectrogram."""
    view = TimelineView(LOOKS["dark"])
    view.change_display(content=Content.WAVEFORM)
    qtbot.addWidget(view)
    view.resize(1000, 500)
    view.show()
    with AudioClip(recording) as clip:
        view.set_clip(clip)
        # 160 samples a pixel: painted from the peaks first, then again from the samples once they have been read.
        with qtbot.waitSignal(view.samples_arrived):
            view.set_peaks(build_peaks(recording))
        view.set_detections(retuned(ROWS))
        yield view
        view.set_clip(None)
    view.hide()
