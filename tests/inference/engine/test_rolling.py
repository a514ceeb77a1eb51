"""A file that is decoded while it is heard gives what it would give at once, and holds little of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inference.engine import rolling
from inference.engine.decoder import DESCRIPTIONS, TRAITS, Decoder, TypeDecoding
from inference.engine.evidence import Evidence
from inference.engine.judge import Confidences
from inference.engine.rolling import RollingDecoder
from inference.frame_scores import FrameScores

FRAMES = 20_000
WEIGHTS = (0.2, 1.0, 0.5, 0.1, -0.2, 0.3, *(0.05,) * (DESCRIPTIONS - 1 - TRAITS), 0.4, -0.4)


def _heard(seed: int, frames: int, faults: int) -> Confidences:
    """Two types: of the first faults here and there, of the second now and then a long stretch too."""
    rng = np.random.default_rng(seed)
    confidence = rng.uniform(0, 0.008, (2, frames)).astype(np.float32)
    for _ in range(faults):
        at, length = int(rng.integers(0, frames)), int(rng.integers(1, 120))
        confidence[int(rng.integers(2)), at : at + length] += rng.uniform(0, 1)
    at = int(rng.integers(0, frames))
    confidence[1, at : at + int(rng.integers(0, 4_000))] += 0.3
    mains = rng.integers(0, 255, (-(-frames // 8), 20), dtype=np.uint8)
    looks = (rng.normal(0, 3, (frames, 1)) * (rng.random((frames, 1)) < 0.1)).astype(np.float16)
    spikes, levels = (rng.integers(0, 255, shape, dtype=np.uint8) for shape in (frames, (frames, 8)))
    marks = (rng.integers(0, 255, (frames, 4)) * (rng.random((frames, 1)) < 0.1)).astype(np.uint8)
    return Confidences(confidence.clip(0, 1).astype(np.float16), Evidence(spikes, levels, mains, looks, marks))


def _blocks(heard: Confidences, size: int) -> list[Confidences]:
    frames = heard.confidence.shape[1]
    return [
        Confidences(heard.confidence[:, at : at + size], heard.evidence.since(at).until(min(size, frames - at)))
        for at in range(0, frames, size)
    ]


@given(
    st.integers(0, 2**32 - 1),
    st.integers(1, FRAMES),
    st.integers(0, 300),
    st.sampled_from([400, 2_400, 6_000]),
    st.sampled_from([(1, 1), (31, 1), (1, 15), (101, 41)]),
    st.sampled_from(["none", "spike", "hole", "hum"]),
)
@example(1527, 12_922, 300, 400, (1, 1), "hum").via("a bound that reaches back over two others")
@example(3_543_146, 445, 64, 400, (1, 1), "hum").via("two that are one only until more is heard")
@example(152, 7_749, 176, 400, (101, 41), "none").via("one that is too unlikely until more is heard")
@settings(max_examples=60, deadline=None)
def test_it_gives_what_the_whole_gives(
    seed: int, frames: int, faults: int, size: int, smoothing: tuple[int, int], refine: str
) -> None:
    heard = _heard(seed, frames, faults)
    decoding = TypeDecoding(*smoothing, 0.5, refine, WEIGHTS)
    decoder = Decoder(("a", "b"), {"a": decoding, "b": decoding})
    whole = decoder.decode(heard.confidence, heard.evidence, 0.01, frames / 100).to_rows()
    part_by_part = RollingDecoder(decoder, 0.01, frames / 100)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rolling, "ROLL_FRAMES", 1_600)
        part_by_part._due = 1_600
        for n, block in enumerate(_blocks(heard, size)):
            part_by_part.add(block)
            if n % 3 == 0:
                told = part_by_part.settle().to_rows()
                assert _without_confidence(told) <= _without_confidence(whole)
        found, scores = part_by_part.finish()
    rows = found.to_rows()
    assert _without_confidence(rows) == _without_confidence(whole)
    ours, theirs = ([row["confidence"] for row in some] for some in (rows, whole))
    assert ours == pytest.approx(theirs, abs=2e-6)
    plain = FrameScores.from_dense(heard.confidence, decoder.types, 10.0)
    assert scores.to_bytes() == plain.to_bytes()


def _without_confidence(rows: list[dict[str, object]]) -> set[tuple[object, ...]]:
    return {(row["artifact_type"], row["start_ms"], row["end_ms"]) for row in rows}


def test_it_keeps_a_few_minutes_of_hours() -> None:
    decoder = Decoder(("a", "b"), {"a": TypeDecoding(), "b": TypeDecoding(closing_frames=101, refine="hum")})
    part_by_part = RollingDecoder(decoder, 0.01, 3600.0)
    most = 0
    for n in range(60):
        part_by_part.add(_heard(n, 6_000, 20))
        most = max(most, sum(block.confidence.shape[1] for block in part_by_part._blocks))
    assert part_by_part.frames == 360_000
    assert most < 60_000
    assert len(part_by_part.finish()[0]) > 500


def test_what_lasts_throughout_is_kept_and_found_in_one_piece() -> None:
    decoder = Decoder(("hum",), {"hum": TypeDecoding(closing_frames=101)})
    part_by_part = RollingDecoder(decoder, 0.01, 1200.0)
    block = _heard(1, 6_000, 0)
    lasting = Confidences(np.full((1, 6_000), 0.9, np.float16), block.evidence)
    for _ in range(20):
        part_by_part.add(lasting)
    (row,) = part_by_part.finish()[0].to_rows()
    assert (row["start_ms"], row["end_ms"]) == (0, 1_200_000)
