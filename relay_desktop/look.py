"""How the program looks: named colours, a colour per artifact type, icons, fonts, dark and light.

Nothing here knows a panel. Widgets that paint themselves ask for the `Look` they are given and repaint when
`Appearance.look_changed` says so; everything else is coloured by the style sheet and the palette.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from relay_desktop.translation import said, type_words

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

FONT_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
FONT_PX = 13

# Other words for the same thing, as other tools and models call them.
_SYNONYMS: Mapping[str, str] = MappingProxyType(
    {
        "clicks": "click", "pop": "click", "pops": "click", "tick": "click", "ticks": "click",
        "impulse": "click", "impulse_noise": "click", "crackle": "click",
        "glitches": "glitch", "skip": "glitch", "stutter": "glitch", "discontinuity": "glitch",
        "repeat": "glitch", "abrupt_edit": "glitch", "jump": "glitch",
        "dropouts": "dropout", "drop_out": "dropout", "gap": "dropout", "mute": "dropout",
        "clip": "clipping", "clipped": "clipping", "saturation": "clipping", "overload": "clipping",
        "over": "clipping", "true_peak_over": "clipping",
        "bitcrush": "distortion", "codec": "distortion", "aliasing": "distortion", "robotic": "distortion",
        "noiseburst": "noise_burst", "burst": "noise_burst", "static": "noise_burst", "rf": "noise_burst",
        "interference": "noise_burst",
        "mains_hum": "hum", "buzz": "hum", "hum_50": "hum", "hum_60": "hum",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """The named colours of one look. `types` holds the known artifact types, `other_types` the fall-backs."""

    name: str
    is_dark: bool
    background: QColor  # the window behind everything, the menu bar
    panel: QColor  # side panels, tool row, status bar
    raised: QColor  # buttons, fields, chips
    sunken: QColor  # waveform, table
    hover: QColor
    selected: QColor
    line: QColor  # separators, borders of panels
    border: QColor  # borders of controls
    grid: QColor  # lines under the waveform
    text: QColor
    muted: QColor
    faint: QColor
    accent: QColor
    accent_fill: QColor  # the one loud button
    accent_soft: QColor  # chips
    on_accent: QColor
    focus: QColor
    waveform: QColor
    waveform_rms: QColor
    waveform_clipped: QColor
    playhead: QColor
    view_window: QColor  # the visible stretch on the overview
    histogram_hidden: QColor
    danger: QColor
    danger_soft: QColor
    warning: QColor
    success: QColor
    types: Mapping[str, QColor]
    other_types: tuple[QColor, ...]


def _colours(**names: str) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in names.items()}


def _other(*colours: str) -> tuple[QColor, ...]:
    return tuple(QColor(value) for value in colours)


# The seven known colours keep a CIELAB distance of at least 20 (dark) and 16 (light) from each other for
# normal, protanopic, deuteranopic and tritanopic eyes, and 3:1 contrast with the waveform's background.
_DARK = Look(
    name="dark",
    is_dark=True,
    **_colours(
        background="#14171b", panel="#1b1f24", raised="#242a31", sunken="#12151a", hover="#232931",
        selected="#26323d", line="#2b3138", border="#3a424b", grid="#262c33",
        text="#e6e9ec", muted="#a4abb2", faint="#8b939b",
        accent="#5aa9e6", accent_fill="#2c6496", accent_soft="#223b52", on_accent="#ffffff", focus="#7cc0f5",
        waveform="#a9bac9", waveform_rms="#d5dfe8", waveform_clipped="#ff7a66", playhead="#ffffff",
        view_window="#7cc0f5", histogram_hidden="#46515c",
        danger="#ff8578", danger_soft="#4a2523", warning="#f2c14e", success="#63c174",
    ),
    types=MappingProxyType(
        _colours(
            click="#f2c14e", glitch="#e4572c", dropout="#90b8e4", clipping="#d55ea2",
            distortion="#a071d1", noise_burst="#51c698", hum="#a97a5b",
        )
    ),
    other_types=_other(
        "#c7d36f", "#6fd3d3", "#e89f7f", "#b9b3f2", "#8fa3b0", "#e7a6c4", "#7fb069", "#d9d2b0"
    ),
)  # fmt: skip

_LIGHT = Look(
    name="light",
    is_dark=False,
    **_colours(
        background="#e9ecef", panel="#f6f7f9", raised="#ffffff", sunken="#ffffff", hover="#e8edf2",
        selected="#d3e5f5", line="#d3d8dd", border="#b9c1c9", grid="#e6e9ec",
        text="#1b2025", muted="#4d565f", faint="#626b74",
        accent="#1769a8", accent_fill="#1f6cab", accent_soft="#dbeaf7", on_accent="#ffffff", focus="#0b63a8",
        waveform="#5f7385", waveform_rms="#3c4d5c", waveform_clipped="#c62f1b", playhead="#14171b",
        view_window="#1b74b8", histogram_hidden="#b9c2ca",
        danger="#b3261e", danger_soft="#fbe1de", warning="#8a5b00", success="#23803a",
    ),
    types=MappingProxyType(
        _colours(
            click="#b98a00", glitch="#bc380a", dropout="#1573b6", clipping="#b0246f",
            distortion="#5735a9", noise_burst="#1c9e6b", hum="#795a36",
        )
    ),
    other_types=_other(
        "#75801a", "#11808a", "#a55a3a", "#5a55b8", "#546673", "#a34a76", "#4a7d33", "#7d7440"
    ),
)  # fmt: skip

# Black, white and strong lines; every word at 7:1 or more, the types as bright as they can be told apart.
_CONTRAST = Look(
    name="contrast",
    is_dark=True,
    **_colours(
        background="#000000", panel="#000000", raised="#101010", sunken="#000000", hover="#262626",
        selected="#123a5c", line="#8a8a8a", border="#c8c8c8", grid="#3a3a3a",
        text="#ffffff", muted="#e6e6e6", faint="#cfcfcf",
        accent="#7fd0ff", accent_fill="#0a4f86", accent_soft="#0c2f4a", on_accent="#ffffff", focus="#ffe14d",
        waveform="#d6e4f0", waveform_rms="#ffffff", waveform_clipped="#ff9d8f", playhead="#ffe14d",
        view_window="#ffe14d", histogram_hidden="#7c7c7c",
        danger="#ffa59b", danger_soft="#3d0f0b", warning="#ffd54a", success="#7ee08c",
    ),
    types=_DARK.types,
    other_types=_DARK.other_types,
)  # fmt: skip

LOOKS: Mapping[str, Look] = MappingProxyType({"dark": _DARK, "light": _LIGHT, "contrast": _CONTRAST})
LOOK_NAMES: Mapping[str, str] = MappingProxyType(
    {"system": "Like the system", "dark": "Dark", "light": "Light", "contrast": "High contrast"}
)
LOOK_CHOICES = tuple(LOOK_NAMES)
FONT_SCALES = (90, 100, 110, 125, 150)


@lru_cache(maxsize=1024)
def canonical_type(artifact_type: str) -> str:
    """The known type behind a name ("Pop" -> "click"), else the name itself in lower case."""
    name = "_".join(artifact_type.strip().lower().replace("-", " ").replace("_", " ").split())
    return _SYNONYMS.get(name, name)


def type_label(artifact_type: str) -> str:
    """The name of a type as a person reads it: "noise_burst" -> "noise burst"."""
    return type_words(artifact_type) or said("(no name)")


def type_colour(artifact_type: str, look: Look) -> QColor:
    """The colour of a type in a look; the same unknown name always gets the same fall-back colour."""
    name = canonical_type(artifact_type)
    known = look.types.get(name)
    if known is not None:
        return known
    return look.other_types[zlib.crc32(name.encode()) % len(look.other_types)]


def in_lasting_order(artifact_types: Iterable[str], look: Look) -> list[str]:
    """The known types as the look lists them, then the others by name: lanes and keys keep their places."""
    places = {name: place for place, name in enumerate(look.types)}
    return sorted(artifact_types, key=lambda name: (places.get(canonical_type(name), len(places)), name))


@lru_cache(maxsize=256)
def _svg_source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _svg_pixmap(name: str, colour: QColor, size_px: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # only when the first icon is drawn

    source = _svg_source(name).replace("currentColor", colour.name())
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap


def icon(name: str, look: Look, colour: QColor | None = None) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the look's colours, sharp at 1x and 2x."""
    return _tinted(name, (colour or look.text).name(), look.border.name())


