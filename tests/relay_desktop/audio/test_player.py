"""Real sound: what the player played, recorded from the sink's monitor, against the file's own samples."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.fold_down import fold_down_matrix
from relay_desktop.audio.listening import Listening
from relay_desktop.audio.play_order import PlayOrder
from relay_desktop.audio.player import Player
from relay_desktop.audio.sound_output import OutputChoice
from relay_desktop.errors import RelayError
from tests.relay_desktop.audio.conftest import MakeRecording, noise
from tests.sound import RATE_HZ, Recording, SoundServer, recording

# A loaded machine can make the sink run dry, which no program can prevent; the recording is then made again.
_ATTEMPTS = 4
_QUIET_FRAMES = RATE_HZ // 4

Samples = NDArray[np.float32]


class Listener:
    """A player on the private sink and the record of what came out."""

    def __init__(self, sound: SoundServer) -> None:
        self._sound = sound
        self.player = Player()
        self.finished = threading.Event()
        self.problems: list[RelayError] = []
        self.player.on_finished = self.finished.set
        self.player.on_problem = self.problems.append

    def heard(self, act: Callable[[Recording], None], is_whole: Callable[[Samples], bool]) -> Samples:
        """What was audible of `act`, from the first to the last frame that is not silent.

        Recorded again when the sink ran dry, and, on a machine with more to do than it has cores, when sound got lost
        between the sink and the recorder (`is_whole` says no). The last recording is given out as it is.
        """
        for attempt in range(_ATTEMPTS):
            with recording(self._sound) as record:
                self.player.underruns = 0
                self.finished.clear()
                act(record)
                found = _audible(record.wait_for_silence(_QUIET_FRAMES))
            is_overloaded = os.getloadavg()[0] > 1.5 * (os.cpu_count() or 1)
            is_last = attempt == _ATTEMPTS - 1
            if self.player.underruns == 0 and (is_last or not is_overloaded or is_whole(found)):
                return found
        pytest.fail(f"the sink ran dry in each of {_ATTEMPTS} recordings")


def _audible(heard: Samples) -> Samples:
    loud = np.flatnonzero(np.any(heard != 0, axis=1))
    return heard[loud[0] : loud[-1] + 1]


def _wait_until(is_so: Callable[[], bool], limit_s: float = 20.0) -> None:
    deadline = time.monotonic() + limit_s
    pause = threading.Event()
    while not is_so():
        assert time.monotonic() < deadline, "it did not come to pass"
        pause.wait(0.002)


@pytest.fixture
def listener(sound: SoundServer) -> Iterator[Listener]:
    listener = Listener(sound)
    yield listener
    listener.player.close()


def test_every_sample_of_the_marked_span_and_no_other(listener: Listener, write: MakeRecording) -> None:
    samples = noise(RATE_HZ * 2)
    # A sink that just woke may swallow its first frames: they are silent ones.
    samples[10_000:12_345] = 0
    with AudioClip(write(samples)) as clip:
        listener.player.load(clip)
        heard = listener.heard(lambda _: listener.player.play(10_000, 67_890), lambda it: len(it) == 67_890 - 12_345)
        np.testing.assert_array_equal(heard, samples[12_345:67_890])
        assert listener.finished.wait(5)
        assert not listener.player.is_playing
        assert listener.player.position_frames() == 67_890
        listener.player.load(None)


def test_ten_rounds_without_a_gap_or_a_double_sample(listener: Listener, write: MakeRecording) -> None:
    samples, start, length = noise(RATE_HZ), 7_001, 4_801

    def loop_ten_times(record: Recording) -> None:
        before = record.frames
        listener.player.play(start, start + length, loop=True)
        record.wait_for_frames(before + 12 * length + RATE_HZ // 2)
        listener.player.stop()

    with AudioClip(write(samples)) as clip:
        listener.player.load(clip)
        heard = listener.heard(loop_ten_times, lambda it: len(it) > 10 * length and bool(it.any(axis=1).all()))
        assert len(heard) > 10 * length
        # A sink that just woke may swallow its first frames: the record begins somewhere in the first round.
        (begun,) = np.flatnonzero((samples[start : start + length] == heard[0]).all(axis=1))
        np.testing.assert_array_equal(heard, samples[start + (begun + np.arange(len(heard))) % length])
        listener.player.load(None)


def test_a_loop_whose_ends_move_is_cut_over_without_a_hole(listener: Listener, write: MakeRecording) -> None:
    """Its gap is silence of exactly that length, and only there; the new ends are reached without any silence."""
    samples, gap = noise(RATE_HZ), 960

    def move_the_end(record: Recording) -> None:
        before = record.frames
        listener.player.play_order(PlayOrder(4000, 4000, 14_000, is_loop=True, gap_s=gap / RATE_HZ))
        record.wait_for_frames(before + RATE_HZ)
        listener.player.play_order(PlayOrder(16_000, 4000, 20_000, is_loop=True, gap_s=gap / RATE_HZ))
        record.wait_for_frames(record.frames + RATE_HZ)
        listener.player.stop()

    def silences(heard: Samples) -> NDArray[np.int64]:
        is_sound = np.any(heard != 0, axis=1).astype(np.int8)
        edges = np.flatnonzero(np.diff(is_sound))
        return edges[1::2] - edges[::2]

    with AudioClip(write(samples)) as clip:
        listener.player.load(clip)
        heard = listener.heard(move_the_end, lambda it: bool((silences(it) == gap).all()))
        lengths = silences(heard)
        # The cut may fall into a gap, and the last round may end in one.
        assert np.count_nonzero(lengths == gap) >= 3
        assert np.count_nonzero(lengths != gap) <= 1
        cut = int(np.flatnonzero((heard == samples[16_000]).all(axis=1))[0])
        np.testing.assert_array_equal(heard[cut : cut + 4000], samples[16_000:20_000])
        second_round = heard[cut + 4000 + gap :][:16_000]
        np.testing.assert_array_equal(second_round, samples[4000 : 4000 + len(second_round)])
        listener.player.load(None)


def test_seek_goes_on_at_the_other_place(listener: Listener, write: MakeRecording) -> None:
    """Before and after the seek every sample in order; between them nothing but silence."""
    samples = noise(RATE_HZ * 3)
    samples[:2400] = 0  # for a sink that just woke

    def play_then_seek(record: Recording) -> None:
        before = record.frames
        listener.player.play(0, RATE_HZ * 3)
        record.wait_for_frames(before + RATE_HZ // 2)
        listener.player.seek(RATE_HZ * 5 // 2)

    with AudioClip(write(samples)) as clip:
        listener.player.load(clip)
        heard = listener.heard(play_then_seek, lambda it: np.array_equal(it[-100:], samples[-100:]))
        tail = heard[-RATE_HZ // 2 :]
        np.testing.assert_array_equal(tail, samples[RATE_HZ * 5 // 2 :])
        silent = np.flatnonzero(np.all(heard == 0, axis=1))
        head = heard[: silent[0]] if len(silent) else heard[: -RATE_HZ // 2]
        np.testing.assert_array_equal(head, samples[2400 : 2400 + len(head)])
        assert len(silent) < RATE_HZ // 5
        listener.player.load(None)


@pytest.mark.parametrize(
    ("rate_hz", "channels"), [(8_000, 1), (44_100, 2), (192_000, 2), (48_000, 6), (48_000, 8)]
)
def test_rates_and_channels(listener: Listener, write: MakeRecording, rate_hz: int, channels: int) -> None:
    """A sweep in every channel arrives on both sides, at its own speed and length."""
    sweep = _sweep(rate_hz)
    samples = np.repeat(sweep.astype(np.float32)[:, None], channels, axis=1)
    with AudioClip(write(samples, rate_hz=rate_hz)) as clip:
        listener.player.load(clip)
        heard = listener.heard(lambda _: listener.player.play(0), lambda it: abs(len(it) - RATE_HZ) < 100)
        listener.player.load(None)
    assert len(heard) == pytest.approx(RATE_HZ, rel=0.02)
    expected = _sweep(RATE_HZ) * fold_down_matrix(channels, 2).sum(axis=0)[0]
    assert np.abs(heard[1000:]).max() == pytest.approx(expected.max(), rel=0.05)
    assert _best_correlation(heard[:, 0], expected) > 0.999
    assert _best_correlation(heard[:, 1], expected) > 0.999


def _sweep(rate_hz: int) -> NDArray[np.float64]:
    """One second from 200 Hz up to 1,400 Hz."""
    times = np.arange(rate_hz) / rate_hz
    return 0.5 * np.sin(2 * np.pi * (200 + 600 * times) * times) * np.minimum(1, times * 50)


def _best_correlation(one: Samples, other: NDArray[np.float64]) -> float:
    """Normalised correlation at the best lag, to a sixteenth of a sample (a resampler's delay is no whole number)."""
    length, finer = 1 << 17, 16
    spectrum = np.fft.rfft(one, length) * np.conj(np.fft.rfft(other, length))
    energy = np.sum(np.square(one, dtype=np.float64)) * np.sum(np.square(other))
    return float(np.fft.irfft(spectrum, length * finer).max() * finer / np.sqrt(energy))


def test_the_playhead_is_where_the_sound_is(listener: Listener, write: MakeRecording) -> None:
    """Positions asked for while it plays lie on one straight line of the device's speed, and begin at the start."""
    with AudioClip(write(noise(RATE_HZ * 4))) as clip:
        listener.player.load(clip)
        places: list[tuple[float, float]] = []

        def watch(_: Recording) -> None:
            places.clear()
            listener.player.play(RATE_HZ)
            assert listener.player.is_playing
            assert listener.player.position_frames() == RATE_HZ
            _wait_until(lambda: listener.player.position_frames() > RATE_HZ)
            while (place := listener.player.position_frames()) < 3 * RATE_HZ:
                places.append((time.monotonic(), place))
                threading.Event().wait(0.005)
            listener.player.stop()

        def off_the_line_s() -> float:
            times, frames = np.array(places).T
            ahead_s = frames / RATE_HZ - times
            return float(np.percentile(np.abs(ahead_s - np.median(ahead_s)), 95))

        listener.heard(watch, lambda _: off_the_line_s() < 0.02)
        frames = np.array(places)[:, 1]
        assert off_the_line_s() < 0.02
        assert (np.diff(frames) >= 0).all()
        resting = listener.player.position_frames()
        assert resting >= 3 * RATE_HZ
        assert not listener.player.is_playing
        listener.player.load(None)


def test_from_the_key_to_the_first_sample(listener: Listener, write: MakeRecording) -> None:
    """Once the device is open, `play` delivers its first sample within 60 ms (median)."""
    with AudioClip(write(noise(RATE_HZ * 2))) as clip:
        player = listener.player
        player.load(clip)
        player.play(0)
        delays = []
        for _ in range(9):
            player.stop()
            heard_before = player._heard
            begun = time.monotonic()
            player.play(1000)
            _wait_until(lambda before=heard_before: player._heard is not before)  # type: ignore[misc]
            delays.append(time.monotonic() - begun)
        player.load(None)
    assert np.median(delays) < 0.06


def test_a_file_that_breaks_off_ends_with_silence_not_with_a_crash(
    listener: Listener, write: MakeRecording
) -> None:
    path = write(noise(RATE_HZ * 2), subtype="PCM_16")
    with AudioClip(path) as clip:
        path.write_bytes(path.read_bytes()[: 44 + RATE_HZ * 4])
        listener.player.load(clip)
        heard = listener.heard(lambda _: listener.player.play(0), lambda it: len(it) > 0)
        assert listener.finished.wait(10)
        assert len(heard) <= RATE_HZ
        listener.player.load(None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a file that is open")
def test_a_file_deleted_meanwhile_plays_to_its_end(listener: Listener, write: MakeRecording) -> None:
    samples = noise(RATE_HZ * 2)
    samples[:2400] = 0
    path = write(samples)
    with AudioClip(path) as clip:
        listener.player.load(clip)

        def play_and_delete(_: Recording) -> None:
            listener.player.play(0)
            path.unlink(missing_ok=True)

        heard = listener.heard(play_and_delete, lambda it: len(it) == len(samples) - 2400)
        np.testing.assert_array_equal(heard, samples[2400:])
        assert listener.problems == []
        listener.player.load(None)


def test_orders_without_a_clip_do_nothing() -> None:
    player = Player()
    player.play(0)
    player.seek(10)
    player.stop()
    assert not player.is_playing
    assert player.position_frames() == 0
    player.close()


def test_seek_while_silent_moves_the_resting_place(write: MakeRecording) -> None:
    with AudioClip(write(noise(1000))) as clip:
        player = Player()
        player.load(clip)
        player.seek(500)
        assert player.position_frames() == 500
        player.seek(10_000)
        assert player.position_frames() == 999
        player.load(None)


def test_gain_changes_while_it_plays(listener: Listener, write: MakeRecording) -> None:
    """At once, not when the buffered second has run out, and between two samples: none is lost or heard twice."""
    samples = noise(RATE_HZ * 2)
    samples[:2400] = 0  # for a sink that just woke
    quiet = samples * np.float32(0.1)

    def turn_down(record: Recording) -> None:
        listener.player.set_listening(Listening())
        before = record.frames
        listener.player.play(0)
        record.wait_for_frames(before + RATE_HZ // 2)
        listener.player.set_listening(Listening(gain_db=-20))

    def turned_at(heard: Samples) -> int:
        """The first frame of the quieter part."""
        is_loud = (heard == samples[2400 : 2400 + len(heard)]).all(axis=1)
        return int(np.flatnonzero(~is_loud)[0])

    def is_seamless(heard: Samples) -> bool:
        if len(heard) != len(samples) - 2400:
            return False
        at = turned_at(heard)
        return at < RATE_HZ and np.allclose(heard[at:], quiet[2400 + at :], atol=1e-6)

    with AudioClip(write(samples)) as clip:
        listener.player.load(clip)
        heard = listener.heard(turn_down, is_seamless)
        assert is_seamless(heard)
        assert listener.finished.wait(5)
        listener.player.load(None)


def test_the_playhead_goes_on_evenly_when_the_sound_is_changed(write: MakeRecording) -> None:
    """No jump by what the device holds back, neither on nor back."""
    player, pause = Player(OutputChoice(is_silent=True)), threading.Event()
    with AudioClip(write(noise(RATE_HZ))) as clip:
        player.load(clip)
        player.play(0, RATE_HZ, loop=True)
        _wait_until(lambda: player.position_frames() > 4000)
        places = []
        for step in range(60):
            player.set_listening(Listening(gain_db=-step / 10))
            for _ in range(3):
                places.append((time.monotonic(), player.position_frames()))
                pause.wait(0.002)
        player.close()
    times, frames = np.array(places).T
    ahead = np.unwrap(frames, period=RATE_HZ) / RATE_HZ - times
    assert np.percentile(np.abs(ahead - np.median(ahead)), 90) < 0.03
