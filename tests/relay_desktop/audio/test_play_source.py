"""The samples of an order, block by block, at any block length."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.play_order import PlayOrder
from relay_desktop.audio.play_source import PlaySource
from tests.relay_desktop.audio.conftest import MakeRecording, noise

FRAMES = 20_000


def _all(source: PlaySource, block: int, limit: int) -> np.ndarray:
    parts, total = [], 0
    while not source.is_exhausted and total < limit:
        parts.append(source.next_block(block))
        total += len(parts[-1])
    return np.concatenate(parts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_once_and_looped(write: MakeRecording, data: st.DataObject) -> None:
    samples = noise(FRAMES)
    start = data.draw(st.integers(0, FRAMES - 2))
    stop = data.draw(st.integers(start + 1, FRAMES))
    first = data.draw(st.integers(start, stop - 1))
    block = data.draw(st.integers(1, 5000))
    is_loop = data.draw(st.booleans())
    limit = 30_000 if is_loop else FRAMES + 1
    with AudioClip(write(samples)) as clip:
        order = PlayOrder(first, start, stop, is_loop)
        heard = _all(PlaySource(clip, order, 48_000, 2), block, limit if block > 50 else 500)
    if is_loop:
        places = start + (first - start + np.arange(len(heard))) % (stop - start)
        np.testing.assert_array_equal(heard, samples[places])
    else:
        np.testing.assert_array_equal(heard, samples[first:stop][: len(heard)])
        assert len(heard) == stop - first or len(heard) >= 500
    assert order.frame_after(7) == (start + (first - start + 7) % (stop - start) if is_loop else min(first + 7, stop))


@pytest.mark.parametrize("file_hz", [8_000, 44_100, 96_000, 192_000])
@pytest.mark.parametrize("device_hz", [48_000, 44_100])
def test_another_rate_keeps_length_and_pitch(write: MakeRecording, file_hz: int, device_hz: int) -> None:
    seconds = 2.0
    times = np.arange(int(seconds * file_hz)) / file_hz
    tone = (0.5 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)[:, None]
    with AudioClip(write(tone, rate_hz=file_hz)) as clip:
        source = PlaySource(clip, PlayOrder(0, 0, len(tone), False), device_hz, 2)
        heard = _all(source, 4096, 10**9)
    assert len(heard) == pytest.approx(seconds * device_hz, abs=2)
    at_device = np.arange(len(heard)) / device_hz
    inner = slice(device_hz // 10, -device_hz // 10)
    np.testing.assert_allclose(heard[inner, 0], 0.5 * np.sin(2 * np.pi * 440 * at_device)[inner], atol=2e-3)


def test_a_loop_at_another_rate_has_no_seam(write: MakeRecording) -> None:
    """100 Hz over whole periods: the looped sound is the same sine for ever."""
    tone = (0.5 * np.sin(2 * np.pi * 100 * np.arange(44_100) / 44_100)).astype(np.float32)[:, None]
    with AudioClip(write(tone, rate_hz=44_100)) as clip:
        source = PlaySource(clip, PlayOrder(0, 0, 4_410, True), 48_000, 1)
        heard = _all(source, 1000, 48_000 * 2)[:, 0]
    expected = 0.5 * np.sin(2 * np.pi * 100 * np.arange(len(heard)) / 48_000)
    np.testing.assert_allclose(heard[4800:-4800], expected[4800:-4800], atol=2e-3)
