"""Real encoders, damaged bytes, real decoders."""

from __future__ import annotations

import ctypes.util
import shutil
from pathlib import Path

import numpy as np
import pytest

from inference.training import file_faults, streams
from inference.training.artifacts.catalogue import NAMES_OF_DAMAGE
from inference.training.comparison import differences, named, steady_differences
from inference.training.frame_damage import WAYS, Site, damaged_bytes
from inference.training.opus_stream import Repair, decode_packets, encode_packets
from inference.training.real_faults import JUDGING, STREAMS, TRAINING, damage
from inference.training.storage import encode, through_codec
from inference.training.streams import NATIVE_RATES, Stream, StreamRefused, decode_stream, encode_stream

needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
RATE = 16_000


def test_equal_decodes_have_no_difference(programme: np.ndarray) -> None:
    assert differences(programme, programme.copy(), RATE) == []


def test_a_replaced_stretch_is_found_where_it_is(programme: np.ndarray) -> None:
    damaged = programme.copy()
    damaged[20_000:21_000] = -damaged[20_000:21_000]
    (found,) = differences(programme, damaged, RATE)
    assert abs(found.span[0] - 20_000) < 60
    assert abs(found.span[1] - 21_000) < 60
    assert found.lost_frames == 0


def test_lost_time_is_found_with_what_comes_after_it(programme: np.ndarray) -> None:
    damaged = np.concatenate([programme[:20_000], programme[21_152:]])
    damaged[40_000:40_500] = 0
    first, second = differences(programme, damaged, RATE)
    assert first.lost_frames == 1152
    assert abs(first.span[0] - 20_000) < 60
    assert first.span[1] - first.span[0] < 300
    assert abs(second.span[0] - 40_000) < 60
    events = named([first, second], programme, damaged, RATE, "glitch", "test")
    assert [e.artifact_type for e in events] == ["glitch", "dropout"]


def test_lost_time_is_found_where_a_pause_makes_both_agree_again(programme: np.ndarray) -> None:
    quiet = programme.copy()
    quiet[24_000:40_000] = 0
    damaged = np.concatenate([quiet[:18_000], quiet[18_500:]])
    found = differences(quiet, damaged, RATE)
    assert found[0].lost_frames == 500
    assert found[0].span[1] - found[0].span[0] < 300
    assert len(found) == 1


def test_a_difference_that_sounds_the_same_does_not_count() -> None:
    noise, other = (np.random.default_rng(seed).standard_normal((RATE, 1)).astype(np.float32) * 0.1 for seed in (1, 2))
    damaged, hole = noise.copy(), noise.copy()
    damaged[8000:9000] = other[8000:9000]
    hole[8000:10_000] *= 0.1
    for decode, counts in ((damaged, False), (hole, True)):
        found = differences(noise, decode, RATE)
        assert [e.counts for e in named(found, noise, decode, RATE, "glitch", "test", strict=True)] == [counts]
        assert all(e.counts for e in named(found, noise, decode, RATE, "glitch", "test"))


@pytest.mark.parametrize("how", sorted(WAYS))
def test_damage_stays_within_its_frames(how: str) -> None:
    frames = [bytes([number]) * 40 for number in range(20)]
    stream = Stream("mp3", b"".join(frames), tuple(range(0, 800, 40)), RATE, 1)
    damaged = damaged_bytes(np.random.default_rng(1), stream, [Site(9, 2, how)])
    assert damaged != stream.data
    assert damaged.startswith(b"".join(frames[:9]))
    assert damaged.endswith(b"".join(frames[11:]))


