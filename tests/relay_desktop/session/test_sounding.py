"""Detections flash by: which one sounds now."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.audio.clip import AudioClip
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.sounding import Sounding
from relay_desktop.session.transport import Transport
from tests.relay_desktop.session.deaf_player import DeafPlayer


def test_the_one_that_begins_last_and_is_visible(qtbot: QtBot, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros((10_000, 1)), 1000)
    session, player = ReviewSession(), DeafPlayer()
    transport = Transport(player)
    sounding = Sounding(session, transport)
    told: list[object] = []
    sounding.changed.connect(told.append)
    [file] = session.add_files([tmp_path / "a.wav"])
    session.set_tuning(TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0))
    types, starts, ends = ["hum", "click", "dropout"], [1000, 2000, 5000], [4000, 2003, 5500]
    session.set_raw(file, DetectionTable.from_columns(types, starts, ends, [0.9] * 3))
    with AudioClip(tmp_path / "a.wav") as clip:
        transport.set_clip(clip)
        transport.seek_s(3.0)
        assert sounding.row is None, "in silence nothing sounds"
        transport.play_pause()
        seen = []
        for at_ms in (500, 1000, 2000, 2100, 2200, 4001, 5499):
            player.at_frame = float(at_ms)
            transport._tell_position()
            seen.append(sounding.row)
        assert seen == [None, 0, 1, 1, 0, None, 2]
        session.set_hidden_types({"dropout"})
        player.at_frame = 5400.0
        transport._tell_position()
        assert sounding.row is None
        transport.stop()
        transport.close()
    assert told[-1] is None
    session.deleteLater()
