"""Pass/fail rules per type: at most so many, so many a minute, or so confident; written as a person would.

click<=5            at most five clicks in a recording
dropout<=0          none
hum<=2/min          at most two a minute
glitch@0.9<=0       none with a confidence of 0.9 or more
*<=20               at most twenty of all types together
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from inference.sentences import sentence
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportProblem,
    ExportRow,
    Rule,
)

ALL_TYPES: Final = "*"
_RULE: Final = re.compile(
    r"^(?P<type>[^@<>=]+?)(?:@(?P<sure>[0-9.]+))?\s*<=\s*(?P<most>[0-9.]+)(?P<rate>\s*/\s*min)?$"
)


@dataclass(frozen=True)
class Outcome:
    """What a rule came to in one recording; `found` is None where a rate cannot be told (length unknown)."""

    rule: Rule
    file: ExportFile
    found: float | None

    @property
    def is_kept(self) -> bool:
        """Whether the recording passes; what cannot be told does not."""
        return self.found is not None and self.found <= self.rule.most


def parse_rules(text: str) -> tuple[Rule, ...]:
    """Rules from text, parted by commas, semicolons or lines. Raises ExportProblem that names a wrong one."""
    return tuple(_rule(part.strip()) for part in re.split(r"[,;\n]", text) if part.strip())


def _rule(text: str) -> Rule:
    found = _RULE.match(text)
    try:
        if found is None:
            raise ValueError
        sure = float(found["sure"] or 0.0)
        if not 0.0 <= sure <= 1.0:
            raise ValueError
        name = found["type"].strip().replace(" ", "_")
        return Rule(name, float(found["most"]), found["rate"] is not None, sure)
    except ValueError:
        raise ExportProblem(
            sentence("The rule “{text}” is not understood.", text=text),
            sentence("Write rules like: click<=5, dropout<=0, hum<=2/min, *<=20."),
        ) from None


def judge(document: ExportDocument, rules: Iterable[Rule]) -> list[Outcome]:
    """Every rule on every recording, counted over the rows that are exported."""
    return [Outcome(rule, file, _found(rule, file)) for file in document.files for rule in rules]


def _found(rule: Rule, file: ExportFile) -> float | None:
    count = sum(_is_meant(rule, row) for row in file.rows)
    if not rule.is_rate:
        return count
    return count / (file.length_s / 60) if file.length_s else None


def _is_meant(rule: Rule, row: ExportRow) -> bool:
    is_sure = rule.least_confidence == 0.0 or (row.confidence or 0.0) >= rule.least_confidence
    return is_sure and rule.artifact_type in (ALL_TYPES, row.artifact_type)


def verdict_words(outcomes: Iterable[Outcome]) -> str:
    """ "PASS" or "FAIL"."""
    return "PASS" if all(outcome.is_kept for outcome in outcomes) else "FAIL"
