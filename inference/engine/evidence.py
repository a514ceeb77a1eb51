"""What is kept of the sound beside the confidences: some bytes a frame, so that hours of them fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from inference.engine.mains import PARTIALS, STEP_FRAMES

MARKS = 4
FloatArray = NDArray[np.float32]


@dataclass(frozen=True)
class Evidence:
    """Where in the frames things happen, of the channel that shows it best.

    ``spikes`` uint8 (T,): where in the frame prediction fails most, in 256ths. ``levels`` uint8 (T, 8): log10 power
    of the eight pieces of each frame, in twentieths above -10. ``mains`` uint8 (T / 8 rounded up, 20): how strong each
    harmonic of the mains is, as :func:`~mains.mains_levels` says. ``looks`` float16 (T, n): what a closer look at a
    peak of each of the first n types says (:mod:`inspection`), as a logit; 0 where nothing was looked at. ``marks``
    uint8 (T, 4): how many samples wrap (:mod:`wraps`), and the shares, in 255ths, of :mod:`repeats`' anchors that
    repeat a place near, farther, and far back.
    """

    spikes: NDArray[np.uint8]
    levels: NDArray[np.uint8]
    mains: NDArray[np.uint8]
    looks: NDArray[np.float16]
    marks: NDArray[np.uint8]

    @classmethod
    def of(cls, spike_at: FloatArray, envelope: FloatArray) -> Evidence:
        """From places in 0–1 (T,) and log10 powers (T, 8); no mains, no closer look, no marks."""
        spikes, levels = (
            part.numpy() for part in cls.rounded(torch.from_numpy(spike_at), torch.from_numpy(envelope))
        )
        frames = len(spikes)
        mains = np.zeros((-(-frames // STEP_FRAMES), PARTIALS), np.uint8)
        looks, marks = np.zeros((frames, 0), np.float16), np.zeros((frames, MARKS), np.uint8)
        return cls(spikes, levels, mains, looks, marks)

    @classmethod
    def joined(cls, parts: Sequence[Evidence]) -> Evidence:
        """That of consecutive frames; all parts but the last hold a multiple of eight."""
        return cls(
            np.concatenate([part.spikes for part in parts]),
            np.concatenate([part.levels for part in parts]),
            np.concatenate([part.mains for part in parts]),
            np.concatenate([part.looks for part in parts]),
            np.concatenate([part.marks for part in parts]),
        )

    @staticmethod
    def rounded(spike_at: torch.Tensor, envelope: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Spikes and levels as uint8 from places in 0–1 (T,) and log10 powers (T, 8), on their device."""
        return (
            (spike_at * 256).clamp(0, 255).to(torch.uint8),
            ((envelope + 10.0) * 20).round().clamp(0, 255).to(torch.uint8),
        )

    def until(self, frames: int) -> Evidence:
        """That of so many frames from the beginning."""
        steps = -(-frames // STEP_FRAMES)
        return Evidence(
            self.spikes[:frames], self.levels[:frames], self.mains[:steps], self.looks[:frames], self.marks[:frames]
        )

    def since(self, frame: int) -> Evidence:
        """That of the frames from this one on, a multiple of eight."""
        steps = frame // STEP_FRAMES
        return Evidence(
            self.spikes[frame:], self.levels[frame:], self.mains[steps:], self.looks[frame:], self.marks[frame:]
        )

    def copied(self) -> Evidence:
        """The same in memory of its own."""
        return Evidence(
            self.spikes.copy(), self.levels.copy(), self.mains.copy(), self.looks.copy(), self.marks.copy()
        )

    def spike(self, frame: int) -> float:
        """Where in this frame, 0–1."""
        return float(self.spikes[frame]) / 256

    def pieces(self, start: int, stop: int) -> FloatArray:
        """log10 power of the pieces of these frames, one after the other."""
        twentieths: FloatArray = self.levels[max(0, start) : stop].reshape(-1).astype(np.float32)
        return twentieths / np.float32(20) - np.float32(10)

    def sounds_in(self, spans: Sequence[tuple[int, int, int]], least: float) -> list[bool]:
        """Whether a piece within or beside the frames [start, stop) of each span has a log10 power above ``least``."""
        so_far = np.zeros(len(self.levels) + 1, np.int64)
        np.cumsum(self.levels.max(axis=1, initial=0) > (least + 10.0) * 20, out=so_far[1:])
        bounds = np.array(spans, dtype=np.int64).reshape(-1, 3)
        first, last = np.maximum(bounds[:, 0] - 1, 0), np.minimum(bounds[:, 1] + 1, len(self.levels))
        sounding: list[bool] = (so_far[last] > so_far[first]).tolist()
        return sounding

    def closest_look(self, code: int, start: NDArray[np.int64], stop: NDArray[np.int64]) -> NDArray[np.float64]:
        """(n,): the surest look at this type within frames [start, stop) of each; 0 where there was none."""
        best = np.zeros(len(start))
        if code >= self.looks.shape[1] or not len(start):
            return best
        line = self.looks[:, code]
        looked = np.flatnonzero(line)
        first, last = np.searchsorted(looked, start), np.searchsorted(looked, stop)
        has_any = np.flatnonzero(last > first)
        values = line[looked].astype(np.float64)
        # Pairs of bounds, of which every second stretch counts; the end of the last one must lie inside.
        bounds = np.stack((first[has_any], last[has_any]), axis=1).ravel()
        if len(bounds):
            best[has_any] = np.maximum.reduceat(np.append(values, -np.inf), bounds)[::2]
        return best

    def marks_in(self, start: NDArray[np.int64], stop: NDArray[np.int64]) -> NDArray[np.float64]:
        """(n, 4) of what happens in frames [start, stop) of each or beside them: the samples that wrap, and the mean
        shares of what repeats near, farther and far back."""
        so_far = np.zeros((len(self.marks) + 1, MARKS), np.int64)
        np.cumsum(self.marks, axis=0, out=so_far[1:])
        first, last = np.maximum(start - 1, 0), np.minimum(stop + 1, len(self.marks))
        found = (so_far[last] - so_far[first]).astype(np.float64)
        found[:, 1:] /= 255.0 * (last - first)[:, None]
        return found
