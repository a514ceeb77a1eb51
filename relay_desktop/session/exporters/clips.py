"""Clips: the sound of every detection with some context, one WAV each, the detection marked inside."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from inference.audio_file import AudioReader, UnreadableAudio, open_audio
from inference.sentences import sentence, words_of
from relay_desktop.errors import FileProblem
from relay_desktop.session.exporters.cue_points import chunks_with, points_of
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
)
from relay_desktop.session.exporters.placing import (
    check_places,
    free_name,
    make_folder,
    safe_name,
    write_whole,
)
from relay_desktop.session.exporters.times import clock_text, ms_to_frames, span_frames, span_us
from relay_desktop.session.exporters.wav_sound import write_sound

NAME_FIELDS = (
    "file", "n", "type", "start", "end", "start_ms", "end_ms", "duration_ms", "confidence", "verdict", "severity"
)  # fmt: skip


def clip_names(document: ExportDocument, options: ExportOptions) -> list[list[str]]:
    """The names the clips will have, per file, none twice. Raises ExportProblem for a template that cannot be."""
    check_template(options.clip_name)
    digits = max(4, len(str(document.row_count)))
    taken: set[str] = set()
    number = 0
    names: list[list[str]] = []
    for file in document.files:
        names.append([])
        for row in file.rows:
            number += 1
            fields = _name_fields(file, row, f"{number:0{digits}d}")
            name = safe_name(options.clip_name.format_map(fields)).removesuffix(".wav")
            names[-1].append(free_name(name, ".wav", taken))
    return names


def check_template(template: str) -> None:
    """Raises ExportProblem with the fields there are, when the template names another or cannot be read."""
    try:
        fields = [
            name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name is not None
        ]
        template.format_map(dict.fromkeys(NAME_FIELDS, ""))
    except (ValueError, KeyError, IndexError, AttributeError) as error:
        raise ExportProblem(
            sentence("The names “{template}” cannot be made.", template=template),
            sentence("They may use {names}.", names=", ".join(f"{{{name}}}" for name in NAME_FIELDS)),
        ) from error
    if not set(fields) <= set(NAME_FIELDS):
        raise ExportProblem(
            sentence("The names “{template}” cannot be made.", template=template),
            sentence("They may use {names}.", names=", ".join(f"{{{name}}}" for name in NAME_FIELDS)),
        )


def _name_fields(file: ExportFile, row: ExportRow, number: str) -> dict[str, str]:
    start, end = span_us(row, file)
    return {
        "file": file.stem,
        "n": number,
        "type": row.artifact_type,
        "start": clock_text(start).replace(":", "-"),
        "end": clock_text(end).replace(":", "-"),
        "start_ms": str(row.start_ms),
        "end_ms": str(row.end_ms),
        "duration_ms": str(row.end_ms - row.start_ms),
        "confidence": "" if row.confidence is None else f"{row.confidence:.2f}",
        "verdict": row.verdict or "",
        "severity": row.severity or "",
    }


def write_clips(
    document: ExportDocument,
    folder: Path,
    options: ExportOptions,
    *,
    overwrite: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """All clips into one folder; stops between two clips when cancelled.

    Raises ExportProblem, FileProblem, DiskFull; clips already written stay.
    """
    names = clip_names(document, options)
    make_folder(folder)
    check_places(document, (folder / name for inside in names for name in inside), overwrite=overwrite)
    written: list[Path] = []
    for file, inside in zip(document.files, names, strict=True):
        for place, row, audio in _open_rows(file, folder, inside):
            if is_cancelled is not None and is_cancelled():
                return written
            write_whole(place, partial(_write_clip, file, row, audio, options), overwrite=overwrite)
            written.append(place)
            if on_progress is not None:
                on_progress(len(written), document.row_count)
    return written


def _open_rows(
    file: ExportFile, folder: Path, names: list[str]
) -> Iterator[tuple[Path, ExportRow, AudioReader]]:
    if not names:
        return
    if file.path is None:
        raise ExportProblem(
            sentence("The audio of {name} is not on this computer.", name=file.name),
            sentence("Download it first."),
        )
    try:
        audio = open_audio(file.path)
    except UnreadableAudio as error:
        raise FileProblem(error.path, words_of(error)) from error
    with audio:
        for name, row in zip(names, file.rows, strict=True):
            yield folder / name, row, audio


def _write_clip(
    file: ExportFile, row: ExportRow, audio: AudioReader, options: ExportOptions, stream: object
) -> None:
    rate = audio.info.sample_rate_hz
    context = ms_to_frames(options.context_ms, rate)
    start, end = span_frames(row, rate)
    first, last = max(0, start - context), min(audio.info.frames, end + context)
    if first >= last:
        raise ExportProblem(
            sentence(
                "A detection of {name} lies after the end of its audio; is it the same recording?",
                name=file.name,
            )
        )
    tail = chunks_with(points_of(replace(file, rows=(row,)), rate, first))
    write_sound(stream, audio, first, last, tail)  # type: ignore[arg-type]
