"""Clips: the right sound, marked, under the names that were asked for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from relay_desktop.session.exporters.catalogue import FORMATS, export, read_markers
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
)

RATE = 8_000
ROWS = (ExportRow("click", 100, 100, 0.91), ExportRow("hum", 500, 900, 0.5, "artifact", "issue", note="b/w"))


@pytest.fixture
def document(tmp_path: Path) -> ExportDocument:
    """One second in which every sample says where it is."""
    path = tmp_path / "take.one.wav"
    soundfile.write(path, np.arange(RATE, dtype=np.int16), RATE, "PCM_16")
    return ExportDocument((ExportFile(path.name, str(path), RATE, 1, RATE, rows=ROWS),))


def test_each_clip_holds_its_detection_and_the_context(document: ExportDocument, tmp_path: Path) -> None:
    written = export(document, FORMATS["clips"], tmp_path / "clips", options=ExportOptions(context_ms=200))
    assert [path.name for path in written] == [
        "take.one_0001_click_0-00-00.100.wav",
        "take.one_0002_hum_0-00-00.500.wav",
    ]
    sounds = [soundfile.read(path, dtype="int16")[0] for path in written]
    assert (sounds[0][0], sounds[0][-1], len(sounds[0])) == (0, 2399, 2400)
    assert (sounds[1][0], sounds[1][-1], len(sounds[1])) == (2400, 7999, 5600)
    (marker,) = read_markers(written[1]).document.files[0].rows
    assert (marker.artifact_type, marker.start_ms, marker.end_ms) == ("hum", 200, 600)
    assert marker.note == "b/w"


def test_names_by_template(document: ExportDocument, tmp_path: Path) -> None:
    options = ExportOptions(clip_name="{type}/{verdict}{confidence}")
    written = export(document, FORMATS["clips"], tmp_path / "clips", options=options)
    assert [path.name for path in written] == ["click_0.91.wav", "hum_artifact0.50.wav"]


def test_names_that_would_be_the_same_are_numbered(document: ExportDocument, tmp_path: Path) -> None:
    written = export(
        document, FORMATS["clips"], tmp_path / "clips", options=ExportOptions(clip_name="{file}")
    )
    assert [path.name for path in written] == ["take.one.wav", "take.one-2.wav"]


@pytest.mark.parametrize("template", ["{nothing}", "{", "{0}", "{type.real}", "{type!x}", "{type:zz}"])
def test_a_template_that_cannot_be_is_told(document: ExportDocument, tmp_path: Path, template: str) -> None:
    with pytest.raises(ExportProblem, match="cannot be made") as told:
        export(document, FORMATS["clips"], tmp_path / "clips", options=ExportOptions(clip_name=template))
    assert "{type}" in told.value.advice
    assert not (tmp_path / "clips").exists()


def test_a_detection_beyond_the_end_is_told(document: ExportDocument, tmp_path: Path) -> None:
    late = ExportFile("x.wav", document.files[0].path, RATE, rows=(ExportRow("click", 9000, 9001, 0.5),))
    with pytest.raises(ExportProblem, match="the same recording"):
        export(ExportDocument((late,)), FORMATS["clips"], tmp_path / "clips")


def test_it_stops_between_clips(document: ExportDocument, tmp_path: Path) -> None:
    done: list[int] = []
    export(
        document, FORMATS["clips"], tmp_path / "clips",
        on_progress=lambda count, _all: done.append(count), is_cancelled=lambda: bool(done),
    )  # fmt: skip
    assert len(list((tmp_path / "clips").iterdir())) == 1
