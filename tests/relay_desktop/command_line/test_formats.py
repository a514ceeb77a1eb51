"""The answer of detect as JSON, CSV and Audacity labels."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from inference.detections import DetectionTable
from relay_desktop.command_line import formats, output

TWO = DetectionTable.from_columns(["click", "noise\tburst"], [0, 1500], [3, 2750], [0.987, 0.5])


def answer(*names: str, failed: str | None = None) -> formats.Answer:
    """An answer about files of these names, the last one failed with a sentence if one is given."""
    files = [formats.FileAnswer(Path(name), "completed", TWO, None) for name in names]
    if failed:
        files[-1] = formats.FileAnswer(Path(names[-1]), "failed", DetectionTable.empty(), failed)
    return formats.Answer("m", {"threshold": 0.5, "by_type": {}}, "CPU", 12.34567, 1.5, files)


def test_json_has_the_promised_fields() -> None:
    value = json.loads(formats.as_json(answer("folder/a.wav", "b.wav", failed="It is empty.")))
    assert list(value) == ["model_id", "config", "device", "audio_seconds", "elapsed_seconds", "files"]
    assert value["audio_seconds"] == 12.346
    first, second = value["files"]
    assert first == {
        "path": str(Path("folder/a.wav")),
        "original_filename": "a.wav",
        "status": "completed",
        "detection_count": 2,
        "detections": TWO.to_rows(),
        "error_message": None,
    }
    assert (second["status"], second["detection_count"]) == ("failed", 0)
    assert second["error_message"] == "It is empty."


def test_json_survives_a_name_that_is_no_unicode() -> None:
    value = json.loads(formats.as_json(answer("bad\udcff.wav")))
    assert value["files"][0]["path"] == "bad\udcff.wav"


def test_csv_of_one_file_has_no_file_column() -> None:
    rows = list(csv.reader(io.StringIO(formats.as_csv(answer("a.wav")))))
    assert rows[0] == ["artifact_type", "start_ms", "end_ms", "confidence"]
    assert rows[1] == ["click", "0", "3", "0.987"]


def test_csv_of_several_files_names_them_whatever_they_are_called() -> None:
    name = 'two\nlines, "quoted" 🎧.wav'
    rows = list(csv.reader(io.StringIO(formats.as_csv(answer("a.wav", name)))))
    assert rows[0][0] == "file"
    assert [row[0] for row in rows[1:]] == ["a.wav", "a.wav", name, name]


def test_labels_are_seconds_and_one_line_each() -> None:
    assert formats.as_labels(TWO) == "0.000000\t0.003000\tclick 0.99\n1.500000\t2.750000\tnoise burst 0.50\n"


def test_labels_of_one_file_go_to_a_file(tmp_path: Path) -> None:
    formats.write_labels(answer("a.wav"), tmp_path / "labels.txt")
    assert (tmp_path / "labels.txt").read_text(encoding="utf-8") == formats.as_labels(TWO)


def test_labels_of_several_files_go_to_a_folder_one_each(tmp_path: Path) -> None:
    place = tmp_path / "labels"
    formats.write_labels(answer("x/a.wav", "y/A.wav", "z/b.wav", failed="It is empty."), place)
    assert sorted(path.name for path in place.iterdir()) == ["A.wav-2.txt", "a.wav.txt"]


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(output.OutputProblem, match="cannot be made: Not a directory"):
        formats.write_labels(answer("a.wav", "b.wav"), tmp_path / "file" / "labels")