@lru_cache(maxsize=512)
def _tinted(name: str, colour: str, disabled: str) -> QIcon:
    drawn = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        drawn.addPixmap(_svg_pixmap(name, QColor(tint), 32), mode)
    drawn.addPixmap(_svg_pixmap(name, QColor(colour), 16))
    return drawn


def program_icon() -> QIcon:
    """The icon of the program, the same in every look."""
    made = QIcon()
    for size_px in (32, 128):
        made.addPixmap(_svg_pixmap("relay-desktop", QColor(), size_px))
    return made


def style_sheet(look: Look, font_percent: int = 100) -> str:
    """`resources/style/relay.qss` with the look's colours put in for `$names` and its words scaled."""
    names = {key: value.name() for key, value in vars(look).items() if isinstance(value, QColor)}
    source = (RESOURCES / "style" / "relay.qss").read_text(encoding="utf-8")
    source = re.sub(r"(?<=font-size: )\d+", lambda px: str(round(int(px[0]) * font_percent / 100)), source)
    return Template(source).substitute(names, icons=(RESOURCES / "icons").as_posix())


def palette(look: Look) -> QPalette:
    """The look as a palette, for what the style sheet leaves to Qt."""
    role = QPalette.ColorRole
    colours = {
        role.Window: look.panel, role.WindowText: look.text, role.Base: look.sunken, role.Text: look.text,
        role.AlternateBase: look.panel, role.Button: look.raised, role.ButtonText: look.text,
        role.BrightText: look.danger,
        role.Highlight: look.selected, role.HighlightedText: look.text, role.ToolTipBase: look.raised,
        role.ToolTipText: look.text, role.PlaceholderText: look.faint, role.Link: look.accent,
        role.Light: look.border, role.Midlight: look.line, role.Mid: look.line, role.Dark: look.line,
        role.Shadow: look.background, role.Accent: look.accent,
    }  # fmt: skip
    made = QPalette()
    for key, colour in colours.items():
        made.setColor(key, colour)
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, look.faint)
    return made


