"""Originals fetched from a server, kept on this computer up to a number of bytes; the longest unused go first."""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from pathlib import Path, PurePosixPath, PureWindowsPath

from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.transfer import IsCancelled, OnProgress, download_file

log = logging.getLogger(__name__)

LONGEST_NAME_BYTES = 120


class AudioCache:
    """A folder of downloaded audio. Thread-safe; two requests for one file fetch it once."""

    def __init__(self, folder: Path, limit_bytes: int = 10 * 1024**3) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._lock = threading.Lock()
        self._fetching: dict[Path, threading.Lock] = {}

    def path_of(self, server: str, job_id: str, file_id: str, name: str) -> Path:
        """Where a file is or would be kept. `name` is the server's and only its last part is used."""
        place = hashlib.sha256("\0".join((server, job_id, file_id)).encode()).hexdigest()[:32]
        return self._folder / place / safe_name(name)

    def fetch(
        self,
        client: RelayClient,
        job_id: str,
        file_id: str,
        name: str,
        *,
        expected_bytes: int | None = None,
        on_progress: OnProgress = lambda done, total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> Path:
        """The file's audio on this computer, downloaded where it is not here yet; of this size where one is known.

        Raises what `download_file` raises; nothing incomplete is ever kept.
        """
        path = self.path_of(client.base_url, job_id, file_id, name)
        with self._lock:
            turn = self._fetching.setdefault(path, threading.Lock())
        with turn:
            if not path.is_file():
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                download_file(
                    client,
                    job_id,
                    file_id,
                    path,
                    expected_bytes=expected_bytes,
                    on_progress=on_progress,
                    is_cancelled=is_cancelled,
                )
            os.utime(path)
        self._make_room(path)
        return path

    def size_bytes(self) -> int:
        """What is kept at present."""
        return sum(size for _used, size, _path in self._kept())

    def clear(self) -> None:
        """Remove everything."""
        for _used, _size, path in self._kept():
            _remove(path)

    def _make_room(self, keep: Path) -> None:
        with self._lock:
            kept = sorted(self._kept())
            total = sum(size for _used, size, _path in kept)
            for _used, size, path in kept:
                if total <= self._limit_bytes:
                    return
                if path != keep:
                    _remove(path)
                    total -= size

    def _kept(self) -> list[tuple[int, int, Path]]:
        """Last use, size and path of every complete file."""
        found = []
        for path in self._folder.glob("*/*"):
            try:
                facts = path.stat()
            except FileNotFoundError:
                continue
            if path.suffix != ".part":
                found.append((facts.st_mtime_ns, facts.st_size, path))
        return found


def safe_name(name: str) -> str:
    """The last part of a server's file name, fit for every file system; never empty, never a path."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    kept = "".join("_" if letter in '<>:"/\\|?*' else letter for letter in last if letter.isprintable())
    while len(kept.encode()) > LONGEST_NAME_BYTES:
        kept = kept[1:]
    return kept.strip(". ") or "audio"


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
        path.parent.rmdir()
    except OSError as error:
        # In use (Windows), or another file has come into the folder: it goes another time.
        log.info("%s stays in the cache for now: %s", path, error)
