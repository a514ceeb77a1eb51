"""Which curve is shown: that of the selected detection's type, with the threshold that holds for it."""

from __future__ import annotations

import numpy as np
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.frame_scores import FrameScores
from inference.tuning import TypeTuning
from inference.tuning_config import TuningConfig
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.score_curves import ScoreCurves

RAW = DetectionTable.from_columns(["click", "hum"], [10, 20], [12, 40], [0.9, 0.8])
SCORES = FrameScores.from_dense(
    np.array([[0.0, 0.9, 0.0, 0.0], [0.1, 0.0, 0.8, 0.8]], dtype=np.float32), ("click", "hum"), 10.0
)


def desk(backend: str = "embedded") -> tuple[ReviewSession, ReviewFile, ScoreCurves]:
    session = ReviewSession()
    scores = ScoreCurves(session)
    file = ReviewFile(path=None, name="a.wav", file_id="f")
    session.open_desk(DeskJob("job", "m", "a", backend=backend), [file])
    session.set_tuning(TuningConfig(threshold=0.3, merge_window_ms=0, min_duration_ms=0))
    session.set_raw(file, RAW)
    return session, file, scores


def test_the_curve_follows_the_selected_type_and_its_own_threshold(qtbot: QtBot) -> None:
    session, file, scores = desk()
    scores.set_shown(True)
    scores.give(file, SCORES)
    session.select_row(1)
    session.set_type_tuning("hum", TypeTuning(threshold=0.7))
    curve = scores.curve()
    assert curve is not None
    assert (curve.artifact_type, curve.threshold) == ("hum", 0.7)
    assert curve.heard.start_ms.tolist() == [20]
    assert np.round(curve.values, 1).tolist() == np.float32([0.1, 0.0, 0.8, 0.8]).tolist()
    session.select_row(0)
    curve = scores.curve()
    assert curve is not None
    assert (curve.artifact_type, curve.threshold) == ("click", 0.3)


def test_it_is_asked_for_once_and_only_for_jobs_on_this_computer(qtbot: QtBot) -> None:
    for backend, times in (("embedded", 1), ("remote", 0)):
        session, file, scores = desk(backend)
        asked = QSignalSpy(scores.wanted)
        session.set_raw(file, RAW)
        assert asked.count() == 0
        scores.set_shown(True)
        session.set_raw(file, RAW)
        assert asked.count() == times


def test_scores_of_another_file_are_dropped(qtbot: QtBot) -> None:
    _, _, scores = desk()
    scores.set_shown(True)
    scores.give(ReviewFile(path=None, name="b.wav"), SCORES)
    assert scores.curve() is None


def test_every_move_of_the_threshold_is_told(qtbot: QtBot) -> None:
    session, file, scores = desk()
    scores.set_shown(True)
    scores.give(file, SCORES)
    told = QSignalSpy(scores.changed)
    session.set_tuning(TuningConfig(threshold=0.4, merge_window_ms=0, min_duration_ms=0), final=False)
    assert told.count() == 1
