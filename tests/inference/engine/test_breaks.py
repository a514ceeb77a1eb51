"""How clicks and the beginnings of sounds lie in their programme."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from inference.engine.breaks import TOGETHER, break_edges
from inference.engine.evidence import Evidence

FRAMES, AT = 100, 50
RISE_SOON, FALL_SOON, RISE_LATER, FALL_LATER, STANDS_OUT, PEAK_RISES = range(6)


def _edges(levels: np.ndarray, at: int = AT) -> tuple[float, ...]:
    evidence = Evidence.of(np.full(FRAMES, 0.5, np.float32), levels.reshape(FRAMES, 8).astype(np.float32))
    (edges,) = break_edges([at], evidence)
    return tuple(edges.tolist())


def test_a_click_stands_out_of_programme_that_goes_on_as_before() -> None:
    levels = np.full(FRAMES * 8, -3.0)
    levels[AT * 8 + 4] = -1.0
    edges = _edges(levels)
    assert edges[STANDS_OUT] == pytest.approx(2.0, abs=0.05)
    assert [*edges[:STANDS_OUT], edges[PEAK_RISES]] == pytest.approx([0.0] * 5, abs=0.01)


def test_a_drum_goes_on_louder_than_what_was_before() -> None:
    levels = np.full(FRAMES * 8, -5.0)
    levels[AT * 8 + 4 :] = -2.0
    edges = _edges(levels)
    assert [edges[n] for n in (RISE_SOON, RISE_LATER, PEAK_RISES)] == pytest.approx([3.0] * 3, abs=0.1)
    assert edges[FALL_SOON] == edges[FALL_LATER] == 0.0
    backwards = _edges(levels[::-1].copy(), FRAMES - AT - 1)
    assert [backwards[n] for n in (FALL_SOON, FALL_LATER)] == pytest.approx([3.0] * 2, abs=0.1)
    assert backwards[RISE_SOON] == backwards[PEAK_RISES] == 0.0


@pytest.mark.parametrize("at", [0, FRAMES - 1])
def test_where_the_recording_begins_or_ends_nothing_rises_or_falls(at: int) -> None:
    edges = _edges(np.full(FRAMES * 8, -2.0), at)
    assert edges == pytest.approx((0.0,) * 6, abs=0.01)


def test_a_recording_of_one_frame_has_edges_too() -> None:
    evidence = Evidence.of(np.zeros(1, np.float32), np.full((1, 8), -2.0, np.float32))
    assert np.isfinite(break_edges([0], evidence)).all()
    assert break_edges([], evidence).shape == (0, 6)


def test_many_at_once_are_what_each_is_alone() -> None:
    rng = np.random.default_rng(4)
    evidence = replace(
        Evidence.of(np.zeros(FRAMES, np.float32), np.zeros((FRAMES, 8), np.float32)),
        spikes=rng.integers(0, 255, FRAMES, np.uint8), levels=rng.integers(0, 255, (FRAMES, 8), np.uint8),
    )  # fmt: skip
    together = break_edges(range(FRAMES), evidence)
    for frame in range(FRAMES):
        np.testing.assert_array_equal(break_edges([frame], evidence)[0], together[frame])
    many = np.tile(np.arange(FRAMES), TOGETHER // FRAMES + 1)
    np.testing.assert_array_equal(break_edges(many.tolist(), evidence), together[many])
