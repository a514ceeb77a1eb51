"""Decodes a file while it is heard, and keeps of it only what later frames may still change.

So memory does not grow with the length of a file by more than its result, but where something lasts throughout.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable, concatenate
from inference.engine.decoder import Decoder, Part
from inference.engine.evidence import Evidence
from inference.engine.judge import Confidences
from inference.frame_scores import FrameScores

ROLL_FRAMES = 30_000
"""Five minutes: what has come since the last time is decoded and let go of when there is so much of it."""
ROLL_GROWTH = 1.5
"""Where nothing can be let go of, it is tried again only when so many times as much is there."""


class RollingDecoder:
    """Blocks of confidences in, in order; detections and frame scores out."""

    def __init__(self, decoder: Decoder, hop_s: float, duration_s: float) -> None:
        self._decoder, self._hop_s, self._duration_s = decoder, hop_s, duration_s
        self._blocks: list[Confidences] = []
        self._first, self._told = 0, tuple(0 for _ in decoder.types)
        self._found = DetectionTable.empty(decoder.types)
        self._scores: list[FrameScores] = []
        self._due = ROLL_FRAMES
        self.frames = 0
        """Heard so far."""

    def add(self, block: Confidences) -> None:
        """The next frames; a multiple of eight of them unless they are the last."""
        self._blocks.append(block)
        self.frames += block.confidence.shape[1]
        self._scores.append(
            FrameScores.from_dense(block.confidence, self._decoder.types, 1000 * self._hop_s)
        )
        if self.frames - self._first >= self._due:
            self.settle()
            held = self.frames - self._first
            self._due = max(ROLL_FRAMES, round(ROLL_GROWTH * held))

    def settle(self) -> DetectionTable:
        """All detections that no later frame can change, exactly as they will be in the end."""
        self._decode(is_whole=False)
        return self._found

    def finish(self) -> tuple[DetectionTable, FrameScores]:
        """All detections, and the frame scores, when the last frame has come."""
        self._decode(is_whole=True)
        return self._found, FrameScores.joined(self._scores)

    def _decode(self, is_whole: bool) -> None:
        if not self._blocks:
            return
        confidence: NDArray[np.float16] = np.concatenate([block.confidence for block in self._blocks], axis=1)
        evidence = Evidence.joined([block.evidence for block in self._blocks])
        self._blocks = [Confidences(confidence, evidence)]
        part = Part(confidence, evidence, self._first, self._told)
        found, rest = self._decoder.decode_part(part, self._hop_s, self._duration_s, is_whole=is_whole)
        self._found = concatenate((self._found, found)).sorted()
        self._told = rest.told or self._told
        if rest.first > self._first and not is_whole:
            # Copied, or all of it would stay for the sake of the little that is still needed.
            self._blocks = [Confidences(rest.confidence.copy(), rest.evidence.copied())]
            self._first = rest.first
