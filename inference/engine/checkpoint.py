"""Reading and writing a model: the network's weights as safetensors beside their card."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import load_file, save

from inference.contract import ModelCard
from inference.engine.context import INPUT_NAMES
from inference.engine.decoder import Decoder, TypeDecoding
from inference.engine.inspection import InspectionNetwork, InspectionShape
from inference.engine.model_folder import CARD_NAME, BadModel, InstalledModel
from inference.engine.network import ARCHITECTURE, Network, NetworkShape, untaught
from inference.engine.segments import DESCRIPTIONS

WEIGHTS_NAME = "weights.safetensors"
INSPECTION_PREFIX = "inspection."
"""Of the names of the inspection network's weights, which lie beside the first network's."""


def load_network(model: InstalledModel) -> Network:
    """The network with its weights, on the CPU, ready to infer. Raises :class:`BadModel` when the two do not fit."""
    card = model.card
    with _refusing(card):
        shape = NetworkShape.from_card(card.settings["network"])
        _check_inputs(card, shape)
        network = untaught(shape)
        weights = load_file(model.weights_path)
        own = {name: value for name, value in weights.items() if not name.startswith(INSPECTION_PREFIX)}
        network.load_state_dict(own)
    return network.eval()


def load_inspection(model: InstalledModel) -> InspectionNetwork | None:
    """The network that looks closer, on the CPU; None when the model has none. Raises :class:`BadModel`."""
    card = model.card
    if "inspection" not in card.settings:
        return None
    with _refusing(card):
        shape = InspectionShape.from_card(card.settings["inspection"])
        if shape.all_types != len(card.types):
            raise ValueError("its inspection is for another number of types")
        network = InspectionNetwork(shape)
        weights = load_file(model.weights_path)
        own = {name: value for name, value in weights.items() if name.startswith(INSPECTION_PREFIX)}
        network.load_state_dict({name.removeprefix(INSPECTION_PREFIX): value for name, value in own.items()})
    return network.eval()


@contextmanager
def _refusing(card: ModelCard) -> Iterator[None]:
    """What goes wrong with a card and its weights becomes a :class:`BadModel` with a sentence."""
    try:
        yield
    except KeyError as error:
        raise BadModel(
            f"The card of the model “{card.id}” does not describe its network ({error})."
        ) from error
    except ValueError as error:
        raise BadModel(f"The card of the model “{card.id}” cannot be used: {error}.") from error
    except (SafetensorError, OSError) as error:
        raise BadModel(f"The weights of the model “{card.id}” cannot be read: {error}.") from error
    except RuntimeError as error:
        raise BadModel(f"The card of the model “{card.id}” does not fit its weights.") from error


def _check_inputs(card: ModelCard, shape: NetworkShape) -> None:
    named = list(card.settings.get("inputs", ()))
    if named != list(INPUT_NAMES) or shape.inputs != len(INPUT_NAMES):
        raise ValueError(
            f"it was made for another version of the program, which computed {len(named)} inputs where this one "
            f"computes {len(INPUT_NAMES)}; train it anew, or get the model of this version"
        )
    if shape.types != len(card.types):
        raise ValueError("it names another number of types than its network has")


def load_decoder(card: ModelCard) -> Decoder:
    """The decoder that the card describes. Raises :class:`BadModel`."""
    try:
        by_type = {name: TypeDecoding.from_card(card.settings["decoding"][name]) for name in card.types}
        if any(len(one.weights) not in (DESCRIPTIONS, DESCRIPTIONS + len(card.types)) for one in by_type.values()):
            raise ValueError("the weights of a type are not as many as they should be")
    except (KeyError, ValueError) as error:
        raise BadModel(
            f"The card of the model “{card.id}” does not describe its decoding: {error}."
        ) from error
    return Decoder(card.types, by_type)


def save_model(
    folder: Path,
    network: Network,
    decoder: Decoder,
    fields: dict[str, Any],
    inspection: InspectionNetwork | None = None,
) -> InstalledModel:
    """Write weights and card into ``folder``. ``fields``: what the card says besides (id, version, help, quality…)."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = folder / WEIGHTS_NAME
    state = dict(network.state_dict())
    settings = {
        "network": asdict(network.shape),
        "inputs": list(INPUT_NAMES),
        "decoding": {name: asdict(decoding) for name, decoding in decoder.by_type.items()},
    }
    if inspection is not None:
        state |= {INSPECTION_PREFIX + name: value for name, value in inspection.state_dict().items()}
        settings["inspection"] = asdict(inspection.shape)
    weights.write_bytes(save({name: value.detach().cpu().contiguous() for name, value in state.items()}))
    card = {
        **fields,
        "types": list(decoder.types),
        "architecture": ARCHITECTURE,
        "weights": WEIGHTS_NAME,
        "weights_sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        "settings": settings,
    }
    (folder / CARD_NAME).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return InstalledModel(ModelCard.model_validate(card), folder)
