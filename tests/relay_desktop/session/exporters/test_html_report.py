"""The HTML report: what it holds, what it leaves out, that it needs nothing else."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import soundfile

from inference.audio_file import open_audio
from inference.tuning import TuningRules, TypeTuning
from inference.tuning_config import TuningConfig
from relay_desktop.session.exporters import html_report, report_waveform
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportRow,
    Member,
)

RATE = 8_000
RULES = TuningRules(TuningConfig(threshold=0.4), {"click": TypeTuning(min_duration_ms=0)})
ROWS = (
    ExportRow("click", 500, 505, 0.91, "artifact", "blocker", note="<script>alert(1)</script> & “so”"),
    ExportRow("click", 900, 905, 0.3, "not an artifact"),
    ExportRow(
        "hum",
        61_000,
        63_000,
        0.6,
        "artifact",
        members=(Member(61_000, 62_000, 0.6), Member(62_100, 63_000, 0.5)),
    ),
)


class Page(HTMLParser):
    """Tags and words of a page; complains about tags that are not closed in order."""

    LOOSE = frozenset({"meta", "td", "th", "rect", "path", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.words = ""
        self.links: list[str | None] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attributes if name in ("src", "href")]
        if tag not in self.LOOSE:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def file(tmp_path: Path) -> ExportFile:
    """Seventy seconds, silent but for one sample."""
    path = tmp_path / "take.wav"
    samples = np.zeros((70 * RATE, 2))
    samples[4_020, 1] = 0.75
    soundfile.write(path, samples, RATE)
    return ExportFile("take.wav", str(path), RATE, 2, 70 * RATE, rows=ROWS)


def report(document: ExportDocument) -> Page:
    return Page("".join(html_report.lines(document, ExportOptions())))


def test_only_what_was_signed_once_there_are_verdicts(file: ExportFile) -> None:
    page = report(ExportDocument((file,), rules=RULES, reviewer="Ann", model_id="m1"))
    assert "1 detection that nobody signed" in page.words
    assert page.words.count("0:00:00.900") == 0
    assert "0:00:00.500" in page.words
    assert "of 2" in page.words
    for told in ("Ann", "m1", "threshold 0.4", "minimum duration 0 ms", "blocker", "0:01:10.000", "8000 Hz"):
        assert told in page.words


def test_everything_shown_as_long_as_nobody_judged(file: ExportFile) -> None:
    rows = tuple(ExportRow(row.artifact_type, row.start_ms, row.end_ms, row.confidence) for row in ROWS)
    page = report(ExportDocument((ExportFile("take.wav", rows=rows),)))
    assert "0:00:00.900" in page.words
    assert "signed" not in page.words


def test_text_of_people_stays_text_and_nothing_is_fetched(file: ExportFile) -> None:
    page = report(ExportDocument((file,)))
    assert "<script>alert(1)</script> & “so”" in page.words
    assert "script" not in page.tags
    assert page.links == []


def test_pictures_of_the_recording_and_of_each_detection(file: ExportFile) -> None:
    page = report(ExportDocument((file,)).only_confirmed())
    assert page.tags.count("svg") == 1 + 2
    assert page.tags.count("rect") == 2 + 2


def test_counts_per_type_and_minute(file: ExportFile) -> None:
    text = "".join(html_report.lines(ExportDocument((file,), scope="confirmed"), ExportOptions()))
    assert "<td class=tB98A00>click<td>2<td>1.71<td>0.010 s</tr>" in text
    assert "<tr><td>0:00<td>2<td></tr>" in text
    assert "<tr><td>0:01<td><td>1</tr>" in text


def test_a_recording_that_is_gone_gives_a_report_without_pictures(tmp_path: Path) -> None:
    page = report(ExportDocument((ExportFile("take.wav", str(tmp_path / "gone.wav"), rows=ROWS),)))
    assert "not there any more" in page.words
    assert "svg" not in page.tags


def test_peaks_find_a_single_sample_wherever_blocks_end(
    file: ExportFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert file.path is not None
    for block in (1, 7, 1000, 1 << 20):
        monkeypatch.setattr(report_waveform, "_BLOCK_FRAMES", block)
        with open_audio(file.path) as audio:
            low, high = report_waveform.peaks_between(audio, 4_000, 4_100, 30)
        assert np.flatnonzero(high).tolist() == [6]
        assert high[6] == pytest.approx(0.75, abs=1e-4)
        assert not low.any()


def test_only_the_first_detections_get_a_picture(file: ExportFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_waveform, "MOST_ROW_PICTURES", 1)
    page = report(ExportDocument((file,)))
    assert page.tags.count("svg") == 2
    assert "A waveform is shown for the first 1" in page.words
