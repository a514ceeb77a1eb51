"""The models on this computer: a folder each, holding ``card.json`` and the weights it names.

Free of torch, so the window and the command line may list what is installed. Nothing in a model folder is ever
executed: the card is JSON, the weights are safetensors, whose header is read here and checked, and whose SHA-256
must be the one that the card names.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from inference.contract import ModelCard

KNOWN_ARCHITECTURES = ("relay-witness-tcn-2",)
EARLIER_ARCHITECTURES = ("relay-witness-tcn-1",)
CARD_NAME = "card.json"
LARGEST_CARD_BYTES = 4 * 1024 * 1024
LARGEST_HEADER_BYTES = 16 * 1024 * 1024


class BadModel(Exception):
    """A model folder that cannot be used; ``str()`` is a sentence that says what is wrong and what to do."""


@dataclass(frozen=True)
class InstalledModel:
    """A checked model: its card, and the folder in which the weights lie."""

    card: ModelCard
    folder: Path

    @property
    def weights_path(self) -> Path:
        """Where the safetensors file lies."""
        return self.folder / self.card.weights


def default_model_folders() -> list[Path]:
    """The folders searched for models: the program's own, then the person's (user data folder)."""
    import platformdirs

    shipped = Path(__file__).resolve().parents[2] / "resources" / "models"
    personal = Path(platformdirs.user_data_dir("relay-desktop", appauthor=False)) / "models"
    return [shipped, personal]


def installed_models(folders: Sequence[Path] | None = None) -> list[InstalledModel]:
    """The usable models of these folders, in order; the first of an id wins, unusable ones are left out.

    ``folders`` are searched one level deep; None means :func:`default_model_folders`. Ask
    :func:`unusable_models` why a folder is missing from the list.
    """
    found: dict[str, InstalledModel] = {}
    for model in _checked(default_model_folders() if folders is None else folders):
        if isinstance(model, InstalledModel):
            found.setdefault(model.card.id, model)
    return list(found.values())


def unusable_models(folders: Sequence[Path] | None = None) -> dict[Path, str]:
    """The model folders that are refused, each with the sentence that says why."""
    searched = default_model_folders() if folders is None else folders
    return {bad[0]: bad[1] for bad in _checked(searched) if isinstance(bad, tuple)}


def find_model(model_id: str, folders: Sequence[Path] | None = None) -> InstalledModel:
    """The installed model with this id. Raises :class:`BadModel` when there is none, or when it is refused."""
    models = installed_models(folders)
    for model in models:
        if model.card.id == model_id:
            return model
    refused = [sentence for folder, sentence in unusable_models(folders).items() if folder.name == model_id]
    if refused:
        raise BadModel(refused[0])
    names = ", ".join(model.card.id for model in models) or "none"
    raise BadModel(f"There is no model called “{model_id}” on this computer. Installed: {names}.")


def read_model(folder: Path) -> InstalledModel:
    """Read and check one model folder. Raises :class:`BadModel` with a sentence."""
    card = _read_card(folder)
    if card.architecture in EARLIER_ARCHITECTURES:
        raise BadModel(
            f"The model “{card.id}” in {folder} was made for an earlier version of the program, which gave its network "
            "other inputs. Get the model that comes with this version, or train it anew."
        )
    if card.architecture not in KNOWN_ARCHITECTURES:
        raise BadModel(
            f"The model “{card.id}” in {folder} is of the architecture “{card.architecture}”, which this version "
            f"does not know (known: {', '.join(KNOWN_ARCHITECTURES)}). A newer version of the program may."
        )
    _check_weights(card, folder)
    return InstalledModel(card, folder)


def _checked(folders: Iterable[Path]) -> Iterable[InstalledModel | tuple[Path, str]]:
    for folder in folders:
        if not folder.is_dir():
            continue
        for candidate in sorted(child for child in folder.iterdir() if (child / CARD_NAME).is_file()):
            try:
                yield read_model(candidate)
            except BadModel as bad:
                yield candidate, str(bad)


def _read_card(folder: Path) -> ModelCard:
    path = folder / CARD_NAME
    try:
        if path.stat().st_size > LARGEST_CARD_BYTES:
            raise BadModel(f"The model card {path} is too large to be one (over 4 MB).")
        return ModelCard.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise BadModel(f"The model card {path} cannot be read: {error.strerror}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the card"
        raise BadModel(f"The model card {path} is not complete: {place}: {first['msg']}.") from error
    except (ValueError, RecursionError) as error:
        raise BadModel(f"The model card {path} is not valid JSON: {error}.") from error


def _check_weights(card: ModelCard, folder: Path) -> None:
    if Path(card.weights).name != card.weights or not card.weights:
        raise BadModel(f"The model “{card.id}” names its weights as a path; they must lie beside its card.")
    path = folder / card.weights
    if path.suffix != ".safetensors":
        raise BadModel(
            f"The weights of the model “{card.id}” are not a safetensors file ({card.weights}). Other formats, "
            "pickles above all, can run code when they are opened and are refused; convert them to safetensors."
        )
    try:
        _check_header(card, path)
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise BadModel(
            f"The weights of the model “{card.id}” cannot be read ({path}): {error.strerror}."
        ) from error
    if found != card.weights_sha256.lower():
        raise BadModel(
            f"The weights of the model “{card.id}” are not those its card was written for (SHA-256 differs). "
            "The copy is damaged or was changed; install the model again."
        )


def _check_header(card: ModelCard, path: Path) -> None:
    """A safetensors file begins with the length of a JSON header (8 bytes, little endian), then the header."""
    not_one = BadModel(
        f"The weights of the model “{card.id}” ({path.name}) are not a safetensors file, whatever their name says."
    )
    with path.open("rb") as stream:
        length = int.from_bytes(stream.read(8), "little")
        if not 2 <= length <= min(LARGEST_HEADER_BYTES, path.stat().st_size - 8):
            raise not_one
        try:
            header = json.loads(stream.read(length))
        except (ValueError, RecursionError) as error:
            raise not_one from error
    if not isinstance(header, dict):
        raise not_one
