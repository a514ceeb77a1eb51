"""Peaks on disk: a pyramid under a key of the recording's content, bounded in size."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from pathlib import Path

import numpy as np

from relay_desktop.audio.peaks import PeakPyramid

log = logging.getLogger(__name__)

MAX_CACHE_BYTES = 1 << 30
KINDS = ("peaks", "clicks")
_FORMAT = 1
_SAMPLED_BYTES = 1 << 16


def content_key(path: Path) -> str:
    """A name for the file's content: size, time of change, hash of its first and last 64 KiB.

    Raises OSError when the file cannot be read.
    """
    stat = path.stat()
    digest = hashlib.sha256(f"{_FORMAT}:{stat.st_size}:{stat.st_mtime_ns}:".encode())
    with path.open("rb") as file:
        digest.update(file.read(_SAMPLED_BYTES))
        file.seek(max(0, stat.st_size - _SAMPLED_BYTES))
        digest.update(file.read(_SAMPLED_BYTES))
    return digest.hexdigest()[:40]


def load_peaks(entry: Path, empty: PeakPyramid) -> bool:
    """Fills `empty` from a cache entry. False when there is none or it is of no use (it is then removed)."""
    try:
        with entry.open("rb") as file:
            empty.take_arrays([np.load(file, allow_pickle=False) for _ in empty.arrays()])
        os.utime(entry)
    except FileNotFoundError:
        return False
    except (OSError, ValueError, EOFError) as error:
        log.warning("cached peaks %s are of no use and are made again: %s", entry.name, error)
        entry.unlink(missing_ok=True)
        return False
    return True


def save_peaks(entry: Path, pyramid: PeakPyramid, max_bytes: int = MAX_CACHE_BYTES) -> bool:
    """Writes a complete pyramid, then drops the least recently used entries beyond `max_bytes`.

    False (and a line in the log) when the disk does not take it: the peaks are then made again next time.
    """
    part: Path | None = None
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=entry.parent, suffix=".part", delete=False) as file:
            part = Path(file.name)
            for values in pyramid.arrays():
                np.save(file, values, allow_pickle=False)
        part.replace(entry)
        trim_cache(entry.parent, max_bytes)
    except OSError as error:
        log.warning("peaks could not be kept for the next time: %s", error)
        if part is not None:
            part.unlink(missing_ok=True)
        return False
    return True


def trim_cache(folder: Path, max_bytes: int) -> None:
    """Removes the least recently used entries until the folder's peaks fit `max_bytes`."""
    entries = sorted(
        (
            (stat.st_mtime_ns, stat.st_size, path)
            for kind in KINDS
            for path in folder.glob(f"*.{kind}")
            if (stat := path.stat())
        ),
        reverse=True,
    )
    total = 0
    for _, size, path in entries:
        total += size
        if total > max_bytes:
            path.unlink(missing_ok=True)


def entry_path(folder: Path, path: Path, kind: str = "peaks") -> Path:
    """Where the peaks of a recording are kept. Raises OSError when the recording cannot be read."""
    return folder / f"{content_key(path)}.{kind}"
