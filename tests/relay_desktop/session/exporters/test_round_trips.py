"""What is written is read back the same, for every format that can be read: times, types, verdicts, text."""

from __future__ import annotations

import io
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from relay_desktop.session.exporters import times
from relay_desktop.session.exporters.catalogue import FORMATS, IMPORTABLE, read_markers
from relay_desktop.session.exporters.document import ExportDocument, ExportFile, ExportOptions, ExportRow
from relay_desktop.session.exporters.preview import Audio, ImportPreview
from tests.relay_desktop.session.exporters import strategies as made

few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
LOSSLESS = ("json", "csv")
# Marker lists: the label holds two decimals of the confidence, all else comes back.
IN_MILLISECONDS = ("reaper", "audition", "srt", "vtt")
EXACT_TO_THE_SAMPLE = ("audacity", "rx", "raven", "sonic-visualiser-csv", "sonic-visualiser-svl", "textgrid")


def there_and_back(document: ExportDocument, key: str, *, is_named: bool = True) -> ImportPreview:
    """Written as `key` and read again, by name or recognised by its content.

    The recording is named while reading when there is one only.
    """
    stream = io.BytesIO()
    FORMATS[key].write(document, ExportOptions(), stream)
    file = document.files[0]
    audio = Audio(file.name, file.path, file.sample_rate_hz, file.channels, file.frames)
    if len(document.files) > 1:
        audio = Audio()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "export")
        path.write_bytes(stream.getvalue())
        return read_markers(path, key if is_named else None, audio)


def bag(rows: tuple[ExportRow, ...]) -> Counter[ExportRow]:
    """Rows without their order among those of one moment."""
    return Counter(rows)


def test_every_readable_format_is_tested_here() -> None:
    assert {*LOSSLESS, *IN_MILLISECONDS, *EXACT_TO_THE_SAMPLE, "parquet", "wav"} == set(IMPORTABLE)


@few
@given(made.documents())
def test_json_holds_everything(document: ExportDocument) -> None:
    preview = there_and_back(document, "json")
    assert preview.document == document
    assert preview.skipped == ()


@few
@given(made.documents())
def test_json_survives_a_second_time_byte_for_byte(document: ExportDocument) -> None:
    once, again = io.BytesIO(), io.BytesIO()
    FORMATS["json"].write(document, ExportOptions(), once)
    FORMATS["json"].write(there_and_back(document, "json").document, ExportOptions(), again)
    assert once.getvalue() == again.getvalue()


def test_a_name_that_is_no_unicode_survives_in_json() -> None:
    name = b"caf\xe9.wav".decode("utf-8", "surrogateescape")
    document = ExportDocument((ExportFile(name, f"/audio/{name}", rows=(ExportRow("click", 0, 1, 0.5),)),))
    assert there_and_back(document, "json").document == document


@few
@given(made.documents())
def test_csv_holds_all_rows_by_file(document: ExportDocument) -> None:
    preview = there_and_back(document, "csv")
    read = {(file.name, file.path): file.rows for file in preview.document.files}
    assert read == {(file.name, file.path): file.rows for file in document.files if file.rows}
    assert preview.skipped == ()


@pytest.mark.parametrize("key", [*IN_MILLISECONDS, *EXACT_TO_THE_SAMPLE])
@few
@given(made.files())
def test_rows_come_back_from_marker_lists(key: str, file: ExportFile) -> None:
    preview = there_and_back(ExportDocument((file,)), key)
    assert bag(preview.document.files[0].rows) == bag(file.rows)
    assert preview.skipped == ()


@pytest.mark.parametrize("key", EXACT_TO_THE_SAMPLE)
@few
@given(made.framed_files())
def test_no_sample_is_lost(key: str, file: ExportFile) -> None:
    preview = there_and_back(ExportDocument((file,)), key)
    assert bag(preview.document.files[0].rows) == bag(file.rows)


@pytest.mark.parametrize("key", IN_MILLISECONDS)
@few
@given(made.framed_files())
def test_coarser_lists_are_off_by_half_a_millisecond_at_most(key: str, file: ExportFile) -> None:
    read = there_and_back(ExportDocument((file,)), key).document.files[0]
    for side in (0, 1):
        before = sorted(times.span_us(row, file)[side] for row in file.rows)
        after = sorted(times.span_us(row, read)[side] for row in read.rows)
        assert all(abs(there - here) <= 500 for here, there in zip(before, after, strict=True))


@few
@given(made.files(exact=True))
def test_raven_keeps_the_whole_confidence(file: ExportFile) -> None:
    assert bag(there_and_back(ExportDocument((file,)), "raven").document.files[0].rows) == bag(file.rows)


@pytest.mark.parametrize("key", [key for key in IMPORTABLE if key not in ("parquet", "wav")])
def test_an_export_is_recognised_by_its_content(key: str) -> None:
    rows = (ExportRow("click", 1000, 1005, 0.91), ExportRow("hum", 2000, 9000, 0.5, note="im Brunnen"))
    document = ExportDocument((ExportFile("take.wav", "/a/take.wav", 48_000, 1, 48_000 * 60, rows=rows),))
    preview = there_and_back(document, key, is_named=False)
    assert preview.format_key == key
    assert preview.document.files[0].rows == rows


@pytest.mark.parametrize("key", ["raven", "csv", "json"])
@few
@given(made.files(), made.files())
def test_several_recordings_in_one_file_come_apart_again(
    key: str, one: ExportFile, other: ExportFile
) -> None:
    one, other = (
        replace(one, name="one.wav", path="/a/one.wav"),
        replace(other, name="two.wav", path="/a/two.wav"),
    )
    preview = there_and_back(ExportDocument((one, other)), key)
    read = {file.path: bag(file.rows) for file in preview.document.files if file.rows}
    assert read == {file.path: bag(file.rows) for file in (one, other) if file.rows}
