"""Frame scores: sparse, compact, back again."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from inference.frame_scores import FrameScores


def _scores() -> tuple[np.ndarray, FrameScores]:
    rng = np.random.default_rng(0)
    dense = rng.random((2, 5000)).astype(np.float32) ** 20
    return dense, FrameScores.from_dense(dense, ("click", "hum"), 10.0)


def test_bytes_and_back() -> None:
    _, scores = _scores()
    back = FrameScores.from_bytes(scores.to_bytes())
    assert (back.hop_ms, back.frame_count) == (10.0, 5000)
    for name in ("click", "hum"):
        assert np.array_equal(back.frames[name], scores.frames[name])
        assert np.array_equal(back.values[name], scores.values[name])


def test_dense_is_what_was_kept() -> None:
    dense, scores = _scores()
    kept = np.where(dense[1] >= 0.02, dense[1], 0)
    assert np.abs(scores.dense("hum") - kept).max() <= 0.5 / 255 + 1e-6
    assert np.array_equal(scores.dense("hum", 100, 300), scores.dense("hum")[100:300])
    assert not scores.dense("no such type").any()


def test_sparse_scores_are_small() -> None:
    dense = np.zeros((7, 360_000), dtype=np.float32)
    dense[3, 1000:1100] = 0.7
    assert len(FrameScores.from_dense(dense, tuple("abcdefg"), 10.0).to_bytes()) < 1000


@pytest.mark.parametrize("cut", [0, 3, 6, 20, -1])
def test_damaged_bytes_are_refused(cut: int) -> None:
    data = _scores()[1].to_bytes()
    with pytest.raises(ValueError, match="frame scores"):
        FrameScores.from_bytes(data[:cut])


def test_scores_are_read_without_torch() -> None:
    code = "import sys, inference.frame_scores; assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
