"""Results are printed, or written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from relay_desktop.command_line import output


def test_text_ends_with_one_line_end(capfd: pytest.CaptureFixture[str]) -> None:
    output.write("a", None)
    output.write("b\n", None)
    output.write("", None)
    assert capfd.readouterr().out == "a\nb\n"


def test_a_file_is_replaced_as_a_whole_with_usual_rights(tmp_path: Path) -> None:
    place = tmp_path / "out.json"
    place.write_text("before", encoding="utf-8")
    output.write("after 🎧", place)
    assert place.read_text(encoding="utf-8") == "after 🎧\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
    if os.name == "posix":
        (tmp_path / "new").touch()
        assert stat.S_IMODE(place.stat().st_mode) == stat.S_IMODE((tmp_path / "new").stat().st_mode)


def test_a_place_that_cannot_be_written_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(output.OutputProblem, match="out could not be written: "):
        output.write("text", tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_missing_folder_is_noticed_before_the_work(tmp_path: Path) -> None:
    output.check_writable(None)
    output.check_writable(tmp_path / "out.json")
    with pytest.raises(output.OutputProblem, match="folder of the output file is not there"):
        output.check_writable(tmp_path / "none" / "out.json")
