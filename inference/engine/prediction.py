"""Linear prediction, many short signals at a time."""

from __future__ import annotations

import torch
from torch import Tensor


def solve_prediction(correlation: Tensor, order: int) -> Tensor:
    """Levinson–Durbin: error filters (N, order + 1) from autocorrelations (N, order + 1) in double precision."""
    lags = correlation.T.contiguous()  # signals side by side, so that every step runs along them
    lags[0] = lags[0] * (1 + 1e-5) + 1e-12
    backwards = lags.flip(0)
    coefficients = torch.zeros_like(lags)
    coefficients[0] = 1.0
    error = lags[0].clone()
    for step in range(1, order + 1):
        reflected = (coefficients[:step] * backwards[order - step : order]).sum(0)
        reflection = reflected.div_(error).neg_().clamp_(-0.99999, 0.99999)
        turned = coefficients[:step].flip(0).mul_(reflection)
        coefficients[1 : step + 1] += turned
        error *= 1 - reflection.square()
    return coefficients.T.float()
