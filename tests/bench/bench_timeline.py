"""What a frame of the timeline costs: `python tests/bench/bench_timeline.py [WIDTH HEIGHT]` (1700 x 1000 by default).

Off screen unless QT_QPA_PLATFORM says otherwise; a three-hour stereo recording (peaks made of numbers, no file of
2 GB), tables of seven types. Figures are milliseconds of processor time of the window's thread: median and 95th
percentile.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import soundfile
from PySide6.QtWidgets import QApplication

from inference.detections import DetectionTable
from inference.tuning import Tuner
from inference.tuning_config import TuningConfig
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.peaks import PeakPyramid
from relay_desktop.look import LOOKS, Appearance
from relay_desktop.timeline.display import Content
from relay_desktop.timeline.timeline_view import TimelineView

HOURS, RATE_HZ = 3, 8_000
TYPES = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")
LENGTHS_MS = np.array([2, 50, 30, 90, 69, 34, 2000])
RAW = TuningConfig(threshold=0.05, merge_window_ms=0, min_duration_ms=0)


def main(width: int = 1700, height: int = 1000) -> None:
    """Print one line per table size."""
    app = QApplication([])
    Appearance(app, "dark")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "silence.flac"
        with soundfile.SoundFile(path, "w", RATE_HZ, 2, "PCM_16") as file:
            for _ in range(HOURS * 60):
                file.write(np.zeros((RATE_HZ * 60, 2), dtype=np.int16))
        view = TimelineView(LOOKS["dark"])
        view.resize(width, height)
        view.show()
        with AudioClip(path) as clip:
            view.set_clip(clip)
            view.set_peaks(_peaks(clip.info.frames))
            _print_figures(app, view)
            view.set_clip(None)


def _peaks(frames: int) -> PeakPyramid:
    pyramid = PeakPyramid(frames, 2, is_int16=True)
    noise = (np.random.default_rng(0).standard_normal((pyramid.chunk_frames, 2)) * 6000).astype(np.int16)
    for chunk in range(pyramid.chunks):
        rows = min(len(noise), frames - chunk * pyramid.chunk_frames)
        pyramid.fill_chunk(chunk, np.roll(noise, chunk * 997, axis=0)[:rows])
    return pyramid


def _print_figures(app: QApplication, view: TimelineView) -> None:
    print(f"{view.width()} x {view.height()}, {QApplication.platformName()}; median (95th percentile) in ms")
    print(
        "   regions   retune+paint   of it paint   pan 10 min   pan 2.4 h        zoom   with spectrogram"
        "   hit test   playhead"
    )
    for rows in (0, 20_000, 100_000, 1_000_000):
        tuner = Tuner(_table(rows))

        def tick(step: int, tuner: Tuner = tuner) -> None:
            view.set_detections(tuner.retune(RAW.with_values(**{"threshold": 0.1 + step * 0.002})))

        view.set_view_range_s(0, HOURS * 3600)
        retune_and_paint = _frames(app, tick)
        shown = tuner.retune(RAW)
        paint = _frames(app, lambda _, shown=shown: view.set_detections(shown))  # type: ignore[misc]
        view.change_display(content=Content.WAVEFORM)
        near = _frames(app, lambda step: view.set_view_range_s(1000 + step, 1600 + step))
        far = _frames(app, lambda step: view.set_view_range_s(step * 10, 8640 + step * 10))
        zoom = _frames(
            app, lambda step: view.set_view_range_s(3000 - 2900 * 0.8**step, 3000 + 2900 * 0.8**step)
        )
        view.change_display(content=Content.BOTH)
        both = _frames(app, lambda step: view.set_view_range_s(1000 + step, 1600 + step))
        began = perf_counter()
        for x in range(200):
            view.picture.index.hit(x * 5.0, view.picture.view)
        hit_ms = (perf_counter() - began) / 200 * 1e3
        playhead = _frames(app, lambda step: view.set_playhead(5000 + step * 10))
        print(
            f"{rows:>10,} {retune_and_paint:>14} {paint:>13} {near:>12} {far:>11} {zoom:>11} {both:>18}"
            f" {hit_ms:10.2f} {playhead:>10}"
        )


def _table(rows: int) -> DetectionTable:
    """A raw capture as the engine makes it: seven types, two rows of one type never touch."""
    rng = np.random.default_rng(3)
    step_ms = HOURS * 3_600_000 / max(1, rows)
    start = (np.arange(rows) * step_ms + rng.random(rows) * step_ms / 2).astype(np.int64)
    codes = np.arange(rows) % 7
    end = start + np.minimum(LENGTHS_MS[codes], max(1, int(step_ms * 6)))
    return DetectionTable(TYPES, codes, start, end, rng.uniform(0.05, 1, rows))


def _frames(app: QApplication, step: Callable[[int], None], times: int = 31) -> str:
    """Processor time of the window's thread for a change and the frame that shows it."""
    took = []
    for number in range(times):
        began = thread_time()
        step(number)
        app.processEvents()
        took.append((thread_time() - began) * 1e3)
    return f"{median(took):.1f} ({np.percentile(took, 95):.0f})"


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
