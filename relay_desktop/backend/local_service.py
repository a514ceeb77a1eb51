"""This computer's own service: a supervised child process on loopback, shared by all windows of one person.

The data folder belongs to one service at a time (the child itself holds the lock). The window that starts it
watches it and starts it again when it dies; a second window finds its address in a private file, uses it, and
starts its own when that one ends.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inference.sentences import sentence
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.engine_program import service_program
from relay_desktop.backend.retry import ONCE
from relay_desktop.errors import LocalServiceFailed, RelayError

log = logging.getLogger(__name__)

KEY_VARIABLE = "RELAY_SERVICE_KEY"
EXIT_FOLDER_IN_USE = 75
START_LIMIT_S = 60.0
STOP_LIMIT_S = 8.0
LOOK_EVERY_S = 0.05
WATCH_EVERY_S = 1.0
RESTART_PAUSES_S = (0.1, 0.5, 2.0, 5.0)
STEADY_S = 30.0
"""A service that lived this long is started again as if for the first time."""


@dataclass(frozen=True)
class Endpoint:
    """Where a running service answers. The key never shows in `repr`."""

    url: str
    pid: int
    instance: str
    key: str = field(repr=False)


class LocalService:
    """Keeps a service on `data_dir` reachable. Blocking and thread-safe; `on_state` is told, from any thread:
    starting, running, attached, restarting, failed, stopped."""

    def __init__(
        self,
        data_dir: Path,
        device: str = "auto",
        *,
        models_dirs: Sequence[Path] = (),
        on_state: Callable[[str], None] = lambda state: None,
        program: Sequence[str] | None = None,
    ) -> None:
        """`program` replaces the command that runs the service."""
        self._data_dir = data_dir.expanduser().resolve()
        self._device = device
        self._models_dirs = tuple(models_dirs)
        self._on_state = on_state
        self._program = list(program) if program is not None else None
        self._lock = threading.RLock()
        self._stopping = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._endpoint: Endpoint | None = None
        self._port = "0"
        self._client: RelayClient | None = None
        self._watcher: threading.Thread | None = None

    def __repr__(self) -> str:
        return f"LocalService({str(self._data_dir)!r}, pid={self.pid})"

    @property
    def pid(self) -> int | None:
        """The process id of the service, ours or the one attached to."""
        return self._endpoint.pid if self._endpoint is not None else None

    @property
    def is_attached(self) -> bool:
        """Whether another window's service is used."""
        return self._endpoint is not None and self._child is None

    @property
    def log_file(self) -> Path:
        """The log of the service."""
        return self._data_dir / "service.log"

    def start(self) -> str:
        """Have a service running and return its address. Raises LocalServiceFailed."""
        with self._lock:
            if self._endpoint is None:
                self._stopping.clear()
                self._on_state("starting")
                try:
                    self._connect()
                except LocalServiceFailed:
                    self._on_state("failed")
                    raise
                self._watcher = threading.Thread(target=self._watch, name="local-service", daemon=True)
                self._watcher.start()
            assert self._endpoint is not None
            return self._endpoint.url

    def client(self) -> RelayClient:
        """The client of this service, started where needed. It stays the same one when the service restarts."""
        with self._lock:
            self.start()
            assert self._client is not None
            return self._client

    def stop(self) -> None:
        """End the service if it is ours, with its worker, and wait until both are gone."""
        self._stopping.set()
        with self._lock:
            child, self._child, self._endpoint, self._port = self._child, None, None, "0"
            client, self._client = self._client, None
            watcher, self._watcher = self._watcher, None
        if child is not None:
            _end(child)
        if client is not None:
            client.close()
        if watcher is not None and watcher is not threading.current_thread():
            watcher.join()
        try:
            self._stderr_file.unlink(missing_ok=True)
        except OSError as error:
            log.debug("the last words of the service stay on the disk: %s", error)
        self._on_state("stopped")

    # Starting and attaching

    def _connect(self) -> None:
        endpoint = self._running_endpoint()
        if endpoint is not None:
            self._use(endpoint, None)
            return
        deadline = time.monotonic() + START_LIMIT_S
        while time.monotonic() < deadline and not self._stopping.is_set():
            if self._start_child(deadline):
                return
        raise LocalServiceFailed(advice=self._advice())

    def _start_child(self, deadline: float) -> bool:
        """Start a child and wait for its address, or for that of another window's service; False: try again."""
        key = self._endpoint.key if self._endpoint is not None else secrets.token_urlsafe(32)
        child = self._spawn(key)
        said = _first_line(child)
        while time.monotonic() < deadline and not self._stopping.is_set():
            try:
                line = said.get(timeout=LOOK_EVERY_S)
            except queue.Empty:
                line = None
            if line:
                self._use(self._own_endpoint(line, key), child)
                return True
            other = self._running_endpoint()
            if other is not None and other.pid != child.pid:
                _end(child)
                self._use(other, None)
                return True
            if line == "" or child.poll() is not None:
                return self._child_ended(child)
        _end(child)
        return False

    def _child_ended(self, child: subprocess.Popen[bytes]) -> bool:
        status = child.wait()
        _close_pipes(child)
        if status == EXIT_FOLDER_IN_USE:
            return False
        if self._port != "0":
            # Another program may have taken the port that the last service had.
            self._port = "0"
            return False
        raise LocalServiceFailed(
            sentence("The detection engine of this computer ended at once (status {status}).", status=status),
            self._advice(),
        )

    def _spawn(self, key: str) -> subprocess.Popen[bytes]:
        program = self._program or service_program()
        command = [*program, "--host", "127.0.0.1", "--port", self._port, "--device", self._device]
        command += ["--data-dir", str(self._data_dir), "--parent-watch"]
        for folder in self._models_dirs:
            command += ["--models-dir", str(folder)]
        try:
            self._data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._stderr_file.open("wb") as errors:
                return subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    env=os.environ | {KEY_VARIABLE: key},
                    # Ctrl-C in a terminal is for the window; it ends its child in order.
                    start_new_session=True,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
        except OSError as error:
            raise LocalServiceFailed(
                advice=sentence("{error}: {filename}.", error=error.strerror, filename=error.filename)
            ) from error

    @property
    def _stderr_file(self) -> Path:
        return self._data_dir / f"service-stderr.{os.getpid()}.log"

    def _advice(self) -> str:
        """The last thing the child said before it gave up, else the general advice."""
        try:
            lines = self._stderr_file.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        except OSError:
            lines = []
        last = lines[-1][:300] if lines else ""
        return (
            sentence("{said} {advice}", said=last, advice=LocalServiceFailed.advice)
            if last
            else LocalServiceFailed.advice
        )

    def _own_endpoint(self, line: str, key: str) -> Endpoint:
        try:
            ready = json.loads(line)
            return Endpoint(str(ready["url"]), int(ready["pid"]), "", key)
        except (ValueError, KeyError, TypeError) as error:
            raise LocalServiceFailed(
                sentence("The detection engine of this computer said something unexpected.")
            ) from error

    def _running_endpoint(self) -> Endpoint | None:
        """The service that another window has running on the folder, if it answers."""
        try:
            said = json.loads((self._data_dir / "endpoint.json").read_text(encoding="utf-8"))
            endpoint = Endpoint(str(said["url"]), int(said["pid"]), str(said["instance"]), str(said["key"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return endpoint if _answers(endpoint) else None

    def _use(self, endpoint: Endpoint, child: subprocess.Popen[bytes] | None) -> None:
        before, self._endpoint, self._child = self._endpoint, endpoint, child
        # Kept for the next start, so that clients need not learn a new address.
        self._port = endpoint.url.rpartition(":")[2]
        if self._client is None:
            root = self._data_dir / "inbox"
            self._client = RelayClient(endpoint.url, endpoint.key, trust_env=False, file_ticket_root=root)
        elif before is None or (before.url, before.key) != (endpoint.url, endpoint.key):
            self._client.readdress(endpoint.url, endpoint.key)
        self._on_state("attached" if child is None else "running")

    # Watching

    def _watch(self) -> None:
        """Bring the service back whenever it ends, until stopped."""
        failures = 0
        while not self._stopping.is_set():
            began = time.monotonic()
            self._wait_for_end()
            if self._stopping.is_set():
                return
            failures = 0 if time.monotonic() - began > STEADY_S else failures + 1
            self._on_state("restarting")
            self._stopping.wait(RESTART_PAUSES_S[min(failures, len(RESTART_PAUSES_S) - 1)])
            self._reconnect()

    def _wait_for_end(self) -> None:
        child, endpoint = self._child, self._endpoint
        if child is not None:
            status = child.wait()
            _close_pipes(child)
            if not self._stopping.is_set():
                log.warning("the local service (pid %d) ended with status %d", child.pid, status)
            return
        while endpoint is not None and not self._stopping.wait(WATCH_EVERY_S):
            if not _answers(endpoint):
                return

    def _reconnect(self) -> None:
        with self._lock:
            if self._stopping.is_set():
                return
            self._child = None
            try:
                self._connect()
            except LocalServiceFailed as error:
                if self._stopping.is_set():
                    return
                log.error("the local service does not come back: %s %s", error.title, error.advice)
                self._on_state("failed")


def _answers(endpoint: Endpoint) -> bool:
    """Whether this very service is up; the key is not sent, another program may have the port by now."""
    try:
        with RelayClient(endpoint.url, "none", trust_env=False, timeout_s=2.0, retry=ONCE) as client:
            said = client.health()
    except RelayError:
        return False
    return not endpoint.instance or said.get("instance") == endpoint.instance


def _first_line(child: subprocess.Popen[bytes]) -> queue.Queue[str]:
    """The first line the child prints, as soon as it does; empty when it ends without."""
    said: queue.Queue[str] = queue.Queue()

    def read() -> None:
        assert child.stdout is not None
        said.put(child.stdout.readline().decode("utf-8", "replace").strip())

    threading.Thread(target=read, name="service-ready", daemon=True).start()
    return said


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a child and all it has started: by closing its stdin, then by signals."""
    try:
        if child.stdin is not None:
            child.stdin.close()
    except OSError as error:
        log.debug("closing the service's input: %s", error)
    try:
        child.wait(STOP_LIMIT_S)
    except subprocess.TimeoutExpired:
        log.warning("the local service does not end by itself and is killed")
        _kill_group(child)
        child.wait()
    _close_pipes(child)


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        child.kill()
        return
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _close_pipes(child: subprocess.Popen[bytes]) -> None:
    for pipe in (child.stdin, child.stdout):
        try:
            if pipe is not None:
                pipe.close()
        except OSError as error:
            log.debug("closing a pipe of the service: %s", error)
