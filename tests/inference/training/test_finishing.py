"""A model calibrated anew keeps its networks, and its card says what was measured."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from inference.engine.detector import Detector
from inference.engine.model_folder import read_model
from inference.training import evaluation_set, finishing
from inference.training.finishing import hear_part, hear_swarms, recalibrate
from inference.training.pipeline import Plan

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
    after = recalibrate(plan, "9.8.7", folder)
    assert (after.card.version, after.card.weights_sha256) == ("9.8.7", before.card.weights_sha256)
    assert after.card.training == before.card.training
    assert after.card.settings["decoding"] != before.card.settings["decoding"]
    written = json.loads((folder / "card.json").read_text())
    assert set(written["quality"]) == {"validation", "test"}
    assert written["quality"]["test"]["untouched_hours"] == pytest.approx(0.0, abs=0.01)
    Detector.load(folder, "cpu")


def test_what_calibration_hears_comes_with_its_truth(plan: Plan) -> None:
    detector = Detector.load(SHIPPED, "cpu")
    heard = hear_part(detector, plan.corpus, "calibration")
    assert sum(bool(one.hours) for one in heard) == 2
    assert sum(bool(one.events) for one in heard) >= 4
    (swarm,) = hear_swarms(detector, plan)
    assert len(swarm.events) > 3
    assert len({code for code, _, _ in swarm.events}) == 1
