from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.listening import Listening
from relay_desktop.audio.sound_output import OutputChoice
from relay_desktop.errors import FileProblem, NoSoundDevice
from relay_desktop.session.transport import Looping, Transport
from tests.relay_desktop.session.deaf_player import DeafPlayer

RATE_HZ = 1000


@pytest.fixture
def player() -> DeafPlayer:
    return DeafPlayer()


@pytest.fixture
def clip(tmp_path: Path) -> Iterator[AudioClip]:
    soundfile.write(tmp_path / "ten seconds.wav", np.zeros((10 * RATE_HZ, 1)), RATE_HZ)
    with AudioClip(tmp_path / "ten seconds.wav") as clip:
        yield clip


@pytest.fixture
def transport(qtbot: QtBot, player: DeafPlayer, clip: AudioClip) -> Iterator[Transport]:
    transport = Transport(player)
    transport.set_clip(clip)
    player.orders.clear()
    yield transport
    transport.close()


def test_space_plays_from_the_playhead_to_the_end_and_stops_there(
    transport: Transport, player: DeafPlayer
) -> None:
    told: list[bool] = []
    transport.playing_changed.connect(told.append)
    transport.seek_s(4.0)
    transport.play_pause()
    assert player.orders[-1] == ("play", 4000, 10_000, False)
    assert transport.is_playing
    player.at_frame = 6500.0
    assert transport.position_s == 6.5
    transport.play_pause()
    assert not transport.is_playing
    assert transport.position_s == 6.5
    assert told == [True, False]


def test_at_the_end_it_begins_anew(transport: Transport, player: DeafPlayer) -> None:
    transport.seek_s(10.0)
    transport.play_pause()
    assert player.orders[-1] == ("play", 0, 10_000, False)


def test_the_playhead_moves_by_a_timer_that_runs_only_while_playing(
    transport: Transport, player: DeafPlayer, qtbot: QtBot
) -> None:
    seen: list[float] = []
    transport.position_changed.connect(seen.append)
    transport.play_pause()
    player.at_frame = 1234.0
    qtbot.waitUntil(lambda: 1.234 in seen)
    assert transport._timer.isActive()
    transport.stop()
    assert not transport._timer.isActive()


def test_a_selected_stretch_is_played_instead(transport: Transport, player: DeafPlayer) -> None:
    told: list[object] = []
    transport.span_changed.connect(told.append)
    transport.set_span((3.0, 2.0))
    transport.play_pause()
    assert player.orders[-1] == ("play", 2000, 3000, False)
    transport.set_span((5.0, 5.0))
    assert transport.span_s is None
    assert told == [(2.0, 3.0), None]
    transport.set_span((8.0, 99.0))
    assert transport.span_s == (8.0, 10.0)


def test_loop_goes_round_the_whole_file_from_where_it_is(transport: Transport, player: DeafPlayer) -> None:
    told: list[bool] = []
    transport.loop_changed.connect(told.append)
    transport.seek_s(7.0)
    transport.set_looping(True)
    transport.play_pause()
    assert player.orders[-2:] == [("play", 0, 10_000, True), ("from", 7000)]
    player.at_frame = 9000.0
    transport.set_looping(False)
    assert ("play", 0, 10_000, False) in player.orders
    assert player.orders[-1] == ("from", 9000)
    assert told == [True, False]


def test_the_end_of_the_sound_is_told_from_the_players_thread(
    transport: Transport, player: DeafPlayer, qtbot: QtBot
) -> None:
    transport.play_pause()
    player.is_on, player.at_frame = False, 10_000.0
    assert player.on_finished is not None
    with qtbot.waitSignal(transport.playing_changed):
        player.on_finished()
    assert transport.position_s == 10.0


def test_an_end_that_was_overtaken_by_a_new_start_does_not_stop_it(
    transport: Transport, player: DeafPlayer, qtbot: QtBot
) -> None:
    transport.play_pause()
    assert player.on_finished is not None
    player.on_finished()
    transport.stop()
    transport.play_pause()
    qtbot.waitUntil(lambda: True)
    assert transport.is_playing


def test_without_a_device_it_says_so_and_rests(transport: Transport, player: DeafPlayer) -> None:
    problems: list[object] = []
    transport.device_failed.connect(problems.append)
    player.has_device = False
    transport.play_pause()
    assert not transport.is_playing
    assert isinstance(problems[0], NoSoundDevice)


def test_a_device_that_is_lost_while_playing(transport: Transport, player: DeafPlayer, qtbot: QtBot) -> None:
    transport.play_pause()
    player.is_on, player.at_frame = False, 3000.0
    assert player.on_problem is not None
    with qtbot.waitSignal(transport.problem) as told:
        player.on_problem(FileProblem("x.wav", "It broke off."))
    assert str(told.args[0]) == "It broke off."
    assert not transport.is_playing
    assert transport.position_s == 3.0


