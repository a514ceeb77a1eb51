"""Stored rows as the JSON of the API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inference.detections import DetectionTable
from inference.service.dispatcher import UnderWay
from inference.service.rows import FileRow, JobRow
from inference.service.store import Store
from inference.service.table_bytes import table_from_bytes
from inference.tuning import retune
from inference.tuning_config import TuningConfig

CHUNK_CHARACTERS = 64 * 1024
FILES_AT_ONCE = 25


def job_answer(job: JobRow) -> dict[str, Any]:
    """One job without its files."""
    return {
        "id": job.id,
        "model_id": job.model_id,
        "status": job.status,
        "config": job.config.to_json(),
        "processed_files": job.processed_files,
        "total_files": job.total_files,
        "error_message": job.error_message,
        "created_at": job.created_at,
    }


def file_answer(file: FileRow, under_way: Mapping[str, UnderWay]) -> dict[str, Any]:
    """One file without its detections; `under_way` holds how far those are that a lane is at.

    What is not of the documented API is left out while it is not known: ten thousand files in one answer.
    """
    so_far = under_way.get(file.id) if file.status == "processing" else None
    known = {
        "heard_s": None if so_far is None or so_far.found is None else so_far.heard_s,
        "audio_seconds": file.audio_seconds,
        "device": file.device,
        "speed": file.speed,
        "sha256": file.sha256,
    }
    return {
        "id": file.id,
        "file_id": file.id,
        "original_filename": file.original_filename,
        "status": file.status,
        "detection_count": file.detection_count,
        "error_message": file.error_message,
        "file_size_bytes": file.size_bytes,
        "progress": 1.0 if file.status == "completed" else None if so_far is None else so_far.done,
        **{name: value for name, value in known.items() if value is not None},
    }


def detections_of(
    store: Store, file: FileRow, config: TuningConfig, under_way: Mapping[str, UnderWay]
) -> list[dict[str, Any]]:
    """The detections of one file as its job's config leaves them; of one under way, what is certain so far."""
    so_far = under_way.get(file.id)
    if file.status == "processing" and so_far is not None and so_far.found is not None:
        return _rows(so_far.found, config)
    return _tuned(store.raw_result(file.id), config)


def job_in_chunks(
    store: Store, job: JobRow, files: Sequence[FileRow], under_way: Mapping[str, UnderWay]
) -> Iterator[bytes]:
    """A job with files and detections as pieces of JSON, the detections of few files in memory at a time."""
    piece = json.dumps(job_answer(job))[:-1] + ', "files": ['
    separator = ""
    for start in range(0, len(files), FILES_AT_ONCE):
        portion = files[start : start + FILES_AT_ONCE]
        raw = store.raw_results([file.id for file in portion if file.status == "completed"])
        for file in portion:
            answer = file_answer(file, under_way) | {"detections": _tuned(raw.get(file.id), job.config)}
            piece += separator + json.dumps(answer)
            separator = ","
            if len(piece) >= CHUNK_CHARACTERS:
                yield piece.encode()
                piece = ""
    yield (piece + "]}").encode()


def _tuned(raw: bytes | None, config: TuningConfig) -> list[dict[str, Any]]:
    return [] if raw is None else _rows(table_from_bytes(raw), config)


def _rows(raw: DetectionTable, config: TuningConfig) -> list[dict[str, Any]]:
    return retune(raw, config).shown.to_rows()
