"""A service as a real process, for tests, and small ways to talk to it by another HTTP library than ours."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import requests

KEY = "test-key-0123456789"
STAND_IN = (sys.executable, str(Path(__file__).with_name("stand_in_service.py")))
REAL = (sys.executable, "-m", "inference.service")
MODEL = "stand-in"


def stand_in_models(folder: Path) -> Path:
    """A folder with one model that the catalogue accepts; only the stand-in worker can run it."""
    weights = (2).to_bytes(8, "little") + b"{}"
    card = {
        "id": MODEL,
        "version": "1",
        "types": ["click", "dropout", "hum"],
        "architecture": "relay-witness-tcn-2",
        "weights": "weights.safetensors",
        "weights_sha256": hashlib.sha256(weights).hexdigest(),
    }
    (folder / MODEL).mkdir(parents=True, exist_ok=True)
    (folder / MODEL / "weights.safetensors").write_bytes(weights)
    (folder / MODEL / "card.json").write_text(json.dumps(card))
    return folder


class LivingService:
    """One service process. `settings` change what its command line cannot say."""

    def __init__(
        self,
        data_dir: Path,
        *,
        program: Sequence[str] = STAND_IN,
        models: Path | None = None,
        arguments: Sequence[str] = (),
        key: str | None = KEY,
        settings: dict[str, Any] | None = None,
    ) -> None:
        command = [*program, "--data-dir", str(data_dir), *arguments]
        if models is not None:
            command += ["--models-dir", str(models)]
        environment = os.environ | {"STAND_IN_SETTINGS": json.dumps(settings or {}), "OMP_NUM_THREADS": "1"}
        if key is not None:
            environment["RELAY_SERVICE_KEY"] = key
        self.data_dir = data_dir
        self.key = key
        self.errors = data_dir.with_name(data_dir.name + ".stderr")
        with self.errors.open("ab") as errors:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=environment
            )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, f"the service did not start:\n{self.errors.read_text()}"
        ready = json.loads(line)
        assert ready["pid"] == self.process.pid
        self.url = str(ready["url"])
        self.http = requests.Session()
        self.http.trust_env = False
        if key is not None:
            self.http.headers["X-API-Key"] = key

    def call(self, method: str, path: str, **options: Any) -> requests.Response:
        """One call below /api/v1."""
        return self.http.request(method, f"{self.url}/api/v1{path}", timeout=30, **options)

    def create_job(self, model_id: str = MODEL, **config: Any) -> str:
        """A new job's id."""
        body: dict[str, Any] = {"model_id": model_id}
        if config:
            body["config"] = config
        answer = self.call("POST", "/inference-jobs", json=body)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def ticket(self, job_id: str, name: str, size: int) -> dict[str, Any]:
        """An upload ticket."""
        body = {"filename": name, "content_type": "audio/wav", "file_size_bytes": size}
        answer = self.call("POST", f"/inference-jobs/{job_id}/files/upload-url", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def upload(self, job_id: str, data: bytes, name: str = "take.wav", *, confirm: bool = True) -> str:
        """Ticket, POST, confirm; the file's id."""
        ticket = self.ticket(job_id, name, len(data))
        sent = requests.post(
            ticket["upload_url"], data=ticket["upload_fields"], files={"file": (name, data)}, timeout=30
        )
        assert sent.ok, sent.text
        if confirm:
            answer = self.confirm(job_id, ticket["file_id"])
            assert answer.ok, answer.text
        return str(ticket["file_id"])

    def upload_script(self, job_id: str, name: str = "take.wav", **script: Any) -> str:
        """A file for the stand-in worker."""
        return self.upload(job_id, json.dumps(script, default=str).encode(), name)

    def confirm(self, job_id: str, file_id: str) -> requests.Response:
        """Say that a file has arrived."""
        return self.call("POST", f"/inference-jobs/{job_id}/files/confirm", json={"file_id": file_id})

    def job(self, job_id: str) -> dict[str, Any]:
        """A job as the service tells it."""
        answer = self.call("GET", f"/inference-jobs/{job_id}")
        assert answer.ok, answer.text
        return dict(answer.json())

    def file(self, job_id: str, file_id: str) -> dict[str, Any]:
        """A file as the service tells it."""
        answer = self.call("GET", f"/inference-jobs/{job_id}/files/{file_id}")
        assert answer.ok, answer.text
        return dict(answer.json())

    def until_file(self, job_id: str, file_id: str, *statuses: str) -> dict[str, Any]:
        """Wait until a file has one of these statuses."""
        return until(lambda: self.file(job_id, file_id), lambda file: file["status"] in statuses)

    def until_job(self, job_id: str, *statuses: str) -> dict[str, Any]:
        """Wait until a job has one of these statuses."""
        return until(lambda: self.job(job_id), lambda job: job["status"] in statuses)

    def health(self) -> dict[str, Any]:
        """What needs no key."""
        return dict(requests.get(f"{self.url}/health", timeout=10).json())

    def worker_pid(self) -> int:
        """The process id of the worker."""
        return until(lambda: children_of(self.process.pid), bool)[0]

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        self._collect()

    def stop(self) -> int:
        """SIGTERM; the exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        return self._collect()

    def _collect(self) -> int:
        status = self.process.wait(20)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        self.http.close()
        return status

    def __enter__(self) -> LivingService:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()


def until(look: Callable[[], Any], is_right: Callable[[Any], bool], limit_s: float = 60.0) -> Any:
    """Look again and again until what is seen is right."""
    deadline = time.monotonic() + limit_s
    pause = threading.Event()
    while not is_right(seen := look()):
        assert time.monotonic() < deadline, f"still {seen!r}"
        pause.wait(0.02)
    return seen


def children_of(pid: int) -> list[int]:
    """Direct children of a process (Linux)."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in task.read_text().split()]
        except OSError:
            continue
    return found


def is_alive(pid: int) -> bool:
    """Whether a process runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
