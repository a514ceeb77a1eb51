"""The report for whoever is asked for help: it says what runs here, and no secret."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from relay_desktop.diagnostics import HIDDEN, report, versions, without_secrets

KEY = "rk_live_9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c"


@pytest.mark.parametrize(
    "line",
    [
        f"Authorization: Bearer {KEY}",
        f"api_key={KEY}",
        f"'X-API-Key': '{KEY}'",
        f"bearer {KEY}",
        f"PUT https://store.example/file.wav?X-Amz-Signature={KEY}&x=1",
        f"https://user:{KEY}@relay.example/v1",
        f"the key {KEY} was refused",
        'password: "geheim-9"',
    ],
)
def test_no_secret_comes_through(line: str) -> None:
    told = without_secrets(line)
    assert KEY not in told
    assert "geheim-9" not in told
    assert HIDDEN in told


def test_plain_words_stay() -> None:
    line = "2026-01-01 12:00:00 WARNING MainThread The service does not answer: https://relay.example/v1/jobs"
    assert without_secrets(line) == line


def test_the_report_has_versions_facts_and_the_end_of_the_log(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    log.write_text("\n".join(f"line {n}" for n in range(100)) + f"\nAuthorization: Bearer {KEY}\n")
    told = report([("Device", "cpu")], log)
    for name, _ in versions():
        assert name in told
    assert "Device: cpu" in told
    assert "line 99" in told
    assert "line 50" not in told
    assert KEY not in told


def test_the_home_folder_is_not_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert without_secrets(os.path.join(str(tmp_path), "take.wav")) == os.path.join("~", "take.wav")
