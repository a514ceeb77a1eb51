"""`detect --backend remote`, `jobs` and `watch` against a real service; the gate of `detect`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inference.tuning import retune
from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.backend.watch_folder import Ledger, Recording
from relay_desktop.command_line import detect, jobs, watch
from tests.inference.service.living_service import KEY, MODEL, LivingService, stand_in_models, until
from tests.inference.service.stand_in_worker import random_table


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivingService]:
    folder = tmp_path_factory.mktemp("server")
    with LivingService(folder / "data", models=stand_in_models(folder / "models")) as living:
        yield living


@pytest.fixture(autouse=True)
def _environment(server: LivingService, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("RELAY_API_KEY", KEY)
    monkeypatch.setenv("RELAY_BASE_URL", server.url)
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def take(path: Path, **script: Any) -> Path:
    """A "recording" that tells the stand-in worker what to do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(script, default=str), encoding="utf-8")
    return path


def raw_rows(detections: int, seed: int, config: TuningConfig) -> list[dict[str, Any]]:
    return retune(retune(random_table(detections, seed), RAW_CAPTURE).shown, config).shown.to_rows()


def run(command: Any, capfd: pytest.CaptureFixture[str], *words: object, status: int = 0) -> str:
    """What a command prints."""
    capfd.readouterr()
    got = command.main([str(word) for word in words])
    said = capfd.readouterr()
    assert got == status, said.err
    return said.out


REMOTE = ("--backend", "remote", "--model-id", MODEL)


def test_detect_on_a_server_uses_the_numbers_of_the_api(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    paths = [take(tmp_path / f"{i}.wav", detections=30, seed=i) for i in range(7)]
    answer = json.loads(run(detect, capfd, *paths, *REMOTE))
    assert answer["config"]["threshold"] == 0.5
    assert (answer["config"]["merge_window_ms"], answer["config"]["min_duration_ms"]) == (200, 50)
    found = [file["detections"] for file in answer["files"]]
    assert found == [raw_rows(30, i, TuningConfig()) for i in range(7)]
    given = json.loads(run(detect, capfd, paths[0], *REMOTE, "--threshold", 0.3, "--min-duration-ms", 0))
    wanted = TuningConfig(threshold=0.3, min_duration_ms=0)
    assert given["files"][0]["detections"] == raw_rows(30, 0, wanted)


def test_what_is_wrong_is_a_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = take(tmp_path / "a.wav")
    with pytest.raises(SystemExit) as ended:
        detect.main([str(path), "--backend", "remote"])
    assert ended.value.code == 2
    assert detect.main([str(path), "--backend", "remote", "--model-id", "unknown"]) == 1
    assert "unknown" in capfd.readouterr().err
    monkeypatch.setenv("RELAY_API_KEY", "wrong")
    assert detect.main([str(path), *REMOTE]) == 1
    assert "API key" in capfd.readouterr().err
    monkeypatch.delenv("RELAY_API_KEY")
    assert jobs.main(["list"]) == 1
    assert "RELAY_API_KEY" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--max-detections", "1000"), 0, ""),
        (("--max-detections", "2"), 3, "detections, at most 2 are allowed"),
        (("--max-per-minute", "click=0"), 3, "of type click"),
        (("--max-per-minute", "unheard=0"), 0, ""),
    ],
)
def test_the_gate(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], words: tuple[str, ...], status: int, said: str
) -> None:
    path = take(tmp_path / "take.wav", detections=60, seed=1)
    got = detect.main([str(path), *REMOTE, *words, "--threshold", "0"])
    out, err = capfd.readouterr()
    assert (got, bool(json.loads(out)["files"])) == (status, True), "the answer is given in any case"
    assert said in err


