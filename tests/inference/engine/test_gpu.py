"""All of detection on a GPU: what it says is what the CPU says, in its large blocks too."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from inference.contract import ModelCard
from inference.engine.context import INPUTS
from inference.engine.decoder import Decoder
from inference.engine.detector import BlockSizes, Detector
from inference.engine.frame_grid import FrameGrid
from inference.engine.judge import Judge
from inference.engine.model_folder import CARD_NAME
from inference.engine.network import NetworkShape, WitnessNetwork
from tests.inference.engine.conftest import SHIPPED
from tests.inference.engine.stand_in import StandIn, example

needs_cuda = pytest.mark.skipif(not torch.cuda.is_available(), reason="this computer has no CUDA device")


def _detector(device: str) -> Detector:
    """One whose network has random weights; it hears everything a little."""
    torch.manual_seed(5)
    card = ModelCard.model_validate(json.loads((SHIPPED / CARD_NAME).read_text(encoding="utf-8")))
    network = WitnessNetwork(NetworkShape(INPUTS, len(card.types), width=16, slow_width=16))
    return Detector(card, network, Decoder(card.types), device)


@pytest.fixture(scope="module")
def sound() -> StandIn:
    return example(9, seconds=20.0)


@pytest.mark.parametrize(("block_s", "core_frames"), [(0.4, 400), (7.0, 808), (None, None)])
def test_large_blocks_one_after_the_other_give_the_same(
    sound: StandIn, monkeypatch: pytest.MonkeyPatch, block_s: float | None, core_frames: int | None
) -> None:
    stereo = np.repeat(sound.samples, 2, axis=1) * np.float32([1.0, 0.5])
    detector = _detector("cpu")
    plain = detector.hear_samples(stereo, sound.rate_hz)
    monkeypatch.setattr(Judge, "is_on_gpu", True)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device: (2**33, 2**34))
    large = detector.hear_samples(stereo, sound.rate_hz, sizes=BlockSizes(block_s, core_frames))
    assert large.confidence.shape == plain.confidence.shape
    assert np.abs(large.confidence.astype(np.float32) - plain.confidence).max() < 1e-3
    assert np.array_equal(large.evidence.levels, plain.evidence.levels)


def test_blocks_fit_the_memory_that_is_free(monkeypatch: pytest.MonkeyPatch, sound: StandIn) -> None:
    info = _detector("cpu").hear_samples(sound.samples, sound.rate_hz).info
    grid_frames = []
    for free in (2**30, 2**33, 2**37):
        monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device, free=free: (free, 2**37))
        grid = FrameGrid.for_rate(sound.rate_hz)
        block, core = BlockSizes().on_gpu(info, grid, torch.device("cuda"))
        assert block == core * grid.hop
        grid_frames.append(core)
    assert grid_frames == sorted(set(grid_frames))


@needs_cuda
def test_cuda_and_cpu_agree(sound: StandIn) -> None:
    one, other = (
        _detector(device).hear_samples(sound.samples, sound.rate_hz) for device in ("cpu", "cuda")
    )
    assert np.abs(one.confidence.astype(np.float32) - other.confidence).max() < 1e-3
    assert np.abs(one.evidence.levels.astype(int) - other.evidence.levels).max() <= 1


@needs_cuda
def test_cuda_short_of_memory_says_the_same(sound: StandIn) -> None:
    long = np.tile(sound.samples, (40, 4))
    whole = _detector("cuda").hear_samples(long, sound.rate_hz)
    total = torch.cuda.get_device_properties(0).total_memory
    torch.cuda.empty_cache()
    torch.cuda.set_per_process_memory_fraction(0.4 * 2**30 / total)
    try:
        cramped = _detector("cuda").hear_samples(long, sound.rate_hz)
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
    assert np.abs(whole.confidence.astype(np.float32) - cramped.confidence).max() < 1e-3
