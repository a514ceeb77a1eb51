"""How the timeline shows a recording: kept as text, changed in the small window of options, painted at once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.peak_builder import build_peaks
from relay_desktop.audio.spectrogram import FFT_SIZES, WINDOWS, FrequencyScale, SpectrogramSettings
from relay_desktop.look import LOOKS
from relay_desktop.timeline.colour_maps import COLOUR_MAPS
from relay_desktop.timeline.display import AmplitudeScale, Content, Display
from relay_desktop.timeline.display_panel import DisplayPanel
from relay_desktop.timeline.ruler import TimeUnit
from relay_desktop.timeline.timeline_view import TimelineView
from relay_desktop.timeline.tracks import Tracks

displays = st.builds(
    Display,
    content=st.sampled_from(Content),
    amplitude_scale=st.sampled_from(AmplitudeScale),
    is_normalised=st.booleans(),
    shows_clicks=st.booleans(),
    time_unit=st.sampled_from(TimeUnit),
    spectrogram=st.builds(
        SpectrogramSettings,
        fft_size=st.sampled_from(FFT_SIZES),
        window=st.sampled_from(WINDOWS),
        scale=st.sampled_from(FrequencyScale),
    ),
    colours=st.sampled_from(COLOUR_MAPS),
    low_db=st.sampled_from([-120.0, -80.0]),
)


@given(displays)
def test_it_survives_the_settings_file(display: Display) -> None:
    assert Display.from_text(display.to_text()) == display


@pytest.mark.parametrize(
    "text",
    ["", "no json", "[1]", '{"content": "sideways"}', '{"colours": "rainbow"}', '{"spectrogram": {"fft_size": 7}}',
     '{"low_db": "deep"}', '{"from_tomorrow": 1}', '{"is_normalised": 1}'],
)  # fmt: skip
def test_what_makes_no_sense_has_its_default(text: str) -> None:
    assert Display.from_text(text) == Display()


def _pixels(view: TimelineView) -> np.ndarray:
    tracks = view.findChild(Tracks)
    assert tracks is not None
    image = tracks.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


def test_the_options_show_and_change_the_display(timeline: TimelineView, qtbot: QtBot) -> None:
    panel = DisplayPanel(timeline)
    panel.show_under(QPoint(800, 100))
    assert panel.content.currentText() == "Waveform"
    panel.content.setCurrentIndex(2)
    assert timeline.display.content is Content.SPECTROGRAM
    panel.fft_size.setCurrentText("4,096 samples")
    assert timeline.display.spectrogram.fft_size == 4096
    panel.high_db.setValue(-100)
    assert (timeline.display.low_db, timeline.display.high_db) == (-105.0, -100.0)
    timeline.change_display(content=Content.WAVEFORM, is_normalised=True)
    box = panel.findChild(QCheckBox, "is_normalised")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    assert panel.content.currentIndex() == 1
    for field in (*panel.findChildren(QComboBox), *panel.findChildren(QSpinBox)):
        assert field.accessibleName()
    panel.close()


def test_the_loudest_sample_fills_the_lane_when_fitted(timeline: TimelineView) -> None:
    """The recording's loudest sample is 0.9; a quieter one shows what fitting does."""
    assert timeline.picture.height_gain == 1.0
    timeline.change_display(is_normalised=True)
    assert timeline.picture.height_gain * 0.9 == pytest.approx(0.98, abs=0.001)


def test_the_click_view_draws_its_own_peaks(timeline: TimelineView, recording: Path) -> None:
    timeline.set_detections(None)
    timeline.set_playhead(19.0)
    timeline.change_display(shows_clicks=True)
    empty = _pixels(timeline)
    timeline.set_click_peaks(build_peaks(recording, of_clicks=True))
    inked = (_pixels(timeline) != empty).sum(axis=0)
    assert abs(int(inked[:900].argmax()) - 500) <= 1  # the sample at 10 s
    assert inked[500] > 2 * np.median(inked)


def test_the_spectrogram_alone_leaves_no_waveform_and_keeps_the_regions(timeline: TimelineView) -> None:
    timeline.change_display(content=Content.SPECTROGRAM)
    tracks = timeline.findChild(Tracks)
    assert tracks is not None
    layout = tracks.tracks()
    assert layout.waveform.height() == 0
    assert layout.audio.height() == layout.spectrogram.height() > 100
    cap = _pixels(timeline)[int(layout.audio.top()) + 1]
    view = timeline.picture.view
    assert cap[round(view.x(12.5))] != cap[round(view.x(15.0))]


def test_sixty_four_channels_come_eight_at_a_time_or_all(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "many.wav"
    soundfile.write(path, np.full((4_000, 64), 0.5), 8_000, subtype="PCM_16")
    view = TimelineView(LOOKS["dark"])
    view.change_display(content=Content.WAVEFORM)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    panel = DisplayPanel(view)
    with AudioClip(path) as clip:
        view.set_clip(clip)
        view.set_peaks(build_peaks(path))
        panel.show_under(QPoint(800, 100))
        texts = [panel.channels.itemText(place) for place in range(panel.channels.count())]
        assert texts[:2] + texts[-2:] == ["1 to 8", "9 to 16", "57 to 64", "All 64"]
        panel.channels.activated.emit(len(texts) - 1)
        assert view.picture.channels == tuple(range(64))
        view.grab()
        panel.channels.activated.emit(1)
        assert view.picture.channels == tuple(range(8, 16))
        panel.close()
        view.set_clip(None)
    view.hide()
