"""Frame confidences kept beside a job as evidence: sparse, one byte each, readable without torch.

The byte form: ``RFS1``, length of a JSON header (uint32 little endian), the header (hop_ms, frames, types, counts),
then per type its frame numbers (uint32) and its confidences (uint8, 255 = 1).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCORE_FLOOR = 0.02
MAGIC = b"RFS1"


@dataclass(frozen=True)
class FrameScores:
    """Per type, the frames with a confidence of at least :data:`SCORE_FLOOR`.

    ``hop_ms``: length of a frame. ``frame_count``: frames in the file. ``frames[type]`` uint32 (n,) ascending and
    ``values[type]`` uint8 (n,), 255 meaning 1.
    """

    hop_ms: float
    frame_count: int
    frames: Mapping[str, NDArray[np.uint32]]
    values: Mapping[str, NDArray[np.uint8]]

    @classmethod
    def from_dense(
        cls, confidence: NDArray[np.floating[Any]], types: tuple[str, ...], hop_ms: float
    ) -> FrameScores:
        """From confidences (types, T) of the whole file."""
        kept = [np.flatnonzero(row >= SCORE_FLOOR) for row in confidence]
        rows = [row[at].astype(np.float32) for row, at in zip(confidence, kept, strict=True)]
        values = [np.round(np.clip(row, 0, 1) * 255).astype(np.uint8) for row in rows]
        frames = [at.astype(np.uint32) for at in kept]
        return cls(
            hop_ms,
            int(confidence.shape[1]),
            dict(zip(types, frames, strict=True)),
            dict(zip(types, values, strict=True)),
        )

    @classmethod
    def joined(cls, parts: Sequence[FrameScores]) -> FrameScores:
        """Those of consecutive stretches of one file, of the same types; at least one."""
        firsts = np.cumsum([0, *(part.frame_count for part in parts)])
        types = list(parts[0].frames)
        return cls(
            parts[0].hop_ms,
            int(firsts[-1]),
            {
                name: np.concatenate(
                    [part.frames[name] + np.uint32(first) for part, first in zip(parts, firsts, strict=False)]
                )
                for name in types
            },
            {name: np.concatenate([part.values[name] for part in parts]) for name in types},
        )

    def dense(self, artifact_type: str, start: int = 0, stop: int | None = None) -> NDArray[np.float32]:
        """Confidence of frames ``start`` to ``stop`` of one type, zero where nothing was kept."""
        stop = self.frame_count if stop is None else stop
        out = np.zeros(max(0, stop - start), dtype=np.float32)
        if artifact_type in self.frames:
            first, last = np.searchsorted(self.frames[artifact_type], (start, stop))
            out[self.frames[artifact_type][first:last] - start] = (
                self.values[artifact_type][first:last] / 255.0
            )
        return out

    def to_bytes(self) -> bytes:
        """The byte form."""
        types = list(self.frames)
        counts = [len(self.frames[name]) for name in types]
        header = json.dumps(
            {"hop_ms": self.hop_ms, "frames": self.frame_count, "types": types, "counts": counts}
        ).encode()
        body = [self.frames[name].astype("<u4").tobytes() + self.values[name].tobytes() for name in types]
        return b"".join((MAGIC, struct.pack("<I", len(header)), header, *body))

    @classmethod
    def from_bytes(cls, data: bytes) -> FrameScores:
        """The scores back. Raises ValueError when the bytes are not of this form."""
        if data[:4] != MAGIC:
            raise ValueError("These are not frame scores: the first four bytes are wrong.")
        try:
            (length,) = struct.unpack_from("<I", data, 4)
            header = json.loads(data[8 : 8 + length])
            place = 8 + length
            frames: dict[str, NDArray[np.uint32]] = {}
            values: dict[str, NDArray[np.uint8]] = {}
            for name, count in zip(header["types"], header["counts"], strict=True):
                frames[name] = np.frombuffer(data, "<u4", count, place).astype(np.uint32)
                values[name] = np.frombuffer(data, np.uint8, count, place + 4 * count)
                place += 5 * count
            return cls(float(header["hop_ms"]), int(header["frames"]), frames, values)
        except (struct.error, KeyError, TypeError, ValueError) as error:
            raise ValueError(f"The frame scores are damaged: {error}.") from error
