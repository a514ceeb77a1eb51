"""Drop → session.add_files (the row appears at once) → sender → transfer → service → row; and what can go wrong."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from relay_desktop.app.places import DEMO
from tests.walks.program import Program

pytestmark = pytest.mark.walk


def drop(program: Program, paths: Sequence[Path]) -> None:
    """What a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(400, 300)
    QApplication.sendEvent(program.window, QDragEnterEvent(place.toPoint(), copy, mime, left, none))
    QApplication.sendEvent(program.window, QDropEvent(place, copy, mime, left, none))


def kept_rows(folder: Path) -> list[tuple[object, ...]]:
    """What another program would read in the library now."""
    with sqlite3.connect(folder / "data" / "library.sqlite") as library:
        return library.execute("SELECT name, file_id, size, status FROM files ORDER BY place").fetchall()


def noise(path: Path, frames: int, rate_hz: int = 16_000, channels: int = 1) -> Path:
    samples = np.random.default_rng(frames).normal(0, 0.05, (frames, channels))
    soundfile.write(path, samples, rate_hz, subtype="PCM_16", format="WAV")
    return path


def test_a_dropped_file_has_its_row_at_once_and_is_confirmed(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    first = tmp_path / "first.flac"
    shutil.copy(DEMO, first)
    program = start(first)
    crew = program.desktop.crew
    assert crew is not None
    assert crew.link.state == "starting"
    drop(program, [noise(tmp_path / "dropped.wav", 32_000)])
    assert [file.name for file in program.session.files] == ["first.flac", "dropped.wav"], (
        "before the engine is up"
    )
    assert program.part(QAbstractItemView, "fileList").model().rowCount() == 2
    seen: list[str] = []
    row = program.row("dropped.wav")
    program.session.file_changed.connect(lambda file: seen.append(file.status) if file is row else None)
    program.until_detected()
    assert row.status == "completed"
    assert "queued" in seen
    assert seen.index("queued") < seen.index("completed")
    job = program.session.job
    assert job is not None
    assert len(program.session.jobs) == 1
    size = os.path.getsize(tmp_path / "dropped.wav")
    program.until(lambda: kept_rows(tmp_path)[1] == ("dropped.wav", row.file_id, size, "completed"))
    assert not program.told


def test_bad_input_ends_in_its_row_and_odd_input_is_detected(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    names = ['it\'s "quoted".wav', "two\nlines.wav", "🎧 déjà vu.wav", " spaces  .wav"]
    odd = [noise(tmp_path / name, 8_000) for name in names]
    odd += [noise(tmp_path / "one sample.wav", 1), noise(tmp_path / "64 channels.wav", 8_000, channels=64)]
    samples = np.random.default_rng(1).normal(0, 0.1, 16_000).astype(np.float32)
    samples[::1000], samples[5::1000] = np.nan, np.inf
    soundfile.write(tmp_path / "not numbers.wav", samples, 16_000, subtype="FLOAT")
    odd.append(tmp_path / "not numbers.wav")
    bad = _bad_files(tmp_path)
    program = start(*odd, *bad)
    wanted = [path.name for path in odd]
    program.until(lambda: all(program.row(name).raw is not None for name in wanted))
    program.until(lambda: not program.desktop.conductor or not program.desktop.conductor.is_at_work)
    assert all(program.row(name).problem is None for name in wanted)
    for path, sentence in bad.items():
        row = program.row(path.name)
        assert row.status in ("failed", "missing")
        assert sentence in (row.problem or "")
    assert program.session.job is not None
    assert program.session.job.status == "completed"
    assert not program.told
    for file in program.session.files:  # each can be looked at, none breaks the window
        program.session.open_file(file)
        if file.name in wanted:
            program.until_drawn()
        program.window.grab()


def _bad_files(folder: Path) -> dict[Path, str]:
    """Files that cannot be read -> a part of the sentence in their row."""
    (folder / "text.wav").write_text("no audio at all")
    (folder / "empty.wav").touch()
    soundfile.write(folder / "no frames.wav", np.zeros((0, 2)), 8000)
    whole = noise(folder / "whole.wav", 8000).read_bytes()
    (folder / "cut header.wav").write_bytes(whole[:20])
    return {
        folder / "text.wav": "header cannot be read",
        folder / "empty.wav": "no bytes",
        folder / "no frames.wav": "length is zero",
        folder / "cut header.wav": "header cannot be read",
        folder / "nowhere.wav": "not there",
    }
