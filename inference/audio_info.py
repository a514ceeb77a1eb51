"""What is said about audio files without opening one: kinds, header, the error. It loads fast, without libsndfile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

AUDIO_SUFFIXES = frozenset(
    {".wav", ".wave", ".bwf", ".rf64", ".w64", ".aif", ".aiff", ".aifc", ".caf", ".au", ".snd", ".sf", ".voc"}
    | {".flac", ".ogg", ".oga", ".opus", ".mp3", ".mp2"}
)
MAX_CHANNELS = 64


class UnreadableAudio(Exception):
    """A file that cannot be read as audio. `str()` says why, for a person; `path` names it."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled whole: it crosses from the worker process."""
        return type(self), (self.path, str(self))


@dataclass(frozen=True)
class AudioInfo:
    """What the header says: rate in Hz, number of channels, length in frames, container and sample format."""

    path: Path
    sample_rate_hz: int
    channels: int
    frames: int
    format: str
    subtype: str

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.frames / self.sample_rate_hz

    @property
    def is_integer_16(self) -> bool:
        """Whether samples fit int16 without loss, so that a faster read is exact."""
        return self.subtype == "PCM_16"
