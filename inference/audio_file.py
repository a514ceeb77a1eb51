"""One door to audio files: everything that reads sound goes through `open_audio`.

Whatever libsndfile reads (WAV, RF64, W64, AIFF, CAF, FLAC, Ogg Vorbis and Opus, MP3; any rate, any number of
channels, integer or float) comes as float32 blocks, never the whole file at once. Every failure is an
`UnreadableAudio` whose text is a sentence for a person.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from inference.audio_info import AUDIO_SUFFIXES, MAX_CHANNELS, AudioInfo, UnreadableAudio
from inference.sentences import sentence

__all__ = [
    "AUDIO_SUFFIXES",
    "MAX_CHANNELS",
    "AudioInfo",
    "AudioReader",
    "Samples",
    "UnreadableAudio",
    "find_audio",
    "open_audio",
    "probe_audio",
]

Samples = NDArray[np.float32]


class _SteadyFile(soundfile.SoundFile):  # type: ignore[misc]
    """A sound file whose reads do not seek.

    soundfile seeks to where it already is after every read of a seekable file. In MP3 that throws the decoder's bit
    reservoir away and puts a glitch at the start of every following block, so each read says it cannot seek.
    """

    def seekable(self) -> bool:
        return False


# Frames decoded and thrown away before the target of a seek in MP3: the bit reservoir of up to 511 bytes spans some
# twenty granules at the lowest bit rates, and the filter bank overlaps into one more.
_MP3_PREROLL_FRAMES = 32 * 1152


class AudioReader:
    """An open file: a frame cursor and float32 blocks. Not thread-safe; each thread opens its own."""

    def __init__(self, path: Path, file: soundfile.SoundFile) -> None:
        self._file = file
        self.info = AudioInfo(path, file.samplerate, file.channels, file.frames, file.format, file.subtype)
        self.non_finite_samples = 0

    def seek(self, frame: int) -> None:
        """Put the cursor on a frame (0 to the length). Raises UnreadableAudio when the file breaks off before."""
        target = min(max(0, frame), self.info.frames)
        if target == self._file.tell():
            return
        preroll = min(target, _MP3_PREROLL_FRAMES) if self.info.format == "MP3" else 0
        try:
            if self.info.subtype == "VORBIS":
                # libsndfile 1.2.2 misplaces a short way forward after a read; from the start it lands exactly.
                self._file.seek(0)
            self._file.seek(target - preroll)
            if preroll:
                self._file.read(preroll, dtype="float32")
        except (soundfile.LibsndfileError, RuntimeError) as error:
            raise UnreadableAudio(self.info.path, self._broken_at(frame)) from error

    def read(self, frames: int) -> Samples:
        """Up to `frames` frames from the cursor on, float32 (n, channels); n is smaller at the end.

        Samples that are no numbers (NaN, Inf) come as 0 and are counted in `non_finite_samples`.
        Raises UnreadableAudio.
        """
        block = np.empty((max(0, frames), self.info.channels), dtype=np.float32)
        return block[: self.read_into(block)]

    def read_into(self, block: Samples) -> int:
        """Fill a C-contiguous float32 (n, channels) from the cursor on; how many frames came."""
        return self._fill(block, "float32")

    def read_int16_into(self, block: NDArray[np.int16]) -> int:
        """The same in int16, exact where `info.is_integer_16`."""
        return self._fill(block, "int16")

    def blocks(self, block_frames: int, start: int = 0, stop: int | None = None) -> Iterator[Samples]:
        """Blocks of `block_frames` frames from `start` to `stop` (the end), the last one shorter."""
        self.seek(start)
        left = (self.info.frames if stop is None else min(stop, self.info.frames)) - start
        while left > 0:
            block = self.read(min(block_frames, left))
            if len(block) == 0:
                return
            left -= len(block)
            yield block

    def _fill(self, block: NDArray[Any], dtype: str) -> int:
        if len(block) == 0:
            return 0
        try:
            got: int = len(self._file.read(len(block), dtype=dtype, always_2d=True, out=block))
        except (soundfile.LibsndfileError, RuntimeError) as error:
            raise UnreadableAudio(self.info.path, self._broken_at(self._file.tell())) from error
        if dtype == "float32":
            self._silence_non_finite(block[:got])
        return got

    def _silence_non_finite(self, block: Samples) -> None:
        # A sum is finite exactly when every sample is, bar an overflow that the second look then clears.
        with np.errstate(invalid="ignore"):
            is_sound = np.isfinite(np.sum(block, dtype=np.float64))
        if is_sound:
            return
        broken = ~np.isfinite(block)
        self.non_finite_samples += int(np.count_nonzero(broken))
        block[broken] = 0.0

    def _broken_at(self, frame: int) -> str:
        seconds = frame / self.info.sample_rate_hz
        return sentence(
            "{name} is damaged: it cannot be decoded after {seconds:.1f} s.",
            name=_shown(self.info.path),
            seconds=seconds,
        )

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> AudioReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_audio(path: str | os.PathLike[str]) -> AudioReader:
    """Open a file for reading. Raises UnreadableAudio with the reason."""
    path = Path(path)
    _check_readable(path)
    try:
        file = _SteadyFile(os.fspath(path))
    except (soundfile.LibsndfileError, RuntimeError, TypeError, ValueError, OSError) as error:
        raise UnreadableAudio(path, _why_unreadable(path)) from error
    if file.frames <= 0 or file.channels > MAX_CHANNELS or file.samplerate <= 0:
        why = _why_unusable(path, file)
        file.close()
        raise UnreadableAudio(path, why)
    return AudioReader(path, file)


def probe_audio(path: str | os.PathLike[str]) -> AudioInfo:
    """Read the header only. Raises UnreadableAudio with the reason."""
    with open_audio(path) as audio:
        return audio.info


def find_audio(paths: Iterable[str | os.PathLike[str]]) -> list[Path]:
    """Files as given, whatever their suffix; folders walked for audio files, sorted, hidden ones left out."""
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        for file in _walk(path) if path.is_dir() else [path]:
            found.setdefault(file)
    return list(found)


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in AUDIO_SUFFIXES:
                yield Path(parent, name)


def _check_readable(path: Path) -> None:
    shown = _shown(path)
    try:
        with path.open("rb") as file:
            if not file.read(1):
                raise UnreadableAudio(path, sentence("{name} is empty: it has no bytes at all.", name=shown))
    except FileNotFoundError as error:
        raise UnreadableAudio(
            path, sentence("{name} is not there any more. It may have been moved or renamed.", name=shown)
        ) from error
    except IsADirectoryError as error:
        raise UnreadableAudio(path, sentence("{name} is a folder, not an audio file.", name=shown)) from error
    except PermissionError as error:
        raise UnreadableAudio(
            path, sentence("{name} may not be read by you: check its permissions.", name=shown)
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableAudio(
            path, sentence("{name} cannot be opened: {error}.", name=shown, error=error)
        ) from error


def _why_unreadable(path: Path) -> str:
    if path.suffix.lower() in {".m4a", ".aac", ".wma", ".mp4", ".mov", ".ac3", ".eac3", ".dts", ".amr"}:
        return sentence(
            "{name} is of a kind this program cannot decode. Convert it to WAV or FLAC first.",
            name=_shown(path),
        )
    if path.suffix.lower() in AUDIO_SUFFIXES:
        return sentence(
            "{name} is damaged or is not really an audio file: its header cannot be read.", name=_shown(path)
        )
    return sentence(
        "{name} is not audio this program can read; WAV, AIFF, FLAC, Ogg, Opus and MP3 are.",
        name=_shown(path),
    )


def _why_unusable(path: Path, file: soundfile.SoundFile) -> str:
    if file.frames <= 0:
        return sentence("{name} holds no sound: its length is zero.", name=_shown(path))
    if file.channels > MAX_CHANNELS:
        return sentence(
            "{name} has {channels} channels; up to {most} can be read.",
            name=_shown(path),
            channels=file.channels,
            most=MAX_CHANNELS,
        )
    return sentence(
        "{name} claims a sample rate of {rate} Hz, which cannot be.", name=_shown(path), rate=file.samplerate
    )


def _shown(path: Path) -> str:
    """A name for a sentence: on one line whatever it holds."""
    return "“" + "".join(char if char.isprintable() else "�" for char in path.name) + "”"
