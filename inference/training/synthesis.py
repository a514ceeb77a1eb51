"""Examples to learn from: clean programme at a drawn rate, damaged or not, levelled and stored.

The source is brought to the target rate BEFORE the fault; level, fades and lossy storage come after it, as in
life. About 40 % of the examples carry no fault at all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import soundfile

from inference.training.artifacts.canvas import Canvas, Samples
from inference.training.artifacts.catalogue import draw_mechanism
from inference.training.artifacts.clipping import hard, soft
from inference.training.corpus import SourcePool
from inference.training.doubts import doubtful_events
from inference.training.electronic import plain
from inference.training.injection import (
    Event,
    draw_count,
    draw_faults,
    draw_short_mechanism,
    draw_swarm,
    excused,
    inject,
    trimmed,
)
from inference.training.programme import draw_kind, draw_training_rate
from inference.training.real_faults import TRAINING, Variety, damage
from inference.training.storage import draw_storage, levelled, store
from inference.training.treatment import afterwards, treated
from inference.training.variation import varied_programme

__all__ = ["Event", "Example", "Recipe", "make_example"]

_RESERVE_S = 1.5
_TREATED_REAL_SHARE = 0.15


@dataclass(frozen=True)
class Recipe:
    """How often what happens.

    ``staged_share``: recorded too hot all along. ``after_share``: equalised after the faults. ``density``: faults in a
    second. ``short_only``: none of those that last. ``swarm_share``: of the faulty ones, one fault over and over.
    ``plain_share``: of silence, noise and test tones instead of programme. ``real_faults``: what is really damaged.
    ``tries``: at real faults that show.
    """

    clean_share: float = 0.38
    real_share: float = 0.3
    staged_share: float = 0.04
    lossy_share: float = 0.3
    treated_share: float = 0.35
    after_share: float = 0.15
    density: float = 0.4
    short_only: bool = False
    swarm_share: float = 0.06
    plain_share: float = 0.0
    real_faults: Variety = TRAINING
    tries: int = 1


@dataclass(frozen=True)
class Example:
    """Samples (frames, channels) float32 with their labelled artifacts."""

    samples: Samples
    rate_hz: int
    events: list[Event]
    content_kind: str
    storage: str = "pcm16"


def make_example(
    rng: np.random.Generator,
    pool: SourcePool,
    seconds: float,
    recipe: Recipe = Recipe(),
    *,
    rate_hz: int | None = None,
    kind: str | None = None,
) -> Example:
    """One example of exactly ``seconds``; the same generator state gives the same example."""
    rate_hz = rate_hz or draw_training_rate(rng)
    kind = kind or draw_kind(rng, pool)
    if recipe.plain_share and rng.random() < recipe.plain_share:
        wave = plain(rng, round(seconds * rate_hz), rate_hz, 1 if rng.random() < 0.6 else 2)
        return Example(store(rng, wave, rate_hz, "pcm16"), rate_hz, [], "plain")
    fate = rng.random()
    if fate < recipe.real_share:
        made = _really_damaged(rng, pool, seconds, rate_hz, kind, recipe)
        if made is not None:
            return made
    faulty = fate < 1.0 - recipe.clean_share
    programme = varied_programme(rng, pool, kind, seconds + (_RESERVE_S if faulty else 0.0), rate_hz)
    doubts = doubtful_events(programme, rate_hz, kind)
    if rng.random() < recipe.treated_share:
        programme = treated(rng, programme, rate_hz)
    canvas = Canvas(programme, rate_hz, len(programme))
    draw = draw_short_mechanism if recipe.short_only else draw_mechanism
    count = draw_count(rng, seconds, recipe.density) if faulty else 0
    events: list[Event] = []
    is_staged = faulty and not recipe.short_only and rng.random() < recipe.staged_share / (1.0 - recipe.clean_share)
    if is_staged:
        events, draw, count = staged(rng, canvas), draw_short_mechanism, count // 3
    if faulty and not is_staged and rng.random() < recipe.swarm_share:
        faults = draw_swarm(rng, canvas, seconds)
    else:
        faults = draw_faults(rng, canvas, seconds, count, draw)
    if is_staged:  # its labels must stay where they are
        faults = [fault for fault in faults if not fault.mechanism.moves_time]
    events += doubts + excused(inject(rng, canvas, faults), canvas)
    samples = canvas.samples[: round(seconds * rate_hz)]
    if rng.random() < recipe.after_share:
        samples = afterwards(rng, samples, rate_hz)
    return _finished(rng, samples, rate_hz, trimmed(events, seconds), kind, recipe)


def staged(rng: np.random.Generator, canvas: Canvas) -> list[Event]:
    """Recorded too hot from beginning to end, into a hard or a soft ceiling."""
    apply = hard if rng.random() < 0.5 else soft
    return [
        Event("clipping", a / canvas.rate_hz, b / canvas.rate_hz, "staged")
        for a, b in apply(rng, canvas, 0, canvas.frames)
    ]


def _finished(
    rng: np.random.Generator, samples: Samples, rate_hz: int, events: list[Event], kind: str, recipe: Recipe
) -> Example:
    samples = levelled(rng, samples, rate_hz)
    storage = draw_storage(rng, rate_hz, recipe.lossy_share)
    try:
        stored = store(rng, samples, rate_hz, storage)
    except soundfile.LibsndfileError:  # a codec that refuses this rate: keep it as it is
        stored, storage = samples, "float"
    return Example(np.ascontiguousarray(stored), rate_hz, events, kind, storage)


def _really_damaged(
    rng: np.random.Generator, pool: SourcePool, seconds: float, rate_hz: int, kind: str, recipe: Recipe
) -> Example | None:
    """Programme through a real encoder, damaged as bytes, and through a real decoder."""
    programme = varied_programme(rng, pool, kind, seconds, rate_hz)
    if rng.random() < _TREATED_REAL_SHARE:
        programme = treated(rng, programme, rate_hz)
    programme = levelled(rng, programme, rate_hz)
    tried = (damage(rng, programme, rate_hz, recipe.real_faults) for _ in range(recipe.tries))
    damaged = next((one for one in tried if one is not None), None)
    if damaged is None:
        return None
    events = trimmed(damaged.events, seconds)
    return Example(damaged.samples, rate_hz, events, kind, damaged.storage)
