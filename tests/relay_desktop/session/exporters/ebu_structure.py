"""The rules of an EBU QC Report that concern ours: order and number of children, forms of values.

Put together from the EBU QC data model (github.com/ebu/qc, CC BY 4.0) and its best practice for pass/fail reports;
`complaints` gives one sentence per broken rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree

NAMESPACE = "{tag:qc.ebu.ch,2026-01}"

# Children in the only allowed order; "?" may be missing, "*" any number.
_ANNOTATION = "Text Editor? Timestamp? ExtensionProperties?"
_OPERATOR = "Name ID? Role? ExtensionProperties?"
_TOOL = "ToolID ToolName Vendor? URL? Version? ExtensionProperties?"
_ITEM_HEAD = "EBUQCID EBUQCName? EBUQCVersion InstanceId?"
SEQUENCES = {
    "Report": "ReportId ReportCreator? ExecutionStatus ErrorDescription? CheckResult? ContentId LastModifiedDateTime "
    "ReportGroupId? OverallAnalysisDuration? ToolInformation? Profile ItemResults ExtensionProperties?",
    "Profile": "ID Name? ContentId CheckResultRule? Description? Scopes Requestor? DueDate? RelevanceLevel? Items "
    "ItemDefinitions ExtensionProperties?",
    "Items": "Item*",
    "ItemDefinitions": "",
    "Scopes": "Scope*",
    "Item": f"{_ITEM_HEAD} Relevance? UsedAs? Track? Scopes Inputs ExtensionProperties?",
    "Inputs": "Input*",
    "Input": "Name Locator? Track? WrapperLocation? Value Input* ExtensionProperties?",
    "ItemResults": "ItemResult*",
    "ItemResult": f"{_ITEM_HEAD} AnalysisMethodUsed ExecutionStatus ErrorDescription? CheckResult? "
    "ResultDescription? ToolInformation? Annotation? Relevance? MaxSeverity? VerificationMedia? DetectionMethod? "
    "Revision? CreationDateTime? Operator? Outputs ExtensionProperties?",
    "Outputs": "Output*",
    "Output": "Name Locator? Track? WrapperLocation? Value? Annotation? VerificationMedia? Confidence? Severity? "
    "Aliases? Output* ExtensionProperties?",
    "Locator": "Start? End? SpatialRegion? ExtensionProperties?",
    "ContentId": "ContentIdentifier ContentIdentifier*",
    "ContentIdentifier": "ID Annotation? ExtensionProperties?",
    "Annotation": _ANNOTATION,
    "ReportCreator": _OPERATOR,
    "Operator": _OPERATOR,
    "Editor": _OPERATOR,
    "ToolInformation": _TOOL,
}
_UUID = r"urn:uuid:[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_BOOLEAN = "true|false|0|1"
FORMS = {
    "ReportId": _UUID,
    "InstanceId": _UUID,
    "Profile/ID": _UUID,
    "EBUQCID": r"[0-9a-zA-Z\-]+",
    "Input/Name": r"[0-9a-zA-Z\-]+",
    "Output/Name": r"[0-9a-zA-Z\-]+",
    "EBUQCVersion": r"\d+\.\d+",
    "ExecutionStatus": "complete|error",
    "CheckResult": _BOOLEAN,
    "CheckResultRule": "AND|OR|MinimumRelevance",
    "UsedAs": "check|report",
    "DetectionMethod": "automatic|human|assisted",
    "Confidence": r"0(\.\d+)?|1(\.0+)?",
    "Severity": r"\d+",
    "MaxSeverity": r"\d+",
}
_TIMES = ("LastModifiedDateTime", "Timestamp", "DueDate", "CreationDateTime")


def complaints(content: bytes) -> list[str]:
    """One sentence per rule that the report breaks."""
    root = ElementTree.fromstring(content)
    if root.tag != f"{NAMESPACE}Report":
        return [f"the root is {root.tag}"]
    return [*_walk(root, ""), *_best_practice(root)]


def _name(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(NAMESPACE)


def _walk(element: ElementTree.Element, parent: str) -> Iterator[str]:
    name = _name(element)
    if name == "ExtensionProperties":
        yield from (
            f"{child.tag} is not of another namespace" for child in element if child.tag.startswith(NAMESPACE)
        )
        return
    children = " ".join(_name(child) for child in element)
    if name in SEQUENCES:
        if not re.fullmatch(_expression(SEQUENCES[name]), children + " " * bool(children)):
            yield f"{name} holds {children or 'nothing'}"
    elif children:
        yield f"{name} is no element of a report that holds others"
    yield from _value(element, name, parent)
    for child in element:
        yield from _walk(child, name)


def _expression(sequence: str) -> str:
    parts = ((part.rstrip("?*"), part[len(part.rstrip("?*")) :]) for part in sequence.split())
    return "".join(f"(?:{name} ){count}" for name, count in parts)


def _value(element: ElementTree.Element, name: str, parent: str) -> Iterator[str]:
    form = FORMS.get(f"{parent}/{name}") or FORMS.get(name)
    text = element.text or ""
    if form and not re.fullmatch(form, text):
        yield f"{parent}/{name} is {text!r}"
    if name in _TIMES and datetime.fromisoformat(text).tzinfo is None:
        yield f"{name} {text} has no zone"


def _best_practice(root: ElementTree.Element) -> Iterator[str]:
    find = root.find
    if find(f"{NAMESPACE}CheckResult") is None or find(f"{NAMESPACE}ToolInformation") is None:
        yield "CheckResult or ToolInformation is missing"
    here, there = (find(f"{NAMESPACE}{path}ContentId") for path in ("", f"Profile/{NAMESPACE}"))
    if (
        here is None
        or there is None
        or ElementTree.tostring(here).strip() != ElementTree.tostring(there).strip()
    ):
        yield "Profile and Report are of different content"
    items, results = (
        [_key(element) for element in root.iter(f"{NAMESPACE}{kind}")] for kind in ("Item", "ItemResult")
    )
    if Counter(items) != Counter(results) or len(set(items)) != len(items):
        yield "items and results do not map one to one"
    if not any(used.text == "check" for used in root.iter(f"{NAMESPACE}UsedAs")):
        yield "there is no check item"


def _key(element: ElementTree.Element) -> tuple[str | None, ...]:
    return tuple(element.findtext(f"{NAMESPACE}{name}") for name in ("EBUQCID", "EBUQCVersion", "InstanceId"))
