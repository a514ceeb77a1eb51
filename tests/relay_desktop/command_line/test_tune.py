"""relay-desktop tune: numbers in, the tuned list out, sentences for what is wrong."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from relay_desktop.command_line import tune

DOCUMENTED = [
    {"artifact_type": "glitch", "start_ms": 1000, "end_ms": 1100, "confidence": 0.9},
    {"artifact_type": "glitch", "start_ms": 1150, "end_ms": 1250, "confidence": 0.6},
    {"artifact_type": "glitch", "start_ms": 1280, "end_ms": 1380, "confidence": 0.7},
    {"artifact_type": "click", "start_ms": 2000, "end_ms": 2003, "confidence": 0.65},
]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A file with the example of the API's documentation and one click."""
    path = tmp_path / "raw.json"
    path.write_text(json.dumps(DOCUMENTED), encoding="utf-8")
    return path


def tuned(capfd: pytest.CaptureFixture[str], *arguments: object) -> list[dict[str, Any]]:
    """What the command prints."""
    assert tune.main([str(argument) for argument in arguments]) == 0
    printed: list[dict[str, Any]] = json.loads(capfd.readouterr().out)
    return printed


def test_the_documented_example_with_the_documented_defaults(
    raw: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert tuned(capfd, raw) == [
        {"artifact_type": "glitch", "start_ms": 1000, "end_ms": 1380, "confidence": 0.9}
    ]


def test_numbers_of_single_types(raw: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = tuned(
        capfd, raw, "--type-min-duration-ms", "click=0", "--type-threshold", "glitch=0.7",
        "--type-merge-window-ms", "glitch=0", "--type-threshold", "click=0.6",
    )  # fmt: skip
    assert [(row["artifact_type"], row["start_ms"]) for row in rows] == [
        ("glitch", 1000),
        ("glitch", 1280),
        ("click", 2000),
    ]


def test_common_numbers(raw: Path, capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ["--threshold", "0.65", "--merge-window-ms", "49", "--min-duration-ms", "3"]
    assert [row["start_ms"] for row in tuned(capfd, raw, *arguments)] == [1000, 1280, 2000]


def test_nothing_left_is_an_empty_list(raw: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert tuned(capfd, raw, "--threshold", "1") == []


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(DOCUMENTED)))
    assert len(tuned(capfd, "-", "--min-duration-ms", "0")) == 2


def test_the_answer_of_detect(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    answer = {"model_id": "m", "files": [{"path": "a/x.wav", "detections": DOCUMENTED}]}
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer), encoding="utf-8")
    assert len(tuned(capfd, path)) == 1


def test_of_several_files_one_is_chosen(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = [{"path": "a.wav", "detections": DOCUMENTED}, {"path": "b.wav", "detections": []}]
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"files": files}), encoding="utf-8")
    assert len(tuned(capfd, path, "--file", "a.wav")) == 1
    assert tuned(capfd, path, "--file", "b.wav") == []
    assert tune.main([str(path)]) == 1
    assert "2 files; choose one with --file. It holds: a.wav, b.wav" in capfd.readouterr().err


def test_output_into_a_file(raw: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "tuned.json"
    assert tune.main([str(raw), "--output", str(place)]) == 0
    assert capfd.readouterr().out == ""
    assert len(json.loads(place.read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "is not JSON"),
        ("7", "neither a list of detections nor an answer"),
        ('{"files": 3}', "neither a list of detections nor an answer"),
        ('[{"artifact_type": "click"}]', "a detection lacks start_ms"),
        ('["click"]', "something that is not a detection"),
        ('[{"artifact_type": "c", "start_ms": 9, "end_ms": 1, "confidence": 1}]', "ends before it starts"),
    ],
)
def test_what_cannot_be_tuned(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: str, sentence: str
) -> None:
    path = tmp_path / "raw.json"
    path.write_text(content, encoding="utf-8")
    assert tune.main([str(path)]) == 1
    assert sentence in capfd.readouterr().err


def test_a_missing_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert tune.main([str(tmp_path / "none.json")]) == 1
    assert "none.json cannot be read: No such file" in capfd.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--threshold", "1.01"],
        ["--threshold", "nan"],
        ["--merge-window-ms", "5001"],
        ["--merge-window-ms", "-1"],
        ["--min-duration-ms", "1.5"],
        ["--type-threshold", "0.7"],
        ["--type-threshold", "=0.7"],
        ["--type-merge-window-ms", "click=x"],
    ],
)
def test_numbers_outside_their_range_are_wrong_usage(raw: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        tune.main([str(raw), *arguments])
    assert ended.value.code == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes break differently there")
def test_a_reader_that_has_enough_is_no_failure(tmp_path: Path) -> None:
    rows = [{**DOCUMENTED[0], "start_ms": 1000 * n, "end_ms": 1000 * n + 100} for n in range(20_000)]
    path = tmp_path / "raw.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    command = [sys.executable, "-m", "relay_desktop", "tune", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 0
