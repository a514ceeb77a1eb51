import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from inference.tuning import TuningRules, TypeTuning
from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.session.library import NO_JOB, Library, LibraryTooNew, StoredFile, StoredJob


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "library.sqlite"


def a_job(job_id: str = "j1", **changes: object) -> StoredJob:
    known = {"backend": "embedded", "model_id": "relay-1", "title": "mix", "status": "processing"}
    return StoredJob(job_id=job_id, **{**known, **changes})


def a_file(key: str, **changes: object) -> StoredFile:
    known = {"path": Path("/audio") / key, "name": key, "file_id": f"id-{key}", "size": 5, "mtime_ns": 7}
    return StoredFile(key=key, **{**known, **changes})


def test_a_second_start_finds_jobs_files_tuning_and_desk(path: Path) -> None:
    rules = TuningRules(
        TuningConfig(threshold=0.7, merge_window_ms=10, min_duration_ms=0),
        {"click": TypeTuning(0.9, None, None), "hum": TypeTuning(None, 500, 1000)},
    )
    library = Library(path)
    library.put_job(a_job(config=RAW_CAPTURE, total_files=2))
    library.put_files("j1", [a_file("b.wav"), a_file("a.wav", file_id=None)])
    library.put_tuning("j1", rules)
    library.put_desk("j1", "a.wav")
    library.close()

    again = Library(path)
    assert again.jobs() == [a_job(config=RAW_CAPTURE, total_files=2)]
    assert [file.key for file in again.files("j1")] == ["b.wav", "a.wav"]
    assert again.tuning("j1") == rules
    desk = again.desk()
    assert desk is not None
    assert (desk.job_id, desk.current_key) == ("j1", "a.wav")
    assert desk.files == (a_file("b.wav"), a_file("a.wav", file_id=None))
    again.close()


def test_names_that_hurt_come_back_whole(path: Path) -> None:
    names = ["a b.wav", 'it\'s "x".wav', "two\nlines.wav", "🎧.wav", "bad-\udcff.wav"]
    library = Library(path)
    library.put_files(
        NO_JOB, [a_file(str(i), path=Path("/x") / name, name=f"{i}") for i, name in enumerate(names)]
    )
    assert [file.path for file in library.files(NO_JOB)] == [Path("/x") / name for name in names]
    library.close()


def test_writing_a_job_again_keeps_its_tuning_and_files(path: Path) -> None:
    library = Library(path)
    library.put_job(a_job())
    library.put_files("j1", [a_file("a.wav")])
    library.put_tuning("j1", TuningRules(TuningConfig(threshold=0.2), {}))
    library.put_job(a_job(status="completed"))
    assert library.jobs()[0].status == "completed"
    assert library.tuning("j1") == TuningRules(TuningConfig(threshold=0.2), {})
    assert len(library.files("j1")) == 1
    library.close()


def test_files_keep_their_place_and_what_is_not_told_anew(path: Path) -> None:
    library = Library(path)
    library.put_files("j1", [a_file("a"), a_file("b")])
    library.put_files(
        "j1", [a_file("a", file_id="new", size=None, mtime_ns=None, status="completed"), a_file("c")]
    )
    files = library.files("j1")
    assert [(file.key, file.file_id) for file in files] == [("a", "new"), ("b", "id-b"), ("c", "id-c")]
    assert (files[0].size, files[0].mtime_ns, files[0].status) == (5, 7, "completed")
    library.remove_files("j1", ["b", "unknown"])
    assert [file.key for file in library.files("j1")] == ["a", "c"]
    library.clear_files("j1")
    assert library.files("j1") == ()
    library.close()


def test_a_forgotten_job_stays_forgotten(path: Path) -> None:
    library = Library(path)
    library.put_job(a_job())
    library.put_files("j1", [a_file("a")])
    library.put_desk("j1", "a")
    library.forget_job("j1")
    library.forget_job("only-the-service-knows-it")
    library.put_job(a_job(status="completed"))
    assert library.jobs() == []
    assert library.forgotten_jobs() == {"j1", "only-the-service-knows-it"}
    assert library.files("j1") == ()
    assert library.desk() is None
    library.close()


def test_an_untouched_tuning_is_none(path: Path) -> None:
    library = Library(path)
    library.put_job(a_job())
    assert library.tuning("j1") is None
    assert library.tuning("unknown") is None
    library.close()


def _write_many(path: Path, name: str, count: int) -> None:
    library = Library(path)
    for number in range(count):
        library.put_job(a_job(f"{name}-{number}"))
    library.close()


def test_two_windows_write_at_the_same_time(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    windows = [spawn.Process(target=_write_many, args=(path, name, 30)) for name in ("one", "two")]
    for window in windows:
        window.start()
    for window in windows:
        window.join(60)
    assert [window.exitcode for window in windows] == [0, 0]
    library = Library(path)
    assert len(library.jobs()) == 60
    library.close()


def test_each_write_is_on_disk_when_the_call_returns(path: Path) -> None:
    library = Library(path)
    library.put_job(a_job())
    beside = sqlite3.connect(path)
    assert beside.execute("SELECT count(*) FROM jobs").fetchone() == (1,)
    beside.close()
    library.close()


def test_a_damaged_library_is_set_aside_not_deleted(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database, but somebody may want it" * 100)
    library = Library(path)
    assert library.set_aside is not None
    assert library.set_aside.read_bytes().startswith(b"this is no database")
    assert library.jobs() == []
    library.close()


def test_a_library_of_a_newer_program_is_left_alone(path: Path) -> None:
    Library(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(LibraryTooNew, match="newer version"):
        Library(path)


def test_a_failed_write_leaves_what_was_there(path: Path) -> None:
    library = Library(path)
    library.put_files("j1", [a_file("a")])
    with pytest.raises(sqlite3.Error):
        library.put_files("j1", [a_file("b"), a_file("c", size=object())])
    assert [file.key for file in library.files("j1")] == ["a"]
    library.close()


def test_writes_together_are_kept_all_or_none(path: Path) -> None:
    library = Library(path)
    with library.together():
        library.put_job(a_job())
        library.put_files("j1", [a_file("a")])

    def fall_over() -> None:
        with library.together():
            library.put_files("j1", [a_file("b")])
            library.put_job(a_job(status="completed"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fall_over()
    assert [file.key for file in library.files("j1")] == ["a"]
    assert library.jobs()[0].status == "processing"
    library.close()
