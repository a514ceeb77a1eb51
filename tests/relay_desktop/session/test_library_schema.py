"""A library of every earlier version is brought up to date, with a copy of it kept."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from relay_desktop.session import library_schema
from relay_desktop.session.library import Library
from relay_desktop.session.library_schema import MIGRATIONS, SCHEMA_VERSION

# Released steps never change: a change would leave two kinds of library of one version in the world.
RELEASED = {1: "8be102ff3b0c", 2: "b40f3c7e5569", 3: "9e309292ab6e", 4: "ea8cd7e9e3d5"}
ROWS = {
    1: "INSERT INTO jobs (job_id, backend, title, status, processed_files, total_files, created_at)"
    " VALUES ('job', 'embedded', 'takes', 'completed', 1, 1, '2026-01-01');"
    "INSERT INTO files VALUES ('job', 'a', 0, '\"/x/a.wav\"', 'a.wav', 'id', 1, 2, 'completed', NULL);"
    "INSERT INTO desk VALUES (1, 'job', 'a');",
    2: "INSERT INTO verdicts (job_id, file_key, artifact_type, start_ms, end_ms, verdict, reviewer, judged_at, note,"
    " tuning) VALUES ('job', 'a', 'click', 1, 2, 'artifact', 'me', '2026-01-02', 'so', '{}');",
    3: "INSERT INTO hand_made (job_id, file_key, artifact_type, start_ms, end_ms, made_by, made_at)"
    " VALUES ('job', 'a', 'hum', 5, 9, 'me', '2026-01-03');",
}


def library_of(version: int, path: Path) -> None:
    """As the program of that version left it."""
    db = sqlite3.connect(path)
    for step in range(version):
        db.executescript(MIGRATIONS[step] + ROWS.get(step + 1, ""))
    db.executescript(f"PRAGMA user_version = {version}; PRAGMA journal_mode = WAL;")
    db.close()


def assert_is_whole(library: Library, version: int) -> None:
    desk = library.desk()
    assert desk is not None
    assert [file.name for file in desk.files] == ["a.wav"]
    verdicts = library.verdicts.of_file("job", "a")
    assert [(span.artifact_type, span.note) for span in verdicts] == ([("click", "so")] if version >= 2 else [])
    made = library.hand_made.of_job("job")
    assert [one.end_ms for one in made.get("a", ())] == ([9] if version >= 3 else [])
    assert library.marks.done("job") == {}


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_an_older_library_keeps_everything_and_a_copy(version: int, tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library_of(version, path)
    library = Library(path)
    try:
        assert library.set_aside is None
        assert_is_whole(library, version)
        library.marks.set_done("job", "a", is_done=True, by="me", at="2026-02-02T10:11:12")
        assert library.marks.done("job") == {"a": "me, 2026-02-02 10:11 UTC"}
    finally:
        library.close()
    copy = sqlite3.connect(tmp_path / f"library.before-version-{SCHEMA_VERSION}.sqlite")
    assert copy.execute("PRAGMA user_version").fetchone()[0] == version
    assert copy.execute("SELECT name FROM files").fetchall() == [("a.wav",)]
    copy.close()


def test_a_cut_between_two_steps_is_made_good_by_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    library_of(1, path)
    broken = (*MIGRATIONS[:2], "CREATE TABLE half (x); CREATE TABLE nonsense (", *MIGRATIONS[3:])
    with monkeypatch.context() as patch:
        patch.setattr(library_schema, "MIGRATIONS", broken)
        with pytest.raises(sqlite3.OperationalError):
            Library(path)
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone()[0] == 2
    assert db.execute("SELECT COUNT(*) FROM sqlite_master WHERE name = 'half'").fetchone()[0] == 0
    db.close()
    library = Library(path)
    assert_is_whole(library, 1)
    library.close()


def test_released_steps_are_as_they_were() -> None:
    found = {
        version: hashlib.sha256(step.encode()).hexdigest()[:12] for version, step in enumerate(MIGRATIONS, 1)
    }
    assert found == RELEASED
