"""What is highlighted is what is heard: detection, loop, playhead and sound are one state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig
from relay_desktop.audio.clip import AudioClip
from relay_desktop.session.audition import Audition, Voice
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import DeskJob
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.transport import Transport
from tests.relay_desktop.session.deaf_player import DeafPlayer

RATE_HZ = 1000
ROWS = (
    ("click", 2000, 2010, 0.9),
    ("hum", 4000, 5000, 0.9),
    ("click", 8000, 8010, 0.4),
    ("dropout", 12_000, 16_000, 0.8),
)


class Desk:
    """A session with one file of twenty seconds, a transport, an audition."""

    def __init__(self, clip: AudioClip) -> None:
        self.player = DeafPlayer()
        self.session = ReviewSession()
        self.transport = Transport(self.player)
        self.audition = Audition(self.session, self.transport)
        self.clip = clip
        [self.file] = self.session.add_files([clip.path])
        self.tune(0.0)
        columns = zip(*ROWS, strict=True)
        self.session.set_raw(self.file, DetectionTable.from_columns(*(list(column) for column in columns)))
        self.transport.set_clip(clip)

    def tune(self, threshold: float) -> None:
        self.session.set_tuning(TuningConfig(threshold=threshold, merge_window_ms=0, min_duration_ms=0))

    @property
    def heard_rows(self) -> tuple[int, int]:
        """What the player was asked for last, in ms."""
        order = self.player.full_orders[-1]
        return order.start_frame, order.stop_frame


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    soundfile.write(tmp_path / "take.wav", np.zeros((20 * RATE_HZ, 1)), RATE_HZ)
    with AudioClip(tmp_path / "take.wav") as clip:
        desk = Desk(clip)
        yield desk
        desk.transport.stop()
        desk.transport.close()
        desk.session.deleteLater()


def test_pre_and_post_roll(desk: Desk) -> None:
    desk.session.select_row(1)
    desk.audition.play()
    assert desk.heard_rows == (3500, 5500)
    desk.audition.choose(pre_roll_s=0.1, post_roll_s=2.0)
    desk.audition.play()
    assert desk.heard_rows == (3900, 7000)
    assert desk.transport.heard_s == (3.9, 7.0)


def test_without_a_detection_it_is_the_space_bar(desk: Desk) -> None:
    desk.audition.play()
    assert desk.heard_rows == (0, 20_000)


def test_the_playhead_waits_at_the_pre_roll(desk: Desk) -> None:
    desk.session.select_row(1)
    assert desk.transport.position_s == 3.5
    assert not desk.transport.is_playing


def test_playing_on_selection_is_a_switch(desk: Desk) -> None:
    desk.session.select_row(0)
    assert not desk.transport.is_playing
    desk.audition.set_plays_on_selection(True)
    desk.session.select_row(1)
    assert desk.heard_rows == (3500, 5500)


def test_after_a_verdict_the_next_one_is_heard(desk: Desk, tmp_path: Path) -> None:
    """The verdict goes on, the switch plays: two switches, one key."""
    library = Library(tmp_path / "library.sqlite")
    review = Review(desk.session, library.verdicts, desk.session)
    desk.session.attach_job(DeskJob("job", "m", "a"))
    desk.audition.set_plays_on_selection(True)
    desk.session.select_row(0)
    assert review.judge_artifact()
    assert desk.session.selected_row == 1
    assert desk.heard_rows == (3500, 5500)
    review.is_auto_advancing = False
    desk.transport.stop()
    assert review.judge_artifact()
    assert desk.session.selected_row == 1
    assert not desk.transport.is_playing
    library.close()


def test_a_selection_that_only_moved_with_the_tuning_is_not_played(desk: Desk) -> None:
    desk.audition.set_plays_on_selection(True)
    desk.session.select_row(3)
    desk.transport.stop()
    desk.tune(0.5)
    assert desk.session.selected_row == 2
    assert not desk.transport.is_playing


def test_a_detection_that_is_heard_is_left_for_another_one_selected(desk: Desk) -> None:
    """Highlighted and heard stay the same, also without the switch."""
    desk.transport.set_looping(True)
    desk.session.select_row(0)
    desk.audition.play()
    desk.session.select_row(1)
    assert desk.heard_rows == (3500, 5500)
    desk.session.select_row(None)
    assert not desk.transport.is_playing


def test_the_loop_follows_bounds_that_change(desk: Desk, qtbot: QtBot) -> None:
    desk.transport.set_looping(True)
    desk.session.select_row(1)
    desk.audition.play()
    desk.player.at_frame = 4200.0
    moved = [list(column) for column in zip(*ROWS, strict=True)]
    moved[2][1] = 5400
    desk.session.set_raw(desk.file, DetectionTable.from_columns(*moved))
    qtbot.waitUntil(lambda: desk.heard_rows == (3500, 5900))
    assert desk.player.full_orders[-1].first_frame == 4200, "it goes on from where it was"
    assert desk.player.full_orders[-1].is_loop
    assert desk.audition.subject == ("hum", 4000, 5400)


def test_bounds_are_heard_while_they_are_dragged_and_after(desk: Desk, qtbot: QtBot) -> None:
    desk.transport.set_looping(True)
    desk.session.select_row(1)
    desk.audition.play()
    desk.audition.follow_drag((4.5, 5.0))
    qtbot.waitUntil(lambda: desk.heard_rows == (4000, 5500))
    desk.audition.follow_drag(None)
    qtbot.waitUntil(lambda: desk.heard_rows == (3500, 5500))


def test_a_detection_that_the_rules_hide_is_not_heard_any_more(desk: Desk) -> None:
    desk.session.select_row(2)
    desk.audition.play()
    desk.tune(0.5)
    assert not desk.transport.is_playing


def test_changed_rolls_are_heard_while_it_loops(desk: Desk, qtbot: QtBot) -> None:
    desk.transport.set_looping(True)
    desk.session.select_row(1)
    desk.audition.play()
    desk.audition.choose(post_roll_s=1.0, loop_gap_s=0.3)
    qtbot.waitUntil(lambda: desk.heard_rows == (3500, 6000))
    assert desk.player.full_orders[-1].gap_s == 0.3


def test_sprint_plays_all_shown_ones_in_a_row(desk: Desk, qtbot: QtBot) -> None:
    told: list[str] = []
    desk.audition.remarked.connect(told.append)
    desk.session.set_hidden_types({"hum"})
    desk.transport.set_looping(True)
    desk.audition.set_sprinting(True)
    heard = []
    for _ in range(3):
        heard.append((desk.session.selected_row, desk.heard_rows, desk.player.full_orders[-1].is_loop))
        with qtbot.waitSignal(desk.transport.finished):
            desk.player.finish()
    assert heard == [(0, (1500, 2510), False), (2, (7500, 8510), False), (3, (11_500, 16_500), False)]
    assert not desk.audition.is_sprinting
    assert not desk.transport.is_playing
    assert told == ["That was the last detection of this file."]


def test_sprint_begins_at_the_playhead_follows_the_selection_and_ends_with_escape(desk: Desk) -> None:
    desk.transport.seek_s(6.0)
    desk.audition.set_sprinting(True)
    assert desk.session.selected_row == 2
    desk.session.select_row(3)  # as a verdict does
    assert desk.audition.is_sprinting
    assert desk.heard_rows == (11_500, 16_500)
    desk.transport.stop()
    assert not desk.audition.is_sprinting


def test_nothing_shown_nothing_to_sprint_over(desk: Desk) -> None:
    told: list[str] = []
    desk.audition.remarked.connect(told.append)
    desk.tune(1.0)
    desk.audition.set_sprinting(True)
    assert not desk.audition.is_sprinting
    assert told == ["No detection is shown that could be played."]


def test_bridged_and_back_while_it_loops(desk: Desk) -> None:
    desk.session.select_row(0)
    desk.audition.set_bridged(True)
    assert desk.player.full_orders[-1].bridged == (2000, 2010)
    assert desk.heard_rows == (1500, 2510)
    desk.audition.set_bridged(False)
    assert desk.player.full_orders[-1].bridged is None
    desk.session.select_row(3)
    told: list[str] = []
    desk.audition.remarked.connect(told.append)
    desk.audition.set_bridged(True)
    assert desk.audition.voice is Voice.ITSELF
    assert told == ["Only detections up to 0.5 seconds can be bridged."]


def test_a_clean_neighbour_is_as_long_and_free_of_detections(desk: Desk) -> None:
    desk.session.select_row(1)
    desk.audition.set_neighbour(True)
    start, stop = desk.heard_rows
    assert stop - start == 2000
    assert (start, stop) == (5000, 7000)
    assert desk.transport.heard_s == (5.0, 7.0), "the timeline shows what is heard"
    desk.audition.set_neighbour(False)
    assert desk.heard_rows == (3500, 5500)


def test_no_clean_neighbour_is_said_and_the_detection_played(desk: Desk) -> None:
    told: list[str] = []
    desk.audition.remarked.connect(told.append)
    desk.audition.choose(pre_roll_s=8.0, post_roll_s=8.0)
    desk.session.select_row(1)
    desk.audition.set_neighbour(True)
    assert told == ["Nothing as long as this is free of detections in this file."]
    assert desk.audition.voice is Voice.ITSELF
    assert desk.heard_rows == (0, 13_000)


def test_another_files_sound_is_never_heard_for_this_files_detection(desk: Desk, tmp_path: Path) -> None:
    """The new file's clip comes later than its row; until then there is silence."""
    desk.audition.set_plays_on_selection(True)
    path = tmp_path / "other.wav"
    soundfile.write(path, np.zeros((9 * RATE_HZ, 1)), RATE_HZ)
    [other] = desk.session.add_files([path])
    desk.session.set_raw(other, DetectionTable.from_columns(["click"], [3000], [3010], [0.9]))
    orders = len(desk.player.full_orders)
    desk.session.open_file(other)
    desk.session.select_row(0)
    desk.audition.play()
    desk.transport.play_pause()
    assert len(desk.player.full_orders) == orders
    assert not desk.transport.has_clip
    with AudioClip(path) as clip:
        desk.transport.set_clip(clip)
        assert desk.heard_rows == (2500, 3510)
        desk.transport.set_clip(None)


