"""AudioClip: a recording's samples for the eye and the ear, read piece by piece and never whole."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from inference.audio_info import AudioInfo

Samples = NDArray[np.float32]


class AudioClip:
    """One open recording; every thread may call `read`, one at a time gets the decoder."""

    def __init__(self, path: Path | str) -> None:
        """Opens the file. Raises UnreadableAudio (a sentence) when it is missing or is no audio."""
        self.path = Path(path)
        self._lock = threading.Lock()
        self._stack = ExitStack()
        from inference.audio_file import (
            open_audio,  # with libsndfile; no window is shown with a recording yet
        )

        self._reader = self._stack.enter_context(open_audio(self.path))
        self.sample_rate_hz = self._reader.info.sample_rate_hz
        self.frames = self._reader.info.frames
        self._cursor = 0
        self._is_open = True

    @property
    def info(self) -> AudioInfo:
        """Sample rate, channels, frames and format."""
        return self._reader.info

    @property
    def is_open(self) -> bool:
        """False after `close`."""
        return self._is_open

    def read(self, start_frame: int, stop_frame: int) -> Samples:
        """Samples of the half-open frame range, float32 (frames, channels), cut to the file's ends.

        A closed clip answers with no frames. Raises UnreadableAudio when the file broke meanwhile.
        """
        info = self.info
        start, stop = max(0, start_frame), min(info.frames, stop_frame)
        with self._lock:
            if stop <= start or not self._is_open:
                return np.zeros((0, info.channels), dtype=np.float32)
            if start != self._cursor:
                self._reader.seek(start)
            samples = self._reader.read(stop - start)
            self._cursor = start + len(samples)
            return samples

    def close(self) -> None:
        """Gives the file back; may be called twice."""
        with self._lock:
            if self._is_open:
                self._is_open = False
                self._stack.close()

    def __enter__(self) -> AudioClip:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
