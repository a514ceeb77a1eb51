"""Where in the file one is after a while of an order."""

from __future__ import annotations

import pytest

from relay_desktop.audio.play_order import PlayOrder


@pytest.mark.parametrize(
    ("order", "played", "gap_frames", "place"),
    [
        (PlayOrder(10, 10, 20), 4, 0, 14),
        (PlayOrder(10, 10, 20), 40, 0, 20),
        (PlayOrder(10, 10, 20, is_loop=True), 13, 0, 13),
        (PlayOrder(15, 10, 20, is_loop=True), 5, 3, 20),
        (PlayOrder(15, 10, 20, is_loop=True), 7.5, 3, 20),
        (PlayOrder(15, 10, 20, is_loop=True), 9, 3, 11),
        (PlayOrder(15, 10, 20, is_loop=True), 18.5, 3, 20),
        (PlayOrder(20, 10, 20, shuttle=-2), 4, 0, 16),
        (PlayOrder(20, 10, 20, shuttle=-2), 40, 0, 10),
        (PlayOrder(10, 10, 20), -3, 0, 10),
    ],
)
def test_frame_after(order: PlayOrder, played: float, gap_frames: int, place: float) -> None:
    assert order.frame_after(played, gap_frames) == place


def test_the_same_times_at_another_rate() -> None:
    order = PlayOrder(10, 10, 21, is_loop=True, bridged=(12, 14))
    assert order.at_rate(1) is order
    assert order.at_rate(2) == PlayOrder(20, 20, 42, is_loop=True, bridged=(24, 28))
    assert order.at_rate(0.01).stop_frame == 1
