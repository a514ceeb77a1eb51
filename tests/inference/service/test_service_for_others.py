"""What a team's service has beyond the calls of the API: its page, its log, its limits, thousands of files."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import requests
import soundfile

from inference.audio_file import UnreadableAudio
from inference.service.__main__ import read_settings
from inference.service.frames import Frame
from inference.service.rows import file_row
from inference.service.schema import files
from inference.service.store import Store
from inference.service.worker import _check_length
from inference.tuning_config import TuningConfig
from relay_desktop.backend.client import RelayClient
from tests.inference.service.living_service import KEY, MODEL, LivingService

Start = Callable[..., LivingService]


def test_the_page_of_the_calls_needs_nothing_from_elsewhere(service: LivingService) -> None:
    page = requests.get(f"{service.url}/docs", timeout=10)
    assert page.headers["content-type"].startswith("text/html")
    for part in ("/api/v1/inference-jobs/{job_id}/files/confirm", "config.merge_window_ms", "from 0 to 5000"):
        assert part in page.text
    assert re.findall(r'(?:src|href)="([^"]*)"', page.text) == ["openapi.json"]
    assert "<script" not in page.text


def test_every_line_of_the_log_is_json_and_names_its_request(service: LivingService) -> None:
    answer = service.call("GET", "/inference-jobs/none", headers={"X-Request-ID": "from-a-proxy-1"})
    assert answer.headers["X-Request-ID"] == "from-a-proxy-1"
    bad = service.call("GET", "/inference-jobs", headers={"X-Request-ID": 'no "id" at all'})
    assert re.fullmatch(r"[0-9a-f]{12}", bad.headers["X-Request-ID"])
    lines = [json.loads(line) for line in (service.data_dir / "service.log").read_text().splitlines()]
    [mine] = [line for line in lines if line.get("request_id") == "from-a-proxy-1"]
    assert (mine["method"], mine["status"], mine["caller"]) == ("GET", 404, "environment")
    assert {"time", "level", "logger"} <= mine.keys()


def test_the_hash_of_an_upload_is_told(service: LivingService) -> None:
    job_id, data = service.create_job(), json.dumps({"detections": 1}).encode()
    file_id = service.upload(job_id, data)
    assert service.file(job_id, file_id)["sha256"] == hashlib.sha256(data).hexdigest()


def test_a_database_of_an_older_service_is_gone_on_with(start_service: Start, tmp_path: Path) -> None:
    service = start_service()
    job_id = service.create_job()
    file_id = service.upload_script(job_id)
    service.until_job(job_id, "completed")
    service.stop()
    with sqlite3.connect(service.data_dir / "service.db") as db:
        db.execute("ALTER TABLE files DROP COLUMN sha256")
        db.execute("DROP TABLE creations")
    db.close()
    again = start_service()
    assert again.file(job_id, file_id)["status"] == "completed"
    again.upload_script(again.create_job())


def test_what_says_it_lasts_for_days_is_not_decoded(tmp_path: Path) -> None:
    """A few kilobytes of FLAC may say, and hold, hours of silence."""
    path = tmp_path / "bomb.flac"
    with soundfile.SoundFile(str(path), "w", 8000, 1, "PCM_16", format="FLAC") as file:
        block = np.zeros(8000 * 60, np.int16)
        for _ in range(90):
            file.write(block)
    assert path.stat().st_size < 500_000
    order = {"kind": "run", "path": str(path), "file_id": "f", "model_id": "m"}
    _check_length(Frame(order))
    _check_length(Frame(order | {"max_audio_s": "7200"}))
    with pytest.raises(UnreadableAudio, match=r"lasts 1\.5 hours; at most 1\.0 are taken"):
        _check_length(Frame(order | {"max_audio_s": "3600"}))


def test_limits_come_from_the_command_line(tmp_path: Path) -> None:
    words = ["--data-dir", str(tmp_path), "--max-file-mb", "5", "--max-queued", "7", "--max-file-minutes", "2"]
    settings = read_settings(words)
    assert (settings.max_file_bytes, settings.max_open_files, settings.file_time_limit_s) == (5_000_000, 7, 120)
    assert settings.max_audio_s == 24 * 3600
    assert read_settings([*words, "--max-audio-hours", "2"]).max_audio_s == 7200
    assert read_settings([*words, "--parent-watch"]).max_audio_s is None, "a person's own computer"


def test_ten_thousand_files_in_one_job_are_listed_whole(start_service: Start, tmp_path: Path) -> None:
    """The figures stand in `tests/bench/bench_service.py`; here: all of them come, in order, and nothing breaks."""
    service = start_service()
    service.stop()
    store = Store(service.data_dir / "service.db")
    store.add_job("many", MODEL, TuningConfig())
    with store.write() as connection:
        connection.execute(files.insert(), [_row(number) for number in range(10_000)])
    store.close()
    again = start_service()
    with RelayClient(again.url, KEY, trust_env=False) as client:
        times = []
        for _ in range(3):
            began = time.perf_counter()
            job = client.get_job("many", include_detections=False)
            times.append(time.perf_counter() - began)
        assert [file.file_id for file in job.files] == [f"file-{number:05}" for number in range(10_000)]
        assert any(one.id == "many" for one in client.list_jobs())
    print(f"10,000 files: {statistics.median(times) * 1000:.0f} ms", file=sys.stderr)


def _row(number: int) -> dict[str, Any]:
    row = file_row(
        file_id=f"file-{number:05}",
        job_id="many",
        name=f"{number}.wav",
        stored_name=f"{number}.wav",
        content_type="audio/wav",
        size=1,
        lifetime_s=1e6,
    )
    return row._asdict()
