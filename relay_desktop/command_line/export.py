"""`relay-desktop export`: results of `detect`, reviews and markers of other programs, written in another format."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from inference.audio_file import UnreadableAudio, probe_audio
from inference.detections import DetectionTable
from inference.tuning import TuningRules, retune
from relay_desktop.command_line import options, output
from relay_desktop.command_line.kept_source import SCOPES, document_of, kept_review
from relay_desktop.errors import RelayError
from relay_desktop.session.exporters import catalogue
from relay_desktop.session.exporters.acceptance import judge, parse_rules
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    Rule,
    rows_from_retuned,
)
from relay_desktop.session.exporters.preview import Audio, ImportPreview
from relay_desktop.session.exporters.timecode import FRAME_RATES

FAILED_RULES = 3

EPILOG = """\
SOURCE is what `relay-desktop detect` or an export wrote as JSON, a review (.relay), the id of a job of the window, or
a file of markers: its format is recognised, or named with --from. --preview shows what was understood and writes
nothing; lines that were not understood are always
told on standard error.

Without --output a text format goes to standard output. With several recordings in a format that holds one each
(labels, regions, EDL, ...), --output names a folder; json, csv, parquet, raven and html go into one file unless
--per-file is given. Nothing is replaced without --overwrite, and never a recording.

What leaves: everything in SOURCE unless --what confirmed (only what a person signed as an artifact); tuning numbers
retune the raw detections of `detect --raw` first.

