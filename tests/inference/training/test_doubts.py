"""What in untouched programme nobody can tell from a fault."""

from __future__ import annotations

import numpy as np

from inference.training.doubts import doubtful_events, saturated_sources, short_rests

RATE = 16_000


def _tone(seconds: float, pitch: float = 90.0) -> np.ndarray:
    time = np.arange(round(seconds * RATE)) / RATE
    return (0.5 * np.sin(2 * np.pi * pitch * time)).astype(np.float32)[:, None]


def test_a_sound_that_came_saturated_is_neither_clean_nor_clipped() -> None:
    assert saturated_sources(_tone(2.0), RATE) == []
    driven = np.tanh(_tone(2.0) * 20.0) * np.float32(0.4)
    events = saturated_sources(driven, RATE)
    assert {event.artifact_type for event in events} == {"clipping", "distortion"}
    assert not any(event.counts for event in events)
    assert doubtful_events(driven, RATE, "effects") == events
    assert doubtful_events(driven, RATE, "electronic") == []  # square waves that are meant


def test_milliseconds_of_nothing_between_loud_sounds_are_in_doubt_and_longer_rests_are_not() -> None:
    programme = _tone(2.0, 440.0)
    programme[16_000:16_160] = 0
    programme[24_000:26_000] = 0
    programme[:200] = 0
    (rest,) = short_rests(programme, RATE)
    assert abs(rest.start_s - 1.0) < 1e-3
    assert abs(rest.end_s - 1.01) < 1e-3
    assert rest.artifact_type == "dropout"
    assert not rest.counts


def test_a_rest_beside_quiet_sound_is_a_pause() -> None:
    programme = _tone(2.0, 440.0)
    programme[16_160:17_000] *= 0.01
    programme[16_000:16_160] = 0
    assert short_rests(programme, RATE) == []
    assert short_rests(np.zeros((RATE, 2), np.float32), RATE) == []
