"""Linear prediction, many short signals at a time."""

from __future__ import annotations

import torch
from torch import Tensor


def solve_prediction(correlation: Tensor, order: int) -> Tensor:
    """Levinson–Durbin: error filters (N, order + 1) from autocorrelations (N, order + 1) in double precision."""
    correlation = correlation.clone()
    correlation[:, 0] = correlation[:, 0] * (1 + 1e-5) + 1e-12
    coefficients = torch.zeros_like(correlation)
    coefficients[:, 0] = 1.0
    error = correlation[:, 0].clone()
    for step in range(1, order + 1):
        reflected = (coefficients[:, :step] * correlation[:, 1 : step + 1].flip(1)).sum(1)
        reflection = (-reflected / error).clamp_(-0.99999, 0.99999)
        turned = coefficients[:, :step].flip(1) * reflection[:, None]
        coefficients[:, 1 : step + 1] += turned
        error *= 1 - reflection.square()
    return coefficients.float()
