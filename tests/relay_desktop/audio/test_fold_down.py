"""Fold-down for two loudspeakers: nothing is lost, nothing gets louder than it can be."""

from __future__ import annotations

import numpy as np
import pytest

from relay_desktop.audio.fold_down import fold_down_matrix


@pytest.mark.parametrize("channels", range(1, 65))
@pytest.mark.parametrize("outputs", [1, 2])
def test_no_overload(channels: int, outputs: int) -> None:
    matrix = fold_down_matrix(channels, outputs)
    assert matrix.shape == (channels, outputs)
    assert (matrix >= 0).all()
    assert matrix.sum(axis=0).max() <= 1 + 1e-6


@pytest.mark.parametrize("channels", [1, 2, 3, 4, 5, 7, 16, 64])
def test_every_channel_is_heard(channels: int) -> None:
    assert (fold_down_matrix(channels, 2).max(axis=1) > 0).all()
    assert (fold_down_matrix(channels, 1).max(axis=1) > 0).all()


def test_mono_and_stereo_are_unchanged() -> None:
    np.testing.assert_array_equal(fold_down_matrix(1, 2), [[1, 1]])
    np.testing.assert_array_equal(fold_down_matrix(2, 2), np.eye(2))
    np.testing.assert_allclose(fold_down_matrix(2, 1), [[0.5], [0.5]])


def test_surround_keeps_its_sides() -> None:
    left, right = fold_down_matrix(6, 2).T
    assert left[0] > 0
    assert right[0] == 0
    assert left[2] == right[2] > 0
    assert left[3] == right[3] == 0  # the LFE
    assert left[4] > 0
    assert right[4] == 0
