"""A detection as one line of text, for formats whose markers hold nothing but a name, and back again.

    click 0.91 [not an artifact] {blocker, creative intent} ; heard on headphones only

Type, confidence with two decimals, verdict, severity and reason, note; what is not there is left out. A part that
would be misread, or that holds a tab, a line end or another control character, is written as a JSON string:
`"left \\"tick\\"" 0.50`. Text of other programs is read as far as it fits this form; the rest is the type.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import NamedTuple

from relay_desktop.session.exporters.document import SEVERITIES, VERDICTS, ExportRow, Severity, Verdict

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_VERDICT = "|".join(re.escape(verdict) for verdict in VERDICTS)
_LABEL = re.compile(
    rf"(?P<type>{_QUOTED}|.*?)"
    r"(?:(?:^| )(?P<confidence>[01]\.\d\d))?"
    rf"(?: \[(?P<verdict>{_VERDICT})\])?"
    rf"(?: \{{(?P<severity>{'|'.join(SEVERITIES)})?(?:(?:(?<=\{{)|, )(?P<reason>{_QUOTED}|[^\"{{}},][^{{}},]*))?\}})?"
    r"(?: ; (?P<note>.*))?",
    re.DOTALL,
)
# What must not stand bare in a type: it would be read as one of the parts that follow.
_LOOKS_LIKE_A_TAIL = re.compile(rf"(?:^| )[01]\.\d\d$| \[(?:{_VERDICT})\]$| \{{.*\}}$| ; ?", re.DOTALL)


class LabelParts(NamedTuple):
    """What one label says."""

    artifact_type: str
    confidence: float | None
    verdict: Verdict | None
    severity: Severity | None
    reason: str
    note: str


def label_of(row: ExportRow) -> str:
    """The whole label of a row, on one line whatever it holds."""
    tail = label_tail(row)
    return f"{type_text(row.artifact_type)} {tail}" if tail else type_text(row.artifact_type)


def label_tail(row: ExportRow) -> str:
    """The label without its type; empty when there is nothing to say."""
    if row.verdict is None and not row.note and not row.severity and not row.reason:
        return "" if row.confidence is None else f"{row.confidence:.2f}"
    parts = [] if row.confidence is None else [f"{row.confidence:.2f}"]
    if row.verdict is not None:
        parts.append(f"[{row.verdict}]")
    if row.severity or row.reason:
        parts.append("{" + ", ".join(filter(None, (row.severity, _reason_text(row.reason)))) + "}")
    if row.note:
        parts.append("; " + note_text(row.note))
    return " ".join(parts)


def parse_label(text: str) -> LabelParts:
    """The parts of a label, ours or anybody's. Text that is not of our form is all type."""
    found = _LABEL.fullmatch(text.strip(" "))
    if found is None:  # cannot be: the type takes whatever is left
        return LabelParts(text, None, None, None, "", "")
    confidence = found["confidence"]
    if confidence is not None and float(confidence) > 1.0:
        return LabelParts(text.strip(" "), None, None, None, "", "")
    return LabelParts(
        unquoted(found["type"]),
        None if confidence is None else float(confidence),
        found["verdict"],  # type: ignore[arg-type]
        found["severity"],  # type: ignore[arg-type]
        unquoted(found["reason"] or ""),
        unquoted(found["note"] or ""),
    )


@lru_cache(maxsize=4096)
def type_text(artifact_type: str) -> str:
    """The type as it stands in a label: bare, or quoted where it would be misread."""
    if not _is_plain(artifact_type) or _LOOKS_LIKE_A_TAIL.search(artifact_type):
        return quoted(artifact_type)
    return artifact_type


@lru_cache(maxsize=256)
def _reason_text(reason: str) -> str:
    if not reason:
        return ""
    is_bare = _is_plain(reason) and not set('{},"') & set(reason) and reason not in SEVERITIES
    return reason if is_bare else quoted(reason)


def note_text(note: str) -> str:
    """A note on one line: bare, or quoted where it would be misread."""
    return note if not note or _is_plain(note) else quoted(note)


def quoted(text: str) -> str:
    """A JSON string on one line, in ASCII where it holds what other programs stumble over."""
    return json.dumps(text, ensure_ascii=any(_is_awkward(char) for char in text))


def unquoted(text: str) -> str:
    """What `quoted` was given; other text as it is."""
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, str) else text


def _is_plain(text: str) -> bool:
    """Whether it may stand bare on a line: not empty, no control characters, no blank ends, no quote first."""
    if not text or text[0] == '"' or text != text.strip():
        return False
    return text.isprintable() or not any(_is_awkward(char) for char in text)


def _is_awkward(char: str) -> bool:
    """Control characters, separators of lines, halves of surrogate pairs, what XML cannot hold."""
    is_control = char < " " or "\x7f" <= char <= "\x9f"
    return is_control or char in "\u2028\u2029\ufeff\ufffe\uffff" or "\ud800" <= char <= "\udfff"
