"""The desk between timeline and session: what is marked, moved, switched and told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.frame_scores import FrameScores
from inference.tuning_config import TuningConfig
from relay_desktop.audio.clip import AudioClip
from relay_desktop.look import LOOKS
from relay_desktop.session.hand_editor import HandEditor
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.transport import Transport
from relay_desktop.session.verdicts import State, Verdict
from relay_desktop.settings import Settings
from relay_desktop.timeline.display import Content, Display
from relay_desktop.timeline.ruler import TimeUnit
from relay_desktop.timeline.timeline_view import TimelineView
from relay_desktop.timeline_desk import TimelineDesk

RAW = DetectionTable.from_columns(
    ["click", "hum", "click"], [100, 1_000, 5_000], [110, 4_000, 5_001], [0.9, 0.8, 0.7]
)
APART = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)


class Room:
    """A desk with a recording of ten seconds, as the window and the composition root make it."""

    def __init__(self, folder: Path) -> None:
        path = folder / "a.wav"
        soundfile.write(path, np.random.default_rng(0).normal(0, 0.1, 80_000), 8_000)
        self.library = Library(folder / "library.sqlite")
        self.settings = Settings(folder / "settings.ini")
        self.session = ReviewSession()
        self.review = Review(self.session, self.library.verdicts, self.session)
        self.transport = Transport()
        self.view = TimelineView(LOOKS["dark"])
        self.view.resize(1000, 500)
        self.desk = TimelineDesk(self.view, self.session, self.review, self.transport, self.settings)
        self.desk.take_editor(HandEditor(self.session, self.review, self.library.hand_made, self.session))
        self.file = ReviewFile(path=path, name="a.wav", key="a", file_id="f", duration_s=10.0)
        self.session.open_desk(DeskJob("job", "m", "a"), [self.file])
        self.session.set_tuning(APART)
        self.session.set_raw(self.file, RAW)
        self.clip = AudioClip(path)
        self.view.set_clip(self.clip)
        self.desk.feed()
        self.view.show()

    def close(self) -> None:
        self.view.hide()
        self.view.set_clip(None)
        self.transport.close()
        self.clip.close()
        self.library.close()

    def rows(self) -> list[tuple[str, int, int]]:
        shown = self.session.shown
        assert shown is not None
        return [(row["artifact_type"], row["start_ms"], row["end_ms"]) for row in shown.to_rows()]


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    made = Room(tmp_path)
    qtbot.addWidget(made.view)
    yield made
    made.close()


def test_a_number_makes_a_detection_of_the_selected_stretch(room: Room) -> None:
    assert list(room.desk.markable_types()) == ["click", "hum"]
    room.view.set_span(6.0, 6.25)
    said = QSignalSpy(room.desk.said)
    room.desk.mark(2)
    assert ("hum", 6_000, 6_250) in room.rows()
    assert "hum: added by hand" in said.at(0)[0]
    assert room.view.span_s is None
    assert room.view.picture.selected_row == 3
    assert room.view.picture.is_by_hand(3)
    room.session.undo_stack.undo()
    assert ("hum", 6_000, 6_250) not in room.rows()


def test_without_a_stretch_it_says_what_to_do(room: Room) -> None:
    said = QSignalSpy(room.desk.said)
    room.desk.mark(1)
    assert "Drag over the sound" in said.at(0)[0]
    assert len(room.rows()) == 3
    room.view.set_span(6.0, 6.25)
    room.desk.mark(9)
    assert len(room.rows()) == 3


def test_a_stretch_is_selected_without_a_mouse(room: Room) -> None:
    room.transport.set_clip(room.clip)
    room.transport.seek_s(6.0)
    room.desk.start_span()
    assert room.view.span_s == pytest.approx((6.0, 6.2))
    room.transport.seek_s(6.5)
    room.desk.end_span()
    assert room.view.span_s == pytest.approx((6.0, 6.5))
    room.desk.mark(1)
    assert ("click", 6_000, 6_500) in room.rows()
    room.transport.seek_s(0.0)
    room.desk.end_span()
    assert room.view.span_s is None
    room.transport.set_clip(None)


def test_bounds_move_by_the_mouse_and_by_a_pixel_or_a_millisecond(room: Room) -> None:
    room.session.select_row(1)
    room.view.bounds_wished.emit(1, 0.9, 4.5)
    assert room.rows()[1] == ("hum", 900, 4_500)
    room.desk.nudge_end(1)
    assert room.rows()[1] == ("hum", 900, 4_510)  # 10 ms a pixel
    room.view.set_view_range_s(0.9, 0.95)
    room.desk.nudge_start(-1)
    assert room.rows()[1] == ("hum", 899, 4_510)
    room.desk.remove_hand_made()
    assert room.rows()[1] == ("hum", 1_000, 4_000)


def test_from_one_to_the_next_of_its_type(room: Room) -> None:
    room.session.select_row(0)
    room.desk.next_of_type()
    assert room.session.selected_row == 2
    said = QSignalSpy(room.desk.said)
    room.desk.next_of_type()
    assert "last one of its type" in said.at(0)[0]
    room.desk.previous_of_type()
    assert room.session.selected_row == 0


def test_switches_reach_the_view_and_the_next_start(room: Room, tmp_path: Path) -> None:
    room.desk.set_spectrogram(False)
    room.desk.set_decibels(True)
    room.desk.set_normalised(True)
    room.desk.set_candidates(True)
    room.desk.next_time_unit()
    display = room.view.display
    assert display.content is Content.WAVEFORM
    assert display.time_unit is TimeUnit.SECONDS
    room.settings.sync()
    kept = Settings(tmp_path / "settings.ini").text("timeline/display")
    assert Display.from_text(kept) == display
    for expected in (Content.SPECTROGRAM, Content.BOTH, Content.WAVEFORM):
        room.desk.next_content()
        assert room.view.display.content is expected


def test_the_score_of_the_selected_type_lies_under_the_lanes(room: Room) -> None:
    room.session.select_row(1)
    dense = np.zeros((2, 1_000), dtype=np.float32)
    dense[1, 100:400] = 0.9
    room.desk.scores.give(room.file, FrameScores.from_dense(dense, ("click", "hum"), 10.0))
    curve = room.view.picture.scores
    assert curve is not None
    assert curve.artifact_type == "hum"
    room.view.set_clip(room.clip)  # a clip that opens after the scores have come
    room.desk.feed()
    assert room.view.picture.scores is not None
    room.desk.set_scores(False)
    assert room.view.picture.scores is None


def test_verdicts_are_seen_on_the_bars_and_severities_on_the_overview(room: Room) -> None:
    room.session.select_row(1)
    room.review.judge(Verdict.ARTIFACT, severity="blocker")
    judged = room.view.picture.judged
    assert judged is not None
    assert judged.tolist() == [State.UNREVIEWED, State.ARTIFACT, State.UNREVIEWED]
    assert room.view.picture.severe_s == ((1.0, 4.0, "blocker"),)
    room.session.undo_stack.undo()
    assert room.view.picture.severe_s == ()


def test_a_short_files_channels_are_all_in_view(room: Room) -> None:
    said = QSignalSpy(room.desk.said)
    room.desk.next_channels()
    assert "all in view" in said.at(0)[0]
    assert room.view.picture.channels == (0,)


def test_the_options_open_under_their_button(room: Room, qtbot: QtBot) -> None:
    room.desk.show_options()
    panel = room.desk._panel
    assert panel is not None
    assert panel.isVisible()
    panel.close()
