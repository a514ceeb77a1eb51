"""The models a service offers; read without torch, so that it answers while the engine is still starting."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from inference.contract import ModelCard
from inference.engine.model_folder import default_model_folders, installed_models, unusable_models
from inference.service.refusals import Refusal


class Catalogue:
    """Installed models of some folders. Looks again when the folders changed."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = list(folders) or default_model_folders()
        self._lock = threading.Lock()
        self._seen: tuple[tuple[str, int], ...] | None = None
        self._cards: list[ModelCard] = []

    def cards(self) -> list[ModelCard]:
        """The cards of the usable models."""
        with self._lock:
            seen = tuple(_stamps(self._folders))
            if seen != self._seen:
                self._cards = [model.card for model in installed_models(self._folders)]
                self._seen = seen
            return self._cards

    def require(self, model_id: str) -> None:
        """Raise Refusal 422 with a sentence when there is no such model."""
        installed = [card.id for card in self.cards()]
        if model_id in installed:
            return
        refused = [why for folder, why in unusable_models(self._folders).items() if folder.name == model_id]
        names = ", ".join(installed) or "none"
        raise Refusal(
            422, refused[0] if refused else f"There is no model {model_id[:80]!r} here. Installed: {names}."
        )


def _stamps(folders: Sequence[Path]) -> list[tuple[str, int]]:
    cards = [path for folder in folders if folder.is_dir() for path in folder.glob("*/*")]
    return sorted((str(path), path.stat().st_mtime_ns) for path in cards)
