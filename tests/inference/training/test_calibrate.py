"""Calibration of segments."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import torch

from inference.engine.decoder import TypeDecoding, confidence_of
from inference.engine.evidence import MARKS, Evidence
from inference.engine.segments import CROWD, DESCRIPTIONS, Segment
from inference.training.calibrate import Heard, Judged, Truth, fit_type, goodness, isotonic, judge, logistic
from inference.training.dataset import TYPES

DROPOUT = TYPES.index("dropout")


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


def test_isotonic_never_falls_and_follows_the_share_of_right_ones() -> None:
    rng = np.random.default_rng(0)
    scores = rng.random(4000)
    right = (rng.random(4000) < scores**2).astype(float)
    xs, ys = isotonic(scores, right, np.ones(4000))
    assert all(b >= a for column in (xs, ys) for a, b in pairwise(column))
    assert np.interp(0.8, xs, ys) == pytest.approx(0.64, abs=0.08)


def test_logistic_finds_the_weights_behind_what_was_right() -> None:
    rng = np.random.default_rng(1)
    described = np.concatenate((np.ones((4000, 1)), rng.normal(size=(4000, 2))), axis=1)
    right = (rng.random(4000) < 1 / (1 + np.exp(-described @ [0.5, 2.0, -1.0]))).astype(float)
    assert logistic(described, right, np.ones(4000)) == pytest.approx([0.5, 2.0, -1.0], abs=0.25)
    twice = np.concatenate((described, described[:, 1:2]), axis=1)  # told twice, it is shared
    weights = logistic(twice, right, np.ones(4000))
    assert weights[1] + weights[3] == pytest.approx(2.0, abs=0.25)


def _heard(number: int) -> Heard:
    """A dropout heard well, and in every third example a false one, less sure."""
    confidence = np.zeros((len(TYPES), 400), dtype=np.float32)
    confidence[DROPOUT, 100:110] = 0.9
    if number % 3 == 0:
        confidence[DROPOUT, 300:305] = 0.4
    levels = np.full((400, 8), -2.0, dtype=np.float32)
    levels[100:110] = levels[300:305] = -8.0
    evidence = Evidence.of(np.zeros(400, dtype=np.float32), levels)
    return Heard(confidence, evidence, 0.01, ((DROPOUT, 1.0, 1.1),))


def test_segments_are_judged_by_onset_and_end() -> None:
    judged, truth = judge([_heard(n) for n in range(9)], DROPOUT, TypeDecoding(refine="hole"))
    assert truth.events == 9
    assert truth.seconds == pytest.approx(0.9)
    assert [one.meets for one in judged].count(True) == 9
    assert [one.meets for one in judged].count(False) == 3
    assert sum(one.lasts_s for one in judged) == pytest.approx(9 * 0.1 + 3 * 0.05)
    assert sum(one.right_s for one in judged) == pytest.approx(0.9)


def test_real_faults_count_under_any_name_that_a_damaged_stream_may_have() -> None:
    click, glitch, distortion = (TYPES.index(name) for name in ("click", "glitch", "distortion"))
    confidence = np.zeros((len(TYPES), 400), dtype=np.float32)
    confidence[[click, glitch, distortion], 100:120] = confidence[[click, glitch, distortion], 300:310] = 0.8
    evidence = Evidence.of(np.zeros(400, dtype=np.float32), np.full((400, 8), -2.0, dtype=np.float32))
    real = Heard(confidence, evidence, 0.01, ((glitch, 1.0, 1.2),), is_real=True)
    invented = replace(real, is_real=False)
    right = {
        (one.is_real, code): [each.touches for each in judge([one], code, TypeDecoding())[0]]
        for one in (real, invented)
        for code in (click, glitch, distortion)
    }
    assert right[True, glitch] == right[True, distortion] == right[False, glitch] == [True, False]
    assert right[True, click] == right[False, click] == right[False, distortion] == [False, False]
    # Whether the name that a real fault was given is met decides nothing.
    for one, events in ((real, 0), (invented, 1)):
        judged, truth = judge([one], glitch, TypeDecoding())
        assert truth.events == events
        assert (goodness(judged, truth, "glitch") > 0) == bool(events)


def test_a_type_that_lasts_is_chosen_by_the_time_it_fills_too() -> None:
    segment = Segment(0, 1, 0, 0.9, 0.9)
    met = Judged(segment, meets=True, touches=True, in_clean=False, lasts_s=0.2, right_s=0.2)
    missed_ends = Judged(segment, meets=False, touches=True, in_clean=False, lasts_s=3.0, right_s=2.8)
    in_clean = Judged(segment, meets=False, touches=False, in_clean=True, lasts_s=9.0)
    truth = Truth(2, 3.2)
    shown = [met, missed_ends, in_clean]
    assert goodness(shown, truth, "click") == pytest.approx(2 / 4)
    assert goodness(shown, truth, "distortion") == pytest.approx((2 / 4 + 6 / 6.4) / 2)
    assert goodness([in_clean], Truth(0, 0.0), "hum") == 0


def test_fitting_puts_right_ones_above_a_half_and_wrong_ones_below() -> None:
    heard = [_heard(n) for n in range(60)]
    decoding = fit_type(heard, DROPOUT)
    judged, _ = judge(heard, DROPOUT, decoding)
    for one in judged:
        assert (confidence_of(one.segment, decoding) >= 0.5) == one.touches


def _marked(number: int, code: int) -> Heard:
    """Something of the type heard middling well: an artifact in every second example, where samples wrap."""
    confidence = np.zeros((len(TYPES), 400), dtype=np.float32)
    confidence[code, 100:103] = 0.5
    levels = np.full((400, 8), -2.0, dtype=np.float32)
    evidence = Evidence.of(np.zeros(400, dtype=np.float32), levels)
    evidence.marks[101] = (9 * (number % 2), 0, 0, 0)
    return Heard(confidence, evidence, 0.01, ((code, 1.0, 1.03),) if number % 2 else ())


def test_marks_count_for_the_types_that_they_say_something_of() -> None:
    click, burst = (TYPES.index(name) for name in ("click", "noise_burst"))
    fitted = {code: fit_type([_marked(n, code) for n in range(60)], code) for code in (click, burst)}
    marks = DESCRIPTIONS - CROWD - MARKS
    assert fitted[click].weights[marks] > 1
    assert fitted[burst].weights[marks:] == (0.0,) * (MARKS + CROWD)
    wrapping, whole = (judge([_marked(n, click)], click, fitted[click])[0][0].segment for n in (1, 0))
    assert confidence_of(wrapping, fitted[click]) > 0.5 > confidence_of(whole, fitted[click])


def _crowded(number: int, code: int) -> Heard:
    """Something of the type heard middling well: an artifact in every second example, else one of many alike."""
    confidence = np.zeros((len(TYPES), 400), dtype=np.float32)
    confidence[code, 200] = 0.5
    if not number % 2:
        confidence[code, 20:400:20] = 0.3
        confidence[code, 200] = 0.5
    evidence = Evidence.of(np.zeros(400, dtype=np.float32), np.full((400, 8), -2.0, dtype=np.float32))
    return Heard(confidence, evidence, 0.01, ((code, 2.0, 2.001),) if number % 2 else ())


def test_a_crowd_counts_for_the_types_that_programme_resembles_over_and_over() -> None:
    click, glitch = (TYPES.index(name) for name in ("click", "glitch"))
    fitted = {code: fit_type([_crowded(n, code) for n in range(60)], code) for code in (click, glitch)}
    crowd = DESCRIPTIONS - CROWD
    assert sum(fitted[click].weights[crowd:DESCRIPTIONS]) < -0.1
    assert fitted[glitch].weights[crowd:] == (0.0,) * CROWD


def _rivalled(number: int, code: int) -> Heard:
    """Something of the type, as sure as another one: an artifact in every second example, where the other is a gap."""
    confidence = np.zeros((len(TYPES), 400), dtype=np.float32)
    confidence[code, 200:210] = confidence[DROPOUT if number % 2 else TYPES.index("hum"), 200:210] = 0.5
    evidence = Evidence.of(np.zeros(400, dtype=np.float32), np.full((400, 8), -2.0, dtype=np.float32))
    return Heard(confidence, evidence, 0.01, ((code, 2.0, 2.1),) if number % 2 else ())


def test_which_rival_is_believed_counts_for_the_types_that_others_are_taken_for() -> None:
    click, burst = (TYPES.index(name) for name in ("click", "noise_burst"))
    fitted = {code: fit_type([_rivalled(n, code) for n in range(60)], code) for code in (click, burst)}
    beliefs = fitted[click].weights[DESCRIPTIONS:]
    assert beliefs[DROPOUT] > 0.5
    assert beliefs[TYPES.index("hum")] < -0.5
    assert beliefs[click] == 0
    assert len(fitted[burst].weights) == DESCRIPTIONS


def test_noise_decides_among_choices_that_are_quiet_enough_in_programme() -> None:
    heard = [_heard(n) for n in range(60)]
    confidence = np.zeros((len(TYPES), 400), dtype=np.float32)
    confidence[DROPOUT, 50:54] = 0.62
    levels = np.full((400, 8), -2.0, dtype=np.float32)
    levels[50:54] = -8.0
    evidence = Evidence.of(np.zeros(400, dtype=np.float32), levels)
    noise = [Heard(confidence, evidence, 0.01, (), is_noise=True)] * 3
    assert sum(one.hours for one in noise) == 0
    decoding = fit_type(heard + noise, DROPOUT)
    judged, _ = judge(noise, DROPOUT, decoding)
    assert judged
    assert not any(confidence_of(one.segment, decoding) >= 0.5 for one in judged)
    programme, _ = judge(heard, DROPOUT, decoding)
    assert sum(confidence_of(one.segment, decoding) >= 0.5 for one in programme) == 60
