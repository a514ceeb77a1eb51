"""The portable review: one `.relay` file with everything a colleague needs, with or without the audio.

It is a ZIP archive: `review.json` with settings, verdicts, hand-made detections and marks, `detections/N.npz` with what
the model heard in file N, and `audio/N/NAME` where the audio travels with it. It is written whole or not at all, and
what is read from it is checked before anything of it is used.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final

from inference.sentences import sentence
from inference.tuning import TuningRules
from inference.tuning_config import TuningConfig
from relay_desktop.errors import FileProblem
from relay_desktop.session.exporters.document import ExportProblem
from relay_desktop.session.exporters.placing import make_folder, write_whole
from relay_desktop.session.hand_made import HandMade, Replaced
from relay_desktop.session.kept_review import KeptFile, KeptReview
from relay_desktop.session.mark_store import ChosenThreshold, Exclusion
from relay_desktop.session.result_store import packed, unpacked
from relay_desktop.session.verdicts import JudgedSpan, Verdict

SUFFIX: Final = ".relay"
VERSION: Final = 1
_HEAD: Final = "review.json"
_COPY_BYTES: Final = 1 << 20
# Far above any review; a hostile archive must not fill the memory.
_MOST_JSON_BYTES: Final = 1 << 30
_MOST_TABLE_BYTES: Final = 1 << 30

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Abandoned(Exception):
    """The writing was cancelled; nothing is left of it."""


def write_review(
    kept: KeptReview,
    path: Path,
    *,
    with_audio: bool,
    app_version: str = "",
    on_progress: Progress | None = None,
    is_cancelled: Cancelled | None = None,
) -> Path:
    """Write a review to one file, replacing what is there; its place.

    Raises FileProblem, DiskFull, ExportProblem (audio is wanted but not there), Abandoned.
    """
    missing = [file.name for file in kept.files if not (file.path is not None and file.path.is_file())]
    if with_audio and missing:
        raise ExportProblem(
            sentence("The audio of {name} is not at its place.", name=missing[0]),
            sentence("Locate it first, or save the review without audio."),
        )
    path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def write(stream: BinaryIO) -> None:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
            archive.writestr(
                _HEAD, json.dumps(_head(kept, with_audio, app_version), ensure_ascii=True, indent=1)
            )
            for number, file in enumerate(kept.files):
                _write_file(archive, number, file, with_audio, is_cancelled)
                if on_progress is not None:
                    on_progress(number + 1, len(kept.files))

    make_folder(path.parent)
    write_whole(path, write, overwrite=True)
    return path


def _write_file(
    archive: zipfile.ZipFile, number: int, file: KeptFile, with_audio: bool, is_cancelled: Cancelled | None
) -> None:
    if file.heard is not None:
        stored = zipfile.ZipInfo(f"detections/{number}.npz")
        archive.writestr(stored, packed(file.heard), zipfile.ZIP_STORED)
    if not with_audio or file.path is None:
        return
    entry = zipfile.ZipInfo(_audio_place(number, file))  # stored: sound hardly shrinks
    with file.path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        while block := source.read(_COPY_BYTES):
            if is_cancelled is not None and is_cancelled():
                raise Abandoned
            target.write(block)


def _audio_place(number: int, file: KeptFile) -> str:
    safe = "".join(char if char.isprintable() and char not in '/\\:*?"<>|' else "_" for char in file.name)
    return f"audio/{number}/{safe.encode('utf-8', 'replace').decode()[-120:] or 'recording'}"


def _head(kept: KeptReview, with_audio: bool, app_version: str) -> dict[str, Any]:
    return {
        "relay_review_version": VERSION,
        "app_version": app_version,
        "title": kept.title,
        "model_id": kept.model_id,
        "job_id": kept.job_id,
        "created_at": kept.created_at,
        "config": kept.config.to_json() if kept.config is not None else None,
        "tuning": kept.rules.to_json() if kept.rules is not None else None,
        "evidence": [vars(chosen) for chosen in kept.evidence],
        "files": [_file_value(number, file, with_audio) for number, file in enumerate(kept.files)],
    }


def _file_value(number: int, file: KeptFile, with_audio: bool) -> dict[str, Any]:
    return {
        "key": file.key,
        "name": file.name,
        "path": str(file.path) if file.path is not None else None,
        "duration_s": file.duration_s,
        "detections": f"detections/{number}.npz" if file.heard is not None else None,
        "audio": _audio_place(number, file) if with_audio and file.path is not None else None,
        "is_done": file.is_done,
        "verdicts": [_without(span, "span_id") for span in file.spans],
        "hand_made": [_without(made, "hand_id") for made in file.hand_made],
        "exclusions": [_without(one, "exclusion_id") for one in file.exclusions],
    }


def _without(record: Any, number: str) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record) if field.name != number}


def is_review(path: Path) -> bool:
    """Whether a file is a portable review, by its content."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _HEAD in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def read_review(path: Path, audio_folder: Path | None = None) -> KeptReview:
    """Read a review. Audio that travels with it is put into `audio_folder`, each file once; without one it stays.

    Raises FileProblem, ExportProblem with a sentence where it is damaged, foreign or newer.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            head = _checked_head(archive, path)
            files = tuple(_file_of(archive, value, path, audio_folder) for value in head["files"])
            return _review_of(head, files)
    except OSError as error:
        raise FileProblem(
            path, sentence("{path} cannot be read: {error}.", path=path, error=error.strerror or error)
        ) from error
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ExportProblem(
            sentence("{name} is damaged or no review: {error}.", name=path.name, error=error),
            sentence("Ask for the file again."),
        ) from error


def _checked_head(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_read(archive, _HEAD, _MOST_JSON_BYTES))
    version = found["relay_review_version"]
    if not isinstance(version, int) or version > VERSION:
        raise ExportProblem(
            sentence("{name} was written by a newer version of Relay Desktop.", name=path.name),
            sentence("Install that version to open it."),
        )
    return found


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    if archive.getinfo(name).file_size > most:
        raise ValueError(sentence("{name} is larger than any review", name=name))
    with archive.open(name) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise ValueError(sentence("{name} is larger than any review", name=name))
    return content


def _review_of(head: Mapping[str, Any], files: tuple[KeptFile, ...]) -> KeptReview:
    return KeptReview(
        str(head["title"]),
        head["model_id"],
        files,
        TuningRules.from_json(head["tuning"]) if head["tuning"] is not None else None,
        TuningConfig.from_json(head["config"]) if head["config"] is not None else None,
        tuple(ChosenThreshold(**value) for value in head["evidence"]),
        str(head.get("job_id") or ""),
        str(head.get("created_at") or ""),
    )


def _file_of(
    archive: zipfile.ZipFile, value: Mapping[str, Any], path: Path, audio_folder: Path | None
) -> KeptFile:
    heard = value["detections"]
    table = unpacked(_read(archive, heard, _MOST_TABLE_BYTES)) if heard is not None else None
    known = KeptFile(
        str(value["key"]),
        str(value["name"]),
        Path(value["path"]) if value["path"] is not None else None,
        value["duration_s"],
        table,
        tuple(JudgedSpan(**{**span, "verdict": Verdict(span["verdict"])}) for span in value["verdicts"]),
        tuple(HandMade(**{**made, "replaces": _replaced(made["replaces"])}) for made in value["hand_made"]),
        tuple(Exclusion(**one) for one in value["exclusions"]),
        bool(value["is_done"]),
    )
    _check_spans(known)
    return replace(known, path=_place_of_audio(archive, value, known, path, audio_folder))


def _replaced(value: Any) -> Replaced | None:
    return None if value is None else Replaced(*value)


def _check_spans(file: KeptFile) -> None:
    """Numbers are numbers: what is written into the library must be readable from it."""
    stretches: list[JudgedSpan | HandMade | Exclusion] = [*file.spans, *file.hand_made, *file.exclusions]
    for one in stretches:
        if type(one.start_ms) is not int or type(one.end_ms) is not int or one.end_ms < one.start_ms:
            raise ValueError(
                sentence("a stretch of {name} ends before it starts or has no times", name=file.name)
            )


def _place_of_audio(
    archive: zipfile.ZipFile, value: Mapping[str, Any], file: KeptFile, path: Path, folder: Path | None
) -> Path | None:
    """The recording: where it was, beside the review, or taken out of it."""
    if value["audio"] is not None and folder is not None:
        return _extracted(archive, value["audio"], folder)
    for place in (file.path, path.parent / file.name):
        if place is not None and place.is_file():
            return place
    return file.path


def _extracted(archive: zipfile.ZipFile, name: str, folder: Path) -> Path:
    number, base = PurePosixPath(name).parts[-2:]
    if not number.isdigit() or base in ("", ".", "..") or set(base) & set("/\\"):
        raise ValueError(sentence("{name} is no place for a recording", name=name))
    target = folder / number / base
    if target.is_file() and target.stat().st_size == archive.getinfo(name).file_size:
        return target
    target.parent.mkdir(parents=True, exist_ok=True)

    def write(stream: BinaryIO) -> None:
        with archive.open(name) as source:
            shutil.copyfileobj(source, stream, _COPY_BYTES)

    write_whole(target, write, overwrite=True)
    return target
