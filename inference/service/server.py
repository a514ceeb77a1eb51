"""One service process from start to end: socket, log, ready line, signals, parent watch."""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn
from sqlalchemy.exc import DatabaseError

from inference.service.app import create_app
from inference.service.folder_lock import write_private
from inference.service.job_desk import JobDesk
from inference.service.log_lines import JsonLines
from inference.service.parent_watch import ParentWatch
from inference.service.refusals import is_disk_full
from inference.service.settings import ServiceSettings

log = logging.getLogger(__name__)

STOP_GRACE_S = 3
LOG_BYTES = 4 * 1024 * 1024


class CannotServe(Exception):
    """The service cannot start; str() is a sentence."""


class _Server(uvicorn.Server):
    """A uvicorn server that says when it is ready and when it begins to stop."""

    def __init__(
        self, config: uvicorn.Config, on_ready: Callable[[], None], on_stop: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._on_ready = on_ready
        self._on_stop = on_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and not self.should_exit:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Here and not after run(): uvicorn ends the process by the signal that it was sent.
        self._on_stop()
        await super().shutdown(sockets)
        log.info("stopped")


def serve(settings: ServiceSettings, parent: ParentWatch | None = None) -> None:
    """Serve until told to stop. The caller holds the lock of the data folder. Raises CannotServe."""
    _start_log(settings.log_file, as_json=not settings.parent_watch)
    listener = _listen(settings.host, settings.port)
    desk = _open_desk(settings)
    url = f"http://{_in_url(settings.host)}:{listener.getsockname()[1]}"
    config = uvicorn.Config(
        create_app(desk),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_GRACE_S,
    )
    server = _Server(
        config,
        on_ready=lambda: _announce(settings, url, desk.instance),
        on_stop=lambda: settings.endpoint_file.unlink(missing_ok=True),
    )
    if parent is not None:
        parent.then(lambda: setattr(server, "should_exit", True))
    server.run(sockets=[listener])


def _open_desk(settings: ServiceSettings) -> JobDesk:
    try:
        desk = JobDesk(settings)
        desk.start()
    except (DatabaseError, OSError) as error:
        if is_disk_full(error):
            raise CannotServe("The disk is full. Free some space, then start again.") from error
        cause = error.orig if isinstance(error, DatabaseError) else error
        raise CannotServe(
            f"The jobs in {settings.database} cannot be read ({cause}). Move the file away to begin with an "
            "empty list, or put a copy of it back."
        ) from error
    return desk


def _announce(settings: ServiceSettings, url: str, instance: str) -> None:
    if settings.parent_watch:
        # A second window finds this service here. It holds the key, so only its owner may read it.
        endpoint = {"url": url, "pid": os.getpid(), "instance": instance, "key": settings.api_key}
        write_private(settings.endpoint_file, json.dumps(endpoint))
    print(json.dumps({"url": url, "pid": os.getpid()}), flush=True)
    log.info("serving %s at %s", settings.data_dir, url)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name != "nt":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise CannotServe(f"The service cannot listen at {host}, port {port}: {error.strerror}.") from error
    listener.listen(1024)
    return listener


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _start_log(path: Path, *, as_json: bool) -> None:
    """As lines for programs, or for a person who looks into the log of a window's own service."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    to_file = logging.handlers.RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8")
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr), to_file]
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    for handler in handlers:
        handler.setFormatter(JsonLines() if as_json else logging.Formatter(form))
    logging.basicConfig(level=logging.INFO, handlers=handlers)
    # A log that cannot be written (full disk) must not print a traceback at every line.
    logging.raiseExceptions = False
