"""Integers that ran over are told from what sounds or looks alike."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.contract import ModelCard
from inference.engine.context import INPUTS
from inference.engine.decoder import Decoder
from inference.engine.detector import BlockSizes, Detector
from inference.engine.frame_grid import HALO_FRAMES
from inference.engine.network import NetworkShape, WitnessNetwork
from inference.engine.wraps import LEAST_JUMP, SILENT, wrapped
from inference.training.dataset import TYPES

RATE, HOP = 8_000, 80
Wave = np.ndarray


def _counts(wave: Wave) -> Wave:
    """(T,) of a wave (n,) with silence around it."""
    frames = -(-len(wave) // HOP)
    around = np.pad(wave, (HALO_FRAMES * HOP, (frames + HALO_FRAMES) * HOP - len(wave))).astype(np.float32)
    samples = torch.from_numpy(around)[None]
    steps = samples.diff(dim=1)[:, HALO_FRAMES * HOP - 1 :][:, : frames * HOP].reshape(1, frames, HOP)
    return wrapped(samples, steps)[0].numpy()


def _tone(hz: float, peak: float) -> Wave:
    return peak * np.sin(2 * np.pi * hz * np.arange(RATE) / RATE)


def _overflowed(wave: Wave) -> Wave:
    """As 16-bit arithmetic gives it."""
    words = np.round(wave * 32768).astype(np.int64)
    return ((words + 32768) % 65536 - 32768) / 32768


@pytest.mark.parametrize("later_gain", [1.0, 0.1])
def test_every_wrap_of_too_loud_a_tone_is_counted(later_gain: float) -> None:
    tone = _tone(100.0, 1.2)
    counts = _counts(_overflowed(tone) * later_gain)
    # One way and back again at every peak and every trough.
    assert counts.sum() == 2 * 200
    jumps = np.flatnonzero(np.abs(np.diff(_overflowed(tone))) > 1) + 1
    assert counts.tolist() == np.bincount(jumps // HOP, minlength=100).tolist()


def test_what_does_not_go_on_in_its_old_direction_is_no_wrap() -> None:
    tone = _tone(100.0, 0.5)
    click = tone.copy()
    click[4000] = -1.0
    square = np.sign(tone + 1e-9) * 0.8
    clipped = np.clip(_tone(100.0, 2.0), -0.5, 0.5)
    for wave in (tone, click, square, clipped, np.zeros(RATE)):
        assert not _counts(wave).any()


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=50)
def test_each_frame_is_counted_as_one_by_one(seed: int) -> None:
    rng = np.random.default_rng(seed)
    wave = (rng.standard_normal(12 * HOP) * 10 ** rng.uniform(-5, 0)).astype(np.float32)
    padded = np.pad(wave, (HOP, HOP))
    expected = np.zeros(12)
    for at in range(HOP, len(padded) - HOP):
        before, here, after = np.diff(padded[at - 2 : at + 2])
        frame = at // HOP - 1
        peak = max(np.abs(padded[frame * HOP : (frame + 3) * HOP]).max(), np.float32(SILENT))
        goes_on = before * after > 0 > here * after
        expected[frame] += (
            goes_on and abs(here) - max(abs(before), abs(after)) > np.float32(LEAST_JUMP) * peak
        )
    assert _counts(wave).tolist() == expected.tolist()


def test_wraps_and_repeats_reach_the_evidence_wherever_blocks_end() -> None:
    rng = np.random.default_rng(3)
    wave = 0.3 * rng.standard_normal(4 * RATE)
    wave[2 * RATE : 3 * RATE] = wave[RATE // 2 : RATE // 2 + RATE]
    wave[RATE // 5 : RATE // 5 + 800] = _overflowed(_tone(100.0, 1.2))[:800]
    card = ModelCard(id="m", version="1", types=TYPES)
    network = WitnessNetwork(NetworkShape(INPUTS, len(TYPES), width=8, slow_width=8))
    detector = Detector(card, network, Decoder(TYPES), "cpu")
    stereo = np.stack((np.zeros_like(wave), wave), 1).astype(np.float32)
    whole, cut = (
        detector.hear_samples(stereo, RATE, sizes=BlockSizes(block_s, core)).evidence.marks
        for block_s, core in ((100.0, 100_000), (0.5, 400))
    )
    assert np.array_equal(whole, cut)
    assert (whole[21:29, 0] >= 2).all()
    assert (whole[205:295, 3] == 255).all()
    assert not whole[120:195, 1:].any()
