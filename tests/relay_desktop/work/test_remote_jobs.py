"""Jobs of servers on the desk: a real service process as the server, a real window's crew beside it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.accounts import Account, AccountBook
from relay_desktop.session.exactness import is_exact
from relay_desktop.session.job_ids import backend_of, wire_id
from relay_desktop.session.job_plan import JobPlan
from tests.inference.service.living_service import KEY, MODEL, LivingService, stand_in_models
from tests.relay_desktop.work.desk_room import WORKER, DeskRoom, a_wav

MakeRoom = Callable[[], DeskRoom]
StartServer = Callable[..., LivingService]


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[StartServer]:
    """Servers on one data folder, as somebody else runs them."""
    models = stand_in_models(tmp_path / "server-models")
    started: list[LivingService] = []

    def start(port: int = 0, **settings: Any) -> LivingService:
        settings |= {"worker_command": [sys.executable, str(WORKER)]}
        arguments = ("--port", str(port))
        started.append(
            LivingService(tmp_path / "server", models=models, arguments=arguments, settings=settings)
        )
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def server(start_server: StartServer) -> LivingService:
    return start_server()


def with_account(room: DeskRoom, server: LivingService, key: str | None = KEY) -> Account:
    """An account of the server, ready to be used."""
    account = Account("Studio", server.url, id="studio")
    AccountBook(room.folder / "accounts.json").put(account)
    if key is not None:
        room.crew.links.keys.keep(account, key)
    room.crew.links.load()
    if key is not None:
        room.until(lambda: room.crew.links.of("studio").is_ready)
    return account


def plan_of(account: Account, config: TuningConfig = RAW_CAPTURE) -> JobPlan:
    return JobPlan(account.id, MODEL, config)


def foreign_job(server: LivingService, *waves: Path, **config: Any) -> str:
    """A job that another client made, done."""
    job_id = server.create_job(**config)
    for wave in waves:
        server.upload(job_id, wave.read_bytes(), wave.name)
    server.until_job(job_id, "completed")
    return job_id


def test_a_job_of_a_server_gives_what_this_computer_gives(
    make_room: MakeRoom, server: LivingService, tmp_path: Path
) -> None:
    room = make_room().start()
    wave = a_wav(tmp_path / "take.wav", detections=40, seed=5)
    [here] = room.open(wave)
    room.until_detected()
    account = with_account(room, server)
    room.conductor.start_job(plan_of(account), [wave])
    room.until(lambda: room.session.files and room.session.files[0] is not here)
    room.until_detected()
    [there] = room.session.files
    assert there.raw == here.raw
    job = room.session.job
    assert job is not None
    assert (job.backend, job.status, job.is_raw, backend_of(job.job_id)) == ("studio", "completed", True, "studio")
    assert server.job(wire_id(job.job_id))["status"] == "completed"
    assert AccountBook(room.folder / "accounts.json").accounts()[0].model_ids == (MODEL,)
    room.close()
    again = make_room()
    again.crew.links.keys.keep(account, KEY)
    again.crew.links.load()
    again.start()
    again.until_detected()
    assert [(file.path, file.raw) for file in again.session.files] == [(wave, here.raw)]


def test_what_is_dropped_on_a_job_of_a_server_stays_on_this_computer(
    make_room: MakeRoom, server: LivingService, tmp_path: Path
) -> None:
    room = make_room().start()
    account = with_account(room, server)
    room.conductor.start_job(plan_of(account), [a_wav(tmp_path / "one.wav")])
    room.until_detected()
    room.conductor.open_paths([a_wav(tmp_path / "two.wav")])
    room.until(lambda: [file.name for file in room.session.files] == ["two.wav"])
    room.until_detected()
    assert room.session.job is not None
    assert not room.session.job.is_remote
    [job] = server.call("GET", "/inference-jobs").json()
    assert job["total_files"] == 1


def test_a_job_made_elsewhere_brings_files_results_and_audio(
    make_room: MakeRoom, server: LivingService, tmp_path: Path
) -> None:
    wave = a_wav(tmp_path / "elsewhere" / "take.wav", detections=60, seed=2)
    server_id = foreign_job(server, wave, threshold=0.4, merge_window_ms=100, min_duration_ms=20)
    room = make_room()
    with_account(room, server)
    job_id = f"@studio:{server_id}"
    room.until(lambda: job_id in room.session.jobs)
    room.conductor.open_job(job_id)
    room.until_detected()
    [file], job = room.session.files, room.session.job
    assert job is not None
    assert (file.path, file.size_bytes) == (None, wave.stat().st_size)
    assert file.retuned is not None
    assert file.retuned.shown.to_rows() == server.job(server_id)["files"][0]["detections"]
    assert is_exact(job, room.session.rules)
    room.session.set_tuning(TuningConfig(threshold=0.6, merge_window_ms=100, min_duration_ms=20))
    assert not is_exact(job, room.session.rules)
    room.conductor.fetch_audio(file)
    room.until(lambda: file.path is not None)
    assert file.path is not None
    assert file.path.read_bytes() == wave.read_bytes()
    room.until(lambda: file.sample_rate_hz == 8000)


def test_a_local_copy_is_taken_only_when_it_is_the_same(
    make_room: MakeRoom, server: LivingService, tmp_path: Path
) -> None:
    wave = a_wav(tmp_path / "elsewhere" / "take.wav", seconds=30)
    server_id = foreign_job(server, wave)
    other = tmp_path / "copies" / "a" / "take.wav"
    other.parent.mkdir(parents=True)
    data = bytearray(wave.read_bytes())
    data[len(data) // 2] ^= 1
    other.write_bytes(data)
    room = make_room()
    with_account(room, server)
    room.until(lambda: f"@studio:{server_id}" in room.session.jobs)
    room.conductor.open_job(f"@studio:{server_id}")
    room.until_detected()
    [file] = room.session.files
    room.conductor.locate_file(file, other)
    room.until(lambda: file.problem)
    assert file.path is None
    assert "other content" in str(file.problem)
    same = tmp_path / "copies" / "b" / "TAKE.wav"
    same.parent.mkdir()
    shutil.copy(wave, same)
    counted: list[tuple[int, int]] = []
    room.crew.fetcher.searched.connect(lambda found, wanted: counted.append((found, wanted)))
    room.conductor.link_audio(tmp_path / "copies")
    room.until(lambda: counted)
    assert counted == [(1, 1)]
    assert file.path == same


def test_a_job_that_left_things_out_is_run_again_raw(
    make_room: MakeRoom, server: LivingService, tmp_path: Path
) -> None:
    server_id = foreign_job(server, a_wav(tmp_path / "elsewhere" / "take.wav", detections=60))
    room = make_room()
    with_account(room, server)
    room.until(lambda: f"@studio:{server_id}" in room.session.jobs)
    room.conductor.open_job(f"@studio:{server_id}")
    room.until_detected()
    [before] = room.session.files
    room.conductor.run_again_raw(f"@studio:{server_id}")
    room.until(lambda: room.session.files and room.session.files[0] is not before)
    room.until_detected()
    [file], job = room.session.files, room.session.job
    assert job is not None
    assert (job.backend, job.is_raw, job.model_id) == ("studio", True, MODEL)
    assert file.raw is not None
    assert before.raw is not None
    assert len(file.raw) > len(before.raw)


def test_offline_and_back_without_a_restart(
    make_room: MakeRoom, start_server: StartServer, tmp_path: Path
) -> None:
    server = start_server()
    room = make_room()
    account = with_account(room, server)
    server.stop()
    room.crew.shelf.refresh()
    link = room.crew.links.of("studio")
    room.until(lambda: link.state == "down")
    room.conductor.start_job(plan_of(account), [a_wav(tmp_path / "one.wav")])
    room.until(lambda: room.session.files and room.session.files[0].duration_s)
    again = start_server(port=int(server.url.rpartition(":")[2]))
    room.until_detected()
    assert len(again.call("GET", "/inference-jobs").json()) == 1


@pytest.mark.expects_log("no API key")
def test_an_account_without_a_key_says_so(
    make_room: MakeRoom, server: LivingService, tmp_path: Path
) -> None:
    room = make_room()
    with_account(room, server, key=None)
    room.until(lambda: room.told)
    assert "There is no API key for Studio." in room.told[0].title
    assert "Settings > Accounts" in room.told[0].advice
