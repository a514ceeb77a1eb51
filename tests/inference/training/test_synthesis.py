from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest

from inference.training.corpus import Corpus
from inference.training.electronic import game_sounds, plucked, weather
from inference.training.programme import KIND_WEIGHTS, RATES_HZ, make_programme
from inference.training.synthesis import Example, Recipe, make_example

NO_CODECS = Recipe(real_share=0.0, lossy_share=0.0)


def _examples(corpus: Corpus, count: int, recipe: Recipe = NO_CODECS) -> list[Example]:
    return [make_example(np.random.default_rng(seed), corpus.train, 3.0, recipe) for seed in range(count)]


def test_examples_have_the_promised_form_and_labels_inside(corpus: Corpus) -> None:
    for example in _examples(corpus, 30):
        assert example.samples.dtype == np.float32
        assert example.samples.shape[0] == round(3.0 * example.rate_hz)
        assert example.samples.shape[1] in (1, 2)
        assert np.all(np.isfinite(example.samples))
        assert np.max(np.abs(example.samples)) <= 1.0
        assert all(0.0 <= e.start_s < e.end_s <= 3.0 for e in example.events)


def test_the_same_seed_makes_the_same_example(corpus: Corpus) -> None:
    for seed in range(6):
        first, second = (make_example(np.random.default_rng(seed), corpus.train, 2.0, NO_CODECS) for _ in range(2))
        assert first.events == second.events
        assert np.array_equal(first.samples, second.samples)


def test_rates_kinds_and_channels_are_varied_and_nearly_half_is_clean(corpus: Corpus) -> None:
    examples = _examples(corpus, 100)
    assert {e.rate_hz for e in examples} == set(RATES_HZ)
    assert {e.content_kind for e in examples} == set(KIND_WEIGHTS)
    assert {e.samples.shape[1] for e in examples} == {1, 2}
    assert 0.3 < np.mean([not any(event.counts for event in e.events) for e in examples]) < 0.65


def test_levels_reach_from_minus_30_to_minus_1_db(corpus: Corpus) -> None:
    peaks = 20 * np.log10([np.max(np.abs(e.samples)) for e in _examples(corpus, 60)])
    assert peaks.max() <= -0.9
    assert peaks.min() < -20
    assert np.median(peaks) < -6


def test_what_is_tried_again_is_damaged_more_often(corpus: Corpus) -> None:
    once, often = (
        _examples(corpus, 12, Recipe(clean_share=1.0, real_share=1.0, tries=tries)) for tries in (1, 4)
    )
    damaged = [sum(any(event.counts for event in e.events) for e in examples) for examples in (once, often)]
    assert damaged[1] > damaged[0]


def test_lossy_storage_keeps_length_and_time(corpus: Corpus) -> None:
    lossy = Recipe(clean_share=1.0, real_share=0.0, lossy_share=1.0)
    kinds = Counter(e.storage for e in _examples(corpus, 12, lossy))
    assert {"OGG", "MP3"} <= set(kinds)


@pytest.mark.parametrize("kind", sorted(KIND_WEIGHTS))
def test_every_kind_of_programme_is_sound_and_never_clips(corpus: Corpus, kind: str) -> None:
    for seed in range(3):
        samples = make_programme(np.random.default_rng(seed), corpus.validation, kind, 4.0, 22_050)
        assert len(samples) == 88_200
        assert 1e-3 < np.max(np.abs(samples)) <= 0.951


def test_dense_examples_hold_many_short_faults_and_plain_ones_none(corpus: Corpus) -> None:
    dense = _examples(corpus, 6, Recipe(clean_share=0.0, real_share=0.0, density=2.0, short_only=True))
    kinds = {event.artifact_type for example in dense for event in example.events if event.counts}
    assert kinds <= {"click", "glitch", "dropout", "noise_burst"}
    assert sum(len(example.events) for example in dense) >= 12
    for example in _examples(corpus, 12, Recipe(plain_share=1.0)):
        assert example.content_kind == "plain"
        assert not example.events
        assert np.abs(example.samples).max() <= 1.0


def test_swarms_are_part_of_what_is_learnt(corpus: Corpus) -> None:
    recipe = Recipe(clean_share=0.0, real_share=0.0, short_only=True, swarm_share=1.0)
    swarms = _examples(corpus, 8, recipe)
    mechanisms = [{event.mechanism for event in one.events if event.counts} - {"rest", "source"} for one in swarms]
    assert all(len(names) <= 1 for names in mechanisms)
    assert sum(len(one.events) for one in swarms) > 8 * 4


def test_programme_recorded_too_hot_is_clipped_all_along(corpus: Corpus) -> None:
    hot = _examples(corpus, 12, Recipe(clean_share=0.0, real_share=0.0, staged_share=1.0))
    spans = [sum(e.end_s - e.start_s for e in one.events if e.mechanism == "staged") for one in hot]
    assert np.count_nonzero(np.array(spans) > 1.0) >= 5


@pytest.mark.parametrize("maker", [game_sounds, plucked, weather])
def test_games_struck_strings_and_weather_are_audible_at_any_rate(maker: Callable[..., np.ndarray]) -> None:
    for seed, rate in enumerate((8_000, 22_050, 96_000)):
        made = maker(np.random.default_rng(seed), 2 * rate, rate)
        assert made.shape == (2 * rate,)
        assert np.all(np.isfinite(made))
        assert np.std(made) > 0.01
