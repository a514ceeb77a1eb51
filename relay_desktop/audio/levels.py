"""Levels of what is heard: peak and RMS per loudspeaker, the true peak since the last reset, whether it clipped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

SILENCE_DB = -100.0
# The largest 16-bit value is 0.99997: what stands at the end of the scale counts as clipped.
CLIPPED = 0.9999
_RMS_WINDOW_S = 0.3
_FALL_DB_PER_S = 24.0
_OVERSAMPLING = 4
_TAPS_PER_PHASE = 12


@dataclass(frozen=True)
class Levels:
    """One number per loudspeaker, in dB of full scale; `true_peak_db` is held until a reset."""

    peak_db: tuple[float, ...] = ()
    rms_db: tuple[float, ...] = ()
    true_peak_db: tuple[float, ...] = ()
    has_clipped: tuple[bool, ...] = ()


class LevelMeter:
    """Takes what was heard, block by block. True peak: four times oversampled, as ITU-R BS.1770-4, annex 2, asks."""

    def __init__(self) -> None:
        self._filter = _interpolator()
        self.reset()

    def reset(self) -> None:
        """Forgets everything, the held peaks too."""
        self._peak_db: NDArray[np.float64] = np.zeros(0)
        self._recent = np.zeros((0, 0), dtype=np.float32)
        self._true_peak = np.zeros(0)
        self._has_clipped = np.zeros(0, dtype=bool)

    def add(self, samples: Samples, rate_hz: int, passed_s: float) -> Levels:
        """Samples (frames, loudspeakers) heard in the last `passed_s` seconds; without any the bars fall."""
        if samples.shape[1] != len(self._peak_db):
            self._begin(samples.shape[1])
        fallen = np.maximum(self._peak_db - _FALL_DB_PER_S * passed_s, SILENCE_DB)
        if len(samples) == 0:
            self._peak_db, self._recent = fallen, self._recent[:0]
            return self._levels()
        size = np.abs(samples).max(axis=0)
        self._peak_db = np.maximum(fallen, _decibels(size))
        self._has_clipped |= size >= CLIPPED
        self._true_peak = np.maximum(self._true_peak, self._true_peak_of(samples))
        self._recent = np.concatenate([self._recent, samples])[-round(_RMS_WINDOW_S * rate_hz) :]
        return self._levels()

    def _begin(self, count: int) -> None:
        self._peak_db = np.full(count, SILENCE_DB)
        self._recent = np.zeros((0, count), dtype=np.float32)
        self._true_peak = np.zeros(count)
        self._has_clipped = np.zeros(count, dtype=bool)

    def _levels(self) -> Levels:
        power = np.square(self._recent, dtype=np.float64)
        rms = np.sqrt(power.mean(axis=0)) if len(power) else np.zeros(len(self._peak_db))
        return Levels(
            tuple(self._peak_db.tolist()),
            tuple(_decibels(rms).tolist()),
            tuple(_decibels(self._true_peak).tolist()),
            tuple(self._has_clipped.tolist()),
        )

    def _true_peak_of(self, samples: Samples) -> NDArray[np.float64]:
        """The greatest size between and on the samples; the last ones of the block before lead in."""
        lead = self._recent[-(_TAPS_PER_PHASE - 1) :]
        whole = np.concatenate([lead, samples])
        greatest = np.asarray(np.abs(samples).max(axis=0), dtype=np.float64)
        if len(whole) < _TAPS_PER_PHASE:
            return greatest
        windows = np.lib.stride_tricks.sliding_window_view(whole, _TAPS_PER_PHASE, axis=0)
        between = np.abs(windows @ self._filter).max(axis=(0, 2))
        return np.asarray(np.maximum(greatest, between))


def _interpolator() -> NDArray[np.float32]:
    """float32 (taps, phases): a windowed sinc that gives the values between two samples."""
    place = np.arange(_TAPS_PER_PHASE) - (_TAPS_PER_PHASE / 2 - 1)
    phases = np.arange(1, _OVERSAMPLING) / _OVERSAMPLING
    distance = place[:, None] - phases[None, :]
    taps = np.sinc(distance) * np.cos(np.pi * distance / _TAPS_PER_PHASE) ** 2
    return np.asarray(taps / taps.sum(axis=0), dtype=np.float32)


def _decibels(size: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    return np.asarray(np.maximum(20 * np.log10(np.maximum(size, 1e-10)), SILENCE_DB))
