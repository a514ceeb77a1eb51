"""The spectrogram on the screen: under the waveform, in step with time, empty where nothing is known."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from relay_desktop.audio.spectrogram import FrequencyScale, SpectrogramSettings
from relay_desktop.timeline.colour_maps import COLOUR_MAPS, colour_map, level_colours
from relay_desktop.timeline.display import Content
from relay_desktop.timeline.timeline_view import TimelineView
from relay_desktop.timeline.tracks import Tracks


def _settled(view: TimelineView, qtbot: QtBot) -> np.ndarray:
    """Lightness of the spectrogram's pixels once every tile has come, (height, width)."""
    tracks = view.findChild(Tracks)
    assert tracks is not None
    reader = view.picture.tiles
    assert reader is not None
    tracks.grab()
    qtbot.waitUntil(lambda: reader.pending == 0 and tracks.grab() is not None and reader.pending == 0, timeout=20_000)
    tracks.repaint_sound()
    image = tracks.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3]
    rect = tracks.tracks().spectrogram
    return pixels[int(rect.top()) + 2 : int(rect.bottom()) - 2].mean(axis=2)


@pytest.mark.parametrize("view_s", [(0.0, 20.0), (9.0, 11.0), (9.95, 10.05)])
def test_the_loud_sample_is_a_bright_line_at_its_time(
    timeline: TimelineView, qtbot: QtBot, view_s: tuple[float, float]
) -> None:
    timeline.set_detections(None)
    settings = SpectrogramSettings(fft_size=128, scale=FrequencyScale.LINEAR)
    timeline.change_display(spectrogram=settings, content=Content.BOTH)
    timeline.set_view_range_s(*view_s)
    light = _settled(timeline, qtbot)
    brightest = int(light[:, 80:].mean(axis=0).argmax()) + 80
    pixel_s = timeline.picture.view.seconds_per_pixel
    assert abs(timeline.picture.view.seconds(brightest + 0.5) - 10.0) < pixel_s + 0.008 + 2 * pixel_s


def test_it_takes_its_place_and_gives_it_back(timeline: TimelineView) -> None:
    tracks = timeline.findChild(Tracks)
    assert tracks is not None
    before = tracks.tracks().waveform.height()
    timeline.change_display(content=Content.BOTH)
    layout = tracks.tracks()
    assert layout.spectrogram.height() > 60
    assert layout.spectrogram.top() == layout.waveform.bottom()
    timeline.change_display(content=Content.WAVEFORM)
    assert tracks.tracks().waveform.height() == before


def test_until_tiles_come_the_ground_is_shown(timeline: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    timeline.set_detections(None)
    timeline.change_display(content=Content.BOTH)
    reader = timeline.picture.tiles
    assert reader is not None
    monkeypatch.setattr(reader, "tiles", lambda keys: {})
    tracks = timeline.findChild(Tracks)
    assert tracks is not None
    tracks.repaint_sound()
    image = tracks.grab().toImage()
    centre = tracks.tracks().spectrogram.center().toPoint()
    assert QColor(image.pixel(centre)) == timeline.picture.look.sunken


def test_settings_change_the_picture(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.set_detections(None)
    timeline.change_display(content=Content.BOTH)
    plain = _settled(timeline, qtbot)
    timeline.change_display(low_db=-60.0, high_db=-59.0)
    assert _settled(timeline, qtbot).mean() != pytest.approx(plain.mean(), abs=2)


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_colour_maps_rise_evenly_in_lightness(name: str) -> None:
    red, green, blue = (colour_map(name) / 255).T
    linear = [np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4) for part in (red, green, blue)]
    lightness = np.cbrt(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 1e-6)
    steps = np.diff(lightness) * (-1 if name.endswith("light") else 1)
    assert (steps > -1e-3).all()
    assert abs(lightness[-1] - lightness[0]) > 0.55


def test_level_colours_span_the_range() -> None:
    colours = level_colours("grey", -60, -30, -120)
    assert colours[0] == 0xFF000000
    assert colours[127] == 0xFF000000
    assert colours[-1] == 0xFFFFFFFF
    assert len(colours) == 256
