"""Sonic Visualiser layer (`.svl`): a region model in sample frames with the layer that shows it.

Source: Sonic Visualiser 4 session files; svcore `RegionModel::toXml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from inference.sentences import sentence
from relay_desktop.session.exporters.document import ExportDocument, ExportOptions, ExportProblem
from relay_desktop.session.exporters.label_text import label_of
from relay_desktop.session.exporters.preview import Audio, ImportPreview, RowReader
from relay_desktop.session.exporters.sonic_visualiser_csv import row_of
from relay_desktop.session.exporters.times import span_frames
from relay_desktop.session.exporters.xml_text import escaped

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE sonic-visualiser>
<sv>
  <data>
    <model id="1" name="{name}" sampleRate="{rate}" start="{start}" end="{end}" type="sparse" dimensions="3" \
resolution="1" notifyOnAdd="true" dataset="0" subtype="region" valueQuantization="0" minimum="0" maximum="1" units=""/>
    <dataset id="0" dimensions="3">
"""
_TAIL = """    </dataset>
  </data>
  <display>
    <layer id="2" type="regions" name="{name}" model="1" verticalScale="2" plotStyle="0" colourName="Orange" \
colour="#ff9600" darkBackground="false"/>
  </display>
</sv>
"""


def lines(document: ExportDocument, _options: ExportOptions) -> Iterator[str]:
    """Regions in frames; the value is the confidence. Raises ExportProblem when the sample rate is unknown."""
    file = document.the_file()
    if file.sample_rate_hz is None:
        raise ExportProblem(
            sentence(
                "A Sonic Visualiser layer counts in samples, and the sample rate of {name} is not known.",
                name=file.name,
            ),
            sentence(
                "Choose the CSV for Sonic Visualiser, which counts in seconds, or make the audio reachable."
            ),
        )
    spans = [span_frames(row, file.sample_rate_hz) for row in file.rows]
    name = escaped(f"Artifacts in {file.name}")
    start = min((span[0] for span in spans), default=0)
    end = max((span[1] for span in spans), default=0)
    yield _HEAD.format(name=name, rate=file.sample_rate_hz, start=start, end=end)
    for row, (first, last) in zip(file.rows, spans, strict=True):
        value = 0.0 if row.confidence is None else row.confidence
        label = escaped(label_of(row))
        yield f'      <point frame="{first}" value="{value!r}" duration="{last - first}" label="{label}"/>\n'
    yield _TAIL.format(name=name)


def read(content: bytes, audio: Audio) -> ImportPreview:
    """The region (or instant) model of a layer. Raises ExportProblem."""
    if b"<!ENTITY" in content:
        raise ExportProblem(sentence("This layer defines entities of its own and is not read."))
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise ExportProblem(
            sentence("This is no layer of Sonic Visualiser: {error}.", error=error)
        ) from error
    model = next((found for found in root.iter("model") if found.get("type") == "sparse"), None)
    if model is None:
        raise ExportProblem(sentence("This file of Sonic Visualiser holds no layer of regions."))
    rate = audio.sample_rate_hz or int(model.get("sampleRate", "0")) or None
    reader = RowReader(replace(audio, sample_rate_hz=rate))
    scale = (rate or 1) / (int(model.get("sampleRate", "0")) or rate or 1)
    for number, point in enumerate(root.iter("point"), 1):
        _read_point(reader, number, point, scale)
    return reader.preview("sonic-visualiser-svl")


def _read_point(reader: RowReader, number: int, point: ElementTree.Element, scale: float) -> None:
    label = point.get("label", "")
    try:
        frame, duration = int(point.get("frame", "")), int(point.get("duration", "0"))
        row = row_of(label, point.get("value", ""))
    except ValueError:
        reader.skip(number, label, sentence("its frame, duration or value is no number"))
        return
    reader.take_frames(number, label, row, round(frame * scale), round((frame + duration) * scale))


def recognises(head: str) -> bool:
    """Whether the file begins like a layer or session of Sonic Visualiser."""
    return "<!DOCTYPE sonic-visualiser>" in head or "<sv>" in head
