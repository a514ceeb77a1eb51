"""The closer look: what is looked at, and that it is the same wherever blocks end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from inference.contract import ModelCard
from inference.engine.checkpoint import load_inspection, load_network, save_model
from inference.engine.context import INPUT_NAMES, network_input
from inference.engine.decoder import Decoder
from inference.engine.detector import BlockSizes, Detector
from inference.engine.evidence import Evidence
from inference.engine.frame_grid import FrameGrid
from inference.engine.inspection import (
    INSPECTION_FRAMES,
    InspectionNetwork,
    InspectionShape,
    Suspects,
    _unforeseen,
    find_suspects,
)
from inference.engine.model_folder import BadModel, read_model
from inference.engine.network import NetworkShape, WitnessNetwork
from inference.engine.segments import LEAST_PEAK
from inference.training.dataset import witnessed
from tests.inference.engine.stand_in import programme

TYPES = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")
SHAPE = InspectionShape(3, len(TYPES), width=4, hidden=8)
RATE_HZ = 16_000
GRID = FrameGrid.for_rate(RATE_HZ)
FIELDS = {"id": "looks", "version": "1", "title": "Looks"}


@pytest.fixture(scope="module")
def pair() -> tuple[WitnessNetwork, InspectionNetwork]:
    """Networks that have learnt nothing: they suspect much, and have an opinion of each."""
    torch.manual_seed(5)
    network = WitnessNetwork(NetworkShape(len(INPUT_NAMES), len(TYPES), width=16, slow_width=16))
    return network.eval(), InspectionNetwork(SHAPE).eval()


@pytest.fixture(scope="module")
def stereo() -> np.ndarray:
    rng = np.random.default_rng(6)
    wave = np.stack([programme(rng, RATE_HZ, 20.0) for _ in range(2)], axis=1).astype(np.float32)
    wave[96_000:96_003, 1] += 0.6
    return wave


def _suspects(network: WitnessNetwork, wave: np.ndarray) -> tuple[Suspects, torch.Tensor]:
    witnesses = witnessed(wave, GRID)
    with torch.inference_mode():
        confidence = torch.sigmoid(network(network_input(witnesses, GRID)))
        near = torch.nn.functional.pad(confidence, (INSPECTION_FRAMES, INSPECTION_FRAMES))
        return find_suspects(near, witnesses, (0, witnesses.count), 3, RATE_HZ), confidence


def test_peaks_are_suspected_and_brought_with_the_wave_around_them(
    pair: tuple[WitnessNetwork, InspectionNetwork], stereo: np.ndarray
) -> None:
    suspects, confidence = _suspects(pair[0], stereo)
    best = confidence[:, :3].amax(0).half()
    assert len(suspects) > 20
    for code, frame in zip(suspects.code.tolist(), suspects.frame.tolist(), strict=True):
        line = best[code]
        assert line[frame] >= LEAST_PEAK
        assert line[frame] >= line[max(0, frame - 1) : frame + 2].amax()
    peaks = (best[:, 1:-1] > best[:, :-2]) & (best[:, 1:-1] >= best[:, 2:]) & (best[:, 1:-1] >= LEAST_PEAK)
    inside = (suspects.frame > 0) & (suspects.frame < best.shape[1] - 1)
    assert int(peaks.sum()) == int(inside.sum())
    assert suspects.rate.unique().tolist() == pytest.approx([np.log10(RATE_HZ)])


def test_the_wave_around_a_click_is_that_of_the_file_with_the_click_in_its_middle(stereo: np.ndarray) -> None:
    witnesses = witnessed(stereo, GRID)
    frame = 96_000 // GRID.hop
    spike = 96_000 + round(float(witnesses.spike_at[1, frame]) * GRID.hop)
    assert abs(spike - 96_000) <= 3
    close = witnesses.close[1, frame].float().numpy()
    assert close == pytest.approx(stereo[spike - 256 : spike + 256, 1], abs=1e-3)


@pytest.mark.parametrize(("block_s", "core_frames"), [(0.31, 400), (2.0, 808), (7.0, 1200)])
def test_a_look_does_not_depend_on_where_blocks_end(
    pair: tuple[WitnessNetwork, InspectionNetwork], stereo: np.ndarray, block_s: float, core_frames: int
) -> None:
    card = ModelCard(id="looks", version="1", types=TYPES)
    detector = Detector(card, pair[0], Decoder(TYPES), "cpu", pair[1])
    whole = detector.hear_samples(stereo, RATE_HZ, sizes=BlockSizes(100.0, 100_000)).evidence
    cut = detector.hear_samples(stereo, RATE_HZ, sizes=BlockSizes(block_s, core_frames)).evidence
    assert whole.looks.shape == (2_000, 3)
    assert np.count_nonzero(whole.looks) > 20
    same = (whole.looks != 0) == (cut.looks != 0)
    # A peak whose neighbour is as high to the last digit may lie beside it.
    assert np.mean(same) > 0.999
    assert np.abs(whole.looks - cut.looks)[same].max() < 0.01
    assert np.array_equal(whole.mains, cut.mains)


@pytest.mark.parametrize("rate_hz", [1_000, 8_000, 96_000])
def test_any_rate_is_looked_at(pair: tuple[WitnessNetwork, InspectionNetwork], rate_hz: int) -> None:
    card = ModelCard(id="looks", version="1", types=TYPES)
    detector = Detector(card, pair[0], Decoder(TYPES), "cpu", pair[1])
    wave = np.random.default_rng(2).standard_normal((3 * rate_hz, 1)).astype(np.float32) * 0.1
    whole = detector.hear_samples(wave, rate_hz, sizes=BlockSizes(100.0, 100_000)).evidence
    cut = detector.hear_samples(wave, rate_hz, sizes=BlockSizes(0.5, 400)).evidence
    assert np.isfinite(whole.looks).all()
    same = (whole.looks != 0) == (cut.looks != 0)
    assert np.abs(whole.looks - cut.looks)[same].max() < 0.02


def test_the_surest_look_within_a_segment_counts() -> None:
    evidence = Evidence.of(np.zeros(12, np.float32), np.zeros((12, 8), np.float32))
    assert evidence.closest_look(0, np.array([3]), np.array([9])).tolist() == [0.0]
    looks = np.zeros((12, 2), np.float16)
    looks[[2, 4, 5, 11], 0] = -1.0, -3.0, -2.0, 4.0
    looked = replace(evidence, looks=looks)
    starts, stops = np.array([0, 3, 3, 6, 11]), np.array([3, 5, 9, 9, 12])
    assert looked.closest_look(0, starts, stops).tolist() == [-1.0, -3.0, -2.0, 0.0, 4.0]
    assert not looked.closest_look(1, starts, stops).any()
    assert not looked.closest_look(6, starts, stops).any()


def test_an_inspection_is_kept_beside_its_network(
    pair: tuple[WitnessNetwork, InspectionNetwork], tmp_path: Path
) -> None:
    network, inspection = pair
    model = save_model(tmp_path / "looks", network, Decoder(TYPES, {}), FIELDS, inspection)
    loaded = load_inspection(read_model(model.folder))
    assert loaded is not None
    assert loaded.shape == SHAPE
    pairs = zip(loaded.parameters(), inspection.parameters(), strict=True)
    assert all(torch.equal(a, b) for a, b in pairs)
    again = load_network(read_model(model.folder))
    assert torch.equal(next(again.parameters()), next(network.parameters()))
    plain = save_model(tmp_path / "plain", network, Decoder(TYPES, {}), FIELDS)
    assert load_inspection(read_model(plain.folder)) is None


@pytest.mark.parametrize(
    "sizes",
    [
        {"width": 8}, {"width": "wide"}, {"types": 9}, {"all_types": 4}, {"hidden": None}, {"hidden": 10**9},
        {"waves": 2}, {"waves": 3}, {"waves": 5},
    ],
)  # fmt: skip
def test_an_inspection_that_does_not_fit_is_refused(
    pair: tuple[WitnessNetwork, InspectionNetwork], tmp_path: Path, sizes: dict[str, object]
) -> None:
    model = save_model(tmp_path / "looks", pair[0], Decoder(TYPES, {}), FIELDS, pair[1])
    model.card.settings["inspection"].update(sizes)
    with pytest.raises(BadModel):
        load_inspection(model)


def test_an_inspection_from_before_predictions_were_seen_is_read(
    pair: tuple[WitnessNetwork, InspectionNetwork], stereo: np.ndarray, tmp_path: Path
) -> None:
    torch.manual_seed(7)
    older = InspectionNetwork(replace(SHAPE, waves=3)).eval()
    model = save_model(tmp_path / "older", pair[0], Decoder(TYPES, {}), FIELDS, older)
    del model.card.settings["inspection"]["waves"]
    loaded = load_inspection(model)
    assert loaded is not None
    suspects, _ = _suspects(pair[0], stereo)
    with torch.inference_mode():
        assert torch.equal(loaded(suspects), older(suspects))


@pytest.mark.parametrize("size", [0.03, 2e-3])
def test_what_prediction_leaves_shows_a_click_far_below_a_chord(size: float) -> None:
    time = torch.arange(512) / 48_000
    tones = [torch.sin(2 * torch.pi * hertz * time + hertz) for hertz in (440, 1_870, 5_210)]
    noise = torch.randn(512, generator=torch.Generator().manual_seed(8)) * 3e-5
    clean = (torch.stack(tones).mean(0) + noise)[None]
    clicked = clean.clone()
    clicked[0, 256] += size
    left, whole = (_unforeseen(one)[0].abs() for one in (clicked, clean))
    assert left.argmax() == 256
    assert left[256] > 8 * left[:250].max()
    assert whole.max() < 4


def test_silence_leaves_nothing_unforeseen() -> None:
    assert torch.equal(_unforeseen(torch.zeros(2, 512)), torch.zeros(2, 512))
