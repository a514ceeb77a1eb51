from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, MutableMapping
from pathlib import Path

import pytest
import requests
from fastapi import FastAPI

from inference.service.app import create_app
from inference.service.job_desk import JobDesk
from inference.service.keys import KeyExists, KeyRing
from inference.service.settings import ServiceSettings
from inference.service.store import Store
from tests.inference.service.living_service import KEY, LivingService, until

KEYS = (sys.executable, "-m", "inference.service", "keys")


@pytest.mark.parametrize("header", [{}, {"X-API-Key": ""}, {"X-API-Key": "wrong"}, {"X-API-Key": KEY + "x"}])
def test_without_the_key_nothing_is_told(service: LivingService, header: dict[str, str]) -> None:
    for method, path in (
        ("GET", "/api/v1/inference-jobs"),
        ("POST", "/api/v1/inference-jobs"),
        ("GET", "/api/v1/x"),
    ):
        answer = requests.request(method, service.url + path, headers=header, data=b"{", timeout=10)
        assert answer.status_code == 401
        assert "key" in answer.json()["detail"]


def test_a_call_that_comes_past_the_gate_is_refused_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inference.service.gate._GUARDED", ("/nothing/",))
    desk = JobDesk(ServiceSettings(data_dir=tmp_path / "data", api_key=KEY))
    app = create_app(desk)
    paths = [path for path in app.openapi()["paths"] if path.startswith("/api/")]
    assert len(paths) >= 9
    statuses = {path: asyncio.run(_status(app, path)) for path in paths}
    desk.stop()
    assert set(statuses.values()) <= {401, 405}
    assert 401 in statuses.values()


async def _status(app: FastAPI, path: str) -> int:
    """Ask the application in this process, with a wrong key."""
    seen: list[int] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, object]) -> None:
        if message["type"] == "http.response.start":
            seen.append(int(str(message["status"])))

    scope = {
        "type": "http",
        "method": "GET",
        "path": path.replace("{job_id}", "a").replace("{file_id}", "b"),
        "query_string": b"",
        "headers": [(b"x-api-key", b"wrong")],
    }
    await app(scope, receive, send)
    return seen[0]


def test_the_key_is_in_no_command_line_log_or_database(service: LivingService) -> None:
    service.call("GET", "/inference-jobs")
    worker = service.worker_pid()
    for pid in (service.process.pid, worker):
        assert KEY.encode() not in Path(f"/proc/{pid}/cmdline").read_bytes()
    assert KEY.encode() not in Path(f"/proc/{worker}/environ").read_bytes()
    assert KEY not in service.errors.read_text()
    for path in service.data_dir.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path


def test_named_keys_are_made_used_and_revoked(
    start_service: Callable[..., LivingService], tmp_path: Path
) -> None:
    service = start_service(key=None)

    def command(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*KEYS, *words, "--data-dir", str(tmp_path / "data")], capture_output=True, text=True, check=False
        )

    def status(key: str) -> int:
        url = f"{service.url}/api/v1/inference-jobs"
        return requests.get(url, headers={"X-API-Key": key}, timeout=10).status_code

    made = command("add", "studio a")
    key = made.stdout.splitlines()[-1]
    assert until(lambda: status(key), lambda seen: seen == 200) == 200
    assert command("add", "studio a").returncode == 1
    listed = command("list").stdout
    assert "studio a" in listed
    assert key not in listed
    assert command("revoke", "studio a").returncode == 0
    assert until(lambda: status(key), lambda seen: seen == 401) == 401
    assert command("revoke", "studio a").returncode == 1
    service.stop()
    assert all(
        key.encode() not in path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()
    )


def test_only_hashes_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "service.db")
    ring = KeyRing(store, "own")
    key = ring.add("one")
    assert ring.holder(key) == "one"
    assert ring.holder("own") == "environment"
    assert ring.holder("") is None
    with pytest.raises(KeyExists):
        ring.add("one")
    store.close()
    assert key.encode() not in (tmp_path / "service.db").read_bytes()
