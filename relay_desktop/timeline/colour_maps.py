"""Colour maps for the spectrogram: perceptually uniform, from few anchors."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

# Every tenth (ninth) colour of the maps of S. van der Walt, N. Smith and E. Firing (matplotlib, CC0); steps between
# them are even to the eye, so straight lines between them are too.
_ANCHORS = {
    "inferno": "000004 160b39 420a68 6a176e 932667 bc3754 dd513a f37819 fca50a f6d746 fcffa4",
    "viridis": "440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725",
    "grey": "000000 ffffff",
    "grey, dark on light": "ffffff 000000",
}
COLOUR_MAPS = tuple(_ANCHORS)


@lru_cache(maxsize=8)
def colour_map(name: str) -> NDArray[np.float64]:
    """Red, green, blue 0-255 of 256 levels, float64 (256, 3). Raises KeyError for an unknown name."""
    anchors = np.array([list(bytes.fromhex(code)) for code in _ANCHORS[name].split()], dtype=np.float64)
    place = np.linspace(0, len(anchors) - 1, 256)
    return np.stack(
        [np.interp(place, np.arange(len(anchors)), anchors[:, part]) for part in range(3)], axis=1
    )


def level_colours(name: str, low_db: float, high_db: float, floor_db: float) -> list[int]:
    """ARGB of 256 levels that lie evenly from `floor_db` to 0 dB; the map spans low_db..high_db."""
    decibels = np.linspace(floor_db, 0, 256)
    part = np.clip((decibels - low_db) / max(1e-9, high_db - low_db), 0, 1)
    red, green, blue = np.rint(colour_map(name)[np.rint(part * 255).astype(int)]).astype(int).T
    return [int(argb) for argb in 0xFF000000 | red << 16 | green << 8 | blue]
