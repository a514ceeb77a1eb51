"""Uploaded audio on disk: one file per id, complete or not there at all."""

from __future__ import annotations

import hashlib
import os
import time
import uuid
from collections.abc import Collection
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from inference.audio_file import AUDIO_SUFFIXES
from inference.service.refusals import Refusal, disk_full, is_disk_full

LONGEST_NAME = 255
ABANDONED_S = 3600.0


class Inbox:
    """The folder with the uploads of a service. Names in it are made here; a client's name never becomes one."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder

    def path(self, stored_name: str) -> Path:
        """Where the audio with this stored name lies or will lie."""
        return self._folder / stored_name

    def arrival(self, stored_name: str) -> Arrival:
        """Begin to receive a file. Raises Refusal 507."""
        return Arrival(self.path(stored_name))

    def size(self, stored_name: str) -> int | None:
        """Bytes that have arrived under this name; None when nothing has."""
        try:
            return self.path(stored_name).stat().st_size
        except FileNotFoundError:
            return None

    def settle(self, stored_name: str) -> None:
        """Flush a file to the disk, so that a confirmed upload survives a power cut. Raises Refusal 507."""
        try:
            _flush(self.path(stored_name), os.O_RDONLY)
            _flush(self._folder, os.O_RDONLY)
        except PermissionError:
            # Windows flushes only what is open for writing; a hard link to the person's own file is not.
            return
        except OSError as error:
            raise _as_refusal(error) from error

    def remove(self, stored_name: str) -> None:
        """Delete a file, if it is there."""
        self.path(stored_name).unlink(missing_ok=True)

    def sweep(self, known: Collection[str]) -> None:
        """Remove what interrupted uploads and forgotten jobs left behind; `known` are the names in use.

        What was touched within ABANDONED_S is left: a client may be copying into it at this moment.
        """
        for path in self._folder.iterdir():
            if path.name not in known and time.time() - path.stat().st_mtime > ABANDONED_S:
                path.unlink(missing_ok=True)


class Arrival:
    """One upload under way: written beside its place, moved there when it is whole."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._part = target.with_name(f"{target.name}.{uuid.uuid4().hex}.part")
        self.size = 0
        self._digest = hashlib.sha256()
        try:
            self._file: BinaryIO = self._part.open("xb")
        except OSError as error:
            raise _as_refusal(error) from error

    def write(self, data: bytes | memoryview) -> None:
        """Add bytes. Raises Refusal 507 when the disk is full."""
        try:
            self._file.write(data)
        except OSError as error:
            raise _as_refusal(error) from error
        self._digest.update(data)
        self.size += len(data)

    @property
    def sha256(self) -> str:
        """The hash of what has come so far."""
        return self._digest.hexdigest()

    def finish(self) -> None:
        """The file is whole: put it in its place. Raises Refusal 507."""
        try:
            self._file.close()
            os.replace(self._part, self._target)
        except OSError as error:
            raise _as_refusal(error) from error

    def discard(self) -> None:
        """Forget what came so far; does nothing after `finish`."""
        try:
            self._file.close()
        except OSError:
            # What could not be flushed is removed anyway.
            pass
        self._part.unlink(missing_ok=True)


def bare_name(name: str) -> str:
    """A client's file name without directories and control characters; never empty, never a path."""
    name = PurePosixPath(PureWindowsPath(name).name).name
    name = "".join(letter for letter in name if letter.isprintable()).strip()
    return name[-LONGEST_NAME:] if name not in {"", ".", ".."} else "audio"


def stored_name(file_id: str, original_filename: str) -> str:
    """The name inside the inbox: the id, with the suffix where it is one of audio."""
    suffix = PurePosixPath(original_filename).suffix.lower()
    return file_id + (suffix if suffix in AUDIO_SUFFIXES else "")


def _flush(path: Path, flags: int) -> None:
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _as_refusal(error: OSError) -> Exception:
    if is_disk_full(error):
        return disk_full()
    return Refusal(500, f"The service could not keep the file: {error.strerror}.")
