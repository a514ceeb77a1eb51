"""A service of this command's own: the same child process the window has, in a folder that goes with it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import platformdirs

from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.local_service import LocalService
from relay_desktop.errors import ServiceUnreachable

Result = TypeVar("Result")

PATIENCE = 4
"""How often nobody may answer in a row, each time after the client's own tries, before the whole has failed."""
FOLDER_PREFIX = "run-"


class PrivateService:
    """A local service with an empty data folder."""

    is_remote = False

    def __init__(self, folder: Path, device: str) -> None:
        self._service = LocalService(folder, device=device)
        self.client: RelayClient

    def start(self) -> None:
        """Bring the child up. Raises LocalServiceFailed."""
        self.client = self._service.client()

    def call(self, function: Callable[[RelayClient], Result]) -> Result:
        """`function(client)`, tried again while a child that died is being started again. Raises RelayError."""
        for _ in range(PATIENCE - 1):
            with contextlib.suppress(ServiceUnreachable):
                return function(self.client)
        return function(self.client)

    def stop(self) -> None:
        """End the child process and everything it started."""
        self._service.stop()


@contextlib.contextmanager
def private_service(device: str) -> Iterator[PrivateService]:
    """A running service; at the end, however it comes, the process is gone and its folder removed.

    Raises LocalServiceFailed.
    """
    folder = make_folder()
    service = PrivateService(folder, device)
    try:
        service.start()
        yield service
    finally:
        with undisturbed():
            service.stop()
            shutil.rmtree(folder, ignore_errors=True)


def make_folder() -> Path:
    """A folder only this user sees, beside the window's data: recordings there can be taken over by a link.

    Where the user folder cannot be written, the system's folder for temporary files has to do.
    """
    base = Path(platformdirs.user_data_dir("relay-desktop", appauthor=False)) / "command-line"
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        remove_abandoned(base)
        return Path(tempfile.mkdtemp(prefix=f"{FOLDER_PREFIX}{os.getpid()}-", dir=base))
    except OSError:
        return Path(tempfile.mkdtemp(prefix="relay-desktop-"))


def remove_abandoned(base: Path) -> None:
    """Clear away what a killed command left: its process id stands in the folder's name."""
    for folder in base.glob(f"{FOLDER_PREFIX}*"):
        pid = folder.name.removeprefix(FOLDER_PREFIX).partition("-")[0]
        if pid.isdigit() and not is_running(int(pid)):
            shutil.rmtree(folder, ignore_errors=True)


def is_running(pid: int) -> bool:
    """Whether a process with this id exists; where that cannot be found out harmlessly, True."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Let a second Ctrl-C wait until the clearing away is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
