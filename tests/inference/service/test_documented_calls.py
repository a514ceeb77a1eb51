"""Every call of the public documentation, made by another HTTP library than our client's."""

from __future__ import annotations

import concurrent.futures
import json

import pytest
import requests

from inference.tuning import retune
from inference.tuning_config import TuningConfig
from tests.inference.service.living_service import MODEL, LivingService
from tests.inference.service.stand_in_worker import random_table


def test_a_batch_from_job_to_detections(service: LivingService) -> None:
    job_id = service.create_job(threshold=0.4, merge_window_ms=100, min_duration_ms=20)
    scripts = [json.dumps({"detections": 20 + index, "seed": index}).encode() for index in range(30)]
    with concurrent.futures.ThreadPoolExecutor(max_workers=5) as pool:
        ids = list(pool.map(lambda data: service.upload(job_id, data, "a name.wav"), scripts))
    job = service.until_job(job_id, "completed")
    assert (job["processed_files"], job["total_files"], job["error_message"]) == (30, 30, None)
    assert job["config"] == {"threshold": 0.4, "merge_window_ms": 100, "min_duration_ms": 20}
    by_id = {file["file_id"]: file for file in job["files"]}
    config = TuningConfig(threshold=0.4, merge_window_ms=100, min_duration_ms=20)
    for index, file_id in enumerate(ids):
        expected = retune(random_table(20 + index, index), config).shown.to_rows()
        assert by_id[file_id]["detections"] == expected
        assert by_id[file_id]["detection_count"] == len(expected)
        assert by_id[file_id]["original_filename"] == "a name.wav"
        assert service.file(job_id, file_id)["detections"] == expected


def test_a_job_without_config_has_the_documented_defaults(service: LivingService) -> None:
    job = service.job(service.create_job())
    assert job["config"] == {"threshold": 0.5, "merge_window_ms": 200, "min_duration_ms": 50}
    assert (job["status"], job["total_files"], job["files"]) == ("pending", 0, [])


def test_a_part_of_the_config_leaves_the_other_defaults(service: LivingService) -> None:
    job = service.job(service.create_job(threshold=0.3))
    assert job["config"] == {"threshold": 0.3, "merge_window_ms": 200, "min_duration_ms": 50}


def test_an_announced_file_is_pending_until_it_is_confirmed(service: LivingService) -> None:
    job_id = service.create_job()
    file_id = service.upload(job_id, b"{}", confirm=False)
    assert service.file(job_id, file_id)["status"] == "pending"
    answer = service.confirm(job_id, file_id)
    assert answer.json()["status"] == "queued"
    service.until_file(job_id, file_id, "completed")
    assert service.confirm(job_id, file_id).json()["status"] == "completed", "confirming again is harmless"


def test_jobs_are_listed_by_model_and_status(service: LivingService) -> None:
    cancelled = service.create_job()
    assert service.call("DELETE", f"/inference-jobs/{cancelled}").ok
    pending = service.create_job()

    def listed(**filters: str) -> set[str]:
        jobs = service.call("GET", "/inference-jobs", params=filters).json()
        assert isinstance(jobs, list)
        return {job["id"] for job in jobs}

    assert {cancelled, pending} <= listed()
    assert {cancelled, pending} <= listed(model_id=MODEL)
    assert listed(model_id="another") == set()
    assert cancelled in listed(status="cancelled")
    assert pending not in listed(status="cancelled")
    assert pending in listed(status="pending", model_id=MODEL)


def test_the_original_comes_back_under_its_name(service: LivingService) -> None:
    job_id = service.create_job()
    data = json.dumps({"detections": 1, "padding": "x" * 300_000}).encode()
    file_id = service.upload(job_id, data, 'Ünï "quoted".wav')
    link = service.call("GET", f"/inference-jobs/{job_id}/files/{file_id}/download-url").json()["url"]
    answer = requests.get(link, timeout=10)
    assert answer.content == data
    assert "attachment" in answer.headers["Content-Disposition"]
    part = requests.get(link, headers={"Range": "bytes=10-19"}, timeout=10)
    assert (part.status_code, part.content) == (206, data[10:20])


def test_files_of_a_name_that_is_a_path_lose_the_path(service: LivingService) -> None:
    job_id = service.create_job()
    for name, kept in (
        ("../../etc/passwd", "passwd"),
        ("C:\\music\\take.wav", "take.wav"),
        ("..", "audio"),
        ("line\nbreak 🎵.wav", "linebreak 🎵.wav"),
    ):
        ticket = service.ticket(job_id, name, 2)
        assert service.file(job_id, ticket["file_id"])["original_filename"] == kept


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"threshold": 1.5}, "threshold must be a number between 0.0 and 1.0, not 1.5"),
        (
            {"merge_window_ms": 5001},
            "merge_window_ms must be a whole number of milliseconds between 0 and 5000",
        ),
        (
            {"min_duration_ms": -1},
            "min_duration_ms must be a whole number of milliseconds between 0 and 1000",
        ),
        ({"threshold": "loud"}, "threshold must be a number between 0.0 and 1.0, not 'loud'"),
    ],
)
def test_a_config_out_of_range_is_refused_with_a_sentence(
    service: LivingService, config: dict[str, object], said: str
) -> None:
    answer = service.call("POST", "/inference-jobs", json={"model_id": MODEL, "config": config})
    assert answer.status_code == 422
    assert said in answer.json()["detail"]


