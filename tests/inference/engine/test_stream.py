"""The network on a device that runs out of memory: the fault is made, the way out is real."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from inference.engine.context import INPUTS
from inference.engine.frame_grid import FrameGrid
from inference.engine.front_end import Witnesses
from inference.engine.inspection import InspectionNetwork, InspectionShape
from inference.engine.judge import Confidences, Heard, Judge
from inference.engine.network import Network, NetworkShape, WitnessNetwork, view_frames
from inference.engine.stream import Framer, Window, Windows, witness_channels

GRID = FrameGrid.for_rate(8_000)


class CrampedJudge(Judge):
    """A judge whose GPU has room for so many frames at a time; what it computes, the CPU computes."""

    def __init__(self, network: Network, room: int, inspection: InspectionNetwork | None = None) -> None:
        super().__init__(network, torch.device("cpu"), inspection)
        self.device = torch.device("cuda")
        self.room = room
        self.sizes: list[int] = []

    @property
    def front_device(self) -> torch.device:
        return torch.device("cpu")

    def _witness(self, stretch: Tensor, grid: FrameGrid) -> Witnesses:
        self._take_room(stretch.shape[1] // grid.hop - grid.around_frames)
        return super()._witness(stretch, grid)

    def _judge(self, window: Window, grid: FrameGrid) -> Heard:
        self._take_room(window.stop - window.start)
        return super()._judge(window, grid)

    def _forward(self, inputs: Tensor) -> Tensor:
        return torch.sigmoid(self._network(inputs))

    def _take_room(self, frames: int) -> None:
        if self.device.type == "cuda":
            self.sizes.append(frames)
            if frames > self.room:
                raise torch.OutOfMemoryError("made for the test")


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(3)
    return WitnessNetwork(NetworkShape(INPUTS, 7, width=16, slow_width=16)).eval()


@pytest.fixture(scope="module")
def stretch() -> Tensor:
    wave = np.random.default_rng(0).standard_normal((GRID.hop * 3_305, 2)).astype(np.float32) * 0.1
    wave[120_000:121_000] = 0
    made = Framer(GRID, 2).feed(wave)
    assert made is not None
    return made


def _judged(judge: Judge, stretch: Tensor) -> Confidences:
    witnesses = judge.witness(stretch, GRID)
    return judge.judge(Window(witnesses, 0, witnesses.count), GRID).fetch()


def test_smaller_parts_when_memory_is_short(network: Network, stretch: Tensor) -> None:
    torch.manual_seed(4)
    inspection = InspectionNetwork(InspectionShape(3, 7, width=4, hidden=8)).eval()
    whole = _judged(Judge(network, torch.device("cpu"), inspection), stretch)
    cramped = CrampedJudge(network, 900, inspection)
    parts = _judged(cramped, stretch)
    assert max(cramped.sizes) == whole.confidence.shape[1] == parts.confidence.shape[1] == 3_300
    assert sum(size <= 900 for size in cramped.sizes) == 8
    assert cramped.notes == []
    assert np.abs(parts.confidence - whole.confidence).max() < 1e-3
    assert np.abs(parts.evidence.levels.astype(int) - whole.evidence.levels).max() <= 1
    assert np.abs(parts.evidence.mains.astype(int) - whole.evidence.mains).max() <= 1
    assert parts.evidence.looks.shape == whole.evidence.looks.shape == (3_300, 3)
    is_same = (parts.evidence.looks != 0) == (whole.evidence.looks != 0)
    assert np.mean(is_same) > 0.999
    assert np.abs(parts.evidence.looks - whole.evidence.looks)[is_same].max() < 0.01


def test_the_cpu_goes_on_and_says_so(
    network: Network, stretch: Tensor, caplog: pytest.LogCaptureFixture
) -> None:
    whole = _judged(Judge(network, torch.device("cpu")), stretch)
    cramped = CrampedJudge(network, room=0)
    with caplog.at_level("ERROR"):
        rest = _judged(cramped, stretch)
    assert cramped.device.type == "cpu"
    assert len(cramped.notes) == 1
    assert "CPU goes on" in cramped.notes[0]
    assert np.abs(rest.confidence - whole.confidence).max() < 1e-3


def test_an_error_that_is_not_of_memory_is_not_swallowed(network: Network, stretch: Tensor) -> None:
    class Broken(CrampedJudge):
        def _take_room(self, frames: int) -> None:
            raise RuntimeError("made for the test")

    with pytest.raises(RuntimeError, match="made for the test"):
        Broken(network, room=900).witness(stretch, GRID)


def test_the_network_sees_no_farther_than_it_says(network: WitnessNetwork) -> None:
    frames, middle = 1600, 800
    inputs = torch.zeros(1, INPUTS, frames, requires_grad=True)
    with torch.enable_grad():
        network(inputs + torch.randn(1, INPUTS, frames))[0, :, middle].sum().backward()
    assert inputs.grad is not None
    touched = inputs.grad.abs().sum((0, 1)).nonzero()[:, 0]
    assert middle - int(touched.min()) <= view_frames(network.shape)
    assert int(touched.max()) - middle <= view_frames(network.shape)


def test_windows_hand_out_every_frame_once() -> None:
    wave = np.zeros((8_000 * 9, 1), dtype=np.float32)
    framer, windows = Framer(GRID, 1), Windows(halo_frames=40, core_frames=104)
    lengths = []
    for at in range(0, len(wave), 5_000):
        stretch = framer.feed(wave[at : at + 5_000])
        if stretch is not None:
            lengths += [one.stop - one.start for one in windows.feed(witness_channels(stretch, GRID))]
    last = framer.finish()
    if last is not None:
        lengths += [one.stop - one.start for one in windows.feed(witness_channels(last, GRID))]
    lengths += [one.stop - one.start for one in windows.finish(framer.frames)]
    assert sum(lengths) == framer.frames == 900
    assert max(lengths) == 104
