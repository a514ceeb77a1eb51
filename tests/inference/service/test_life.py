"""Jobs live through everything that can happen to the processes."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.inference.service.living_service import KEY, STAND_IN, LivingService, is_alive, until

Start = Callable[..., LivingService]


def test_a_killed_worker_costs_one_attempt_and_the_file_goes_on(
    service: LivingService, tmp_path: Path
) -> None:
    job_id = service.create_job()
    note = tmp_path / "tries"
    killed = service.upload_script(job_id, die=1, note=note)
    others = [service.upload_script(job_id) for _ in range(3)]
    job = service.until_job(job_id, "completed")
    assert {file["file_id"]: file["status"] for file in job["files"]} == dict.fromkeys(
        [killed, *others], "completed"
    )
    pids = note.read_text().split()
    assert len(pids) == 2
    assert pids[0] != pids[1], "the second try has a new worker"


def test_a_file_that_kills_every_worker_is_given_up_with_a_sentence(
    service: LivingService, tmp_path: Path
) -> None:
    job_id = service.create_job()
    note = tmp_path / "tries"
    bad = service.upload_script(job_id, die=99, note=note)
    good = service.upload_script(job_id)
    service.until_job(job_id, "completed")
    assert "stopped unexpectedly" in service.file(job_id, bad)["error_message"]
    assert service.file(job_id, good)["status"] == "completed"
    assert len(note.read_text().split()) == 2


def test_a_worker_killed_while_idle_is_replaced(service: LivingService) -> None:
    service.until_job(_done_job(service), "completed")
    until(service.health, lambda health: health["worker"] == "ready")
    pid = service.worker_pid()
    os.kill(pid, signal.SIGKILL)
    until(service.worker_pid, lambda seen: seen != pid)
    until(service.health, lambda health: health["worker"] == "ready")
    assert service.until_job(_done_job(service), "completed")["files"][0]["status"] == "completed"


def _done_job(service: LivingService) -> str:
    job_id = service.create_job()
    service.upload_script(job_id)
    return job_id


def test_cancel_stops_the_work_at_once(service: LivingService, tmp_path: Path) -> None:
    job_id = service.create_job()
    first = service.upload_script(job_id, hold=tmp_path / "never")
    waiting = service.upload_script(job_id)
    busy = service.until_file(job_id, first, "processing")
    until(lambda: service.file(job_id, first)["progress"], lambda done: done == 0.5)
    assert busy["detections"] == []
    pid = service.worker_pid()
    service.call("DELETE", f"/inference-jobs/{job_id}")
    job = service.job(job_id)
    assert {file["file_id"]: file["status"] for file in job["files"]} == {
        first: "cancelled",
        waiting: "cancelled",
    }
    until(service.health, lambda health: health["worker"] == "ready")
    assert service.worker_pid() == pid, "a worker that listens is not killed"
    assert service.until_job(_done_job(service), "completed")["processed_files"] == 1


def test_a_worker_that_does_not_listen_to_a_cancel_is_killed(start_service: Start, tmp_path: Path) -> None:
    service = start_service(settings={"cancel_grace_s": 0.2})
    job_id = service.create_job()
    held = service.upload_script(job_id, hold=tmp_path / "never", deaf=True)
    service.until_file(job_id, held, "processing")
    pid = service.worker_pid()
    service.call("DELETE", f"/inference-jobs/{job_id}")
    until(lambda: is_alive(pid), lambda alive: not alive)
    assert service.file(job_id, held)["status"] == "cancelled"
    assert service.until_job(_done_job(service), "completed")["processed_files"] == 1


def test_a_file_that_takes_too_long_fails_with_a_sentence(start_service: Start, tmp_path: Path) -> None:
    service = start_service(settings={"file_time_limit_s": 0.5})
    job_id = service.create_job()
    held = service.upload_script(job_id, hold=tmp_path / "never", deaf=True)
    assert "longer than" in service.until_file(job_id, held, "failed")["error_message"]
    assert service.until_job(_done_job(service), "completed")["processed_files"] == 1


@pytest.mark.parametrize("end", ["kill", "stop"])
def test_after_the_service_ends_no_file_is_lost_or_stuck(
    start_service: Start, tmp_path: Path, end: str
) -> None:
    service = start_service()
    job_id = service.create_job()
    note, gate = tmp_path / "tries", tmp_path / "gate"
    done = service.upload_script(job_id)
    service.until_file(job_id, done, "completed")
    at_work = service.upload_script(job_id, hold=gate, note=note)
    queued = service.upload_script(job_id, seed=3)
    uploaded = service.upload(job_id, b"{}", confirm=False)
    service.until_file(job_id, at_work, "processing")
    until(note.exists, bool)
    worker = service.worker_pid()
    getattr(service, end)()
    until(lambda: is_alive(worker), lambda alive: not alive)
    gate.touch()
    again = start_service()
    assert again.confirm(job_id, uploaded).ok
    job = until(lambda: again.job(job_id), lambda seen: seen["processed_files"] == 4)
    statuses = {file["file_id"]: file["status"] for file in job["files"]}
    assert statuses == dict.fromkeys([done, at_work, queued, uploaded], "completed")
    assert len(note.read_text().split()) == 2, "one attempt lost, one that succeeded"


def test_a_file_that_ends_the_service_again_and_again_is_given_up(
    start_service: Start, tmp_path: Path
) -> None:
    note = tmp_path / "tries"
    service = start_service()
    job_id = service.create_job()
    file_id = service.upload_script(job_id, hold=tmp_path / "never", note=note)
    for life in range(1, 6):
        until(lambda lives=life: note.exists() and len(note.read_text().split()) == lives, bool)
        service.kill()
        service = start_service()
    assert service.until_file(job_id, file_id, "failed")["error_message"]


def test_a_vanished_upload_fails_with_a_sentence(start_service: Start, tmp_path: Path) -> None:
    service = start_service()
    job_id = service.create_job()
    held = service.upload_script(job_id, hold=tmp_path / "gate")
    gone = service.upload_script(job_id)
    service.until_file(job_id, held, "processing")
    for path in (service.data_dir / "inbox").glob(f"{gone}*"):
        path.unlink()
    (tmp_path / "gate").touch()
    assert "no longer there" in service.until_file(job_id, gone, "failed")["error_message"]
    assert service.job(job_id)["status"] == "completed"
    link = service.call("GET", f"/inference-jobs/{job_id}/files/{gone}/download-url")
    assert link.status_code == 404


def test_a_result_waits_for_room_on_a_full_disk(start_service: Start, tmp_path: Path) -> None:
    service = start_service()
    job_id = service.create_job()
    held = service.upload_script(job_id, hold=tmp_path / "gate", detections=30_000)
    service.until_file(job_id, held, "processing")
    unlimited = resource.prlimit(
        service.process.pid, resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY)
    )
    (tmp_path / "gate").touch()
    until(service.errors.read_text, lambda text: "database cannot be written" in text)
    assert service.file(job_id, held)["status"] == "processing"
    resource.prlimit(service.process.pid, resource.RLIMIT_FSIZE, unlimited)
    assert service.until_file(job_id, held, "completed")["detection_count"] > 0


def test_several_workers_share_the_queue(start_service: Start, tmp_path: Path) -> None:
    service = start_service(arguments=("--workers", "3"))
    note, gate = tmp_path / "workers", tmp_path / "gate"
    job_id = service.create_job()
    for _ in range(3):
        service.upload_script(job_id, hold=gate, note=note)
    until(lambda: note.exists() and len(set(note.read_text().split())), lambda count: count == 3)
    gate.touch()
    assert service.until_job(job_id, "completed")["processed_files"] == 3


def test_every_gpu_has_a_worker_of_its_own(start_service: Start) -> None:
    service = start_service(arguments=("--gpus", "0, 3"))
    until(lambda: set((service.health()["device"] or "").split(" + ")), lambda seen: seen == {"0", "3"})


def test_jobs_take_turns(start_service: Start, tmp_path: Path) -> None:
    service = start_service()
    gate, note = tmp_path / "gate", tmp_path / "order"
    long_job, short_job = service.create_job(), service.create_job()
    first = service.upload_script(long_job, hold=gate)
    service.until_file(long_job, first, "processing")
    many = [service.upload_script(long_job, hold=tmp_path / "second") for _ in range(5)]
    one = service.upload_script(short_job)
    gate.touch()
    service.until_file(short_job, one, "completed")
    assert {service.file(long_job, file_id)["status"] for file_id in many} == {"queued", "processing"} or {
        service.file(long_job, file_id)["status"] for file_id in many
    } == {"queued"}
    assert not note.exists()
    (tmp_path / "second").touch()


def test_an_engine_that_cannot_start_fails_the_files_and_says_so(
    start_service: Start, tmp_path: Path
) -> None:
    service = start_service(settings={"worker_command": [sys.executable, "-c", "raise SystemExit(3)"]})
    job_id = service.create_job()
    file_id = service.upload_script(job_id)
    assert "ended while it was starting" in service.until_file(job_id, file_id, "failed")["error_message"]
    assert service.health()["worker"] in {"down", "starting"}


def test_the_service_ends_when_its_parent_does(tmp_path: Path, start_service: Start) -> None:
    service = start_service(arguments=("--parent-watch",))
    worker = service.worker_pid()
    endpoint = service.data_dir / "endpoint.json"
    assert endpoint.stat().st_mode & 0o777 == 0o600
    assert json.loads(endpoint.read_text())["key"] == KEY
    assert service.process.stdin is not None
    service.process.stdin.close()
    assert service.process.wait(20) == 0
    assert not endpoint.exists()
    until(lambda: is_alive(worker), lambda alive: not alive)


def test_a_parent_that_ends_during_the_start_is_noticed(tmp_path: Path) -> None:
    command = [*STAND_IN, "--data-dir", str(tmp_path / "data"), "--parent-watch"]
    answer = subprocess.run(command, input=b"", capture_output=True, timeout=60, check=False)
    assert (answer.returncode, answer.stdout) == (0, b"")


def test_a_folder_has_one_service(start_service: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    service = start_service()
    second = subprocess.run(
        [*STAND_IN, "--data-dir", str(service.data_dir)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert second.returncode == 75
    assert "Another service is using" in second.stderr
    assert service.health()["status"] == "ok"


def test_a_forgotten_job_leaves_nothing(service: LivingService, tmp_path: Path) -> None:
    job_id = service.create_job()
    done = service.upload_script(job_id)
    service.until_file(job_id, done, "completed")
    held = service.upload_script(job_id, hold=tmp_path / "never")
    service.until_file(job_id, held, "processing")
    assert service.call("DELETE", f"/inference-jobs/{job_id}/data").status_code == 204
    assert service.call("GET", f"/inference-jobs/{job_id}").status_code == 404
    until(service.health, lambda health: health["worker"] == "ready")
    names = {path.name for path in (service.data_dir / "inbox").iterdir()}
    assert not any(name.startswith((done, held)) for name in names)
    assert service.call("DELETE", f"/inference-jobs/{job_id}/data").status_code == 404


def test_a_damaged_database_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "service.db").write_bytes(b"no database " * 1000)
    command = [sys.executable, "-m", "inference.service", "--data-dir", str(folder)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert answer.returncode == 1
    assert "cannot be read" in answer.stderr.splitlines()[-1]
    assert (folder / "service.db").read_bytes() == b"no database " * 1000


def test_what_a_worker_says_is_in_the_log_of_the_service(start_service: Start) -> None:
    complaint = "import sys; sys.exit('out of cheese')"
    service = start_service(settings={"worker_command": [sys.executable, "-c", complaint]})
    until((service.data_dir / "service.log").read_text, lambda text: "out of cheese" in text)


def test_torch_is_never_in_the_service_process(service: LivingService) -> None:
    service.until_job(_done_job(service), "completed")
    maps = Path(f"/proc/{service.process.pid}/maps").read_text()
    assert "torch" not in maps


def test_a_port_in_use_is_said(service: LivingService, tmp_path: Path) -> None:
    port = service.url.rpartition(":")[2]
    answer = subprocess.run(
        [sys.executable, "-m", "inference.service", "--port", port, "--data-dir", str(tmp_path / "other")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert answer.returncode == 1
    assert "cannot listen" in answer.stderr
