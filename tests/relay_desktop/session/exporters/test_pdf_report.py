"""The PDF report, read back with another library: words, pages, what is left out."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import numpy as np
import pypdf
import pytest
import soundfile

from relay_desktop.session.exporters import catalogue
from relay_desktop.session.exporters.acceptance import parse_rules
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportRow,
)


def words_of(path: Path) -> list[str]:
    """The text of every page."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages]


def made(tmp_path: Path, document: ExportDocument, options: ExportOptions | None = None) -> list[str]:
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    (path,) = catalogue.export(document, catalogue.format_of("pdf"), tmp_path / "r.pdf", options=options)
    return words_of(path)


@pytest.fixture
def file(tmp_path: Path) -> ExportFile:
    path = tmp_path / "take ünï.wav"
    soundfile.write(path, np.random.default_rng(1).normal(0, 0.1, 8000 * 4), 8000)
    rows = (
        ExportRow("click", 500, 503, 0.91, "artifact", "issue", "", "lip smack “ä”"),
        ExportRow("noise_burst", 1000, 1400, None, "artifact"),
        ExportRow("hum", 2000, 3000, 0.5, "not an artifact", note="never printed"),
    )
    return ExportFile(path.name, str(path), 8000, 1, 32_000, rows=rows)


def test_the_report_holds_what_was_signed(tmp_path: Path, file: ExportFile) -> None:
    document = ExportDocument((file,), "shown", "m1", "j1", None, "Ann Ötzi", "0.1", "2026-01-01", "confidence 0.5")
    (page,) = made(tmp_path, document, ExportOptions(rules=parse_rules("click<=0, *<=9")))
    for words in (
        "Artifacts in take ünï.wav", "Ann Ötzi", "lip smack “ä”", "0:00:00.500", "noise burst", "by hand",
        "1 that nobody signed as an artifact", "FAIL", "at most 0 click", "confidence 0.5", "Page 1 of 1",
    ):  # fmt: skip
        assert words in page, words
    assert "never printed" not in page


def test_long_tables_go_over_pages_with_their_heads(tmp_path: Path) -> None:
    rows = tuple(ExportRow("click", at * 1000, at * 1000 + 3, 0.5) for at in range(120))
    pages = made(tmp_path, ExportDocument((ExportFile("gone.wav", "/gone.wav", duration_s=130.0, rows=rows),)))
    assert len(pages) >= 4
    assert all("Conf." in page for page in pages[:3])
    assert "/gone.wav" in pages[0]


def test_nothing_to_report_is_a_report(tmp_path: Path) -> None:
    (page,) = made(tmp_path, ExportDocument((ExportFile("a.wav"),)))
    assert "All types" in page
