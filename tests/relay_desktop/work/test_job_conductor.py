import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from inference.tuning import retune
from inference.tuning_config import TuningConfig
from relay_desktop.session.export_snapshot import take_snapshot
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.work.file_opener import GONE
from relay_desktop.work.job_shelf import LOST
from tests.inference.service.stand_in_worker import random_table
from tests.relay_desktop.work.desk_room import DeskRoom, a_wav

MakeRoom = Callable[[], DeskRoom]


def statuses(files: list[ReviewFile]) -> list[str]:
    return [file.status for file in files]


def job_id_of(room: DeskRoom) -> str:
    assert room.session.job is not None
    return room.session.job.job_id


def open_held(room: DeskRoom, tmp_path: Path) -> tuple[ReviewFile, ReviewFile, Path]:
    """One finished file and one that the worker holds until the third path exists."""
    gate = tmp_path / "gate"
    [done] = room.open(a_wav(tmp_path / "done.wav"))
    room.until_detected([done])
    [held] = room.open(a_wav(tmp_path / "held.wav", hold=gate))
    room.until(lambda: held.status == "processing" and held.progress)
    return done, held, gate


def test_an_opened_file_gets_its_detections(room: DeskRoom, tmp_path: Path) -> None:
    [file] = room.open(a_wav(tmp_path / "take.wav", seconds=1.5, detections=50, seed=3))
    room.until_detected()
    expected = retune(random_table(50, 3), TuningConfig(threshold=0.05, merge_window_ms=0, min_duration_ms=0))
    assert file.raw is not None
    assert file.raw.sorted() == expected.shown
    assert (file.duration_s, file.sample_rate_hz, file.channels) == (1.5, 8000, 1)
    job = room.session.job
    assert job is not None
    assert (job.status, job.title, job.processed_files, job.total_files) == ("completed", "take.wav", 1, 1)
    assert file.device == "stand-in"
    assert file.speed
    assert not room.told
    room.until(lambda: not room.conductor.is_at_work)


def test_results_of_one_file_do_not_wait_for_the_others(room: DeskRoom, tmp_path: Path) -> None:
    _done, held, gate = open_held(room, tmp_path)
    assert held.progress == 0.5
    job = room.session.job
    assert job is not None
    assert (job.status, job.processed_files, job.total_files) == ("processing", 1, 2)
    assert job.progress == pytest.approx(0.75)
    assert job.title == "done.wav and 1 more"
    gate.touch()
    room.until_detected()
    assert room.session.jobs[job.job_id].status == "completed"


def open_half_heard(room: DeskRoom, tmp_path: Path) -> tuple[ReviewFile, Path]:
    """A file of which ten of ninety rows are told, held by the worker until the path exists."""
    gate = tmp_path / "gate"
    [file] = room.open(a_wav(tmp_path / "long.wav", detections=30, seed=4, early=10, hold=gate))
    room.session.set_tuning(TuningConfig(threshold=0.05, merge_window_ms=0, min_duration_ms=0))
    room.until(lambda: file.is_partial)
    return file, gate


def test_what_is_certain_of_a_file_is_shown_while_the_model_is_at_it(room: DeskRoom, tmp_path: Path) -> None:
    file, gate = open_half_heard(room, tmp_path)
    assert file.status == "processing"
    assert file.heard_s == 0.5
    assert file.heard is not None
    early = file.heard.sorted()
    whole = retune(random_table(30, 4), TuningConfig(0.05, 0, 0)).shown
    assert 0 < len(early) <= 10
    assert early == whole.select(np.arange(len(early)))
    assert room.session.visible_count(file) == len(early)
    assert not take_snapshot(room.session, None, [file], "1").files, "what is heard in part is not exported as a result"
    assert room.library.results.of_file(job_id_of(room), file.key) is None
    room.session.select_row(3)
    chosen = early.start_ms[3]
    gate.touch()
    room.until_detected()
    assert not file.is_partial
    assert file.heard.sorted() == whole
    assert room.session.shown is not None
    assert room.session.selected_row is not None
    assert room.session.shown.start_ms[room.session.selected_row] == chosen
    assert len(take_snapshot(room.session, None, [file], "1").files) == 1


