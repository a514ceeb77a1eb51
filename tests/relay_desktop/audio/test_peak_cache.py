"""Peaks on disk: found again, refused when wrong, bounded, harmless when the disk fails."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from relay_desktop.audio import peak_builder
from relay_desktop.audio.peak_builder import build_peaks
from relay_desktop.audio.peak_cache import content_key, save_peaks, trim_cache
from relay_desktop.audio.peaks import PeakPyramid
from tests.relay_desktop.audio.conftest import MakeRecording, noise


@pytest.fixture(autouse=True)
def _cache_short_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peak_builder, "_WORTH_CACHING_FRAMES", 0)


def _forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError("the file was read although its peaks are cached")

    monkeypatch.setattr(peak_builder, "_read_all", read)


def test_the_second_time_the_file_is_not_read(
    write: MakeRecording, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cache = write(noise(300_000)), tmp_path / "cache"
    first = build_peaks(path, cache_dir=cache)
    _forbid_reading(monkeypatch)
    again = build_peaks(path, cache_dir=cache)
    assert again.is_complete
    for mine, other in zip(first.arrays(), again.arrays(), strict=True):
        np.testing.assert_array_equal(mine, other)


def test_a_changed_file_has_another_key(write: MakeRecording) -> None:
    path = write(noise(100_000))
    before, stat = content_key(path), path.stat()
    soundfile.write(path, noise(100_000, seed=1), 48_000, subtype="FLOAT")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert content_key(path) != before


@pytest.mark.expects_log("of no use")
@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_entry_is_made_again(write: MakeRecording, tmp_path: Path, damage: bytes | None) -> None:
    path, cache = write(noise(300_000)), tmp_path / "cache"
    build_peaks(path, cache_dir=cache)
    (entry,) = cache.glob("*.peaks")
    entry.write_bytes(entry.read_bytes()[:-10] if damage is None else damage)
    assert build_peaks(path, cache_dir=cache).is_complete
    assert len(entry.read_bytes()) > 1000


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    for age, name in enumerate(("new", "middle", "old")):
        entry = tmp_path / f"{name}.peaks"
        entry.write_bytes(bytes(1000))
        os.utime(entry, (1_000_000 - age, 1_000_000 - age))
    trim_cache(tmp_path, 2500)
    assert sorted(path.stem for path in tmp_path.glob("*.peaks")) == ["middle", "new"]


@pytest.mark.expects_log("could not be kept")
def test_a_disk_that_takes_nothing_costs_only_the_cache(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way of a folder")
    pyramid = PeakPyramid(1000, 1, is_int16=True)
    assert not save_peaks(blocked / "a.peaks", pyramid)
