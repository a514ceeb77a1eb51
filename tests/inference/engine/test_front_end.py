"""The witnesses: each sees its fault and is quiet without it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from inference.engine.context import ALIGNMENT, INPUT_NAMES, network_input
from inference.engine.frame_grid import FrameGrid
from inference.engine.front_end import LEVEL_NAMES, SHAPE_NAMES
from inference.engine.stream import Framer, witness_channels
from tests.inference.engine.stand_in import programme

RATE = 48_000
AT = 4 * RATE


def _inputs(wave: np.ndarray, rate_hz: int = RATE) -> dict[str, np.ndarray]:
    grid = FrameGrid.for_rate(rate_hz)
    framer = Framer(grid, 1)
    parts = [framer.feed(wave.astype(np.float32)[:, None]), framer.finish()]
    made = [witness_channels(part, grid) for part in parts if part is not None]
    witnesses = made[0] + made[1] if len(made) == 2 else made[0]
    return dict(zip(INPUT_NAMES, network_input(witnesses, grid)[0].numpy(), strict=True))


@pytest.fixture(scope="module")
def clean() -> np.ndarray:
    return programme(np.random.default_rng(11), RATE, 8.0)


def _rise(name: str, damaged: np.ndarray, clean: np.ndarray) -> float:
    frame = AT // 480
    return float(
        _inputs(damaged)[name][frame : frame + 20].max() - _inputs(clean)[name][frame : frame + 20].max()
    )


def test_a_click_stands_out_of_the_prediction_residual(clean: np.ndarray) -> None:
    damaged = clean.copy()
    damaged[AT + 100] += 0.2
    assert _rise("rest_peakedness", damaged, clean) > 1


def test_a_repeated_buffer_is_known_exactly(clean: np.ndarray) -> None:
    damaged = clean.copy()
    damaged[AT : AT + 960] = damaged[AT - 1500 : AT - 540]
    assert _inputs(clean)["repeated_near"].max() == 0
    assert _rise("repeated_near", damaged, clean) > 0.5


def test_what_was_heard_two_seconds_ago_is_known_exactly(clean: np.ndarray) -> None:
    damaged = clean.copy()
    damaged[AT : AT + 4800] = damaged[AT - 2 * RATE : AT - 2 * RATE + 4800]
    assert _inputs(clean)["repeated_long"].max() == 0
    assert _rise("repeated_long", damaged, clean) > 0.5


def test_above_96_khz_only_the_last_200_ms_are_searched() -> None:
    assert FrameGrid.for_rate(96_000).past_frames > 250
    assert FrameGrid.for_rate(192_000).past_frames == 20


def test_a_break_stands_out_where_noise_that_sets_in_does_not() -> None:
    rng = np.random.default_rng(0)
    t = np.arange(8 * RATE) / RATE
    tone = 0.1 * np.sin(2 * np.pi * 333 * t) + 0.03 * np.sin(2 * np.pi * 1234.5 * t)
    tone += 1e-4 * rng.standard_normal(t.size)
    onset = tone + 0.05 * (np.arange(t.size) >= AT + 100) * rng.standard_normal(t.size)
    spliced = np.where(np.arange(t.size) < AT + 100, tone, np.roll(tone, 777))
    frame = AT // 480
    sudden, broken = _inputs(onset), _inputs(spliced)
    assert broken["break_peakedness"][frame] > 4
    assert sudden["break_peakedness"][frame] < 2


def test_clipping_turned_down_later_is_seen(clean: np.ndarray) -> None:
    damaged = clean.copy()
    top = 0.3 * np.abs(clean[AT : AT + RATE]).max()
    damaged[AT : AT + RATE] = np.clip(damaged[AT : AT + RATE], -top, top)
    assert _rise("top_run", damaged * 0.31, clean * 0.31) > 0.5


def test_tops_that_return_to_the_last_bit_are_counted(clean: np.ndarray) -> None:
    top = 0.5 * np.abs(clean[AT : AT + RATE]).max()
    clipped = np.round(np.clip(clean, -top, top) * 0.2 * 32767) / 32767
    assert _rise("top_equal_up", clipped, clean) > 0.5


def test_a_splice_is_foretold_neither_from_before_nor_from_after() -> None:
    t = np.arange(8 * RATE) / RATE
    tone = 0.3 * np.sin(2 * np.pi * 333 * t) + 0.1 * np.sin(2 * np.pi * 1234.5 * t)
    tone += 1e-4 * np.random.default_rng(0).standard_normal(t.size)
    spliced = np.where(np.arange(t.size) < AT + 100, tone, np.roll(tone, 777))
    frame = AT // 480
    steady, broken = _inputs(tone), _inputs(spliced)
    for name in ("past_rest_peak", "next_rest_peak", "low_jump", "low_jump_back"):
        assert broken[name][frame] > steady[name][frame] + 1, name


def test_a_hole_has_two_steep_edges(clean: np.ndarray) -> None:
    damaged = clean.copy()
    damaged[AT : AT + 2000] = 0
    seen = _inputs(damaged)
    near = slice(AT // 480 - 1, AT // 480 + 6)
    assert seen["fall"][near].max() > 2
    assert seen["rise"][near].max() > 2
    assert seen["gap_12"][near].max() > 2
    damaged = clean.copy()
    damaged[AT : AT + 120] = 0
    assert _rise("hole", damaged, clean) > 1


def test_hum_is_a_comb(clean: np.ndarray) -> None:
    t = np.arange(len(clean)) / RATE
    hum = sum(np.sin(2 * np.pi * 50 * n * t) / n for n in range(1, 6))
    assert _rise("hum_50", clean + 0.02 * hum, clean) > 0.3


def test_held_samples_and_zeros_are_counted(clean: np.ndarray) -> None:
    damaged = clean.copy()
    damaged[AT : AT + 480] = 0
    assert _rise("zero_run", damaged, clean) > 1.5
    damaged[AT : AT + 4800] = np.repeat(clean[AT : AT + 4800 : 8], 8)
    assert _rise("equal_run", damaged, clean) > 0.5


def test_inputs_do_not_depend_on_level(clean: np.ndarray) -> None:
    loud, quiet = _inputs(clean), _inputs(clean * 0.25)
    # Where nothing sounds, levels stand on their floor, which is a level.
    sounding = quiet["energy"] > np.median(quiet["energy"]) - 1
    assert sounding.mean() > 0.5
    for name in ("energy", "band_425", "rest_peakedness", "crest", "crowd_98", "low_jump"):
        assert np.quantile(np.abs(loud[name] - quiet[name])[sounding], 0.9) < 0.05, name


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 44_100, 96_000])
def test_same_inputs_in_one_block_or_many(rate_hz: int) -> None:
    wave = programme(np.random.default_rng(2), rate_hz, 4.0).astype(np.float32)[:, None]
    stale = rate_hz // 4
    wave[3 * rate_hz : 3 * rate_hz + stale] = wave[rate_hz // 2 : rate_hz // 2 + stale]
    grid = FrameGrid.for_rate(rate_hz)

    def witnessed(size: int) -> torch.Tensor:
        framer = Framer(grid, 1)
        parts = [framer.feed(wave[at : at + size]) for at in range(0, len(wave), size)] + [framer.finish()]
        made = [witness_channels(part, grid) for part in parts if part is not None]
        return torch.cat([torch.cat((one.levels, one.shapes), -1) for one in made], 1)

    whole = witnessed(len(wave))
    assert whole.shape[1] % ALIGNMENT == 0
    # The first or last bit of a sum may differ with the order of summing: levels are base-10 logarithms.
    # A linear prediction of next to nothing magnifies that, to a third of a decibel.
    apart = (witnessed(rate_hz // 7) - whole).abs()
    assert (apart < 2e-3).float().mean() > 0.999
    repeats = len(LEVEL_NAMES) + SHAPE_NAMES.index("repeated_long")
    assert whole[..., repeats].max() > 0.3
    assert apart[..., repeats].max() == 0
    assert apart.max() < 3e-2


def test_halo_is_as_short_as_it_says() -> None:
    grid = FrameGrid.for_rate(RATE)
    framer = Framer(grid, 1)
    stretch = framer.feed(np.zeros((RATE, 1), dtype=np.float32))
    assert stretch is not None
    assert stretch.shape[1] % grid.hop == 0
    assert witness_channels(stretch, grid).count == stretch.shape[1] // grid.hop - grid.around_frames