@pytest.mark.parametrize(
    "words", [("--max-detections", "-1"), ("--max-per-minute", "click"), ("--max-per-minute", "=1")]
)
def test_a_gate_that_makes_no_sense_is_wrong_usage(tmp_path: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        detect.main([str(take(tmp_path / "a.wav")), *words])
    assert ended.value.code == 2


def test_a_job_by_hand(tmp_path: Path, capfd: pytest.CaptureFixture[str], server: LivingService) -> None:
    job = run(jobs, capfd, "create", "--model-id", MODEL, "--threshold", 0.3).strip().splitlines()[-1]
    assert server.job(job)["config"] == {"threshold": 0.3, "merge_window_ms": 200, "min_duration_ms": 50}
    paths = [take(tmp_path / name, detections=5, seed=seed) for seed, name in enumerate(("a.wav", "b.wav"))]
    sent = run(jobs, capfd, "upload", job, *paths, tmp_path / "none.wav", status=1).splitlines()
    assert [line.split("\t")[1] for line in sent] == ["a.wav", "b.wav"]
    server.until_job(job, "completed")
    shown = json.loads(run(jobs, capfd, "show", job, "--format", "json"))
    assert [file["detections"] for file in shown["files"]] == [
        file["detections"] for file in server.job(job)["files"]
    ]
    lines = run(jobs, capfd, "show", job).splitlines()
    by_name = {line.rpartition("\t")[2]: line.split("\t")[1:3] for line in lines[1:]}
    assert lines[0].split("\t")[:3] == [job, "completed", "2/2"]
    counts = {file["original_filename"]: str(file["detection_count"]) for file in shown["files"]}
    assert by_name == {name: ["completed", count] for name, count in counts.items()}
    folder = tmp_path / "fetched"
    for _ in range(2):
        run(jobs, capfd, "download", job, "--output", folder)
    assert sorted(path.name for path in folder.iterdir()) == ["a-2.wav", "a.wav", "b-2.wav", "b.wav"]
    assert (folder / "a-2.wav").read_bytes() == paths[0].read_bytes()
    assert "completed" in capfd.readouterr().err or jobs.main(["cancel", job]) == 1


def test_jobs_are_listed_and_cancelled(capfd: pytest.CaptureFixture[str]) -> None:
    job = run(jobs, capfd, "create", "--model-id", MODEL, "--raw").strip()
    listed = json.loads(run(jobs, capfd, "list", "--status", "pending", "--format", "json"))
    assert job in [one["id"] for one in listed]
    assert run(jobs, capfd, "cancel", job) == "cancelled\n"
    assert job not in run(jobs, capfd, "list", "--status", "pending")
    assert run(jobs, capfd, "list", "--model-id", "another") == ""
    assert job in run(jobs, capfd, "list", "--model-id", MODEL, "--status", "cancelled")


WATCH = ("--settle", "0", "--every", "0", "--once")


def results(folder: Path) -> dict[str, Any]:
    """The results of a watch, by their place below the folder."""
    found = sorted(folder.rglob("*.json"))
    return {str(path.relative_to(folder)): json.loads(path.read_text())["files"][0] for path in found}


def test_a_watched_folder_gets_one_result_per_recording(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], server: LivingService
) -> None:
    inbox, out = tmp_path / "inbox", tmp_path / "out"
    note = tmp_path / "note"
    take(inbox / "a.wav", detections=9, seed=1, note=note)
    take(inbox / "deep" / "a.wav", detections=9, seed=2, note=note)
    (inbox / "bad.wav").write_text("no script")
    take(inbox / ".hidden.wav")
    command = [str(inbox), "--output", str(out), *REMOTE, *WATCH]
    for _ in range(2):
        assert watch.main(command) == 0
    assert {name: file["status"] for name, file in results(out).items()} == {
        "a.wav.json": "completed",
        "bad.wav.json": "failed",
        "deep/a.wav.json": "completed",
    }
    assert results(out)["bad.wav.json"]["error_message"]
    assert results(out)["a.wav.json"]["detections"] == raw_rows(9, 1, TuningConfig())
    assert len(note.read_text().splitlines()) == 2, "nothing is sent twice"
    take(inbox / "a.wav", detections=9, seed=3, note=note)
    assert watch.main(command) == 0
    assert results(out)["a.wav.json"]["detections"] == raw_rows(9, 3, TuningConfig())
    assert len(note.read_text().splitlines()) == 3


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="signals")
def test_a_killed_watch_goes_on_and_sends_nothing_twice(tmp_path: Path, server: LivingService) -> None:
    inbox, out, gate, note = (tmp_path / name for name in ("inbox", "out", "gate", "note"))
    for name in ("a.wav", "b.wav"):
        take(inbox / name, detections=9, hold=gate, note=note)
    words = [str(inbox), "--output", str(out), *REMOTE, "--settle", "0", "--every", "0"]
    command = [sys.executable, "-m", "relay_desktop", "watch", *words]
    with subprocess.Popen(command, env=os.environ, stderr=subprocess.DEVNULL) as process:
        try:
            until(note.exists, bool)
        finally:
            process.kill()
    gate.touch()
    assert watch.main([*words, "--once"]) == 0
    assert sorted(results(out)) == ["a.wav.json", "b.wav.json"]
    assert all(file["status"] == "completed" for file in results(out).values())
    assert len(note.read_text().splitlines()) == 2


def test_what_was_sent_but_not_noted_is_found_again(tmp_path: Path, server: LivingService) -> None:
    """As after a kill between the confirmation of an upload and the note about it."""
    inbox, out, note = tmp_path / "inbox", tmp_path / "out", tmp_path / "note"
    path = take(inbox / "a.wav", detections=9, note=note)
    job = server.create_job(threshold=0.05, merge_window_ms=0, min_duration_ms=0)
    server.upload(job, path.read_bytes(), "a.wav")
    facts = path.stat()
    ledger = Ledger(out / ".relay-watch" / "ledger.sqlite")
    recording = Recording(path, facts.st_size, facts.st_mtime_ns)
    ledger.take([recording], "batch")
    ledger.note(recording, "taken", job_id=job)
    ledger.close()
    assert watch.main([str(inbox), "--output", str(out), *REMOTE, *WATCH]) == 0
    assert results(out)["a.wav.json"]["status"] == "completed"
    assert len(note.read_text().splitlines()) == 1
