"""Adobe Audition marker list: `.csv` by name, separated by tabs. Source: files Audition's Markers panel exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inference.sentences import sentence, words_of
from relay_desktop.session.exporters.document import ExportDocument, ExportOptions, ExportProblem, ExportRow
from relay_desktop.session.exporters.label_text import label_tail, parse_label, type_text
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader, as_text, lines_of
from relay_desktop.session.exporters.reaper import round_to_ms
from relay_desktop.session.exporters.times import parse_time_us, short_clock_text, span_us

_HEADER = ("Name", "Start", "Duration", "Time Format", "Type", "Description")


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """The type as the marker's name; confidence, verdict and note as its description."""
    file = document.the_file()
    yield "\t".join(_HEADER) + "\n"
    for row in file.rows:
        start, end = (round_to_ms(us) for us in span_us(row, file))
        times = f"{short_clock_text(start)}\t{short_clock_text(end - start)}"
        yield f"{type_text(row.artifact_type)}\t{times}\tdecimal\tCue\t{label_tail(row)}\n"


def read(content: bytes, audio: Audio) -> ImportPreview:
    """A list Audition or this program wrote, with decimal times. Raises ExportProblem."""
    rows = lines_of(as_text(content))
    header = [name.strip().casefold() for name in rows[0].split("\t")]
    if not {"name", "start", "duration"} <= set(header):
        raise ExportProblem(
            sentence("This is no Audition marker list: it lacks the columns Name, Start and Duration.")
        )
    reader = RowReader(audio)
    for number, line in enumerate(rows[1:], 2):
        if line.strip():
            _read_line(reader, number, line, dict(zip(header, line.split("\t"), strict=False)))
    return reader.preview("audition")


def _read_line(reader: RowReader, number: int, line: str, fields: Mapping[str, str]) -> None:
    form = fields.get("time format", "decimal").strip()
    if form != "decimal":
        reader.skip(number, line, sentence("its times are in “{form}”; export with decimal times", form=form))
        return
    try:
        start = parse_time_us(fields["start"])
        end = start + parse_time_us(fields.get("duration", "") or "0")
    except ValueError as error:
        reader.skip(number, line, words_of(error))
        return
    reader.take(number, line, _row(fields.get("name", ""), fields.get("description", "")), start, end)


def _row(name: str, description: str) -> ExportRow:
    """Name and description as one label where the description is ours, else as type and note."""
    whole = f"{name} {description}".strip()
    parts, named = parse_label(whole), parse_label(name)
    if not description or parts.artifact_type == named.artifact_type:
        return ExportRow(parts.artifact_type or "marker", 0, 0, *parts[1:])
    return ExportRow(named.artifact_type or "marker", 0, 0, named.confidence, note=description)


def recognises(head: str) -> bool:
    """Whether the first line is Audition's."""
    return head.lstrip("\ufeff").startswith("Name\tStart\tDuration")
