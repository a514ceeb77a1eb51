from pathlib import Path

from tests.relay_desktop.work.desk_room import DeskRoom, a_wav


def test_an_opened_file_gets_its_detections(room: DeskRoom, tmp_path: Path) -> None:
    [file] = room.open(a_wav(tmp_path / "take.wav", seconds=1.5))
    room.until_detected()
    assert file.raw is not None
    assert len(file.raw) == 9
    assert file.duration_s == 1.5
    job = room.session.job
    assert job is not None
    assert (job.status, job.title, job.processed_files, job.total_files) == ("completed", "take.wav", 1, 1)
    assert not room.told
