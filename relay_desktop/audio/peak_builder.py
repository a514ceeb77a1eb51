"""Building a pyramid: one pass over the file in a worker thread, where a person is looking first."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.audio_file import AudioInfo, AudioReader, UnreadableAudio, open_audio
from relay_desktop.audio.click_trace import click_trace
from relay_desktop.audio.peak_cache import entry_path, load_peaks, save_peaks
from relay_desktop.audio.peaks import PeakPyramid

log = logging.getLogger(__name__)

OnBlock = Callable[[PeakPyramid], None]
IsCancelled = Callable[[], bool]
Transform = Callable[[NDArray[Any]], NDArray[Any]]

# Often enough to look alive, seldom enough not to fill the window's event queue.
_TELL_EVERY_S = 0.04
# Files shorter than this are built in less time than it takes to look into the cache.
_WORTH_CACHING_FRAMES = 20_000_000
# A far seek in these is a decoder's work of up to a second: the file is read in order.
_SLOW_SEEK_FORMATS = frozenset({"MP3", "MPEG", "OGG"})


def build_peaks(
    path: Path | str,
    on_block: OnBlock | None = None,
    is_cancelled: IsCancelled | None = None,
    cache_dir: Path | None = None,
    *,
    of_clicks: bool = False,
) -> PeakPyramid:
    """The pyramid of a recording, from the disk cache or by reading the file once. Blocks: not for the GUI thread.

    `on_block(pyramid)` is called in this thread with the growing pyramid: after the first chunk, then about 25
    times a second, and at the end. When `is_cancelled()` turns true the pyramid comes back incomplete.
    `of_clicks`: the peaks of the click trace instead of the samples.
    Raises UnreadableAudio when the file cannot be opened; a file that breaks off later gives what could be read.
    """
    path = Path(path)
    with open_audio(path) as audio:
        info = audio.info
        pyramid = PeakPyramid(info.frames, info.channels, is_int16=info.is_integer_16 or of_clicks)
        entry = _cache_entry(path, info, cache_dir, "clicks" if of_clicks else "peaks")
        if entry is None or not load_peaks(entry, pyramid):
            _read_all(audio, pyramid, on_block, is_cancelled, _click_steps if of_clicks else None)
            if entry is not None and pyramid.is_complete and not pyramid.missing_frames:
                save_peaks(entry, pyramid)
    if on_block is not None:
        on_block(pyramid)
    return pyramid


def _click_steps(samples: NDArray[Any]) -> NDArray[np.int16]:
    """The click trace in steps of 1/32768, as pyramids of 16 bits hold it."""
    return np.asarray(np.rint(click_trace(samples) * np.float32(32767)), dtype=np.int16)


def _cache_entry(path: Path, info: AudioInfo, cache_dir: Path | None, kind: str) -> Path | None:
    if cache_dir is None or info.frames * info.channels < _WORTH_CACHING_FRAMES:
        return None
    try:
        return entry_path(cache_dir, path, kind)
    except OSError as error:
        log.warning("peaks of %s are not cached: %s", path.name, error)
        return None


def _read_all(
    audio: AudioReader,
    pyramid: PeakPyramid,
    on_block: OnBlock | None,
    is_cancelled: IsCancelled | None,
    transform: Transform | None,
) -> None:
    dtype = np.int16 if audio.info.is_integer_16 else np.float32
    buffer = np.empty((pyramid.chunk_frames, pyramid.channels), dtype=dtype)
    told_at, cursor = 0.0, 0
    for chunk in _chunk_order(pyramid, may_jump=audio.info.format not in _SLOW_SEEK_FORMATS):
        if is_cancelled is not None and is_cancelled():
            return
        start = chunk * pyramid.chunk_frames
        cursor = start + _read_chunk(audio, pyramid, chunk, buffer, transform, must_seek=start != cursor)
        if on_block is not None and time.monotonic() - told_at > _TELL_EVERY_S:
            on_block(pyramid)
            told_at = time.monotonic()


def _chunk_order(pyramid: PeakPyramid, *, may_jump: bool) -> Iterator[int]:
    """Every missing chunk once: onwards from where a person looks, then round from the start."""
    left = pyramid.chunks
    chunk = 0
    while left:
        wanted = pyramid.take_wanted_chunk() if may_jump else None
        if wanted is not None:
            chunk = wanted
        while pyramid.is_chunk_ready(chunk % pyramid.chunks):
            chunk += 1
        chunk %= pyramid.chunks
        yield chunk
        left -= 1


def _read_chunk(
    audio: AudioReader,
    pyramid: PeakPyramid,
    chunk: int,
    buffer: NDArray[Any],
    transform: Transform | None,
    *,
    must_seek: bool,
) -> int:
    """Reads one chunk into the pyramid; gives the frames that came. What the file lacks counts as silence."""
    expected = min(pyramid.chunk_frames, pyramid.frames - chunk * pyramid.chunk_frames)
    part = buffer[:expected]
    try:
        if must_seek:
            audio.seek(chunk * pyramid.chunk_frames)
        got = audio.read_int16_into(part) if buffer.dtype == np.int16 else audio.read_into(part)
    except UnreadableAudio as error:
        log.warning("peaks: %s", error)
        got = 0
    if got < expected:
        part[got:] = 0
        pyramid.missing_frames += expected - got
    pyramid.fill_chunk(chunk, part if transform is None else transform(part))
    return got
