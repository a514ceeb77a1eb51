"""The selected stretch in numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.peak_builder import build_peaks
from relay_desktop.look import LOOKS
from relay_desktop.timeline.span_text import describe_span, dominant_frequency_hz, measure_span
from relay_desktop.timeline.timeline_view import TimelineView


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    """Forty seconds of 440 Hz at half of full scale, 8 kHz."""
    times = np.arange(40 * 8_000) / 8_000
    soundfile.write(tmp_path / "tone.wav", 0.5 * np.sin(2 * np.pi * 440 * times), 8_000, subtype="PCM_16")
    return tmp_path / "tone.wav"


def test_a_short_stretch_is_measured_by_its_samples(qtbot: QtBot, tone: Path) -> None:
    view = TimelineView(LOOKS["dark"])
    qtbot.addWidget(view)
    with AudioClip(tone) as clip:
        view.set_clip(clip)
        view.set_span(1.0, 1.5)
        detail = view.picture.detail
        assert detail is not None
        qtbot.waitUntil(lambda: detail.samples(8_000, 12_000) is not None)
        measured = measure_span(view.picture, 1.0, 1.5)
        assert measured is not None
        assert measured.peak == pytest.approx(0.5, abs=1e-3)
        assert measured.rms == pytest.approx(0.5 / np.sqrt(2), abs=1e-3)
        assert measured.frequency_hz == pytest.approx(440, abs=0.5)
        assert describe_span(view.picture) == "500 ms  ·  4,000 samples  ·  peak −6.0 dB  ·  RMS −9.0 dB  ·  440 Hz"
        view.set_clip(None)
        assert describe_span(view.picture) == ""


def test_a_long_stretch_is_measured_by_its_peaks(qtbot: QtBot, tone: Path) -> None:
    view = TimelineView(LOOKS["dark"])
    qtbot.addWidget(view)
    with AudioClip(tone) as clip:
        view.set_clip(clip)
        assert measure_span(view.picture, 0.0, 39.0) is None
        view.set_peaks(build_peaks(tone))
        measured = measure_span(view.picture, 0.0, 39.0)
        assert measured is not None
        assert measured.peak == pytest.approx(0.5, abs=1e-3)
        assert measured.rms == pytest.approx(0.5 / np.sqrt(2), abs=2e-3)
        assert measured.frequency_hz is None
        view.set_clip(None)


def test_silence_has_no_frequency() -> None:
    assert dominant_frequency_hz(np.zeros((1000, 2), dtype=np.float32), 8_000) is None
    assert dominant_frequency_hz(np.ones((10, 1), dtype=np.float32), 8_000) is None
