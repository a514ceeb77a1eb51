"""The ring between reader thread and callback."""

from __future__ import annotations

import threading

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from relay_desktop.audio.ring_buffer import RingBuffer


def _frames(first: int, count: int) -> np.ndarray:
    return np.repeat(np.arange(first, first + count, dtype=np.float32)[:, None], 2, axis=1)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_what_is_taken_is_what_was_written_in_order(steps: list[tuple[int, int]]) -> None:
    ring, out = RingBuffer(7, 2), np.zeros((9, 2), dtype=np.float32)
    written = taken = 0
    for give, want in steps:
        written += ring.write(_frames(written, give))
        count = ring.take(out[:want])
        np.testing.assert_array_equal(out[:count], _frames(taken, count))
        taken += count
        assert 0 <= ring.free == 7 - (written - taken)


def test_two_threads() -> None:
    ring, total = RingBuffer(512, 2), 40_000
    heard = np.zeros((total, 2), dtype=np.float32)

    def write() -> None:
        done = 0
        while done < total:
            done += ring.write(_frames(done, min(300, total - done)))

    writer = threading.Thread(target=write)
    writer.start()
    done = 0
    while done < total:
        done += ring.take(heard[done : done + 111])
    writer.join()
    np.testing.assert_array_equal(heard, _frames(0, total))


def test_what_was_taken_can_still_be_looked_at() -> None:
    ring = RingBuffer(8, 1, history=4)
    out = np.zeros((3, 1), dtype=np.float32)
    for start in range(0, 30, 3):
        samples = np.arange(start, start + 3, dtype=np.float32)[:, None]
        assert ring.write(samples) == 3
        assert ring.take(out) == 3
    np.testing.assert_array_equal(ring.peek(27, 30)[:, 0], [27, 28, 29])
    np.testing.assert_array_equal(ring.peek(0, 30)[:, 0], [26, 27, 28, 29])
    assert len(ring.peek(30, 40)) == 0
    assert ring.write(np.ones((20, 1), dtype=np.float32)) == 8, "history is no room for writing"
    np.testing.assert_array_equal(ring.peek(27, 30)[:, 0], [27, 28, 29])