formats:
"""


def main(arguments: Sequence[str]) -> int:
    """Entry of the command; 0, or 1 when something cannot be read or written."""
    parsed = parser().parse_args(arguments)
    try:
        rules = parse_rules("\n".join(parsed.rule))
        preview = read_source(parsed)
        tell_skipped(preview)
        if parsed.preview:
            print(preview_text(preview))
            return 0
        document = chosen(preview.document, parsed)
        write(document, parsed, rules)
        return tell_outcomes(document, rules)
    except RelayError as problem:
        return _say(f"{problem.title} {problem.advice}")
    except output.OutputProblem as problem:
        return _say(str(problem))


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    formats = "\n".join(f"  {form.key:22}{form.title}. {form.help}" for form in catalogue.all_formats())
    made = argparse.ArgumentParser(
        prog="relay-desktop export",
        description="Write results, or markers of other programs, in another format.",
        epilog=EPILOG + formats,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("source", metavar="SOURCE", type=Path, help="a result, a review, a job or a file of markers")
    made.add_argument("--data-dir", metavar="DIR", type=Path, help="where the window keeps its jobs, for a job's id")
    made.add_argument("--format", choices=catalogue.FORMATS, metavar="FORMAT", help="see below")
    made.add_argument(
        "--from", dest="origin", choices=catalogue.IMPORTABLE, metavar="FORMAT", help="of SOURCE"
    )
    made.add_argument("--output", metavar="PLACE", type=Path, help="a file, or a folder for several")
    made.add_argument("--audio", metavar="FILE", type=Path, help="the recording that markers belong to")
    made.add_argument("--preview", action="store_true", help="say what was understood, write nothing")
    how = made.add_mutually_exclusive_group()
    how.add_argument("--per-file", action="store_true", help="one file per recording")
    how.add_argument("--combined", action="store_true", help="all recordings in one file")
    made.add_argument("--overwrite", action="store_true", help="replace what is already there")
    made.add_argument("--what", choices=tuple(SCOPES), default="all", help="which detections leave")
    options.add_tuning(made, "only for raw detections")
    made.add_argument("--frame-rate", choices=FRAME_RATES, default="25", help="of the EDL's timeline")
    made.add_argument("--context-ms", type=options.milliseconds(60_000), default=500, help="around a clip")
    made.add_argument("--clip-name", metavar="TEMPLATE", default=ExportOptions.clip_name, help="of the clips")
    made.add_argument(
        "--ebu-item",
        metavar="TYPE=ID",
        action="append",
        default=[],
        help="EBU QC item of a type; may be repeated",
    )
    made.add_argument(
        "--rule",
        metavar="RULE",
        action="append",
        default=[],
        help="pass/fail rule such as 'click<=5', 'hum<=2/min' or '*<=20'; may be repeated; ends with 3 on a fail",
    )
    made.add_argument("--reviewer", metavar="NAME", help="who signs the report")
    return made


def read_source(parsed: argparse.Namespace) -> ImportPreview:
    """What SOURCE holds. Raises RelayError."""
    if parsed.format is None and not parsed.preview:
        raise ExportProblem(
            "No format was named.", f"Give --format {'|'.join(catalogue.FORMATS)}, or --preview."
        )
    kept = None if parsed.origin else kept_review(parsed.source, parsed.data_dir)
    parsed.is_kept = kept is not None  # tuned below, with verdicts
    if kept is not None:
        rules = options.rules_for_rows(_with_no_types(parsed)) if options.given_numbers(parsed) else None
        preview = ImportPreview("json", document_of(kept, parsed.what, rules))
    else:
        preview = catalogue.read_markers(parsed.source, parsed.origin, _audio(parsed.audio))
    files = preview.document.files
    if any(not file.name for file in files):
        files = tuple(file if file.name else replace(file, name=parsed.source.stem) for file in files)
    found = tuple(with_header_facts(file) for file in files)
    return replace(preview, document=replace(preview.document, files=found))


def _audio(path: Path | None) -> Audio:
    if path is None:
        return Audio()
    try:
        info = probe_audio(path)
    except UnreadableAudio as error:
        raise ExportProblem(str(error), "Name the recording that the markers belong to.") from error
    return Audio(path.name, os.path.abspath(path), info.sample_rate_hz, info.channels, info.frames)


def with_header_facts(file: ExportFile) -> ExportFile:
    """Rate and length from the recording itself where they are not told and it is there."""
    if file.path is None or (file.sample_rate_hz is not None and file.frames is not None):
        return file
    try:
        info = probe_audio(file.path)
    except UnreadableAudio:
        return file  # formats that cannot do without say so
    return replace(file, sample_rate_hz=info.sample_rate_hz, channels=info.channels, frames=info.frames)


def chosen(document: ExportDocument, parsed: argparse.Namespace) -> ExportDocument:
    """The document as it is to leave: tuned, confirmed only, signed. Raises ExportProblem."""
    given = options.given_numbers(parsed)
    if given and not parsed.is_kept:
        document = tuned(document, options.rules_for_rows(_with_no_types(parsed)))
    if parsed.what == "confirmed":
        document = document.only_confirmed()
    return replace(
        document,
        reviewer=parsed.reviewer or document.reviewer,
        app_version=_version(),
        created_at=document.created_at or datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _with_no_types(parsed: argparse.Namespace) -> argparse.Namespace:
    return argparse.Namespace(**vars(parsed), **{f"type_{name}": [] for name in options.TUNING_FIELDS})


def tuned(document: ExportDocument, rules: TuningRules) -> ExportDocument:
    """Raw detections under the rules, members kept. Raises ExportProblem for what is no raw capture."""
    if document.scope != "raw":
        raise ExportProblem(
            "These detections are tuned already, so they are not tuned again.",
            "Use the answer of `relay-desktop detect --raw`.",
        )
    files = []
    for file in document.files:
        rows = [{name: getattr(row, name) for name in _TABLE_FIELDS} for row in file.rows]
        raw = DetectionTable.from_rows(row | {"confidence": row["confidence"] or 0.0} for row in rows)
        files.append(replace(file, rows=rows_from_retuned(raw, retune(raw, rules))))
    return replace(document, files=tuple(files), rules=rules, scope="shown")


_TABLE_FIELDS = ("artifact_type", "start_ms", "end_ms", "confidence")


def write(document: ExportDocument, parsed: argparse.Namespace, rules: tuple[Rule, ...] = ()) -> None:
    """To standard output or to its place; the places are told. Raises RelayError, OutputProblem."""
    form = catalogue.format_of(parsed.format)
    ebu_items = dict(pair.partition("=")[::2] for pair in parsed.ebu_item)
    how = ExportOptions(parsed.frame_rate, 1, parsed.context_ms, parsed.clip_name, ebu_items, rules)
    combined = (form.combines or parsed.combined) and not parsed.per_file
    if parsed.output is None:
        if form.lines is None or (len(document.files) > 1 and not combined):
            raise ExportProblem("This makes files.", "Give --output FOLDER.")
        output.write("".join(form.lines(document, how)), None)
        return
    if len(document.files) > 1 and not combined and parsed.output.is_file():
        raise ExportProblem(f"{parsed.output} is a file.", "Name a folder: there is one file per recording.")
    written = catalogue.export(
        document, form, parsed.output, combined=combined, overwrite=parsed.overwrite, options=how
    )
    for path in written[:20]:
        print(path)
    if len(written) > 20:
        print(f"... {len(written)} files in all")


def tell_outcomes(document: ExportDocument, rules: tuple[Rule, ...]) -> int:
    """Which rules a recording breaks, on standard error; 3 when there is one, else 0."""
    broken = [outcome for outcome in judge(document, rules) if not outcome.is_kept]
    for outcome in broken:
        found = "it cannot be told" if outcome.found is None else f"there are {outcome.found:g}"
        print(f"relay-desktop export: FAIL {outcome.file.name}: {outcome.rule.words()}, {found}", file=sys.stderr)
    return FAILED_RULES if broken else 0


def tell_skipped(preview: ImportPreview, most: int = 20) -> None:
    """What was not understood, on standard error."""
    for skipped in preview.skipped[:most]:
        where = f"line {skipped.line}: " if skipped.line else ""
        print(
            f"relay-desktop export: left out {where}{skipped.reason}: {skipped.text[:80]!r}", file=sys.stderr
        )
    if len(preview.skipped) > most:
        print(f"relay-desktop export: {len(preview.skipped) - most} more were left out.", file=sys.stderr)


def preview_text(preview: ImportPreview) -> str:
    """What was understood, for a person: the sentence, then counts per recording and type."""
    lines = [f"{catalogue.format_of(preview.format_key).title}: {preview.sentence()}"]
    for file in preview.document.files:
        lines.append(f"{file.name}: {len(file.rows)}")
        for name in file.type_names():
            lines.append(f"  {name}: {sum(row.artifact_type == name for row in file.rows)}")
    return "\n".join(lines).encode("utf-8", "replace").decode()


def _version() -> str:
    from importlib import metadata

    return metadata.version("relay-desktop")


def _say(sentence: str) -> int:
    print(f"relay-desktop export: {sentence}", file=sys.stderr)
    return 1
