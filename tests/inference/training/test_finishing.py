"""A model calibrated anew keeps its networks, and its card says what was measured."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inference.engine.detector import Detector
from inference.engine.model_folder import read_model
from inference.training import evaluation_set, finishing, inspecting, pipeline
from inference.training.finishing import finish, heard_for_calibration
from inference.training.inspecting import InspectionRecipe
from inference.training.pipeline import FACTS, Plan, taken_up, train_inspection, trained_inspection


class _InThisProcess:
    """A pool that does its work here: what a test made smaller stays small."""

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> _InThisProcess:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def map(self, work: Callable[[int], Path], numbers: Iterable[int]) -> Iterator[Path]:
        return map(work, numbers)


SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "models" / "relay-artifacts-1"


@pytest.fixture
def plan(monkeypatch: pytest.MonkeyPatch, corpus_root: Path, tmp_path: Path) -> Plan:
    """Few and short pieces, in a folder of their own."""
    for name, pieces in (("_DAMAGED", 4), ("_REAL", 1), ("_CLEAN", 2)):
        monkeypatch.setattr(evaluation_set, name, dict.fromkeys(evaluation_set.VERSIONS, pieces))
    for name, value in (("_CLIP_S", 4.0), ("_CLEAN_S", 5.0)):
        monkeypatch.setattr(evaluation_set, name, value)
    for name in ("NOISE_PIECES", "SWARM_PIECES"):
        monkeypatch.setattr(finishing, name, 1)
    root = tmp_path / "corpus"
    shutil.copytree(corpus_root, root)
    return Plan(root, workers=1)


def test_a_model_that_is_calibrated_anew_keeps_its_networks(plan: Plan, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(SHIPPED, folder)
    before = read_model(folder)
    after = finish(taken_up(plan, folder), "9.8.7", folder)
    assert (after.card.version, after.card.weights_sha256) == ("9.8.7", before.card.weights_sha256)
    assert after.card.training == before.card.training
    assert after.card.settings["decoding"] != before.card.settings["decoding"]
    written = json.loads((folder / "card.json").read_text())
    assert set(written["quality"]) == {"validation", "test", "note"}
    assert written["quality"]["test"]["untouched_hours"] == pytest.approx(0.0, abs=0.01)
    Detector.load(folder, "cpu")


def test_nothing_of_another_model_is_taken_up(plan: Plan) -> None:
    left = taken_up(plan, SHIPPED).trained / "member-2.safetensors"
    shutil.copy(left.with_name("member-1.safetensors"), left)
    taken = taken_up(plan, SHIPPED)
    assert sorted(path.name for path in taken.trained.iterdir()) == [
        "inspection.safetensors", "member-1.safetensors", "training.json",
    ]  # fmt: skip
    assert not plan.trained.exists()


def test_an_installed_inspection_learns_on_and_its_card_says_from_what(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "GOING_ON", InspectionRecipe(rounds=0.5, batch=64, rate=1e-4))
    monkeypatch.setattr(pipeline, "crew", _InThisProcess)
    monkeypatch.setattr(inspecting, "SHARD_EXAMPLES", 2)
    taken = taken_up(replace(plan, lessons=1, seed=12), SHIPPED)
    before, facts = trained_inspection(taken.trained), read_model(SHIPPED).card.training
    train_inspection(taken, goes_on=True)
    after, noted = trained_inspection(taken.trained), json.loads((taken.trained / FACTS).read_text())
    assert before is not None
    assert after is not None
    moved = [float((a - b).detach().abs().max()) for a, b in zip(before.parameters(), after.parameters(), strict=True)]
    assert 0 < max(moved) < 0.05
    assert noted["inspection"]["goes_on_from"] == facts["inspection"]
    assert noted["inspection"]["seed_of_lessons"] == 12
    assert noted["recipe"] == facts["recipe"]


def test_what_calibration_hears_comes_with_its_truth(plan: Plan) -> None:
    heard = heard_for_calibration(taken_up(plan, SHIPPED))
    assert sum(bool(one.hours) and not one.is_noise for one in heard) == 4
    assert [one.is_real for one in heard].count(True) == 2
    assert sum(bool(one.events) and not one.is_real for one in heard) >= 9
    noise, swarm = heard[-2:]
    assert noise.is_noise
    assert len(swarm.events) > 3
    assert len({code for code, _, _ in swarm.events}) == 1


def test_workers_hear_the_same_side_by_side(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finishing, "crew", _InThisProcess)
    taken = taken_up(plan, SHIPPED)
    alone, together = heard_for_calibration(taken), heard_for_calibration(replace(taken, workers=3))
    assert [one.events for one in together] == [one.events for one in alone]
    assert all(np.array_equal(a.confidence, b.confidence) for a, b in zip(alone, together, strict=True))
