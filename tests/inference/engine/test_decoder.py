"""The decoder: bounds that hold still, segments apart, refinement, calibration."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from inference.engine.decoder import (
    Decoder,
    Part,
    TypeDecoding,
    confidence_of,
    keep_apart,
    place,
    smooth,
)
from inference.engine.evidence import Evidence
from inference.engine.gaps import gap_edges
from inference.engine.segments import (
    DESCRIPTIONS,
    LEAST_PEAK,
    TRAITS,
    Segment,
    descriptions,
    find_segments,
)

NOTHING_ELSE = (0.0,) * (DESCRIPTIONS - 1 - TRAITS)
LINES = hnp.arrays(np.float32, st.integers(1, 120), elements=st.floats(0, 1, width=32))


def _no_evidence(frames: int) -> Evidence:
    return Evidence.of(np.zeros(frames, dtype=np.float32), np.full((frames, 8), -2.0, dtype=np.float32))


def test_bounds_are_relative_to_the_segments_own_peak() -> None:
    line = np.array([0, 0.1, 0.5, 0.9, 0.6, 0.4, 0.1, 0, 0, 0.05, 0.2, 0.11, 0.0], dtype=np.float32)
    found = find_segments(line, 0.5)
    assert [(segment.start, segment.stop, segment.peak_at) for segment in found] == [(2, 5, 3), (10, 12, 10)]


def test_two_peaks_with_a_deep_valley_are_two() -> None:
    line = np.array([0.02, 0.9, 0.1, 0.8, 0.02], dtype=np.float32)
    assert [(segment.start, segment.stop) for segment in find_segments(line, 0.5)] == [(1, 2), (3, 4)]


@given(LINES, st.sampled_from([0.3, 0.5, 0.65]))
@settings(max_examples=300, deadline=None)
def test_segments_are_ordered_apart_and_hold_their_peak(line: np.ndarray, share: float) -> None:
    found = find_segments(line, share)
    for before, after in pairwise(found):
        assert after.start - before.stop >= 1
    for segment in found:
        inside = line[segment.start : segment.stop]
        assert segment.start <= segment.peak_at < segment.stop
        assert segment.peak == pytest.approx(float(inside.max()))
        assert inside.min() >= share * segment.peak - 1e-6
    if line.size and line.max() > LEAST_PEAK:
        assert any(segment.peak == pytest.approx(float(line.max())) for segment in found)


def test_closing_bridges_short_dips_only() -> None:
    line = np.zeros(60, dtype=np.float32)
    line[10:20] = line[24:30] = line[50:55] = 0.9
    found = find_segments(smooth(line, TypeDecoding(closing_frames=11)), 0.5)
    assert [(segment.start, segment.stop) for segment in found] == [(10, 30), (50, 55)]


def test_a_click_is_put_on_its_sample() -> None:
    line = np.zeros((1, 50), dtype=np.float32)
    line[0, 20] = 0.9
    evidence = _no_evidence(50)
    evidence.spikes[20] = 141
    decoder = Decoder(("click",), {"click": TypeDecoding(refine="spike")})
    (row,) = decoder.decode(line, evidence, 0.01, 0.5).to_rows()
    assert (row["start_ms"], row["end_ms"]) == (205, 207)


def test_a_dropout_gets_the_edges_of_its_hole() -> None:
    line = np.zeros((1, 50), dtype=np.float32)
    line[0, 20:24] = 0.9
    evidence = _no_evidence(50)
    evidence.levels.reshape(-1)[20 * 8 + 4 : 24 * 8 - 2] = 20
    decoder = Decoder(("dropout",), {"dropout": TypeDecoding(refine="hole")})
    (row,) = decoder.decode(line, evidence, 0.01, 0.5).to_rows()
    assert (row["start_ms"], row["end_ms"]) == (205, 238)


def test_a_gap_in_one_programme_is_told_from_a_rest_between_two_sounds() -> None:
    levels = np.full((100, 8), -2.0, dtype=np.float32)
    levels[40:60] = -9.0
    rest = levels.copy()
    rest[60:] = -4.0
    rest[35:40] = np.linspace(-2.0, -8.0, 5)[:, None]
    spikes = np.zeros(100, dtype=np.float32)
    gap, between = (gap_edges(320, 480, Evidence.of(spikes, one)) for one in (levels, rest))
    assert gap == pytest.approx((0.0, 7.0, 7.0, 7.0, 0.0, 0.0), abs=0.03)
    assert between[0] > 1.0
    assert between[2] < 2.0
    assert np.isfinite(gap_edges(0, 800, Evidence.of(spikes, levels))).all()


def test_a_hum_gets_the_bounds_of_its_harmonics() -> None:
    line = np.zeros((1, 800), dtype=np.float32)
    line[0, 130:570] = 0.9
    evidence = _no_evidence(800)
    evidence.mains[25:63, :5] = 120
    decoder = Decoder(("hum",), {"hum": TypeDecoding(refine="hum")})
    (row,) = decoder.decode(line, evidence, 0.01, 8.0).to_rows()
    assert row["start_ms"] == pytest.approx(2000, abs=60)
    assert row["end_ms"] == pytest.approx(5040, abs=60)


def test_a_closer_look_counts_for_the_confidence_of_what_it_looked_at() -> None:
    line = np.zeros((2, 50), dtype=np.float32)
    line[:, 20] = 0.5
    weights = (*(0.0,) * 33, 3.0, *(0.0,) * (DESCRIPTIONS - 34))
    decoding = TypeDecoding(weights=weights)
    decoder = Decoder(("click", "other"), {"click": decoding, "other": decoding})
    found = {}
    for look in (-2.0, 0.0, 2.0):
        looks = np.zeros((50, 1), np.float16)
        looks[20] = look
        evidence = replace(_no_evidence(50), looks=looks)
        found[look] = [row["confidence"] for row in decoder.decode(line, evidence, 0.01, 0.5).to_rows()]
    click, other = (np.array([found[look][n] for look in (-2.0, 0.0, 2.0)]) for n in (0, 1))
    assert click == pytest.approx(1 / (1 + np.exp([2.0, 0.0, -2.0])), abs=1e-3)
    assert other == pytest.approx(0.5)


def test_touching_rows_become_one() -> None:
    assert keep_apart([(5, 9, 0.2), (9, 12, 0.7), (13, 14, 0.1)]) == [(5, 12, 0.7), (13, 14, 0.1)]


@given(LINES)
@settings(max_examples=100, deadline=None)
def test_rows_lie_in_the_file_and_never_touch(line: np.ndarray) -> None:
    frames = len(line)
    decoder = Decoder(("glitch",), {"glitch": TypeDecoding(refine="spike")})
    found = decoder.decode(line[None], _no_evidence(frames), 0.01, frames * 0.01 - 0.004)
    assert np.all(found.end_ms <= np.ceil(frames * 10 - 4))
    assert np.all((found.start_ms >= 0) & (found.start_ms <= found.end_ms))
    assert np.all(found.start_ms[1:] - found.end_ms[:-1] >= 1)
    assert np.all(found.confidence >= 0.02)


def test_confidence_rises_with_the_peak() -> None:
    decoding = TypeDecoding(table=((0.0, 0.5, 1.0), (0.0, 0.2, 0.9)))
    values = []
    for peak in (0.1, 0.4, 0.7, 0.95):
        line = np.zeros(9, dtype=np.float32)
        line[4] = peak
        values.append(confidence_of(find_segments(line, 0.5)[0], decoding))
    assert values == sorted(values)
    assert 0 < values[0] < values[-1] <= 0.9


def test_what_else_is_heard_counts_as_the_card_says() -> None:
    confidence = np.zeros((2, 900), dtype=np.float32)
    confidence[0, 400:410] = confidence[0, 700] = 0.8
    confidence[1, 400:410] = 0.6
    evidence = _no_evidence(900)
    rivalled, alone = place(confidence, 0, TypeDecoding(), evidence, 0.01)
    assert rivalled.segment.rival == pytest.approx(0.6, abs=0.01)
    assert alone.segment.rival == 0
    assert rivalled.segment.around == pytest.approx(0.8 / 600, rel=0.01)
    wary = TypeDecoding(weights=(0.0, 1.0, 0.0, 0.0, -1.0, 0.0, *NOTHING_ELSE))
    assert confidence_of(rivalled.segment, wary) < confidence_of(rivalled.segment, TypeDecoding())


@pytest.mark.parametrize(
    "wrong",
    [
        {"refine": "magic"}, {"bound_share": 0.0}, {"closing_frames": 0}, {"table": [[0, 1], [1, 0]]},
        {"weights": [1, 2]}, {"table": [[0], [0]]}, {"mean_frames": "x"},
    ],
)  # fmt: skip
def test_a_card_with_a_senseless_decoding_is_refused(wrong: dict[str, object]) -> None:
    fields = {
        "closing_frames": 1, "mean_frames": 1, "bound_share": 0.5, "refine": "none", "weights": [0, 1, 0, 0],
        "table": [[0, 1], [0, 1]],
    }  # fmt: skip
    assert TypeDecoding.from_card(fields).weights == (0, 1, 0, 0, 0, 0, *NOTHING_ELSE)
    with_edges = TypeDecoding.from_card({**fields, "weights": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}).weights
    assert with_edges == (0, 1, 2, 3, 4, 5, *(0.0,) * 15, 6, 7, 8, 9, 10, 11, *(0.0,) * 17)
    for known in (33, 36, 40):
        weights = TypeDecoding.from_card({**fields, "weights": list(range(known))}).weights
        assert weights == (*range(known), *(0.0,) * (DESCRIPTIONS - known))
    with pytest.raises(ValueError, match="decoding"):
        TypeDecoding.from_card({**fields, **wrong})


def test_a_segment_is_described_by_its_traits_their_products_its_edges_the_look_its_marks_and_its_crowd() -> None:
    edges = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
    marks, crowd = (6.0, 0.1, 0.2, 0.3), (99.0, 9.0, 9.0, 0.0)
    (numbers,) = descriptions([Segment(40, 50, 42, 0.9, 0.5, 0.25, 0.0, 1.5, marks, crowd, edges).fields])
    peak, mean, rival, around = np.log([9.0, 1.0, 1 / 3, 1e-4 / (1 - 1e-4)])
    assert numbers[:6] == pytest.approx([1, peak, mean, 1, rival, around])
    assert numbers[6:11] == pytest.approx(np.array([peak, mean, 1, rival, around]) * peak / 9)
    assert numbers[20] == pytest.approx(around**2 / 9)
    assert tuple(numbers[21:27]) == edges
    assert numbers[27:33] == pytest.approx(np.array(edges) * peak / 3)
    assert numbers[33:40] == pytest.approx([0.5, peak / 6, 0.25, 6 / 8, 0.1, 0.2, 0.3])
    assert numbers[40:] == pytest.approx([2, 1, 1, 0])
    bare = Segment(40, 50, 42, 0.9, 0.5, 0.25, 0.0)
    assert descriptions([bare.fields])[0, :21] == pytest.approx(numbers[:21])
    assert not descriptions([bare.fields])[0, 21:].any()
    believed = replace(bare, beliefs=(0.5, 0.9, 0.0))
    assert Segment.of(believed.fields) == believed
    assert descriptions([believed.fields])[0, DESCRIPTIONS:] == pytest.approx(np.log([1, 9, 1e-4 / (1 - 1e-4)]) / 3)


def test_which_of_the_other_types_are_believed_in_a_segment_counts_as_the_card_says() -> None:
    confidence = np.zeros((3, 60), dtype=np.float32)
    confidence[0, [10, 30, 50]] = 0.8
    confidence[1, 10] = confidence[2, 30] = 0.9
    wary = TypeDecoding(weights=(0.0, 1.0, *(0.0,) * (DESCRIPTIONS - 2), 5.0, -3.0, 0.0))
    by_one, by_other, alone = place(confidence, 0, wary, _no_evidence(60), 0.01)
    assert [one.segment.beliefs for one in (by_one, by_other, alone)] == [
        pytest.approx((0.5, 0.9, 0.0)), pytest.approx((0.5, 0.0, 0.9)), (0.5, 0.0, 0.0),
    ]  # fmt: skip
    logits = [np.log(c / (1 - c)) for c in (confidence_of(one.segment, wary) for one in (by_one, by_other, alone))]
    assert logits[0] == pytest.approx(np.log(4) - np.log(9), abs=1e-4)
    assert logits[1] == logits[2] > logits[0] + 5
    decoder = Decoder(("click", "other", "more"), {"click": wary})
    found = decoder.decode(confidence, _no_evidence(60), 0.01, 0.6).to_rows()
    clicks = [row["confidence"] for row in found if row["artifact_type"] == "click"]
    assert clicks == pytest.approx([confidence_of(one.segment, wary) for one in (by_one, by_other, alone)], abs=1e-6)


def test_what_wraps_or_repeats_in_a_segment_or_beside_it_counts() -> None:
    confidence = np.zeros((1, 50), dtype=np.float32)
    confidence[0, [10, 20, 30]] = 0.6
    marks = np.zeros((50, 4), np.uint8)
    marks[9], marks[10], marks[22] = (2, 51, 0, 0), (1, 0, 0, 255), (7, 0, 0, 0)
    evidence = replace(_no_evidence(50), marks=marks)
    found = place(confidence, 0, TypeDecoding(), evidence, 0.01)
    assert [one.segment.marks for one in found] == [pytest.approx((3, 0.2 / 3, 0, 1 / 3)), (0.0,) * 4, (0.0,) * 4]
    weights = (0.0, 1.0, *(0.0,) * (DESCRIPTIONS - 10), 1.0, *(0.0,) * 7)
    marked, plain, _ = (confidence_of(one.segment, TypeDecoding(weights=weights)) for one in found)
    assert np.log(marked / (1 - marked)) == pytest.approx(np.log(0.6 / 0.4) + 3 / 5, abs=1e-5)
    assert plain == pytest.approx(0.6)


def test_how_many_others_are_suspected_within_three_seconds_counts() -> None:
    confidence = np.zeros((2, 1500), dtype=np.float32)
    confidence[0, [100, 200, 250, 300]] = 0.5, 0.3, 0.15, 0.06
    confidence[0, [900, 1198, 1199, 1300]] = 0.5, 0.45, 0.4, 0.41
    confidence[1, 90:110] = 0.9
    found = {one.segment.peak_at: one.segment.crowd for one in place(
        confidence, 0, TypeDecoding(), _no_evidence(1500), 0.01
    )}  # fmt: skip
    assert found[100] == (3, 2, 1, 0)
    assert found[250] == (3, 2, 2, 1)
    assert found[900] == (1, 1, 1, 1)  # the slope beside a peak is none of its own; 1300 is too far away
    assert found[1198] == (2, 2, 2, 2)
    wary = TypeDecoding(weights=(0.0, 1.0, *(0.0,) * (DESCRIPTIONS - 6), -1.0, 0.0, 0.0, 0.0))
    alone, crowded = (Segment(0, 1, 0, 0.5, 0.5, crowd=(others,) * 4) for others in (0.0, 9.0))
    assert confidence_of(alone, wary) == pytest.approx(0.5)
    assert confidence_of(crowded, wary) == pytest.approx(1 / (1 + np.e), abs=1e-3)


def test_what_is_below_the_last_bit_is_no_fault_but_a_gap_may_be() -> None:
    line = np.zeros((1, 60), dtype=np.float32)
    line[0, [10, 30, 50]] = 0.9
    levels = np.full((60, 8), -10.0, dtype=np.float32)
    levels[29, 7] = -9.0
    levels[49:52] = -9.3
    evidence = Evidence.of(np.zeros(60, dtype=np.float32), levels)
    starts = {
        refine: [round(one.start_s, 2) for one in place(line, 0, TypeDecoding(refine=refine), evidence, 0.01)]
        for refine in ("none", "spike")
    }
    assert starts == {"none": [0.3], "spike": [0.3]}
    assert len(place(line, 0, TypeDecoding(refine="hole"), evidence, 0.01)) == 3


@given(
    st.integers(0, 2**32 - 1),
    st.integers(1, 3000),
    st.sampled_from([(1, 1), (31, 1), (1, 15), (101, 41)]),
    st.sampled_from(["none", "spike", "hole", "hum"]),
)
@settings(max_examples=150, deadline=None)
def test_what_is_settled_of_a_part_is_what_the_whole_gives(
    seed: int, heard: int, smoothing: tuple[int, int], refine: str
) -> None:
    rng = np.random.default_rng(seed)
    confidence = np.zeros((2, 3000), dtype=np.float32)
    for _ in range(int(rng.integers(1, 60))):
        at, length = int(rng.integers(0, 2990)), int(rng.integers(1, 200))
        confidence[int(rng.integers(2)), at : at + length] += rng.uniform(0, 1)
    confidence = (confidence + rng.uniform(0, 0.012, confidence.shape)).clip(0, 1).astype(np.float16)
    levels, mains = (rng.integers(0, 255, shape, dtype=np.uint8) for shape in ((3000, 8), (375, 20)))
    mains[rng.integers(0, 375) :, 5:] = 0
    looks = (rng.normal(0, 3, (3000, 1)) * (rng.random((3000, 1)) < 0.1)).astype(np.float16)
    marks = (rng.integers(0, 255, (3000, 4)) * (rng.random((3000, 1)) < 0.1)).astype(np.uint8)
    evidence = Evidence(rng.integers(0, 255, 3000, dtype=np.uint8), levels, mains, looks, marks)
    weights = (0.2, 1.0, 0.5, 0.1, -0.2, 0.3, *(0.05,) * len(NOTHING_ELSE))
    by_type = TypeDecoding(*smoothing, 0.5, refine, weights)
    decoder = Decoder(("a", "b"), {"a": by_type, "b": by_type})
    whole = decoder.decode(confidence, evidence, 0.01, 30.0)
    cut = evidence.until(heard)
    part, _ = decoder.decode_part(Part(confidence[:, :heard], cut), 0.01, 30.0, is_whole=False)
    known = whole.to_rows()
    assert all(row in known for row in part.to_rows())
    for name in decoder.types:  # without a hole: whatever it tells of a type is all there was until then
        mine = part.of_type(name)
        until = int(mine.end_ms.max(initial=0))
        assert len(mine) == int((whole.of_type(name).end_ms <= until).sum())


def test_what_lies_far_behind_is_settled() -> None:
    line = np.zeros((1, 2000), dtype=np.float32)
    line[0, 100:110] = line[0, 1500:1510] = 0.9
    decoder = Decoder(("click",), {"click": TypeDecoding()})
    part, rest = decoder.decode_part(Part(line, _no_evidence(2000)), 0.01, 60.0, is_whole=False)
    assert part.start_ms.tolist() == [1000, 15_000]
    assert (rest.first, rest.told) == (696, (1700,))
    part, _ = decoder.decode_part(Part(line[:, :1700], _no_evidence(1700)), 0.01, 60.0, is_whole=False)
    assert part.start_ms.tolist() == [1000]
