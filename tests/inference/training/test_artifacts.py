"""Label conventions and honesty of every mechanism of damage, those of training and those of judging."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from inference.training.artifacts.canvas import Canvas, Mechanism, Span
from inference.training.artifacts.catalogue import ARTIFACT_TYPES, MECHANISMS, TYPE_WEIGHTS
from inference.training.artifacts.clipping import NEW_EVENT_S, events_of
from inference.training.evaluation_faults import MECHANISMS as JUDGES

RATE = 16_000
ALL = [
    pytest.param(m, id=f"{where} {m.artifact_type} {m.name}")
    for where, table in (("training", MECHANISMS), ("judging", JUDGES))
    for family in table.values()
    for m in family
]


def _of(*kinds: str) -> list[object]:
    return [p for p in ALL if p.values[0].artifact_type in kinds]  # type: ignore[union-attr]


POINT_GLITCHES = {"skip", "repeat", "repeat in place", "jump", "lost buffer", "doubled buffer"}


@dataclass
class Applied:
    before: np.ndarray
    after: np.ndarray
    spans: list[Span]
    start: int
    length: int


def _apply(mechanism: Mechanism, programme: np.ndarray, seeds: range = range(14)) -> list[Applied]:
    """Damage the programme once per seed; those times that something came of it."""
    done = []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        canvas = Canvas(programme.copy(), RATE, len(programme))
        length = canvas.count(min(mechanism.draw_length_s(rng), 1.5))
        start = int(rng.integers(RATE // 2, 2 * RATE))
        spans = mechanism.apply(rng, canvas, start, length)
        done.append(Applied(programme, canvas.samples, spans, start, length))
        if not spans:
            assert np.array_equal(canvas.samples, programme), "no label, but the programme was touched"
    return [one for one in done if one.spans]


@pytest.mark.parametrize("mechanism", ALL)
def test_every_mechanism_bears_fruit_and_labels_lie_inside(mechanism: Mechanism, programme: np.ndarray) -> None:
    applied = _apply(mechanism, programme)
    assert len(applied) >= 2
    for one in applied:
        flat = [edge for span in one.spans for edge in span]
        assert flat == sorted(flat)
        assert flat[0] >= 0
        assert flat[-1] <= len(one.before)
        assert all(last > first for first, last in one.spans)
        assert np.all(np.isfinite(one.after))
        assert one.after.dtype == np.float32


@pytest.mark.parametrize("mechanism", ALL)
def test_nothing_before_the_label_is_touched_and_nothing_after_unless_time_moves(
    mechanism: Mechanism, programme: np.ndarray
) -> None:
    for one in _apply(mechanism, programme):
        slack = round(0.007 * RATE)  # a ramped dropout is labelled from the middle of its ramps
        first = one.spans[0][0] - (slack if mechanism.artifact_type == "dropout" else 0)
        if mechanism.artifact_type in ("clipping", "click"):
            first = one.start  # soft shapes bend what lies below the ceiling too
        assert np.array_equal(one.before[:first], one.after[:first])
        if mechanism.moves_time or mechanism.name == "repeat in place":
            continue
        last = max(one.spans[-1][1] + slack, one.start + one.length)
        assert np.array_equal(one.before[last:], one.after[last:])


@pytest.mark.parametrize("mechanism", ALL)
def test_one_channel_alone_leaves_the_other_whole(mechanism: Mechanism, programme: np.ndarray) -> None:
    if mechanism.moves_time:
        pytest.skip("time moves for all channels together")
    for seed in range(5):
        canvas = Canvas(programme.copy(), RATE, len(programme))
        rng = np.random.default_rng(seed)
        mechanism.apply(rng, canvas.channel(1), RATE, canvas.count(min(mechanism.draw_length_s(rng), 1.5)))
        assert np.array_equal(canvas.samples[:, 0], programme[:, 0])


@pytest.mark.parametrize("mechanism", ALL)
def test_the_same_seed_does_the_same_damage(mechanism: Mechanism, programme: np.ndarray) -> None:
    once, again = _apply(mechanism, programme, range(5)), _apply(mechanism, programme, range(5))
    assert [one.spans for one in once] == [one.spans for one in again]
    assert all(np.array_equal(a.after, b.after) for a, b in zip(once, again, strict=True))


@pytest.mark.parametrize("mechanism", _of("click"))
def test_a_click_is_labelled_one_millisecond_at_least_and_covers_its_samples(
    mechanism: Mechanism, programme: np.ndarray
) -> None:
    for one in _apply(mechanism, programme):
        ((first, last),) = one.spans
        assert RATE // 1000 <= last - first <= RATE * 6 // 1000
        changed = np.flatnonzero(np.any(one.before != one.after, axis=1))
        assert first <= changed[0]
        assert changed[-1] < last


@pytest.mark.parametrize("mechanism", _of("glitch"))
def test_a_splice_is_two_milliseconds_other_glitches_the_replaced_stretch(
    mechanism: Mechanism, programme: np.ndarray
) -> None:
    for one in _apply(mechanism, programme):
        ((first, last),) = one.spans
        if mechanism.name in POINT_GLITCHES:
            assert last - first == RATE * 2 // 1000
        else:
            changed = np.flatnonzero(np.any(one.before != one.after, axis=1))
            assert abs(changed[0] - first) <= 2
            assert abs(changed[-1] + 1 - last) <= 2


@pytest.mark.parametrize("mechanism", _of("dropout"))
def test_a_dropout_is_at_least_20_db_down_in_its_middle(mechanism: Mechanism, programme: np.ndarray) -> None:
    for one in _apply(mechanism, programme):
        ((first, last),) = one.spans
        third = (last - first) // 3
        inside = slice(first + third, last - third)
        if np.sqrt(np.mean(one.before[inside] ** 2)) > 0.08:
            assert np.sqrt(np.mean(one.after[inside] ** 2)) < 0.1 * np.sqrt(np.mean(one.before[inside] ** 2)) + 0.011


@pytest.mark.parametrize("mechanism", _of("dropout"))
def test_silence_cannot_drop_out(mechanism: Mechanism) -> None:
    quiet = np.zeros((4 * RATE, 2), np.float32)
    assert _apply(mechanism, quiet) == []


@pytest.mark.parametrize("mechanism", _of("clipping"))
def test_clipping_is_labelled_from_first_to_last_bent_sample(mechanism: Mechanism, programme: np.ndarray) -> None:
    for one in _apply(mechanism, programme):
        for (_, before), (after, _) in zip(one.spans, one.spans[1:], strict=False):
            assert after - before > NEW_EVENT_S * RATE
        assert one.spans[0][0] >= one.start
        assert one.spans[-1][1] <= one.start + one.length
        error = np.abs(one.before - one.after).max(axis=1)
        assert all(error[first:last].max() > 0 for first, last in one.spans)


@pytest.mark.parametrize("mechanism", _of("distortion", "noise_burst", "hum"))
def test_sustained_types_are_labelled_with_their_ramps(mechanism: Mechanism, programme: np.ndarray) -> None:
    for one in _apply(mechanism, programme):
        assert one.spans == [(one.start, one.start + one.length)]


def test_clipped_samples_become_one_event_until_0_4_s_without_any() -> None:
    flags = np.zeros(RATE * 2, dtype=bool)
    flags[[100, 100 + round(0.39 * RATE), 100 + round(0.39 * RATE) + round(0.41 * RATE)]] = True
    second = 100 + round(0.39 * RATE)
    assert events_of(flags, RATE) == [(100, second + 1), (second + round(0.41 * RATE), second + round(0.41 * RATE) + 1)]
    assert events_of(np.zeros(5, dtype=bool), RATE) == []


def test_training_and_judging_know_the_seven_types_and_share_no_mechanism() -> None:
    assert set(MECHANISMS) == set(JUDGES) == set(ARTIFACT_TYPES) == set(TYPE_WEIGHTS)
    ours = {m.apply for family in MECHANISMS.values() for m in family}
    theirs = {m.apply for family in JUDGES.values() for m in family}
    assert not ours & theirs


def test_a_skip_pulls_the_rest_of_the_programme_forward(programme: np.ndarray) -> None:
    (skip,) = (m for m in MECHANISMS["glitch"] if m.name == "skip")
    for one in _apply(skip, programme, range(8)):
        after = one.start + round(0.002 * RATE)  # a cross-fade is over by then
        lost = next(n for n in range(8, RATE) if np.array_equal(one.after[after:][:99], programme[after + n :][:99]))
        assert np.array_equal(one.after[after:-lost], programme[after + lost :])
