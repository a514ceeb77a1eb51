"""The looks: colours that everybody can tell apart, text that can be read, and a switch that works live."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from relay_desktop.look import (
    FONT_PX,
    LOOKS,
    RESOURCES,
    Appearance,
    Look,
    canonical_type,
    icon,
    style_sheet,
    type_colour,
    type_label,
)

KNOWN = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")
# Machado, Oliveira, Fernandes 2009, severity 1.0, for linear RGB.
EYES = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.119192, 0.9503041]])  # fmt: skip  # noqa: E501


def _linear(colour: QColor) -> np.ndarray:
    rgb = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _lab(linear_rgb: np.ndarray) -> np.ndarray:
    xyz = TO_XYZ @ np.clip(linear_rgb, 0, 1) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def _contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((float(TO_XYZ[1] @ _linear(c)) for c in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("name", "at_least"), [("dark", 20.0), ("light", 16.0)])
@pytest.mark.parametrize("eyes", EYES)
def test_known_types_can_be_told_apart(name: str, at_least: float, eyes: str) -> None:
    look = LOOKS[name]
    labs = {t: _lab(EYES[eyes] @ _linear(type_colour(t, look))) for t in KNOWN}
    for one, other in itertools.combinations(KNOWN, 2):
        assert np.linalg.norm(labs[one] - labs[other]) >= at_least, (one, other)


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_type_colours_stand_out_from_the_waveform_background(look: Look) -> None:
    for colour in (*look.types.values(), *look.other_types):
        assert _contrast(colour, look.sunken) >= 3.0, colour.name()


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_text_is_readable_on_every_surface_it_stands_on(look: Look) -> None:
    for words in (look.text, look.muted, look.faint):
        for surface in (look.background, look.panel, look.sunken, look.raised, look.hover):
            assert _contrast(words, surface) >= 4.5, (words.name(), surface.name())
    for words in (look.text, look.muted):
        assert _contrast(words, look.selected) >= 4.5
    for words in (look.danger, look.warning, look.success, look.accent):
        assert _contrast(words, look.panel) >= 4.5, words.name()
    assert _contrast(look.on_accent, look.accent_fill) >= 4.5
    assert _contrast(look.accent, look.accent_soft) >= 4.5
    assert _contrast(look.text, look.danger_soft) >= 4.5
    assert _contrast(look.focus, look.panel) >= 3.0


def test_synonyms_share_a_colour() -> None:
    look = LOOKS["dark"]
    assert canonical_type(" Noise-Burst ") == "noise_burst"
    for pair in (("pop", "click"), ("gap", "dropout"), ("Saturation", "clipping"), ("mains hum", "hum")):
        assert type_colour(pair[0], look) == type_colour(pair[1], look)


def test_unknown_types_get_a_stable_colour_of_their_own_set() -> None:
    look = LOOKS["light"]
    first = type_colour("mouth noise", look)
    assert first in look.other_types
    assert type_colour("Mouth Noise", look) == first
    assert len({type_colour(f"type {i}", look).name() for i in range(60)}) == len(look.other_types)


def test_labels_for_people() -> None:
    assert type_label("noise_burst") == "noise burst"
    assert type_label("") == "(no name)"


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_style_sheet_has_every_name_filled_in(look: Look) -> None:
    sheet = style_sheet(look)
    assert "$" not in sheet.replace("/* $names", "")
    assert look.accent.name() in sheet


def test_every_icon_draws_in_the_colour_asked_for(qapp: QApplication) -> None:
    names = sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))
    assert "play" in names
    for name in names:
        image = icon(name, LOOKS["dark"], QColor("#ff0000")).pixmap(32, 32).toImage()
        pixels = {image.pixelColor(x, y).alpha() > 200 for x in range(32) for y in range(32)}
        assert pixels == {True, False}, name
    image = icon("stop", LOOKS["dark"], QColor("#ff0000")).pixmap(32, 32).toImage()
    assert image.pixelColor(16, 16).name() == "#ff0000"


def test_switching_the_look_recolours_a_standing_window(qtbot: QtBot, qapp: QApplication) -> None:
    appearance = Appearance(qapp, "dark")
    label = QLabel("words")
    label.setProperty("surface", "panel")
    qtbot.addWidget(label)
    label.resize(80, 30)
    label.show()
    assert label.grab().toImage().pixelColor(78, 2).name() == LOOKS["dark"].panel.name()
    with qtbot.waitSignal(appearance.look_changed) as heard:
        appearance.set_choice("light")
    assert heard.args == [LOOKS["light"]]
    assert label.grab().toImage().pixelColor(78, 2).name() == LOOKS["light"].panel.name()


def test_a_look_that_dresses_later_has_its_font_and_colours_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setStyleSheet("")
    appearance = Appearance(qapp, "light", font_percent=150, dresses_later=True)
    label = QLabel("words")
    qtbot.addWidget(label)
    assert qapp.styleSheet() == ""
    assert label.font().pixelSize() == qapp.font().pixelSize() == round(1.5 * FONT_PX)
    assert label.palette().windowText().color().name() == LOOKS["light"].text.name()
    appearance.dress()
    assert qapp.styleSheet() == style_sheet(LOOKS["light"], 150)
    appearance.set_font_percent(100)
    assert qapp.styleSheet() == style_sheet(LOOKS["light"])


def test_system_choice_follows_the_desktop(qtbot: QtBot, qapp: QApplication) -> None:
    hints = qapp.styleHints()
    appearance = Appearance(qapp, "system")
    hints.setColorScheme(Qt.ColorScheme.Light)
    if hints.colorScheme() != Qt.ColorScheme.Light:
        assert appearance.look is LOOKS["dark"], "a desktop that says nothing gets the dark look"
        return
    assert appearance.look is LOOKS["light"]
    hints.unsetColorScheme()


def test_unknown_choice_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="no look called 'pink'"):
        Appearance(qapp, "dark").set_choice("pink")
