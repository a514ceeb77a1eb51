"""All mechanisms by type, and how often training meets each type."""

from __future__ import annotations

import numpy as np

from inference.training.artifacts import click, clipping, distortion, dropout, glitch, hum, noise_burst
from inference.training.artifacts.canvas import Mechanism

FAMILIES = (click, glitch, dropout, clipping, distortion, noise_burst, hum)
ARTIFACT_TYPES: tuple[str, ...] = tuple(family.TYPE for family in FAMILIES)
MECHANISMS: dict[str, tuple[Mechanism, ...]] = {family.TYPE: family.MECHANISMS for family in FAMILIES}
TYPE_WEIGHTS = {
    "click": 0.14, "glitch": 0.23, "dropout": 0.14, "clipping": 0.13, "distortion": 0.21, "noise_burst": 0.09,
    "hum": 0.06,
}  # fmt: skip
SUSTAINED = frozenset({"clipping", "distortion", "hum"})
NAMES_OF_DAMAGE = ("glitch", "distortion", "noise_burst")
"""What a damaged stream is called is a matter of taste among these."""


def draw_mechanism(rng: np.random.Generator) -> Mechanism:
    """A type by its weight, then one of its mechanisms by its weight."""
    types = np.array([TYPE_WEIGHTS[name] for name in ARTIFACT_TYPES])
    choices = MECHANISMS[str(rng.choice(ARTIFACT_TYPES, p=types / types.sum()))]
    weights = np.array([mechanism.weight for mechanism in choices])
    return choices[int(rng.choice(len(choices), p=weights / weights.sum()))]
