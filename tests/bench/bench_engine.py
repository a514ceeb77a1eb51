"""Speed and memory of the detector: `python -m tests.bench.bench_engine [minutes] [model folder]`.

A 48 kHz mono WAV of speech-like tones and noise, decoding included: first and whole result and times real time
(median of three runs), processor time, peak memory with a short and a long file and with more channels, each in a
process of its own. Where the `essentia` package can be imported, its six detectors hear the same file in the same run.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np
import soundfile

from inference.detections import DetectionTable
from tests.inference.engine.stand_in import programme

RATE = 48_000
WIDE = (2, 8, 64)
"""Channels of the wider files whose memory is measured."""
SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "models" / "relay-artifacts-1"
ESSENTIA_FRAMES = {
    "ClickDetector": (512, 256), "DiscontinuityDetector": (512, 256), "GapsDetector": (2048, 1024),
    "SaturationDetector": (512, 256), "HumDetector": (0, 0), "NoiseBurstDetector": (512, 256),
}  # fmt: skip


def main() -> None:
    """Print one line per figure."""
    minutes = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    model = Path(sys.argv[2]) if len(sys.argv) > 2 else SHIPPED
    with tempfile.TemporaryDirectory() as name:
        path = _write(Path(name) / "long.wav", minutes)
        short = _write(Path(name) / "short.wav", 1)
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        ours = _ours(path, minutes, model)
        _essentia(path, minutes, ours)
        wide = [_write(Path(name) / f"{channels}.wav", 1, channels) for channels in WIDE]
        for one in (short, path, *wide):
            code = f"import tests.bench.bench_engine as b; b.peak({str(one)!r}, {str(model)!r})"
            subprocess.run([sys.executable, "-c", code], check=True)


def _write(path: Path, minutes: int, channels: int = 1) -> Path:
    minute = programme(np.random.default_rng(4), RATE, 60.0).astype(np.float32)
    with soundfile.SoundFile(path, "w", RATE, channels, subtype="PCM_16") as file:
        for _ in range(minutes):
            file.write(np.stack([np.roll(minute, n * RATE // 7) for n in range(channels)], axis=1))
    return path


def _ours(path: Path, minutes: int, model: Path) -> float:
    from inference.engine.detector import Detector

    detector = Detector.load(model, "cpu")
    detector.detect(path.with_name("short.wav"))
    took, busy, first = [], [], []
    for _ in range(3):
        told = _FirstTold()
        began, spent = perf_counter(), process_time()
        detector.detect(path, on_found=told)
        took.append(perf_counter() - began)
        first.append((told.at or perf_counter()) - began)
        busy.append(process_time() - spent)
    seconds = 60 * minutes
    print(
        f"{minutes} min at 48 kHz mono: first result after {median(first):.1f} s, whole result after "
        f"{median(took):.1f} s, {seconds / median(took):.0f} x real time; {seconds / median(busy):.0f} x by processor "
        "time of one core"
    )
    return median(took)


class _FirstTold:
    """When the first detections came."""

    at = 0.0

    def __call__(self, found: DetectionTable, heard_s: float) -> None:
        if len(found) and not self.at:
            self.at = perf_counter()


def _essentia(path: Path, minutes: int, ours: float) -> None:
    try:
        import essentia.standard as es
    except ImportError:
        print("essentia is not installed: nothing to compare with")
        return
    began = perf_counter()
    audio = es.MonoLoader(filename=str(path), sampleRate=RATE)()
    for name, (size, hop) in ESSENTIA_FRAMES.items():
        detector = getattr(es, name)
        if not size:
            detector(sampleRate=RATE)(audio)
            continue
        one = detector() if name == "NoiseBurstDetector" else detector(frameSize=size, hopSize=hop)
        for frame in es.FrameGenerator(audio, frameSize=size, hopSize=hop, startFromZero=True):
            one(frame)
    took = perf_counter() - began
    print(f"essentia's six detectors: {60 * minutes / took:.0f} x real time; ours is {took / ours:.1f} times as fast")


def peak(path: str, model: str) -> None:
    """Detect once and print the peak memory of this process."""
    from inference.engine.detector import Detector

    result = Detector.load(Path(model), "cpu").detect(Path(path))
    info = result.info
    print(
        f"{info.duration_s / 60:.0f} min, channels: {info.channels}: peak memory {_most_held_mib():.0f} MiB, "
        f"{info.duration_s / result.elapsed_s:.0f} x real time"
    )


def _most_held_mib() -> float:
    """The most that this process held. (What getrusage says holds for the one that started it too.)"""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kept = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(kept.split()[1]) / 1024


if __name__ == "__main__":
    main()
