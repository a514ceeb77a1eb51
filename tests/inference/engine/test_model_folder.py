"""Model folders: what is installed, and every reason to refuse one."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from inference.engine.checkpoint import load_decoder, load_network, save_model
from inference.engine.context import INPUT_NAMES
from inference.engine.model_folder import (
    BadModel,
    InstalledModel,
    find_model,
    installed_models,
    read_model,
    unusable_models,
)
from inference.engine.network import Ensemble, NetworkShape, WitnessNetwork
from inference.engine.segments import DESCRIPTIONS


@pytest.fixture
def copy(shipped: InstalledModel, tmp_path: Path) -> Path:
    """A copy of the shipped model to spoil."""
    folder = tmp_path / "models" / "mine"
    folder.mkdir(parents=True)
    for name in ("card.json", shipped.card.weights):
        (folder / name).write_bytes((shipped.folder / name).read_bytes())
    return folder


def _change(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    card = json.loads((folder / "card.json").read_text())
    change(card)
    (folder / "card.json").write_text(json.dumps(card))


def test_the_shipped_model_is_installed_and_small(shipped: InstalledModel) -> None:
    assert shipped.card.id in [model.card.id for model in installed_models()]
    assert shipped.weights_path.stat().st_size < 20e6
    assert set(shipped.card.types) == set(shipped.card.type_help) == set(shipped.card.tuning)


def test_several_networks_are_kept_as_one_and_heard_as_their_mean(
    shipped: InstalledModel, tmp_path: Path
) -> None:
    torch.manual_seed(3)
    shape = NetworkShape(len(INPUT_NAMES), len(shipped.card.types), width=8, slow_width=8)
    members = [WitnessNetwork(shape).eval() for _ in range(2)]
    decoder = load_decoder(shipped.card)
    save_model(tmp_path / "pair", Ensemble(members), decoder, {"id": "pair", "version": "1", "title": "Pair"})
    loaded = load_network(read_model(tmp_path / "pair"))
    frames = torch.randn(1, len(INPUT_NAMES), 64)
    with torch.inference_mode():
        mean = (members[0](frames) + members[1](frames)) / 2
        assert torch.allclose(loaded(frames), mean, atol=1e-5)
    assert loaded.shape.members == 2


def test_listing_does_not_need_torch() -> None:
    code = (
        "import sys; from inference.engine.model_folder import installed_models; "
        "assert installed_models(); assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_first_of_an_id_wins_and_missing_folders_are_passed_over(copy: Path, shipped: InstalledModel) -> None:
    found = installed_models([copy.parent / "nowhere", copy.parent, shipped.folder.parent])
    assert [model.folder for model in found] == [copy]


def test_a_changed_weight_is_refused(copy: Path, shipped: InstalledModel) -> None:
    path = copy / shipped.card.weights
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(BadModel, match="SHA-256"):
        read_model(copy)
    assert installed_models([copy.parent]) == []
    assert "SHA-256" in unusable_models([copy.parent])[copy]


def test_a_pickle_is_refused_whatever_it_is_called(copy: Path, shipped: InstalledModel) -> None:
    (copy / shipped.card.weights).write_bytes(pickle.dumps({"weights": [1, 2, 3]}))
    with pytest.raises(BadModel, match="not a safetensors file"):
        read_model(copy)
    (copy / "weights.pt").write_bytes(b"\x80\x04N.")
    _change(copy, lambda card: card.update(weights="weights.pt"))
    with pytest.raises(BadModel, match="pickles"):
        read_model(copy)


def test_weights_elsewhere_are_refused(copy: Path) -> None:
    _change(copy, lambda card: card.update(weights="../../weights.safetensors"))
    with pytest.raises(BadModel, match="beside its card"):
        read_model(copy)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not valid JSON"),
        ("[]", "not complete"),
        ('{"id": "x"}', "not complete"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_card_that_is_none_is_refused(copy: Path, text: str, says: str) -> None:
    (copy / "card.json").write_text(text)
    with pytest.raises(BadModel, match=says):
        read_model(copy)


def test_an_unknown_architecture_is_refused(copy: Path) -> None:
    _change(copy, lambda card: card.update(architecture="somebody-elses-3"))
    with pytest.raises(BadModel, match="does not know"):
        read_model(copy)


@pytest.mark.parametrize(
    "sizes", [{"width": 32}, {"width": "many"}, {"slow_layers": 40}, {"types": 3}, {"inputs": 5}]
)
def test_a_card_that_does_not_fit_its_weights_is_refused(copy: Path, sizes: dict[str, object]) -> None:
    _change(copy, lambda card: card["settings"]["network"].update(sizes))
    with pytest.raises(BadModel):
        load_network(read_model(copy))


def test_a_card_without_its_decoding_is_refused(copy: Path) -> None:
    _change(copy, lambda card: card["settings"]["decoding"].pop("click"))
    with pytest.raises(BadModel, match="decoding"):
        load_decoder(read_model(copy).card)


def test_a_decoding_with_more_weights_than_there_are_types_is_refused(copy: Path) -> None:
    _change(copy, lambda card: card["settings"]["decoding"]["hum"].update(weights=[0.0] * (DESCRIPTIONS + 5)))
    with pytest.raises(BadModel, match="decoding: the weights"):
        load_decoder(read_model(copy).card)


def test_asking_for_a_model_that_is_not_there_names_those_that_are(
    copy: Path, shipped: InstalledModel
) -> None:
    with pytest.raises(BadModel, match=shipped.card.id):
        find_model("no-such-model", [copy.parent])