def test_another_recording_stops_and_rewinds(transport: Transport, player: DeafPlayer) -> None:
    told: list[object] = []
    transport.clip_changed.connect(told.append)
    transport.play_pause()
    transport.set_span((1.0, 2.0))
    transport.set_clip(None)
    assert ("stop",) in player.orders
    assert player.orders[-1] == ("load", None)
    assert (transport.position_s, transport.duration_s, transport.span_s) == (0.0, 0.0, None)
    assert told == [None]
    transport.play_pause()
    transport.seek_s(3.0)
    assert not transport.is_playing


def test_what_is_heard_is_told(transport: Transport, player: DeafPlayer) -> None:
    told: list[object] = []
    transport.heard_changed.connect(told.append)
    transport.seek_s(4.0)
    transport.play_pause()
    transport.seek_s(2.0)
    transport.stop()
    transport.play_span(-1.0, 3.0)
    assert transport.heard_s == (0.0, 3.0)
    transport.seek_s(2.0)
    assert transport.heard_s == (0.0, 3.0), "inside it the same is heard"
    transport.close()
    assert told == [(4.0, 10.0), (2.0, 10.0), None, (0.0, 3.0)]


def test_a_selected_stretch_whose_ends_move_is_followed(transport: Transport, player: DeafPlayer) -> None:
    transport.set_looping(True)
    transport.set_span((2.0, 3.0))
    transport.play_pause()
    player.at_frame = 2500.0
    transport.set_span((2.0, 4.0))
    assert player.orders[-2:] == [("play", 2000, 4000, True), ("from", 2500)]
    assert transport.heard_s == transport.span_s == (2.0, 4.0)
    transport.set_span((3.0, 4.0))
    assert player.orders[-1] == ("play", 3000, 4000, True), "outside the new ends it begins anew"


def test_gap_and_guard_of_loops(transport: Transport, player: DeafPlayer) -> None:
    transport.set_loop_manner(Looping(gap_s=0.7, has_soft_seams=False))
    transport.play_span(1.0, 2.0, is_loop=True)
    assert (player.full_orders[-1].gap_s, player.full_orders[-1].fade_s) == (0.7, 0.0)
    transport.set_loop_manner(Looping())
    transport.play_span(1.0, 2.0, is_loop=True, bridged_s=(1.2, 1.3))
    order = player.full_orders[-1]
    assert (order.gap_s, order.fade_s, order.bridged) == (0.0, 0.002, (1200, 1300))


def test_return_to_start_or_stay(transport: Transport, player: DeafPlayer, qtbot: QtBot) -> None:
    transport.seek_s(3.0)
    transport.returns_to_start = True
    transport.play_pause()
    player.at_frame = 7000.0
    transport.stop()
    assert transport.position_s == 3.0
    transport.play_pause()
    player.is_on, player.at_frame = False, 10_000.0
    assert player.on_finished is not None
    with qtbot.waitSignal(transport.finished):
        player.on_finished()
    assert transport.position_s == 3.0


def test_shuttle_doubles_turns_round_and_stops(transport: Transport, player: DeafPlayer) -> None:
    told: list[int] = []
    transport.shuttle_changed.connect(told.append)
    transport.seek_s(5.0)
    for _ in range(5):
        transport.shuttle(1)
    transport.shuttle(-1)
    order = player.full_orders[-1]
    assert (order.first_frame, order.start_frame, order.shuttle, order.is_loop) == (5000, 0, -1.0, False)
    transport.shuttle(-1)
    transport.shuttle(0)
    assert not transport.is_playing
    assert told == [1, 2, 4, 8, -1, -2, 0]


def test_another_device_while_it_plays_goes_on_from_there(transport: Transport, player: DeafPlayer) -> None:
    transport.play_span(1.0, 4.0, is_loop=True)
    player.at_frame = 2500.0
    transport.set_output(OutputChoice(is_silent=True))
    assert player.orders[-2:] == [("play", 1000, 4000, True), ("from", 2500)]
    assert transport.is_playing


def test_listening_is_told_once(transport: Transport, qtbot: QtBot) -> None:
    with qtbot.waitSignal(transport.listening_changed):
        transport.set_listening(Listening(gain_db=3))
    with qtbot.assertNotEmitted(transport.listening_changed):
        transport.set_listening(Listening(gain_db=3))


def test_a_stretch_at_the_end_of_the_file_loops_alone(transport: Transport, player: DeafPlayer) -> None:
    transport.play_span(9.0, 12.0)
    player.at_frame = 9500.0
    transport.set_looping(True)
    assert player.orders[-2:] == [("play", 9000, 10_000, True), ("from", 9500)]