def test_what_was_heard_in_part_goes_with_a_cancel(room: DeskRoom, tmp_path: Path) -> None:
    file, _gate = open_half_heard(room, tmp_path)
    room.conductor.cancel_job(job_id_of(room))
    room.until(lambda: file.status == "cancelled" and file.raw is None)
    assert not file.is_partial
    assert room.session.visible_count(file) is None


def test_a_window_that_closed_in_mid_file_shows_again_what_was_certain(
    make_room: MakeRoom, tmp_path: Path
) -> None:
    first = make_room().start()
    _file, gate = open_half_heard(first, tmp_path)
    first.close()
    second = make_room().start()
    second.until(lambda: second.session.files and second.session.files[0].is_partial)
    gate.touch()
    second.until_detected()
    assert second.session.files[0].heard == retune(random_table(30, 4), TuningConfig(0.05, 0, 0)).shown


def test_files_dropped_on_the_open_desk_join_its_job(room: DeskRoom, tmp_path: Path) -> None:
    room.open(a_wav(tmp_path / "one.wav"))
    room.until_detected()
    first = job_id_of(room)
    room.open(a_wav(tmp_path / "two.wav"))
    room.until_detected()
    assert job_id_of(room) == first
    assert len(room.session.jobs) == 1
    assert room.session.jobs[first].total_files == 2


def test_a_file_that_is_on_the_desk_already_is_shown_not_added(room: DeskRoom, tmp_path: Path) -> None:
    one, two = a_wav(tmp_path / "one.wav"), a_wav(tmp_path / "two.wav")
    room.open(one, two)
    room.conductor.open_paths([two])
    assert len(room.session.files) == 2
    assert room.session.current is room.row("two.wav")
    room.until_detected()


def test_folders_are_walked_and_an_empty_one_is_told(room: DeskRoom, tmp_path: Path) -> None:
    told: list[object] = []
    room.crew.opener.nothing_found.connect(told.append)
    a_wav(tmp_path / "in" / "deep" / "b.wav")
    a_wav(tmp_path / "in" / "a.wav")
    (tmp_path / "empty").mkdir()
    room.conductor.open_paths([tmp_path / "in"])
    room.until(lambda: len(room.session.files) == 2)
    room.until_detected()
    room.conductor.open_paths([tmp_path / "empty"])
    room.until(lambda: told)


