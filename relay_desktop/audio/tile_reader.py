"""TileReader: spectrogram tiles by worker threads: newest wish first, what nobody looks at any more is dropped."""

from __future__ import annotations

import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from inference.audio_info import UnreadableAudio
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.spectrogram import ROWS, Tile, TileKey, compute_tile

log = logging.getLogger(__name__)

_KEPT_BYTES = 64 << 20
_IDLE_S = 1.0


class TileReader:
    """The workers keep the window's priority: a lower one could be held up while it has the interpreter's lock.

    Hands out finished tiles at once and computes the others. `tiles` and `close` belong to one thread."""

    def __init__(self, clip: AudioClip, on_ready: Callable[[], None], workers: int | None = None) -> None:
        """`on_ready()` is called in a worker thread whenever a tile that is still wanted has come."""
        self._clip = clip
        self._on_ready = on_ready
        self._most_workers = workers or max(1, min(4, (os.cpu_count() or 2) // 2))
        self._changed = threading.Condition()
        self._kept: OrderedDict[TileKey, Tile] = OrderedDict()
        self._kept_bytes = 0
        self._wanted: list[TileKey] = []
        self._looked_at: frozenset[TileKey] = frozenset()
        self._at_work: set[TileKey] = set()
        self._threads: set[threading.Thread] = set()
        self._is_closed = False

    def tiles(self, keys: Sequence[TileKey]) -> dict[TileKey, Tile]:
        """The finished ones among `keys`; the missing ones are computed in the order given, earlier wishes dropped."""
        self._looked_at = frozenset(keys)
        with self._changed:
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
            self._wanted = [key for key in keys if key not in found and key not in self._at_work]
            if self._wanted:
                self._start_workers()
                self._changed.notify_all()
        return found

    @property
    def pending(self) -> int:
        """Tiles wanted or being computed."""
        with self._changed:
            return len(self._wanted) + len(self._at_work)

    def close(self, *, wait: bool = True) -> None:
        """Ends the threads soon; nothing is called back any more. With `wait` they are gone on return."""
        with self._changed:
            self._is_closed = True
            self._wanted = []
            self._changed.notify_all()
            threads = list(self._threads)
        for thread in threads if wait else ():
            thread.join()

    def _start_workers(self) -> None:
        if self._is_closed:
            return
        while len(self._threads) < min(self._most_workers, len(self._wanted) + len(self._at_work)):
            thread = threading.Thread(target=self._work, name="spectrogram", daemon=True)
            self._threads.add(thread)
            thread.start()

    def _next(self) -> TileKey | None:
        """The next tile to compute; None ends the thread."""
        with self._changed:
            if not self._wanted:
                self._changed.wait_for(lambda: self._wanted or self._is_closed, _IDLE_S)
            if self._is_closed or not self._wanted:
                self._threads.discard(threading.current_thread())
                return None
            key = self._wanted.pop(0)
            self._at_work.add(key)
            return key

    def _work(self) -> None:
        while (key := self._next()) is not None:
            try:
                tile = compute_tile(self._clip, key, partial(self._is_useless, key))
            except UnreadableAudio as error:
                log.warning("a part of the spectrogram cannot be drawn: %s", error)
                tile = np.zeros((ROWS, key.columns), dtype=np.uint8)
            if self._keep(key, tile):
                self._on_ready()

    def _is_useless(self, key: TileKey) -> bool:
        return self._is_closed or key not in self._looked_at

    def _keep(self, key: TileKey, tile: Tile | None) -> bool:
        """Stores a tile; True when the view is to be told. None: nobody looks there any more, or looks again."""
        with self._changed:
            self._at_work.discard(key)
            if tile is None or not self._clip.is_open:
                return not self._is_useless(key)
            self._kept[key] = tile
            self._kept_bytes += tile.nbytes
            while self._kept_bytes > _KEPT_BYTES:
                _, oldest = self._kept.popitem(last=False)
                self._kept_bytes -= oldest.nbytes
            return not self._is_closed
