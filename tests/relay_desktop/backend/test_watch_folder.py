"""Which recordings of a watched folder are complete, and that none is given twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from inference.audio_file import find_audio
from relay_desktop.backend.watch_folder import DONE, FolderScan, Ledger, Recording


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = Ledger(tmp_path / "kept" / "ledger.sqlite")
    yield ledger
    ledger.close()


def names(recordings: list[Recording]) -> list[str]:
    return [recording.path.name for recording in recordings]


def test_a_growing_file_waits_until_it_is_complete(tmp_path: Path, ledger: Ledger) -> None:
    clock, path = Clock(), tmp_path / "in" / "take.wav"
    path.parent.mkdir()
    path.write_bytes(b"RIFF")
    scan = FolderScan(path.parent, ledger, find=find_audio, stable_s=5, now=clock)
    assert scan.look() == []
    clock.now = 4.0
    path.write_bytes(b"RIFF more")
    assert scan.look() == []
    clock.now = 8.9
    assert scan.look() == []
    assert scan.is_waiting
    clock.now = 9.1
    assert names(scan.look()) == ["take.wav"]
    assert names(scan.look()) == ["take.wav"], "until somebody takes it"
    ledger.take(scan.look(), "batch")
    assert scan.look() == []
    assert not scan.is_waiting


def test_names_of_unfinished_and_empty_files_are_left_alone(tmp_path: Path, ledger: Ledger) -> None:
    for name in ("a.wav.part", ".b.wav", "c.wav.tmp"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "empty.wav").touch()
    scan = FolderScan(tmp_path, ledger, find=lambda folders: tmp_path.iterdir(), stable_s=0)
    assert "empty.wav" not in names(scan.look())
    assert {path for path in names(scan.look()) if "kept" not in path} == set()


def test_the_oldest_come_first_and_no_more_than_asked_for(tmp_path: Path, ledger: Ledger) -> None:
    for age, name in enumerate(("new.wav", "middle.wav", "old.wav")):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    scan = FolderScan(tmp_path, ledger, find=find_audio, stable_s=0)
    assert names(scan.look(2)) == ["old.wav", "middle.wav"]


def test_what_was_taken_is_on_the_disk(tmp_path: Path, ledger: Ledger) -> None:
    one, two = Recording(tmp_path / "a\udcff.wav", 1, 2), Recording(tmp_path / "b.wav", 3, 4)
    ledger.take([one, two], "batch")
    ledger.note(one, "sent", job_id="j", file_id="f")
    ledger.note(two, DONE)
    again = Ledger(tmp_path / "kept" / "ledger.sqlite")
    [left] = again.unfinished()
    assert (left.recording, left.batch, left.job_id, left.file_id) == (one, "batch", "j", "f")
    assert again.knows(two)
    assert not again.knows(Recording(two.path, 3, 5)), "changed since: another recording"
    assert again.counts() == {"sent": 1, "done": 1}
    again.close()


def test_a_folder_that_is_gone_is_told(tmp_path: Path, ledger: Ledger) -> None:
    with pytest.raises(FileNotFoundError, match="is not there"):
        FolderScan(tmp_path / "gone", ledger, find=find_audio).look()
