"""Many channels on two loudspeakers: fold-down matrices for listening."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_HALF_POWER = 0.7071

# Rows: left, right. ITU-R BS.775 for the layouts of that standard, in the order of WAV files
# (L R C LFE Ls Rs ...); the LFE is left out as the standard allows.
_LAYOUTS: dict[int, tuple[tuple[float, ...], tuple[float, ...]]] = {
    3: ((1, 0, _HALF_POWER), (0, 1, _HALF_POWER)),
    4: ((1, 0, _HALF_POWER, 0), (0, 1, 0, _HALF_POWER)),
    5: ((1, 0, _HALF_POWER, _HALF_POWER, 0), (0, 1, _HALF_POWER, 0, _HALF_POWER)),
    6: ((1, 0, _HALF_POWER, 0, _HALF_POWER, 0), (0, 1, _HALF_POWER, 0, 0, _HALF_POWER)),
    8: (
        (1, 0, _HALF_POWER, 0, _HALF_POWER, 0, _HALF_POWER, 0),
        (0, 1, _HALF_POWER, 0, 0, _HALF_POWER, 0, _HALF_POWER),
    ),
}


def fold_down_matrix(channels: int, outputs: int) -> NDArray[np.float32]:
    """float32 (channels, outputs): `samples @ matrix` is what the device plays. No row sum of a layout exceeds one.

    As many or fewer channels than two go out unchanged (mono on both sides); more are folded, known layouts as
    ITU-R BS.775 says, others odd channels left and even channels right. A mono device gets the mean.
    """
    stereo = _stereo_matrix(channels)
    if outputs == 1:
        return np.asarray(stereo.mean(axis=1, keepdims=True), dtype=np.float32)
    matrix = np.zeros((channels, outputs), dtype=np.float32)
    matrix[:, :2] = stereo
    return matrix


def _stereo_matrix(channels: int) -> NDArray[np.float32]:
    if channels == 1:
        return np.ones((1, 2), dtype=np.float32)
    if channels == 2:
        return np.eye(2, dtype=np.float32)
    if channels in _LAYOUTS:
        matrix = np.array(_LAYOUTS[channels], dtype=np.float32).T
    else:
        matrix = np.zeros((channels, 2), dtype=np.float32)
        matrix[0::2, 0] = 1
        matrix[1::2, 1] = 1
    return np.asarray(matrix / matrix.sum(axis=0).max(), dtype=np.float32)
