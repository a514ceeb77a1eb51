"""The service with the shipped model: real WAVs in, real detections out."""

from __future__ import annotations

import io
import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from inference.contract import RAW_CAPTURE, TuningConfig
from inference.detections import DetectionTable
from inference.engine.detector import Detector
from inference.engine.model_folder import installed_models
from inference.engine.scores import FrameScores
from inference.tuning import retune
from tests.inference.service.living_service import REAL, LivingService, is_alive, until

RATE_HZ = 16_000


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


def programme(seconds: float, seed: int = 1) -> NDArray[np.float32]:
    """A tune with clicks, gaps, clipping and bursts in it, float32 (n,)."""
    chance = np.random.default_rng(seed)
    time_s = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    tune = sum(np.sin(2 * np.pi * f * time_s + p) for f, p in ((220, 0.0), (331, 1.0), (487, 2.0)))
    samples = 0.12 * tune * (1 + 0.3 * np.sin(2 * np.pi * 1.3 * time_s)) + 0.005 * chance.normal(
        size=len(time_s)
    )
    for start in range(RATE_HZ // 2, len(samples) - RATE_HZ, RATE_HZ):
        kind, at = chance.integers(4), start + int(chance.integers(RATE_HZ // 4))
        if kind == 0:
            samples[at : at + 3] += 0.8
        elif kind == 1:
            samples[at : at + RATE_HZ // 10] = 0.0
        elif kind == 2:
            samples[at : at + RATE_HZ // 5] = np.clip(8 * samples[at : at + RATE_HZ // 5], -0.5, 0.5)
        else:
            samples[at : at + RATE_HZ // 8] += 0.3 * chance.normal(size=RATE_HZ // 8)
    return samples.astype(np.float32)


def wav(samples: NDArray[np.float32]) -> bytes:
    """As the bytes of a WAV file."""
    buffer = io.BytesIO()
    soundfile.write(buffer, samples, RATE_HZ, format="WAV", subtype="FLOAT")
    return buffer.getvalue()


def test_the_service_gives_what_the_detector_gives(
    service: LivingService, model_id: str, tmp_path: Path
) -> None:
    data = wav(programme(8))
    path = tmp_path / "take.wav"
    path.write_bytes(data)
    result = Detector.load(installed_models()[0], "cpu").detect(path)
    expected = retune(result.detections, RAW_CAPTURE).shown
    assert len(expected) >= 3, "the recording has artifacts"
    job_id = service.create_job(model_id, **RAW_CAPTURE.model_dump())
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
    raw_job = service.create_job(model_id, **RAW_CAPTURE.model_dump())
    service.upload(raw_job, data)
    jobs = [service.create_job(model_id, **config.model_dump()) for config in configs]
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


def test_torch_stays_out_of_the_service_process(service: LivingService) -> None:
    assert "torch" not in Path(f"/proc/{service.process.pid}/maps").read_text()
    assert "torch" in Path(f"/proc/{service.worker_pid()}/maps").read_text()
