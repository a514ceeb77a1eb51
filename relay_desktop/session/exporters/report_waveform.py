"""Waveforms of the HTML report as inline SVG: of a whole recording, and of single detections with some context."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.audio_file import AudioReader, UnreadableAudio, open_audio
from relay_desktop.session.exporters.document import ExportFile, ExportRow
from relay_desktop.session.exporters.times import ms_to_frames, span_frames
from relay_desktop.session.exporters.type_colours import colour_of

Peaks = tuple[NDArray[np.float32], NDArray[np.float32]]

MOST_ROW_PICTURES = 300
_OVERVIEW_COLUMNS, _OVERVIEW_HEIGHT = 1000, 110
_ROW_COLUMNS, _ROW_HEIGHT = 120, 28
_ROW_CONTEXT_MS = 100
_MOST_ROW_FRAMES = 4_000_000
_BLOCK_FRAMES = 1 << 20
_MOST_MARKS = 5_000


class Waveforms:
    """Draws one recording. Without readable audio every picture is empty text, and `problem` says why."""

    def __init__(self, file: ExportFile) -> None:
        self._file = file
        self._audio: AudioReader | None = None
        self.problem: str | None = None
        self.drawn = 0
        self.left_out = 0

    def __enter__(self) -> Waveforms:
        if self._file.path is not None:
            try:
                self._audio = open_audio(self._file.path)
            except UnreadableAudio as error:
                self.problem = str(error)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._audio is not None:
            self._audio.close()

    def whole(self) -> Peaks | None:
        """Peaks of the whole recording; None, and `problem`, where it cannot be read."""
        if self._audio is None:
            return None
        try:
            return peaks_between(self._audio, 0, self._audio.info.frames, _OVERVIEW_COLUMNS)
        except UnreadableAudio as error:
            self.problem = str(error)
            return None

    def share(self, row: ExportRow) -> tuple[float, float]:
        """Where a detection begins and ends in the whole recording, 0-1."""
        assert self._audio is not None
        start, end = span_frames(row, self._audio.info.sample_rate_hz)
        frames = max(1, self._audio.info.frames)
        return start / frames, end / frames

    def overview(self) -> str:
        """The whole recording with its detections behind the waveform."""
        peaks = self.whole()
        if peaks is None:
            return f"<p>{_plain(self.problem)}</p>\n" if self.problem else ""
        marks = "".join(self._mark(row) for row in self._file.rows[:_MOST_MARKS])
        return (
            f'<svg class=all role=img aria-label="Waveform of the whole recording" preserveAspectRatio=none '
            f'viewBox="0 0 {_OVERVIEW_COLUMNS} {_OVERVIEW_HEIGHT}">{marks}{_path(peaks, _OVERVIEW_HEIGHT)}</svg>\n'
        )

    def _mark(self, row: ExportRow) -> str:
        assert self._audio is not None
        scale = _OVERVIEW_COLUMNS / self._audio.info.frames
        start, end = span_frames(row, self._audio.info.sample_rate_hz)
        width = max(1.5, (end - start) * scale)
        colour = f"t{colour_of(row.artifact_type)}"
        return (
            f'<rect class={colour} x="{start * scale:.1f}" width="{width:.1f}" height="{_OVERVIEW_HEIGHT}"/>'
        )

    def shape(self, row: ExportRow) -> tuple[Peaks, float, float] | None:
        """Peaks of a detection with a little before and after, and where in them it begins and ends, 0-1.

        None beyond the first few hundred, and where it cannot be read.
        """
        if self._audio is None:
            return None
        if self.drawn >= MOST_ROW_PICTURES:
            self.left_out += 1
            return None
        self.drawn += 1
        rate = self._audio.info.sample_rate_hz
        start, end = span_frames(row, rate)
        context = max(ms_to_frames(_ROW_CONTEXT_MS, rate), (end - start) // 2)
        first = max(0, start - context)
        last = min(self._audio.info.frames, end + context, first + _MOST_ROW_FRAMES)
        if first >= last:
            return None
        try:
            peaks = peaks_between(self._audio, first, last, _ROW_COLUMNS)
        except UnreadableAudio:
            return None  # the overview has said so
        return peaks, (start - first) / (last - first), (min(end, last) - first) / (last - first)

    def of_row(self, row: ExportRow) -> str:
        """The same as a picture; empty where there is none."""
        shape = self.shape(row)
        if shape is None:
            return ""
        peaks, begins, ends = shape
        left, width = begins * _ROW_COLUMNS, max(1.5, (ends - begins) * _ROW_COLUMNS)
        colour = f"t{colour_of(row.artifact_type)}"
        mark = f'<rect class={colour} x="{left:.1f}" width="{width:.1f}" height="{_ROW_HEIGHT}"/>'
        size = f'width="{_ROW_COLUMNS}" height="{_ROW_HEIGHT}"'
        return f"<svg {size} aria-hidden=true>{mark}{_path(peaks, _ROW_HEIGHT)}</svg>"


def peaks_between(audio: AudioReader, start: int, stop: int, columns: int) -> Peaks:
    """Least and greatest sample over all channels per column, float32 (columns,) each. Raises UnreadableAudio."""
    edges = np.linspace(start, stop, min(columns, stop - start) + 1).astype(np.int64).tolist()
    low = np.zeros(len(edges) - 1, dtype=np.float32)
    high = np.zeros(len(edges) - 1, dtype=np.float32)
    column, at = 0, start
    for block, scale in _blocks(audio, start, stop):
        end = at + len(block)
        while column < len(low) and edges[column] < end:
            inside = block[max(0, edges[column] - at) : edges[column + 1] - at]
            low[column] = min(low[column], inside.min() * scale)
            high[column] = max(high[column], inside.max() * scale)
            if edges[column + 1] > end:
                break  # the rest of this column is in the next block
            column += 1
        at = end
    return low, high


def _blocks(audio: AudioReader, start: int, stop: int) -> Iterator[tuple[NDArray[Any], float]]:
    """Blocks and what their samples are to be multiplied by; in int16 where that is exact, which is faster."""
    if not audio.info.is_integer_16:
        for samples in audio.blocks(_BLOCK_FRAMES, start, stop):
            yield samples, 1.0
        return
    audio.seek(start)
    block = np.empty((min(_BLOCK_FRAMES, stop - start), audio.info.channels), dtype=np.int16)
    while start < stop:
        got = audio.read_int16_into(block[: stop - start])
        if got == 0:
            return
        start += got
        yield block[:got], 1 / 32768


def _path(peaks: Peaks, height: int) -> str:
    """A filled outline: along the greatest samples and back along the least; at least half a pixel thick."""
    low, high = peaks
    columns = _ROW_COLUMNS if height == _ROW_HEIGHT else _OVERVIEW_COLUMNS
    x = (np.arange(len(low)) + 0.5) * (columns / len(low))
    middle = height / 2
    top = middle - np.clip(high, -1, 1) * middle - 0.25
    bottom = middle - np.clip(low, -1, 1) * middle + 0.25
    there = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x, top, strict=True))
    back = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x[::-1], bottom[::-1], strict=True))
    return f'<path d="M{there} {back}Z"/>'


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
