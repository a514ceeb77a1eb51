"""DaVinci Resolve timeline markers as EDL: an event of one frame each and a comment line with colour, name and length.

`|D:` is the length in frames; the notes before the first `|` are the marker's notes. Source: EDLs Resolve writes
(Timelines > Export > Timeline Markers to EDL).
"""

from __future__ import annotations

from collections.abc import Iterator

from inference.sentences import sentence
from relay_desktop.session.exporters.document import ExportDocument, ExportOptions, ExportProblem, ExportRow
from relay_desktop.session.exporters.label_text import label_tail, type_text
from relay_desktop.session.exporters.timecode import FRAME_RATES
from relay_desktop.session.exporters.times import span_us

_COLOURS = {
    "click": "Yellow",
    "glitch": "Red",
    "dropout": "Blue",
    "clipping": "Pink",
    "distortion": "Purple",
    "noise_burst": "Green",
    "hum": "Sand",
}


def lines(document: ExportDocument, options: ExportOptions) -> Iterator[str]:
    """Markers on a timeline that begins at the chosen hour. Raises ExportProblem for an unknown frame rate."""
    file = document.the_file()
    rate = FRAME_RATES.get(options.frame_rate)
    if rate is None:
        known = ", ".join(FRAME_RATES)
        raise ExportProblem(
            sentence(
                "A timeline at {frame_rate} frames per second is not known.", frame_rate=options.frame_rate
            ),
            sentence("Choose {known}.", known=known),
        )
    begin = rate.frames_of_hours(options.start_timecode_hours)
    yield f"TITLE: {_on_one_line(file.stem)}\nFCM: {'' if rate.is_drop else 'NON-'}DROP FRAME\n\n"
    for number, row in enumerate(file.rows, 1):
        first, last = (rate.frame_at(us) for us in span_us(row, file))
        at, after = rate.text(begin + first), rate.text(begin + first + 1)
        yield f"{number:03d}  001      V     C        {at} {after} {at} {after}  \n"
        colour = _COLOURS.get(row.artifact_type, "Cyan")
        yield f"{_notes(row)} |C:ResolveColor{colour} |M:{_on_one_line(type_text(row.artifact_type))} "
        yield f"|D:{max(1, last - first)}\n\n"


def _notes(row: ExportRow) -> str:
    return _on_one_line(label_tail(row))


def _on_one_line(text: str) -> str:
    """Bars separate the fields and cannot be escaped."""
    return text.replace("|", "¦")
