"""Rows of the lossless formats: one field per property of a row, checked while they are read."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from inference.sentences import sentence
from relay_desktop.session.exporters.document import SEVERITIES, VERDICTS, ExportRow, Member

ROW_FIELDS = (
    "artifact_type",
    "start_ms",
    "end_ms",
    "confidence",
    "verdict",
    "severity",
    "reason",
    "note",
    "start_frame",
    "end_frame",
    "members",
)


def member_values(row: ExportRow) -> list[list[float]]:
    """`[start_ms, end_ms, confidence]` of every member."""
    return [[member.start_ms, member.end_ms, member.confidence] for member in row.members]


def row_from_fields(fields: Mapping[str, Any]) -> ExportRow:
    """A row from named values; numbers may come as text, empty text counts as not there.

    Raises ValueError with the reason, as a part of a sentence.
    """
    given = {name: value for name, value in fields.items() if value not in (None, "")}
    artifact_type = given.get("artifact_type")
    if artifact_type is None:
        raise ValueError(sentence("it names no artifact type"))
    start, end = _whole(given, "start_ms"), _whole(given, "end_ms")
    if start is None or end is None:
        raise ValueError(sentence("it lacks start_ms or end_ms"))
    if end < start:
        raise ValueError(sentence("it ends before it starts"))
    return ExportRow(
        str(artifact_type),
        start,
        end,
        _confidence(given.get("confidence")),
        one_of(given.get("verdict"), VERDICTS, "verdict"),
        one_of(given.get("severity"), SEVERITIES, "severity"),
        str(given.get("reason", "")),
        str(given.get("note", "")),
        _members(given.get("members")),
        _whole(given, "start_frame"),
        _whole(given, "end_frame"),
    )


def one_of(value: object, allowed: Sequence[Any], what: str) -> Any:
    """The value if it is allowed, None if there is none. Raises ValueError."""
    if value in (None, ""):
        return None
    if value not in allowed:
        raise ValueError(
            sentence(
                "its {what} “{value}” is none of {allowed}",
                what=what,
                value=str(value)[:40],
                allowed=", ".join(allowed),
            )
        )
    return value


def _whole(fields: Mapping[str, Any], name: str) -> int | None:
    value = fields.get(name)
    if value is None:
        return None
    if type(value) is int:
        whole = value
    else:
        number = _number(value, name)
        whole = round(number)
        if whole != number:
            raise ValueError(sentence("its {name} is not whole", name=name))
    if not 0 <= whole < 2**62:
        raise ValueError(sentence("its {name} lies outside any recording", name=name))
    return whole


def _number(value: object, name: str) -> float:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise ValueError(sentence("its {name} is not a number", name=name)) from error
    if isinstance(value, bool) or not math.isfinite(number):
        raise ValueError(sentence("its {name} is not a number", name=name))
    return number


def _confidence(value: object) -> float | None:
    if value is None:
        return None
    confidence = _number(value, "confidence")
    if not 0.0 <= confidence <= 1.0:
        raise ValueError(sentence("its confidence is not between 0 and 1"))
    return confidence


def _members(value: object) -> tuple[Member, ...]:
    if not value:
        return ()
    try:
        found: Any = json.loads(value) if isinstance(value, str) else value
        return tuple(Member(int(start), int(end), float(confidence)) for start, end, confidence in found)
    except (TypeError, ValueError) as error:
        raise ValueError(sentence("its members cannot be read")) from error
