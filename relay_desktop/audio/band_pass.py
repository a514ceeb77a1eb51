"""BandPass: a band of frequencies for listening, by a linear-phase filter that delays nothing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

# Length of the filter: edges are about 45 Hz wide, whatever the sample rate.
_FILTER_S = 0.085


@dataclass(frozen=True)
class Band:
    """Frequencies that are heard, in Hz; `low_hz` 0 has no lower edge, `high_hz` None no upper one."""

    low_hz: float = 0.0
    high_hz: float | None = None

    def __post_init__(self) -> None:
        if self.low_hz < 0 or (self.high_hz is not None and self.high_hz <= self.low_hz):
            raise ValueError("a band begins at 0 Hz or above and ends above its beginning")


class BandPass:
    """Filters a stream block by block: as many frames come out as went in, each at its own time."""

    def __init__(self, band: Band, rate_hz: int) -> None:
        self._taps = _taps(band, rate_hz)
        self._kept: Samples | None = None
        self._to_skip = len(self._taps) // 2

    def process(self, samples: Samples, *, is_last: bool) -> Samples:
        """float32 (n, channels); the first calls give fewer frames, the last one gives what is left."""
        half = len(self._taps) // 2
        if self._kept is None:
            self._kept = np.zeros((len(self._taps) - 1, samples.shape[1]), dtype=np.float32)
        parts = [self._kept, samples]
        if is_last:
            parts.append(np.zeros((half, samples.shape[1]), dtype=np.float32))
        whole = np.concatenate(parts)
        self._kept = whole[len(whole) - (len(self._taps) - 1) :]
        filtered = _filtered(whole, self._taps)
        skipped = min(self._to_skip, len(filtered))
        self._to_skip -= skipped
        return filtered[skipped:]


def _taps(band: Band, rate_hz: int) -> NDArray[np.float64]:
    """A windowed sinc (Hann), odd in length."""
    half = max(16, round(_FILTER_S * rate_hz / 2))
    place = np.arange(-half, half + 1)
    high = min(band.high_hz or rate_hz / 2, rate_hz / 2) / rate_hz
    low = min(band.low_hz, rate_hz / 2) / rate_hz
    ideal = 2 * high * np.sinc(2 * high * place) - 2 * low * np.sinc(2 * low * place)
    return np.asarray(ideal * np.hanning(2 * half + 3)[1:-1])


def _filtered(samples: Samples, taps: NDArray[np.float64]) -> Samples:
    """The valid part of a convolution along time: len(samples) - len(taps) + 1 frames."""
    length = len(samples) - len(taps) + 1
    if length <= 0:
        return np.zeros((0, samples.shape[1]), dtype=np.float32)
    size = 1 << (len(samples) - 1).bit_length()
    spectrum = np.fft.rfft(samples, size, axis=0) * np.fft.rfft(taps, size)[:, None]
    whole = np.fft.irfft(spectrum, size, axis=0)
    return whole[len(taps) - 1 : len(taps) - 1 + length].astype(np.float32)
