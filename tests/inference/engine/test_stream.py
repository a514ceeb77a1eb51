"""The network on a device that runs out of memory: the fault is made, the way out is real."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from inference.engine.context import INPUTS
from inference.engine.frame_grid import FrameGrid
from inference.engine.network import NetworkShape, WitnessNetwork, view_frames
from inference.engine.stream import Framer, Judge, Window, Windows, witness_channels

GRID = FrameGrid.for_rate(8_000)


class CrampedJudge(Judge):
    """A judge whose GPU has room for so many channels at a time."""

    def __init__(self, network: WitnessNetwork, room: int) -> None:
        super().__init__(network, torch.device("cpu"))
        self.device = torch.device("cuda")
        self.room = room
        self.sizes: list[int] = []

    def _forward(self, inputs: Tensor) -> Tensor:
        if self.device.type == "cuda":
            self.sizes.append(len(inputs))
            if len(inputs) > self.room:
                raise torch.OutOfMemoryError("made for the test")
        return torch.sigmoid(self._network(inputs))


@pytest.fixture(scope="module")
def network() -> WitnessNetwork:
    torch.manual_seed(3)
    return WitnessNetwork(NetworkShape(INPUTS, 7, width=16, slow_width=16)).eval()


@pytest.fixture(scope="module")
def window() -> Window:
    wave = np.random.default_rng(0).standard_normal((8_000 * 4, 4)).astype(np.float32) * 0.1
    stretch = Framer(GRID, 4).feed(wave)
    assert stretch is not None
    witnesses = witness_channels(stretch, GRID)
    count = witnesses.count // 8 * 8
    return Window(witnesses.frames(0, count), 0, count)


def test_smaller_parts_when_memory_is_short(network: WitnessNetwork, window: Window) -> None:
    whole = Judge(network, torch.device("cpu")).judge(window, GRID)
    cramped = CrampedJudge(network, room=1)
    parts = cramped.judge(window, GRID)
    assert cramped.sizes[0] == 4
    assert cramped.sizes[-1] == 1
    assert cramped.notes == []
    assert np.abs(parts.confidence - whole.confidence).max() < 1e-3


def test_the_cpu_goes_on_and_says_so(
    network: WitnessNetwork, window: Window, caplog: pytest.LogCaptureFixture
) -> None:
    whole = Judge(network, torch.device("cpu")).judge(window, GRID)
    cramped = CrampedJudge(network, room=0)
    with caplog.at_level("ERROR"):
        rest = cramped.judge(window, GRID)
    assert cramped.device.type == "cpu"
    assert "CPU goes on" in cramped.notes[0]
    assert np.abs(rest.confidence - whole.confidence).max() < 1e-3


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
