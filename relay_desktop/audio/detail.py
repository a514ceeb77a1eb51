"""DetailReader: the samples under a close look, read in tiles by a thread of its own and kept while in use."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from inference.audio_info import UnreadableAudio
from relay_desktop.audio.clip import AudioClip

log = logging.getLogger(__name__)

Samples = NDArray[np.float32]

TILE_FRAMES = 1 << 16
_KEPT_BYTES = 64 << 20
# With nothing to read for this long the thread ends; the next question starts another.
_IDLE_S = 1.0


class DetailReader:
    """Answers at once from memory, or fetches and calls back. `samples` and `close` belong to one thread."""

    def __init__(self, clip: AudioClip, on_ready: Callable[[], None]) -> None:
        """`on_ready()` is called in the reader's thread when tiles that were asked for have come."""
        self._clip = clip
        self._on_ready = on_ready
        tile_bytes = TILE_FRAMES * clip.info.channels * 4
        self._most_tiles = max(4, _KEPT_BYTES // tile_bytes)
        self._tiles: OrderedDict[int, Samples] = OrderedDict()
        self._wanted: list[int] = []
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def samples(self, start_frame: int, stop_frame: int) -> Samples | None:
        """float32 (frames, channels) cut to the file's ends, or None while the tiles are being fetched.

        A stretch that needs more tiles than are kept is not answered at all (None, nothing fetched).
        """
        start, stop = max(0, start_frame), min(self._clip.frames, stop_frame)
        if stop <= start:
            return np.zeros((0, self._clip.info.channels), dtype=np.float32)
        numbers = range(start // TILE_FRAMES, (stop - 1) // TILE_FRAMES + 1)
        if len(numbers) > self._most_tiles:
            return None
        with self._changed:
            missing = [number for number in numbers if number not in self._tiles]
            if missing:
                self._ask(missing)
                return None
            for number in numbers:
                self._tiles.move_to_end(number)
            parts = [self._tiles[number] for number in numbers]
        whole = parts[0] if len(parts) == 1 else np.concatenate(parts)
        offset = numbers[0] * TILE_FRAMES
        return whole[start - offset : stop - offset]

    def close(self, *, wait: bool = True) -> None:
        """Ends the thread after the tile it is reading; nothing is called back any more. `wait`: gone on return."""
        with self._changed:
            self._is_closed = True
            self._wanted = []
            self._changed.notify()
        if wait and self._thread is not None:
            self._thread.join()

    def _ask(self, missing: list[int]) -> None:
        self._wanted = missing
        if self._thread is None and not self._is_closed:
            self._thread = threading.Thread(target=self._work, name="detail-reader", daemon=True)
            self._thread.start()
        self._changed.notify()

    def _next(self) -> int | None:
        """The next tile to read; None ends the thread."""
        with self._changed:
            if not self._wanted:
                self._changed.wait_for(lambda: self._wanted or self._is_closed, _IDLE_S)
            if self._is_closed or not self._wanted:
                self._thread = None if not self._is_closed else self._thread
                return None
            return self._wanted[0]

    def _work(self) -> None:
        while (number := self._next()) is not None:
            start = number * TILE_FRAMES
            try:
                tile = self._clip.read(start, start + TILE_FRAMES)
            except UnreadableAudio as error:
                log.warning("samples from frame %d on cannot be drawn: %s", start, error)
                tile = np.zeros((0, self._clip.info.channels), dtype=np.float32)
            if self._keep(number, self._padded(tile, start)):
                self._on_ready()

    def _padded(self, tile: Samples, start: int) -> Samples:
        """A file that breaks off is drawn as silence up to the length its header promised."""
        missing = min(TILE_FRAMES, self._clip.frames - start) - len(tile)
        return np.pad(tile, ((0, missing), (0, 0))) if missing > 0 else tile

    def _keep(self, number: int, tile: Samples) -> bool:
        """Stores a tile; True when it was the last one asked for."""
        with self._changed:
            self._tiles[number] = tile
            while len(self._tiles) > self._most_tiles:
                self._tiles.popitem(last=False)
            if number in self._wanted:
                self._wanted.remove(number)
            return not self._wanted and not self._is_closed
