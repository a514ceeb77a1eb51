"""How long leaving takes: `python tests/bench/bench_export.py [ROWS]`.

Every format with 100,000 judged detections of a five-hour recording, written to a file, and read back where that can
be; 1,000 clips. The limit of 5 s per format is held against processor time, which a busy machine does not stretch. WAV
and HTML also go through the five hours of sound (1.7 GB), which the limit does not mean.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from inference.tuning import TuningRules
from inference.tuning_config import TuningConfig
from relay_desktop.session.exporters import riff
from relay_desktop.session.exporters.catalogue import FORMATS, export, read_markers
from relay_desktop.session.exporters.document import (
    SEVERITIES,
    VERDICTS,
    ExportDocument,
    ExportFile,
    ExportProblem,
    ExportRow,
    Member,
)
from relay_desktop.session.exporters.preview import Audio

RATE_HZ = 48_000
LENGTH_S = 5 * 3600
LIMIT_S = 5.0
CLIPS = 1_000
TYPES = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")


def main(rows: int = 100_000) -> None:
    """Print a line per format."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        recording = five_hours(folder / "take.wav")
        document = judged(recording, rows)
        for form in FORMATS.values():
            few = form.key == "clips"
            part = judged(recording, CLIPS) if few else document
            began, worked = perf_counter(), process_time()
            try:
                written = export(part, form, folder / (form.key if few else form.key + form.ending))
            except ExportProblem as problem:
                print(f"{form.key:22} {problem.title}")
                continue
            took, work = perf_counter() - began, process_time() - worked
            size = sum(path.stat().st_size for path in written) / 1e6
            mark = "" if work < LIMIT_S else "  TOO LONG"
            print(
                f"{form.key:22} {took:6.2f} s ({work:5.2f} s of work) {part.row_count:,} rows {size:8.1f} MB{mark}"
            )
            read_back(form.key, written)
            for path in written:
                path.unlink()


def read_back(key: str, written: list[Path]) -> None:
    """Print how long reading takes, and how many rows came."""
    if FORMATS[key].read is None:
        return
    began, worked = perf_counter(), process_time()
    preview = read_markers(written[0], key, Audio("take.wav", sample_rate_hz=RATE_HZ))
    took, work = perf_counter() - began, process_time() - worked
    print(f"{'':22} {took:6.2f} s ({work:5.2f} s of work) to read {preview.row_count:,} rows")


def five_hours(path: Path) -> Path:
    """A mono WAV of silence: sparse on the disk, 1.7 GB to whoever copies it."""
    data_bytes = LENGTH_S * RATE_HZ * 2
    form = (
        np.array([1, 1], "<u2").tobytes()
        + np.array([RATE_HZ, RATE_HZ * 2], "<u4").tobytes()
        + b"\x02\0\x10\0"
    )
    chunk = riff.chunk_bytes(b"fmt ", form)
    with path.open("wb") as file:
        file.write(riff.header(len(chunk) + 8 + data_bytes, data_bytes, 2) + chunk)
        file.write(riff.data_head(data_bytes, is_long=False))
        file.truncate(file.tell() + data_bytes)
    return path


def judged(recording: Path, rows: int) -> ExportDocument:
    """Rows with verdicts, notes and members, as a thorough reviewer would leave them."""
    rng = random.Random(0)
    made = []
    for start in sorted(rng.randrange(LENGTH_S * 1000 - 5000) for _row in range(rows)):
        end = start + rng.randrange(1, 4000)
        confidence = rng.random()
        members = (
            (Member(start, end - 1, confidence), Member(end - 1, end, confidence))
            if rng.random() < 0.3
            else ()
        )
        made.append(
            ExportRow(
                rng.choice(TYPES), start, end, confidence, rng.choice((None, *VERDICTS)),
                rng.choice((None, *SEVERITIES)), "creative intent" if rng.random() < 0.1 else "",
                "heard on headphones, “left” only" if rng.random() < 0.2 else "", members,
            )
        )  # fmt: skip
    file = ExportFile("take.wav", str(recording), RATE_HZ, 1, LENGTH_S * RATE_HZ, rows=tuple(made))
    rules = TuningRules(TuningConfig())
    return ExportDocument((file,), "shown", "m1", "j1", rules, "Ann", "0.1.0", "2026-11-23T12:00:00+00:00")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
