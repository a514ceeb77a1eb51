"""What clients send, and how a wrong body is explained in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from inference.tuning_config import TuningConfig

_RANGES = {
    "threshold": "a number between 0.0 and 1.0",
    "merge_window_ms": "a whole number of milliseconds between 0 and 5000",
    "min_duration_ms": "a whole number of milliseconds between 0 and 1000",
    "file_size_bytes": "the size of the file in bytes, a whole number of at least 0",
}


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", protected_namespaces=())


class Config(_Body):
    """The three numbers of a job, with their ranges and defaults in the OpenAPI document."""

    threshold: float = Field(default=0.5, ge=0.0, le=1.0, allow_inf_nan=False)
    merge_window_ms: int = Field(default=200, ge=0, le=5000)
    min_duration_ms: int = Field(default=50, ge=0, le=1000)


class NewJob(_Body):
    """POST /api/v1/inference-jobs."""

    model_id: str = Field(min_length=1, max_length=200)
    config: Config | None = None

    @property
    def tuning(self) -> TuningConfig:
        """What was asked for; the documentation's defaults where nothing was."""
        return TuningConfig(**(self.config or Config()).model_dump())


class UploadRequest(_Body):
    """POST …/files/upload-url."""

    filename: str = Field(min_length=1, max_length=4096)
    content_type: str = Field(default="application/octet-stream", max_length=200)
    file_size_bytes: int = Field(ge=0, le=2**53)


class Confirmation(_Body):
    """POST …/files/confirm."""

    file_id: str = Field(min_length=1, max_length=200)


class Refused(BaseModel):
    """What every refusal looks like: a sentence that says why."""

    detail: str


_REASONS = {
    400: "The upload is not what was announced.",
    401: "The API key is missing or not valid.",
    403: "The link is not valid or has expired.",
    404: "There is no such job or file.",
    409: "The state of the job or file does not allow this.",
    413: "The body or the file is too large.",
    422: "What was sent is not valid.",
    429: "Too much is waiting already.",
    503: "The database is busy.",
    507: "The disk of the service is full.",
}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """These refusals, for the OpenAPI document."""
    return {status: {"model": Refused, "description": _REASONS[status]} for status in statuses}


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