def test_refusals_say_why(service: LivingService) -> None:
    job_id = service.create_job()
    as_json = {"Content-Type": "application/json"}
    cases = [
        (service.call("POST", "/inference-jobs", json={"model_id": "nope"}), 422, "Installed: stand-in"),
        (service.call("POST", "/inference-jobs", json={}), 422, "model_id is missing"),
        (service.call("POST", "/inference-jobs", data=b"{", headers=as_json), 422, "not valid JSON"),
        (service.call("POST", "/inference-jobs", data=b"{}"), 422, "must be a JSON object"),
        (service.call("POST", "/inference-jobs", json=[1]), 422, "must be a JSON object"),
        (service.call("GET", "/inference-jobs/none"), 404, "no inference job 'none'"),
        (service.call("DELETE", "/inference-jobs/none"), 404, "no inference job"),
        (service.call("GET", f"/inference-jobs/{job_id}/files/none"), 404, "no file 'none'"),
        (service.confirm(job_id, "none"), 404, "no file"),
        (service.confirm(job_id, service.ticket(job_id, "a.wav", 5)["file_id"]), 409, "not been uploaded"),
        (service.call("GET", "/nothing"), 404, "nothing at /api/v1/nothing"),
        (service.call("PUT", "/inference-jobs"), 405, "no such method"),
        (service.call("POST", "/inference-jobs", data=b"x" * 1_100_000), 413, "larger than"),
    ]
    for answer, status, sentence in cases:
        assert answer.status_code == status, answer.text
        assert sentence in answer.json()["detail"]


def test_cancelling_ends_a_job_for_good(service: LivingService) -> None:
    job_id = service.create_job()
    ticket = service.ticket(job_id, "a.wav", 2)
    assert service.call("DELETE", f"/inference-jobs/{job_id}").json()["status"] == "cancelled"
    job = service.job(job_id)
    assert (job["status"], [file["status"] for file in job["files"]]) == ("cancelled", ["cancelled"])
    again = service.call("DELETE", f"/inference-jobs/{job_id}")
    assert (again.status_code, "only a pending or processing" in again.json()["detail"]) == (409, True)
    body = {"filename": "b", "file_size_bytes": 1}
    more = service.call("POST", f"/inference-jobs/{job_id}/files/upload-url", json=body)
    assert (more.status_code, "takes no more files" in more.json()["detail"]) == (409, True)
    late = requests.post(
        ticket["upload_url"], data=ticket["upload_fields"], files={"file": b"{}"}, timeout=10
    )
    assert late.status_code == 409


def test_a_completed_job_takes_more_files(service: LivingService) -> None:
    job_id = service.create_job()
    service.upload_script(job_id)
    service.until_job(job_id, "completed")
    service.upload_script(job_id)
    job = service.until_job(job_id, "completed")
    assert (job["processed_files"], job["total_files"]) == (2, 2)
    assert service.call("DELETE", f"/inference-jobs/{job_id}").status_code == 409


def test_health_models_scores_and_metrics(service: LivingService) -> None:
    job_id = service.create_job()
    file_id = service.upload_script(job_id)
    service.until_job(job_id, "completed")
    health = service.health()
    assert (health["status"], health["worker"], health["device"]) == ("ok", "ready", "stand-in")
    assert [card["id"] for card in service.call("GET", "/models").json()] == [MODEL]
    assert service.call("GET", f"/inference-jobs/{job_id}/files/{file_id}/scores").content == b"scores"
    metrics = requests.get(f"{service.url}/metrics", timeout=10).text
    assert 'relay_files{status="completed"}' in metrics
    assert "relay_worker_up 1" in metrics
    assert "/api/v1/inference-jobs" in requests.get(f"{service.url}/openapi.json", timeout=10).json()["paths"]


def test_a_creation_repeated_with_its_key_makes_no_second_job(service: LivingService) -> None:
    def create(key: str) -> str:
        headers = {"Idempotency-Key": key}
        return str(
            service.call("POST", "/inference-jobs", json={"model_id": MODEL}, headers=headers).json()["id"]
        )

    first = create("one")
    assert create("one") == first
    assert create("two") != first
    assert service.call("DELETE", f"/inference-jobs/{first}/data").status_code == 204
    assert create("one") != first, "a forgotten job is not found again"
