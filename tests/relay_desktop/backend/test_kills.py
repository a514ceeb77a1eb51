"""kill -9 at any moment between announcing a file and its result: every file ends, exactly once."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.local_service import LocalService
from relay_desktop.backend.transfer import upload_file
from relay_desktop.errors import RelayError
from tests.inference.service.living_service import MODEL, STAND_IN, children_of, stand_in_models, until

FILES = 40


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalService]:
    models = stand_in_models(tmp_path / "models")
    service = LocalService(tmp_path / "data", program=STAND_IN, models_dirs=[models])
    service.start()
    yield service
    service.stop()


@pytest.mark.parametrize("way", ["by link", "over HTTP"])
@pytest.mark.expects_log("ended with status -9")
def test_killed_again_and_again_nothing_is_lost_doubled_or_stuck(
    local: LocalService, tmp_path: Path, way: str
) -> None:
    key = json.loads((tmp_path / "data" / "endpoint.json").read_text())["key"]
    over_http = RelayClient(local.client().base_url, key, trust_env=False)
    client = local.client() if way == "by link" else over_http
    paths = [_recording(tmp_path, n) for n in range(FILES)]
    job = client.create_job(MODEL)
    sender = threading.Thread(target=lambda: [_send_until_taken(client, job.id, path) for path in paths])
    sender.start()
    chance = random.Random(20261123 + len(way))
    for life in range(3):
        _kill_something(local, chance, life)
    sender.join()
    done = until(
        lambda: _look(client, job.id), lambda seen: seen is not None and seen.processed_files >= FILES
    )
    over_http.close()
    confirmed = [file for file in done.files if file.status != "pending"]
    assert Counter(file.status for file in confirmed) == {"completed": FILES}
    assert sorted(file.original_filename for file in confirmed) == sorted(path.name for path in paths)
    runs = Counter({path.name: len((tmp_path / f"{path.name}.runs").read_text().split()) for path in paths})
    assert sum(runs.values()) <= FILES + 3, "each kill costs one attempt at one file at most"


def _recording(folder: Path, number: int) -> Path:
    path = folder / f"take {number:02}.wav"
    script = {"detections": 1, "note": str(folder / f"{path.name}.runs"), "padding": "x" * 200_000}
    path.write_text(json.dumps(script))
    return path


def _send_until_taken(client: RelayClient, job_id: str, path: Path) -> None:
    while True:
        with contextlib.suppress(RelayError):
            upload_file(client, job_id, path)
            return


def _look(client: RelayClient, job_id: str):  # type: ignore[no-untyped-def]
    with contextlib.suppress(RelayError):
        return client.get_job(job_id)
    return None


def _kill_something(local: LocalService, chance: random.Random, life: int) -> None:
    """After a random while, kill the service, or its worker every third time."""
    pid = until(lambda: local.pid, lambda seen: seen is not None)
    until(lambda: _answers(local), bool)
    threading.Event().wait(chance.uniform(0.0, 0.8))
    workers = children_of(pid)
    victim = workers[0] if life == 2 and workers else pid
    with contextlib.suppress(ProcessLookupError):
        os.kill(victim, signal.SIGKILL)
    if victim == pid:
        until(lambda: local.pid, lambda seen: seen not in (None, pid))


def _answers(local: LocalService) -> bool:
    with contextlib.suppress(RelayError):
        return bool(local.client().health())
    return False
