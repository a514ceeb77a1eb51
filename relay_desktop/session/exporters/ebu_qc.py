"""EBU QC Report: one check item per artifact type, one output per detection.

No item of the EBU catalogue means a click or a glitch: all types are reported under 0231B Audio Distortion unless a
person maps them, and the type itself stands in the item's input, the output's value and the instance.
Sources: EBU QC data model (github.com/ebu/qc), its best practice for pass/fail reports.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

from inference.sentences import sentence
from inference.tuning import TuningRules
from relay_desktop.session.exporters.document import (
    SCOPE_TEXT,
    SEVERITIES,
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
)
from relay_desktop.session.exporters.times import clock_text, span_us
from relay_desktop.session.exporters.xml_text import escaped

NAMESPACE = "tag:qc.ebu.ch,2026-01"
_OURS = "urn:relay-desktop:export:1"
_DEFAULT_ITEM = "0231B"
_ITEM_NAMES = {"0231B": "Audio Distortion", "0078B": "Audio Silence"}
_ITEM_ID = re.compile(r"[0-9a-zA-Z\-]+")
_UNIT = "HH:MM:SS.ssssss since the first sample of the file"
_TOOL = "urn:relay-desktop"


class _Report:
    """What the parts of one report share."""

    def __init__(self, document: ExportDocument, options: ExportOptions) -> None:
        self.document = document
        self.file: ExportFile = document.the_file()
        self.written = _zoned(document.created_at)
        self.identity = uuid.uuid5(
            uuid.NAMESPACE_URL, f"{_TOOL}:{document.job_id}:{self.content}:{self.written}"
        )
        by_type = document.rules.by_type if document.rules else {}
        self.types = tuple(dict.fromkeys((*self.file.type_names(), *sorted(by_type)))) or ("artifact",)
        self.items = {name: options.ebu_items.get(name, _DEFAULT_ITEM) for name in self.types}
        self.rows: dict[str, list[ExportRow]] = {name: [] for name in self.types}
        for row in self.file.rows:
            self.rows[row.artifact_type].append(row)
        for item in self.items.values():
            if not _ITEM_ID.fullmatch(item):
                raise ExportProblem(
                    sentence(
                        "“{item}” is no EBU QC item: it may hold letters, digits and hyphens only.", item=item
                    )
                )

    @property
    def content(self) -> uuid.UUID:
        """Identity of the recording: from its hash where known, else from where it lies."""
        known = self.file.audio_sha256 or self.file.path or self.file.name
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{_TOOL}:audio:{escaped(known)}")

    def instance(self, name: str) -> uuid.UUID:
        """Identity of one type's item in this report."""
        return uuid.uuid5(self.identity, escaped(name))

    def item_head(self, name: str) -> str:
        """EBUQCID to InstanceId, alike in item and result."""
        item = self.items[name]
        named = f"<EBUQCName>{_ITEM_NAMES[item]}</EBUQCName>" if item in _ITEM_NAMES else ""
        version = f"{named}<EBUQCVersion>1.0</EBUQCVersion>"
        return f"<EBUQCID>{item}</EBUQCID>{version}<InstanceId>urn:uuid:{self.instance(name)}</InstanceId>"


def lines(document: ExportDocument, options: ExportOptions) -> Iterator[str]:
    """The report of the document's one file. Raises ExportProblem for an item id that cannot be."""
    report = _Report(document, options)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<Report xmlns="{NAMESPACE}">\n'
    yield f" <ReportId>urn:uuid:{report.identity}</ReportId>\n"
    if document.reviewer:
        yield f" <ReportCreator><Name>{escaped(document.reviewer)}</Name></ReportCreator>\n"
    yield " <ExecutionStatus>complete</ExecutionStatus>\n"
    yield f" <CheckResult>{_passes(report.file.rows)}</CheckResult>\n {_content_id(report)}\n"
    yield f" <LastModifiedDateTime>{report.written}</LastModifiedDateTime>\n"
    yield f" <ToolInformation><ToolID>{_TOOL}</ToolID><ToolName>Relay Desktop</ToolName>"
    yield f"<Version>{escaped(document.app_version or '0')}</Version></ToolInformation>\n"
    yield from _profile(report)
    yield " <ItemResults>\n"
    for name in report.types:
        yield from _result(report, name)
    yield " </ItemResults>\n"
    yield from _extension(report)
    yield "</Report>\n"


def _content_id(report: _Report) -> str:
    identifier = (
        f"<ID>urn:uuid:{report.content}</ID><Annotation><Text>{escaped(report.file.name)}</Text></Annotation>"
    )
    return f"<ContentId><ContentIdentifier>{identifier}</ContentIdentifier></ContentId>"