def ui_font(px: int = FONT_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font, as much larger than `px` as the person wants its words (`Appearance`)."""
    own_px = QGuiApplication.font().pixelSize()
    return _font(round(px * own_px / FONT_PX) if own_px > 0 else px, weight)


def widest_type(metrics: QFontMetrics) -> int:
    """The room the longest name of a known type takes, px."""
    return max(metrics.horizontalAdvance(type_label(name)) for name in _DARK.types)


def scaled(px: int) -> int:
    """A length made for words of the program's own size, at the size they have now."""
    own_px = QGuiApplication.font().pixelSize()
    return round(px * own_px / FONT_PX) if own_px > 0 else px


def _font(px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Figures have equal width, so that times do not jitter as they run."""
    made = QFont(list(FONT_FAMILIES))
    made.setPixelSize(px)
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def load_fonts() -> None:
    """Make the shipped fonts known to Qt (once per process; harmless when called again)."""
    if "Inter" in QFontDatabase.families():
        return
    for path in sorted((RESOURCES / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


class Appearance(QObject):
    """Which look is on, live: the person's choice, and for "system" what the desktop says.

    Signal `look_changed(Look)` comes after palette, fonts and style sheet are in place. With `dresses_later` the style
    sheet waits for `dress`: whatever is built under one is dressed again, with all it holds, each time it is put into
    something else.
    """

    look_changed = Signal(object)

    def __init__(
        self,
        app: QApplication,
        choice: str = "system",
        parent: QObject | None = None,
        *,
        font_percent: int = 100,
        dresses_later: bool = False,
    ) -> None:
        super().__init__(parent or app)
        self._app = app
        self._choice = choice if choice in LOOK_CHOICES else "system"
        self._font_percent = font_percent
        load_fonts()
        app.setStyle("Fusion")
        self._look = self._wanted_look()
        self._colour()
        if not dresses_later:
            self.dress()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def choice(self) -> str:
        """One of `LOOK_CHOICES`."""
        return self._choice

    @property
    def font_percent(self) -> int:
        """The size of the words, 100 for the program's own."""
        return self._font_percent

    @property
    def look(self) -> Look:
        """The look that is on now."""
        return self._look

    def set_choice(self, choice: str) -> None:
        """Switch to one of `LOOK_CHOICES` at once. Raises ValueError for another word."""
        if choice not in LOOK_CHOICES:
            raise ValueError(f"There is no look called {choice!r}; choose one of {', '.join(LOOK_CHOICES)}.")
        self._choice = choice
        self._refresh()

    def set_font_percent(self, percent: int) -> None:
        """Larger or smaller words, at once."""
        if percent != self._font_percent:
            self._font_percent = percent
            self._colour()
            self.dress()
            self.look_changed.emit(self._look)

    def _wanted_look(self) -> Look:
        if self._choice != "system":
            return LOOKS[self._choice]
        scheme = self._app.styleHints().colorScheme()
        return LOOKS["light" if scheme == Qt.ColorScheme.Light else "dark"]

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted_look()
        if wanted is self._look:
            return
        self._look = wanted
        self._colour()
        self.dress()
        self.look_changed.emit(wanted)

    def _colour(self) -> None:
        self._app.setFont(_font(round(FONT_PX * self._font_percent / 100)))
        self._app.setPalette(palette(self._look))

    def dress(self) -> None:
        """Put the style sheet on all that is there and will be."""
        self._app.setStyleSheet(style_sheet(self._look, self._font_percent))
