"""Files are there whole or not at all; nothing is replaced that was not meant to be."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from relay_desktop.errors import DiskFull, FileProblem
from relay_desktop.session.exporters.catalogue import FORMATS, export, first_lines
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
)
from relay_desktop.session.exporters.placing import safe_name, write_whole

ROW = ExportRow("click", 1, 2, 0.5)
ONE = ExportDocument((ExportFile("take.wav", rows=(ROW,)),))
TWO = ExportDocument((ExportFile("a.wav", rows=(ROW,)), ExportFile("b.wav", rows=(ROW,))))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_recording_goes_to_the_file_or_into_the_folder(tmp_path: Path) -> None:
    assert export(ONE, FORMATS["audacity"], tmp_path) == [tmp_path / "take.labels.txt"]
    assert export(ONE, FORMATS["audacity"], tmp_path / "deep" / "x.txt") == [tmp_path / "deep" / "x.txt"]
    assert (tmp_path / "deep" / "x.txt").read_text() == (tmp_path / "take.labels.txt").read_text()


def test_several_recordings_one_file_each_or_one_for_all(tmp_path: Path) -> None:
    export(TWO, FORMATS["csv"], tmp_path / "each")
    export(TWO, FORMATS["csv"], tmp_path / "all.csv", combined=True)
    assert names(tmp_path / "each") == ["a.csv", "b.csv"]
    assert (tmp_path / "all.csv").read_text().count("click") == 2


def test_names_that_collide_stay_apart(tmp_path: Path) -> None:
    files = tuple(ExportFile(name, rows=(ROW,)) for name in ("a.wav", "A.flac", "a.wav", "b.wav"))
    export(ExportDocument(files), FORMATS["srt"], tmp_path)
    assert names(tmp_path) == ["A.flac.srt", "a.wav-2.srt", "a.wav.srt", "b.srt"]


def test_formats_of_one_recording_cannot_be_combined(tmp_path: Path) -> None:
    with pytest.raises(ExportProblem, match="one recording per file"):
        export(TWO, FORMATS["audacity"], tmp_path / "all.txt", combined=True)


def test_nothing_is_replaced_unasked_and_nothing_else_written_either(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("mine")
    with pytest.raises(FileProblem, match=r"b\.csv is already there"):
        export(TWO, FORMATS["csv"], tmp_path)
    assert names(tmp_path) == ["b.csv"]
    export(TWO, FORMATS["csv"], tmp_path, overwrite=True)
    assert (tmp_path / "b.csv").read_text() != "mine"


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    place = tmp_path / "x.txt"

    def write(stream: BinaryIO) -> None:
        stream.write(b"ours")
        place.write_text("theirs")

    with pytest.raises(FileProblem, match="already there"):
        write_whole(place, write)
    assert place.read_text() == "theirs"
    assert names(tmp_path) == ["x.txt"]


def test_no_recording_is_ever_replaced(tmp_path: Path) -> None:
    take = tmp_path / "take.wav"
    take.write_bytes(b"sound")
    document = ExportDocument((ExportFile("take.wav", str(take), rows=(ROW,)),))
    (tmp_path / "link.csv").symlink_to(take)
    for place in (take, tmp_path / "link.csv"):
        with pytest.raises(FileProblem, match="is a recording"):
            export(document, FORMATS["csv"], place, overwrite=True)
    assert take.read_bytes() == b"sound"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    def write(stream: BinaryIO) -> None:
        stream.write(b"half")
        with open("/dev/full", "wb", buffering=0) as full:
            full.write(b"x")

    (tmp_path / "old.csv").write_text("old")
    for place in (tmp_path / "new.csv", tmp_path / "old.csv"):
        with pytest.raises(DiskFull, match=rf"The disk is full: {place.stem}\.csv could not be written\."):
            write_whole(place, write, overwrite=True)
    assert names(tmp_path) == ["old.csv"]
    assert (tmp_path / "old.csv").read_text() == "old"


def test_a_format_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def write(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise ExportProblem("cannot be")

    with pytest.raises(ExportProblem):
        write_whole(tmp_path / "x", write)
    assert names(tmp_path) == []


def test_without_hard_links_it_works_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on FAT: a fault that no folder here has."""

    def no_links(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    export(ONE, FORMATS["csv"], tmp_path)
    with pytest.raises(FileProblem):
        export(ONE, FORMATS["csv"], tmp_path)
    assert names(tmp_path) == ["take.csv"]


def test_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileProblem, match="cannot be made"):
        export(TWO, FORMATS["csv"], tmp_path / "file" / "below")


def test_a_missing_recording_is_told(tmp_path: Path) -> None:
    document = ExportDocument((ExportFile("take.wav", str(tmp_path / "gone.wav"), rows=(ROW,)),))
    with pytest.raises(FileProblem, match=r"gone\.wav cannot be read"):
        export(document, FORMATS["wav"], tmp_path / "x.wav")
    with pytest.raises(FileProblem, match="not there any more"):
        export(document, FORMATS["clips"], tmp_path / "clips")


def test_the_result_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    (written,) = export(ONE, FORMATS["csv"], tmp_path)
    assert written.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_it_stops_between_files(tmp_path: Path) -> None:
    done: list[tuple[int, int]] = []
    export(
        TWO,
        FORMATS["csv"],
        tmp_path,
        on_progress=lambda *told: done.append(told),
        is_cancelled=lambda: bool(done),
    )
    assert done == [(1, 2)]
    assert names(tmp_path) == ["a.csv"]


def test_nothing_to_export_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportProblem, match="no recording"):
        export(replace(ONE, files=()), FORMATS["csv"], tmp_path)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a/b\\c:d", "a_b_c_d"),
        ("con", "con_"),
        ("NUL.x", "NUL.x_"),
        (" dots. ", "dots"),
        ("", "recording"),
        ("a\tb\n", "a_b_"),
        ("مقطع 😀", "مقطع 😀"),
        ("é" * 200, "é" * 90),
    ],
)
def test_names_are_safe_on_every_system(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_the_first_lines_without_writing() -> None:
    options = ExportOptions()
    assert first_lines(TWO, FORMATS["audacity"], options) == "0.001000\t0.002000\tclick 0.50\n"
    assert first_lines(TWO, FORMATS["csv"], options, 2).count("\n") == 1
    assert first_lines(TWO, FORMATS["wav"], options) == ""
