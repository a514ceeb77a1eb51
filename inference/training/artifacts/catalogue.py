"""All mechanisms by type, and how often training meets each type."""

from __future__ import annotations

import numpy as np

from inference.training.artifacts import click, clipping, distortion, dropout, glitch, hum, noise_burst
from inference.training.artifacts.canvas import Mechanism

FAMILIES = (click, glitch, dropout, clipping, distortion, noise_burst, hum)
ARTIFACT_TYPES: tuple[str, ...] = tuple(family.TYPE for family in FAMILIES)
MECHANISMS: dict[str, tuple[Mechanism, ...]] = {family.TYPE: family.MECHANISMS for family in FAMILIES}
TYPE_WEIGHTS = {
    "click": 0.18, "glitch": 0.22, "dropout": 0.17, "clipping": 0.12, "distortion": 0.13, "noise_burst": 0.13,
    "hum": 0.05,
}  # fmt: skip
SUSTAINED = frozenset({"clipping", "distortion", "hum"})


def draw_mechanism(rng: np.random.Generator, artifact_type: str) -> Mechanism:
    """One mechanism of a type by its weight."""
    choices = MECHANISMS[artifact_type]
    weights = np.array([mechanism.weight for mechanism in choices])
    return choices[int(rng.choice(len(choices), p=weights / weights.sum()))]


def draw_type(rng: np.random.Generator) -> str:
    weights = np.array([TYPE_WEIGHTS[name] for name in ARTIFACT_TYPES])
    return str(rng.choice(ARTIFACT_TYPES, p=weights / weights.sum()))
