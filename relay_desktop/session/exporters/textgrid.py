"""Praat TextGrid, long text form: one interval tier per artifact type, points in a TextTier.

Intervals of a tier tile the recording, gaps with empty text, and cannot overlap: what overlaps goes to a further tier
of its type ("click (2)"). Source: Praat manual, "TextGrid file formats".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inference.sentences import sentence
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
)
from relay_desktop.session.exporters.label_text import label_of, parse_label, type_text
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text
from relay_desktop.session.exporters.times import parse_seconds_us, seconds_text, span_us

Timed = tuple[int, int, ExportRow]

# Free-standing numbers and strings are all that Praat itself reads; names, colons and [indices] are for people.
_TOKEN = re.compile(r'"((?:[^"]|"")*)"|(?<![\w\[.])(-?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?)(?![\w\]])')


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """The TextGrid of the document's one file."""
    file = document.the_file()
    timed = [(*span_us(row, file), row) for row in file.rows]
    end = max([_length_us(file), *(last for _first, last, _row in timed)])
    tiers = [tier for name in file.type_names() for tier in _tiers_of(name, timed)]
    yield 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
    yield f"xmin = 0 \nxmax = {seconds_text(end)} \ntiers? <exists> \nsize = {len(tiers)} \nitem []: \n"
    for number, (name, is_points, rows) in enumerate(tiers, 1):
        kind = "TextTier" if is_points else "IntervalTier"
        yield f'    item [{number}]:\n        class = "{kind}" \n        name = {_string(name)} \n'
        yield f"        xmin = 0 \n        xmax = {seconds_text(end)} \n"
        yield from _points(rows) if is_points else _intervals(rows, end)


def _length_us(file: ExportFile) -> int:
    # Praat refuses a grid without any length.
    return round((file.length_s or 0.0) * 1_000_000) or 1


def _tiers_of(name: str, timed: Sequence[Timed]) -> Iterator[tuple[str, bool, list[Timed]]]:
    mine = sorted((found for found in timed if found[2].artifact_type == name), key=lambda found: found[:2])
    points = [found for found in mine if found[0] == found[1]]
    lanes: list[list[Timed]] = []
    for found in mine:
        if found[0] < found[1]:
            lane = next((lane for lane in lanes if lane[-1][1] <= found[0]), None)
            if lane is None:
                lanes.append([found])
            else:
                lane.append(found)
    shown = type_text(name)
    for number, lane in enumerate(lanes, 1):
        yield (shown if number == 1 else f"{shown} ({number})"), False, lane
    if points:
        yield shown, True, points


def _intervals(rows: Sequence[Timed], end: int) -> Iterator[str]:
    tiles: list[tuple[int, int, str]] = []
    at = 0
    for first, last, row in rows:
        if first > at:
            tiles.append((at, first, ""))
        tiles.append((first, last, label_of(row)))
        at = last
    if at < end:
        tiles.append((at, end, ""))
    yield f"        intervals: size = {len(tiles)} \n"
    for number, (first, last, text) in enumerate(tiles, 1):
        yield f"        intervals [{number}]:\n            xmin = {seconds_text(first)} \n"
        yield f"            xmax = {seconds_text(last)} \n            text = {_string(text)} \n"


def _points(rows: Sequence[Timed]) -> Iterator[str]:
    yield f"        points: size = {len(rows)} \n"
    for number, (first, _last, row) in enumerate(rows, 1):
        yield f"        points [{number}]:\n            number = {seconds_text(first)} \n"
        yield f"            mark = {_string(label_of(row))} \n"


def _string(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def read(content: bytes, audio: Audio) -> ImportPreview:
    """A TextGrid of Praat in the long or the short text form. Raises ExportProblem."""
    text = as_text(content)
    if "TextGrid" not in text[:200]:
        raise ExportProblem(sentence("This is no Praat TextGrid: its first lines do not say so."))
    reader = RowReader(audio)
    tokens = iter(_TOKEN.finditer(text))
    try:
        for _head in range(2):
            _text(tokens)
        _number(tokens), _number(tokens)
        for _tier in range(int(_number(tokens))):
            _read_tier(reader, tokens)
    except (StopIteration, ValueError) as error:
        raise ExportProblem(
            sentence("This TextGrid is damaged: it breaks off or holds text where a number belongs.")
        ) from error
    return reader.preview("textgrid")


def _read_tier(reader: RowReader, tokens: Iterator[re.Match[str]]) -> None:
    is_points = _text(tokens) == "TextTier"
    name = _text(tokens)
    _number(tokens), _number(tokens)
    for place in range(1, int(_number(tokens)) + 1):
        start = parse_seconds_us(_number(tokens))
        end = start if is_points else parse_seconds_us(_number(tokens))
        label = _text(tokens)
        if label.strip():
            reader.take(place, label, _row(name, label), start, end)


def _row(tier: str, label: str) -> ExportRow:
    """Our own labels begin with the tier's type; in others the tier says what it is, the text is a note."""
    parts = parse_label(label)
    shown = type_text(parts.artifact_type)
    if tier == shown or tier.startswith(f"{shown} ("):
        return ExportRow(parts.artifact_type, 0, 0, *parts[1:])
    return ExportRow(tier or "marker", 0, 0, note=label)


def _text(tokens: Iterator[re.Match[str]]) -> str:
    found = next(tokens)
    if found[1] is None:
        raise ValueError(f"{found[0]} is no text")
    return found[1].replace('""', '"')


def _number(tokens: Iterator[re.Match[str]]) -> str:
    found = next(tokens)
    if found[2] is None:
        raise ValueError(f"{found[0][:40]} is no number")
    return found[2]


def recognises(head: str) -> bool:
    """Whether the file says it is a TextGrid."""
    return head.lstrip("\ufeff").startswith("File type") and "TextGrid" in head[:200]
