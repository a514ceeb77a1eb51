"""What reading a file of markers gave: a preview to look at before anything is taken over.

Nothing is changed by reading. `ImportPreview.document` is what would be taken; `skipped` says line by line what was
not understood and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from inference.sentences import sentence
from relay_desktop.session.exporters import times
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportProblem,
    ExportRow,
)
from relay_desktop.session.exporters.label_text import parse_label

__all__ = ["Audio", "ExportProblem", "ImportPreview", "RowReader", "Skipped", "as_text", "lines_of"]

# A line that names no length of its own may lie this far behind the last sample without being refused.
_END_TOLERANCE_US = 1_000_000


@dataclass(frozen=True)
class Skipped:
    """One thing that was not understood: its line (from 1; 0 where there is none), its text, why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class Audio:
    """The recording that markers belong to, as far as known: it makes times exact to the sample."""

    name: str = ""
    path: str | None = None
    sample_rate_hz: int | None = None
    channels: int | None = None
    frames: int | None = None

    def as_file(self, rows: Iterable[ExportRow] = ()) -> ExportFile:
        """The recording with these rows."""
        return ExportFile(
            self.name, self.path, self.sample_rate_hz, self.channels, self.frames, rows=tuple(rows)
        )


@dataclass(frozen=True)
class ImportPreview:
    """Rows that were understood, by recording, and what was not."""

    format_key: str
    document: ExportDocument
    skipped: tuple[Skipped, ...] = ()

    @property
    def row_count(self) -> int:
        """Rows that would be taken over."""
        return self.document.row_count

    def sentence(self) -> str:
        """What would happen, for a person."""
        rows, files = self.row_count, len(self.document.files)
        told = f"{rows} {'row was' if rows == 1 else 'rows were'} understood"
        told += f" in {files} recordings" if files > 1 else ""
        if self.skipped:
            told += f", {len(self.skipped)} left out"
        return told + "."


@dataclass
class RowReader:
    """Collects the rows of one recording while a format is read; what does not fit is kept with its reason."""

    audio: Audio = field(default_factory=Audio)
    rows: list[ExportRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def skip(self, line: int, text: str, reason: str) -> None:
        """Leave something out."""
        self.skipped.append(Skipped(line, text.strip()[:200], reason))

    def take_label(self, line: int, text: str, start_us: int, end_us: int) -> None:
        """A marker that holds its text only; an empty one is a marker without a name."""
        parts = parse_label(text)
        row = ExportRow(parts.artifact_type or "marker", 0, 0, *parts[1:])
        self.take(line, text, row, start_us, end_us)

    def take(self, line: int, text: str, row: ExportRow, start_us: int, end_us: int) -> None:
        """`row` at a time given in microseconds."""
        rate = self.audio.sample_rate_hz
        if self._refuses(line, text, start_us, end_us):
            return
        start_ms, start_frame = _ms_and_frame(start_us, rate)
        end_ms, end_frame = _ms_and_frame(end_us, rate)
        self._add(row, start_ms, end_ms, start_frame, end_frame)

    def take_frames(self, line: int, text: str, row: ExportRow, start: int, end: int) -> None:
        """`row` at a time given in sample frames. The rate of the recording must be known."""
        rate = self.audio.sample_rate_hz
        if rate is None:
            raise ExportProblem(
                sentence("The sample rate of the recording must be known to read positions in samples.")
            )
        start_us, end_us = times.frames_to_us(start, rate), times.frames_to_us(end, rate)
        if self._refuses(line, text, start_us, end_us):
            return
        start_ms, end_ms = times.us_to_ms(start_us), times.us_to_ms(end_us)
        self._add(row, start_ms, end_ms, _odd(start, start_ms, rate), _odd(end, end_ms, rate))

    def _add(
        self, row: ExportRow, start_ms: int, end_ms: int, start_frame: int | None, end_frame: int | None
    ) -> None:
        # By place: `replace` would take longer than all the rest of reading a row.
        self.rows.append(
            ExportRow(
                row.artifact_type, start_ms, end_ms, row.confidence, row.verdict, row.severity, row.reason, row.note,
                row.members, start_frame, end_frame,
            )
        )  # fmt: skip

    def _refuses(self, line: int, text: str, start_us: int, end_us: int) -> bool:
        if end_us < start_us:
            self.skip(line, text, sentence("it ends before it starts"))
            return True
        if start_us < 0:
            self.skip(line, text, sentence("it begins before the recording does"))
            return True
        rate, frames = self.audio.sample_rate_hz, self.audio.frames
        if rate and frames is not None and start_us > times.frames_to_us(frames, rate) + _END_TOLERANCE_US:
            length = times.clock_text(times.frames_to_us(frames, rate))
            self.skip(
                line, text, sentence("it begins after the end of the recording ({length})", length=length)
            )
            return True
        return False

    def preview(self, format_key: str) -> ImportPreview:
        """What was read, in time order."""
        ordered = sorted(self.rows, key=lambda row: (row.start_ms, row.start_frame or 0, row.end_ms))
        return ImportPreview(format_key, ExportDocument((self.audio.as_file(ordered),)), tuple(self.skipped))


def _ms_and_frame(us: int, rate: int | None) -> tuple[int, int | None]:
    ms = times.us_to_ms(us)
    return ms, _odd(times.us_to_frames(us, rate), ms, rate) if rate else None


def _odd(frame: int, ms: int, rate: int) -> int | None:
    """The frame where milliseconds alone would give another one."""
    return None if times.ms_to_frames(ms, rate) == frame else frame


def as_text(content: bytes) -> str:
    """Text of a file: UTF-8, or UTF-16 where it begins so, without the mark at its head.

    Raises ExportProblem when it is neither.
    """
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExportProblem(
            sentence("This is not text in UTF-8, so it cannot be read as markers.")
        ) from error


def lines_of(text: str) -> Sequence[str]:
    """Lines at LF, CR LF or CR and nowhere else: a note may hold a Unicode line separator."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
