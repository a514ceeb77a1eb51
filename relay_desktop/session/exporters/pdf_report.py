"""The report as PDF: settings, pass or fail, counts, and a table of the detections with a waveform of each.

The same facts as the HTML page, laid out on A4 pages to print and sign. When a person judged any detection, only those
signed as artifacts are in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from relay_desktop.session.exporters.acceptance import judge, verdict_words
from relay_desktop.session.exporters.document import (
    SCOPE_TEXT,
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportRow,
)
from relay_desktop.session.exporters.report_waveform import Peaks, Waveforms
from relay_desktop.session.exporters.times import clock_text, span_us
from relay_desktop.session.exporters.type_colours import colour_of

if TYPE_CHECKING:
    from fpdf import FPDF

FONTS: Final = Path(__file__).resolve().parents[3] / "resources" / "fonts"
_HEADS: Final = ("", "Type", "Start", "End", "Length", "Conf.", "Severity", "Reason and note")
_WIDTHS_MM: Final = (26.0, 24.0, 25.0, 25.0, 18.0, 12.0, 17.0, 39.0)
_ROW_MM: Final = 8.0
_WAVE_MM: Final = 24.0
_MOST_CHARS: Final = 60
# Sixty pages; nobody reads more, and the tables hold all of them.
MOST_ROWS: Final = 2000
_INK: Final = (60, 70, 82)
_FAINT: Final = (120, 128, 138)


def write(document: ExportDocument, options: ExportOptions, stream: BinaryIO) -> None:
    """The report into a stream. Waveforms are left out of a recording that is not there or cannot be read."""
    left_out = 0
    if document.has_verdicts and document.scope != "confirmed":
        everything = document.row_count
        document = document.only_confirmed()
        left_out = everything - document.row_count
    pdf = _new_pdf()
    title = document.files[0].name if len(document.files) == 1 else f"{len(document.files)} recordings"
    pdf.set_font(size=16, style="B")
    pdf.multi_cell(0, 9, f"Artifacts in {title}", new_x="LMARGIN", new_y="NEXT")
    _settings(pdf, document, left_out)
    _acceptance(pdf, document, options)
    for file in document.files:
        _recording(pdf, file)
    _signature(pdf, document)
    stream.write(bytes(pdf.output()))


def _new_pdf() -> FPDF:
    from fpdf import FPDF  # only when a PDF is made

    class Report(FPDF):
        def footer(self) -> None:
            self.set_y(-12)
            self.set_font(size=7, style="")
            self.set_text_color(*_FAINT)
            self.cell(0, 5, f"Page {self.page_no()} of {{nb}}", align="C")

    pdf = Report(format="A4")
    pdf.set_auto_page_break(auto=True, margin=16)
    pdf.set_margins(12, 12)
    pdf.add_font("Inter", "", FONTS / "Inter-Regular.otf")
    pdf.add_font("Inter", "B", FONTS / "Inter-SemiBold.otf")
    pdf.set_font("Inter", size=9)
    pdf.add_page()
    return pdf


def _lines(pdf: FPDF, pairs: Sequence[tuple[str, str]]) -> None:
    for name, value in pairs:
        if not value:
            continue
        pdf.set_font(size=8, style="")
        pdf.set_text_color(*_FAINT)
        pdf.cell(34, 5, name)
        pdf.set_text_color(0, 0, 0)
        pdf.multi_cell(0, 5, _plain(value), new_x="LMARGIN", new_y="NEXT")


def _settings(pdf: FPDF, document: ExportDocument, left_out: int) -> None:
    signed = f"{left_out} that nobody signed as an artifact" if left_out else ""
    pairs = [
        ("Reported", SCOPE_TEXT[document.scope]),
        ("Left out", signed),
        ("Filter", document.filter_words),
        ("Reviewer", document.reviewer or ""),
        ("Model", document.model_id or ""),
        ("Job", document.job_id or ""),
        ("Made", f"{document.created_at} with Relay Desktop {document.app_version}".strip()),
    ]
    if document.rules is not None and document.scope != "raw":
        pairs += [
            (f"Tuning{f' of {name}' if name else ''}", _tuning_words(document, name))
            for name in ("", *sorted(document.rules.by_type))
        ]
    _lines(pdf, pairs)


def _tuning_words(document: ExportDocument, name: str) -> str:
    assert document.rules is not None
    config = document.rules.for_type(name) if name else document.rules.config
    return (
        f"threshold {config.threshold:g}, merge window {config.merge_window_ms} ms,"
        f" minimum duration {config.min_duration_ms} ms"
    )


def _acceptance(pdf: FPDF, document: ExportDocument, options: ExportOptions) -> None:
    outcomes = judge(document, options.rules)
    if not outcomes:
        return
    pdf.ln(3)
    pdf.set_font(size=13, style="B")
    pdf.cell(0, 8, verdict_words(outcomes), new_x="LMARGIN", new_y="NEXT")
    for outcome in outcomes:
        found = "not known" if outcome.found is None else f"{outcome.found:.4g}"
        word = "pass" if outcome.is_kept else "FAIL"
        _lines(pdf, [(word, f"{outcome.file.name}: {outcome.rule.words()}; found: {found}")])


def _recording(pdf: FPDF, file: ExportFile) -> None:
    pdf.ln(4)
    pdf.set_font(size=12, style="B")
    pdf.set_text_color(0, 0, 0)
    pdf.multi_cell(0, 7, _plain(file.name), new_x="LMARGIN", new_y="NEXT")
    length = clock_text(round(file.length_s * 1_000_000)) if file.length_s is not None else ""
    rate = f"{file.sample_rate_hz} Hz" if file.sample_rate_hz else ""
    channels = f"{file.channels} channel{'s' if file.channels != 1 else ''}" if file.channels else ""
    _lines(pdf, [("Recording", " · ".join(part for part in (length, rate, channels, file.path or "") if part))])
    with Waveforms(file) as waveforms:
        _overview(pdf, file, waveforms)
        _counts(pdf, file)
        _table(pdf, file, waveforms)


def _overview(pdf: FPDF, file: ExportFile, waveforms: Waveforms) -> None:
    peaks = waveforms.whole()
    if peaks is None:
        _lines(pdf, [("Waveform", waveforms.problem or "")])
        return
    if pdf.will_page_break(24):
        pdf.add_page()
    x, y, width = pdf.l_margin, pdf.get_y() + 1, pdf.epw
    for row in file.rows:
        begins, ends = waveforms.share(row)
        pdf.set_fill_color(*_rgb(row.artifact_type))
        pdf.rect(x + begins * width, y, max(0.3, (ends - begins) * width), 20, style="F")
    _draw(pdf, peaks, x, y, width, 20)
    pdf.set_y(y + 22)


def _draw(pdf: FPDF, peaks: Peaks, x: float, y: float, width: float, height: float) -> None:
    low, high = (side.clip(-1, 1).tolist() for side in peaks)
    step, middle = width / len(low), y + height / 2
    top = [(x + (at + 0.5) * step, middle - value * height / 2 - 0.05) for at, value in enumerate(high)]
    bottom = [(x + (at + 0.5) * step, middle - value * height / 2 + 0.05) for at, value in enumerate(low)]
    pdf.set_fill_color(*_INK)
    pdf.polygon(top + bottom[::-1], style="F")


def _counts(pdf: FPDF, file: ExportFile) -> None:
    minutes = (file.length_s or 0.0) / 60
    counts = Counter(row.artifact_type for row in file.rows)
    pairs = []
    for name, count in sorted(counts.items()):
        covered = sum(row.end_ms - row.start_ms for row in file.rows if row.artifact_type == name) / 1000
        rate = f", {count / minutes:.2f} a minute" if minutes else ""
        pairs.append((name.replace("_", " "), f"{count}{rate}, {covered:.3f} s covered"))
    rate = f", {len(file.rows) / minutes:.2f} a minute" if minutes else ""
    _lines(pdf, [*pairs, ("All types", f"{len(file.rows)}{rate}")])


def _table(pdf: FPDF, file: ExportFile, waveforms: Waveforms) -> None:
    if not file.rows:
        return
    pdf.ln(2)
    _heads(pdf)
    for row in file.rows[:MOST_ROWS]:
        if pdf.will_page_break(_ROW_MM):
            pdf.add_page()
            _heads(pdf)
        _row(pdf, file, row, waveforms)
    if len(file.rows) > MOST_ROWS:
        words = f"the first {MOST_ROWS:,} of {len(file.rows):,} detections; export a table for all of them"
        _lines(pdf, [("Listed", words)])
    if waveforms.left_out:
        _lines(pdf, [("Waveforms", f"of the first {waveforms.drawn} detections")])


def _heads(pdf: FPDF) -> None:
    pdf.set_font(size=7, style="B")
    pdf.set_text_color(*_FAINT)
    for words, width in zip(_HEADS, _WIDTHS_MM, strict=True):
        pdf.cell(width, 6, words)
    pdf.ln(6)
    pdf.set_text_color(0, 0, 0)


def _row(pdf: FPDF, file: ExportFile, row: ExportRow, waveforms: Waveforms) -> None:
    x, y = pdf.get_x(), pdf.get_y()
    shape = waveforms.shape(row)
    if shape is not None:
        peaks, begins, ends = shape
        pdf.set_fill_color(*_rgb(row.artifact_type))
        pdf.rect(x + begins * _WAVE_MM, y + 0.5, max(0.3, (ends - begins) * _WAVE_MM), _ROW_MM - 1, style="F")
        _draw(pdf, peaks, x, y + 0.5, _WAVE_MM, _ROW_MM - 1)
    start, end = span_us(row, file)
    said = " · ".join(part for part in (row.reason, row.note) if part)
    cells = (
        "", row.artifact_type.replace("_", " "), clock_text(start), clock_text(end), f"{(end - start) / 1000:g} ms",
        "by hand" if row.confidence is None else f"{row.confidence:.2f}", row.severity or "", _short(said),
    )  # fmt: skip
    pdf.set_font(size=7, style="")
    for words, width in zip(cells, _WIDTHS_MM, strict=True):
        pdf.cell(width, _ROW_MM, _plain(words))
    pdf.ln(_ROW_MM)


def _signature(pdf: FPDF, document: ExportDocument) -> None:
    if pdf.will_page_break(24):
        pdf.add_page()
    pdf.ln(14)
    y = pdf.get_y()
    pdf.set_draw_color(*_FAINT)
    pdf.line(pdf.l_margin, y, pdf.l_margin + 70, y)
    pdf.set_font(size=8, style="")
    pdf.set_text_color(*_FAINT)
    pdf.cell(0, 5, _plain(f"{document.reviewer or 'Reviewer'}, date and signature"))


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _MOST_CHARS else f"{one_line[: _MOST_CHARS - 1]}…"


def _plain(text: str) -> str:
    """Half surrogates (file names that are no UTF-8) have no glyph and no place in a PDF."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _rgb(artifact_type: str) -> tuple[int, int, int]:
    """A pale tone of the type's colour, so that the waveform over it stays readable."""
    value = int(colour_of(artifact_type), 16)
    red, green, blue = (value >> shift & 255 for shift in (16, 8, 0))
    return tuple(round(255 - (255 - part) * 0.55) for part in (red, green, blue))  # type: ignore[return-value]
