"""What the inspection learns from, and that it learns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from inference.engine.context import INPUTS
from inference.engine.network import NetworkShape, WitnessNetwork
from inference.training import inspecting
from inference.training.dataset import EITHER_WAY, TYPES, label_events
from inference.training.inspecting import (
    INSPECTED,
    InspectionRecipe,
    Lesson,
    inspection_loss,
    learn,
    lesson,
    prepare_lessons,
    read_lessons,
)
from inference.training.pipeline import Plan, keep_inspection, keep_member, prepare_lesson, trained_inspection
from tests.inference.engine.stand_in import example


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def network() -> WitnessNetwork:
    torch.manual_seed(4)
    return WitnessNetwork(NetworkShape(INPUTS, len(TYPES), width=16, slow_width=16)).eval()


def test_a_suspect_is_labelled_by_what_is_there(network: WitnessNetwork) -> None:
    made = example(3)
    one = lesson(made, network)
    labels = label_events(made, 1200, 0.01)
    assert len(one) > 10
    for frame, own in zip(one.suspects.frame.tolist(), one.labels.tolist(), strict=True):
        assert own == labels[:INSPECTED, frame].tolist()


def test_lessons_are_prepared_once_and_come_back_the_same(
    network: WitnessNetwork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspecting, "SHARD_EXAMPLES", 2)
    made = [lesson(example(n), network) for n in (2, 3)]
    path = prepare_lessons(tmp_path, example, 1, network)
    written = path.stat().st_mtime_ns
    assert prepare_lessons(tmp_path, example, 1, network).stat().st_mtime_ns == written
    again, whole = read_lessons(tmp_path), Lesson.of(made)
    assert torch.equal(again.labels, whole.labels)
    for kept, was in zip(again.suspects.parts(), whole.suspects.parts(), strict=True):
        assert torch.allclose(kept.float(), was.float(), atol=2e-3, rtol=2e-3)


def test_it_learns_what_a_click_looks_like(network: WitnessNetwork, tmp_path: Path) -> None:
    many = Lesson.of([lesson(example(n), network) for n in range(1, 9)])
    some = torch.nonzero((many.labels == 1).any(1) | (torch.arange(len(many)) % 20 == 0))[:, 0]
    lessons = Lesson(many.suspects.some(some), many.labels[some])
    learnt = learn(lessons, InspectionRecipe(rounds=40, batch=32, width=4))
    with torch.inference_mode():
        loss = inspection_loss(learnt(lessons.suspects), lessons.labels)
        share = (lessons.labels == 1).sum(0) / (lessons.labels != EITHER_WAY).sum(0)
        guess = inspection_loss(torch.logit(share, 1e-3).expand(len(lessons), -1), lessons.labels)
    assert loss < 0.6 * guess
    keep_inspection(tmp_path, learnt)
    kept = trained_inspection(tmp_path)
    assert kept is not None
    assert all(torch.equal(a, b) for a, b in zip(kept.parameters(), learnt.parameters(), strict=True))
    assert trained_inspection(tmp_path / "elsewhere") is None


def test_each_type_is_drawn_equally_often_and_every_suspect_can_be() -> None:
    order = torch.Generator().manual_seed(2)
    code = torch.tensor([1] * 900 + [0] * 60 + [2] * 40)[torch.randperm(1000, generator=order)]
    drawn = inspecting.Draw(code, torch.Generator().manual_seed(3))(9_000)
    shares = code[drawn].bincount(minlength=3) / len(drawn)
    assert torch.allclose(shares, torch.full((3,), 1 / 3), atol=0.02)
    met = set(drawn.tolist())
    assert {n for n in range(1000) if code[n] != 1} <= met
    assert len(met) > 900


def test_a_type_that_is_never_suspected_is_not_missed() -> None:
    drawn = inspecting.Draw(torch.tensor([2, 2, 0]), torch.Generator().manual_seed(4))(50)
    assert set(drawn.tolist()) == {0, 1, 2}


def test_what_may_be_either_way_does_not_count() -> None:
    labels = torch.tensor([[0, 1, EITHER_WAY]], dtype=torch.uint8)
    logits = torch.zeros(1, 3)
    before = inspection_loss(logits, labels)
    logits[0, 2] = 40.0
    assert torch.equal(inspection_loss(logits, labels), before)


def test_lessons_on_the_disk_are_of_one_network(
    network: WitnessNetwork, corpus_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another network suspects other things, another seed gives other examples: each is kept apart."""
    monkeypatch.setattr(inspecting, "SHARD_EXAMPLES", 1)
    for name in ("index.json", "decoded"):
        (tmp_path / name).symlink_to(corpus_root / name)
    plan = Plan(tmp_path)
    keep_member(plan.trained / "member-1.safetensors", network)
    first = prepare_lesson(plan, 0)
    assert prepare_lesson(plan, 0) == first
    assert prepare_lesson(replace(plan, seed=plan.seed + 1), 0) != first
    torch.manual_seed(9)
    keep_member(
        plan.trained / "member-1.safetensors",
        WitnessNetwork(NetworkShape(INPUTS, len(TYPES), width=16, slow_width=16)),
    )
    assert prepare_lesson(plan, 0) != first
    assert len(read_lessons(first.parent)) > 0
