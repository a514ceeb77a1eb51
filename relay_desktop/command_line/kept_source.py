"""A source that is a whole review: a .relay file, or a job of the library by its id."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import platformdirs

from inference.engine.model_folder import installed_models
from inference.tuning import TuningRules
from relay_desktop.session.exporters.document import ExportDocument, Scope
from relay_desktop.session.kept_review import KeptReview, open_library, read_kept
from relay_desktop.session.portable import is_review, read_review

SCOPES: Final[dict[str, Scope]] = {"all": "shown", "shown": "shown", "confirmed": "confirmed", "raw": "raw"}


def kept_review(source: Path, data_dir: Path | None) -> KeptReview | None:
    """The review that SOURCE names; None when it is a file of another kind. Raises RelayError."""
    if source.exists():
        return read_review(source) if source.is_file() and is_review(source) else None
    if len(source.parts) > 1 or source.suffix:
        return None  # a file that is not there; the reader of files says so
    folder = data_dir or Path(platformdirs.user_data_dir("relay-desktop", appauthor=False))
    library = open_library(folder / "library.sqlite")
    try:
        return read_kept(library, str(source))
    finally:
        library.close()


def document_of(kept: KeptReview, what: str, rules: TuningRules | None) -> ExportDocument:
    """What leaves: under given rules, the review's own, or what its model advises."""
    rules = rules or kept.rules or _advised(kept.model_id)
    document = kept.document(SCOPES[what], rules=rules)
    return replace(document, job_id=kept.job_id or None)


def _advised(model_id: str | None) -> TuningRules:
    for model in installed_models():
        if model.card.id == model_id:
            return TuningRules.from_card(model.card)
    return TuningRules()
