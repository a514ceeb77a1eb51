"""A report to read and print: one HTML page that needs nothing else.

Settings, counts per type and per minute, the whole waveform with the detections marked, a table with a small waveform
of each. When a person judged any detection, only those signed as artifacts are in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from relay_desktop.session.exporters.acceptance import Outcome, judge, verdict_words
from relay_desktop.session.exporters.document import (
    SCOPE_TEXT,
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportRow,
)
from relay_desktop.session.exporters.report_style import STYLE
from relay_desktop.session.exporters.report_waveform import Waveforms
from relay_desktop.session.exporters.times import clock_text, span_us
from relay_desktop.session.exporters.type_colours import colour_of
from relay_desktop.session.exporters.xml_text import escaped

_COLUMNS = ("", "Type", "Start", "End", "Length", "Confidence", "Verdict", "Severity", "Reason and note")
MOST_MINUTES = 600
_MINUTE_US = 60_000_000


def lines(document: ExportDocument, options: ExportOptions) -> Iterator[str]:
    """The page. Waveforms are left out of a recording that is not there or cannot be read."""
    left_out = 0
    if document.has_verdicts and document.scope != "confirmed":
        everything = document.row_count
        document = document.only_confirmed()
        left_out = everything - document.row_count
    title = document.files[0].name if len(document.files) == 1 else f"{len(document.files)} recordings"
    headline = f"Artifacts in {_html(title)}"
    yield f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{headline}</title>\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<style>{STYLE}{''.join(_type_rules(document))}</style>\n</head>\n<body>\n<h1>{headline}</h1>\n"
    yield from _settings(document, left_out)
    yield from _acceptance(judge(document, options.rules))
    for file in document.files:
        yield from _recording(file)
    yield "</body>\n</html>\n"


def _html(text: str) -> str:
    return escaped(text).replace("&#10;", "<br>")


def _type_rules(document: ExportDocument) -> Iterator[str]:
    """A style class per type, so that a row of the table need not repeat its colour."""
    for name in _types(document.files):
        yield f".{type_class(name)}{{color:#{colour_of(name)};fill:#{colour_of(name)}}}"


def type_class(artifact_type: str) -> str:
    """The style class of a type: its colour."""
    return f"t{colour_of(artifact_type)}"


def _types(files: Sequence[ExportFile]) -> tuple[str, ...]:
    return tuple(sorted({name for file in files for name in file.type_names()}))


def _settings(document: ExportDocument, left_out: int) -> Iterator[str]:
    told: dict[str, str | None] = {
        "Reported": SCOPE_TEXT[document.scope],
        "Left out": _left_out_text(left_out),
        "Filter": document.filter_words or None,
        "Reviewer": document.reviewer,
        "Model": document.model_id,
        "Job": document.job_id,
        "Made": f"{document.created_at} with Relay Desktop {document.app_version}".strip(),
    }
    if document.rules is not None and document.scope != "raw":
        config = document.rules.config
        told["Tuning"] = (
            f"threshold {config.threshold:g}, merge window {config.merge_window_ms} ms, "
            f"minimum duration {config.min_duration_ms} ms"
        )
        for name in sorted(document.rules.by_type):
            own = document.rules.for_type(name)
            told[f"Tuning of {name}"] = (
                f"threshold {own.threshold:g}, merge window {own.merge_window_ms} ms, "
                f"minimum duration {own.min_duration_ms} ms"
            )
    yield "<dl>\n"
    for name, value in told.items():
        if value:
            yield f"<dt>{_html(name)}</dt><dd>{_html(value)}</dd>\n"
    yield "</dl>\n"


def _acceptance(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Which rules each recording keeps; nothing where there are no rules."""
    if not outcomes:
        return
    yield f"<h2>{verdict_words(outcomes)}</h2>\n<table class=counts><tr><th>Recording<th>Rule<th>Found<th></tr>\n"
    for outcome in outcomes:
        found = "–" if outcome.found is None else f"{outcome.found:.4g}"
        word = "pass" if outcome.is_kept else "<b>fail</b>"
        yield f"<tr><td>{_html(outcome.file.name)}<td>{_html(outcome.rule.words())}<td>{found}<td>{word}</tr>\n"
    yield "</table>\n"


