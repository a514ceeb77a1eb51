"""The neutral record between a review and the formats: what is exported, from where, under which rules.

Every exporter reads it, every importer makes it. It knows no Qt and no audio; times are integer milliseconds, and
exact frames beside them where something finer is known (a marker read from another program).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from inference.sentences import sentence
from inference.tuning import Retuned, TuningRules
from relay_desktop.errors import RelayError

Verdict: TypeAlias = Literal["artifact", "not an artifact", "unsure"]
Severity: TypeAlias = Literal["FYI", "issue", "blocker"]
Scope: TypeAlias = Literal["shown", "confirmed", "raw"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
SCOPES: tuple[Scope, ...] = get_args(Scope)
REASONS = ("creative intent", "best possible", "not audible", "wrong type", "wrong bounds", "duplicate")
SCOPE_TEXT: Mapping[Scope, str] = {
    "shown": "the detections shown under these rules",
    "confirmed": "the detections a person confirmed",
    "raw": "all raw detections, untuned",
}


class ExportProblem(RelayError):
    """This cannot be exported or read so."""

    title = sentence("This cannot be exported.")
    advice = sentence("Choose another format, or other recordings.")


@dataclass(frozen=True, slots=True)
class Member:
    """One raw detection that a merged row was joined from."""

    start_ms: int
    end_ms: int
    confidence: float


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One detection as it leaves. `confidence` 0-1 or None (a marker made by hand or elsewhere).

    `start_frame`, `end_frame`: exact sample frames of the file, only where milliseconds do not say it all.
    """

    artifact_type: str
    start_ms: int
    end_ms: int
    confidence: float | None = None
    verdict: Verdict | None = None
    severity: Severity | None = None
    reason: str = ""
    note: str = ""
    members: tuple[Member, ...] = ()
    start_frame: int | None = None
    end_frame: int | None = None

    @property
    def is_point(self) -> bool:
        """Whether it has no length."""
        return self.start_ms == self.end_ms and self.start_frame == self.end_frame

    @property
    def is_confirmed(self) -> bool:
        """Whether a person signed it as an artifact."""
        return self.verdict == "artifact"


@dataclass(frozen=True)
class ExportFile:
    """One recording and its rows, in time order. `frames` is its length; None where nobody has told."""

    name: str
    path: str | None = None
    sample_rate_hz: int | None = None
    channels: int | None = None
    frames: int | None = None
    duration_s: float | None = None
    audio_sha256: str | None = None
    rows: tuple[ExportRow, ...] = ()

    @property
    def length_s(self) -> float | None:
        """Length in seconds, from the frames where they are known."""
        if self.frames is not None and self.sample_rate_hz:
            return self.frames / self.sample_rate_hz
        return self.duration_s

    @property
    def stem(self) -> str:
        """The name without its suffix, for names of files made from it."""
        return Path(self.name).stem or self.name or "recording"

    def type_names(self) -> tuple[str, ...]:
        """The artifact types among the rows, in the order they first come."""
        return tuple(dict.fromkeys(row.artifact_type for row in self.rows))


@dataclass(frozen=True)
class ExportDocument:
    """Everything one export holds. `created_at` is an ISO 8601 time with zone."""

    files: tuple[ExportFile, ...]
    scope: Scope = "shown"
    model_id: str | None = None
    job_id: str | None = None
    rules: TuningRules | None = None
    reviewer: str | None = None
    app_version: str = ""
    created_at: str = ""
    filter_words: str = ""

    @property
    def row_count(self) -> int:
        """Rows of all files."""
        return sum(len(file.rows) for file in self.files)

    @property
    def has_verdicts(self) -> bool:
        """Whether a person judged any row."""
        return any(row.verdict is not None for file in self.files for row in file.rows)

    def of_file(self, file: ExportFile) -> ExportDocument:
        """The same document about one of its files only."""
        return replace(self, files=(file,))

    def only_confirmed(self) -> ExportDocument:
        """Only what a person signed as an artifact."""
        files = tuple(
            replace(file, rows=tuple(row for row in file.rows if row.is_confirmed)) for file in self.files
        )
        return replace(self, files=files, scope="confirmed")

    def the_file(self) -> ExportFile:
        """The one file of a document of one file. Raises ExportProblem otherwise."""
        if len(self.files) != 1:
            raise ExportProblem(
                sentence("This format holds one recording per file; export one file per recording.")
            )
        return self.files[0]


def rows_from_raw(raw: DetectionTable) -> tuple[ExportRow, ...]:
    """Raw detections as they are, in time order."""
    return tuple(_plain_rows(raw.sorted()))


def rows_from_retuned(raw: DetectionTable, retuned: Retuned) -> tuple[ExportRow, ...]:
    """What is shown; rows joined from several raw ones carry their members."""
    offsets = retuned.member_offsets.tolist()
    member_rows: NDArray[np.int64] = retuned.member_rows
    columns = [column[member_rows].tolist() for column in (raw.start_ms, raw.end_ms, raw.confidence)]
    rows = []
    for plain, first, last in zip(_plain_rows(retuned.shown), offsets, offsets[1:], strict=False):
        is_merged = last - first > 1
        members = tuple(map(Member, *(column[first:last] for column in columns))) if is_merged else ()
        rows.append(replace(plain, members=members) if is_merged else plain)
    return tuple(rows)


def _plain_rows(table: DetectionTable) -> Iterable[ExportRow]:
    names = [table.types[code] for code in table.type_codes.tolist()]
    return map(ExportRow, names, table.start_ms.tolist(), table.end_ms.tolist(), table.confidence.tolist())


@dataclass(frozen=True)
class Rule:
    """Pass/fail: at most `most` of a type ("*": all), a minute where `is_rate`, of that confidence or more."""

    artifact_type: str
    most: float
    is_rate: bool = False
    least_confidence: float = 0.0

    def words(self) -> str:
        """ "at most 2 hum a minute"."""
        what = (
            "detections of all types" if self.artifact_type == "*" else self.artifact_type.replace("_", " ")
        )
        sure = f" with confidence {self.least_confidence:g} or more" if self.least_confidence else ""
        return f"at most {self.most:g} {what}{sure}{' a minute' if self.is_rate else ''}"


@dataclass(frozen=True)
class ExportOptions:
    """What some formats let a person choose.

    `frame_rate`: key of `timecode.FRAME_RATES` for the EDL; `start_timecode_hours`: where its timeline begins.
    `context_ms`, `clip_name`: clips of detections. `ebu_items`: artifact type -> EBU QC item id.
    `rules`: pass/fail, for reports.
    """

    frame_rate: str = "25"
    start_timecode_hours: int = 1
    context_ms: int = 500
    clip_name: str = "{file}_{n}_{type}_{start}"
    ebu_items: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
