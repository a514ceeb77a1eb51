"""relay-desktop detect as a process: its answers, and that nothing of it stays behind, however it ends.

The service is the real one, its worker the stand-in whose files are scripts (tests/inference/service)."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from inference.detections import DetectionTable
from inference.tuning import TuningRules, retune
from tests.inference.service.living_service import MODEL, children_of, is_alive, stand_in_models, until

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are read from /proc")
CHECKOUT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def data_folder(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, with the stand-in model in it; the shipped model comes first in no list here."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    folder = Path(platformdirs.user_data_dir("relay-desktop", appauthor=False))
    stand_in_models(folder / "models")
    return folder


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """A folder for files of the stand-in worker."""
    folder = tmp_path / "takes"
    folder.mkdir()
    return folder


def take(folder: Path, name: str, **script: Any) -> Path:
    """A "recording" that tells the stand-in worker what to do."""
    path = folder / name
    path.write_text(json.dumps(script, default=str), encoding="utf-8")
    return path


def start(*arguments: object) -> subprocess.Popen[str]:
    """`relay-desktop detect` under way."""
    command = [sys.executable, "-m", "tests.relay_desktop.command_line.stand_in_detect", "detect"]
    return subprocess.Popen(
        [*command, "--model", MODEL, *map(str, arguments)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def detect(*arguments: object, status: int = 0) -> str:
    """What it prints."""
    with start(*arguments) as process:
        out, err = process.communicate(timeout=120)
    assert process.returncode == status, err
    return out


@pytest.fixture
def held(scripts: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A detection in the middle of its file, and the path whose appearance lets it go on."""
    note, go_on = tmp_path / "note", tmp_path / "go on"
    with start(take(scripts, "held.wav", hold=go_on, note=note, detections=2)) as process:
        try:
            until(note.exists, bool)
            yield process, go_on
        finally:
            process.kill()


def service_of(data_folder: Path) -> int:
    """The process id of the service that a running command has."""
    [endpoint] = (data_folder / "command-line").glob("*/endpoint.json")
    return int(json.loads(endpoint.read_text(encoding="utf-8"))["pid"])


def test_files_good_broken_and_missing(scripts: Path, data_folder: Path) -> None:
    take(scripts, "b.wav", detections=40, seed=1)
    take(scripts, "a.wav", detections=0)
    (scripts / "c.wav").write_text("not a script", encoding="utf-8")
    answer = json.loads(detect(scripts, scripts / "gone.wav", status=1))
    assert [Path(file["path"]).name for file in answer["files"]] == ["a.wav", "b.wav", "c.wav", "gone.wav"]
    assert [file["status"] for file in answer["files"]] == ["completed", "completed", "failed", "failed"]
    a, b, c, gone = answer["files"]
    assert (a["detection_count"], a["detections"], a["error_message"]) == (0, [], None)
    assert b["detection_count"] == len(b["detections"]) > 0
    assert "not an audio file" in c["error_message"]
    assert "no longer there" in gone["error_message"]
    assert answer["model_id"] == MODEL
    assert answer["config"] == {
        "threshold": 0.5,
        "merge_window_ms": 200,
        "min_duration_ms": 50,
        "by_type": {},
    }
    assert (answer["device"], answer["audio_seconds"]) == ("stand-in", 4.0)
    assert answer["elapsed_seconds"] > 0
    assert list((data_folder / "command-line").iterdir()) == []


def test_tuned_is_raw_retuned(scripts: Path) -> None:
    path = take(scripts, "a.wav", detections=60, seed=4)
    raw = json.loads(detect(path, "--raw"))
    assert raw["config"] == {"threshold": 0.05, "merge_window_ms": 0, "min_duration_ms": 0, "by_type": {}}
    rows = raw["files"][0]["detections"]
    assert min(row["confidence"] for row in rows) < 0.1
    numbers = {"threshold": 0.3, "merge_window_ms": 40, "min_duration_ms": 120}
    arguments = ["--threshold", "0.3", "--merge-window-ms", "40", "--min-duration-ms", "120"]
    tuned = json.loads(detect(path, *arguments))
    assert tuned["config"] == {**numbers, "by_type": {}}
    expected = retune(DetectionTable.from_rows(rows), TuningRules.from_json(numbers)).shown
    assert tuned["files"][0]["detections"] == expected.to_rows()


