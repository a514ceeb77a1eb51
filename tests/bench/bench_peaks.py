"""From opening a long WAV to its waveform: `python tests/bench/bench_peaks.py [HOURS]` (3 by default, 0.7 GB an hour).

Prints medians of wall time and of processor time (which other programs on the machine disturb less), beside the time
that soundfile alone takes to hand out the same samples.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np
import soundfile

from relay_desktop.audio.peak_builder import build_peaks
from relay_desktop.audio.peaks import PeakPyramid

RATE_HZ = 48_000
BLOCK = 1 << 16


def main(hours: float = 3.0) -> None:
    """Print one line per figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = long_wav(folder / "long.wav", hours)
        before_mb = _resident_mb()
        read = {
            dtype: timed(lambda dtype=dtype: read_with_soundfile(path, dtype))
            for dtype in ("int16", "float32")
        }
        first: list[float] = []
        build = timed(lambda: _build(path, None, first))
        after_mb = _resident_mb()
        build_peaks(path, None, None, folder / "cache")
        reopen = timed(lambda: _build(path, folder / "cache", []))
        print(f"{hours:g} h, 48 kHz stereo, 16 bit       wall s   processor s")
        for title, (wall, cpu) in {
            "soundfile, int16 blocks": read["int16"],
            "soundfile, float32 blocks": read["float32"],
            "complete pyramid": build,
            "reopened from the cache": reopen,
        }.items():
            print(f"  {title:28} {wall:8.2f} {cpu:12.2f}")
        print(f"  first blocks after           {median(first):8.3f}")
        print(f"  speed of the pyramid: {read['float32'][1] / build[1]:.2f} x reading float32, "
              f"{read['int16'][1] / build[1]:.2f} x reading int16")  # fmt: skip
        print(f"  growth of resident memory    {after_mb - before_mb:8.0f} MB")
        for width in (1280, 2560):
            pyramid = build_peaks(path, None, None, folder / "cache")
            wall, _ = timed(
                lambda pyramid=pyramid, width=width: pyramid.columns(0, pyramid.frames, width), 31
            )
            print(f"  {width} columns of everything  {wall * 1e3:8.2f} ms")


def _build(path: Path, cache: Path | None, first: list[float]) -> None:
    began = perf_counter()
    told: list[float] = []

    def tell(_: PeakPyramid) -> None:
        told.append(perf_counter() - began)

    build_peaks(path, tell, None, cache)
    first.append(told[0])


def read_with_soundfile(path: Path, dtype: str) -> None:
    """All samples through one buffer."""
    with soundfile.SoundFile(path) as file:
        buffer = np.empty((BLOCK, file.channels), dtype=dtype)
        while file.buffer_read_into(buffer, dtype):
            pass


def long_wav(path: Path, hours: float) -> Path:
    """Noise with a slow swell, written ten seconds at a time."""
    times = np.arange(RATE_HZ * 10) / RATE_HZ
    swell = (0.2 + 0.8 * np.abs(np.sin(times * 1.7)))[:, None]
    block = np.random.default_rng(0).standard_normal((len(times), 2)) * 6000 * swell
    samples = block.clip(-32768, 32767).astype(np.int16)
    with soundfile.SoundFile(path, "w", RATE_HZ, 2, "PCM_16") as file:
        for place in range(round(hours * 360)):
            file.write(np.roll(samples, place * 1000, axis=0))
    return path


def timed(run: Callable[[], object], times: int = 3) -> tuple[float, float]:
    """Median wall and processor seconds of a call."""
    wall, cpu = [], []
    for _ in range(times):
        began, spent = perf_counter(), process_time()
        run()
        wall.append(perf_counter() - began)
        cpu.append(process_time() - spent)
    return median(wall), median(cpu)


def _resident_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*(float(argument) for argument in sys.argv[1:2]))