def _profile(report: _Report) -> Iterator[str]:
    yield f" <Profile>\n  <ID>urn:uuid:{uuid.uuid5(report.identity, 'profile')}</ID>\n  {_content_id(report)}\n"
    yield "  <CheckResultRule>AND</CheckResultRule>\n  <Scopes/>\n  <Items>\n"
    for name in report.types:
        yield f"   <Item>{report.item_head(name)}<UsedAs>check</UsedAs><Scopes/>"
        yield f"<Inputs>{''.join(_inputs(name, report.document.rules))}</Inputs></Item>\n"
    yield "  </Items>\n  <ItemDefinitions/>\n </Profile>\n"


def _inputs(name: str, rules: TuningRules | None) -> Iterator[str]:
    values = {"ArtifactType": name}
    if rules is not None:
        config = rules.for_type(name)
        values["Threshold"] = f"{config.threshold}"
        values["MergeWindow"] = f"{config.merge_window_ms} ms"
        values["MinimumDuration"] = f"{config.min_duration_ms} ms"
    for key, value in values.items():
        yield f"<Input><Name>{key}</Name><Value>{escaped(value)}</Value></Input>"


def _result(report: _Report, name: str) -> Iterator[str]:
    rows = report.rows[name]
    yield f"  <ItemResult>{report.item_head(name)}<AnalysisMethodUsed>measure</AnalysisMethodUsed>"
    yield f"<ExecutionStatus>complete</ExecutionStatus><CheckResult>{_passes(rows)}</CheckResult>"
    severities = [SEVERITIES.index(row.severity) for row in rows if row.severity]
    if severities:
        yield f"<MaxSeverity>{max(severities)}</MaxSeverity>"
    method = "assisted" if any(row.verdict for row in rows) else "automatic"
    yield f"<DetectionMethod>{method}</DetectionMethod>"
    if report.document.reviewer:
        yield f"<Operator><Name>{escaped(report.document.reviewer)}</Name></Operator>"
    yield "<Outputs>\n"
    output = _camel(name)
    for row in rows:
        yield _output(report, output, row)
    yield "  </Outputs></ItemResult>\n"


def _output(report: _Report, name: str, row: ExportRow) -> str:
    start, end = (clock_text(us, decimals=6, hour_digits=2) for us in span_us(row, report.file))
    locator = f"<Locator><Start>{start}</Start><End>{end}</End></Locator>"
    value = f"<Value>{escaped(row.artifact_type)}</Value>"
    # A decimal of XML Schema has no exponent.
    confidence = "" if row.confidence is None else f"<Confidence>{row.confidence:.6f}</Confidence>"
    severity = f"<Severity>{SEVERITIES.index(row.severity)}</Severity>" if row.severity else ""
    return f"   <Output><Name>{name}</Name>{locator}{value}{_annotation(report, row)}{confidence}{severity}</Output>\n"


def _annotation(report: _Report, row: ExportRow) -> str:
    said = "; ".join(filter(None, (row.verdict, row.reason, row.note)))
    if not said:
        return ""
    editor = (
        f"<Editor><Name>{escaped(report.document.reviewer)}</Name></Editor>"
        if report.document.reviewer
        else ""
    )
    return f"<Annotation><Text>{escaped(said)}</Text>{editor}<Timestamp>{report.written}</Timestamp></Annotation>"


def _extension(report: _Report) -> Iterator[str]:
    document = report.document
    told = {
        "Exported": f"{document.scope}: {SCOPE_TEXT[document.scope]}",
        "LocatorUnit": _UNIT,
        "SeverityScale": "0 FYI, 1 issue, 2 blocker",
        "Model": document.model_id,
        "Job": document.job_id,
    }
    yield f' <ExtensionProperties><relay:Export xmlns:relay="{_OURS}">\n'
    for name, value in told.items():
        if value:
            yield f"  <relay:{name}>{escaped(value)}</relay:{name}>\n"
    yield " </relay:Export></ExtensionProperties>\n"


def _passes(rows: tuple[ExportRow, ...] | list[ExportRow]) -> str:
    """Nothing found counts against the recording; what a person called no artifact does not."""
    return "false" if any(row.verdict != "not an artifact" for row in rows) else "true"


def _camel(name: str) -> str:
    """`noise_burst` -> `NoiseBurst`: names here hold ASCII letters, digits and hyphens only."""
    words = re.findall(r"[0-9a-zA-Z]+", name)
    return "".join(word[:1].upper() + word[1:] for word in words) or "Artifact"


def _zoned(written: str) -> str:
    """A date and time with its zone, as the best practice asks for."""
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        at = datetime.now(UTC)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).isoformat(timespec="seconds")