def test_a_threshold_below_the_raw_floor_is_kept(scripts: Path) -> None:
    path = take(scripts, "a.wav", detections=200, seed=2)
    arguments = ["--threshold", "0", "--merge-window-ms", "0", "--min-duration-ms", "0"]
    rows = json.loads(detect(path, *arguments))["files"][0]["detections"]
    assert len(rows) == 600


def test_csv_with_odd_names_into_a_file(scripts: Path, tmp_path: Path) -> None:
    names = ["two\nlines.wav", 'it\'s "quoted".wav', "emoji 🎧.wav", "-dash.wav"]
    for name in names:
        take(scripts, name, detections=1)
    place = tmp_path / "out.csv"
    arguments = ["--threshold", "0", "--min-duration-ms", "0", "--format", "csv", "--output", place]
    assert detect(scripts, *arguments) == ""
    rows = list(csv.reader(io.StringIO(place.read_text(encoding="utf-8"))))
    assert {Path(row[0]).name for row in rows[1:]} == set(names)


def test_a_name_that_is_no_unicode(scripts: Path) -> None:
    take(scripts, os.fsdecode(b"caf\xe9.wav"), detections=2)
    answer = json.loads(detect(scripts))
    assert os.fsencode(answer["files"][0]["path"]).endswith(b"caf\xe9.wav")


def test_audacity_labels_of_several_files(scripts: Path, tmp_path: Path) -> None:
    take(scripts, "a.wav", detections=9)
    take(scripts, "b.wav", detections=9)
    detect(scripts, "--format", "audacity", "--output", tmp_path / "labels")
    assert sorted(path.name for path in (tmp_path / "labels").iterdir()) == ["a.wav.txt", "b.wav.txt"]


def test_a_worker_that_dies_costs_one_attempt(scripts: Path, tmp_path: Path) -> None:
    path = take(scripts, "a.wav", die=1, note=tmp_path / "note", detections=1)
    assert json.loads(detect(path))["files"][0]["status"] == "completed"


def test_a_worker_that_always_dies_fails_the_file_with_a_sentence(scripts: Path, tmp_path: Path) -> None:
    path = take(scripts, "a.wav", die=9, note=tmp_path / "note")
    good = take(scripts, "b.wav")
    bad_file, good_file = json.loads(detect(path, good, status=1))["files"]
    assert bad_file["error_message"]
    assert good_file["status"] == "completed"


def test_a_killed_service_comes_back_and_the_job_goes_on(
    held: tuple[subprocess.Popen[str], Path], data_folder: Path
) -> None:
    process, go_on = held
    os.kill(service_of(data_folder), signal.SIGKILL)
    go_on.touch()
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert json.loads(out)["files"][0]["status"] == "completed"


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ended_from_outside_it_leaves_nothing(
    held: tuple[subprocess.Popen[str], Path], data_folder: Path, number: signal.Signals, status: int
) -> None:
    process, _ = held
    service = service_of(data_folder)
    family = [service, *children_of(service)]
    assert len(family) == 2
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == status, err
    assert out == ""
    assert "Traceback" not in err
    assert [pid for pid in family if is_alive(pid)] == []
    assert list((data_folder / "command-line").iterdir()) == []


def test_killed_its_children_end_and_the_next_run_clears_its_folder(
    held: tuple[subprocess.Popen[str], Path], data_folder: Path, scripts: Path
) -> None:
    process, _ = held
    service = service_of(data_folder)
    family = [service, *children_of(service)]
    process.kill()
    process.wait()
    until(lambda: [pid for pid in family if is_alive(pid)], lambda alive: alive == [])
    [left] = (data_folder / "command-line").iterdir()
    detect(take(scripts, "next.wav"))
    assert not left.exists()
