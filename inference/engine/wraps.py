"""Samples that wrap: integer arithmetic that ran over jumps from one end of its range to the other.

The wave jumps against its own course, by nearly twice its peak, and then goes on in its old direction as if nothing
had happened. A click comes back at once, a square wave does not move on either side of its edge.
"""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor

from inference.engine.frame_grid import HALO_FRAMES

LEAST_JUMP = 1.2
"""How far a jump goes beyond the steps around it, as a share of the peak within a frame of it; two at most."""
SILENT = 1e-3
"""Peaks below this count as this: the last bits of silence jump by more than their peak, too."""


def wrapped(samples: Tensor, steps: Tensor) -> Tensor:
    """(C, T): how many samples of each frame jump so.

    ``steps`` (C, T, hop) from the sample before each; ``samples`` (C, n) begins :data:`~frame_grid.HALO_FRAMES` frames
    before them and ends as many after them.
    """
    count, hop = steps.shape[1:]
    tallest = (
        samples.reshape(len(samples), -1, hop)[:, HALO_FRAMES - 1 : HALO_FRAMES + count + 1].abs().amax(-1)
    )
    least = LEAST_JUMP * F.max_pool1d(tallest, 3, 1).clamp_min(SILENT)
    # Few frames have steps that high: only those are looked at.
    channel, frame = (steps.abs().amax(-1) > least).nonzero(as_tuple=True)
    around = samples[:, HALO_FRAMES * hop - 2 :].unfold(1, hop + 3, hop)[channel, frame].diff(dim=1)
    before, here, after = around[:, :-2], around[:, 1:-1], around[:, 2:]
    goes_on = (before * after > 0) & (here * after < 0)
    jump = here.abs() - before.abs().maximum(after.abs())
    counts = steps.new_zeros(steps.shape[:2])
    counts[channel, frame] = (goes_on & (jump > least[channel, frame, None])).sum(-1).float()
    return counts
