"""Placeholder"""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.training.artifacts.canvas import Samples
from inference.training.injection import Event


@dataclass(frozen=True)
class Damaged:
    samples: Samples
    events: list[Event]
    storage: str

def damage(rng: np.random.Generator, samples: Samples, rate_hz: int) -> Damaged | None:
    return None
