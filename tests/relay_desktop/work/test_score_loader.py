"""The model's scores: from the service to the session, of the open file only, and only while somebody looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from relay_desktop.session.score_curves import ScoreCurves
from relay_desktop.work.score_loader import ScoreLoader
from tests.relay_desktop.work.desk_room import DeskRoom, a_wav


def test_the_open_files_scores_come_from_the_service(room: DeskRoom, tmp_path: Path) -> None:
    scores = ScoreCurves(room.session, room.parent)
    ScoreLoader(room.crew.link, scores, room.parent)
    first, second = room.open(a_wav(tmp_path / "a.wav"), a_wav(tmp_path / "b.wav"))
    room.until_detected([first, second])
    assert scores.curve() is None
    scores.set_shown(True)
    room.until(lambda: scores.curve() is not None)
    curve = scores.curve()
    assert curve is not None
    assert curve.artifact_type == "click"
    assert curve.times_s.tolist() == pytest.approx([0.0, 0.01, 0.02, 0.03])
    assert curve.values.tolist() == pytest.approx([0.0, 0.8, 0.0, 0.0], abs=1 / 255)
    assert curve.threshold == room.rules.for_type("click").threshold
    room.session.open_file(second)
    assert scores.curve() is None
    room.until(lambda: scores.curve() is not None)
    scores.set_shown(False)
    assert scores.curve() is None


def test_what_is_not_there_is_no_problem_of_the_persons(room: DeskRoom, tmp_path: Path) -> None:
    scores = ScoreCurves(room.session, room.parent)
    loader = ScoreLoader(room.crew.link, scores, room.parent)
    (file,) = room.open(a_wav(tmp_path / "a.wav"))
    room.until_detected([file])
    scores.set_shown(True)
    room.until(lambda: scores.curve() is not None)
    file.file_id = "no such file"
    loader.load("no such job", file)
    room.until(lambda: room.crew.tasks.running_count == 0)
    assert room.told == []
