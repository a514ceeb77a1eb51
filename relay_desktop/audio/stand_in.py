"""StandIn: another recording that is heard in place of the one on the desk, at the same times."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from inference.audio_info import AudioInfo
from relay_desktop.audio.clip import AudioClip


class StandIn:
    """Reads a clip as if it were as long as anything asked for: outside it there is silence."""

    def __init__(self, path: Path | str) -> None:
        """Opens the file. Raises UnreadableAudio (a sentence)."""
        self._clip = AudioClip(path)

    @property
    def info(self) -> AudioInfo:
        """Sample rate, channels, frames and format."""
        return self._clip.info

    @property
    def path(self) -> Path:
        """The file."""
        return self._clip.path

    def read(self, start_frame: int, stop_frame: int) -> NDArray[np.float32]:
        """float32 (stop_frame - start_frame, channels). Raises UnreadableAudio."""
        out = np.zeros((max(0, stop_frame - start_frame), self.info.channels), dtype=np.float32)
        found = self._clip.read(start_frame, stop_frame)
        begin = max(0, -start_frame)
        out[begin : begin + len(found)] = found
        return out

    def close(self) -> None:
        """Gives the file back."""
        self._clip.close()
