"""Labels for frames, the collection learnt from, and a short training that must learn."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from inference.engine.checkpoint import load_network
from inference.engine.model_folder import read_model
from inference.engine.network import NetworkShape, WitnessNetwork
from inference.training import dataset
from inference.training.collection import CLEAN_WEIGHT, MINED_WEIGHT, Collection
from inference.training.dataset import (
    EITHER_WAY,
    SHARD_EXAMPLES,
    TYPES,
    build,
    label_frames,
    prepare,
    read_shard,
    shards_in,
)
from inference.training.pipeline import (
    FACTS,
    MOST_HELD,
    NEW_SHARE,
    RECIPES,
    TURNS,
    Plan,
    going_on,
    on_gpu,
    on_processors,
    preparing,
    train_all,
    trained_network,
)
from inference.training.train import Recipe, batch_logits, between, cropped, frame_loss, greatest, train
from tests.inference.engine.stand_in import example

CLICK, HUM = TYPES.index("click"), TYPES.index("hum")
SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "models" / "relay-artifacts-1"
SMALL = Recipe(steps=12, crop_frames=400, batch=2, width=16, slow_width=16)


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


def test_labels_mark_the_event_and_leave_its_edges_open() -> None:
    labels = label_frames([(CLICK, 0.505, 0.506), (HUM, 1.0, 3.0)], 400, 0.01)
    assert labels[CLICK].nonzero()[0].tolist() == [49, 50, 51]
    assert labels[CLICK, 49:52].tolist() == [EITHER_WAY, 1, EITHER_WAY]
    assert set(labels[HUM, 130:270]) == {1}
    assert labels[HUM, 80] == labels[HUM, 310] == EITHER_WAY
    assert labels[HUM, 60] == labels[HUM, 340] == 0


def test_frames_labelled_either_way_do_not_count() -> None:
    logits = torch.zeros(1, len(TYPES), 8)
    labels = torch.zeros(1, len(TYPES), 8, dtype=torch.uint8)
    labels[..., 4] = EITHER_WAY
    before = frame_loss(logits, labels)
    logits[..., 4] = 50.0
    assert torch.equal(frame_loss(logits, labels), before)


def test_a_doubtful_event_counts_neither_way_and_hides_no_certain_one() -> None:
    labels = label_frames([(CLICK, 0.505, 0.506)], 400, 0.01, [(CLICK, 0.3, 0.6), (HUM, 1.0, 1.5)])
    assert labels[CLICK, 50] == 1
    assert set(labels[CLICK, 30:50]) == {EITHER_WAY}
    assert not (labels[HUM] == 1).any()


def test_examples_are_prepared_once_and_come_back_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dataset, "SHARD_EXAMPLES", 3)
    path = build(tmp_path, example, 1)
    written = path.stat().st_mtime_ns
    assert build(tmp_path, example, 1).stat().st_mtime_ns == written
    assert shards_in(tmp_path) == [path]
    for number, back in enumerate(read_shard(path), 3):
        again = prepare(example(number))
        assert np.array_equal(back.inputs, again.inputs)
        assert np.array_equal(back.labels, again.labels)
        assert back.events == again.events


def test_a_collection_takes_in_what_appears_and_draws_alarming_clean_examples_oftener(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dataset, "SHARD_EXAMPLES", 2)
    collection = Collection([tmp_path], torch.device("cpu"))
    assert collection.gather() == 0
    build(tmp_path, example, 0)
    assert collection.gather() == 2
    clean = replace(collection.examples[0], events=())
    mixed = Collection.of([collection.examples[1], *(replace(clean, kind=str(n)) for n in range(4))])
    mixed.mine(lambda examples: [float(one.kind) for one in examples])
    order = np.random.default_rng(0)
    kinds = [one.kind for one in mixed.draw(4000, order)]
    assert kinds.count("3") / kinds.count("2") == pytest.approx(MINED_WEIGHT / CLEAN_WEIGHT, rel=0.25)
    assert 0 < kinds.count("0") < kinds.count("3")


def test_of_several_channels_the_greatest_counts() -> None:
    logits = torch.arange(4.0)[:, None, None] * torch.ones(4, 7, 8)
    assert greatest(logits, [1, 2, 1])[:, 0, 0].tolist() == [0.0, 2.0, 3.0]


def test_a_crop_holds_an_event_of_a_damaged_example() -> None:
    one = prepare(example(1))
    for seed in range(20):
        part = cropped(one, 400, np.random.default_rng(seed))
        assert part.inputs.shape[-1] == part.labels.shape[-1] == 400
        assert (part.labels == 1).any()


def test_training_learns_and_repeats_itself() -> None:
    examples = Collection.of([prepare(example(number)) for number in range(4)])
    first, second = train(examples, SMALL), train(Collection.of(examples.examples), SMALL)
    for a, b in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(a, b)
    labels = torch.from_numpy(examples.examples[1].labels)[None]
    with torch.inference_mode():
        untaught = frame_loss(torch.full((1, len(TYPES), 1200), -4.0), labels)
        assert frame_loss(batch_logits(first, examples.examples[1:2]), labels) < untaught


def test_a_network_learns_on_from_where_it_was() -> None:
    examples = Collection.of([prepare(example(number)) for number in range(2)])
    first = train(examples, SMALL)
    kept: list[int] = []
    hardly = replace(SMALL, width=32, rate=1e-9, half=True, steps=3)
    again = train(Collection.of(examples.examples), hardly, begin=first, keep=lambda one: kept.append(1))
    assert again.shape == first.shape
    assert torch.equal(again.input_mean, first.input_mean)
    for before, after in zip(first.parameters(), again.parameters(), strict=True):
        assert torch.allclose(before, after, atol=1e-6)
    assert not kept, "nothing was reported in three steps"


def test_between_two_networks_lies_one_that_is_a_part_of_each() -> None:
    shape = NetworkShape(inputs=5, types=2, width=8, slow_width=8)
    begun, learnt = WitnessNetwork(shape), WitnessNetwork(shape)
    before = [part.clone() for part in learnt.parameters()]
    middle = between(begun, learnt, 0.75)
    for mine, old, new in zip(middle.parameters(), begun.parameters(), learnt.parameters(), strict=True):
        assert torch.allclose(mine, 0.25 * old + 0.75 * new, atol=1e-6)
    assert all(torch.equal(now, was) for now, was in zip(learnt.parameters(), before, strict=True))


def test_the_oldest_examples_leave_when_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dataset, "SHARD_EXAMPLES", 2)
    collection = Collection([tmp_path], torch.device("cpu"), most=3)
    for number in range(2):
        build(tmp_path, example, number)
        collection.gather()
    assert collection.met == 4
    assert [one.events for one in collection.examples] == [prepare(example(n)).events for n in (1, 2, 3)]
    assert len({id(one) for one in collection.draw(100, np.random.default_rng(0))}) == 3


def test_examples_are_prepared_while_a_network_learns(corpus_root: Path, tmp_path: Path) -> None:
    """The way of a machine with a GPU: processes fill the folders until they are told to stop."""
    for name in ("index.json", "decoded"):
        (tmp_path / name).symlink_to(corpus_root / name)
    plan = Plan(tmp_path, shards=1, workers=1)
    with preparing(plan) as workers:
        for worker in workers:
            worker.join()
        assert sum(len(shards_in(folder)) for folder in plan.folders) == 1
    with preparing(replace(plan, shards=10_000)) as workers:
        pass
    assert not any(worker.is_alive() for worker in workers)


def test_a_model_that_learns_on_meets_examples_of_its_own_seed(corpus_root: Path, tmp_path: Path) -> None:
    """Those that lie there already are of another seed: it may have met them before."""
    for name in ("index.json", "decoded"):
        (tmp_path / name).symlink_to(corpus_root / name)
    left = Plan(tmp_path, seed=7).folders[0]
    build(left, example, 0)
    plan = going_on(Plan(tmp_path, seed=8, workers=1), 0.1, SHIPPED)
    train_all(replace(plan, shards=1, recipe=replace(plan.recipe, steps=2, minutes=None)))
    installed, facts = read_model(SHIPPED), json.loads((plan.trained / FACTS).read_text())
    assert facts["members"][0]["examples"] == SHARD_EXAMPLES
    assert (facts["goes_on_from"]["version"], facts["new_share"]) == (installed.card.version, NEW_SHARE)
    before, after = load_network(installed).parameters(), trained_network(plan.trained).parameters()
    moved = [float((a - b).detach().abs().max()) for a, b in zip(before, after, strict=True)]
    assert 0 < max(moved) < 0.01
    assert shards_in(left)


def test_no_more_is_prepared_to_learn_on_from_than_is_held_unless_a_gpu_learns_meanwhile() -> None:
    plan = Plan(Path("corpus"))
    shards = [going_on(plan, minutes, SHIPPED).shards for minutes in (1, 60, 600)]
    assert shards[0] < shards[1] < shards[2]
    assert shards[2] * SHARD_EXAMPLES <= MOST_HELD
    assert going_on(plan, 8, SHIPPED, has_gpu=True).shards > 10 * shards[2]


def test_examples_of_every_recipe_are_made() -> None:
    assert set(TURNS) == set(RECIPES)


def test_a_model_from_nothing_has_a_size_and_as_many_examples_as_the_time_of_its_machine_allows() -> None:
    plan = Plan(Path("corpus"))
    hurried, usual, long = (on_processors(plan, minutes) for minutes in (1, 40, 600))
    assert hurried.shards < usual.shards <= long.shards
    assert hurried.lessons < usual.lessons <= long.lessons
    assert long.shards * SHARD_EXAMPLES <= MOST_HELD
    assert usual.recipe.minutes == 40
    assert usual.goes_on_from is None
    assert usual.recipe.half
    assert usual.recipe.width < on_gpu(plan, 8).recipe.width
    assert on_gpu(plan, 8).shards > 10 * long.shards


def test_how_much_of_the_running_average_is_kept_is_in_the_recipe() -> None:
    examples = [prepare(example(n, 6.0)) for n in range(3)]
    slow, at_once = (train(Collection.of(examples), replace(SMALL, kept=kept)) for kept in (0.9985, 0.0))
    assert not torch.equal(slow.leave.weight, at_once.leave.weight)
