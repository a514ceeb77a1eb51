"""Files of many channels: what each group of them gives, the file gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from inference.engine.detector import BlockSizes, Cancelled, Detector, Listener
from tests.inference.engine.conftest import write_wave
from tests.inference.engine.stand_in import example

CHANNELS = 19
GROUPS = ((0, 8), (8, 16), (16, 19))


@pytest.fixture(scope="module")
def many() -> tuple[np.ndarray, int]:
    """Ten seconds of nineteen channels, each with faults at other places; some samples are no numbers."""
    made = example(9, seconds=10.0)
    wave = made.samples[:, :1]
    samples = np.concatenate([np.roll(wave, 997 * n, axis=0) * 0.9**n for n in range(CHANNELS)], axis=1)
    samples[1000:1003, 17] = np.nan
    return samples, made.rate_hz


def test_many_channels_give_what_their_groups_give(
    detector: Detector, tmp_path: Path, many: tuple[np.ndarray, int]
) -> None:
    samples, rate_hz = many
    whole = detector.hear(write_wave(tmp_path / "many.wav", samples, rate_hz))
    paths = [write_wave(tmp_path / f"{a}.wav", samples[:, a:b], rate_hz) for a, b in GROUPS]
    parts = [detector.hear(path) for path in paths]
    confidence = np.stack([part.confidence for part in parts])
    assert np.array_equal(whole.confidence, confidence.max(0))
    clearest = confidence.max(1).argmax(0)
    assert set(np.unique(clearest)) == {0, 1, 2}
    frames = np.arange(len(clearest))
    for name in ("spikes", "levels"):
        each = np.stack([getattr(part.evidence, name) for part in parts])
        assert np.array_equal(getattr(whole.evidence, name), each[clearest, frames])
    for name in ("mains", "marks"):
        each = np.stack([getattr(part.evidence, name) for part in parts])
        assert np.array_equal(getattr(whole.evidence, name), each.max(0))
    looks = np.stack([part.evidence.looks for part in parts])
    for code in range(looks.shape[-1]):
        shown_by = confidence[:, code].argmax(0)
        assert np.array_equal(whole.evidence.looks[:, code], looks[shown_by, frames, code])
    assert np.count_nonzero(whole.evidence.looks)
    assert whole.non_finite_samples == 3


def test_a_file_of_many_channels_does_not_depend_on_where_blocks_end(
    detector: Detector, tmp_path: Path, many: tuple[np.ndarray, int]
) -> None:
    path = write_wave(tmp_path / "many.wav", *many)
    whole, cut = detector.detect(path), detector.detect(path, sizes=BlockSizes(0.7, 400))
    assert len(whole.detections) == len(cut.detections) > 0
    assert np.array_equal(whole.detections.start_ms, cut.detections.start_ms)
    assert np.abs(whole.detections.confidence - cut.detections.confidence).max() < 1e-3
    assert whole.non_finite_samples == 3


def test_progress_through_all_readings_never_falls_and_reaches_the_end(
    detector: Detector, many: tuple[np.ndarray, int]
) -> None:
    told: list[int] = []
    detector.hear_samples(
        np.nan_to_num(many[0]), many[1], Listener(lambda done, _: told.append(done)), BlockSizes(1.0)
    )
    assert told == sorted(told)
    assert told[-1] == len(many[0])
    assert len(told) >= 3 * 10
    assert told[9] == pytest.approx(len(many[0]) / 3, rel=0.05)


def test_a_later_reading_is_cancelled_too(detector: Detector, many: tuple[np.ndarray, int]) -> None:
    asked = []

    def is_cancelled() -> bool:
        asked.append(True)
        return len(asked) > 15

    with pytest.raises(Cancelled):
        detector.hear_samples(
            np.nan_to_num(many[0]), many[1], Listener(is_cancelled=is_cancelled), BlockSizes(1.0)
        )
    assert len(asked) == 16