@needs_ffmpeg
@pytest.mark.parametrize("codec", ["mp3", "aac", "sbc", "g722", "vorbis"])
def test_streams_are_cut_into_their_frames(codec: str, programme: np.ndarray) -> None:
    rate = RATE if RATE in NATIVE_RATES[codec] else 44_100
    stream = encode_stream(programme, rate, codec, 64_000)
    frames = {"mp3": 576, "aac": 1024, "sbc": 128, "g722": 320, "vorbis": None}[codec]
    if frames is not None:
        assert abs(len(stream.starts) - len(programme) / frames) <= 4
    assert damaged_bytes(np.random.default_rng(0), stream, []) == stream.data
    decoded = decode_stream(stream, stream.data)
    assert abs(len(decoded) - len(programme)) < 0.15 * RATE


@needs_ffmpeg
def test_a_stream_that_does_not_end_is_refused(
    programme: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = encode_stream(programme, 44_100, "vorbis", 64_000)
    assert len(decode_stream(stream, stream.data, by_libsndfile=True))
    monkeypatch.setattr(streams, "LONGEST_S", 0.1)
    with pytest.raises(StreamRefused, match="does not end"):
        decode_stream(stream, stream.data, by_libsndfile=True)


@needs_ffmpeg
def test_a_zeroed_mp3_frame_is_heard_where_it_was_damaged(programme: np.ndarray) -> None:
    stream = encode_stream(programme, RATE, "mp3", 64_000)
    clean = decode_stream(stream, stream.data)
    bytes_ = damaged_bytes(np.random.default_rng(0), stream, [Site(50, 3, "zero")])
    found = differences(clean, decode_stream(stream, bytes_), RATE)
    assert found
    assert abs(found[0].span[0] - 50 * 576) < 3 * 576


def test_without_ffmpeg_a_stream_is_refused_not_broken(
    programme: np.ndarray, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StreamRefused):
        encode_stream(programme, RATE, "mp3", 64_000)


def test_lost_opus_packets_are_concealed_and_the_rest_is_the_same(programme: np.ndarray) -> None:
    if ctypes.util.find_library("opus") is None:
        pytest.skip("libopus is not installed")
    samples = np.repeat(programme, 3, axis=0)
    packets, lookahead = encode_packets(samples, 64_000, 0.02, voice=False)
    clean = decode_packets(packets, 0.02, 2, lookahead)
    assert np.corrcoef(clean[: len(samples) - 4000, 0], samples[: len(clean), 0][: len(samples) - 4000])[0, 1] > 0.95
    lost = [None if 100 <= n < 104 else packet for n, packet in enumerate(packets)]
    damaged = decode_packets(lost, 0.02, 2, lookahead)
    (found,) = steady_differences(clean, damaged, 48_000)
    assert abs(found.span[0] - 100 * 960) < 1500
    assert 2 * 960 < found.span[1] - found.span[0] < 15 * 960


def test_redundancy_in_the_next_opus_packet_repairs_a_lost_one() -> None:
    if ctypes.util.find_library("opus") is None:
        pytest.skip("libopus is not installed")
    time = np.arange(96_000) / 48_000
    voice = sum(np.sin(2 * np.pi * (120 * n * time + 3 * np.sin(2 * np.pi * 1.5 * time))) / n for n in range(1, 20))
    samples = (0.2 * voice).astype(np.float32)[:, None]
    packets, lookahead = encode_packets(samples, 16_000, 0.02, voice=True, repair=Repair(expected_loss=30))
    clean = decode_packets(packets, 0.02, 1, lookahead)
    lost = [None if n % 10 == 5 else packet for n, packet in enumerate(packets)]
    concealed, repaired = (decode_packets(lost, 0.02, 1, lookahead, repairs=repairs) for repairs in (False, True))
    assert np.std(repaired - clean) < 0.8 * np.std(concealed - clean)


@pytest.mark.parametrize("codec", ["MP3", "OGG", "OPUS"])
def test_storage_keeps_time_to_the_sample(codec: str, programme: np.ndarray) -> None:
    back = through_codec(programme, RATE, codec, 0.3)
    assert back.shape == programme.shape
    size = 2 * len(programme)
    spectrum = np.fft.rfft(back[:, 0], size) * np.conj(np.fft.rfft(programme[:, 0], size))
    assert int(np.argmax(np.fft.irfft(spectrum, size))) == 0
    assert len(encode(programme, RATE, codec, 0.9)) < programme.size


@pytest.mark.parametrize(
    ("fault", "kinds"),
    [
        (file_faults.zeroed_blocks, {"dropout"}),
        (file_faults.stale_blocks, {"glitch"}),
        (file_faults.shifted_bytes, {"noise_burst"}),
        (file_faults.overflow, {"distortion", "click"}),
        (file_faults.underruns, {"dropout", "glitch"}),
        (file_faults.gain_staging, {"clipping"}),
    ],
)
def test_file_faults_change_what_they_label(
    fault: file_faults.FileFault, kinds: set[str], programme: np.ndarray
) -> None:
    seen: set[str] = set()
    for seed in range(20):
        words = np.round(programme * 32767).astype(np.int16)
        before = words.copy()
        events = fault(np.random.default_rng(seed), words, RATE)
        assert words.shape == before.shape
        seen |= {e.artifact_type for e in events}
        for event in events:
            first, last = round(event.start_s * RATE), round(event.end_s * RATE)
            assert np.any(words[first:last] != before[first:last])
    assert seen == kinds


def test_zeroed_blocks_are_zero_and_nothing_else_is_touched(programme: np.ndarray) -> None:
    words = np.round(programme * 32767).astype(np.int16)
    before = words.copy()
    events = file_faults.zeroed_blocks(np.random.default_rng(2), words, RATE)
    assert events
    for event in events:
        span = slice(round(event.start_s * RATE), round(event.end_s * RATE))
        assert not np.any(words[span])
        before[span] = 0
    assert np.array_equal(words, before)


def test_judging_uses_other_damage_than_training() -> None:
    assert not set(TRAINING.bitrates["mp3"]) & set(JUDGING.bitrates["mp3"])
    assert set(JUDGING.hows) - set(TRAINING.hows)
    assert set(JUDGING.hows) | set(TRAINING.hows) <= set(WAYS)


@needs_ffmpeg
def test_no_name_of_a_damaged_stream_is_wrong_to_learn_from(programme: np.ndarray) -> None:
    """An invented fault has one name, what decoders make of damage may be called otherwise."""
    seen = set()
    for seed in range(40):
        damaged = damage(np.random.default_rng(seed), programme, RATE)
        if damaged is None:
            continue
        others = {(e.start_s, e.end_s, e.artifact_type) for e in damaged.events if not e.counts}
        for event in damaged.events:
            is_stream = event.mechanism.split()[0] in ("mp3", "aac", "vorbis", "sbc", "g722", "gsm", "g726", "opus")
            if event.counts and is_stream:
                seen.add(event.mechanism.split()[0])
                names = {name for start, end, name in others if (start, end) == (event.start_s, event.end_s)}
                assert names | {event.artifact_type} >= set(NAMES_OF_DAMAGE)
    assert len(seen) >= 2


@needs_ffmpeg
def test_of_nothing_but_streams_every_fault_is_one_that_a_decoder_made(programme: np.ndarray) -> None:
    made = [damage(np.random.default_rng(seed), programme, RATE, STREAMS) for seed in range(16)]
    codecs = {one.storage for one in made if one is not None}
    assert codecs <= {*NATIVE_RATES, "opus"}
    assert len(codecs) >= 3


@needs_ffmpeg
def test_damage_keeps_the_form_and_is_repeatable(programme: np.ndarray) -> None:
    made = 0
    for seed in range(14):
        first, second = (damage(np.random.default_rng(seed), programme, RATE) for _ in range(2))
        assert (first is None) == (second is None)
        if first is None or second is None:
            continue
        made += 1
        assert first.samples.shape == programme.shape
        assert first.events == second.events
        assert first.events
    assert made >= 5
