"""The EBU QC report: structure, values, what passes and what does not."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from inference.tuning import TuningRules, TypeTuning
from inference.tuning_config import TuningConfig
from relay_desktop.session.exporters import ebu_qc
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
)
from tests.relay_desktop.session.exporters import strategies as made
from tests.relay_desktop.session.exporters.ebu_structure import NAMESPACE, complaints

SKELETON = Path(__file__).resolve().parents[3] / "data" / "ebu_qc_report_skeleton.xml"
RULES = TuningRules(TuningConfig(), {"click": TypeTuning(min_duration_ms=0)})
FILE = ExportFile(
    "take & <1>.wav",
    "/audio/take.wav",
    48_000,
    2,
    rows=(
        ExportRow("noise_burst", 1000, 1380, 0.875, "artifact", "blocker", "", "clearly heard"),
        ExportRow("click", 2000, 2000, 1.0, "not an artifact"),
    ),
)


def report(document: ExportDocument, **options: dict[str, str]) -> bytes:
    return "".join(ebu_qc.lines(document, ExportOptions(**options))).encode()  # type: ignore[arg-type]


def document(file: ExportFile = FILE) -> ExportDocument:
    return ExportDocument((file,), "shown", "m1", "j1", RULES, "Ann", "0.1.0", "2026-11-23T12:00:00+00:00")


def test_the_sample_report_keeps_the_rules() -> None:
    assert complaints(SKELETON.read_bytes()) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<EBUQCVersion>1.0</EBUQCVersion>", b""),
        (b"<Name>Segment</Name>", b"<Name>noise_burst</Name>"),
        (
            b"<Confidence>0.87</Confidence><Severity>2</Severity>",
            b"<Severity>2</Severity><Confidence>1</Confidence>",
        ),
        (b"+00:00</LastModified", b"</LastModified"),
        (b"<ReportId>urn:uuid:ad8a0041", b"<ReportId>ad8a0041"),
        (b"<UsedAs>check", b"<UsedAs>report"),
    ],
)
def test_the_rules_notice_what_is_wrong(before: bytes, after: bytes) -> None:
    content = SKELETON.read_bytes()
    assert before in content
    assert complaints(content.replace(before, after, 1)) != []


@settings(max_examples=40)
@given(made.documents())
def test_every_report_keeps_the_rules(any_document: ExportDocument) -> None:
    for file in any_document.files:
        assert complaints(report(any_document.of_file(file))) == []


def test_what_the_outputs_say() -> None:
    root = ElementTree.fromstring(report(document()))
    burst = next(output for output in root.iter(f"{NAMESPACE}Output") if "Burst" in output[0].text)  # type: ignore[operator]
    assert [text.strip() for text in burst.itertext() if text.strip()] == [
        "NoiseBurst",
        "00:00:01.000000",
        "00:00:01.380000",
        "noise_burst",
        "artifact; clearly heard",
        "Ann",
        "2026-11-23T12:00:00+00:00",
        "0.875000",
        "2",
    ]


def test_only_what_counts_fails_the_check() -> None:
    root = ElementTree.fromstring(report(document()))
    results = [result.findtext(f"{NAMESPACE}CheckResult") for result in root.iter(f"{NAMESPACE}ItemResult")]
    assert results == ["false", "true"]  # the click was called no artifact
    assert root.findtext(f"{NAMESPACE}CheckResult") == "false"
    clean = ElementTree.fromstring(report(document(ExportFile("clean.wav"))))
    assert clean.findtext(f"{NAMESPACE}CheckResult") == "true"


def test_the_tuning_of_each_type_is_in_its_item() -> None:
    content = report(document()).decode()
    assert "<Name>MinimumDuration</Name><Value>0 ms</Value>" in content
    assert "<Name>MinimumDuration</Name><Value>50 ms</Value>" in content


def test_a_person_may_name_the_items() -> None:
    content = report(document(), ebu_items={"click": "0251B"})
    assert b"<EBUQCID>0251B</EBUQCID>" in content
    assert complaints(content) == []
    with pytest.raises(ExportProblem, match="no EBU QC item"):
        report(document(), ebu_items={"click": "noise_burst"})


@pytest.mark.skipif(
    "RELAY_EBU_QC_XSD" not in os.environ, reason="RELAY_EBU_QC_XSD names no copy of EBU's qc.xsd"
)
def test_the_schema_of_the_ebu() -> None:
    """By hand: `RELAY_EBU_QC_XSD=qc.xsd pytest ...` with the schema from github.com/ebu/qc and package xmlschema."""
    xmlschema = pytest.importorskip("xmlschema")
    schema = xmlschema.XMLSchema(os.environ["RELAY_EBU_QC_XSD"])
    namespace = schema.target_namespace
    for content in (SKELETON.read_bytes(), report(document())):
        schema.validate(content.decode().replace(ebu_qc.NAMESPACE, namespace))
