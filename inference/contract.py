"""The wire as types: what a Relay service says and what it is told.

Tolerant in, strict out: unknown fields are ignored, an unknown status is kept as it came, `id` and `file_id`
both name a file, and a list of jobs may come bare or inside an object. What we send is checked before it leaves.
Source: the public documentation of the Relay inference API.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
    WithJsonSchema,
)

from inference.detections import DetectionTable
from inference.statuses import FILE_TERMINAL, JOB_TERMINAL
from inference.tuning_config import TuningConfig


class ContractError(ValueError):
    """An answer that does not follow the API; its text is a sentence for a person."""


def _to_table(value: object) -> object:
    if value is None or isinstance(value, DetectionTable):
        return value
    if not isinstance(value, list):
        raise ValueError("detections are not a list")
    return DetectionTable.from_rows(value)


Detections = Annotated[
    DetectionTable,
    BeforeValidator(_to_table),
    PlainSerializer(lambda table: table.to_rows(), return_type=list[dict[str, object]]),
    WithJsonSchema({"type": "array", "items": {"type": "object"}}),
]


def _to_config(value: object) -> object:
    return TuningConfig.from_json(value) if isinstance(value, Mapping) else value


Config = Annotated[
    TuningConfig,
    BeforeValidator(_to_config),
    PlainSerializer(lambda config: config.to_json(), return_type=dict[str, float]),
]


class _Wire(BaseModel):
    # Built when first used: the window is shown before most of them are.
    model_config = ConfigDict(frozen=True, extra="ignore", arbitrary_types_allowed=True, defer_build=True)


class UploadTicket(_Wire):
    """Where and with which form fields one file is to be uploaded, and the id it will have."""

    upload_url: str
    upload_fields: dict[str, str] = Field(default_factory=dict)
    file_id: str


class AudioFile(_Wire):
    """One file as a backend knows it. `detections` is None where the answer did not carry them."""

    file_id: str = Field(validation_alias=AliasChoices("file_id", "id"))
    original_filename: str = ""
    status: str = "pending"
    detection_count: int | None = None
    detections: Detections | None = None
    error_message: str | None = None
    # Said by our own service only.
    progress: float | None = None
    heard_s: float | None = None
    audio_seconds: float | None = None
    device: str | None = None
    speed: float | None = None
    file_size_bytes: int | None = None
    sha256: str | None = None

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more will happen to this file by itself."""
        return self.status in FILE_TERMINAL


class InferenceJob(_Wire):
    """One inference job. `config` is None where the server does not say what it was made with."""

    id: str
    model_id: str | None = None
    status: str = "pending"
    processed_files: int = 0
    total_files: int = 0
    error_message: str | None = None
    config: Config | None = None
    created_at: str | None = None
    files: tuple[AudioFile, ...] = ()

    @property
    def is_terminal(self) -> bool:
        """Whether the job itself has ended (a completed one may take more files)."""
        return self.status in JOB_TERMINAL


class ModelCard(_Wire):
    """What an installed model says of itself: `card.json` in its folder and the answer of `/api/v1/models`."""

    id: str
    version: str
    title: str = ""
    description: str = ""
    types: tuple[str, ...]
    tuning: dict[str, Config] = Field(default_factory=dict)
    type_help: dict[str, str] = Field(default_factory=dict)
    sample_rate_hz: int | None = None
    hop_ms: float = 10.0
    architecture: str = ""
    weights: str = ""
    weights_sha256: str = ""
    licence: str = ""
    training: dict[str, Any] = Field(default_factory=dict)
    quality: dict[str, Any] = Field(default_factory=dict)
    settings: dict[str, Any] = Field(default_factory=dict)


_Model = TypeVar("_Model", bound=BaseModel)


def _parse(kind: type[_Model], value: object, what: str) -> _Model:
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or what
        raise ContractError(f"The server's {what} could not be read: {where}: {first['msg']}.") from error


def parse_job(value: object) -> InferenceJob:
    """Read one job. Raises ContractError."""
    return _parse(InferenceJob, value, "job")


def parse_file(value: object) -> AudioFile:
    """Read one file of a job. Raises ContractError."""
    return _parse(AudioFile, value, "file")


def parse_ticket(value: object) -> UploadTicket:
    """Read an upload ticket. Raises ContractError."""
    return _parse(UploadTicket, value, "upload ticket")


def parse_card(value: object) -> ModelCard:
    """Read a model card. Raises ContractError."""
    return _parse(ModelCard, value, "model card")


def parse_jobs(value: object) -> list[InferenceJob]:
    """Read a list of jobs: a bare array, or an object that holds exactly one array. Raises ContractError."""
    return [parse_job(item) for item in the_array(value, "list of jobs")]


def parse_each(value: object, parse: Callable[[object], _Model], what: str) -> list[_Model]:
    """Read every element of a bare or wrapped array with `parse`. Raises ContractError."""
    return [parse(item) for item in the_array(value, what)]


def the_array(value: object, what: str) -> list[object]:
    """The array that `value` is or holds. Raises ContractError where there is none or more than one."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        arrays = [item for item in value.values() if isinstance(item, list)]
        if len(arrays) == 1:
            return arrays[0]
    raise ContractError(f"The server's {what} could not be read: it holds no list.")
