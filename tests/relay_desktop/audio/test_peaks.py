"""The pyramid against brute force, in any order of reading, at any zoom."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.audio.peaks import BLOCKS_PER_COLUMN, PeakPyramid, base_block_frames
from tests.relay_desktop.audio.conftest import noise

FRAMES = 700_001


def _int16(frames: int, channels: int = 2) -> np.ndarray:
    return np.rint(noise(frames, channels) * 32767).astype(np.int16)


def _filled(samples: np.ndarray, order: list[int] | None = None) -> PeakPyramid:
    pyramid = PeakPyramid(len(samples), samples.shape[1], is_int16=samples.dtype == np.int16)
    for chunk in order if order is not None else range(pyramid.chunks):
        start = chunk * pyramid.chunk_frames
        pyramid.fill_chunk(chunk, samples[start : start + pyramid.chunk_frames])
    return pyramid


SAMPLES = _int16(FRAMES)
WHOLE = _filled(SAMPLES)


@given(
    start=st.floats(0, FRAMES - 1000),
    span=st.floats(600, FRAMES),
    columns=st.integers(1, 900),
)
def test_columns_equal_brute_force(start: float, span: float, columns: int) -> None:
    stop = min(start + span, FRAMES)
    got = WHOLE.columns(start, stop, columns)
    per_column = (stop - start) / columns
    fitting = [WHOLE.base_frames * 4**k for k in range(6) if WHOLE.base_frames * 4**k * BLOCKS_PER_COLUMN <= per_column]
    block = fitting[-1] if fitting else WHOLE.base_frames
    edges = np.linspace(start, stop, columns + 1)
    marks = np.clip(np.where(edges >= FRAMES, FRAMES, np.rint(edges / block) * block), 0, FRAMES).astype(int)
    for column in {0, columns // 2, columns - 1}:
        first, last = marks[column], marks[column + 1]
        if last <= first:
            continue
        part = SAMPLES[first:last].astype(np.float64) / 32768
        np.testing.assert_array_equal(got.low[:, column], part.min(axis=0).astype(np.float32))
        np.testing.assert_array_equal(got.high[:, column], part.max(axis=0).astype(np.float32))
        np.testing.assert_allclose(got.rms[:, column], np.sqrt(np.square(part).mean(axis=0)), atol=2e-4, rtol=5e-3)
    assert got.is_ready.all()


def test_a_column_begins_within_an_eighth_of_a_pixel_of_its_place() -> None:
    """At a zoom the pyramid answers, a single loud sample lies in the column of its time or touches its edge."""
    samples = np.zeros((200_000, 1), dtype=np.int16)
    samples[123_456] = 30_000
    got = _filled(samples).columns(0, 200_000, 300)
    (column,) = np.flatnonzero(got.high[0] > 0.5)
    assert abs((column + 0.5) - 123_456 / 200_000 * 300) <= 0.5 + 1 / 8


def test_one_loud_sample_in_an_hour_is_seen_from_afar() -> None:
    samples = np.zeros((2_000_000, 1), dtype=np.int16)
    samples[1_234_567] = -32_768
    got = _filled(samples).columns(0, 2_000_000, 50)
    assert np.flatnonzero(got.low[0] == -1.0).tolist() == [30]


def test_the_order_of_reading_does_not_matter() -> None:
    order = list(range(WHOLE.chunks))[::-1]
    for mine, other in zip(_filled(SAMPLES, order).arrays(), WHOLE.arrays(), strict=True):
        np.testing.assert_array_equal(mine, other)


def test_columns_are_ready_only_when_all_their_samples_were_seen() -> None:
    partly = _filled(SAMPLES, [1])
    per_column = FRAMES / 64
    got = partly.columns(0, FRAMES, 64)
    first, last = partly.chunk_frames, 2 * partly.chunk_frames
    ready = np.flatnonzero(got.is_ready)
    assert len(ready)
    assert ready.min() * per_column >= first - partly.base_frames * 32
    assert (ready.max() + 1) * per_column <= last + partly.base_frames * 32
    assert not partly.is_complete
    assert partly.frames_ready == partly.chunk_frames


def test_nothing_is_ready_beyond_the_file() -> None:
    got = WHOLE.columns(-FRAMES, 2 * FRAMES, 300)
    assert not got.is_ready[:99].any()
    assert got.is_ready[101:199].all()
    assert not got.is_ready[201:].any()


@pytest.mark.parametrize("frames", [1, 2, 127, 128, 129, 4097, 131_072, 131_073])
def test_any_length(frames: int) -> None:
    samples = _int16(frames, 1)
    got = _filled(samples).columns(0, frames, 1)
    assert got.low[0, 0] == np.float32(samples.min() / 32768)
    assert got.high[0, 0] == np.float32(samples.max() / 32768)
    assert got.rms[0, 0] == pytest.approx(np.sqrt(np.square(samples / 32768).mean()), rel=0.01)


def test_float_peaks_beyond_full_scale_are_kept() -> None:
    samples = noise(300_000, 3)
    samples[1000, 2] = 7.5
    got = _filled(samples).columns(0, 300_000, 10)
    assert got.high[2, 0] == np.float32(7.5)
    assert got.low.shape == (3, 10)


def test_sixty_four_channels() -> None:
    samples = noise(140_000, 64)
    got = _filled(samples).columns(0, 140_000, 7)
    np.testing.assert_array_equal(got.high.max(axis=1), samples.max(axis=0))


def test_memory_stays_small_for_a_day_of_many_channels() -> None:
    day = 24 * 3600 * 48_000
    for channels in (2, 8):
        block = base_block_frames(day, channels, is_int16=False)
        assert day / block * channels * 12 < 200 << 20


def test_the_builder_goes_where_a_person_looks() -> None:
    pyramid = PeakPyramid(FRAMES, 2, is_int16=True)
    pyramid.want(pyramid.chunk_frames * 3 + 5)
    assert pyramid.take_wanted_chunk() == 3
    assert pyramid.take_wanted_chunk() is None
    pyramid.fill_chunk(3, SAMPLES[3 * pyramid.chunk_frames : 4 * pyramid.chunk_frames])
    pyramid.want(pyramid.chunk_frames * 3)
    assert pyramid.take_wanted_chunk() is None
    pyramid.want(FRAMES + 1)
    assert pyramid.take_wanted_chunk() is None
