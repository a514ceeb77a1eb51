"""The detector as the service uses it: block sizes, odd input, cancel, progress, channels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from inference.detections import DetectionTable
from inference.engine.detector import BlockSizes, Cancelled, Detector
from inference.engine.segments import LEAST_PEAK
from inference.frame_scores import FrameScores
from tests.inference.engine.conftest import write_wave
from tests.inference.engine.stand_in import StandIn, example, programme

SURE = 0.5
ONE_OF_EIGHT = 0.1
"""The calibration holds dropouts of one channel back: what is plain here may lie below a half."""


def _dense(scores: FrameScores) -> np.ndarray:
    return np.stack([scores.dense(name) for name in scores.frames])


@pytest.mark.parametrize(("block_s", "core_frames"), [(0.31, 400), (2.0, 808), (11.0, 6000), (60.0, 1200)])
def test_result_does_not_depend_on_where_blocks_end(
    detector: Detector, damaged: tuple[Path, StandIn], block_s: float, core_frames: int
) -> None:
    path, _ = damaged
    whole = detector.detect(path, sizes=BlockSizes(100.0, 100_000))
    cut = detector.detect(path, sizes=BlockSizes(block_s, core_frames))
    # One step of the byte that a confidence is kept in.
    assert np.abs(_dense(whole.scores) - _dense(cut.scores)).max() <= 1.01 / 255
    assert len(whole.detections) == len(cut.detections) > 0
    assert np.array_equal(whole.detections.start_ms, cut.detections.start_ms)
    assert np.array_equal(whole.detections.end_ms, cut.detections.end_ms)
    assert np.abs(whole.detections.confidence - cut.detections.confidence).max() < 1e-3


def test_finds_a_dropout_and_a_click_where_they_are(detector: Detector, tmp_path: Path) -> None:
    wave = programme(np.random.default_rng(5), 16_000, 12.0)
    wave[64_000:65_600] = 0.0
    wave[97_600:97_603] += 0.9
    found = detector.detect(write_wave(tmp_path / "two.wav", wave.astype(np.float32), 16_000)).detections
    for name, start_ms, end_ms in (("dropout", 4000, 4100), ("click", 6100, 6101)):
        near = [
            row for row in found.to_rows()
            if row["artifact_type"] == name and abs(row["start_ms"] - start_ms) <= 5
            and row["confidence"] >= SURE
        ]  # fmt: skip
        assert near, name
        assert abs(near[0]["end_ms"] - end_ms) <= 10


def test_the_shipped_model_looks_closer_at_what_it_suspects(
    detector: Detector, damaged: tuple[Path, StandIn]
) -> None:
    heard = detector.hear(damaged[0])
    looked = heard.evidence.looks != 0
    assert looked.shape == (heard.confidence.shape[1], 3)
    assert looked.any()
    assert (heard.confidence[:3].T[looked] >= LEAST_PEAK).all()


@pytest.mark.parametrize(("a_second", "share"), [(4, 0.6), (10, 0.3)])
def test_a_record_full_of_clicks_is_full_of_detections(
    detector: Detector, tmp_path: Path, a_second: int, share: float
) -> None:
    """That a fault comes again and again is no reason to doubt it; with models before 1.4.0 one in twenty was left."""
    rng = np.random.default_rng(8)
    wave = programme(rng, 16_000, 12.0)
    places = 8_000 + 160 * np.sort(rng.choice(1_100, 11 * a_second, replace=False))
    wave[places] += 0.8
    found = detector.detect(write_wave(tmp_path / "worn.wav", wave.astype(np.float32), 16_000)).detections
    sure = found.of_type("click").select(found.of_type("click").confidence >= SURE)
    heard = [np.abs(sure.start_ms - place / 16).min(initial=1000) <= 5 for place in places]
    assert np.mean(heard) >= share


def test_segments_of_one_type_never_touch(detector: Detector, damaged: tuple[Path, StandIn]) -> None:
    found = detector.detect(damaged[0]).detections
    for code in range(len(found.types)):
        mine = found.select(found.type_codes == code).sorted()
        assert np.all(mine.start_ms[1:] - mine.end_ms[:-1] >= 1)
        assert np.all(mine.start_ms <= mine.end_ms)


@pytest.mark.parametrize("rate_hz", [8_000, 44_100, 96_000])
def test_silence_and_noise_and_dc_hold_no_artifact(detector: Detector, tmp_path: Path, rate_hz: int) -> None:
    rng = np.random.default_rng(1)
    count = rate_hz * 12
    quiet = {
        "silence": np.zeros(count),
        "noise": rng.standard_normal(count) * 0.1,
        "faint noise": rng.standard_normal(count) * 1e-4,
        "dc": np.full(count, 0.3),
    }
    for name, wave in quiet.items():
        found = detector.detect(write_wave(tmp_path / "q.wav", wave.astype(np.float32), rate_hz)).detections
        sure = [row for row in found.to_rows() if row["confidence"] >= SURE]
        assert not sure, f"{name} at {rate_hz} Hz: {sure[:3]}"


ODD = {
    "one sample": (np.array([0.5]), 48_000),
    "ten milliseconds": (np.sin(np.arange(480) * 0.1), 48_000),
    "full-scale square": (np.sign(np.sin(np.arange(96_000) * 0.03)), 48_000),
    "not a number": (np.where(np.arange(96_000) % 1000 == 0, np.nan, 0.1), 48_000),
    "infinite": (np.where(np.arange(96_000) % 5000 == 0, np.inf, 0.1), 48_000),
    "very high rate": (np.sin(np.arange(384_000 * 2) * 0.01), 384_000),
    "very low rate": (np.sin(np.arange(2_000) * 0.1), 1_000),
    "64 channels": (np.random.default_rng(0).standard_normal((16_000, 64)) * 0.1, 16_000),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_input_neither_crashes_nor_floods(detector: Detector, tmp_path: Path, name: str) -> None:
    samples, rate_hz = ODD[name]
    result = detector.detect(write_wave(tmp_path / "odd.wav", samples.astype(np.float32), rate_hz))
    assert np.all(np.isfinite(result.detections.confidence))
    broken = ~np.isfinite(samples)
    sure = result.detections.start_ms[result.detections.confidence >= SURE]
    # What is no number is heard as silence for a sample: a click, if it is found.
    silenced_ms = np.flatnonzero(broken) * 1000 / rate_hz
    unexplained = [start for start in sure if np.abs(silenced_ms - start).min(initial=1000) > 2]
    assert len(unexplained) <= 4
    assert result.non_finite_samples == np.count_nonzero(broken)


def test_an_artifact_in_one_channel_of_eight_counts(detector: Detector, tmp_path: Path) -> None:
    wave = np.tile(programme(np.random.default_rng(5), 16_000, 8.0)[:, None], (1, 8))
    wave[16_000 * 4 : 16_000 * 4 + 1600, 5] = 0.0
    found = detector.detect(write_wave(tmp_path / "eight.wav", wave.astype(np.float32), 16_000)).detections
    assert any(
        row["artifact_type"] == "dropout" and abs(row["start_ms"] - 4000) <= 10
        and row["confidence"] >= ONE_OF_EIGHT
        for row in found.to_rows()
    )


def test_level_does_not_matter(detector: Detector, tmp_path: Path) -> None:
    wave = programme(np.random.default_rng(3), 48_000, 10.0)
    wave[48_000 * 4 : 48_000 * 4 + 4800] = 0.0
    counts = []
    for gain in (1.0, 0.1):
        path = write_wave(tmp_path / "level.wav", (wave * gain).astype(np.float32))
        rows = detector.detect(path).detections.to_rows()
        counts.append([(row["artifact_type"], row["start_ms"]) for row in rows if row["confidence"] >= SURE])
    assert counts[0] == counts[1]


def test_progress_reaches_the_end_and_never_falls(detector: Detector, damaged: tuple[Path, StandIn]) -> None:
    told: list[tuple[int, int]] = []
    result = detector.detect(
        damaged[0], on_progress=lambda done, total: told.append((done, total)), sizes=BlockSizes(1.0)
    )
    assert told[-1] == (result.info.frames, result.info.frames)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) >= 20


def test_cancel_is_heard_at_the_next_block(detector: Detector, damaged: tuple[Path, StandIn]) -> None:
    asked = []

    def is_cancelled() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(Cancelled, match="Stopped after"):
        detector.detect(damaged[0], is_cancelled=is_cancelled, sizes=BlockSizes(1.0))
    assert len(asked) == 4


def test_what_is_told_early_is_in_the_result_as_it_was(detector: Detector, tmp_path: Path) -> None:
    made = [example(number, seconds=20.0) for number in (9, 11, 13, 15)]
    rate_hz = made[0].rate_hz
    wave = np.concatenate([one.samples[:, :1] for one in made if one.rate_hz == rate_hz] * 4)
    told: list[DetectionTable] = []
    until_s: list[float] = []

    def on_found(found: DetectionTable, heard_s: float) -> None:
        told.append(found)
        until_s.append(heard_s)

    path = write_wave(tmp_path / "long.wav", wave, rate_hz)
    result = detector.detect(path, sizes=BlockSizes(2.0, 800), on_found=on_found, early_s=0.0)
    assert len(told) >= 2
    assert until_s == sorted(until_s)
    assert 0 < until_s[-1] < result.info.duration_s
    counts = [len(one) for one in told]
    assert counts == sorted(counts)
    assert 0 < counts[-1] <= len(result.detections)
    known = result.detections.to_rows()
    assert all(row in known for row in told[-1].to_rows())
