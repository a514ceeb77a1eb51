"""The answer of `detect` as JSON, CSV or Audacity label tracks."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inference.detections import DetectionTable
from relay_desktop.command_line import output

COLUMNS = ("artifact_type", "start_ms", "end_ms", "confidence")


@dataclass(frozen=True)
class FileAnswer:
    """What is told about one file; no rows unless it is completed."""

    path: Path
    status: str
    detections: DetectionTable
    error_message: str | None
    audio_seconds: float = 0.0


@dataclass(frozen=True)
class Answer:
    """Everything one `detect` found. `config` are the applied tuning rules as JSON values."""

    model_id: str
    config: Mapping[str, Any]
    device: str | None
    audio_seconds: float
    elapsed_seconds: float
    files: Sequence[FileAnswer]


def as_json(answer: Answer) -> str:
    """One object with everything."""
    return output.as_json(
        {
            "model_id": answer.model_id,
            "config": answer.config,
            "device": answer.device,
            "audio_seconds": round(answer.audio_seconds, 3),
            "elapsed_seconds": round(answer.elapsed_seconds, 3),
            "files": [_file_value(file) for file in answer.files],
        }
    )


def _file_value(file: FileAnswer) -> dict[str, Any]:
    return {
        "path": str(file.path),
        "original_filename": file.path.name,
        "status": file.status,
        "detection_count": len(file.detections),
        "detections": file.detections.to_rows(),
        "error_message": file.error_message,
    }


def as_csv(answer: Answer) -> str:
    """One row per detection; with several files the first column names the file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    has_file_column = len(answer.files) > 1
    writer.writerow([*(["file"] if has_file_column else []), *COLUMNS])
    for file in answer.files:
        head = [str(file.path)] if has_file_column else []
        writer.writerows([*head, *row.values()] for row in file.detections.to_rows())
    return text.getvalue()


def as_labels(detections: DetectionTable) -> str:
    """An Audacity label track: start and end in seconds, type and confidence, separated by tabs.

    Source of the form: Audacity manual, "Importing and Exporting Labels".
    """
    return "".join(
        f"{row['start_ms'] / 1000:.6f}\t{row['end_ms'] / 1000:.6f}\t{_label(row)}\n"
        for row in detections.to_rows()
    )


def _label(row: Mapping[str, Any]) -> str:
    artifact_type = " ".join(str(row["artifact_type"]).split())
    return f"{artifact_type} {row['confidence']:.2f}"


def write_labels(answer: Answer, place: Path | None) -> None:
    """One file: to `place` or standard output. Several: one label file each into the folder `place`.

    Raises output.OutputProblem.
    """
    if place is None or (len(answer.files) == 1 and not place.is_dir()):
        output.write(as_labels(answer.files[0].detections), place)
        return
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output.OutputProblem(f"The folder {place} cannot be made: {error.strerror}.") from error
    taken: set[str] = set()
    for file in answer.files:
        if file.status == "completed":
            output.write(as_labels(file.detections), place / _free_name(file.path.name, taken))


def _free_name(name: str, taken: set[str]) -> str:
    """`take.wav` -> `take.wav.txt`, `take.wav-2.txt`, ... for files of the same name from several folders."""
    candidate, number = f"{name}.txt", 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name}-{number}.txt"
    taken.add(candidate.casefold())
    return candidate
