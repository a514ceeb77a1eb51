"""The wire: tolerant in, strict out."""

from __future__ import annotations

import json

import pytest

from inference.contract import (
    ContractError,
    InferenceJob,
    parse_card,
    parse_file,
    parse_job,
    parse_jobs,
    parse_ticket,
)
from inference.tuning_config import TuningConfig

FILE = {
    "id": "f1",
    "original_filename": "a.wav",
    "status": "completed",
    "detection_count": 1,
    "detections": [{"artifact_type": "glitch", "start_ms": 1200, "end_ms": 1450, "confidence": 0.87}],
    "surprise": {"of": "a later version"},
}


def test_a_job_with_unknown_fields_and_statuses_is_read() -> None:
    job = parse_job({"id": "j", "status": "hibernating", "files": [FILE], "total_files": 3, "new": 1})
    assert job.status == "hibernating"
    assert not job.is_terminal
    assert job.config is None
    assert job.files[0].file_id == "f1"
    assert job.files[0].detections is not None
    assert job.files[0].detections.to_rows() == FILE["detections"]


@pytest.mark.parametrize("key", ["id", "file_id"])
def test_a_file_is_named_by_either_key(key: str) -> None:
    assert parse_file({key: "x"}).file_id == "x"


def test_absent_detections_are_told_from_none_found() -> None:
    assert parse_file({"id": "x"}).detections is None
    found = parse_file({"id": "x", "detections": []}).detections
    assert found is not None
    assert len(found) == 0


def test_a_list_comes_bare_or_in_an_object() -> None:
    job = {"id": "j", "status": "pending"}
    assert [j.id for j in parse_jobs([job])] == ["j"]
    assert [j.id for j in parse_jobs({"items": [job], "total": 1})] == ["j"]
    with pytest.raises(ContractError, match="holds no list"):
        parse_jobs({"a": [], "b": []})
    with pytest.raises(ContractError, match="holds no list"):
        parse_jobs("jobs")


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ({"status": "pending"}, "id"),
        ([], "job"),
        ({"id": "j", "files": [{"id": "f", "detections": [{"start_ms": 1}]}]}, "artifact_type"),
        ({"id": "j", "files": [{"id": "f", "detections": "none"}]}, "not a list"),
    ],
)
def test_what_cannot_be_a_job_says_why(value: object, named: str) -> None:
    with pytest.raises(ContractError, match=named):
        parse_job(value)


def test_what_we_send_keeps_the_ranges_of_the_documentation() -> None:
    assert TuningConfig().to_json() == {"threshold": 0.5, "merge_window_ms": 200, "min_duration_ms": 50}
    for wrong in ({"threshold": 1.01}, {"merge_window_ms": 5001}, {"min_duration_ms": -1}):
        with pytest.raises(ValueError):
            TuningConfig.from_json(wrong)
    assert TuningConfig(threshold=0.0, merge_window_ms=5000, min_duration_ms=1000).threshold == 0.0


def test_a_job_goes_out_as_json_and_comes_back() -> None:
    job = parse_job({"id": "j", "files": [FILE], "config": {"threshold": 0.3}})
    assert isinstance(job, InferenceJob)
    assert parse_job(json.loads(job.model_dump_json())) == job


def test_ticket_and_card() -> None:
    ticket = parse_ticket({"upload_url": "http://x", "upload_fields": {"key": "k"}, "file_id": "f"})
    assert ticket.upload_fields == {"key": "k"}
    with pytest.raises(ContractError, match="upload_url"):
        parse_ticket({"file_id": "f"})
    with pytest.raises(ContractError, match="types"):
        parse_card({"id": "m", "version": "1"})
