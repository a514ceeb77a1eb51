"""This computer's service as a child: start, share, restart, stop; real processes."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from inference.contract import InferenceJob
from inference.tuning_config import RAW_CAPTURE
from relay_desktop.backend.local_service import LocalService
from relay_desktop.backend.transfer import upload_file
from relay_desktop.errors import LocalServiceFailed, RelayError
from tests.inference.service.living_service import (
    MODEL,
    STAND_IN,
    children_of,
    is_alive,
    stand_in_models,
    until,
)
from tests.inference.service.recordings import programme, wav

Make = Callable[..., LocalService]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    models = stand_in_models(tmp_path / "models")
    made: list[LocalService] = []

    def make_one(**options: Any) -> LocalService:
        options = {"program": STAND_IN, "models_dirs": [models]} | options
        made.append(LocalService(tmp_path / "data", **options))
        return made[-1]

    yield make_one
    for service in made:
        service.stop()


def _script(folder: Path, name: str = "take.wav", **script: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps(script, default=str))
    return path


def _until_done(service: LocalService, job_id: str) -> InferenceJob:
    def look() -> InferenceJob | None:
        try:
            return service.client().get_job(job_id)
        except RelayError:
            return None

    done: InferenceJob = until(look, lambda job: job is not None and job.is_terminal)
    return done


def test_a_file_is_handed_over_by_link_and_comes_back_detected(make: Make, tmp_path: Path) -> None:
    states: list[str] = []
    service = make(on_state=states.append)
    client = service.client()
    job = client.create_job(MODEL, RAW_CAPTURE)
    path = _script(tmp_path, detections=4)
    upload_file(client, job.id, path)
    done = _until_done(service, job.id)
    assert (done.status, done.config) == ("completed", RAW_CAPTURE)
    assert done.files[0].detections is not None
    assert len(done.files[0].detections) == done.files[0].detection_count
    assert client.get_job(job.id, include_detections=False).files[0].detections is None
    assert path.stat().st_nlink == 2, "no byte was copied"
    service.stop()
    assert states == ["starting", "running", "stopped"]


def test_stop_ends_child_and_grandchild_and_leaves_no_zombie(make: Make) -> None:
    service = make()
    service.start()
    pid = service.pid
    assert pid is not None
    worker = until(lambda: children_of(pid), bool)[0]
    service.stop()
    assert not Path(f"/proc/{pid}").exists(), "the child was collected"
    assert not is_alive(worker)
    assert service.pid is None
    service.stop()


@pytest.mark.expects_log("does not end by itself and is killed")
def test_a_child_that_does_not_listen_is_killed_with_its_worker(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relay_desktop.backend.local_service.STOP_LIMIT_S", 0.3)
    service = make()
    service.start()
    pid = service.pid
    assert pid is not None
    worker = until(lambda: children_of(pid), bool)[0]
    os.kill(pid, signal.SIGSTOP)
    service.stop()
    assert not is_alive(pid)
    until(lambda: is_alive(worker), lambda alive: not alive)


def test_a_second_window_shares_the_service_and_takes_over_when_it_ends(make: Make, tmp_path: Path) -> None:
    first, second = make(), make()
    first.start()
    second.start()
    assert (second.is_attached, second.pid) == (True, first.pid)
    job = first.client().create_job(MODEL)
    client = second.client()
    assert client.get_job(job.id).id == job.id
    path = _script(tmp_path, hold=tmp_path / "gate")
    upload_file(client, job.id, path)
    until(lambda: client.get_job(job.id).files[0].status, lambda status: status == "processing")
    ended = first.pid
    first.stop()
    assert ended is not None
    assert not is_alive(ended)
    (tmp_path / "gate").touch()
    until(lambda: second.is_attached, lambda attached: not attached)
    assert _until_done(second, job.id).processed_files == 1
    assert second.client() is client, "whoever holds the client need not notice"


def test_two_windows_that_start_at_the_same_moment_share_one_service(make: Make) -> None:
    both = [make(), make()]
    threads = [threading.Thread(target=service.start) for service in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert both[0].pid == both[1].pid
    assert sorted(service.is_attached for service in both) == [False, True]


@pytest.mark.expects_log("ended with status -9")
def test_a_killed_service_comes_back_and_its_job_goes_on(make: Make, tmp_path: Path) -> None:
    states: list[str] = []
    service = make(on_state=states.append)
    client = service.client()
    job = client.create_job(MODEL)
    note = tmp_path / "tries"
    upload_file(client, job.id, _script(tmp_path, hold=tmp_path / "gate", note=note))
    upload_file(client, job.id, _script(tmp_path, "other.wav"))
    until(note.exists, bool)
    killed, address = service.pid, client.base_url
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    (tmp_path / "gate").touch()
    done = _until_done(service, job.id)
    assert [file.status for file in done.files] == ["completed", "completed"]
    assert len(note.read_text().split()) == 2
    assert service.pid != killed
    assert client.base_url == address, "the new one listens where the old one did"
    assert states == ["starting", "running", "restarting", "running"]


@pytest.mark.expects_log("ended with status -9")
def test_when_the_old_port_is_taken_the_client_follows_to_a_new_one(make: Make) -> None:
    service = make()
    client = service.client()
    old, pid = client.base_url, service.pid
    assert pid is not None
    port = int(old.rpartition(":")[2])
    os.kill(pid, signal.SIGSTOP)
    # The port is listened at by the stopped service; it is free the instant that one is killed.
    service_socket = socket.socket()
    service_socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    os.kill(pid, signal.SIGKILL)
    until(lambda: _bound(service_socket, port), bool)
    service_socket.listen()
    with service_socket:
        until(lambda: service.pid, lambda seen: seen != pid)
        assert client.base_url != old
        assert client.list_jobs() == []


def _bound(listener: socket.socket, port: int) -> bool:
    try:
        listener.bind(("127.0.0.1", port))
    except OSError:
        return False
    return True


def test_an_address_left_by_a_killed_window_is_not_believed(make: Make, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.1)
        url = f"http://127.0.0.1:{other.getsockname()[1]}"
        (tmp_path / "data").mkdir()
        stale = {"url": url, "pid": 1, "instance": "gone", "key": "old-key"}
        (tmp_path / "data" / "endpoint.json").write_text(json.dumps(stale))
        service = make()
        assert service.start() != url
    assert service.client().list_jobs() == []


def test_a_service_that_cannot_start_is_an_error_with_what_it_said(make: Make) -> None:
    states: list[str] = []
    program = [sys.executable, "-c", "import sys; sys.exit('No module named torch')"]
    with pytest.raises(LocalServiceFailed) as caught:
        make(program=program, on_state=states.append).start()
    assert "No module named torch" in caught.value.advice
    with pytest.raises(LocalServiceFailed):
        make(program=["/nonexistent/program"]).start()
    assert states == ["starting", "failed"]


def test_the_key_is_random_private_and_in_no_command_line(make: Make, tmp_path: Path) -> None:
    service = make()
    service.start()
    endpoint = tmp_path / "data" / "endpoint.json"
    key = json.loads(endpoint.read_text())["key"]
    assert len(key) >= 40
    assert endpoint.stat().st_mode & 0o077 == 0
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    assert key.encode() not in Path(f"/proc/{service.pid}/cmdline").read_bytes()
    assert key not in f"{service!r} {vars(service)} {service.client()!r}"
    assert key not in service.log_file.read_text()


def test_proxy_variables_do_not_stand_between(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert make().client().health()["status"] == "ok"


def test_the_real_engine_answers_while_it_starts_and_detects_a_recording(tmp_path: Path) -> None:
    path = tmp_path / "Über 'take' 🎵.wav"
    path.write_bytes(wav(programme(6)))
    service = LocalService(tmp_path / "data", device="cpu")
    try:
        client = service.client()
        assert client.health()["worker"] in {"starting", "ready"}
        job = client.create_job(client.models()[0].id, RAW_CAPTURE)
        upload_file(client, job.id, path)
        file = _until_done(service, job.id).files[0]
        assert (file.status, file.original_filename) == ("completed", path.name)
        assert file.detections is not None
        assert len(file.detections) == file.detection_count > 0
        assert file.device is not None
        assert file.speed is not None
        assert client.scores(job.id, file.file_id)
    finally:
        service.stop()
