"""Cue points of a WAV: `cue ` with `LIST/adtl` (`labl` the text, `ltxt` the length of a region).

dwPosition and dwSampleOffset are written equal, since readers differ on which they believe. Positions have 32 bits.
Source: Microsoft "Multimedia Programming Interface and Data Specifications", cue and associated data.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

from inference.sentences import sentence
from relay_desktop.session.exporters import riff
from relay_desktop.session.exporters.document import ExportFile, ExportProblem
from relay_desktop.session.exporters.label_text import label_of
from relay_desktop.session.exporters.times import span_frames

_POINT = struct.Struct("<II4sIII")
_REGION = struct.Struct("<II4sHHHH")
_LAST_POSITION = 0xFFFF_FFFF
_UTF8_CODE_PAGE = 65001


class CuePoint(NamedTuple):
    """One marker: first frame, length in frames (0 for a point), text."""

    start: int
    length: int
    text: str


def points_of(file: ExportFile, sample_rate_hz: int, first_frame: int = 0) -> list[CuePoint]:
    """The rows of a file as markers, counted from `first_frame`.

    Raises ExportProblem when one lies beyond what 32 bits can say.
    """
    points = []
    for row in file.rows:
        start, end = span_frames(row, sample_rate_hz)
        points.append(CuePoint(start - first_frame, end - start, label_of(row)))
    if any(point.start > _LAST_POSITION or point.length > _LAST_POSITION for point in points):
        hours = _LAST_POSITION / sample_rate_hz / 3600
        raise ExportProblem(
            sentence(
                "Markers in a WAV file reach {hours:.1f} hours far, and {name} has later ones.",
                hours=hours,
                name=file.name,
            )
        )
    return points


def chunks_with(points: Sequence[CuePoint], cue: bytes = b"", adtl: Sequence[bytes] = ()) -> bytes:
    """`cue ` and `LIST/adtl` chunks with the given points behind those already there.

    `cue`: content of a file's own `cue ` chunk; `adtl`: contents of its own adtl lists (with their four letters).
    """
    kept = cue[4 : 4 + len(cue[4:]) // _POINT.size * _POINT.size]
    first_id = max((identity for identity, *_rest in _POINT.iter_unpack(kept)), default=0) + 1
    if first_id + len(points) > _LAST_POSITION:
        raise ExportProblem(sentence("The markers this WAV file already has leave no numbers for more."))
    count = len(kept) // _POINT.size + len(points)
    table = [struct.pack("<I", count), kept]
    labels, others = _sorted_texts(adtl)
    for identity, point in enumerate(points, first_id):
        table.append(_POINT.pack(identity, point.start, b"data", 0, 0, point.start))
        text = point.text.encode("utf-8", "replace").replace(b"\0", b"") + b"\0"
        labels.append(riff.chunk_bytes(b"labl", struct.pack("<I", identity) + text))
        if point.length:
            region = _REGION.pack(identity, point.length, b"rgn ", 0, 0, 0, _UTF8_CODE_PAGE)
            others.append(riff.chunk_bytes(b"ltxt", region))
    texts = b"".join((b"adtl", *labels, *others))
    return riff.chunk_bytes(b"cue ", b"".join(table)) + riff.chunk_bytes(b"LIST", texts)


def _sorted_texts(adtl: Sequence[bytes]) -> tuple[list[bytes], list[bytes]]:
    """Labels first: libsndfile 1.2 reads none that comes after an `ltxt`."""
    labels: list[bytes] = []
    others: list[bytes] = []
    for content in adtl:
        for name, inside in riff.sub_chunks(content):
            (labels if name == b"labl" else others).append(riff.chunk_bytes(name, inside))
    return labels, others


def read_points(cue: bytes, adtl: Sequence[bytes]) -> list[CuePoint]:
    """The markers of a WAV in file order; a text in an old encoding is read as Latin-1."""
    texts: dict[int, str] = {}
    lengths: dict[int, int] = {}
    for content in adtl:
        for name, inside in riff.sub_chunks(content):
            if len(inside) < 4:
                continue
            identity = struct.unpack_from("<I", inside)[0]
            if name == b"labl":
                texts[identity] = _decoded(inside[4:])
            elif name == b"ltxt" and len(inside) >= 8:
                lengths[identity] = struct.unpack_from("<I", inside, 4)[0]
    whole = cue[4 : 4 + len(cue[4:]) // _POINT.size * _POINT.size]
    return [
        CuePoint(offset, lengths.get(identity, 0), texts.get(identity, ""))
        for identity, _position, _chunk, _start, _block, offset in _POINT.iter_unpack(whole)
    ]


def _decoded(text: bytes) -> str:
    text = text.split(b"\0", 1)[0]
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")
