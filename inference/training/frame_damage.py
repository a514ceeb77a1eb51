"""What networks, disks and radio links do to the frames of a stream: they lose, repeat, cut, empty and garble them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from inference.training.streams import Stream

_HEADER = 6


@dataclass(frozen=True)
class Site:
    """A run of frames to be damaged, and how: a key of ``WAYS``."""

    first: int
    count: int
    how: str


Way = Callable[[np.random.Generator, list[bytes], int, Site], bytes]
"""What becomes of frame number so and so of the stream's frames at this site."""


def damaged_bytes(rng: np.random.Generator, stream: Stream, sites: list[Site]) -> bytes:
    """The stream's bytes with each site damaged."""
    bounds = (*stream.starts, len(stream.data))
    pieces = [stream.data[: bounds[0]]]
    frames = [stream.data[a:b] for a, b in pairwise(bounds)]
    for site in sites:
        for number in range(site.first, min(site.first + site.count, len(frames))):
            frames[number] = WAYS[site.how](rng, frames, number, site)
    return b"".join(pieces + frames)


def _split(frame: bytes) -> tuple[bytes, bytes]:
    """Header and body."""
    return frame[:_HEADER], frame[_HEADER:]


def _drop(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    return b""


def _twice(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    return frames[number] * 2 if number == site.first else frames[number]


def _previous(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    return frames[site.first - 1]


def _stale(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    return frames[max(0, site.first - int(rng.integers(2, 30)))]


def _zero(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    head, body = _split(frames[number])
    return head + bytes(len(body))


def _zeroed(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    return bytes(len(frames[number]))


def _ones(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    head, body = _split(frames[number])
    return head + b"\xff" * len(body)


def _torn(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    """The rest of the frame was never received: what follows moves up."""
    head, body = _split(frames[number])
    return head + body[: int(rng.integers(0, max(1, len(body))))]


def _half(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    """The end of the packet was lost and filled with zeros."""
    frame = frames[number]
    return frame[: len(frame) // 2].ljust(len(frame), b"\0")


def _header(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    frame = frames[number]
    return bytes(byte ^ int(rng.integers(1, 256)) for byte in frame[:4]) + frame[4:]


def _swap(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    """A run comes in the wrong order; a lone frame backwards."""
    if site.count == 1:
        return frames[number][::-1]
    return frames[min(len(frames) - 1, 2 * site.first + site.count - 1 - number)]


def _noise(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    head, body = _split(frames[number])
    return head + rng.integers(0, 256, len(body), dtype=np.uint8).tobytes()


def _flip(rng: np.random.Generator, frames: list[bytes], number: int, site: Site) -> bytes:
    """One bit in some 40 bytes."""
    head, rest = _split(frames[number])
    body = np.frombuffer(rest, np.uint8).copy()
    if len(body):
        at = rng.integers(0, len(body), max(1, len(body) // 40))
        body[at] ^= (1 << rng.integers(0, 8, len(at))).astype(np.uint8)
    return head + body.tobytes()


WAYS: dict[str, Way] = {
    "drop": _drop, "twice": _twice, "previous": _previous, "stale": _stale, "zero": _zero, "zeroed": _zeroed,
    "ones": _ones, "torn": _torn, "half": _half, "header": _header, "swap": _swap, "noise": _noise, "flip": _flip,
}  # fmt: skip
