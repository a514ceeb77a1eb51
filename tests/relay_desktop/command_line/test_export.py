"""relay-desktop export: results and markers in, other formats out, sentences for what is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from inference.detections import DetectionTable
from inference.tuning import TuningRules
from inference.tuning_config import TuningConfig
from relay_desktop.command_line import export
from relay_desktop.session.kept_review import read_kept
from relay_desktop.session.library import Library, StoredFile, StoredJob
from relay_desktop.session.portable import write_review
from relay_desktop.session.verdicts import JudgedSpan, Verdict

ROWS = [
    {"artifact_type": "glitch", "start_ms": 1000, "end_ms": 1100, "confidence": 0.9},
    {"artifact_type": "glitch", "start_ms": 1150, "end_ms": 1250, "confidence": 0.6},
    {"artifact_type": "click", "start_ms": 2000, "end_ms": 2003, "confidence": 0.65, "verdict": "artifact"},
]
RAW = {"threshold": 0.05, "merge_window_ms": 0, "min_duration_ms": 0, "by_type": {}}


@pytest.fixture
def take(tmp_path: Path) -> Path:
    """Three seconds of silence at 48 kHz."""
    path = tmp_path / "take.wav"
    soundfile.write(path, np.zeros(3 * 48_000), 48_000)
    return path


@pytest.fixture
def result(tmp_path: Path, take: Path) -> Path:
    """What `detect --raw` wrote about it."""
    return write_result(tmp_path, [take])


def write_result(folder: Path, paths: list[Path]) -> Path:
    files = [
        {"path": str(path), "original_filename": path.name, "status": "completed", "detections": ROWS}
        for path in paths
    ]
    place = folder / "result.json"
    place.write_text(json.dumps({"model_id": "m1", "config": RAW, "files": files}), encoding="utf-8")
    return place


def run(*arguments: object, status: int = 0) -> None:
    assert export.main([str(argument) for argument in arguments]) == status


def test_a_text_format_goes_to_standard_output(result: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(result, "--format", "audacity")
    assert capfd.readouterr().out.splitlines()[0] == "1.000000\t1.100000\tglitch 0.90"


def test_rates_and_lengths_come_from_the_recording(result: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(result, "--format", "sonic-visualiser-svl")
    assert 'frame="48000" value="0.9" duration="4800"' in capfd.readouterr().out


def test_json_says_what_it_is(result: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(result, "--format", "json", "--reviewer", "Ann")
    told: dict[str, Any] = json.loads(capfd.readouterr().out)
    assert (told["exported"], told["reviewer"], told["model_id"]) == ("raw", "Ann", "m1")
    assert told["files"][0]["frames"] == 3 * 48_000
    assert told["created_at"].endswith("+00:00")


def test_raw_detections_are_tuned_when_numbers_are_given(
    result: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(result, "--format", "json", "--merge-window-ms", "200")
    told = json.loads(capfd.readouterr().out)
    (row,) = told["files"][0]["detections"]
    assert (row["start_ms"], row["end_ms"], len(row["members"])) == (1000, 1250, 2)
    assert told["exported"] == "shown"
    assert told["config"]["merge_window_ms"] == 200


def test_tuned_detections_are_not_tuned_again(
    result: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(result, "--format", "json", "--threshold", "0.2", "--output", tmp_path / "tuned.json")
    run(tmp_path / "tuned.json", "--format", "csv", "--threshold", "0.5", status=1)
    assert "not tuned again" in capfd.readouterr().err


def test_only_what_was_confirmed(result: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(result, "--format", "csv", "--what", "confirmed")
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) == 2
    assert "confirmed" in lines[1]


def test_several_recordings(tmp_path: Path, take: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.wav"
    other.write_bytes(take.read_bytes())
    result = write_result(tmp_path, [take, other])
    run(result, "--format", "audacity", status=1)
    run(result, "--format", "audacity", "--output", take, status=1)
    assert "one file per recording" in capfd.readouterr().err
    run(result, "--format", "audacity", "--output", tmp_path / "labels")
    run(result, "--format", "csv", "--output", tmp_path / "labels")
    run(result, "--format", "csv", "--per-file", "--output", tmp_path / "labels")
    run(result, "--format", "wav", "--output", tmp_path / "labels")
    told = capfd.readouterr().out.splitlines()
    names = [
        "detections.csv", "other.csv", "other.labels.txt", "other.marked.wav",
        "take.csv", "take.labels.txt", "take.marked.wav",
    ]  # fmt: skip
    assert sorted(path.name for path in (tmp_path / "labels").iterdir()) == names
    assert sorted(Path(line).name for line in told) == names
    run(result, "--format", "reaper", "--combined", "--output", tmp_path / "x.csv", status=1)


def test_nothing_is_replaced_unasked(result: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "x.csv"
    place.write_text("mine")
    run(result, "--format", "csv", "--output", place, status=1)
    assert "already there" in capfd.readouterr().err
    run(result, "--format", "csv", "--output", place, "--overwrite")
    assert place.read_text().startswith("file,")


def test_markers_of_another_program_become_markers_of_a_third(
    take: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    labels = tmp_path / "labels.txt"
    labels.write_text("0.500000\t0.750000\tknock\nrubbish\n", encoding="utf-8")
    run(labels, "--audio", take, "--format", "reaper")
    told = capfd.readouterr()
    assert told.out.splitlines()[1].startswith("R1,knock,0:00:00.500,0:00:00.750,0:00:00.250,")
    assert "left out line 2" in told.err


def test_a_preview_writes_nothing(result: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(result, "--preview")
    assert capfd.readouterr().out.splitlines() == [
        "Relay JSON (lossless): 3 rows were understood.",
        "take.wav: 3",
        "  glitch: 2",
        "  click: 1",
    ]


def test_what_cannot_be_is_told(result: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(result, status=1)
    assert "No format was named" in capfd.readouterr().err
    run(tmp_path / "gone.json", "--preview", status=1)
    assert "cannot be read" in capfd.readouterr().err
    run(result, "--audio", result, "--preview", status=1)
    run(result, "--format", "clips", status=1)
    assert "--output FOLDER" in capfd.readouterr().err
    with pytest.raises(SystemExit):
        run(result, "--format", "nonsense")


def test_clips_by_template(result: Path, tmp_path: Path) -> None:
    run(
        result, "--format", "clips", "--context-ms", "10", "--clip-name", "{type}", "--output", tmp_path / "c"
    )
    assert sorted(path.name for path in (tmp_path / "c").iterdir()) == [
        "click.wav",
        "glitch-2.wav",
        "glitch.wav",
    ]


def test_as_a_program_it_loads_no_qt_and_no_torch(result: Path) -> None:
    program = (
        "import sys; from relay_desktop.__main__ import main; status = main(sys.argv[1:]);"
        "print(*{'PySide6', 'torch', 'httpx'} & {name.split('.')[0] for name in sys.modules}, file=sys.stderr);"
        "sys.exit(status)"
    )
    command = [sys.executable, "-c", program, "export", str(result), "--format", "srt"]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    assert finished.stdout.startswith("1\n00:00:01,000 --> ")
    assert finished.stderr.strip() == ""


@pytest.fixture
def kept(tmp_path: Path, take: Path) -> Path:
    """The data folder of a window with a job "job-1", one verdict in it."""
    library = Library(tmp_path / "data" / "library.sqlite")
    library.put_job(StoredJob("job-1", "embedded", "m1", "take", "completed"))
    library.put_files("job-1", [StoredFile("a", take, take.name)])
    library.put_tuning("job-1", TuningRules(TuningConfig(0.5, 200, 0)))
    library.results.put("job-1", "a", DetectionTable.from_rows(ROWS), 3.0)
    library.verdicts.add("job-1", "a", [JudgedSpan("click", 2000, 2003, Verdict.ARTIFACT, "Ann", note="lip")])
    library.close()
    return tmp_path / "data"


def test_a_job_of_the_window_leaves_by_its_id(kept: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("job-1", "--data-dir", kept, "--format", "json")
    shown = json.loads(capfd.readouterr().out)
    assert (shown["job_id"], shown["exported"], shown["reviewer"]) == ("job-1", "shown", "Ann")
    rows = shown["files"][0]["detections"]
    assert [(row["artifact_type"], row["start_ms"], row["end_ms"], row.get("verdict")) for row in rows] == [
        ("glitch", 1000, 1250, None), ("click", 2000, 2003, "artifact"),
    ]  # fmt: skip
    run("job-1", "--data-dir", kept, "--format", "audacity", "--what", "confirmed")
    assert capfd.readouterr().out == "2.000000\t2.003000\tclick 0.65 [artifact] ; lip\n"
    run("job-1", "--data-dir", kept, "--format", "csv", "--threshold", "0.7")
    assert capfd.readouterr().out.count("\n") == 2
    run("job-2", "--data-dir", kept, "--format", "csv", status=1)
    assert "There is no job “job-2”" in capfd.readouterr().err
    run("job-1", "--data-dir", kept / "nowhere", "--format", "csv", status=1)
    assert "There is no library" in capfd.readouterr().err


def test_a_review_file_leaves_like_its_job(kept: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    library = Library(kept / "library.sqlite")
    path = write_review(read_kept(library, "job-1"), tmp_path / "take.relay", with_audio=False)
    library.close()
    run(path, "--format", "audacity", "--what", "raw")
    assert len(capfd.readouterr().out.splitlines()) == 3


def test_a_broken_rule_is_told_and_ends_with_three(kept: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("job-1", "--data-dir", kept, "--format", "csv", "--rule", "click<=1", "--rule", "*<=99/min")
    run("job-1", "--data-dir", kept, "--format", "csv", "--rule", "click<=0", status=3)
    assert "FAIL take.wav: at most 0 click, there are 1" in capfd.readouterr().err
    run("job-1", "--data-dir", kept, "--format", "csv", "--rule", "nonsense", status=1)
