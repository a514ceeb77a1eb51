"""Pass/fail rules: read as a person writes them, judged on what is exported."""

from __future__ import annotations

import pytest

from relay_desktop.session.exporters import html_report
from relay_desktop.session.exporters.acceptance import judge, parse_rules, verdict_words
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
    Rule,
)

ROWS = (
    ExportRow("click", 0, 5, 0.95), ExportRow("click", 500, 505, 0.6), ExportRow("noise_burst", 900, 990, None),
)  # fmt: skip
DOCUMENT = ExportDocument((ExportFile("a.wav", duration_s=30.0, rows=ROWS), ExportFile("b.wav", rows=ROWS[:1])))


def test_rules_are_read_as_they_are_written() -> None:
    assert parse_rules("click<=5, dropout <= 0; hum<=2/min\nnoise burst@0.9<=0.5 / min,*<=20,") == (
        Rule("click", 5),
        Rule("dropout", 0),
        Rule("hum", 2, True),
        Rule("noise_burst", 0.5, True, 0.9),
        Rule("*", 20),
    )
    assert parse_rules(" \n") == ()


@pytest.mark.parametrize("wrong", ["click", "click<5", "<=3", "click<=x", "click@1.5<=3", "click<=1.2.3", "click@<=1"])
def test_what_is_not_understood_is_named(wrong: str) -> None:
    with pytest.raises(ExportProblem, match="not understood"):
        parse_rules(f"hum<=1, {wrong}")


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("click<=1", [2, 1]),
        ("click@0.9<=0", [1, 1]),
        ("*<=2", [3, 1]),
        ("*<=2/min", [6.0, None]),
        ("noise burst<=1", [1, 0]),
        ("noise burst@0.1<=0", [0, 0]),
    ],
)
def test_each_rule_counts_what_it_says(rule: str, found: list[float | None]) -> None:
    outcomes = judge(DOCUMENT, parse_rules(rule))
    assert [outcome.found for outcome in outcomes] == found


def test_what_cannot_be_told_does_not_pass() -> None:
    (_known, unknown) = judge(DOCUMENT, parse_rules("*<=99/min"))
    assert not unknown.is_kept
    assert verdict_words(judge(DOCUMENT, parse_rules("*<=99"))) == "PASS"


def test_the_report_says_which_recording_fails_which_rule() -> None:
    page = "".join(html_report.lines(DOCUMENT, ExportOptions(rules=parse_rules("click<=1"))))
    assert "<h2>FAIL</h2>" in page
    assert "<td>a.wav<td>at most 1 click<td>2<td><b>fail</b>" in page
    assert "<td>b.wav<td>at most 1 click<td>1<td>pass" in page
    assert "FAIL" not in "".join(html_report.lines(DOCUMENT, ExportOptions()))
