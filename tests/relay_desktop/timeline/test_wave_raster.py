"""Columns to pixels: right place, no hole, nothing where nothing is known."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.look import LOOKS
from relay_desktop.timeline.wave_raster import add_ground_lines, wave_image, wave_palette

FULL = 8


def _image(low: list[float], high: list[float], height: int = 100, rms: float = 0.0) -> np.ndarray:
    values = (np.array(part, dtype=np.float32) for part in (low, high, [rms] * len(low)))
    return wave_image(*values, np.ones(len(low), dtype=bool), height)


def test_a_column_reaches_from_its_low_to_its_high() -> None:
    image = _image([-0.5], [0.5])
    assert np.flatnonzero(image[:, 0]).tolist() == list(range(25, 75))
    assert (image[25:75, 0] == FULL).all()


@given(
    st.lists(st.tuples(st.floats(-1.5, 1.5), st.floats(-1.5, 1.5)), min_size=1, max_size=30),
    st.integers(2, 300),
)
def test_coverage_adds_up_to_the_height_and_columns_touch(pairs: list[tuple[float, float]], height: int) -> None:
    low, high = [min(pair) for pair in pairs], [max(pair) for pair in pairs]
    image = _image(low, high, height)
    inked = np.where(image > FULL, FULL, image).astype(float) / FULL
    for column, (bottom, top) in enumerate(zip(low, high, strict=True)):
        rows = np.flatnonzero(image[:, column])
        assert len(rows) == rows[-1] - rows[0] + 1
        wanted = (min(1, max(-1, top)) - min(1, max(-1, bottom))) * height / 2
        assert inked[:, column].sum() >= min(wanted, 1) - 0.3
        if column:
            before = np.flatnonzero(image[:, column - 1])
            assert rows[0] <= before[-1] + 1
            assert before[0] <= rows[-1] + 1


def test_silence_is_a_thin_line() -> None:
    image = _image([0.0] * 5, [0.0] * 5)
    assert (np.count_nonzero(image, axis=0) <= 2).all()
    assert (image.sum(axis=0) >= FULL).all()


def test_unknown_columns_stay_empty() -> None:
    values = np.full(4, 0.5, dtype=np.float32)
    image = wave_image(-values, values, values * 0, np.array([True, False, True, False]), 50)
    assert (np.count_nonzero(image, axis=0) > 0).tolist() == [True, False, True, False]


def test_the_rms_core_lies_inside() -> None:
    image = _image([-0.8] * 3, [0.8] * 3, rms=0.4)
    assert (image[30:70, 1] > FULL).all()
    assert (image[11:29, 1] == FULL).all()


def test_clipping_is_marked_at_the_edge() -> None:
    image = _image([-1.0, -0.9], [0.5, 32767 / 32768])
    palette = wave_palette(LOOKS["dark"], LOOKS["dark"].sunken)
    clipped = LOOKS["dark"].waveform_clipped.rgba()
    assert palette[image[99, 0]] == clipped
    assert palette[image[0, 1]] == clipped
    assert palette[image[0, 0]] != clipped
    assert palette[image[99, 1]] != clipped


def test_ground_lines_leave_the_waveform_alone() -> None:
    image = _image([-0.5] * 4, [0.5] * 4)
    before = image.copy()
    add_ground_lines(image, [2, 99, -1])
    assert (image[before > 0] == before[before > 0]).all()
    assert image[0, 2] != 0
    assert image[0, 1] == 0