def _left_out_text(left_out: int) -> str | None:
    if left_out == 0:
        return None
    return f"{left_out} detection{'' if left_out == 1 else 's'} that nobody signed as an artifact"


def _recording(file: ExportFile) -> Iterator[str]:
    length_s = file.length_s
    facts = [
        clock_text(round(length_s * 1_000_000)) if length_s is not None else None,
        f"{file.sample_rate_hz} Hz" if file.sample_rate_hz else None,
        f"{file.channels} channel{'s' if file.channels != 1 else ''}" if file.channels else None,
        file.path,
        f"SHA-256 {file.audio_sha256}" if file.audio_sha256 else None,
    ]
    yield f"<section>\n<h2>{_html(file.name)}</h2>\n<p class=facts>{_html(' · '.join(filter(None, facts)))}</p>\n"
    with Waveforms(file) as waveforms:
        yield waveforms.overview()
        yield from _counts(file)
        yield from _table(file, waveforms)
    yield "</section>\n"


def _counts(file: ExportFile) -> Iterator[str]:
    counts = Counter(row.artifact_type for row in file.rows)
    minutes = (file.length_s or 0.0) / 60
    yield "<table class=counts><tr><th>Type<th>Count<th>Per minute<th>Covered</tr>\n"
    for name, count in sorted(counts.items()):
        rate = f"{count / minutes:.2f}" if minutes else "–"
        covered = sum(row.end_ms - row.start_ms for row in file.rows if row.artifact_type == name)
        yield f"<tr><td class={type_class(name)}>{_html(name)}<td>{count}<td>{rate}<td>{covered / 1000:.3f} s</tr>\n"
    overall = f"{len(file.rows) / minutes:.2f}" if minutes else "–"
    yield f"<tr class=sum><td>All<td>{len(file.rows)}<td>{overall}<td></tr>\n"
    yield "</table>\n"
    yield from _minutes(file)


def _minutes(file: ExportFile) -> Iterator[str]:
    """How many began in each minute, minutes without any left out; a table only where it says more than the sum."""
    types = _types((file,))
    per_minute = Counter((row.start_ms * 1000 // _MINUTE_US, row.artifact_type) for row in file.rows)
    minutes = sorted({minute for minute, _name in per_minute})
    if len(minutes) < 2:
        return
    heads = "".join(f"<th>{_html(name)}" for name in types)
    yield f"<details open><summary>Per minute</summary><table class=counts><tr><th>Minute{heads}</tr>\n"
    for minute in minutes[:MOST_MINUTES]:
        cells = "".join(f"<td>{per_minute[minute, name] or ''}" for name in types)
        yield f"<tr><td>{minute // 60}:{minute % 60:02d}{cells}</tr>\n"
    yield "</table>\n"
    if len(minutes) > MOST_MINUTES:
        yield f"<p>The first {MOST_MINUTES} of {len(minutes)} minutes with detections.</p>\n"
    yield "</details>\n"


def _table(file: ExportFile, waveforms: Waveforms) -> Iterator[str]:
    if not file.rows:
        yield "<p>No detections.</p>\n"
        return
    yield f"<table class=rows><thead><tr>{''.join(f'<th>{name}' for name in _COLUMNS)}</tr></thead>\n"
    for row in file.rows:
        yield _table_row(file, row, waveforms.of_row(row))
    yield "</table>\n"
    if waveforms.left_out:
        yield f"<p>A waveform is shown for the first {waveforms.drawn} of {len(file.rows)} detections.</p>\n"


def _table_row(file: ExportFile, row: ExportRow, picture: str) -> str:
    start, end = span_us(row, file)
    confidence = "" if row.confidence is None else f"{row.confidence:.2f}"
    said = " · ".join(filter(None, (row.reason, row.note)))
    joined = f" <small>of {len(row.members)}</small>" if row.members else ""
    return (
        f"<tr><td>{picture}<td class={type_class(row.artifact_type)}>{_html(row.artifact_type)}{joined}"
        f"<td>{clock_text(start)}<td>{clock_text(end)}<td>{(end - start) / 1000:g} ms<td>{confidence}"
        f"<td>{row.verdict or ''}<td>{row.severity or ''}<td dir=auto>{_html(said)}</tr>\n"
    )