def test_selected_heard_and_playhead_are_one_state_whatever_is_done(desk: Desk) -> None:
    """A long random walk over every verb: sound never lies outside the marked stretch, nor the playhead."""
    random = np.random.default_rng(7)
    verbs = (
        lambda: desk.session.select_row(int(random.integers(0, 4))),
        lambda: desk.session.select_row(None),
        desk.audition.play,
        desk.transport.play_pause,
        desk.transport.stop,
        lambda: desk.transport.set_looping(bool(random.integers(2))),
        lambda: desk.transport.set_span((random.uniform(0, 19), random.uniform(0, 19))),
        lambda: desk.transport.set_span(None),
        lambda: desk.transport.seek_s(random.uniform(0, 20)),
        lambda: desk.audition.set_neighbour(bool(random.integers(2))),
        lambda: desk.audition.set_bridged(bool(random.integers(2))),
        lambda: desk.audition.set_sprinting(bool(random.integers(2))),
        lambda: desk.tune(float(random.choice([0.0, 0.5]))),
        lambda: desk.transport.shuttle(float(random.integers(-1, 2))),
    )
    for _ in range(600):
        verbs[int(random.integers(len(verbs)))]()
        _check(desk)


def _check(desk: Desk) -> None:
    heard, order = desk.transport.heard_s, desk.player.full_orders[-1] if desk.player.full_orders else None
    assert (heard is not None) == desk.transport.is_playing == desk.player.is_on
    if heard is None or order is None:
        return
    assert heard[0] - 1e-3 <= desk.transport.position_s <= heard[1] + 1e-3
    if not desk.transport.shuttle_speed and order.contains(desk.player.at_frame):
        assert (order.start_frame, order.stop_frame) == (round(heard[0] * RATE_HZ), round(heard[1] * RATE_HZ))
    subject = desk.audition.subject
    if subject is not None:
        shown, row = desk.session.shown, desk.session.selected_row
        assert shown is not None
        assert row is not None
        assert subject[0] == shown.artifact_type(row), "what is heard is what is selected"
