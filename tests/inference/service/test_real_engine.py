"""The service with the shipped model: real WAVs in, real detections out."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from inference.detections import DetectionTable
from inference.engine.detector import Detector
from inference.engine.model_folder import installed_models
from inference.frame_scores import FrameScores
from inference.tuning import retune
from inference.tuning_config import RAW_CAPTURE, TuningConfig
from tests.inference.service.living_service import REAL, LivingService, is_alive, until
from tests.inference.service.recordings import RATE_HZ, programme, wav


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivingService]:
    """`python -m inference.service` as a person starts it."""
    folder = tmp_path_factory.mktemp("real")
    with LivingService(folder / "data", program=REAL, arguments=("--device", "cpu")) as living:
        yield living


@pytest.fixture(scope="module")
def model_id() -> str:
    """The shipped model."""
    return installed_models()[0].card.id


def test_the_service_gives_what_the_detector_gives(
    service: LivingService, model_id: str, tmp_path: Path
) -> None:
    data = wav(programme(8))
    path = tmp_path / "take.wav"
    path.write_bytes(data)
    result = Detector.load(installed_models()[0], "cpu").detect(path)
    expected = retune(result.detections, RAW_CAPTURE).shown
    assert len(expected) >= 3, "the recording has artifacts"
    job_id = service.create_job(model_id, **RAW_CAPTURE.to_json())
    file_id = service.upload(job_id, data)
    service.until_job(job_id, "completed")
    file = service.file(job_id, file_id)
    seen = DetectionTable.from_rows(file["detections"])
    assert len(seen) == len(expected)
    assert np.array_equal(seen.start_ms, expected.start_ms)
    assert np.array_equal(seen.end_ms, expected.end_ms)
    assert np.allclose(seen.confidence, expected.confidence, atol=1e-3)
    assert file["audio_seconds"] == pytest.approx(8.0)
    assert file["speed"] > 0
    assert file["device"].startswith("CPU")
    scores = service.call("GET", f"/inference-jobs/{job_id}/files/{file_id}/scores").content
    assert FrameScores.from_bytes(scores).to_bytes() == scores


def test_a_raw_capture_retuned_is_the_job_run_with_that_config(service: LivingService, model_id: str) -> None:
    data = wav(programme(12, seed=7))
    chance = random.Random(20261123)
    configs = [TuningConfig()] + [
        TuningConfig(
            threshold=round(chance.uniform(0.05, 0.95), 3),
            merge_window_ms=chance.choice([0, 1, 50, 200, 1000, 5000]),
            min_duration_ms=chance.choice([0, 1, 5, 50, 200, 1000]),
        )
        for _ in range(9)
    ]
    raw_job = service.create_job(model_id, **RAW_CAPTURE.to_json())
    service.upload(raw_job, data)
    jobs = [service.create_job(model_id, **config.to_json()) for config in configs]
    for job_id in jobs:
        service.upload(job_id, data)
    raw = DetectionTable.from_rows(service.until_job(raw_job, "completed")["files"][0]["detections"])
    assert len(raw) > 5
    for job_id, config in zip(jobs, configs, strict=True):
        file = service.until_job(job_id, "completed")["files"][0]
        assert file["detections"] == retune(raw, config).shown.to_rows(), config
        assert file["detection_count"] == len(file["detections"])


def test_what_cannot_be_read_fails_alone_and_says_why(service: LivingService, model_id: str) -> None:
    good = wav(programme(3))
    bad = {
        "no audio.wav": b"this is a text",
        "empty.wav": b"",
        "header only.wav": wav(np.zeros(0, dtype=np.float32)),
        "cut header.flac": b"fLaC\x00\x00",
    }
    job_id = service.create_job(model_id)
    ids = {name: service.upload(job_id, data, name) for name, data in bad.items()}
    odd = {
        "one sample.wav": wav(np.zeros(1, dtype=np.float32)),
        "not numbers.wav": wav(np.full(RATE_HZ, np.nan, dtype=np.float32)),
        "good.wav": good,
    }
    fine = {name: service.upload(job_id, data, name) for name, data in odd.items()}
    job = service.until_job(job_id, "completed")
    files = {file["file_id"]: file for file in job["files"]}
    assert job["processed_files"] == job["total_files"] == len(bad) + len(odd)
    for name, file_id in ids.items():
        assert files[file_id]["status"] == "failed", name
        assert files[file_id]["error_message"].endswith((".", "!"))
        assert file_id not in files[file_id]["error_message"], "the inner name of the file is not for people"
    assert [files[file_id]["status"] for file_id in fine.values()] == ["completed"] * len(odd)


def test_the_real_worker_killed_in_mid_file_costs_one_attempt(service: LivingService, model_id: str) -> None:
    job_id = service.create_job(model_id)
    file_id = service.upload(job_id, wav(np.tile(programme(20), 6)))
    until(lambda: service.file(job_id, file_id), lambda file: (file["progress"] or 0) > 0.05)
    pid = service.worker_pid()
    os.kill(pid, signal.SIGKILL)
    assert service.until_job(job_id, "completed")["files"][0]["status"] == "completed"
    assert service.worker_pid() != pid


def test_cancel_stops_the_block_loop_of_the_real_worker(service: LivingService, model_id: str) -> None:
    job_id = service.create_job(model_id)
    file_id = service.upload(job_id, wav(np.tile(programme(20), 60)))
    seen = until(lambda: service.file(job_id, file_id), lambda file: (file["progress"] or 0) > 0.001)
    assert seen["progress"] < 0.5
    pid = service.worker_pid()
    service.call("DELETE", f"/inference-jobs/{job_id}")
    until(service.health, lambda health: health["worker"] == "ready", limit_s=9)
    assert is_alive(pid), "it stopped by itself, within the grace time"
    assert service.worker_pid() == pid
    assert service.job(job_id)["files"][0]["status"] == "cancelled"


def test_a_long_file_gives_first_results_before_its_end(service: LivingService, model_id: str) -> None:
    job_id = service.create_job(model_id, **RAW_CAPTURE.to_json())
    file_id = service.upload(job_id, wav(np.tile(programme(20), 60)))
    early = until(lambda: service.file(job_id, file_id), lambda file: bool(file["detections"]), limit_s=60)
    assert early["status"] == "processing"
    assert early["progress"] < 1
    assert max(row["end_ms"] for row in early["detections"]) <= 1000 * early["heard_s"]
    listed = service.job(job_id)["files"][0]
    assert listed["status"] == "completed" or listed["heard_s"] >= early["heard_s"]
    file = service.until_job(job_id, "completed")["files"][0]
    assert "heard_s" not in file
    assert all(row in file["detections"] for row in early["detections"])


def test_torch_stays_out_of_the_service_process(service: LivingService) -> None:
    assert "torch" not in Path(f"/proc/{service.process.pid}/maps").read_text()
    assert "torch" in Path(f"/proc/{service.worker_pid()}/maps").read_text()
