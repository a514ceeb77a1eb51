"""SubRip (`.srt`) and WebVTT (`.vtt`): one cue per detection, for players that show text over time.

Sources: SubRip's own form (`HH:MM:SS,mmm`), W3C WebVTT (`HH:MM:SS.mmm`, `&`, `<` and `>` escaped).
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from inference.sentences import words_of
from relay_desktop.session.exporters.document import SCOPE_TEXT, ExportDocument, ExportOptions
from relay_desktop.session.exporters.label_text import label_of
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text, lines_of
from relay_desktop.session.exporters.times import clock_text, parse_time_us, span_us

_ARROW = " --> "


def srt_lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """Numbered cues."""
    file = document.the_file()
    for number, row in enumerate(file.rows, 1):
        start, end = (clock_text(us, hour_digits=2, separator=",") for us in span_us(row, file))
        yield f"{number}\n{start}{_ARROW}{end}\n{label_of(row)}\n\n"


def vtt_lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """Cues under a note that says what they are."""
    file = document.the_file()
    yield f"WEBVTT\n\nNOTE {SCOPE_TEXT[document.scope]}\n\n"
    for row in file.rows:
        start, end = (clock_text(us, hour_digits=2) for us in span_us(row, file))
        yield f"{start}{_ARROW}{end}\n{html.escape(label_of(row), quote=False)}\n\n"


def read_srt(content: bytes, audio: Audio) -> ImportPreview:
    """Cues of a SubRip file."""
    reader = RowReader(audio)
    _read_cues(reader, as_text(content), is_escaped=False)
    return reader.preview("srt")


def read_vtt(content: bytes, audio: Audio) -> ImportPreview:
    """Cues of a WebVTT file."""
    reader = RowReader(audio)
    _read_cues(reader, as_text(content), is_escaped=True)
    return reader.preview("vtt")


def _read_cues(reader: RowReader, text: str, *, is_escaped: bool) -> None:
    rows = iter(enumerate(lines_of(text), 1))
    for number, line in rows:
        if _ARROW.strip() in line:
            spoken = []
            for _below, words in rows:
                if not words.strip():
                    break
                spoken.append(words)
            label = " ".join(spoken)
            _read_cue(reader, number, line, html.unescape(label) if is_escaped else label)


def _read_cue(reader: RowReader, number: int, line: str, label: str) -> None:
    start, _, rest = line.partition(_ARROW.strip())
    try:
        # WebVTT may put settings behind the end.
        reader.take_label(number, label, parse_time_us(start), parse_time_us((rest.split() or [""])[0]))
    except ValueError as error:
        reader.skip(number, line, words_of(error))


def recognises_srt(head: str) -> bool:
    """Whether the second line is a SubRip time."""
    rows = [line for line in lines_of(head) if line.strip()]
    return len(rows) > 1 and rows[0].strip().isdigit() and _ARROW in rows[1] and "," in rows[1]


def recognises_vtt(head: str) -> bool:
    """Whether the first line is WebVTT's."""
    return head.lstrip("\ufeff").startswith("WEBVTT")
