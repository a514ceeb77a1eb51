"""relay-desktop models, on the models this checkout ships and on folders made here."""

from __future__ import annotations

import json

import pytest

from inference.contract import ModelCard
from inference.engine.model_folder import installed_models
from relay_desktop.command_line import models


def test_the_shipped_model_is_listed_with_its_figures(capfd: pytest.CaptureFixture[str]) -> None:
    shipped = installed_models()
    assert models.main([]) == 0
    printed = capfd.readouterr().out
    for model in shipped:
        assert model.card.id in printed
        assert all(name in printed for name in model.card.types)
    assert ("measured quality" in printed) == any(model.card.quality for model in shipped)


def test_json_is_the_whole_card_and_its_folder(capfd: pytest.CaptureFixture[str]) -> None:
    assert models.main(["--format", "json"]) == 0
    values = json.loads(capfd.readouterr().out)
    assert [ModelCard.model_validate(value) for value in values] == [m.card for m in installed_models()]
    assert all(value["folder"] for value in values)


def test_quality_is_shown_whatever_its_shape() -> None:
    quality = {"macro_f1": 0.51239, "per_type": {"click": {"f1": 0.8}}, "note": "test part"}
    assert models.quality_lines(quality) == [
        "measured quality",
        "  macro_f1: 0.512",
        "  per_type",
        "    click",
        "      f1: 0.8",
        "  note: test part",
    ]
    assert models.quality_lines({}) == []
