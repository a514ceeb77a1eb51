"""What clients send, and how a wrong body is explained in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from inference.contract import TuningConfig

_RANGES = {
    "threshold": "a number between 0.0 and 1.0",
    "merge_window_ms": "a whole number of milliseconds between 0 and 5000",
    "min_duration_ms": "a whole number of milliseconds between 0 and 1000",
    "file_size_bytes": "the size of the file in bytes, a whole number of at least 0",
}


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", protected_namespaces=())


class NewJob(_Body):
    """POST /api/v1/inference-jobs."""

    model_id: str = Field(min_length=1, max_length=200)
    config: TuningConfig | None = None


class UploadRequest(_Body):
    """POST …/files/upload-url."""

    filename: str = Field(min_length=1, max_length=4096)
    content_type: str = Field(default="application/octet-stream", max_length=200)
    file_size_bytes: int = Field(ge=0, le=2**62)


class Confirmation(_Body):
    """POST …/files/confirm."""

    file_id: str = Field(min_length=1, max_length=200)


def explain(errors: Sequence[Any]) -> str:
    """The first fault of a body or query as a sentence that says what is wrong and what is expected."""
    first = errors[0]
    if first["type"] == "json_invalid":
        return "The body of the request is not valid JSON."
    if first["type"] in {"model_attributes_type", "model_type", "dict_type"} and len(first["loc"]) == 1:
        return "The body must be a JSON object, sent with Content-Type application/json."
    places = [str(part) for part in first["loc"] if part not in {"body", "query", "path"}]
    name = ".".join(places) or "the body"
    if first["type"] == "missing":
        return f"{name} is missing."
    if places and places[-1] in _RANGES:
        return f"{name} must be {_RANGES[places[-1]]}, not {_shown(first['input'])}."
    return f"{name}: {first['msg']}."


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