def test_what_cannot_be_read_says_so_in_its_row_and_the_others_go_on(room: DeskRoom, tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("I am no audio")
    good = a_wav(tmp_path / "good.wav")
    text, missing, fine = room.open(tmp_path / "text.wav", tmp_path / "missing.wav", good)
    room.until_detected([fine])
    assert text.status == "failed"
    assert "header cannot be read" in (text.problem or "")
    assert missing.status == "missing"
    assert "not there" in (missing.problem or "")
    room.until(lambda: not room.conductor.is_at_work)
    job = room.session.job
    assert job is not None
    assert job.status == "completed"


def test_a_file_that_vanishes_before_it_is_sent(make_room: MakeRoom, tmp_path: Path) -> None:
    room = make_room()
    going, staying = room.open(a_wav(tmp_path / "going.wav"), a_wav(tmp_path / "staying.wav"))
    room.until(lambda: going.duration_s and staying.duration_s)
    assert statuses([going, staying]) == ["waiting", "waiting"]
    (tmp_path / "going.wav").unlink()
    room.crew.link.start()
    room.until_detected([staying])
    room.until(lambda: going.status == "failed")
    assert "no longer where it was" in (going.problem or "")
    a_wav(tmp_path / "going.wav")
    room.conductor.retry_file(going)
    room.until_detected()
    assert going.problem is None


def test_a_file_that_failed_is_tried_again_in_the_same_job(room: DeskRoom, tmp_path: Path) -> None:
    _good, bad = room.open(a_wav(tmp_path / "good.wav"), a_wav(tmp_path / "bad.wav", fail="Too loud for me."))
    room.until(lambda: bad.status == "failed")
    assert bad.problem == "Too loud for me."
    job_id = job_id_of(room)
    a_wav(tmp_path / "bad.wav")
    room.conductor.retry_job(job_id)
    room.until_detected()
    assert bad.problem is None
    assert job_id_of(room) == job_id
    room.until(lambda: room.session.jobs[job_id].status == "completed")
    assert room.session.jobs[job_id].total_files == 2


def test_cancel_keeps_what_is_finished(room: DeskRoom, tmp_path: Path) -> None:
    done, held, _gate = open_held(room, tmp_path)
    job_id = job_id_of(room)
    room.conductor.cancel_job(job_id)
    assert room.session.jobs[job_id].status == "cancelling"
    room.until(lambda: room.session.jobs[job_id].status == "cancelled" and held.status == "cancelled")
    assert done.raw is not None
    room.until(lambda: not room.conductor.is_at_work)
    assert not room.crew.watcher.is_watching(job_id)


def test_after_a_cancelled_job_new_files_begin_a_new_one(room: DeskRoom, tmp_path: Path) -> None:
    _done, _held, gate = open_held(room, tmp_path)
    cancelled = job_id_of(room)
    room.conductor.cancel_job(cancelled)
    room.until(lambda: room.session.jobs[cancelled].status == "cancelled")
    room.conductor.open_paths([a_wav(tmp_path / "late.wav")])
    room.until(lambda: [file.name for file in room.session.files] == ["late.wav"])
    room.until_detected()
    assert job_id_of(room) != cancelled
    gate.touch()
    room.conductor.retry_job(cancelled)
    room.until(lambda: [file.name for file in room.session.files] == ["done.wav", "held.wav"])
    room.until_detected()
    assert job_id_of(room) != cancelled
    assert len(room.session.jobs) == 3


def test_run_again_makes_a_new_job_and_keeps_the_tuning(room: DeskRoom, tmp_path: Path) -> None:
    room.open(a_wav(tmp_path / "one.wav"))
    room.until_detected()
    first = job_id_of(room)
    room.session.set_tuning(TuningConfig(threshold=0.25))
    room.conductor.run_detection()
    room.until_detected()
    assert job_id_of(room) != first
    assert room.rules.config.threshold == 0.25
    assert set(room.session.jobs) == {first, job_id_of(room)}


def test_detection_on_opening_can_be_switched_off(room: DeskRoom, tmp_path: Path) -> None:
    room.settings.detect_on_open = False
    [file] = room.open(a_wav(tmp_path / "one.wav"))
    room.until(lambda: file.duration_s and room.crew.link.is_ready and room.crew.models.chosen)
    assert room.session.job is None
    assert not room.conductor.is_at_work
    room.conductor.run_detection()
    room.until_detected()


def test_another_job_on_the_desk_does_not_stop_the_first(room: DeskRoom, tmp_path: Path) -> None:
    done, held, gate = open_held(room, tmp_path)
    first = job_id_of(room)
    room.session.new_desk()
    assert room.session.files == []
    gate.touch()
    room.until(lambda: room.session.jobs[first].status == "completed" and held.raw is not None)
    room.open(a_wav(tmp_path / "other.wav"))
    room.until_detected()
    room.conductor.open_job(first)
    assert room.session.files == [done, held]
    assert done.retuned is not None
    room.until(lambda: held.retuned is not None)


def test_a_forgotten_job_does_not_come_back(make_room: MakeRoom, tmp_path: Path) -> None:
    room = make_room().start()
    room.open(a_wav(tmp_path / "one.wav"))
    room.until_detected()
    room.conductor.forget_job(job_id_of(room))
    assert room.session.jobs == {}
    assert room.session.files == []
    room.close()
    again = make_room().start()
    listed: list[int] = []
    again.crew.link.ready.connect(lambda: listed.append(1))
    again.until(lambda: listed and not again.crew.tasks.running_count)
    assert again.session.jobs == {}
    assert again.session.files == []


def test_a_restart_finds_everything_again(make_room: MakeRoom, tmp_path: Path) -> None:
    room = make_room().start()
    one, two = room.open(
        a_wav(tmp_path / "one.wav", seed=1), a_wav(tmp_path / 'it\'s "two" 🎧\n.wav', seed=2)
    )
    room.until_detected()
    room.session.open_file(two)
    room.session.set_tuning(TuningConfig(threshold=0.31, merge_window_ms=7, min_duration_ms=3))
    raws, rules, job_id = [one.raw, two.raw], room.rules, job_id_of(room)
    room.close()

    again = make_room().start()
    assert [file.name for file in again.session.files] == [one.name, two.name]
    assert again.session.current is again.session.files[1]
    assert again.rules == rules
    assert job_id_of(again) == job_id
    again.until_detected()
    assert [file.raw for file in again.session.files] == raws
    assert again.session.files[0].duration_s == 1.0
    again.until(lambda: again.session.jobs[job_id].status == "completed")
    assert not again.told


def test_a_window_that_closed_in_mid_job_goes_on_after_the_restart(
    make_room: MakeRoom, tmp_path: Path
) -> None:
    room = make_room().start()
    done, _held, gate = open_held(room, tmp_path)
    late = room.open(a_wav(tmp_path / "late.wav"))[0]
    job_id = job_id_of(room)
    room.until(lambda: late.status == "queued")
    room.close()
    gate.touch()
    again = make_room().start()
    again.until_detected()
    assert [file.name for file in again.session.files] == [done.name, "held.wav", "late.wav"]
    assert job_id_of(again) == job_id


def test_a_desk_that_never_reached_the_service_is_detected_after_the_restart(
    make_room: MakeRoom, tmp_path: Path
) -> None:
    room = make_room()
    room.open(a_wav(tmp_path / "one.wav"))
    room.close()
    again = make_room().start()
    assert [file.name for file in again.session.files] == ["one.wav"]
    again.until_detected()


def test_a_crash_between_upload_and_note_costs_nothing(make_room: MakeRoom, tmp_path: Path) -> None:
    room = make_room().start()
    room.open(a_wav(tmp_path / "sent.wav"), a_wav(tmp_path / "unsent.wav"))
    room.until_detected()
    job_id = job_id_of(room)
    sent_id = room.row("sent.wav").file_id
    for name, file_id in (("sent.wav", None), ("unsent.wav", None)):
        file = room.row(name)
        file.file_id, file.status = file_id, "uploading"
        room.crew.keeper.keep_files(job_id, [file])
    room.row("unsent.wav").name = "new name.wav"
    (tmp_path / "unsent.wav").rename(tmp_path / "new name.wav")
    room.session.files[1].path = tmp_path / "new name.wav"
    room.crew.keeper.keep_files(job_id, room.session.files)
    room.close()
    again = make_room().start()
    again.until_detected()
    assert again.row("sent.wav").file_id == sent_id
    assert again.row("new name.wav").file_id is not None


def test_audio_that_is_gone_after_a_restart_keeps_its_results_and_can_be_located(
    make_room: MakeRoom, tmp_path: Path
) -> None:
    room = make_room().start()
    room.open(a_wav(tmp_path / "one.wav"))
    room.until_detected()
    room.close()
    (tmp_path / "one.wav").rename(tmp_path / "moved.wav")
    again = make_room().start()
    again.until_detected()
    [file] = again.session.files
    again.until(lambda: file.problem == GONE)
    assert file.raw is not None
    loaded: list[object] = []
    again.loader.clip_ready.connect(lambda row, clip: loaded.append(row))
    again.conductor.locate_file(file, tmp_path / "moved.wav")
    again.until(lambda: loaded and file.duration_s)
    assert file.problem is None
    assert file.status == "completed"


@pytest.mark.expects_log("ended with status -9")
def test_the_service_killed_in_mid_job_is_started_again_and_the_job_goes_on(
    room: DeskRoom, tmp_path: Path
) -> None:
    done, _held, gate = open_held(room, tmp_path)
    raw = done.raw
    assert room.service is not None
    assert room.service.pid is not None
    os.kill(room.service.pid, signal.SIGKILL)
    room.until(lambda: any("started again" in problem.title for problem in room.told))
    gate.touch()
    room.until_detected()
    assert done.raw is raw
    assert room.session.jobs[job_id_of(room)].status == "completed"
    assert len(room.told) == 1


def test_a_model_that_dies_costs_one_attempt(room: DeskRoom, tmp_path: Path) -> None:
    [file] = room.open(a_wav(tmp_path / "deadly.wav", die=1, note=tmp_path / "note"))
    room.until_detected()
    assert file.problem is None
    assert len((tmp_path / "note").read_text().splitlines()) == 2


def test_two_windows_share_one_service(make_room: MakeRoom, tmp_path: Path) -> None:
    first = make_room().start()
    first.open(a_wav(tmp_path / "one.wav"))
    first.until_detected()
    second = make_room()
    second.crew.shelf.load()
    second.crew.link.start()
    second.open(a_wav(tmp_path / "two.wav"))
    second.until_detected()
    assert first.service is not None
    assert second.service is not None
    assert second.service.pid == first.service.pid
    first.crew.shelf.refresh()
    first.until(lambda: len(first.session.jobs) == 2)
    first.conductor.open_job(job_id_of(second))
    first.until(lambda: [file.name for file in first.session.files] == ["two.wav"])
    first.until_detected()


def test_the_second_window_goes_on_when_the_first_closes(make_room: MakeRoom, tmp_path: Path) -> None:
    first = make_room().start()
    first.until(lambda: first.crew.link.is_ready)
    second = make_room().start()
    second.until(lambda: second.crew.link.is_ready)
    first.close()
    second.open(a_wav(tmp_path / "one.wav"))
    second.until_detected()


@pytest.mark.expects_log("the local service|detection engine of this computer")
def test_an_engine_that_does_not_start_leaves_the_rows_and_can_be_tried_again(
    make_room: MakeRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room()
    assert room.service is not None
    works = room.service._program
    room.service._program = [sys.executable, "-c", "raise SystemExit('no torch here')"]
    room.start()
    [file] = room.open(a_wav(tmp_path / "one.wav"))
    room.until(lambda: room.told)
    assert "no torch here" in room.told[0].advice
    assert file.status == "waiting"
    assert room.crew.link.state == "down"
    room.service._program = works
    assert room.told[0].retry is not None
    room.told[0].retry()
    room.until_detected()


def test_a_job_the_service_lost_says_so(make_room: MakeRoom, tmp_path: Path) -> None:
    room = make_room().start()
    room.open(a_wav(tmp_path / "one.wav"))
    room.until_detected()
    job_id = job_id_of(room)
    room.close()
    for file in (tmp_path / "data" / "service").glob("service.db*"):
        file.unlink()
    again = make_room().start()
    again.until(lambda: again.session.jobs[job_id].status == "failed")
    [file] = again.session.files
    assert file.problem == LOST
    again.conductor.retry_job(job_id)
    again.until_detected()


@pytest.mark.expects_log("library of jobs could not be written")
def test_a_library_that_cannot_be_written_is_told_and_the_work_goes_on(
    room: DeskRoom, tmp_path: Path
) -> None:
    room.until(lambda: room.crew.link.is_ready)
    room.library._db.execute("PRAGMA query_only = ON")  # what a full or read-only disk amounts to
    room.open(a_wav(tmp_path / "one.wav"))
    room.until_detected()
    assert "could not be written" in room.told[0].title
    room.library._db.execute("PRAGMA query_only = OFF")
    room.open(a_wav(tmp_path / "two.wav"))
    room.until_detected()
    assert "library" not in room.problems.open_problems


def test_what_was_done_before_a_cancel_is_there_after_a_restart(
    make_room: MakeRoom, tmp_path: Path
) -> None:
    room = make_room().start()
    done, held, _gate = open_held(room, tmp_path)
    room.conductor.cancel_job(job_id_of(room))
    room.until(lambda: held.status == "cancelled")
    raw = done.raw
    room.close()
    again = make_room().start()
    again.until(lambda: [file.status for file in again.session.files] == ["completed", "cancelled"])
    again.until(lambda: again.session.files[0].raw == raw)


def test_removed_files_are_not_sent(room: DeskRoom, tmp_path: Path) -> None:
    _done, held, gate = open_held(room, tmp_path)
    room.session.remove_files([held])
    room.until(lambda: not room.conductor.is_at_work)
    job = room.session.job
    assert job is not None
    assert (job.status, job.total_files) == ("completed", 1)
    gate.touch()
