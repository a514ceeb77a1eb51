"""Where exports go: names, folders, and files that are there whole or not at all.

Nothing is replaced unless that was asked for, and never a recording. Everything is written beside its place first,
flushed to the disk, then put there under its name in one step.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from inference.audio_file import UnreadableAudio
from inference.sentences import sentence, words_of
from relay_desktop.errors import DiskFull, FileProblem
from relay_desktop.session.exporters.document import ExportDocument

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = set('<>:"/\\|?*')
_RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
_LONGEST_NAME_BYTES = 180


def write_whole(place: Path, write: Callable[[BinaryIO], None], *, overwrite: bool = False) -> None:
    """Let `write` fill a file that then appears at `place`, complete.

    Raises DiskFull, FileProblem (already there, no permission, recording unreadable) and what `write` raises of its
    own; nothing is left behind then.
    """
    if not overwrite and os.path.lexists(place):
        raise already_there([place])
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".export-", suffix=".part")
        part = Path(name)
        with open(handle, "w+b") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        _give_usual_rights(part)
        _put(part, place, overwrite=overwrite)
        part = None
    except FileExistsError as error:
        raise already_there([place]) from error
    except UnreadableAudio as error:
        raise FileProblem(error.path, words_of(error)) from error
    except OSError as error:
        raise _problem(place, error) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _put(part: Path, place: Path, *, overwrite: bool) -> None:
    if overwrite:
        os.replace(part, place)
        return
    try:
        os.link(part, place)  # unlike a rename, it fails where something came in between
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with place.open("xb"):
            pass
        os.replace(part, place)
        return
    part.unlink()


def _give_usual_rights(path: Path) -> None:
    """A temporary file is for its owner alone; the result has the rights of any new file."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def _problem(place: Path, error: OSError) -> FileProblem:
    if error.errno in _NO_ROOM:
        return DiskFull(place, sentence("The disk is full: {name} could not be written.", name=place.name))
    reason = error.strerror or str(error)
    named = Path(str(error.filename)) if error.filename else place
    if named not in (place, place.parent) and named.suffix != ".part":
        return FileProblem(named, sentence("{name} cannot be read: {reason}.", name=named, reason=reason))
    advice = sentence("Choose another folder, or check its permissions.")
    return FileProblem(
        place, sentence("{place} could not be written: {reason}.", place=place, reason=reason), advice
    )


def already_there(places: Sequence[Path]) -> FileProblem:
    """The sentence for files that would have to be replaced."""
    is_one = sentence("{name} is already there.", name=places[0].name)
    are_many = sentence("{name} and {n} more are already there.", name=places[0].name, n=len(places) - 1)
    return FileProblem(
        places[0],
        are_many if len(places) > 1 else is_one,
        sentence("Choose another name or folder, or allow what is there to be replaced."),
    )


def make_folder(folder: Path) -> None:
    """The folder, made where it is missing. Raises FileProblem."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblem(
            folder,
            sentence(
                "The folder {folder} cannot be made: {error}.", folder=folder, error=error.strerror or error
            ),
            sentence("Choose another folder, or check its permissions."),
        ) from error


def check_places(document: ExportDocument, places: Iterable[Path], *, overwrite: bool) -> None:
    """Refuse before anything is written: over a recording always, over other files unless that was asked for.

    Raises FileProblem.
    """
    taken = [place for place in places if os.path.lexists(place)]
    recordings = [Path(file.path) for file in document.files if file.path is not None]
    for place in taken:
        if any(_is_same(place, recording) for recording in recordings):
            raise FileProblem(
                place,
                sentence("{name} is a recording of this review and is not replaced.", name=place.name),
                sentence("Choose another name."),
            )
    if taken and not overwrite:
        raise already_there(taken)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def safe_name(text: str) -> str:
    """`text` as one file name on every system: no separators, no reserved names, not too long."""
    kept = "".join("_" if char in _FORBIDDEN or not char.isprintable() else char for char in text)
    kept = kept.encode("utf-8", "replace")[:_LONGEST_NAME_BYTES].decode("utf-8", "ignore").strip(" .")
    return f"{kept}_" if kept.split(".")[0].casefold() in _RESERVED else kept or "recording"


def free_name(name: str, ending: str, taken: set[str]) -> str:
    """`name` + `ending`, with a number in between when it is taken; `taken` learns it."""
    candidate, number = f"{name}{ending}", 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name}-{number}{ending}"
    taken.add(candidate.casefold())
    return candidate
