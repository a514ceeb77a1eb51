"""TimeStretch: slower without getting lower: a phase vocoder with identity phase locking, as a stream.

J. Laroche, M. Dolson, "Improved phase vocoder time-scale modification of audio", 1999. Written here because the
libraries at hand (MIT compatible, with wheels for every system we ship to) take whole recordings only and keep the
interpreter's lock meanwhile, under which the sound callback of this program would wait.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Spectrum = NDArray[np.complex128]

_WINDOW_S = 0.06
_OVERLAP = 4


class TimeStretch:
    """`speed` below 1 is slower. Frames out = frames in / speed; an event at t comes out at t / speed."""

    def __init__(self, speed: float, rate_hz: int, channels: int) -> None:
        self._speed = speed
        self._size = 1 << round(math.log2(_WINDOW_S * rate_hz))
        self._hop = self._size // _OVERLAP
        self._window = np.hanning(self._size + 1)[:-1]
        # Hann twice (analysis and synthesis), overlapped four times, sums up to 1.5.
        self._scale = 1 / 1.5
        # One hop of silence more before the first sample, so that its neighbour one hop earlier exists.
        self._input = np.zeros((self._size // 2 + self._hop, channels))
        self._input_start = -len(self._input)
        self._tail = np.zeros((self._size, channels))
        self._before: NDArray[np.complex128] | None = None
        self._turn = np.zeros(self._size // 2 + 1)
        self._frame_number = 0
        self._taken = 0
        self._given = 0
        self._to_skip = self._size // 2

    def process(self, samples: Samples, *, is_last: bool) -> Samples:
        """float32 (n, channels) in, what is finished out; the last call gives the rest."""
        self._taken += len(samples)
        parts: list[NDArray[np.floating[Any]]] = [self._input, samples]
        if is_last:
            parts.append(np.zeros((2 * self._size, self._input.shape[1])))
        self._input = np.concatenate(parts)
        done = [self._next_hop() for _ in range(self._ready_frames())]
        self._drop_old_input()
        out = np.concatenate(done) if done else np.zeros((0, self._input.shape[1]))
        skipped = min(self._to_skip, len(out))
        self._to_skip -= skipped
        out = out[skipped:]
        if is_last:
            wanted = max(0, round(self._taken / self._speed) - self._given)
            out = np.concatenate([out, np.zeros((max(0, wanted - len(out)), out.shape[1]))])[:wanted]
        self._given += len(out)
        return out.astype(np.float32)

    def _analysed_at(self, number: int) -> int:
        """Where in the input the window of an output frame begins."""
        return round(number * self._hop * self._speed) - self._size // 2

    def _ready_frames(self) -> int:
        end = self._input_start + len(self._input)
        count = 0
        while self._analysed_at(self._frame_number + count) + self._size <= end:
            count += 1
        return count

    def _drop_old_input(self) -> None:
        surplus = self._analysed_at(self._frame_number) - self._hop - self._input_start
        if surplus > 0:
            self._input = self._input[surplus:]
            self._input_start += surplus

    def _spectrum(self, start: int) -> Spectrum:
        place = start - self._input_start
        return np.fft.rfft(self._input[place : place + self._size] * self._window[:, None], axis=0)

    def _next_hop(self) -> NDArray[np.float64]:
        start = self._analysed_at(self._frame_number)
        self._frame_number += 1
        now = self._spectrum(start)
        if self._before is not None:
            self._turn = self._next_turn(now, self._spectrum(start - self._hop), self._before)
        self._before = now
        shifted = now * np.exp(1j * self._turn)[:, None]
        self._tail += np.fft.irfft(shifted, self._size, axis=0) * (self._window * self._scale)[:, None]
        finished = self._tail[: self._hop].copy()
        self._tail[: -self._hop] = self._tail[self._hop :]
        self._tail[-self._hop :] = 0
        return finished

    def _next_turn(self, now: Spectrum, a_hop_earlier: Spectrum, before: Spectrum) -> NDArray[np.float64]:
        """By how much every bin is turned: so that a peak goes on at its own speed; its surroundings turn with it.

        All channels turn by the same angles, so that a source stays where it is between the loudspeakers.
        """
        advance = np.angle((now * np.conj(a_hop_earlier)).sum(axis=1))
        moved = np.angle((now * np.conj(before)).sum(axis=1))
        turn: NDArray[np.float64] = self._turn + advance - moved
        peaks = _peaks((np.square(now.real) + np.square(now.imag)).sum(axis=1))
        if len(peaks) == 0:
            return turn
        borders = (peaks[1:] + peaks[:-1]) / 2
        return np.asarray(turn[peaks[np.searchsorted(borders, np.arange(len(turn)))]])


def _peaks(power: NDArray[np.float64]) -> NDArray[np.int64]:
    """Bins that are louder than two on either side."""
    inner = power[2:-2]
    is_peak = (inner > power[1:-3]) & (inner > power[:-4]) & (inner >= power[3:-1]) & (inner >= power[4:])
    return np.asarray(np.flatnonzero(is_peak) + 2, dtype=np.int64)
