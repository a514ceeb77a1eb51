"""Files of many channels, heard some channels at a time from beginning to end.

All of sixty-four at once would take gigabytes, or blocks so short that most of the work is what lies around them.
What is heard of a group costs some forty bytes a frame until the next one is heard. A closer look knows what is
believed in the other channels of its own group only.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol

import numpy as np

from inference.audio_file import AudioInfo, Samples
from inference.engine.evidence import Evidence
from inference.engine.judge import Confidences

CHANNELS_TOGETHER = 8


class Sound(Protocol):
    """What samples come from: a file, or memory."""

    @property
    def info(self) -> AudioInfo:
        """Rate, channels, length."""
        ...

    def blocks(self, block_frames: int) -> Iterator[Samples]:
        """Samples (n, channels) from the beginning, so many at a time; can be asked for more than once."""
        ...


@dataclass(frozen=True)
class _Group:
    """Channels ``[first, stop)`` of a sound."""

    whole: Sound
    first: int
    stop: int

    @property
    def info(self) -> AudioInfo:
        return replace(self.whole.info, channels=self.stop - self.first)

    def blocks(self, block_frames: int) -> Iterator[Samples]:
        # All channels come with every read: as many samples at a time as a block of the group's own has.
        parts = readings(self.whole.info.channels)
        reads = self.whole.blocks(-(-block_frames // parts))
        while some := [block[:, self.first : self.stop].copy() for block in islice(reads, parts)]:
            yield np.concatenate(some)


def groups_of(sound: Sound) -> list[Sound]:
    """The sound by groups of at most :data:`CHANNELS_TOGETHER` channels; itself when that is all of them."""
    channels = sound.info.channels
    if channels <= CHANNELS_TOGETHER:
        return [sound]
    return [
        _Group(sound, first, min(channels, first + CHANNELS_TOGETHER))
        for first in range(0, channels, CHANNELS_TOGETHER)
    ]


def readings(channels: int) -> int:
    """How often a file of so many channels is read."""
    return -(-channels // CHANNELS_TOGETHER)


def merged(before: Confidences | None, blocks: Iterable[Confidences]) -> Generator[Confidences, None, None]:
    """Each block together with what other channels gave ``before`` in the same frames of the whole file."""
    done = 0
    for block in blocks:
        if before is None:
            yield block
            continue
        frames = block.confidence.shape[1]
        same = before.evidence.since(done).until(frames)
        yield _clearest(Confidences(before.confidence[:, done : done + frames], same), block)
        done += frames


def _clearest(one: Confidences, other: Confidences) -> Confidences:
    """The greater confidence of each frame and type, and the evidence of the channel that shows it: as it is among
    channels that are heard together."""
    mine, its = one.evidence, other.evidence
    is_clearer = other.confidence.max(0) > one.confidence.max(0)
    looked = mine.looks.shape[1]
    by_type = (other.confidence[:looked] > one.confidence[:looked]).T
    evidence = Evidence(
        np.where(is_clearer, its.spikes, mine.spikes),
        np.where(is_clearer[:, None], its.levels, mine.levels),
        np.maximum(mine.mains, its.mains),
        np.where(by_type, its.looks, mine.looks),
        np.maximum(mine.marks, its.marks),
    )
    return Confidences(np.maximum(one.confidence, other.confidence), evidence)
