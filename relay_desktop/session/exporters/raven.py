"""Raven selection table: tab-separated, UTF-8 without BOM.

Begin and End Time count over the sequence of files open in Raven, so over all files of a combined export one after
the other; Begin Path and File Offset say the same within each file. Opened as a *selection table* Raven believes the
former, as a *sound selection table* the latter; both agree as long as the same files are open in the same order.
Source: Raven Pro manual, "Selection tables"; the readers of Rraven and BirdNET.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from inference.sentences import sentence, words_of
from relay_desktop.session.exporters.document import (
    SEVERITIES,
    VERDICTS,
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
)
from relay_desktop.session.exporters.label_text import note_text, type_text, unquoted
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text, lines_of
from relay_desktop.session.exporters.row_fields import one_of
from relay_desktop.session.exporters.times import frames_to_us, parse_seconds_us, seconds_text, span_us

_HEADER = (
    "Selection",
    "View",
    "Channel",
    "Begin Time (s)",
    "End Time (s)",
    "Low Freq (Hz)",
    "High Freq (Hz)",
    "Begin Path",
    "File Offset (s)",
    "Annotation",
    "Confidence",
    "Verdict",
    "Severity",
    "Reason",
    "Note",
)
_TYPE_COLUMNS = ("annotation", "common name", "species", "label", "tag")
_HIGHEST_HZ = 20_000


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """All files as one sequence. Raises ExportProblem when the length of one that is not the last is unknown."""
    yield "\t".join(_HEADER) + "\n"
    number, offset_us = 0, 0
    for place, file in enumerate(document.files):
        high = (file.sample_rate_hz or 2 * _HIGHEST_HZ) // 2
        path = note_text(file.path or file.name)
        for row in file.rows:
            number += 1
            start, end = span_us(row, file)
            times = f"{seconds_text(offset_us + start)}\t{seconds_text(offset_us + end)}"
            head = f"{number}\tSpectrogram 1\t1\t{times}\t0\t{high}\t{path}\t{seconds_text(start)}"
            yield f"{head}\t{_said(row)}\n"
        if place + 1 < len(document.files):
            offset_us += _length_us(file)


def _said(row: ExportRow) -> str:
    confidence = "" if row.confidence is None else repr(row.confidence)
    told = (confidence, row.verdict or "", row.severity or "", note_text(row.reason), note_text(row.note))
    return "\t".join((type_text(row.artifact_type), *told))


def _length_us(file: ExportFile) -> int:
    if file.frames is not None and file.sample_rate_hz:
        return frames_to_us(file.frames, file.sample_rate_hz)
    if file.duration_s is None:
        raise ExportProblem(
            sentence(
                "The length of {name} is not known, so the times of the recordings after it cannot be given.",
                name=file.name,
            ),
            sentence("Export one table per recording, or make the audio reachable."),
        )
    return round(file.duration_s * 1_000_000)


def read(content: bytes, audio: Audio) -> ImportPreview:
    """A table of Raven, BirdNET or this program; one recording per Begin Path. Raises ExportProblem."""
    rows = lines_of(as_text(content))
    header = [name.strip().casefold() for name in rows[0].split("\t")]
    if not {"begin time (s)", "end time (s)"} <= set(header):
        raise ExportProblem(
            sentence("This is no Raven selection table: it lacks Begin Time (s) and End Time (s).")
        )
    readers: dict[str, RowReader] = {}
    skipped = RowReader(audio)
    for number, line in enumerate(rows[1:], 2):
        if line.strip():
            fields = dict(zip(header, line.split("\t"), strict=False))
            path = unquoted(fields.get("begin path", ""))
            reader = readers.setdefault(path, replace(skipped, rows=[], skipped=skipped.skipped))
            _read_line(reader, number, line, fields)
    return _preview(readers, skipped)


def _preview(readers: Mapping[str, RowReader], skipped: RowReader) -> ImportPreview:
    """One path is the recording that was named by the caller, if one was; several are recordings of their own."""
    files: list[ExportFile] = []
    for path, reader in readers.items():
        if path and (len(readers) > 1 or not reader.audio.name):
            reader.audio = Audio(path.replace("\\", "/").rpartition("/")[2], path)
        files += reader.preview("raven").document.files
    if not files:
        return skipped.preview("raven")
    return ImportPreview("raven", ExportDocument(tuple(files)), tuple(skipped.skipped))


def _read_line(reader: RowReader, number: int, line: str, fields: Mapping[str, str]) -> None:
    try:
        start, end = parse_seconds_us(fields["begin time (s)"]), parse_seconds_us(fields["end time (s)"])
        if fields.get("file offset (s)", "").strip():
            offset = parse_seconds_us(fields["file offset (s)"])
            start, end = offset, offset + end - start
        reader.take(number, line, _row(fields), start, end)
    except (ValueError, KeyError) as error:
        reader.skip(number, line, words_of(error))


def _row(fields: Mapping[str, str]) -> ExportRow:
    named = next((fields[name] for name in _TYPE_COLUMNS if fields.get(name, "").strip()), "selection")
    confidence = fields.get("confidence", "").strip()
    return ExportRow(
        unquoted(named),
        0,
        0,
        min(1.0, max(0.0, float(confidence))) if confidence else None,
        one_of(fields.get("verdict", ""), VERDICTS, "verdict"),
        one_of(fields.get("severity", ""), SEVERITIES, "severity"),
        unquoted(fields.get("reason", "")),
        unquoted(fields.get("note", "")),
    )


def recognises(head: str) -> bool:
    """Whether the first line is that of a selection table."""
    return "Begin Time (s)\t" in head.split("\n", 1)[0]
