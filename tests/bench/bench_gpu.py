"""A GPU against the CPU: `python -m tests.bench.bench_gpu [--model FOLDER] [--minutes 10 60]`.

Whether both say the same (a dozen signals, 8–96 kHz, mono and stereo), how fast the GPU hears 48 kHz stereo held in
memory and where its time goes, how fast libsndfile decodes the same, and whether running out of memory changes the
result. Needs torch with CUDA, numpy, soundfile, pydantic and safetensors.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import soundfile
import torch
from numpy.typing import NDArray

from inference.engine import judge as judging
from inference.engine.detector import Detector, FrameConfidences
from inference.engine.judge import Heard, Judge
from inference.frame_scores import FrameScores
from tests.inference.engine.stand_in import example, programme

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "models" / "relay-artifacts-1"
Sound = tuple[str, NDArray[np.float32], int]


def main() -> None:
    """Print one line per figure."""
    given = argparse.ArgumentParser()
    given.add_argument("--model", type=Path, default=SHIPPED)
    given.add_argument("--minutes", type=int, nargs="*", default=[10, 60])
    given.add_argument("--device", default="cuda")
    args = given.parse_args()
    warnings.simplefilter("default")
    here, there = Detector.load(args.model, "cpu"), Detector.load(args.model, args.device)
    print(f"torch {torch.__version__}, {there.device_name} against {here.device_name}", flush=True)
    agree(here, there)
    sounds = {minutes: programme_of(minutes) for minutes in args.minutes}
    for minutes, samples in sounds.items():
        speed(there, samples, minutes)
    if sounds:
        stages(there, sounds[min(sounds)])
        decoding(sounds[min(sounds)], min(sounds))
    if args.device == "cuda":
        out_of_memory(args.model)


def programme_of(minutes: int) -> NDArray[np.float32]:
    """48 kHz stereo with a fault now and then."""
    minute = np.concatenate([example(n, 12.0).samples[: 12 * 8000, 0] for n in range(5)])
    minute = np.repeat(minute, 6)[: 60 * 48_000]
    minute = 0.5 * minute + 0.3 * programme(np.random.default_rng(4), 48_000, len(minute) / 48_000)
    stereo = np.stack((minute, 0.7 * np.roll(minute, 480)), 1).astype(np.float32)
    return np.tile(stereo, (minutes, 1))


def signals() -> Iterator[Sound]:
    """A dozen: tones and noise with faults, silence, steady tones, coarse steps, clipping."""
    for number, rate in enumerate((8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000)):
        rng = np.random.default_rng(number)
        wave = programme(rng, rate, 14.0)
        wave[rate * 2 : rate * 2 + rate // 20] = 0
        wave[rate * 4 : rate * 4 + 3] += 0.4
        wave[rate * 6 : rate * 6 + rate // 25] = wave[rate * 6 - rate // 25 : rate * 6]
        wave[rate * 8 : rate * 10] = np.clip(wave[rate * 8 : rate * 10], -0.1, 0.1)
        wave = np.round(wave * 32767) / 32767
        both = (wave, np.roll(wave, rate // 50)) if number % 2 else (wave,)
        yield f"faults at {rate} Hz", np.stack(both, 1).astype(np.float32), rate
    t = np.arange(48_000 * 12) / 48_000
    tone = 0.4 * np.sin(2 * np.pi * 997 * t) + 0.2 * np.sin(2 * np.pi * 3141.5 * t)
    for name, wave in {
        "silence": np.zeros_like(t),
        "tones": np.where(t < 6, tone, np.roll(tone, 777)),
        "coarse steps": np.round(tone * 12) / 12 + 1e-4 * np.sin(t),
        "hum": 0.01 * np.sign(np.sin(2 * np.pi * 50 * t)) + 0.02 * np.random.default_rng(0).standard_normal(t.size),
    }.items():
        yield name, wave.astype(np.float32)[:, None], 48_000


def agree(here: Detector, there: Detector) -> None:
    """The greatest difference of frame confidences and of raw detections."""
    worst, moved, surest, total = 0.0, 0, 0.0, 0
    for name, samples, rate in signals():
        one, other = here.hear_samples(samples, rate), there.hear_samples(samples, rate)
        apart = float(np.abs(one.confidence.astype(np.float32) - other.confidence).max())
        levels = np.abs(one.evidence.levels.astype(int) - other.evidence.levels).max()
        raw, again = here.decode(one), there.decode(other)
        same_bounds = _same_bounds(raw, again)
        sure = float(np.abs(raw.confidence - again.confidence).max(initial=0.0)) if same_bounds else float("nan")
        print(
            f"  {name}: confidences {apart:.1e} apart, levels {levels} steps, {len(raw)} raw detections against "
            f"{len(again)}, bounds {'the same' if same_bounds else 'NOT THE SAME'}, confidences {sure:.1e}", flush=True
        )
        worst, moved, total = max(worst, apart), moved + (not same_bounds), total + len(raw)
        surest = max(surest, 0.0 if np.isnan(sure) else sure)
    print(
        f"agreement: frame confidences {worst:.1e} apart at most (wanted: 1e-3); {total} raw detections, "
        f"{moved} signals with other bounds, confidences {surest:.1e}", flush=True
    )


def _same_bounds(raw: Any, again: Any) -> bool:
    return len(raw) == len(again) and all(
        np.array_equal(getattr(raw, name), getattr(again, name)) for name in ("type_codes", "start_ms", "end_ms")
    )


def speed(there: Detector, samples: NDArray[np.float32], minutes: int, rounds: int = 5) -> None:
    """Times real time, the median of some rounds."""
    hearing, whole = [], []
    heard = there.hear_samples(samples, 48_000)
    for _ in range(rounds):
        began = time.perf_counter()
        heard = there.hear_samples(samples, 48_000)
        hearing.append(time.perf_counter() - began)
        found = there.decode(heard)
        FrameScores.from_dense(heard.confidence, found.types, 1000 * heard.hop_s)
        whole.append(time.perf_counter() - began)
    seconds = len(samples) / 48_000
    peak = torch.cuda.max_memory_allocated() / 2**30 if torch.cuda.is_available() else 0.0
    print(
        f"{minutes} min of 48 kHz stereo in memory: confidences after {median(hearing):.3f} s, "
        f"{seconds / median(hearing):.0f} x real time; with decoding {median(whole):.3f} s, "
        f"{seconds / median(whole):.0f} x (wanted: 3000 x); {len(found)} raw detections; {peak:.1f} GiB at most; "
        f"notes {list(heard.notes)}", flush=True
    )


def stages(there: Detector, samples: NDArray[np.float32]) -> None:
    """Where the time goes: each stage waited for, which alone costs a little."""
    spent: dict[str, float] = defaultdict(float)

    def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            _settle()
            began = time.perf_counter()
            made = work(*args, **named)
            _settle()
            spent[name] += time.perf_counter() - began
            return made

        return run

    with _patched(
        (Judge, "feed", timed("upload and turning over", Judge.feed)),
        (Judge, "_witness", timed("witnesses", Judge._witness)),
        (judging, "network_input", timed("context", judging.network_input)),
        (Judge, "_forward", timed("network", Judge._forward)),
        (Judge, "_judge", timed("context, network and evidence", Judge._judge)),
        (Heard, "fetch", timed("download", Heard.fetch)),
    ):
        began = time.perf_counter()
        heard = there.hear_samples(samples, 48_000)
        spent["all but decoding"] = time.perf_counter() - began
    timed("decoding (Python)", there.decode)(heard)
    for name, seconds in spent.items():
        print(f"  {name}: {1000 * seconds:.1f} ms", flush=True)


def _settle() -> None:
    if torch.cuda.is_available():
        torch.cuda.synchronize()


@contextmanager
def _patched(*changes: tuple[Any, str, Any]) -> Iterator[None]:
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in changes]
    for owner, name, new in changes:
        setattr(owner, name, new)
    try:
        yield
    finally:
        for owner, name, old in before:
            setattr(owner, name, old)


def decoding(samples: NDArray[np.float32], minutes: int) -> None:
    """How fast libsndfile reads the same from a file: no detector of files is faster."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("wav", "flac"):
            path = Path(folder) / f"same.{suffix}"
            soundfile.write(path, samples, 48_000, subtype="PCM_16")
            began = time.perf_counter()
            with soundfile.SoundFile(path) as file:
                block = np.empty((1 << 20, 2), np.float32)
                while len(file.read(out=block)):
                    pass
            took = time.perf_counter() - began
            print(f"libsndfile decodes {minutes} min of {suffix}: {60 * minutes / took:.0f} x real time", flush=True)


def out_of_memory(model: Path) -> None:
    """The same sound with less and less memory."""
    samples = programme_of(4)
    whole = Detector.load(model, "cuda").hear_samples(samples, 48_000)
    total = torch.cuda.get_device_properties(0).total_memory
    for gigabytes in (4.0, 1.5, 0.6, 0.02):
        torch.cuda.empty_cache()
        torch.cuda.set_per_process_memory_fraction(min(1.0, gigabytes * 2**30 / total))
        cramped: FrameConfidences | str
        try:
            cramped = Detector.load(model, "cuda").hear_samples(samples, 48_000)
        except RuntimeError as error:
            print(f"  {gigabytes} GiB: {type(error).__name__}: {str(error)[:300]}", flush=True)
            continue
        apart = float(np.abs(whole.confidence.astype(np.float32) - cramped.confidence).max())
        print(f"  {gigabytes} GiB: confidences {apart:.1e} apart; notes {list(cramped.notes)}", flush=True)
    torch.cuda.set_per_process_memory_fraction(1.0)


if __name__ == "__main__":
    main()
