"""Jobs and files as they are stored, as plain values."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import NamedTuple

from inference.tuning_config import TuningConfig


@dataclass(frozen=True)
class JobRow:
    """One job as stored."""

    id: str
    model_id: str
    status: str
    error_message: str | None
    created_at: str
    config: TuningConfig
    total_files: int
    processed_files: int


class FileRow(NamedTuple):
    """One file as stored, without its detections."""

    id: str
    job_id: str
    original_filename: str
    stored_name: str
    content_type: str
    size_bytes: int
    status: str
    error_message: str | None
    detection_count: int | None
    audio_seconds: float | None
    device: str | None
    speed: float | None
    attempts: int
    ticket_until: float
    sha256: str | None = None


@dataclass(frozen=True)
class Claim:
    """A file that a lane has taken on, with what it needs to run it."""

    file: FileRow
    model_id: str
    config: TuningConfig


@dataclass(frozen=True)
class Finished:
    """What is kept of a completed file. `raw` and `scores` are the bytes of the tables."""

    raw: bytes
    scores: bytes
    detection_count: int
    audio_seconds: float
    device: str
    speed: float


def file_row(
    *, file_id: str, job_id: str, name: str, stored_name: str, content_type: str, size: int, lifetime_s: float
) -> FileRow:
    """A file just announced, waiting for its upload for `lifetime_s` seconds."""
    return FileRow(
        id=file_id,
        job_id=job_id,
        original_filename=name,
        stored_name=stored_name,
        content_type=content_type,
        size_bytes=size,
        status="pending",
        error_message=None,
        detection_count=None,
        audio_seconds=None,
        device=None,
        speed=None,
        attempts=0,
        ticket_until=time.time() + lifetime_s,
    )
