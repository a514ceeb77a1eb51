from __future__ import annotations

import itertools

import numpy as np

from inference.training.artifacts.canvas import Canvas
from inference.training.artifacts.catalogue import MECHANISMS
from inference.training.injection import Event, Fault, Ground, draw_faults, draw_swarm, inject, trimmed

RATE = 16_000


def _canvas(programme: np.ndarray) -> Canvas:
    return Canvas(programme.copy(), RATE, len(programme))


def _mechanism(kind: str, name: str) -> object:
    (found,) = (m for m in MECHANISMS[kind] if m.name == name)
    return found


def test_faults_keep_apart_except_hum(programme: np.ndarray) -> None:
    for seed in range(60):
        faults = draw_faults(np.random.default_rng(seed), _canvas(programme), 4.0, 5)
        short = [f for f in faults if f.mechanism.artifact_type != "hum"]
        for before, after in itertools.pairwise(short):
            assert after.start_s - (before.start_s + before.length_s) > 0.15


def test_a_swarm_is_one_fault_over_and_over_that_never_touches_itself(programme: np.ndarray) -> None:
    counts = []
    for seed in range(60):
        faults = draw_swarm(np.random.default_rng(seed), _canvas(programme), 4.0)
        counts.append(len(faults))
        assert len({fault.mechanism.name for fault in faults}) <= 1
        assert all(fault.start_s > 0.1 and fault.start_s + fault.length_s < 4.0 for fault in faults)
        for before, after in itertools.pairwise(faults):
            assert after.start_s - (before.start_s + before.length_s) > 0.029
    assert np.median(counts) >= 5
    assert max(counts) > 25


def test_the_same_seed_draws_the_same_faults(programme: np.ndarray) -> None:
    first, second = (draw_faults(np.random.default_rng(4), _canvas(programme), 4.0, 5) for _ in range(2))
    assert first == second


def test_all_types_are_drawn(programme: np.ndarray) -> None:
    kinds = {
        f.mechanism.artifact_type
        for seed in range(120)
        for f in draw_faults(np.random.default_rng(seed), _canvas(programme), 4.0, 5)
    }
    assert kinds == set(MECHANISMS)


def test_silence_is_no_place_for_a_dropout() -> None:
    samples = np.zeros((4 * RATE, 1), np.float32)
    samples[RATE : 2 * RATE] = 0.3 * np.random.default_rng(0).standard_normal((RATE, 1)).astype(np.float32)
    ground = Ground(Canvas(samples, RATE, len(samples)))
    for seed in range(50):
        start = ground.place(np.random.default_rng(seed), 0.2, needs_programme=True)
        assert start is not None
        assert 0.99 <= start <= 1.81


def test_a_later_label_moves_with_the_programme_that_a_skip_pulled_forward(programme: np.ndarray) -> None:
    canvas = _canvas(programme)
    faults = [
        Fault(_mechanism("dropout", "zeros"), 2.5, 0.1),  # type: ignore[arg-type]
        Fault(_mechanism("glitch", "skip"), 1.0, 0.2),  # type: ignore[arg-type]
    ]
    events = inject(np.random.default_rng(0), canvas, faults)
    gap = next(e for e in events if e.artifact_type == "dropout")
    silent = np.flatnonzero(np.all(canvas.samples[: round(3.5 * RATE)] == 0, axis=1))
    assert abs(silent[0] / RATE - gap.start_s) < 1e-3
    assert abs((silent[-1] + 1) / RATE - gap.end_s) < 1e-3


def test_events_are_cut_to_the_example() -> None:
    events = [Event("hum", 0.5, 9.0), Event("click", 3.99, 3.991), Event("click", 1.0, 1.001)]
    assert trimmed(events, 4.0) == [Event("hum", 0.5, 4.0), Event("click", 1.0, 1.001)]
